// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <QString>

/// Where the program keeps its own files, and where it finds those that came with it. All paths are bytes.
namespace synoptic::app {

/// `$XDG_STATE_HOME/synoptic`: what the program remembers (layout, recent folders, log).
/// Qt 6.4 has no name for this place. Source: XDG Base Directory Specification 0.8; relative values are ignored.
std::string stateDirectory();

/// `$XDG_CACHE_HOME/synoptic`: what can be found again (analyses of folders).
std::string cacheDirectory();

/// The sample folder beside the program, in the build tree as installed; empty if there is none.
std::string sampleFolder();

/// A path that the window names, as the bytes of the file system.
std::string pathBytes(const QString& path);

/// @p path with a beginning, and without "." and superfluous slashes. Links are not followed.
std::string absolutePath(const std::string& path);

/// Whether @p path lies on a file system that may not answer (a network, or one mounted when asked for): to look there
/// can take minutes. @p mounts: the text of /proc/self/mounts. Source: proc(5), fstab(5).
bool isRemote(const std::string& path, std::string_view mounts);
/// The same for the mounts of this machine, now; false where they cannot be read.
bool isRemote(const std::string& path);

/// Whether @p path, links followed, lies in @p folder or is it. A path that does not exist yet is judged by its parent.
bool isInside(const std::string& path, const std::string& folder);

/// Whether there is a folder at @p path, or a link to one.
bool isFolder(const std::string& path);

/// Makes a directory of ours and its parents, readable for this user only. Returns whether it is there.
bool makePrivateDirectory(const std::string& path);

} // namespace synoptic::app
