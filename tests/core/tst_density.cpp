// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/density.h"

#include <numeric>

#include <QTest>

using namespace synoptic::timeline;

class TestDensity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTimeFallsIntoOneBin();
    void timesOutsideAreNotCounted();
    void neighborsInACellAreOneCluster();
    void panningChangesNoCluster();
};

void TestDensity::everyTimeFallsIntoOneBin()
{
    const std::vector<double> times = {0.0, 0.5, 1.0, 1.0, 2.999, 3.0};
    QCOMPARE(countBins(times, 0.0, 1.0, 4), (std::vector<std::uint32_t>{2, 2, 1, 1}));
}

void TestDensity::timesOutsideAreNotCounted()
{
    const std::vector<double> times = {-5.0, 0.0, 9.0, 10.0, 50.0};
    QCOMPARE(countBins(times, 0.0, 5.0, 2), (std::vector<std::uint32_t>{1, 1}));
    QCOMPARE(countBins({}, 0.0, 5.0, 2), (std::vector<std::uint32_t>{0, 0}));
}

void TestDensity::neighborsInACellAreOneCluster()
{
    const std::vector<double> times = {1.0, 2.0, 9.9, 10.0, 35.0};
    const std::vector<Cluster> expected = {{{1.0, 9.9}, 0, 3}, {{10.0, 10.0}, 3, 1}, {{35.0, 35.0}, 4, 1}};
    QCOMPARE(clusters(times, 10.0), expected);
}

void TestDensity::panningChangesNoCluster()
{
    std::vector<double> times(200);
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = static_cast<double>(i) * 3.7;
    const auto all = clusters(times, 10.0);
    // What is visible after a pan is a stretch of the same array, never a new grouping.
    const auto some = clusters(std::span(times).subspan(all[20].first), 10.0);
    QCOMPARE(some.size(), all.size() - 20);
    for (std::size_t i = 0; i < some.size(); ++i)
        QCOMPARE(some[i].range, all[i + 20].range);
}

QTEST_APPLESS_MAIN(TestDensity)
#include "tst_density.moc"
