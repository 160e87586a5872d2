// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::readers {

/// Puts blocks together to an article: canonical text, a blank line between blocks, spans that fit.
class ArticleBuilder
{
public:
    explicit ArticleBuilder(ingest::Format format) { m_article.format = format; }

    /// Appends a block; one without visible text is left out.
    void addBlock(std::string text, ingest::BlockRole role, bool main);
    void addField(std::string key, std::string value);
    void addDiagnostics(std::vector<Diagnostic> diagnostics);
    void addDiagnostic(Diagnostic diagnostic);

    bool empty() const { return m_article.text.empty(); }
    /// What was put together. Errors: Empty if no block has visible text.
    Result<ingest::RawArticle> takeArticle();

private:
    ingest::RawArticle m_article;
};

} // namespace synoptic::readers
