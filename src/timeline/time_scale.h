// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <compare>

#include "temporal/interval.h"

/// The geometry of a timeline: instants and pixels, calendar ticks, rows, density.
///
/// In: sorted arrays of times. Out: positions, rows, counts. No color, no text of others, no widget: what it looks like
/// is decided where it is drawn. Times are seconds since 1970-01-01 of the civil calendar, as doubles: exact to the
/// second for hundreds of millions of years.
namespace synoptic::timeline {

inline double secondsOf(temporal::Instant instant)
{
    return static_cast<double>(instant.time_since_epoch().count());
}

/// Half-open, in seconds.
struct TimeRange
{
    double begin = 0.0;
    double end = 0.0;

    double width() const { return end - begin; }
    double center() const { return begin + (end - begin) / 2.0; }
    bool overlaps(const TimeRange& other) const { return begin < other.end && other.begin < end; }
    /// The smallest range that covers both.
    TimeRange united(const TimeRange& other) const { return {std::min(begin, other.begin), std::max(end, other.end)}; }

    friend auto operator<=>(const TimeRange&, const TimeRange&) = default;
};

inline TimeRange rangeOf(const temporal::Interval& interval)
{
    return {secondsOf(interval.begin), secondsOf(interval.end)};
}

/// Turns instants into pixels and back. A value; every gesture makes a new one.
///
/// Clamped: never less than five minutes or more than thirty thousand years across, never outside the calendar.
class TimeScale
{
public:
    static constexpr double narrowest = 300.0;
    static constexpr double widest = 30'000.0 * 31'556'952.0;
    static constexpr double calendarEnd = 15'000.0 * 31'556'952.0; ///< and as far before 1970

    TimeScale() = default;
    /// Shows @p range over @p width pixels.
    TimeScale(TimeRange range, double width);
    /// Shows @p range with @p margin pixels free on both sides.
    static TimeScale fitting(TimeRange range, double width, double margin);

    double x(double seconds) const { return (seconds - m_begin) / m_secondsPerPixel; }
    double secondsAt(double x) const { return m_begin + x * m_secondsPerPixel; }
    double secondsPerPixel() const { return m_secondsPerPixel; }
    double width() const { return m_width; }
    TimeRange visible() const { return {m_begin, secondsAt(m_width)}; }

    /// What is under @p x stays there; a factor over 1 shows more detail.
    TimeScale zoomedAround(double x, double factor) const;
    /// Moves the picture: positive @p pixels uncover what is earlier.
    TimeScale pannedBy(double pixels) const;
    TimeScale centeredOn(double seconds) const;
    /// The same range over another width.
    TimeScale withWidth(double width) const;

    friend bool operator==(const TimeScale&, const TimeScale&) = default;

private:
    double m_begin = 0.0;
    double m_secondsPerPixel = 86'400.0;
    double m_width = 1.0;
};

/// The power of two not below @p secondsPerPixel: layouts are made for it, so that they change once an octave and not
/// at every step of the wheel.
double octaveOf(double secondsPerPixel);

} // namespace synoptic::timeline
