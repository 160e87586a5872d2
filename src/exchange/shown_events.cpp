// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/shown_events.h"

#include "exchange/names.h"

namespace synoptic::exchange {
namespace {

constexpr double firstSight = 0.5; // as analysis::Event::salience says

std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

} // namespace

std::string ShownEvents::stamp() const
{
    return counted(events.size(), "event", "events") + ": " + std::to_string(accepted) + " accepted, " +
           counted(candidates, "candidate", "candidates") + ". Left out: " + std::to_string(rejected) + " rejected, " +
           std::to_string(minor) + " of little significance.";
}

ShownEvents shownEvents(const edits::Timeline& timeline)
{
    ShownEvents shown;
    for (std::size_t e = 0; e < timeline.events().size(); ++e) {
        const edits::TimelineEvent& event = timeline.events()[e];
        if (event.review == edits::ReviewState::Rejected) {
            ++shown.rejected;
            continue;
        }
        const bool accepted = event.review == edits::ReviewState::Accepted;
        const bool isFlagged = !timeline.contradictionsOf(idAt<EventId>(e)).empty();
        if (!accepted && !isFlagged && event.event.salience < firstSight) {
            ++shown.minor;
            continue;
        }
        ++(accepted ? shown.accepted : shown.candidates);
        shown.events.push_back(idAt<EventId>(e));
    }
    return shown;
}

std::string readableDate(const events::EventDate& date)
{
    if (!date.interval)
        return "undated";
    const Bounds bounds = boundsOf(date.interval, date.qualifier, date.value);
    std::string meaning;
    if (bounds.earliest.empty())
        meaning = "until " + bounds.latest;
    else if (bounds.latest.empty())
        meaning = "from " + bounds.earliest;
    else if (bounds.earliest == bounds.latest)
        meaning = bounds.earliest;
    else
        meaning = bounds.earliest + " to " + bounds.latest;
    if (date.qualifier == temporal::Qualifier::About)
        meaning = "about " + meaning;
    return date.words.empty() || date.words == meaning ? meaning : meaning + " (“" + date.words + "”)";
}

std::string citation(const corpus::Article& article)
{
    std::string text = article.source.empty() ? shownFile(article.file) : article.source;
    if (!article.title.empty())
        text += ", “" + article.title + "”";
    text += article.published.value.empty() ? ", not dated" : ", published " + article.published.value;
    if (article.published.basis == corpus::PublicationBasis::Inferred)
        text += " (inferred)";
    return text;
}

} // namespace synoptic::exchange
