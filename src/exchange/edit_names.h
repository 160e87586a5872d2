// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "edits/edit.h"
#include "exchange/names.h"

namespace synoptic::exchange {

// The words that documents and project files use for what an analyst decided; they never change.
std::string_view nameOf(edits::ReviewState state);
std::string_view nameOf(edits::ContradictionType type);
std::string_view nameOf(edits::ContradictionKind kind);
std::string_view nameOf(edits::Severity severity);
std::string_view nameOf(edits::ContradictionStatus status);
std::string_view nameOf(edits::PartyStance stance);
std::string_view nameOf(edits::ResolutionMethod method);
std::string_view nameOf(edits::NoteTarget target);
std::string_view nameOf(edits::AnchorState state);

/// The last value of an enumeration whose values count from 0.
template <class Enum>
inline constexpr Enum lastOf = Enum{};
template <>
inline constexpr auto lastOf<edits::ReviewState> = edits::ReviewState::Rejected;
template <>
inline constexpr auto lastOf<edits::ContradictionType> = edits::ContradictionType::Other;
template <>
inline constexpr auto lastOf<edits::ContradictionKind> = edits::ContradictionKind::Omission;
template <>
inline constexpr auto lastOf<edits::Severity> = edits::Severity::Critical;
template <>
inline constexpr auto lastOf<edits::ContradictionStatus> = edits::ContradictionStatus::Dismissed;
template <>
inline constexpr auto lastOf<edits::PartyStance> = edits::PartyStance::Silent;
template <>
inline constexpr auto lastOf<edits::ResolutionMethod> = edits::ResolutionMethod::ReportBoth;
template <>
inline constexpr auto lastOf<edits::NoteTarget> = edits::NoteTarget::Project;
template <>
inline constexpr auto lastOf<analysis::Stance> = analysis::Stance::Differs;
template <>
inline constexpr auto lastOf<events::Factuality> = events::Factuality::Denied;
template <>
inline constexpr auto lastOf<events::DateBasis> = events::DateBasis::None;
template <>
inline constexpr auto lastOf<temporal::Qualifier> = temporal::Qualifier::Unknown;
template <>
inline constexpr auto lastOf<temporal::Granularity> = temporal::Granularity::Millennium;

/// The value of that name; nothing for any other word.
template <class Enum>
std::optional<Enum> valueNamed(std::string_view name)
{
    for (int value = 0; value <= static_cast<int>(lastOf<Enum>); ++value) {
        if (nameOf(static_cast<Enum>(value)) == name)
            return static_cast<Enum>(value);
    }
    return std::nullopt;
}

} // namespace synoptic::exchange
