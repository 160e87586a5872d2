// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <linux/filter.h>

namespace synoptic::reader {

/// The system calls a reading process may make, as a seccomp program: memory, time, its pipe, files to read alone. All
/// others fail with EPERM; clone3 with ENOSYS, so that the C library falls back to what is looked at. Empty if the
/// program cannot be made.
std::vector<sock_filter> systemCallFilter();

/// A ruleset of Landlock as a file descriptor: nothing may be done to any path but to read the data of poppler and
/// fontconfig, nothing connected or bound, no signal sent outside. -1 if the kernel has no Landlock.
int pathRules();

} // namespace synoptic::reader
