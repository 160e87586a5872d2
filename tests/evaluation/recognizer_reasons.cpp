// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recognizer_reasons.h"

#include <algorithm>

namespace synoptic::evaluation {
namespace {

/// "6.45"; "2.5 hours" is none.
bool hasDottedClock(const std::string& words)
{
    const auto isDigit = [&words](std::size_t i) { return i < words.size() && words[i] >= '0' && words[i] <= '9'; };
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (words[i] == '.' && isDigit(i - 1) && isDigit(i + 1) && isDigit(i + 2))
            return true;
    }
    return false;
}

/// "four afternoon classes"
bool describesNoun(const std::string& text, const std::string& words)
{
    if (words != "morning" && words != "afternoon" && words != "evening" && words != "night")
        return false;
    const std::size_t at = text.find(words + ' ');
    const std::size_t end = text.find_first_of(" .", at + words.size() + 1);
    return at != std::string::npos && text[std::min(end, text.size()) - 1] == 's';
}

} // namespace

bool contains(const std::string& text, std::initializer_list<const char*> words)
{
    return std::ranges::any_of(words, [&](const char* word) { return text.find(word) != std::string::npos; });
}

Reason reasonFor(const std::string& text, const std::string& type, const std::string& words,
                 const nlohmann::json& result)
{
    const std::string resolution = result.dump();
    if (contains(resolution, {"not resolved"}) && type != "set")
        return {"the case itself resolves nothing", true};
    if (contains(text, {"www.", "http", "file", "-20200701-", "-2020-07-01-", "20161016"}))
        return {"in a name of a file, an address or a code", true};
    if (contains(words, {"tmr", "eod", "eoy", "otd", "ampm", "ish", "w/c", "cy1", "sy1", "p . m", "9.am", "tonite",
                         "mar3", "mar4", "0 s"}) ||
        words == "dec" || std::ranges::any_of(words, [&](char byte) { return byte == '@'; }) ||
        (words.size() <= 3 && words.find_first_of("0123456789") == 0 &&
         words.find_first_of("dhwyp") != std::string::npos))
        return {"shorthand of messages", true};
    if (contains(words, {"greater than"}))
        return {"a condition of a query", true};
    if (contains(words, {"breakfast", "lunch", "dinner", "brunch"}))
        return {"a meal, which is an event", true};
    if ((type == "datetime" || type == "datetimerange") && contains(words, {"minute", "hour", "second", "min"}) &&
        !contains(words, {"tomorrow", "today", "feb", "monday", "friday"}))
        return {"counted in hours or minutes from the clock of the moment, which an article does not have", true};
    if (contains(words, {"previous ", "last ", "past "}) &&
        contains(words, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}))
        return {"\"last Wednesday\" is the nearest one here (TimeML), that of the week before there", true};
    if (words == "the year" && contains(text, {"the year before"}))
        return {"the case itself is wrong: the year before another one is told to be this year", true};
    if (contains(words, {"12am"}) && contains(resolution, {"T12"}))
        return {"the case itself is wrong: 12 a.m. is no noon", true};
    if (words == "quarterly" || words == "semiannual" || words == "annual")
        return {"an adjective of frequency, which TimeML's annotators leave out (10 of 11 in TimeBank and AQUAINT)",
                true};
    if (describesNoun(text, words))
        return {"a part of the day that only describes a noun: \"night markets\"", true};
    const bool clock = type == "timerange" || type == "datetimerange" || type == "time" || type == "datetime";
    if (clock &&
        !contains(words, {":", "am", "pm", "a m", "noon", "night", "clock", "morning", "evening", "day 1pm", "minute",
                          "07", "09", "end of", "early", "present", "moment", "this time"}) &&
        !hasDottedClock(words))
        return {"bare figures that are hours only to an assistant that is asked for an appointment", true};
    if (contains(words, {"at the moment", "at present", "at this time", "present time", "to date", "till date"}))
        return {"a phrase for now, which TimeML's annotators leave out", true};
    if (contains(words, {"business day"}))
        return {"counted in business days, which differ from country to country", true};
    if (type == "date" && words.starts_with("in ") && contains(words, {"day", "week", "month", "year"}))
        return {"\"in two weeks\" is a length here (TimeML), a day there", true};
    if (contains(words, {"end of"}) && type != "daterange")
        return {"the end of any day"};
    if (clock)
        return {"hours and parts of days in unusual company"};
    if (type == "set")
        return {"a repetition that TimeML writes otherwise or not at all"};
    if (words.find('/') != std::string::npos || words.find('.') != std::string::npos ||
        words.find('-') != std::string::npos)
        return {"a date in figures that could be another number"};
    if (contains(words, {"week", "fortnight", "school", "fiscal", "quarter", "weekend"}))
        return {"weeks by number alone, weekends of holidays"};
    if (contains(words, {"day", "month", "year", "days", "months", "years"}))
        return {"counted from a date named beside it"};
    return {"other"};
}

Reason reasonForNothing(const std::string& text)
{
    if (contains(text, {"<a href"}))
        return {"a moment in the markup of a page, of which only the text is read", true};
    return {"something found where nothing is expected"};
}

} // namespace synoptic::evaluation
