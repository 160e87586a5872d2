// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cerrno>
#include <functional>
#include <string>

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
    for (int at = 1;; ++at) {
        const Report report = tryWith({error, at, persists, folder.path()}, [&]() -> std::function<Result<>()> {
            auto store = std::make_shared<Result<ProjectStore>>(ProjectStore::open(path));
            if (!*store || (*store)->mode() != Mode::ReadWrite)
                return {};
            return [store, before] { return (*store)->append({entryNumber(before + 1)}); };
        });
        QVERIFY2(report.failed >= 0, "the process died");
        QVERIFY(report.done || report.said);
        const auto store = ProjectStore::open(path);
        QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
        QVERIFY(store->mode() == Mode::ReadWrite);
        QVERIFY(store->damage().empty());
        const std::size_t now = store->content().history.size();
        QVERIFY2(now == before + 1 || (!report.done && now == before), "neither the old nor the new");
        QVERIFY(replay(store->content().history).has_value());
        before = now;
        if (report.failed == 0)
            break; // the write has no more calls than that
        ++points;
    }
}

void TestProjectFaults::theViewIsWrittenOrNot()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(makeProject(path));
    std::string before;
    for (int at = 1;; ++at) {
        const std::string value = std::to_string(at);
        const Report report = tryWith({error, at, persists, folder.path()}, [&]() -> std::function<Result<>()> {
            auto store = std::make_shared<Result<ProjectStore>>(ProjectStore::open(path));
            if (!*store)
                return {};
            return [store, value] { return (*store)->setView({{"zoom", value}}); };
        });
        QVERIFY2(report.failed >= 0, "the process died");
        const auto store = ProjectStore::open(path);
        QVERIFY(store.has_value() && store->damage().empty());
        const auto& view = store->content().view;
        const std::string now = view.count("zoom") == 0 ? std::string() : view.at("zoom");
        QVERIFY(now == value || (!report.done && now == before));
        QCOMPARE(store->content().history.size(), std::size_t{5});
        before = now;
        if (report.failed == 0)
            break;
        ++points;
    }
}

void TestProjectFaults::aBackupFailsWithoutHarm()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(makeProject(path));
    for (int at = 1;; ++at) {
        const TemporaryFolder backups;
        const Report report = tryWith({error, at, persists, backups.path()}, [&]() -> std::function<Result<>()> {
            auto store = std::make_shared<Result<ProjectStore>>(ProjectStore::open(path));
            if (!*store)
                return {};
            return [store, where = backups.path()] { return backUp(**store, where); };
        });
        QVERIFY2(report.failed >= 0, "the process died");
        QVERIFY(report.done || report.said);
        const auto damage = verifyProject(path);
        QVERIFY(damage.has_value() && damage->empty());
        if (report.done) { // a backup that was said to be there restores all of it
            QVERIFY(::unlink(path.c_str()) == 0);
            folder.write("p.synoptic", "damaged");
            const auto restored = restoreFromBackup(path, backups.path());
            QVERIFY2(restored.has_value(), restored ? "" : restored.error().detail.c_str());
            QCOMPARE(restored->fromBackup, std::size_t{5});
        }
        if (report.failed == 0)
            break;
        ++points;
    }
}

void TestProjectFaults::aCopyReplacesAFileOrLeavesIt()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(makeProject(path));
    for (int at = 1;; ++at) {
        const TemporaryFolder elsewhere;
        elsewhere.write("copy.synoptic", "what stood there");
        const Report report = tryWith({error, at, persists, elsewhere.path()}, [&]() -> std::function<Result<>()> {
            auto store = std::make_shared<Result<ProjectStore>>(ProjectStore::open(path));
            if (!*store)
                return {};
            return [store, to = elsewhere.path("copy.synoptic")] { return (*store)->copyTo(to); };
        });
        QVERIFY2(report.failed >= 0, "the process died");
        QVERIFY(report.done || report.said);
        const bool isOld = TemporaryFolder::read(elsewhere.path("copy.synoptic")) == "what stood there";
        if (isOld) {
            QVERIFY(!report.done);
        } else {
            const auto damage = verifyProject(elsewhere.path("copy.synoptic"));
            QVERIFY(damage.has_value() && damage->empty());
        }
        if (report.failed == 0)
            break;
        ++points;
    }
}

void TestProjectFaults::aProjectIsMadeOrNot()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    for (int at = 1;; ++at) {
        const TemporaryFolder folder;
        const std::string path = folder.path("p.synoptic");
        const Report report = tryWith({error, at, persists, folder.path()}, [&]() -> std::function<Result<>()> {
            return [path]() -> Result<> {
                const auto store = ProjectStore::create(path, {});
                if (!store)
                    return tl::unexpected(store.error());
                if (store->mode() != Mode::ReadWrite)
                    return failure(ErrorCode::AccessDenied, "read-only");
                return {};
            };
        });
        QVERIFY2(report.failed >= 0, "the process died");
        QVERIFY(report.done || report.said);
        if (report.done) {
            const auto damage = verifyProject(path);
            QVERIFY(damage.has_value() && damage->empty());
        }
        if (report.failed == 0)
            break;
        ++points;
    }
}

void TestProjectFaults::anExportReplacesAFileOrLeavesIt()
{
    QFETCH(int, error);
    QFETCH(bool, persists);
    const std::string content(200'000, 'n');
    for (int at = 1;; ++at) {
        const TemporaryFolder folder;
        folder.write("report.html", "the old report");
        const std::string path = folder.path("report.html");
        const Report report = tryWith({error, at, persists, folder.path()}, [&]() -> std::function<Result<>()> {
            return [path, &content] { return engine::writeFileAtomically(path, content); };
        });
        QVERIFY2(report.failed >= 0, "the process died");
        QVERIFY(report.done || report.said);
        const std::string now = TemporaryFolder::read(path);
        QVERIFY2(now == content || (!report.done && now == "the old report"), "neither the old nor the new");
        if (report.failed == 0)
            break;
        ++points;
    }
}

QTEST_GUILESS_MAIN(TestProjectFaults)
#include "tst_project_faults.moc"
