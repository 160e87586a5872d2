// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/density.h"

#include <algorithm>
#include <cmath>

#include <QTest>

using namespace synoptic::timeline;

class TestDensity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTimeFallsIntoOneBin();
    void timesOutsideAreNotCounted();
    void aStretchIsCountedAndMeasured();
    void theFullestBinIsFound();
};

void TestDensity::everyTimeFallsIntoOneBin()
{
    const Density density(std::vector{0.0, 0.5, 1.0, 1.0, 2.999, 3.0});
    QCOMPARE(density.size(), std::size_t{6});
    QCOMPARE(density.countBins(0.0, 1.0, 4), (std::vector<std::uint32_t>{2, 2, 1, 1}));
    std::vector<double> many(500);
    for (std::size_t i = 0; i < many.size(); ++i)
        many[i] = std::floor(static_cast<double>(i) / 3.0) * 0.37;
    const auto counts = Density(many).countBins(0.0, 5.0, 14);
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        const auto isInBin = [&](double time) { return std::floor(time / 5.0) == static_cast<double>(bin); };
        QCOMPARE(counts[bin], static_cast<std::uint32_t>(std::ranges::count_if(many, isInBin)));
    }
}

void TestDensity::timesOutsideAreNotCounted()
{
    const Density density(std::vector{-5.0, 0.0, 9.0, 10.0, 50.0});
    QCOMPARE(density.countBins(0.0, 5.0, 2), (std::vector<std::uint32_t>{1, 1}));
    QCOMPARE(Density().countBins(0.0, 5.0, 2), (std::vector<std::uint32_t>{0, 0}));
}

void TestDensity::aStretchIsCountedAndMeasured()
{
    const Density density(std::vector{1.0, 2.0, 9.9, 10.0, 35.0, 35.0});
    QCOMPARE(density.count(2.0, 10.0), 2U);
    QCOMPARE(density.count(35.0, 36.0), 2U);
    QCOMPARE(density.count(11.0, 11.0), 0U);
    QCOMPARE(density.extentOf(1.5, 10.5), std::optional(TimeRange{2.0, 10.0}));
    QVERIFY(!density.extentOf(11.0, 35.0));
    QVERIFY(!Density().extentOf(0.0, 1.0));
    QCOMPARE(density.next(9.9), std::optional(10.0));
    QCOMPARE(density.next(-3.0), std::optional(1.0));
    QVERIFY(!density.next(35.0));
}

void TestDensity::theFullestBinIsFound()
{
    const Density density(std::vector{-1.0, 1.0, 2.0, 9.9, 10.0, 35.0, 35.0});
    QCOMPARE(density.densest(10.0), 3U);
    QCOMPARE(density.densest(0.5), 2U);
    QCOMPARE(Density().densest(1.0), 0U);
}

QTEST_APPLESS_MAIN(TestDensity)
#include "tst_density.moc"
