// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "edits/timeline.h"
#include "timeline/tick_marks.h"
#include "timeline/time_scale.h"

/// What the program says of an event, in words.
namespace synoptic::ui {

QString factualityText(events::Factuality factuality);

/// "accepted", "candidate, not reviewed yet", and what a person changed.
QString reviewStateText(const edits::TimelineEvent& event);

/// "13 April 2021", "April 2021", "about 2019", "before 3 May 2021", "undated".
QString dateText(const events::EventDate& date);

/// The same, short enough for a label: "13 Apr", "Apr 2021".
QString shortDateText(const events::EventDate& date);

/// "13 April 2021", "April – June 2021", "2019 – 2021": the shortest words that say exactly @p days.
QString daysText(const DayRange& days);

/// How far two times lie apart: "12 days", "28 – 58 days", "about 4 years", "the same day".
QString distanceText(const timeline::TimeRange& from, const timeline::TimeRange& to);

/// A moment, as exactly as it is told: "13 April 2021", "13 April 2021, 14:30".
QString momentText(double seconds);

/// Where the date comes from: "“last Tuesday”: weekday before 2021-04-15".
QString dateReasonText(const events::EventDate& date);

/// What an expression of time in an article means, one step a line: the words, how they were resolved, the days; how
/// sure that is, and the other reading if there is one.
QString expressionText(const temporal::TemporalExpression& expression, std::string_view words);

/// "4 sources", "4 sources, 3 of them independent".
QString sourcesText(const analysis::Event& event);

/// "15 April 2021", "April 2021", "20 April – 5 May 2021", "date unknown".
QString publicationText(const corpus::PublicationDate& published);
QString publicationBasisText(corpus::PublicationBasis basis);

/// The words of the axis in the language of the program.
timeline::CalendarWords calendarWords();

} // namespace synoptic::ui
