// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/headline_layout.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <QCoreApplication>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/timeline/label_placement.h"
#include "ui/timeline/scene_builder.h"

namespace synoptic::ui {

namespace {
constexpr std::size_t mostCandidates = 160;
constexpr std::array<double, 3> titleLines{28.0, 16.0, 8.0}; // widths of a headline, in heights of a line
} // namespace

HeadlineLayout::HeadlineLayout(std::shared_ptr<const TimelineIndex> index, const QFont& font)
    : m_index(std::move(index))
    , m_metrics(font)
    , m_small(SceneBuilder::smallFont(font))
    , m_line(std::ceil(m_metrics.height()))
{}

const HeadlineLayout::Measured& HeadlineLayout::measured(EventId event)
{
    const auto [place, isNew] = m_measured.try_emplace(static_cast<std::uint32_t>(event));
    Measured& own = place->second;
    if (!isNew)
        return own;
    const analysis::Event& shown = m_index->timeline()[event].event;
    const QString whole = lineText(shown.title);
    for (std::size_t i = 0; i < own.titles.size(); ++i) {
        own.titles[i].text = m_metrics.elidedText(whole, Qt::ElideRight, m_line * titleLines[i]);
        own.titles[i].width = m_metrics.horizontalAdvance(own.titles[i].text);
    }
    own.date =
        shown.positions.empty() ? shortDateText(shown.date) : QCoreApplication::translate("SceneBuilder", "disputed");
    own.dateWidth = m_small.horizontalAdvance(own.date) + m_line * 0.4;
    return own;
}

std::vector<HeadlineLayout::Candidate> HeadlineLayout::candidatesOf(const TimelineScene& scene) const
{
    std::unordered_map<std::uint32_t, std::size_t> known;
    std::vector<Candidate> candidates;
    for (const SceneMark& mark : scene.marks) {
        if (mark.center.x() < scene.plotLeft || mark.center.x() > scene.size.width() ||
            !scene.laneArea.contains(mark.center))
            continue;
        const auto [place, isNew] = known.try_emplace(static_cast<std::uint32_t>(mark.event), candidates.size());
        if (isNew) {
            // The hovered gets no place of its own: a headline must not run away from the pointer that is over it
            float importance = importanceOf(m_index->timeline()[mark.event]);
            // Of several that are selected the left one takes the upper row: the leaders of the others begin below it
            if (mark.isSelected || !mark.letter.isNull())
                importance = static_cast<float>(200.0 - mark.center.x() / scene.size.width());
            candidates.push_back({&mark, mark.center.y(), importance});
            continue;
        }
        Candidate& own = candidates[place->second];
        if (std::abs(mark.center.x() - own.top->center.x()) >= 1.0)
            continue;
        own.bottom = std::max(own.bottom, mark.center.y());
        if (mark.center.y() < own.top->center.y())
            own.top = &mark;
    }
    std::ranges::stable_sort(candidates, std::greater<>{}, &Candidate::importance);
    return candidates;
}

std::vector<SceneLabel> HeadlineLayout::layOut(const TimelineScene& scene, unsigned rows, bool all)
{
    std::vector<Candidate> candidates = candidatesOf(scene);
    if (candidates.size() > mostCandidates && !all)
        candidates.resize(mostCandidates);

    const double pad = m_line * 0.3;
    struct Placed
    {
        const Candidate* candidate;
        std::size_t title; // in Measured::titles
    };
    std::vector<Placed> placed; // as placement.places()
    LabelPlacement placement(scene.plotLeft + 1.0, scene.size.width() - 1.0, rows);
    const auto widthOf = [&](const Candidate& candidate, std::size_t title) {
        const Measured& text = measured(candidate.top->event);
        const double letter = candidate.top->letter.isNull() ? 0.0 : m_line;
        return letter + text.dateWidth + text.titles[title].width + 2.0 * pad;
    };
    const auto place = [&](const Candidate& candidate) {
        for (std::size_t title = 0; title < titleLines.size(); ++title) {
            if (placement.place(std::round(candidate.top->center.x()), widthOf(candidate, title))) {
                placed.push_back({&candidate, title});
                return true;
            }
        }
        return false;
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
            if (placement.widen(i, widthOf(*placed[i].candidate, title)))
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
        label.title = text.titles[placed[i].title].text;
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
