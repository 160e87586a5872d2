// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include <QTest>

#include "ingest/ingest.h"
#include "ingest/metadata.h"
#include "readers/html.h"

using namespace synoptic;
using ingest::BlockRole;
using ingest::MetadataField;

namespace {

const std::string paragraph =
    "The bridge over the river stayed closed on Monday, the council said, because two of its piers had moved.";

/// A page with its headline, body and fields, as far as they matter here.
corpus::Article articleOf(std::string_view headline, std::vector<MetadataField> metadata)
{
    ingest::RawArticle raw{ingest::Format::Html, {}, {}, std::move(metadata), {}};
    raw.text = std::string(headline) + "\n\n" + paragraph;
    const auto end = static_cast<std::uint32_t>(headline.size());
    raw.blocks = {{{0, end}, BlockRole::Title, true},
                  {{end + 2, static_cast<std::uint32_t>(raw.text.size())}, BlockRole::Paragraph, true}};
    return ingest::ingestArticle(std::move(raw), {"a.html", {}, {}, {}});
}

} // namespace

class TestHeadlineAndAuthor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageHasOneHeadline_data();
    void aPageHasOneHeadline();
    void titlesOfSitesAreCutOff_data();
    void titlesOfSitesAreCutOff();
    void whatThePageSaysOfItselfIsWeighed_data();
    void whatThePageSaysOfItselfIsWeighed();
    void authorsAreFoundInFields_data();
    void authorsAreFoundInFields();
    void authorsAreFoundInLines_data();
    void authorsAreFoundInLines();
    void whoCommentsIsNoAuthor();
    void damagedJsonLdStillNamesTheAuthor();
};

void TestHeadlineAndAuthor::aPageHasOneHeadline_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QString>("headline");
    const auto row = [](const char* name, const char* head, const char* headline) {
        QTest::newRow(name) << QByteArray(head) << QString::fromLatin1(headline);
    };
    row("a h1 in other words before a h2 in the same",
        "<title>7 ways to cross the river</title><h1>Seven ways to cross the old river</h1><h2>Ways to cross the "
        "river</h2>",
        "Seven ways to cross the old river");
    row("no h1 that is the site's name",
        "<title>Where to cross | River Post</title>"
        "<meta property=og:site_name content='River Post'>"
        "<h1>River Post</h1><h1>All bridges and boats by hand</h1>",
        "All bridges and boats by hand");
    row("a h2 beside a h1 that says nothing of it",
        "<title>Children and bridges</title><h1>The society for the children and old people of rivers and lakes</h1>"
        "<h2>Children and bridges</h2>",
        "Children and bridges");
}

void TestHeadlineAndAuthor::aPageHasOneHeadline()
{
    QFETCH(QByteArray, head);
    QFETCH(QString, headline);
    const auto article = readers::readHtml(head.toStdString() + "<p>" + paragraph);
    QVERIFY(article.has_value());
    QStringList found;
    for (const ingest::Block& block : article->blocks)
        if (block.role == BlockRole::Title)
            found << QString::fromStdString(std::string(textOf(article->text, block.span)));
    QCOMPARE(found, QStringList{headline});
}

void TestHeadlineAndAuthor::titlesOfSitesAreCutOff_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("cut");
    QTest::newRow("by the words of the host") << "Bridge closed | Harbor Tires"
                                              << "Bridge closed";
    QTest::newRow("with a motto behind it") << "Bridge closed | tires.harbor.com | All about wheels"
                                            << "Bridge closed";
}

void TestHeadlineAndAuthor::titlesOfSitesAreCutOff()
{
    QFETCH(QString, title);
    QFETCH(QString, cut);
    QCOMPARE(QString::fromStdString(ingest::withoutSiteName(title.toStdString(), {}, "tires.harbor.com")), cut);
}

void TestHeadlineAndAuthor::whatThePageSaysOfItselfIsWeighed_data()
{
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("og");
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("title");
    const auto row = [](const char* name, const char* headline, const char* og, const char* document,
                        const char* title) {
        QTest::newRow(name) << QString::fromLatin1(headline) << QString::fromLatin1(og) << QString::fromLatin1(document)
                            << QString::fromLatin1(title);
    };
    row("a title that is the site's name", "", "River Post", "Bridge closed again | River Post", "Bridge closed again");
    row("another title for sharing", "Bridge closed again", "You will not believe it",
        "Bridge closed again | River Post", "Bridge closed again");
    row("a date before the same words", "4.5.2021 Bridge closed again", "Bridge closed again", "Bridge closed again",
        "Bridge closed again");
    row("the kind of text", "Leave the bridge open | Editorial", "Leave the bridge open | Editorial", "",
        "Leave the bridge open");
}

void TestHeadlineAndAuthor::whatThePageSaysOfItselfIsWeighed()
{
    QFETCH(QString, headline);
    QFETCH(QString, og);
    QFETCH(QString, document);
    QFETCH(QString, title);
    const corpus::Article article = articleOf(
        headline.isEmpty() ? "Menu" : headline.toStdString(),
        {{"meta:og:title", og.toStdString()}, {"meta:og:site_name", "River Post"}, {"title", document.toStdString()}});
    QCOMPARE(QString::fromStdString(article.title), title);
}

void TestHeadlineAndAuthor::authorsAreFoundInFields_data()
{
    QTest::addColumn<QString>("fields"); // one a line
    QTest::addColumn<QString>("author");
    const auto row = [](const char* name, const char* fields, const char* author) {
        QTest::newRow(name) << QString::fromLatin1(fields) << QString::fromLatin1(author);
    };
    row("the label of a card", "meta:twitter:label1=Written by\nmeta:twitter:data1=98 River Post", "98 River Post");
    row("the second label", "meta:twitter:label2=Written by\nmeta:twitter:data2=Jane Doe", "Jane Doe");
    row("another label", "meta:twitter:label1=Reading time\nmeta:twitter:data1=4 minutes", "");
    row("as libraries write it", "meta:citation_author=Doe, Jane\nmeta:citation_author=Roe, John",
        "Jane Doe, John Roe");
    row("a list of duties", "meta:author=content: River Post, design: Jane Doe\nclass:author=John Roe", "John Roe");
    row("who reviewed it", "class:author=By Jane Doe. Reviewed by John Roe", "Jane Doe");
    row("a name of one word behind by", "class:author=By Islander", "Islander");
    row("German", "class:author=Ein Artikel von Jane Doe | 4.5.2021", "Jane Doe");
}

void TestHeadlineAndAuthor::authorsAreFoundInFields()
{
    QFETCH(QString, fields);
    QFETCH(QString, author);
    std::vector<MetadataField> metadata = {{"meta:og:site_name", "98 River Post"}};
    for (const QString& field : fields.split(u'\n'))
        metadata.push_back({field.section(u'=', 0, 0).toStdString(), field.section(u'=', 1).toStdString()});
    QCOMPARE(QString::fromStdString(articleOf("Bridge closed again", metadata).author), author);
}

void TestHeadlineAndAuthor::authorsAreFoundInLines_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("author");
    QTest::newRow("a heading and names") << "Author(s)\nJane Doe\nJohn Roe\n\nMore in this series"
                                         << "Jane Doe, John Roe";
    QTest::newRow("written by") << "Written by Jane Doe"
                                << "Jane Doe";
    QTest::newRow("who edited it") << "By Jane Doe, edited by John Roe"
                                   << "Jane Doe";
    QTest::newRow("German") << "Von Jane Doe"
                            << "Jane Doe";
}

void TestHeadlineAndAuthor::authorsAreFoundInLines()
{
    QFETCH(QString, lines);
    QFETCH(QString, author);
    auto raw = ingest::readPlainText("The bridge is closed again\n\n" + lines.toStdString() + "\n\n" + paragraph);
    QVERIFY(raw.has_value());
    QCOMPARE(QString::fromStdString(ingest::ingestArticle(std::move(*raw), {}).author), author);
}

void TestHeadlineAndAuthor::whoCommentsIsNoAuthor()
{
    const auto article = readers::readHtml("<p>" + paragraph + "<div><b class=comment-author>Jane Doe</b></div>");
    QVERIFY(article.has_value());
    QVERIFY(std::ranges::find(article->metadata, "class:author", &MetadataField::key) == article->metadata.end());
}

void TestHeadlineAndAuthor::damagedJsonLdStillNamesTheAuthor()
{
    const auto article =
        readers::readHtml("<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"description\": \"two\n"
                          "lines\", \"author\" : \"Jane Doe\"}</script><p>" +
                          paragraph);
    QVERIFY(article.has_value());
    const auto author = std::ranges::find(article->metadata, "json-ld:author", &MetadataField::key);
    QVERIFY(author != article->metadata.end());
    QCOMPARE(author->value, std::string("Jane Doe"));
}

QTEST_APPLESS_MAIN(TestHeadlineAndAuthor)
#include "tst_headline_and_author.moc"
