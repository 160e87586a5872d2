// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest.h"

#include <QTest>

#include <random>
#include <string>

using namespace synoptic;
using namespace synoptic::ingest;

class TestDetectFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentDecides_data();
    void contentDecides();
    void whatIsNoArticleIsNamed_data();
    void whatIsNoArticleIsNamed();
    void anEmptyFileIsSaidToBeEmpty_data();
    void anEmptyFileIsSaidToBeEmpty();
    void aCharacterAtTheEndOfTheHeadDoesNoHarm();
    void plainTextIsReadCanonically();
};

void TestDetectFormat::contentDecides_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("format");
    const auto row = [](const char* name, const QByteArray& bytes, const char* file, Format format) {
        QTest::newRow(name) << bytes << QString::fromLatin1(file) << static_cast<int>(format);
    };
    row("text", "Harbor closed\n\nIt was late.", "a.txt", Format::PlainText);
    row("text without a suffix", "Harbor closed", "folder.d/article", Format::PlainText);
    row("text with a few controls", QByteArray("Harbor\0closed for the night, they said.", 39), "a.txt",
        Format::PlainText);
    row("text called PDF", "Harbor closed", "a.pdf", Format::PlainText);
    row("text called HTML", "Harbor closed", "a.html", Format::PlainText);
    row("text in UTF-16", QByteArray("\xFF\xFEH\0a\0r\0b\0o\0r\0", 14), "a.txt", Format::PlainText);
    row("text about a tag", "The <p> tag, and its </p>, were new then.", "a.txt", Format::PlainText);
    row("a document type", "  <!DOCTYPE html>\n<p>x", "a.txt", Format::Html);
    row("a comment first", "<!-- saved -->\n<html lang=en><p>x", "a.txt", Format::Html);
    row("XHTML", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">\n<html xmlns=\"x\"><p>x</p></html>", "a.xml",
        Format::Html);
    row("HTML called PDF", "<html><title>x</title><p>Hello</p></html>", "a.pdf", Format::Html);
    row("HTML with a mark", "\xEF\xBB\xBF<html><p>x", "a.html", Format::Html);
    row("a fragment called HTML", "Harbor <b>closed</b>", "a.htm", Format::Html);
    row("a fragment full of tags", "Harbor<br>closed<br>it<br>was<br>late<br>", "a.txt", Format::Html);
    row("Markdown by suffix", "Harbor closed", "a.md", Format::Markdown);
    row("Markdown by its look", "# Harbor\n\nSee [x](http://a).\n\n## Then\n\n[y](http://b)\n", "a.txt",
        Format::Markdown);
    row("Markdown with front matter", "---\ntitle: Harbor\n---\nClosed.", "a.txt", Format::Markdown);
    row("a PDF called text", "%PDF-1.4\n%\xE2\xE3", "a.txt", Format::Pdf);
    row("a PDF behind a remark", "from the archive\n%PDF-1.4\n", "a.pdf", Format::Pdf);
    row("a Word document", "PK\3\4..........word/document.xml", "a.bin", Format::Docx);
    row("a Word document that begins otherwise", "PK\3\4..........[Content_Types].xml", "a.docx", Format::Docx);
    row("OpenDocument", "PK\3\4....mimetypeapplication/vnd.oasis.opendocument.textPK", "a.zip", Format::Odt);
    row("EPUB", "PK\3\4....mimetypeapplication/epub+zipPK", "a.zip", Format::Epub);
    row("mail", "From: a@b\nSubject: x\nMIME-Version: 1.0\n\nText", "a.txt", Format::Mail);
    row("mail by its suffix", "Subject: x\nFrom: a@b\n\nText", "a.eml", Format::Mail);
    row("a note that is no mail", "Subject: the harbor\n\nIt closed.", "a.txt", Format::PlainText);
    row("a saved page",
        "From: <Saved by a browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n", "a.txt",
        Format::WebArchive);
    row("a mail with pictures",
        "From: a@b\nTo: c@d\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n", "a.eml",
        Format::Mail);
    row("JSON", R"({"title": "x"})", "a.txt", Format::Json);
    row("JSON that begins with white space", "[\n  {\n \"title\": 1}]", "a.txt", Format::Json);
    row("braces in a text", "{Editor's note} Harbor", "a.txt", Format::PlainText);
    row("a list in brackets", "[Editor's note: closed]\n\nHarbor", "a.txt", Format::PlainText);
}

void TestDetectFormat::contentDecides()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, file);
    QFETCH(int, format);
    const auto found = detectFormat(bytes.toStdString(), file.toStdString());
    QVERIFY2(found.has_value(), found ? "" : found.error().detail.c_str());
    QCOMPARE(static_cast<int>(*found), format);
}

void TestDetectFormat::whatIsNoArticleIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    std::mt19937 random(1);
    QByteArray noise;
    for (int i = 0; i < 5000; ++i)
        noise += static_cast<char>(random() & 0xFFU);
    QByteArray everyByte;
    for (int i = 0; i < 256 * 400; ++i)
        everyByte += static_cast<char>(i & 0xFF);
    QTest::newRow("a picture called HTML") << "\xFF\xD8\xFF\xE0" + noise << "a.html"
                                           << "JPEG picture";
    QTest::newRow("a picture") << "\x89PNG\r\n\x1A\n" + noise << "a.png"
                               << "PNG picture";
    QTest::newRow("an archive") << QByteArray("PK\3\4..........picture.jpg") << "a.zip"
                                << "ZIP archive";
    QTest::newRow("noise") << noise << "a.txt"
                           << "binary data";
    QTest::newRow("every byte") << everyByte << "a.txt"
                                << "binary data";
    QTest::newRow("XML") << QByteArray("<?xml version=\"1.0\"?><feed/>") << "a.xml"
                         << "XML document";
    QTest::newRow("a style sheet") << QByteArray("p { margin: 0 }") << "page_files/a.css"
                                   << "style sheet";
    QTest::newRow("a workbook called Word document") << QByteArray("PK\3\4..........xl/workbook.xml") << "a.docx"
                                                     << "Excel workbook";
}

void TestDetectFormat::whatIsNoArticleIsNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, file);
    QFETCH(QString, name);
    const auto found = detectFormat(bytes.toStdString(), file.toStdString());
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().code, ErrorCode::NotAnArticle);
    QCOMPARE(QString::fromStdString(found.error().detail), name);
}

void TestDetectFormat::anEmptyFileIsSaidToBeEmpty_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no bytes") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \n\t\n");
    QTest::newRow("a mark and NO-BREAK SPACE") << QByteArray("\xEF\xBB\xBF\xC2\xA0\n");
}

void TestDetectFormat::anEmptyFileIsSaidToBeEmpty()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(detectFormat(bytes.toStdString(), "a.txt").error().code, ErrorCode::Empty);
    QCOMPARE(readPlainText(bytes.toStdString()).error().code, ErrorCode::Empty);
}

void TestDetectFormat::aCharacterAtTheEndOfTheHeadDoesNoHarm()
{
    for (std::size_t shift = 0; shift < 4; ++shift) {
        std::string text(shift, 'a');
        while (text.size() < 70'000)
            text += "\u20AC";
        QVERIFY(detectFormat(text, "a.txt").has_value());
    }
}

void TestDetectFormat::plainTextIsReadCanonically()
{
    const auto raw = readPlainText("Harbor closed\r\n\r\nIt was\0late.");
    QVERIFY(raw.has_value());
    QCOMPARE(QByteArray::fromStdString(raw->text), QByteArray("Harbor closed\n\nIt was"));
    QVERIFY(raw->blocks.empty());
    const auto nul = readPlainText(std::string_view("Harbor\0closed, and it was late.", 31));
    QVERIFY(nul.has_value());
    QCOMPARE(QByteArray::fromStdString(nul->text), QByteArray("Harbor\uFFFDclosed, and it was late."));
    QCOMPARE(nul->diagnostics.size(), 1U);
    QCOMPARE(nul->diagnostics.front().code, DiagnosticCode::ReplacedControls);
}

QTEST_APPLESS_MAIN(TestDetectFormat)
#include "tst_detect_format.moc"
