// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/encoding.h"

#include <QTest>

#include <random>
#include <string>

#include "base/utf8.h"
#include "ingest/canonical_text.h"

using namespace synoptic;
using namespace synoptic::ingest;
using namespace std::string_literals;

class TestEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsFoundWhateverItsEncoding_data();
    void textIsFoundWhateverItsEncoding();
    void aLabelMeansWhatTheStandardSays_data();
    void aLabelMeansWhatTheStandardSays();
    void damageIsReplacedAndCounted_data();
    void damageIsReplacedAndCounted();
    void aSingleNulDoesNotMakeItUtf16();
    void textEncodedTwiceIsRepaired();
    void honestTextIsNotRepaired_data();
    void honestTextIsNotRepaired();
    void anythingDecodesToValidUtf8();
    void aLongPairSurvivesThePieces();
    void lineEndsBecomeLf_data();
    void lineEndsBecomeLf();
    void controlsBecomeReplacementsAndAreCounted();
    void blanksOfEveryKindStay();
    void canonicalTextIsCanonicalAlready();
};

namespace {

QByteArray shown(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

QByteArray utf16(const QString& text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char high = static_cast<char>(c.unicode() >> 8U);
        const char low = static_cast<char>(c.unicode() & 0xFFU);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

QByteArray utf32(const QString& text)
{
    QByteArray bytes;
    for (const char32_t c : text.toStdU32String())
        for (unsigned shift = 0; shift < 32; shift += 8)
            bytes += static_cast<char>((c >> shift) & 0xFFU);
    return bytes;
}

} // namespace

void TestEncoding::textIsFoundWhateverItsEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("declared");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    const QString plain = QStringLiteral("The harbor closed. It reopened later.\n");
    const QString accents = QStringLiteral("Der Hafen öffnete für “große” Schiffe – endlich.\n");
    const QString russian = QStringLiteral("Порт закрылся в понедельник. Корабли ждали у причала до самого вечера.\n");
    QTest::newRow("UTF-8") << accents.toUtf8() << QByteArray() << accents << "utf-8";
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + accents.toUtf8() << QByteArray() << accents << "utf-8";
    QTest::newRow("UTF-8 that is declared as something else")
        << accents.toUtf8() << QByteArray("iso-8859-1") << accents << "utf-8";
    QTest::newRow("UTF-16 little endian") << utf16(plain, false) << QByteArray() << plain << "utf-16le";
    QTest::newRow("UTF-16 big endian") << utf16(plain, true) << QByteArray() << plain << "utf-16be";
    QTest::newRow("UTF-16 of Russian") << utf16(russian, false) << QByteArray() << russian << "utf-16le";
    QTest::newRow("UTF-16 with a mark") << "\xFE\xFF" + utf16(russian, true) << QByteArray() << russian << "utf-16be";
    QTest::newRow("UTF-32") << utf32(accents) << QByteArray() << accents << "utf-32le";
    QTest::newRow("UTF-32 with a mark") << QByteArray("\xFF\xFE\0\0", 4) + utf32(plain) << QByteArray() << plain
                                        << "utf-32le";
    const QByteArray western("Der Hafen \xF6"
                             "ffnete f\xFCr \x93gro\xDF"
                             "e\x94 Schiffe \x96 endlich.\n");
    QTest::newRow("windows-1252, declared as Latin 1")
        << western << QByteArray("ISO-8859-1") << accents << "windows-1252";
    QTest::newRow("windows-1252, guessed") << western << QByteArray() << accents << "windows-1252";
    QTest::newRow("windows-1252, declared as UTF-8") << western << QByteArray("utf-8") << accents << "windows-1252";
    QByteArray cyrillic;
    for (const QChar c : russian)
        cyrillic += c.unicode() >= 0x410 && c.unicode() <= 0x44F ? static_cast<char>(c.unicode() - 0x410 + 0xC0)
                                                                 : static_cast<char>(c.unicode());
    QTest::newRow("windows-1251, declared") << cyrillic << QByteArray("Windows-1251") << russian << "windows-1251";
    QTest::newRow("windows-1251, guessed") << cyrillic << QByteArray() << russian << "windows-1251";
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QString() << "utf-8";
}

void TestEncoding::textIsFoundWhateverItsEncoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, declared);
    QFETCH(QString, text);
    QFETCH(QString, encoding);
    const DecodedText decoded = decode(bytes.toStdString(), declared.toStdString());
    QCOMPARE(QString::fromStdString(decoded.text), text);
    QCOMPARE(QString::fromStdString(decoded.encoding), encoding);
    QCOMPARE(decoded.replaced, 0U);
}

void TestEncoding::aLabelMeansWhatTheStandardSays_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("Latin 1 is windows-1252") << "ISO-8859-1"
                                             << "windows-1252";
    QTest::newRow("blanks and case") << " UTF8\n"
                                     << "utf-8";
    QTest::newRow("Turkish dotless i") << "ISO-8859-9"
                                       << "windows-1254";
    QTest::newRow("UTF-7 is none") << "utf-7"
                                   << "";
    QTest::newRow("EBCDIC is none") << "ibm037"
                                    << "";
    QTest::newRow("nonsense") << "my charset"
                              << "";
    QTest::newRow("endless") << QStringLiteral("x").repeated(10000) << "";
}

void TestEncoding::aLabelMeansWhatTheStandardSays()
{
    QFETCH(QString, label);
    QFETCH(QString, encoding);
    QCOMPARE(QString::fromStdString(std::string(encodingOfLabel(label.toStdString()))), encoding);
}

void TestEncoding::damageIsReplacedAndCounted_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("replaced");
    QTest::newRow("cut in a character") << QByteArray("Čas – 5 \xE2\x82") << QStringLiteral("Čas – 5 \uFFFD") << 1;
    QTest::newRow("an overlong form") << QByteArray("één \xC0\x80!") << QStringLiteral("één \uFFFD!") << 1;
    QTest::newRow("a line in windows-1252 among UTF-8") << QByteArray("“Smart” first\n\x93Smart\x94 second \x96 \x80"
                                                                      "5\n")
                                                        << QStringLiteral("“Smart” first\n“Smart” second – €5\n") << 0;
}

void TestEncoding::damageIsReplacedAndCounted()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QFETCH(int, replaced);
    const DecodedText decoded = decode(bytes.toStdString());
    QCOMPARE(QString::fromStdString(decoded.text), text);
    QCOMPARE(static_cast<int>(decoded.replaced), replaced);
    QVERIFY(!decoded.diagnostics.empty());
}

void TestEncoding::aSingleNulDoesNotMakeItUtf16()
{
    std::string text;
    for (int i = 0; i < 10; ++i)
        text += "Title\n\nHello\0world. This is text.\n"s;
    QCOMPARE(decode(text).encoding, std::string("utf-8"));
    QCOMPARE(decode(text).text, text);
}

void TestEncoding::textEncodedTwiceIsRepaired()
{
    const QString text = QStringLiteral("The mayor’s café — “closed”");
    QString twice;
    static constexpr char16_t high[] = u"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152"
                                       u"\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122"
                                       u"\u0161\u203A\u0153\u009D\u017E\u0178";
    for (const char c : text.toUtf8()) {
        const auto byte = static_cast<unsigned char>(c);
        twice += byte >= 0x80 && byte < 0xA0 ? QChar(high[byte - 0x80]) : QChar(ushort{byte});
    }
    const DecodedText decoded = decode(twice.toStdString());
    QCOMPARE(QString::fromStdString(decoded.text), text);
    QCOMPARE(decoded.diagnostics.size(), 1U);
    QCOMPARE(decoded.diagnostics.front().code, DiagnosticCode::RepairedEncoding);
}

void TestEncoding::honestTextIsNotRepaired_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one trace beside an honest accent") << QStringLiteral("“cafÃ©” is what a café became");
    QTest::newRow("capitals before a quotation mark") << QStringLiteral("“A IRMÃ”");
    QTest::newRow("French") << QStringLiteral("Âge légal, château");
}

void TestEncoding::honestTextIsNotRepaired()
{
    QFETCH(QString, text);
    const DecodedText decoded = decode(text.toStdString());
    QCOMPARE(QString::fromStdString(decoded.text), text);
    QVERIFY(decoded.diagnostics.empty());
}

void TestEncoding::anythingDecodesToValidUtf8()
{
    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(static_cast<std::size_t>(round % 97), '\0');
        const bool mostlyText = round % 2 == 0;
        for (char& c : bytes)
            c = static_cast<char>(mostlyText && byte(random) > 40 ? 'a' + byte(random) % 26 : byte(random));
        std::vector<Diagnostic> diagnostics;
        const DecodedText decoded = decode(bytes, round % 3 == 0 ? "shift_jis" : "");
        QVERIFY(isValidUtf8(decoded.text));
        const std::string canonical = canonicalText(decoded.text, diagnostics);
        QVERIFY(isValidUtf8(canonical));
        QVERIFY(canonical.find('\0') == std::string::npos);
        QVERIFY(canonical.find('\r') == std::string::npos);
    }
}

void TestEncoding::aLongPairSurvivesThePieces()
{
    // Characters outside the basic plane at every place relative to the converter's buffer.
    for (int shift = 0; shift < 2; ++shift) {
        const QString text = QStringLiteral("a").repeated(shift) + QStringLiteral("\U0001F600").repeated(20000);
        const QByteArray bytes = "\xFF\xFE" + utf16(text, false);
        const DecodedText decoded = decode(bytes.toStdString());
        QVERIFY(QString::fromStdString(decoded.text) == text);
    }
}

void TestEncoding::lineEndsBecomeLf_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("CR LF") << "a\r\nb\r\n"
                           << "a\nb\n";
    QTest::newRow("CR") << "a\rb\r\rc"
                        << "a\nb\n\nc";
    QTest::newRow("all of them mixed") << "a\r\nb\nc\rd\n\re"
                                       << "a\nb\nc\nd\n\ne";
    QTest::newRow("VT and FF") << "a\vb\fc"
                               << "a\nb\nc";
    QTest::newRow("Unicode's own") << QStringLiteral("a\u2028b\u2029c\u0085d") << "a\nb\nc\nd";
    QTest::newRow("a mark at the start only") << QStringLiteral("\uFEFF\uFEFFa\uFEFFb") << QStringLiteral("a\uFEFFb");
    QTest::newRow("nothing to do") << QStringLiteral("a\tb “c” – é\n") << QStringLiteral("a\tb “c” – é\n");
    QTest::newRow("nothing") << ""
                             << "";
}

void TestEncoding::lineEndsBecomeLf()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    std::vector<Diagnostic> diagnostics;
    QCOMPARE(QString::fromStdString(canonicalText(text.toStdString(), diagnostics)), canonical);
    QVERIFY(diagnostics.empty());
}

void TestEncoding::controlsBecomeReplacementsAndAreCounted()
{
    std::vector<Diagnostic> diagnostics;
    const std::string text = canonicalText("a\0b\x1B[c\x7F\xC2\x96\xEF\xB7\x90"s, diagnostics);
    QCOMPARE(shown(text), QByteArray("a\uFFFDb\uFFFD[c\uFFFD\uFFFD\uFFFD"));
    QCOMPARE(diagnostics.size(), 1U);
    QCOMPARE(diagnostics.front().code, DiagnosticCode::ReplacedControls);
    QCOMPARE(diagnostics.front().detail, std::string("5"));
}

void TestEncoding::blanksOfEveryKindStay()
{
    const std::string text = "a\u00A0b\u2007c\u2009d\u202Fe\u200Bf  g\th";
    std::vector<Diagnostic> diagnostics;
    QCOMPARE(shown(canonicalText(text, diagnostics)), shown(text));
}

void TestEncoding::canonicalTextIsCanonicalAlready()
{
    std::mt19937 random(11);
    const std::vector<std::string> pieces = {"a",      "\r",     "\n",     "\v",   "\0"s, "\uFEFF",
                                             "\u2028", "\u0085", "\u00A0", "\xFF", "é",   "\x01"};
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (int i = 0; i < round % 12; ++i)
            text += pieces[random() % pieces.size()];
        std::vector<Diagnostic> diagnostics;
        const std::string once = canonicalText(text, diagnostics);
        diagnostics.clear();
        QCOMPARE(shown(canonicalText(once, diagnostics)), shown(once));
        QVERIFY(diagnostics.empty());
    }
}

QTEST_APPLESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
