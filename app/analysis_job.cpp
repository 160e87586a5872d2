// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis_job.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <QCoreApplication>

#include "app/wake_event.h"

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace synoptic::app {
namespace {

constexpr std::chrono::milliseconds snapshotEvery = 100ms;
constexpr std::chrono::milliseconds progressEvery = 40ms;
// A window that takes long to show a snapshot gets fewer of them: it spends at most a fifth of its time on them.
constexpr int showingShare = 5;

int toInt(std::size_t value)
{
    return static_cast<int>(std::min<std::size_t>(value, 1'000'000'000));
}

} // namespace

// Lives on the job's thread; the engine calls it from its own threads, one call at a time.
class AnalysisJob::Observer final : public engine::RunObserver
{
public:
    Observer(AnalysisJob& job, const Request& request) : m_job(job), m_request(request) {}

    void listed(const std::shared_ptr<const corpus::FolderScan>& scan) override { m_scan = scan; }

    /// What is shown first of an analysis that was kept.
    void sendKept(const cache::Articles& articles)
    {
        m_articles = articles;
        sendSnapshot();
        m_articles.clear();
    }

    /// The whole, with what it was made from.
    Snapshot whole(std::shared_ptr<const analysis::Analysis> found) const
    {
        return {edits::applyEdits(std::move(found), m_request.edits),
                m_request.revision,
                true,
                m_scan,
                m_request.options.boilerplate,
                engine::programKey(),
                {},
                false};
    }

    void scanned(std::size_t files) override
    {
        m_files = files;
        sendProgress({ui::RunProgress::Phase::Reading, 0, toInt(files)});
    }

    void fileDone(std::shared_ptr<const analysis::ArticleAnalysis> article, std::size_t done) override
    {
        if (article) {
            const auto place = std::ranges::upper_bound(m_articles, article->article.file, {}, fileOf);
            m_articles.insert(place, std::move(article));
            m_changed = true;
        }
        const auto now = Clock::now();
        if (now - m_progressSent >= progressEvery || done == m_files) {
            m_progressSent = now;
            sendProgress({ui::RunProgress::Phase::Reading, toInt(done), toInt(m_files)});
        }
        const std::chrono::milliseconds showing{m_job.m_showing.load()};
        if (m_changed && now - m_snapshotSent >= std::max(snapshotEvery, showing * showingShare) &&
            m_job.isSnapshotTaken(m_request.run))
            sendSnapshot();
    }

    void linking() override
    {
        sendProgress({ui::RunProgress::Phase::Linking, toInt(m_files), toInt(m_files)});
        if (m_changed)
            sendSnapshot();
    }

private:
    static const std::string& fileOf(const std::shared_ptr<const analysis::ArticleAnalysis>& article)
    {
        return article->article.file;
    }

    void sendProgress(ui::RunProgress progress)
    {
        m_job.post(m_request.run, [progress](Mail& mail) { mail.progress = progress; });
    }

    void sendSnapshot()
    {
        auto analysis = std::make_shared<analysis::Analysis>();
        analysis->folder = m_request.options.folder;
        analysis->articles = m_articles;
        analysis->reprintCluster.resize(m_articles.size());
        std::iota(analysis->reprintCluster.begin(), analysis->reprintCluster.end(), 0U);
        Snapshot snapshot;
        snapshot.timeline = edits::applyEdits(std::move(analysis), {});
        snapshot.revision = m_request.revision;
        m_job.post(m_request.run, [&snapshot](Mail& mail) { mail.snapshot = std::move(snapshot); });
        m_snapshotSent = Clock::now();
        m_changed = false;
    }

    AnalysisJob& m_job;       // Not owned: the job's thread, on which this lives, ends before the job.
    const Request& m_request; // Not owned: outlives this in AnalysisJob::work.
    std::size_t m_files = 0;
    std::vector<std::shared_ptr<const analysis::ArticleAnalysis>> m_articles; // by file
    bool m_changed = false;
    Clock::time_point m_snapshotSent; // the epoch: the first article is sent at once
    Clock::time_point m_progressSent;
    std::shared_ptr<const corpus::FolderScan> m_scan;
};

AnalysisJob::AnalysisJob(Runner runner, QObject* parent)
    : QObject(parent), m_runner(std::move(runner)), m_thread([this](const std::stop_token& quit) { work(quit); })
{}

AnalysisJob::~AnalysisJob()
{
    m_stop.request_stop();
    m_thread.request_stop();
    m_thread.join();
}

void AnalysisJob::start(engine::RunOptions options, edits::Edits edits, std::uint64_t revision, std::string keptAt)
{
    abandon();
    m_stop = std::stop_source{};
    {
        const std::scoped_lock lock(m_mutex);
        m_request =
            Request{m_run, std::move(options), std::move(edits), revision, std::move(keptAt), m_stop.get_token()};
    }
    m_wake.notify_one();
    m_running = true;
    Q_EMIT progressChanged({});
}

void AnalysisJob::cancel()
{
    if (!m_running)
        return;
    abandon();
    m_running = false;
    Q_EMIT ended();
}

bool AnalysisJob::isBusy() const
{
    const std::scoped_lock lock(m_mutex);
    return m_busy || m_request.has_value();
}

// From here on nothing that the current run finds is published.
void AnalysisJob::abandon()
{
    m_stop.request_stop();
    const std::scoped_lock lock(m_mutex);
    ++m_run;
    m_request.reset();
    m_mail = {};
}

void AnalysisJob::work(const std::stop_token& quit)
{
    while (true) {
        std::optional<Request> request;
        {
            std::unique_lock lock(m_mutex);
            m_busy = false;
            if (!m_wake.wait(lock, quit, [this] { return m_request.has_value(); }) || quit.stop_requested())
                return;
            request = std::exchange(m_request, std::nullopt);
            m_busy = true;
        }
        Observer observer(*this, *request);
        if (auto snapshot = kept(*request, observer)) {
            post(request->run, [&snapshot](Mail& mail) {
                mail.snapshot = std::move(snapshot);
                mail.ended = true;
            });
            continue;
        }
        auto found = m_runner(request->options, observer, request->stop);
        if (found) {
            Snapshot snapshot = observer.whole(*std::move(found));
            post(request->run, [&snapshot](Mail& mail) {
                mail.snapshot = std::move(snapshot);
                mail.ended = true;
            });
        } else {
            post(request->run, [&found](Mail& mail) {
                mail.error = found.error();
                mail.ended = true;
            });
        }
    }
}

/// What was kept of the folder, if it is as it was then.
std::optional<Snapshot> AnalysisJob::kept(const Request& request, Observer& observer) const
{
    std::error_code ignored;
    if (request.keptAt.empty() || !std::filesystem::exists(request.keptAt, ignored))
        return std::nullopt;
    const auto scan = corpus::scanFolder(request.options.folder, request.stop);
    if (!scan)
        return std::nullopt;
    auto kept = engine::keptAnalysis(
        request.keptAt, request.options.folder, *scan, request.options.boilerplate,
        [&observer](const cache::Articles& articles) { observer.sendKept(articles); }, request.stop);
    if (!kept)
        return std::nullopt;
    observer.listed(kept->scan);
    Snapshot snapshot = observer.whole(std::move(kept->analysis));
    snapshot.program = std::move(kept->program);
    snapshot.declined = std::move(kept->declined);
    snapshot.wasKept = true;
    return snapshot;
}

void AnalysisJob::post(std::uint64_t run, const std::function<void(Mail&)>& write)
{
    const std::scoped_lock lock(m_mutex);
    if (run != m_run)
        return;
    write(m_mail);
    if (!std::exchange(m_woken, true))
        QCoreApplication::postEvent(this, new WakeEvent);
}

bool AnalysisJob::isSnapshotTaken(std::uint64_t run) const
{
    const std::scoped_lock lock(m_mutex);
    return run == m_run && !m_mail.snapshot;
}

bool AnalysisJob::event(QEvent* event)
{
    if (event->type() != WakeEvent::kind())
        return QObject::event(event);
    Mail mail;
    std::uint64_t run = 0;
    {
        const std::scoped_lock lock(m_mutex);
        m_woken = false;
        std::swap(mail, m_mail);
        run = m_run;
    }
    // A receiver of a signal may start or cancel a run: what is left of this mail is then no longer wanted.
    const auto isWanted = [this, run] {
        const std::scoped_lock lock(m_mutex);
        return run == m_run;
    };
    if (mail.progress)
        Q_EMIT progressChanged(*mail.progress);
    if (mail.snapshot && isWanted()) {
        const auto begin = Clock::now();
        Q_EMIT snapshotReady(*mail.snapshot);
        m_showing = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count();
    }
    if (mail.error && mail.error->code != ErrorCode::Cancelled && isWanted())
        Q_EMIT failed(*mail.error);
    if (mail.ended && isWanted()) {
        m_running = false;
        Q_EMIT ended();
    }
    return true;
}

} // namespace synoptic::app
