// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognizer_cases.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/calendar.h"
#include "recognizer_reasons.h"

namespace synoptic::evaluation {

using nlohmann::json;
using temporal::Interval;
using temporal::TemporalExpression;

namespace {

/// Seconds of a length: "P2W" and "P14D", "PT1.5H" and "PT1H30M" are one. Nothing for "PXW" and what is no length.
std::optional<double> secondsOf(const std::string& value)
{
    if (value.size() < 3 || value.front() != 'P')
        return std::nullopt;
    static const std::map<char, double> units{{'Y', 31536000}, {'Q', 7884000}, {'M', 2628000},
                                              {'W', 604800},   {'D', 86400},   {'C', 3153600000}};
    double sum = 0.0;
    double number = 0.0;
    double place = 0.0; // of the digit after a decimal point
    bool clock = false;
    for (const char byte : value.substr(1)) {
        if (byte == 'T') {
            clock = true;
        } else if (byte >= '0' && byte <= '9') {
            number = place > 0.0 ? number + (byte - '0') * place : number * 10 + (byte - '0');
            place *= 0.1;
        } else if (byte == '.') {
            place = 0.1;
        } else {
            const double clockUnit = byte == 'H' ? 3600 : byte == 'M' ? 60 : 1;
            const auto unit = units.find(byte);
            if (!clock && unit == units.end())
                return std::nullopt;
            sum += number * (clock ? clockUnit : unit->second);
            number = place = 0.0;
        }
    }
    return sum > 0.0 ? std::optional(sum) : std::nullopt;
}

bool sameLength(const std::string& ours, const std::string& theirs)
{
    const auto a = secondsOf(ours);
    const auto b = secondsOf(theirs);
    return a && b && std::abs(*a - *b) < 1.0;
}

/// "P5Y" of "(2013-08-30,2018-08-30,P5Y)".
std::string lengthIn(const std::string& timex)
{
    const std::size_t comma = timex.rfind(',');
    return comma == std::string::npos ? std::string() : timex.substr(comma + 1, timex.size() - comma - 2);
}

/// Both days of "(2013-08-30,2018-08-30,P5Y)", or nothing where one of them is left open.
std::vector<std::string> endsIn(const std::string& timex)
{
    const std::size_t comma = timex.find(',');
    const std::size_t last = timex.rfind(',');
    if (timex.empty() || timex.front() != '(' || comma == last || timex.find('X') != std::string::npos)
        return {};
    return {timex.substr(1, comma - 1), timex.substr(comma + 1, last - comma - 1)};
}

/// One reading of ours: the value and what it covers.
struct Ours
{
    std::string value;
    std::optional<Interval> interval;
    bool part = false;    ///< early, mid or late in it
    bool shifted = false; ///< so many units away from another time
};

std::vector<Ours> readingsOf(const TemporalExpression& expression)
{
    const bool part = expression.modifier == "START" || expression.modifier == "MID" || expression.modifier == "END";
    const bool shifted =
        contains(expression.resolved, {"month before", "months before", "weeks after", "weeks before", "years before"});
    std::vector<Ours> readings{{expression.value, expression.interval, part, shifted}};
    if (expression.alternative)
        readings.push_back({expression.alternative->value, expression.alternative->interval, part, shifted});
    return readings;
}

/// Whether a value is what theirs leaves open with X: "2018-07" of "XXXX-07".
bool fits(const std::string& ours, const std::string& theirs)
{
    if (ours.size() != theirs.size())
        return false;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        if (theirs[i] != 'X' && theirs[i] != ours[i])
            return false;
    }
    return true;
}

std::string firstDay(const Ours& ours)
{
    return ours.interval ? isoDate(ours.interval->days().first) : std::string();
}

std::string dayAfter(const Ours& ours)
{
    return ours.interval ? isoDate(ours.interval->days().last + std::chrono::days{1}) : std::string();
}

/// "17:00" of "2016-11-07 17:00:00", of "2016-11-07T17:00" and of "T17"; midnight is one at either end of a day.
std::string clockOf(const std::string& value)
{
    const std::size_t at = value.find_first_of("T ");
    const std::string clock = (at == std::string::npos ? value : value.substr(at + 1)).substr(0, 5);
    return clock == "24:00" ? "00:00" : clock.size() == 2 ? clock + ":00" : clock;
}

bool sameMoment(const Ours& ours, const std::string& theirs)
{
    return ours.value.find('T') != std::string::npos && firstDay(ours) == theirs.substr(0, 10) &&
           clockOf(ours.value) == clockOf(theirs);
}

/// "XXXX-XX-XXT19:13" and "T19:13", "XXXX-WXX-1T16:00" and "XXXX-WXX-1T16": the day left open is written or not.
bool sameRepetition(const std::string& ours, const std::string& theirs)
{
    if (theirs == "P1WE" || theirs == "P1WD")
        return ours == "XXXX-WXX-" + theirs.substr(2);
    const std::size_t at = theirs.find('T');
    if (at == std::string::npos || ours.find('T') == std::string::npos)
        return false;
    const std::string day = ours.substr(0, ours.find('T'));
    const std::string clock = theirs.substr(at + 1);
    const bool sameDay = at == 0 ? day == "XXXX-XX-XX" : day == theirs.substr(0, at);
    return sameDay && ours.substr(ours.find('T') + 1) == (clock.size() == 2 && clock[0] < 'A' ? clock + ":00" : clock);
}

/// "2016-11-01TAF" and their "XXXX-WXX-2TAF" from noon of that day: where a part of the day begins and ends is a
/// convention. Their night-time is our night.
bool samePartOfDay(const Ours& ours, const std::string& timex, const std::string& start)
{
    const std::size_t theirs = timex.find('T');
    const std::size_t mine = ours.value.find('T');
    if (theirs == std::string::npos || mine == std::string::npos || timex.size() != theirs + 3 ||
        timex[theirs + 1] < 'A')
        return false;
    const std::string code = timex.substr(theirs) == "TNT" ? "TNI" : timex.substr(theirs);
    return ours.value.substr(mine) == code && (start.size() <= 10 || firstDay(ours) == start.substr(0, 10));
}

bool meets(const Ours& ours, const json& theirs)
{
    const std::string type = field(theirs, "type");
    const std::string value = field(theirs, "value");
    const std::string timex = field(theirs, "timex");
    const std::string start = field(theirs, "start");
    const std::string end = field(theirs, "end");
    if (!timex.empty() && (ours.value == timex || sameLength(ours.value, timex)))
        return true;
    // "several weeks" has a number there and none here
    if (type == "duration" && ours.value.find('X') != std::string::npos)
        return !timex.empty() && ours.value.back() == timex.back();
    // "the past two years" is its length here, with the days up to publication beside it
    if (type == "daterange" && ours.interval && sameLength(ours.value, lengthIn(timex)))
        return true;
    if ((type == "timerange" || type == "datetimerange") && samePartOfDay(ours, timex, start))
        return true;
    // what of a month "late" names is a convention
    if (type == "daterange" && ours.part && fits(ours.value, timex))
        return true;
    // a choice of two days is drawn as both; each keeps its value
    // "two months ago" is that month here and that day there
    const bool shifted =
        ours.shifted && ours.interval && value.size() == 10 && firstDay(ours) <= value && value < dayAfter(ours);
    if (type == "date" && shifted)
        return true;
    // the end of a day is its last second there
    if (type == "datetime" && ours.part && ours.interval && ours.interval->days().isOneDay() &&
        value.substr(0, 10) == firstDay(ours) && value.ends_with("23:59:59"))
        return true;
    if (type == "date")
        return ours.value == value || (firstDay(ours) == value && ours.interval->days().isOneDay());
    if (type == "set")
        return sameRepetition(ours.value, timex);
    if (type == "datetime")
        return sameMoment(ours, value);
    if (type == "time")
        return ours.value.find('T') != std::string::npos && clockOf(ours.value) == value.substr(0, 5);
    if (type == "daterange") {
        if (!start.empty() && !end.empty())
            return firstDay(ours) == start && dayAfter(ours) == end;
        return !start.empty() ? firstDay(ours) == start || dayAfter(ours) == start
                              : !end.empty() && (firstDay(ours) == end || dayAfter(ours) == end);
    }
    if (type == "timerange" || type == "datetimerange") {
        // An open one is a moment of ours; one with both ends is two, joined (see met).
        const std::string one = start.empty() && end.empty() ? value
                                : start.empty()              ? end
                                : end.empty()                ? start
                                                             : std::string();
        if (one.empty())
            return false;
        return one.size() > 10 ? sameMoment(ours, one)
                               : ours.value.find('T') != std::string::npos && clockOf(ours.value) == one.substr(0, 5);
    }
    return false;
}

/// A length and its beginning: TimeML has two expressions where they have one range ("three days from today").
bool lengthAndBeginningMeet(const std::vector<const TemporalExpression*>& found, const json& theirs)
{
    const std::string start = field(theirs, "start");
    const std::string length = lengthIn(field(theirs, "timex"));
    if (start.empty() || length.empty())
        return false;
    const bool lengthMet =
        std::ranges::any_of(found, [&](const auto* each) { return sameLength(each->value, length); });
    return lengthMet && std::ranges::any_of(found, [&](const auto* each) {
               return std::ranges::any_of(readingsOf(*each), [&](const Ours& ours) {
                   if (start.size() > 10)
                       return sameMoment(ours, start);
                   return start.find(':') != std::string::npos
                              ? ours.value.find('T') != std::string::npos && clockOf(ours.value) == start.substr(0, 5)
                              : firstDay(ours) == start;
               });
           });
}

/// Both ends of a range, each met by an expression of its own.
bool endsMeet(const std::vector<const TemporalExpression*>& found, const std::string& start, const std::string& end,
              const std::string& today)
{
    if (start.empty() || end.empty() || found.size() < 2)
        return false;
    const auto meetsEnd = [&](const TemporalExpression& expression, const std::string& moment, bool last) {
        if (expression.value == "PRESENT_REF")
            return moment.substr(0, 10) == today; // "between May and now"
        return std::ranges::any_of(readingsOf(expression), [&](const Ours& ours) {
            if (moment.size() > 10)
                return sameMoment(ours, moment);
            if (moment.find(':') != std::string::npos)
                return ours.value.find('T') != std::string::npos && clockOf(ours.value) == moment.substr(0, 5);
            // "from the end of March": from somewhere in that end on, or from where it ends
            if (ours.part && ours.interval && firstDay(ours) <= moment && moment <= dayAfter(ours))
                return true;
            return last ? firstDay(ours) == moment || dayAfter(ours) == moment : firstDay(ours) == moment;
        });
    };
    return meetsEnd(*found.front(), start, false) && meetsEnd(*found.back(), end, true);
}

} // namespace

std::string field(const nlohmann::json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool met(const std::vector<const TemporalExpression*>& found, const json& result, const std::string& today)
{
    const json values = result.contains("Resolution") && result["Resolution"].is_object()
                            ? result["Resolution"].value("values", json::array())
                            : json::array();
    return std::ranges::any_of(values, [&](const json& theirs) {
        if (endsMeet(found, field(theirs, "start"), field(theirs, "end"), today) ||
            lengthAndBeginningMeet(found, theirs))
            return true;
        // some cases resolve another hour than they write: "(2016-11-07T14,2016-11-08T16:30,PT26H30M)" until 14:30
        const std::vector<std::string> ends = endsIn(field(theirs, "timex"));
        if (ends.size() == 2 && endsMeet(found, ends.front(), ends.back(), today))
            return true;
        return std::ranges::any_of(found, [&](const TemporalExpression* expression) {
            return std::ranges::any_of(readingsOf(*expression), [&](const Ours& ours) { return meets(ours, theirs); });
        });
    });
}

} // namespace synoptic::evaluation
