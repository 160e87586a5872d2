// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/offscreen_application.h"

#include <cstdlib>

#include <QApplication>
#include <QString>

namespace synoptic::cli {

namespace {
// Qt keeps both by reference.
char applicationName[] = "synoptic-cli";
char* applicationArguments[] = {applicationName, nullptr};
int argumentCount = 1;
} // namespace

OffscreenApplication::OffscreenApplication()
{
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1); // NOLINT(concurrency-mt-unsafe): the threads have ended
    // Qt's remarks on a machine without a desktop are not for the users of a command.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    m_application = std::make_unique<QApplication>(argumentCount, applicationArguments);
}

OffscreenApplication::~OffscreenApplication() = default;

} // namespace synoptic::cli
