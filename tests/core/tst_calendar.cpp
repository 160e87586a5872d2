// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/calendar.h"

#include <QTest>

using namespace synoptic;
using namespace std::chrono_literals;
using std::chrono::sys_days;

class TestCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIsoDateReadsBack_data();
    void anIsoDateReadsBack();
    void anythingElseIsNoDate_data();
    void anythingElseIsNoDate();
    void aRangeHasTheShortestEdtf_data();
    void aRangeHasTheShortestEdtf();
    void anIsoWeekBelongsToTheYearOfItsThursday_data();
    void anIsoWeekBelongsToTheYearOfItsThursday();
};

void TestCalendar::anIsoDateReadsBack_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"2021-04-15", "2000-02-29", "0001-01-01", "9999-12-31"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestCalendar::anIsoDateReadsBack()
{
    QFETCH(QString, text);
    const auto day = dayFromIso(text.toStdString());
    QVERIFY(day.has_value());
    QCOMPARE(QString::fromStdString(isoDate(*day)), text);
}

void TestCalendar::anythingElseIsNoDate_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "2021", "2021-02-30", "2021-13-01", "2021/04/15", "15-04-2021", "2021-4-15", "202a-04-15"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestCalendar::anythingElseIsNoDate()
{
    QFETCH(QString, text);
    QVERIFY(!dayFromIso(text.toStdString()));
}

void TestCalendar::aRangeHasTheShortestEdtf_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("edtf");
    QTest::newRow("a day") << "2021-04-15"
                           << "2021-04-15"
                           << "2021-04-15";
    QTest::newRow("a month") << "2021-04-01"
                             << "2021-04-30"
                             << "2021-04";
    QTest::newRow("February of a leap year") << "2020-02-01"
                                             << "2020-02-29"
                                             << "2020-02";
    QTest::newRow("February less a day") << "2020-02-01"
                                         << "2020-02-28"
                                         << "2020-02-01/2020-02-28";
    QTest::newRow("a year") << "2021-01-01"
                            << "2021-12-31"
                            << "2021";
    QTest::newRow("over a month's end") << "2021-04-20"
                                        << "2021-05-05"
                                        << "2021-04-20/2021-05-05";
}

void TestCalendar::aRangeHasTheShortestEdtf()
{
    QFETCH(QString, first);
    QFETCH(QString, last);
    QFETCH(QString, edtf);
    const DayRange range{dayFromIso(first.toStdString()).value(), dayFromIso(last.toStdString()).value()};
    QCOMPARE(QString::fromStdString(edtfOf(range)), edtf);
    if (const auto back = daysFromIso(edtf.toStdString()))
        QVERIFY(*back == range);
}

void TestCalendar::anIsoWeekBelongsToTheYearOfItsThursday_data()
{
    QTest::addColumn<QString>("day");
    QTest::addColumn<int>("year");
    QTest::addColumn<uint>("week");
    QTest::newRow("New Year's Day in the old year's week") << "2021-01-01" << 2020 << 53U;
    QTest::newRow("a Monday in the new year's week") << "2024-12-30" << 2025 << 1U;
    QTest::newRow("a Sunday in the old year's week") << "2016-01-03" << 2015 << 53U;
    QTest::newRow("mid year") << "2021-04-15" << 2021 << 15U;
}

void TestCalendar::anIsoWeekBelongsToTheYearOfItsThursday()
{
    QFETCH(QString, day);
    QFETCH(int, year);
    QFETCH(uint, week);
    const Day theDay = dayFromIso(day.toStdString()).value();
    const IsoWeek found = isoWeekOf(theDay);
    QCOMPARE(found.year, year);
    QCOMPARE(found.week, week);
    QVERIFY(mondayOf(found) <= theDay);
    QVERIFY(theDay < mondayOf(found) + std::chrono::days{7});
}

QTEST_APPLESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
