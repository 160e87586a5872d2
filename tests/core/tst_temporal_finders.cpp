// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"

#include <QTest>

using namespace synoptic;
using namespace synoptic::temporal;

namespace {

/// "words = value" of each expression, against Thursday, 2021-04-15.
QString found(const QString& sentence)
{
    const std::string text = sentence.toStdString();
    const std::vector<TextSpan> sentences{spanOf(0, text.size())};
    const Day published = *dayFromIso("2021-04-15");
    const auto expressions =
        resolve(text, recognize(text, sentences), {DayRange{published, published}, DocumentKind::News});
    QStringList lines;
    for (const TemporalExpression& expression : expressions)
        lines << QString::fromStdString(std::string(textOf(text, expression.span)) + " = " + expression.value);
    return lines.join(QStringLiteral(" | "));
}

void row(const char* name, const char* sentence, const char* expected)
{
    QTest::newRow(name) << QString::fromUtf8(sentence) << QString::fromUtf8(expected);
}

void addColumns()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("expected");
}

void compare()
{
    QFETCH(QString, sentence);
    QFETCH(QString, expected);
    QCOMPARE(found(sentence), expected);
}

} // namespace

/// Each finder on its own: what it finds, where it finds nothing, where it finds several.
class TestTemporalFinders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesInFigures_data();
    void datesInFigures() { compare(); }
    void daysOfMonths_data();
    void daysOfMonths() { compare(); }
    void weekdays_data();
    void weekdays() { compare(); }
    void yearsDecadesAndCenturies_data();
    void yearsDecadesAndCenturies() { compare(); }
    void quartersHalvesAndSeasons_data();
    void quartersHalvesAndSeasons() { compare(); }
    void clocks_data();
    void clocks() { compare(); }
    void partsOfTheDay_data();
    void partsOfTheDay() { compare(); }
    void holidays_data();
    void holidays() { compare(); }
    void pointers_data();
    void pointers() { compare(); }
    void lengths_data();
    void lengths() { compare(); }
    void repetitions_data();
    void repetitions() { compare(); }
    void vagueWords_data();
    void vagueWords() { compare(); }
    void timesCountedFromADate_data();
    void timesCountedFromADate() { compare(); }
};

void TestTemporalFinders::datesInFigures_data()
{
    addColumns();
    row("finds ISO", "Dated 2020-11-03 in ink.", "2020-11-03 = 2020-11-03");
    row("finds the month first", "Dated 4/15/2021 in ink.", "4/15/2021 = 2021-04-15");
    row("finds the day first if it must", "Dated 15/4/2021 in ink.", "15/4/2021 = 2021-04-15");
    row("finds full stops", "Dated 3.11.2020 in ink.", "3.11.2020 = 2020-11-03");
    row("finds nothing in a thirteenth month", "Dated 13.13.2020 in ink.", "");
    row("finds nothing in four parts", "They shipped 1.12.2020.4 in ink.", "");
    row("finds several", "Dated 2020-11-03, then 2020-12-04.", "2020-11-03 = 2020-11-03 | 2020-12-04 = 2020-12-04");
    row("finds a day without its year after its preposition", "It sails on 5/12 again.", "5/12 = 2021-05-12");
    row("finds a range of such days", "It is shut from 5/1 to 5/7 here.", "5/1 = 2021-05-01 | 5/7 = 2021-05-07");
    row("finds a list of such days", "It sails on 5/20, 5/22 or 5/25 again.",
        "5/20 = 2021-05-20 | 5/22 = 2021-05-22 | 5/25 = 2021-05-25");
    row("finds a range with the year at its end", "It was shut from 5/1/2019-5/7/2019 here.",
        "5/1/2019 = 2019-05-01 | 5/7/2019 = 2019-05-07");
    row("finds a weekday with figures", "It sails Friday 5/14 again.", "Friday 5/14 = 2021-05-14");
    row("finds a named month between dashes", "Dated 2019-Aug-01 and 23/Sep/2020.",
        "2019-Aug-01 = 2019-08-01 | 23/Sep/2020 = 2020-09-23");
    row("finds a month in figures", "Dated 2019-04 and 12/2018.", "2019-04 = 2019-04 | 12/2018 = 2018-12");
    row("finds the month where no year can follow", "Dated 2015-12 here.", "2015-12 = 2015-12");
    row("finds a range whose end has the year", "It was shut 5/1-5/7/2019 here.",
        "5/1 = 2019-05-01 | 5/7/2019 = 2019-05-07");
    row("finds a range of dates between dashes", "It was shut from 10-1-2018-10-7-2018 here.",
        "10-1-2018 = 2018-10-01 | 10-7-2018 = 2018-10-07");
    row("finds a named month beside its weekday", "It sails Friday (Jun-18) and Monday-Jun-21 again.",
        "Friday (Jun-18) = 2021-06-18 | Monday = 2021-04-12 | Jun-21 = 2021-06-21");
    row("finds a day that an hour follows", "It sails 23/4 before 5pm again.",
        "23/4 = 2021-04-23 | 5pm = 2021-04-23T17:00");
    row("finds nothing in a fraction", "It is about 2/3 of the way.", "");
    row("finds nothing in a share of a vote", "On 2/3 of the days it rains.", "");
    row("finds two years where the second is the next", "The seasons 2007-08 were mild.", "2007 = 2007 | 08 = 2008");
    row("finds nothing in a telephone number", "Call 138-2010-2015 for more.", "");
    row("finds nothing in one that begins like a year", "Call +86 2010-2015-86 for more.", "");
}

void TestTemporalFinders::daysOfMonths_data()
{
    addColumns();
    row("finds a day after its month", "It rained on June 3, 2019.", "June 3, 2019 = 2019-06-03");
    row("finds a day before its month", "It rained on 3 June 2019.", "3 June 2019 = 2019-06-03");
    row("finds an abbreviated month with its year", "It rained in Feb 2018.", "Feb 2018 = 2018-02");
    row("finds a month and a year with a dash", "It rained in Dec-2018.", "Dec-2018 = 2018-12");
    row("finds a month in small letters", "It rained in april 2017.", "april 2017 = 2017-04");
    row("finds a short year", "It rained in April of 87.", "April of 87 = 1987-04");
    row("finds a month and the year behind its preposition", "It rained in April in 2016.", "April in 2016 = 2016-04");
    row("finds a day in words", "It rained on May twenty nine.", "May twenty nine = 2021-05-29");
    row("finds a day and a year in words", "It rained on twenty five January nineteen eighty six.",
        "twenty five January nineteen eighty six = 1986-01-25");
    row("finds a short month without its stop", "It rained after Feb and stopped.", "Feb = 2021-02");
    row("finds a range over the end of the month", "It rained from April 27 to the 3rd.",
        "April 27 = 2021-04-27 | 3rd = 2021-05-03");
    row("finds a day of a pointed month", "They meet on the 21st of this month.",
        "the 21st of this month = 2021-04-21");
    row("finds nothing in a first name after a preposition", "It was told by Jan Egeland.", "");
    row("finds no day in what May counts", "In May two men came.", "May = 2021-05");
    row("finds nothing in a name", "They met June Smith and April Jones.", "");
    row("finds nothing in a modal", "It may 5 times fail.", "");
    row("finds nothing on an impossible day", "It rained on June 31.", "");
    row("finds several of one month", "It rained on June 3, 4 and 7, 2019.",
        "June 3 = 2019-06-03 | 4 = 2019-06-04 | 7, 2019 = 2019-06-07");
    row("finds several months", "It rained from March to May 2019.", "March = 2019-03 | May 2019 = 2019-05");
    row("finds months that describe", "The March session was long.", "March = 2021-03");
    row("finds nothing in a march", "The March on the capital was long.", "");
    row("finds a range of abbreviated months", "It is shut from Sep to Nov here.", "Sep = 2020-09 | Nov = 2020-11");
    row("finds days in words that share their month", "It is shut from the ninth to the seventeenth of June.",
        "the ninth = 2021-06-09 | the seventeenth of June = 2021-06-17");
    row("finds the year behind its preposition", "It rained on 28 June in 2020.", "28 June in 2020 = 2020-06-28");
    row("finds no day in a price", "It cost $12 June was told.", "June = 2020-06");
    row("finds the year before the month", "He went there in 2017 April and in 2018 may.",
        "2017 April = 2017-04 | 2018 = 2018");
    row("finds nothing in a month that is a name behind a year", "In 1998 April Wilson spoke.", "1998 = 1998");
    row("finds a range that begins in the month before", "It was shut from the 27th to the 3rd of April 2019.",
        "the 27th = 2019-03-27 | the 3rd of April 2019 = 2019-04-03");
    row("finds a range that begins in the year before", "It was shut from 27 to 3 January 2019.",
        "27 = 2018-12-27 | 3 January 2019 = 2019-01-03");
}

void TestTemporalFinders::weekdays_data()
{
    addColumns();
    row("finds one", "They met on Monday.", "Monday = 2021-04-12");
    row("finds one in small letters", "They met on monday.", "monday = 2021-04-12");
    row("finds one with its part", "They met Monday evening.", "Monday evening = 2021-04-12TEV");
    row("finds one of a week", "They meet on Tuesday of next week.", "Tuesday of next week = 2021-04-20");
    row("finds one after its week", "They met last week Friday.", "last week Friday = 2021-04-09");
    row("finds nothing in short words", "The sun sat low and they wed.", "");
    row("finds nothing in the stars", "The Sun and Sat are short.", "");
    row("finds several", "They met Monday and Tuesday.", "Monday = 2021-04-12 | Tuesday = 2021-04-13");
    row("finds one with its day of the month", "They meet on Friday the 23rd.", "Friday the 23rd = 2021-04-23");
    row("finds one with its day in words", "They met on Monday the twelfth.", "Monday the twelfth = 2021-04-12");
    row("finds one with its day months away", "They will meet on Tuesday the 13th.", "Tuesday the 13th = 2021-07-13");
    row("finds one alone before a count", "They sold on Monday 31 boats.", "Monday = 2021-04-12");
    row("finds one after its week counted", "They meet on Monday of the following week.",
        "Monday of the following week = 2021-04-19");
    row("finds one whose figures say which", "They sail next Friday 5/14.", "next Friday 5/14 = 2021-05-14");
    row("finds short ones of a week", "They meet next week Mon at last.", "next week Mon = 2021-04-19");
    row("finds one with its part, of a week", "They meet Wednesday evening next week.",
        "Wednesday evening next week = 2021-04-21TEV");
    row("finds a range in the week it begins", "They meet from next Monday to Friday.",
        "next Monday = 2021-04-19 | Friday = 2021-04-23");
    row("finds both of a short list", "It opens next week Mon or Tue.",
        "next week Mon = 2021-04-19 | Tue. = 2021-04-20");
    row("finds the end of one", "He left by the end of the Sunday.", "the end of the Sunday = 2021-04-11");
}

void TestTemporalFinders::yearsDecadesAndCenturies_data()
{
    addColumns();
    row("finds a year", "It was built in 1931.", "1931 = 1931");
    row("finds a year in a heading", "2004: The harbor closes", "2004 = 2004");
    row("finds a year in words", "It was built on 6 April seventeen hundred thirty-three.",
        "6 April seventeen hundred thirty-three = 1733-04-06");
    row("finds a decade", "It was built in the 1930s.", "the 1930s = 193");
    row("finds decades that share their century", "It was loud in the 1960s and 70s.", "the 1960s = 196 | 70s = 197");
    row("finds a century before Christ", "It was built in the 5th century BC.", "the 5th century BC = BC04");
    row("finds a year that did something", "2007 also saw a strike.", "2007 = 2007");
    row("finds a year that describes", "A 1996 law and its 1931 draft failed.", "1996 = 1996 | 1931 = 1931");
    row("finds the latest of years", "It was open as late as 1981 by night.", "1981 = 1981");
    row("finds nothing in a round number in words", "Twelve hundred came.", "");
    row("finds nothing in what happened to people", "1905 were hurt.", "");
    row("finds nothing in what people did", "2000 died.", "");
    row("finds nothing in a number of things", "They sold 1931 cars.", "");
    row("finds nothing in a ship's name", "The Orion 1980 sailed.", "");
    row("finds nothing in the year 0", "In the year 0 it was silent.", "");
    row("finds several", "The northern front 1861-1863 and 1864 were bloody.",
        "1861 = 1861 | 1863 = 1863 | 1864 = 1864");
    row("finds several before Christ", "The revolt (499-493 BC) failed.", "499 = BC0499 | 493 BC = BC0493");
}

void TestTemporalFinders::quartersHalvesAndSeasons_data()
{
    addColumns();
    row("finds a quarter", "Sales fell in the second quarter of 2019.", "the second quarter of 2019 = 2019-Q2");
    row("finds a quarter without the article of its noun", "It hid the third-quarter loss.", "third-quarter = 2020-Q3");
    row("finds business years", "Sales fell in FY2010 and in fiscal-year 2009.",
        "FY2010 = 2010 | fiscal-year 2009 = 2009");
    row("finds a business year's quarter", "Sales fell in the fiscal 2013 third quarter.",
        "the fiscal 2013 third quarter = 2013-Q3");
    row("finds the year of a quarter by its end", "It fell in the third quarter ended June 30, 2013.",
        "the third quarter = 2013-Q3 | June 30, 2013 = 2013-06-30");
    row("finds the last half", "Sales fell in the last half of 2019.", "the last half of 2019 = 2019-H2");
    row("finds a season", "Sales fell last winter.", "last winter = 2020-WI");
    row("finds a season that describes", "They planned the summer offensive.", "summer = 2021-SU");
    row("finds a season beside another", "They spent the spring and early summer of 2019 at sea.",
        "the spring = 2019-SP | early summer of 2019 = 2019-SU");
    row("finds the half of a month", "Sales fell in the last half of June.", "the last half of June = 2020-06");
    row("finds the half of this year", "Sales fell in the first half of the year.",
        "the first half of the year = 2021-H1");
    row("finds the rest of a year", "They will rest for the rest of the year.", "the rest of the year = 2021");
    row("finds a business year alone", "Sales fell over the fiscal year.", "the fiscal year = 2021");
    row("finds nothing in a fraction", "A quarter of the voters and half of the rest came.", "");
    row("finds nothing in a fall", "The fall of the city and a spring broke.", "");
    row("finds nothing in a palace", "They took the Winter Palace.", "");
    row("finds several", "Sales fell in the second and third quarters of 2019 and in spring 2020.",
        "the second = 2019-Q2 | third quarters of 2019 = 2019-Q3 | spring 2020 = 2020-SP");
    row("finds the year first", "Sales fell in 2019-Q1 and 2018 H2.", "2019-Q1 = 2019-Q1 | 2018 H2 = 2018-H2");
}

void TestTemporalFinders::clocks_data()
{
    addColumns();
    row("finds a clock with its half of the day", "It began at 5:30 p.m. sharp.", "5:30 p.m. = 2021-04-15T17:30");
    row("finds half past", "It began at half past seven.", "half past seven = 2021-04-15T07:30");
    row("finds a quarter to", "It began at a quarter to eight in the evening.",
        "a quarter to eight in the evening = 2021-04-15T19:45");
    row("finds minutes past", "It began at 20 minutes past nine.", "20 minutes past nine = 2021-04-15T09:20");
    row("finds a clock of a pointed day", "It began yesterday at 5 p.m. sharp.",
        "yesterday at 5 p.m. = 2021-04-14T17:00");
    row("finds a whole hour", "It began at 8 o'clock sharp.", "8 o'clock = 2021-04-15T08:00");
    row("finds an hour without a colon", "It began at 1140 a.m. sharp.", "1140 a.m. = 2021-04-15T11:40");
    row("finds hours of four figures", "It is shut between 0730-0930 here.",
        "0730 = 2021-04-15T07:30 | 0930 = 2021-04-15T09:30");
    row("finds an hour in words before its day", "It begins at five-thirty tomorrow evening.",
        "five-thirty tomorrow evening = 2021-04-16T17:30");
    row("finds both hours behind their day", "It began Tuesday at 2:00 - 2:30 pm here.",
        "Tuesday at 2:00 = 2021-04-13T14:00 | 2:30 pm = 2021-04-13T14:30");
    row("finds both hours of one evening", "It began last evening between 10:30 and 11:45.",
        "last evening between 10:30 = 2021-04-14T22:30 | 11:45 = 2021-04-14T23:45");
    row("finds nothing in a score", "They won 3-1 and 2:1 at home.", "");
    row("finds nothing in a decimal", "It rose by 3.15 points.", "");
    row("finds nothing in a verse", "He read Luke 3:16 aloud.", "");
    row("finds nothing in a film", "They saw High Noon.", "");
    row("finds both ends of a range", "It is open from 9 to 11:30 p.m. here.",
        "9 = 2021-04-15T21:00 | 11:30 p.m. = 2021-04-15T23:30");
    row("finds a range over noon", "It is open from 11 to 1 p.m. here.",
        "11 = 2021-04-15T11:00 | 1 p.m. = 2021-04-15T13:00");
    row("finds hours that share the day before", "It sails Tuesday from 2:00 to 2:30 pm again.",
        "Tuesday from 2:00 = 2021-04-13T14:00 | 2:30 pm = 2021-04-13T14:30");
    row("finds hours that share the day behind", "It sailed between 3 and 8 yesterday.",
        "3 = 2021-04-14T03:00 | 8 yesterday = 2021-04-14T08:00");
    row("finds hours whose part of the day is said", "It sailed between 7 and 9 last night.",
        "7 = 2021-04-14T19:00 | 9 last night = 2021-04-14T21:00");
    row("finds a bare hour behind its day", "It sailed last night at 8.", "last night at 8 = 2021-04-14T20:00");
    row("finds hours in words", "They play from three thirty to four thirty.",
        "three thirty = 2021-04-15T03:30 | four thirty = 2021-04-15T04:30");
    row("finds what a computer writes", "Logged Wed Oct 26 15:50:06 2016 here.",
        "Wed Oct 26 15:50:06 2016 = 2016-10-26T15:50:06");
    row("finds the day alone beside a score", "They won 6-4 Monday in rain.", "Monday = 2021-04-12");
    row("finds the day alone beside a fall", "It fell from 12 to 10 on Tuesday.", "Tuesday = 2021-04-13");
    row("finds a clock with a full stop behind its day", "It sails Monday at 2.30, and Thursdays at 17.30.",
        "Monday at 2.30 = 2021-04-12T02:30 | Thursdays at 17.30 = XXXX-WXX-4T17:30");
    row("finds such a clock beside one that says its half", "It is open from 9.30 to 4.30 pm here.",
        "9.30 = 2021-04-15T09:30 | 4.30 pm = 2021-04-15T16:30");
    row("finds nothing in two prices", "It rose from 3.15 to 4.50 here.", "");
    row("finds an hour of the day named just before",
        "He left on Feb. 1 no later than 6:00. On Feb. 2 before 5 p.m. he came.",
        "Feb. 1 = 2021-02-01 | 6:00 = 2021-02-01T06:00 | Feb. 2 = 2021-02-02 | 5 p.m. = 2021-02-02T17:00");
    row("finds hours behind a part of a day", "It sails Monday morning 6-8.",
        "Monday morning 6 = 2021-04-12T06:00 | 8 = 2021-04-12T08:00");
    row("finds the night alone beside a score", "They won Saturday night, 6-4.", "Saturday night = 2021-04-10TNI");
    row("finds midnight apart", "He left at mid night.", "mid night = 2021-04-15T24:00");
    row("finds nothing in hours that are counted", "It takes between 3 and 5 boats.", "");
}

void TestTemporalFinders::partsOfTheDay_data()
{
    addColumns();
    row("finds last night", "It rained last night.", "last night = 2021-04-14TNI");
    row("finds the morning of a day", "It rained on the morning of March 5.", "the morning of March 5 = 2021-03-05TMO");
    row("finds any night", "It rains at night.", "night = XXXX-XX-XXTNI");
    row("finds a night before its day", "It rained overnight Friday.", "overnight Friday = 2021-04-09TNI");
    row("finds an early one before its day", "They left early morning Friday.", "early morning Friday = 2021-04-09TMO");
    row("finds mornings alone", "They are out mornings.", "mornings = XXXX-XX-XXTMO");
    row("finds the middle of one", "It rained in the mid-afternoon of March 5.",
        "the mid-afternoon of March 5 = 2021-03-05TAF");
    row("finds nothing in a morning paper", "A morning paper lay there.", "");
    row("finds several", "It rained this morning and tonight.",
        "this morning = 2021-04-15TMO | tonight = 2021-04-15TNI");
    row("finds an early one", "It rained in the early morning.", "the early morning = 2021-04-15TMO");
    row("finds its hours", "It rained in the early morning hours of March 5.",
        "the early morning hours of March 5 = 2021-03-05TMO");
    row("finds one behind its day", "It rained Tuesday in the morning.", "Tuesday in the morning = 2021-04-13TMO");
    row("finds those of all days", "It rains in the mornings.", "the mornings = XXXX-XX-XXTMO");
    row("finds one without its article", "They met in morning.", "morning = 2021-04-15TMO");
    row("finds nothing in a dawn of something", "It was the dawn of a second wave.", "");
}

void TestTemporalFinders::holidays_data()
{
    addColumns();
    row("finds one by its rule", "They met on Memorial Day 2019.", "Memorial Day 2019 = 2019-05-27");
    row("finds one that moves", "They met on Good Friday.", "Good Friday = 2021-04-02");
    row("finds one as people type", "They met on labor day 2019.", "labor day 2019 = 2019-09-02");
    row("finds its weekend", "They met on Labor Day weekend.", "Labor Day weekend = 2021-W35-WE");
    row("finds the new year", "They rest until the new year.", "the new year = 2021-01-01");
    row("finds nothing in a good day", "It was a good mother's day work.", "");
    row("finds nothing in a song", "They sang White Christmas.", "");
    row("finds nothing in a mother", "His mother had a good day.", "");
    row("finds several", "Between Christmas and New Year's Eve they rest.",
        "Christmas = 2020-12-25 | New Year's Eve = 2020-12-31");
    row("finds the day after another", "They met on Black Friday 2019.", "Black Friday 2019 = 2019-11-29");
    row("finds one in small letters", "They rest after easter 2018.", "easter 2018 = 2018-04-01");
    row("finds the workers' day", "They rest on International Workers' Day.", "Workers' Day = 2021-05-01");
}

void TestTemporalFinders::pointers_data()
{
    addColumns();
    row("finds last week", "They met last week.", "last week = 2021-W14");
    row("finds the week after next", "They meet the week after next.", "the week after next = 2021-W17");
    row("finds the year before's quarter", "It beat the year-earlier third quarter.",
        "the year-earlier third quarter = 2019-Q3");
    row("finds nothing in the end of something", "On the last day of school they sang.", "");
    row("finds nothing in a conjunction", "He said that quarterly sales fell.", "");
    row("finds nothing in a newspaper", "He read it in USA Today.", "");
    row("finds several", "They met yesterday, today and will meet tomorrow.",
        "yesterday = 2021-04-14 | today = 2021-04-15 | tomorrow = 2021-04-16");
    row("finds the weekend of a day", "They meet the weekend of May 8.", "the weekend of May 8 = 2021-W18-WE");
    row("finds the afternoon in short", "It ends today pm.", "today pm = 2021-04-15TAF");
    row("finds some time of a week", "It opens sometime next week.", "sometime next week = 2021-W16");
    row("finds the year by its calendar", "It fell this calendar year.", "this calendar year = 2021");
    row("finds the end of a day", "It ends by end of Friday.", "end of Friday = 2021-04-16");
    row("finds nothing in a program", "They spoke on \"This Week\" again.", "");
    row("finds the week of a day", "They meet in the week of the 19th.", "the week of the 19th = 2021-W16");
    row("finds the week that begins", "They meet in the week beginning May 3.", "the week beginning May 3 = 2021-W18");
    row("finds a week of work", "It opens next workweek.", "next workweek = 2021-W16");
}

void TestTemporalFinders::lengths_data()
{
    addColumns();
    row("finds a length", "They stayed three weeks.", "three weeks = P3W");
    row("finds a length with a half", "They stayed 2 1/2 years.", "2 1/2 years = P2Y6M");
    row("finds a length before an event", "They left in the weeks before the vote.", "weeks = PXW");
    row("finds a length after an event, of no number", "They left days after the vote.", "days = PXD");
    row("finds nothing in a matter of days", "It was a matter of days before they left.", "");
    row("finds nothing in a program", "They saw it on 60 Minutes again.", "");
    row("finds a length with its noun", "They agreed on a three-year period.", "a three-year period = P3Y");
    row("finds a length that describes, without the article", "They came to the two day rally.", "two day = P2D");
    row("finds a business year", "In the year ended March 31 it grew.", "the year = P1Y | March 31 = 2021-03-31");
    row("finds a fortnight", "It grew over the past fortnight.", "the past fortnight = P2W");
    row("finds the next ten years", "It will grow over the next decade.", "the next decade = P10Y");
    row("finds three units", "It took three months, two weeks and two days.",
        "three months, two weeks and two days = P3M16D");
    row("finds a quarter more", "It took a year and a quarter.", "a year and a quarter = P1Y3M");
    row("finds half more", "It took one hour and half.", "one hour and half = PT1H30M");
    row("finds a half alone", "It took a \u00BD hour.", "\u00BD hour = PT30M");
    row("finds nights", "They stayed for two nights.", "two nights = P2D");
    row("finds no number of", "They stayed some days.", "some days = PXD");
    row("finds how long and from when", "They stay for three days from Monday.",
        "three days = P3D | Monday = 2021-04-12");
    row("finds one time before what replaced it", "On April 3 they met. Six days later this plan was dropped.",
        "April 3 = 2021-04-03 | Six days later = 2021-04-09");
    row("finds two times where one ends", "They take 30 minutes later this week.",
        "30 minutes = PT30M | later this week = 2021-W15");
    row("finds no weeks that are three things next week", "They will be only 3 next week.", "next week = 2021-W16");
    row("finds no half of a crew", "They waited two years and half the crew left.", "two years = P2Y");
    row("finds nothing in an age", "The 6-year-old and a man 40 years old ran.", "");
    row("finds nothing in a rate", "It sails four times as often.", "");
    row("finds several", "They stayed two days, then three weeks.", "two days = P2D | three weeks = P3W");
    row("finds a length to publication", "They lost in the five past years.", "the five past years = P5Y");
    row("finds all of a unit", "They stayed all week.", "all week = P1W");
    row("finds weekends", "They stayed three weekends.", "three weekends = P3WE");
    row("finds nothing in what goes on always", "It is open 24 hours a day here.", "");
    row("finds a quarter on top", "It took one and a quarter years and two and a quarter hours.",
        "one and a quarter years = P1Y3M | two and a quarter hours = PT2H15M");
    row("finds tens and ones", "It took twenty and four hours.", "twenty and four hours = PT24H");
    row("finds three parts", "It came 2 years, 1 month and 21 days ago.",
        "2 years, 1 month and 21 days ago = 2019-02-22");
    row("finds one second", "It was due to a one second delay.", "one second = PT1S");
    row("finds two lengths where the later points elsewhere",
        "He slept for the last 3 months and 2 weeks and 2 days ago woke.",
        "the last 3 months = P3M | 2 weeks and 2 days ago = 2021-03-30");
}

void TestTemporalFinders::repetitions_data()
{
    addColumns();
    row("finds every weekday", "They meet every Friday.", "every Friday = XXXX-WXX-5");
    row("finds so often", "They meet twice a month.", "twice a month = P1M");
    row("finds nothing in a newspaper", "They read the Daily Mirror.", "");
    row("finds nothing in every house", "They went to every house.", "");
    row("finds several", "They meet every Monday and each month.", "every Monday = XXXX-WXX-1 | each month = P1M");
    row("finds its clock", "They meet each Monday at 4pm.", "each Monday at 4pm = XXXX-WXX-1T16:00");
    row("finds the clock before it", "They meet at 6am every day.", "6am every day = XXXX-XX-XXT06:00");
    row("finds weekends", "They meet every weekend.", "every weekend = XXXX-WXX-WE");
    row("finds weekends and weekdays", "It is open on weekends and on weekdays.",
        "weekends = XXXX-WXX-WE | weekdays = XXXX-WXX-WD");
    row("finds each second month", "They meet bi-monthly.", "bi-monthly = P2M");
    row("finds half-years", "They meet semi-annually.", "semi-annually = P6M");
    row("finds a day of the month", "They pay on the 19th of every month.", "the 19th of every month = XXXX-XX-19");
}

void TestTemporalFinders::vagueWords_data()
{
    addColumns();
    row("finds now", "They are ready now.", "now = PRESENT_REF");
    row("finds now without its adverb", "They are ready right now.", "now = PRESENT_REF");
    row("finds soon with a modal", "They will soon sail.", "soon = FUTURE_REF");
    row("finds nothing in a story's soon", "They soon sailed.", "");
    row("finds nothing in what was announced before", "It was a previously announced plan.", "");
    row("finds several", "It was shut recently, but it is open now.", "recently = PAST_REF | now = PRESENT_REF");
}

void TestTemporalFinders::timesCountedFromADate_data()
{
    addColumns();
    row("finds weeks before a holiday", "They met two weeks before Christmas.",
        "two weeks before Christmas = 2020-12-11");
    row("finds days from a weekday", "They meet three days from Tuesday.", "three days from Tuesday = 2021-04-16");
    row("finds the exact day", "They meet three weeks from tomorrow.", "three weeks from tomorrow = 2021-05-07");
    row("finds a week of a month", "They met in the first week of March 2019.",
        "the first week of March 2019 = 2019-W10");
    row("finds the last week", "They met in the last week of 2016.", "the last week of 2016 = 2016-W52");
    row("finds a week by its number", "They met in week 3 of 2018.", "week 3 of 2018 = 2018-W03");
    row("finds a weekday of a month", "They meet on the first Monday of next month.",
        "the first Monday of next month = 2021-05-03");
    row("finds a day of a month", "They meet on the 15th day of next month.",
        "the 15th day of next month = 2021-05-15");
    row("finds a month of a year", "They met in the third month of 2019.", "the third month of 2019 = 2019-03");
    row("finds two times after an attack", "They left two days after Monday's attack.",
        "two days = P2D | Monday = 2021-04-12");
    row("finds two units before publication", "They met 2 weeks and 2 days ago.",
        "2 weeks and 2 days ago = 2021-03-30");
    row("finds the day after a holiday", "They met the day after Thanksgiving.",
        "the day after Thanksgiving = 2020-11-27");
    row("finds the year before another", "They met the year before 2015.", "the year before 2015 = 2014");
    row("finds a week by its number alone", "They meet in week 23.", "week 23 = 2021-W23");
    row("finds nothing in a week of a season", "They won in Week 3 again.", "");
    row("finds nothing in a week of a trial", "In week 3 of the trial they met.", "");
    row("finds a weekday of a week counted", "They meet Monday two weeks from now.",
        "Monday two weeks from now = 2021-04-26");
    row("finds a length between two days", "It lasted 64 days from May 5, 2019 to July 8, 2019.",
        "64 days = P64D | May 5, 2019 = 2019-05-05 | July 8, 2019 = 2019-07-08");
    row("finds a length in trading days", "It rose eight trading days after March 12.",
        "eight trading days = P8D | March 12 = 2021-03-12");
    row("finds a day of a strike, its date unknown", "On the fifth day of the strike they sang.",
        "the fifth day = XXXX-XX-XX");
    row("finds a day of a strike that the sentence dates", "On April 3, the fifth day of the strike, they sang.",
        "April 3 = 2021-04-03 | the fifth day = 2021-04-03");
    row("finds the month alone without such a day", "They met on the 40th day of March 2019.", "March 2019 = 2019-03");
    row("finds a part of a counted weekday", "It opens the first Monday evening of next month.",
        "the first Monday evening of next month = 2021-05-03TEV");
    row("finds the weekday of a counted week", "It opened two weeks after Christmas 2020 on Friday.",
        "two weeks after Christmas 2020 on Friday = 2021-01-08");
    row("finds the weekday of a week counted from publication", "It opens Thursday, two years from now.",
        "Thursday, two years from now = 2023-04-13");
}

QTEST_APPLESS_MAIN(TestTemporalFinders)
#include "tst_temporal_finders.moc"
