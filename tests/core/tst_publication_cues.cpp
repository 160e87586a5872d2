// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/publication_cues.h"

#include <array>
#include <cmath>

#include <QTest>

#include "analysis/analyze_article.h"
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
    const ArticleAnalysis analyzed = analyzeArticle(std::move(article), {});
    const Day on = day(published);
    const auto kind = temporal::documentKind(analyzed.article.text, analyzed.unresolved);
    const auto expressions = temporal::resolve(analyzed.article.text, analyzed.unresolved, {DayRange{on, on}, kind});
    std::vector<std::optional<Day>> resolved;
    for (const auto& expression : expressions)
        resolved.push_back(dayOf(expression));
    return ownCues(analyzed, expressions, resolved, on);
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
    QVERIFY(near.first <= 45 && near.first > 30);
    QVERIFY(near.last >= 55 && near.last < 70);
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
