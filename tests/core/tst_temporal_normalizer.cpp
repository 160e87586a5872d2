// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"

#include <clocale>
#include <ctime>
#include <thread>

#include <QTest>

using namespace synoptic;
using namespace synoptic::temporal;

namespace {

/// Sentences end at full stops before a blank and a capital; enough for the texts here.
std::vector<TextSpan> sentencesOf(const std::string& text)
{
    std::vector<TextSpan> sentences;
    std::size_t begin = 0;
    for (std::size_t i = text.find(". "); i != std::string::npos; i = text.find(". ", i + 1)) {
        if (i + 2 < text.size() && text[i + 2] >= 'A' && text[i + 2] <= 'Z' && text[i - 2] != '.' && i - begin > 12) {
            sentences.push_back(spanOf(begin, i + 1));
            begin = i + 2;
        }
    }
    sentences.push_back(spanOf(begin, text.size()));
    return sentences;
}

std::vector<TemporalExpression> resolved(const std::string& text, const std::string& published,
                                         DocumentKind kind = DocumentKind::News)
{
    Reference reference{std::nullopt, kind};
    if (const auto range = daysFromIso(published))
        reference.published = *range;
    else if (published.size() == 21)
        reference.published = DayRange{*dayFromIso(published.substr(0, 10)), *dayFromIso(published.substr(11))};
    return resolve(text, recognize(text, sentencesOf(text)), reference);
}

QString valuesOf(const std::vector<TemporalExpression>& expressions)
{
    QStringList values;
    for (const TemporalExpression& expression : expressions)
        values << QString::fromStdString(expression.value);
    return values.join(QStringLiteral(" | "));
}

} // namespace

class TestTemporalNormalizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRelativeTimeIsCountedFromPublication_data();
    void aRelativeTimeIsCountedFromPublication();
    void aLaterTimeIsCountedFromAnEarlierOne_data();
    void aLaterTimeIsCountedFromAnEarlierOne();
    void bothConventionsComeFromOneExpression_data();
    void bothConventionsComeFromOneExpression();
    void anAmbiguousTimeOffersTheOtherReading_data();
    void anAmbiguousTimeOffersTheOtherReading();
    void withoutPublicationOnlyWrittenDatesCount();
    void aRangeOfPublicationKeepsWhatIsCertain_data();
    void aRangeOfPublicationKeepsWhatIsCertain();
    void aRangeOfPublicationDrawsTheDaysItCanMean();
    void aNarrativeGoesOnFromTheDateBefore();
    void aDigressionDoesNotMoveTheStory();
    void theKindFollowsTheYearsWritten();
    void aNewPublicationDateNeedsNoNewReading();
    void theReasonNamesTheAnchor();
    void hugeAmountsDoNotOverflow();
    void aValueOutsideTheCalendarHasNoInterval();
    void localeZoneAndThreadsChangeNothing_data();
    void localeZoneAndThreadsChangeNothing();
};

void TestTemporalNormalizer::aRelativeTimeIsCountedFromPublication_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("values");
    const auto row = [](const char* name, const char* published, const char* text, const char* values) {
        QTest::newRow(name) << QString::fromUtf8(published) << QString::fromUtf8(text) << QString::fromUtf8(values);
    };
    row("weeks on New Year's Day", "2021-01-01", "He came this week and leaves next week.", "2020-W53 | 2021-W01");
    row("weeks at the end of December", "2024-12-30", "He came this week, not last week.", "2025-W01 | 2024-W52");
    row("a week on a Sunday in January", "2016-01-03", "He came this week.", "2015-W53");
    row("over the turn of the year, looking back", "2021-01-05", "It lasted from Dec. 29 to Jan. 3.",
        "2020-12-29 | 2021-01-03");
    row("over the turn of the year, looking ahead", "2020-12-20", "It will last from Dec. 29 to Jan. 3.",
        "2020-12-29 | 2021-01-03");
    row("a leap day in the past", "2015-03-10", "It happened on Feb. 29.", "2012-02-29");
    row("a leap day to come", "2015-03-10", "It will happen on Feb. 29.", "2016-02-29");
    row("Fridays on a Friday", "2021-04-16", "He said Friday that last Friday was bad and next Friday is better.",
        "2021-04-16 | 2021-04-09 | 2021-04-23");
    row("next Friday on a Wednesday", "2021-04-14", "The vote is next Friday.", "2021-04-23");
    row("this coming Sunday", "2021-04-15", "The vote is this coming Sunday.", "2021-04-18");
    row("weekdays of a month named last", "2015-05-02", "They met on Monday 20, Tuesday 21 and Wednesday 22 April.",
        "2015-04-20 | 2015-04-21 | 2015-04-22");
    row("a clock with a day after it", "1989-10-30", "The offer runs until 5 p.m. EST, Nov. 6.", "1989-11-06T17:00");
    row("midnight of a weekday", "1989-10-30", "It ended at midnight Friday.", "1989-10-27T24:00");
    row("a day and a clock in figures", "2021-04-15", "Posted 02/08/2012 4:49 PM here.", "2012-02-08T16:49");
    row("quarters and what they are compared with", "1989-10-26",
        "In the third quarter it earned less than in fiscal 1988. Profit was 5 cents a year earlier.",
        "1989-Q3 | 1988 | 1988-Q3");
    row("a quarter that ended last year", "1990-01-20", "In the fourth quarter it fell.", "1989-Q4");
    row("the quarter ended on a day", "1989-10-26", "For the quarter ended Sept. 30, it fell.", "1989-Q3 | 1989-09-30");
    row("before our era", "2021-04-15", "It was so in 499 BC and in the 480s B.C.", "BC0499 | BC048");
    row("the last day of the calendar", "2021-04-15", "It expires on 31 December 9999.", "9999-12-31");
    row("a weekday with a verb of the past", "2021-04-15", "He left on Tuesday.", "2021-04-13");
    row("a weekday with a verb of the future", "2021-04-15", "He will leave on Tuesday.", "2021-04-20");
    row("a deadline", "2021-04-15", "He has to leave by Tuesday.", "2021-04-20");
    row("as soon as a weekday", "2021-04-15", "He could leave as soon as Tuesday.", "2021-04-20");
    row("something is to happen", "2021-04-15", "The court is to meet again Tuesday.", "2021-04-20");
    row("days of one list share their year", "1999-02-10", "The talks that failed will resume on August 24 and 25.",
        "1999-08-24 | 1999-08-25");
    row("a plan of the past", "2021-04-15", "He had been due to leave Tuesday.", "2021-04-13");
    row("units ago keep their size", "2021-04-15", "He came two days ago, not two weeks, two months or two years ago.",
        "2021-04-13 | P2W | P2M | 2019");
    row("the weekend early in the week", "2021-04-12", "He stayed over the weekend.", "2021-W14-WE");
    row("parts of the day", "2021-04-15", "He slept last night, this morning and Tuesday afternoon.",
        "2021-04-14TNI | 2021-04-15TMO | 2021-04-13TAF");
    row("seasons", "2021-04-15", "He came last summer and leaves next winter.", "2020-SU | 2021-WI");
    row("months said to be last and next", "2021-04-15", "He came last May and leaves next May.", "2020-05 | 2021-05");
    row("a month far ahead", "2021-04-15", "He will leave in October.", "2021-10");
    row("moving feasts", "2021-04-15", "He came on Good Friday and Easter Monday.", "2021-04-02 | 2021-04-05");
    row("a holiday by rule", "2021-04-15", "He came on Labor Day 2019 and Thanksgiving 2019.",
        "2019-09-02 | 2019-11-28");
    row("sets", "2021-04-15", "They meet daily, every Friday and twice a week.", "P1D | XXXX-WXX-5 | P1W");
    row("a range of months over the turn of the year", "2013-03-20", "Prices will fall from November through January.",
        "2013-11 | 2014-01");
    row("a range of months whose end alone looked ahead", "2013-03-20",
        "Prices fell from November through January and may rise.", "2012-11 | 2013-01");
    row("a century ago", "2013-03-20", "It was built a century ago.", "1913");
    row("the day, beside a decade", "2021-04-15", "It was louder in the 1990s. Throughout the day they sang.",
        "199 | 2021-04-15");
    row("vague words", "2021-04-15", "He was here recently, is here now, and a few years ago was away.",
        "PAST_REF | PRESENT_REF | PAST_REF");
}

void TestTemporalNormalizer::aRelativeTimeIsCountedFromPublication()
{
    QFETCH(QString, published);
    QFETCH(QString, text);
    QFETCH(QString, values);
    QCOMPARE(valuesOf(resolved(text.toStdString(), published.toStdString())), values);
}

void TestTemporalNormalizer::aLaterTimeIsCountedFromAnEarlierOne_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("values");
    const auto row = [](const char* name, const char* text, const char* values) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(values);
    };
    row("two days later", "They met on March 5. Two days later they left.", "2021-03-05 | 2021-03-07");
    row("the same day", "They met on March 5. The same day they left.", "2021-03-05 | 2021-03-05");
    row("that afternoon", "They met on March 5. That afternoon they left.", "2021-03-05 | 2021-03-05TAF");
    row("the next morning", "They met on March 5. The next morning they left.", "2021-03-05 | 2021-03-06TMO");
    row("the day before", "They met on March 5 and had come the day before.", "2021-03-05 | 2021-03-04");
    row("the week before, past a year by the way", "They met on March 5 in a hall of 1859. The week before, they sang.",
        "2021-03-05 | 1859 | 2021-W08");
    row("a month later", "They met on March 5. A month later they left.", "2021-03-05 | 2021-04");
    row("the following year", "They met in 1990. The following year they left.", "1990 | 1991");
    row("a month of that year", "They met in 1990 and left in June of that year.", "1990 | 1990-06");
    row("a day of a month is not known", "They met in June 1990. Two days later they left.", "1990-06 | 1990-06-XX");
    row("a clock on the day before it", "They met on Tuesday. At 5 p.m. they left.", "2021-04-13 | 2021-04-13T17:00");
}

void TestTemporalNormalizer::aLaterTimeIsCountedFromAnEarlierOne()
{
    QFETCH(QString, text);
    QFETCH(QString, values);
    const auto expressions = resolved(text.toStdString(), "2021-04-15");
    QCOMPARE(valuesOf(expressions), values);
    QCOMPARE(static_cast<int>(expressions.back().anchor), static_cast<int>(Anchor::PreviousMention));
    QCOMPARE(expressions.back().anchorExpression.value_or(99), 0U);
}

void TestTemporalNormalizer::bothConventionsComeFromOneExpression_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<int>("qualifier");
    const auto row = [](const char* name, const char* text, const char* value, const char* edtf, Qualifier qualifier) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(value) << QString::fromUtf8(edtf)
                            << static_cast<int>(qualifier);
    };
    row("in May", "It will rain in May.", "2021-05", "2021-05", Qualifier::Exact);
    row("early May", "It will rain in early May.", "2021-05", "2021-05-01/2021-05-10", Qualifier::About);
    row("last week", "It rained last week.", "2021-W14", "2021-04-05/2021-04-11", Qualifier::Exact);
    row("this summer", "It will rain this summer.", "2021-SU", "2021-22", Qualifier::About);
    row("the third quarter", "It fell in the third quarter.", "2020-Q3", "2020-35", Qualifier::Exact);
    row("the 1990s", "It fell in the 1990s.", "199", "199X", Qualifier::Exact);
    row("the 20th century", "It fell in the 20th century.", "19", "19XX", Qualifier::Exact);
    row("two years ago", "It fell two years ago.", "2019", "2019", Qualifier::About);
    row("the past three years", "It fell over the past three years.", "P3Y", "2018-04-15/2021-04-15", Qualifier::About);
    row("for weeks", "It fell for weeks.", "PXW", "", Qualifier::Unknown);
    row("since 2019", "It has fallen since 2019.", "2019", "2019/..", Qualifier::After);
    row("by Friday", "It has to fall by Friday.", "2021-04-16", "../2021-04-16", Qualifier::Before);
    row("by the end of a year", "It has to fall by the end of 2021.", "2021", "../2021-12-31", Qualifier::Before);
    row("since late in a month", "It has fallen since late March.", "2021-03", "2021-03-21/..", Qualifier::After);
    row("before May", "It will fall before May.", "2021-05", "../2021-04-30", Qualifier::Before);
    row("now", "It falls now.", "PRESENT_REF", "", Qualifier::Unknown);
    row("last night", "It fell last night.", "2021-04-14TNI", "2021-04-14", Qualifier::Exact);
    row("until a clock time", "It is open until 5 p.m. EST Friday.", "2021-04-16T17:00", "../2021-04-16",
        Qualifier::Before);
    row("daily", "It falls daily.", "P1D", "", Qualifier::Unknown);
    row("a joined range", "It fell on March 3–5.", "2021-03-03", "2021-03-03/2021-03-05", Qualifier::Exact);
    row("one of two", "It fell in 2019 or 2020.", "2019", "[2019,2020]", Qualifier::Between);
    row("one of two weeks", "It will fall this week or next week.", "2021-W15",
        "[2021-04-12..2021-04-18,2021-04-19..2021-04-25]", Qualifier::Between);
    row("before Christ", "He died in 499 BC.", "BC0499", "-0498", Qualifier::Exact);
}

void TestTemporalNormalizer::bothConventionsComeFromOneExpression()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    QFETCH(QString, edtf);
    QFETCH(int, qualifier);
    const auto expressions = resolved(text.toStdString(), "2021-04-15");
    QVERIFY(!expressions.empty());
    QCOMPARE(QString::fromStdString(expressions[0].value), value);
    QCOMPARE(QString::fromStdString(expressions[0].edtf), edtf);
    QCOMPARE(static_cast<int>(expressions[0].qualifier), qualifier);
    QCOMPARE(expressions[0].interval.has_value(), !edtf.isEmpty());
}

void TestTemporalNormalizer::anAmbiguousTimeOffersTheOtherReading_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("other");
    QTest::newRow("next Friday on a Wednesday") << "2021-04-14"
                                                << "The vote is next Friday."
                                                << "2021-04-16";
    QTest::newRow("day and month exchanged") << "2021-04-15"
                                             << "Posted 02/08/2012 4:49 PM here."
                                             << "2012-08-02T16:49";
    QTest::newRow("the weekend") << "2021-04-15"
                                 << "He stayed over the weekend."
                                 << "2021-W14-WE";
    QTest::newRow("last Monday, in this week") << "2021-04-15"
                                               << "He left last Monday."
                                               << "2021-04-05";
    QTest::newRow("a length that may be a day") << "2021-04-15"
                                                << "He will leave in two weeks."
                                                << "2021-04-29";
    QTest::newRow("an hour of either half of the day") << "2021-04-15"
                                                       << "He left on Tuesday at half past seven."
                                                       << "2021-04-13T19:30";
    QTest::newRow("a weekday told as to come") << "2021-04-15"
                                               << "He will leave Tuesday."
                                               << "2021-04-13";
    QTest::newRow("a day that cannot be a month") << "2021-04-15"
                                                  << "Posted 15/08/2012 here."
                                                  << "";
}

void TestTemporalNormalizer::anAmbiguousTimeOffersTheOtherReading()
{
    QFETCH(QString, published);
    QFETCH(QString, text);
    QFETCH(QString, other);
    const auto expressions = resolved(text.toStdString(), published.toStdString());
    QVERIFY(!expressions.empty());
    const auto& alternative = expressions[0].alternative;
    QCOMPARE(alternative ? QString::fromStdString(alternative->value) : QString(), other);
    if (alternative) {
        QVERIFY(alternative->confidence >= 0.15);
        QVERIFY(alternative->confidence < expressions[0].confidence);
        QVERIFY(!alternative->why.empty());
    }
}

void TestTemporalNormalizer::withoutPublicationOnlyWrittenDatesCount()
{
    const auto expressions =
        resolved("They met on March 5, 1990. Two days later they left. Yesterday and last week it rained.", "");
    QCOMPARE(valuesOf(expressions), QStringLiteral("1990-03-05 | 1990-03-07 | XXXX-XX-XX | XXXX-WXX"));
    QVERIFY(expressions[0].interval && expressions[1].interval);
    QVERIFY(!expressions[2].interval && !expressions[3].interval);
    QVERIFY(expressions[2].confidence < 0.5);
}

void TestTemporalNormalizer::aRangeOfPublicationKeepsWhatIsCertain_data()
{
    QTest::addColumn<QString>("published");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("hasInterval");
    const auto row = [](const char* name, const char* published, const char* text, const char* value,
                        bool hasInterval) {
        QTest::newRow(name) << QString::fromUtf8(published) << QString::fromUtf8(text) << QString::fromUtf8(value)
                            << hasInterval;
    };
    row("this year", "2021-04", "It fell this year.", "2021", true);
    row("this summer", "2021-04", "It will fall this summer.", "2021-SU", true);
    row("a written month", "2021-04", "It will fall in June.", "2021-06", true);
    row("a written day", "2021-04", "It fell on March 5, 2020.", "2020-03-05", true);
    row("a day inside the month", "2021-04-12/2021-04-14", "It fell yesterday.", "2021-04", true);
    row("a day of the year", "2021-04", "It fell yesterday.", "2021", true);
    row("over two years", "2020-12-20/2021-01-10", "It fell last week.", "XXXX", false);
    row("a length up to it", "2020-12-20/2021-01-10", "It fell over the past two years.", "P2Y", false);
    row("a weekday all days agree on", "2021-04-14/2021-04-16", "It fell on Tuesday.", "2021-04-13", true);
}

void TestTemporalNormalizer::aRangeOfPublicationKeepsWhatIsCertain()
{
    QFETCH(QString, published);
    QFETCH(QString, text);
    QFETCH(QString, value);
    QFETCH(bool, hasInterval);
    const auto expressions = resolved(text.toStdString(), published.toStdString());
    QCOMPARE(valuesOf(expressions), value);
    QCOMPARE(expressions[0].interval.has_value(), hasInterval);
    const auto sure = resolved(text.toStdString(), "2021-04-15");
    QVERIFY(expressions[0].confidence < sure[0].confidence);
}

void TestTemporalNormalizer::aRangeOfPublicationDrawsTheDaysItCanMean()
{
    const auto expressions = resolved("It fell yesterday.", "2021-04-12/2021-05-14");
    QVERIFY(expressions[0].interval.has_value());
    const DayRange possible{dayFromIso("2021-04-11").value(), dayFromIso("2021-05-13").value()};
    QVERIFY(expressions[0].interval->days() == possible);
    QVERIFY(expressions[0].qualifier == Qualifier::Between);
    QCOMPARE(expressions[0].edtf, std::string("2021-04-11/2021-05-13"));
}

void TestTemporalNormalizer::aNarrativeGoesOnFromTheDateBefore()
{
    const std::string text = "The war began on 1 September 1939. In October it spread. In March the king fled. "
                             "On 10 May the city fell. Two days later it burned.";
    QCOMPARE(valuesOf(resolved(text, "2009-12-19", DocumentKind::Narrative)),
             QStringLiteral("1939-09-01 | 1939-10 | 1940-03 | 1940-05-10 | 1940-05-12"));
}

void TestTemporalNormalizer::aDigressionDoesNotMoveTheStory()
{
    const std::string text = "On 10 March 1975 the army attacked. The town had been a fort since 1614. "
                             "On 1 April the town fell.";
    QCOMPARE(valuesOf(resolved(text, "", DocumentKind::Narrative)), QStringLiteral("1975-03-10 | 1614 | 1975-04-01"));
}

void TestTemporalNormalizer::theKindFollowsTheYearsWritten()
{
    std::string story;
    for (int year = 1900; year < 1930; ++year)
        story += "In March " + std::to_string(year) + " the king went to war again and lost it. ";
    std::string news;
    for (int i = 0; i < 30; ++i)
        news += "He said on Friday that prices had risen since last week and would fall this year. ";
    const auto kindOf = [](const std::string& text) { return documentKind(text, recognize(text, sentencesOf(text))); };
    QVERIFY(kindOf(story) == DocumentKind::Narrative);
    QVERIFY(kindOf(news) == DocumentKind::News);
    QVERIFY(kindOf("See you on Friday!") == DocumentKind::ShortMessage);
}

void TestTemporalNormalizer::aNewPublicationDateNeedsNoNewReading()
{
    const std::string text = "He left yesterday.";
    const auto unresolved = recognize(text, sentencesOf(text));
    for (const char* day : {"2021-04-15", "1999-01-01"}) {
        const Day published = *dayFromIso(day);
        const auto expressions = resolve(text, unresolved, {DayRange{published, published}, DocumentKind::News});
        QCOMPARE(expressions.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(expressions[0].value),
                 QString::fromStdString(isoDate(published - std::chrono::days{1})));
    }
}

void TestTemporalNormalizer::theReasonNamesTheAnchor()
{
    const auto expressions = resolved("He left on Tuesday. Two days later he died.", "2021-04-15");
    QCOMPARE(QString::fromStdString(expressions[0].resolved),
             QStringLiteral("weekday before 2021-04-15, the publication date"));
    QCOMPARE(QString::fromStdString(expressions[1].resolved),
             QStringLiteral("2 days after 2021-04-13, mentioned before"));
    const auto counted = resolved("He left two weeks and two days ago, the day after Thanksgiving.", "2021-04-15");
    QCOMPARE(QString::fromStdString(counted[0].resolved),
             QStringLiteral("2 weeks before 2 days before 2021-04-15, the publication date"));
    QCOMPARE(QString::fromStdString(counted[1].resolved),
             QStringLiteral("1 day after the one nearest to 2021-04-15, the publication date"));
    const auto unknown = resolved("It rained at night.", "2021-04-15");
    QCOMPARE(QString::fromStdString(unknown[0].resolved), QStringLiteral("of a day that is not said"));
}

void TestTemporalNormalizer::hugeAmountsDoNotOverflow()
{
    for (const char* text : {"It was 100,000 years ago.", "It was 2,000,000,000 centuries ago.",
                             "It will be 999999999999 days from now.", "It was nine billion weeks ago."}) {
        const auto expressions = resolved(text, "2021-04-15");
        QCOMPARE(expressions.size(), std::size_t{1});
        QVERIFY(!expressions[0].interval);
        QVERIFY(expressions[0].edtf.empty());
    }
}

void TestTemporalNormalizer::aValueOutsideTheCalendarHasNoInterval()
{
    const auto last = resolved("It expires on 31 December 9999.", "2021-04-15");
    QCOMPARE(last.size(), std::size_t{1});
    QVERIFY(last[0].interval.has_value());
    const auto after = resolved("It is the day after.", "9999-12-31");
    QCOMPARE(after.size(), std::size_t{1});
    QVERIFY(!after[0].interval);
}

void TestTemporalNormalizer::localeZoneAndThreadsChangeNothing_data()
{
    QTest::addColumn<QByteArray>("locale");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<int>("threads");
    QTest::newRow("another locale") << QByteArray("de_DE.UTF-8") << QByteArray("UTC") << 1;
    QTest::newRow("the plain locale") << QByteArray("C") << QByteArray("UTC") << 1;
    // The day begins twenty-six hours later in the one zone than in the other: the clock on the wall shows another day.
    QTest::newRow("a zone a day ahead") << QByteArray("C") << QByteArray("Pacific/Kiritimati") << 1;
    QTest::newRow("a zone a day behind") << QByteArray("C") << QByteArray("Etc/GMT+12") << 1;
    QTest::newRow("eight threads") << QByteArray("C") << QByteArray("UTC") << 8;
}

void TestTemporalNormalizer::localeZoneAndThreadsChangeNothing()
{
    QFETCH(QByteArray, locale);
    QFETCH(QByteArray, zone);
    QFETCH(int, threads);
    const std::string text = "IN MAY, on Friday at 5 p.m., I said it will open in 2 1/2 years, yesterday or last week. "
                             "In August it burned; it may open in November, recently or on 1.5.2022.";
    const auto before = resolved(text, "2021-04-15");
    QVERIFY(before.size() > 8);
    // NOLINTBEGIN(concurrency-mt-unsafe): no other thread runs while locale and zone are changed
    const std::string localeWas = std::setlocale(LC_ALL, nullptr);
    const QByteArray zoneWas = qgetenv("TZ");
    std::setlocale(LC_ALL, locale.constData());
    qputenv("TZ", zone);
    tzset();
    std::vector<std::vector<TemporalExpression>> results(static_cast<std::size_t>(threads));
    {
        std::vector<std::jthread> workers;
        workers.reserve(results.size());
        for (auto& result : results)
            workers.emplace_back([&result, &text] { result = resolved(text, "2021-04-15"); });
    }
    std::setlocale(LC_ALL, localeWas.c_str());
    qputenv("TZ", zoneWas);
    tzset();
    // NOLINTEND(concurrency-mt-unsafe)
    for (const auto& result : results)
        QVERIFY(result == before);
}

QTEST_APPLESS_MAIN(TestTemporalNormalizer)
#include "tst_temporal_normalizer.moc"
