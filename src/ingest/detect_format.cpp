// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "ingest/encoding.h"
#include "ingest/file_kinds.h"
#include "ingest/format_suffix.h"
#include "ingest/ingest.h"
#include "ingest/text_lines.h"

namespace synoptic::ingest {
namespace {

constexpr std::size_t headBytes = 64 * limits::kib;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

/// The first bytes, without a character that the cut went through.
std::string_view headOf(std::string_view bytes)
{
    if (bytes.size() <= headBytes)
        return bytes;
    std::size_t end = headBytes;
    while (headBytes - end < 3 && isContinuationByte(bytes[end]))
        --end;
    return bytes.substr(0, end);
}

/// A tenth of random bytes are controls; a few in a text are damage.
bool isMostlyControls(std::string_view text)
{
    constexpr std::size_t onePartIn = 20;
    const auto controls = std::ranges::count_if(text, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' &&
                c != '\v') ||
               c == '\x7F';
    });
    return static_cast<std::size_t>(controls) * onePartIn > text.size();
}

/// Skips white space, comments and an XML declaration, all of which may stand before markup.
std::string_view withoutPrologue(std::string_view text)
{
    while (true) {
        text = trimmed(text);
        const bool isComment = text.starts_with("<!--");
        if (!isComment && !text.starts_with("<?"))
            return text;
        const std::string_view close = isComment ? "-->" : ">";
        const std::size_t end = text.find(close);
        if (end == std::string_view::npos)
            return text;
        text.remove_prefix(end + close.size());
    }
}

std::size_t countOf(std::string_view text, std::string_view what)
{
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size()))
        ++count;
    return count;
}

/// Source: WHATWG MIME Sniffing, 7.1, less the tags that a quoted fragment of a text may open with.
bool opensAsHtml(std::string_view low)
{
    constexpr std::array<std::string_view, 18> openings = {
        "<!doctype html", "<html",  "<head",  "<body", "<script", "<iframe", "<h1",      "<div",  "<font",
        "<table",         "<style", "<title", "<meta", "<link",   "<p",      "<article", "<main", "<section"};
    const std::string_view start = withoutPrologue(low);
    return std::ranges::any_of(openings, [&](std::string_view tag) {
        return start.starts_with(tag) &&
               (start.size() == tag.size() ||
                std::string_view(" \t\n\r\f>/").find(start[tag.size()]) != std::string_view::npos);
    });
}

/// Many closing tags for its length: an HTML fragment that begins with text.
bool isDenselyTagged(std::string_view low)
{
    constexpr std::size_t bytesPerTag = 500;
    std::size_t tags = 0;
    for (const std::string_view tag :
         {"</p>", "</div>", "</a>", "</li>", "<br>", "<br/>", "<br />", "</span>", "</td>"})
        tags += countOf(low, tag);
    return tags >= 5 && tags * bytesPerTag >= low.size();
}

bool hasFrontMatter(std::string_view text)
{
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n"))
        return false;
    const std::size_t close = text.find("\n---", 4);
    return close != std::string_view::npos && text.substr(0, close).find(": ") != std::string_view::npos;
}

bool looksLikeMarkdown(std::string_view text)
{
    if (hasFrontMatter(text))
        return true;
    std::size_t headings = text.starts_with("# ") || text.starts_with("## ") ? 1 : 0;
    for (const std::string_view mark : {"\n# ", "\n## ", "\n### "})
        headings += countOf(text, mark);
    return headings >= 2 && countOf(text, "](http") >= 2;
}

bool isMail(std::string_view low)
{
    constexpr std::array<std::string_view, 8> headers = {"received: ",
                                                         "return-path: ",
                                                         "message-id: ",
                                                         "mime-version: ",
                                                         "delivered-to: ",
                                                         "x-mozilla-status: ",
                                                         "content-type: multipart/",
                                                         "content-type: message/"};
    const std::string_view top = low.substr(0, 4096);
    const bool opens = std::ranges::any_of(headers, [&](std::string_view header) { return top.starts_with(header); });
    const bool isMime = top.find("\nmime-version: ") != std::string_view::npos &&
                        (top.starts_with("from:") || top.starts_with("from ") || top.starts_with("date:") ||
                         top.starts_with("subject:") || top.starts_with("to:"));
    return opens || isMime;
}

/// "name: value" in the first line, the name one word: the beginning of a message, if the suffix says so too.
bool opensWithHeader(std::string_view low)
{
    const std::size_t colon = low.find(':');
    return colon != std::string_view::npos && colon > 0 &&
           std::ranges::all_of(low.substr(0, colon), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// A message that a browser made of a page: it says so, or holds a page with its pictures and was not sent by anyone.
bool isWebArchive(std::string_view low, std::string_view suffix)
{
    const std::string_view top = low.substr(0, 4096);
    const bool isRelated = top.find("multipart/related") != std::string_view::npos;
    const bool saysSo = top.find("snapshot-content-location:") != std::string_view::npos ||
                        top.find("from: <saved by") != std::string_view::npos ||
                        top.find("from: \"saved by") != std::string_view::npos;
    const bool wasSent = top.find("\nto: ") != std::string_view::npos ||
                         top.find("\nreceived: ") != std::string_view::npos || top.starts_with("received: ");
    return saysSo || suffix == "mhtml" || suffix == "mht" || (isRelated && !wasSent);
}

/// Opens like an object with a key, or like an array of such.
bool isJson(std::string_view text, std::string_view suffix)
{
    if (!text.starts_with('{') && !text.starts_with('['))
        return false;
    const bool saysSo = formatOfSuffix(suffix) == Format::Json;
    std::string_view rest = trimmed(text.substr(1));
    if (text.front() == '[' && rest.starts_with('{'))
        rest = trimmed(rest.substr(1));
    else if (text.front() == '[')
        return saysSo;
    if (!rest.starts_with('"'))
        return saysSo;
    const std::size_t quote = rest.find('"', 1);
    return quote != std::string_view::npos && trimmed(rest.substr(quote + 1)).starts_with(':');
}

Result<Format> notAnArticle(std::string_view what)
{
    return failure(ErrorCode::NotAnArticle, std::string(what));
}

} // namespace

std::string suffixOf(std::string_view file)
{
    const std::string_view leaf = file.substr(file.rfind('/') + 1);
    const std::size_t dot = leaf.rfind('.');
    constexpr std::size_t longestSuffix = 12;
    if (dot == std::string_view::npos || dot == 0 || leaf.size() - dot > longestSuffix)
        return {};
    return lowered(leaf.substr(dot + 1));
}

std::optional<Format> formatOfSuffix(std::string_view suffix)
{
    constexpr std::pair<std::string_view, Format> formats[] = {
        {"html", Format::Html},      {"htm", Format::Html},         {"xhtml", Format::Html},
        {"xht", Format::Html},       {"md", Format::Markdown},      {"markdown", Format::Markdown},
        {"mdown", Format::Markdown}, {"mkd", Format::Markdown},     {"txt", Format::PlainText},
        {"text", Format::PlainText}, {"mhtml", Format::WebArchive}, {"mht", Format::WebArchive},
        {"eml", Format::Mail},       {"pdf", Format::Pdf},          {"docx", Format::Docx},
        {"odt", Format::Odt},        {"epub", Format::Epub},        {"json", Format::Json},
        {"jsonl", Format::Json},     {"ndjson", Format::Json}};
    const auto* const found = std::ranges::find(formats, suffix, &std::pair<std::string_view, Format>::first);
    return found != std::end(formats) ? std::optional(found->second) : std::nullopt;
}

Result<Format> detectFormat(std::string_view bytes, std::string_view file)
{
    if (bytes.empty())
        return failure(ErrorCode::Empty);
    const std::string suffix = suffixOf(file);
    const std::string_view head = headOf(bytes);
    if (const auto document = binaryDocument(head, suffix))
        return *document;
    if (const std::string_view name = nameOfBinary(head, suffix); !name.empty())
        return notAnArticle(name);
    const DecodedText decoded = decode(head);
    const std::string_view text = trimmed(decoded.text);
    if (text.empty() && head.size() == bytes.size())
        return failure(ErrorCode::Empty);
    if (isMostlyControls(decoded.text))
        return notAnArticle("binary data");

    const std::string low = lowered(text);
    const auto bySuffix = formatOfSuffix(suffix);
    if (isMail(low) || ((bySuffix == Format::Mail || bySuffix == Format::WebArchive) && opensWithHeader(low)))
        return isWebArchive(low, suffix) ? Format::WebArchive : Format::Mail;
    if (opensAsHtml(low) || (low.starts_with("<?xml") && low.find("<html") != std::string::npos))
        return Format::Html;
    if (low.starts_with("<?xml") || low.starts_with("<!doctype ") || low.starts_with("<svg") || low.starts_with("<rss"))
        return notAnArticle(low.find("<svg") != std::string::npos ? "SVG picture" : "XML document");
    if (bySuffix == Format::Markdown)
        return Format::Markdown;
    if (bySuffix == Format::Html && low.find('<') != std::string::npos)
        return Format::Html;
    if (isJson(text, suffix))
        return Format::Json;
    if (!bySuffix)
        if (const std::string_view name = nameOfOtherText(suffix); !name.empty())
            return notAnArticle(name);
    if (isDenselyTagged(low))
        return Format::Html;
    return looksLikeMarkdown(text) ? Format::Markdown : Format::PlainText;
}

} // namespace synoptic::ingest
