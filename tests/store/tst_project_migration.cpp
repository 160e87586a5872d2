// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <csignal>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <QDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include "exchange/edit_codec.h"
#include "store/backups.h"
#include "store/lock_file.h"
#include "store/project_store.h"
#include "support/long_count.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::store;

namespace {

/// What the projects in tests/data/projects hold, whichever version wrote them.
ProjectContent goldenContent()
{
    ProjectContent content;
    content.folder = "/articles/caf\xe9";
    const auto add = [&content](HistoryEntry::Kind kind, std::uint64_t target, const std::string& name,
                                const edits::Edits& edits) {
        HistoryEntry entry;
        entry.number = content.history.size() + 1;
        entry.kind = kind;
        entry.target = target == 0 ? entry.number : target;
        entry.at = 1'700'000'000'000 + static_cast<std::int64_t>(entry.number);
        entry.name = name;
        if (kind == HistoryEntry::Kind::Do)
            entry.edits = exchange::editsToJson(edits);
        content.history.push_back(entry);
    };
    add(HistoryEntry::Kind::Do, 0, "rename event", {edits::RenameEvent{"0123456789abcdef", "Brücke 😀 closes"}});
    add(HistoryEntry::Kind::Do, 0, "accept 2 events",
        {edits::ReviewEvent{"0123456789abcdef", edits::ReviewState::Accepted},
         edits::ReviewEvent{"fedcba9876543210", edits::ReviewState::Accepted}});
    add(HistoryEntry::Kind::Undo, 2, "accept 2 events", {});
    add(HistoryEntry::Kind::Redo, 2, "accept 2 events", {});
    edits::Anchor anchor;
    anchor.file = "a\xff.txt";
    anchor.sha256 = std::string(64, '0');
    anchor.quote = "It closed on Friday.";
    edits::Contradiction record;
    record.number = 1;
    record.question = "When?";
    record.parties = {{'A', anchor, "Friday", "the mayor", edits::PartyStance::Asserts, 'B', 2},
                      {'B', anchor, "Saturday", "", edits::PartyStance::Denies, 'F', 6}};
    add(HistoryEntry::Kind::Do, 0, "contradiction C-001", {edits::PutContradiction{record}});
    content.view = {{"layout", std::string("\0\x01 binary", 9)}, {"zoom", "3"}};
    content.sources = {{"a\xff.txt", std::string(64, '1')}, {"b.txt", std::string(64, '2')}};
    return content;
}

QString goldenFolder()
{
    return QStringLiteral(SYNOPTIC_TEST_DATA "/projects");
}

/// A later version of the file, as a later program may have it: a table that is new, and a value that is written
/// otherwise.
const Schema& laterSchema()
{
    static const Schema schema = [] {
        Schema later = currentSchema();
        later.steps.push_back(
            {"CREATE TABLE reader (key TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL, row_check INTEGER "
             "NOT NULL) STRICT, WITHOUT ROWID;\n"
             "INSERT INTO reader (key, value, row_check) VALUES ('font', x'31', row_check('reader', "
             "'font', '1'));"});
        later.steps.push_back(
            {"UPDATE view SET value = CAST('30' AS BLOB), row_check = row_check('view', 'zoom', '30') "
             "WHERE key = 'zoom';"});
        return later;
    }();
    return schema;
}

const Schema& brokenSchema(const char* sql)
{
    static std::map<std::string, Schema> schemas;
    Schema& schema = schemas[sql];
    schema = currentSchema();
    schema.steps.push_back({sql});
    return schema;
}

OpenOptions with(const Schema& schema)
{
    OpenOptions options;
    options.schema = &schema;
    return options;
}

ProjectContent migrated()
{
    ProjectContent content = goldenContent();
    content.view["zoom"] = "30";
    return content;
}

std::vector<std::string> filesIn(const TemporaryFolder& folder)
{
    std::vector<std::string> names;
    for (const QString& name :
         QDir(QString::fromStdString(folder.path())).entryList(QDir::Files | QDir::Hidden, QDir::Name))
        names.push_back(name.toStdString());
    return names;
}

} // namespace

/// Project files of other versions of the program.
class TestProjectMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void projectsOfEveryVersionOpen_data();
    void projectsOfEveryVersionOpen();
    void anEarlierFileIsBroughtUpToDateOnACopy();
    void whatIsUpToDateIsLeftAlone();
    void aLaterFileIsReadOnly();
    void onesOwnIsWrittenInTheLatestVersion();
    void aFileThatMayNotBeWrittenIsReadAsIfItWereUpToDate();
    void theSecondOpenerMigratesNothing();
    void aStepThatFailsChangesNothing_data();
    void aStepThatFailsChangesNothing();
    void damageIsNotMadeGood();
    void backupsOfAnEarlierVersionRestore();
    void killedAtAnyMomentItOpensAllTheSame();
};

void TestProjectMigration::projectsOfEveryVersionOpen_data()
{
    QTest::addColumn<QString>("file");
    // SYNOPTIC_UPDATE_GOLDEN=1 adds the file of this version, once
    const QString own = goldenFolder() + QStringLiteral("/version_%1.synoptic").arg(currentSchema().version());
    if (qEnvironmentVariableIsSet("SYNOPTIC_UPDATE_GOLDEN") && !QFile::exists(own)) {
        QDir().mkpath(goldenFolder());
        QVERIFY(ProjectStore::create(own.toStdString(), goldenContent()).has_value());
    }
    const QStringList files = QDir(goldenFolder()).entryList({QStringLiteral("*.synoptic")});
    QCOMPARE(files.size(), currentSchema().version()); // one of each
    for (const QString& file : files)
        QTest::newRow(qPrintable(file)) << file;
}

void TestProjectMigration::projectsOfEveryVersionOpen()
{
    QFETCH(QString, file);
    const TemporaryFolder folder;
    const std::string golden = goldenFolder().toStdString() + "/" + file.toStdString();
    const std::string path = folder.write("p.synoptic", TemporaryFolder::read(golden));
    const auto outside = readProjectContent(path);
    QVERIFY2(outside.has_value(), outside ? "" : outside.error().detail.c_str());
    QVERIFY(*outside == goldenContent());
    const auto damage = verifyProject(path);
    QVERIFY(damage.has_value() && damage->empty());
    auto store = ProjectStore::open(path);
    QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
    QVERIFY(store->mode() == Mode::ReadWrite);
    QVERIFY(store->content() == goldenContent());
    const auto stack = replay(store->content().history);
    QVERIFY(stack.has_value());
    QCOMPARE(stack->done.size(), std::size_t{3});
    HistoryEntry more;
    more.name = "rename event";
    more.edits = exchange::editsToJson({edits::RenameEvent{"k", "x"}});
    QVERIFY(store->append({more}).has_value());
}

void TestProjectMigration::anEarlierFileIsBroughtUpToDateOnACopy()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, goldenContent()).has_value());
    const std::string before = TemporaryFolder::read(path);
    {
        auto store = ProjectStore::open(path, with(laterSchema()));
        QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
        QVERIFY(store->mode() == Mode::ReadWrite);
        QVERIFY(store->damage().empty());
        QVERIFY(store->content() == migrated());
        QVERIFY(store->setView({{"zoom", "31"}}).has_value());
    }
    // The file as it was lies beside it, for a program of its version
    QCOMPARE(filesIn(folder), (std::vector<std::string>{"p.synoptic", "p.synoptic.version-1"}));
    auto old = ProjectStore::open(folder.path("p.synoptic.version-1"));
    QVERIFY(old.has_value() && old->mode() == Mode::ReadWrite && old->content() == goldenContent());
    auto again = ProjectStore::open(path, with(laterSchema()));
    QVERIFY(again.has_value() && again->mode() == Mode::ReadWrite);
    QCOMPARE(again->content().view.at("zoom"), std::string("31"));
    QVERIFY(before != TemporaryFolder::read(path));
}

void TestProjectMigration::whatIsUpToDateIsLeftAlone()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, goldenContent()).has_value());
    const std::string before = TemporaryFolder::read(path);
    QVERIFY(ProjectStore::open(path).has_value());
    QVERIFY(before == TemporaryFolder::read(path));
    QCOMPARE(filesIn(folder), std::vector<std::string>{"p.synoptic"});
}

void TestProjectMigration::aLaterFileIsReadOnly()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, goldenContent(), with(laterSchema())).has_value());
    const std::string before = TemporaryFolder::read(path);
    auto store = ProjectStore::open(path);
    QVERIFY(store.has_value());
    QVERIFY(store->mode() == Mode::Newer);
    QVERIFY(store->content() == goldenContent());
    QVERIFY(!store->setView({{"zoom", "9"}}).has_value());
    QVERIFY(before == TemporaryFolder::read(path));
}

void TestProjectMigration::onesOwnIsWrittenInTheLatestVersion()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, goldenContent(), with(laterSchema())).has_value());
    auto store = ProjectStore::open(path, with(laterSchema()));
    QVERIFY(store.has_value() && store->mode() == Mode::ReadWrite && store->content() == goldenContent());
    QCOMPARE(filesIn(folder), (std::vector<std::string>{"p.synoptic", "p.synoptic.lock"}));
}

void TestProjectMigration::aFileThatMayNotBeWrittenIsReadAsIfItWereUpToDate()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, goldenContent()).has_value());
    const std::string before = TemporaryFolder::read(path);
    // Where the copy would lie something stands that cannot be replaced
    folder.write("p.synoptic.migrated.new/x", "in the way");
    folder.write("p.synoptic.version-1.new/x", "in the way");
    auto store = ProjectStore::open(path, with(laterSchema()));
    QVERIFY(store.has_value());
    QVERIFY(store->mode() == Mode::NotMigrated);
    QVERIFY(store->content() == migrated());
    QVERIFY(!store->setView({{"zoom", "9"}}).has_value());
    QVERIFY(before == TemporaryFolder::read(path));
}

void TestProjectMigration::theSecondOpenerMigratesNothing()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, goldenContent()).has_value());
    const auto first = ProjectStore::open(path);
    QVERIFY(first.has_value());
    const auto second = ProjectStore::open(path, with(laterSchema()));
    QVERIFY(second.has_value());
    QVERIFY(second->mode() == Mode::HeldByOther);
    QVERIFY(second->content() == migrated());
    QCOMPARE(filesIn(folder), (std::vector<std::string>{"p.synoptic", "p.synoptic.lock"}));
}

void TestProjectMigration::aStepThatFailsChangesNothing_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("no statement") << QByteArray("MAKE ME A TABLE;");
    QTest::newRow("a table that is there") << QByteArray("CREATE TABLE view (key TEXT);");
    QTest::newRow("a row without its check") << QByteArray("UPDATE view SET value = x'00' WHERE key = 'zoom';");
    QTest::newRow("the history rewritten") << QByteArray("UPDATE history SET name = 'other' WHERE number = 1;");
    QTest::newRow("actions taken away") << QByteArray("DELETE FROM history WHERE number = 5;");
    QTest::newRow("a table without checks") << QByteArray("CREATE TABLE more (key TEXT PRIMARY KEY);");
}

void TestProjectMigration::aStepThatFailsChangesNothing()
{
    QFETCH(QByteArray, sql);
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, goldenContent()).has_value());
    const std::string before = TemporaryFolder::read(path);
    {
        const auto store = ProjectStore::open(path, with(brokenSchema(sql.constData())));
        QVERIFY(!store || store->mode() != Mode::ReadWrite);
    }
    QVERIFY(before == TemporaryFolder::read(path));
    const auto store = ProjectStore::open(path);
    QVERIFY(store.has_value() && store->mode() == Mode::ReadWrite && store->content() == goldenContent());
}

void TestProjectMigration::damageIsNotMadeGood()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, goldenContent()).has_value());
    std::string bytes = TemporaryFolder::read(path);
    const auto at = bytes.find("Saturday");
    QVERIFY(at != std::string::npos);
    bytes[at] = 'X';
    folder.write("p.synoptic", bytes);
    const auto store = ProjectStore::open(path, with(laterSchema()));
    QVERIFY(store.has_value());
    QVERIFY(store->mode() == Mode::Damaged);
    QVERIFY(!store->damage().empty());
    QVERIFY(bytes == TemporaryFolder::read(path));
}

void TestProjectMigration::backupsOfAnEarlierVersionRestore()
{
    const TemporaryFolder folder;
    const TemporaryFolder backups;
    const std::string path = folder.path("p.synoptic");
    {
        const auto store = ProjectStore::create(path, goldenContent());
        QVERIFY(store.has_value());
        QVERIFY(backUp(*store, backups.path()).has_value());
    }
    folder.write("p.synoptic", "damaged");
    const auto restored = restoreFromBackup(path, backups.path(), with(laterSchema()));
    QVERIFY2(restored.has_value(), restored ? "" : restored.error().detail.c_str());
    const auto store = ProjectStore::open(path, with(laterSchema()));
    QVERIFY(store.has_value() && store->mode() == Mode::ReadWrite);
    QVERIFY(store->content().history == goldenContent().history);
}

void TestProjectMigration::killedAtAnyMomentItOpensAllTheSame()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    std::mt19937 random(11);
    int migratedBefore = 0;
    const int rounds = tests::longCount("SYNOPTIC_KILL_ROUNDS", 500) / 10;
    for (int round = 0; round < rounds; ++round) {
        for (const std::string& name : filesIn(folder))
            ::remove(folder.path(name).c_str());
        QVERIFY(ProjectStore::create(path, goldenContent()).has_value());
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            [[maybe_unused]] const auto store = ProjectStore::open(path, with(laterSchema()));
            ::pause();
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 120'000));
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        // The file is the old or the new, whichever program looks
        const auto old = readProjectContent(path);
        const bool isNew = !old || old->view.at("zoom") == "30";
        migratedBefore += isNew ? 1 : 0;
        const auto store = ProjectStore::open(path, with(laterSchema()));
        QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
        QVERIFY(store->mode() == Mode::ReadWrite);
        QVERIFY(store->content() == migrated());
    }
    qInfo("%d programs killed, %d after the file was up to date", rounds, migratedBefore);
}

QTEST_APPLESS_MAIN(TestProjectMigration)
#include "tst_project_migration.moc"
