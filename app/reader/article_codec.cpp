// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/article_codec.h"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "app/reader/byte_order.h"
#include "base/limits.h"
#include "base/utf8.h"

namespace synoptic::reader {
namespace {

using ingest::BlockRole;

constexpr std::uint32_t formatVersion = 1;
constexpr std::size_t metadataBytes = limits::mib; // one value; a JSON-LD articleBody is cut to this by the reader
constexpr std::size_t detailBytes = 1000;
// The fewest bytes that one element takes: a count that would need more than what is left is a lie.
constexpr std::size_t smallestBlock = 4 + 4 + 1 + 1;
constexpr std::size_t smallestField = 4 + 4;
constexpr std::size_t smallestDiagnostic = 1 + 1 + 4 + 4 + 4;

void putString(std::string& bytes, std::string_view value)
{
    putLittleEndian(bytes, static_cast<std::uint32_t>(value.size()));
    bytes += value;
}

void putCount(std::string& bytes, std::size_t count)
{
    putLittleEndian(bytes, static_cast<std::uint32_t>(count));
}

template <class Enum>
void putEnum(std::string& bytes, Enum value)
{
    putLittleEndian(bytes, static_cast<std::uint8_t>(value));
}

/// Takes values off the front of bytes; after the first that is not there, nothing is taken any more.
class Source
{
public:
    explicit Source(std::string_view bytes) : m_rest(bytes) {}

    template <std::unsigned_integral Value>
    std::optional<Value> number()
    {
        if (m_rest.size() < sizeof(Value))
            return fail();
        const auto value = littleEndianAt<Value>(m_rest, 0);
        m_rest.remove_prefix(sizeof(Value));
        return value;
    }

    template <class Enum>
    std::optional<Enum> enumerator(Enum last)
    {
        const auto value = number<std::uint8_t>();
        if (!value || *value > static_cast<std::uint8_t>(last))
            return fail();
        return static_cast<Enum>(*value);
    }

    std::optional<std::string> string(std::size_t limit)
    {
        const auto size = number<std::uint32_t>();
        if (!size || *size > limit || *size > m_rest.size())
            return fail();
        const std::string_view value = m_rest.substr(0, *size);
        m_rest.remove_prefix(*size);
        if (!isValidUtf8(value))
            return fail();
        return std::string(value);
    }

    std::optional<std::uint32_t> count(std::size_t smallestElement)
    {
        const auto value = number<std::uint32_t>();
        if (!value || *value > m_rest.size() / smallestElement)
            return fail();
        return value;
    }

    /// A span that begins at @p from or later and ends at @p textSize or before.
    std::optional<TextSpan> span(std::size_t from, std::size_t textSize)
    {
        const auto begin = number<std::uint32_t>();
        const auto end = number<std::uint32_t>();
        if (!begin || !end || *begin < from || *end < *begin || *end > textSize)
            return fail();
        return TextSpan{*begin, *end};
    }

    bool exhausted() const { return m_rest.empty(); }

private:
    std::nullopt_t fail()
    {
        m_rest = {};
        return std::nullopt;
    }

    std::string_view m_rest;
};

tl::unexpected<Error> lie(std::string_view what)
{
    return failure(ErrorCode::ReaderFailed, "answer with wrong " + std::string(what));
}

/// A span of valid UTF-8 must not cut a code point, or what is shown of it would be no text.
bool cutsCodePoint(std::string_view text, TextSpan span)
{
    const auto inside = [&](std::uint32_t at) { return at < text.size() && isContinuationByte(text[at]); };
    return inside(span.begin) || inside(span.end);
}

bool readBlocks(Source& source, ingest::RawArticle& article)
{
    const auto count = source.count(smallestBlock);
    if (!count)
        return false;
    article.blocks.reserve(*count);
    std::size_t from = 0;
    for (std::uint32_t i = 0; i < *count; ++i) {
        const auto span = source.span(from, article.text.size());
        const auto role = source.enumerator(BlockRole::Form);
        const auto main = source.number<std::uint8_t>();
        if (!span || !role || !main || *main > 1 || cutsCodePoint(article.text, *span))
            return false;
        article.blocks.push_back({*span, *role, *main == 1});
        from = span->end;
    }
    return true;
}

bool readMetadata(Source& source, ingest::RawArticle& article)
{
    const auto count = source.count(smallestField);
    if (!count)
        return false;
    article.metadata.reserve(*count);
    for (std::uint32_t i = 0; i < *count; ++i) {
        auto key = source.string(metadataBytes);
        auto value = source.string(metadataBytes);
        if (!key || !value)
            return false;
        article.metadata.push_back({std::move(*key), std::move(*value)});
    }
    return true;
}

bool readDiagnostics(Source& source, ingest::RawArticle& article)
{
    const auto count = source.count(smallestDiagnostic);
    if (!count)
        return false;
    article.diagnostics.reserve(*count);
    for (std::uint32_t i = 0; i < *count; ++i) {
        const auto severity = source.enumerator(Severity::Warning);
        const auto code = source.enumerator(DiagnosticCode::UnusedMetadata);
        const auto span = source.span(0, article.text.size());
        auto detail = source.string(detailBytes);
        if (!severity || !code || !span || !detail || cutsCodePoint(article.text, *span))
            return false;
        article.diagnostics.push_back({*severity, *code, *span, std::move(*detail)});
    }
    return true;
}

} // namespace

std::string encodeArticle(const ingest::RawArticle& article)
{
    std::string bytes;
    bytes.reserve(article.text.size() + (article.blocks.size() * smallestBlock) + 4096);
    putLittleEndian(bytes, formatVersion);
    putEnum(bytes, article.format);
    putString(bytes, article.text);
    putCount(bytes, article.blocks.size());
    for (const auto& block : article.blocks) {
        putLittleEndian(bytes, block.span.begin);
        putLittleEndian(bytes, block.span.end);
        putEnum(bytes, block.role);
        putLittleEndian(bytes, static_cast<std::uint8_t>(block.main ? 1 : 0));
    }
    putCount(bytes, article.metadata.size());
    for (const auto& field : article.metadata) {
        putString(bytes, beginningOf(field.key, metadataBytes));
        putString(bytes, beginningOf(field.value, metadataBytes));
    }
    putCount(bytes, article.diagnostics.size());
    for (const auto& diagnostic : article.diagnostics) {
        putEnum(bytes, diagnostic.severity);
        putEnum(bytes, diagnostic.code);
        putLittleEndian(bytes, diagnostic.span.begin);
        putLittleEndian(bytes, diagnostic.span.end);
        putString(bytes, beginningOf(diagnostic.detail, detailBytes));
    }
    return bytes;
}

Result<ingest::RawArticle> decodeArticle(std::string_view payload)
{
    Source source(payload);
    if (source.number<std::uint32_t>() != formatVersion)
        return lie("version");
    ingest::RawArticle article;
    const auto format = source.enumerator(ingest::lastFormat);
    if (!format)
        return lie("format");
    article.format = *format;
    auto text = source.string(limits::replyBytes);
    if (!text || std::ranges::any_of(*text, [](char byte) { return byte == '\0' || byte == '\r'; }))
        return lie("text");
    article.text = std::move(*text);
    if (!readBlocks(source, article))
        return lie("blocks");
    if (!readMetadata(source, article))
        return lie("metadata");
    if (!readDiagnostics(source, article))
        return lie("diagnostics");
    if (!source.exhausted())
        return lie("length");
    return article;
}

std::string encodeFailure(const Error& error)
{
    std::string bytes;
    putEnum(bytes, error.code);
    putString(bytes, beginningOf(error.detail, detailBytes));
    return bytes;
}

Error decodeFailure(std::string_view payload)
{
    Source source(payload);
    const auto code = source.enumerator(ErrorCode::InvalidArgument);
    auto detail = source.string(detailBytes);
    if (!code || !detail || !source.exhausted() || *code == ErrorCode::Cancelled)
        return {ErrorCode::ReaderFailed, "failure that cannot be read"};
    return {*code, std::move(*detail)};
}

} // namespace synoptic::reader
