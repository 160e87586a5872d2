// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/event_words.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QCoreApplication>

#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

using namespace std::chrono;

QString translated(const char* text)
{
    return QCoreApplication::translate("EventWords", text);
}

QString monthName(month value, bool isShort)
{
    static constexpr std::array longNames = {
        QT_TRANSLATE_NOOP("EventWords", "January"),   QT_TRANSLATE_NOOP("EventWords", "February"),
        QT_TRANSLATE_NOOP("EventWords", "March"),     QT_TRANSLATE_NOOP("EventWords", "April"),
        QT_TRANSLATE_NOOP("EventWords", "May"),       QT_TRANSLATE_NOOP("EventWords", "June"),
        QT_TRANSLATE_NOOP("EventWords", "July"),      QT_TRANSLATE_NOOP("EventWords", "August"),
        QT_TRANSLATE_NOOP("EventWords", "September"), QT_TRANSLATE_NOOP("EventWords", "October"),
        QT_TRANSLATE_NOOP("EventWords", "November"),  QT_TRANSLATE_NOOP("EventWords", "December")};
    static constexpr std::array shortNames = {
        QT_TRANSLATE_NOOP("EventWords", "Jan"), QT_TRANSLATE_NOOP("EventWords", "Feb"),
        QT_TRANSLATE_NOOP("EventWords", "Mar"), QT_TRANSLATE_NOOP("EventWords", "Apr"),
        QT_TRANSLATE_NOOP("EventWords", "May"), QT_TRANSLATE_NOOP("EventWords", "Jun"),
        QT_TRANSLATE_NOOP("EventWords", "Jul"), QT_TRANSLATE_NOOP("EventWords", "Aug"),
        QT_TRANSLATE_NOOP("EventWords", "Sep"), QT_TRANSLATE_NOOP("EventWords", "Oct"),
        QT_TRANSLATE_NOOP("EventWords", "Nov"), QT_TRANSLATE_NOOP("EventWords", "Dec")};
    const std::size_t index = static_cast<unsigned>(value) - 1;
    return translated(isShort ? shortNames[index] : longNames[index]);
}

QString yearName(year value)
{
    const int number = static_cast<int>(value);
    return number > 0 ? QString::number(number) : translated("%1 BC").arg(1 - number);
}

QString dayName(Day day, bool isShort, bool withYear = true)
{
    const year_month_day date{day};
    const QString text = QString::number(static_cast<unsigned>(date.day())) + u' ' + monthName(date.month(), isShort);
    return withYear ? QString(text + u' ' + yearName(date.year())) : text;
}

/// The shortest words that say exactly @p range.
QString rangeName(const DayRange& range, bool isShort)
{
    if (range.isOneDay())
        return dayName(range.first, isShort);
    const year_month_day first{range.first};
    const year_month_day last{range.last};
    const bool fromMonthBegin = first.day() == day{1};
    const bool toMonthEnd = last == year_month_day{last.year() / last.month() / std::chrono::last};
    if (fromMonthBegin && toMonthEnd) {
        if (first.month() == January && last.month() == December)
            return first.year() == last.year() ? yearName(first.year())
                                               : QString(yearName(first.year()) + u" – " + yearName(last.year()));
        QString end = monthName(last.month(), isShort) + u' ' + yearName(last.year());
        if (first.year() == last.year() && first.month() == last.month())
            return end;
        const QString begin = monthName(first.month(), isShort);
        return first.year() == last.year() ? QString(begin + u" – " + end)
                                           : QString(begin + u' ' + yearName(first.year()) + u" – " + end);
    }
    if (first.year() == last.year() && first.month() == last.month())
        return QString::number(static_cast<unsigned>(first.day())) + u" – " + dayName(range.last, isShort);
    return dayName(range.first, isShort, first.year() != last.year()) + u" – " + dayName(range.last, isShort);
}

QString clockName(const temporal::Interval& interval)
{
    const auto time = hh_mm_ss{interval.begin - floor<days>(interval.begin)};
    return QStringLiteral("%1:%2")
        .arg(time.hours().count(), 2, 10, QLatin1Char('0'))
        .arg(time.minutes().count(), 2, 10, QLatin1Char('0'));
}

QString dateName(const events::EventDate& date, bool isShort)
{
    if (!date.interval)
        return translated("undated");
    const temporal::Interval& interval = *date.interval;
    QString name = rangeName(interval.days(), isShort);
    if (interval.granularity <= temporal::Granularity::Hour)
        name += u", " + clockName(interval);
    switch (date.qualifier) {
    case temporal::Qualifier::About:
        return translated("about %1").arg(name);
    case temporal::Qualifier::Before:
        return translated("before %1").arg(name);
    case temporal::Qualifier::After:
        return translated("after %1").arg(name);
    case temporal::Qualifier::Between:
        return interval.days().isOneDay() ? name : translated("between %1").arg(name);
    case temporal::Qualifier::Exact:
    case temporal::Qualifier::Unknown:
        break;
    }
    return name;
}

} // namespace

QString factualityText(events::Factuality factuality)
{
    switch (factuality) {
    case events::Factuality::Asserted:
        return translated("asserted");
    case events::Factuality::Planned:
        return translated("planned");
    case events::Factuality::Possible:
        return translated("possible");
    case events::Factuality::Denied:
        return translated("denied");
    }
    return {};
}

QString reviewStateText(const edits::TimelineEvent& event)
{
    QStringList parts;
    switch (event.review) {
    case edits::ReviewState::Accepted:
        parts << translated("Accepted");
        break;
    case edits::ReviewState::Rejected:
        parts << translated("Rejected");
        break;
    case edits::ReviewState::Candidate:
        parts << translated("Candidate, not reviewed yet");
        break;
    }
    if (event.isMade)
        parts << translated("made by hand");
    if (event.isRedated)
        parts << translated("date set by hand");
    if (!event.byHand.empty())
        parts << (event.byHand.size() == 1 ? translated("1 sentence attached by hand")
                                           : translated("%1 sentences attached by hand").arg(event.byHand.size()));
    return parts.join(QStringLiteral(" · "));
}

QString dateText(const events::EventDate& date)
{
    return dateName(date, false);
}

QString shortDateText(const events::EventDate& date)
{
    return dateName(date, true);
}

QString daysText(const DayRange& days)
{
    return rangeName(days, false);
}

QString distanceText(const timeline::TimeRange& from, const timeline::TimeRange& to)
{
    constexpr double day = 86'400.0;
    const timeline::TimeRange& early = to < from ? to : from;
    const timeline::TimeRange& late = to < from ? from : to;
    // A range of one day holds the day itself: its last moment is not counted
    const auto least = std::llround(std::max(late.begin - std::max(early.end - day, early.begin), 0.0) / day);
    const auto most = std::llround((std::max(late.end - day, late.begin) - early.begin) / day);
    if (most < 1)
        return translated("the same day");
    constexpr double year = 365.2425;
    if (static_cast<double>(least) > 3.0 * year)
        return translated("about %1 years").arg(qRound(static_cast<double>(least + most) / 2.0 / year));
    if (least == most)
        return most == 1 ? translated("1 day") : translated("%1 days").arg(most);
    return least == 0 ? translated("up to %1 days").arg(most) : translated("%1 – %2 days").arg(least).arg(most);
}

QString momentText(double seconds)
{
    constexpr double day = 86'400.0;
    const double number = std::floor(seconds / day);
    const Day own{std::chrono::days{static_cast<int>(number)}};
    const auto minute = std::llround((seconds - number * day) / 60.0);
    QString date = daysText({own, own});
    constexpr long long noon = 720;
    if (minute == 0 || minute == noon) // a day stands at its noon
        return date;
    return translated("%1, %2:%3").arg(date).arg(minute / 60 % 24).arg(minute % 60, 2, 10, QChar(u'0'));
}

QString dateReasonText(const events::EventDate& date)
{
    QString how = lineText(date.how);
    if (date.words.empty())
        return how;
    const QString words = translated("“%1”").arg(lineText(date.words));
    return how.isEmpty() ? words : QString(words + u": " + how);
}

QString expressionText(const temporal::TemporalExpression& expression, std::string_view words)
{
    const auto daysOf = [](const std::optional<temporal::Interval>& interval, temporal::Qualifier qualifier) {
        events::EventDate date;
        date.interval = interval;
        date.qualifier = qualifier;
        return dateText(date);
    };
    QStringList lines{translated("“%1”").arg(lineText(words)), lineText(expression.resolved)};
    lines << (expression.interval ? daysOf(expression.interval, expression.qualifier)
                                  : translated("no days on the timeline (%1)").arg(lineText(expression.value)));
    if (expression.interval)
        lines << translated("%1 % sure").arg(qRound(expression.confidence * 100.0));
    if (expression.alternative && expression.alternative->interval)
        lines << translated("or %1: %2")
                     .arg(daysOf(expression.alternative->interval, temporal::Qualifier::Exact),
                          lineText(expression.alternative->why));
    return lines.join(u'\n');
}

QString sourcesText(const analysis::Event& event)
{
    QString all = event.sources == 1 ? translated("1 source") : translated("%1 sources").arg(event.sources);
    if (event.independent >= event.sources || event.independent == 0)
        return all;
    return translated("%1, %2 of them independent").arg(all).arg(event.independent);
}

QString publicationText(const corpus::PublicationDate& published)
{
    if (published.range)
        return rangeName(*published.range, true);
    return published.value.empty() ? translated("date unknown") : lineText(published.value);
}

QString publicationBasisText(corpus::PublicationBasis basis)
{
    switch (basis) {
    case corpus::PublicationBasis::None:
        return translated("nothing says when");
    case corpus::PublicationBasis::Inferred:
        return translated("inferred");
    case corpus::PublicationBasis::FileName:
        return translated("file name");
    case corpus::PublicationBasis::Stated:
        return translated("stated");
    case corpus::PublicationBasis::Metadata:
        return translated("metadata");
    case corpus::PublicationBasis::User:
        return translated("typed by you");
    }
    return {};
}

timeline::CalendarWords calendarWords()
{
    timeline::CalendarWords words;
    for (unsigned i = 0; i < 12; ++i) {
        words.shortMonths[i] = monthName(month{i + 1}, true).toStdString();
        words.months[i] = monthName(month{i + 1}, false).toStdString();
    }
    static constexpr std::array weekdays = {
        QT_TRANSLATE_NOOP("EventWords", "Sun"), QT_TRANSLATE_NOOP("EventWords", "Mon"),
        QT_TRANSLATE_NOOP("EventWords", "Tue"), QT_TRANSLATE_NOOP("EventWords", "Wed"),
        QT_TRANSLATE_NOOP("EventWords", "Thu"), QT_TRANSLATE_NOOP("EventWords", "Fri"),
        QT_TRANSLATE_NOOP("EventWords", "Sat")};
    for (std::size_t i = 0; i < weekdays.size(); ++i)
        words.weekdays[i] = translated(weekdays[i]).toStdString();
    words.beforeChrist = translated("BC").toStdString();
    return words;
}

} // namespace synoptic::ui
