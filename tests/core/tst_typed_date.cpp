// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "edits/typed_date.h"
#include "exchange/names.h"

using namespace synoptic;
using namespace synoptic::edits;
using temporal::Qualifier;

class TestTypedDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAndEdtfAreUnderstood_data();
    void wordsAndEdtfAreUnderstood();
    void whatIsNotADateIsRefused_data();
    void whatIsNotADateIsRefused();
    void aMissingYearComesFromTheDayNear();
    void nothingTypedIsUndated();
    void theWordsAreKept();
};

void TestTypedDate::wordsAndEdtfAreUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("earliest");
    QTest::addColumn<QString>("latest");
    QTest::addColumn<int>("qualifier");
    const auto row = [](const char* typed, const char* earliest, const char* latest, Qualifier qualifier) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(earliest) << QString::fromLatin1(latest)
                             << static_cast<int>(qualifier);
    };
    row("2021-05-03", "2021-05-03", "2021-05-03", Qualifier::Exact);
    row("2021-05", "2021-05-01", "2021-05-31", Qualifier::Exact);
    row("2021", "2021-01-01", "2021-12-31", Qualifier::Exact);
    row("2021~", "2021-01-01", "2021-12-31", Qualifier::About);
    row("2021-05-XX", "2021-05-01", "2021-05-31", Qualifier::Exact);
    row("199X", "1990-01-01", "1999-12-31", Qualifier::Exact);
    row("18XX", "1800-01-01", "1899-12-31", Qualifier::Exact);
    row("2021-22", "2021-06-01", "2021-08-31", Qualifier::About);
    row("2021-05-03/2021-06", "2021-05-03", "2021-06-30", Qualifier::Exact);
    row("../1989", "", "1989-12-31", Qualifier::Before);
    row("2020-07/..", "2020-07-01", "", Qualifier::After);
    row("early May 2021", "2021-05-01", "2021-05-10", Qualifier::About);
    row("before 1990", "", "1989-12-31", Qualifier::Before);
    row("Before 1990", "", "1989-12-31", Qualifier::Before);
    row("after June 2020", "2020-07-01", "", Qualifier::After);
    row("since March 2020", "2020-03-01", "", Qualifier::After);
    row("between 3 and 5 May 2021", "2021-05-03", "2021-05-05", Qualifier::Between);
    row("between 1990 and 1995", "1990-01-01", "1995-12-31", Qualifier::Between);
    row("3 to 5 May 2021", "2021-05-03", "2021-05-05", Qualifier::Exact);
    row("  3–5 May 2021 ", "2021-05-03", "2021-05-05", Qualifier::Exact);
    row("circa 1850", "1850-01-01", "1850-12-31", Qualifier::About);
    row("on or about 3 May 2021", "2021-05-03", "2021-05-03", Qualifier::About);
    row("3 May 2021, 14:30", "2021-05-03", "2021-05-03", Qualifier::Exact);
    row("May 3rd, 2021.", "2021-05-03", "2021-05-03", Qualifier::Exact);
}

void TestTypedDate::wordsAndEdtfAreUnderstood()
{
    QFETCH(QString, typed);
    const auto date = dateFromWords(typed.toStdString());
    QVERIFY2(date.has_value(), date ? "" : date.error().detail.c_str());
    const auto bounds = exchange::boundsOf(date->interval, date->qualifier, date->value);
    QTEST(QString::fromStdString(bounds.earliest), "earliest");
    QTEST(QString::fromStdString(bounds.latest), "latest");
    QTEST(static_cast<int>(date->qualifier), "qualifier");
}

void TestTypedDate::whatIsNotADateIsRefused_data()
{
    QTest::addColumn<QString>("typed");
    const std::vector<const char*> all = {"soon",
                                          "not before 3 May 2021",
                                          "3 May 2021 and 9 June 2022",
                                          "3 May",
                                          "Friday",
                                          "30 February 2021",
                                          "2021-13",
                                          "2021-05-05/2021-05-03",
                                          "../..",
                                          "three weeks",
                                          "every Monday",
                                          "3 May 2021 in Rome",
                                          "<b>2021</b>",
                                          "XXXX"};
    for (const char* typed : all)
        QTest::newRow(typed) << QString::fromLatin1(typed);
    QTest::newRow("a whole page") << QString(5000, u'1');
    QTest::newRow("a control character") << QStringLiteral("\x01");
}

void TestTypedDate::whatIsNotADateIsRefused()
{
    QFETCH(QString, typed);
    const auto date = dateFromWords(typed.toStdString());
    QVERIFY(!date.has_value());
    QVERIFY(date.error().code == ErrorCode::InvalidArgument);
    QVERIFY(!date.error().detail.empty());
}

void TestTypedDate::aMissingYearComesFromTheDayNear()
{
    const auto day = dayFromIso("2021-05-20");
    const auto date = dateFromWords("between 3 and 5 May", day);
    QVERIFY(date.has_value());
    QCOMPARE(date->interval->days(), (DayRange{*dayFromIso("2021-05-03"), *dayFromIso("2021-05-05")}));
    QVERIFY(date->qualifier == Qualifier::Between);
    QVERIFY(dateFromWords("3 May", day)->interval->days().first == *dayFromIso("2021-05-03"));
}

void TestTypedDate::nothingTypedIsUndated()
{
    const auto date = dateFromWords("  ");
    QVERIFY(date.has_value());
    QVERIFY(!date->interval);
    QVERIFY(date->value.empty());
}

void TestTypedDate::theWordsAreKept()
{
    const auto date = dateFromWords(" early May 2021 ");
    QCOMPARE(date->words, std::string("early May 2021"));
    QCOMPARE(date->confidence, 1.0);
    QVERIFY(!date->how.empty());
}

QTEST_APPLESS_MAIN(TestTypedDate)
#include "tst_typed_date.moc"
