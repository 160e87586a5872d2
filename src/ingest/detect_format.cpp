// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string>

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
    while (headBytes - end < 3 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U)
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
    if (suffix == "html" || suffix == "htm" || suffix == "xhtml" || suffix == "xht")
        return Format::Html;
    if (suffix == "md" || suffix == "markdown" || suffix == "mdown" || suffix == "mkd")
        return Format::Markdown;
    if (suffix == "txt" || suffix == "text")
        return Format::PlainText;
    return std::nullopt;
}

Result<Format> detectFormat(std::string_view bytes, std::string_view file)
{
    if (bytes.empty())
        return failure(ErrorCode::Empty);
    const std::string suffix = suffixOf(file);
    const std::string_view head = headOf(bytes);
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
    if (isMail(low))
        return notAnArticle(low.find("multipart/related") < 4096 ? "saved web page (MHTML)" : "mail message");
    if (opensAsHtml(low) || (low.starts_with("<?xml") && low.find("<html") != std::string::npos))
        return Format::Html;
    if (low.starts_with("<?xml") || low.starts_with("<!doctype ") || low.starts_with("<svg") || low.starts_with("<rss"))
        return notAnArticle(low.find("<svg") != std::string::npos ? "SVG picture" : "XML document");
    if (bySuffix == Format::Markdown)
        return Format::Markdown;
    if (bySuffix == Format::Html && low.find('<') != std::string::npos)
        return Format::Html;
    if (!bySuffix)
        if (const std::string_view name = nameOfOtherText(suffix); !name.empty())
            return notAnArticle(name);
    if (low.starts_with("{\"") || low.starts_with("{\n") || low.starts_with("[{") || low.starts_with("[\n"))
        return notAnArticle("JSON data");
    if (isDenselyTagged(low))
        return Format::Html;
    return looksLikeMarkdown(text) ? Format::Markdown : Format::PlainText;
}

} // namespace synoptic::ingest
