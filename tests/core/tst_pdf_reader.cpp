// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf.h"

#include <algorithm>

#include <QTest>

#include "base/limits.h"
#include "readers/pdf_text.h"
#include "support/made_files.h"

using namespace synoptic;
using namespace synoptic::readers;
using namespace synoptic::tests;
using ingest::BlockRole;

namespace {

using Lines = std::vector<PdfLine>;

std::string valueOf(const ingest::RawArticle& article, const std::string& key)
{
    const auto field = std::ranges::find(article.metadata, key, &ingest::MetadataField::key);
    return field != article.metadata.end() ? field->value : std::string();
}

/// Lines one under the other, 13 points apart.
Lines column(double x, double y, const std::vector<std::string>& texts)
{
    Lines lines;
    for (const std::string& text : texts) {
        lines.push_back({x, y, text});
        y -= 13;
    }
    return lines;
}

std::string mainText(const ingest::RawArticle& article)
{
    std::string text;
    for (const ingest::Block& block : article.blocks) {
        if (block.main)
            text += article.text.substr(block.span.begin, block.span.end - block.span.begin) + "\n";
    }
    return text;
}

/// Words of one line at a height that grows with @p row.
std::string textOf(const std::vector<PdfWord>& words)
{
    ArticleBuilder builder(ingest::Format::Pdf);
    addPdfText(builder, {{words, 792}});
    const auto article = builder.takeArticle();
    return article ? article->text : std::string();
}

} // namespace

class TestPdfReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreJoinedToParagraphs_data();
    void linesAreJoinedToParagraphs();
    void columnsAreReadOneAfterTheOther();
    void theLargestLineIsTheTitle();
    void whatRepeatsAtTheEdgeIsMarked();
    void aParagraphGoesOnOnTheNextPage();
    void hyphensAreJoinedOnlyIfTheWordIsKnown();
    void ligaturesAreLettersAndNothingElseChanges();
    void wordsPlacedInPiecesStayWords();
    void propertiesAreFields();
    void whatCannotBeReadHasAReason_data();
    void whatCannotBeReadHasAReason();
    void pagesEndAtTheLimit();
};

void TestPdfReader::linesAreJoinedToParagraphs_data()
{
    QTest::addColumn<int>("indent");
    QTest::addColumn<int>("gap");
    QTest::addColumn<QString>("lastLine");
    QTest::newRow("by a gap") << 0 << 13 << QStringLiteral("until the morning of the next day, they said.");
    QTest::newRow("by an indent") << 14 << 0 << QStringLiteral("until the morning of the next day, they said.");
    QTest::newRow("by a short line") << 0 << 0 << QStringLiteral("until the morning.");
}

void TestPdfReader::linesAreJoinedToParagraphs()
{
    QFETCH(int, indent);
    QFETCH(int, gap);
    QFETCH(QString, lastLine);
    Lines lines = column(72, 700, {"The harbor was closed on the day of the storm", lastLine.toStdString()});
    lines.push_back({72.0 + indent, 700.0 - 26 - gap, "Three boats were lost and the pier needs work"});
    lines.push_back({72, 700.0 - 39 - gap, "before winter."});
    const auto read = readPdf(pdfOf({lines}));
    QVERIFY(read.has_value());
    QCOMPARE(read->text, "The harbor was closed on the day of the storm " + lastLine.toStdString() +
                             "\n\nThree boats were lost and the pier needs work before winter.");
}

void TestPdfReader::columnsAreReadOneAfterTheOther()
{
    const Lines left = column(
        72, 700,
        {"The harbor was closed on the day", "of the storm and stayed closed", "for three days, officials said."});
    const Lines right =
        column(320, 700, {"The pier needs repair before the", "winter comes, and three boats", "were lost at sea."});
    Lines mixed; // as some programs write them: row by row
    for (std::size_t i = 0; i < left.size(); ++i) {
        mixed.push_back(left[i]);
        mixed.push_back(right[i]);
    }
    const auto read = readPdf(pdfOf({mixed}));
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("The harbor was closed on the day of the storm and stayed closed for three days, "
                                     "officials said.\n\nThe pier needs repair before the winter comes, and three "
                                     "boats were lost at sea."));
}

void TestPdfReader::theLargestLineIsTheTitle()
{
    Lines lines = {{72, 740, "Storm closes the harbor", 20}};
    for (const PdfLine& line : column(72, 700, {"The harbor was closed on the day of the storm", "and reopened."}))
        lines.push_back(line);
    const auto read = readPdf(pdfOf({lines}));
    QVERIFY(read.has_value());
    QCOMPARE(read->blocks.size(), 2U);
    QCOMPARE(read->blocks[0].role, BlockRole::Title);
    QCOMPARE(read->blocks[1].role, BlockRole::Paragraph);
}

void TestPdfReader::whatRepeatsAtTheEdgeIsMarked()
{
    std::vector<Lines> pages;
    for (int i = 1; i <= 3; ++i) {
        Lines lines = {{72, 770, "The Harbor Daily"}, {300, 20, "Page " + std::to_string(i) + " of 3"}};
        for (const PdfLine& line :
             column(72, 600, {"Story number " + std::to_string(i) + " is told on this page of the", "paper."}))
            lines.push_back(line);
        pages.push_back(lines);
    }
    const auto read = readPdf(pdfOf(pages));
    QVERIFY(read.has_value());
    const std::string main = mainText(*read);
    QVERIFY(main.find("Harbor Daily") == std::string::npos);
    QVERIFY(main.find("Page") == std::string::npos);
    QVERIFY(main.find("Story number 3 is told on this page of the paper.") != std::string::npos);
    QVERIFY(read->text.find("Page 2 of 3") != std::string::npos); // marked, not removed
}

void TestPdfReader::aParagraphGoesOnOnTheNextPage()
{
    const auto read = readPdf(pdfOf({column(72, 700, {"The harbor was closed on the day of the storm and"}),
                                     column(72, 700, {"stayed closed for three days, officials said."})}));
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("The harbor was closed on the day of the storm and stayed closed for three days, "
                                     "officials said."));
}

void TestPdfReader::hyphensAreJoinedOnlyIfTheWordIsKnown()
{
    const auto read = readPdf(pdfOf({column(72, 700,
                                            {"The harbor and its well-known har-",
                                             "bor master were "
                                             "closed to the anti-",
                                             "war league of the town."})}));
    QVERIFY(read.has_value());
    QCOMPARE(
        read->text,
        std::string("The harbor and its well-known harbor master were closed to the anti-war league of the town."));
}

void TestPdfReader::ligaturesAreLettersAndNothingElseChanges()
{
    QCOMPARE(textOf({{"o\uFB03cial", 0, 100, 50, 110}, {"\uFB01le", 55, 100, 70, 110}, {"½…", 75, 100, 90, 110}}),
             std::string("official file ½…"));
}

void TestPdfReader::wordsPlacedInPiecesStayWords()
{
    QCOMPARE(textOf({{"Har", 0, 100, 20, 110}, {"bor", 20.2, 100, 40, 110}, {"open", 43, 100, 60, 110}}),
             std::string("Harbor open"));
}

void TestPdfReader::propertiesAreFields()
{
    const auto read = readPdf(
        pdfOf({column(72, 700, {"Text"})}, "/Title(Harbor closed)/Author(Jane Doe)/CreationDate(D:20210504103000Z)"));
    QVERIFY(read.has_value());
    QCOMPARE(valueOf(*read, "document:title"), std::string("Harbor closed"));
    QCOMPARE(valueOf(*read, "document:author"), std::string("Jane Doe"));
    QCOMPARE(valueOf(*read, "document:created"), std::string("2021-05-04T10:30:00Z"));
}

void TestPdfReader::whatCannotBeReadHasAReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    row("nothing of it", "%PDF-1.4\nnothing", ErrorCode::Malformed);
    row("no PDF at all", "text", ErrorCode::Malformed);
    row("a page without text", pdfOf({{}}), ErrorCode::NoTextLayer);
    const std::string key(64, '0');
    row("a password",
        pdfOf({column(72, 700, {"Text"})}, {},
              "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + key + ">/U<" + key + ">>>"),
        ErrorCode::Encrypted);
}

void TestPdfReader::whatCannotBeReadHasAReason()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto read = readPdf(bytes.toStdString());
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
}

void TestPdfReader::pagesEndAtTheLimit()
{
    const auto pages = [](std::size_t count) {
        return pdfOf(std::vector<Lines>(count, {{72, 400, "Text of a page."}}));
    };
    QVERIFY(readPdf(pages(limits::pdfPages))->diagnostics.empty());
    const auto read = readPdf(pages(limits::pdfPages + 1));
    QVERIFY(read.has_value());
    QCOMPARE(read->diagnostics.size(), 1U);
    QCOMPARE(read->diagnostics.front().code, DiagnosticCode::LimitReached);
}

QTEST_APPLESS_MAIN(TestPdfReader)
#include "tst_pdf_reader.moc"
