// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/utf8.h"

#include <array>

#include <QTest>

using namespace synoptic;
using namespace std::string_literals;

class TestUtf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodePointReadsBack();
    void wrongBytesAreInvalid_data();
    void wrongBytesAreInvalid();
    void textIsCutAtCodePoints();
    void theMapCountsAsTheSlowTwinDoes();
    void aKnownDigest();
};

void TestUtf8::everyCodePointReadsBack()
{
    for (char32_t value = 1; value <= 0x10FFFF; value = value < 0x3000 ? value + 1 : value + 97) {
        if (value >= 0xD800 && value <= 0xDFFF)
            continue;
        std::string text;
        appendUtf8(text, value);
        const CodePoint point = decodeAt(text, 0);
        QCOMPARE(static_cast<uint>(point.value), static_cast<uint>(value));
        QCOMPARE(std::size_t{point.size}, text.size());
        QVERIFY(isValidUtf8(text));
    }
}

void TestUtf8::wrongBytesAreInvalid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a lone continuation") << QByteArray("\x80");
    QTest::newRow("a cut sequence") << QByteArray("\xE2\x82");
    QTest::newRow("an overlong slash") << QByteArray("\xC0\xAF");
    QTest::newRow("a surrogate (CESU-8)") << QByteArray("\xED\xA0\x81");
    QTest::newRow("over U+10FFFF") << QByteArray("\xF4\x90\x80\x80");
}

void TestUtf8::wrongBytesAreInvalid()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!isValidUtf8(bytes.toStdString()));
    QCOMPARE(decodeAt(bytes.toStdString(), 0).size, 1U);
}

void TestUtf8::textIsCutAtCodePoints()
{
    const std::string text = "a\u00E9\u4E2Dz"; // 1, 2, 3 and 1 bytes
    const std::array<std::size_t, 8> floors = {0, 1, 1, 3, 3, 3, 6, 7};
    const std::array<std::size_t, 8> ceilings = {0, 1, 3, 3, 6, 6, 6, 7};
    for (std::size_t at = 0; at < floors.size(); ++at) {
        QCOMPARE(codePointFloor(text, at), floors[at]);
        QCOMPARE(codePointCeiling(text, at), ceilings[at]);
        QCOMPARE(beginningOf(text, at).size(), floors[at]);
    }
    QCOMPARE(beginningOf(text, 100), std::string_view(text));
    QCOMPARE(beginningOf("", 3).size(), std::size_t{0});
}

void TestUtf8::theMapCountsAsTheSlowTwinDoes()
{
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += i % 3 == 0 ? "é"s : i % 3 == 1 ? "a"s : "😀"s;
    const CodePointMap map(text);
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += decodeAt(text, i).size, ++count)
        QCOMPARE(map.codePointsBefore(i), count);
    QCOMPARE(map.codePointsBefore(text.size()), count);
    QCOMPARE(map.codePointsBefore(text.size() + 5), count);
    QCOMPARE(CodePointMap("").codePointsBefore(0), 0U);
}

void TestUtf8::aKnownDigest()
{
    QCOMPARE(QByteArray::fromStdString(sha256Hex("abc")),
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
