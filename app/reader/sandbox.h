// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace synoptic::reader {

/// Takes from the calling process, just forked for one file, what it does not need: its connection to the terminal and
/// to every file but fd 1, memory, processor time, core dumps, files on disk, a life beyond its parent's.
///
/// System calls and paths are not restricted yet: seccomp and Landlock belong at the end of this function.
/// Returns false if any step failed; the process must then parse nothing.
[[nodiscard]] bool enterSandbox(int parentProcess);

} // namespace synoptic::reader
