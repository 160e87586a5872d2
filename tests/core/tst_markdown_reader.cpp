// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/markdown.h"

#include <algorithm>

#include <QTest>

#include "base/limits.h"

using namespace synoptic;
using namespace synoptic::readers;
using ingest::BlockRole;

namespace {

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

} // namespace

class TestMarkdownReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsWhatAReaderSees_data();
    void textIsWhatAReaderSees();
    void rolesFollowTheMarks();
    void frontMatterBecomesFields();
    void whatOnlyLooksLikeFrontMatterStaysText_data();
    void whatOnlyLooksLikeFrontMatterStaysText();
    void nothingIsEmpty();
    void floodsAreReadInTime_data();
    void floodsAreReadInTime();
    void beyondTheDepthTheSourceIsTheText();
};

void TestMarkdownReader::textIsWhatAReaderSees_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* markdown, const char* text) {
        QTest::newRow(name) << QByteArray(markdown) << QString::fromUtf8(text);
    };
    row("emphasis", "One *two* **three** `four`.", "One two three four.");
    row("lines of a paragraph join", "One\ntwo\n\nthree", "One two\n\nthree");
    row("a hard line break", "One  \ntwo", "One\ntwo");
    row("the words of a link stay, its target goes", "See [the *map*](file:///etc/passwd \"t\").", "See the map.");
    row("pictures leave nothing", "A ![alt [x](y)](file:///etc/passwd) b", "A b");
    row("HTML is shown as written", "<script>x</script>\n\na <b>c</b>", "<script>x</script>\n\na <b>c</b>");
    row("references", "A &amp; B &#8212; C", "A & B — C");
    row("lists", "- one\n- two\n  1. three", "one\n\ntwo\n\nthree");
    row("tables", "|a|b|\n|---|---|\n|c|d|", "a\tb\n\nc\td");
    row("code keeps its lines", "    a\n      b", "a\n  b");
    row("CR LF", "# Head\r\n\r\nText\r\n", "Head\n\nText");
}

void TestMarkdownReader::textIsWhatAReaderSees()
{
    QFETCH(QByteArray, markdown);
    QFETCH(QString, text);
    const auto article = readMarkdown(markdown.toStdString());
    QVERIFY(article.has_value());
    QCOMPARE(QString::fromStdString(article->text), text);
    QVERIFY(article->format == ingest::Format::Markdown);
}

void TestMarkdownReader::rolesFollowTheMarks()
{
    const auto article =
        readMarkdown("# Title\n\nText\n\n## Sub\n\n- item\n\n> quote\n\n# Another\n\n```\ncode\n```\n\n|a|\n|---|");
    QVERIFY(article.has_value());
    std::vector<BlockRole> roles;
    for (const auto& block : article->blocks)
        roles.push_back(block.role);
    const std::vector<BlockRole> expected = {BlockRole::Title,        BlockRole::Paragraph, BlockRole::Heading,
                                             BlockRole::ListItem,     BlockRole::Quote,     BlockRole::Heading,
                                             BlockRole::Preformatted, BlockRole::Table};
    QVERIFY(roles == expected);
    QVERIFY(std::ranges::all_of(article->blocks, &ingest::Block::main));
}

void TestMarkdownReader::frontMatterBecomesFields()
{
    const auto article = readMarkdown("---\ntitle: \"A: b\"\nDate: 2024-05-03\ntags:\n  - x\n# no\nempty:\n---\nText");
    QVERIFY(article.has_value());
    QCOMPARE(article->text, std::string("Text"));
    const std::vector<ingest::MetadataField> expected = {{"front-matter:title", "A: b"},
                                                         {"front-matter:date", "2024-05-03"}};
    QVERIFY(article->metadata == expected);
}

void TestMarkdownReader::whatOnlyLooksLikeFrontMatterStaysText_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::newRow("never closed") << QByteArray("---\ntitle: x\n\nText");
    QTest::newRow("not at the start") << QByteArray("Text\n\n---\ntitle: x\n---\n");
}

void TestMarkdownReader::whatOnlyLooksLikeFrontMatterStaysText()
{
    QFETCH(QByteArray, markdown);
    const auto article = readMarkdown(markdown.toStdString());
    QVERIFY(article.has_value());
    QVERIFY(article->metadata.empty());
    QVERIFY(article->text.find("title: x") != std::string::npos);
}

void TestMarkdownReader::nothingIsEmpty()
{
    QVERIFY(readMarkdown("").error().code == ErrorCode::Empty);
    QVERIFY(readMarkdown("---\ntitle: x\n---\n").error().code == ErrorCode::Empty);
    QVERIFY(readMarkdown("![](x)\n\n***").error().code == ErrorCode::Empty);
}

void TestMarkdownReader::floodsAreReadInTime_data()
{
    QTest::addColumn<QByteArray>("markdown");
    for (const char* piece : {"![[]()", "[", "*a_", "`", "&", "<", "](", "**x [a*b**c*](d)", "- - - ", "> > "})
        QTest::newRow(piece) << QByteArray::fromStdString(repeated(piece, 20'000));
}

void TestMarkdownReader::floodsAreReadInTime()
{
    QFETCH(QByteArray, markdown);
    QVERIFY(readMarkdown(markdown.toStdString() + "\n\nneedle").has_value());
}

void TestMarkdownReader::beyondTheDepthTheSourceIsTheText()
{
    const auto article = readMarkdown(repeated(">", 10'000) + " deep\n\nText");
    QVERIFY(article.has_value());
    QVERIFY(article->text.ends_with("deep\n\nText"));
    QCOMPARE(article->diagnostics.size(), std::size_t{1});
    QVERIFY(article->diagnostics[0].code == DiagnosticCode::LimitReached);
}

QTEST_APPLESS_MAIN(TestMarkdownReader)
#include "tst_markdown_reader.moc"
