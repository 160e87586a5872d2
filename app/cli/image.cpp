// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "app/cli/offscreen_application.h"
#include "app/cli/terminal.h"
#include "app/cli/work.h"
#include "base/calendar.h"
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

/// The stretch of time that was asked for; an open end is the first or the last event of @p timeline.
std::optional<timeline::TimeRange> stretchOf(const ImageOptions& options, const edits::Timeline& timeline)
{
    const auto from = daysFromIso(options.from);
    const auto until = daysFromIso(options.until);
    if (!from && !until)
        return std::nullopt;
    std::optional<DayRange> all;
    for (const edits::TimelineEvent& shown : timeline.events())
        if (shown.event.date.interval) {
            const DayRange days = shown.event.date.interval->days();
            all = all ? DayRange{std::min(all->first, days.first), std::max(all->last, days.last)} : days;
        }
    const DayRange given = from ? *from : *until;
    const Day first = from ? from->first : std::min(all.value_or(given).first, given.first);
    const Day last = until ? until->last : std::max(all.value_or(given).last, given.last);
    return timeline::rangeOf(temporal::intervalOf({first, last}, temporal::Granularity::Day));
}

ui::EventFilter filterOf(const ImageOptions& options)
{
    ui::EventFilter filter;
    if (options.all)
        filter.minimumSalience = 0.0;
    filter.text = QString::fromStdString(options.words);
    for (const std::string& source : options.sources)
        filter.sources << QString::fromStdString(source);
    filter.leastIndependent = options.independent;
    filter.disputedOnly = options.disputed;
    return filter;
}

std::optional<ui::LaneMode> lanesOf(std::string_view name)
{
    if (name == "none")
        return ui::LaneMode::None;
    if (name == "source")
        return ui::LaneMode::Source;
    if (name == "certainty")
        return ui::LaneMode::Certainty;
    return name == "tag" ? std::optional(ui::LaneMode::Tag) : std::nullopt;
}

ui::Paper paperOf(std::string_view name)
{
    if (name == "a4")
        return ui::Paper::A4;
    if (name == "a3")
        return ui::Paper::A3;
    return name == "letter" ? ui::Paper::Letter : ui::Paper::AsDrawn;
}

} // namespace

int runImage(const ImageOptions& options)
{
    const auto format = formatOf(options.output);
    if (!format) {
        complain("--output takes a name that ends in .png, .svg or .pdf, not '" + shown(options.output) + "'");
        return ExitUsage;
    }
    for (const auto& [name, date] : {std::pair("--from", &options.from), std::pair("--until", &options.until)}) {
        if (!date->empty() && !daysFromIso(*date)) {
            complain(std::string(name) + " takes a date as 2021, 2021-04 or 2021-04-15, not '" + shown(*date) + "'");
            return ExitUsage;
        }
    }
    const Work work = openWork(options.folder);
    if (!work.timeline)
        return work.exitCode;

    const OffscreenApplication application;

    ui::TimelineImageOptions drawing;
    drawing.format = *format;
    drawing.width = options.width;
    drawing.dpi = options.dpi;
    drawing.dark = options.dark;
    drawing.filter = filterOf(options);
    drawing.range = stretchOf(options, *work.timeline);
    drawing.time = options.byPublication ? ui::TimeMode::Publication : ui::TimeMode::Event;
    drawing.lanes = lanesOf(options.lanes);
    drawing.title = QString::fromStdString(options.title);
    drawing.note = QString::fromStdString(options.note);
    drawing.legend = !options.noLegend;
    drawing.footer = !options.noFooter;
    drawing.paper = paperOf(options.paper);
    drawing.tiled = options.tiled;
    const auto drawn = ui::renderTimelineImage(*work.timeline, drawing);
    if (!drawn) {
        complain("cannot draw the timeline: " + shown(drawn.error().detail) + "; try another --width or --dpi");
        return drawn.error().code == ErrorCode::InvalidArgument ? ExitUsage : ExitFailed;
    }
    const int written = writeOutput(options.output, {drawn->constData(), static_cast<std::size_t>(drawn->size())});
    return written == ExitDone ? work.exitCode : written;
}

} // namespace synoptic::cli
