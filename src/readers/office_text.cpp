// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/office_text.h"

#include <algorithm>
#include <utility>

#include "readers/ascii.h"

namespace synoptic::readers {

using ingest::BlockRole;

void OfficeText::beginParagraph()
{
    m_paragraphs.emplace_back();
}

void OfficeText::endParagraph()
{
    if (m_paragraphs.empty())
        return;
    Paragraph paragraph = std::move(m_paragraphs.back());
    m_paragraphs.pop_back();
    if (!m_paragraphs.empty()) {
        m_inner.push_back(std::move(paragraph));
        return;
    }
    add(paragraph);
    for (const Paragraph& inner : std::exchange(m_inner, {}))
        add(inner);
}

void OfficeText::add(const Paragraph& paragraph)
{
    const std::string_view text = trimmed(paragraph.text);
    if (text.empty())
        return;
    if (m_rows.empty()) {
        m_builder.addBlock(std::string(text), paragraph.role, true);
        return;
    }
    Row& row = m_rows.back();
    if (!row.cellIsEmpty)
        row.text += '\n';
    row.text += text;
    row.cellIsEmpty = false;
}

void OfficeText::setRole(BlockRole role)
{
    if (!m_paragraphs.empty())
        m_paragraphs.back().role = role;
}

void OfficeText::append(std::string_view text)
{
    if (!m_paragraphs.empty())
        m_paragraphs.back().text += text;
}

void OfficeText::beginRow()
{
    m_rows.emplace_back();
}

void OfficeText::endCell()
{
    if (m_rows.empty())
        return;
    m_rows.back().text += '\t';
    m_rows.back().cellIsEmpty = true;
}

void OfficeText::endRow()
{
    if (m_rows.empty())
        return;
    const Row row = std::move(m_rows.back());
    m_rows.pop_back();
    const std::string_view text = trimmed(row.text);
    // Pages are laid out with tables: a row of one cell is its paragraphs.
    const bool isLayout = text.find('\t') == std::string_view::npos;
    if (!m_rows.empty()) {
        m_rows.back().text += text;
        m_rows.back().cellIsEmpty = m_rows.back().cellIsEmpty && text.empty();
        return;
    }
    std::string_view rest = text;
    while (isLayout && !rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        m_builder.addBlock(std::string(rest.substr(0, end)), BlockRole::Paragraph, true);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!isLayout)
        m_builder.addBlock(std::string(text), BlockRole::Table, true);
}

} // namespace synoptic::readers
