// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/scene_builder.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <QCoreApplication>

#include "timeline/lane_layout.h"
#include "ui/event_words.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

constexpr double binPixels = 4.0;
constexpr unsigned mostRows = 96;
constexpr double profileShare = 0.55; // of a line, for the density below a lane

double radiusFor(std::uint32_t independent, double line)
{
    if (independent >= 3)
        return line * 0.42;
    return line * (independent == 2 ? 0.33 : 0.25);
}

MarkShape shapeFor(events::Factuality factuality, std::optional<std::uint32_t> source)
{
    switch (factuality) {
    case events::Factuality::Planned:
        return MarkShape::Triangle;
    case events::Factuality::Possible:
        return MarkShape::Diamond;
    case events::Factuality::Denied:
        return MarkShape::Cross;
    case events::Factuality::Asserted:
        break;
    }
    if (!source || *source < 8)
        return MarkShape::Disc;
    return *source < 16 ? MarkShape::Square : MarkShape::Hexagon;
}

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

SceneMark SceneBuilder::markFor(const LaneEntry& entry, const SceneRequest& request, std::size_t lane) const
{
    const edits::TimelineEvent& shown = m_index->timeline()[entry.event];
    const analysis::Event& event = shown.event;
    const events::EventDate& date = event.positions.empty() ? event.date : event.positions[entry.position];
    SceneMark mark;
    mark.event = entry.event;
    mark.position = entry.position;
    mark.lane = static_cast<std::uint16_t>(lane);
    mark.source = m_index->lanes()[lane].source;
    if (!mark.source)
        mark.source = m_index->onlySource(entry.event);
    mark.shape = shapeFor(event.factuality, mark.source);
    mark.radius = radiusFor(event.independent, m_line);
    mark.isAbout = date.qualifier == temporal::Qualifier::About;
    mark.fadesLeft = date.qualifier == temporal::Qualifier::Before;
    mark.fadesRight = date.qualifier == temporal::Qualifier::After;
    mark.isCandidate = shown.review == edits::ReviewState::Candidate;
    mark.isDisputed = !event.positions.empty();
    mark.contradictions = static_cast<std::uint32_t>(m_index->timeline().contradictionsOf(entry.event).size());
    mark.isSelected = request.selected == entry.event;
    mark.isHovered = request.hovered == entry.event;
    return mark;
}

void SceneBuilder::addMarks(TimelineScene& scene, const SceneRequest& request) const
{
    const timeline::TimeScale& scale = request.scale;
    const double reach = m_line * 2.0;
    const double from = scale.secondsAt(-reach);
    const double to = scale.secondsAt(scale.width() + reach);
    std::vector<SceneMark> points;
    for (std::size_t i = 0; i < m_placed.size(); ++i) {
        const PlacedLane& placed = m_placed[i];
        const IndexedLane& lane = m_index->lanes()[i];
        const QRectF& rect = scene.lanes[i].rect;
        if (rect.bottom() < scene.laneArea.top() || rect.top() > scene.laneArea.bottom())
            continue;
        const double bandTop =
            scene.lanes[i].profile.top() - 1.0 - static_cast<double>(placed.bands.size()) * rowHeight();
        for (std::size_t row = 0; row < placed.bands.size(); ++row) {
            const auto& entries = placed.bands[row].entries;
            const auto left = [](const LaneEntry& entry) { return entry.range.begin; };
            const auto right = [](const LaneEntry& entry) { return entry.range.end; };
            const auto end = std::ranges::lower_bound(entries, to, {}, left);
            for (auto entry = std::ranges::lower_bound(entries, from, {}, right); entry < end; ++entry) {
                SceneMark mark = markFor(*entry, request, i);
                const double x0 = m_gutter + scale.x(entry->range.begin);
                const double x1 = std::max(m_gutter + scale.x(entry->range.end), x0 + m_line * 0.5);
                const double top = bandTop + static_cast<double>(row) * rowHeight() + 2.0;
                mark.isBand = true;
                mark.extent = {x0, top, x1 - x0, rowHeight() - 4.0};
                const double shownLeft = std::max(x0, m_gutter);
                const double shownRight = std::min(x1, m_gutter + scale.width());
                mark.center = {
                    std::clamp((x0 + x1) / 2.0, std::min(shownLeft, shownRight), std::max(shownLeft, shownRight)),
                    mark.extent.center().y()};
                mark.hit = mark.extent.adjusted(-1.0, -2.0, 1.0, 2.0);
                scene.marks.push_back(mark);
            }
        }
        const auto time = [&](std::uint32_t point) { return lane.pointTimes[point]; };
        const auto first = std::ranges::lower_bound(placed.points, from, {}, time);
        const auto last = std::ranges::lower_bound(placed.points, to, {}, time);
        for (auto point = first; point < last; ++point) {
            const LaneEntry& entry = lane.points[*point];
            const std::uint16_t row = placed.rows[static_cast<std::size_t>(point - placed.points.begin())];
            SceneMark mark = markFor(entry, request, i);
            mark.center = {m_gutter + scale.x(entry.center()), rect.top() + 3.0 + rowHeight() * (row + 0.5)};
            const double x0 = m_gutter + scale.x(entry.range.begin);
            const double x1 = m_gutter + scale.x(entry.range.end);
            if (x1 - x0 > mark.radius * 3.0)
                mark.extent = {x0, mark.center.y() - 1.0, x1 - x0, 2.0};
            const double reachable = std::max(mark.radius + 2.0, m_line * 0.45);
            mark.hit = {mark.center.x() - reachable, mark.center.y() - reachable, 2.0 * reachable, 2.0 * reachable};
            points.push_back(mark);
        }
    }
    scene.marks.insert(scene.marks.end(), points.begin(), points.end());
    std::stable_partition(scene.marks.begin(), scene.marks.end(),
                          [](const SceneMark& mark) { return !mark.isSelected; });
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

void SceneBuilder::addTies(TimelineScene& scene, const SceneRequest& request) const
{
    std::map<EventId, std::vector<const SceneMark*>> disputed;
    for (const SceneMark& mark : scene.marks)
        if (mark.isDisputed)
            disputed[mark.event].push_back(&mark);
    for (auto& [event, marks] : disputed) {
        const auto tie = [&, id = event](const SceneMark& from, const SceneMark& to) {
            scene.ties.push_back({id, QLineF(from.center, to.center), request.selected == id});
        };
        std::ranges::sort(marks, {}, [](const SceneMark* own) { return std::pair(own->lane, own->position); });
        bool isTied = false;
        for (std::size_t i = 0; i + 1 < marks.size(); ++i)
            if (marks[i]->lane == marks[i + 1]->lane) {
                tie(*marks[i], *marks[i + 1]);
                isTied = true;
            }
        for (std::size_t i = 0; i + 1 < marks.size() && !isTied; ++i) // each source has its own date
            if (marks[i]->position != marks[i + 1]->position)
                tie(*marks[i], *marks[i + 1]);
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

void SceneBuilder::addPublications(TimelineScene& scene, const SceneRequest& request) const
{
    if (!request.selected)
        return;
    std::optional<ArticleId> previous;
    for (const analysis::Support& support : m_index->timeline()[*request.selected].event.supports) {
        if (previous == support.article)
            continue;
        previous = support.article;
        const auto& published = m_index->timeline().analysis()[support.article].article.published.range;
        if (!published || !published->isOneDay())
            continue;
        const double x = m_gutter + request.scale.x(timeline::secondsOf(published->first) + 43'200.0);
        if (x >= m_gutter && x <= scene.size.width())
            scene.publications.push_back({support.article, m_index->sources().indexOf(support.article), x});
    }
}

} // namespace synoptic::ui
