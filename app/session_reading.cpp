// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "app/session.h"

// What a run finds on its way to what is shown: derived with the edits, offered or settled, kept.
namespace synoptic::app {

void Session::editsChanged()
{
    ++m_revision;
    derive();
    // Lines that belong to an article from now on, or no more, tell other events: those are found by linking all again
    if (!m_folder.empty() && edits::boilerplateMarks(m_edits) != m_marks)
        start(Reading::First);
}

// Not on this thread: a folder of ten thousand articles has more events than a frame has time for.
void Session::derive()
{
    if (!m_timeline)
        return;
    m_jobs.run([this, analysis = m_timeline->found(), edits = m_edits, revision = m_revision] {
        auto timeline = edits::applyEdits(analysis, edits);
        return [this, timeline = std::move(timeline), revision] {
            // A later edit, folder or run has a later timeline.
            if (revision == m_revision && m_timeline && m_timeline->found() == timeline->found())
                show(timeline);
        };
    });
}

void Session::take(const Snapshot& snapshot)
{
    if (m_keep && !snapshot.complete)
        return;
    if (m_keep && m_reading != Reading::First) {
        m_offer = snapshot;
        announceOffer();
        return;
    }
    settle(snapshot);
}

/// Two readings are compared with the same decisions: what was decided, or read from the project, meanwhile is carried
/// out on the new one first.
void Session::announceOffer()
{
    if (m_offer->revision == m_revision) {
        Q_EMIT offered(m_offer->timeline, m_reading == Reading::Update);
        return;
    }
    m_jobs.run([this, found = m_offer->timeline->found(), edits = m_edits, revision = m_revision] {
        auto timeline = edits::applyEdits(found, edits);
        return [this, timeline = std::move(timeline), revision] {
            if (!m_offer || m_offer->timeline->found() != timeline->found())
                return; // taken, left, or read once more
            m_offer->timeline = timeline;
            m_offer->revision = revision;
            announceOffer();
        };
    });
}

void Session::takeOffer()
{
    if (m_offer)
        settle(*std::exchange(m_offer, std::nullopt));
}

void Session::leaveOffer()
{
    if (!m_offer)
        return;
    m_offer.reset();
    // What a later version finds is not offered again and again
    if (m_reading == Reading::Update) {
        m_shown.declined = engine::programKey();
        keep();
    }
}

/// From here on a snapshot is what is shown.
void Session::settle(const Snapshot& snapshot)
{
    m_complete = snapshot.complete;
    m_shown = {snapshot.timeline->found(), snapshot.scan, snapshot.boilerplate, snapshot.program, snapshot.declined};
    show(snapshot.timeline);
    if (snapshot.revision != m_revision)
        derive(); // edited while it was read
    if (!m_complete)
        return;
    if (m_project && !m_projectPending) {
        std::map<std::string, std::string> sources;
        for (const auto& article : snapshot.timeline->found()->articles)
            sources[article->article.file] = article->article.sha256;
        m_project->setSources(std::move(sources));
    }
    if (!snapshot.wasKept)
        keep();
    else if (snapshot.program != engine::programKey() && snapshot.declined != engine::programKey())
        start(Reading::Update);
}

/// Writes what was found to the cache. What cannot be written is found again.
void Session::keep()
{
    if (m_cacheDirectory.empty() || !m_shown.scan)
        return;
    m_keeping.run([kept = m_shown, path = engine::keptAnalysisPath(m_cacheDirectory, m_folder)] {
        static_cast<void>(engine::keepAnalysis(path, kept));
        return JobQueue::Continuation();
    });
}

void Session::show(std::shared_ptr<const edits::Timeline> timeline)
{
    auto old = std::exchange(m_timeline, std::move(timeline));
    Q_EMIT timelineChanged(); // for none too: the window lets go of the folder before
    // Freeing a large analysis takes longer than a frame, so the last hand on it should not be this thread's.
    if (old)
        m_jobs.run([old = std::move(old)] { return JobQueue::Continuation(); });
}

} // namespace synoptic::app
