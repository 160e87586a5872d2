// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/encoding.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <optional>
#include <utility>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "ingest/windows_1252.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t guessBytes = 64 * limits::kib;
constexpr std::int32_t leastGuessConfidence = 20; // of 100, ICU's scale
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool isHigh(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

/// Appends @p bytes as UTF-8; every maximal undecodable stretch becomes one U+FFFD. Returns how many there were.
std::size_t appendRepaired(std::string& text, std::string_view bytes)
{
    std::size_t replaced = 0;
    bool inBadStretch = false;
    for (std::size_t i = 0; i < bytes.size();) {
        const CodePoint point = decodeAt(bytes, i);
        if (point.size == 1 && isHigh(bytes[i])) {
            if (!inBadStretch) {
                text += replacement;
                ++replaced;
            }
            inBadStretch = true;
        } else {
            text += bytes.substr(i, point.size);
            inBadStretch = false;
        }
        i += point.size;
    }
    return replaced;
}

struct Utf8Shape
{
    std::size_t sequences = 0; ///< valid ones of two bytes and more
    std::size_t badBytes = 0;
    std::size_t goodLines = 0; ///< valid, with characters above ASCII
    std::size_t badLines = 0;
};

Utf8Shape utf8ShapeOf(std::string_view bytes)
{
    Utf8Shape shape;
    std::size_t sequencesBefore = 0;
    std::size_t badBefore = 0;
    const auto endLine = [&] {
        if (shape.badBytes > badBefore)
            ++shape.badLines;
        else if (shape.sequences > sequencesBefore)
            ++shape.goodLines;
        sequencesBefore = shape.sequences;
        badBefore = shape.badBytes;
    };
    for (std::size_t i = 0; i < bytes.size();) {
        if (!isHigh(bytes[i])) {
            if (bytes[i] == '\n' || bytes[i] == '\r')
                endLine();
            ++i;
            continue;
        }
        const CodePoint point = decodeAt(bytes, i);
        ++(point.size > 1 ? shape.sequences : shape.badBytes);
        i += point.size;
    }
    endLine();
    return shape;
}

/// UTF-8 that was damaged, or into which lines of another encoding were pasted: a line without one valid sequence is
/// taken for windows-1252, in the others what is bad is replaced.
DecodedText decodeMixed(std::string_view bytes)
{
    DecodedText decoded{{}, "utf-8", EncodingBasis::ValidUtf8, 0, {}};
    std::size_t pastedLines = 0;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find_first_of("\r\n", begin), bytes.size() - 1) + 1;
        const std::string_view line = bytes.substr(begin, end - begin);
        const Utf8Shape shape = utf8ShapeOf(line);
        if (shape.badBytes > 0 && shape.sequences == 0) {
            decoded.text += textOfWindows1252(line);
            ++pastedLines;
        } else {
            decoded.replaced += appendRepaired(decoded.text, line);
        }
        begin = end;
    }
    if (pastedLines > 0)
        decoded.diagnostics.push_back({Severity::Warning,
                                       DiagnosticCode::GuessedEncoding,
                                       {},
                                       "utf-8, " + std::to_string(pastedLines) + " lines in windows-1252"});
    return decoded;
}

struct CloseConverter
{
    void operator()(UConverter* converter) const { ucnv_close(converter); }
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// Appends UTF-16 as UTF-8; lone surrogates become U+FFFD.
void appendUtf16(std::string& text, const UChar* units, const UChar* end)
{
    while (units < end) {
        const char32_t unit = static_cast<char16_t>(*units++);
        if (unit >= 0xD800 && unit <= 0xDBFF && units < end && *units >= 0xDC00 && *units <= 0xDFFF)
            appendUtf8(text, 0x10000 + ((unit - 0xD800) << 10U) + (static_cast<char32_t>(*units++) - 0xDC00));
        else
            appendUtf8(text, unit >= 0xD800 && unit <= 0xDFFF ? U'\uFFFD' : unit);
    }
}

/// Decodes by ICU's converter, which answers U+FFFD for what it cannot decode.
std::optional<DecodedText> decodeBy(std::string_view encoding, std::string_view bytes, EncodingBasis basis)
{
    if (encoding == "windows-1252")
        return DecodedText{textOfWindows1252(bytes), "windows-1252", basis, 0, {}};
    UErrorCode status = U_ZERO_ERROR;
    const std::string name(encoding);
    const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status))
        return std::nullopt;
    DecodedText decoded{{}, name, basis, 0, {}};
    decoded.text.reserve(bytes.size() + bytes.size() / 2);
    std::array<UChar, 8192> units; // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
    const char* source = bytes.data();
    const char* const sourceEnd = source + bytes.size();
    char16_t pendingSurrogate = 0;
    do { // NOLINT(cppcoreguidelines-avoid-do-while): the converter is flushed even for no bytes
        std::size_t kept = 0;
        if (pendingSurrogate != 0)
            units[kept++] = std::exchange(pendingSurrogate, char16_t{0});
        UChar* target = units.data() + kept;
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, sourceEnd, nullptr, true,
                       &status);
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
            return std::nullopt;
        // A pair may be cut by the end of the buffer.
        if (status == U_BUFFER_OVERFLOW_ERROR && target > units.data() && target[-1] >= 0xD800 && target[-1] <= 0xDBFF)
            pendingSurrogate = *--target;
        decoded.replaced += static_cast<std::size_t>(std::count(units.data(), target, u'\uFFFD'));
        appendUtf16(decoded.text, units.data(), target);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    return decoded;
}

std::optional<std::pair<std::string_view, std::size_t>> byteOrderMark(std::string_view bytes)
{
    using namespace std::string_view_literals;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> marks = {{{"\xEF\xBB\xBF"sv, "utf-8"sv},
                                                                                     {"\xFF\xFE\0\0"sv, "utf-32le"sv},
                                                                                     {"\0\0\xFE\xFF"sv, "utf-32be"sv},
                                                                                     {"\xFF\xFE"sv, "utf-16le"sv},
                                                                                     {"\xFE\xFF"sv, "utf-16be"sv}}};
    for (const auto& [mark, encoding] : marks)
        if (bytes.starts_with(mark))
            return std::pair{encoding, mark.size()};
    return std::nullopt;
}

/// UTF-16 and UTF-32 of most scripts have few high bytes, and one of them is 0 for every blank and line end. Single
/// NULs in other text stand beside all kinds of bytes.
std::string_view encodingByNuls(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, std::min(bytes.size(), guessBytes) / 4 * 4);
    if (head.empty() || head.find('\0') == std::string_view::npos)
        return {};
    std::array<std::size_t, 4> nuls{};
    std::array<std::bitset<256>, 4> values;
    for (std::size_t i = 0; i < head.size(); ++i) {
        nuls[i % 4] += head[i] == '\0' ? 1U : 0U;
        values[i % 4].set(static_cast<unsigned char>(head[i]));
    }
    const std::size_t quarter = head.size() / 4;
    const auto nearlyAll = [&](std::size_t count) { return count * 10 >= quarter * 9; };
    if (nearlyAll(nuls[3]) && nearlyAll(nuls[2]) && nuls[0] * 4 < quarter)
        return "utf-32le";
    if (nearlyAll(nuls[0]) && nearlyAll(nuls[1]) && nuls[3] * 4 < quarter)
        return "utf-32be";
    const auto fits = [&](std::size_t high, std::size_t low) {
        const std::size_t highNuls = nuls[high] + nuls[high + 2];
        const std::size_t lowNuls = nuls[low] + nuls[low + 2];
        const std::size_t kinds = (values[high] | values[high + 2]).count();
        constexpr std::size_t mostKinds = 8;
        return highNuls > 8 * lowNuls &&
               (highNuls * 8 >= quarter * 7 || (highNuls * 10 >= quarter && kinds <= mostKinds));
    };
    if (fits(1, 0))
        return "utf-16le";
    if (fits(0, 1))
        return "utf-16be";
    return {};
}

/// ICU's detector on the part of the file that tells encodings apart. Empty: no answer worth having.
std::string_view guessEncoding(std::string_view bytes)
{
    const auto* const firstHigh = std::ranges::find_if(bytes, isHigh);
    const auto before = static_cast<std::size_t>(firstHigh - bytes.begin());
    const std::string_view sample = bytes.substr(before - std::min(before, limits::kib), guessBytes);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseConverter> detector(ucsdet_open(&status));
    if (U_FAILURE(status))
        return {};
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        if (ucsdet_getConfidence(matches[i], &status) < leastGuessConfidence)
            break;
        const char* name = ucsdet_getName(matches[i], &status);
        const std::string_view encoding = U_SUCCESS(status) ? encodingOfLabel(name) : std::string_view{};
        // UTF-8 and UTF-16 were ruled out by their own tests.
        if (!encoding.empty() && !encoding.starts_with("utf-"))
            return encoding;
    }
    return {};
}

DecodedText decodeLegacy(std::string_view bytes, std::string_view declaredCharset)
{
    const std::string_view declared = encodingOfLabel(declaredCharset);
    if (!declared.empty() && !declared.starts_with("utf-"))
        if (auto decoded = decodeBy(declared, bytes, EncodingBasis::Declared))
            return std::move(*decoded);
    DecodedText decoded;
    const std::string_view guess = guessEncoding(bytes);
    if (auto guessed = guess.empty() ? std::nullopt : decodeBy(guess, bytes, EncodingBasis::Guessed))
        decoded = std::move(*guessed);
    else
        decoded = {textOfWindows1252(bytes), "windows-1252", EncodingBasis::Fallback, 0, {}};
    decoded.diagnostics.push_back({Severity::Warning, DiagnosticCode::GuessedEncoding, {}, decoded.encoding});
    return decoded;
}

DecodedText decodeUnrepaired(std::string_view bytes, std::string_view declaredCharset)
{
    if (const auto mark = byteOrderMark(bytes)) {
        const std::string_view rest = bytes.substr(mark->second);
        if (mark->first == "utf-8") {
            DecodedText decoded =
                isValidUtf8(rest) ? DecodedText{std::string(rest), "utf-8", {}, 0, {}} : decodeMixed(rest);
            decoded.basis = EncodingBasis::ByteOrderMark;
            return decoded;
        }
        if (auto decoded = decodeBy(mark->first, rest, EncodingBasis::ByteOrderMark))
            return std::move(*decoded);
    }
    if (const std::string_view wide = encodingByNuls(bytes); !wide.empty())
        if (auto decoded = decodeBy(wide, bytes, EncodingBasis::NulPattern))
            return std::move(*decoded);
    if (isValidUtf8(bytes))
        return {std::string(bytes), "utf-8", EncodingBasis::ValidUtf8, 0, {}};
    // Text in a legacy encoding holds a valid sequence only by chance.
    const Utf8Shape shape = utf8ShapeOf(bytes);
    if (shape.sequences > 0 && (shape.goodLines >= shape.badLines || shape.sequences >= shape.badBytes))
        return decodeMixed(bytes);
    return decodeLegacy(bytes, declaredCharset);
}

} // namespace

DecodedText decode(std::string_view bytes, std::string_view declaredCharset)
{
    DecodedText decoded = decodeUnrepaired(bytes, declaredCharset);
    if (auto repaired = withoutSecondEncoding(decoded.text)) {
        decoded.text = std::move(*repaired);
        decoded.diagnostics.push_back(
            {Severity::Warning, DiagnosticCode::RepairedEncoding, {}, "utf-8 read as windows-1252"});
    }
    if (decoded.replaced > 0)
        decoded.diagnostics.push_back(
            {Severity::Warning, DiagnosticCode::ReplacedBytes, {}, std::to_string(decoded.replaced)});
    return decoded;
}

} // namespace synoptic::ingest
