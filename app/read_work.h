// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "base/result.h"
#include "edits/edit.h"

namespace synoptic::app {

/// What was decided, from a file of ours: a project, a work document (JSON) or a table of contradictions (CSV); the
/// content decides which. Nothing is changed. @p path is bytes, absolute.
/// Errors: those of store::readProjectContent, engine::FileReader, exchange::workFromJson and contradictionsFromCsv.
Result<edits::Edits> readWork(const std::string& path);

} // namespace synoptic::app
