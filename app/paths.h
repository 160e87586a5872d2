// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// Where the program keeps its own files, and where it finds those that came with it. All paths are bytes.
namespace synoptic::app {

/// `$XDG_STATE_HOME/synoptic`: what the program remembers (layout, recent folders, log).
/// Qt 6.4 has no name for this place. Source: XDG Base Directory Specification 0.8; relative values are ignored.
std::string stateDirectory();

/// The sample folder beside the program, in the build tree as installed; empty if there is none.
std::string sampleFolder();

/// @p path with a beginning, and without "." and superfluous slashes. Links are not followed.
std::string absolutePath(const std::string& path);

/// Whether there is a folder at @p path, or a link to one.
bool isFolder(const std::string& path);

/// Makes a directory of ours and its parents, readable for this user only. Returns whether it is there.
bool makePrivateDirectory(const std::string& path);

} // namespace synoptic::app
