// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/scene_builder.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <QFontMetricsF>

#include "ui/event_words.h"

namespace synoptic::ui {

namespace {

constexpr double binPixels = 4.0;
constexpr unsigned mostRows = 96;
constexpr double profileShare = 0.55;  // of a line, for the density below a lane
constexpr std::size_t mostLayouts = 6; // kept: zooming in and out again finds its rows

double axisHeightFor(double smallHeight)
{
    return std::ceil(smallHeight * 2.0 + 12.0);
}

} // namespace

SceneBuilder::SceneBuilder(std::shared_ptr<const TimelineIndex> index, const QFont& font)
    : m_index(std::move(index))
    , m_titles(font)
    , m_small(smallFont(font))
    , m_line(std::ceil(m_titles.height())) // an image's font counts in its pixels, as the scene does
    , m_words(calendarWords())
    , m_headlines(m_index, m_titles, m_small)
{
    for (const IndexedLane& lane : m_index->lanes())
        m_gutter = std::max(m_gutter, m_titles.width(lane.name));
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
    const double line = std::ceil(QFontMetricsF(font).height());
    const double lane = 3.0 * line * rowShare + std::ceil(line * profileShare) + 4.0;
    return lane * static_cast<double>(lanes) + 4.0 * (line + 3.0) +
           axisHeightFor(QFontMetricsF(smallFont(font)).height());
}

TimelineScene SceneBuilder::build(const SceneRequest& request)
{
    TimelineScene scene;
    arrange(scene, request);
    addAxis(scene, request);
    addLanes(scene, request);
    addMarks(scene, request);
    addTies(scene, request);
    const double labelRow = m_line + 3.0;
    const double flags = request.references.empty() ? 0.0 : labelRow; // the uppermost row is theirs
    const auto labelRows =
        static_cast<unsigned>(std::max(1.0, std::floor((scene.labelArea.height() - 4.0 - flags) / labelRow)));
    scene.labels = m_headlines.layOut(scene, labelRows, request.roomForAll);
    addGaps(scene, request);
    addEdges(scene, request);
    addPublications(scene, request);
    addMeasure(scene, request);
    addReferences(scene, request);
    return scene;
}

/// Divides the height among headlines, lanes and axis, and gives everything its rows.
void SceneBuilder::arrange(TimelineScene& scene, const SceneRequest& request)
{
    const auto laneCount = static_cast<double>(m_index->lanes().size());
    const double axisHeight = axisHeightFor(m_small.height());
    const double profile = std::ceil(m_line * (request.roomForAll ? 0.85 : profileShare));
    const double labelRow = m_line + 3.0;
    const double laneLeast = rowHeight() + profile + 4.0;
    const double octave = timeline::octaveOf(request.scale.secondsPerPixel());

    double labelHeight = 0.0;
    double laneHeight = 0.0;
    if (request.roomForAll) {
        laneHeight = rowsUsed(layoutFor(octave, mostRows, true)) * rowHeight() + profile + 6.0;
        labelHeight = labelRow * 24.0 + m_line * 0.5;
        scene.size = {request.size.width(), labelHeight + laneHeight * laneCount + axisHeight};
        scene.lanesHeight = laneHeight * laneCount;
    } else {
        const double room = std::max(request.size.height() - axisHeight, laneLeast);
        const double lanesLeast = laneLeast * laneCount;
        const double spare = std::max(room - lanesLeast - 2.0 * labelRow, 0.0);
        const double most = m_index->lanes().size() == 1 ? room : laneLeast + 4.0 * rowHeight();
        const double share = m_index->lanes().size() == 1 ? 0.5 : 0.35;
        // Ten rows of headlines are plenty: what is left beyond them goes to the lanes
        double forLanes = std::max(spare * share, spare - 8.0 * labelRow);
        // Three rows of marks come before the fifth row of headlines
        if (const double more = 2.0 * rowHeight() * laneCount; spare >= more + 2.0 * labelRow)
            forLanes = std::max(forLanes, more);
        laneHeight = std::min(laneLeast + forLanes / laneCount, most);
        scene.lanesHeight = laneHeight * laneCount;
        labelHeight = std::max(room - scene.lanesHeight, std::min(2.0 * labelRow, room * 0.4));
        const auto rows = static_cast<unsigned>((laneHeight - profile - 4.0) / rowHeight() + 0.01);
        layoutFor(octave, std::clamp(rows, 1U, mostRows), false);
        scene.size = request.size;
    }
    scene.plotLeft = m_gutter;
    scene.labelArea = {m_gutter, 0.0, scene.size.width() - m_gutter, labelHeight};
    const double laneArea = std::min(scene.lanesHeight, scene.size.height() - labelHeight - axisHeight);
    scene.laneArea = {0.0, labelHeight, scene.size.width(), std::max(laneArea, 1.0)};
    scene.axisArea = {0.0, scene.laneArea.bottom(), scene.size.width(), axisHeight};
    const double scroll =
        std::clamp(request.laneScroll, 0.0, std::max(0.0, scene.lanesHeight - scene.laneArea.height()));
    for (std::size_t i = 0; i < m_index->lanes().size(); ++i) {
        const IndexedLane& lane = m_index->lanes()[i];
        const double top = scene.laneArea.top() - scroll + laneHeight * static_cast<double>(i);
        const QRectF rect(0.0, top, scene.size.width(), laneHeight);
        scene.lanes.push_back({lane.name,
                               m_titles.elided(lane.name, m_gutter - m_line * 0.8),
                               lane.source,
                               lane.events,
                               rect,
                               QRectF(m_gutter, rect.bottom() - profile - 2.0, rect.width() - m_gutter, profile),
                               {}});
    }
}

void SceneBuilder::addAxis(TimelineScene& scene, const SceneRequest& request) const
{
    scene.axis = timeline::calendarAxis(
        request.scale, [this](std::string_view text) { return m_small.width(text); }, m_words);
    for (timeline::AxisRow* row : {&scene.axis.fine, &scene.axis.coarse})
        for (timeline::Tick& tick : row->ticks) {
            tick.x += m_gutter;
            tick.labelX += m_gutter;
        }
}

SceneBuilder::Layout& SceneBuilder::layoutFor(double octave, unsigned rows, bool isForAll)
{
    const auto known = std::ranges::find_if(m_layouts, [&](const Layout& own) {
        return own.octave == octave && own.rows == rows && own.isForAll == isForAll;
    });
    if (known != m_layouts.end()) {
        m_layouts.splice(m_layouts.begin(), m_layouts, known);
        return m_layouts.front();
    }
    if (m_layouts.size() == mostLayouts)
        m_layouts.pop_back();
    m_layouts.push_front(laidOut(octave, rows, isForAll));
    return m_layouts.front();
}

/// Nothing here looks at what is visible: panning moves nothing from row to row.
SceneBuilder::Layout SceneBuilder::laidOut(double octave, unsigned rows, bool isForAll) const
{
    Layout layout{octave, rows, isForAll, 4, {}}; // below four events a bar says no more than its marks
    const double markWidth = (m_line * 0.84 + 3.0) * octave;
    std::vector<timeline::TimeRange> ranges;
    for (const IndexedLane& lane : m_index->lanes()) {
        LaneRows own{{lane.pointTimes, lane.pointRanks, markWidth, rows}, {}};
        // Bands lie on the lower rows, a third of them at most; points take the rest first, then lie over the bands
        ranges.clear();
        ranges.reserve(lane.bands.size());
        for (const std::uint32_t band : lane.bands)
            ranges.push_back(m_index->entries()[band].range);
        const unsigned bandRows = lane.bands.empty() ? 0 : std::max(1U, lane.points.empty() ? rows : (rows + 1) / 3);
        const auto row = timeline::placeBands(ranges, markWidth, 3.0 * octave, isForAll ? mostRows : bandRows);
        for (std::size_t i = 0; i < lane.bands.size(); ++i) {
            if (row[i] == timeline::noRow)
                continue;
            if (own.bands.size() <= row[i])
                own.bands.resize(row[i] + 1U);
            own.bands[row[i]].push_back(lane.bands[i]);
        }
        layout.densest = std::max(layout.densest, lane.density.densest(binPixels * octave));
        layout.lanes.push_back(std::move(own));
    }
    return layout;
}

/// Of points and bands together, in the fullest lane.
unsigned SceneBuilder::rowsUsed(Layout& layout)
{
    unsigned used = 1;
    for (LaneRows& lane : layout.lanes) {
        unsigned points = 0;
        for (const timeline::PlacedPoint& own : lane.points.all())
            points = std::max(points, own.row + 1U);
        used = std::max(used, points + static_cast<unsigned>(lane.bands.size()));
    }
    return used;
}

void SceneBuilder::addLanes(TimelineScene& scene, const SceneRequest& request) const
{
    const Layout& layout = m_layouts.front();
    const timeline::TimeRange seen = request.scale.visible();
    const double binWidth = binPixels * layout.octave;
    const double begin = std::floor(seen.begin / binWidth) * binWidth;
    const auto bins = static_cast<std::size_t>(std::ceil((seen.end - begin) / binWidth));
    const double pixels = binWidth / request.scale.secondsPerPixel();
    const double first = m_gutter + request.scale.x(begin);
    for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
        SceneLane& lane = scene.lanes[i];
        const auto counts = m_index->lanes()[i].density.countBins(begin, binWidth, bins);
        for (std::size_t bin = 0; bin < counts.size(); ++bin) {
            if (counts[bin] == 0)
                continue;
            // The square root keeps a lone event visible beside a burst
            const double height = lane.profile.height() * std::sqrt(static_cast<double>(counts[bin]) / layout.densest);
            lane.bars.emplace_back(first + pixels * static_cast<double>(bin), lane.profile.bottom() - height,
                                   pixels - 0.5, height);
        }
    }
}

void SceneBuilder::Cells::add(double time)
{
    const double cell = std::floor(time / width) - first;
    if (cell >= 0.0 && cell < static_cast<double>(placed.size()))
        ++placed[static_cast<std::size_t>(cell)];
}

void SceneBuilder::addClusters(TimelineScene& scene, const SceneRequest& request, std::size_t lane,
                               const Cells& cells) const
{
    const QRectF& profile = scene.lanes[lane].profile;
    const timeline::Density& all = m_index->lanes()[lane].density;
    for (std::size_t i = 0; i < cells.placed.size(); ++i) {
        const double begin = (cells.first + static_cast<double>(i)) * cells.width;
        const std::uint32_t count = all.count(begin, begin + cells.width);
        if (count <= cells.placed[i])
            continue;
        const std::uint32_t left = count - cells.placed[i];
        const double width = m_small.width("+" + std::to_string(left)) + 8.0;
        // In the middle of its cell, so that neighbors keep their distance
        const double x = std::max(m_gutter + request.scale.x(begin + cells.width / 2.0) - width / 2.0, m_gutter);
        scene.clusters.push_back({QRectF(x, profile.top(), width, profile.height()), static_cast<std::uint16_t>(lane),
                                  left, *all.extentOf(begin, begin + cells.width)});
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
        const double width = m_small.width(std::to_string(count)) + m_line * 1.5;
        const double left = isLeft ? m_gutter + 3.0 : scene.size.width() - width - 3.0;
        return {count, QRectF(left, scene.laneArea.bottom() - m_line * 1.4, width, m_line * 1.2)};
    };
    scene.earlier = edge(before, true);
    scene.later = edge(after, false);
}

} // namespace synoptic::ui
