// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include <QTest>

#include "links/event_builder.h"
#include "links/event_title.h"

using namespace synoptic;
using namespace synoptic::links;
using events::DateBasis;
using events::EventDate;

namespace {

EventDate dated(const char* iso, DateBasis basis, double confidence = 0.9)
{
    const DayRange days = daysFromIso(iso).value();
    EventDate date;
    date.value = iso;
    date.words = basis == DateBasis::OwnExpression ? iso : "";
    date.interval =
        temporal::intervalOf(days, days.isOneDay() ? temporal::Granularity::Day : temporal::Granularity::Month);
    date.qualifier = temporal::Qualifier::Exact;
    date.basis = basis;
    date.confidence = confidence;
    return date;
}

QString titleOf(const std::string& text, const std::string& trigger, const std::string& time = {}, bool heading = false)
{
    TitleSource source;
    source.articleText = text;
    source.sentence = spanOf(0, text.size());
    source.trigger = spanOf(text.find(trigger), text.find(trigger) + trigger.size());
    if (!time.empty())
        source.expressions.push_back(spanOf(text.find(time), text.find(time) + time.size()));
    source.heading = heading;
    const auto titles = titleCandidates(std::span(&source, 1));
    return titles.empty() ? QString() : QString::fromStdString(titles.front());
}

} // namespace

class TestEventDateAndTitle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOwnDateBeatsTheStoryDay();
    void aDayBeatsTheMonthThatConfirmsIt();
    void thePublicationDateAloneDatesNothing();
    void twoOutletsWithTwoDaysAreTwoPositions();
    void oneOutletAgainstItselfIsNoDispute();
    void theOrderOfVotesDoesNotMatter();
    void aTitleIsTheClauseOfItsTrigger_data();
    void aTitleIsTheClauseOfItsTrigger();
    void aHeadlineNamesItsEvent();
    void noTitleIsTooLong();
};

void TestEventDateAndTitle::anOwnDateBeatsTheStoryDay()
{
    const auto decision = decideDate({{dated("2021-04-12", DateBasis::StoryDay), 0},
                                      {dated("2021-04-13", DateBasis::OwnExpression), 1},
                                      {dated("2021-04-15", DateBasis::Publication), 2}});
    QCOMPARE(decision.date.value, std::string("2021-04-13"));
    QVERIFY(decision.positions.empty());
}

void TestEventDateAndTitle::aDayBeatsTheMonthThatConfirmsIt()
{
    const auto decision = decideDate({{dated("2021-04", DateBasis::OwnExpression), 0},
                                      {dated("2021-04", DateBasis::OwnExpression), 1},
                                      {dated("2021-04-13", DateBasis::OwnExpression), 2}});
    QCOMPARE(decision.date.value, std::string("2021-04-13"));
    QVERIFY(decision.positions.empty());
}

void TestEventDateAndTitle::thePublicationDateAloneDatesNothing()
{
    QVERIFY(!decideDate({{dated("2021-04-15", DateBasis::Publication), 0}}).date.interval);
    QVERIFY(!decideDate({}).date.interval);
}

void TestEventDateAndTitle::twoOutletsWithTwoDaysAreTwoPositions()
{
    const auto decision = decideDate({{dated("2021-04-13", DateBasis::OwnExpression), 0},
                                      {dated("2021-04-14", DateBasis::OwnExpression), 1},
                                      {dated("2021-04-13", DateBasis::OwnExpression), 2}});
    QCOMPARE(decision.date.value, std::string("2021-04-13"));
    QCOMPARE(decision.positions.size(), std::size_t{2});
    QVERIFY(decision.date.confidence < 0.9);
}

void TestEventDateAndTitle::oneOutletAgainstItselfIsNoDispute()
{
    const auto decision = decideDate(
        {{dated("2021-04-13", DateBasis::OwnExpression), 0}, {dated("2021-04-14", DateBasis::OwnExpression), 0}});
    QVERIFY(decision.positions.empty());
}

void TestEventDateAndTitle::theOrderOfVotesDoesNotMatter()
{
    const DateVote assumed{dated("2021-04-14", DateBasis::StoryDay), 1};
    const DateVote own{dated("2021-04-14", DateBasis::OwnExpression), 1};
    const DateVote other{dated("2021-04-13", DateBasis::OwnExpression), 0};
    const auto forward = decideDate({other, own, assumed});
    const auto backward = decideDate({assumed, own, other});
    QCOMPARE(forward.positions.size(), std::size_t{2});
    QCOMPARE(backward.positions.size(), std::size_t{2});
    QCOMPARE(forward.date.value, backward.date.value);
}

void TestEventDateAndTitle::aTitleIsTheClauseOfItsTrigger_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("trigger");
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("title");
    const auto row = [](const char* name, const char* text, const char* trigger, const char* time, const char* title) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromLatin1(trigger) << QString::fromLatin1(time)
                            << QString::fromUtf8(title);
    };
    row("article and time go", "The mayor of Talen resigned on Monday.", "resigned", "Monday",
        "Mayor of Talen resigned");
    row("attribution goes", "Police said that two men robbed a bank in Brel.", "robbed", "",
        "Two men robbed a bank in Brel");
    row("a relative clause goes", "Maria Okafor left the council, which she had led for years.", "left", "",
        "Maria Okafor left the council");
    row("a parenthesis goes", "The port (the largest of the coast) closed to ships.", "closed", "",
        "Port closed to ships");
    row("a hedge stays", "The mine may close for good.", "close", "", "Mine may close for good");
    row("an opener goes", "However, the court fined the company.", "fined", "", "Court fined the company");
}

void TestEventDateAndTitle::aTitleIsTheClauseOfItsTrigger()
{
    QFETCH(QString, text);
    QFETCH(QString, trigger);
    QFETCH(QString, time);
    QFETCH(QString, title);
    QCOMPARE(titleOf(text.toStdString(), trigger.toStdString(), time.toStdString()), title);
}

void TestEventDateAndTitle::aHeadlineNamesItsEvent()
{
    QCOMPARE(titleOf("Talen mayor quits after ferry report", "quits", "", true),
             QStringLiteral("Talen mayor quits after ferry report"));
}

void TestEventDateAndTitle::noTitleIsTooLong()
{
    std::string text = "The committee";
    for (int i = 0; i < 60; ++i)
        text += " and committee";
    text += " resigned over the matter of the ferry that sank off the northern coast of the island last winter.";
    const QString title = titleOf(text, "resigned");
    QVERIFY(!title.isEmpty());
    QVERIFY(title.size() <= static_cast<qsizetype>(titleLongest));
}

QTEST_APPLESS_MAIN(TestEventDateAndTitle)
#include "tst_event_date_and_title.moc"
