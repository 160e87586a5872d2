// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <clocale>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "base/utf8.h"
#include "exchange/csv.h"
#include "exchange/json.h"
#include "exchange/json_writer.h"
#include "exchange/names.h"

using namespace synoptic;
using namespace synoptic::exchange;
using temporal::Granularity;
using temporal::Qualifier;

namespace {

constexpr std::string_view firstText = "Läuft 😀\n\nThe pier closed on 3 May. Ads";
constexpr std::string_view sentenceText = "The pier closed on 3 May.";

TextSpan spanIn(std::string_view text, std::string_view words)
{
    const std::size_t begin = text.find(words);
    return spanOf(begin, begin + words.size());
}

temporal::Interval dayInterval(std::string_view day)
{
    const Day date = *dayFromIso(day);
    return temporal::intervalOf({date, date}, Granularity::Day);
}

events::EventDate thirdOfMay()
{
    return {"3 May",
            "2024-05-03",
            dayInterval("2024-05-03"),
            Qualifier::Exact,
            events::DateBasis::OwnExpression,
            0.9,
            "day nearest to 2024-05-04"};
}

/// Two articles, one event, one hint, one skipped file; wide characters, hostile words, a name that is not UTF-8.
analysis::Analysis sampleAnalysis()
{
    analysis::ArticleAnalysis first;
    first.article.file = "a.txt";
    first.article.sha256 = "00ff";
    first.article.title = "=SUM(A1)";
    first.article.source = "Say \"Post\", Inc";
    first.article.text = firstText;
    first.article.boilerplate = {spanIn(firstText, "Ads")};
    first.article.published = {"2024-05-04",
                               DayRange{*dayFromIso("2024-05-04"), *dayFromIso("2024-05-04")},
                               corpus::PublicationBasis::Stated,
                               0.75,
                               {{"a.txt", spanIn(firstText, "3 May"), "date line"}, {"gone.txt", {0, 1}, "?"}},
                               {{spanIn(firstText, "Ads"), "2020", "page clock"}}};
    first.article.diagnostics = {{Severity::Warning, DiagnosticCode::ReplacedBytes, {0, 5}, "2"}};
    first.sentences = {{spanIn(firstText, "Läuft 😀"), false}, {spanIn(firstText, sentenceText), false}};
    temporal::TemporalExpression expression;
    expression.span = spanIn(firstText, "3 May");
    expression.value = "2024-05-03";
    expression.edtf = "2024-05-03";
    expression.interval = dayInterval("2024-05-03");
    expression.anchor = temporal::Anchor::Publication;
    expression.resolved = "day nearest to 2024-05-04";
    expression.confidence = 0.9;
    expression.alternative = {"2023-05-03", dayInterval("2023-05-03"), "the year before", 0.2};
    first.expressions = {expression};

    analysis::ArticleAnalysis second;
    second.article.file = "b\xff.txt";
    second.article.text = "Nothing here.";
    second.sentences = {{{0, 13}, false}};

    analysis::Analysis analysis;
    analysis.articles = {std::make_shared<const analysis::ArticleAnalysis>(std::move(first)),
                         std::make_shared<const analysis::ArticleAnalysis>(std::move(second))};
    analysis.reprintCluster = {0, 1};
    analysis::Event event;
    event.key = "0123456789abcdef";
    event.title = "@pier closes\r\n";
    event.date = thirdOfMay();
    event.salience = 0.8;
    event.sources = 1;
    event.independent = 1;
    event.participants = {"pier", "Ann \"A\" B"};
    analysis::Support support;
    support.sentence = 1;
    support.trigger = spanIn(firstText, "closed");
    support.expressions = {0};
    support.date = thirdOfMay();
    support.score = 1.0 / 3.0;
    event.supports = {support};
    analysis.events = {event};
    analysis::Hint hint;
    hint.type = "date";
    hint.score = 0.7;
    hint.why = "3 May against 4 May";
    hint.spanA = spanIn(firstText, sentenceText);
    hint.articleB = ArticleId{1};
    hint.spanB = {0, 13};
    analysis.hints = {hint};
    analysis.skipped = {{"c\x1b]0.jpg", "not an article format: JPEG picture"}};
    return analysis;
}

QJsonObject documentOf(const analysis::Analysis& analysis)
{
    QJsonParseError error;
    const auto bytes = QByteArray::fromStdString(analysisToJson(analysis, "synoptic test"));
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("not JSON at %d: %s", error.offset, qPrintable(error.errorString()));
    return document.object();
}

/// The part of an article's text that code points @p start to @p end cover.
QString codePoints(const QJsonObject& article, const QJsonValue& start, const QJsonValue& end)
{
    const auto text = article[QStringLiteral("text")].toString().toUcs4();
    const auto part = text.mid(start.toInt(), end.toInt() - start.toInt());
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(part.constData()), part.size());
}

/// An RFC 4180 reader, written without a look at the writer.
QList<QStringList> rowsOf(const std::string& csv)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromStdString(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            cell += text[i++];
        } else if (text[i] == u'"') {
            quoted = !quoted;
        } else if (!quoted && (text[i] == u',' || text[i] == u'\r')) {
            row << std::exchange(cell, {});
            if (text[i] == u'\r') {
                rows << std::exchange(row, {});
                ++i;
            }
        } else {
            cell += text[i];
        }
    }
    return rows;
}

} // namespace

class TestExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentHasTheFieldsOfTheFormat();
    void offsetsCountCodePoints();
    void aNameThatIsNotUtf8KeepsItsBytes();
    void anEmptyAnalysisIsADocument();
    void openDatesHaveAnOpenBound_data();
    void openDatesHaveAnOpenBound();
    void numbersDoNotDependOnTheLocale_data();
    void numbersDoNotDependOnTheLocale();
    void anyBytesAreAJsonString();
    void expressionsAreOneJsonObjectALine();
    void theTableHasARowForEachSupport();
    void noCellIsAFormula_data();
    void noCellIsAFormula();
};

void TestExchange::theDocumentHasTheFieldsOfTheFormat()
{
    const QJsonObject document = documentOf(sampleAnalysis());
    QCOMPARE(document[QStringLiteral("format")].toString(), QStringLiteral("synoptic-analysis"));
    QCOMPARE(document[QStringLiteral("version")].toInt(), 1);
    QCOMPARE(document[QStringLiteral("generator")].toString(), QStringLiteral("synoptic test"));

    const QJsonObject article = document[QStringLiteral("articles")][0].toObject();
    for (const char* field : {"id", "file", "sha256", "title", "source", "author", "language", "published", "cluster",
                              "text", "boilerplate", "sentences", "expressions"})
        QVERIFY2(article.contains(QLatin1String(field)), field);
    const QJsonObject published = article[QStringLiteral("published")].toObject();
    QCOMPARE(published[QStringLiteral("value")].toString(), QStringLiteral("2024-05-04"));
    QCOMPARE(published[QStringLiteral("basis")].toString(), QStringLiteral("stated"));
    QCOMPARE(published[QStringLiteral("confidence")].toDouble(), 0.75);
    QCOMPARE(published[QStringLiteral("evidence")].toArray().size(), 1); // the other names no article
    QCOMPARE(published[QStringLiteral("rejected")][0][QStringLiteral("why")].toString(), QStringLiteral("page clock"));
    const QJsonObject unknown = document[QStringLiteral("articles")][1][QStringLiteral("published")].toObject();
    QVERIFY(unknown[QStringLiteral("value")].isNull() && unknown[QStringLiteral("earliest")].isNull());
    QCOMPARE(unknown[QStringLiteral("basis")].toString(), QStringLiteral("none"));

    const QJsonObject expression = article[QStringLiteral("expressions")][0].toObject();
    QCOMPARE(expression[QStringLiteral("type")].toString(), QStringLiteral("DATE"));
    QCOMPARE(expression[QStringLiteral("latest")].toString(), QStringLiteral("2024-05-03"));
    QCOMPARE(expression[QStringLiteral("anchor")].toString(), QStringLiteral("publication"));
    QCOMPARE(expression[QStringLiteral("granularity")].toString(), QStringLiteral("day"));
    QCOMPARE(expression[QStringLiteral("alternative")][QStringLiteral("value")].toString(),
             QStringLiteral("2023-05-03"));
    QVERIFY(expression[QStringLiteral("modifier")].isNull());

    const QJsonObject event = document[QStringLiteral("events")][0].toObject();
    QCOMPARE(event[QStringLiteral("id")].toString(), QStringLiteral("e1"));
    QCOMPARE(event[QStringLiteral("title")].toString(), QStringLiteral("@pier closes\r\n"));
    QCOMPARE(event[QStringLiteral("qualifier")].toString(), QStringLiteral("exact"));
    QCOMPARE(event[QStringLiteral("earliest")].toString(), QStringLiteral("2024-05-03"));
    QCOMPARE(event[QStringLiteral("participants")].toArray().size(), 2);
    QCOMPARE(event[QStringLiteral("support")][0][QStringLiteral("score")].toDouble(), 0.3333);
    const QJsonObject hint = document[QStringLiteral("hints")][0].toObject();
    QCOMPARE(hint[QStringLiteral("event")].toString(), QStringLiteral("e1"));
    QCOMPARE(hint[QStringLiteral("b")][QStringLiteral("article")].toString(), QStringLiteral("a2"));
    QCOMPARE(document[QStringLiteral("skipped")][0][QStringLiteral("file")].toString(),
             QStringLiteral("c\u001b]0.jpg"));
}

void TestExchange::offsetsCountCodePoints()
{
    const QJsonObject document = documentOf(sampleAnalysis());
    const QJsonObject article = document[QStringLiteral("articles")][0].toObject();
    const auto sentence = article[QStringLiteral("sentences")][1].toArray();
    QCOMPARE(codePoints(article, sentence[0], sentence[1]), QStringLiteral("The pier closed on 3 May."));
    const auto boilerplate = article[QStringLiteral("boilerplate")][0].toArray();
    QCOMPARE(codePoints(article, boilerplate[0], boilerplate[1]), QStringLiteral("Ads"));
    const auto expression = article[QStringLiteral("expressions")][0];
    QCOMPARE(codePoints(article, expression[QStringLiteral("start")], expression[QStringLiteral("end")]),
             QStringLiteral("3 May"));
    const auto support = document[QStringLiteral("events")][0][QStringLiteral("support")][0];
    const auto trigger = support[QStringLiteral("trigger")].toArray();
    QCOMPARE(codePoints(article, trigger[0], trigger[1]), QStringLiteral("closed"));
    QCOMPARE(codePoints(article, support[QStringLiteral("start")], support[QStringLiteral("end")]),
             QStringLiteral("The pier closed on 3 May."));
}

void TestExchange::aNameThatIsNotUtf8KeepsItsBytes()
{
    const QJsonObject document = documentOf(sampleAnalysis());
    const QJsonObject article = document[QStringLiteral("articles")][1].toObject();
    QCOMPARE(article[QStringLiteral("file")].toString(), QStringLiteral("b\uFFFD.txt"));
    QCOMPARE(article[QStringLiteral("file_bytes")].toString(), QStringLiteral("62ff2e747874"));
    QVERIFY(!document[QStringLiteral("articles")][0].toObject().contains(QStringLiteral("file_bytes")));
}

void TestExchange::anEmptyAnalysisIsADocument()
{
    const QJsonObject document = documentOf({});
    for (const char* list : {"articles", "events", "hints", "skipped"})
        QVERIFY2(document[QLatin1String(list)].isArray() && document[QLatin1String(list)].toArray().isEmpty(), list);
    QCOMPARE(rowsOf(eventsToCsv({})).size(), 1);
}

void TestExchange::openDatesHaveAnOpenBound_data()
{
    QTest::addColumn<int>("qualifier");
    QTest::addColumn<QString>("edtf");
    QTest::addColumn<QString>("bounds");
    const auto row = [](const char* name, Qualifier qualifier, const char* edtf, const char* bounds) {
        QTest::newRow(name) << static_cast<int>(qualifier) << QString::fromLatin1(edtf) << QString::fromLatin1(bounds);
    };
    row("exact", Qualifier::Exact, "2024-05", "2024-05-01 2024-05-31");
    row("about", Qualifier::About, "2024-05~", "2024-05-01 2024-05-31");
    row("since", Qualifier::After, "2024-05/..", "2024-05-01 ");
    row("by", Qualifier::Before, "../2024-05-31", " 2024-05-31");
    row("before", Qualifier::Before, "../2024-04-30", " 2024-04-30");
    row("before, without EDTF", Qualifier::Before, "", " 2024-05-31");
    row("EDTF that cannot be read", Qualifier::After, "whenever/..", "2024-05-01 ");
}

void TestExchange::openDatesHaveAnOpenBound()
{
    QFETCH(int, qualifier);
    QFETCH(QString, edtf);
    QFETCH(QString, bounds);
    const auto may = temporal::intervalOf(*daysFromIso("2024-05"), Granularity::Month);
    const Bounds found = boundsOf(may, static_cast<Qualifier>(qualifier), edtf.toStdString());
    QCOMPARE(QString::fromStdString(found.earliest + " " + found.latest), bounds);
    QVERIFY(boundsOf(std::nullopt, static_cast<Qualifier>(qualifier), "") == Bounds{});
}

void TestExchange::numbersDoNotDependOnTheLocale_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("half") << 0.5 << QStringLiteral("0.5");
    QTest::newRow("whole") << 1.0 << QStringLiteral("1");
    QTest::newRow("rounded") << 2.0 / 3.0 << QStringLiteral("0.6667");
    QTest::newRow("tiny") << 1e-9 << QStringLiteral("0");
    QTest::newRow("tiny and negative") << -1e-9 << QStringLiteral("0");
    QTest::newRow("large") << 1e15 << QStringLiteral("1000000000000000");
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QString();
}

void TestExchange::numbersDoNotDependOnTheLocale()
{
    QFETCH(double, number);
    QFETCH(QString, text);
    // NOLINTBEGIN(concurrency-mt-unsafe): the test has one thread
    std::setlocale(LC_ALL, ""); // the tests run in one that writes 0,5
    QCOMPARE(QString::fromStdString(decimalText(number)), text);
    std::setlocale(LC_ALL, "C");
    // NOLINTEND(concurrency-mt-unsafe)
}

void TestExchange::anyBytesAreAJsonString()
{
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += static_cast<char>(byte);
    JsonWriter json;
    json.beginArray();
    json.value(bytes + "\u2028😀\"\\");
    json.endArray();
    const auto text = json.take();
    QVERIFY(isValidUtf8(text));
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(text));
    const QString value = document.array().at(0).toString();
    QVERIFY(value.startsWith(QString(QChar(u'\0')) + QChar(u'\1')));
    QVERIFY(value.endsWith(QStringLiteral("\u2028😀\"\\")));
}

void TestExchange::expressionsAreOneJsonObjectALine()
{
    const auto analysis = sampleAnalysis();
    const auto& article = *analysis.articles[0];
    auto expressions = article.expressions;
    expressions.push_back(expressions[0]);
    const auto lines = QByteArray::fromStdString(expressionsToJsonLines(expressions, article.article.text)).split('\n');
    QCOMPARE(lines.size(), 3);
    const QJsonObject line = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(line[QStringLiteral("text")].toString(), QStringLiteral("3 May"));
    QCOMPARE(line[QStringLiteral("start")].toInt(), 28);
    QCOMPARE(line[QStringLiteral("value")].toString(), QStringLiteral("2024-05-03"));
}

void TestExchange::theTableHasARowForEachSupport()
{
    auto analysis = sampleAnalysis();
    analysis.events[0].supports.push_back(analysis.events[0].supports[0]);
    analysis.events[0].supports[1].article = ArticleId{1};
    analysis.events[0].supports[1].sentence = 0;
    const auto rows = rowsOf(eventsToCsv(analysis));
    QCOMPARE(rows.size(), 3);
    for (const QStringList& row : rows)
        QCOMPARE(row.size(), rows[0].size());
    const auto cell = [&](int row, const char* column) { return rows[row][rows[0].indexOf(QLatin1String(column))]; };
    QCOMPARE(cell(1, "event"), QStringLiteral("e1"));
    QCOMPARE(cell(1, "value"), QStringLiteral("2024-05-03"));
    QCOMPARE(cell(1, "salience"), QStringLiteral("0.8"));
    QCOMPARE(cell(1, "participants"), QStringLiteral("pier; Ann \"A\" B"));
    QCOMPARE(cell(1, "source"), QStringLiteral("Say \"Post\", Inc"));
    QCOMPARE(cell(1, "sentence"), QStringLiteral("The pier closed on 3 May."));
    QCOMPARE(cell(1, "start"), QStringLiteral("9"));
    QCOMPARE(cell(2, "file"), QStringLiteral("b\uFFFD.txt"));
    QCOMPARE(cell(2, "sentence"), QStringLiteral("Nothing here."));
}

void TestExchange::noCellIsAFormula_data()
{
    QTest::addColumn<QByteArray>("title");
    for (const char* title : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
        QTest::newRow(title) << QByteArray(title);
}

void TestExchange::noCellIsAFormula()
{
    QFETCH(QByteArray, title);
    auto analysis = sampleAnalysis();
    analysis.events[0].title = title.toStdString();
    const QString cell = rowsOf(eventsToCsv(analysis))[1][1];
    QCOMPARE(cell, u'\'' + QString::fromUtf8(title));
}

QTEST_APPLESS_MAIN(TestExchange)
#include "tst_exchange.moc"
