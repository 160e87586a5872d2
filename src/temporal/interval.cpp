// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/interval.h"

namespace synoptic::temporal {

std::string_view nameOf(Granularity granularity)
{
    switch (granularity) {
    case Granularity::Second:
        return "second";
    case Granularity::Minute:
        return "minute";
    case Granularity::Hour:
        return "hour";
    case Granularity::PartOfDay:
        return "part of day";
    case Granularity::Day:
        return "day";
    case Granularity::Weekend:
        return "weekend";
    case Granularity::Week:
        return "week";
    case Granularity::Month:
        return "month";
    case Granularity::Quarter:
        return "quarter";
    case Granularity::Season:
        return "season";
    case Granularity::HalfYear:
        return "half-year";
    case Granularity::Year:
        return "year";
    case Granularity::Decade:
        return "decade";
    case Granularity::Century:
        return "century";
    case Granularity::Millennium:
        return "millennium";
    }
    return "day";
}

} // namespace synoptic::temporal
