// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <random>
#include <string>
#include <thread>

#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

#include "exchange/edit_codec.h"
#include "store/backups.h"
#include "store/project_store.h"
#include "support/long_count.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::store;

namespace {

/// How many processes are killed.
int rounds()
{
    return tests::longCount("SYNOPTIC_KILL_ROUNDS", 500);
}

/// Works on the project until it is killed; acknowledges each action through the pipe once it is committed.
[[noreturn]] void work(const std::string& path, const std::string& backups, int pipe, unsigned seed)
{
    std::mt19937 random(seed);
    auto store = ProjectStore::open(path);
    if (!store || store->mode() != Mode::ReadWrite)
        ::_exit(3);
    while (true) {
        const std::uint64_t next = store->content().history.size() + 1;
        bool isDone = false;
        switch (random() % 8) {
        case 0:
            isDone = store->setView({{"zoom", std::to_string(random())}}).has_value();
            break;
        case 1:
            isDone = backUp(*store, backups).has_value();
            break;
        case 2:
            isDone = store->setSources({{"a" + std::to_string(random() % 9), "00"}}).has_value();
            break;
        default: {
            HistoryEntry entry;
            entry.name = "rename event";
            entry.at = static_cast<std::int64_t>(next);
            entry.edits = exchange::editsToJson(
                {edits::RenameEvent{"k", std::string(random() % 5000, 'x')}, edits::RenameEvent{"l", "y"}});
            isDone = store->append({entry}).has_value();
            if (isDone && ::write(pipe, &next, sizeof next) != static_cast<ssize_t>(sizeof next))
                ::_exit(4);
            break;
        }
        }
        if (!isDone)
            ::_exit(5);
    }
}

} // namespace

class TestProjectKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAcknowledgedActionOutlivesTheProcess();
    void ofTwoProgramsOneWrites();
};

void TestProjectKill::anAcknowledgedActionOutlivesTheProcess()
{
    const TemporaryFolder folder;
    const TemporaryFolder backups;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, {}).has_value());
    std::mt19937 random(7);
    std::uint64_t acknowledged = 0;
    for (int round = 0; round < rounds(); ++round) {
        int ends[2] = {};
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            ::close(ends[0]);
            work(path, backups.path(), ends[1], static_cast<unsigned>(round));
        }
        ::close(ends[1]);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 25'000));
        QCOMPARE(::kill(child, SIGKILL), 0);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY2(WIFSIGNALED(status), "the child gave up by itself");
        std::uint64_t number = 0;
        while (::read(ends[0], &number, sizeof number) == static_cast<ssize_t>(sizeof number))
            acknowledged = number;
        ::close(ends[0]);

        {
            const auto store = ProjectStore::open(path);
            QVERIFY2(store.has_value(), store ? "" : store.error().detail.c_str());
            QVERIFY(store->mode() == Mode::ReadWrite); // no question, no lock in the way
            QVERIFY2(store->damage().empty(), store->damage().empty() ? "" : store->damage().front().what.c_str());
            QVERIFY(store->content().history.size() >= acknowledged);
            QVERIFY(replay(store->content().history).has_value());
            acknowledged = store->content().history.size();
        }
        constexpr std::uint64_t many = 400; // opening reads all of it
        if (acknowledged > many) {
            QVERIFY(ProjectStore::create(path, {}).has_value());
            acknowledged = 0;
        }
    }
    qInfo("%d processes killed, no acknowledged action lost", rounds());
}

void TestProjectKill::ofTwoProgramsOneWrites()
{
    const TemporaryFolder folder;
    const std::string path = folder.path("p.synoptic");
    QVERIFY(ProjectStore::create(path, {}).has_value());
    const int trials = tests::longCount("SYNOPTIC_TRIALS", 100);
    for (int trial = 0; trial < trials; ++trial) {
        int ends[2] = {};
        QCOMPARE(::pipe(ends), 0);
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            const auto store = ProjectStore::open(path, {"the other"});
            const char mode = store && store->mode() == Mode::ReadWrite ? 'w' : 'r';
            if (::write(ends[1], &mode, 1) != 1)
                ::_exit(1);
            ::pause();
            ::_exit(0);
        }
        char mode = 0;
        QCOMPARE(::read(ends[0], &mode, 1), ssize_t{1});
        QCOMPARE(mode, 'w');
        {
            const auto second = ProjectStore::open(path);
            QVERIFY(second->mode() == Mode::HeldByOther);
            QVERIFY(second->holder().starts_with("the other, process " + std::to_string(child)));
        }
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        ::close(ends[0]);
        ::close(ends[1]);
        const auto after = ProjectStore::open(path); // its lock file lies there still
        QVERIFY(after->mode() == Mode::ReadWrite);
        QVERIFY(after->endedUncleanly());
    }
}

QTEST_GUILESS_MAIN(TestProjectKill)
#include "tst_project_kill.moc"
