// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/job_queue.h"

#include <atomic>
#include <memory>
#include <thread>

#include <QTest>

using namespace synoptic::app;
using namespace std::chrono_literals;

namespace {

/// Writes down which thread destroyed it.
class Witness
{
public:
    explicit Witness(std::thread::id& thread) : m_thread(&thread) {}
    Witness(const Witness&) = delete;
    Witness& operator=(const Witness&) = delete;
    ~Witness() { *m_thread = std::this_thread::get_id(); }

private:
    std::thread::id* m_thread;
};

} // namespace

class TestJobQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tasksRunInOrderAwayFromTheCaller();
    void resultsComeBackToTheOwner();
    void theDestructorFinishesWhatWasAsked();
    void whatATaskHoldsIsReleasedOnItsThread();
};

void TestJobQueue::tasksRunInOrderAwayFromTheCaller()
{
    JobQueue queue;
    std::vector<int> order; // touched by one thread at a time: tasks, then this one after the last result
    std::thread::id thread;
    bool done = false;
    for (int i = 0; i < 20; ++i)
        queue.run([&order, i] {
            order.push_back(i);
            return JobQueue::Continuation();
        });
    queue.run([&] {
        thread = std::this_thread::get_id();
        return [&done] { done = true; };
    });
    QTRY_VERIFY(done);
    QCOMPARE(order.size(), std::size_t(20));
    QVERIFY(std::ranges::is_sorted(order));
    QVERIFY(thread != std::this_thread::get_id());
}

void TestJobQueue::resultsComeBackToTheOwner()
{
    JobQueue queue;
    std::thread::id thread;
    int result = 0;
    queue.run([&] {
        return [&, answer = 6 * 7] {
            thread = std::this_thread::get_id();
            result = answer;
        };
    });
    QTRY_COMPARE(result, 42);
    QVERIFY(thread == std::this_thread::get_id());
}

void TestJobQueue::theDestructorFinishesWhatWasAsked()
{
    std::atomic<int> finished = 0;
    bool continued = false;
    {
        JobQueue queue;
        for (int i = 0; i < 5; ++i)
            queue.run([&] {
                std::this_thread::sleep_for(5ms);
                ++finished;
                return [&continued] { continued = true; };
            });
    }
    QCOMPARE(finished.load(), 5);
    QCoreApplication::processEvents();
    QVERIFY(!continued);
}

void TestJobQueue::whatATaskHoldsIsReleasedOnItsThread()
{
    std::thread::id released;
    bool done = false;
    JobQueue queue;
    queue.run([witness = std::make_shared<Witness>(released)] { return JobQueue::Continuation(); });
    queue.run([&done] { return [&done] { done = true; }; });
    QTRY_VERIFY(done);
    QVERIFY(released != std::thread::id());
    QVERIFY(released != std::this_thread::get_id());
}

QTEST_GUILESS_MAIN(TestJobQueue)
#include "tst_job_queue.moc"
