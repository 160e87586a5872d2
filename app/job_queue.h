// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include <QObject>

namespace synoptic::app {

/// Does work that would block the window, one task after another on a thread of its own.
///
/// A task returns what is to be done with its result; that runs on the thread of the queue's owner. The destructor
/// finishes what was asked for (a file half exported helps nobody), and drops the continuations.
class JobQueue final : public QObject
{
    Q_OBJECT

public:
    using Continuation = std::function<void()>;
    /// Takes everything it needs by value. An empty continuation: nothing to be done afterwards.
    using Task = std::function<Continuation()>;

    explicit JobQueue(QObject* parent = nullptr);
    ~JobQueue() override;
    Q_DISABLE_COPY_MOVE(JobQueue)

    void run(Task task);

protected:
    bool event(QEvent* event) override;

private:
    void work(const std::stop_token& stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Task> m_tasks;                  // guarded by m_mutex
    std::vector<Continuation> m_continuations; // guarded by m_mutex
    std::jthread m_thread;                     // last: ends before the rest goes
};

} // namespace synoptic::app
