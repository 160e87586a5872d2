// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include <QObject>

#include "app/engine/analysis_cache.h"
#include "app/engine/run.h"
#include "edits/edit.h"
#include "edits/timeline.h"
#include "ui/main_window.h"

namespace synoptic::app {

/// What is to be shown now.
struct Snapshot
{
    std::shared_ptr<const edits::Timeline> timeline; ///< never null
    std::uint64_t revision = 0;                      ///< of the edits it was derived with
    bool complete = false;                           ///< false: articles read so far, no events yet
    std::shared_ptr<const corpus::FolderScan> scan;  ///< of the folder as it was read; null: not known
    edits::BoilerplateMarks boilerplate;             ///< with which it was read
    std::string program;  ///< engine::programKey() of the program that read it: of an earlier one if it was kept
    std::string declined; ///< see engine::KeptAnalysis
    bool wasKept = false; ///< read back from the cache
};

/// Runs the engine over a folder on a thread of its own and publishes what it finds: the first article at once, then
/// the articles read so far every tenth of a second or so, at the end the whole. What was kept of a folder that did not
/// change is taken instead.
///
/// Starting a run replaces the one before; what a replaced or cancelled run finds is never published. No call blocks
/// but the destructor, which cancels and waits. Signals are emitted on the owner's thread.
class AnalysisJob final : public QObject
{
    Q_OBJECT

public:
    using Runner = std::function<Result<std::shared_ptr<const analysis::Analysis>>(
        const engine::RunOptions&, engine::RunObserver&, const std::stop_token&)>;

    /// @p runner is engine::runAnalysis but in tests.
    explicit AnalysisJob(Runner runner = engine::runAnalysis, QObject* parent = nullptr);
    ~AnalysisJob() override;
    Q_DISABLE_COPY_MOVE(AnalysisJob)

    /// @p keptAt: where the analysis may have been kept, which is taken if the folder is as it was then; empty:
    /// nowhere, or all is to be read again.
    void start(engine::RunOptions options, edits::Edits edits, std::uint64_t revision, std::string keptAt = {});
    void cancel();
    /// A run was started and has neither ended nor been cancelled.
    bool isRunning() const { return m_running; }
    /// The thread works, perhaps on a run that was cancelled just now.
    bool isBusy() const;

Q_SIGNALS:
    void progressChanged(const synoptic::ui::RunProgress& progress);
    void snapshotReady(const synoptic::app::Snapshot& snapshot);
    void failed(const synoptic::Error& error);
    /// The last signal of a run, however it ended.
    void ended();

protected:
    bool event(QEvent* event) override;

private:
    class Observer;

    struct Request
    {
        std::uint64_t run = 0;
        engine::RunOptions options;
        edits::Edits edits;
        std::uint64_t revision = 0;
        std::string keptAt;
        std::stop_token stop;
    };

    // What the thread has for the owner; newer values replace older ones.
    struct Mail
    {
        std::optional<ui::RunProgress> progress;
        std::optional<Snapshot> snapshot;
        std::optional<Error> error;
        bool ended = false;
    };

    void work(const std::stop_token& quit);
    std::optional<Snapshot> kept(const Request& request, Observer& observer) const;
    void abandon();
    void post(std::uint64_t run, const std::function<void(Mail&)>& write);
    bool isSnapshotTaken(std::uint64_t run) const;

    Runner m_runner;
    bool m_running = false;
    std::stop_source m_stop;
    std::atomic<std::chrono::milliseconds::rep> m_showing = 0; // what the owner took to show the last snapshot, ms

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Request> m_request; // guarded by m_mutex
    Mail m_mail;                      // guarded by m_mutex
    std::uint64_t m_run = 0;          // guarded by m_mutex; the run whose findings are wanted
    bool m_busy = false;              // guarded by m_mutex
    bool m_woken = false;             // guarded by m_mutex; an event is under way
    std::jthread m_thread;            // last: ends before the rest goes
};

} // namespace synoptic::app
