// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <random>
#include <string>

#include "base/utf8.h"
#include "ingest/metadata.h"
#include "ingest/text_lines.h"

using namespace synoptic;
using namespace synoptic::ingest;
using corpus::Article;
using corpus::PublicationBasis;

class TestIngest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leftoversOfAPageAreMarked_data();
    void leftoversOfAPageAreMarked();
    void cleanTextIsLeftAlone();
    void theMenusOfAWholePageAreMarked();
    void aCalendarAtTheEndIsKept();
    void aTitleEndsWhereTheHeadlineDoes();
    void theHeadlineThatReadersSeeIsTheTitle();
    void authorsComeFromElementsAndAreNames_data();
    void authorsComeFromElementsAndAreNames();
    void whatTheReaderRejectedIsMarked();
    void neverIsEverythingMarked();
    void aTitleIsFoundInText_data();
    void aTitleIsFoundInText();
    void aTitleIsTakenFromMetadata_data();
    void aTitleIsTakenFromMetadata();
    void theSiteNameIsCutFromATitle_data();
    void theSiteNameIsCutFromATitle();
    void bylinesNameOutletOrAuthor_data();
    void bylinesNameOutletOrAuthor();
    void subHeadsAreHeadings();
    void aLanguageIsDeclaredOrVoted_data();
    void aLanguageIsDeclaredOrVoted();
    void whatTheTableSaysComesFirst();
    void aSuffixThatLiesIsNoted();
    void anyTextIsIngested();
    void oneLineOfManyMegabytesIsIngested();
};

namespace {

const std::string prose =
    "The ferry company said on Monday that it would stop all crossings until the storm had passed.\n\n"
    "Passengers who had booked were told to wait at the terminal, where the staff handed out blankets.\n\n"
    "The mayor visited them in the evening and promised that buses would run through the night.\n";

Article ingested(const std::string& text, const FileContext& context = {"a.txt", {}, {}, {}})
{
    auto raw = readPlainText(text);
    if (!raw)
        qFatal("no text");
    return ingestArticle(std::move(*raw), context);
}

std::vector<std::string> texts(const Article& article, const std::vector<TextSpan>& spans)
{
    std::vector<std::string> result;
    result.reserve(spans.size());
    for (const TextSpan span : spans)
        result.emplace_back(trimmed(textOf(article.text, span)));
    return result;
}

bool isMarked(const Article& article, std::string_view line)
{
    const auto marked = texts(article, article.boilerplate);
    return std::ranges::find(marked, line) != marked.end();
}

} // namespace

void TestIngest::leftoversOfAPageAreMarked_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("behind");
    const auto row = [](const char* name, const std::string& a, const std::string& b, const std::string& c) {
        QTest::newRow(name) << QString::fromStdString(a) << QString::fromStdString(b) << QString::fromStdString(c);
    };
    const std::string text = prose;
    const std::string title = "Ferry company stops all crossings\n\n";
    row("breadcrumb", "", "Home Travel Ferry company stops all crossings", "\n" + title + text);
    row("path of sections", "", "Home > Travel > The islands", "\n\n" + title + text);
    row("menu with wide gaps", "", "Mail   Chess   Radio waves   Boats", "\n\n" + title + text);
    row("section", "", "Travel News", "\n\n" + title + text);
    row("clock of the page", "", "Thursday, May 26", "\n\n" + title + text);
    row("byline", title, "by Harbor Daily", "\n\n" + text);
    row("date line", title, "Published March 2, 2019 10:15 a.m.", "\n\n" + text);
    row("caption told twice", title + "A ferry in the harbor of Nordby.J. Roe\n", "", "");
    row("link in mid-body", title + text, "Also Read\u00A0 Ten islands to see before summer", "\n\n" + text);
    row("link after a label", title + text, "Read more: Ten islands to see before summer", "\n\n" + text);
    row("one bullet", title, "• Ten islands one should see before summer", "\n\n" + text);
    row("picture credit", title + text, "Photo: J. Roe", "\n\n" + text);
    row("advertisement", title + text, "Advertisement", "\n\n" + text);
    row("comment form", title + text, "Leave a Reply", "");
    row("what follows the comment form", title + text + "Leave a Reply\n\n", "Sort by oldest", "");
    row("a sentence of the form", title + text,
        "Your email address will not be published. Required fields are marked *", "");
    row("teaser behind the end", title + text + text + "Related Articles\n",
        "Ten islands one should see before the summer is over and the boats are full.", "");
    row("copyright", title + text, "© 2019 Harbor Daily. All rights reserved.", "");
}

void TestIngest::leftoversOfAPageAreMarked()
{
    QFETCH(QString, before);
    QFETCH(QString, line);
    QFETCH(QString, behind);
    if (line.isEmpty()) {
        const Article article = ingested(before.toStdString() + "A ferry in the harbor of Nordby.\n" + "\n" + prose);
        QVERIFY(!isMarked(article, "A ferry in the harbor of Nordby.")); // the longer one does not follow it
        const Article twice = ingested("Ferry company stops all crossings\n\nA ferry in the harbor of Nordby.\nA ferry "
                                       "in the harbor of Nordby.J. Roe\n\n" +
                                       prose);
        QVERIFY(isMarked(twice, "A ferry in the harbor of Nordby."));
        QVERIFY(isMarked(twice, "A ferry in the harbor of Nordby.J. Roe"));
        return;
    }
    const Article article = ingested(before.toStdString() + line.toStdString() + behind.toStdString());
    QVERIFY(isMarked(article, trimmed(line.toStdString())));
    for (const std::string& sentence :
         {std::string("The mayor visited them in the evening and promised that buses would run through the night."),
          std::string("Ferry company stops all crossings")})
        QVERIFY(!isMarked(article, sentence));
}

void TestIngest::cleanTextIsLeftAlone()
{
    const Article article = ingested("Ferry company stops all crossings\n\n"
                                     "Storm expected to last until Friday\n\n" +
                                     prose +
                                     "\nWhat passengers should know\n\n"
                                     "• Tickets stay valid\n• Buses are free\n• The terminal is open\n\n"
                                     "“Read more books,” she said, and closed the hatch of the kiosk with a smile.\n\n"
                                     "Related companies in Norway and Denmark will follow on Tuesday.\n\n"
                                     "Photos of the pier were sent to the ministry.\n\n"
                                     "Watch the tide, the captain said.\n\n"
                                     "By Friday the storm had passed.\n");
    QCOMPARE(texts(article, article.boilerplate), std::vector<std::string>{});
}

void TestIngest::theMenusOfAWholePageAreMarked()
{
    std::string page;
    for (const char* item : {"Skip to content", "Home", "News", "World", "Business", "Sports", "Island life", "Weather",
                             "Newsletters", "Sign in", "Our boats", "Timetables", "Harbors", "Fares", "Contact us"})
        page += std::string(item) + '\n';
    page += "Ferry company stops all crossings\n" + prose + prose;
    for (const char* item :
         {"Ten islands to see", "Best kiosks", "Search", "Privacy policy", "Terms of use", "About us", "Facebook",
          "Twitter", "Careers", "Help", "A boat for all", "Follow us", "Old timetables", "Newsletter"})
        page += std::string(item) + '\n';
    const Article article = ingested(page);
    for (const char* line : {"Island life", "Our boats", "Ten islands to see", "Old timetables"})
        QVERIFY2(isMarked(article, line), line);
    QVERIFY(!isMarked(article,
                      "The mayor visited them in the evening and promised that buses would run through the night."));
}

void TestIngest::whatTheReaderRejectedIsMarked()
{
    RawArticle raw;
    raw.format = Format::Html;
    raw.text = "Ferry stops\n\n" + prose +
               "\nIslands in the sun are what people who like ferries read about next, says the page.\n";
    const auto last = static_cast<std::uint32_t>(raw.text.rfind("Islands"));
    raw.blocks = {{{0, 11}, BlockRole::Title, true},
                  {{13, last - 2}, BlockRole::Paragraph, true},
                  {{last, static_cast<std::uint32_t>(raw.text.size() - 1)}, BlockRole::Related, false}};
    const Article article = ingestArticle(raw, {"a.html", {}, {}, {}});
    QCOMPARE(article.format, std::string("html"));
    QCOMPARE(article.title, std::string("Ferry stops"));
    QCOMPARE(article.boilerplate.size(), 1U);
    QCOMPARE(article.boilerplate[0].begin, last);
}

void TestIngest::neverIsEverythingMarked()
{
    QVERIFY(ingested("Leave a Reply\n\nShare\n").boilerplate.empty());
    QVERIFY(ingested("Advertisement").boilerplate.empty());
}

void TestIngest::aTitleIsFoundInText_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("title");
    QTest::newRow("first line") << "Ferry company stops all crossings\n\n"
                                << "Ferry company stops all crossings";
    QTest::newRow("a question") << "Will the ferry run again?\n\n"
                                << "Will the ferry run again?";
    QTest::newRow("behind a section") << "Travel News\n\nFerry company stops all crossings\n\n"
                                      << "Ferry company stops all crossings";
    QTest::newRow("behind the clock") << "Thursday, May 26\n\nFerry company stops\n\n"
                                      << "Ferry company stops";
    QTest::newRow("repeated by a breadcrumb")
        << "Home Travel Ferry stops today\nA boat from the north\n\nFerry stops today\n\nby Harbor Daily\n\n"
        << "Ferry stops today";
    QTest::newRow("two words") << "Ferry stops\n\n"
                               << "Ferry stops";
    QTest::newRow("none") << ""
                          << "";
}

void TestIngest::aTitleIsFoundInText()
{
    QFETCH(QString, head);
    QFETCH(QString, title);
    const Article article = ingested(head.toStdString() + prose);
    QCOMPARE(QString::fromStdString(article.title), title);
    QCOMPARE(std::ranges::count(article.diagnostics, DiagnosticCode::NoTitle, &Diagnostic::code),
             title.isEmpty() ? 1 : 0);
    QCOMPARE(article.headings.empty(), title.isEmpty());
}

void TestIngest::aTitleIsTakenFromMetadata_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("JSON-LD") << "json-ld:headline"
                             << "Ferry stops";
    QTest::newRow("Open Graph") << "meta:og:title"
                                << "Ferry stops | Harbor Daily";
    QTest::newRow("document") << "title"
                              << "Ferry stops - Harbor Daily";
    QTest::newRow("front matter") << "front-matter:title"
                                  << "Ferry stops";
}

void TestIngest::aTitleIsTakenFromMetadata()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    RawArticle raw;
    raw.format = Format::Html;
    raw.text = "Ferry stops\n\n" + prose;
    raw.metadata = {{key.toStdString(), value.toStdString()},
                    {"meta:og:site_name", "Harbor Daily"},
                    {"canonical", "https://www.harbordaily.com/a"}};
    const Article article = ingestArticle(raw, {"a.html", {}, {}, {}});
    QCOMPARE(article.title, std::string("Ferry stops"));
    QCOMPARE(article.source, std::string("Harbor Daily"));
    QCOMPARE(article.url, std::string("https://www.harbordaily.com/a"));
    QCOMPARE(texts(article, article.headings), std::vector<std::string>{"Ferry stops"});
}

void TestIngest::theSiteNameIsCutFromATitle_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("cut");
    QTest::newRow("behind a bar") << "Ferry stops | Harbor Daily"
                                  << "Ferry stops";
    QTest::newRow("behind a dash") << QStringLiteral("Ferry stops – Harbor Daily") << "Ferry stops";
    QTest::newRow("with a section") << "Ferry stops | Travel | Harbor Daily"
                                    << "Ferry stops | Travel";
    QTest::newRow("before a bar") << "Harbor Daily | Ferry stops"
                                  << "Ferry stops";
    QTest::newRow("host") << "Ferry stops - harbordaily.com"
                          << "Ferry stops";
    QTest::newRow("a dash of its own") << "Ferry stops - all crossings cancelled"
                                       << "Ferry stops - all crossings cancelled";
    QTest::newRow("no separator") << "Harbor Daily wins a prize"
                                  << "Harbor Daily wins a prize";
}

void TestIngest::theSiteNameIsCutFromATitle()
{
    QFETCH(QString, title);
    QFETCH(QString, cut);
    QCOMPARE(QString::fromStdString(withoutSiteName(title.toStdString(), "Harbor Daily", "harbordaily.com")), cut);
}

void TestIngest::bylinesNameOutletOrAuthor_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("author");
    QTest::newRow("a person") << "By Jane Doe"
                              << ""
                              << "Jane Doe";
    QTest::newRow("two people") << "by Jane Doe and John Roe"
                                << ""
                                << "Jane Doe and John Roe";
    QTest::newRow("an outlet by its words") << "by Harbor Daily"
                                            << "Harbor Daily"
                                            << "";
    QTest::newRow("an outlet of one word") << "by HDPress"
                                           << "HDPress"
                                           << "";
    QTest::newRow("a person with a date") << "By Jane Doe | March 2, 2019"
                                          << ""
                                          << "Jane Doe";
    const auto byline = [](const char* name, const char* line, const char* source, const char* author) {
        QTest::newRow(name) << line << source << author;
    };
    byline("a post and its outlet", "By our reporter, Island Mail", "Island Mail", "");
    byline("a post and an outlet that says not what it is", "By our correspondent, The Sandvar Bell",
           "The Sandvar Bell", "");
    byline("a person and his outlet", "By Jane Doe, Harbor Daily", "Harbor Daily", "Jane Doe");
    byline("a person of an outlet", "by Jane Doe of the Harbor Daily", "Harbor Daily", "Jane Doe");
    byline("a person and a place", "By Jane Doe, Sandvar", "", "Jane Doe");
    byline("a person before a date", "By Jane Doe March 2, 2019", "", "Jane Doe");
    byline("a word that touches the name", "ByJane Doe", "", "Jane Doe");
    byline("a word that begins so", "Bystanders saw it", "", "");
    byline("a line that announces the name", "Written by\nJane Doe", "", "Jane Doe");
    QTest::newRow("no name") << "by the time it was over"
                             << ""
                             << "";
}

void TestIngest::bylinesNameOutletOrAuthor()
{
    QFETCH(QString, line);
    QFETCH(QString, source);
    QFETCH(QString, author);
    const Article article = ingested("Ferry company stops all crossings\n\n" + line.toStdString() + "\n\n" + prose);
    QCOMPARE(QString::fromStdString(article.source), source);
    QCOMPARE(QString::fromStdString(article.author), author);
    const Article agency = ingested("Ferry company stops all crossings\n\nNORDBY (Seawire) - " + prose);
    QCOMPARE(agency.source, std::string("Seawire"));
}

void TestIngest::subHeadsAreHeadings()
{
    const Article article = ingested("Ferry company stops all crossings\n\n" + prose + "\nNight buses\n\n" + prose +
                                     "\nShare\n\nA last line without an end\n");
    QCOMPARE(texts(article, article.headings),
             (std::vector<std::string>{"Ferry company stops all crossings", "Night buses"}));
}

void TestIngest::aLanguageIsDeclaredOrVoted_data()
{
    QTest::addColumn<QString>("declared");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("language");
    QTest::newRow("declared") << "de-DE"
                              << "The ferry stopped in the storm and it was late, they said."
                              << "de-DE";
    QTest::newRow("declared by a locale") << "EN_us"
                                          << "x"
                                          << "en-us";
    QTest::newRow("nonsense declared") << "<script>"
                                       << "The ferry stopped in the storm, and that was the end of it for the day."
                                       << "en";
    QTest::newRow("German")
        << ""
        << "Die Fähre fuhr nicht, und das Wetter ist schuld, sagte der Kapitän von der Brücke mit den Lampen."
        << "de";
    QTest::newRow("French")
        << ""
        << "Le bateau est dans le port, et les passagers attendent une heure pour que le vent tombe du nord."
        << "fr";
    QTest::newRow("nothing to go by") << ""
                                      << "Nordby 4711"
                                      << "en";
}

void TestIngest::aLanguageIsDeclaredOrVoted()
{
    QFETCH(QString, declared);
    QFETCH(QString, text);
    QFETCH(QString, language);
    RawArticle raw;
    raw.text = text.toStdString();
    if (!declared.isEmpty())
        raw.metadata = {{"lang", declared.toStdString()}};
    QCOMPARE(QString::fromStdString(ingestArticle(raw, {"a.txt", {}, {}, {}}).language).toLower(), language.toLower());
}

void TestIngest::whatTheTableSaysComesFirst()
{
    FileContext context{"a.txt",
                        "digest",
                        ArticleMetadata{"A title", "A source", "An author", "2 March 2019", "https://example.com/a"},
                        {}};
    const Article article = ingested("Ferry company stops all crossings\n\nby Jane Doe\n\n" + prose, context);
    QCOMPARE(article.title, std::string("A title"));
    QCOMPARE(article.source, std::string("A source"));
    QCOMPARE(article.author, std::string("An author"));
    QCOMPARE(article.url, std::string("https://example.com/a"));
    QCOMPARE(article.published.value, std::string("2019-03-02"));
    QCOMPARE(article.published.basis, PublicationBasis::Metadata);
    QCOMPARE(article.sha256, std::string("digest"));
}

void TestIngest::aSuffixThatLiesIsNoted()
{
    const auto codes = [](const char* file) { return ingested(prose, {file, {}, {}, {}}).diagnostics; };
    QCOMPARE(std::ranges::count(codes("a.html"), DiagnosticCode::SuffixMismatch, &Diagnostic::code), 1);
    QCOMPARE(std::ranges::count(codes("a.pdf"), DiagnosticCode::SuffixMismatch, &Diagnostic::code), 1);
    QCOMPARE(std::ranges::count(codes("a.txt"), DiagnosticCode::SuffixMismatch, &Diagnostic::code), 0);
    QCOMPARE(std::ranges::count(codes("a"), DiagnosticCode::SuffixMismatch, &Diagnostic::code), 0);
}

void TestIngest::anyTextIsIngested()
{
    std::mt19937 random(13);
    const std::vector<std::string> pieces = {
        "\n",
        "\n\n",
        "Related Articles",
        "by ",
        "May 4, 2021",
        "Share",
        "• ",
        "\u00A0",
        "\xFF",
        "\"",
        "Also read",
        "Home ",
        "word ",
        "A sentence of some words that goes on until it ends here, late and tired.",
        "© ",
        "Photo: ",
        "(",
        ")",
        " - ",
        "\xE2\x80"};
    for (int round = 0; round < 3000; ++round) {
        std::string text = "x";
        for (int i = 0; i < round % 60; ++i)
            text += pieces[random() % pieces.size()];
        const Article article = ingested(text);
        QVERIFY(isValidUtf8(article.text));
        for (const auto* spans : {&article.boilerplate, &article.headings}) {
            std::uint32_t end = 0;
            for (const TextSpan span : *spans) {
                QVERIFY(span.begin >= end && span.begin <= span.end && span.end <= article.text.size());
                end = span.end;
            }
        }
        for (const auto& rejected : article.published.rejected)
            QVERIFY(rejected.span.end <= article.text.size());
        for (const auto& evidence : article.published.evidence)
            QVERIFY(evidence.span.end <= article.text.size());
    }
}

void TestIngest::oneLineOfManyMegabytesIsIngested()
{
    std::string text;
    while (text.size() < 5'000'000)
        text += "word and May 4, 2021 ";
    // Processor time: the machine may have others to serve.
    const auto secondsSince = [](std::clock_t begin) { return (std::clock() - begin) / CLOCKS_PER_SEC; };
    std::clock_t begin = std::clock();
    const Article article = ingested(text);
    QVERIFY(secondsSince(begin) < 10);
    QCOMPARE(article.text.size(), text.size());
    QVERIFY(article.boilerplate.empty());
    QVERIFY(article.title.empty());

    std::string lines;
    while (lines.size() < 5'000'000)
        lines += "word\n";
    begin = std::clock();
    QCOMPARE(ingested(lines).text.size(), lines.size());
    QVERIFY(secondsSince(begin) < 20);
}

void TestIngest::aCalendarAtTheEndIsKept()
{
    const std::string tour = "The band will play in five towns this summer, its manager said on Monday, and in more "
                             "towns in the fall if the halls are free.\n\n";
    const auto unmarked = [](const std::string& text) {
        auto raw = readPlainText(text);
        return ingestArticle(std::move(*raw), {"a.txt", {}, {}, {}}).boilerplate.empty();
    };
    const std::string dates = "June 9, 2024\n\nJune 10, 2024\n\nJune 12, 2024\n";
    QVERIFY(unmarked("The band goes on tour\n\n" + tour + tour + dates));
    QVERIFY(!unmarked("The band goes on tour\n\n" + tour + tour + "June 9, 2024\n"));
}

void TestIngest::aTitleEndsWhereTheHeadlineDoes()
{
    RawArticle raw;
    raw.format = Format::Html;
    raw.text =
        "The ferry stays in the harbor\n\nThe company said on Monday that all crossings would stop until Friday.";
    raw.blocks = {{{0, 29}, BlockRole::Title, true}, {{31, 105}, BlockRole::Paragraph, true}};
    raw.metadata = {{"meta:og:title", "The ferry stays in the harbor | Islands | Weather and Sea"}};
    QCOMPARE(ingestArticle(raw, {}).title, std::string("The ferry stays in the harbor"));
    raw.metadata = {{"meta:og:title", "Storm | Islands | Weather and Sea"}};
    QCOMPARE(ingestArticle(raw, {}).title, std::string("Storm | Islands | Weather and Sea"));
}

void TestIngest::theHeadlineThatReadersSeeIsTheTitle()
{
    RawArticle raw;
    raw.format = Format::Html;
    raw.text =
        "The ferry stays in the harbor\n\nThe company said on Monday that all crossings would stop until Friday.";
    raw.blocks = {{{0, 29}, BlockRole::Title, true}, {{31, 105}, BlockRole::Paragraph, true}};
    raw.metadata = {{"meta:og:title", "Why the ferry stays in harbor: all you must know"}};
    QCOMPARE(ingestArticle(raw, {}).title, std::string("The ferry stays in the harbor"));
    raw.metadata = {{"meta:og:title", "Crossings cancelled"}}; // no other wording of it
    QCOMPARE(ingestArticle(raw, {}).title, std::string("Crossings cancelled"));
}

void TestIngest::authorsComeFromElementsAndAreNames_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("author");
    const auto row = [](const char* name, const char* key, const char* value, const char* author) {
        QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(value) << QString::fromLatin1(author);
    };
    row("an element", "class:author", "By Jane Doe", "Jane Doe");
    row("an element with more in it", "class:author", "Von Jane Doe | Islands", "Jane Doe");
    row("an element with its date", "class:author", "Posted on May 4, 2021 by Jane Doe", "Jane Doe");
    row("an element that announces a name", "class:author", "Written By", "");
    row("a nickname that a link calls the author's", "rel:author", "Islander", "Islander");
    row("an element that holds no name", "class:author", "Read all of her stories here", "");
    row("one word is a user's name", "class:author", "islander", "");
    row("a placeholder", "json-ld:author", "undefined", "");
    row("the path of a variable", "meta:author", "page.head.author", "");
    row("the outlet itself", "meta:author", "The Island Times", "");
    row("a person who is the outlet", "meta:author", "Jane Doe", "Jane Doe");
}

void TestIngest::authorsComeFromElementsAndAreNames()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, author);
    RawArticle raw;
    raw.format = Format::Html;
    raw.text = "The company said on Monday that all crossings to the islands would stop until Friday.";
    const bool own = value == QLatin1String("Jane Doe");
    raw.metadata = {{key.toStdString(), value.toStdString()},
                    {"meta:og:site_name", own ? value.toStdString() : "Island Times"}};
    QCOMPARE(QString::fromStdString(ingestArticle(raw, {}).author), author);
}

QTEST_APPLESS_MAIN(TestIngest)
#include "tst_ingest.moc"
