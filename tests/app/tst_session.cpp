// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include <chrono>
#include <thread>

#include <QSignalSpy>
#include <QTest>

#include "app/edit_command.h"
#include "base/limits.h"
#include "support/made_analysis.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::app;
using namespace std::chrono_literals;
using synoptic::tests::makeAnalysis;

using Found = Result<std::shared_ptr<const analysis::Analysis>>;

namespace {

// Three events in "/three", none in "/none", one for each byte of the name else.
Found runAtOnce(const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& /*stop*/)
{
    const std::size_t count = options.folder == "/three" ? 3 : options.folder == "/none" ? 0 : options.folder.size();
    auto analysis = makeAnalysis(options.folder, count);
    observer.scanned(count);
    for (std::size_t i = 0; i < count; ++i)
        observer.fileDone(analysis->articles[i], i + 1);
    observer.linking();
    return analysis;
}

QString titleOf(const Session& session, std::size_t event)
{
    return QString::fromStdString(session.timeline()->events().at(event).event.title);
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openingShowsTheFolder();
    void anEditIsShownUndoneAndShownAgain();
    void manyEditsAreUndoneToTheFirstTimeline();
    void theMenuSaysWhatIsUndone_data();
    void theMenuSaysWhatIsUndone();
    void editsOutliveANewAnalysis();
    void anEditDuringAnAnalysisIsKept();
    void anOfferHasTheDecisionsMadeMeanwhile();
    void aCompleteTimelineStaysUntilTheNewOneIsComplete();
    void anotherFolderForgetsTheEdits();
    void cancellingKeepsTheArticlesRead();
    void whatIsReadAgainIsOffered();
    void anOfferThatIsLeftChangesNothing();
    void anEditWhileSomethingIsOfferedIsKept();
    void anUnchangedFolderIsNotReadAgain();
    void aLaterProgramOffersWhatItFinds();
    void whatALaterProgramFoundIsOfferedOnce();
    void overruledLinesAreReadAgain();
    void anActionThatIsTooLargeBecomesSeveral();
};

void TestSession::openingShowsTheFolder()
{
    Session session(runAtOnce);
    QSignalSpy folderChanged(&session, &Session::folderChanged);
    session.open("/three");
    QCOMPARE(folderChanged.count(), 1);
    QVERIFY(session.isRunning());
    QVERIFY(!session.isComplete());
    QTRY_VERIFY(session.isComplete());
    QVERIFY(!session.isRunning());
    QCOMPARE(session.folder(), std::string("/three"));
    QCOMPARE(session.timeline()->events().size(), std::size_t(3));
}

void TestSession::anEditIsShownUndoneAndShownAgain()
{
    Session session(runAtOnce);
    session.open("/three");
    QTRY_VERIFY(session.isComplete());
    QCOMPARE(titleOf(session, 1), QStringLiteral("event 1"));
    session.apply(edits::RenameEvent{"key001", "the storm"});
    QTRY_COMPARE(titleOf(session, 1), QStringLiteral("the storm"));
    session.undoStack().undo();
    QTRY_COMPARE(titleOf(session, 1), QStringLiteral("event 1"));
    session.undoStack().redo();
    QTRY_COMPARE(titleOf(session, 1), QStringLiteral("the storm"));
}

void TestSession::manyEditsAreUndoneToTheFirstTimeline()
{
    Session session(runAtOnce);
    session.open("/three");
    QTRY_VERIFY(session.isComplete());
    for (int i = 0; i < 50; ++i)
        session.apply(edits::RenameEvent{"key000", "name " + std::to_string(i)});
    QTRY_COMPARE(titleOf(session, 0), QStringLiteral("name 49"));
    while (session.undoStack().canUndo())
        session.undoStack().undo();
    QTRY_COMPARE(titleOf(session, 0), QStringLiteral("event 0"));
    QVERIFY(session.edits().empty());
}

void TestSession::theMenuSaysWhatIsUndone_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("text");
    QTest::newRow("a name") << 0 << QStringLiteral("rename event");
    QTest::newRow("accepted") << 1 << QStringLiteral("accept event");
    QTest::newRow("rejected") << 2 << QStringLiteral("reject event");
    QTest::newRow("a candidate again") << 3 << QStringLiteral("return event to the candidates");
    QTest::newRow("three merged") << 4 << QStringLiteral("merge of 3 events");
}

void TestSession::theMenuSaysWhatIsUndone()
{
    QFETCH(int, which);
    QFETCH(QString, text);
    const std::vector<edits::Edit> all{
        edits::RenameEvent{"k", "t"}, edits::ReviewEvent{"k", edits::ReviewState::Accepted},
        edits::ReviewEvent{"k", edits::ReviewState::Rejected}, edits::ReviewEvent{"k", edits::ReviewState::Candidate},
        edits::MergeEvents{{"a", "b", "c"}}};
    Session session(runAtOnce);
    session.apply(all.at(static_cast<std::size_t>(which)));
    QCOMPARE(session.undoStack().undoText(), text);
}

void TestSession::editsOutliveANewAnalysis()
{
    Session session(runAtOnce);
    session.open("/three");
    QTRY_VERIFY(session.isComplete());
    session.apply(edits::RenameEvent{"key002", "the flood"});
    QTRY_COMPARE(titleOf(session, 2), QStringLiteral("the flood"));
    const auto before = session.timeline();
    session.analyzeAgain();
    QTRY_VERIFY(session.offer() != nullptr && !session.isRunning());
    session.takeOffer();
    QVERIFY(session.timeline() != before);
    QCOMPARE(titleOf(session, 2), QStringLiteral("the flood"));
    session.undoStack().undo();
    QTRY_COMPARE(titleOf(session, 2), QStringLiteral("event 2"));
}

void TestSession::anEditDuringAnAnalysisIsKept()
{
    std::atomic<bool> goOn = false;
    Session session(
        [&goOn](const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& stop) {
            while (!goOn && !stop.stop_requested())
                std::this_thread::sleep_for(1ms);
            return runAtOnce(options, observer, stop);
        });
    session.open("/three");
    session.apply(edits::RenameEvent{"key000", "early"});
    goOn = true;
    QTRY_VERIFY(session.isComplete());
    QTRY_COMPARE(titleOf(session, 0), QStringLiteral("early"));
}

void TestSession::anOfferHasTheDecisionsMadeMeanwhile()
{
    std::atomic<bool> goOn = true;
    Session session(
        [&goOn](const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& stop) {
            while (!goOn && !stop.stop_requested())
                std::this_thread::sleep_for(1ms);
            return runAtOnce(options, observer, stop);
        });
    session.open("/three");
    QTRY_VERIFY(session.isComplete() && !session.isRunning());
    goOn = false;
    session.analyzeAgain();
    session.apply(edits::RenameEvent{"key001", "the fire"});
    QStringList titles;
    connect(&session, &Session::offered, this, [&titles](const std::shared_ptr<const edits::Timeline>& then) {
        titles << QString::fromStdString(then->events().at(1).event.title);
    });
    goOn = true;
    QTRY_VERIFY(!titles.isEmpty());
    QCOMPARE(titles, QStringList{QStringLiteral("the fire")}); // offered once, and not as another title
    session.takeOffer();
    QCOMPARE(titleOf(session, 1), QStringLiteral("the fire"));
}

void TestSession::aCompleteTimelineStaysUntilTheNewOneIsComplete()
{
    Session session(runAtOnce);
    session.open("/three");
    QTRY_VERIFY(session.isComplete());
    QTRY_VERIFY(!session.isRunning());
    bool everWithoutEvents = false;
    connect(&session, &Session::timelineChanged, this,
            [&] { everWithoutEvents = everWithoutEvents || session.timeline()->events().empty(); });
    QSignalSpy ended(&session, &Session::runEnded);
    session.analyzeAgain();
    QVERIFY(session.isComplete());
    QVERIFY(ended.wait());
    QVERIFY(!everWithoutEvents);
}

void TestSession::anotherFolderForgetsTheEdits()
{
    Session session(runAtOnce);
    session.open("/three");
    QTRY_VERIFY(session.isComplete());
    session.apply(edits::RenameEvent{"key000", "renamed"});
    session.open("/seven");
    QVERIFY(!session.undoStack().canUndo());
    QVERIFY(session.timeline() == nullptr);
    QTRY_VERIFY(session.isComplete());
    QCOMPARE(session.timeline()->events().size(), std::size_t(6));
    QCOMPARE(titleOf(session, 0), QStringLiteral("event 0"));
}

void TestSession::cancellingKeepsTheArticlesRead()
{
    Session session([](const engine::RunOptions&, engine::RunObserver& observer, const std::stop_token& stop) -> Found {
        observer.scanned(2);
        observer.fileDone(tests::makeArticle("a.txt"), 1);
        while (!stop.stop_requested())
            std::this_thread::sleep_for(1ms);
        return failure(ErrorCode::Cancelled);
    });
    QSignalSpy failures(&session, &Session::failed);
    QSignalSpy ended(&session, &Session::runEnded);
    session.open("/f");
    QTRY_VERIFY(session.timeline() != nullptr);
    session.cancel();
    QCOMPARE(ended.count(), 1);
    QVERIFY(!session.isRunning());
    QVERIFY(!session.isComplete());
    QCOMPARE(session.timeline()->analysis().articles.size(), std::size_t(1));
    QCOMPARE(failures.count(), 0);
}

namespace {

/// Finds one event more each time.
struct Growing
{
    std::shared_ptr<int> runs = std::make_shared<int>(0);

    Found operator()(const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& /*stop*/)
    {
        ++*runs;
        observer.scanned(1);
        observer.linking();
        return makeAnalysis(options.folder, static_cast<std::size_t>(*runs) + 1);
    }
};

/// Reads the folder, and counts how often.
struct Counting
{
    std::shared_ptr<int> runs = std::make_shared<int>(0);

    Found operator()(const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& stop)
    {
        ++*runs;
        return engine::runAnalysis(options, observer, stop);
    }
};

void fill(const TemporaryFolder& folder)
{
    folder.write("a.txt",
                 "Bridge closed\n\nA bridge collapsed in Springfield on 3 May 2021.\n\nA fire broke out in the "
                 "harbor on 4 May 2021.\n");
    folder.write("b.txt", "Bridge gone\n\nThe bridge in Springfield collapsed on 3 May 2021.\n");
}

/// Keeps what was found in a folder as if another program had: with one event less.
void keepAsEarlier(const TemporaryFolder& cache, const Session& session)
{
    auto earlier = std::make_shared<analysis::Analysis>(*session.timeline()->found());
    earlier->hints.clear();
    earlier->events.pop_back();
    const auto scan = corpus::scanFolder(session.folder());
    const engine::KeptAnalysis kept{earlier, std::make_shared<const corpus::FolderScan>(*scan), {}, "earlier", {}};
    if (!engine::keepAnalysis(engine::keptAnalysisPath(cache.path(), session.folder()), kept))
        qFatal("cannot keep an analysis");
}

} // namespace

void TestSession::whatIsReadAgainIsOffered()
{
    Session session(Growing{});
    QSignalSpy offered(&session, &Session::offered);
    session.open("/folder");
    QTRY_VERIFY(session.isComplete());
    QCOMPARE(session.timeline()->events().size(), std::size_t{2});
    QVERIFY(session.offer() == nullptr);
    session.analyzeAgain();
    QVERIFY(offered.wait());
    QCOMPARE(session.timeline()->events().size(), std::size_t{2}); // still the one before
    QCOMPARE(session.offer()->events().size(), std::size_t{3});
    QVERIFY(!offered[0][1].toBool());
    session.takeOffer();
    QCOMPARE(session.timeline()->events().size(), std::size_t{3});
    QVERIFY(session.offer() == nullptr);
}

void TestSession::anOfferThatIsLeftChangesNothing()
{
    Session session(Growing{});
    QSignalSpy offered(&session, &Session::offered);
    session.open("/folder");
    QTRY_VERIFY(session.isComplete());
    session.analyzeAgain();
    QVERIFY(offered.wait());
    session.leaveOffer();
    QVERIFY(session.offer() == nullptr);
    session.takeOffer(); // there is none
    QCOMPARE(session.timeline()->events().size(), std::size_t{2});
    session.analyzeAgain();
    QVERIFY(offered.wait());
    session.open("/other"); // what was offered of the folder before is gone with it
    QVERIFY(session.offer() == nullptr);
}

void TestSession::anEditWhileSomethingIsOfferedIsKept()
{
    Session session(Growing{});
    QSignalSpy offered(&session, &Session::offered);
    session.open("/folder");
    QTRY_VERIFY(session.isComplete());
    session.analyzeAgain();
    QVERIFY(offered.wait());
    session.apply(edits::RenameEvent{"key001", "the storm"});
    QTRY_COMPARE(titleOf(session, 1), QStringLiteral("the storm"));
    session.takeOffer();
    QTRY_COMPARE(session.timeline()->events().size(), std::size_t{3});
    QTRY_COMPARE(titleOf(session, 1), QStringLiteral("the storm"));
}

void TestSession::anUnchangedFolderIsNotReadAgain()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder);
    const Counting counting;
    std::size_t events = 0;
    {
        Session session(counting);
        session.keepAnalysesIn(cache.path());
        session.open(folder.path());
        QTRY_VERIFY(session.isComplete());
        events = session.timeline()->events().size();
        QVERIFY(events > 0);
    } // what was found is kept before it goes
    {
        Session session(counting);
        session.keepAnalysesIn(cache.path());
        session.open(folder.path());
        QTRY_VERIFY(session.isComplete());
        QCOMPARE(*counting.runs, 1);
        QCOMPARE(session.timeline()->events().size(), events);
        // Asked for, it is read all the same
        QSignalSpy offered(&session, &Session::offered);
        session.analyzeAgain();
        QVERIFY(offered.wait());
        QCOMPARE(*counting.runs, 2);
    }
    folder.write("c.txt", "Another one.\n");
    Session session(counting);
    session.keepAnalysesIn(cache.path());
    session.open(folder.path());
    QTRY_VERIFY(session.isComplete());
    QCOMPARE(*counting.runs, 3);
    QCOMPARE(session.timeline()->analysis().articles.size(), std::size_t{3});
}

void TestSession::aLaterProgramOffersWhatItFinds()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder);
    std::size_t events = 0;
    {
        Session session;
        session.open(folder.path());
        QTRY_VERIFY(session.isComplete());
        events = session.timeline()->events().size();
        keepAsEarlier(cache, session);
    }
    Session session;
    session.keepAnalysesIn(cache.path());
    QSignalSpy offered(&session, &Session::offered);
    session.open(folder.path());
    QTRY_VERIFY(session.isComplete());
    QCOMPARE(session.timeline()->events().size(), events - 1); // what the earlier one found is shown
    QTRY_COMPARE(offered.count(), 1);
    QVERIFY(offered[0][1].toBool());
    QCOMPARE(session.timeline()->events().size(), events - 1);
    session.takeOffer();
    QCOMPARE(session.timeline()->events().size(), events);
}

void TestSession::whatALaterProgramFoundIsOfferedOnce()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder);
    const Counting counting;
    {
        Session session(counting);
        session.open(folder.path());
        QTRY_VERIFY(session.isComplete());
        keepAsEarlier(cache, session);
    }
    {
        Session session(counting);
        session.keepAnalysesIn(cache.path());
        QSignalSpy offered(&session, &Session::offered);
        session.open(folder.path());
        QVERIFY(offered.wait());
        session.leaveOffer();
    }
    const int runs = *counting.runs;
    Session session(counting);
    session.keepAnalysesIn(cache.path());
    session.open(folder.path());
    QTRY_VERIFY(session.isComplete());
    QVERIFY(!session.isRunning());
    QCOMPARE(*counting.runs, runs);
}

void TestSession::overruledLinesAreReadAgain()
{
    const TemporaryFolder folder;
    fill(folder);
    const Counting counting;
    Session session(counting);
    session.open(folder.path());
    QTRY_VERIFY(session.isComplete());
    const auto before = session.timeline();
    const corpus::Article& article = before->analysis().articles[0]->article;
    const auto at = static_cast<std::uint32_t>(article.text.find("A fire"));
    const auto tellsOfFire = [&session] {
        const auto& events = session.timeline()->events();
        return std::ranges::any_of(events, [&session](const edits::TimelineEvent& event) {
            return std::ranges::any_of(event.event.supports, [&session](const analysis::Support& support) {
                const auto& own = session.timeline()->analysis()[support.article];
                return own.textOf(own.sentences[support.sentence].span).starts_with("A fire");
            });
        });
    };
    QVERIFY(tellsOfFire());
    session.apply(edits::SetBoilerplate{edits::anchorOf(article, {at, at + 6}), true});
    QTRY_VERIFY(!tellsOfFire()); // at once, whatever else is found later
    QTRY_COMPARE(*counting.runs, 2);
    QTRY_VERIFY(!session.isRunning());
    QVERIFY(session.offer() == nullptr); // whoever overrules wants it
    QVERIFY(!tellsOfFire());
    // Undone, the folder is linked with the line again
    session.undoStack().undo();
    QTRY_COMPARE(*counting.runs, 3);
    QTRY_VERIFY(!session.isRunning() && tellsOfFire());
}

void TestSession::anActionThatIsTooLargeBecomesSeveral()
{
    Session session(runAtOnce);
    session.open("/three");
    QTRY_VERIFY(session.isComplete());
    const auto words = [](char letter) { return std::string(limits::editBytes / 5 * 2, letter); };
    session.apply(edits::Edits{edits::RenameEvent{"key000", words('a')}, edits::RenameEvent{"key001", words('b')},
                               edits::RenameEvent{"key002", words('c')}});
    QCOMPARE(session.undoStack().count(), 2);
    QCOMPARE(session.history().size(), std::size_t{2});
    QTRY_VERIFY(titleOf(session, 0).startsWith(u'a') && titleOf(session, 1).startsWith(u'b') &&
                titleOf(session, 2).startsWith(u'c'));
    QSignalSpy failed(&session, &Session::failed);
    session.apply(edits::RenameEvent{"key000", std::string(limits::editBytes, 'd')});
    QCOMPARE(failed.count(), 1);
    QCOMPARE(session.undoStack().count(), 2);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
