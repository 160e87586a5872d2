// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <random>
#include <vector>

#include <ctime>
#include <malloc.h>

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
namespace {

constexpr int width = 1600;
constexpr int height = 400;
constexpr int frames = 200;
constexpr std::size_t mostForPeer = 100'000; // an item for each event takes seconds and gigabytes beyond

/// Milliseconds that the processor has worked for this thread: other programs take nothing away from it.
double now()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double since(double begin)
{
    return now() - begin;
}

double megabytesInUse()
{
    return static_cast<double>(mallinfo2().uordblks) / 1e6;
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

/// Events over two years in bursts, one in five as long as a week; told by eight sources. With more @p spans the same
/// comes again in the two years after.
std::shared_ptr<const edits::Timeline> madeTimeline(std::size_t count, int spans = 1)
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
        const int span = static_cast<int>(i % static_cast<std::size_t>(spans));
        const Day first = begin + std::chrono::days{day + 730 * span};
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

std::shared_ptr<const EventColumns> columnsOf(const std::shared_ptr<const edits::Timeline>& timeline)
{
    auto sources = std::make_shared<const SourceTable>(SourceTable::of(timeline->analysis()));
    return std::make_shared<const EventColumns>(timeline, sources, TimeMode::Event);
}

std::shared_ptr<const TimelineIndex> indexOf(const std::shared_ptr<const EventColumns>& columns)
{
    EventFilter everything;
    everything.minimumSalience = 0.0;
    return std::make_shared<const TimelineIndex>(columns, everything, LaneMode::None);
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
        const double begin = now();
        painter.fillRect(image.rect(), i % 2 == 0 ? Qt::white : Qt::gray);
        times.push_back(since(begin));
    }
    return sampleOf(times).median;
}

/// How long a frame takes, over the walk that begins with @p seen. @p name: of the first paint; null: not told.
Sample measureFrames(const std::shared_ptr<const TimelineIndex>& index, timeline::TimeRange seen, std::size_t count,
                     bool isTold)
{
    QImage image(width, height, QImage::Format_RGB32);
    const QFont font = QApplication::font();
    TimelinePainter artist(Theme::light(), font);
    const double first = now();
    SceneBuilder builder(index, font);
    SceneRequest request;
    request.size = {width, height};
    request.scale = timeline::TimeScale::fitting(seen, builder.plotWidth(width), 40.0);
    {
        QPainter painter(&image);
        artist.paint(painter, builder.build(request));
    }
    const double paint = since(first);
    std::vector<double> times;
    std::vector<double> hits;
    std::vector<double> scenes;
    for (const timeline::TimeScale& scale : walk(request.scale)) {
        request.scale = scale;
        const double begin = now();
        const TimelineScene scene = builder.build(request);
        const double built = since(begin);
        QPainter painter(&image);
        artist.paint(painter, scene);
        painter.end();
        times.push_back(since(begin));
        scenes.push_back(built);
        const double hit = now();
        for (int i = 0; i < 20; ++i)
            static_cast<void>(scene.eventAt({i * 80.0, 250.0}));
        hits.push_back(since(hit) / 20.0);
    }
    if (isTold) {
        print("timeline.first_paint", count, {paint, paint}, "ms");
        print("timeline.hit_test", count, sampleOf(hits), "ms");
        print("timeline.scene", count, sampleOf(scenes), "ms");
    }
    return sampleOf(times);
}

/// How much longer a frame takes that shows as much of a hundred times as many events.
void measureGrowth()
{
    double few = 0.0;
    for (const std::size_t count : {std::size_t{10'000}, std::size_t{1'000'000}}) {
        const auto index = indexOf(columnsOf(madeTimeline(count, static_cast<int>(count / 10'000))));
        const double begin = timeline::secondsOf(temporal::Instant{*dayFromIso("2020-01-01")});
        const Sample frame = measureFrames(index, {begin, begin + 730.0 * 86'400.0}, count, false);
        if (few > 0.0)
            printRatio("timeline.growth", count, frame.median / few, "frame of 10000");
        few = frame.median;
    }
}

/// What one would have without thinking: an item of a QGraphicsScene for each event.
double peerFrame(const std::shared_ptr<const TimelineIndex>& index)
{
    QGraphicsScene scene;
    const timeline::TimeScale whole = timeline::TimeScale::fitting(*index->extent(), width, 40.0);
    int row = 0;
    for (const IndexedLane& lane : index->lanes()) {
        for (const double time : lane.pointTimes)
            scene.addEllipse(whole.x(time) - 4.0, (row++ % 20) * 18.0, 8.0, 8.0, QPen(Qt::white), Qt::darkBlue);
        for (const std::uint32_t band : lane.bands) {
            const timeline::TimeRange& range = index->entries()[band].range;
            scene.addRect(whole.x(range.begin), (row++ % 20) * 18.0, range.width() / whole.secondsPerPixel(), 8.0,
                          QPen(Qt::white), Qt::darkBlue);
        }
    }
    QImage image(width, height, QImage::Format_RGB32);
    std::vector<double> times;
    const auto steps = walk(whole);
    for (std::size_t i = 0; i < steps.size(); i += 10) {
        const double begin = now();
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
        const double begin = now();
        const auto image = renderTimelineImage(timeline, options);
        const double took = since(begin);
        print(name, count, {took, took}, "ms");
        const double megabytes = image ? static_cast<double>(image->size()) / 1e6 : -1.0;
        print(format == ImageFormat::Png ? "timeline.export_png_size" : "timeline.export_svg_size", count,
              {megabytes, megabytes}, "MB");
    }
}

} // namespace

// bench_timeline [--quick | --full | --growth | COUNT…]: one JSON object a line; see tests/README.md.
int main(int argc, char* argv[])
{
    std::vector<std::size_t> counts;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0)
            counts.insert(counts.end(), {1000, 10'000});
        else if (std::strcmp(argv[i], "--full") == 0)
            counts.insert(counts.end(), {1000, 10'000, 100'000, 1'000'000});
        else if (std::strcmp(argv[i], "--growth") != 0)
            counts.push_back(std::strtoul(argv[i], nullptr, 10));
    }
    const auto isAsked = [&](const char* option) {
        return std::any_of(argv + 1, argv + argc, [&](const char* own) { return std::strcmp(own, option) == 0; });
    };
    const bool growth = isAsked("--growth") || isAsked("--full");
    if (counts.empty() && !growth)
        counts = {10'000, 100'000};
    int programNameOnly = 1;
    const QApplication qt(programNameOnly, argv);
    const double fill = fillTime();
    print("timeline.fill", 0, {fill, fill}, "ms");
    for (const std::size_t count : counts) {
        if (count == 0) {
            std::fputs("usage: bench_timeline [--quick | --full | --growth | COUNT...]\n", stderr);
            return 2;
        }
        const auto timeline = madeTimeline(count);
        const double before = megabytesInUse();
        double begin = now();
        const auto columns = columnsOf(timeline);
        const double sorted = since(begin);
        print("timeline.columns", count, {sorted, sorted}, "ms");
        begin = now();
        const auto index = indexOf(columns);
        const double built = since(begin);
        print("timeline.index", count, {built, built}, "ms");
        const Sample frame = measureFrames(index, *index->extent(), count, true);
        const double used = megabytesInUse() - before;
        print("timeline.memory", count, {used, used}, "MB");
        print("timeline.frame", count, frame, "ms");
        printRatio("timeline.frame", count, frame.median / fill, "fill");
        if (count <= mostForPeer)
            printRatio("timeline.frame_vs_graphics_scene", count, peerFrame(index) / frame.median, "own frame");
        if (count == 10'000)
            measureExport(*timeline, count);
    }
    if (growth)
        measureGrowth();
    return 0;
}
