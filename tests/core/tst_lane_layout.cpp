// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lane_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <QTest>

using namespace synoptic::timeline;

namespace {

std::vector<std::uint32_t> inOrder(std::size_t count)
{
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

/// The obvious twin: looks at all that is placed.
std::vector<std::uint16_t> placeSlowly(const std::vector<double>& times, const std::vector<std::uint32_t>& order,
                                       double width, unsigned rows)
{
    std::vector<std::uint16_t> placed(times.size(), noRow);
    for (const std::uint32_t point : order) {
        for (unsigned row = 0; row < rows && placed[point] == noRow; ++row) {
            bool isFree = true;
            for (std::size_t other = 0; other < times.size(); ++other)
                isFree = isFree && (placed[other] != row || std::abs(times[other] - times[point]) >= width);
            // A cell of the grid holds one of a row even where the width would allow two
            for (std::size_t other = 0; other < times.size(); ++other)
                isFree = isFree &&
                         (placed[other] != row || std::floor(times[other] / width) != std::floor(times[point] / width));
            if (isFree)
                placed[point] = static_cast<std::uint16_t>(row);
        }
    }
    return placed;
}

} // namespace

class TestLaneLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointsOfOneRowKeepTheirDistance();
    void theImportantComeFirst();
    void whatFindsNoRowIsLeftForAClusterToCount();
    void bandsOfOneRowAreApart();
    void nothingIsFine();
};

void TestLaneLayout::pointsOfOneRowKeepTheirDistance()
{
    std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed): the same points every time
    std::uniform_real_distribution<double> when(-500.0, 500.0);
    for (int round = 0; round < 20; ++round) {
        std::vector<double> times(300);
        std::ranges::generate(times, [&] { return std::floor(when(random)); });
        std::ranges::sort(times);
        std::vector<std::uint32_t> order = inOrder(times.size());
        std::ranges::shuffle(order, random);
        const auto rows = placePoints(times, order, 9.5, 3);
        QCOMPARE(rows, placeSlowly(times, order, 9.5, 3));
    }
}

void TestLaneLayout::theImportantComeFirst()
{
    const std::vector<double> times = {0.0, 1.0, 2.0};
    QCOMPARE(placePoints(times, std::vector<std::uint32_t>{2, 0, 1}, 10.0, 1),
             (std::vector<std::uint16_t>{noRow, noRow, 0}));
    QCOMPARE(placePoints(times, std::vector<std::uint32_t>{1, 2, 0}, 10.0, 2),
             (std::vector<std::uint16_t>{noRow, 0, 1}));
}

void TestLaneLayout::whatFindsNoRowIsLeftForAClusterToCount()
{
    const std::vector<double> times(50, 100.0);
    const auto rows = placePoints(times, inOrder(50), 5.0, 4);
    QCOMPARE(std::ranges::count(rows, noRow), 46);
}

void TestLaneLayout::bandsOfOneRowAreApart()
{
    const std::vector<TimeRange> ranges = {{0, 10}, {5, 15}, {10, 12}, {12, 30}, {13, 14}, {13, 99}};
    const auto rows = placeBands(ranges, 1.0, 3);
    QCOMPARE(rows, (std::vector<std::uint16_t>{0, 1, 2, 0, 2, noRow}));
    for (std::size_t a = 0; a < ranges.size(); ++a)
        for (std::size_t b = a + 1; b < ranges.size(); ++b)
            QVERIFY(rows[a] != rows[b] || rows[a] == noRow || !ranges[a].overlaps(ranges[b]));
}

void TestLaneLayout::nothingIsFine()
{
    QVERIFY(placePoints({}, {}, 5.0, 4).empty());
    QVERIFY(placeBands({}, 5.0, 4).empty());
    QCOMPARE(placePoints(std::vector<double>{1.0}, inOrder(1), 5.0, 0), (std::vector<std::uint16_t>{noRow}));
}

QTEST_APPLESS_MAIN(TestLaneLayout)
#include "tst_lane_layout.moc"
