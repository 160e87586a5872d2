// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/article_builder.h"

#include <utility>

#include "base/utf8.h"
#include "ingest/canonical_text.h"

namespace synoptic::readers {
namespace {

/// Whether there is anything to see: spaces of every kind do not count, nor do the marks of zero width.
bool hasVisibleText(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decodeAt(text, at);
        const bool zeroWidth = (point.value >= 0x200B && point.value <= 0x200F) || point.value == 0x2060 ||
                               point.value == 0xFEFF || point.value == 0x00AD;
        if (point.value != U'\n' && !isBlank(point.value) && !zeroWidth)
            return true;
        at += point.size;
    }
    return false;
}

} // namespace

void ArticleBuilder::addBlock(std::string text, ingest::BlockRole role, bool main)
{
    // Character references bring back what the source's own text no longer had: CR, controls, separators.
    std::vector<Diagnostic> diagnostics;
    text = ingest::canonicalText(std::move(text), diagnostics);
    if (!hasVisibleText(text))
        return;
    std::string& all = m_article.text;
    if (!all.empty())
        all += "\n\n";
    const std::size_t begin = all.size();
    all += text;
    m_article.blocks.push_back({spanOf(begin, all.size()), role, main});
    for (Diagnostic& diagnostic : diagnostics)
        diagnostic.span = spanOf(begin, all.size());
    addDiagnostics(std::move(diagnostics));
}

void ArticleBuilder::addField(std::string key, std::string value)
{
    if (!value.empty())
        m_article.metadata.push_back({std::move(key), std::move(value)});
}

void ArticleBuilder::addDiagnostics(std::vector<Diagnostic> diagnostics)
{
    for (Diagnostic& diagnostic : diagnostics)
        addDiagnostic(std::move(diagnostic));
}

void ArticleBuilder::addDiagnostic(Diagnostic diagnostic)
{
    m_article.diagnostics.push_back(std::move(diagnostic));
}

Result<ingest::RawArticle> ArticleBuilder::takeArticle()
{
    if (m_article.text.empty())
        return failure(ErrorCode::Empty);
    return std::move(m_article);
}

} // namespace synoptic::readers
