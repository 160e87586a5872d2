// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cerrno>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include "app/engine/atomic_file.h"
#include "exchange/edit_codec.h"
#include "store/backups.h"
#include "store/project_store.h"
#include "support/fault_injection.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::store;
using tests::Fault;

namespace {

/// What a forked process found out about one write with one fault.
struct Report
{
    int failed = 0;    ///< calls
    bool done = false; ///< what the program said of the write
    bool said = false; ///< an error with words, if it said no
};

/// Does @p write in a process of its own, in which a call fails.
Report tryWith(const Fault& fault, const std::function<std::function<Result<>()>()>& prepare)
{
    int ends[2] = {};
    if (::pipe(ends) != 0)
        return {};
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        const auto write = prepare();
        if (!write)
            ::_exit(3);
        tests::arm(fault);
        const Result<> result = write();
        Report report;
        report.failed = tests::disarm();
        report.done = result.has_value();
        report.said = !result && !result.error().detail.empty();
        ::_exit(::write(ends[1], &report, sizeof report) == static_cast<ssize_t>(sizeof report) ? 0 : 4);
    }
    ::close(ends[1]);
    Report report;
    const bool isWhole = ::read(ends[0], &report, sizeof report) == static_cast<ssize_t>(sizeof report);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    // A process that died of a fault has no report: failed is 0 then, and done is not
    return isWhole && WIFEXITED(status) ? report : Report{-1, false, false};
}

HistoryEntry entryNumber(std::uint64_t number)
{
    HistoryEntry entry;
    entry.name = "rename event";
    entry.at = static_cast<std::int64_t>(number);
    entry.edits = exchange::editsToJson({edits::RenameEvent{"k", std::string(3000, 'x')}});
    return entry;
}

/// A project with five entries.
bool makeProject(const std::string& path)
{
    auto store = ProjectStore::create(path, {});
    for (std::uint64_t i = 1; store && i <= 5; ++i)
        if (!store->append({entryNumber(i)}))
            return false;
    return store.has_value();
}

constexpr std::array errors = {ENOSPC, EIO, EDQUOT, EROFS, EMFILE, EINTR, EACCES, Fault::shortWrite};

void addFaults()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("persists");
    const std::array<const char*, errors.size()> names = {"no space",   "input and output", "quota",  "read-only",
                                                          "no handles", "interrupted",      "denied", "short write"};
    for (std::size_t i = 0; i < errors.size(); ++i) {
        QTest::addRow("%s, once", names[i]) << errors[i] << false;
        if (errors[i] != EINTR) // a call that is always interrupted is asked again for ever, and rightly so
            QTest::addRow("%s, from then on", names[i]) << errors[i] << true;
    }
}

int points = 0; // faults that were injected, in all tests

using Prepare = std::function<std::function<Result<>()>()>;

/// Lets call 1, 2, 3 … of a write fail until there are no more calls. @p around makes the place of one try, and gives
/// the folder whose calls fail and the write; @p check looks at what is left. Both may give up by QFAIL.
void failInTurn(int error, bool persists, const std::function<std::pair<std::string, Prepare>()>& around,
                const std::function<void(const Report&)>& check)
{
    for (int at = 1;; ++at) {
        const auto [folder, prepare] = around();
        // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): the child ends in _exit, which frees nothing
        const Report report = tryWith({error, at, persists, folder}, prepare);
        QVERIFY2(report.failed >= 0, "the process died");
        QVERIFY2(report.done || report.said, "a failure without a word");
        check(report);
        if (QTest::currentTestFailed() || report.failed == 0)
            return; // the write has no more calls than that
        ++points;
    }
}

/// A write to an open project.
Prepare withStore(const std::string& path, const std::function<Result<>(ProjectStore&)>& write)
{
    return [path, write]() -> std::function<Result<>()> {
        auto store = std::make_shared<Result<ProjectStore>>(ProjectStore::open(path));
        if (!*store || (*store)->mode() != Mode::ReadWrite)
            return {};
        return [store, write] { return write(**store); };
    };
}

bool isWhole(const std::string& path)
{
    const auto damage = verifyProject(path);
    return damage.has_value() && damage->empty();
}

} // namespace

/// Every system call of every write fails in turn, once and for good: what stands on the disk is the old or the new,
/// never a third, and what was not written is said.
class TestProjectFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsAreReal();
    void anActionIsWrittenOrNot_data() { addFaults(); }
    void anActionIsWrittenOrNot();
    void theViewIsWrittenOrNot_data() { addFaults(); }
    void theViewIsWrittenOrNot();
    void aBackupFailsWithoutHarm_data() { addFaults(); }
    void aBackupFailsWithoutHarm();
    void aCopyReplacesAFileOrLeavesIt_data() { addFaults(); }
    void aCopyReplacesAFileOrLeavesIt();
    void aProjectIsMadeOrNot_data() { addFaults(); }
    void aProjectIsMadeOrNot();
    void anExportReplacesAFileOrLeavesIt_data() { addFaults(); }
    void anExportReplacesAFileOrLeavesIt();
    void anEarlierFileIsBroughtUpToDateOrLeft_data() { addFaults(); }
    void anEarlierFileIsBroughtUpToDateOrLeft();
    void cleanupTestCase() { qInfo("%d system calls failed", points); }
};

void TestProjectFaults::faultsAreReal()
{
    const TemporaryFolder folder;
    const TemporaryFolder other;
    const auto write = [&](const TemporaryFolder& where) {
        return [path = where.path("x")]() -> std::function<Result<>()> {
            return [path] { return engine::writeFileAtomically(path, "x"); };
        };
    };
    const Fault fault{ENOSPC, 1, true, folder.path()};
    const Report hit = tryWith(fault, write(folder));
    QVERIFY(hit.failed > 0 && !hit.done && hit.said);
    const Report missed = tryWith(fault, write(other));
    QVERIFY(missed.failed == 0 && missed.done);
}

void TestProjectFaults::anActionIsWrittenOrNot()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(makeProject(path));
    std::size_t before = 5;
    const auto around = [&] {
        return std::pair{folder.path(), withStore(path, [&before](ProjectStore& store) {
                             return store.append({entryNumber(before + 1)});
                         })};
    };
    failInTurn(error, persists, around, [&](const Report& report) {
        const auto store = ProjectStore::open(path);
        QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
        QVERIFY(store->mode() == Mode::ReadWrite && store->damage().empty());
        const std::size_t now = store->content().history.size();
        QVERIFY2(now == before + 1 || (!report.done && now == before), "neither the old nor the new");
        QVERIFY(replay(store->content().history).has_value());
        before = now;
    });
}

void TestProjectFaults::theViewIsWrittenOrNot()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(makeProject(path));
    std::string before;
    std::string wanted;
    int round = 0;
    const auto around = [&] {
        wanted = std::to_string(++round);
        return std::pair{folder.path(), withStore(path, [&wanted](ProjectStore& store) {
                             return store.setView({{"zoom", wanted}});
                         })};
    };
    failInTurn(error, persists, around, [&](const Report& report) {
        const auto store = ProjectStore::open(path);
        QVERIFY(store.has_value() && store->damage().empty());
        const auto& view = store->content().view;
        const std::string now = view.contains("zoom") ? view.at("zoom") : std::string();
        QVERIFY(now == wanted || (!report.done && now == before));
        QCOMPARE(store->content().history.size(), std::size_t{5});
        before = now;
    });
}

void TestProjectFaults::aBackupFailsWithoutHarm()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(makeProject(path));
    std::unique_ptr<TemporaryFolder> backups;
    const auto around = [&] {
        backups = std::make_unique<TemporaryFolder>();
        return std::pair{backups->path(), withStore(path, [where = backups->path()](ProjectStore& store) {
                             return backUp(store, where);
                         })};
    };
    failInTurn(error, persists, around, [&](const Report& report) {
        QVERIFY(isWhole(path));
        if (!report.done)
            return;
        folder.write("p.synoptic", "damaged"); // a backup that was said to be there restores all of it
        const auto restored = restoreFromBackup(path, backups->path());
        QVERIFY2(restored.has_value(), restored ? "" : restored.error().detail.c_str());
        QCOMPARE(restored->fromBackup, std::size_t{5});
    });
}

void TestProjectFaults::aCopyReplacesAFileOrLeavesIt()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(makeProject(path));
    std::unique_ptr<TemporaryFolder> elsewhere;
    const auto around = [&] {
        elsewhere = std::make_unique<TemporaryFolder>();
        elsewhere->write("copy.synoptic", "what stood there");
        return std::pair{elsewhere->path(), withStore(path, [to = elsewhere->path("copy.synoptic")](
                                                                ProjectStore& store) { return store.copyTo(to); })};
    };
    failInTurn(error, persists, around, [&](const Report& report) {
        const std::string copy = elsewhere->path("copy.synoptic");
        const bool isOld = TemporaryFolder::read(copy) == "what stood there";
        QVERIFY(isOld ? !report.done : isWhole(copy));
    });
}

void TestProjectFaults::aProjectIsMadeOrNot()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    std::unique_ptr<TemporaryFolder> folder;
    const auto around = [&] {
        folder = std::make_unique<TemporaryFolder>();
        const Prepare prepare = [path = folder->path("p.synoptic")]() -> std::function<Result<>()> {
            return [path]() -> Result<> {
                const auto store = ProjectStore::create(path, {});
                if (!store)
                    return tl::unexpected(store.error());
                if (store->mode() != Mode::ReadWrite)
                    return failure(ErrorCode::AccessDenied, "read-only");
                return {};
            };
        };
        return std::pair{folder->path(), prepare};
    };
    failInTurn(error, persists, around,
               [&](const Report& report) { QVERIFY(!report.done || isWhole(folder->path("p.synoptic"))); });
}

void TestProjectFaults::anExportReplacesAFileOrLeavesIt()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    const std::string content(200'000, 'n');
    std::unique_ptr<TemporaryFolder> folder;
    const auto around = [&] {
        folder = std::make_unique<TemporaryFolder>();
        folder->write("report.html", "the old report");
        const Prepare prepare = [path = folder->path("report.html"), &content]() -> std::function<Result<>()> {
            return [path, &content] { return engine::writeFileAtomically(path, content); };
        };
        return std::pair{folder->path(), prepare};
    };
    failInTurn(error, persists, around, [&](const Report& report) {
        const std::string now = TemporaryFolder::read(folder->path("report.html"));
        QVERIFY2(now == content || (!report.done && now == "the old report"), "neither the old nor the new");
    });
}

void TestProjectFaults::anEarlierFileIsBroughtUpToDateOrLeft()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    static const Schema later = [] {
        Schema schema = currentSchema();
        schema.steps.push_back(
            {"INSERT INTO view (key, value, row_check) VALUES ('new', x'31', row_check('view', 'new', "
             "'1'));"});
        return schema;
    }();
    OpenOptions options;
    options.schema = &later;
    std::unique_ptr<TemporaryFolder> folder;
    const auto around = [&] {
        folder = std::make_unique<TemporaryFolder>();
        const Prepare prepare = [path = folder->path("p.synoptic"), options]() -> std::function<Result<>()> {
            if (!makeProject(path))
                return {};
            return [path, options]() -> Result<> {
                const auto store = ProjectStore::open(path, options);
                if (!store)
                    return tl::unexpected(store.error());
                return store->mode() == Mode::ReadWrite ? Result<>() : failure(ErrorCode::WriteFailed, "read-only");
            };
        };
        return std::pair{folder->path(), prepare};
    };
    failInTurn(error, persists, around, [&](const Report& report) {
        const std::string path = folder->path("p.synoptic");
        const auto before = readProjectContent(path); // by a program of the earlier version
        QVERIFY2(before.has_value(), before ? "" : before.error().detail.c_str());
        QCOMPARE(before->history.size(), std::size_t{5});
        QVERIFY(!report.done || before->view.contains("new"));
        const auto store = ProjectStore::open(path, options);
        QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
        QVERIFY(store->mode() == Mode::ReadWrite);
        QCOMPARE(store->content().history.size(), std::size_t{5});
        QVERIFY(store->content().view.contains("new"));
    });
}

QTEST_GUILESS_MAIN(TestProjectFaults)
#include "tst_project_faults.moc"
