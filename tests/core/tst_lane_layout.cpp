// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/lane_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include <QTest>

using namespace synoptic::timeline;

namespace {

std::vector<std::uint32_t> inOrder(std::size_t count)
{
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

/// The row of each point.
std::vector<std::uint16_t> rowsOf(const std::vector<double>& times, const std::vector<std::uint32_t>& ranks,
                                  double width, unsigned rows)
{
    PointRows layout(times, ranks, width, rows);
    std::vector<std::uint16_t> placed(times.size(), noRow);
    for (const PlacedPoint& own : layout.all())
        placed[own.point] = own.row;
    return placed;
}

/// The obvious twin: looks at all that is placed; even tiles first, in each the important first.
std::vector<std::uint16_t> placeSlowly(const std::vector<double>& times, const std::vector<std::uint32_t>& ranks,
                                       double width, unsigned rows)
{
    std::vector<std::uint16_t> placed(times.size(), noRow);
    const auto cellOf = [&](std::size_t point) { return std::floor(times[point] / width); };
    const auto isBetween = [&](std::size_t point) {
        return std::abs(std::fmod(std::floor(cellOf(point) / PointRows::tileCells), 2.0)) == 1.0;
    };
    std::vector<std::uint32_t> order = inOrder(times.size());
    std::ranges::sort(order, {}, [&](std::uint32_t point) { return std::pair(isBetween(point), ranks[point]); });
    for (const std::uint32_t point : order) {
        for (unsigned row = 0; row < rows && placed[point] == noRow; ++row) {
            bool isFree = true;
            for (std::size_t other = 0; other < times.size(); ++other)
                isFree = isFree && (placed[other] != row || std::abs(times[other] - times[point]) >= width);
            // A cell of the grid holds one of a row even where the width would allow two
            for (std::size_t other = 0; other < times.size(); ++other)
                isFree = isFree && (placed[other] != row || cellOf(other) != cellOf(point));
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
    void whereOneLooksFirstChangesNothing();
    void ofACrowdTheMostImportantAreTried();
    void theImportantComeFirst();
    void whatFindsNoRowIsLeftForAClusterToCount();
    void bandsOfOneRowAreApart();
    void nothingIsFine();
};

void TestLaneLayout::pointsOfOneRowKeepTheirDistance()
{
    std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed): the same points every time
    std::uniform_real_distribution<double> when(-900.0, 900.0);
    for (int round = 0; round < 20; ++round) {
        std::vector<double> times(400);
        std::ranges::generate(times, [&] { return std::floor(when(random)); });
        std::ranges::sort(times);
        std::vector<std::uint32_t> ranks = inOrder(times.size());
        std::ranges::shuffle(ranks, random);
        for (std::size_t i = 0; i < times.size();) { // among equal times the most important first
            std::size_t end = i;
            while (end < times.size() && times[end] == times[i])
                ++end;
            std::sort(ranks.begin() + static_cast<std::ptrdiff_t>(i), ranks.begin() + static_cast<std::ptrdiff_t>(end));
            i = end;
        }
        QCOMPARE(rowsOf(times, ranks, 9.5, 3), placeSlowly(times, ranks, 9.5, 3));
    }
}

void TestLaneLayout::whereOneLooksFirstChangesNothing()
{
    std::vector<double> times(2000);
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = static_cast<double>(i) * 1.3 - 700.0;
    std::vector<std::uint32_t> ranks = inOrder(times.size());
    std::mt19937 random(11); // NOLINT(bugprone-random-generator-seed): the same points every time
    std::ranges::shuffle(ranks, random);
    PointRows fromLeft(times, ranks, 7.0, 4);
    const std::vector<PlacedPoint> all = fromLeft.all();
    QVERIFY(all.size() > 500);
    PointRows fromRight(times, ranks, 7.0, 4);
    std::vector<PlacedPoint> collected;
    for (std::int64_t tile = fromRight.tileOf(times.back()); tile >= fromRight.tileOf(times.front()); --tile) {
        const auto own = fromRight.tile(tile);
        collected.insert(collected.begin(), own.begin(), own.end());
    }
    QCOMPARE(collected, all);
}

void TestLaneLayout::ofACrowdTheMostImportantAreTried()
{
    std::vector<double> times(500); // all in one cell, all different
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = static_cast<double>(i) / 100.0;
    std::vector<std::uint32_t> ranks = inOrder(times.size());
    std::ranges::reverse(ranks);
    const auto rows = rowsOf(times, ranks, 10.0, 2);
    QCOMPARE(rows[499], std::uint16_t{0});
    QCOMPARE(rows[498], std::uint16_t{1});
    QCOMPARE(std::ranges::count(rows, noRow), 498);
}

void TestLaneLayout::theImportantComeFirst()
{
    const std::vector<double> times = {0.0, 1.0, 2.0};
    QCOMPARE(rowsOf(times, {1, 2, 0}, 10.0, 1), (std::vector<std::uint16_t>{noRow, noRow, 0}));
    QCOMPARE(rowsOf(times, {2, 0, 1}, 10.0, 2), (std::vector<std::uint16_t>{noRow, 0, 1}));
}

void TestLaneLayout::whatFindsNoRowIsLeftForAClusterToCount()
{
    const std::vector<double> times(50, 100.0);
    const auto rows = rowsOf(times, inOrder(50), 5.0, 4);
    QCOMPARE(std::ranges::count(rows, noRow), 46);
    for (std::uint16_t row = 0; row < 4; ++row)
        QCOMPARE(rows[row], row);
}

void TestLaneLayout::bandsOfOneRowAreApart()
{
    const std::vector<TimeRange> ranges = {{0, 10}, {5, 15}, {10, 12}, {12, 30}, {13, 14}, {13, 99}};
    const auto rows = placeBands(ranges, 0.0, 1.0, 3);
    QCOMPARE(rows, (std::vector<std::uint16_t>{0, 1, 2, 0, 2, noRow}));
    for (std::size_t a = 0; a < ranges.size(); ++a)
        for (std::size_t b = a + 1; b < ranges.size(); ++b)
            QVERIFY(rows[a] != rows[b] || rows[a] == noRow || !ranges[a].overlaps(ranges[b]));
}

void TestLaneLayout::nothingIsFine()
{
    QVERIFY(rowsOf({}, {}, 5.0, 4).empty());
    QVERIFY(placeBands({}, 5.0, 5.0, 4).empty());
    QCOMPARE(rowsOf({1.0}, {0}, 5.0, 0), (std::vector<std::uint16_t>{noRow}));
    QCOMPARE(placeBands(std::vector<TimeRange>{{0, 1}, {2, 3}}, 5.0, 0.0, 1), (std::vector<std::uint16_t>{0, noRow}));
}

QTEST_APPLESS_MAIN(TestLaneLayout)
#include "tst_lane_layout.moc"
