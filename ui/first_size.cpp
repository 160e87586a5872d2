// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_size.h"

#include <QWidget>

namespace synoptic::ui {

void setFirstSize(QWidget& window, QSize available)
{
    // Readers, lists and the timeline want about this much; with its frame it would hang over a smaller screen.
    constexpr QSize roomy(1440, 900);
    constexpr QSize largest(1920, 1200); // columns and timeline wider than that are no easier to read
    constexpr QSize frame(20, 60);
    if (available.width() <= roomy.width() || available.height() <= roomy.height())
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
    else
        window.resize((available * 0.85).expandedTo(roomy).boundedTo(largest).boundedTo(available - frame));
}

} // namespace synoptic::ui
