// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/tick_marks.h"

#include <chrono>
#include <cmath>

#include <QTest>

using namespace synoptic;
using namespace synoptic::timeline;

namespace {

constexpr double day = 86'400.0;
constexpr double year = 31'556'952.0;

double textWidth(std::string_view text)
{
    return 7.0 * static_cast<double>(text.size());
}

double on(const char* iso)
{
    return static_cast<double>(dayFromIso(iso)->time_since_epoch().count()) * day;
}

std::vector<std::string> labels(const AxisRow& row)
{
    std::vector<std::string> texts;
    for (const Tick& tick : row.ticks)
        if (!tick.label.empty())
            texts.push_back(tick.label);
    return texts;
}

} // namespace

class TestTickMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unitsFitTheZoom_data();
    void unitsFitTheZoom();
    void labelsNeverOverlapAndTheYearIsAlwaysThere();
    void ticksLieOnCalendarBoundaries();
    void daysOfAMonthEndWithIt();
    void aMonthAndItsYearAreNamed();
    void yearsBeforeChristAreSaid();
    void aPeriodThatBeginsEarlierIsNamedAtTheEdge();
};

void TestTickMarks::unitsFitTheZoom_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("fine");
    QTest::addColumn<int>("coarse");
    const auto row = [](const char* name, double seconds, CalendarUnit fine, CalendarUnit coarse) {
        QTest::newRow(name) << seconds << static_cast<int>(fine) << static_cast<int>(coarse);
    };
    row("ten minutes", 600.0, CalendarUnit::Minute, CalendarUnit::Day);
    row("a day", day, CalendarUnit::Hour, CalendarUnit::Day);
    row("three weeks", 21 * day, CalendarUnit::Day, CalendarUnit::Month);
    row("half a year", year / 2, CalendarUnit::Day, CalendarUnit::Month);
    row("two years", 2 * year, CalendarUnit::Month, CalendarUnit::Year);
    row("forty years", 40 * year, CalendarUnit::Year, CalendarUnit::Decade);
    row("three centuries", 300 * year, CalendarUnit::Year, CalendarUnit::Century);
}

void TestTickMarks::unitsFitTheZoom()
{
    QFETCH(double, seconds);
    const double center = on("2021-04-14");
    const Axis axis = calendarAxis(TimeScale({center - seconds / 2, center + seconds / 2}, 1200.0), textWidth);
    QTEST(static_cast<int>(axis.fine.unit), "fine");
    QTEST(static_cast<int>(axis.coarse.unit), "coarse");
}

void TestTickMarks::labelsNeverOverlapAndTheYearIsAlwaysThere()
{
    int checked = 0;
    for (const char* center : {"2021-04-14", "2020-02-29", "1999-12-31", "0003-06-01"}) {
        for (double seconds = TimeScale::narrowest; seconds < TimeScale::widest; seconds *= 1.17) {
            for (const double width : {60.0, 400.0, 1280.0, 5000.0}) {
                const double middle = on(center);
                const TimeScale scale({middle - seconds / 2, middle + seconds / 2}, width);
                const Axis axis = calendarAxis(scale, textWidth);
                bool namesYear = false;
                for (const AxisRow* row : {&axis.fine, &axis.coarse}) {
                    double free = 0.0;
                    for (const Tick& tick : row->ticks) {
                        if (tick.label.empty())
                            continue;
                        QVERIFY2(tick.labelX >= free - 1e-6, tick.label.c_str());
                        QVERIFY2(tick.labelX + tick.labelWidth <= width + 1e-6, tick.label.c_str());
                        free = tick.labelX + tick.labelWidth;
                        namesYear = namesYear || row->unit >= CalendarUnit::Year || row == &axis.coarse;
                    }
                    QVERIFY(row->ticks.size() < 3000);
                }
                QVERIFY(namesYear);
                ++checked;
            }
        }
    }
    QVERIFY(checked > 500);
}

void TestTickMarks::ticksLieOnCalendarBoundaries()
{
    for (double seconds = TimeScale::narrowest; seconds < 4000 * year; seconds *= 1.31) {
        const TimeScale scale({on("2021-01-20"), on("2021-01-20") + seconds}, 1000.0);
        const Axis axis = calendarAxis(scale, textWidth);
        for (const AxisRow* row : {&axis.fine, &axis.coarse}) {
            for (std::size_t i = 0; i < row->ticks.size(); ++i) {
                const double time = row->ticks[i].time;
                QCOMPARE(periodBegin(time, row->unit, row->step), time);
                if (i > 0)
                    QCOMPARE(nextPeriod(row->ticks[i - 1].time, row->unit, row->step), time);
                if (row->unit >= CalendarUnit::Day)
                    QCOMPARE(std::fmod(time, day), 0.0);
                if (row->unit >= CalendarUnit::Year)
                    QCOMPARE(periodBegin(time, CalendarUnit::Month, 12), time);
            }
        }
    }
}

void TestTickMarks::daysOfAMonthEndWithIt()
{
    std::vector<double> found;
    for (double time = on("2021-01-01"); time < on("2021-03-02"); time = nextPeriod(time, CalendarUnit::Day, 5))
        found.push_back(time);
    const std::vector<double> expected = {on("2021-01-01"), on("2021-01-05"), on("2021-01-10"), on("2021-01-15"),
                                          on("2021-01-20"), on("2021-01-25"), on("2021-02-01"), on("2021-02-05"),
                                          on("2021-02-10"), on("2021-02-15"), on("2021-02-20"), on("2021-02-25"),
                                          on("2021-03-01")};
    QCOMPARE(found, expected);
}

void TestTickMarks::aMonthAndItsYearAreNamed()
{
    const Axis axis = calendarAxis(TimeScale({on("2021-04-03"), on("2021-05-20")}, 1200.0), textWidth);
    QCOMPARE(labels(axis.coarse), (std::vector<std::string>{"April 2021", "May 2021"}));
    QCOMPARE(labels(axis.fine).front(), std::string("3"));
}

void TestTickMarks::yearsBeforeChristAreSaid()
{
    const Axis axis = calendarAxis(TimeScale({-1980 * year, -1965 * year}, 720.0), textWidth);
    const auto texts = labels(axis.fine);
    QVERIFY(std::ranges::find(texts, "2 BC") != texts.end());
    QVERIFY(std::ranges::find(texts, "1 BC") != texts.end());
    QVERIFY(std::ranges::find(texts, "1") != texts.end());
    QVERIFY(std::ranges::find(texts, "0") == texts.end());
}

void TestTickMarks::aPeriodThatBeginsEarlierIsNamedAtTheEdge()
{
    const Axis axis = calendarAxis(TimeScale({on("2021-04-10"), on("2021-04-20")}, 600.0), textWidth);
    QCOMPARE(labels(axis.coarse), (std::vector<std::string>{"April 2021"}));
    QVERIFY(axis.coarse.ticks.front().x < 0.0);
    QVERIFY(axis.coarse.ticks.front().labelX >= 0.0);
}

QTEST_APPLESS_MAIN(TestTickMarks)
#include "tst_tick_marks.moc"
