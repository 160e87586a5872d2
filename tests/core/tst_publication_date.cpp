// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest.h"

#include <QTest>

#include <algorithm>
#include <string>

using namespace synoptic;
using namespace synoptic::ingest;
using corpus::Article;
using corpus::PublicationBasis;
using corpus::PublicationDate;

class TestPublicationDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDateIsStatedNearTheTitle_data();
    void aDateIsStatedNearTheTitle();
    void proseIsNotDatedByTheDaysItTellsOf_data();
    void proseIsNotDatedByTheDaysItTellsOf();
    void whatIsNotTheDateIsRejectedWithTheReason_data();
    void whatIsNotTheDateIsRejectedWithTheReason();
    void metadataIsTakenByItsKind_data();
    void metadataIsTakenByItsKind();
    void theSurestPlaceWins();
    void placesThatAgreeAreAllEvidence();
    void aFileNameIsTheLastResort();
    void theAnalystIsAlwaysRight();
    void aCoarseDateStaysCoarse();
    void aTableThatNamesNoDateIsReported();
    void aVagueKeyThatRepeatsTheUpdateComesLast();
    void aDateBelowTheSummaryIsFound();
    void whatTheTextStatesIsSurerThanAnElementsClass();
    void dayAndMonthStandAsTheRestOfTheTextShows_data();
    void dayAndMonthStandAsTheRestOfTheTextShows();
};

namespace {

const std::string prose =
    "The ferry company said on Monday that it would stop all crossings until the storm had passed.\n\n"
    "Passengers who had booked were told to wait at the terminal, where the staff handed out blankets.\n";
const std::string title = "Ferry company stops all crossings\n\n";

Article ingested(const std::string& text, const FileContext& context = {"a.txt", {}, {}, {}})
{
    auto raw = readPlainText(text);
    if (!raw)
        qFatal("no text");
    return ingestArticle(std::move(*raw), context);
}

PublicationDate dateBy(std::vector<MetadataField> metadata)
{
    RawArticle raw;
    raw.format = Format::Html;
    raw.text = title + prose;
    raw.metadata = std::move(metadata);
    return ingestArticle(raw, {"a.html", {}, {}, {}}).published;
}

bool isRejected(const PublicationDate& date, std::string_view value, std::string_view why)
{
    return std::ranges::any_of(date.rejected, [&](const corpus::RejectedDate& rejected) {
        return rejected.value == value && rejected.why.find(why) != std::string::npos;
    });
}

} // namespace

void TestPublicationDate::aDateIsStatedNearTheTitle_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const std::string& a, const std::string& b) {
        QTest::newRow(name) << QString::fromStdString(a) << QString::fromStdString(b);
    };
    const std::string head = title;
    const std::string body = prose;
    row("date line", head + "March 2, 2019\n\n" + body, "March 2, 2019");
    row("published", head + "Published: Sat, Mar 2 2019 10:15 a.m.\n\n" + body, "Sat, Mar 2 2019");
    row("published and updated", head + "Published 2 March 2019 | Updated 5 March 2019\n\n" + body, "2 March 2019");
    row("byline and date", head + "By Jane Doe, 02.03.2019\n\n" + body, "02.03.2019");
    row("the cue a line above", head + "Published\nMarch 2, 2019\n\n" + body, "March 2, 2019");
    row("opens the text", head + "March 2 2019 Yesterday the " + body, "March 2 2019");
    row("dateline of an agency", head + "NORDBY, March 2, 2019 (Seawire) - " + body, "March 2, 2019");
    row("dateline with a dash", head + "Nordby, 2 March 2019 — " + body, "2 March 2019");
    row("above the title", "March 2, 2019\n\n" + head + body, "March 2, 2019");
    row("behind the text", head + body + "\nFirst published on March 2, 2019\n", "March 2, 2019");
}

void TestPublicationDate::aDateIsStatedNearTheTitle()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const Article article = ingested(text.toStdString());
    const PublicationDate& date = article.published;
    QCOMPARE(date.value, std::string("2019-03-02"));
    QVERIFY(date.range.has_value());
    QCOMPARE(edtfOf(*date.range), date.value);
    QCOMPARE(date.basis, PublicationBasis::Stated);
    QVERIFY(date.confidence > 0.4 && date.confidence < 1.0);
    QCOMPARE(date.evidence.size(), 1U);
    QCOMPARE(date.evidence[0].file, std::string("a.txt"));
    QCOMPARE(QString::fromStdString(std::string(textOf(article.text, date.evidence[0].span))), words);
    QVERIFY(!date.evidence[0].why.empty());
}

void TestPublicationDate::proseIsNotDatedByTheDaysItTellsOf_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const std::string& a) { QTest::newRow(name) << QString::fromStdString(a); };
    const std::string head = title;
    row("in a sentence",
        head + "The ferry sank on March 2, 2019, the company said, and nobody was on board that night.\n");
    row("at the beginning of a sentence",
        head + "March 2, 2019, was the day on which the ferry sank, and nobody was on board.\n");
    row("behind the text", head + prose + "\nMarch 2, 2019\n");
    row("in the title", "What happened on March 2, 2019\n\n" + prose);
}

void TestPublicationDate::proseIsNotDatedByTheDaysItTellsOf()
{
    QFETCH(QString, text);
    const Article article = ingested(text.toStdString());
    QCOMPARE(article.published.value, std::string());
    QCOMPARE(article.published.basis, PublicationBasis::None);
    QCOMPARE(std::ranges::count(article.diagnostics, DiagnosticCode::NoPublicationDate, &Diagnostic::code), 1);
}

void TestPublicationDate::whatIsNotTheDateIsRejectedWithTheReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const std::string& a, const std::string& b, const std::string& c) {
        QTest::newRow(name) << QString::fromStdString(a) << QString::fromStdString(b) << QString::fromStdString(c);
    };
    const std::string head = title;
    const std::string body = prose;
    row("the clock of the page", "Thursday, May 26\n\n" + head + body, "Thursday, May 26", "2011, 2016, 2022");
    row("the clock with a year", "Sunday, December 24th 2023\n\n" + title + prose, "2023-12-24", "clock of a page");
    row("an update", head + "Last updated March 5, 2019\n\n" + body, "2019-03-05", "update");
    row("a dateline without a year", head + "NORDBY, March 2 (Seawire) - " + body, "March 2", "names no year");
    row("a weekday that is wrong", head + "Sunday, March 2, 2019\n\n" + body, "2019-03-02", "weekday");
    row("either way round", head + "Published 04/05/2019\n\n" + body, "04/05/2019", "either way");
}

void TestPublicationDate::whatIsNotTheDateIsRejectedWithTheReason()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    QFETCH(QString, why);
    const PublicationDate date = ingested(text.toStdString()).published;
    QCOMPARE(date.basis, PublicationBasis::None);
    QVERIFY(isRejected(date, value.toStdString(), why.toStdString()));
}

void TestPublicationDate::metadataIsTakenByItsKind_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("day");
    QTest::newRow("JSON-LD") << "json-ld:datePublished"
                             << "2019-03-02T23:30:00-05:00"
                             << "2019-03-02";
    QTest::newRow("Open Graph") << "meta:article:published_time"
                                << "2019-03-02T10:00:00Z"
                                << "2019-03-02";
    QTest::newRow("meta date") << "meta:date"
                               << "Sat, 02 Mar 2019 10:00:00 GMT"
                               << "2019-03-02";
    QTest::newRow("time") << "time"
                          << "2019-03-02"
                          << "2019-03-02";
    QTest::newRow("front matter") << "front-matter:date"
                                  << "2019-03-02"
                                  << "2019-03-02";
    QTest::newRow("address") << "canonical"
                             << "https://example.com/2019/03/02/ferry"
                             << "2019-03-02";
    QTest::newRow("month in the address") << "canonical"
                                          << "https://example.com/2019/03/ferry"
                                          << "2019-03";
    QTest::newRow("modified only") << "json-ld:dateModified"
                                   << "2019-03-02"
                                   << "";
    QTest::newRow("no date") << "meta:date"
                             << "yesterday"
                             << "";
}

void TestPublicationDate::metadataIsTakenByItsKind()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, day);
    const PublicationDate date = dateBy({{key.toStdString(), value.toStdString()}});
    QCOMPARE(QString::fromStdString(date.value), day);
    QCOMPARE(date.basis, day.isEmpty() ? PublicationBasis::None : PublicationBasis::Metadata);
}

void TestPublicationDate::theSurestPlaceWins()
{
    const PublicationDate date = dateBy(
        {{"time", "2018-01-01"}, {"json-ld:dateModified", "2019-03-05"}, {"json-ld:datePublished", "2019-03-02"}});
    QCOMPARE(date.value, std::string("2019-03-02"));
    QVERIFY(isRejected(date, "2018-01-01", "surer"));
    QVERIFY(isRejected(date, "2019-03-05", "update"));
}

void TestPublicationDate::placesThatAgreeAreAllEvidence()
{
    const PublicationDate alone = dateBy({{"time", "2019-03-02"}});
    const PublicationDate both =
        dateBy({{"time", "2019-03-02"}, {"canonical", "https://example.com/2019/03/02/ferry"}});
    QCOMPARE(both.value, std::string("2019-03-02"));
    QCOMPARE(both.evidence.size(), 2U);
    QVERIFY(both.rejected.empty());
    QVERIFY(both.confidence > alone.confidence);
}

void TestPublicationDate::aFileNameIsTheLastResort()
{
    const FileContext context{"2020-01-01/2019-03-02-ferry.txt", {}, {}, {}};
    const PublicationDate named = ingested(title + prose, context).published;
    QCOMPARE(named.value, std::string("2019-03-02")); // the folder's name says nothing of one file
    QCOMPARE(named.basis, PublicationBasis::FileName);
    const PublicationDate stated = ingested(title + "March 4, 2019\n\n" + prose, context).published;
    QCOMPARE(stated.value, std::string("2019-03-04"));
    QVERIFY(isRejected(stated, "2019-03-02", "file's name"));
}

void TestPublicationDate::theAnalystIsAlwaysRight()
{
    FileContext context{"2019-03-02.txt", {}, ArticleMetadata{}, "2019-03-07"};
    context.metadata->published = "2019-03-05";
    const PublicationDate date = ingested(title + prose, context).published;
    QCOMPARE(date.value, std::string("2019-03-07"));
    QCOMPARE(date.basis, PublicationBasis::User);
    QCOMPARE(date.confidence, 1.0);
    QVERIFY(isRejected(date, "2019-03-05", "metadata.csv"));
    QVERIFY(isRejected(date, "2019-03-02", "file's name"));
}

void TestPublicationDate::aCoarseDateStaysCoarse()
{
    FileContext context{"a.txt", {}, ArticleMetadata{}, {}};
    for (const char* value : {"2019", "2019-03", "2019-03-02/2019-03-05"}) {
        context.metadata->published = value;
        QCOMPARE(ingested(title + prose, context).published.value, std::string(value));
    }
}

void TestPublicationDate::aTableThatNamesNoDateIsReported()
{
    FileContext context{"a.txt", {}, ArticleMetadata{}, {}};
    context.metadata->published = "last spring";
    const Article article = ingested(title + prose, context);
    QCOMPARE(article.published.basis, PublicationBasis::None);
    QCOMPARE(std::ranges::count(article.diagnostics, DiagnosticCode::UnusedMetadata, &Diagnostic::code), 1);
}

void TestPublicationDate::aVagueKeyThatRepeatsTheUpdateComesLast()
{
    const PublicationDate date =
        dateBy({{"meta:date", "2021-05-09"}, {"meta:article:modified_time", "2021-05-09"}, {"time", "2021-05-04"}});
    QCOMPARE(date.value, std::string("2021-05-04"));
    const PublicationDate alone = dateBy({{"meta:date", "2021-05-09"}, {"meta:article:modified_time", "2021-05-09"}});
    QCOMPARE(alone.value, std::string("2021-05-09"));
    QCOMPARE(dateBy({{"class:date", "Last updated: May 9, 2021"}}).value, std::string());
}

void TestPublicationDate::aDateBelowTheSummaryIsFound()
{
    const std::string summary =
        "The crossings to the northern islands will stay closed until the storm has passed.\n\n";
    QCOMPARE(ingested(title + summary + "By Jane Doe\n\nPublished May 4, 2021\n\n" + prose).published.value,
             std::string("2021-05-04"));
}

void TestPublicationDate::whatTheTextStatesIsSurerThanAnElementsClass()
{
    RawArticle raw;
    raw.format = Format::Html;
    raw.text = title + "Published: March 2, 2019\n\n" + prose;
    raw.metadata = {{"class:date", "January 4, 2018"}};
    const PublicationDate stated = ingestArticle(raw, {"a.html", {}, {}, {}}).published;
    QCOMPARE(stated.value, std::string("2019-03-02"));
    QVERIFY(isRejected(stated, "2018-01-04", "class:date"));
    raw.text = title + prose;
    QCOMPARE(ingestArticle(raw, {"a.html", {}, {}, {}}).published.value, std::string("2018-01-04"));
}

void TestPublicationDate::dayAndMonthStandAsTheRestOfTheTextShows_data()
{
    QTest::addColumn<QString>("dateLine");
    QTest::addColumn<QString>("behind");
    QTest::addColumn<QString>("value");
    QTest::newRow("nothing shows it") << "Published 04/05/2021"
                                      << ""
                                      << "";
    QTest::newRow("its weekday") << "Published Tuesday, 04/05/2021"
                                 << ""
                                 << "2021-05-04";
    QTest::newRow("its weekday, the other way") << "Published Monday, 04/05/2021"
                                                << ""
                                                << "2021-04-05";
    QTest::newRow("another date, day first") << "Published 04/05/2021"
                                             << "Shut since 26/04/2021."
                                             << "2021-05-04";
    QTest::newRow("another date, month first") << "Published 04/05/2021"
                                               << "Shut since 03/26/2021."
                                               << "2021-04-05";
    QTest::newRow("dates that disagree") << "Published 04/05/2021"
                                         << "Shut since 03/26/2021 or 26/03/2021."
                                         << "";
}

void TestPublicationDate::dayAndMonthStandAsTheRestOfTheTextShows()
{
    QFETCH(QString, dateLine);
    QFETCH(QString, behind);
    QFETCH(QString, value);
    const Article article = ingested(title + dateLine.toStdString() + "\n\n" + prose + behind.toStdString() + "\n");
    QCOMPARE(QString::fromStdString(article.published.value), value);
}

QTEST_APPLESS_MAIN(TestPublicationDate)
#include "tst_publication_date.moc"
