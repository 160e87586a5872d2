// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// System calls that fail on demand. The functions of the C library that open, write, synchronize, cut, rename and link
/// files are defined here once more, for the whole program and the libraries it loads; they pass the call on unless a
/// fault is armed and its turn has come. Source: the method of SQLite's I/O-error tests (fail operation k = 1, 2, 3 …).
namespace synoptic::tests {

/// What fails.
struct Fault
{
    static constexpr int shortWrite = -1; ///< in place of an error: half of the bytes are written

    int error = 0;         ///< errno of the call that fails, or shortWrite
    int at = 1;            ///< which call, counted from the arming on
    bool persists = false; ///< every call after that fails too
    std::string folder;    ///< only calls about what lies beneath it count
};

/// From here on. Not thread-safe: for a forked process that does one thing.
void arm(const Fault& fault);
/// Back to normal; returns how many calls failed.
int disarm();

} // namespace synoptic::tests
