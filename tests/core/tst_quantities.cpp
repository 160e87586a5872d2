// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <QTest>

#include "events/quantities.h"

using namespace synoptic;
using namespace synoptic::events;

namespace {

/// "4 people killed | >=2 boat" of the numbers of a sentence.
QString numbersIn(const std::string& text)
{
    QStringList found;
    for (const Quantity& quantity : findQuantities(wordsOf(text, spanOf(0, text.size())), {})) {
        const char* bound = quantity.bound == Bound::AtLeast  ? ">="
                            : quantity.bound == Bound::AtMost ? "<="
                            : quantity.bound == Bound::About  ? "~"
                                                              : "";
        found << QLatin1String(bound) + QString::number(quantity.value) + QLatin1Char(' ') +
                     QString::fromStdString(quantity.of);
    }
    return found.join(QStringLiteral(" | "));
}

Quantity boats(double value, Bound bound = Bound::Exact)
{
    return {value, bound, "boat", "boats", false, {}};
}

} // namespace

class TestQuantities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersSayWhatTheyCount_data();
    void numbersSayWhatTheyCount();
    void whatTimesTakeIsNoCount();
    void answersExcludeEachOther();
};

void TestQuantities::numbersSayWhatTheyCount_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("numbers");
    const auto row = [](const char* name, const char* text, const char* numbers) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(numbers);
    };
    row("a noun behind", "Storms sank 12 old boats.", "12 boat");
    row("in words", "Twenty-one fishing boats sank.", "21 boat");
    row("a scale", "The harbor cost 4.2 million crowns.", "4.2e+06 crown");
    row("a toll with its verb behind", "At least three people were killed.", ">=3 people killed");
    row("… and in front", "The storm killed 11 people.", "11 people killed");
    row("two tolls", "It left four dead and nine wounded.", "4 people killed | 9 people hurt");
    row("a toll of several parts", "The fire killed two women and a man.", "3 people killed");
    row("part of a toll", "41 people were killed, 14 of them in Orsk.", "41 people killed | 14 people killed");
    row("part of a number", "400 of the 1,200 jobs will go.", "400 job | 1200 job");
    row("money", "The ship cost $23 million per season.", "2.3e+07 $ per season");
    row("money in words", "The ship cost nearly 40 euros.", "~40 €");
    row("strength", "A magnitude 6.4 quake struck.", "6.4 magnitude");
    row("an age", "Dahl, 46, and a 60-year-old sailor met.", "46 years old | 60 years old");
    row("what it is of", "The mother of 12 sailed.", "12 mother of");
    row("a sentence", "He got four years in prison.", "4 years in prison");
    row("a year counts nothing", "In 2019 harbors closed.", "");
    row("a length of time counts nothing", "They drilled for five days.", "");
    row("one of several counts nothing", "Dahl was one of the sailors.", "");
}

void TestQuantities::numbersSayWhatTheyCount()
{
    QFETCH(QString, text);
    QFETCH(QString, numbers);
    QCOMPARE(numbersIn(text.toStdString()), numbers);
}

void TestQuantities::whatTimesTakeIsNoCount()
{
    const std::string text = "On March 9 sailors met.";
    const auto words = wordsOf(text, spanOf(0, text.size()));
    QVERIFY(findQuantities(words, {}).size() == 1);
    const std::array<TextSpan, 1> times{spanOf(3, 10)};
    QVERIFY(findQuantities(words, times).empty());
}

void TestQuantities::answersExcludeEachOther()
{
    QVERIFY(exclude(boats(3), boats(4)));
    QVERIFY(!exclude(boats(3), boats(3)));
    QVERIFY(!exclude(boats(30, Bound::AtLeast), boats(34)));
    QVERIFY(exclude(boats(34, Bound::AtLeast), boats(30))); // more than 34 are not 30
    QVERIFY(exclude(boats(3, Bound::AtLeast), boats(11)));  // true once
    QVERIFY(!exclude(boats(1'987'000), boats(2'000'000)));  // rounded
    QVERIFY(!exclude(boats(98), boats(100, Bound::About)));
    Quantity ships = boats(4);
    ships.of = "ship";
    QVERIFY(!exclude(boats(3), ships)); // another question
}

QTEST_APPLESS_MAIN(TestQuantities)
#include "tst_quantities.moc"
