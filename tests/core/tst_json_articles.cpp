// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/json_articles.h"

#include <algorithm>

#include <QTest>

#include "base/limits.h"
#include "ingest/ingest.h"

using namespace synoptic;
using namespace synoptic::ingest;

namespace {

const std::string body =
    "The harbor was closed on Tuesday after a storm. Three boats were lost, officials said, and the "
    "pier needs repair before the winter.";

std::string quoted(const std::string& text)
{
    return '"' + text + '"';
}

std::string valueOf(const RawArticle& article, const std::string& key)
{
    const auto field = std::ranges::find(article.metadata, key, &MetadataField::key);
    return field != article.metadata.end() ? field->value : std::string();
}

} // namespace

class TestJsonArticles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scrapersAreUnderstood_data();
    void scrapersAreUnderstood();
    void markupIsHandedOn();
    void textBeatsMarkupAndTheSurerNameWins();
    void articlesAreFound_data();
    void articlesAreFound();
    void whatIsInsideAnArticleIsPartOfIt();
    void authorsAreAllTaken();
    void countedMomentsAreDays_data();
    void countedMomentsAreDays();
    void theDayOfTheDownloadIsRejected();
    void damageCostsOneLine();
    void whatOtherLanguagesWriteIsRepaired_data();
    void whatOtherLanguagesWriteIsRepaired();
    void whatIsNoArticleHasAReason_data();
    void whatIsNoArticleHasAReason();
    void depthEndsAtTheLimit();
};

void TestJsonArticles::scrapersAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const std::string& json) {
        QTest::newRow(name) << QByteArray::fromStdString(json);
    };
    row("trafilatura", R"({"title":"Storm","author":"Jane Doe","hostname":"example.org","date":"2021-05-04",)"
                       R"("url":"https://example.org/a","sitename":"Harbor Daily","text":)" +
                           quoted(body) + "}");
    row("newspaper", R"({"title":"Storm","authors":["Jane Doe"],"publish_date":"2021-05-04 10:00:00","source":)"
                     R"("Harbor Daily","url":"https://example.org/a","text":)" +
                         quoted(body) + "}");
    row("Readability", R"({"title":"Storm","byline":"Jane Doe","content":"<div><p>x</p></div>","textContent":)" +
                           quoted(body) + R"(,"siteName":"Harbor Daily","publishedTime":"2021-05-04T10:00:00Z",)" +
                           R"("url":"https://example.org/a"})");
    row("Common Crawl news",
        R"({"authors":["Jane Doe"],"date_download":"2022-01-02","date_modify":"2021-05-05","date_publish":)"
        R"("2021-05-04 10:00:00","maintext":)" +
            quoted(body) +
            R"(,"source_domain":"Harbor Daily","title":"Storm","title_page":null,"url":"https://example.org/a"})");
    row("schema.org", R"({"@type":"NewsArticle","headline":"Storm","author":{"@type":"Person","name":"Jane Doe"},)"
                      R"("publisher":{"name":"Harbor Daily","logo":{"url":"https://example.org/l"}},)"
                      R"("datePublished":"2021-05-04","url":"https://example.org/a","articleBody":)" +
                          quoted(body) + "}");
}

void TestJsonArticles::scrapersAreUnderstood()
{
    QFETCH(QByteArray, json);
    const auto articles = readJsonArticles(json.toStdString());
    QVERIFY(articles.has_value());
    QCOMPARE(articles->size(), 1U);
    const RawArticle& raw = articles->front().raw;
    QCOMPARE(raw.text, body);
    QCOMPARE(valueOf(raw, "json:title"), std::string("Storm"));
    const corpus::Article article = ingestArticle(raw, {"a.json", {}, {}, {}});
    QCOMPARE(article.title, std::string("Storm"));
    QCOMPARE(article.author, std::string("Jane Doe"));
    QCOMPARE(article.source, std::string("Harbor Daily"));
    QCOMPARE(article.url, std::string("https://example.org/a"));
    QCOMPARE(article.published.value, std::string("2021-05-04"));
    QCOMPARE(article.published.basis, corpus::PublicationBasis::Metadata);
}

void TestJsonArticles::markupIsHandedOn()
{
    const auto articles = readJsonArticles(R"({"title":"Storm","content":"<div><p>)" + body + R"(</p></div>"})");
    QVERIFY(articles.has_value());
    QCOMPARE(articles->front().raw.text, std::string());
    QCOMPARE(articles->front().html, "<div><p>" + body + "</p></div>");
}

void TestJsonArticles::textBeatsMarkupAndTheSurerNameWins()
{
    const std::string other = body + " Another form.";
    const auto text = readJsonArticles(R"({"maintext":"<p>)" + body + R"(</p>","body":)" + quoted(other) + "}");
    QCOMPARE(text->front().raw.text, other);
    const auto surer = readJsonArticles(R"({"content":)" + quoted(other) + R"(,"maintext":)" + quoted(body) + "}");
    QCOMPARE(surer->front().raw.text, body);
    const auto first = readJsonArticles(R"({"text":)" + quoted(body) + R"(,"text":)" + quoted(other) + "}");
    QCOMPARE(first->front().raw.text, body);
    const auto longer = readJsonArticles(R"({"maintext":"short","text":)" + quoted(body) + "}");
    QCOMPARE(longer->front().raw.text, body);
}

void TestJsonArticles::articlesAreFound_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("count");
    const std::string one = R"({"text":)" + quoted(body) + "}";
    const auto row = [](const char* name, const std::string& json, int count) {
        QTest::newRow(name) << QByteArray::fromStdString(json) << count;
    };
    row("one", one, 1);
    row("an array", "[" + one + ",\n" + one + "]", 2);
    row("inside an answer", R"({"status":"ok","total":2,"articles":[)" + one + "," + one + "]}", 2);
    row("one a line", one + "\n\n" + one + "\r\n" + one + "\n", 3);
    row("by identifier", R"({"a1":)" + one + R"(,"a2":)" + one + "}", 2);
    row("over several lines", "{\n\"text\":\n" + quoted(body) + "\n}", 1);
    row("with a mark before it", "\xEF\xBB\xBF" + one, 1);
}

void TestJsonArticles::articlesAreFound()
{
    QFETCH(QByteArray, json);
    QFETCH(int, count);
    const auto articles = readJsonArticles(json.toStdString());
    QVERIFY(articles.has_value());
    QCOMPARE(articles->size(), static_cast<std::size_t>(count));
    for (const JsonArticle& article : *articles)
        QCOMPARE(article.raw.text, body);
}

void TestJsonArticles::whatIsInsideAnArticleIsPartOfIt()
{
    const auto articles = readJsonArticles(R"({"comments":[{"text":)" + quoted(body) + R"(}],"text":)" +
                                           quoted(body + " Main.") + R"(,"related":[{"text":)" + quoted(body) + "}]}");
    QVERIFY(articles.has_value());
    QCOMPARE(articles->size(), 1U);
    QCOMPARE(articles->front().raw.text, body + " Main.");
}

void TestJsonArticles::authorsAreAllTaken()
{
    const auto articles =
        readJsonArticles(R"({"authors":["Jane Doe",{"name":"John Roe"},"jane doe"],"text":)" + quoted(body) + "}");
    QCOMPARE(ingestArticle(articles->front().raw, {}).author, std::string("Jane Doe, John Roe"));
}

void TestJsonArticles::countedMomentsAreDays_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QString>("day");
    QTest::newRow("seconds") << QByteArray("1620129600") << QStringLiteral("2021-05-04");
    QTest::newRow("thousandths") << QByteArray("1620129600000") << QStringLiteral("2021-05-04");
    QTest::newRow("a year") << QByteArray("2021") << QString();
    QTest::newRow("nothing sensible") << QByteArray("18446744073709551615") << QString();
}

void TestJsonArticles::countedMomentsAreDays()
{
    QFETCH(QByteArray, number);
    QFETCH(QString, day);
    const auto articles =
        readJsonArticles(R"({"published":)" + number.toStdString() + R"(,"text":)" + quoted(body) + "}");
    QCOMPARE(QString::fromStdString(valueOf(articles->front().raw, "json:published")), day);
}

void TestJsonArticles::theDayOfTheDownloadIsRejected()
{
    const auto articles = readJsonArticles(R"({"date_download":"2022-01-02 03:04:05","text":)" + quoted(body) + "}");
    const corpus::Article article = ingestArticle(articles->front().raw, {});
    QCOMPARE(article.published.value, std::string());
    QCOMPARE(article.published.rejected.size(), 1U);
    QCOMPARE(article.published.rejected.front().value, std::string("2022-01-02"));
}

void TestJsonArticles::damageCostsOneLine()
{
    const std::string one = R"({"text":)" + quoted(body) + "}";
    const auto lines = readJsonArticles(one + "\n{\"text\": \"cut\n" + one);
    QVERIFY(lines.has_value());
    QCOMPARE(lines->size(), 2U);
    QCOMPARE(lines->back().raw.diagnostics.front().code, DiagnosticCode::LimitReached);
    const auto cut = readJsonArticles("[" + one + ", {\"te");
    QVERIFY(cut.has_value());
    QCOMPARE(cut->size(), 1U);
    QCOMPARE(cut->back().raw.diagnostics.front().code, DiagnosticCode::LimitReached);
}

void TestJsonArticles::whatOtherLanguagesWriteIsRepaired_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("end");
    const auto row = [](const char* name, const std::string& before, const std::string& end, const char* read) {
        QTest::newRow(name) << QByteArray::fromStdString("{" + before + R"("text":")" + body + end + "\"}")
                            << QString::fromUtf8(read);
    };
    row("not a number", R"("score": NaN, )", "", "");
    row("infinity", R"("score": [-Infinity, Infinity], )", "", "");
    row("the word in a text stays", R"("score": NaN, )", " NaN \\\" NaN", " NaN \" NaN");
    row("half a pair", "", R"( \ud83d!)", " \uFFFD!");
    row("the other half", "", R"( \udE00!)", " \uFFFD!");
    row("a whole pair beside half of one", "", R"( \ud83d\ude00 \ud83d)", " \U0001F600 \uFFFD");
    row("a backslash before a u", "", R"( \\ud83d)", R"( \ud83d)");
}

void TestJsonArticles::whatOtherLanguagesWriteIsRepaired()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, end);
    const auto articles = readJsonArticles(json.toStdString());
    QVERIFY(articles.has_value());
    QCOMPARE(QString::fromStdString(articles->front().raw.text), QString::fromStdString(body) + end);
    QVERIFY(articles->front().raw.diagnostics.empty());
}

void TestJsonArticles::whatIsNoArticleHasAReason_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* json, ErrorCode code) {
        QTest::newRow(name) << QByteArray(json) << static_cast<int>(code);
    };
    row("blank", " \n", ErrorCode::Empty);
    row("settings", R"({"title":"x","width":3})", ErrorCode::NotAnArticle);
    row("a short text", R"({"text":"too short"})", ErrorCode::NotAnArticle);
    row("damage", R"({"text":)", ErrorCode::Malformed);
}

void TestJsonArticles::whatIsNoArticleHasAReason()
{
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    const auto articles = readJsonArticles(json.toStdString());
    QVERIFY(!articles);
    QCOMPARE(static_cast<int>(articles.error().code), code);
}

void TestJsonArticles::depthEndsAtTheLimit()
{
    const auto nested = [](std::size_t depth) {
        const std::string one = R"({"text":)" + quoted(body) + "}";
        return std::string(depth - 1, '[') + one + std::string(depth - 1, ']');
    };
    QVERIFY(readJsonArticles(nested(limits::jsonDepth)).has_value());
    QCOMPARE(readJsonArticles(nested(limits::jsonDepth + 1)).error().code, ErrorCode::Malformed);
    QCOMPARE(readJsonArticles(std::string(1'000'000, '[')).error().code, ErrorCode::Malformed);
}

QTEST_APPLESS_MAIN(TestJsonArticles)
#include "tst_json_articles.moc"
