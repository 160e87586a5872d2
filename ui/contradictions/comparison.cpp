// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/comparison.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

#include "edits/places.h"
#include "ui/contradictions/contradiction_model.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/source_table.h"

namespace synoptic::ui {
namespace {

constexpr std::size_t quoteBytes = 2000;
constexpr std::size_t contextBytes = 400; // of a sentence before or after, which may be a whole article

QString translated(const char* text)
{
    return QCoreApplication::translate("Comparison", text);
}

QString mannerOf(const edits::Party& party)
{
    QString manner = stanceText(party.stance);
    if (!party.speaker.empty())
        manner += translated(", says %1").arg(lineText(party.speaker));
    const edits::Party ungraded;
    if (party.sourceGrade != ungraded.sourceGrade || party.informationGrade != ungraded.informationGrade)
        manner += translated("; source %1, information %2")
                      .arg(sourceGradeText(party.sourceGrade), informationGradeText(party.informationGrade));
    return manner;
}

/// What the quoted sentences say of the day of the events the record is about.
QString datedBy(const edits::Timeline& timeline, const edits::FoundContradiction& found,
                const std::vector<edits::SentenceRef>& quoted)
{
    for (const EventId id : found.events) {
        for (const analysis::Support& support : timeline[id].event.supports) {
            const edits::SentenceRef own{support.article, support.sentence};
            if (support.date.interval && std::ranges::find(quoted, own) != quoted.end())
                return dateText(support.date);
        }
    }
    return {};
}

ComparedPassage passageOf(const edits::Timeline& timeline, const edits::FoundContradiction& found, std::size_t index)
{
    const edits::Party& party = found.record.parties[index];
    const edits::FoundPlace& place = found.places[index];
    ComparedPassage passage;
    passage.source = fileText(party.anchor.file);
    passage.manner = mannerOf(party);
    passage.claim = lineText(party.claim);
    passage.isSilent = party.anchor.quote.empty();
    passage.quote = passage.isSilent ? translated("says nothing of it") : beginningText(party.anchor.quote, quoteBytes);
    passage.before = lineText(party.anchor.prefix).trimmed();
    passage.after = lineText(party.anchor.suffix).trimmed();
    if (!place.article) {
        passage.lost = translated("The file is gone from the folder; the quotation is kept.");
        return passage;
    }
    const analysis::ArticleAnalysis& article = timeline.analysis()[*place.article];
    passage.source = sourceOf(article.article);
    passage.title = titleOf(article.article);
    passage.published = publicationText(article.article.published);
    if (passage.isSilent) {
        passage.before.clear();
        passage.after.clear();
        passage.place = ChosenPassage{*place.article, {}};
        return passage;
    }
    if (place.anchor.state == edits::AnchorState::Lost) {
        passage.lost = translated("These words are no longer found in the article.");
        return passage;
    }
    passage.place = ChosenPassage{*place.article, place.anchor.span};
    const std::vector<edits::SentenceRef> quoted = edits::sentencesAt(timeline.analysis(), place);
    passage.dated = datedBy(timeline, found, quoted);
    if (quoted.empty())
        return passage;
    // The sentences around it, and what of its own sentences was not quoted
    const auto& sentences = article.sentences;
    const std::uint32_t first = quoted.front().sentence;
    const std::uint32_t last = quoted.back().sentence;
    const std::uint32_t begin = sentences[first > 0 ? first - 1 : first].span.begin;
    const std::uint32_t end = sentences[last + 1 < sentences.size() ? last + 1 : last].span.end;
    const TextSpan words = place.anchor.span;
    passage.before = endingText(article.textOf({begin, std::max(begin, words.begin)}), contextBytes).trimmed();
    passage.after = beginningText(article.textOf({std::min(words.end, end), end}), contextBytes).trimmed();
    return passage;
}

/// "A was published first, 15 April 2021; B 11 days later."
QString orderOf(const std::vector<ComparedSide>& sides)
{
    std::vector<const ComparedSide*> known;
    for (const ComparedSide& side : sides)
        if (side.firstPublished)
            known.push_back(&side);
    if (known.size() < 2)
        return {};
    std::ranges::stable_sort(known, {}, [](const ComparedSide* side) { return *side->firstPublished; });
    const Day first = *known.front()->firstPublished;
    if (*known.back()->firstPublished == first)
        return translated("All were published on one day, %1.").arg(daysText({first, first}));
    QString order = translated("%1 was published first, %2").arg(known.front()->letter).arg(daysText({first, first}));
    for (std::size_t i = 1; i < known.size(); ++i) {
        const auto later = (*known[i]->firstPublished - first).count();
        order += later == 0   ? translated("; %1 on the same day").arg(known[i]->letter)
                 : later == 1 ? translated("; %1 a day later").arg(known[i]->letter)
                              : translated("; %1 %2 days later").arg(known[i]->letter).arg(later);
    }
    return order + u'.';
}

QString outcomeOf(const edits::Contradiction& record)
{
    if (!record.resolution)
        return {};
    const edits::Resolution& resolution = *record.resolution;
    QString outcome = methodText(resolution.method);
    if (resolution.method == edits::ResolutionMethod::PreferSide)
        outcome += u' ' + QString(QLatin1Char(resolution.side));
    if (!resolution.value.empty())
        outcome += u": " + lineText(resolution.value);
    return outcome + u". " + lineText(resolution.reason);
}

} // namespace

Comparison comparisonOf(const edits::Timeline& timeline, const edits::FoundContradiction& found)
{
    const edits::Contradiction& record = found.record;
    Comparison comparison;
    comparison.number = record.number;
    comparison.question = questionText(record);
    comparison.facts = typeText(record.type) + u" · " + kindText(record.kind) + u" · " + severityText(record.severity) +
                       u" · " + statusText(record.status);
    comparison.outcome = outcomeOf(record);
    const analysis::Analysis& all = timeline.analysis();
    const std::vector<std::uint32_t> outlets = analysis::outletsOf(all.articles);
    std::map<char, ComparedSide> sides;
    std::map<char, std::vector<analysis::Support>> voices;
    for (std::size_t i = 0; i < record.parties.size(); ++i) {
        const char letter = record.parties[i].side;
        ComparedSide& side = sides[letter];
        side.letter = QLatin1Char(letter);
        side.passages.push_back(passageOf(timeline, found, i));
        const auto& article = found.places[i].article;
        if (!article)
            continue;
        analysis::Support voice;
        voice.article = *article;
        voices[letter].push_back(voice);
        const auto& range = all[*article].article.published.range;
        if (range && range->isOneDay() && (!side.firstPublished || range->first < *side.firstPublished))
            side.firstPublished = range->first;
    }
    for (auto& [letter, side] : sides) {
        side.counts = analysis::countSources(voices[letter], outlets, all.reprintCluster);
        comparison.sides.push_back(std::move(side));
    }
    comparison.order = orderOf(comparison.sides);
    return comparison;
}

} // namespace synoptic::ui
