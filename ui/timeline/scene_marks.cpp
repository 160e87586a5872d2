// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "ui/event_words.h"
#include "ui/timeline/scene_builder.h"

// The marks of a scene, and the lines that go out from them.
namespace synoptic::ui {

namespace {

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

} // namespace

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
    const bool isByPublication = m_index->arrangement().time == TimeMode::Publication;
    if (!isByPublication) {
        mark.isAbout = date.qualifier == temporal::Qualifier::About;
        mark.fadesLeft = date.qualifier == temporal::Qualifier::Before;
        mark.fadesRight = date.qualifier == temporal::Qualifier::After;
    }
    mark.isCandidate = shown.review == edits::ReviewState::Candidate;
    mark.isDisputed = !event.positions.empty() && !isByPublication;
    mark.contradictions = static_cast<std::uint32_t>(m_index->timeline().contradictionsOf(entry.event).size());
    mark.isSelected = request.selected == entry.event;
    mark.isHovered = request.hovered == entry.event;
    if (const auto own = std::ranges::find(request.compared, entry.event);
        request.compared.size() > 1 && own != request.compared.end())
        mark.letter = QChar(u'A' + static_cast<char16_t>(own - request.compared.begin()));
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
            for (auto entry = std::ranges::lower_bound(entries, from, {}, right); entry < end; ++entry)
                scene.marks.push_back(bandMark(*entry, request, i, bandTop + static_cast<double>(row) * rowHeight()));
        }
        const auto time = [&](std::uint32_t point) { return lane.pointTimes[point]; };
        const auto first = std::ranges::lower_bound(placed.points, from, {}, time);
        const auto last = std::ranges::lower_bound(placed.points, to, {}, time);
        for (auto point = first; point < last; ++point) {
            const std::uint16_t row = placed.rows[static_cast<std::size_t>(point - placed.points.begin())];
            points.push_back(pointMark(lane.points[*point], request, i, rect.top() + 3.0 + rowHeight() * row));
        }
        addChosen(points, scene, request, i);
    }
    scene.marks.insert(scene.marks.end(), points.begin(), points.end());
    std::stable_partition(scene.marks.begin(), scene.marks.end(),
                          [](const SceneMark& mark) { return !mark.isSelected && mark.letter.isNull(); });
}

/// What is selected has a mark of its own even where its like are only counted: in the first row, over the others.
void SceneBuilder::addChosen(std::vector<SceneMark>& marks, const TimelineScene& scene, const SceneRequest& request,
                             std::size_t lane) const
{
    std::vector<EventId> chosen = request.compared;
    if (chosen.empty() && request.selected)
        chosen.push_back(*request.selected);
    const IndexedLane& own = m_index->lanes()[lane];
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
                const LaneEntry& entry = own.points[static_cast<std::size_t>(time - own.pointTimes.begin())];
                if (entry.event == event)
                    marks.push_back(pointMark(entry, request, lane, top));
            }
            auto band = std::ranges::lower_bound(own.bands, range, {}, &LaneEntry::range);
            for (; band != own.bands.end() && band->range == range; ++band)
                if (band->event == event)
                    marks.push_back(bandMark(*band, request, lane, top));
        }
    }
}

void SceneBuilder::addTies(TimelineScene& scene, const SceneRequest& request) const
{
    if (m_index->arrangement().time == TimeMode::Publication) {
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
    if (!request.selected || m_index->arrangement().time == TimeMode::Publication)
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
    const double width = m_small.horizontalAdvance(measure.text) + m_line * 0.8;
    const double middle = (measure.line.x1() + measure.line.x2()) / 2.0;
    const double left = std::clamp(middle - width / 2.0, m_gutter, std::max(m_gutter, scene.size.width() - width));
    measure.rect = QRectF(left, y - m_line * 0.55, width, m_line * 1.1);
    scene.measure = measure;
}

} // namespace synoptic::ui
