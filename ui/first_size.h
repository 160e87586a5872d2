// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace synoptic::ui {

/// Gives @p window the size it has when there is no layout to restore: all of a small screen, most of a large one.
///
/// Units: pixels of the screen, less what the desktop keeps for itself.
void setFirstSize(QWidget& window, QSize available);

} // namespace synoptic::ui
