// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "base/result.h"

namespace synoptic::app {

/// What a person reads when something failed: what happened, to what, and what to do about it. @p name is the file or
/// folder, shown as it is: plain text.
QString errorText(const Error& error, const QString& name);

/// A path that others named, for showing: control and direction characters are escaped, the rest stays.
QString shownPath(const std::string& path);
/// Likewise the last part of a path.
QString shownName(const std::string& path);

} // namespace synoptic::app
