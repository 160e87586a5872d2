// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QString>

#include "exchange/documents.h"

namespace synoptic::ui {

/// A form in which the work goes out; the names are those of a file dialog.
struct WorkFormat
{
    QString name;
    QString suffix;                             ///< ".html"
    std::optional<exchange::DocumentKind> kind; ///< nothing: the report as a PDF, which the core cannot make
};

/// The reports first: they are what one hands on.
const QList<WorkFormat>& workFormats();

} // namespace synoptic::ui
