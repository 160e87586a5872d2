// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest.h"

#include <utility>

#include "ingest/boilerplate.h"
#include "ingest/format_suffix.h"
#include "ingest/layout.h"
#include "ingest/line_kinds.h"
#include "ingest/metadata.h"
#include "ingest/publication_date.h"

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
    case Format::WebArchive:
        return "mhtml";
    case Format::Mail:
        return "mail";
    case Format::Pdf:
        return "pdf";
    case Format::Docx:
        return "docx";
    case Format::Odt:
        return "odt";
    case Format::Epub:
        return "epub";
    case Format::Json:
        return "json";
    }
    return {};
}

/// The title and the sub-heads of the main text: lines the reader calls so, and short lines without an end that stand
/// alone over prose.
std::vector<TextSpan> headingsOf(const Layout& layout, const std::vector<TextSpan>& boilerplate)
{
    constexpr std::uint32_t longestHeadingWords = 18;
    const std::string title = layout.title ? foldedKey(layout.lineText(*layout.title)) : std::string();
    std::vector<TextSpan> headings;
    auto marked = boilerplate.begin();
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        const TextLine& line = layout.lines[i];
        while (marked != boilerplate.end() && marked->end <= line.span.begin)
            ++marked;
        if (marked != boilerplate.end() && marked->overlaps(line.span))
            continue;
        const bool isCalledSo = layout.roles[i] == BlockRole::Title || layout.roles[i] == BlockRole::Heading;
        const bool isQuestion = line.endsSentence && layout.lineText(i).ends_with('?');
        const bool quotesTitle = isQuestion && line.words <= longestHeadingWords &&
                                 title.find(foldedKey(layout.lineText(i))) != std::string::npos;
        const bool standsAlone = layout.roles[i] == BlockRole::Paragraph && line.startsBlock && line.endsBlock &&
                                 line.words > 0 && line.words <= longestHeadingWords && !line.startsLower &&
                                 (!line.endsSentence || quotesTitle);
        const bool isOverProse = i + 1 < layout.endProse;
        if (isCalledSo || layout.title == i ||
            (standsAlone && isOverProse && kindOfLine(layout.lineText(i)) == LineKind::Other))
            headings.push_back(line.span);
    }
    return headings;
}

void noteSuffix(Format format, const std::string& file, std::vector<Diagnostic>& diagnostics)
{
    const std::string suffix = suffixOf(file);
    const auto promised = formatOfSuffix(suffix);
    if ((promised && *promised != format) || suffix == "doc")
        diagnostics.push_back({Severity::Warning, DiagnosticCode::SuffixMismatch, {}, nameOf(format)});
}

std::string firstOf(std::string given, std::string found)
{
    return given.empty() ? std::move(found) : std::move(given);
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
    noteSuffix(raw.format, context.file, article.diagnostics);

    Layout layout = layoutOf(raw);
    FoundTitle found = findTitle(layout, raw.metadata);
    layout.title = found.line;
    article.title = firstOf(given.title, std::move(found.title));
    if (article.title.empty())
        article.diagnostics.push_back({Severity::Note, DiagnosticCode::NoTitle, {}, {}});
    article.url = firstOf(given.url, findUrl(raw.metadata));
    Attribution attribution = findAttribution(layout, raw.metadata, article.url);
    article.source = firstOf(given.source, std::move(attribution.source));
    article.author = firstOf(given.author, std::move(attribution.author));
    article.language = findLanguage(layout, raw.metadata);
    article.published = publicationDate(layout, raw.metadata, article.url, context, article.diagnostics);
    article.boilerplate = boilerplateLines(layout);
    article.headings = headingsOf(layout, article.boilerplate);
    article.text = std::move(raw.text);
    return article;
}

std::optional<ArticleMarks> marksInFolder(const corpus::Article& article, std::span<const LineRepeats> repeats)
{
    if (article.format != nameOf(Format::PlainText))
        return std::nullopt;
    RawArticle raw;
    raw.text = article.text;
    Layout layout = layoutOf(raw);
    layout.title = findTitle(layout, {}).line;
    ArticleMarks marks{boilerplateLines(layout, repeats), {}};
    marks.headings = headingsOf(layout, marks.boilerplate);
    return marks;
}

} // namespace synoptic::ingest
