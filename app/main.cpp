// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <string_view>
#include <vector>

#include <QApplication>
#include <QIcon>

#include "app/application.h"
#include "app/command_line.h"
#include "app/logging.h"
#include "app/paths.h"

using namespace synoptic::app;
using namespace Qt::StringLiterals;

namespace {

// Qt ends the program with a core file if there is no display; a sentence is better.
bool hasDisplay()
{
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY") ||
           qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
}

constexpr int failedExitCode = 3;

} // namespace

int main(int argc, char* argv[])
{
    // A reader process that died and a quota that ran out are errors to report, not reasons to be killed.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);

    const CommandLine commandLine =
        parseCommandLine(std::vector<std::string_view>(argv + std::min(argc, 1), argv + argc));
    if (commandLine.answer) {
        std::fputs(commandLine.answer->text.c_str(), commandLine.answer->exitCode == 0 ? stdout : stderr);
        return commandLine.answer->exitCode;
    }
    if (!hasDisplay()) {
        std::fputs("synoptic: there is no display; synoptic-cli needs none\n", stderr);
        return failedExitCode;
    }
    int programNameOnly = 1; // Qt's own options would be taken for ours, and a folder "-style" for Qt's
    const QApplication qt(programNameOnly, argv);
    QApplication::setApplicationName(u"synoptic"_s);
    QApplication::setApplicationDisplayName(u"Synoptic"_s);
    QApplication::setApplicationVersion(QLatin1StringView(SYNOPTIC_VERSION));
    QApplication::setDesktopFileName(u"org.synoptic.synoptic"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/org.synoptic.synoptic.svg"_s));
    installLogging(stateDirectory());
    Application application{SettingsStore(stateDirectory())};
    application.keepAnalysesIn(cacheDirectory());
    application.run(commandLine);
    return QApplication::exec();
}
