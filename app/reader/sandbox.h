// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <linux/filter.h>

#include "app/engine/unique_fd.h"

namespace synoptic::reader {

/// What a process may no longer do once it reads a stranger's file: connect, open files but a few to read, create,
/// start processes or threads, trace, signal; use more than its share of memory and time.
///
/// The rules are compiled once, by the long-lived worker; each child takes them on before it sees a byte.
class Sandbox
{
public:
    /// Compiles the rules. Says what this system can do; enter() fails where seccomp is missing.
    Sandbox();

    /// Linux 5.13 and later, unless it was left out of the kernel or switched off.
    bool limitsPaths() const { return m_paths.isOpen(); }
    bool limitsSystemCalls() const { return !m_calls.empty(); }

    /// Takes from the calling process, just forked for one file, all that it does not need, its connection to every
    /// file but fd 1 included. No thread may exist. Returns false if any step failed; the process must then parse
    /// nothing.
    [[nodiscard]] bool enter(int parentProcess) const;

private:
    engine::UniqueFd m_paths;         // a Landlock ruleset; closed if the kernel has none
    std::vector<sock_filter> m_calls; // a seccomp program; empty if it could not be made
};

} // namespace synoptic::reader
