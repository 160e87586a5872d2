// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "analysis/source_counts.h"
#include "edits/timeline.h"

namespace synoptic::edits {
namespace {

/// Carries out edits one by one. Merged events stay in place, empty, until the end, so that positions hold.
class Applier
{
public:
    explicit Applier(const analysis::Analysis& analysis)
        : m_reprintCluster(analysis.reprintCluster), m_outlets(analysis::outletsOf(analysis.articles))
    {
        m_events.reserve(analysis.events.size());
        for (const analysis::Event& event : analysis.events) {
            m_positions.emplace(event.key, m_events.size());
            m_events.push_back({event, ReviewState::Candidate});
        }
        m_gone.assign(m_events.size(), false);
    }

    void operator()(const RenameEvent& edit)
    {
        if (const auto at = positionOf(edit.event))
            m_events[*at].event.title = edit.title;
    }

    void operator()(const ReviewEvent& edit)
    {
        if (const auto at = positionOf(edit.event))
            m_events[*at].review = edit.state;
    }

    void operator()(const MergeEvents& edit)
    {
        if (edit.events.empty())
            return;
        const auto target = positionOf(edit.events.front());
        if (!target)
            return;
        for (const std::string& key : edit.events) {
            const auto at = positionOf(key);
            if (!at || *at == *target)
                continue;
            absorb(m_events[*target].event, m_events[*at].event);
            m_gone[*at] = true;
            m_positions[key] = *target; // later edits of the merged event reach the one it went into
        }
        analysis::Event& merged = m_events[*target].event;
        const analysis::SourceCounts counts = analysis::countSources(merged.supports, m_outlets, m_reprintCluster);
        merged.sources = counts.sources;
        merged.independent = counts.independent;
    }

    std::vector<TimelineEvent> take()
    {
        std::vector<TimelineEvent> kept;
        kept.reserve(m_events.size());
        for (std::size_t e = 0; e < m_events.size(); ++e) {
            if (!m_gone[e])
                kept.push_back(std::move(m_events[e]));
        }
        return kept;
    }

private:
    std::optional<std::size_t> positionOf(const std::string& key) const
    {
        const auto found = m_positions.find(key);
        return found == m_positions.end() ? std::nullopt : std::optional(found->second);
    }

    /// All evidence is kept; a sentence that told both is told once.
    static void absorb(analysis::Event& into, const analysis::Event& from)
    {
        const auto place = [](const analysis::Support& support) {
            return std::pair(support.article, support.sentence);
        };
        for (const analysis::Support& support : from.supports) {
            const bool known =
                std::ranges::any_of(into.supports, [&](const auto& other) { return place(other) == place(support); });
            if (!known)
                into.supports.push_back(support);
        }
        std::ranges::stable_sort(into.supports, {}, place);
        for (const std::string& name : from.participants) {
            if (std::ranges::find(into.participants, name) == into.participants.end())
                into.participants.push_back(name);
        }
        into.salience = std::max(into.salience, from.salience);
    }

    std::span<const std::uint32_t> m_reprintCluster; // Not owned: the analysis outlives the applier.
    std::vector<std::uint32_t> m_outlets;
    std::vector<TimelineEvent> m_events;
    std::vector<bool> m_gone;
    std::unordered_map<std::string, std::size_t> m_positions;
};

} // namespace

std::shared_ptr<const Timeline> applyEdits(std::shared_ptr<const analysis::Analysis> analysis, const Edits& edits)
{
    Applier applier(*analysis);
    for (const Edit& edit : edits)
        std::visit(applier, edit);
    return std::make_shared<const Timeline>(std::move(analysis), applier.take());
}

} // namespace synoptic::edits
