// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <QByteArray>

#include "edits/timeline.h"

namespace synoptic::ui {

/// The report of exchange::writeReport as a PDF on A4 pages with numbers. What others wrote is put in as text, never as
/// markup. The same work gives the same bytes. Cost: linear; on any thread, with a QGuiApplication.
QByteArray reportPdf(const edits::Timeline& timeline, std::string_view title);

/// Qt writes the moment of printing into a PDF; a document of the same work shall be the same bytes.
void forgetCreationDate(QByteArray& pdf);

} // namespace synoptic::ui
