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
    return titles.empty() ? QString() : QString::fromStdString(titles.front().text);
}

} // namespace

class TestEventDateAndTitle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOwnDateBeatsTheStoryDay();
    void aDayBeatsTheMonthThatConfirmsIt();
    void aDoubtfulTriggerSaysOnlyWhichDayOfTheMonth();
    void thePublicationDateAloneDatesNothing();
    void twoOutletsWithTwoDaysAreTwoPositions();
    void oneOutletAgainstItselfIsNoDispute();
    void theOrderOfVotesDoesNotMatter();
    void aTitleIsTheClauseOfItsTrigger_data();
    void aTitleIsTheClauseOfItsTrigger();
    void aHeadlineNamesItsEvent();
    void noTitleIsTooLong();
    void aLeadLendsItsHeadline();
    void aTitleIsCutWhereItStillSaysSomething_data();
    void aTitleIsCutWhereItStillSaysSomething();
    void whatNobodyWouldWriteIsNotPresentable_data();
    void whatNobodyWouldWriteIsNotPresentable();
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

void TestEventDateAndTitle::aDoubtfulTriggerSaysOnlyWhichDayOfTheMonth()
{
    const DateVote month{dated("2021-04", DateBasis::OwnExpression), 0};
    const DateVote inside{dated("2021-04-13", DateBasis::OwnExpression), 1, true};
    const DateVote outside{dated("2021-05-02", DateBasis::OwnExpression), 2, true};
    QCOMPARE(decideDate({month, inside}).date.value, std::string("2021-04-13"));
    QCOMPARE(decideDate({month, outside}).date.value, std::string("2021-04"));
    QVERIFY(!decideDate({inside}).date.interval);
    QVERIFY(decideDate({month, inside, {dated("2021-04-20", DateBasis::OwnExpression), 3, true}}).positions.empty());
    // What two name outright is not moved by it.
    const DateVote day{dated("2021-04-15", DateBasis::OwnExpression), 3};
    QCOMPARE(decideDate({month, day, inside}).date.value, std::string("2021-04-15"));
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
    row("article and time go, the present comes", "The mayor of Talen resigned on Monday.", "resigned", "Monday",
        "Mayor of Talen resigns");
    row("attribution goes", "Police said that two men robbed a bank in Brel.", "robbed", "",
        "Two men rob a bank in Brel");
    row("a relative clause goes", "Maria Okafor left the council, which she had led for years.", "left", "",
        "Maria Okafor leaves the council");
    row("a parenthesis goes", "The port (the largest of the coast) closed to ships.", "closed", "",
        "Port closes to ships");
    row("a hedge stays", "The mine may close for good.", "close", "", "Mine may close for good");
    row("an opener goes", "However, the court fined the company.", "fined", "", "Court fines the company");
    row("a comment between commas goes", "Elin Dahl, 52, a nurse from Orsk, won the regatta.", "won", "",
        "Elin Dahl wins the regatta");
    row("the subject of the first verb is that of the second", "The crew lowered the boats and left the ship.", "left",
        "", "Crew leaves the ship");
    row("a passive is told as headlines do", "A fisherman was arrested near the old harbor.", "arrested", "",
        "Fisherman arrested near the old harbor");
    row("a coordinated passive stays one", "A fisherman was arrested and charged with theft.", "charged", "",
        "Fisherman charged with theft");
    row("a plan is told with to", "The council will close the bridge in May.", "close", "in May",
        "Council to close the bridge");
    row("an expected plan too", "The minister is expected to open the tunnel.", "open", "",
        "Minister to open the tunnel");
    row("a negation stays", "The company did not pay the fine.", "pay", "", "Company did not pay the fine");
    row("an accusation stays one", "The captain allegedly sold the cargo.", "sold", "",
        "Captain allegedly sold the cargo");
    row("a participle describes, it does not act", "The man wounded in the raid died in hospital.", "died", "",
        "Man dies in hospital");
    row("what was done to the described", "The man wounded in the raid died in hospital.", "wounded", "",
        "Man wounded in the raid");
    row("an object names the event", "The agency announced an inquiry into the fire.", "inquiry", "",
        "Agency announces an inquiry into the fire");
    row("a noun of its own", "She was pleased with the launch of the satellite.", "launch", "",
        "Launch of the satellite");
    row("he is who says it", "Jonas Vell said he sold the mill.", "sold", "", "Jonas Vell sells the mill");
    row("hyphens and currencies hold together", "The Orsk-based firm paid $5 million to the U.S.-owned bank.", "paid",
        "", "Orsk-based firm pays $5 million to the U.S.-owned bank");
    row("a bound belongs to its number", "At least three sailors drowned off Brel.", "drowned", "",
        "At least three sailors drown off Brel");
    row("what another caused", "A storm hit the coast, killing two people.", "killing", "", "Storm kills two people");
    row("said afterwards", "The dam will hold, the engineer said.", "said", "", "Dam to hold");
    row("a list is one subject", "Orsk, Brel and Talen signed the treaty.", "signed", "",
        "Orsk, Brel and Talen sign the treaty");
    row("quotation marks go with what they held", "Dahl called the plan “a joke” and left.", "called", "",
        "Dahl calls the plan a joke");
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
    QCOMPARE(titleOf("Talen Mayor Quits On Monday After Ferry Report | Orsk Courier", "Quits", "Monday", true),
             QStringLiteral("Talen Mayor quits after Ferry Report"));
    QVERIFY(!titleOf("Will the mayor of Talen quit?", "quit", "", true).endsWith(u'?'));
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

void TestEventDateAndTitle::aLeadLendsItsHeadline()
{
    const std::string text = "Mill in Orsk burns down\nAn old mill in Orsk burned to the ground, and nobody was hurt.";
    TitleSource source;
    source.articleText = text;
    source.headline = spanOf(0, text.find('\n'));
    source.sentence = spanOf(text.find('\n') + 1, text.size());
    source.trigger = spanOf(text.find("burned"), text.find("burned") + 6);
    source.lead = true;
    const auto titles = titleCandidates(std::span(&source, 1));
    QCOMPARE(titles.front().text, std::string("Mill in Orsk burns down"));
    QVERIFY(titles.front().headline);
}

void TestEventDateAndTitle::aTitleIsCutWhereItStillSaysSomething_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("longest");
    QTest::addColumn<QString>("cut");
    QTest::newRow("short enough") << "Mayor of Talen resigns" << 30 << "Mayor of Talen resigns";
    QTest::newRow("before a preposition")
        << "Storm floods the harbor of Brel after a warm winter" << 30 << "Storm floods the harbor";
    QTest::newRow("at words") << "Inspectors question fourteen harbor pilots" << 30 << "Inspectors question fourteen";
    QTest::newRow("code points, not bytes") << "Żółw żółć gęśl jaźń łódź" << 24 << "Żółw żółć gęśl jaźń łódź";
    QTest::newRow("no article at the end") << "Ferry company buys the oldest shipyard" << 22 << "Ferry company buys";
    QTest::newRow("nothing fits") << "Ferry" << 3 << "";
}

void TestEventDateAndTitle::aTitleIsCutWhereItStillSaysSomething()
{
    QFETCH(QString, title);
    QFETCH(int, longest);
    QFETCH(QString, cut);
    QCOMPARE(QString::fromStdString(shortened(title.toStdString(), static_cast<std::size_t>(longest))), cut);
}

void TestEventDateAndTitle::whatNobodyWouldWriteIsNotPresentable_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("a pronoun in front") << "They agree to meet";
    QTest::newRow("a contraction in front") << "We've had enough rain";
    QTest::newRow("a conjunction in front") << "And the mayor resigns";
    QTest::newRow("an auxiliary in front") << "Could get worse";
    QTest::newRow("a preposition at the end") << "Mayor resigns over";
    QTest::newRow("an article at the end") << "Mayor signs the";
    QTest::newRow("half a quotation") << "Mayor calls it “a joke";
    QTest::newRow("a question") << "Will the mayor resign?";
    QTest::newRow("too long") << QStringLiteral("Mayor ") + QStringLiteral("signs ").repeated(14);
}

void TestEventDateAndTitle::whatNobodyWouldWriteIsNotPresentable()
{
    QFETCH(QString, title);
    QVERIFY(!isPresentable(title.toStdString()));
    QVERIFY(isPresentable("Mayor of Talen resigns"));
}

QTEST_APPLESS_MAIN(TestEventDateAndTitle)
#include "tst_event_date_and_title.moc"
