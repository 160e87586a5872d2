// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <limits>

#include "base/is_one_of.h"
#include "events/event_extractor.h"
#include "events/factuality.h"
#include "events/trigger_finder.h"

namespace synoptic::events {
namespace {

using temporal::ExpressionType;
using temporal::Granularity;
using temporal::TemporalExpression;

constexpr auto comparisons = std::to_array<std::string_view>({"than", "compared", "versus", "since", "unlike"});
constexpr auto clauseOpeners =
    std::to_array<std::string_view>({"who", "which", "that", "because", "although", "though", "while", "when", "where",
                                     "after", "before", "as", "if", "whose", "but"});
constexpr auto adjuncts =
    std::to_array<std::string_view>({"in", "during", "early", "earlier", "late", "mid", "of", "this", "last", "next",
                                     "by", "until", "on", "about", "around", "before", "after"});

constexpr double likelyVerb = 0.3;   // of a trigger that has a clause of its own
constexpr std::size_t farthest = 14; // tokens, with what lies between weighed
constexpr std::size_t unreachable = std::numeric_limits<std::size_t>::max();

/// Tokens from @p from to @p to with what lies between weighed: the farther, the less they belong together.
std::size_t clauseDistance(const SentenceWords& words, std::span<const Trigger> triggers, std::size_t from,
                           std::size_t to)
{
    const std::size_t first = std::min(from, to);
    const std::size_t last = std::max(from, to);
    std::size_t distance = last - first;
    for (std::size_t i = first + 1; i < last; ++i) {
        const std::string_view word = words.lower[i];
        if (word == "," || word == ";" || word == "—" || word == "–")
            distance += 3;
        else if (word == "“" || word == "”" || word == "\"" || word == ":" || isOneOf(clauseOpeners, word))
            distance += 5;
        else if (word == "and" || word == "or")
            distance += 1;
    }
    for (const Trigger& trigger : triggers) {
        if (trigger.token > first && trigger.token < last && trigger.form != TriggerForm::Noun &&
            trigger.score >= likelyVerb)
            distance += trigger.verbClass == VerbClass::Reporting ? 4 : 3;
    }
    return distance;
}

/// "Tuesday" of an article published in some weeks or months: beyond a month and a half the range dates nothing.
bool isTooVague(const TemporalExpression& expression)
{
    constexpr int mostDays = 45;
    return expression.qualifier == temporal::Qualifier::Between && expression.anchor == temporal::Anchor::Publication &&
           expression.interval->days().days() > mostDays;
}

bool datesSomething(const TemporalExpression& expression)
{
    return expression.interval && (expression.type == ExpressionType::Date || expression.type == ExpressionType::Time);
}

EventDate dateOf(const TemporalExpression& expression, std::string_view text)
{
    EventDate date;
    date.words = textOf(text, expression.span);
    date.value = expression.value;
    date.interval = expression.interval;
    date.qualifier = expression.qualifier;
    date.basis = DateBasis::OwnExpression;
    date.confidence = expression.confidence;
    date.how = expression.resolved;
    return date;
}

/// A line that holds the date of the page and nothing else.
bool standsAlone(const TemporalExpression& expression, const corpus::Article& article,
                 std::span<const text::Sentence> sentences)
{
    const auto sentence = std::ranges::lower_bound(sentences, expression.span.end, {},
                                                   [](const text::Sentence& each) { return each.span.end; });
    constexpr std::size_t fewLetters = 4;
    return sentence != sentences.end() && sentence->span.contains(expression.span) &&
           textOf(article.text, sentence->span).size() < expression.span.size() + fewLetters;
}

/// The first day resolved in title or lead, at most ten days before publication.
std::optional<EventDate> storyDay(const corpus::Article& article, std::span<const text::Sentence> sentences,
                                  std::span<const TemporalExpression> expressions)
{
    constexpr int daysBack = 10;
    constexpr int leadSentences = 4;
    const auto& published = article.published.range;
    if (!published || !published->isOneDay())
        return std::nullopt; // which day the story broke cannot be told
    int seen = 0;
    std::uint32_t leadEnd = 0;
    for (const text::Sentence& sentence : sentences) {
        if (sentence.boilerplate)
            continue;
        leadEnd = sentence.span.end;
        if (++seen == leadSentences)
            break;
    }
    for (const TemporalExpression& expression : expressions) {
        if (expression.span.begin >= leadEnd)
            break;
        if (!datesSomething(expression) || !expression.interval->isDayOrFiner() ||
            expression.qualifier != temporal::Qualifier::Exact)
            continue;
        const Day day = expression.interval->days().first;
        if (day > published->last || day < published->first - std::chrono::days{daysBack})
            continue;
        // The publication date as written in the article is no event's day.
        const bool isDateLine =
            std::ranges::any_of(article.published.evidence, [&](const corpus::PublicationEvidence& evidence) {
                return evidence.file == article.file && evidence.span.overlaps(expression.span) &&
                       article.published.basis == corpus::PublicationBasis::Stated;
            });
        if (isDateLine || (day == published->first && standsAlone(expression, article, sentences)))
            continue;
        EventDate date = dateOf(expression, article.text);
        date.basis = DateBasis::StoryDay;
        date.qualifier = temporal::Qualifier::About;
        date.confidence *= 0.6;
        date.how = "assumed: the day of the story, \"" + date.words + "\" (" + expression.resolved + ")";
        date.words.clear();
        return date;
    }
    return std::nullopt;
}

EventDate publicationDay(const corpus::Article& article)
{
    EventDate date;
    if (!article.published.range)
        return date;
    const DayRange& range = *article.published.range;
    date.value = article.published.value;
    date.interval = temporal::intervalOf(range, range.isOneDay() ? Granularity::Day : Granularity::Month);
    date.qualifier = temporal::Qualifier::About;
    date.basis = DateBasis::Publication;
    date.confidence = 0.2;
    date.how = "assumed: published " + article.published.value;
    return date;
}

/// What the trigger finder said of a mention, as far as dating asks.
Trigger triggerOf(const EventMention& mention, const SentenceWords& words)
{
    const auto token = std::ranges::lower_bound(words.tokens, mention.trigger.begin, {},
                                                [](const text::Token& candidate) { return candidate.span.begin; });
    return {static_cast<std::size_t>(token - words.tokens.begin()), mention.form, mention.key, mention.score,
            mention.reporting ? VerbClass::Reporting : VerbClass::Ordinary};
}

class Dater
{
public:
    Dater(const corpus::Article& article, std::span<const text::Sentence> sentences,
          std::span<const TemporalExpression> expressions)
        : m_article(article)
        , m_sentences(sentences)
        , m_expressions(expressions)
        , m_storyDay(storyDay(article, sentences, expressions))
        , m_publicationDay(publicationDay(article))
    {}

    void dateSentence(std::span<EventMention> mentions)
    {
        const TextSpan span = m_sentences[mentions.front().sentence].span;
        const SentenceWords words = wordsOf(m_article.text, span);
        std::vector<Trigger> triggers;
        triggers.reserve(mentions.size());
        for (const EventMention& mention : mentions)
            triggers.push_back(triggerOf(mention, words));
        for (std::size_t i = 0; i < mentions.size(); ++i)
            date(mentions[i], words, triggers, triggers[i]);
    }

private:
    void date(EventMention& mention, const SentenceWords& words, std::span<const Trigger> triggers,
              const Trigger& trigger)
    {
        mention.expressions.clear();
        std::size_t best = unreachable;
        std::uint32_t winner = 0;
        auto expression = std::ranges::lower_bound(m_expressions, words.span.begin, {},
                                                   [](const TemporalExpression& e) { return e.span.begin; });
        for (; expression != m_expressions.end() && expression->span.end <= words.span.end; ++expression) {
            if (!datesSomething(*expression) || isTooVague(*expression))
                continue;
            const std::size_t distance = distanceTo(*expression, words, triggers, trigger);
            if (distance < best) {
                best = distance;
                winner = static_cast<std::uint32_t>(expression - m_expressions.begin());
            }
        }
        const bool own = best <= farthest;
        if (own) {
            mention.expressions.push_back(winner);
            mention.date = dateOf(m_expressions[winner], m_article.text);
            if (best > 6)
                mention.date.confidence *= 0.8;
        } else {
            mention.date = {};
        }
        const bool ahead =
            own && m_article.published.range && mention.date.interval->begin > m_article.published.range->last;
        mention.factuality = factualityOf(words, trigger, ahead);
        if (own)
            return;
        const bool past = trigger.form == TriggerForm::PastVerb || trigger.form == TriggerForm::Noun;
        if (past && mention.factuality == Factuality::Asserted && best == unreachable && m_storyDay)
            mention.date = *m_storyDay;
        else if (past && mention.factuality == Factuality::Asserted)
            mention.date = m_publicationDay;
    }

    std::size_t distanceTo(const TemporalExpression& expression, const SentenceWords& words,
                           std::span<const Trigger> triggers, const Trigger& trigger) const
    {
        const auto begin = std::ranges::upper_bound(words.tokens, expression.span.begin, {},
                                                    [](const text::Token& token) { return token.span.end; });
        const auto end = std::ranges::lower_bound(words.tokens, expression.span.end, {},
                                                  [](const text::Token& token) { return token.span.begin; });
        if (begin >= end)
            return unreachable;
        const auto first = static_cast<std::size_t>(begin - words.tokens.begin());
        const auto last = static_cast<std::size_t>(end - words.tokens.begin()) - 1;
        if (first > trigger.token + farthest || last + farthest < trigger.token)
            return farthest + 1; // too far whatever lies between
        if (isOneOf(comparisons, words.at(first, -1)) ||
            (isOneOf(comparisons, words.at(first, -2)) && words.at(first, -1) == "with"))
            return unreachable;
        const bool coarse = expression.interval->granularity > Granularity::Week;
        const bool adjunct =
            first == 0 || isOneOf(adjuncts, words.at(first, -1)) || isOneOf(adjuncts, words.lower[first]);
        if (coarse && !adjunct)
            return unreachable; // "the 2020 election" dates no trigger beside it
        std::size_t distance = trigger.token < first  ? clauseDistance(words, triggers, trigger.token, first)
                               : trigger.token > last ? clauseDistance(words, triggers, last, trigger.token)
                                                      : 0;
        // "said Friday that …": the day belongs to the saying, which stands right beside it.
        if (trigger.verbClass != VerbClass::Reporting) {
            for (const Trigger& other : triggers) {
                const bool beside = other.token + 2 >= first && other.token < first;
                const bool between = trigger.token > last;
                if (other.verbClass == VerbClass::Reporting && beside && between)
                    distance += 10;
            }
        }
        return distance + (coarse ? 2 : 0);
    }

    const corpus::Article& m_article;                  // Not owned: the caller's article.
    std::span<const text::Sentence> m_sentences;       // Not owned, as above.
    std::span<const TemporalExpression> m_expressions; // Not owned, as above.
    std::optional<EventDate> m_storyDay;
    EventDate m_publicationDay;
};

} // namespace

void dateMentions(std::vector<EventMention>& mentions, const corpus::Article& article,
                  std::span<const text::Sentence> sentences, std::span<const TemporalExpression> expressions)
{
    Dater dater(article, sentences, expressions);
    for (auto begin = mentions.begin(); begin != mentions.end();) {
        const auto end =
            std::find_if(begin, mentions.end(), [&](const EventMention& m) { return m.sentence != begin->sentence; });
        dater.dateSentence({begin, end});
        begin = end;
    }
}

} // namespace synoptic::events
