// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QString>

#include "base/ids.h"
#include "base/text_span.h"
#include "edits/contradiction.h"

namespace synoptic::ui {

/// Words of an article that were chosen as one side of a contradiction.
struct ChosenPassage
{
    ArticleId article{};
    TextSpan span;

    friend bool operator==(const ChosenPassage&, const ChosenPassage&) = default;
};

/// How a contradiction comes to be, step by step: first passage, other passages, type. A value without widgets; the
/// flag bar shows it and feeds it.
class FlagComposer
{
public:
    enum class Step : std::uint8_t
    {
        Idle,
        OtherSide, ///< one passage is chosen
        Type       ///< two or more are; a digit says what they differ on
    };

    Step step() const { return m_step; }
    const std::vector<ChosenPassage>& passages() const { return m_passages; }

    /// Takes a passage as the next side. Returns false, and changes nothing, for one that is taken already or when the
    /// type is being asked for.
    bool add(const ChosenPassage& passage);
    /// No more sides: asks for the type. Returns false with fewer than two.
    bool askForType();
    /// One step back; from the first passage to nothing.
    void back();
    void clear();

private:
    Step m_step = Step::Idle;
    std::vector<ChosenPassage> m_passages;
};

/// The type that a key names: 1 to 9, 0, - and = in the order of edits::ContradictionType; nothing for other keys.
std::optional<edits::ContradictionType> typeOfKey(int key);
/// The key of a type, as it is written on it.
QString keyText(edits::ContradictionType type);

} // namespace synoptic::ui
