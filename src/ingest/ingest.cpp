// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest.h"

#include <utility>

#include "ingest/format_suffix.h"
#include "ingest/text_lines.h"

namespace synoptic::ingest {
namespace {

std::string nameOf(Format format)
{
    switch (format) {
    case Format::PlainText:
        return "text";
    case Format::Html:
        return "html";
    case Format::Markdown:
        return "markdown";
    }
    return {};
}

/// Without structure the first short line is the best guess at a headline.
std::string firstShortLine(std::string_view text)
{
    constexpr std::uint32_t longestTitleWords = 30;
    const std::vector<TextLine> lines = textLines(text);
    if (lines.empty() || lines.front().words > longestTitleWords)
        return {};
    return std::string(textOf(text, lines.front().span));
}

corpus::PublicationDate isoDateOf(std::string_view value, corpus::PublicationBasis basis)
{
    corpus::PublicationDate published;
    if (const auto range = daysFromIso(trimmed(value))) {
        published.value = edtfOf(*range);
        published.range = range;
        published.basis = basis;
        published.confidence = 1.0;
    }
    return published;
}

} // namespace

corpus::Article ingestArticle(RawArticle raw, const FileContext& context)
{
    const ArticleMetadata given = context.metadata.value_or(ArticleMetadata{});
    corpus::Article article;
    article.file = context.file;
    article.sha256 = context.sha256;
    article.format = nameOf(raw.format);
    article.diagnostics = std::move(raw.diagnostics);
    article.title = given.title.empty() ? firstShortLine(raw.text) : given.title;
    article.source = given.source;
    article.author = given.author;
    article.url = given.url;
    article.published = isoDateOf(context.publishedByUser, corpus::PublicationBasis::User);
    if (article.published.basis == corpus::PublicationBasis::None)
        article.published = isoDateOf(given.published, corpus::PublicationBasis::Metadata);
    for (const Block& block : raw.blocks)
        if (!block.main)
            article.boilerplate.push_back(block.span);
    article.text = std::move(raw.text);
    return article;
}

} // namespace synoptic::ingest
