// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/publication_cues.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::analysis {
namespace {

using temporal::TemporalExpression;

/// How long ago the latest happening is that the text dates by a weekday or a word like it: news tells of the day
/// itself in 57 of 100 articles, of the day before in 22, of one of the five days before that in three each. Source:
/// 480 dated articles of ECB+ and Timeline17, logarithms.
double freshness(double gap)
{
    constexpr double sameDay = 2.9;
    if (gap < 1.0)
        return sameDay;
    if (gap < 2.0)
        return sameDay - 0.95;
    return gap < 8.0 ? 0.0 : -std::min(2.5, gap / 8.0);
}

/// The days before the latest one lie close to it.
double closeness(double gap)
{
    return -std::min(2.5, 0.25 * gap);
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

/// One of the first unmarked sentences that are no title.
bool inLead(const ArticleAnalysis& article, TextSpan span)
{
    constexpr int leadSentences = 4;
    int seen = 0;
    for (const text::Sentence& sentence : article.sentences) {
        const bool heading =
            std::ranges::any_of(article.article.headings, [&](TextSpan h) { return h.overlaps(sentence.span); });
        if (sentence.boilerplate || heading || article.textOf(sentence.span) == article.article.title)
            continue;
        if (sentence.span.contains(span))
            return true;
        if (++seen == leadSentences)
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

/// "On Monday", "yesterday"; "6:30 p.m." alone names none, and is that of whatever day one reads it on.
bool namesDay(const temporal::UnresolvedExpression& expression)
{
    const temporal::CalendarFields& fields = expression.fields;
    return expression.form != temporal::Form::Calendar || fields.day > 0 || fields.weekday > 0 ||
           fields.holiday != temporal::Holiday::None;
}

bool isHeading(const ArticleAnalysis& article, TextSpan span)
{
    return std::ranges::any_of(article.article.headings, [&](TextSpan heading) { return heading.contains(span); });
}

/// The days for which the headlines plan something: a paraphrase may tell it in the wrong tense further down.
std::vector<DayRange> plannedByHeadlines(const ArticleAnalysis& article,
                                         std::span<const TemporalExpression> expressions)
{
    std::vector<DayRange> planned;
    for (const TemporalExpression& expression : expressions)
        if (expression.interval && isHeading(article, expression.span) &&
            toldAs(article, expression.span) == Told::Planned)
            planned.push_back(expression.interval->days());
    return planned;
}

/// A day that is planned, @p gap days before publication: articles come out some weeks before it.
double plannedDayCue(double gap)
{
    return gap < 0 ? std::max(-1.5, gap / 40.0) : -2.0;
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

double reprintCue(Day day, std::span<const Day> printed)
{
    constexpr double same = 3.5;
    constexpr double next = 2.0;
    double best = 0.0;
    for (const Day other : printed) {
        const auto gap = std::abs((day - other).count());
        best = std::max(best, gap == 0 ? same : gap == 1 ? next : 0.0);
    }
    return best;
}

double ownCues(const ArticleAnalysis& article, std::span<const TemporalExpression> expressions,
               std::span<const std::optional<Day>> resolved, Day day)
{
    double score = 0.0;
    std::set<Day> told; // two expressions of one day are one cue
    std::set<Day> inLeads;
    bool isOutOfOrder = false;
    const std::vector<DayRange> planned = plannedByHeadlines(article, expressions);
    const auto isPlanned = [&](Day other) {
        return std::ranges::any_of(planned, [&](const DayRange& days) { return days.contains(other); });
    };
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
        } else if (isPlanned(*resolved[e])) {
            score += plannedDayCue(gap);
        } else if (!namesDay(article.unresolved[e])) {
            continue;
        } else if (gap < 0) {
            const bool isAhead = article.unresolved[e].tense == temporal::Tense::Future;
            isOutOfOrder = isOutOfOrder || (!isAhead && toldAs(article, expressions[e].span) == Told::Past);
        } else {
            told.insert(*resolved[e]);
            if (inLead(article, expressions[e].span))
                inLeads.insert(*resolved[e]);
        }
    }
    constexpr double outOfOrder = 2.0; // told as past and still to come; verbs are misread often enough to count once
    score -= isOutOfOrder ? outOfOrder : 0.0;
    if (told.empty())
        return score;
    // The lead tells the news; where it names no day, the latest one is the news.
    const Day news = inLeads.empty() ? *told.rbegin() : *inLeads.rbegin();
    for (const Day other : told) {
        const auto gap = static_cast<double>((day - other).count());
        score += other == news ? freshness(gap) : closeness(gap);
    }
    return score;
}

} // namespace synoptic::analysis
