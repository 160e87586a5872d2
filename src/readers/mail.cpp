// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/mail.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ingest/canonical_text.h"
#include "ingest/encoding.h"
#include "readers/article_builder.h"
#include "readers/ascii.h"
#include "readers/html.h"
#include "readers/mime.h"

namespace synoptic::readers {
namespace {

using ingest::BlockRole;
using ingest::Format;

bool isHtml(const MimePart& part)
{
    return part.type == "text/html" || part.type == "application/xhtml+xml";
}

std::string headerOf(const std::vector<MimeField>& fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, name, &MimeField::name);
    return found != fields.end() ? decodedHeader(found->value) : std::string();
}

/// "Jane Doe" of `"Jane Doe" <jane@example.org>`; the address if there is no name.
std::string senderName(std::string_view from)
{
    const std::size_t angle = from.find('<');
    std::string_view name = trimmed(from.substr(0, angle));
    if (name.size() >= 2 && name.starts_with('"') && name.ends_with('"'))
        name = trimmed(name.substr(1, name.size() - 2));
    if (!name.empty())
        return std::string(name);
    return std::string(angle == std::string_view::npos ? from : from.substr(angle + 1, from.find('>') - angle - 1));
}

/// The paragraphs of plain text; quoted lines ("> ") are a quotation, what follows "-- " is a signature.
void addPlainText(ArticleBuilder& builder, const MimePart& part)
{
    std::vector<Diagnostic> diagnostics;
    ingest::DecodedText decoded = ingest::decode(part.decodedBody(), part.charset);
    const std::string text = ingest::canonicalText(std::move(decoded.text), diagnostics);
    for (std::vector<Diagnostic>* found : {&decoded.diagnostics, &diagnostics}) {
        for (Diagnostic& diagnostic : *found)
            diagnostic.span = {};
        builder.addDiagnostics(std::move(*found));
    }
    bool isSignature = false;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find("\n\n"), rest.size());
        std::string_view paragraph = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 2, rest.size()));
        while (paragraph.starts_with('\n'))
            paragraph.remove_prefix(1);
        while (paragraph.ends_with('\n'))
            paragraph.remove_suffix(1);
        const std::size_t dashes = paragraph.starts_with("-- \n") ? 0 : paragraph.find("\n-- \n");
        if (!isSignature && dashes != std::string_view::npos) {
            builder.addBlock(std::string(paragraph.substr(0, dashes)), BlockRole::Paragraph, true);
            paragraph.remove_prefix(dashes + 1);
            isSignature = true;
        }
        const bool isQuote = paragraph.starts_with('>');
        builder.addBlock(std::string(paragraph), isQuote ? BlockRole::Quote : BlockRole::Paragraph, !isSignature);
    }
}

Result<ingest::RawArticle> finished(ArticleBuilder builder, const MimeMessage& message)
{
    if (!message.limit.empty()) {
        if (builder.empty())
            return failure(ErrorCode::TooBig, message.limit);
        builder.addDiagnostic({Severity::Warning, DiagnosticCode::LimitReached, {}, message.limit});
    }
    return builder.takeArticle();
}

} // namespace

Result<ingest::RawArticle> readMail(std::string_view bytes)
{
    const MimeMessage message = parseMime(bytes);
    ArticleBuilder builder(Format::Mail);
    builder.addField("mail:subject", headerOf(message.fields, "subject"));
    builder.addField("mail:from", senderName(headerOf(message.fields, "from")));
    builder.addField("mail:date", headerOf(message.fields, "date"));

    // Text stands in a message twice as a rule; the plain one has no menus and no tracking.
    for (const MimePart& part : message.parts) {
        if (part.type == "text/plain" && !part.isAttachment)
            addPlainText(builder, part);
    }
    const bool hasPlainText = !builder.empty();
    for (const MimePart& part : message.parts) {
        if (!hasPlainText && isHtml(part) && !part.isAttachment)
            addHtml(builder, part.decodedBody(), part.charset);
    }
    return finished(std::move(builder), message);
}

Result<ingest::RawArticle> readWebArchive(std::string_view bytes)
{
    const MimeMessage message = parseMime(bytes);
    const auto contentType = std::ranges::find(message.fields, "content-type", &MimeField::name);
    const std::string start =
        contentType != message.fields.end() ? mimeParameter(contentType->value, "start") : std::string();
    auto page = std::ranges::find_if(message.parts, [&](const MimePart& part) {
        return !start.empty() && isHtml(part) && part.field("content-id") == start;
    });
    if (page == message.parts.end())
        page = std::ranges::find_if(message.parts, isHtml);
    if (page == message.parts.end()) {
        if (!message.limit.empty())
            return failure(ErrorCode::TooBig, message.limit);
        return failure(ErrorCode::Malformed, "no page in it");
    }

    ArticleBuilder builder(Format::WebArchive);
    addHtml(builder, page->decodedBody(), page->charset);
    std::string location = headerOf(message.fields, "snapshot-content-location");
    if (location.empty())
        location = page->field("content-location");
    builder.addField("location", std::move(location));
    builder.addField("saved", headerOf(message.fields, "date"));
    return finished(std::move(builder), message);
}

} // namespace synoptic::readers
