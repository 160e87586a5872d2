// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/canonical_text.h"

#include <array>
#include <string_view>

#include "base/utf8.h"

namespace synoptic::ingest {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// Bytes that may begin something to rewrite: controls, and the leads of U+0080…00BF, U+2000…2FFF and U+F000…FFFF.
constexpr std::array<bool, 256> makeSuspects()
{
    std::array<bool, 256> suspects{};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        suspects[byte] = byte != '\t' && byte != '\n';
    for (const std::size_t byte : {0x7FU, 0xC2U, 0xE2U, 0xEFU})
        suspects[byte] = true;
    return suspects;
}
constexpr std::array<bool, 256> suspects = makeSuspects();

enum class Rewrite : unsigned char
{
    Keep,
    LineFeed,
    Drop,
    Replace
};

Rewrite rewriteOf(char32_t value)
{
    switch (value) {
    case U'\n':
    case U'\t':
        return Rewrite::Keep;
    case U'\r':
    case U'\v':
    case U'\f':
    case 0x85:
    case 0x2028:
    case 0x2029:
        return Rewrite::LineFeed;
    case 0xFDD0: // QTextDocument takes these two for paragraph ends
    case 0xFDD1:
        return Rewrite::Replace;
    default:
        return value < 0x20 || (value >= 0x7F && value <= 0x9F) ? Rewrite::Replace : Rewrite::Keep;
    }
}

std::size_t nextSuspect(std::string_view text, std::size_t from)
{
    while (from < text.size() && !suspects[static_cast<unsigned char>(text[from])])
        ++from;
    return from;
}

/// Replaces invalid bytes, for callers that do not come from decode().
std::string validated(std::string text, std::vector<Diagnostic>& diagnostics)
{
    if (isValidUtf8(text))
        return text;
    std::string valid;
    std::size_t replaced = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decodeAt(text, i);
        const bool isBad = point.size == 1 && static_cast<unsigned char>(text[i]) >= 0x80;
        replaced += isBad ? 1U : 0U;
        valid += isBad ? replacement : std::string_view(text).substr(i, point.size);
        i += point.size;
    }
    diagnostics.push_back({Severity::Warning, DiagnosticCode::ReplacedBytes, {}, std::to_string(replaced)});
    return valid;
}

} // namespace

std::string canonicalText(std::string utf8, std::vector<Diagnostic>& diagnostics)
{
    std::string text = validated(std::move(utf8), diagnostics);
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    std::size_t start = 0;
    while (std::string_view(text).substr(start).starts_with(byteOrderMark))
        start += byteOrderMark.size();

    // Usual text needs nothing: look for the first place that does before copying anything.
    std::size_t at = nextSuspect(text, start);
    while (at < text.size()) {
        const CodePoint point = decodeAt(text, at);
        if (rewriteOf(point.value) != Rewrite::Keep)
            break;
        at = nextSuspect(text, at + point.size);
    }
    if (at >= text.size()) {
        text.erase(0, start);
        return text;
    }

    std::string canonical;
    canonical.reserve(text.size());
    std::size_t copied = start;
    std::size_t replaced = 0;
    while (at < text.size()) {
        const CodePoint point = decodeAt(text, at);
        Rewrite rewrite = rewriteOf(point.value);
        const std::size_t next = at + point.size;
        if (point.value == U'\r' && next < text.size() && text[next] == '\n')
            rewrite = Rewrite::Drop;
        if (rewrite != Rewrite::Keep) {
            canonical.append(text, copied, at - copied);
            if (rewrite == Rewrite::LineFeed)
                canonical += '\n';
            if (rewrite == Rewrite::Replace) {
                canonical += replacement;
                ++replaced;
            }
            copied = next;
        }
        at = nextSuspect(text, next);
    }
    canonical.append(text, copied);
    if (replaced > 0)
        diagnostics.push_back({Severity::Warning, DiagnosticCode::ReplacedControls, {}, std::to_string(replaced)});
    return canonical;
}

} // namespace synoptic::ingest
