// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_store.h"

#include <string>
#include <utility>
#include <vector>

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include "exchange/edit_codec.h"
#include "store/backups.h"
#include "store/lock_file.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::store;

namespace {

HistoryEntry rename(const std::string& title)
{
    HistoryEntry entry;
    entry.name = "rename event";
    entry.at = 1'700'000'000'000;
    entry.edits = exchange::editsToJson({edits::RenameEvent{"k", title}});
    return entry;
}

HistoryEntry turn(HistoryEntry::Kind kind, std::uint64_t target)
{
    HistoryEntry entry;
    entry.kind = kind;
    entry.target = target;
    entry.name = "rename event";
    return entry;
}

ProjectContent someContent()
{
    ProjectContent content;
    content.folder = "/articles/caf\xe9";
    content.view = {{"layout", std::string("\0\x01 binary", 9)}, {"zoom", "3"}};
    content.sources = {{"a.txt", "00"}, {"b\xff.txt", "01"}};
    return content;
}

std::vector<std::string> filesIn(const TemporaryFolder& folder)
{
    std::vector<std::string> names;
    const QDir directory(QString::fromStdString(folder.path()));
    for (const QString& name : directory.entryList(QDir::Files | QDir::Hidden, QDir::Name))
        names.push_back(name.toStdString());
    return names;
}

} // namespace

class TestProjectStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenComesBack();
    void atRestThereIsOneFile();
    void undoAndRedoAreRowsOfTheirOwn();
    void aHistoryThatCannotFollowIsNamed_data();
    void aHistoryThatCannotFollowIsNamed();
    void theViewAndTheArticlesAreReplaced();
    void aProjectIsNotMadeWhereNothingCanBeWritten();
    void whatIsNoProjectIsRefused_data();
    void whatIsNoProjectIsRefused();
    void aLinkIsNotFollowed();
    void aNewerProjectIsReadOnly();
    void aFileThatMayNotBeWrittenIsReadOnly();
    void theSecondOpenerReadsAndIsToldWhoHasIt();
    void aLockLeftBehindKeepsNobodyOut();
    void aForeignWriterStopsUs();
    void aFailedWriteKeepsTheFileAndCanBeRepeated();
    void aCopyHoldsTheSame();
    void backupsRotate();
    void aDamagedProjectIsRestored();
};

void TestProjectStore::whatIsWrittenComesBack()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    {
        auto store = ProjectStore::create(path, someContent());
        QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
        QVERIFY(store->mode() == Mode::ReadWrite);
        QVERIFY(store->append({rename("one"), rename("“two” \x7f 北京")}).has_value());
    }
    auto store = ProjectStore::open(path);
    QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
    QVERIFY(store->mode() == Mode::ReadWrite);
    QVERIFY(store->damage().empty());
    QVERIFY(!store->endedUncleanly());
    ProjectContent expected = someContent();
    expected.history = {rename("one"), rename("“two” \x7f 北京")};
    expected.history[0].number = expected.history[0].target = 1;
    expected.history[1].number = expected.history[1].target = 2;
    QVERIFY(store->content() == expected);
    QVERIFY(verifyProject(path)->empty());
}

void TestProjectStore::atRestThereIsOneFile()
{
    const TemporaryFolder folder;
    {
        auto store = ProjectStore::create(folder.path("p.synoptic"), {});
        QVERIFY(store->append({rename("one")}).has_value());
        QCOMPARE(filesIn(folder), (std::vector<std::string>{"p.synoptic", "p.synoptic.lock"}));
    }
    QCOMPARE(filesIn(folder), std::vector<std::string>{"p.synoptic"});
    const std::string bytes = TemporaryFolder::read(folder.path("p.synoptic"));
    QVERIFY(bytes.starts_with("SQLite format 3"));
    QCOMPARE(bytes.substr(68, 4), std::string("SYNO")); // application_id, where file(1) looks for it
}

void TestProjectStore::undoAndRedoAreRowsOfTheirOwn()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    {
        auto store = ProjectStore::create(path, {});
        QVERIFY(store->append({rename("one"), rename("two"), rename("three")}).has_value());
        QVERIFY(store->append({turn(HistoryEntry::Kind::Undo, 3), turn(HistoryEntry::Kind::Undo, 2)}).has_value());
        QVERIFY(store->append({turn(HistoryEntry::Kind::Redo, 2)}).has_value());
    }
    const auto store = ProjectStore::open(path);
    QCOMPARE(store->content().history.size(), std::size_t{6});
    const auto stack = replay(store->content().history);
    QVERIFY(stack.has_value());
    QCOMPARE(stack->done.size(), std::size_t{2});
    QVERIFY(stack->done[1].edits == edits::Edits{(edits::RenameEvent{"k", "two"})});
    QCOMPARE(stack->undone.size(), std::size_t{1});
    QCOMPARE(stack->undone[0].number, std::uint64_t{3});
}

void TestProjectStore::aHistoryThatCannotFollowIsNamed_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("an undo of nothing") << 0;
    QTest::newRow("an undo of what is not last") << 1;
    QTest::newRow("a redo after something new") << 2;
    QTest::newRow("edits that cannot be read") << 3;
    QTest::newRow("a number left out") << 4;
}

void TestProjectStore::aHistoryThatCannotFollowIsNamed()
{
    QFETCH(int, which);
    std::vector<HistoryEntry> history;
    const auto add = [&history](HistoryEntry entry) {
        entry.number = history.size() + 1;
        if (entry.kind == HistoryEntry::Kind::Do)
            entry.target = entry.number;
        history.push_back(std::move(entry));
    };
    add(rename("one"));
    add(rename("two"));
    if (which == 0)
        add(turn(HistoryEntry::Kind::Undo, 7));
    if (which == 1)
        add(turn(HistoryEntry::Kind::Undo, 1));
    if (which == 2) {
        add(turn(HistoryEntry::Kind::Undo, 2));
        add(rename("new"));
        add(turn(HistoryEntry::Kind::Redo, 2));
    }
    if (which == 3)
        history[1].edits = R"([{"type":"no such thing"}])";
    if (which == 4)
        history.erase(history.begin());
    const auto stack = replay(history);
    QVERIFY(!stack.has_value());
    QVERIFY(stack.error().code == ErrorCode::Malformed);
    QVERIFY(stack.error().detail.find("action ") != std::string::npos);
}

void TestProjectStore::theViewAndTheArticlesAreReplaced()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    {
        auto store = ProjectStore::create(path, someContent());
        QVERIFY(store->setView({{"zoom", "7"}, {"layout", ""}, {"selection", "e1"}, {"nothing", ""}}).has_value());
        QVERIFY(store->setSources({{"b\xff.txt", "02"}, {"c.txt", "03"}}).has_value());
        QVERIFY(store->setFolder("/elsewhere").has_value());
    }
    const auto store = ProjectStore::open(path);
    QVERIFY(store->damage().empty());
    QVERIFY(store->content().view == (std::map<std::string, std::string>{{"selection", "e1"}, {"zoom", "7"}}));
    QVERIFY(store->content().sources == (std::map<std::string, std::string>{{"b\xff.txt", "02"}, {"c.txt", "03"}}));
    QCOMPARE(store->content().folder, std::string("/elsewhere"));
}

void TestProjectStore::aProjectIsNotMadeWhereNothingCanBeWritten()
{
    const TemporaryFolder folder;
    const auto store = ProjectStore::create(folder.path("none/p.synoptic"), {});
    QVERIFY(!store.has_value());
    QVERIFY(store.error().code == ErrorCode::NotFound);
    QVERIFY(!ProjectStore::open(folder.path("p.synoptic")).has_value());
    QVERIFY(filesIn(folder).empty());
}

void TestProjectStore::whatIsNoProjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("The mill burned.\n").repeated(200);
    QTest::newRow("a header alone") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("a header and rubbish") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\x55');
}

void TestProjectStore::whatIsNoProjectIsRefused()
{
    QFETCH(QByteArray, bytes);
    const TemporaryFolder folder;
    const std::string path = folder.write("p.synoptic", bytes.toStdString());
    if (const auto store = ProjectStore::open(path)) {
        QVERIFY(store->mode() == Mode::Damaged);
        QVERIFY(!store->damage().empty());
    } else {
        QVERIFY(store.error().code == ErrorCode::Malformed);
    }
    QVERIFY(!verifyProject(path)->empty());
    QCOMPARE(TemporaryFolder::read(path), bytes.toStdString()); // and left as it was
}

void TestProjectStore::aLinkIsNotFollowed()
{
    const TemporaryFolder folder;
    QVERIFY(ProjectStore::create(folder.path("p.synoptic"), {}).has_value());
    QCOMPARE(::symlink("p.synoptic", folder.path("link.synoptic").c_str()), 0);
    QVERIFY(!ProjectStore::open(folder.path("link.synoptic")).has_value());
}

void TestProjectStore::aNewerProjectIsReadOnly()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, someContent())->append({rename("one")}).has_value());
    std::string bytes = TemporaryFolder::read(path);
    bytes[63] = 2; // user_version, big endian at 60
    folder.write("p.synoptic", bytes);
    auto store = ProjectStore::open(path);
    QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
    QVERIFY(store->mode() == Mode::Newer);
    QCOMPARE(store->content().history.size(), std::size_t{1});
    QVERIFY(store->append({rename("two")}).error().code == ErrorCode::AccessDenied);
    QVERIFY(!verifyProject(path)->empty());
}

void TestProjectStore::aFileThatMayNotBeWrittenIsReadOnly()
{
    if (::geteuid() == 0) {
        // root may write anything; the file system would have to refuse
        QVERIFY(true);
        return;
    }
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, someContent()).has_value());
    QCOMPARE(::chmod(path.c_str(), 0444), 0);
    const auto store = ProjectStore::open(path);
    QVERIFY(store.has_value());
    QVERIFY(store->mode() == Mode::NoPermission);
    QVERIFY(store->content() == someContent());
}

void TestProjectStore::theSecondOpenerReadsAndIsToldWhoHasIt()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    auto first = ProjectStore::create(path, someContent(), {"the first"});
    QVERIFY(first->append({rename("one")}).has_value());
    {
        auto second = ProjectStore::open(path, {"the second"});
        QVERIFY(second.has_value());
        QVERIFY(second->mode() == Mode::HeldByOther);
        QVERIFY(second->holder().starts_with("the first, process "));
        QCOMPARE(second->content().history.size(), std::size_t{1});
        QVERIFY(!second->append({rename("two")}).has_value());
        QVERIFY(!ProjectStore::create(path, {}).has_value()); // nor may it be replaced
    }
    QVERIFY(first->append({rename("two")}).has_value()); // and the second took nothing away
    first = ProjectStore::create(folder.path("q.synoptic"), {});
    auto third = ProjectStore::open(path);
    QVERIFY(third->mode() == Mode::ReadWrite);
    QVERIFY(!third->endedUncleanly());
}

void TestProjectStore::aLockLeftBehindKeepsNobodyOut()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, someContent()).has_value());
    folder.write("p.synoptic.lock", "synoptic, process 1 on elsewhere\n");
    const auto store = ProjectStore::open(path);
    QVERIFY(store->mode() == Mode::ReadWrite);
    QVERIFY(store->endedUncleanly());
}

void TestProjectStore::aForeignWriterStopsUs()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    auto store = ProjectStore::create(path, someContent());
    {
        // Somebody who does not care for locks of ours.
        QCOMPARE(::unlink((path + ".lock").c_str()), 0);
        auto other = ProjectStore::open(path);
        QVERIFY(other->append({rename("theirs")}).has_value());
    }
    const auto appended = store->append({rename("ours")});
    QVERIFY(!appended.has_value());
    QVERIFY(appended.error().detail.find("another program") != std::string::npos);
    QVERIFY(verifyProject(path)->empty());
}

void TestProjectStore::aFailedWriteKeepsTheFileAndCanBeRepeated()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    auto store = ProjectStore::create(path, someContent());
    QVERIFY(store->append({rename("one")}).has_value());
    QVERIFY(::mkdir((path + "-journal").c_str(), 0700) == 0); // no journal can be written now
    QVERIFY(!store->append({rename("two"), rename("three")}).has_value());
    QVERIFY(!store->setView({{"zoom", "9"}}).has_value());
    QCOMPARE(store->content().history.size(), std::size_t{1});
    QCOMPARE(store->content().view.at("zoom"), std::string("3"));
    QCOMPARE(::rmdir((path + "-journal").c_str()), 0);
    QVERIFY(store->append({rename("two"), rename("three")}).has_value());
    QVERIFY(store->setView({{"zoom", "9"}}).has_value());
    const ProjectContent content = store->content();
    store = ProjectStore::create(folder.path("q.synoptic"), {});
    QVERIFY(ProjectStore::open(path)->content() == content);
    QCOMPARE(content.history.size(), std::size_t{3});
}

void TestProjectStore::aCopyHoldsTheSame()
{
    const TemporaryFolder folder;
    auto store = ProjectStore::create(folder.path("p.synoptic"), someContent());
    QVERIFY(store->append({rename("one")}).has_value());
    folder.write("copy.synoptic", "something else");
    const auto copied = store->copyTo(folder.path("copy.synoptic"));
    QVERIFY2(copied.has_value(), copied ? "" : copied.error().detail.c_str());
    QVERIFY(store->append({rename("two")}).has_value()); // the original goes on
    const auto copy = ProjectStore::open(folder.path("copy.synoptic"));
    QVERIFY(copy->damage().empty());
    QCOMPARE(copy->content().history.size(), std::size_t{1});
    QVERIFY(!store->copyTo(folder.path("none/copy.synoptic")).has_value());
}

void TestProjectStore::backupsRotate()
{
    const TemporaryFolder folder;
    const TemporaryFolder backups;
    auto store = ProjectStore::create(folder.path("p.synoptic"), someContent());
    for (int i = 0; i < 14; ++i) {
        QVERIFY(backUp(*store, backups.path()).has_value());
        QVERIFY(backUp(*store, backups.path()).has_value()); // nothing new: no other copy
        QVERIFY(store->append({rename(std::to_string(i))}).has_value());
    }
    const auto names = filesIn(backups);
    QCOMPARE(names.size(), backupsKept);
    QCOMPARE(names.front(), std::string("00000005.synoptic"));
    QCOMPARE(names.back(), std::string("00000014.synoptic"));
    QCOMPARE(ProjectStore::open(backups.path(names.back()))->content().history.size(), std::size_t{13});
}

void TestProjectStore::aDamagedProjectIsRestored()
{
    const TemporaryFolder folder;
    const TemporaryFolder backups;
    const std::string path = folder.path("p.synoptic");
    {
        auto store = ProjectStore::create(path, someContent());
        QVERIFY(store->append({rename("one"), rename("two")}).has_value());
        QVERIFY(backUp(*store, backups.path()).has_value());
        QVERIFY(store->append({rename("three"), rename("four, the bad one"), rename("five")}).has_value());
    }
    std::string bytes = TemporaryFolder::read(path);
    const auto at = bytes.find("the bad one");
    QVERIFY(at != std::string::npos);
    bytes[at] ^= 1;
    folder.write("p.synoptic", bytes);

    {
        const auto damaged = ProjectStore::open(path);
        QVERIFY(damaged->mode() == Mode::Damaged);
        QVERIFY(damaged->damage().front().where.find("action 4, “rename event”") != std::string::npos);
    }
    const auto restored = restoreFromBackup(path, backups.path());
    QVERIFY2(restored.has_value(), restored ? "" : restored.error().detail.c_str());
    QCOMPARE(restored->fromBackup, std::size_t{2});
    QCOMPARE(restored->later, std::size_t{1});
    QCOMPARE(TemporaryFolder::read(restored->damagedCopy), bytes);
    const auto store = ProjectStore::open(path);
    QVERIFY(store->mode() == Mode::ReadWrite);
    QCOMPARE(store->content().history.size(), std::size_t{3});
    QCOMPARE(store->content().folder, someContent().folder);
}

QTEST_GUILESS_MAIN(TestProjectStore)
#include "tst_project_store.moc"
