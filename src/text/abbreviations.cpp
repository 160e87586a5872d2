// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/abbreviations.h"

#include "base/lexicons.h"
#include "text/tokenizer.h"

namespace synoptic::text {

Abbreviations Abbreviations::parse(std::string_view table)
{
    Abbreviations parsed;
    lexicons::forEachRow(table, [&](const auto& field) {
        const std::string_view kind = field(1);
        if (kind == "title")
            parsed.m_kinds.emplace(field(0), AbbreviationKind::Title);
        else if (kind == "number")
            parsed.m_kinds.emplace(field(0), AbbreviationKind::Number);
        else if (kind == "any")
            parsed.m_kinds.emplace(field(0), AbbreviationKind::Any);
    });
    return parsed;
}

const Abbreviations& Abbreviations::standard()
{
    static const Abbreviations abbreviations = parse(lexicons::abbreviations());
    return abbreviations;
}

AbbreviationKind Abbreviations::kindOf(std::string_view word) const
{
    constexpr std::size_t longest = 12;
    if (word.empty() || word.size() > longest)
        return AbbreviationKind::None;
    const auto found = m_kinds.find(foldCase(word));
    return found == m_kinds.end() ? AbbreviationKind::None : found->second;
}

} // namespace synoptic::text
