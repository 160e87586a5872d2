// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/office_documents.h"

#include <algorithm>

#include <QTest>

#include "base/limits.h"
#include "support/made_files.h"

using namespace synoptic;
using namespace synoptic::readers;
using namespace synoptic::tests;
using ingest::BlockRole;

namespace {

constexpr const char* openDocument =
    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:text>";

std::string odtOf(const std::string& text, std::vector<ZipContent> more = {})
{
    std::vector<ZipContent> entries = {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml", openDocument + text + "</office:text></office:body></office:document-content>"}};
    for (ZipContent& entry : more)
        entries.push_back(std::move(entry));
    return zipOf(entries);
}

std::string paragraph(const std::string& text, const std::string& properties = {})
{
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string epubOf(const std::string& package, std::vector<ZipContent> more)
{
    std::vector<ZipContent> entries = {
        {"mimetype", "application/epub+zip"},
        {"META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"B/p.opf\"/></rootfiles></container>"},
        {"B/p.opf", package}};
    for (ZipContent& entry : more)
        entries.push_back(std::move(entry));
    return zipOf(entries);
}

const char* const twoChapters =
    "<package xmlns:dc=\"d\"><metadata><dc:title>Tides</dc:title><dc:creator>Jane Doe</dc:creator>"
    "<dc:date>2021-05-04</dc:date></metadata><manifest>"
    "<item id=\"n\" href=\"n.xhtml\" properties=\"nav\"/><item id=\"a\" href=\"a.xhtml\"/>"
    "<item id=\"b\" href=\"b%20c.xhtml#x\"/></manifest>"
    "<spine><itemref idref=\"n\"/><itemref idref=\"b\"/><itemref idref=\"a\"/></spine></package>";

std::string valueOf(const ingest::RawArticle& article, const std::string& key)
{
    const auto field = std::ranges::find(article.metadata, key, &ingest::MetadataField::key);
    return field != article.metadata.end() ? field->value : std::string();
}

bool isPartial(const ingest::RawArticle& article)
{
    return std::ranges::find(article.diagnostics, DiagnosticCode::LimitReached, &Diagnostic::code) !=
           article.diagnostics.end();
}

} // namespace

class TestOfficeReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordTextIsWhatAReaderSees_data();
    void wordTextIsWhatAReaderSees();
    void wordStylesAreRoles();
    void wordPropertiesAreFields();
    void openDocumentTextIsWhatAReaderSees_data();
    void openDocumentTextIsWhatAReaderSees();
    void openDocumentStylesAreRoles();
    void chaptersFollowTheSpine();
    void aMissingChapterIsSaid();
    void whatCannotBeReadHasAReason_data();
    void whatCannotBeReadHasAReason();
    void damageKeepsWhatCameBefore();
    void entitiesAreNeverDeclared_data();
    void entitiesAreNeverDeclared();
    void aBombEndsAtTheLimit();
    void depthEndsAtTheLimit_data();
    void depthEndsAtTheLimit();
};

void TestOfficeReaders::wordTextIsWhatAReaderSees_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const std::string& body, const char* text) {
        QTest::newRow(name) << QByteArray::fromStdString(body) << QString::fromUtf8(text);
    };
    row("runs of a paragraph join", "<w:p><w:r><w:t>Har</w:t></w:r><w:r><w:t>bor</w:t></w:r></w:p>", "Harbor");
    row("paragraphs are blocks", paragraph("One") + paragraph("Two"), "One\n\nTwo");
    row("an empty paragraph is none", paragraph("One") + "<w:p/>" + paragraph("Two"), "One\n\nTwo");
    row("breaks and tabs", "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a\nb\tc");
    row("the definition of a tab stop is no tab", paragraph("a", "<w:tabs><w:tab/></w:tabs>"), "a");
    row("what was deleted is gone",
        "<w:p><w:del><w:r><w:delText>x</w:delText><w:t>x</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>y</w:t></w:r></w:ins></w:p>",
        "y");
    row("field codes are not shown", "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>3</w:t></w:r></w:p>", "3");
    row("a row is one block",
        "<w:tbl><w:tr><w:tc>" + paragraph("a") + "</w:tc><w:tc>" + paragraph("b") + paragraph("c") +
            "</w:tc></w:tr></w:tbl>",
        "a\tb\nc");
    row("a table of one cell is layout",
        "<w:tbl><w:tr><w:tc>" + paragraph("a") + paragraph("b") + "</w:tc></w:tr></w:tbl>", "a\n\nb");
    row("a text box follows its paragraph",
        "<w:p><w:r><w:t>One </w:t></w:r><w:r>" + paragraph("box") + "</w:r><w:r><w:t>two</w:t></w:r></w:p>",
        "One two\n\nbox");
    row("the older of two forms is left out",
        "<w:p><w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:t>new</w:t></mc:Choice>"
        "<mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
        "new");
    row("elements of other languages are not text",
        "<w:p><a:t xmlns:a=\"drawing\">chart</a:t><w:r><w:t>text</w:t></w:r></w:p>", "text");
}

void TestOfficeReaders::wordTextIsWhatAReaderSees()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    const auto read = readDocx(docxOf(body.toStdString()));
    QVERIFY(read.has_value());
    QCOMPARE(QString::fromStdString(read->text), text);
    QVERIFY(read->diagnostics.empty());
}

void TestOfficeReaders::wordStylesAreRoles()
{
    const auto read = readDocx(docxOf(paragraph("T", "<w:pStyle w:val=\"Title\"/>") +
                                      paragraph("H", "<w:pStyle w:val=\"Heading2\"/>") + paragraph("L", "<w:numPr/>") +
                                      paragraph("P")));
    QVERIFY(read.has_value());
    QCOMPARE(read->blocks.size(), 4U);
    QCOMPARE(read->blocks[0].role, BlockRole::Title);
    QCOMPARE(read->blocks[1].role, BlockRole::Heading);
    QCOMPARE(read->blocks[2].role, BlockRole::ListItem);
    QCOMPARE(read->blocks[3].role, BlockRole::Paragraph);
}

void TestOfficeReaders::wordPropertiesAreFields()
{
    const auto read = readDocx(
        docxOf(paragraph("Text"),
               {{"docProps/core.xml",
                 "<c:coreProperties xmlns:c=\"c\" xmlns:dc=\"d\" xmlns:t=\"t\"><dc:title>Harbor</dc:title>"
                 "<dc:creator>Jane Doe</dc:creator><t:created>2021-05-04T10:00:00Z</t:created>"
                 "</c:coreProperties>"},
                {"word/footnotes.xml",
                 "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:footnote>" +
                     paragraph("A note.") + "</w:footnote></w:footnotes>"}}));
    QVERIFY(read.has_value());
    QCOMPARE(valueOf(*read, "document:title"), std::string("Harbor"));
    QCOMPARE(valueOf(*read, "document:author"), std::string("Jane Doe"));
    QCOMPARE(valueOf(*read, "document:created"), std::string("2021-05-04T10:00:00Z"));
    QCOMPARE(read->text, std::string("Text\n\nA note."));
}

void TestOfficeReaders::openDocumentTextIsWhatAReaderSees_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* body, const char* text) {
        QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(text);
    };
    row("paragraphs and heads", "<text:h>One</text:h><text:p>Two <text:span>three</text:span></text:p>",
        "One\n\nTwo three");
    row("counted spaces", "<text:p>a<text:s text:c=\"3\"/>b<text:s/>c</text:p>", "a   b c");
    row("a flood of spaces is cut", "<text:p>a<text:s text:c=\"4000000000\"/>b</text:p>",
        (std::string("a") + std::string(100, ' ') + "b").c_str());
    row("breaks", "<text:p>a<text:line-break/>b<text:tab/>c</text:p>", "a\nb\tc");
    row("a note follows its paragraph",
        "<text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p>"
        "</text:note-body></text:note> two</text:p><text:p>Three</text:p>",
        "One two\n\nNote.\n\nThree");
    row("what was deleted is gone",
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>One</text:p>", "One");
    row("comments are not text",
        "<text:p>One<office:annotation><text:p>said of it</text:p></office:annotation></text:p>", "One");
    row("a table",
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell>"
        "<text:p>b</text:p></table:table-cell></table:table-row></table:table>",
        "a\tb");
}

void TestOfficeReaders::openDocumentTextIsWhatAReaderSees()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    const auto read = readOdt(odtOf(body.toStdString()));
    QVERIFY(read.has_value());
    QCOMPARE(QString::fromStdString(read->text), text);
    QVERIFY(read->diagnostics.empty());
}

void TestOfficeReaders::openDocumentStylesAreRoles()
{
    const auto read = readOdt(odtOf("<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>"
                                    "<text:p text:style-name=\"P1\">T</text:p><text:h>H</text:h>"
                                    "<text:list><text:list-item><text:p>L</text:p></text:list-item></text:list>"));
    QVERIFY(read.has_value());
    QCOMPARE(read->blocks.size(), 3U);
    QCOMPARE(read->blocks[0].role, BlockRole::Title);
    QCOMPARE(read->blocks[1].role, BlockRole::Heading);
    QCOMPARE(read->blocks[2].role, BlockRole::ListItem);
}

void TestOfficeReaders::chaptersFollowTheSpine()
{
    const auto read = readEpub(epubOf(twoChapters, {{"B/n.xhtml", "<p>Contents</p>"},
                                                    {"B/a.xhtml", "<title>Two</title><h1>Two</h1><p>Ebb.</p>"},
                                                    {"B/b c.xhtml", "<!DOCTYPE html><h1>One</h1><p>Flood.</p>"}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("One\n\nFlood.\n\nTwo\n\nEbb."));
    QVERIFY(std::ranges::all_of(read->blocks, &ingest::Block::main));
    QCOMPARE(valueOf(*read, "publication:title"), std::string("Tides"));
    QCOMPARE(valueOf(*read, "document:published"), std::string("2021-05-04"));
    QCOMPARE(valueOf(*read, "title"), std::string());
    QVERIFY(!isPartial(*read));
}

void TestOfficeReaders::aMissingChapterIsSaid()
{
    const auto read = readEpub(epubOf(twoChapters, {{"B/a.xhtml", "<p>Ebb.</p>"}}));
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("Ebb."));
    QVERIFY(isPartial(*read));
}

void TestOfficeReaders::whatCannotBeReadHasAReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const std::string& bytes, ErrorCode code) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << static_cast<int>(code);
    };
    const std::string whole = docxOf(paragraph("Text"));
    row("no archive", "PK\3\4 and nothing", ErrorCode::Malformed);
    row("cut before its directory", whole.substr(0, whole.size() / 2), ErrorCode::Malformed);
    row("another archive", zipOf({{"picture.jpg", "x"}}), ErrorCode::Malformed);
    row("two texts of one name", docxOf(paragraph("a"), {{"word/document.xml", "<a/>"}}), ErrorCode::Malformed);
    row("encrypted entries", zipOf({{"word/document.xml", "<a/>"}}, "secret"), ErrorCode::Encrypted);
    row("no text", docxOf("<w:p/>"), ErrorCode::Empty);
    row("no XML", zipOf({{"word/document.xml", "plain"}}), ErrorCode::Malformed);
    std::vector<ZipContent> many;
    for (std::size_t i = 0; i <= limits::archiveEntries; ++i)
        many.push_back({"e" + std::to_string(i), ""});
    row("too many entries", zipOf(many), ErrorCode::TooBig);
}

void TestOfficeReaders::whatCannotBeReadHasAReason()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto read = readDocx(bytes.toStdString());
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), code);
}

void TestOfficeReaders::damageKeepsWhatCameBefore()
{
    const auto word = readDocx(docxOf(paragraph("One") + "<w:p><w:r><w:t>Two</w:q>"));
    QVERIFY(word.has_value());
    QCOMPARE(word->text, std::string("One"));
    QVERIFY(isPartial(*word));
    QCOMPARE(
        readOdt(odtOf("<text:p>One</text:p>", {{"META-INF/manifest.xml", "<m><encryption-data/></m>"}})).error().code,
        ErrorCode::Encrypted);
    QCOMPARE(readEpub(epubOf(twoChapters, {{"META-INF/encryption.xml",
                                            "<e><EncryptionMethod Algorithm=\"http://example.org/aes\"/></e>"}}))
                 .error()
                 .code,
             ErrorCode::Encrypted);
}

void TestOfficeReaders::entitiesAreNeverDeclared_data()
{
    QTest::addColumn<QByteArray>("subset");
    QTest::newRow("one that grows") << QByteArray(R"(<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">)");
    QTest::newRow("one that names a file") << QByteArray(R"(<!ENTITY b SYSTEM "file:///etc/passwd">)");
    QTest::newRow("one of parameters") << QByteArray("<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;");
}

void TestOfficeReaders::entitiesAreNeverDeclared()
{
    QFETCH(QByteArray, subset);
    const std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE d [" + subset.toStdString() +
                            "]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
                            paragraph("before &b; behind") + "</w:document>";
    const auto read = readDocx(zipOf({{"word/document.xml", xml}}));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Malformed);
}

void TestOfficeReaders::aBombEndsAtTheLimit()
{
    const std::string bomb = docxOf(paragraph("needle") + "<w:p><w:r><w:t>" +
                                    std::string(limits::archiveEntryBytes, ' ') + "</w:t></w:r></w:p>");
    QVERIFY(bomb.size() < limits::mib);
    const auto read = readDocx(bomb);
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("needle"));
    QVERIFY(isPartial(*read));
}

void TestOfficeReaders::depthEndsAtTheLimit_data()
{
    QTest::addColumn<unsigned>("depth");
    QTest::addColumn<bool>("partial");
    // Around it stand the document, its body, a paragraph, a run and a text.
    QTest::newRow("one less") << limits::markupDepth - 6 << false;
    QTest::newRow("at the limit") << limits::markupDepth - 5 << false;
    QTest::newRow("one more") << limits::markupDepth - 4 << true;
}

void TestOfficeReaders::depthEndsAtTheLimit()
{
    QFETCH(unsigned, depth);
    QFETCH(bool, partial);
    std::string open;
    std::string close;
    for (unsigned i = 0; i < depth; ++i) {
        open += "<w:sdt>";
        close += "</w:sdt>";
    }
    const auto read = readDocx(docxOf("<w:p><w:r><w:t>before</w:t></w:r></w:p>" + open + paragraph("deep") + close));
    QVERIFY(read.has_value());
    QCOMPARE(isPartial(*read), partial);
    QCOMPARE(read->text.find("deep") == std::string::npos, partial);
}

QTEST_APPLESS_MAIN(TestOfficeReaders)
#include "tst_office_readers.moc"
