// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/display_text.h"

#include <utility>

#include "readers/ascii.h"

namespace synoptic::readers {

void DisplayText::append(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        if (isMarkupSpace(text[at])) {
            m_spaceWaits = true;
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !isMarkupSpace(text[end]))
            ++end;
        if (m_spaceWaits && !m_text.empty() && m_text.back() != '\n' && m_text.back() != '\t')
            m_text += ' ';
        m_spaceWaits = false;
        m_text += text.substr(at, end - at);
        at = end;
    }
}

void DisplayText::appendVerbatim(std::string_view text)
{
    m_spaceWaits = false;
    m_text += text;
}

void DisplayText::lineBreak()
{
    m_spaceWaits = false;
    if (!m_text.empty() && !m_text.ends_with("\n\n"))
        m_text += '\n';
}

void DisplayText::cellBreak()
{
    m_spaceWaits = false;
    if (!m_text.empty() && m_text.back() != '\t' && m_text.back() != '\n')
        m_text += '\t';
}

std::string DisplayText::take()
{
    m_spaceWaits = false;
    while (!m_text.empty() && isMarkupSpace(m_text.back()))
        m_text.pop_back();
    std::string text = std::exchange(m_text, {});
    const std::size_t begin = text.find_first_not_of("\n\t ");
    return begin == 0 || begin == std::string::npos ? text : text.substr(begin);
}

} // namespace synoptic::readers
