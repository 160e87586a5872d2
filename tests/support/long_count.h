// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace synoptic::tests {

/// How often something is tried: @p perCommit, or what the environment asks for (see tests/run_long.sh).
inline int longCount(const char* variable, int perCommit)
{
    const int wanted = qEnvironmentVariableIntValue(variable);
    return wanted > 0 ? wanted : perCommit;
}

} // namespace synoptic::tests
