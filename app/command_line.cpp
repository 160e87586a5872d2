// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <utility>

namespace synoptic::app {
namespace {

constexpr int usageError = 2;

constexpr std::string_view help = R"(usage: synoptic [OPTION]… [--] [FOLDER | PROJECT]

Opens a folder of articles: the sources side by side, and one timeline of what
they say happened. A project (its name ends in .synoptic) opens its folder with
what was decided there. Without either the start page opens.

  --help            prints this text
  --version         prints the version
  --quit-when-done  quits after the first complete timeline has been shown, and
                    prints one line that counts articles, events and skipped files

The folder is only read, never written to. Without a display: synoptic-cli.
Exit codes: 0 done, 2 usage, 3 failed.
)";

CommandLine usage(std::string_view problem, std::string_view argument)
{
    CommandLine result;
    std::string text = "synoptic: ";
    text.append(problem).append(argument).append("; see synoptic --help\n");
    result.answer = CommandLine::Answer{std::move(text), usageError};
    return result;
}

CommandLine answer(std::string_view text)
{
    CommandLine result;
    result.answer = CommandLine::Answer{std::string(text), 0};
    return result;
}

} // namespace

CommandLine parseCommandLine(std::span<const std::string_view> arguments)
{
    CommandLine result;
    bool options = true;
    bool named = false;
    for (const std::string_view argument : arguments) {
        if (options && argument.starts_with('-') && argument != "-") {
            if (argument == "--")
                options = false;
            else if (argument == "--help" || argument == "-h")
                return answer(help);
            else if (argument == "--version")
                return answer("synoptic " SYNOPTIC_VERSION "\n");
            else if (argument == "--quit-when-done")
                result.quitWhenDone = true;
            else
                return usage("unknown option ", argument);
            continue;
        }
        if (named)
            return usage("more than one folder: ", argument);
        if (argument.empty())
            return usage("the folder's name is empty", {});
        result.folder = argument;
        named = true;
    }
    if (result.quitWhenDone && !named)
        return usage("--quit-when-done needs a folder", {});
    return result;
}

} // namespace synoptic::app
