// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

namespace synoptic::tests {

/// Compares what a stage gave with what it is known to give: tests/data/@p name/expected.txt.
///
/// Returns nothing to say if they agree; else the first line that differs, and where the actual output was written (the
/// build tree). A missing expectation differs. With SYNOPTIC_UPDATE_GOLDEN=1 in the environment the expectation is
/// rewritten, to be looked at and committed.
QString differenceToGolden(const QString& name, const std::string& actual);

/// The bytes of tests/data/@p name; empty if it cannot be read.
std::string goldenInput(const QString& name);

} // namespace synoptic::tests
