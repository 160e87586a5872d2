// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text_span.h"
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>

using namespace synoptic;
using namespace synoptic::temporal;

namespace {

std::vector<UnresolvedExpression> recognizeWhole(const std::string& text)
{
    const std::array sentences{spanOf(0, text.size())};
    return recognize(text, sentences);
}

/// The words found, one after the other.
QString wordsFound(const std::string& text)
{
    QStringList words;
    for (const UnresolvedExpression& expression : recognizeWhole(text))
        words << QString::fromStdString(std::string(textOf(text, expression.span)));
    return words.join(QStringLiteral(" | "));
}

/// Type and value against Thursday, 2021-04-15.
QString valuesFound(const std::string& text)
{
    const auto unresolved = recognizeWhole(text);
    const Reference reference{DayRange{*dayFromIso("2021-04-15"), *dayFromIso("2021-04-15")}, DocumentKind::News};
    QStringList values;
    for (const TemporalExpression& expression : resolve(text, unresolved, reference))
        values << QString::fromStdString(expression.value);
    return values.join(QStringLiteral(" | "));
}

} // namespace

class TestTemporalRecognizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExpressionIsFoundWhole_data();
    void anExpressionIsFoundWhole();
    void whatIsNoTimeIsNotFound_data();
    void whatIsNoTimeIsNotFound();
    void severalAreFoundOneByOne_data();
    void severalAreFoundOneByOne();
    void typographyChangesNothing_data();
    void typographyChangesNothing();
    void noExpressionCrossesASentence();
    void spansAreSortedAndDisjoint();
    void senselessInputTakesLinearTime_data();
    void senselessInputTakesLinearTime();
};

void TestTemporalRecognizer::anExpressionIsFoundWhole_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* sentence, const char* words) {
        QTest::newRow(name) << QString::fromUtf8(sentence) << QString::fromUtf8(words);
    };
    row("month, day and year", "They met on March 5, 2021, in Oslo.", "March 5, 2021");
    row("day, month and year", "They met on 5 March 2021 in Oslo.", "5 March 2021");
    row("an ordinal day with its article", "They met on the 5th of March, 2021.", "the 5th of March, 2021");
    row("an abbreviated month", "They met on Nov. 6 in Oslo.", "Nov. 6");
    row("a weekday in front", "They met on Friday, March 5, in Oslo.", "Friday, March 5");
    row("month and year", "It began in March 2021.", "March 2021");
    row("month of a year", "It began in March of 1940.", "March of 1940");
    row("a month alone", "It began in September.", "September");
    row("an abbreviated month alone", "It began in Nov. that way.", "Nov.");
    row("ISO", "Dated 2021-04-15, it said.", "2021-04-15");
    row("ISO with a clock", "At 2021-04-15T17:00Z it went off.", "2021-04-15T17:00Z");
    row("slashes", "Posted 15/04/2021 by him.", "15/04/2021");
    row("full stops", "Vom 15.4.2021 an.", "15.4.2021");
    row("a year", "It began in 1998.", "1998");
    row("a year in words", "It began in nineteen ninety-six.", "nineteen ninety-six");
    row("a short year", "It began in '98.", "'98");
    row("a fiscal year", "Sales rose in fiscal 2019.", "fiscal 2019");
    row("before Christ", "He died in 499 B.C. in Athens.", "499 B.C.");
    row("a decade", "Prices fell in the early 1990s.", "the early 1990s");
    row("a decade in words", "Prices fell in the nineties.", "the nineties");
    row("a century", "It was built in the 19th century.", "the 19th century");
    row("a quarter", "Sales rose in the third quarter of 2019.", "the third quarter of 2019");
    row("a quarter as a letter", "Sales rose in Q3 2020.", "Q3 2020");
    row("a half-year", "Sales rose in the first half of 2008.", "the first half of 2008");
    row("a season of a year", "They met in the winter of 1944.", "the winter of 1944");
    row("a weekday", "They met on Friday.", "Friday");
    row("part of a weekday", "They met on Friday morning.", "Friday morning");
    row("a day of the month", "On the 25th he flew home.", "the 25th");
    row("yesterday evening", "He left yesterday evening.", "yesterday evening");
    row("tonight", "He leaves tonight.", "tonight");
    row("last night", "He left last night.", "last night");
    row("last week", "He left late last week.", "late last week");
    row("this summer", "He left this summer.", "this summer");
    row("next Friday", "He leaves next Friday.", "next Friday");
    row("that same day", "He left that same day.", "that same day");
    row("the next morning", "He left the next morning.", "the next morning");
    row("the day before", "He had left the day before.", "the day before");
    row("the day after tomorrow", "He leaves the day after tomorrow.", "the day after tomorrow");
    row("earlier this month", "He left earlier this month.", "earlier this month");
    row("the end of a month", "He left at the end of March.", "the end of March");
    row("last year's quarter", "It fell in last year's third quarter.", "last year's third quarter");
    row("units ago", "He left three weeks ago.", "three weeks ago");
    row("units later", "He left two days later.", "two days later");
    row("units from now", "He leaves two days from now.", "two days from now");
    row("a length", "He stayed for about five hours.", "about five hours");
    row("a length of two parts", "He stayed two years and three months.", "two years and three months");
    row("a length as an adjective", "The eight-year war ended.", "eight-year");
    row("a length up to now", "Over the past three years it grew.", "the past three years");
    row("a vague length", "It went on for weeks.", "weeks");
    row("half a unit", "He waited half an hour.", "half an hour");
    row("daily", "They met daily.", "daily");
    row("every weekday", "They meet every Friday.", "every Friday");
    row("weekday nights", "They meet on Tuesday nights.", "Tuesday nights");
    row("so often a unit", "They meet twice a week.", "twice a week");
    row("now", "He is in Oslo now.", "now");
    row("a clock with day and zone", "It ends at 5 p.m. EST, Nov. 6.", "5 p.m. EST, Nov. 6");
    row("a clock of 24 hours", "It ended at 17:30.", "17:30");
    row("noon of a weekday", "It ended at noon Friday.", "noon Friday");
    row("an hour of the morning", "It ended at 4 in the morning.", "4 in the morning");
    row("the morning of a day", "On the morning of March 5 it ended.", "the morning of March 5");
    row("a holiday", "They met on Labor Day 2019.", "Labor Day 2019");
    row("a holiday with an apostrophe", "They met on New Year's Eve.", "New Year's Eve");
    row("May with a preposition", "Mrs May said in May that Mr. March left.", "May");
    row("the second quarter", "In the second quarter it fell.", "the second quarter");
    row("a second", "He waited for a second.", "a second");
}

void TestTemporalRecognizer::anExpressionIsFoundWhole()
{
    QFETCH(QString, sentence);
    QFETCH(QString, words);
    QCOMPARE(wordsFound(sentence.toStdString()), words);
}

void TestTemporalRecognizer::whatIsNoTimeIsNotFound_data()
{
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* sentence) { QTest::newRow(name) << QString::fromUtf8(sentence); };
    row("nothing", "");
    row("may as a verb", "It may rain and he may leave.");
    row("May as a name", "Mrs May spoke and Theresa May left.");
    row("March as a name", "Mr. March spoke.");
    row("a march", "The march on the capital went on.");
    row("a first name", "August Wilson wrote it.");
    row("a second bomb", "A second bomb went off.");
    row("for a second time", "He tried for a second time.");
    row("a fall", "The fall of the wall and a fall in prices.");
    row("a spring", "A spring broke.");
    row("seven digits", "It sold 2882015 copies.");
    row("a flight", "He took flight 1904.");
    row("money", "It cost $1,984 or $1984.");
    row("a score", "They won 3-1.");
    row("a room", "He slept in room 2012.");
    row("a version", "They shipped v1.12.2020.4 at last.");
    row("a name with a number", "The Orion 1980 and the Boeing 1904 flew.");
    row("an age", "The 13-year-old and a man 40 years old ran.");
    row("an impossible day", "It happened on 30 February.");
    row("a leap day in a common year", "It happened on Feb. 29, 2015.");
    row("the year 0", "In the year 0 nothing happened.");
    row("thousands", "He counted 1,500 people and 1500 birds.");
    row("a rate", "It runs four flights a week.");
    row("a fraction", "A quarter of the voters stayed home.");
    row("a newspaper", "The Daily Mirror and Daily News wrote it.");
    row("an anniversary", "On the 25th anniversary they sang.");
    row("a decimal", "It rose by 3.15 points.");
    row("the sun", "The sun sat low.");
}

void TestTemporalRecognizer::whatIsNoTimeIsNotFound()
{
    QFETCH(QString, sentence);
    QCOMPARE(wordsFound(sentence.toStdString()), QString());
}

void TestTemporalRecognizer::severalAreFoundOneByOne_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("values");
    const auto row = [](const char* name, const char* sentence, const char* words, const char* values) {
        QTest::newRow(name) << QString::fromUtf8(sentence) << QString::fromUtf8(words) << QString::fromUtf8(values);
    };
    row("days of one month", "It rained on March 3, 5 and 9.", "March 3 | 5 | 9",
        "2021-03-03 | 2021-03-05 | 2021-03-09");
    row("weekdays of one month", "They met on Monday 12, Tuesday 13 and Wednesday 14 April.",
        "Monday 12 | Tuesday 13 | Wednesday 14 April", "2021-04-12 | 2021-04-13 | 2021-04-14");
    row("a range of days", "From 3 to 5 May 2019 they met.", "3 | 5 May 2019", "2019-05-03 | 2019-05-05");
    row("a range with a dash", "It rained on March 3–5.", "March 3 | 5", "2021-03-03 | 2021-03-05");
    row("months of one year", "In September and October 1944 it rained.", "September | October 1944",
        "1944-09 | 1944-10");
    row("a range over the turn of the year", "From December to February 1944 it snowed.", "December | February 1944",
        "1943-12 | 1944-02");
    row("years with a dash", "The war of 1955-57 ended.", "1955 | 57", "1955 | 1957");
    row("years before Christ", "From 499 to 449 BC they fought.", "499 | 449 BC", "BC0499 | BC0449");
    row("lengths", "It takes two to three weeks, three or four days, weeks or months.",
        "two to three weeks | three or four days | weeks or months", "P2W | P3D | PXW");
    row("lengths with halves", "It took 2 1/2 years and a minute and a half.", "2 1/2 years | a minute and a half",
        "P2Y6M | PT1M30S");
    row("a day and a week", "He came yesterday and leaves next week.", "yesterday | next week",
        "2021-04-14 | 2021-W16");
    row("May May May", "May May May.", "", "");
}

void TestTemporalRecognizer::severalAreFoundOneByOne()
{
    QFETCH(QString, sentence);
    QFETCH(QString, words);
    QFETCH(QString, values);
    QCOMPARE(wordsFound(sentence.toStdString()), words);
    QCOMPARE(valuesFound(sentence.toStdString()), values);
}

void TestTemporalRecognizer::typographyChangesNothing_data()
{
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QString>("variant");
    const auto row = [](const char* name, const char* plain, const char* variant) {
        QTest::newRow(name) << QString::fromUtf8(plain) << QString::fromUtf8(variant);
    };
    row("no-break spaces", "On 5 May 2019 at 5 p.m. he left.", "On 5\u00A0May\u202F2019 at 5\u00A0p.m. he\u2009left.");
    row("a curly apostrophe", "In last year's third quarter and in '98 it fell.",
        "In last year\u2019s third quarter and in \u201998 it fell.");
    row("a line break", "He left on March 5, 2021.", "He left on March\n5,\n2021.");
    row("CR LF", "He left on March 5, 2021.", "He left on March\r\n5,\r\n2021.");
    row("an en dash", "It rained on March 3-5 and for an eight-year span.",
        "It rained on March 3\u20135 and for an eight\u2011year span.");
    row("capitals", "He left last week.", "HE LEFT LAST WEEK.");
}

void TestTemporalRecognizer::typographyChangesNothing()
{
    QFETCH(QString, plain);
    QFETCH(QString, variant);
    QVERIFY(!valuesFound(plain.toStdString()).isEmpty());
    QCOMPARE(valuesFound(variant.toStdString()), valuesFound(plain.toStdString()));
}

void TestTemporalRecognizer::noExpressionCrossesASentence()
{
    const std::string text = "They met in March 5 2021 came.";
    const std::array sentences{spanOf(0, 17), spanOf(18, text.size())};
    const auto found = recognize(text, sentences);
    QVERIFY(!found.empty());
    QCOMPARE(QString::fromStdString(std::string(textOf(text, found[0].span))), QStringLiteral("March"));
    for (const UnresolvedExpression& expression : found)
        QVERIFY(sentences[expression.sentence].contains(expression.span));
}

void TestTemporalRecognizer::spansAreSortedAndDisjoint()
{
    const std::string text =
        "On Monday, March 1, the 3rd, 5 and 9 May, last week 2019 to 2020 the 2 days of 1998 noon "
        "Friday at 5 p.m. two weeks ago the end of the year 12 12 12 May 2020/21 next to next week.";
    std::uint32_t end = 0;
    const auto found = recognizeWhole(text);
    QVERIFY(found.size() > 5);
    for (const UnresolvedExpression& expression : found) {
        QVERIFY(expression.span.begin >= end);
        QVERIFY(!expression.span.empty());
        end = expression.span.end;
    }
    QVERIFY(end <= text.size());
}

void TestTemporalRecognizer::senselessInputTakesLinearTime_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<int>("megabytes");
    QTest::newRow("digits") << QByteArray("1234567890") << 10;
    QTest::newRow("May May May") << QByteArray("May ") << 10;
    QTest::newRow("1 2 3") << QByteArray("1 2 3 ") << 10;
    QTest::newRow("one unbroken word") << QByteArray("abcdefgh") << 10;
    QTest::newRow("numerals") << QByteArray("two hundred thousand and ") << 1;
    QTest::newRow("articles") << QByteArray("the a the last ") << 1;
    QTest::newRow("days and commas") << QByteArray("3, 5 and ") << 1;
    QTest::newRow("days in figures") << QByteArray("1/2, ") << 1;
    QTest::newRow("hours and days") << QByteArray("3 to 5 Monday between ") << 1;
    QTest::newRow("counted from what is counted") << QByteArray("the first day of two weeks before ") << 1;
    QTest::newRow("invalid bytes") << QByteArray("\xE2\x80\xC3 5") << 1;
}

void TestTemporalRecognizer::senselessInputTakesLinearTime()
{
    QFETCH(QByteArray, pattern);
    QFETCH(int, megabytes);
    std::string text;
    while (text.size() < static_cast<std::size_t>(megabytes) * 1'000'000)
        text += pattern.toStdString();
    QElapsedTimer timer;
    timer.start();
    const auto found = recognizeWhole(text);
    // A quadratic walk of ten megabytes takes days; the bound is for slow, busy machines and unoptimized code.
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    for (const UnresolvedExpression& expression : found)
        QVERIFY(expression.span.end <= text.size());
}

QTEST_APPLESS_MAIN(TestTemporalRecognizer)
#include "tst_temporal_recognizer.moc"
