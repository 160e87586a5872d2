// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/publication_cues.h"

#include <array>
#include <cmath>

#include <QTest>

#include "analysis/analyze_article.h"
#include "analysis/publication_inference.h"
#include "analysis/publication_weights.h"
#include "analysis/publication_witnesses.h"
#include "temporal/normalizer.h"

using namespace synoptic;
using namespace synoptic::analysis;

namespace {

Day day(std::string_view iso)
{
    return dayFromIso(iso).value();
}

/// What the words of @p text say of each of the days, had it been published then.
double cueOf(const std::string& text, std::string_view published)
{
    corpus::Article article;
    article.file = "a.txt";
    article.text = text;
    if (const std::size_t end = text.find("\n\n"); end != std::string::npos)
        article.headings = {spanOf(0, end)};
    const ArticleAnalysis analyzed = analyzeArticle(std::move(article), {});
    const Day on = day(published);
    const auto kind = temporal::documentKind(analyzed.article.text, analyzed.unresolved);
    const auto expressions = temporal::resolve(analyzed.article.text, analyzed.unresolved, {DayRange{on, on}, kind});
    std::vector<std::optional<Day>> resolved;
    resolved.reserve(expressions.size());
    for (const auto& expression : expressions)
        resolved.push_back(dayOf(expression));
    return ownCues(analyzed, expressions, resolved, on);
}

/// @p published: nothing if it is to be found out.
std::shared_ptr<const ArticleAnalysis> analyzed(const char* file, std::string_view published, const std::string& text)
{
    corpus::Article article;
    article.file = file;
    article.text = text;
    if (!published.empty()) {
        article.published.value = published;
        article.published.range = DayRange{day(published), day(published)};
        article.published.basis = corpus::PublicationBasis::Metadata;
    }
    return std::make_shared<const ArticleAnalysis>(analyzeArticle(std::move(article), {}));
}

} // namespace

class TestPublicationCues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneDayIsLikelierThanAnother_data();
    void oneDayIsLikelierThanAnother();
    void whatSaysNothingMovesNothing();
    void nearnessFallsAndNeverForbids();
    void aReprintComesOnTheSameDayOrTheNext();
    void sentencesOfOneStoryAreComparedWithoutTheirTimes();
    void aDayThatOthersNameDatesTheArticle();
    void aHistoryIsNotDatedByItsOwnDays();
    void aHeavyDayIsTheMode();
    void theRangeIsWiderThanTheWeights();
    void longRangesAreToldByMonths();
};

void TestPublicationCues::oneDayIsLikelierThanAnother_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("likelier");
    QTest::addColumn<QString>("than");
    const auto row = [](const char* name, const char* text, const char* likelier, const char* than) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(likelier) << QString::fromLatin1(than);
    };
    row("earlier in a month is not before it", "Earlier in April the council closed the bridge.", "2021-04-25",
        "2021-03-25");
    row("nor in its first days", "Earlier in April the council closed the bridge.", "2021-04-25", "2021-04-03");
    row("nor long after", "Earlier in April the council closed the bridge.", "2021-05-03", "2021-07-03");
    row("a month told as past is over", "The council closed the bridge in March.", "2021-04-10", "2021-02-10");
    row("of its own month one says the day", "The council closed the bridge in March.", "2021-04-10", "2021-03-10");
    row("a month that is planned comes", "The council will close the bridge in June.", "2021-05-10", "2021-07-10");
    row("news is fresh", "The council closed the bridge on Tuesday.", "2021-05-05", "2021-05-10");
    row("the days before it lie close", "The council met on Tuesday and closed the bridge on Thursday.", "2021-05-06",
        "2021-05-11");
    row("the lead tells the news",
        "The council closed the bridge on Tuesday. It is old. It is made of stone. Cars go by the dam. Ships wait. The "
        "mayor had warned of it on Friday.",
        "2021-05-04", "2021-05-07");
    row("what the headline plans is ahead, whatever the text says",
        "The council will close the bridge in June\n\nThe council closed the bridge on June 16 for good.", "2021-05-20",
        "2021-06-17");
    row("a full date told as past is over", "The council closed the bridge on May 4, 2021.", "2021-05-05",
        "2021-04-20");
    row("a full date that is planned comes", "The council will close the bridge on May 4, 2021.", "2021-04-20",
        "2021-05-20");
}

void TestPublicationCues::oneDayIsLikelierThanAnother()
{
    QFETCH(QString, text);
    QFETCH(QString, likelier);
    QFETCH(QString, than);
    const double more = cueOf(text.toStdString(), likelier.toStdString());
    const double less = cueOf(text.toStdString(), than.toStdString());
    QVERIFY2(more > less, qPrintable(QString::number(more) + QStringLiteral(" and ") + QString::number(less)));
}

void TestPublicationCues::whatSaysNothingMovesNothing()
{
    QCOMPARE(cueOf("The bridge is made of stone.", "2021-05-04"), 0.0);
    QCOMPARE(cueOf("The council closed the bridge this month.", "2021-05-04"), 0.0);
}

void TestPublicationCues::nearnessFallsAndNeverForbids()
{
    const std::array known = {day("2021-05-04"), day("2021-06-04")};
    QCOMPARE(nearness(day("2021-06-04"), known), 0.0);
    QVERIFY(nearness(day("2021-05-08"), known) > nearness(day("2021-05-18"), known));
    QVERIFY(nearness(day("2023-05-08"), known) > -10.0);
    QCOMPARE(nearness(day("2021-05-08"), {}), 0.0);
}

void TestPublicationCues::aReprintComesOnTheSameDayOrTheNext()
{
    const std::array printed = {day("2021-05-04")};
    QVERIFY(reprintCue(day("2021-05-04"), printed) > reprintCue(day("2021-05-05"), printed));
    QVERIFY(reprintCue(day("2021-05-05"), printed) > reprintCue(day("2021-05-07"), printed));
    QCOMPARE(reprintCue(day("2021-05-07"), printed), 0.0);
    QCOMPARE(reprintCue(day("2021-05-04"), {}), 0.0);
}

void TestPublicationCues::sentencesOfOneStoryAreComparedWithoutTheirTimes()
{
    const Articles articles = {
        analyzed("a.txt", "2021-04-20",
                 "On April 15 the harbor board fined the ferry line for its broken ramps. Rain fell all week."),
        analyzed("b.txt", "", "The harbor board today fined the ferry line for its broken ramps. Nobody was hurt."),
        analyzed("c.txt", "", "The school on the hill gets a new roof on the 15th. Its gym stays shut.")};
    const std::vector<std::uint32_t> members = {0, 1, 2};
    const std::stop_token stop;
    const WitnessComparison comparison(articles, members, stop);
    QVERIFY(comparison.likeness(0, 0, 1, 0) > 0.9);
    QCOMPARE(comparison.likeness(0, 0, 2, 0), 0.0);
    QCOMPARE(comparison.sharedText(1, 0), 1.0); // what is short is not asked
    QCOMPARE(comparison.sharedText(2, 0), 0.0);
    const Witnesses witnesses = comparison.witnesses();
    QVERIFY(!witnesses.sentences.empty());
    QCOMPARE(witnesses.sentences[0].day, day("2021-04-15"));
    const auto equations = comparison.equationsOf(1, witnesses);
    QCOMPARE(equations.size(), 1U);
    QCOMPARE(equations[0].day, day("2021-04-15"));
    QVERIFY(equations[0].probability > 0.8);
    QVERIFY(sameDayProbability(0.1, true) > sameDayProbability(0.1, false));
}

void TestPublicationCues::aDayThatOthersNameDatesTheArticle()
{
    const std::string dated =
        "On April 13 the mayor called the owners of the ferry line. On April 15 the harbor board fined the "
        "ferry line for its broken ramps.";
    const std::string undated =
        "The harbor board today fined the ferry line for its broken ramps. On Tuesday the mayor "
        "called the owners of the ferry line.";
    const std::array<std::uint32_t, 2> story = {0, 0};
    const auto inferred =
        inferPublicationDates({analyzed("a.txt", "2021-04-26", dated), analyzed("b.txt", "", undated)}, story);
    const corpus::PublicationDate& published = inferred[1]->article.published;
    QCOMPARE(published.value, std::string("2021-04-15"));
    QCOMPARE(published.basis, corpus::PublicationBasis::Inferred);
    QVERIFY(published.confidence > 0.5 && published.confidence < 0.7);
    QVERIFY(published.evidence.size() >= 4);
    QVERIFY(published.evidence[0].why.find("2021-04-1") != std::string::npos);
    QCOMPARE(inferred[0]->article.published.value, std::string("2021-04-26"));
}

void TestPublicationCues::aHistoryIsNotDatedByItsOwnDays()
{
    // One full date, and most of what it tells years later: it was not written around that day.
    const std::string history = "The king fled on 4 May 1921. The general took the port in 1936 and the capital in "
                                "1939. In June 1938 the river "
                                "was crossed. A truce failed in 1937. The islands fell in March 1939.";
    const std::array<std::uint32_t, 1> story = {0};
    const auto alone = inferPublicationDates({analyzed("a.txt", "", history)}, story);
    QVERIFY(!alone[0]->article.published.range);
    // News that looks back once still is.
    const std::string news =
        "The port opened on 4 May 2021. The mayor cut a ribbon on 5 May 2021. It was planned in 1998.";
    const auto dated = inferPublicationDates({analyzed("a.txt", "", news)}, story);
    QVERIFY(dated[0]->article.published.range);
    QVERIFY(dated[0]->article.published.range->contains(day("2021-05-10")));
}

void TestPublicationCues::aHeavyDayIsTheMode()
{
    const std::array scores = {0.0, 1.0, 9.0, 1.0};
    const DayVerdict verdict = verdictOf(scores);
    QCOMPARE(verdict.mode, 2U);
    QVERIFY(verdict.weight > 0.99);
    const std::array one = {-3.0};
    QCOMPARE(verdictOf(one).weight, 1.0);
    QCOMPARE(verdictOf(one).last, 0U);
}

void TestPublicationCues::theRangeIsWiderThanTheWeights()
{
    std::array<double, 100> even = {};
    const DayVerdict all = verdictOf(even);
    QVERIFY(all.last - all.first + 1 >= 95);
    std::array<double, 100> peak = {};
    for (std::size_t i = 0; i < peak.size(); ++i)
        peak[i] = -std::abs(static_cast<double>(i) - 50.0);
    // By itself this curve has 0.95 of its weight within three days of the peak.
    const DayVerdict near = verdictOf(peak);
    QVERIFY(near.first <= 47 && near.first > 40);
    QVERIFY(near.last >= 53 && near.last < 60);
}

void TestPublicationCues::longRangesAreToldByMonths()
{
    QCOMPARE(coarseValue({day("2021-05-04"), day("2021-05-04")}), std::string("2021-05-04"));
    QCOMPARE(coarseValue({day("2021-05-04"), day("2021-05-10")}), std::string("2021-05-04/2021-05-10"));
    QCOMPARE(coarseValue({day("2021-05-04"), day("2021-07-10")}), std::string("2021-05/2021-07"));
    QCOMPARE(coarseValue({day("2020-12-04"), day("2021-01-10")}), std::string("2020-12/2021-01"));
}

QTEST_APPLESS_MAIN(TestPublicationCues)
#include "tst_publication_cues.moc"
