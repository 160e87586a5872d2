// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/typed_date.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "temporal/normalizer.h"
#include "temporal/recognizer.h"

namespace synoptic::edits {
namespace {

using events::EventDate;
using temporal::Granularity;
using temporal::Interval;
using temporal::Qualifier;

constexpr std::size_t mostBytes = 200;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\n\r";
    const auto first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

EventDate dateOf(std::string_view words, std::string value, std::optional<Interval> interval, Qualifier qualifier)
{
    EventDate date;
    date.words = words;
    date.value = std::move(value);
    date.interval = interval;
    date.qualifier = qualifier;
    date.basis = events::DateBasis::OwnExpression;
    date.confidence = 1.0;
    date.how = "typed by the analyst";
    return date;
}

// --- EDTF

/// A time without its qualification: "2021", "2021-05", "2021-05-03", "199X", "18XX", "2021-XX", "2021-05-XX".
std::optional<Interval> plainEdtf(std::string_view text)
{
    constexpr std::size_t yearBytes = 4;
    if (text.size() == yearBytes && text.ends_with('X')) {
        const bool century = text[2] == 'X';
        const std::string_view known = text.substr(0, century ? 2 : 3);
        const auto first = daysFromIso(std::string(known) + (century ? "00" : "0"));
        const auto last = daysFromIso(std::string(known) + (century ? "99" : "9"));
        if (!first || !last)
            return std::nullopt;
        return temporal::intervalOf({first->first, last->last}, century ? Granularity::Century : Granularity::Decade);
    }
    while (text.ends_with("-XX"))
        text.remove_suffix(3);
    const auto days = daysFromIso(text);
    if (!days)
        return std::nullopt;
    const auto dashes = std::ranges::count(text, '-');
    return temporal::intervalOf(*days, dashes == 0   ? Granularity::Year
                                       : dashes == 1 ? Granularity::Month
                                                     : Granularity::Day);
}

/// The same with "~", "?" or "%" after it.
std::optional<std::pair<Interval, bool>> qualifiedEdtf(std::string_view text)
{
    const bool uncertain = text.ends_with('~') || text.ends_with('?') || text.ends_with('%');
    if (uncertain)
        text.remove_suffix(1);
    const auto interval = plainEdtf(text);
    return interval ? std::optional(std::pair(*interval, uncertain)) : std::nullopt;
}

std::optional<EventDate> fromEdtf(std::string_view typed)
{
    const auto slash = typed.find('/');
    if (slash == std::string_view::npos) {
        const auto time = qualifiedEdtf(typed);
        if (!time)
            return std::nullopt;
        return dateOf(typed, std::string(typed), time->first, time->second ? Qualifier::About : Qualifier::Exact);
    }
    const auto isOpen = [](std::string_view side) { return side.empty() || side == ".."; };
    const std::string_view left = typed.substr(0, slash);
    const std::string_view right = typed.substr(slash + 1);
    if (isOpen(left) && isOpen(right))
        return std::nullopt;
    const auto first = isOpen(left) ? std::nullopt : qualifiedEdtf(left);
    const auto last = isOpen(right) ? std::nullopt : qualifiedEdtf(right);
    if ((!first && !isOpen(left)) || (!last && !isOpen(right)))
        return std::nullopt;
    if (!first)
        return dateOf(typed, "../" + std::string(right), last->first, Qualifier::Before);
    if (!last)
        return dateOf(typed, std::string(left) + "/..", first->first, Qualifier::After);
    if (last->first.end <= first->first.begin)
        return std::nullopt;
    const Interval whole{first->first.begin, last->first.end,
                         std::max(first->first.granularity, last->first.granularity)};
    return dateOf(typed, std::string(typed), whole,
                  first->second || last->second ? Qualifier::About : Qualifier::Exact);
}

/// "2021-21" … "2021-24" are the seasons; the words say what days they cover.
std::string withSeasonsInWords(std::string_view typed)
{
    constexpr std::array<std::string_view, 4> seasons = {"spring", "summer", "autumn", "winter"};
    if (typed.size() == 7 && typed.substr(4, 2) == "-2" && typed[6] >= '1' && typed[6] <= '4')
        return std::string(seasons[static_cast<std::size_t>(typed[6] - '1')]) + " " + std::string(typed.substr(0, 4));
    return std::string(typed);
}

// --- words

/// Words that may stand beside a time without changing more than the recognizer already knows.
constexpr auto leads =
    std::to_array<std::string_view>({"in", "on", "at", "during", "the", "of", "or", "from", "since", "before", "after",
                                     "until", "till", "by", "prior", "to", "between", "as"});
constexpr auto joins = std::to_array<std::string_view>({"and", "to", "or", "until", "till", "through", "-", "–", "—"});

/// The first word between two offsets that is not in a list; empty if all are.
std::string_view strangeWord(std::string_view text, std::size_t begin, std::size_t end,
                             std::span<const std::string_view> known)
{
    constexpr std::string_view marks = " \t\n\r,.;";
    while (begin < end) {
        const std::size_t from = text.find_first_not_of(marks, begin);
        if (from >= end)
            return {};
        const std::size_t to = std::min(text.find_first_of(marks, from), end);
        std::string word(text.substr(from, to - from));
        std::ranges::transform(word, word.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (std::ranges::find(known, word) == known.end())
            return text.substr(from, to - from);
        begin = to;
    }
    return {};
}

tl::unexpected<Error> notUnderstood(std::string_view word)
{
    return failure(ErrorCode::InvalidArgument, "not understood: " + std::string(word));
}

} // namespace

Result<EventDate> dateFromWords(std::string_view typed, std::optional<Day> near)
{
    typed = trimmed(typed);
    if (typed.empty())
        return EventDate{};
    if (typed.size() > mostBytes)
        return failure(ErrorCode::InvalidArgument, "more than a date");
    if (auto date = fromEdtf(typed))
        return *std::move(date);

    const std::string text = withSeasonsInWords(typed);
    const std::array<TextSpan, 1> sentence = {spanOf(0, text.size())};
    const auto recognized = temporal::recognize(text, sentence);
    if (recognized.empty())
        return notUnderstood(typed);
    temporal::Reference reference;
    if (near)
        reference.published = DayRange{*near, *near};
    const auto resolved = temporal::resolve(text, recognized, reference);

    const temporal::TemporalExpression& first = resolved.front();
    const bool isPair = resolved.size() == 2 && recognized.front().join != temporal::Join::None;
    if (resolved.size() > 1 && !isPair)
        return notUnderstood(textOf(text, resolved[1].span));
    if (const auto word = strangeWord(text, 0, first.span.begin, leads); !word.empty())
        return notUnderstood(word);
    if (isPair) {
        if (const auto word = strangeWord(text, first.span.end, resolved[1].span.begin, joins); !word.empty())
            return notUnderstood(word);
    }
    if (const auto word = strangeWord(text, resolved.back().span.end, text.size(), {}); !word.empty())
        return notUnderstood(word);
    if (first.type != temporal::ExpressionType::Date && first.type != temporal::ExpressionType::Time)
        return notUnderstood(textOf(text, first.span));
    if (!first.interval)
        return failure(ErrorCode::InvalidArgument, near ? "no day or year in it" : "which year?");

    const bool hasMoments = first.type == temporal::ExpressionType::Time || first.edtf.empty();
    Qualifier qualifier = first.qualifier;
    if (isPair && qualifier == Qualifier::Exact && (text.starts_with("between ") || text.starts_with("Between ")))
        qualifier = Qualifier::Between;
    return dateOf(typed, hasMoments ? first.value : first.edtf, first.interval, qualifier);
}

} // namespace synoptic::edits
