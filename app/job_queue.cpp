// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/job_queue.h"

#include <utility>

#include <QCoreApplication>

#include "app/wake_event.h"

namespace synoptic::app {

JobQueue::JobQueue(QObject* parent) : QObject(parent), m_thread([this](const std::stop_token& stop) { work(stop); }) {}

JobQueue::~JobQueue()
{
    m_thread.request_stop();
    m_thread.join();
}

void JobQueue::run(Task task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void JobQueue::work(const std::stop_token& stop)
{
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_tasks.empty(); }))
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        Continuation continuation = task();
        task = {}; // what it held is released here, not on the caller's thread
        if (!continuation)
            continue;
        {
            const std::scoped_lock lock(m_mutex);
            m_continuations.push_back(std::move(continuation));
        }
        QCoreApplication::postEvent(this, new WakeEvent);
    }
}

bool JobQueue::event(QEvent* event)
{
    if (event->type() != WakeEvent::kind())
        return QObject::event(event);
    std::vector<Continuation> continuations;
    {
        const std::scoped_lock lock(m_mutex);
        continuations.swap(m_continuations);
    }
    for (const Continuation& continuation : continuations)
        continuation();
    return true;
}

} // namespace synoptic::app
