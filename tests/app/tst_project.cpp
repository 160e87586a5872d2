// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include "app/session.h"
#include "support/made_analysis.h"
#include "support/random_edits.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::app;
using synoptic::tests::makeAnalysis;

using Found = Result<std::shared_ptr<const analysis::Analysis>>;

namespace {

Found runAtOnce(const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& /*stop*/)
{
    auto analysis = makeAnalysis(options.folder, 3);
    observer.scanned(3);
    for (std::size_t i = 0; i < 3; ++i)
        observer.fileDone(analysis->articles[i], i + 1);
    return analysis;
}

/// A session whose folder is open and whose project is there.
struct OpenSession
{
    OpenSession(const TemporaryFolder& state, const std::string& path) : session(runAtOnce)
    {
        session.keepProjectsIn(state.path());
        QSignalSpy opened(&session, &Session::projectOpened);
        session.open(path);
        isOpen = opened.wait() && QTest::qWaitFor([this] { return session.isComplete(); });
    }

    QString titleOf(const std::string& key) const
    {
        const auto id = session.timeline()->eventOf(key);
        return id ? QString::fromStdString((*session.timeline())[*id].event.title) : QString();
    }

    Session session;
    bool isOpen = false;
};

bool waitUntilSaved(Session& session)
{
    QSignalSpy saved(&session, &Session::saved);
    session.retrySaving(); // the queue is in order: when this is answered, so is all before
    return saved.wait();
}

} // namespace

class TestProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsComeBackAfterARestart();
    void undoWorksAfterARestart();
    void anActionOfManyEditsIsOneStep();
    void touchedEventsAreKept();
    void eachFolderHasItsOwnProject();
    void theViewComesBack();
    void whatIsDoneBeforeTheProjectIsThereIsKept();
    void savingElsewhereMovesAnUntitledProject();
    void aProjectOpensItsFolder();
    void aFailedSaveKeepsTheEditsAndIsRepeated();
    void whatCannotBeSavedIsSavedElsewhere();
    void whatCouldNotBeSavedToTheEndIsRescued();
    void aSecondSessionIsToldThatItMayNotWrite();
    void aFolderThatIsLookedAtIsHeldToo();
    void aDamagedProjectIsRestoredWithoutAQuestion();
    void aProjectThatIsNotThereIsSaid();
    void theHistoryNamesItsObjects();
    void theNextContradictionHasANewNumber();
    void randomSessionsComeBackTheSame();
};

void TestProject::editsComeBackAfterARestart()
{
    const TemporaryFolder state;
    {
        OpenSession open(state, "/folder");
        QVERIFY(open.isOpen);
        QVERIFY(open.session.isUntitled());
        open.session.apply(edits::RenameEvent{"key001", "the storm"});
        open.session.apply(edits::ReviewEvent{"key002", edits::ReviewState::Rejected});
        QTRY_COMPARE(open.titleOf("key001"), QStringLiteral("the storm"));
        QVERIFY(waitUntilSaved(open.session));
    }
    OpenSession open(state, "/folder");
    QVERIFY(open.isOpen);
    QTRY_COMPARE(open.titleOf("key001"), QStringLiteral("the storm"));
    const auto rejected = open.session.timeline()->eventOf("key002");
    QVERIFY((*open.session.timeline())[*rejected].review == edits::ReviewState::Rejected);
    QCOMPARE(open.session.undoStack().count(), 2);
}

void TestProject::undoWorksAfterARestart()
{
    const TemporaryFolder state;
    {
        OpenSession open(state, "/folder");
        open.session.apply(edits::RenameEvent{"key001", "one"});
        open.session.apply(edits::RenameEvent{"key001", "two"});
        open.session.apply(edits::RenameEvent{"key001", "three"});
        open.session.undoStack().undo();
    } // what was handed over is written, without being waited for
    {
        OpenSession open(state, "/folder");
        QTRY_COMPARE(open.titleOf("key001"), QStringLiteral("two"));
        QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("rename event"));
        QVERIFY(open.session.undoStack().canRedo());
        open.session.undoStack().undo();
        QTRY_COMPARE(open.titleOf("key001"), QStringLiteral("one"));
        open.session.undoStack().redo();
        open.session.undoStack().redo();
        QTRY_COMPARE(open.titleOf("key001"), QStringLiteral("three"));
        open.session.undoStack().undo();
        open.session.undoStack().undo();
        open.session.undoStack().undo();
        QTRY_COMPARE(open.titleOf("key001"), QStringLiteral("event 1"));
    }
    OpenSession open(state, "/folder");
    QTRY_COMPARE(open.titleOf("key001"), QStringLiteral("event 1"));
    QVERIFY(!open.session.undoStack().canUndo());
    QCOMPARE(open.session.undoStack().count(), 3);
    QVERIFY(open.session.edits().empty());
}

void TestProject::anActionOfManyEditsIsOneStep()
{
    const TemporaryFolder state;
    OpenSession open(state, "/folder");
    open.session.apply({edits::ReviewEvent{"key000", edits::ReviewState::Accepted},
                        edits::ReviewEvent{"key001", edits::ReviewState::Accepted}});
    QCOMPARE(open.session.undoStack().count(), 1);
    QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("accept 2 events"));
    open.session.apply({edits::RenameEvent{"key000", "a"}, edits::SetEventNote{"key000", "b"}}, QStringLiteral("both"));
    QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("both"));
    open.session.apply(edits::Edits{});
    QCOMPARE(open.session.undoStack().count(), 2);
    open.session.undoStack().undo();
    open.session.undoStack().undo();
    QVERIFY(open.session.edits().empty());
}

void TestProject::touchedEventsAreKept()
{
    const TemporaryFolder state;
    OpenSession open(state, "/folder");
    open.session.apply(edits::ReviewEvent{"key000", edits::ReviewState::Accepted});
    QCOMPARE(open.session.edits().size(), std::size_t{2});
    const auto* kept = std::get_if<edits::KeepEvent>(&open.session.edits().front());
    QVERIFY(kept != nullptr);
    QCOMPARE(kept->title, std::string("event 0"));
    QCOMPARE(kept->supports.size(), std::size_t{1});
    open.session.apply(edits::RenameEvent{"key000", "again"}); // touched before
    QCOMPARE(open.session.edits().size(), std::size_t{3});
    edits::PutContradiction put;
    put.contradiction.number = 1;
    put.contradiction.events = {"key001", "key000", "none"};
    open.session.apply(put);
    QCOMPARE(open.session.edits().size(), std::size_t{5});
}

void TestProject::eachFolderHasItsOwnProject()
{
    const TemporaryFolder state;
    OpenSession open(state, "/one");
    open.session.apply(edits::RenameEvent{"key000", "of one"});
    QTRY_COMPARE(open.titleOf("key000"), QStringLiteral("of one"));
    QSignalSpy opened(&open.session, &Session::projectOpened);
    open.session.open("/two");
    QVERIFY(opened.wait());
    QTRY_VERIFY(open.session.isComplete());
    QCOMPARE(open.titleOf("key000"), QStringLiteral("event 0"));
    QVERIFY(open.session.history().empty());
    open.session.open("/one");
    QVERIFY(opened.wait());
    QTRY_VERIFY(open.session.isComplete());
    QTRY_COMPARE(open.titleOf("key000"), QStringLiteral("of one"));
}

void TestProject::theViewComesBack()
{
    const TemporaryFolder state;
    {
        OpenSession open(state, "/folder");
        open.session.setView({{"zoom", "3"}, {"layout", std::string("\0\xff", 2)}, {"filter", "x"}});
        open.session.setView({{"filter", ""}});
        QCOMPARE(open.session.view().size(), std::size_t{2});
    }
    OpenSession open(state, "/folder");
    QVERIFY(open.session.view() ==
            (std::map<std::string, std::string>{{"layout", std::string("\0\xff", 2)}, {"zoom", "3"}}));
}

void TestProject::whatIsDoneBeforeTheProjectIsThereIsKept()
{
    const TemporaryFolder state;
    {
        OpenSession open(state, "/folder");
        open.session.apply(edits::RenameEvent{"key000", "first"});
    }
    {
        Session session(runAtOnce);
        session.keepProjectsIn(state.path());
        session.open("/folder");
        session.apply(edits::RenameEvent{"key001", "early"});
        session.apply(edits::RenameEvent{"key002", "undone at once"});
        session.undoStack().undo();
        QSignalSpy opened(&session, &Session::projectOpened);
        QVERIFY(opened.wait());
        QCOMPARE(session.undoStack().count(), 2);
    }
    OpenSession open(state, "/folder");
    QTRY_COMPARE(open.titleOf("key000"), QStringLiteral("first"));
    QCOMPARE(open.titleOf("key001"), QStringLiteral("early"));
    QCOMPARE(open.titleOf("key002"), QStringLiteral("event 2"));
}

void TestProject::savingElsewhereMovesAnUntitledProject()
{
    const TemporaryFolder state;
    const TemporaryFolder documents;
    const std::string path = documents.path("mine.synoptic");
    {
        OpenSession open(state, "/folder");
        open.session.apply(edits::RenameEvent{"key000", "before"});
        QSignalSpy saved(&open.session, &Session::savedAs);
        open.session.saveAs(path);
        QVERIFY(saved.wait());
        QCOMPARE(open.session.projectPath(), path);
        QVERIFY(!open.session.isUntitled());
        QVERIFY(::access(untitledProjectPath(state.path(), "/folder").c_str(), F_OK) != 0);
        open.session.apply(edits::RenameEvent{"key001", "after"});
    }
    OpenSession open(state, "/folder"); // found where it went
    QCOMPARE(open.session.projectPath(), path);
    QVERIFY(!open.session.isUntitled());
    QTRY_COMPARE(open.titleOf("key000"), QStringLiteral("before"));
    QTRY_COMPARE(open.titleOf("key001"), QStringLiteral("after"));
}

void TestProject::aProjectOpensItsFolder()
{
    const TemporaryFolder state;
    const TemporaryFolder documents;
    const std::string path = documents.path("mine.synoptic");
    {
        OpenSession open(state, "/folder");
        open.session.apply(edits::RenameEvent{"key000", "renamed"});
        QSignalSpy saved(&open.session, &Session::savedAs);
        open.session.saveAs(path);
        QVERIFY(saved.wait());
    }
    const TemporaryFolder otherState;
    OpenSession open(otherState, path);
    QVERIFY(open.isOpen);
    QCOMPARE(open.session.folder(), std::string("/folder"));
    QTRY_COMPARE(open.titleOf("key000"), QStringLiteral("renamed"));
}

void TestProject::aFailedSaveKeepsTheEditsAndIsRepeated()
{
    const TemporaryFolder state;
    OpenSession open(state, "/folder");
    QVERIFY(waitUntilSaved(open.session));
    const std::string journal = open.session.projectPath() + "-journal";
    QCOMPARE(::mkdir(journal.c_str(), 0700), 0); // no transaction can begin
    QSignalSpy failed(&open.session, &Session::saveFailed);
    open.session.apply(edits::RenameEvent{"key000", "first"});
    QVERIFY(failed.wait());
    open.session.apply(edits::RenameEvent{"key001", "second"});
    QVERIFY(failed.wait());
    QTRY_COMPARE(open.titleOf("key000"), QStringLiteral("first"));
    QCOMPARE(::rmdir(journal.c_str()), 0);
    QVERIFY(waitUntilSaved(open.session));
    const auto content = store::verifyProject(open.session.projectPath());
    QVERIFY(content->empty());
    QTRY_COMPARE(open.titleOf("key001"), QStringLiteral("second"));
    QSignalSpy opened(&open.session, &Session::projectOpened);
    open.session.open("/folder");
    QVERIFY(opened.wait());
    QCOMPARE(open.session.undoStack().count(), 2);
}

void TestProject::whatCannotBeSavedIsSavedElsewhere()
{
    const TemporaryFolder state;
    const TemporaryFolder documents;
    const std::string path = documents.path("rescued.synoptic");
    {
        // A file where the state directory should be: nothing can be written there.
        Session session(runAtOnce);
        session.keepProjectsIn(state.write("file", "x") + "/state");
        QSignalSpy failed(&session, &Session::projectFailed);
        session.open("/folder");
        session.apply(edits::RenameEvent{"key000", "early"});
        QVERIFY(failed.wait());
        QTRY_VERIFY(session.isComplete());
        session.apply(edits::RenameEvent{"key001", "late"});
        session.undoStack().undo();
        session.undoStack().redo();
        QSignalSpy saved(&session, &Session::savedAs);
        session.saveAs(path);
        QVERIFY(saved.wait());
        session.apply(edits::RenameEvent{"key002", "later"});
    }
    const TemporaryFolder otherState;
    OpenSession open(otherState, path);
    QCOMPARE(open.session.folder(), std::string("/folder"));
    QTRY_COMPARE(open.titleOf("key000"), QStringLiteral("early"));
    QCOMPARE(open.titleOf("key001"), QStringLiteral("late"));
    QCOMPARE(open.titleOf("key002"), QStringLiteral("later"));
}

void TestProject::whatCouldNotBeSavedToTheEndIsRescued()
{
    const TemporaryFolder state;
    std::string journal;
    {
        OpenSession open(state, "/folder");
        open.session.apply(edits::RenameEvent{"key000", "saved"});
        QVERIFY(waitUntilSaved(open.session));
        journal = open.session.projectPath() + "-journal";
        QCOMPARE(::mkdir(journal.c_str(), 0700), 0); // no transaction can begin
        open.session.apply(edits::RenameEvent{"key001", "not saved"});
    }
    QCOMPARE(::rmdir(journal.c_str()), 0);
    OpenSession open(state, state.path("projects/rescued-1.synoptic"));
    QVERIFY(open.isOpen);
    QCOMPARE(open.session.folder(), std::string("/folder"));
    QTRY_COMPARE(open.titleOf("key000"), QStringLiteral("saved"));
    QCOMPARE(open.titleOf("key001"), QStringLiteral("not saved"));
}

void TestProject::aSecondSessionIsToldThatItMayNotWrite()
{
    const TemporaryFolder state;
    OpenSession first(state, "/folder");
    first.session.apply(edits::RenameEvent{"key000", "mine"});
    QTRY_VERIFY(QFile::exists(QString::fromStdString(first.session.projectPath())));
    QVERIFY(waitUntilSaved(first.session));
    Session second(runAtOnce);
    second.keepProjectsIn(state.path());
    store::Mode mode = store::Mode::ReadWrite;
    std::string holder;
    connect(&second, &Session::projectOpened, this, [&](const OpenedProject& project) {
        mode = project.mode;
        holder = project.holder;
    });
    QSignalSpy opened(&second, &Session::projectOpened);
    second.open("/folder");
    QVERIFY(opened.wait());
    QVERIFY(mode == store::Mode::HeldByOther);
    QVERIFY(!holder.empty());
    QCOMPARE(second.undoStack().count(), 1); // it shows what there is
    QSignalSpy failed(&second, &Session::saveFailed);
    second.apply(edits::RenameEvent{"key001", "theirs"});
    QVERIFY(failed.wait());
    first.session.apply(edits::RenameEvent{"key002", "mine too"});
    QVERIFY(waitUntilSaved(first.session));
}

void TestProject::aFolderThatIsLookedAtIsHeldToo()
{
    const TemporaryFolder state;
    OpenSession first(state, "/folder");
    QVERIFY(waitUntilSaved(first.session));
    QVERIFY(!QFile::exists(QString::fromStdString(first.session.projectPath()))); // nothing is worth a file yet
    Session second(runAtOnce);
    second.keepProjectsIn(state.path());
    store::Mode mode = store::Mode::ReadWrite;
    connect(&second, &Session::projectOpened, this, [&](const OpenedProject& project) { mode = project.mode; });
    QSignalSpy opened(&second, &Session::projectOpened);
    second.open("/folder");
    QVERIFY(opened.wait());
    QVERIFY(mode == store::Mode::HeldByOther);
    first.session.apply(edits::RenameEvent{"key002", "mine"});
    QTRY_VERIFY(QFile::exists(QString::fromStdString(first.session.projectPath())));
    QVERIFY(waitUntilSaved(first.session));
}

void TestProject::aDamagedProjectIsRestoredWithoutAQuestion()
{
    const TemporaryFolder state;
    std::string path;
    {
        OpenSession open(state, "/folder");
        open.session.apply(edits::RenameEvent{"key000", "the words that count"});
        QVERIFY(waitUntilSaved(open.session));
        path = open.session.projectPath();
    } // a backup is made on closing
    std::string bytes = TemporaryFolder::read(path);
    const auto at = bytes.find("the words that count");
    QVERIFY(at != std::string::npos);
    bytes[at] = 'T';
    std::FILE* file = std::fopen(path.c_str(), "wb");
    QCOMPARE(std::fwrite(bytes.data(), 1, bytes.size(), file), bytes.size());
    QCOMPARE(std::fclose(file), 0);

    Session session(runAtOnce);
    session.keepProjectsIn(state.path());
    std::optional<store::Restoration> restoration;
    connect(&session, &Session::projectOpened, this,
            [&](const OpenedProject& project) { restoration = project.restoration; });
    QSignalSpy opened(&session, &Session::projectOpened);
    session.open("/folder");
    QVERIFY(opened.wait());
    QVERIFY(restoration.has_value());
    QCOMPARE(restoration->fromBackup, std::size_t{1});
    QVERIFY(std::get<edits::RenameEvent>(session.edits().back()).title == "the words that count");
}

void TestProject::aProjectThatIsNotThereIsSaid()
{
    const TemporaryFolder state;
    Session session(runAtOnce);
    session.keepProjectsIn(state.path());
    QSignalSpy failed(&session, &Session::projectFailed);
    session.open("/nowhere/at/all.synoptic");
    QVERIFY(failed.wait());
    QVERIFY(session.folder().empty());
    QVERIFY(!session.isRunning());
}

void TestProject::theHistoryNamesItsObjects()
{
    const TemporaryFolder state;
    {
        OpenSession open(state, "/folder");
        open.session.apply(edits::RenameEvent{"key000", "a"});
        open.session.apply(edits::SetArticleTitle{"001.txt", "b"});
        open.session.undoStack().undo();
        QCOMPARE(open.session.history().size(), std::size_t{3});
        QVERIFY(open.session.history()[2].kind == store::HistoryEntry::Kind::Undo);
    }
    OpenSession open(state, "/folder");
    const auto& history = open.session.history();
    QCOMPARE(history.size(), std::size_t{3});
    QVERIFY(std::ranges::find(history[0].objects, "event:key000") != history[0].objects.end());
    QCOMPARE(history[1].objects, std::vector<std::string>{"article:001.txt"});
    QCOMPARE(history[2].objects, std::vector<std::string>{"article:001.txt"});
    QVERIFY(history[0].at > 1'600'000'000'000);
    QCOMPARE(history[0].name, QStringLiteral("rename event"));
}

void TestProject::theNextContradictionHasANewNumber()
{
    const TemporaryFolder state;
    OpenSession open(state, "/folder");
    QCOMPARE(open.session.nextContradiction(), 1U);
    edits::PutContradiction put;
    put.contradiction.number = 7;
    open.session.apply(put);
    QCOMPARE(open.session.nextContradiction(), 8U);
}

void TestProject::randomSessionsComeBackTheSame()
{
    const TemporaryFolder state;
    const auto corpus = tests::randomCorpus(6, 9, 1);
    const auto run = [&corpus](const engine::RunOptions& options, engine::RunObserver& observer,
                               const std::stop_token& /*stop*/) -> Found {
        auto analysis = std::make_shared<analysis::Analysis>(*corpus);
        analysis->folder = options.folder;
        observer.scanned(analysis->articles.size());
        return analysis;
    };
    tests::RandomEdits random(9);
    std::shared_ptr<const edits::Timeline> last;
    edits::Edits edits;
    int undoable = 0;
    for (int restart = 0; restart < 20; ++restart) {
        Session session(run);
        session.keepProjectsIn(state.path());
        QSignalSpy opened(&session, &Session::projectOpened);
        session.open("/folder");
        QVERIFY(opened.wait());
        QTRY_VERIFY(session.isComplete());
        QVERIFY(session.edits() == edits);
        QCOMPARE(session.undoStack().index(), undoable);
        if (last)
            QVERIFY(edits::applyEdits(corpus, session.edits())->sameAs(*last));
        for (int step = 0; step < 30; ++step) {
            const std::size_t choice = random.below(6);
            if (choice == 0)
                session.undoStack().undo();
            else if (choice == 1)
                session.undoStack().redo();
            else
                session.apply(random.next(*session.timeline()));
            if (step % 10 == 0)
                QTest::qWait(1);
        }
        edits = session.edits();
        undoable = session.undoStack().index();
        last = edits::applyEdits(corpus, edits);
    }
}

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
