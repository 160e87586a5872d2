// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

#include <QApplication>
#include <QString>

#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "app/cli/terminal.h"
#include "app/cli/work.h"
#include "edits/timeline.h"
#include "ui/timeline/timeline_image.h"

namespace synoptic::cli {
namespace {

std::optional<ui::ImageFormat> formatOf(std::string_view path)
{
    std::string suffix(path.substr(std::min(path.rfind('.'), path.size())));
    std::ranges::transform(suffix, suffix.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    });
    if (suffix == ".png")
        return ui::ImageFormat::Png;
    if (suffix == ".svg")
        return ui::ImageFormat::Svg;
    if (suffix == ".pdf")
        return ui::ImageFormat::Pdf;
    return std::nullopt;
}

} // namespace

int runImage(const ImageOptions& options)
{
    const auto format = formatOf(options.output);
    if (!format) {
        complain("--output takes a name that ends in .png, .svg or .pdf, not '" + shown(options.output) + "'");
        return ExitUsage;
    }
    const Work work = openWork(options.folder);
    if (!work.timeline)
        return work.exitCode;

    // After the threads of the run have ended: the environment is theirs too.
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1); // NOLINT(concurrency-mt-unsafe)
    // Qt's remarks on a machine without a desktop are not for the users of a command.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    std::string name = "synoptic-cli";
    char* arguments[] = {name.data(), nullptr};
    int count = 1;
    const QApplication application(count, arguments);

    ui::TimelineImageOptions drawing;
    drawing.format = *format;
    drawing.width = options.width;
    drawing.dpi = options.dpi;
    drawing.dark = options.dark;
    if (options.all)
        drawing.minimumSalience = 0.0;
    const auto drawn = ui::renderTimelineImage(*work.timeline, drawing);
    if (!drawn) {
        complain("cannot draw the timeline: " + shown(drawn.error().detail) + "; try another --width or --dpi");
        return drawn.error().code == ErrorCode::InvalidArgument ? ExitUsage : ExitFailed;
    }
    const int written = writeOutput(options.output, {drawn->constData(), static_cast<std::size_t>(drawn->size())});
    return written == ExitDone ? work.exitCode : written;
}

} // namespace synoptic::cli
