// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>
#include <random>
#include <vector>

#include <QApplication>
#include <QGraphicsEllipseItem>
#include <QGraphicsScene>
#include <QImage>
#include <QPainter>

#include "support/corpus_builder.h"
#include "ui/timeline/scene_builder.h"
#include "ui/timeline/timeline_image.h"
#include "ui/timeline/timeline_painter.h"

using namespace synoptic;
using namespace synoptic::ui;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

namespace {

constexpr int width = 1600;
constexpr int height = 400;
constexpr int frames = 200;
constexpr std::size_t mostForPeer = 100'000; // an item for each event takes seconds and gigabytes beyond

double since(Clock::time_point begin)
{
    return Milliseconds(Clock::now() - begin).count();
}

struct Sample
{
    double median = 0.0;
    double p95 = 0.0;
};

Sample sampleOf(std::vector<double> times)
{
    std::ranges::sort(times);
    return {times[times.size() / 2], times[times.size() * 95 / 100]};
}

void print(const char* name, std::size_t n, const Sample& sample, const char* unit)
{
    std::printf(R"({"name": "%s", "n": %zu, "median": %.4f, "p95": %.4f, "unit": "%s"})"
                "\n",
                name, n, sample.median, sample.p95, unit);
    std::fflush(stdout);
}

void printRatio(const char* name, std::size_t n, double ratio, const char* to)
{
    std::printf(R"({"name": "%s", "n": %zu, "ratio_to": "%s", "ratio": %.2f})"
                "\n",
                name, n, to, ratio);
    std::fflush(stdout);
}

/// Events over two years in bursts, one in five as long as a week; told by eight sources.
std::shared_ptr<const edits::Timeline> madeTimeline(std::size_t count)
{
    constexpr std::uint32_t sources = 8;
    tests::CorpusBuilder corpus;
    for (std::uint32_t i = 0; i < sources; ++i)
        corpus.article(tests::ArticleBuilder("a" + std::to_string(i), "Source " + std::to_string(i))
                           .published("2021-04-20")
                           .text("one"));
    std::mt19937 random(7);
    std::normal_distribution<double> spread(0.0, 20.0);
    const Day begin = *dayFromIso("2020-01-01");
    for (std::size_t i = 0; i < count; ++i) {
        const double burst = static_cast<double>(random() % 12) * 60.0 + 35.0;
        const int day = static_cast<int>(std::clamp(burst + spread(random), 0.0, 729.0));
        const Day first = begin + std::chrono::days{day};
        events::EventDate date;
        const bool isLong = random() % 5 == 0;
        date.value = isoDate(first);
        date.interval = temporal::intervalOf({first, first + std::chrono::days{isLong ? 6 : 0}},
                                             isLong ? temporal::Granularity::Week : temporal::Granularity::Day);
        date.qualifier = temporal::Qualifier::Exact;
        corpus.event("Something happened, number " + std::to_string(i), date,
                     {{static_cast<std::uint32_t>(random() % sources), 0}},
                     static_cast<double>(random() % 1000) / 1000.0);
    }
    return corpus.build();
}

std::shared_ptr<const TimelineIndex> indexOf(const std::shared_ptr<const edits::Timeline>& timeline)
{
    EventFilter everything;
    everything.minimumSalience = 0.0;
    auto sources = std::make_shared<const SourceTable>(SourceTable::of(timeline->analysis()));
    return std::make_shared<const TimelineIndex>(timeline, sources, everything,
                                                 Arrangement{LaneMode::None, TimeMode::Event});
}

/// The scales of a scripted walk: in, along, out again.
std::vector<timeline::TimeScale> walk(timeline::TimeScale scale)
{
    std::vector<timeline::TimeScale> steps;
    for (int i = 0; i < frames; ++i) {
        const double factor = i % 50 < 25 ? 1.12 : 1.0 / 1.12;
        scale =
            i % 2 == 0 ? scale.zoomedAround(scale.width() * 0.37, factor) : scale.pannedBy(i % 100 < 50 ? -40.0 : 40.0);
        steps.push_back(scale);
    }
    return steps;
}

double fillTime()
{
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    std::vector<double> times;
    for (int i = 0; i < frames; ++i) {
        const auto begin = Clock::now();
        painter.fillRect(image.rect(), i % 2 == 0 ? Qt::white : Qt::gray);
        times.push_back(since(begin));
    }
    return sampleOf(times).median;
}

Sample measureFrames(const std::shared_ptr<const TimelineIndex>& index, std::size_t count)
{
    QImage image(width, height, QImage::Format_RGB32);
    const QFont font = QApplication::font();
    const TimelinePainter artist(Theme::light(), font);
    const auto first = Clock::now();
    SceneBuilder builder(index, font);
    SceneRequest request;
    request.size = {width, height};
    request.scale = timeline::TimeScale::fitting(*index->extent(), builder.plotWidth(width), 40.0);
    {
        QPainter painter(&image);
        artist.paint(painter, builder.build(request));
    }
    const double paint = since(first);
    print("timeline.first_paint", count, {paint, paint}, "ms");
    std::vector<double> times;
    std::vector<double> hits;
    for (const timeline::TimeScale& scale : walk(request.scale)) {
        request.scale = scale;
        const auto begin = Clock::now();
        const TimelineScene scene = builder.build(request);
        QPainter painter(&image);
        artist.paint(painter, scene);
        painter.end();
        times.push_back(since(begin));
        const auto hit = Clock::now();
        for (int i = 0; i < 20; ++i)
            static_cast<void>(scene.eventAt({i * 80.0, 250.0}));
        hits.push_back(since(hit) / 20.0);
    }
    print("timeline.hit_test", count, sampleOf(hits), "ms");
    return sampleOf(times);
}

/// What one would have without thinking: an item of a QGraphicsScene for each event.
double peerFrame(const std::shared_ptr<const TimelineIndex>& index)
{
    QGraphicsScene scene;
    const timeline::TimeScale whole = timeline::TimeScale::fitting(*index->extent(), width, 40.0);
    int row = 0;
    for (const IndexedLane& lane : index->lanes()) {
        for (const LaneEntry& entry : lane.points)
            scene.addEllipse(whole.x(entry.center()) - 4.0, (row++ % 20) * 18.0, 8.0, 8.0, QPen(Qt::white),
                             Qt::darkBlue);
        for (const LaneEntry& entry : lane.bands)
            scene.addRect(whole.x(entry.range.begin), (row++ % 20) * 18.0,
                          entry.range.width() / whole.secondsPerPixel(), 8.0, QPen(Qt::white), Qt::darkBlue);
    }
    QImage image(width, height, QImage::Format_RGB32);
    std::vector<double> times;
    const auto steps = walk(whole);
    for (std::size_t i = 0; i < steps.size(); i += 10) {
        const auto begin = Clock::now();
        QPainter painter(&image);
        const timeline::TimeRange seen = steps[i].visible();
        const double left = whole.x(seen.begin);
        scene.render(&painter, image.rect(), QRectF(left, 0.0, whole.x(seen.end) - left, height),
                     Qt::IgnoreAspectRatio);
        times.push_back(since(begin));
    }
    return sampleOf(times).median;
}

void measureExport(const edits::Timeline& timeline, std::size_t count)
{
    for (const auto& [name, format] :
         {std::pair{"timeline.export_png", ImageFormat::Png}, std::pair{"timeline.export_svg", ImageFormat::Svg}}) {
        TimelineImageOptions options;
        options.width = 20'000;
        options.format = format;
        options.filter.minimumSalience = 0.0;
        const auto begin = Clock::now();
        const auto image = renderTimelineImage(timeline, options);
        const double took = since(begin);
        print(name, count, {took, took}, "ms");
        const double megabytes = image ? static_cast<double>(image->size()) / 1e6 : -1.0;
        print(format == ImageFormat::Png ? "timeline.export_png_size" : "timeline.export_svg_size", count,
              {megabytes, megabytes}, "MB");
    }
}

} // namespace

// bench_timeline [--quick | --full | COUNT…]: one JSON object a line; see tests/README.md.
int main(int argc, char* argv[])
{
    std::vector<std::size_t> counts;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0)
            counts.insert(counts.end(), {1000, 10'000});
        else if (std::strcmp(argv[i], "--full") == 0)
            counts.insert(counts.end(), {1000, 10'000, 100'000, 1'000'000});
        else
            counts.push_back(std::strtoul(argv[i], nullptr, 10));
    }
    if (counts.empty())
        counts = {10'000, 100'000};
    int programNameOnly = 1;
    const QApplication qt(programNameOnly, argv);
    const double fill = fillTime();
    print("timeline.fill", 0, {fill, fill}, "ms");
    for (const std::size_t count : counts) {
        if (count == 0) {
            std::fputs("usage: bench_timeline [--quick | --full | COUNT...]\n", stderr);
            return 2;
        }
        const auto timeline = madeTimeline(count);
        const auto begin = Clock::now();
        const auto index = indexOf(timeline);
        const double built = since(begin);
        print("timeline.index", count, {built, built}, "ms");
        const Sample frame = measureFrames(index, count);
        print("timeline.frame", count, frame, "ms");
        printRatio("timeline.frame", count, frame.median / fill, "fill");
        if (count <= mostForPeer)
            printRatio("timeline.frame_vs_graphics_scene", count, peerFrame(index) / frame.median, "own frame");
        if (count == 10'000)
            measureExport(*timeline, count);
    }
    return 0;
}
