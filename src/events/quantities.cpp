// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/quantities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "base/is_one_of.h"
#include "events/trigger_lexicon.h"
#include "text/stemmer.h"

namespace synoptic::events {
namespace {

constexpr auto units = std::to_array<std::pair<std::string_view, int>>(
    {{"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
     {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
     {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
     {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
     {"seventy", 70},  {"eighty", 80},   {"ninety", 90}});
constexpr auto scales = std::to_array<std::pair<std::string_view, double>>({{"hundred", 1e2},
                                                                            {"thousand", 1e3},
                                                                            {"million", 1e6},
                                                                            {"billion", 1e9},
                                                                            {"m", 1e6},
                                                                            {"bn", 1e9},
                                                                            {"trillion", 1e12}});
constexpr auto people = std::to_array<std::string_view>(
    {"people",     "person",   "persons",   "man",       "men",       "woman",      "women",
     "child",      "children", "boy",       "boys",      "girl",      "girls",      "victim",
     "victims",    "resident", "residents", "civilian",  "civilians", "soldier",    "soldiers",
     "officer",    "officers", "worker",    "workers",   "employee",  "employees",  "passenger",
     "passengers", "others",   "student",   "students",  "protester", "protesters", "demonstrators",
     "fishermen",  "sailors",  "villagers", "teenagers", "suspects",  "suspect"});
constexpr auto dead =
    std::to_array<std::string_view>({"kill", "kills", "killed", "killing", "die", "dies", "died", "dead", "deaths",
                                     "murdered", "murder", "fatalities", "perished", "lives", "drowned"});
constexpr auto hurt = std::to_array<std::string_view>({"injure", "injures", "injured", "injuring", "injuries", "wound",
                                                       "wounds", "wounded", "wounding", "hurt", "hurting"});
constexpr auto missing = std::to_array<std::string_view>({"missing", "unaccounted"});
constexpr auto held = std::to_array<std::string_view>(
    {"arrest", "arrests", "arrested", "arresting", "detain", "detained", "detaining", "detains"});
constexpr auto lengths = std::to_array<std::string_view>(
    {"second", "seconds", "minute", "minutes",    "hour",       "hours",  "day",        "days",      "week",
     "weeks",  "month",   "months", "year",       "years",      "decade", "decades",    "am",        "pm",
     "a.m",    "p.m",     "a.m.",   "p.m.",       "o'clock",    "gmt",    "percentage", "points",    "point",
     "times",  "time",    "km",     "kilometers", "kilometres", "miles",  "mile",       "kilometer", "kilometre",
     "mph",    "km/h",    "feet",   "foot",       "meters",     "metres", "yards",      "yard"});
constexpr auto currencies = std::to_array<std::pair<std::string_view, std::string_view>>({{"dollar", "$"},
                                                                                          {"dollars", "$"},
                                                                                          {"euro", "€"},
                                                                                          {"euros", "€"},
                                                                                          {"pound", "£"},
                                                                                          {"pounds", "£"},
                                                                                          {"yen", "¥"},
                                                                                          {"rupees", "₹"},
                                                                                          {"francs", "francs"}});
constexpr auto about = std::to_array<std::string_view>(
    {"about", "around", "some", "nearly", "almost", "roughly", "approximately", "estimated"});
constexpr auto indefiniteNouns = std::to_array<std::string_view>({"part", "half", "third", "quarter"});

template <class Table>
auto lookUp(const Table& table, std::string_view word) -> std::optional<typename Table::value_type::second_type>
{
    const auto found = std::ranges::find(table, word, [](const auto& entry) { return entry.first; });
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

/// A number and where it ends.
struct Number
{
    double value = 0.0;
    std::size_t next = 0; // token behind it
    bool digits = false;
    bool plain = false; // digits without separator and scale: may be a year
};

class QuantityFinder
{
public:
    QuantityFinder(const SentenceWords& words, std::span<const TextSpan> times) : m_words(words), m_times(times) {}

    std::vector<Quantity> run()
    {
        std::vector<Quantity> result;
        for (std::size_t i = 0; i < m_words.size();) {
            if (auto age = ageAt(i)) {
                result.push_back(std::move(*age));
                ++i;
                continue;
            }
            const auto number = numberAt(i);
            if (!number) {
                ++i;
                continue;
            }
            auto quantity = quantityOf(i, *number);
            if (quantity)
                result.push_back(std::move(*quantity));
            else if (auto part = partOf(i, *number, result))
                result.push_back(std::move(*part));
            i = number->next;
        }
        return result;
    }

private:
    bool inTime(std::size_t i) const
    {
        return std::ranges::any_of(m_times, [&](TextSpan time) { return time.overlaps(m_words.tokens[i].span); });
    }

    static std::optional<double> digitsOf(std::string_view text)
    {
        std::string digits;
        for (const char c : text) {
            if (c != ',')
                digits += c;
        }
        double value = 0.0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size())
            return std::nullopt;
        return value;
    }

    std::optional<Number> numberAt(std::size_t i) const
    {
        Number number;
        const std::string_view word = m_words.lower[i];
        if (m_words.tokens[i].kind == text::TokenKind::Number) {
            const auto value = digitsOf(word);
            if (!value)
                return std::nullopt;
            number = {*value, i + 1, true, word.find_first_of(",.") == std::string_view::npos};
        } else {
            const std::size_t hyphen = word.find('-');
            const auto tens = lookUp(units, word.substr(0, hyphen));
            if (!tens)
                return std::nullopt;
            number = {static_cast<double>(*tens), i + 1, false, false};
            if (hyphen != std::string_view::npos) {
                const auto ones = lookUp(units, word.substr(hyphen + 1));
                if (!ones)
                    return std::nullopt; // "two-thirds"
                number.value += *ones;
            }
        }
        constexpr int mostScales = 3;
        for (int k = 0; k < mostScales; ++k) {
            const auto scale = lookUp(scales, m_words.at(number.next));
            if (!scale)
                break;
            number.value *= *scale;
            number.plain = false;
            ++number.next;
        }
        return number;
    }

    /// "46-year-old", "aged 46", ", 46,".
    std::optional<Quantity> ageAt(std::size_t i) const
    {
        const std::string_view word = m_words.lower[i];
        const TextSpan span = m_words.tokens[i].span;
        const std::size_t years = word.find("-year-old");
        if (years != std::string_view::npos) {
            auto value = digitsOf(word.substr(0, years));
            if (!value) {
                if (const auto spelled = lookUp(units, word.substr(0, years)))
                    value = *spelled;
            }
            return value ? std::optional(Quantity{*value, Bound::Exact, "years old", {}, false, span}) : std::nullopt;
        }
        const bool number = m_words.tokens[i].kind == text::TokenKind::Number;
        const bool aside = number && m_words.at(i, -1) == "," && i >= 2 && m_words.tokens[i - 2].capital &&
                           (m_words.at(i, 1) == "," || m_words.at(i, 1) == "." || i + 1 == m_words.size());
        const bool aged = number && (m_words.at(i, -1) == "aged" || m_words.at(i, -1) == "age");
        constexpr double oldest = 120.0;
        if (!aside && !aged)
            return std::nullopt;
        const auto value = digitsOf(word);
        if (!value || *value > oldest)
            return std::nullopt;
        return Quantity{*value, Bound::Exact, "years old", {}, false, span};
    }

    Bound boundBefore(std::size_t i) const
    {
        const std::string_view last = m_words.at(i, -1);
        const std::string_view first = m_words.at(i, -2);
        if ((first == "at" && last == "least") || (first == "more" && last == "than") || last == "over")
            return Bound::AtLeast;
        if ((first == "up" && last == "to") || (first == "at" && last == "most") ||
            ((first == "fewer" || first == "less") && last == "than") || last == "under")
            return Bound::AtMost;
        return isOneOf(about, last) || first == "about" || first == "nearly" ? Bound::About : Bound::Exact;
    }

    bool endsPhrase(std::size_t i) const
    {
        if (i >= m_words.size() || m_words.tokens[i].kind != text::TokenKind::Word)
            return true;
        const std::string_view word = m_words.lower[i];
        if (text::isStopWord(word) || word == "'s" || word == "’s")
            return true;
        const VerbEntry* verb = TriggerLexicon::standard().verb(word);
        // "cables went": an inflected verb that is no noun; a participle in front of its noun passes ("injured
        // people").
        return verb != nullptr && (verb->forms & PastForm) != 0 && (verb->forms & BaseForm) == 0 &&
               (i + 1 >= m_words.size() || m_words.tokens[i + 1].kind != text::TokenKind::Word ||
                text::isStopWord(m_words.lower[i + 1]));
    }

    static std::string_view fateOf(std::string_view word)
    {
        return isOneOf(dead, word)      ? "people killed"
               : isOneOf(hurt, word)    ? "people hurt"
               : isOneOf(missing, word) ? "people missing"
               : isOneOf(held, word)    ? "people held"
                                        : "";
    }

    /// What became of people: the verb in front of the number or behind its noun.
    std::string fateAround(std::size_t number, std::size_t behind) const
    {
        constexpr std::size_t reach = 4;
        for (std::size_t i = number; i < std::min(behind + reach, m_words.size()); ++i) {
            if (i >= behind && (m_words.lower[i] == "," || m_words.lower[i] == "and" || m_words.lower[i] == ";"))
                break;
            if (const auto fate = fateOf(m_words.lower[i]); !fate.empty())
                return std::string(fate);
        }
        for (std::size_t back = 1; back <= reach && back <= number; ++back) {
            const std::string_view word = m_words.lower[number - back];
            if (word == "," || word == "and" || word == ";")
                break;
            if (const auto fate = fateOf(word); !fate.empty())
                return std::string(fate);
        }
        return {};
    }

    std::string rateBehind(std::size_t i) const
    {
        if (m_words.at(i) == "per" && i + 1 < m_words.size())
            return " per " + m_words.lower[i + 1];
        return {};
    }

    std::optional<Quantity> quantityOf(std::size_t i, const Number& number) const
    {
        const TextSpan span{m_words.tokens[i].span.begin, m_words.tokens[number.next - 1].span.end};
        const std::string_view before = m_words.at(i, -1);
        const std::string_view after = m_words.at(number.next);
        Quantity quantity{number.value, boundBefore(i), {}, {}, false, span};
        constexpr auto signs = std::to_array<std::string_view>({"$", "€", "£", "¥", "₹"});
        if (isOneOf(signs, before)) {
            quantity.bound = i > 0 ? boundBefore(i - 1) : Bound::Exact;
            quantity.of = std::string(before) + rateBehind(number.next);
            return quantity;
        }
        if (const auto currency = lookUp(currencies, after)) {
            quantity.of = std::string(*currency) + rateBehind(number.next + 1);
            return quantity;
        }
        constexpr double strongest = 12.0;
        constexpr int reach = 5;
        for (int step = -reach; step < 0; ++step) {
            if (m_words.at(i, step) == "magnitude" && number.digits && number.value < strongest) {
                quantity.of = "magnitude";
                return quantity;
            }
        }
        if (number.digits && number.value < strongest && (after == "magnitude" || after == "-magnitude")) {
            quantity.of = "magnitude";
            return quantity;
        }
        constexpr double firstYear = 1500.0;
        constexpr double lastYear = 2100.0;
        if (inTime(i) || isOneOf(lengths, after) || after == "%" ||
            (number.plain && number.value >= firstYear && number.value <= lastYear))
            return prisonYears(quantity, number);
        // Scores, records, ranges: "20-13", "3 of 4", "61 to 39".
        if (before == "-" || after == "-" || before == "/" || after == "/" || before == "no." || before == "number")
            return std::nullopt;
        if (m_words.lower[i] == "one" && (after == "of" || endsPhrase(number.next)))
            return std::nullopt;
        return counted(quantity, i, number.next);
    }

    /// "14 of them", "400 of the 1,200 jobs": counts what the whole counts.
    std::optional<Quantity> partOf(std::size_t i, const Number& number, const std::vector<Quantity>& earlier) const
    {
        if (m_words.at(number.next) != "of")
            return std::nullopt;
        const TextSpan span{m_words.tokens[i].span.begin, m_words.tokens[number.next - 1].span.end};
        if (m_words.at(number.next, 1) == "them" && !earlier.empty())
            return Quantity{number.value,        Bound::Exact,          earlier.back().of,
                            earlier.back().noun, earlier.back().people, span};
        constexpr auto articles = std::to_array<std::string_view>({"the", "its", "their", "his", "her", "some"});
        const std::size_t whole = number.next + (isOneOf(articles, m_words.at(number.next, 1)) ? 2U : 1U);
        if (whole >= m_words.size())
            return std::nullopt;
        const auto all = numberAt(whole);
        auto quantity = all ? quantityOf(whole, *all) : std::nullopt;
        if (quantity) {
            quantity->value = number.value;
            quantity->span = span;
        }
        return quantity;
    }

    /// "two women and a man": the others of one toll that stand behind it.
    double peopleBehind(std::size_t end) const
    {
        if (m_words.at(end) != "and" || end + 2 >= m_words.size())
            return 0.0;
        const auto number = numberAt(end + 1);
        const bool one = m_words.lower[end + 1] == "a" || m_words.lower[end + 1] == "an";
        const std::size_t next = number ? number->next : end + 2;
        const bool named = isOneOf(people, m_words.at(next)) || isOneOf(people, m_words.at(next, 1));
        return !named ? 0.0 : number ? number->value : one ? 1.0 : 0.0;
    }

    /// "sentenced to four years in prison": a length that is no time.
    std::optional<Quantity> prisonYears(Quantity quantity, const Number& number) const
    {
        const std::string_view unit = m_words.at(number.next);
        const std::string_view where = m_words.at(number.next, 2);
        if ((unit == "years" || unit == "months") && m_words.at(number.next, 1) == "in" &&
            (where == "prison" || where == "jail")) {
            quantity.of = std::string(unit) + " in prison";
            return quantity;
        }
        return std::nullopt;
    }

    std::optional<Quantity> counted(Quantity quantity, std::size_t i, std::size_t next) const
    {
        constexpr std::size_t longest = 4; // words up to the noun
        std::size_t end = next;
        while (end < next + longest && !endsPhrase(end)) {
            ++end;
            const bool participle = end < m_words.size() && m_words.lower[end].ends_with("ing") &&
                                    m_words.lower[end - 1].ends_with('s'); // "three cables linking Italy"
            if (participle || isOneOf(people, m_words.lower[end - 1]))
                break;
        }
        const bool bare = end == next;
        const std::string_view noun = bare ? std::string_view() : m_words.at(end, -1);
        // Whose number it is goes before what became of them: "a mother of 12 was killed".
        constexpr auto totals = std::to_array<std::string_view>({"total", "toll", "number", "count"});
        const bool followsOf = m_words.at(i, -1) == "of" && i >= 2 &&
                               m_words.tokens[i - 2].kind == text::TokenKind::Word &&
                               !text::isStopWord(m_words.lower[i - 2]);
        const bool nounIsName = !bare && m_words.tokens[next].capital;
        if (followsOf && (bare || nounIsName) && !isOneOf(totals, std::string_view(m_words.lower[i - 2]))) {
            quantity.of = m_words.lower[i - 2] + " of"; // "a mother of 12", "a crew of 30"
            return quantity;
        }
        const std::string fate = fateAround(i, end);
        if (!fate.empty() && (bare || isOneOf(people, noun) || !fateOf(noun).empty())) {
            quantity.of = fate;
            quantity.people = true;
            quantity.value += peopleBehind(end);
            return quantity;
        }
        if (noun == "percent") // of what stands behind, if anything does
            return std::nullopt;
        if (bare || nounIsName || isOneOf(indefiniteNouns, noun) || isOneOf(lengths, noun))
            return std::nullopt;
        quantity.of = text::stem(noun);
        quantity.noun = noun;
        return quantity;
    }

    const SentenceWords& m_words;      // Not owned: the caller's sentence.
    std::span<const TextSpan> m_times; // Not owned, as above.
};

} // namespace

std::vector<Quantity> findQuantities(const SentenceWords& words, std::span<const TextSpan> times)
{
    return QuantityFinder(words, times).run();
}

bool exclude(const Quantity& a, const Quantity& b)
{
    if (a.of != b.of || a.value == b.value)
        return false;
    const double lower = std::min(a.value, b.value);
    const double higher = std::max(a.value, b.value);
    constexpr double manyOf = 1000.0; // from here on people round
    constexpr double rounding = 0.04;
    const bool rounded = higher >= manyOf || a.bound == Bound::About || b.bound == Bound::About;
    if (rounded && higher - lower <= rounding * higher)
        return false;
    // "More than 30" and 34 agree; "at least three" and eleven did once.
    constexpr double nearBound = 1.34;
    const Quantity& less = a.value < b.value ? a : b;
    const Quantity& more = a.value < b.value ? b : a;
    const bool bounded = less.bound == Bound::AtLeast || more.bound == Bound::AtMost;
    return !bounded || higher > nearBound * lower;
}

} // namespace synoptic::events
