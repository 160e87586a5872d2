// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logging.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>
#include <system_error>

#include <QDateTime>
#include <QString>
#include <QtGlobal>

#include "app/paths.h"
#include "base/limits.h"

namespace synoptic::app {
namespace {

constexpr std::uintmax_t maxLogBytes = limits::mib;
constexpr std::size_t maxLineBytes = 2000;

struct CloseFile
{
    void operator()(std::FILE* file) const { std::fclose(file); }
};

// Lives as long as the program: Qt reports even while it is being torn down.
struct Log
{
    std::mutex mutex;
    std::unique_ptr<std::FILE, CloseFile> file;
};

Log& theLog()
{
    static Log* const log = new Log;
    return *log;
}

std::string_view nameOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "critical";
    case QtFatalMsg:
        return "fatal";
    }
    return "unknown";
}

void report(QtMsgType type, const QMessageLogContext& /*context*/, const QString& message)
{
    const std::string line = logLine(message.toStdString());
    const std::string stamp = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
    const std::string_view name = nameOf(type);
    Log& log = theLog();
    const std::scoped_lock lock(log.mutex);
    // A log that cannot be written is no reason to stop, and there is nobody to tell.
    std::fprintf(stderr, "synoptic: %.*s: %s\n", static_cast<int>(name.size()), name.data(), line.c_str());
    if (log.file) {
        std::fprintf(log.file.get(), "%s %.*s: %s\n", stamp.c_str(), static_cast<int>(name.size()), name.data(),
                     line.c_str());
        std::fflush(log.file.get());
    }
}

} // namespace

std::string logLine(const std::string& text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string line;
    for (const char character : text) {
        if (line.size() >= maxLineBytes) {
            line += "…";
            break;
        }
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x20 && byte != 0x7f) {
            line += character;
            continue;
        }
        line += "\\x";
        line += digits[byte >> 4U];
        line += digits[byte & 0xfU];
    }
    return line;
}

void installLogging(const std::string& stateDirectory)
{
    if (!stateDirectory.empty() && makePrivateDirectory(stateDirectory)) {
        const std::string path = stateDirectory + "/synoptic.log";
        std::error_code error;
        if (std::filesystem::file_size(path, error) >= maxLogBytes && !error)
            std::filesystem::rename(path, path + ".1", error);
        theLog().file.reset(std::fopen(path.c_str(), "ae"));
    }
    qInstallMessageHandler(report);
}

} // namespace synoptic::app
