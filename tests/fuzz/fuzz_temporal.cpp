// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The temporal tagger on any bytes. Holds for every input: spans lie inside the text, cut no code point, are sorted and
// disjoint; a value is well formed for its type; an interval is not empty and lies in the calendar; an alternative is
// less likely than the value; resolving again gives the same; the work grows with the text and not with its square.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "temporal/calendar_units.h"
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"
#include "text/sentence_splitter.h"

using namespace synoptic;
using namespace synoptic::temporal;

namespace {

void require(bool holds, const char* what, std::string_view text)
{
    if (holds)
        return;
    std::fprintf(stderr, "violated: %s\n%.*s\n", what, static_cast<int>(text.size()), text.data());
    std::abort();
}

bool isOneOfDigits(char byte)
{
    return (byte >= '0' && byte <= '9') || byte == 'X';
}

/// "1999", "XXXX-05-12TNI", "BC0499", "P1Y6M", "PXW", "PAST_REF": what TIMEX3 allows, letter by letter.
bool isWellFormed(const std::string& value, ExpressionType type)
{
    if (value.empty())
        return false;
    if (value == "PAST_REF" || value == "PRESENT_REF" || value == "FUTURE_REF")
        return true;
    const bool period = value[0] == 'P';
    if (type == ExpressionType::Duration && !period)
        return false;
    const std::size_t start = value.starts_with("BC") ? 2 : period ? 1 : 0;
    for (std::size_t i = start; i < value.size(); ++i) {
        const char byte = value[i];
        const bool letter = byte >= 'A' && byte <= 'Z';
        if (!isOneOfDigits(byte) && !letter && byte != '-' && byte != ':' && !(period && byte == '.'))
            return false;
    }
    return value.size() > start && (period || isOneOfDigits(value[start]));
}

/// Text that the program would have: ingest gives canonical UTF-8 only.
std::string canonical(const std::uint8_t* data, std::size_t size)
{
    std::string text;
    text.reserve(size);
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = decodeAt(bytes, at);
        if (point.value != 0xFFFD && point.value != 0)
            text.append(bytes.substr(at, point.size));
        else
            text += ' ';
        at += point.size;
    }
    return text;
}

void checkOne(const TemporalExpression& expression, const std::string& text)
{
    require(isWellFormed(expression.value, expression.type), "the value is well formed", expression.value);
    require(expression.confidence >= 0.0 && expression.confidence <= 1.0, "confidence is in 0…1", text);
    require(!expression.resolved.empty(), "there is a reason", text);
    require(expression.interval.has_value() || expression.edtf.empty(), "EDTF goes with an interval", text);
    require(std::ranges::count(expression.edtf, '/') <= 1, "no EDTF interval inside another", expression.edtf);
    if (expression.interval) {
        require(expression.interval->begin < expression.interval->end, "the interval is not empty", text);
        const DayRange days = expression.interval->days();
        require(yearOf(days.first) >= firstYear && yearOf(days.last) <= lastYear + 1, "the calendar's years", text);
    }
    if (expression.alternative) {
        require(expression.alternative->confidence <= expression.confidence, "the other reading is less likely", text);
        require(!expression.alternative->why.empty(), "the other reading has a reason", text);
    }
}

std::vector<TemporalExpression> check(const std::string& text, const Reference& reference)
{
    std::vector<TextSpan> sentences;
    for (const text::Sentence& sentence : text::splitSentences(text))
        sentences.push_back(sentence.span);
    const auto unresolved = recognize(text, sentences);
    auto expressions = resolve(text, unresolved, reference);
    require(expressions.size() == unresolved.size(), "one result for each expression", text);
    std::uint32_t end = 0;
    for (const TemporalExpression& expression : expressions) {
        const TextSpan span = expression.span;
        require(span.begin >= end && span.begin < span.end && span.end <= text.size(), "spans are sorted and inside",
                text);
        const auto continues = [&text](std::uint32_t at) {
            return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
        };
        require(!continues(span.begin) && !continues(span.end), "no code point is cut", text);
        end = span.end;
        checkOne(expression, text);
    }
    require(resolve(text, unresolved, reference) == expressions, "the same again", text);
    return expressions;
}

double secondsFor(const std::string& text)
{
    const std::vector<TextSpan> sentences{spanOf(0, text.size())};
    // Of the processor, not of the wall: others may be at work on this machine
    const std::clock_t begin = std::clock();
    const auto found = recognize(text, sentences);
    resolve(text, found, {});
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// Sixteen times the text may take sixteen times as long; a hundred allows for a busy machine, a square would be 256.
void checkLinear(const std::string& text)
{
    constexpr std::size_t small = 16'384;
    if (text.empty())
        return;
    std::string once;
    while (once.size() < small)
        once += text;
    std::string many;
    for (int i = 0; i < 16; ++i)
        many += once;
    double shortest = secondsFor(once);
    for (int i = 0; i < 2; ++i)
        shortest = std::min(shortest, secondsFor(once));
    constexpr double floor = 0.002; // below it the clock and the caches are measured
    if (secondsFor(many) <= 100.0 * std::max(shortest, floor))
        return;
    require(secondsFor(many) <= 100.0 * std::max(shortest, floor), "time is linear", text.substr(0, 200));
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // The first byte picks the reference; the rest is the text.
    const int mode = size > 0 ? data[0] % 4 : 0;
    const std::string text = size > 0 ? canonical(data + 1, size - 1) : std::string();
    Reference reference;
    const Day published = dayIn(2021, 4, 15);
    if (mode == 1)
        reference.published = DayRange{published, published};
    else if (mode == 2)
        reference.published = DayRange{published, published + std::chrono::days{40}};
    else if (mode == 3)
        reference.kind = DocumentKind::Narrative;
    check(text, reference);
    // Seldom, because it is slow: one input in sixty-four, told by its size.
    if (size % 64 == 7)
        checkLinear(text);
    return 0;
}
