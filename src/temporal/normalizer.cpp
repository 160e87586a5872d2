// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/normalizer.h"

#include <algorithm>

#include "temporal/resolver.h"

namespace synoptic::temporal {
namespace {

std::vector<TemporalExpression> resolveAgainst(std::span<const UnresolvedExpression> expressions,
                                               std::optional<Day> published, DocumentKind kind)
{
    std::vector<TemporalExpression> resolved;
    resolved.reserve(expressions.size());
    Resolver resolver(published, kind);
    for (const UnresolvedExpression& expression : expressions)
        resolved.push_back(resolver.resolve(expression, static_cast<std::uint32_t>(resolved.size())));
    return resolved;
}

bool canJoin(const TemporalExpression& first, const TemporalExpression& second)
{
    return first.interval && second.interval && first.interval->begin < second.interval->begin;
}

bool lacksYear(const UnresolvedExpression& e)
{
    return e.form == Form::Calendar && e.direction == Direction::Unmarked && e.fields.yearDigits == 0 &&
           e.step.kind == Step::Kind::None && e.fields.month > 0;
}

/// A range whose ends were read on the wrong sides of each other: "from May to September" ends in the same year or the
/// next, "from next Monday to Friday" in the same week.
void putInOrder(const UnresolvedExpression& from, const UnresolvedExpression& to, TemporalExpression& first,
                TemporalExpression& second, DocumentKind kind)
{
    if (!first.interval || !second.interval)
        return;
    const bool months = lacksYear(from) && lacksYear(to);
    // "from November through January": the January after, not the one after that
    constexpr std::chrono::days year{366};
    if (months && second.interval->begin - first.interval->begin > year) {
        UnresolvedExpression nearer = to;
        nearer.fields.year = yearOf(first.interval->days().first) + (to.fields.month < from.fields.month ? 1 : 0);
        nearer.fields.yearDigits = 4;
        Resolver resolver(first.interval->days().first, kind);
        TemporalExpression resolved = resolver.resolve(nearer, 0);
        resolved.resolved = "the first one after the beginning of the range";
        resolved.confidence = std::min(first.confidence, resolved.confidence);
        second = std::move(resolved);
        return;
    }
    if (first.interval->begin <= second.interval->begin)
        return;
    const bool weekdays = to.form == Form::Calendar && to.fields.weekday > 0 && to.fields.day == 0 &&
                          to.direction == Direction::Unmarked && first.interval->isDayOrFiner();
    if (!months && !weekdays)
        return;
    UnresolvedExpression again = months ? from : to;
    TemporalExpression& wrong = months ? first : second;
    if (months) {
        again.fields.year = yearOf(first.interval->days().first) - 1;
        again.fields.yearDigits = 4;
    } else {
        again.direction = Direction::Same;
        again.amount = 1;
    }
    Resolver resolver(first.interval->days().first, kind);
    TemporalExpression resolved = resolver.resolve(again, 0);
    const bool inOrder = resolved.interval && (months ? resolved.interval->begin < second.interval->begin
                                                      : first.interval->begin < resolved.interval->begin);
    if (!inOrder)
        return;
    resolved.resolved = months ? "the one before the end of the range" : "the one after the beginning of the range";
    resolved.confidence = std::min(resolved.confidence, wrong.confidence);
    resolved.alternative.reset(); // it was less likely than another value
    wrong = std::move(resolved);
}

/// Days as a member of an EDTF set, in which an interval has two full stops. Source: ISO 8601-2:2019, 4.9.
std::string memberOf(const DayRange& days)
{
    std::string edtf = edtfOf(days);
    if (const std::size_t slash = edtf.find('/'); slash != std::string::npos)
        edtf.replace(slash, 1, "..");
    return edtf;
}

/// The first of two that belong together is drawn as what both say.
void join(std::span<const UnresolvedExpression> expressions, std::vector<TemporalExpression>& resolved,
          DocumentKind kind)
{
    for (std::size_t i = 0; i + 1 < resolved.size(); ++i) {
        TemporalExpression& first = resolved[i];
        TemporalExpression& second = resolved[i + 1];
        if (expressions[i].join == Join::RangeWithNext)
            putInOrder(expressions[i], expressions[i + 1], first, second, kind);
        if (expressions[i].join == Join::None || !canJoin(first, second))
            continue;
        const DayRange days{first.interval->days().first, second.interval->days().last};
        if (expressions[i].join == Join::RangeWithNext) {
            first.edtf = edtfOf(days);
            first.qualifier = Qualifier::Exact;
        } else {
            first.edtf = '[' + memberOf(first.interval->days()) + ',' + memberOf(second.interval->days()) + ']';
            first.qualifier = Qualifier::Between;
        }
        first.interval = Interval{first.interval->begin, second.interval->end, first.interval->granularity};
    }
}

/// How much less sure a value is that was read against a range of days.
constexpr double rangePenalty = 0.8;

/// The month or year that holds all readings as value, the days they cover as interval; nothing beyond a year.
void generalize(TemporalExpression& low, const TemporalExpression& middle, const TemporalExpression& high)
{
    low.confidence *= rangePenalty;
    if (low.alternative != high.alternative)
        low.alternative.reset();
    else if (low.alternative)
        low.alternative->confidence *= rangePenalty; // never likelier than the value
    const auto same = [&low](const TemporalExpression& other) {
        return low.value == other.value && low.interval == other.interval;
    };
    if (same(middle) && same(high))
        return;
    const auto a = low.interval;
    const auto b = high.interval;
    const auto c = middle.interval;
    low.interval.reset();
    low.edtf.clear();
    low.alternative.reset();
    low.confidence *= rangePenalty;
    // A length stays what it is, whatever it is counted to.
    if (low.type == ExpressionType::Duration && low.value == high.value) {
        low.qualifier = Qualifier::Unknown;
        return;
    }
    if (!a || !b || !c) {
        if (low.value != high.value)
            low.value = "XXXX-XX-XX";
        return;
    }
    const DayRange hull{std::min({a->days().first, b->days().first, c->days().first}),
                        std::max({a->days().last, b->days().last, c->days().last})};
    const bool sameYear = yearOf(hull.first) == yearOf(hull.last);
    const bool sameMonth = sameYear && monthOf(hull.first) == monthOf(hull.last);
    low.resolved += "; the publication date is known to a range only";
    if (!sameYear) {
        low.value = low.type == ExpressionType::Time || a->isDayOrFiner() ? "XXXX-XX-XX" : "XXXX";
        low.qualifier = Qualifier::Unknown;
        return;
    }
    const Granularity unit = sameMonth ? Granularity::Month : Granularity::Year;
    const DayRange whole = unitAround(unit, hull.first);
    low.type = low.type == ExpressionType::Time ? ExpressionType::Date : low.type;
    low.value = timexValue(unit, whole.first);
    low.interval = intervalOf(hull, unit);
    low.edtf = edtfOf(hull);
    low.qualifier = Qualifier::Between;
}

} // namespace

std::vector<TemporalExpression> resolve(std::string_view /*text*/, std::span<const UnresolvedExpression> expressions,
                                        const Reference& reference)
{
    std::optional<Day> first;
    if (reference.published)
        first = reference.published->first;
    auto resolved = resolveAgainst(expressions, first, reference.kind);
    if (reference.published && !reference.published->isOneDay()) {
        // Every rule moves one way as the publication date does, so what both ends say is true of all days between;
        // the middle guards the rules that pick the nearest.
        const DayRange range = *reference.published;
        const auto middle = resolveAgainst(expressions, range.first + (range.last - range.first) / 2, reference.kind);
        const auto high = resolveAgainst(expressions, range.last, reference.kind);
        for (std::size_t i = 0; i < resolved.size(); ++i)
            generalize(resolved[i], middle[i], high[i]);
    }
    join(expressions, resolved, reference.kind);
    return resolved;
}

} // namespace synoptic::temporal
