// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/analysis_codec.h"

#include <random>
#include <stop_token>
#include <string>
#include <utility>

#include <QTest>

#include "analysis/analyze_article.h"
#include "analysis/link_corpus.h"
#include "edits/boilerplate_edits.h"
#include "edits/timeline.h"
#include "exchange/json.h"

using namespace synoptic;
using namespace synoptic::cache;

namespace {

/// A folder of three reports of one story, as the program reads and links it.
std::shared_ptr<const analysis::Analysis> read()
{
    const std::vector<std::pair<const char*, const char*>> texts = {
        {"2021-04-15",
         "The ferry sank near the harbor on Tuesday.\nMenu | Contact\n\nForty-seven people were injured, the "
         "police said.\nThe minister resigned on 14 April 2021, and a court will hear the case in May.\n"},
        {"2021-04-16",
         "Ferry sinks: 31 people were injured when the ferry sank near the harbor on Tuesday.\nIt was not "
         "known when the minister, who resigned two days later, had been told.\nLäuft 😀\n"},
        {"", "The ferry sank on April 13. The minister denied that he had resigned.\n"}};
    std::vector<std::shared_ptr<const analysis::ArticleAnalysis>> articles;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        corpus::Article article;
        article.file = i == 2 ? "c\xff.txt" : std::string(1, static_cast<char>('a' + i)) + ".txt";
        article.sha256 = std::string(64, 'a');
        article.title = "Title";
        article.source = "Outlet " + std::to_string(i);
        article.text = texts[i].second;
        article.published.value = texts[i].first;
        article.published.range = daysFromIso(texts[i].first);
        if (article.published.range) {
            article.published.basis = corpus::PublicationBasis::Stated;
            article.published.confidence = 0.75;
            article.published.evidence = {{article.file, {0, 3}, "date line"}};
            article.published.rejected = {{{4, 9}, "2020", "page clock"}};
        }
        article.diagnostics = {{Severity::Note, DiagnosticCode::NoTitle, {0, 1}, "x"}};
        if (i == 0) {
            const auto at = static_cast<std::uint32_t>(article.text.find("Menu"));
            article.boilerplate = {{at, at + 14}};
            edits::overruleBoilerplate(
                article, std::vector{edits::SetBoilerplate{edits::anchorOf(article, {0, 10}), false}, // no change
                                     edits::SetBoilerplate{edits::anchorOf(article, {at, at + 4}), false}});
        }
        articles.push_back(
            std::make_shared<const analysis::ArticleAnalysis>(analysis::analyzeArticle(std::move(article))));
    }
    return analysis::linkCorpus("/folder/caf\xe9", std::move(articles), {{"x.jpg", "a picture"}}, std::stop_token());
}

Result<std::shared_ptr<const analysis::Analysis>> decode(std::string_view articles, std::string_view links)
{
    auto read = decodeArticles(articles);
    if (!read)
        return tl::unexpected(read.error());
    return decodeLinks(links, *std::move(read));
}

/// Looks at all that an analysis names, as the program would: whatever is out of bounds is found by the sanitizer or
/// by the assertions of the library.
std::size_t walk(const analysis::Analysis& analysis)
{
    const auto timeline = edits::applyEdits(std::make_shared<const analysis::Analysis>(analysis), {});
    return exchange::analysisToJson(timeline->analysis(), "test").size();
}

} // namespace

class TestAnalysisCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnalysisComesBackTheSame();
    void whatIsLeftOutIsFoundAgain();
    void articlesComeInParts();
    void aListOfFilesComesBack();
    void anEndThatIsMissingIsRefused();
    void damagedBytesAreRefusedOrSound();
    void valuesThatCannotBeAreRefused_data();
    void valuesThatCannotBeAreRefused();
    void everyTurnedBitTurnsTheCheck();
};

void TestAnalysisCodec::anAnalysisComesBackTheSame()
{
    const auto analysis = read();
    QVERIFY(analysis->events.size() >= 2);
    const std::string articles = encodeArticles(analysis->articles);
    const std::string links = encodeLinks(*analysis);
    const auto back = decode(articles, links);
    QVERIFY2(back.has_value(), back ? "" : back.error().detail.c_str());
    QVERIFY((*back)->folder == analysis->folder);
    QVERIFY((*back)->events == analysis->events);
    QVERIFY((*back)->reprintCluster == analysis->reprintCluster);
    QVERIFY((*back)->skipped == analysis->skipped);
    QCOMPARE((*back)->hints.size(), analysis->hints.size());
    // To the last byte: what is written of it, and what it is written as
    QCOMPARE(exchange::analysisToJson(**back, "test"), exchange::analysisToJson(*analysis, "test"));
    QCOMPARE(encodeArticles((*back)->articles), articles);
    QCOMPARE(encodeLinks(**back), links);
    for (std::size_t a = 0; a < analysis->articles.size(); ++a) {
        QVERIFY((*back)->articles[a]->sentences == analysis->articles[a]->sentences);
        QVERIFY((*back)->articles[a]->expressions == analysis->articles[a]->expressions);
        QCOMPARE((*back)->articles[a]->mentions.size(), analysis->articles[a]->mentions.size());
        QVERIFY((*back)->articles[a]->article.published == analysis->articles[a]->article.published);
        QVERIFY((*back)->articles[a]->article.boilerplateAsFound == analysis->articles[a]->article.boilerplateAsFound);
    }
    QVERIFY(analysis->articles[0]->article.boilerplateAsFound.has_value());
}

void TestAnalysisCodec::whatIsLeftOutIsFoundAgain()
{
    const auto analysis = read();
    const auto back = decode(encodeArticles(analysis->articles), encodeLinks(*analysis));
    QVERIFY(back.has_value());
    for (const char* day : {"2019-08-06", "2024-02-29"}) {
        const edits::Edits edits = {edits::SetPublication{"a.txt", day}, edits::SetPublication{"b.txt", day}};
        QVERIFY(edits::applyEdits(*back, edits)->sameAs(*edits::applyEdits(analysis, edits)) ||
                exchange::analysisToJson(edits::applyEdits(*back, edits)->analysis(), "t") ==
                    exchange::analysisToJson(edits::applyEdits(analysis, edits)->analysis(), "t"));
    }
}

void TestAnalysisCodec::articlesComeInParts()
{
    const auto analysis = read();
    const std::span all(analysis->articles);
    Articles joined;
    for (std::size_t a = 0; a < all.size(); ++a) {
        const auto part = decodeArticles(encodeArticles(all.subspan(a, 1)));
        QVERIFY(part.has_value() && part->size() == 1);
        joined.push_back(part->front());
    }
    QVERIFY(decodeLinks(encodeLinks(*analysis), joined).has_value());
    std::swap(joined[0], joined[1]);
    QVERIFY(!decodeLinks(encodeLinks(*analysis), joined).has_value()); // out of order
    joined.pop_back();
    QVERIFY(!decodeLinks(encodeLinks(*analysis), joined).has_value()); // too few
}

void TestAnalysisCodec::aListOfFilesComesBack()
{
    corpus::FolderScan scan;
    scan.files = {{"a.txt", 12, 1'700'000'000'123'456'789, -5, 1, 2}, {"b\xff.txt", 0, 0, 0, 0, 0}};
    scan.skipped = {{"link", "link, not followed"}};
    scan.metadataCsv = corpus::ScannedFile{"metadata.csv", 1, 2, 3, 4, 5};
    scan.entries = 4;
    const auto back = decodeScan(encodeScan(scan));
    QVERIFY(back.has_value());
    QVERIFY(back->files == scan.files && back->skipped == scan.skipped && back->metadataCsv == scan.metadataCsv);
    QCOMPARE(back->entries, scan.entries);
    QVERIFY(!decodeScan("x").has_value());
}

void TestAnalysisCodec::anEndThatIsMissingIsRefused()
{
    const auto analysis = read();
    const std::string articles = encodeArticles(analysis->articles);
    for (std::size_t size = 0; size < articles.size(); ++size)
        QVERIFY(!decodeArticles(std::string_view(articles).substr(0, size)).has_value());
    QVERIFY(!decodeArticles(articles + '\0').has_value());
    const std::string links = encodeLinks(*analysis);
    for (std::size_t size = 0; size < links.size(); ++size)
        QVERIFY(!decodeLinks(std::string_view(links).substr(0, size), analysis->articles).has_value());
}

void TestAnalysisCodec::damagedBytesAreRefusedOrSound()
{
    const auto analysis = read();
    const std::string articles = encodeArticles(analysis->articles);
    const std::string links = encodeLinks(*analysis);
    std::mt19937 random(7);
    int refused = 0;
    int taken = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string first = articles;
        std::string second = links;
        for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
            std::string& part = random() % 2 == 0 ? first : second;
            part[random() % part.size()] = static_cast<char>(random() % 256);
        }
        const auto back = decode(first, second);
        ++(back ? taken : refused);
        if (back)
            QVERIFY(walk(**back) > 0);
    }
    qInfo("%d refused, %d taken", refused, taken);
    QVERIFY(refused > 500 && taken > 100);
}

void TestAnalysisCodec::valuesThatCannotBeAreRefused_data()
{
    QTest::addColumn<int>("what");
    const char* names[] = {"text with a carriage return", "text that is no UTF-8",    "sentences out of order",
                           "a sentence inside a letter",  "a mention of no sentence", "an expression that is not there",
                           "an interval backwards",       "a file without a name",    "a support of no article",
                           "a support of no sentence",    "a hint about no event",    "a cluster of no article",
                           "a score that is no number",   "a span that ends outside"};
    for (int i = 0; i < static_cast<int>(std::size(names)); ++i)
        QTest::newRow(names[i]) << i;
}

void TestAnalysisCodec::valuesThatCannotBeAreRefused()
{
    QFETCH(int, what);
    analysis::Analysis analysis = *read();
    auto article = std::make_shared<analysis::ArticleAnalysis>(*analysis.articles[1]);
    QVERIFY(article->sentences.size() > 1 && !article->mentions.empty() && !article->expressions.empty());
    QVERIFY(!analysis.events.empty());
    analysis::Support& support = analysis.events[0].supports.at(0);
    const auto end = static_cast<std::uint32_t>(article->article.text.size());
    switch (what) {
    case 0:
        article->article.text[3] = '\r';
        break;
    case 1:
        article->article.text[3] = '\xff';
        break;
    case 2:
        std::swap(article->sentences[0], article->sentences[1]);
        break;
    case 3:
        article->sentences.back().span.end =
            static_cast<std::uint32_t>(article->article.text.find("ä") + 1); // within "Läuft"
        break;
    case 4:
        article->mentions.back().sentence = 1000;
        break;
    case 5:
        article->mentions.back().expressions = {1000};
        break;
    case 6: {
        const auto interval = daysFromIso("2021-04-13");
        article->expressions[0].interval = temporal::intervalOf(*interval, temporal::Granularity::Day);
        std::swap(article->expressions[0].interval->begin, article->expressions[0].interval->end);
        break;
    }
    case 7:
        article->article.file.clear();
        break;
    case 8:
        support.article = ArticleId{1000};
        break;
    case 9:
        support.sentence = 1000;
        break;
    case 10: {
        analysis::Hint hint;
        hint.event = 1000;
        analysis.hints.push_back(hint);
        break;
    }
    case 11:
        analysis.reprintCluster[0] = 1000;
        break;
    case 12:
        support.score = std::numeric_limits<double>::quiet_NaN();
        break;
    default:
        article->article.headings = {{0, end + 1}};
        break;
    }
    analysis.articles[1] = article;
    const auto back = decode(encodeArticles(analysis.articles), encodeLinks(analysis));
    QVERIFY(!back.has_value());
    QVERIFY(back.error().code == ErrorCode::Malformed);
}

void TestAnalysisCodec::everyTurnedBitTurnsTheCheck()
{
    std::string bytes;
    std::mt19937 random(3);
    for (int i = 0; i < 301; ++i)
        bytes += static_cast<char>(random() % 256);
    const std::uint64_t check = checkOf(bytes);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        std::string turned = bytes;
        turned[bit / 8] = static_cast<char>(turned[bit / 8] ^ static_cast<char>(1U << (bit % 8)));
        QVERIFY(checkOf(turned) != check);
    }
    QVERIFY(checkOf("") != checkOf(std::string_view("\0", 1)));
}

QTEST_APPLESS_MAIN(TestAnalysisCodec)
#include "tst_analysis_codec.moc"
