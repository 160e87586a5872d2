// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/time_scale.h"

#include <cmath>

namespace synoptic::timeline {

TimeScale::TimeScale(TimeRange range, double width) : m_width(std::max(width, 1.0))
{
    const double center = std::clamp(range.center(), -calendarEnd, calendarEnd);
    const double seconds = std::clamp(range.width(), narrowest, widest);
    m_secondsPerPixel = seconds / m_width;
    m_begin = std::clamp(center - seconds / 2.0, -calendarEnd, calendarEnd - seconds);
}

TimeScale TimeScale::fitting(TimeRange range, double width, double margin)
{
    const double all = std::max(width, 1.0);
    const double inner = std::max(all - 2.0 * margin, all / 4.0);
    const double spread = std::max(range.width(), narrowest) * all / inner;
    const double center = range.center();
    return {{center - spread / 2.0, center + spread / 2.0}, all};
}

TimeScale TimeScale::zoomedAround(double x, double factor) const
{
    if (!(factor > 0.0))
        return *this;
    const double seconds = std::clamp(visible().width() / factor, narrowest, widest);
    const double perPixel = seconds / m_width;
    const double begin = secondsAt(x) - x * perPixel;
    return {{begin, begin + seconds}, m_width};
}

TimeScale TimeScale::pannedBy(double pixels) const
{
    const double shift = pixels * m_secondsPerPixel;
    return {{m_begin - shift, m_begin - shift + visible().width()}, m_width};
}

TimeScale TimeScale::centeredOn(double seconds) const
{
    const double half = visible().width() / 2.0;
    return {{seconds - half, seconds + half}, m_width};
}

TimeScale TimeScale::withWidth(double width) const
{
    return {visible(), width};
}

double octaveOf(double secondsPerPixel)
{
    return std::exp2(std::ceil(std::log2(std::max(secondsPerPixel, 1e-6))));
}

} // namespace synoptic::timeline
