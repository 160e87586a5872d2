// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "edits/article_edits.h"
#include "edits/event_ledger.h"
#include "edits/places.h"
#include "edits/timeline.h"

namespace synoptic::edits {
namespace {

/// Carries out the edits that are about no event: what is on record, marked or noted.
class RecordKeeper
{
public:
    void operator()(const PutContradiction& edit) { m_contradictions[edit.contradiction.number] = edit.contradiction; }
    void operator()(const DismissHint& edit) { m_dismissed.insert(edit.hint); }

    void operator()(const PutHighlight& edit)
    {
        const auto known = std::ranges::find(m_highlights, edit.anchor, &PutHighlight::anchor);
        if (known != m_highlights.end())
            *known = edit;
        else
            m_highlights.push_back(edit);
    }

    void operator()(const RemoveHighlight& edit)
    {
        std::erase_if(m_highlights, [&](const PutHighlight& each) { return each.anchor == edit.anchor; });
    }

    void operator()(const PutNote& edit)
    {
        const auto known = std::ranges::find(m_notes, edit.key, &PutNote::key);
        if (known == m_notes.end()) {
            if (!edit.text.empty())
                m_notes.push_back(edit);
        } else if (edit.text.empty()) {
            m_notes.erase(known);
        } else {
            *known = edit;
        }
    }

    template <class Other>
    void operator()(const Other& /*an event's or an article's*/)
    {}

    void moveInto(TimelineContent& content, const analysis::Analysis& analysis, AnchorFinder& finder)
    {
        for (auto& [number, record] : m_contradictions)
            content.contradictions.push_back({std::move(record), {}, {}});
        for (FoundContradiction& found : content.contradictions) {
            for (const Party& party : found.record.parties)
                found.places.push_back(finder.find(party.anchor));
        }
        for (PutHighlight& highlight : m_highlights) {
            FoundPlace place = finder.find(highlight.anchor);
            content.highlights.push_back({std::move(highlight), place});
        }
        for (PutNote& note : m_notes) {
            const bool hasPlace = note.place.target == NoteTarget::Passage || note.place.target == NoteTarget::Article;
            FoundPlace place = hasPlace ? finder.find(note.place.anchor) : FoundPlace{};
            content.notes.push_back({std::move(note), place, std::nullopt});
        }
        for (std::size_t h = 0; h < analysis.hints.size(); ++h) {
            if (m_dismissed.empty() || !m_dismissed.contains(hintKey(analysis, analysis.hints[h])))
                content.hints.push_back(static_cast<std::uint32_t>(h));
        }
    }

private:
    std::map<std::uint32_t, Contradiction> m_contradictions;
    std::set<std::string> m_dismissed;
    std::vector<PutHighlight> m_highlights;
    std::vector<PutNote> m_notes;
};

/// Names of events become their ids, once these are known.
void linkRecords(TimelineContent& content)
{
    std::vector<std::pair<std::string_view, EventId>> keys;
    keys.reserve(content.events.size() + content.aliases.size());
    for (const auto& [key, event] : content.aliases)
        keys.emplace_back(key, event);
    for (std::size_t e = 0; e < content.events.size(); ++e)
        keys.emplace_back(content.events[e].event.key, idAt<EventId>(e));
    std::ranges::sort(keys);
    const auto eventOf = [&keys](std::string_view key) -> std::optional<EventId> {
        const auto known = std::ranges::lower_bound(keys, key, {}, [](const auto& entry) { return entry.first; });
        return known == keys.end() || known->first != key ? std::nullopt : std::optional(known->second);
    };
    for (FoundContradiction& found : content.contradictions) {
        for (const std::string& key : found.record.events) {
            if (const auto event = eventOf(key))
                found.events.push_back(*event);
        }
        std::ranges::sort(found.events);
        found.events.erase(std::unique(found.events.begin(), found.events.end()), found.events.end());
    }
    for (FoundNote& found : content.notes) {
        if (found.note.place.target == NoteTarget::Event)
            found.event = eventOf(found.note.place.name);
    }
}

bool isUndecided(ContradictionStatus status)
{
    return status != ContradictionStatus::Resolved && status != ContradictionStatus::Dismissed;
}

/// The different dates that the passages of a record give to an event: those of one side, or of all.
std::vector<events::EventDate> datesSaid(const FoundContradiction& found, const analysis::Event& event,
                                         const analysis::Analysis& analysis, std::optional<char> side = std::nullopt)
{
    std::vector<events::EventDate> dates;
    for (std::size_t p = 0; p < found.places.size(); ++p) {
        if (side && found.record.parties[p].side != *side)
            continue;
        const std::vector<SentenceRef> quoted = sentencesAt(analysis, found.places[p]);
        for (const analysis::Support& support : event.supports) {
            const SentenceRef own{support.article, support.sentence};
            const bool isNew = std::ranges::none_of(
                dates, [&](const events::EventDate& known) { return known.interval == support.date.interval; });
            if (support.date.interval && isNew && std::ranges::find(quoted, own) != quoted.end())
                dates.push_back(support.date);
        }
    }
    return dates;
}

/// An event about whose day the analyst says that its sentences differ stands at each of these days, as one on which
/// the program sees its sources differ; once a side is preferred, at the day of that side. A date that somebody typed
/// is the last word.
void placeDisputed(TimelineContent& content, const analysis::Analysis& analysis)
{
    for (const FoundContradiction& found : content.contradictions) {
        const Contradiction& record = found.record;
        if (record.type != ContradictionType::Date)
            continue;
        const bool isDecided = record.status == ContradictionStatus::Resolved && record.resolution &&
                               record.resolution->method == ResolutionMethod::PreferSide;
        for (const EventId id : found.events) {
            TimelineEvent& shown = content.events[indexOf(id)];
            if (shown.isRedated)
                continue;
            std::vector<events::EventDate> positions = datesSaid(found, shown.event, analysis);
            if (positions.size() < 2)
                continue;
            if (isUndecided(record.status)) {
                std::ranges::sort(positions, {}, &events::EventDate::interval);
                shown.event.positions = std::move(positions);
            } else if (isDecided) {
                const auto preferred = datesSaid(found, shown.event, analysis, record.resolution->side);
                if (preferred.size() != 1)
                    continue;
                shown.event.date = preferred.front();
                shown.event.date.how += "; preferred in " + idText(record.number);
                shown.event.positions.clear();
            }
        }
    }
}

} // namespace

std::shared_ptr<const Timeline> applyEdits(std::shared_ptr<const analysis::Analysis> analysis, const Edits& edits)
{
    const EditedArticles edited = editArticles(analysis, edits);
    AnchorFinder finder(*edited.analysis);
    EventLedger ledger(*edited.analysis, finder, edited.redated);
    RecordKeeper keeper;
    for (const Edit& edit : edits) {
        std::visit(ledger, edit);
        std::visit(keeper, edit);
    }
    TimelineContent content;
    ledger.moveInto(content);
    keeper.moveInto(content, *edited.analysis, finder);
    linkRecords(content);
    placeDisputed(content, *edited.analysis);
    return std::make_shared<const Timeline>(edited.analysis, std::move(analysis), std::move(content));
}

} // namespace synoptic::edits
