// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

#include <QString>

#include "edits/contradiction.h"

/// What the program says of a contradiction, in words.
namespace synoptic::ui {

constexpr std::size_t contradictionTypes = 12;
constexpr std::size_t contradictionKinds = 6;
constexpr std::size_t contradictionSeverities = 3;
constexpr std::size_t contradictionStatuses = 6;
constexpr std::size_t partyStances = 4;
constexpr std::size_t resolutionMethods = 8;

QString typeText(edits::ContradictionType type);
QString kindText(edits::ContradictionKind kind);
QString severityText(edits::Severity severity);
QString statusText(edits::ContradictionStatus status);
QString stanceText(edits::PartyStance stance);
QString methodText(edits::ResolutionMethod method);
/// "B – usually reliable". Source: NATO STANAG 2511, reliability of the source.
QString sourceGradeText(char grade);
/// "2 – probably true". Source: NATO STANAG 2511, credibility of the information.
QString informationGradeText(int grade);
/// "C-014".
QString contradictionName(std::uint32_t number);

} // namespace synoptic::ui
