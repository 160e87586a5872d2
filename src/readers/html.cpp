// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ingest/canonical_text.h"
#include "ingest/encoding.h"
#include "readers/article_builder.h"
#include "readers/ascii.h"
#include "readers/character_references.h"
#include "readers/html_tree.h"
#include "readers/json_ld.h"
#include "readers/main_content.h"
#include "readers/markup_scan.h"
#include "readers/markup_tokens.h"
#include "readers/tag_stripper.h"

namespace synoptic::readers {
namespace {

using ingest::BlockRole;
using ingest::Format;

constexpr std::size_t prescanBytes = 1024; // HTML Standard, 13.2.3.2

/// The value of charset= in the first <meta> that has one: both spellings put it after that word.
std::string declaredCharset(std::string_view bytes)
{
    MarkupTokens tokens(bytes.substr(0, prescanBytes));
    while (!tokens.atEnd()) {
        const MarkupToken token = tokens.next();
        if (token.kind != MarkupToken::Kind::StartTag || asciiLower(token.name) != "meta")
            continue;
        const std::string tag = asciiLower(token.source);
        std::size_t at = tag.find("charset");
        if (at == std::string::npos)
            continue;
        at = tag.find_first_not_of(" \t\r\n=\"'", at + std::string_view("charset").size());
        if (at != std::string::npos)
            return tag.substr(at, tag.find_first_of(" \t\r\n\"';/>", at) - at);
    }
    return {};
}

void addParsed(ArticleBuilder& builder, std::string_view html, bool isChapter)
{
    HtmlTree tree = parseHtml(html);
    const auto verdicts = judgeBlocks(tree);
    for (std::size_t i = 0; i < tree.blocks.size(); ++i)
        builder.addBlock(std::move(tree.blocks[i].text), verdicts[i].role, verdicts[i].main || isChapter);
    if (isChapter)
        return;
    // Publishing systems escape what is escaped already: "Season&#039;s" is meant to be read.
    for (auto& field : tree.metadata)
        builder.addField(std::move(field.key), withoutReferences(field.value));
    for (const auto& json : tree.jsonLd) {
        for (auto& field : jsonLdFields(json))
            builder.addField(std::move(field.key), withoutReferences(field.value));
    }
}

/// A whole page with what it says of itself, or a chapter: then all is main text, and what it says of itself is left
/// out.
void addDecoded(ArticleBuilder& builder, std::string_view bytes, std::string_view charset, bool isChapter)
{
    ingest::DecodedText decoded = ingest::decode(bytes, charset.empty() ? declaredCharset(bytes) : charset);
    std::vector<Diagnostic> diagnostics = std::move(decoded.diagnostics);
    const std::string html = ingest::canonicalText(std::move(decoded.text), diagnostics);
    for (Diagnostic& diagnostic : diagnostics)
        diagnostic.span = {}; // a place in the source is none in the text
    builder.addDiagnostics(std::move(diagnostics));

    if (const auto limit = passedMarkupLimit(html)) {
        for (std::string& block : strippedBlocks(html))
            builder.addBlock(std::move(block), BlockRole::Paragraph, true);
        builder.addDiagnostic({Severity::Warning, DiagnosticCode::LimitReached, {}, *limit});
    } else {
        addParsed(builder, html, isChapter);
    }
}

} // namespace

void addHtml(ArticleBuilder& builder, std::string_view bytes, std::string_view charset)
{
    addDecoded(builder, bytes, charset, false);
}

void addChapter(ArticleBuilder& builder, std::string_view bytes)
{
    addDecoded(builder, bytes, {}, true);
}

Result<ingest::RawArticle> readHtml(std::string_view bytes)
{
    ArticleBuilder builder(Format::Html);
    addHtml(builder, bytes);
    return builder.takeArticle();
}

} // namespace synoptic::readers
