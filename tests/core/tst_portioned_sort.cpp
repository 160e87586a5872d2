// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/portioned_sort.h"

#include <QTest>

#include <random>

using namespace synoptic;

class TestPortionedSort : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyNumberIsSorted_data();
    void anyNumberIsSorted();
    void itStopsWhenAsked();
};

void TestPortionedSort::anyNumberIsSorted_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("a portion") << 65'536;
    QTest::newRow("one more") << 65'537;
    QTest::newRow("an odd number of portions") << 5 * 65'536 - 7;
    QTest::newRow("many") << 600'001;
}

void TestPortionedSort::anyNumberIsSorted()
{
    QFETCH(int, count);
    std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed): the same numbers every time
    std::vector<int> values(static_cast<std::size_t>(count));
    for (int& value : values)
        value = static_cast<int>(random() % 1000);
    std::vector<int> expected = values;
    std::ranges::sort(expected);
    QVERIFY(sortInPortions(values, {}));
    QVERIFY(values == expected);
}

void TestPortionedSort::itStopsWhenAsked()
{
    std::vector<int> values(1'000'000, 1);
    values.front() = 2;
    std::stop_source source;
    source.request_stop();
    QVERIFY(!sortInPortions(values, source.get_token()));
    QCOMPARE(values.front(), 2); // nothing was done any more
    QCOMPARE(values.size(), std::size_t{1'000'000});
}

QTEST_APPLESS_MAIN(TestPortionedSort)
#include "tst_portioned_sort.moc"
