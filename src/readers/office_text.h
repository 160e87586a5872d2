// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/raw_article.h"
#include "readers/article_builder.h"

namespace synoptic::readers {

/// Makes blocks of what word processors write: paragraphs, and table rows, whose cells hold paragraphs. A paragraph
/// inside another (a text box, a note) follows it. A row is one block, a tab between its cells. White space counts as
/// written.
class OfficeText
{
public:
    explicit OfficeText(ArticleBuilder& builder) : m_builder(builder) {}

    void beginParagraph();
    void endParagraph();
    /// Of the paragraph that is open.
    void setRole(ingest::BlockRole role);
    void append(std::string_view text);

    void beginRow();
    void endCell();
    void endRow();

private:
    struct Paragraph
    {
        std::string text;
        ingest::BlockRole role = ingest::BlockRole::Paragraph;
    };
    void add(const Paragraph& paragraph);

    struct Row
    {
        std::string text;
        bool cellIsEmpty = true;
    };

    ArticleBuilder& m_builder;           // Not owned: the caller's, and longer-lived.
    std::vector<Paragraph> m_paragraphs; // open, each inside the one before
    std::vector<Paragraph> m_inner;      // finished inside one that is open
    std::vector<Row> m_rows;             // a cell may hold a table
};

} // namespace synoptic::readers
