// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/written_date.h"

#include <QTest>

#include <random>

using namespace synoptic;
using namespace synoptic::ingest;

class TestWrittenDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDateIsFoundInItsForms_data();
    void aDateIsFoundInItsForms();
    void nearMissesAreNoDates_data();
    void nearMissesAreNoDates();
    void severalDatesAreFoundInOrder();
    void aDateWithoutAYearIsNoDay();
    void aWrongWeekdayIsNoticed();
    void anAmbiguousDateIsNoDay();
    void theYearsOfAWeekdayAreCounted();
    void aTimestampKeepsItsOwnDay_data();
    void aTimestampKeepsItsOwnDay();
    void aPathHoldsADate_data();
    void aPathHoldsADate();
    void anyBytesAreSearched();
};

void TestWrittenDate::aDateIsFoundInItsForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("words");
    QTest::newRow("month first") << "On March 2, 2019 it closed"
                                 << "2019-03-02"
                                 << "March 2, 2019";
    QTest::newRow("no comma") << "March 2 2019 Today"
                              << "2019-03-02"
                              << "March 2 2019";
    QTest::newRow("abbreviated") << "Mar. 2nd, 2019"
                                 << "2019-03-02"
                                 << "Mar. 2nd, 2019";
    QTest::newRow("four letters") << "Sept. 14, 2019"
                                  << "2019-09-14"
                                  << "Sept. 14, 2019";
    QTest::newRow("day first") << "2 March 2019"
                               << "2019-03-02"
                               << "2 March 2019";
    QTest::newRow("day of month") << "the 2nd of March, 2019"
                                  << "2019-03-02"
                                  << "2nd of March, 2019";
    QTest::newRow("with weekday") << "Saturday, March 2, 2019"
                                  << "2019-03-02"
                                  << "Saturday, March 2, 2019";
    QTest::newRow("weekday and day first") << "Sat, 02 Mar 2019 10:00"
                                           << "2019-03-02"
                                           << "Sat, 02 Mar 2019";
    QTest::newRow("German") << QStringLiteral("Veröffentlicht am 2. März 2019 um 10 Uhr") << "2019-03-02"
                            << QStringLiteral("2. März 2019");
    QTest::newRow("French") << QStringLiteral("le 2 août 2019") << "2019-08-02" << QStringLiteral("2 août 2019");
    QTest::newRow("Spanish") << "2 de marzo de 2019"
                             << "2019-03-02"
                             << "2 de marzo de 2019";
    QTest::newRow("hyphens") << "02-Mar-2019"
                             << "2019-03-02"
                             << "02-Mar-2019";
    QTest::newRow("NO-BREAK SPACE") << QStringLiteral("March\u00A02, 2019") << "2019-03-02"
                                    << QStringLiteral("March\u00A02, 2019");
    QTest::newRow("ISO 8601") << "2019-03-02T23:30"
                              << "2019-03-02"
                              << "2019-03-02";
    QTest::newRow("slashes, year first") << "2019/3/2"
                                         << "2019-03-02"
                                         << "2019/3/2";
    QTest::newRow("dots") << "am 02.03.2019 um"
                          << "2019-03-02"
                          << "02.03.2019";
    QTest::newRow("slashes, day over twelve") << "3/22/2019"
                                              << "2019-03-22"
                                              << "3/22/2019";
    QTest::newRow("slashes, day first") << "22/3/2019"
                                        << "2019-03-22"
                                        << "22/3/2019";
    QTest::newRow("capitals") << "PUBLISHED: MARCH 2, 2019"
                              << "2019-03-02"
                              << "MARCH 2, 2019";
    QTest::newRow("leap day") << "February 29, 2020"
                              << "2020-02-29"
                              << "February 29, 2020";
}

void TestWrittenDate::aDateIsFoundInItsForms()
{
    QFETCH(QString, text);
    QFETCH(QString, day);
    QFETCH(QString, words);
    const std::string line = text.toStdString();
    const auto dates = writtenDates(line);
    QCOMPARE(dates.size(), 1U);
    QVERIFY(dates[0].calendarDay().has_value());
    QCOMPARE(QString::fromStdString(isoDate(*dates[0].calendarDay())), day);
    QCOMPARE(QString::fromStdString(std::string(textOf(line, dates[0].span))), words);
    QVERIFY(!dates[0].contradictsWeekday());
}

void TestWrittenDate::nearMissesAreNoDates_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"it may 4 times", "march 20 miles", "April 31, 2021", "February 30", "13.13.2021",
                             "2021-13-01", "version 1.2.3", "April 2021", "in May", "Marching 4", "4 Mayors",
                             "April 20:15", "call 555-1234-5678", "2021-04-261", ""})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestWrittenDate::nearMissesAreNoDates()
{
    QFETCH(QString, text);
    QVERIFY(writtenDates(text.toStdString()).empty());
}

void TestWrittenDate::severalDatesAreFoundInOrder()
{
    const std::string line = "Published March 2, 2019 | Updated 3 March 2019 | Thursday, May 26";
    const auto dates = writtenDates(line);
    QCOMPARE(dates.size(), 3U);
    QCOMPARE(isoDate(*dates[0].calendarDay()), std::string("2019-03-02"));
    QCOMPARE(isoDate(*dates[1].calendarDay()), std::string("2019-03-03"));
    QCOMPARE(textOf(line, dates[2].span), std::string_view("Thursday, May 26"));
}

void TestWrittenDate::aDateWithoutAYearIsNoDay()
{
    const auto dates = writtenDates("Thursday, May 26");
    QCOMPARE(dates.size(), 1U);
    QVERIFY(!dates[0].calendarDay());
    QCOMPARE(dates[0].month, 5U);
    QCOMPARE(dates[0].day, 26U);
    QVERIFY(dates[0].weekday == std::chrono::Thursday);
}

void TestWrittenDate::aWrongWeekdayIsNoticed()
{
    QVERIFY(writtenDates("Sunday, March 2, 2019")[0].contradictsWeekday());
}

void TestWrittenDate::anAmbiguousDateIsNoDay()
{
    const auto dates = writtenDates("04/05/2021");
    QCOMPARE(dates.size(), 1U);
    QVERIFY(dates[0].ambiguous);
    QVERIFY(!dates[0].calendarDay());
    QVERIFY(!writtenDates("05/05/2021")[0].ambiguous);
}

void TestWrittenDate::theYearsOfAWeekdayAreCounted()
{
    QCOMPARE(yearsThatFit(writtenDates("Thursday, May 26")[0], 2010, 2025), std::string("2011, 2016, 2022"));
    QCOMPARE(yearsThatFit(writtenDates("Saturday, February 29")[0], 2010, 2025), std::string("2020"));
    QCOMPARE(yearsThatFit(writtenDates("May 26")[0], 2010, 2025), std::string());
}

void TestWrittenDate::aTimestampKeepsItsOwnDay_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("day");
    QTest::newRow("late in the west") << "2021-05-04T23:30:00-04:00"
                                      << "2021-05-04";
    QTest::newRow("UTC") << "2021-05-05T03:30:00Z"
                         << "2021-05-05";
    QTest::newRow("basic form") << "20210504T233000"
                                << "2021-05-04";
    QTest::newRow("mail") << "Tue, 4 May 2021 23:30:00 -0400"
                          << "2021-05-04";
    QTest::newRow("words") << " May 4, 2021 "
                           << "2021-05-04";
    QTest::newRow("a blank for the T") << "2021-05-04 23:30"
                                       << "2021-05-04";
    QTest::newRow("a month") << "2021-05"
                             << "";
    QTest::newRow("seconds of an epoch") << "1620171000"
                                         << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestWrittenDate::aTimestampKeepsItsOwnDay()
{
    QFETCH(QString, value);
    QFETCH(QString, day);
    const auto found = dayOfTimestamp(value.toStdString());
    QCOMPARE(found ? QString::fromStdString(isoDate(*found)) : QString(), day);
}

void TestWrittenDate::aPathHoldsADate_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("days");
    QTest::newRow("address") << "https://example.com/2021/05/04/harbor-closed"
                             << "2021-05-04";
    QTest::newRow("one digit") << "https://example.com/2021/5/4/harbor"
                               << "2021-05-04";
    QTest::newRow("month's name") << "https://example.com/2021/may/04/harbor"
                                  << "2021-05-04";
    QTest::newRow("hyphens") << "2021-05-04-harbor.txt"
                             << "2021-05-04";
    QTest::newRow("underscores") << "harbor_2021_05_04.txt"
                                 << "2021-05-04";
    QTest::newRow("compact") << "20210504_harbor.txt"
                             << "2021-05-04";
    QTest::newRow("a month alone") << "https://example.com/2021/05/harbor"
                                   << "2021-05";
    QTest::newRow("a number of an article") << "harbor-20219999.txt"
                                            << "";
    QTest::newRow("a longer number") << "harbor-1202105041.txt"
                                     << "";
    QTest::newRow("hexadecimal") << "003_7f79ca6255ddfd81.txt"
                                 << "";
    QTest::newRow("full stops") << "https://example.com/harbor_of_04.05.2021_shut"
                                << "2021-05-04";
    QTest::newRow("years") << "2019-2021.txt"
                           << "";
    QTest::newRow("nothing") << ""
                             << "";
}

void TestWrittenDate::aPathHoldsADate()
{
    QFETCH(QString, path);
    QFETCH(QString, days);
    const auto found = daysInPath(path.toStdString());
    QCOMPARE(found ? QString::fromStdString(edtfOf(*found)) : QString(), days);
}

void TestWrittenDate::anyBytesAreSearched()
{
    std::mt19937 random(5);
    const std::vector<std::string> pieces = {"May", " ",      "4",    "2021", "-",   "/",  ".", ",",
                                             "th",  "\u00A0", "\xFF", "of",   "Mon", "12", ":"};
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        for (int i = 0; i < round % 12; ++i)
            text += pieces[random() % pieces.size()];
        std::uint32_t end = 0;
        for (const WrittenDate& date : writtenDates(text)) {
            QVERIFY(date.span.begin >= end && date.span.begin < date.span.end && date.span.end <= text.size());
            end = date.span.end;
        }
        dayOfTimestamp(text);
        daysInPath(text);
    }
}

QTEST_APPLESS_MAIN(TestWrittenDate)
#include "tst_written_date.moc"
