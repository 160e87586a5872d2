// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html.h"

#include <algorithm>

#include <QElapsedTimer>
#include <QTest>

#include "base/limits.h"
#include "readers/markup_scan.h"

using namespace synoptic;
using namespace synoptic::readers;
using ingest::BlockRole;

namespace {

const std::string paragraph =
    "The bridge over the river stayed closed on Monday, the council said, because two of its piers had moved.";

std::string textOfHtml(std::string_view html)
{
    const auto article = readHtml(html);
    return article ? article->text : std::string();
}

/// The main blocks, or the others, each as one line.
QStringList blocksOf(const ingest::RawArticle& article, bool main)
{
    QStringList lines;
    for (const auto& block : article.blocks) {
        if (block.main == main)
            lines << QString::fromStdString(std::string(textOf(article.text, block.span)));
    }
    return lines;
}

QStringList fieldsOf(const ingest::RawArticle& article, const std::string& key)
{
    QStringList values;
    for (const auto& field : article.metadata) {
        if (field.key == key)
            values << QString::fromStdString(field.value);
    }
    return values;
}

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

bool hasDiagnostic(const ingest::RawArticle& article, DiagnosticCode code)
{
    return std::ranges::find(article.diagnostics, code, &Diagnostic::code) != article.diagnostics.end();
}

} // namespace

class TestHtmlReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsWhatABrowserShows_data();
    void textIsWhatABrowserShows();
    void bytesAreDecodedAsDeclared_data();
    void bytesAreDecodedAsDeclared();
    void aPageWithoutTextIsEmpty_data();
    void aPageWithoutTextIsEmpty();
    void blocksCoverTheTextInOrder();
    void theArticleIsMainAndTheRestIsNot();
    void aPageOfOneParagraphIsMain();
    void classWordsOfTheWholePageAreNotBelieved();
    void theHeadlineIsTheHeadingThatTheTitleHolds();
    void aFormAroundTheArticleIsNoForm();
    void aLongThreadIsNotTheArticle();
    void wordsThatTurnAnotherSayNothing();
    void whatThePageCallsTheBodyIsTaken();
    void aListAtTheEndIsOfTheArticle();
    void captionsAreMarked();
    void datesAreTakenWhereElementsNameThem_data();
    void datesAreTakenWhereElementsNameThem();
    void damagedJsonLdStillDates();
    void authorsAreTakenWhereElementsNameThem_data();
    void authorsAreTakenWhereElementsNameThem();
    void whatIsEscapedTwiceIsRead();
    void rolesFollowTheTags();
    void metadataIsTaken();
    void jsonLdIsTakenFromTheArticleAlone();
    void anAuthorMayBeDescribedElsewhereInJsonLd();
    void anOrganizationIsNoAuthor();
    void brokenJsonLdGivesWhatCameBefore();
    void anOrdinaryPageIsWithinTheLimits_data();
    void anOrdinaryPageIsWithinTheLimits();
    void theLimitsAreExact_data();
    void theLimitsAreExact();
    void beyondALimitTheTextIsThereWithAWarning();
};

void TestHtmlReader::textIsWhatABrowserShows_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* html, const char* text) {
        QTest::newRow(name) << QByteArray(html) << QString::fromUtf8(text);
    };
    row("white space collapses", "<p>  one \n\t two<b> three</b>four </p>", "one two threefour");
    row("a blank line between blocks", "<p>one<p>two<div>three</div>four", "one\n\ntwo\n\nthree\n\nfour");
    row("a line break inside a block", "<p>one<br>two", "one\ntwo");
    row("two line breaks make a block", "<p>one<br><br>two", "one\n\ntwo");
    row("references", "<p>&#8220;A&amp;B&#8221; &lt;p&gt; &eacute; &#x1F600;", "“A&B” <p> é 😀");
    row("references that are no characters", "<p>a&#0;b &#xD800; &notareference;", "a\uFFFDb \uFFFD ¬areference;");
    row("a carriage return by reference", "<p>one&#13;two", "one two");
    row("no-break spaces stay", "<p>Also read&nbsp; this", "Also read\u00A0 this");
    row("preformatted", "<pre>a\n  b</pre>", "a\n  b");
    row("cells of a row", "<table><tr><td>one<td>two<tr><td>three</table>", "one\ttwo\n\nthree");
    row("hidden parts are left out",
        "<p>see<p hidden>h1<p style='display: NONE'>h2<script>s</script><style>t</style><template>u</template>"
        "<noscript>v</noscript><svg><text>w</text></svg><!-- c -->",
        "see");
    row("no tags at all", "just words", "just words");
    row("never closed", "<div><p>one <i>two <div>three", "one two\n\nthree");
    row("separators of lines are white space", "<p>one\u2028two", "one two");
}

void TestHtmlReader::textIsWhatABrowserShows()
{
    QFETCH(QByteArray, html);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(textOfHtml(html.toStdString())), text);
}

void TestHtmlReader::bytesAreDecodedAsDeclared_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("meta charset") << QByteArray("<meta charset='windows-1252'><p>caf\xe9 \x93x\x94");
    QTest::newRow("http-equiv") << QByteArray("<meta http-equiv=Content-Type content=\"text/html; "
                                              "charset=iso-8859-1\"><p>caf\xe9 \x93x\x94");
    QTest::newRow("UTF-8 beats what is declared") << QByteArray("<meta charset=latin1><p>caf\xc3\xa9 “x”");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf<p>café “x”");
}

void TestHtmlReader::bytesAreDecodedAsDeclared()
{
    QFETCH(QByteArray, html);
    QCOMPARE(QString::fromStdString(textOfHtml(html.toStdString())), QStringLiteral("café “x”"));
}

void TestHtmlReader::aPageWithoutTextIsEmpty_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("spaces") << QByteArray("<p> &nbsp;&#8203; </p>");
    QTest::newRow("only a script") << QByteArray("<script>document.write('x')</script>");
    QTest::newRow("only a title") << QByteArray("<title>words</title>");
}

void TestHtmlReader::aPageWithoutTextIsEmpty()
{
    QFETCH(QByteArray, html);
    const auto article = readHtml(html.toStdString());
    QVERIFY(!article);
    QVERIFY(article.error().code == ErrorCode::Empty);
}

void TestHtmlReader::blocksCoverTheTextInOrder()
{
    const auto article = readHtml("<nav>Home</nav><h1>Head</h1><p>" + paragraph + "<ul><li>one<li>two</ul>");
    QVERIFY(article.has_value());
    std::string joined;
    for (const auto& block : article->blocks)
        joined += (joined.empty() ? "" : "\n\n") + std::string(textOf(article->text, block.span));
    QCOMPARE(joined, article->text);
}

void TestHtmlReader::theArticleIsMainAndTheRestIsNot()
{
    const auto article = readHtml(
        "<title>Bridge closed</title><body><header><nav><a href=/>Home</a></nav></header><div class='story-body'>"
        "<h1>Bridge closed</h1><p class=byline>By Ann Example, 3 May 2024</p><p>" +
        paragraph + "</p><p><a href=x>Read also: the ferry runs again</a></p><h2>What comes next</h2><p>" + paragraph +
        "</p></div><div class='related-posts'><h3>More stories</h3><p>" + paragraph +
        "</p></div><footer><p>All rights reserved by the Example Post and its many partners everywhere.</p></footer>");
    QVERIFY(article.has_value());
    const auto text = QString::fromStdString(paragraph);
    QCOMPARE(blocksOf(*article, true),
             (QStringList{QStringLiteral("Bridge closed"), text, QStringLiteral("What comes next"), text}));
    QCOMPARE(blocksOf(*article, false).size(), 6);
}

void TestHtmlReader::aPageOfOneParagraphIsMain()
{
    const auto article = readHtml("<p>" + paragraph);
    QVERIFY(article.has_value());
    QCOMPARE(blocksOf(*article, true).size(), 1);
    const auto scrap = readHtml("<p>Hello</p>");
    QVERIFY(scrap.has_value());
    QCOMPARE(blocksOf(*scrap, true).size(), 1); // nothing stands out: nothing is left out
}

void TestHtmlReader::classWordsOfTheWholePageAreNotBelieved()
{
    const auto article = readHtml("<body class='has-sidebar comments-open'><div class=share-enabled><p>" + paragraph +
                                  "<p>" + paragraph + "</div>");
    QVERIFY(article.has_value());
    QCOMPARE(blocksOf(*article, true).size(), 2);
}

void TestHtmlReader::theHeadlineIsTheHeadingThatTheTitleHolds()
{
    const auto article = readHtml("<title>Bridge closed again - Example Post</title><h1>Example Post</h1>"
                                  "<h1>Bridge closed again</h1><p>" +
                                  paragraph);
    QVERIFY(article.has_value());
    const auto title = std::ranges::find(article->blocks, BlockRole::Title, &ingest::Block::role);
    QVERIFY(title != article->blocks.end());
    QCOMPARE(std::string(textOf(article->text, title->span)), std::string("Bridge closed again"));
    QVERIFY(title->main);
}

void TestHtmlReader::rolesFollowTheTags()
{
    const auto article =
        readHtml("<p>" + paragraph +
                 "<h2>Head</h2><ul><li>Item</ul><blockquote><p>Quote</blockquote><figure><figcaption>"
                 "Caption</figcaption></figure><pre>code</pre><table><tr><td>Cell</table><form><button>Send</button>"
                 "</form><p>" +
                 paragraph);
    QVERIFY(article.has_value());
    std::vector<BlockRole> roles;
    for (const auto& block : article->blocks)
        roles.push_back(block.role);
    const std::vector<BlockRole> expected = {BlockRole::Paragraph, BlockRole::Heading, BlockRole::ListItem,
                                             BlockRole::Quote,     BlockRole::Caption, BlockRole::Preformatted,
                                             BlockRole::Table,     BlockRole::Form,    BlockRole::Paragraph};
    QVERIFY(roles == expected);
}

void TestHtmlReader::metadataIsTaken()
{
    const auto article =
        readHtml("<html lang=en-GB><head><title> A \n title </title><link rel=canonical href='https://e.example/a'>"
                 "<meta property='og:site_name' content='Example Post'><meta name=Author content=Ann>"
                 "</head><body><time datetime='2024-05-03'>yesterday</time><p>Text");
    QVERIFY(article.has_value());
    QCOMPARE(fieldsOf(*article, "lang"), QStringList{QStringLiteral("en-GB")});
    QCOMPARE(fieldsOf(*article, "title"), QStringList{QStringLiteral("A title")});
    QCOMPARE(fieldsOf(*article, "canonical"), QStringList{QStringLiteral("https://e.example/a")});
    QCOMPARE(fieldsOf(*article, "meta:og:site_name"), QStringList{QStringLiteral("Example Post")});
    QCOMPARE(fieldsOf(*article, "meta:author"), QStringList{QStringLiteral("Ann")});
    QCOMPARE(fieldsOf(*article, "time"), QStringList{QStringLiteral("2024-05-03")});
}

void TestHtmlReader::anAuthorMayBeDescribedElsewhereInJsonLd()
{
    const auto article = readHtml(
        R"(<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"Head",
        "author":[{"@id":"#ann"},{"@id":"#nobody"}]},
        {"@type":"Person","@id":"#ann","name":"Ann Moe"}]}</script><p>Text)");
    QVERIFY(article.has_value());
    QCOMPARE(fieldsOf(*article, "json-ld:author"), QStringList{QStringLiteral("Ann Moe")});
}

void TestHtmlReader::anOrganizationIsNoAuthor()
{
    const auto article = readHtml(
        R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Head",
        "author":{"@type":"Organization","name":"Post"},"publisher":{"@type":"NewsMediaOrganization","name":"Post"}}
        </script><p>Text)");
    QVERIFY(article.has_value());
    QCOMPARE(fieldsOf(*article, "json-ld:author"), QStringList());
    QCOMPARE(fieldsOf(*article, "json-ld:publisher"), QStringList{QStringLiteral("Post")});
}

void TestHtmlReader::jsonLdIsTakenFromTheArticleAlone()
{
    const auto article = readHtml(
        R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Site","headline":"no"},
        {"@type":["Thing","NewsArticle"],"headline":"Head","datePublished":"2024-05-03T10:00:00Z",
         "author":[{"@type":"Person","name":"Ann"},{"@type":"Person","name":"Bob"}],
         "publisher":{"@type":"Organization","name":"Post","logo":{"name":"Logo"}},
         "video":{"@type":"VideoObject","datePublished":"1999-01-01"}}]}</script><p>Text)");
    QVERIFY(article.has_value());
    QCOMPARE(fieldsOf(*article, "json-ld:headline"), QStringList{QStringLiteral("Head")});
    QCOMPARE(fieldsOf(*article, "json-ld:datePublished"), QStringList{QStringLiteral("2024-05-03T10:00:00Z")});
    QCOMPARE(fieldsOf(*article, "json-ld:author"), (QStringList{QStringLiteral("Ann"), QStringLiteral("Bob")}));
    QCOMPARE(fieldsOf(*article, "json-ld:publisher"), QStringList{QStringLiteral("Post")});
}

void TestHtmlReader::brokenJsonLdGivesWhatCameBefore()
{
    const std::string open = "<script type=application/ld+json>";
    QVERIFY(readHtml(open + "not json</script><p>Text").has_value());
    QVERIFY(readHtml(open + repeated("[", 100'000) + "</script><p>Text").has_value());
    const auto article = readHtml(open + R"([{"@type":"NewsArticle","headline":"Head"},{"x":</script><p>Text)");
    QVERIFY(article.has_value());
    QCOMPARE(fieldsOf(*article, "json-ld:headline"), QStringList{QStringLiteral("Head")});
}

void TestHtmlReader::anOrdinaryPageIsWithinTheLimits_data()
{
    QTest::addColumn<QByteArray>("html");
    const auto row = [](const char* name, const std::string& html) {
        QTest::newRow(name) << QByteArray::fromStdString(html);
    };
    row("a long list without end tags", "<ul>" + repeated("<li>item", 5000) + "</ul>");
    row("a long table without end tags", "<table>" + repeated("<tr><td>a<td>b", 5000) + "</table>");
    row("paragraphs without end tags", repeated("<p>text", 5000));
    row("links without end tags", repeated("<a name=x>text ", 5000));
    row("spans closed by their parents", repeated("<div><span>text</div>", 5000));
    row("pictures drawn in place", repeated("<svg><g><path d=''/><path/></g></svg>", 5000));
    row("pictures in scripts", "<script>" + repeated("<div>", 5000) + "</script>");
}

void TestHtmlReader::anOrdinaryPageIsWithinTheLimits()
{
    QFETCH(QByteArray, html);
    QCOMPARE(QString::fromStdString(passedMarkupLimit(html.toStdString()).value_or("")), QString());
}

void TestHtmlReader::theLimitsAreExact_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<bool>("passed");
    const std::size_t depth = limits::markupDepth;
    const std::size_t attributes = limits::attributesPerTag;
    for (const int over : {-1, 0, 1}) {
        const auto size = [over](std::size_t limit) { return limit + static_cast<std::size_t>(over + 1) - 1; };
        QTest::addRow("depth %+d", over) << QByteArray::fromStdString(repeated("<div>", size(depth))) << (over > 0);
        QTest::addRow("attributes %+d", over)
            << QByteArray::fromStdString("<p" + repeated(" a='b c'", size(attributes)) + ">") << (over > 0);
    }
    QTest::newRow("elements") << QByteArray::fromStdString(repeated("<p>", limits::markupNodes + 1)) << true;
}

void TestHtmlReader::theLimitsAreExact()
{
    QFETCH(QByteArray, html);
    QFETCH(bool, passed);
    QCOMPARE(passedMarkupLimit(html.toStdString()).has_value(), passed);
}

void TestHtmlReader::beyondALimitTheTextIsThereWithAWarning()
{
    const auto article = readHtml("<title>T</title><script>no</script>" + repeated("<div>", 100'000) +
                                  "<p>First &amp; <b>second</b> &#8212; third.<br>Fourth<!-- no --><p>Fifth");
    QVERIFY(article.has_value());
    QCOMPARE(QString::fromStdString(article->text), QStringLiteral("First & second — third.\nFourth\n\nFifth"));
    QVERIFY(hasDiagnostic(*article, DiagnosticCode::LimitReached));
    QVERIFY(!hasDiagnostic(*readHtml("<p>x"), DiagnosticCode::LimitReached));
}

void TestHtmlReader::aFormAroundTheArticleIsNoForm()
{
    const auto article = readHtml("<form><div><p>" + paragraph + "</p><p>" + paragraph +
                                  "</p></div><form></form><button>Send</button></form>");
    QVERIFY(article.has_value());
    QCOMPARE(blocksOf(*article, true).size(), 2);
    QCOMPARE(blocksOf(*article, false), QStringList({QStringLiteral("Send")}));
}

void TestHtmlReader::aLongThreadIsNotTheArticle()
{
    const auto article = readHtml("<div><div><p>" + paragraph + "</p></div><div class=comments>" +
                                  repeated("<p>I do not believe it: " + paragraph + "</p>", 3) + "</div></div>");
    QVERIFY(article.has_value());
    QCOMPARE(blocksOf(*article, true), QStringList({QString::fromStdString(paragraph)}));
}

void TestHtmlReader::wordsThatTurnAnotherSayNothing()
{
    const std::string two = "<p>" + paragraph + "</p><p>" + paragraph + "</p></div>";
    const auto article = readHtml("<div class=\"content-with-comments\">" + two + "<div class=\"the comments\">" + two);
    QVERIFY(article.has_value());
    QCOMPARE(blocksOf(*article, true).size(), 2);
    QVERIFY(article->blocks.front().main);
}

void TestHtmlReader::whatThePageCallsTheBodyIsTaken()
{
    const std::string teaser = "<li><p>" + paragraph + "</p></li>";
    const auto article = readHtml("<div><div itemprop=articleBody><p>" + paragraph + "</p><p>" + paragraph +
                                  "</p></div><ul>" + repeated(teaser, 8) + "</ul></div>");
    QVERIFY(article.has_value());
    QCOMPARE(blocksOf(*article, true).size(), 2);
}

void TestHtmlReader::aListAtTheEndIsOfTheArticle()
{
    const auto article =
        readHtml("<main><div><p>" + paragraph + "</p><p>" + paragraph +
                 "</p><ul><li>May 4: Northport</li><li>May 5: Southport</li></ul></div><div><p>Tags</p></div></main>");
    QVERIFY(article.has_value());
    const QStringList main = blocksOf(*article, true);
    QCOMPARE(main.size(), 4);
    QCOMPARE(main.back(), QStringLiteral("May 5: Southport"));
}

void TestHtmlReader::captionsAreMarked()
{
    const auto article = readHtml("<article><p>" + paragraph +
                                  "</p><figure><figcaption>A ferry last month.</figcaption>"
                                  "</figure><p>" +
                                  paragraph + "</p></article>");
    QVERIFY(article.has_value());
    QCOMPARE(blocksOf(*article, false), QStringList({QStringLiteral("A ferry last month.")}));
}

void TestHtmlReader::datesAreTakenWhereElementsNameThem_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char* name, const char* html, const char* key, const QStringList& values) {
        QTest::newRow(name) << QByteArray(html) << QString::fromLatin1(key) << values;
    };
    row("for machines", "<time datetime=2021-05-04>yesterday</time>", "time", {QStringLiteral("2021-05-04")});
    row("for people", "<time>Published on May 4, 2021</time>", "time", {QStringLiteral("Published on May 4, 2021")});
    row("a property", "<span itemprop=datePublished content=2021-05-04>x</span>", "itemprop:datepublished",
        {QStringLiteral("2021-05-04")});
    row("a property in words", "<span itemprop=datePublished> May 4, 2021 </span>", "itemprop:datepublished",
        {QStringLiteral("May 4, 2021")});
    row("a class", "<div class=news-date>4. Mai 2021</div>", "class:date", {QStringLiteral("4. Mai 2021")});
    row("a class of an update", "<div class=date-updated>May 4, 2021</div>", "class:date", {});
    row("a class without a number", "<div class=date>Date:</div>", "class:date", {});
    row("a class around a story",
        "<div class=published>On May 4, 2021, the council said that the bridge over the river would stay closed for a "
        "while</div>",
        "class:date", {});
}

void TestHtmlReader::datesAreTakenWhereElementsNameThem()
{
    QFETCH(QByteArray, html);
    QFETCH(QString, key);
    QFETCH(QStringList, values);
    const auto article = readHtml("<p>" + paragraph + "</p>" + html.toStdString());
    QVERIFY(article.has_value());
    QCOMPARE(fieldsOf(*article, key.toStdString()), values);
}

void TestHtmlReader::damagedJsonLdStillDates()
{
    const auto article =
        readHtml("<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"description\": \"two\n"
                 "lines\", \"datePublished\" : \"2021-05-04\"}</script><p>" +
                 paragraph);
    QVERIFY(article.has_value());
    QCOMPARE(fieldsOf(*article, "json-ld:datePublished"), QStringList({QStringLiteral("2021-05-04")}));
}

void TestHtmlReader::authorsAreTakenWhereElementsNameThem_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* name, const char* html, const char* key, const char* value) {
        QTest::newRow(name) << QByteArray(html) << QString::fromLatin1(key) << QString::fromLatin1(value);
    };
    row("a property around other elements", "<span itemprop=author>by <a><b itemprop=name>Jane Doe</b></a></span>",
        "itemprop:author", "by Jane Doe");
    row("a relation", "<a rel=author href=x>Jane Doe</a>", "rel:author", "Jane Doe");
    row("a class", "<div class=post-author><i>Jane</i> Doe</div>", "class:author", "Jane Doe");
    row("the class of a biography", "<div class=author-bio>Jane Doe writes.</div>", "class:author", "");
}

void TestHtmlReader::authorsAreTakenWhereElementsNameThem()
{
    QFETCH(QByteArray, html);
    QFETCH(QString, key);
    QFETCH(QString, value);
    const auto article = readHtml("<p>" + paragraph + "</p>" + html.toStdString());
    QVERIFY(article.has_value());
    QCOMPARE(fieldsOf(*article, key.toStdString()).value(0), value);
}

void TestHtmlReader::whatIsEscapedTwiceIsRead()
{
    const auto article =
        readHtml("<meta property=og:title content=\"The season&amp;#039;s end\"><p>" + paragraph + "</p>");
    QVERIFY(article.has_value());
    QCOMPARE(fieldsOf(*article, "meta:og:title").value(0), QStringLiteral("The season's end"));
}

QTEST_APPLESS_MAIN(TestHtmlReader)
#include "tst_html_reader.moc"
