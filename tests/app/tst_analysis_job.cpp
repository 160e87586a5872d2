// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis_job.h"

#include <atomic>
#include <chrono>
#include <thread>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "support/made_analysis.h"

using namespace synoptic;
using namespace synoptic::app;
using namespace std::chrono_literals;
using synoptic::tests::makeAnalysis;
using synoptic::tests::makeArticle;

using Found = Result<std::shared_ptr<const analysis::Analysis>>;

namespace {

engine::RunOptions optionsFor(std::string folder)
{
    engine::RunOptions options;
    options.folder = std::move(folder);
    return options;
}

// Reads @p count articles, one each @p pause, until it is stopped.
Found readSlowly(const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& stop,
                 std::size_t count, std::chrono::milliseconds pause)
{
    const auto analysis = makeAnalysis(options.folder, count);
    observer.scanned(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        observer.fileDone(analysis->articles[count - 1 - i], i + 1); // the last file first
        std::this_thread::sleep_for(pause);
    }
    observer.linking();
    if (stop.stop_requested())
        return failure(ErrorCode::Cancelled);
    return analysis;
}

AnalysisJob::Runner slowRunner(std::size_t count, std::chrono::milliseconds pause)
{
    return [=](const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& stop) {
        return readSlowly(options, observer, stop, count, pause);
    };
}

} // namespace

class TestAnalysisJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunEndsWithACompleteTimeline();
    void theFirstArticleComesAtOnce();
    void partialSnapshotsGrowAndAreInFileOrder();
    void aSlowWindowGetsFewerSnapshots();
    void aSecondRunReplacesTheFirst();
    void manyStartsPublishTheLastAlone();
    void aCancelledRunPublishesNothing();
    void cancellingIsQuick();
    void aFailureIsSaidOnce();
    void theDestructorCancelsAndWaits();
    void theEditsGivenAreApplied();
    void progressReachesTheTotal();
};

void TestAnalysisJob::aRunEndsWithACompleteTimeline()
{
    AnalysisJob job(slowRunner(5, 0ms));
    QSignalSpy ended(&job, &AnalysisJob::ended);
    Snapshot last;
    connect(&job, &AnalysisJob::snapshotReady, this, [&last](const Snapshot& snapshot) { last = snapshot; });
    job.start(optionsFor("/f"), {}, 7);
    QVERIFY(job.isRunning());
    QVERIFY(ended.wait());
    QVERIFY(!job.isRunning());
    QVERIFY(last.complete);
    QCOMPARE(last.revision, std::uint64_t(7));
    QCOMPARE(last.timeline->analysis().folder, std::string("/f"));
    QCOMPARE(last.timeline->events().size(), std::size_t(5));
}

void TestAnalysisJob::theFirstArticleComesAtOnce()
{
    // The second article takes for ever: the first must not wait for it.
    AnalysisJob job([](const engine::RunOptions&, engine::RunObserver& observer, const std::stop_token& stop) -> Found {
        observer.scanned(2);
        observer.fileDone(makeArticle("a.txt"), 1);
        while (!stop.stop_requested())
            std::this_thread::sleep_for(1ms);
        return failure(ErrorCode::Cancelled);
    });
    QSignalSpy snapshots(&job, &AnalysisJob::snapshotReady);
    job.start(optionsFor("/f"), {}, 0);
    QVERIFY(snapshots.wait());
    const auto snapshot = snapshots.first().first().value<Snapshot>();
    QVERIFY(!snapshot.complete);
    QCOMPARE(snapshot.timeline->analysis().articles.size(), std::size_t(1));
    QVERIFY(snapshot.timeline->events().empty());
}

void TestAnalysisJob::partialSnapshotsGrowAndAreInFileOrder()
{
    AnalysisJob job(slowRunner(100, 5ms));
    QSignalSpy ended(&job, &AnalysisJob::ended);
    std::vector<std::size_t> sizes;
    bool sorted = true;
    connect(&job, &AnalysisJob::snapshotReady, this, [&](const Snapshot& snapshot) {
        const auto& articles = snapshot.timeline->analysis().articles;
        sizes.push_back(articles.size());
        sorted = sorted && std::ranges::is_sorted(articles, {}, [](const auto& a) { return a->article.file; });
        QCOMPARE(snapshot.timeline->analysis().reprintCluster.size(), articles.size());
    });
    QElapsedTimer timer;
    timer.start();
    job.start(optionsFor("/f"), {}, 0);
    QVERIFY(ended.wait());
    // Half a second of reading: the first, one each tenth of a second, the one before linking, the whole.
    const auto bound = static_cast<std::size_t>(timer.elapsed() / 100 + 3);
    QVERIFY2(sizes.size() >= 3 && sizes.size() <= bound, qPrintable(QString::number(sizes.size())));
    QCOMPARE(sizes.front(), std::size_t(1));
    QCOMPARE(sizes.back(), std::size_t(100));
    QVERIFY(std::ranges::is_sorted(sizes));
    QVERIFY(sorted);
}

void TestAnalysisJob::aSlowWindowGetsFewerSnapshots()
{
    AnalysisJob job(slowRunner(300, 3ms));
    QSignalSpy ended(&job, &AnalysisJob::ended);
    int partial = 0;
    QElapsedTimer timer;
    connect(&job, &AnalysisJob::snapshotReady, this, [&partial](const Snapshot& snapshot) {
        partial += snapshot.complete ? 0 : 1;
        std::this_thread::sleep_for(60ms);
    });
    timer.start();
    job.start(optionsFor("/f"), {}, 0);
    QVERIFY(ended.wait());
    // 60 ms each, at most a fifth of the time, and the ones of the first moment and of linking.
    const auto bound = timer.elapsed() / 300 + 3;
    QVERIFY2(partial <= bound, qPrintable(QStringLiteral("%1 > %2").arg(partial).arg(bound)));
}

void TestAnalysisJob::aSecondRunReplacesTheFirst()
{
    AnalysisJob job(slowRunner(50, 4ms));
    QSignalSpy ended(&job, &AnalysisJob::ended);
    std::vector<std::string> folders;
    connect(&job, &AnalysisJob::snapshotReady, this,
            [&folders](const Snapshot& snapshot) { folders.push_back(snapshot.timeline->analysis().folder); });
    job.start(optionsFor("/first"), {}, 0);
    QTRY_VERIFY(!folders.empty());
    folders.clear();
    job.start(optionsFor("/second"), {}, 0);
    QVERIFY(ended.wait());
    QVERIFY(!folders.empty());
    QVERIFY(std::ranges::all_of(folders, [](const std::string& folder) { return folder == "/second"; }));
    QCOMPARE(ended.count(), 1);
}

void TestAnalysisJob::manyStartsPublishTheLastAlone()
{
    AnalysisJob job(slowRunner(3, 1ms));
    QSignalSpy ended(&job, &AnalysisJob::ended);
    std::vector<std::string> complete;
    connect(&job, &AnalysisJob::snapshotReady, this, [&complete](const Snapshot& snapshot) {
        if (snapshot.complete)
            complete.push_back(snapshot.timeline->analysis().folder);
    });
    for (int i = 0; i < 200; ++i)
        job.start(optionsFor("/" + std::to_string(i)), {}, 0);
    QVERIFY(ended.wait());
    QTRY_VERIFY(!job.isBusy());
    QTest::qWait(20);
    QVERIFY((complete == std::vector<std::string>{"/199"}));
    QCOMPARE(ended.count(), 1);
}

void TestAnalysisJob::aCancelledRunPublishesNothing()
{
    // It does not look at the token and comes back with a whole analysis.
    std::atomic<bool> goOn = false;
    AnalysisJob job([&goOn](const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token&) {
        while (!goOn)
            std::this_thread::sleep_for(1ms);
        auto analysis = makeAnalysis(options.folder, 3);
        observer.scanned(3);
        observer.fileDone(analysis->articles[0], 1);
        observer.linking();
        return Found(std::move(analysis));
    });
    QSignalSpy ended(&job, &AnalysisJob::ended);
    QSignalSpy snapshots(&job, &AnalysisJob::snapshotReady);
    QSignalSpy failures(&job, &AnalysisJob::failed);
    job.start(optionsFor("/f"), {}, 0);
    job.cancel();
    QVERIFY(!job.isRunning());
    QCOMPARE(ended.count(), 1);
    goOn = true;
    QTRY_VERIFY(!job.isBusy());
    QTest::qWait(20);
    QCOMPARE(snapshots.count(), 0);
    QCOMPARE(failures.count(), 0);
    QCOMPARE(ended.count(), 1);
}

void TestAnalysisJob::cancellingIsQuick()
{
    AnalysisJob job(slowRunner(10'000, 2ms));
    QSignalSpy snapshots(&job, &AnalysisJob::snapshotReady);
    job.start(optionsFor("/f"), {}, 0);
    QVERIFY(snapshots.wait());
    QElapsedTimer timer;
    timer.start();
    job.cancel();
    const qint64 forTheWindow = timer.elapsed();
    QTRY_VERIFY(!job.isBusy());
    QVERIFY2(forTheWindow < 20, qPrintable(QString::number(forTheWindow)));
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
}

void TestAnalysisJob::aFailureIsSaidOnce()
{
    AnalysisJob job([](const engine::RunOptions& options, engine::RunObserver&, const std::stop_token&) -> Found {
        return failure(ErrorCode::NotFound, options.folder);
    });
    QSignalSpy ended(&job, &AnalysisJob::ended);
    std::vector<Error> errors;
    connect(&job, &AnalysisJob::failed, this, [&errors](const Error& error) { errors.push_back(error); });
    job.start(optionsFor("/gone"), {}, 0);
    QVERIFY(ended.wait());
    QVERIFY((errors == std::vector<Error>{{ErrorCode::NotFound, "/gone"}}));
    QVERIFY(!job.isRunning());
}

void TestAnalysisJob::theDestructorCancelsAndWaits()
{
    std::atomic<bool> started = false;
    std::atomic<bool> left = false;
    {
        AnalysisJob job([&](const engine::RunOptions&, engine::RunObserver&, const std::stop_token& stop) -> Found {
            started = true;
            while (!stop.stop_requested())
                std::this_thread::sleep_for(1ms);
            left = true;
            return failure(ErrorCode::Cancelled);
        });
        job.start(optionsFor("/f"), {}, 0);
        QTRY_VERIFY(started.load());
        QVERIFY(!left);
    }
    QVERIFY(left);
}

void TestAnalysisJob::theEditsGivenAreApplied()
{
    AnalysisJob job(slowRunner(2, 0ms));
    QSignalSpy ended(&job, &AnalysisJob::ended);
    Snapshot last;
    connect(&job, &AnalysisJob::snapshotReady, this, [&last](const Snapshot& snapshot) { last = snapshot; });
    job.start(optionsFor("/f"), {edits::RenameEvent{"key001", "renamed"}}, 1);
    QVERIFY(ended.wait());
    QCOMPARE(last.timeline->events()[1].event.title, std::string("renamed"));
}

void TestAnalysisJob::progressReachesTheTotal()
{
    AnalysisJob job(slowRunner(40, 2ms));
    QSignalSpy ended(&job, &AnalysisJob::ended);
    std::vector<ui::RunProgress> progress;
    connect(&job, &AnalysisJob::progressChanged, this,
            [&](const ui::RunProgress& value) { progress.push_back(value); });
    job.start(optionsFor("/f"), {}, 0);
    QVERIFY(ended.wait());
    QVERIFY(progress.size() >= 2);
    QVERIFY(progress.front().phase == ui::RunProgress::Phase::Scanning);
    QVERIFY(progress.back().phase == ui::RunProgress::Phase::Linking);
    QCOMPARE(progress.back().total, 40);
    QVERIFY(std::ranges::is_sorted(progress, {}, &ui::RunProgress::done));
}

QTEST_GUILESS_MAIN(TestAnalysisJob)
#include "tst_analysis_job.moc"
