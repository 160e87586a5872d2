// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>
#include <cstdio>
#include <string_view>

#include "app/reader/worker.h"

int main(int argc, char** argv)
{
    if (argc > 1) {
        const bool version = argc == 2 && std::string_view(argv[1]) == "--version";
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the C library is variadic
        std::fprintf(version ? stdout : stderr,
                     "synoptic-reader %s: reads files for synoptic and synoptic-cli, which start it\n",
                     SYNOPTIC_VERSION);
        return version ? 0 : 2;
    }
    std::signal(SIGPIPE, SIG_IGN); // a program that went away is seen by write()
    return synoptic::reader::serveRequests(0, 1);
}
