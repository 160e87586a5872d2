// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/coordination.h"

#include "temporal/hour_ranges.h"
#include "temporal/numerals.h"

namespace synoptic::temporal {
namespace {

constexpr std::size_t mostMembers = 8;

/// The position after a separator of a list; @p at itself if there is none. Sets @p range for "to" and a dash.
std::size_t afterSeparator(const TokenView& t, std::size_t at, bool& range)
{
    range = false;
    if (t.isMark(at, ',')) {
        if (t.isAny(at + 1, Word::And, Word::Or))
            return at + 2;
        return at + 1;
    }
    if (t.isAny(at, Word::And, Word::Or))
        return at + 1;
    if (t.isAny(at, Word::To, Word::Through, Word::Until) || t.isMark(at, '-')) {
        range = true;
        return at + 1;
    }
    return at;
}

std::optional<Numeral> dayAt(const TokenView& t, std::size_t at)
{
    if (const auto ordinal = ordinalAt(t, at); ordinal && ordinal->value >= 1 && ordinal->value <= 31)
        return ordinal;
    if (!t.isNumber(at) || t[at].digits > 2 || t[at].value < 1 || t[at].value > 31)
        return std::nullopt;
    if (t.touches(at + 1) && (t.isWord(at + 1) || t.isMark(at + 1, ':') || t.isMark(at + 1, '%')))
        return std::nullopt;
    return Numeral{.value = t[at].value, .digits = true, .next = at + 1};
}

struct Member
{
    std::size_t first = 0;
    std::size_t next = 0;
    int value = 0;
    std::uint8_t weekday = 0;
    bool rangeAfter = false;
};

Match memberMatch(const Member& member, const CalendarFields& shared)
{
    Match match{.first = member.first, .next = member.next};
    match.expression.fields = shared;
    match.expression.fields.day = static_cast<std::uint8_t>(member.value);
    match.expression.fields.weekday = member.weekday;
    if (member.rangeAfter)
        match.expression.join = Join::RangeWithNext;
    return match;
}

std::size_t takeDaysBefore(const TokenView& t, std::size_t at, std::vector<Match>& matches)
{
    std::vector<Member> members;
    std::size_t place = at;
    while (members.size() < mostMembers) {
        Member member{.first = place};
        std::size_t number = place;
        if (t.isClass(number, WordClass::Weekday) && !t.has(number, flag::plural)) {
            member.weekday = static_cast<std::uint8_t>(t[number].value);
            number += t.is(number + 1, Word::The) ? std::size_t{2} : std::size_t{1};
        } else if (t.is(number, Word::The)) {
            ++number;
        }
        if (!members.empty()) {
            const auto last = monthDateAt(t, place);
            if (last && last->expression.fields.day > 0 && !t.isClass(number, WordClass::Month)) {
                CalendarFields shared = last->expression.fields;
                // "from the 27th to the 3rd of April" begins in March
                if (members.size() == 1 && members.front().rangeAfter && members.front().value > shared.day) {
                    const bool newYear = shared.month == 1;
                    shared.year -= newYear && shared.yearDigits == 4 ? 1 : 0;
                    shared.month = static_cast<std::uint8_t>(newYear ? 12 : shared.month - 1);
                }
                for (const Member& each : members) {
                    if (!isDayOfMonth(shared.month, static_cast<unsigned>(each.value)))
                        return at;
                }
                for (const Member& each : members)
                    matches.push_back(memberMatch(each, shared));
                matches.push_back(*last);
                return last->next;
            }
        }
        const auto day = dayAt(t, number);
        if (!day)
            return at;
        member.value = static_cast<int>(day->value);
        member.next = day->next;
        bool range = false;
        const std::size_t next = afterSeparator(t, day->next, range);
        if (next == day->next)
            return at;
        member.rangeAfter = range;
        members.push_back(member);
        place = next;
    }
    return at;
}

/// "499–449 BC", "480 and 479 BC".
std::size_t takeYearsBefore(const TokenView& t, std::size_t at, std::vector<Match>& matches)
{
    if (!t.isNumber(at) || t[at].digits > 4 || t[at].value == 0 || t.has(at, flag::grouped))
        return at;
    bool range = false;
    const std::size_t second = afterSeparator(t, at + 1, range);
    if (second == at + 1 || !t.isNumber(second) || t[second].digits > 4 || t[second].value == 0)
        return at;
    if (afterBeforeChrist(t, second + 1) == second + 1)
        return at;
    auto last = yearAt(t, second);
    if (!last || !last->expression.fields.beforeChrist)
        return at;
    Match first{.first = at, .next = at + 1};
    first.expression.fields = last->expression.fields;
    first.expression.fields.year = 1 - t[at].value;
    if (range)
        first.expression.join = Join::RangeWithNext;
    matches.push_back(first);
    matches.push_back(*last);
    return last->next;
}

/// "the second and fourth quarters", "the first or second half of 2019": the earlier has its noun from the later.
std::size_t takeQuartersBefore(const TokenView& t, std::size_t at, std::vector<Match>& matches)
{
    const auto ordinal = ordinalAt(t, t.is(at, Word::The) ? at + 1 : at);
    if (!ordinal || ordinal->value < 1 || ordinal->value > 4)
        return at;
    bool range = false;
    const std::size_t second = afterSeparator(t, ordinal->next, range);
    if (second == ordinal->next)
        return at;
    const auto last = yearPartAt(t, second);
    if (!last || (last->expression.fields.quarter == 0 && last->expression.fields.half == 0))
        return at;
    Match first{.expression = last->expression, .first = at, .next = ordinal->next};
    CalendarFields& fields = first.expression.fields;
    (fields.quarter > 0 ? fields.quarter : fields.half) = static_cast<std::uint8_t>(ordinal->value);
    first.expression.join = range ? Join::RangeWithNext : Join::None;
    matches.push_back(first);
    matches.push_back(*last);
    return last->next;
}

bool isMonthDay(const UnresolvedExpression& expression)
{
    return expression.form == Form::Calendar && expression.fields.month > 0 && expression.fields.day > 0 &&
           expression.type == ExpressionType::Date && !expression.fields.weekOf && !expression.fields.weekendOf;
}

/// What may follow the last day of a list: nothing that the number could count.
bool endsList(const TokenView& t, std::size_t at)
{
    if (!t.isWord(at))
        return !t.isMark(at, '%') && !t.isMark(at, '$') &&
               !(t.isMark(at, '.') && t.isNumber(at + 1) && t.touches(at + 1));
    return t.isClass(at, WordClass::Grammar) || (t.isClass(at, WordClass::Cue) && !t.has(at, flag::counted)) ||
           t.has(at, flag::past | flag::future | flag::modal) || t[at].pastEnding;
}

} // namespace

std::size_t takeListBefore(const TokenView& t, std::size_t at, std::vector<Match>& matches)
{
    if (!t.isNumber(at) && !t.isClass(at, WordClass::Weekday) && !t.isClass(at, WordClass::Cardinal) &&
        !t.isClass(at, WordClass::Ordinal) && !t.isAny(at, Word::The, Word::Noon))
        return at;
    if (t.isMark(at - 1, '$') || (t.touches(at) && t.isNumber(at) && !t.isMark(at - 1, '(')))
        return at;
    const std::size_t days = takeDaysBefore(t, at, matches);
    if (days > at)
        return days;
    const std::size_t hours = takeHourRange(t, at, matches);
    if (hours > at)
        return hours;
    const std::size_t quarters = takeQuartersBefore(t, at, matches);
    return quarters > at ? quarters : takeYearsBefore(t, at, matches);
}

std::size_t takeListAfter(const TokenView& t, std::vector<Match>& matches)
{
    const Match& given = matches.back();
    const std::size_t begin = given.next;
    const CalendarFields shared = given.expression.fields;
    // "1955–57"
    if (given.expression.form == Form::Calendar && shared.yearDigits == 4 && !shared.beforeChrist &&
        !shared.shortYear && shared.month == 0 && given.next == given.first + 1 && t.isMark(begin, '-') &&
        t.isNumber(begin + 1) && t.touches(begin + 1) && t[begin + 1].digits == 2 &&
        !(t.isWord(begin + 2) && t.touches(begin + 2)) && !t.isMark(begin + 2, '-')) {
        const int year = shared.year / 100 * 100 + t[begin + 1].value;
        if (year > shared.year) {
            matches.back().expression.join = Join::RangeWithNext;
            Match last{.first = begin + 1, .next = begin + 2};
            last.expression.fields.year = year;
            last.expression.fields.yearDigits = 4;
            matches.push_back(last);
            return begin + 2;
        }
    }
    // The month stands before the day: "March 3, 5 and 9". With the day first, a number after it is something else.
    if (!isMonthDay(given.expression) || given.expression.fields.yearDigits > 0 ||
        t.isNumber(shared.weekday > 0 ? given.first + 1 : given.first) || t.isClass(given.next - 1, WordClass::Month))
        return begin;
    std::vector<Match> members;
    std::size_t place = begin;
    bool open = false; // a list ends with "and", "or" or a range
    while (members.size() < mostMembers) {
        bool range = false;
        const std::size_t separated = afterSeparator(t, place, range);
        if (separated == place)
            break;
        const std::size_t number =
            t.is(separated, Word::The) && ordinalAt(t, separated + 1) ? separated + 1 : separated;
        const auto day = dayAt(t, number);
        if (!day || !isDayOfMonth(shared.month, static_cast<unsigned>(day->value)) ||
            t.isClass(day->next, WordClass::Month) || t.isClass(day->next, WordClass::Unit))
            break;
        open = t.isMark(place, ',') && number == place + 1;
        Match member = memberMatch({.first = number, .next = day->next, .value = static_cast<int>(day->value)}, shared);
        if (range) {
            const Match& before = members.empty() ? matches.back() : members.back();
            if (member.expression.fields.day < before.expression.fields.day) // "from April 27 to the 3rd"
                member.expression.fields.month = static_cast<std::uint8_t>(shared.month % 12 + 1);
            (members.empty() ? matches.back() : members.back()).expression.join = Join::RangeWithNext;
        }
        members.push_back(member);
        place = day->next;
        if (range)
            break;
    }
    if (members.empty() || open || !endsList(t, place)) {
        matches.back().expression.join = Join::None;
        return begin;
    }
    // "March 3, 5 and 9, 2021"
    const std::size_t yearPlace = t.isMark(place, ',') ? place + 1 : place;
    std::size_t next = place;
    if (const auto year = plainYearAt(t, yearPlace)) {
        members.back().next = next = yearPlace + 1;
        for (Match* match : {&matches.back()}) {
            match->expression.fields.year = *year;
            match->expression.fields.yearDigits = 4;
        }
        for (Match& member : members) {
            member.expression.fields.year = *year;
            member.expression.fields.yearDigits = 4;
        }
    }
    matches.insert(matches.end(), members.begin(), members.end());
    return next;
}

void joinNeighbors(const TokenView& t, std::vector<Match>& matches)
{
    for (std::size_t i = matches.size(); i-- > 1;) {
        Match& a = matches[i - 1];
        const Match& b = matches[i];
        if (b.first != a.next + 1 || a.expression.join != Join::None)
            continue;
        const std::size_t link = a.next;
        const bool dates = a.expression.form != Form::Length && b.expression.form != Form::Length &&
                           a.expression.form != Form::Vague && b.expression.form != Form::Vague &&
                           a.expression.form != Form::Repetition && b.expression.form != Form::Repetition;
        if (!dates)
            continue;
        const bool both = t.is(link, Word::And);
        const bool either = t.is(link, Word::Or);
        const bool range = t.isAny(link, Word::To, Word::Through, Word::Until) || t.isMark(link, '-') ||
                           (both && t.is(a.first - 1, Word::Between));
        if (!range && !both && !either)
            continue;
        if (range)
            a.expression.join = Join::RangeWithNext;
        else if (either)
            a.expression.join = Join::OneOfWithNext;
        // "June and July 1863", "3 May to 5 June 1940", "December to February 1944"
        CalendarFields& early = a.expression.fields;
        const CalendarFields& late = b.expression.fields;
        const bool shares = a.expression.form == Form::Calendar && b.expression.form == Form::Calendar &&
                            early.yearDigits == 0 && late.yearDigits == 4 &&
                            a.expression.direction == Direction::Unmarked &&
                            ((early.month > 0 && late.month > 0) || (early.quarter > 0 && late.quarter > 0) ||
                             (early.season != Season::None && late.season != Season::None));
        if (shares) {
            early.yearDigits = late.yearDigits;
            early.shortYear = late.shortYear;
            early.beforeChrist = late.beforeChrist;
            early.year = late.year - (range && early.month > late.month ? 1 : 0);
        }
    }
}

} // namespace synoptic::temporal
