// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/publication_cues.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>

namespace synoptic::analysis {
namespace {

using temporal::TemporalExpression;

/// News tells of the day itself in 45 of 100 bare weekdays, of the day before in some 15, then ever less.
/// Source: 297 weekdays of TimeBank and AQUAINT.
double freshness(double gap)
{
    if (gap < 3.0)
        return gap < 1.0 ? 2.0 : gap < 2.0 ? 1.0 : 0.5;
    return -std::min(2.5, (gap - 2.0) / 4.0);
}

enum class Told
{
    Unknown,
    Past,
    Planned
};

/// How the sentence around @p span tells: a plan in it says more than the verb of saying beside it.
Told toldAs(const ArticleAnalysis& article, TextSpan span)
{
    Told told = Told::Unknown;
    for (const events::EventMention& mention : article.mentions) {
        if (!article.sentences[mention.sentence].span.contains(span))
            continue;
        if (mention.factuality == events::Factuality::Planned || mention.factuality == events::Factuality::Possible)
            return Told::Planned;
        if (mention.factuality == events::Factuality::Asserted)
            told = Told::Past;
    }
    return told;
}

bool toldAsPast(const ArticleAnalysis& article, TextSpan span)
{
    return std::ranges::any_of(article.mentions, [&](const events::EventMention& mention) {
        return mention.factuality == events::Factuality::Asserted &&
               article.sentences[mention.sentence].span.contains(span);
    });
}

/// One of the first two unmarked sentences that are no title.
bool inLead(const ArticleAnalysis& article, TextSpan span)
{
    int seen = 0;
    for (const text::Sentence& sentence : article.sentences) {
        const bool heading =
            std::ranges::any_of(article.article.headings, [&](TextSpan h) { return h.overlaps(sentence.span); });
        if (sentence.boilerplate || heading || article.textOf(sentence.span) == article.article.title)
            continue;
        if (sentence.span.contains(span))
            return true;
        if (++seen == 2)
            return false;
    }
    return false;
}

bool marked(const ArticleAnalysis& article, TextSpan span)
{
    return std::ranges::any_of(article.article.boilerplate, [&](TextSpan mark) { return mark.overlaps(span); });
}

/// A month by its name alone, without a year: "in April", "earlier in April".
bool isBareMonth(const TemporalExpression& expression, std::string_view words)
{
    if (!expression.interval || expression.interval->granularity != temporal::Granularity::Month ||
        expression.anchor != temporal::Anchor::Publication)
        return false;
    const auto holds = [&](std::string_view word) { return words.find(word) != std::string_view::npos; };
    return !holds("this") && !holds("last") && !holds("next") && !holds("month") && !holds("ago");
}

bool saysEarlier(std::string_view words)
{
    return words.starts_with("earlier") || words.starts_with("Earlier") || words.starts_with("early") ||
           words.starts_with("Early");
}

/// Of its own month a writer says "this month" or the day; a month by name is most often near and another one.
double monthCue(const ArticleAnalysis& article, const TemporalExpression& expression, Day day)
{
    constexpr double outOfOrder = 2.0; // told as past and still to come, or planned and over
    constexpr double ownMonth = 0.7;
    const std::string_view words = article.textOf(expression.span);
    if (!isBareMonth(expression, words))
        return 0.0;
    const DayRange month = expression.interval->days();
    const auto since = static_cast<double>((day - month.last).count());
    const bool isBefore = day < month.first;
    const bool isInside = month.contains(day);
    if (saysEarlier(words)) {
        constexpr int firstDays = 7; // nothing is earlier in a month than its beginning
        if (day < month.first + std::chrono::days{firstDays})
            return -outOfOrder;
        return isInside ? 0.0 : -std::min(3.0, since / 15.0);
    }
    switch (toldAs(article, expression.span)) {
    case Told::Past:
        return isBefore ? -outOfOrder : isInside ? -ownMonth : -std::min(2.0, since / 60.0);
    case Told::Planned:
        if (isBefore)
            return -std::min(2.0, static_cast<double>((month.first - day).count()) / 60.0);
        return isInside ? -ownMonth : -outOfOrder;
    case Told::Unknown:
        break;
    }
    return 0.0;
}

/// A full date, @p gap days before: publication follows the latest one told as past, mostly soon, and comes before what
/// is planned. Feasts and deadlines are told of in either way.
double fullDateCue(double gap, Told told)
{
    switch (told) {
    case Told::Past:
        return gap < 0 ? std::max(-2.0, gap / 20.0) : -std::min(1.5, gap / 60.0);
    case Told::Planned:
        return gap < 0 ? std::max(-1.0, gap / 60.0) : -std::min(2.0, 0.5 + (gap / 10.0));
    case Told::Unknown:
        break;
    }
    return -std::min(1.0, std::abs(gap) / 60.0);
}

} // namespace

double nearness(Day day, std::span<const Day> known)
{
    if (known.empty())
        return 0.0;
    double nearest = 1e9;
    for (const Day other : known)
        nearest = std::min(nearest, std::abs(static_cast<double>((day - other).count())));
    // Stories go on for weeks, and some come back after months: the tail is heavy.
    constexpr double usualDays = 20.0;
    return -2.0 * std::log1p(nearest / usualDays);
}

double ownCues(const ArticleAnalysis& article, std::span<const TemporalExpression> expressions,
               std::span<const std::optional<Day>> resolved, Day day)
{
    double score = 0.0;
    std::set<Day> told; // two expressions of one day are one cue
    for (std::size_t e = 0; e < expressions.size(); ++e) {
        if (marked(article, expressions[e].span))
            continue;
        if (!resolved[e]) {
            score += monthCue(article, expressions[e], day);
            continue;
        }
        const auto gap = static_cast<double>((day - *resolved[e]).count());
        if (expressions[e].anchor == temporal::Anchor::Absolute) {
            score += fullDateCue(gap, toldAs(article, expressions[e].span));
        } else if (gap < 0) {
            score -= toldAsPast(article, expressions[e].span) ? 2.0 : 0.0;
        } else if (told.insert(*resolved[e]).second) {
            score += freshness(gap) * (inLead(article, expressions[e].span) ? 1.5 : 1.0);
        }
    }
    return score;
}

} // namespace synoptic::analysis
