// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/line_model.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "analysis/analyze_article.h"
#include "analysis/link_corpus.h"
#include "base/boosted_trees.h"
#include "base/digest.h"
#include "base/lexicons.h"
#include "ingest/ingest.h"
#include "ingest/repeated_lines.h"

using namespace synoptic;
using namespace synoptic::ingest;

namespace {

const std::string first =
    "The council of Nordby closed the old bridge on Monday after engineers had found cracks in it.";
const std::string second =
    "The mayor said that the repairs of the bridge would take until autumn, and that buses would go round by the dam.";
const std::string third =
    "Residents of the northern bank asked the council for a ferry, which the council had sold two years before.";

std::string article(const std::string& title, const std::string& tail = {})
{
    return title + "\n\n" + first + "\n\n" + second + "\n\n" + third + "\n" + tail;
}

corpus::Article ingested(const std::string& text, const std::string& file = "a.txt")
{
    auto raw = readPlainText(text);
    if (!raw)
        qFatal("no text");
    return ingestArticle(std::move(*raw), {file, {}, {}, {}});
}

std::vector<std::string> markedLines(const corpus::Article& of)
{
    std::vector<std::string> lines;
    for (const TextSpan& span : of.boilerplate)
        lines.emplace_back(textOf(of.text, span));
    return lines;
}

bool isMarked(const corpus::Article& of, const std::string& line)
{
    const auto lines = markedLines(of);
    return std::ranges::find(lines, line) != lines.end();
}

QString shown(const std::vector<bool>& marked)
{
    QString text;
    for (const bool mark : marked)
        text += mark ? u'-' : u'x';
    return text;
}

/// The text of a whole page: menus, the article, and what pages end with.
std::string page()
{
    std::string text;
    for (const char* menu : {"Sections", "Front page", "World", "Politics", "Business", "Science", "Sport", "Culture",
                             "Opinion", "Weather", "Log in", "Subscribe"})
        text += std::string(menu) + "\n";
    text += "Council closes the old bridge\n3 hours ago\n" + first + "\n" + second + "\n" + third + "\n";
    for (const char* tail :
         {"Most read", "Harbor fair draws record crowd", "Five recipes for the first frost",
          "School strike enters week", "Airport sale falls through", "Newsletter", "Your morning in five minutes",
          "Privacy", "Imprint", "Careers", "Terms of use", "Contact us"})
        text += std::string(tail) + "\n";
    return text;
}

} // namespace

class TestLineModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTreesAreThoseThatWereLearned();
    void theCourseHasOneBody_data();
    void theCourseHasOneBody();
    void aTextWithoutSignsOfAPageKeepsItsLines();
    void ofAPageTheArticleIsLeft();
    void theTitleAndTheSummaryAreKept();
    void aSentenceOverTheTitleIsKept();
    void aCleanArticleLosesNothing();
    void linesAreCountedOverTheFolder();
    void reprintsDoNotRepeatEachOther();
    void whatTheFolderRepeatsIsMarked();
};

void TestLineModel::theTreesAreThoseThatWereLearned()
{
    // Whoever learns them again writes the new digest down, and the figures they reach into tests/training/README.md.
    QCOMPARE(QString::fromStdString(sha256Hex(lexicons::lineTrees()).substr(0, 16)),
             QStringLiteral("faf5875c4175d3c5"));
    const auto trees = BoostedTrees::parse(lexicons::lineTrees());
    QCOMPARE(trees.treeCount(), 160U);
    QVERIFY(trees.highestFeature() < LineDescriber::featureCount());
}

void TestLineModel::theCourseHasOneBody_data()
{
    QTest::addColumn<QList<int>>("scores");
    QTest::addColumn<QString>("course");
    QTest::newRow("nothing") << QList<int>{} << QString();
    QTest::newRow("head, body, tail") << QList<int>{-3000, -3000, 4000, 4000, -3000, -3000} << QStringLiteral("--xx--");
    QTest::newRow("a doubtful line stays in the body") << QList<int>{4000, 4000, -1000, 4000} << QStringLiteral("xxxx");
    QTest::newRow("a sure insert does not") << QList<int>{4000, 4000, -6000, 4000} << QStringLiteral("xx-x");
    QTest::newRow("a stray line behind the tail does not come back")
        << QList<int>{4000, 4000, -2000, -2000, -2000, 1500, -2000} << QStringLiteral("xx-----");
    QTest::newRow("nothing speaks for a body") << QList<int>{-2000, -2000} << QStringLiteral("--");
}

void TestLineModel::theCourseHasOneBody()
{
    QFETCH(QList<int>, scores);
    QFETCH(QString, course);
    const std::vector<std::int64_t> values(scores.begin(), scores.end());
    QCOMPARE(shown(likeliestMarks(values, {})), course);
}

void TestLineModel::aTextWithoutSignsOfAPageKeepsItsLines()
{
    const LineCosts costs;
    QVERIFY(leanOf(1000, 0, costs) > leanOf(1000, 1, costs));
    QVERIFY(leanOf(1000, 1, costs) > leanOf(1000, 5, costs));
    QVERIFY(leanOf(1000, 5, costs) > leanOf(100, 5, costs));
    QCOMPARE(leanOf(100, 0, costs), costs.leanInPages);
}

void TestLineModel::ofAPageTheArticleIsLeft()
{
    const corpus::Article read = ingested(page());
    for (const std::string& line : {first, second, third})
        QVERIFY2(!isMarked(read, line), line.c_str());
    for (const char* line : {"Sections", "Sport", "Most read", "Five recipes for the first frost", "Imprint"})
        QVERIFY2(isMarked(read, line), line);
}

void TestLineModel::theTitleAndTheSummaryAreKept()
{
    const std::string summary = "Cracks in two piers and no ferry to go round them until autumn";
    const corpus::Article read =
        ingested("Council closes the old bridge\n\n" + summary + "\n\nby Jane Doe\n\n" + first + "\n\n" + second +
                 "\n\n" + third + "\n\nRelated Articles\n\nLeave a Reply\n");
    QCOMPARE(read.title, std::string("Council closes the old bridge"));
    QVERIFY(!isMarked(read, read.title));
    QVERIFY(!isMarked(read, summary));
    QVERIFY(isMarked(read, "Related Articles"));
    QVERIFY(isMarked(read, "Leave a Reply"));
}

void TestLineModel::aSentenceOverTheTitleIsKept()
{
    const std::string caption = "Engineers of the council look at the cracks in the two northern piers of the bridge";
    const corpus::Article read =
        ingested("Home Politics Council closes the old bridge\n" + caption + "\n\nCouncil closes the old bridge\n\n" +
                 first + "\n\n" + second + "\n\n" + third + "\n");
    QVERIFY(isMarked(read, "Home Politics Council closes the old bridge"));
    QVERIFY(!isMarked(read, caption));
}

void TestLineModel::aCleanArticleLosesNothing()
{
    const corpus::Article read = ingested("Council closes the old bridge\n\n" + first + "\n\nWhat now?\n\n" + second +
                                          "\n\n- a ferry\n- a bus\n- the dam\n\nThe costs\n\n" + third + "\n");
    QCOMPARE(markedLines(read), std::vector<std::string>{});
}

void TestLineModel::linesAreCountedOverTheFolder()
{
    const std::array<std::string_view, 3> texts = {"One of a kind.\nGo to page 3\nThe Daily Bee",
                                                   "Another.\n\nGo to page 12", "Nothing in common."};
    const std::array<std::uint32_t, 3> clusters = {0, 1, 2};
    const auto repeats = repeatedLines(texts, clusters);
    QCOMPARE(repeats.size(), 3U);
    QCOMPARE(repeats[0], (std::vector<LineRepeats>{{0, 0}, {0, 1}, {0, 0}}));
    QCOMPARE(repeats[1], (std::vector<LineRepeats>{{0, 0}, {0, 1}}));
    QVERIFY(repeats[2].empty());
}

void TestLineModel::reprintsDoNotRepeatEachOther()
{
    const std::array<std::string_view, 2> texts = {"The same text.", "The same text."};
    QVERIFY(repeatedLines(texts, std::array<std::uint32_t, 2>{0, 0})[0].empty());
    QCOMPARE(repeatedLines(texts, std::array<std::uint32_t, 2>{0, 1})[0].at(0).same, 1U);
}

void TestLineModel::whatTheFolderRepeatsIsMarked()
{
    // A line that is no phrase of pages: only that other articles of the site end with it gives it away.
    const std::string tail = "\nValley Observer on your phone\n\nLeave a Reply\n";
    const std::string other =
        "Harbor fair opens\n\nThe harbor fair of Sandvar opened on Friday with more boats than in any year before.\n\n"
        "The fair goes on until Sunday, its director told the radio, and the last boat leaves after the fireworks.\n";
    const std::string further =
        "Grain prices fall\n\nPrices of grain fell for the third week in a row, the chamber of farmers said on "
        "Friday.\n\n"
        "Its president expects them to rise again in spring, when the stocks of the southern mills are used up.\n";
    std::vector<std::shared_ptr<const analysis::ArticleAnalysis>> articles;
    int number = 0;
    for (const std::string& text : {article("Council closes the old bridge"), other, further})
        articles.push_back(std::make_shared<const analysis::ArticleAnalysis>(
            analysis::analyzeArticle(ingested(text + tail, "a" + std::to_string(number++) + ".txt"), {})));
    const auto alone = articles;
    const auto together = analysis::linkCorpus("folder", std::move(articles), {}, {});
    QVERIFY(together);
    for (std::size_t i = 0; i < alone.size(); ++i) {
        const corpus::Article& read = together->articles[i]->article;
        QVERIFY(isMarked(read, "Valley Observer on your phone"));
        QVERIFY(!isMarked(alone[i]->article, "Valley Observer on your phone"));
        const auto& sentences = together->articles[i]->sentences;
        QVERIFY(std::ranges::any_of(sentences, [&](const text::Sentence& sentence) {
            return sentence.boilerplate && textOf(read.text, sentence.span) == "Valley Observer on your phone";
        }));
    }
}

QTEST_APPLESS_MAIN(TestLineModel)
#include "tst_line_model.moc"
