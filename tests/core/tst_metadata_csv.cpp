// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/metadata_csv.h"

#include <QTest>

#include <algorithm>
#include <random>

#include "base/limits.h"

using namespace synoptic;
using namespace synoptic::ingest;

class TestMetadataCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSixColumnsAreRead();
    void separatorsAndLineEndsAreFound_data();
    void separatorsAndLineEndsAreFound();
    void quotesHoldAnything();
    void columnNamesHaveSynonyms();
    void oddRowsAreReported();
    void aRowWithoutItsFileIsReported();
    void whatIsNoTableIsAnError_data();
    void whatIsNoTableIsAnError();
    void aRowOfAnyLengthIsRead();
    void anyBytesAreRead();
};

namespace {

bool has(const std::vector<Diagnostic>& diagnostics, DiagnosticCode code, std::string_view detail)
{
    return std::ranges::any_of(diagnostics, [&](const Diagnostic& diagnostic) {
        return diagnostic.code == code && diagnostic.detail.find(detail) != std::string::npos;
    });
}

} // namespace

void TestMetadataCsv::theSixColumnsAreRead()
{
    const auto table = readMetadataCsv("file,title,source,author,published,url\n"
                                       "a.txt,Harbor closed,Harbor Daily,J. Roe,2019-03-02,https://example.com/a\n"
                                       "sub/b.txt,,,,,\n");
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), 2U);
    const ArticleMetadata& row = table->rows.at("a.txt");
    QCOMPARE(row.title, std::string("Harbor closed"));
    QCOMPARE(row.source, std::string("Harbor Daily"));
    QCOMPARE(row.author, std::string("J. Roe"));
    QCOMPARE(row.published, std::string("2019-03-02"));
    QCOMPARE(row.url, std::string("https://example.com/a"));
    QVERIFY(table->rows.contains("sub/b.txt"));
    QVERIFY(table->diagnostics.empty());
}

void TestMetadataCsv::separatorsAndLineEndsAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("comma") << QByteArray("File,Title\na.txt,Harbor\n");
    QTest::newRow("semicolon") << QByteArray("FILE;TITLE\na.txt;Harbor\n");
    QTest::newRow("tab") << QByteArray("file\ttitle\na.txt\tHarbor\n");
    QTest::newRow("CR LF and a mark") << QByteArray("\xEF\xBB\xBF"
                                                    "file,title\r\na.txt,Harbor\r\n");
    QTest::newRow("CR") << QByteArray("file,title\ra.txt,Harbor");
    QTest::newRow("blank lines and blanks") << QByteArray("\n file , title \n\n a.txt , Harbor \n\n");
    QTest::newRow("columns the other way round") << QByteArray("title,file\nHarbor,a.txt\n");
    QTest::newRow("quoted") << QByteArray("\"file\",\"title\"\n\"a.txt\",\"Harbor\"");
    QTest::newRow("no end") << QByteArray("file,title\na.txt,\"Harbor");
}

void TestMetadataCsv::separatorsAndLineEndsAreFound()
{
    QFETCH(QByteArray, bytes);
    const auto table = readMetadataCsv(bytes.toStdString());
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), 1U);
    QCOMPARE(table->rows.at("a.txt").title, std::string("Harbor"));
}

void TestMetadataCsv::quotesHoldAnything()
{
    const auto table = readMetadataCsv("file,title,source\n\"a, b.txt\",\"She said \"\"no\"\",\nthen left\",\"x;y\"\n");
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.at("a, b.txt").title, std::string("She said \"no\",\nthen left"));
    QCOMPARE(table->rows.at("a, b.txt").source, std::string("x;y"));
}

void TestMetadataCsv::columnNamesHaveSynonyms()
{
    const auto table = readMetadataCsv("Filename,Headline,Outlet,Byline,Publication Date,Link\na,b,c,d,e,f\n");
    QVERIFY(table.has_value());
    const ArticleMetadata& row = table->rows.at("a");
    QCOMPARE(row.title + row.source + row.author + row.published + row.url, std::string("bcdef"));
}

void TestMetadataCsv::oddRowsAreReported()
{
    const auto table = readMetadataCsv("file,title,mood\na.txt,One,glad\na.txt,Two,sad\n,Three,\n");
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.size(), 1U);
    QCOMPARE(table->rows.at("a.txt").title, std::string("One"));
    QVERIFY(has(table->diagnostics, DiagnosticCode::UnusedMetadata, "mood"));
    QVERIFY(has(table->diagnostics, DiagnosticCode::MetadataConflict, "line 3"));
    QVERIFY(has(table->diagnostics, DiagnosticCode::UnusedMetadata, "line 4"));
}

void TestMetadataCsv::aRowWithoutItsFileIsReported()
{
    const auto table = readMetadataCsv("file\na.txt\n../outside.txt\n");
    QVERIFY(table.has_value());
    const auto unused = unusedRows(*table, {"a.txt", "b.txt"});
    QCOMPARE(unused.size(), 1U);
    QCOMPARE(unused.front().detail, std::string("../outside.txt"));
}

void TestMetadataCsv::whatIsNoTableIsAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QByteArray() << static_cast<int>(ErrorCode::Empty);
    QTest::newRow("blank lines") << QByteArray("\n\r\n") << static_cast<int>(ErrorCode::Empty);
    QTest::newRow("no column for files") << QByteArray("title,source\na,b\n") << static_cast<int>(ErrorCode::Malformed);
    QTest::newRow("over the limit") << QByteArray(limits::metadataCsvBytes + 1, 'x')
                                    << static_cast<int>(ErrorCode::TooBig);
}

void TestMetadataCsv::whatIsNoTableIsAnError()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto table = readMetadataCsv(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    QVERIFY(!table.has_value());
    QCOMPARE(static_cast<int>(table.error().code), code);
}

void TestMetadataCsv::aRowOfAnyLengthIsRead()
{
    std::string text = "file,title\na.txt,Harbor";
    text.append(3'000'000, ',');
    text += "\nb.txt,Quay\n";
    const auto table = readMetadataCsv(text);
    QVERIFY(table.has_value());
    QCOMPARE(table->rows.at("b.txt").title, std::string("Quay"));
}

void TestMetadataCsv::anyBytesAreRead()
{
    std::mt19937 random(3);
    const std::string alphabet = std::string("ab,;\t\"\"\n\r\xFF ") + '\0';
    int tables = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string text = "file,title\n";
        for (int i = 0; i < round % 40; ++i)
            text += alphabet[random() % alphabet.size()];
        const auto table = readMetadataCsv(text);
        if (!table) { // many NULs look like UTF-16, and then there is no column of that name
            QVERIFY(table.error().code == ErrorCode::Malformed);
            QVERIFY(text.find('\0') != std::string::npos);
            continue;
        }
        ++tables;
        for (const auto& [file, row] : table->rows)
            QVERIFY(!file.empty());
    }
    QVERIFY(tables > 1000);
}

QTEST_APPLESS_MAIN(TestMetadataCsv)
#include "tst_metadata_csv.moc"
