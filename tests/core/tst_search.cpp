// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/search.h"

#include <QTest>

#include "support/corpus_builder.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace Qt::StringLiterals;
using synoptic::search::Mode;
using synoptic::search::Query;

Q_DECLARE_METATYPE(synoptic::search::Query)

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itFinds_data();
    void itFinds();
    void allWordsMustBeThere();
    void hitsComeByArticleAndPlace();
    void onlyWhatIsAskedForIsSearched();
    void aBadPatternSaysWhy();
    void limitsCutAndSaySo();
    void aPatternThatMatchesNothingEnds();
    void aStopIsHeard();
    void badTextIsNoTrouble();
};

void TestSearch::itFinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Query>("query");
    QTest::addColumn<QStringList>("expected");
    const auto query = [](const char* text, Mode mode = Mode::Phrase, bool matchCase = false, bool whole = false) {
        return Query{text, mode, matchCase, whole, {}, {}};
    };
    QTest::newRow("a word") << u"The pier, the Pier"_s << query("pier") << QStringList{u"pier"_s, u"Pier"_s};
    QTest::newRow("with its case") << u"The pier, the Pier"_s << query("Pier", Mode::Phrase, true)
                                   << QStringList{u"Pier"_s};
    QTest::newRow("part of a word") << u"piers"_s << query("pier") << QStringList{u"pier"_s};
    QTest::newRow("whole words") << u"piers and a pier"_s << query("pier", Mode::Phrase, false, true)
                                 << QStringList{u"pier"_s};
    QTest::newRow("whole words with points")
        << u"the U.S. said"_s << query("U.S.", Mode::Phrase, false, true) << QStringList{u"U.S."_s};
    QTest::newRow("a phrase over a line break")
        << u"the old\npier"_s << query("old pier") << QStringList{u"old\npier"_s};
    QTest::newRow("a phrase with a no-break space")
        << u"old\u00a0pier"_s << query("old pier") << QStringList{u"old\u00a0pier"_s};
    QTest::newRow("signs are signs") << u"a.c abc (x)"_s << query("a.c") << QStringList{u"a.c"_s};
    QTest::newRow("letters beyond ASCII") << u"ÉCOLE, école"_s << query("école") << QStringList{u"ÉCOLE"_s, u"école"_s};
    QTest::newRow("a pattern") << u"12 dead, 140 hurt"_s << query("\\d+ (dead|hurt)", Mode::Pattern)
                               << QStringList{u"12 dead"_s, u"140 hurt"_s};
    QTest::newRow("a pattern of lines") << u"one\ntwo"_s << query("^t.*$", Mode::Pattern) << QStringList{u"two"_s};
    QTest::newRow("nothing") << u"one"_s << query("two") << QStringList{};
    QTest::newRow("an empty text") << u"one"_s << query("  ") << QStringList{};
}

void TestSearch::itFinds()
{
    QFETCH(QString, text);
    QFETCH(Query, query);
    QFETCH(QStringList, expected);
    const std::string bytes = text.toStdString();
    const auto found = search::findIn(bytes, query);
    QVERIFY(found.has_value());
    QStringList words;
    for (const TextSpan span : *found)
        words << QString::fromStdString(std::string(textOf(bytes, span)));
    QCOMPARE(words, expected);
}

void TestSearch::allWordsMustBeThere()
{
    const Query query{"pier storm", Mode::Words, false, false, {}, {}};
    QCOMPARE(search::findIn("storm at the pier, a storm", query)->size(), std::size_t{3});
    QVERIFY(search::findIn("no wind at the pier", query)->empty());
    // One word inside the other is one place
    QCOMPARE(search::findIn("stormy", Query{"storm stormy", Mode::Words, false, false, {}, {}})->size(),
             std::size_t{1});
}

namespace {

std::shared_ptr<const edits::Timeline> threeArticles()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a", "A").published("2021-04-01").text("pier one pier"));
    corpus.article(ArticleBuilder("b", "B").published("2021-05-01").text("nothing"));
    corpus.article(ArticleBuilder("c", "C").text("the pier"));
    return corpus.build();
}

} // namespace

void TestSearch::hitsComeByArticleAndPlace()
{
    const auto timeline = threeArticles();
    const auto found = search::find(timeline->analysis().articles, Query{"pier", Mode::Phrase, false, false, {}, {}});
    QVERIFY(found.has_value());
    QCOMPARE(found->hits.size(), std::size_t{3});
    QVERIFY(std::ranges::is_sorted(found->hits));
    QCOMPARE(found->articles, std::size_t{2});
    QVERIFY(!found->isCut);
    QCOMPARE(found->hits[2], (search::Hit{ArticleId{2}, {4, 8}}));
}

void TestSearch::onlyWhatIsAskedForIsSearched()
{
    const auto timeline = threeArticles();
    Query query{"pier", Mode::Phrase, false, false, {}, {}};
    query.articles = {0, 1, 1};
    QCOMPARE(search::find(timeline->analysis().articles, query)->articles, std::size_t{1});
    query.articles = {};
    query.published = daysFromIso("2021-04");
    const auto april = search::find(timeline->analysis().articles, query);
    QCOMPARE(april->articles, std::size_t{1}); // the undated one is left out
    QVERIFY(april->hits.front().article == ArticleId{0});
}

void TestSearch::aBadPatternSaysWhy()
{
    for (const char* pattern : {"(", "a{2,1}", "[", "\\", "(a{1000}){1000}"}) {
        const auto found = search::findIn("a", Query{pattern, Mode::Pattern, false, false, {}, {}});
        QVERIFY2(!found.has_value(), pattern);
        QVERIFY(found.error().code == ErrorCode::InvalidArgument);
        QVERIFY(!found.error().detail.empty());
    }
}

void TestSearch::limitsCutAndSaySo()
{
    const auto timeline = threeArticles();
    const Query query{"pier", Mode::Phrase, false, false, {}, {}};
    const auto one = search::find(timeline->analysis().articles, query, {2, 500});
    QCOMPARE(one->hits.size(), std::size_t{2});
    QVERIFY(one->isCut);
    const auto all = search::find(timeline->analysis().articles, query, {3, 500});
    QVERIFY(!all->isCut);
}

void TestSearch::aPatternThatMatchesNothingEnds()
{
    const auto found = search::findIn("abc", Query{"x*", Mode::Pattern, false, false, {}, {}});
    QVERIFY(found.has_value());
    QVERIFY(found->empty());
    QCOMPARE(search::findIn("axxb", Query{"x*", Mode::Pattern, false, false, {}, {}})->size(), std::size_t{1});
}

void TestSearch::aStopIsHeard()
{
    const auto source = std::make_unique<std::stop_source>();
    source->request_stop();
    const auto timeline = threeArticles();
    const auto found = search::find(timeline->analysis().articles, Query{"pier", Mode::Phrase, false, false, {}, {}},
                                    {}, source->get_token());
    QVERIFY(!found.has_value());
    QVERIFY(found.error().code == ErrorCode::Cancelled);
}

void TestSearch::badTextIsNoTrouble()
{
    const std::string bytes("a\xff\xfe pier \xc3", 10);
    QCOMPARE(search::findIn(bytes, Query{"pier", Mode::Phrase, false, false, {}, {}})->size(), std::size_t{1});
    const auto odd = search::findIn("pier", Query{"\xff", Mode::Phrase, false, false, {}, {}});
    QVERIFY(odd ? odd->empty() : odd.error().code == ErrorCode::InvalidArgument); // never a hit
}

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
