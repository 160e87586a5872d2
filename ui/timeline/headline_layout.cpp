// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/headline_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <QCoreApplication>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/timeline/label_placement.h"

namespace synoptic::ui {

namespace {
constexpr std::size_t mostCandidates = 160;
constexpr std::size_t mostMeasured = 20'000;
constexpr std::array<double, 3> titleLines{28.0, 16.0, 8.0}; // widths of a headline, in heights of a line
} // namespace

HeadlineLayout::HeadlineLayout(std::shared_ptr<const TimelineIndex> index, const TextRuler& titles,
                               const TextRuler& dates)
    : m_index(std::move(index)), m_titles(titles), m_dates(dates), m_line(std::ceil(titles.height()))
{}

const HeadlineLayout::Measured& HeadlineLayout::measured(EventId event)
{
    const auto [place, isNew] = m_measured.try_emplace(static_cast<std::uint32_t>(event));
    Measured& own = place->second;
    if (!isNew)
        return own;
    const analysis::Event& shown = m_index->timeline()[event].event;
    const QString whole = lineText(shown.title);
    for (std::size_t i = 0; i < lengths; ++i) {
        own.titles[i] = m_titles.elided(whole, m_line * titleLines[i]);
        own.widths[i] = m_titles.width(own.titles[i]);
    }
    own.date =
        shown.positions.empty() ? shortDateText(shown.date) : QCoreApplication::translate("SceneBuilder", "disputed");
    own.dateWidth = m_dates.width(own.date) + m_line * 0.4;
    return own;
}

std::vector<HeadlineLayout::Candidate> HeadlineLayout::candidatesOf(const TimelineScene& scene, std::size_t most)
{
    struct Seen
    {
        float importance;
        EventId event;
        std::uint32_t mark;
    };
    std::vector<Seen> seen;
    seen.reserve(scene.marks.size());
    for (std::size_t i = 0; i < scene.marks.size(); ++i) {
        const SceneMark& mark = scene.marks[i];
        if (mark.center.x() < scene.plotLeft || mark.center.x() > scene.size.width() ||
            !scene.laneArea.contains(mark.center))
            continue;
        // The hovered gets no place of its own: a headline must not run away from the pointer that is over it
        float importance = mark.importance;
        // Of several that are selected the left one takes the upper row: the leaders of the others begin below it
        if (mark.isSelected || !mark.letter.isNull())
            importance = static_cast<float>(200.0 - mark.center.x() / scene.size.width());
        seen.push_back({importance, mark.event, static_cast<std::uint32_t>(i)});
    }
    // An event's marks lie side by side
    const auto isBefore = [](const Seen& a, const Seen& b) {
        if (a.importance != b.importance)
            return a.importance > b.importance;
        return a.event != b.event ? a.event < b.event : a.mark < b.mark;
    };
    if (const std::size_t worthALook = most * std::max<std::size_t>(scene.lanes.size(), 1); seen.size() > worthALook) {
        std::ranges::nth_element(seen, seen.begin() + static_cast<std::ptrdiff_t>(worthALook), isBefore);
        seen.resize(worthALook);
    }
    std::ranges::sort(seen, isBefore);
    std::vector<Candidate> candidates;
    for (const Seen& own : seen) {
        const SceneMark& mark = scene.marks[own.mark];
        const bool isChosen = own.importance > 100.0F;
        const auto known =
            isChosen ? std::ranges::find(candidates, own.event, [](const Candidate& other) { return other.top->event; })
            : !candidates.empty() && candidates.back().top->event == own.event ? candidates.end() - 1
                                                                               : candidates.end();
        if (known == candidates.end()) {
            if (candidates.size() == most)
                break;
            candidates.push_back({&mark, mark.center.y()});
            continue;
        }
        if (std::abs(mark.center.x() - known->top->center.x()) >= 1.0)
            continue;
        known->bottom = std::max(known->bottom, mark.center.y());
        if (mark.center.y() < known->top->center.y())
            known->top = &mark;
    }
    return candidates;
}

std::vector<SceneLabel> HeadlineLayout::layOut(const TimelineScene& scene, unsigned rows, bool all)
{
    if (m_measured.size() > mostMeasured)
        m_measured.clear();
    const std::vector<Candidate> candidates = candidatesOf(scene, all ? scene.marks.size() + 1 : mostCandidates);
    const double pad = m_line * 0.3;
    struct Placed
    {
        const Candidate* candidate;
        std::size_t title; // in Measured::titles
    };
    std::vector<Placed> placed; // as placement.places()
    LabelPlacement placement(scene.plotLeft + 1.0, scene.size.width() - 1.0, rows);
    const auto widthsOf = [&](const Candidate& candidate) {
        const Measured& text = measured(candidate.top->event);
        std::array<double, lengths> widths = text.widths;
        const double rest = (candidate.top->letter.isNull() ? 0.0 : m_line) + text.dateWidth + 2.0 * pad;
        for (double& width : widths)
            width += rest;
        return widths;
    };
    const auto place = [&](const Candidate& candidate) {
        const auto found = placement.place(std::round(candidate.top->center.x()), widthsOf(candidate));
        if (found)
            placed.push_back({&candidate, *found});
        return found.has_value();
    };
    std::vector<const Candidate*> left;
    for (const Candidate& candidate : candidates) {
        if (!place(candidate))
            left.push_back(&candidate);
    }
    // Those at the top kept others out; now that they have come down there may be room
    placement.settle();
    for (std::size_t i = 0; i < placed.size(); ++i) {
        for (std::size_t title = 0; title < placed[i].title; ++title) {
            if (placement.widen(i, widthsOf(*placed[i].candidate)[title]))
                placed[i].title = title;
        }
    }
    for (const Candidate* candidate : left)
        place(*candidate);
    placement.settle();

    std::vector<SceneLabel> labels;
    labels.reserve(placed.size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const SceneMark& mark = *placed[i].candidate->top;
        const Measured& text = measured(mark.event);
        const LabelPlace& own = placement.places()[i];
        const double top = scene.labelArea.bottom() - 4.0 - (m_line + 3.0) * (own.row + 1.0);
        SceneLabel label;
        label.event = mark.event;
        label.date = text.date;
        label.title = text.titles[placed[i].title];
        label.rect = {own.left, top, own.right - own.left, m_line + 1.0};
        label.letter = mark.letter;
        label.titleLeft = own.left + pad + text.dateWidth + (mark.letter.isNull() ? 0.0 : m_line);
        label.leader = {own.leader, top, own.leader, placed[i].candidate->bottom};
        label.flagsLeft = own.flagsLeft;
        label.isSelected = mark.isSelected;
        label.isHovered = mark.isHovered;
        labels.push_back(label);
    }
    return labels;
}

} // namespace synoptic::ui
