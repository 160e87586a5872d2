// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/utf16_map.h"

#include <random>
#include <string>

#include <QTest>

#include "base/limits.h"
#include "base/utf8.h"

using namespace synoptic;
using namespace synoptic::ui;

class TestUtf16Map : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void positionsCountUtf16Units_data();
    void positionsCountUtf16Units();
    void everyPositionAgreesWithTheSlowWay();
    void aLongLineIsBrokenForTheViewOnly();
    void aSpanThatEndsAtABreakEndsBeforeIt();
    void anEmptyTextHasOnePosition();
};

void TestUtf16Map::positionsCountUtf16Units_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ASCII") << QStringLiteral("plain words\nand a line");
    QTest::newRow("German and Turkish") << QStringLiteral("Grüße aus İzmir – ğüş");
    QTest::newRow("Chinese") << QStringLiteral("四月十三日，两国元首通话。");
    QTest::newRow("emoji with a modifier") << QStringLiteral("ok 👍🏽 then 👨‍👩‍👧 done");
    QTest::newRow("byte order mark inside") << QString(QChar(0xFEFF) + QStringLiteral("after the mark"));
}

void TestUtf16Map::positionsCountUtf16Units()
{
    QFETCH(QString, text);
    const std::string bytes = text.toStdString();
    const Utf16Map map(bytes);
    QCOMPARE(map.displayText(), text);
    QCOMPARE(map.position(bytes.size()), static_cast<int>(text.size()));
    QCOMPARE(map.offset(static_cast<int>(text.size())), static_cast<std::uint32_t>(bytes.size()));
}

void TestUtf16Map::everyPositionAgreesWithTheSlowWay()
{
    std::mt19937 random(11); // NOLINT(bugprone-random-generator-seed): the same text every time
    std::string bytes;
    constexpr char32_t some[] = {U'a', U' ', U'\n', 0x00E9, 0x4E2D, 0x1F600, U'z'};
    while (bytes.size() < 30'000)
        appendUtf8(bytes, some[random() % std::size(some)]);
    const Utf16Map map(bytes);
    int position = 0; // the twin counts from the begin, unit by unit
    for (std::size_t at = 0; at < bytes.size();) {
        QCOMPARE(map.position(at), position);
        QCOMPARE(map.offset(position), static_cast<std::uint32_t>(at));
        const CodePoint point = decodeAt(bytes, at);
        if (point.value > 0xFFFF)
            QCOMPARE(map.offset(position + 1), static_cast<std::uint32_t>(at));
        position += point.value > 0xFFFF ? 2 : 1;
        at += point.size;
    }
    QCOMPARE(map.displayText(), QString::fromStdString(bytes));
}

void TestUtf16Map::aLongLineIsBrokenForTheViewOnly()
{
    std::string bytes = "first\n";
    while (bytes.size() < 3 * limits::displayLineBytes)
        bytes += "wörter und 中文 ";
    bytes += "\nlast";
    const Utf16Map map(bytes);
    for (const QString& line : map.displayText().split(u'\n'))
        QVERIFY(static_cast<std::size_t>(line.toUtf8().size()) <= limits::displayLineBytes);
    QCOMPARE(map.displayText().count(u'\n'), 5);
    int previous = -1;
    for (std::size_t at = 0; at < bytes.size(); at += decodeAt(bytes, at).size) {
        const int position = map.position(at);
        QVERIFY(position > previous);
        QCOMPARE(map.offset(position), static_cast<std::uint32_t>(at));
        QCOMPARE(map.displayText().at(position).unicode(),
                 QString::fromStdString(bytes.substr(at, decodeAt(bytes, at).size)).at(0).unicode());
        previous = position;
    }
}

void TestUtf16Map::aSpanThatEndsAtABreakEndsBeforeIt()
{
    const std::string bytes(limits::displayLineBytes + 50, 'x');
    const Utf16Map map(bytes);
    const auto cut = static_cast<std::uint32_t>(limits::displayLineBytes);
    const Utf16Span before = map.span({cut - 10, cut});
    QCOMPARE(before.size(), 10);
    QCOMPARE(map.span({cut, cut + 10}).begin, before.end + 1);
    QCOMPARE(map.span({cut - 5, cut + 5}).size(), 11);
}

void TestUtf16Map::anEmptyTextHasOnePosition()
{
    const Utf16Map map{std::string_view()};
    QCOMPARE(map.position(5), 0);
    QCOMPARE(map.offset(5), 0U);
    QCOMPARE(Utf16Map().position(3), 0);
}

QTEST_APPLESS_MAIN(TestUtf16Map)
#include "tst_utf16_map.moc"
