// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "edits/timeline.h"

namespace synoptic::ui {

/// What a decision is about: "Pier opens: date", "Harbor Gazette: publication date", "C-001".
QString decisionText(const edits::Edit& edit, const edits::Timeline& timeline);

/// What was decided: "3 May 2021", "accepted", "“Pier closes”".
QString answerText(const edits::Edit& edit);

} // namespace synoptic::ui
