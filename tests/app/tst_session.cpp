// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include <chrono>
#include <thread>

#include <QSignalSpy>
#include <QTest>

#include "app/edit_command.h"
#include "support/made_analysis.h"

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
    void aCompleteTimelineStaysUntilTheNewOneIsComplete();
    void anotherFolderForgetsTheEdits();
    void cancellingKeepsTheArticlesRead();
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
    QTRY_VERIFY(session.timeline() != before && !session.isRunning());
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

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
