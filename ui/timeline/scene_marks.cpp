// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/event_words.h"
#include "ui/timeline/scene_builder.h"

// The marks of a scene, and the lines that go out from them.
namespace synoptic::ui {

namespace {

double radiusFor(unsigned independent, double line)
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

} // namespace

SceneMark SceneBuilder::markFor(const LaneEntry& entry, const SceneRequest& request, std::size_t lane) const
{
    SceneMark mark;
    mark.event = entry.event;
    mark.position = entry.position;
    mark.lane = static_cast<std::uint16_t>(lane);
    mark.source = m_index->lanes()[lane].source;
    if (!mark.source && entry.source != LaneEntry::severalSources)
        mark.source = entry.source;
    mark.shape = shapeFor(entry.factuality, mark.source);
    mark.radius = radiusFor(entry.independent, m_line);
    mark.importance = entry.importance;
    mark.isAbout = entry.isAbout;
    mark.fadesLeft = entry.isBefore;
    mark.fadesRight = entry.isAfter;
    mark.isCandidate = entry.isCandidate;
    mark.isDisputed = entry.isDisputed;
    if (entry.hasContradictions)
        mark.contradictions = static_cast<std::uint32_t>(m_index->timeline().contradictionsOf(entry.event).size());
    mark.isSelected = request.selected == entry.event;
    mark.isHovered = request.hovered == entry.event;
    if (request.compared.size() > 1) {
        const auto own = std::ranges::find(request.compared, entry.event);
        if (own != request.compared.end())
            mark.letter = QChar(u'A' + static_cast<char16_t>(own - request.compared.begin()));
    }
    return mark;
}

SceneMark SceneBuilder::bandMark(const LaneEntry& entry, const SceneRequest& request, std::size_t lane,
                                 double top) const
{
    SceneMark mark = markFor(entry, request, lane);
    const timeline::TimeScale& scale = request.scale;
    const double x0 = m_gutter + scale.x(entry.range.begin);
    const double x1 = std::max(m_gutter + scale.x(entry.range.end), x0 + m_line * 0.5);
    mark.isBand = true;
    mark.extent = {x0, top + 2.0, x1 - x0, rowHeight() - 4.0};
    const double shownLeft = std::max(x0, m_gutter);
    const double shownRight = std::min(x1, m_gutter + scale.width());
    mark.center = {std::clamp((x0 + x1) / 2.0, std::min(shownLeft, shownRight), std::max(shownLeft, shownRight)),
                   mark.extent.center().y()};
    mark.hit = mark.extent.adjusted(-1.0, -2.0, 1.0, 2.0);
    return mark;
}

SceneMark SceneBuilder::pointMark(const LaneEntry& entry, const SceneRequest& request, std::size_t lane,
                                  double top) const
{
    SceneMark mark = markFor(entry, request, lane);
    mark.center = {m_gutter + request.scale.x(entry.center()), top + rowHeight() * 0.5};
    const double x0 = m_gutter + request.scale.x(entry.range.begin);
    const double x1 = m_gutter + request.scale.x(entry.range.end);
    if (x1 - x0 > mark.radius * 3.0)
        mark.extent = {x0, mark.center.y() - 1.0, x1 - x0, 2.0};
    const double reachable = std::max(mark.radius + 2.0, m_line * 0.45);
    mark.hit = {mark.center.x() - reachable, mark.center.y() - reachable, 2.0 * reachable, 2.0 * reachable};
    return mark;
}

void SceneBuilder::addMarks(TimelineScene& scene, const SceneRequest& request)
{
    Cells cells;
    cells.width = clusterLines * m_line * m_layouts.front().octave;
    const timeline::TimeRange seen = request.scale.visible();
    cells.first = std::floor(seen.begin / cells.width);
    std::vector<SceneMark> points;
    for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
        const QRectF& rect = scene.lanes[i].rect;
        if (rect.bottom() < scene.laneArea.top() || rect.top() > scene.laneArea.bottom())
            continue;
        cells.placed.assign(static_cast<std::size_t>(std::ceil(seen.end / cells.width) - cells.first), 0U);
        addBands(scene, request, i, cells);
        addPoints(points, scene, request, i, cells);
        addChosen(points, scene, request, i);
        addClusters(scene, request, i, cells);
    }
    scene.marks.insert(scene.marks.end(), points.begin(), points.end());
    if (request.selected || !request.compared.empty())
        std::stable_partition(scene.marks.begin(), scene.marks.end(),
                              [](const SceneMark& mark) { return !mark.isSelected && mark.letter.isNull(); });
}

void SceneBuilder::addBands(TimelineScene& scene, const SceneRequest& request, std::size_t lane, Cells& cells) const
{
    const auto& rows = m_layouts.front().lanes[lane].bands;
    const auto& entries = m_index->entries();
    const double reach = m_line * 2.0;
    const double from = request.scale.secondsAt(-reach);
    const double to = request.scale.secondsAt(request.scale.width() + reach);
    const double first = std::min(from, cells.first * cells.width);
    const double last = std::max(to, (cells.first + static_cast<double>(cells.placed.size())) * cells.width);
    const double top = scene.lanes[lane].profile.top() - 1.0 - static_cast<double>(rows.size()) * rowHeight();
    const auto left = [&](std::uint32_t band) { return entries[band].range.begin; };
    const auto right = [&](std::uint32_t band) { return entries[band].range.end; };
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto end = std::ranges::lower_bound(rows[row], last, {}, left);
        for (auto band = std::ranges::lower_bound(rows[row], first, {}, right); band < end; ++band) {
            const LaneEntry& entry = entries[*band];
            cells.add(entry.center());
            if (entry.range.begin < to && entry.range.end >= from)
                scene.marks.push_back(bandMark(entry, request, lane, top + static_cast<double>(row) * rowHeight()));
        }
    }
}

void SceneBuilder::addPoints(std::vector<SceneMark>& points, const TimelineScene& scene, const SceneRequest& request,
                             std::size_t lane, Cells& cells)
{
    timeline::PointRows& rows = m_layouts.front().lanes[lane].points;
    const IndexedLane& own = m_index->lanes()[lane];
    const auto& entries = m_index->entries();
    const double reach = m_line * 2.0;
    const double from = request.scale.secondsAt(-reach);
    const double to = request.scale.secondsAt(request.scale.width() + reach);
    const double first = std::min(from, cells.first * cells.width);
    const double last = std::max(to, (cells.first + static_cast<double>(cells.placed.size())) * cells.width);
    const double top = scene.lanes[lane].rect.top() + 3.0;
    for (std::int64_t tile = rows.tileOf(first); tile <= rows.tileOf(last); ++tile) {
        for (const timeline::PlacedPoint& placed : rows.tile(tile)) {
            const double time = own.pointTimes[placed.point];
            cells.add(time);
            if (time >= from && time < to)
                points.push_back(
                    pointMark(entries[own.points[placed.point]], request, lane, top + rowHeight() * placed.row));
        }
    }
}

/// What is selected has a mark of its own even where its like are only counted: in the first row, over the others.
void SceneBuilder::addChosen(std::vector<SceneMark>& marks, const TimelineScene& scene, const SceneRequest& request,
                             std::size_t lane) const
{
    std::vector<EventId> chosen = request.compared;
    if (chosen.empty() && request.selected)
        chosen.push_back(*request.selected);
    const IndexedLane& own = m_index->lanes()[lane];
    const auto& entries = m_index->entries();
    const timeline::TimeRange seen = request.scale.visible();
    for (const EventId event : chosen) {
        const auto isDrawn = [&](const SceneMark& mark) { return mark.event == event && mark.lane == lane; };
        if (std::ranges::any_of(marks, isDrawn) || std::ranges::any_of(scene.marks, isDrawn))
            continue;
        for (const timeline::TimeRange& range : m_index->rangesOf(event)) {
            if (!range.overlaps(seen))
                continue;
            const double top = scene.lanes[lane].rect.top() + 3.0;
            const auto times = std::equal_range(own.pointTimes.begin(), own.pointTimes.end(), range.center());
            for (auto time = times.first; time != times.second; ++time) { // clang 14 cannot parse ranges::equal_range
                const LaneEntry& entry = entries[own.points[static_cast<std::size_t>(time - own.pointTimes.begin())]];
                if (entry.event == event)
                    marks.push_back(pointMark(entry, request, lane, top));
            }
            const auto rangeOf = [&](std::uint32_t at) { return entries[at].range; };
            auto band = std::ranges::lower_bound(own.bands, range, {}, rangeOf);
            for (; band != own.bands.end() && rangeOf(*band) == range; ++band)
                if (entries[*band].event == event)
                    marks.push_back(bandMark(entries[*band], request, lane, top));
        }
    }
}

void SceneBuilder::addTies(TimelineScene& scene, const SceneRequest& request) const
{
    if (m_index->timeMode() == TimeMode::Publication) {
        std::vector<QPointF> told;
        for (const SceneMark& mark : scene.marks)
            if (mark.isSelected)
                told.push_back(mark.center);
        std::ranges::sort(told, {}, [](const QPointF& own) { return std::pair(own.x(), own.y()); });
        for (std::size_t i = 0; i + 1 < told.size(); ++i)
            scene.ties.push_back({*request.selected, QLineF(told[i], told[i + 1]), true, false});
        return;
    }
    std::map<EventId, std::vector<const SceneMark*>> disputed;
    for (const SceneMark& mark : scene.marks)
        if (mark.isDisputed)
            disputed[mark.event].push_back(&mark);
    for (auto& [event, marks] : disputed) {
        const auto tie = [&, id = event](const SceneMark& from, const SceneMark& to) {
            scene.ties.push_back({id, QLineF(from.center, to.center), request.selected == id, true});
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

void SceneBuilder::addPublications(TimelineScene& scene, const SceneRequest& request) const
{
    if (!request.selected || m_index->timeMode() == TimeMode::Publication)
        return;
    const SceneMark* own = scene.markOf(*request.selected);
    std::optional<QPointF> from;
    if (own != nullptr && scene.laneArea.contains(own->center))
        from = own->center;
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
            scene.publications.push_back({support.article, m_index->sources().indexOf(support.article), x, from});
    }
}

/// From the first selected event to the last; ends that are out of sight lie at the edge.
void SceneBuilder::addMeasure(TimelineScene& scene, const SceneRequest& request) const
{
    if (request.compared.size() < 2)
        return;
    const EventId first = request.compared.front();
    const EventId last = request.compared.back();
    const auto from = m_index->rangesOf(first);
    const auto to = m_index->rangesOf(last);
    if (from.empty() || to.empty())
        return;
    const auto xOf = [&](const timeline::TimeRange& range) {
        return std::clamp(m_gutter + request.scale.x(range.center()), m_gutter, scene.size.width());
    };
    const auto letter = [&](std::size_t place) { return QChar(u'A' + static_cast<char16_t>(place)); };
    SceneMeasure measure;
    measure.text = QStringLiteral("%1 – %2: %3")
                       .arg(letter(0), letter(request.compared.size() - 1), distanceText(from.front(), to.front()));
    const double y = scene.laneArea.bottom() - m_line * 0.8;
    measure.line = QLineF(xOf(from.front()), y, xOf(to.front()), y);
    const double width = m_small.width(measure.text) + m_line * 0.8;
    const double middle = (measure.line.x1() + measure.line.x2()) / 2.0;
    const double left = std::clamp(middle - width / 2.0, m_gutter, std::max(m_gutter, scene.size.width() - width));
    measure.rect = QRectF(left, y - m_line * 0.55, width, m_line * 1.1);
    scene.measure = measure;
}

} // namespace synoptic::ui
