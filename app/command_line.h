// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Everything with a side effect: the open folder, threads, settings, the command line and the windows' composition.
///
/// In: the core's functions and the widgets of ui. Out: the program. Only application.cpp knows both sides.
namespace synoptic::app {

/// What was asked for on the command line of `synoptic`.
struct CommandLine
{
    /// Something to print instead of opening a window.
    struct Answer
    {
        std::string text;
        int exitCode = 0; ///< 0: to standard output; else to standard error
    };

    std::optional<Answer> answer;
    std::string folder; ///< as typed, bytes; empty: none
    bool quitWhenDone = false;
};

/// Reads the arguments after the program's name. "--" ends the options, so that any folder can be named. Needs no
/// display and no QCoreApplication.
CommandLine parseCommandLine(std::span<const std::string_view> arguments);

} // namespace synoptic::app
