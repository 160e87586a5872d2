// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/flag_composer.h"

#include <algorithm>
#include <array>

namespace synoptic::ui {

namespace {
constexpr std::array<char, 12> typeKeys{'1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '='};
}

bool FlagComposer::add(const ChosenPassage& passage)
{
    const bool isTaken = std::ranges::find(m_passages, passage) != m_passages.end();
    if (m_step == Step::Type || isTaken || passage.span.empty())
        return false;
    m_passages.push_back(passage);
    m_step = Step::OtherSide;
    return true;
}

bool FlagComposer::askForType()
{
    if (m_step != Step::OtherSide || m_passages.size() < 2)
        return false;
    m_step = Step::Type;
    return true;
}

void FlagComposer::back()
{
    if (m_step == Step::Type) {
        m_step = Step::OtherSide;
        return;
    }
    if (!m_passages.empty())
        m_passages.pop_back();
    if (m_passages.empty())
        m_step = Step::Idle;
}

void FlagComposer::clear()
{
    m_passages.clear();
    m_step = Step::Idle;
}

std::optional<edits::ContradictionType> typeOfKey(int key)
{
    const auto found = std::ranges::find_if(typeKeys, [key](char own) { return own == key; });
    if (found == typeKeys.end())
        return std::nullopt;
    return static_cast<edits::ContradictionType>(found - typeKeys.begin());
}

QString keyText(edits::ContradictionType type)
{
    return {QLatin1Char(typeKeys[static_cast<std::size_t>(type)])};
}

} // namespace synoptic::ui
