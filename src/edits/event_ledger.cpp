// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/event_ledger.h"

#include <algorithm>
#include <map>

#include "analysis/source_counts.h"

namespace synoptic::edits {
namespace {

using analysis::Event;
using analysis::Support;

SentenceRef placeOf(const Support& support)
{
    return {support.article, support.sentence};
}

std::uint64_t packed(SentenceRef sentence)
{
    return (static_cast<std::uint64_t>(indexOf(sentence.article)) << 32U) | sentence.sentence;
}

void insertSorted(std::vector<SentenceRef>& all, SentenceRef sentence)
{
    const auto at = std::ranges::lower_bound(all, sentence);
    if (at == all.end() || *at != sentence)
        all.insert(at, sentence);
}

void eraseSorted(std::vector<SentenceRef>& all, SentenceRef sentence)
{
    const auto at = std::ranges::lower_bound(all, sentence);
    if (at != all.end() && *at == sentence)
        all.erase(at);
}

/// All evidence is kept; a sentence that told both is told once.
void absorb(TimelineEvent& into, const TimelineEvent& from)
{
    std::vector<Support>& supports = into.event.supports;
    const auto known = static_cast<std::ptrdiff_t>(supports.size());
    std::vector<SentenceRef> places;
    places.reserve(supports.size());
    for (const Support& support : supports)
        places.push_back(placeOf(support));
    std::ranges::sort(places);
    for (const Support& support : from.event.supports) {
        if (!std::ranges::binary_search(places, placeOf(support)))
            supports.push_back(support);
    }
    std::stable_sort(supports.begin() + known, supports.end(),
                     [](const Support& a, const Support& b) { return placeOf(a) < placeOf(b); });
    std::inplace_merge(supports.begin(), supports.begin() + known, supports.end(),
                       [](const Support& a, const Support& b) { return placeOf(a) < placeOf(b); });
    const auto join = [](auto& all, const auto& more) {
        for (const auto& each : more) {
            if (std::ranges::find(all, each) == all.end())
                all.push_back(each);
        }
    };
    join(into.event.participants, from.event.participants);
    join(into.tags, from.tags);
    join(into.lost, from.lost);
    for (const SentenceRef sentence : from.byHand)
        insertSorted(into.byHand, sentence);
    for (const SentenceRef sentence : from.fresh)
        insertSorted(into.fresh, sentence);
    if (!from.note.empty())
        into.note += (into.note.empty() ? "" : "\n") + from.note;
    into.event.salience = std::max(into.event.salience, from.event.salience);
}

bool comesBefore(const TimelineEvent& a, const TimelineEvent& b)
{
    const auto& left = a.event.date.interval;
    const auto& right = b.event.date.interval;
    if (left.has_value() != right.has_value())
        return left.has_value();
    if (left && *left != *right)
        return *left < *right;
    return a.event.key < b.event.key;
}

} // namespace

EventLedger::EventLedger(const analysis::Analysis& analysis, AnchorFinder& finder, const std::vector<bool>& redated)
    : m_analysis(analysis), m_finder(finder)
{
    m_entries.reserve(analysis.events.size());
    for (std::size_t e = 0; e < analysis.events.size(); ++e) {
        m_positions.emplace(analysis.events[e].key, e);
        Entry entry;
        entry.shown.event = analysis.events[e];
        entry.followsPublication = e < redated.size() && redated[e];
        m_entries.push_back(std::move(entry));
    }
}

std::optional<std::size_t> EventLedger::positionOf(const std::string& key) const
{
    const auto known = m_positions.find(key);
    if (known == m_positions.end())
        return std::nullopt;
    std::size_t at = known->second;
    while (m_entries[at].mergedInto)
        at = *m_entries[at].mergedInto; // edits of a merged event reach the one it went into
    return at;
}

EventLedger::Entry* EventLedger::find(const std::string& key)
{
    const auto at = positionOf(key);
    return at ? &m_entries[*at] : nullptr;
}

EventLedger::Entry* EventLedger::add(const std::string& key, TimelineEvent shown)
{
    if (!m_positions.try_emplace(key, m_entries.size()).second)
        return nullptr; // a key names one event for ever
    shown.event.key = key;
    Entry entry;
    entry.shown = std::move(shown);
    m_entries.push_back(std::move(entry));
    return &m_entries.back();
}

void EventLedger::operator()(const RenameEvent& edit)
{
    if (Entry* entry = find(edit.event))
        entry->shown.event.title = edit.title;
}

void EventLedger::operator()(const ReviewEvent& edit)
{
    if (Entry* entry = find(edit.event))
        entry->shown.review = edit.state;
}

void EventLedger::operator()(const MergeEvents& edit)
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
        absorb(m_entries[*target].shown, m_entries[*at].shown);
        m_entries[*at].mergedInto = *target;
        m_entries[*target].changedSupports = true;
    }
}

void EventLedger::operator()(const RedateEvent& edit)
{
    Entry* entry = find(edit.event);
    if (entry == nullptr)
        return;
    entry->shown.event.date = edit.date;
    entry->shown.event.positions.clear();
    entry->shown.isRedated = true;
}

void EventLedger::operator()(const SetEventFactuality& edit)
{
    if (Entry* entry = find(edit.event))
        entry->shown.event.factuality = edit.factuality;
}

void EventLedger::operator()(const SetEventTags& edit)
{
    if (Entry* entry = find(edit.event))
        entry->shown.tags = edit.tags;
}

void EventLedger::operator()(const SetEventNote& edit)
{
    if (Entry* entry = find(edit.event))
        entry->shown.note = edit.note;
}

void EventLedger::operator()(const SetEventParticipants& edit)
{
    if (Entry* entry = find(edit.event))
        entry->shown.event.participants = edit.participants;
}

void EventLedger::operator()(const SetEventSignificance& edit)
{
    if (Entry* entry = find(edit.event))
        entry->shown.event.salience = std::clamp(edit.salience, 0.0, 1.0);
}

void EventLedger::operator()(const AddEvent& edit)
{
    TimelineEvent made;
    made.event.title = edit.title;
    made.event.date = edit.date;
    made.event.salience = 1.0; // whoever takes the trouble wants to see it
    made.review = ReviewState::Accepted;
    made.isMade = true;
    Entry* entry = add(edit.key, std::move(made));
    if (entry != nullptr && !edit.anchor.quote.empty())
        attach(*entry, edit.anchor, m_finder.sentenceOf(edit.anchor), analysis::Stance::Supports, true);
}

void EventLedger::operator()(const AttachSupport& edit)
{
    if (Entry* entry = find(edit.event))
        attach(*entry, edit.anchor, m_finder.sentenceOf(edit.anchor), edit.stance, true);
}

void EventLedger::operator()(const DetachSupport& edit)
{
    Entry* entry = find(edit.event);
    if (entry == nullptr)
        return;
    std::erase(entry->shown.lost, edit.anchor);
    const auto sentence = m_finder.sentenceOf(edit.anchor);
    if (!sentence)
        return;
    std::erase_if(entry->shown.event.supports, [&](const Support& support) { return placeOf(support) == *sentence; });
    eraseSorted(entry->shown.byHand, *sentence);
    eraseSorted(entry->shown.fresh, *sentence);
    entry->changedSupports = true;
}

void EventLedger::operator()(const SplitEvent& edit)
{
    const auto from = positionOf(edit.event);
    if (!from || m_positions.contains(edit.newKey))
        return;
    TimelineEvent part;
    {
        const TimelineEvent& old = m_entries[*from].shown;
        part.event.title = edit.title.empty() ? old.event.title : edit.title;
        part.event.date = old.event.date;
        part.event.factuality = old.event.factuality;
        part.event.salience = old.event.salience;
        part.event.participants = old.event.participants;
        part.review = old.review;
        part.tags = old.tags;
        part.isMade = true;
    }
    bool dated = false;
    for (const Anchor& anchor : edit.anchors) {
        TimelineEvent& old = m_entries[*from].shown;
        const auto sentence = m_finder.sentenceOf(anchor);
        if (!sentence) {
            part.lost.push_back(anchor);
            continue;
        }
        const auto support = std::ranges::find(old.event.supports, *sentence, placeOf);
        if (support == old.event.supports.end())
            continue;
        // The new event happened when the first of its sentences that names a time says so.
        if (!dated && support->date.interval && support->date.basis == events::DateBasis::OwnExpression) {
            part.event.date = support->date;
            dated = true;
        }
        if (old.isByHand(*sentence))
            insertSorted(part.byHand, *sentence);
        eraseSorted(old.byHand, *sentence);
        eraseSorted(old.fresh, *sentence);
        part.event.supports.push_back(*support);
        old.event.supports.erase(support);
    }
    std::ranges::sort(part.event.supports, {}, placeOf);
    m_entries[*from].changedSupports = true;
    if (Entry* entry = add(edit.newKey, std::move(part)))
        entry->changedSupports = true;
}

void EventLedger::operator()(const KeepEvent& edit)
{
    Entry* entry = find(edit.event);
    std::vector<std::optional<SentenceRef>> sentences;
    sentences.reserve(edit.supports.size());
    for (const KeepEvent::Evidence& evidence : edit.supports) {
        auto sentence = entry == nullptr ? std::nullopt : standingSentence(entry->shown.event, evidence.anchor);
        sentences.push_back(sentence ? sentence : m_finder.sentenceOf(evidence.anchor));
    }

    const bool isNew = entry == nullptr;
    if (isNew) {
        if (const auto likest = this->likest(sentences)) {
            m_positions.emplace(edit.event, *likest);
            entry = &m_entries[*likest];
            entry->shown.event.key = edit.event;
        } else {
            entry = add(edit.event, {});
        }
    }
    for (const Support& support : entry->shown.event.supports) {
        if (std::ranges::find(sentences, std::optional(placeOf(support))) == sentences.end())
            insertSorted(entry->shown.fresh, placeOf(support));
    }
    entry->kept = true;
    Event& event = entry->shown.event;
    event.title = edit.title;
    event.factuality = edit.factuality;
    event.salience = edit.salience;
    event.participants = edit.participants;
    if (!entry->followsPublication) {
        if (event.date != edit.date)
            event.positions.clear();
        event.date = edit.date;
    }
    for (std::size_t i = 0; i < edit.supports.size(); ++i)
        attach(*entry, edit.supports[i].anchor, sentences[i], edit.supports[i].stance, false);
}

/// The support of an event that stands where an anchor was made, in the same words: what nearly all do, and found
/// without a search.
std::optional<SentenceRef> EventLedger::standingSentence(const Event& event, const Anchor& anchor) const
{
    for (const Support& support : event.supports) {
        const analysis::ArticleAnalysis& article = m_analysis[support.article];
        const TextSpan span = article.sentences[support.sentence].span;
        if (span.begin == anchor.position && article.article.file == anchor.file &&
            article.textOf(span) == anchor.quote)
            return placeOf(support);
    }
    return std::nullopt;
}

/// The found event that tells most of what was kept; nothing if none tells any of it, or if a person has it already.
std::optional<std::size_t> EventLedger::likest(const std::vector<std::optional<SentenceRef>>& sentences)
{
    if (m_tellers.empty()) {
        for (std::size_t e = 0; e < m_analysis.events.size(); ++e) {
            for (const Support& support : m_analysis.events[e].supports)
                m_tellers[packed(placeOf(support))].push_back(e);
        }
    }
    std::map<std::size_t, std::size_t> shared;
    for (const auto& sentence : sentences) {
        const auto tellers = sentence ? m_tellers.find(packed(*sentence)) : m_tellers.end();
        if (tellers == m_tellers.end())
            continue;
        for (const std::size_t e : tellers->second) {
            if (!m_entries[e].kept && !m_entries[e].mergedInto)
                ++shared[e];
        }
    }
    const auto most = std::ranges::max_element(shared, {}, [](const auto& entry) { return entry.second; });
    return most == shared.end() ? std::nullopt : std::optional(most->first);
}

void EventLedger::attach(Entry& entry, const Anchor& anchor, std::optional<SentenceRef> sentence,
                         analysis::Stance stance, bool byHand)
{
    if (!sentence) {
        if (std::ranges::find(entry.shown.lost, anchor) == entry.shown.lost.end())
            entry.shown.lost.push_back(anchor);
        return;
    }
    std::vector<Support>& supports = entry.shown.event.supports;
    const auto at = std::ranges::lower_bound(supports, *sentence, {}, placeOf);
    if (at != supports.end() && placeOf(*at) == *sentence) {
        at->stance = stance;
        return;
    }
    Support support = supportAt(*sentence, anchor);
    support.stance = stance;
    support.why = byHand ? "attached by hand" : "kept";
    supports.insert(at, std::move(support));
    if (byHand)
        insertSorted(entry.shown.byHand, *sentence);
    entry.changedSupports = true;
}

Support EventLedger::supportAt(SentenceRef sentence, const Anchor& anchor) const
{
    const analysis::ArticleAnalysis& article = m_analysis[sentence.article];
    const TextSpan span = article.sentences[sentence.sentence].span;
    Support support;
    support.article = sentence.article;
    support.sentence = sentence.sentence;
    support.score = 1.0;
    const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(anchor.quote.size(), span.size()));
    support.trigger = {span.begin, span.begin + size};
    const auto mention =
        std::ranges::lower_bound(article.mentions, sentence.sentence, {}, &events::EventMention::sentence);
    if (mention != article.mentions.end() && mention->sentence == sentence.sentence) {
        support.trigger = mention->trigger;
        support.expressions = mention->expressions;
        support.factuality = mention->factuality;
        support.date = mention->date;
    }
    return support;
}

void EventLedger::moveInto(TimelineContent& content)
{
    std::vector<std::uint32_t> outlets; // made when needed
    std::vector<std::pair<std::size_t, TimelineEvent*>> order;
    for (std::size_t e = 0; e < m_entries.size(); ++e) {
        if (m_entries[e].mergedInto)
            continue;
        if (m_entries[e].changedSupports) {
            if (outlets.empty())
                outlets = analysis::outletsOf(m_analysis.articles);
            Event& event = m_entries[e].shown.event;
            const auto counts = analysis::countSources(event.supports, outlets, m_analysis.reprintCluster);
            event.sources = counts.sources;
            event.independent = counts.independent;
        }
        order.emplace_back(e, &m_entries[e].shown);
    }
    std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return comesBefore(*a.second, *b.second); });
    std::vector<EventId> idOf(m_entries.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        idOf[order[i].first] = idAt<EventId>(i);
    for (const auto& [key, at] : m_positions) {
        const std::size_t end = *positionOf(key);
        if (m_entries[end].shown.event.key != key)
            content.aliases.emplace_back(key, idOf[end]);
    }
    std::ranges::sort(content.aliases);
    content.events.reserve(order.size());
    for (const auto& entry : order)
        content.events.push_back(std::move(*entry.second));
    m_entries.clear();
    m_positions.clear();
}

} // namespace synoptic::edits
