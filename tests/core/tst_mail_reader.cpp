// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/mail.h"

#include <algorithm>

#include <QElapsedTimer>
#include <QTest>

#include "base/limits.h"
#include "readers/mime.h"

using namespace synoptic;
using namespace synoptic::readers;

namespace {

std::string valueOf(const ingest::RawArticle& article, const std::string& key)
{
    const auto field = std::ranges::find(article.metadata, key, &ingest::MetadataField::key);
    return field != article.metadata.end() ? field->value : std::string();
}

std::string multipart(const std::string& kind, const std::vector<std::string>& parts)
{
    std::string message = "Content-Type: multipart/" + kind + "; boundary=\"b 1\"\r\n\r\nfor old programs\r\n";
    for (const std::string& part : parts)
        message += "--b 1\r\n" + part + "\r\n";
    return message + "--b 1--\r\nbehind";
}

std::string nested(unsigned depth)
{
    std::string message;
    for (unsigned i = 0; i < depth; ++i)
        message +=
            "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
    return message + "Content-Type: text/plain\n\nneedle\n";
}

const char* const savedPage =
    "From: <Saved by a browser>\r\n"
    "Snapshot-Content-Location: https://example.org/harbor\r\n"
    "Date: Thu, 26 May 2022 10:00:00 -0000\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/related; type=\"text/html\"; boundary=\"----B\"\r\n\r\n"
    "------B\r\nContent-Type: text/css\r\n\r\np { margin: 0 }\r\n"
    "------B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<title>Harbor=E2=80=99s end</title><p>On Tuesday it clo=\r\nsed.</p>\r\n"
    "------B\r\nContent-Type: text/html\r\n\r\n<p>An advertisement in a frame.</p>\r\n"
    "------B--\r\n";

} // namespace

class TestMailReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotedPrintableIsUndone_data();
    void quotedPrintableIsUndone();
    void base64IsUndone_data();
    void base64IsUndone();
    void headersAreWords_data();
    void headersAreWords();
    void parametersAreFound_data();
    void parametersAreFound();
    void plainTextBeatsMarkup();
    void markupIsReadWhereThereIsNothingElse();
    void attachmentsAreNotOpened();
    void theHeaderBecomesFields();
    void aSignatureIsMarked();
    void aSavedPageIsReadAsAPage();
    void theFirstPageIsTheOneTheHeaderNames();
    void aSavedPageWithoutAPageHasAReason();
    void nestingEndsAtTheLimit_data();
    void nestingEndsAtTheLimit();
    void partsEndAtTheLimit();
    void floodsAreReadInTime_data();
    void floodsAreReadInTime();
};

void TestMailReader::quotedPrintableIsUndone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const char* text, const char* bytes) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(bytes);
    };
    row("a byte", "caf=E9", "caf\xE9");
    row("small digits", "caf=c3=a9", "caf\xC3\xA9");
    row("a soft line break", "clo=\r\nsed", "closed");
    row("a soft line break after blanks", "clo= \t\nsed", "closed");
    row("a soft line break at the end", "closed=", "closed");
    row("a sign that encodes nothing", "a = b =ZZ", "a = b =ZZ");
    row("half a code at the end", "a=4", "a=4");
}

void TestMailReader::quotedPrintableIsUndone()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    QCOMPARE(QByteArray::fromStdString(decodeQuotedPrintable(text.toStdString())), bytes);
}

void TestMailReader::base64IsUndone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    for (int size = 0; size < 7; ++size) {
        const QByteArray bytes = QByteArray("\x00\xFF harbor", 9).left(size);
        QTest::addRow("%d bytes", size) << bytes.toBase64() << bytes;
    }
    QTest::newRow("lines") << QByteArray("aGFy\r\nYm9y\r\n") << QByteArray("harbor");
    QTest::newRow("for addresses") << QByteArray("_-8") << QByteArray("\xFF\xEF");
    QTest::newRow("pieces joined") << QByteArray("aGE=cmJvcg==") << QByteArray("harbor");
    QTest::newRow("other signs are skipped") << QByteArray("aG!F*y") << QByteArray("har");
}

void TestMailReader::base64IsUndone()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    QCOMPARE(QByteArray::fromStdString(decodeBase64(text.toStdString())), bytes);
}

void TestMailReader::headersAreWords_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* value, const char* words) {
        QTest::newRow(name) << QByteArray(value) << QString::fromUtf8(words);
    };
    row("plain", "Harbor closed", "Harbor closed");
    row("quoted", "=?iso-8859-1?Q?Caf=E9_closed?=", "Café closed");
    row("base64", "=?utf-8?B?Q2Fmw6k=?= closed", "Café closed");
    row("a gap between two words is none", "=?utf-8?q?Har?= =?utf-8?q?bor?=", "Harbor");
    row("a character cut between two words", "=?utf-8?q?Caf=C3?= =?utf-8?q?=A9?=", "Café");
    row("a gap to plain text stays", "=?utf-8?q?The?= harbor", "The harbor");
    row("a language behind the charset", "=?utf-8*en?q?Harbor?=", "Harbor");
    row("what only looks like a word", "=?x =?utf-8?z?a?= 1 = 2?", "=?x =?utf-8?z?a?= 1 = 2?");
    row("bytes that nobody encoded", "Caf\xC3\xA9", "Café");
}

void TestMailReader::headersAreWords()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, words);
    QCOMPARE(QString::fromStdString(decodedHeader(value.toStdString())), words);
}

void TestMailReader::parametersAreFound_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("parameter");
    QTest::newRow("bare") << QByteArray("text/html; charset=utf-8") << QByteArray("utf-8");
    QTest::newRow("quoted") << QByteArray("text/html;CHARSET=\"a b\"; x=y") << QByteArray("a b");
    QTest::newRow("a semicolon in quotes") << QByteArray("a/b; name=\"x;charset=z\"; charset=q") << QByteArray("q");
    QTest::newRow("none") << QByteArray("text/html; format=flowed") << QByteArray();
    QTest::newRow("quotes that never end") << QByteArray("a/b; name=\"x; charset=z") << QByteArray();
}

void TestMailReader::parametersAreFound()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, parameter);
    QCOMPARE(QByteArray::fromStdString(mimeParameter(value.toStdString(), "charset")), parameter);
}

void TestMailReader::plainTextBeatsMarkup()
{
    const auto read =
        readMail(multipart("alternative", {"Content-Type: text/plain; charset=iso-8859-1\r\n"
                                           "Content-Transfer-Encoding: quoted-printable\r\n\r\nThe caf=E9 closed.\r\n",
                                           "Content-Type: text/html\r\n\r\n<p>Menu</p>"}));
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("The café closed."));
    QCOMPARE(read->format, ingest::Format::Mail);
}

void TestMailReader::markupIsReadWhereThereIsNothingElse()
{
    const auto read = readMail("Content-Type: text/html; charset=iso-8859-2\n\n<p>\xB1</p>");
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("ą"));
}

void TestMailReader::attachmentsAreNotOpened()
{
    const auto read = readMail(
        multipart("mixed", {"Content-Type: text/plain\r\n\r\nThe letter.",
                            "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=x\r\n\r\nattached",
                            "Content-Type: application/octet-stream\r\n\r\nbinary"}));
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("The letter."));
}

void TestMailReader::theHeaderBecomesFields()
{
    const auto read = readMail("From: \"Jane Doe\" <jane@example.org>\nSubject: =?utf-8?q?Caf=C3=A9?=\n closed\n"
                               "Date: Tue, 04 May 2021 23:30:00 -0400\n\nText");
    QVERIFY(read.has_value());
    QCOMPARE(valueOf(*read, "mail:from"), std::string("Jane Doe"));
    QCOMPARE(valueOf(*read, "mail:subject"), std::string("Café closed"));
    QCOMPARE(valueOf(*read, "mail:date"), std::string("Tue, 04 May 2021 23:30:00 -0400"));
}

void TestMailReader::aSignatureIsMarked()
{
    const auto read = readMail("Subject: x\n\nThe harbor closed.\n-- \nJane\n\nSent from a ship\n");
    QVERIFY(read.has_value());
    QCOMPARE(read->blocks.size(), 3U);
    QVERIFY(read->blocks[0].main);
    QVERIFY(!read->blocks[1].main);
    QVERIFY(!read->blocks[2].main);
}

void TestMailReader::aSavedPageIsReadAsAPage()
{
    const auto read = readWebArchive(savedPage);
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("On Tuesday it closed."));
    QCOMPARE(valueOf(*read, "title"), std::string("Harbor’s end"));
    QCOMPARE(valueOf(*read, "location"), std::string("https://example.org/harbor"));
    QCOMPARE(valueOf(*read, "saved"), std::string("Thu, 26 May 2022 10:00:00 -0000"));
    QCOMPARE(read->format, ingest::Format::WebArchive);
}

void TestMailReader::theFirstPageIsTheOneTheHeaderNames()
{
    const auto read = readWebArchive("Content-Type: multipart/related; start=\"<two>\"; boundary=b\n\n"
                                     "--b\nContent-Type: text/html\nContent-ID: <one>\n\n<p>frame</p>\n"
                                     "--b\nContent-Type: text/html\nContent-ID: <two>\n\n<p>page</p>\n--b--");
    QVERIFY(read.has_value());
    QCOMPARE(read->text, std::string("page"));
}

void TestMailReader::aSavedPageWithoutAPageHasAReason()
{
    const auto read = readWebArchive("Content-Type: multipart/related; boundary=b\n\n--b\n\ntext\n--b--");
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Malformed);
}

void TestMailReader::nestingEndsAtTheLimit_data()
{
    QTest::addColumn<unsigned>("depth");
    QTest::addColumn<bool>("readable");
    QTest::newRow("one less") << limits::mailDepth - 1 << true;
    QTest::newRow("at the limit") << limits::mailDepth << true;
    QTest::newRow("one more") << limits::mailDepth + 1 << false;
    QTest::newRow("far beyond") << 10'000U << false;
}

void TestMailReader::nestingEndsAtTheLimit()
{
    QFETCH(unsigned, depth);
    QFETCH(bool, readable);
    const auto read = readMail(nested(depth));
    QCOMPARE(read.has_value(), readable);
    if (!readable)
        QCOMPARE(read.error().code, ErrorCode::TooBig);
}

void TestMailReader::partsEndAtTheLimit()
{
    const std::string part = "Content-Type: text/plain\r\n\r\nline";
    const auto parts = [&](std::size_t count) { return multipart("mixed", std::vector<std::string>(count, part)); };
    QVERIFY(readMail(parts(limits::mailParts))->diagnostics.empty());
    const auto read = readMail(parts(limits::mailParts + 1));
    QVERIFY(read.has_value());
    QCOMPARE(read->diagnostics.size(), 1U);
    QCOMPARE(read->diagnostics.front().code, DiagnosticCode::LimitReached);
}

void TestMailReader::floodsAreReadInTime_data()
{
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const std::string& message) {
        QTest::newRow(name) << QByteArray::fromStdString(message);
    };
    const auto repeated = [](std::string_view piece, int times) {
        std::string text;
        for (int i = 0; i < times; ++i)
            text += piece;
        return text;
    };
    row("a header without end", "Subject: " + repeated("word ", 600'000) + "\n\nText");
    row("words that never end", "Subject: " + repeated("=?a?q?", 100'000) + "\n\nText");
    row("many words", "Subject: " + repeated("=?utf-8?q?a?= ", 50'000) + "\n\nText");
    row("many parameters", "Content-Type: text/plain" + repeated("; a=b", 150'000) + "\n\nText");
    row("boundaries of nothing",
        "Content-Type: multipart/mixed; boundary=b\n\n" + repeated("--b\n", 1'000'000) + "\nText");
    row("many fields", repeated("X: y\n", 150'000) + "\nText");
}

void TestMailReader::floodsAreReadInTime()
{
    QFETCH(QByteArray, message);
    QElapsedTimer clock;
    clock.start();
    const auto read = readMail(message.toStdString());
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(read.has_value() || read.error().code == ErrorCode::Empty || read.error().code == ErrorCode::TooBig);
}

QTEST_APPLESS_MAIN(TestMailReader)
#include "tst_mail_reader.moc"
