// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/scene_builder.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "timeline/lane_layout.h"
#include "ui/event_words.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

constexpr double binPixels = 4.0;
constexpr unsigned mostRows = 96;
constexpr double profileShare = 0.55; // of a line, for the density below a lane

/// A font of an image has the same size in points at every resolution; the scene counts in its pixels.
double lineHeight(const QFontMetricsF& metrics)
{
    return std::ceil(metrics.height());
}

double axisHeightFor(const QFontMetricsF& small)
{
    return std::ceil(small.height() * 2.0 + 12.0);
}

} // namespace

SceneBuilder::SceneBuilder(std::shared_ptr<const TimelineIndex> index, const QFont& font)
    : m_index(std::move(index))
    , m_metrics(font)
    , m_small(smallFont(font))
    , m_line(lineHeight(m_metrics))
    , m_words(calendarWords())
    , m_headlines(m_index, font)
{
    for (const IndexedLane& lane : m_index->lanes())
        m_gutter = std::max(m_gutter, m_metrics.horizontalAdvance(lane.name));
    m_gutter = m_gutter > 0.0 ? std::min(m_gutter + m_line * 1.6, m_line * 9.0) : 0.0;
}

double SceneBuilder::plotWidth(double width) const
{
    return std::max(width - m_gutter, 1.0);
}

QFont SceneBuilder::smallFont(const QFont& font)
{
    QFont small = font;
    if (font.pixelSize() > 0)
        small.setPixelSize(std::max(8, static_cast<int>(std::lround(font.pixelSize() * 0.88))));
    else
        small.setPointSizeF(font.pointSizeF() * 0.88);
    return small;
}

double SceneBuilder::heightForLanes(std::size_t lanes, const QFont& font)
{
    const QFontMetricsF small(smallFont(font));
    const double line = lineHeight(QFontMetricsF(font));
    const double lane = 3.0 * line * rowShare + std::ceil(line * profileShare) + 4.0;
    return lane * static_cast<double>(lanes) + 4.0 * (line + 3.0) + axisHeightFor(small);
}

TimelineScene SceneBuilder::build(const SceneRequest& request)
{
    TimelineScene scene;
    const auto laneCount = static_cast<double>(m_index->lanes().size());
    const double axisHeight = axisHeightFor(m_small);
    const double profile = std::ceil(m_line * (request.roomForAll ? 0.85 : profileShare));
    const double labelRow = m_line + 3.0;
    const double laneLeast = rowHeight() + profile + 4.0;
    const double octave = timeline::octaveOf(request.scale.secondsPerPixel());

    double labelHeight = 0.0;
    double laneHeight = 0.0;
    unsigned rows = mostRows;
    if (request.roomForAll) {
        layOut(octave, mostRows, true);
        unsigned used = 1;
        for (const PlacedLane& lane : m_placed)
            used = std::max(used, lane.pointRows + static_cast<unsigned>(lane.bands.size()));
        laneHeight = used * rowHeight() + profile + 6.0;
        labelHeight = labelRow * 24.0 + m_line * 0.5;
        scene.size = {request.size.width(), labelHeight + laneHeight * laneCount + axisHeight};
        scene.lanesHeight = laneHeight * laneCount;
    } else {
        const double room = std::max(request.size.height() - axisHeight, laneLeast);
        const double lanesLeast = laneLeast * laneCount;
        const double spare = std::max(room - lanesLeast - 2.0 * labelRow, 0.0);
        const double most = m_index->laneMode() == LaneMode::None ? room : laneLeast + 4.0 * rowHeight();
        const double share = m_index->laneMode() == LaneMode::None ? 0.5 : 0.35;
        // Ten rows of headlines are plenty: what is left beyond them goes to the lanes
        double forLanes = std::max(spare * share, spare - 8.0 * labelRow);
        // Three rows of marks come before the fifth row of headlines
        if (const double more = 2.0 * rowHeight() * laneCount; spare >= more + 2.0 * labelRow)
            forLanes = std::max(forLanes, more);
        laneHeight = std::min(laneLeast + forLanes / laneCount, most);
        scene.lanesHeight = laneHeight * laneCount;
        labelHeight = std::max(room - scene.lanesHeight, std::min(2.0 * labelRow, room * 0.4));
        rows = std::max(1U, static_cast<unsigned>((laneHeight - profile - 4.0) / rowHeight() + 0.01));
        layOut(octave, rows, false);
        scene.size = request.size;
    }
    scene.plotLeft = m_gutter;
    scene.labelArea = {m_gutter, 0.0, scene.size.width() - m_gutter, labelHeight};
    const double laneArea = std::min(scene.lanesHeight, scene.size.height() - labelHeight - axisHeight);
    scene.laneArea = {0.0, labelHeight, scene.size.width(), std::max(laneArea, 1.0)};
    scene.axisArea = {0.0, scene.laneArea.bottom(), scene.size.width(), axisHeight};

    scene.axis = timeline::calendarAxis(
        request.scale,
        [&](std::string_view text) {
            return m_small.horizontalAdvance(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        },
        m_words);
    for (timeline::AxisRow* row : {&scene.axis.fine, &scene.axis.coarse})
        for (timeline::Tick& tick : row->ticks) {
            tick.x += m_gutter;
            tick.labelX += m_gutter;
        }
    const double scroll =
        std::clamp(request.laneScroll, 0.0, std::max(0.0, scene.lanesHeight - scene.laneArea.height()));
    for (std::size_t i = 0; i < m_index->lanes().size(); ++i) {
        const IndexedLane& lane = m_index->lanes()[i];
        const double top = scene.laneArea.top() - scroll + laneHeight * static_cast<double>(i);
        const QRectF rect(0.0, top, scene.size.width(), laneHeight);
        scene.lanes.push_back({lane.name,
                               lane.source,
                               lane.events,
                               rect,
                               QRectF(m_gutter, rect.bottom() - profile - 2.0, rect.width() - m_gutter, profile),
                               {}});
    }
    addLanes(scene, request);
    addMarks(scene, request);
    addClusters(scene, request);
    addTies(scene, request);
    const auto labelRows = static_cast<unsigned>(std::max(1.0, std::floor((labelHeight - 4.0) / labelRow)));
    scene.labels = m_headlines.layOut(scene, labelRows, request.roomForAll);
    addEdges(scene, request);
    addPublications(scene, request);
    addMeasure(scene, request);
    return scene;
}

/// Rows for everything, once for an octave: nothing here looks at what is visible.
void SceneBuilder::layOut(double octave, unsigned rows, bool roomForAll)
{
    if (octave == m_octave && rows == m_rows && roomForAll == m_roomForAll)
        return;
    m_octave = octave;
    m_rows = rows;
    m_roomForAll = roomForAll;
    m_placed.clear();
    m_densest = 4; // below that a bar says no more than its marks
    const double markWidth = (m_line * 0.84 + 3.0) * octave;
    for (const IndexedLane& lane : m_index->lanes()) {
        PlacedLane placed;
        // Bands lie on the lower rows, a third of them at most; points take the rest first, then lie over the bands
        std::vector<timeline::TimeRange> ranges;
        for (const LaneEntry& entry : lane.bands)
            ranges.push_back({entry.range.begin, std::max(entry.range.end, entry.range.begin + markWidth)});
        const unsigned bandRows = lane.bands.empty() ? 0 : std::max(1U, lane.points.empty() ? rows : (rows + 1) / 3);
        const auto bandRow = timeline::placeBands(ranges, 3.0 * octave, roomForAll ? mostRows : bandRows);
        std::vector<double> left;
        for (std::size_t i = 0; i < lane.bands.size(); ++i) {
            if (bandRow[i] == timeline::noRow) {
                left.push_back(lane.bands[i].center());
                continue;
            }
            if (placed.bands.size() <= bandRow[i])
                placed.bands.resize(bandRow[i] + 1U);
            placed.bands[bandRow[i]].entries.push_back(lane.bands[i]);
        }
        const unsigned pointRows = roomForAll ? mostRows : rows;
        const auto row = timeline::placePoints(lane.pointTimes, lane.pointsByImportance, markWidth, pointRows);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i] == timeline::noRow) {
                left.push_back(lane.pointTimes[i]);
                continue;
            }
            placed.points.push_back(static_cast<std::uint32_t>(i));
            placed.rows.push_back(row[i]);
            placed.pointRows = std::max(placed.pointRows, row[i] + 1U);
        }
        std::ranges::sort(left);
        placed.clusters = timeline::clusters(left, m_line * 1.8 * octave);
        for (const timeline::Cluster& bin : timeline::clusters(lane.times, binPixels * octave))
            m_densest = std::max(m_densest, bin.count);
        m_placed.push_back(std::move(placed));
    }
}

void SceneBuilder::addLanes(TimelineScene& scene, const SceneRequest& request) const
{
    const timeline::TimeRange seen = request.scale.visible();
    const double binWidth = binPixels * m_octave;
    const double begin = std::floor(seen.begin / binWidth) * binWidth;
    const auto bins = static_cast<std::size_t>(std::ceil((seen.end - begin) / binWidth));
    const double pixels = binWidth / request.scale.secondsPerPixel();
    for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
        SceneLane& lane = scene.lanes[i];
        const auto counts = timeline::countBins(m_index->lanes()[i].times, begin, binWidth, bins);
        for (std::size_t bin = 0; bin < counts.size(); ++bin) {
            if (counts[bin] == 0)
                continue;
            // The square root keeps a lone event visible beside a burst
            const double height = lane.profile.height() * std::sqrt(static_cast<double>(counts[bin]) / m_densest);
            const double left = m_gutter + request.scale.x(begin) + pixels * static_cast<double>(bin);
            lane.bars.emplace_back(left, lane.profile.bottom() - height, pixels - 0.5, height);
        }
    }
}

void SceneBuilder::addClusters(TimelineScene& scene, const SceneRequest& request) const
{
    const timeline::TimeScale& scale = request.scale;
    const double cell = m_line * 1.8 * m_octave;
    for (std::size_t i = 0; i < m_placed.size(); ++i) {
        const QRectF& profile = scene.lanes[i].profile;
        if (profile.bottom() < scene.laneArea.top() || profile.top() > scene.laneArea.bottom())
            continue;
        const auto& all = m_placed[i].clusters;
        auto cluster = std::ranges::lower_bound(all, scale.visible().begin - cell, {},
                                                [](const timeline::Cluster& own) { return own.range.begin; });
        for (; cluster < all.end() && cluster->range.begin < scale.visible().end; ++cluster) {
            const double width = m_small.horizontalAdvance(QStringLiteral("+%1").arg(cluster->count)) + 8.0;
            // In the middle of its cell, so that neighbors keep their distance
            const double middle = (std::floor(cluster->range.begin / cell) + 0.5) * cell;
            const double left = std::max(m_gutter + scale.x(middle) - width / 2.0, m_gutter);
            scene.clusters.push_back({QRectF(left, profile.top(), width, profile.height()),
                                      static_cast<std::uint16_t>(i), cluster->count, cluster->range});
        }
    }
}

void SceneBuilder::addEdges(TimelineScene& scene, const SceneRequest& request) const
{
    const auto& times = m_index->orderTimes();
    const timeline::TimeRange seen = request.scale.visible();
    const auto before = static_cast<std::size_t>(std::ranges::lower_bound(times, seen.begin) - times.begin());
    const auto after = static_cast<std::size_t>(times.end() - std::ranges::upper_bound(times, seen.end));
    const auto edge = [&](std::size_t count, bool isLeft) -> SceneEdge {
        if (count == 0)
            return {};
        const double width = m_small.horizontalAdvance(QString::number(count)) + m_line * 1.5;
        const double left = isLeft ? m_gutter + 3.0 : scene.size.width() - width - 3.0;
        return {count, QRectF(left, scene.laneArea.bottom() - m_line * 1.4, width, m_line * 1.2)};
    };
    scene.earlier = edge(before, true);
    scene.later = edge(after, false);
}

} // namespace synoptic::ui
