// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/time_scale.h"

#include <cmath>

#include <QTest>

using namespace synoptic::timeline;

namespace {
constexpr double day = 86'400.0;
constexpr double year = 31'556'952.0;
} // namespace

class TestTimeScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsAndInstantsRoundTrip();
    void zoomKeepsTheInstantUnderThePointer_data();
    void zoomKeepsTheInstantUnderThePointer();
    void panningMovesByPixels();
    void fittingLeavesTheMargin();
    void aMomentIsStillFiveMinutesWide();
    void zoomEndsAtMinutesAndAtMillennia();
    void anotherWidthShowsTheSameRange();
    void anOctaveIsNotBelowTheScale();
};

void TestTimeScale::pixelsAndInstantsRoundTrip()
{
    const TimeScale scale({100 * day, 130 * day}, 900.0);
    for (const double x : {-50.0, 0.0, 1.0, 449.5, 900.0})
        QVERIFY(std::abs(scale.x(scale.secondsAt(x)) - x) < 1e-6);
    QCOMPARE(scale.x(100 * day), 0.0);
    QCOMPARE(scale.x(130 * day), 900.0);
}

void TestTimeScale::zoomKeepsTheInstantUnderThePointer_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("factor");
    QTest::newRow("in at the left edge") << 0.0 << 1.25;
    QTest::newRow("in near the right edge") << 880.0 << 3.0;
    QTest::newRow("out in the middle") << 450.0 << 0.2;
}

void TestTimeScale::zoomKeepsTheInstantUnderThePointer()
{
    QFETCH(double, x);
    QFETCH(double, factor);
    const TimeScale before({0.0, 30 * day}, 900.0);
    const TimeScale after = before.zoomedAround(x, factor);
    QVERIFY(std::abs(after.secondsAt(x) - before.secondsAt(x)) < 1e-3);
    QVERIFY(std::abs(after.visible().width() * factor - before.visible().width()) < 1e-3);
}

void TestTimeScale::panningMovesByPixels()
{
    const TimeScale scale({0.0, 90 * day}, 900.0);
    QVERIFY(std::abs(scale.pannedBy(100.0).visible().begin + 10 * day) < 1e-3);
    QVERIFY(std::abs(scale.pannedBy(100.0).visible().width() - 90 * day) < 1e-3);
}

void TestTimeScale::fittingLeavesTheMargin()
{
    const TimeScale scale = TimeScale::fitting({10 * day, 20 * day}, 1000.0, 50.0);
    QVERIFY(std::abs(scale.x(10 * day) - 50.0) < 1e-6);
    QVERIFY(std::abs(scale.x(20 * day) - 950.0) < 1e-6);
}

void TestTimeScale::aMomentIsStillFiveMinutesWide()
{
    const TimeScale scale = TimeScale::fitting({day, day}, 800.0, 0.0);
    QCOMPARE(scale.visible().width(), TimeScale::narrowest);
    QVERIFY(std::abs(scale.x(day) - 400.0) < 1e-6);
}

void TestTimeScale::zoomEndsAtMinutesAndAtMillennia()
{
    TimeScale scale({0.0, day}, 500.0);
    for (int i = 0; i < 200; ++i)
        scale = scale.zoomedAround(250.0, 2.0);
    QCOMPARE(scale.visible().width(), TimeScale::narrowest);
    for (int i = 0; i < 400; ++i)
        scale = scale.zoomedAround(100.0, 0.5);
    QVERIFY(scale.visible().width() <= TimeScale::widest * 1.0000001);
    QVERIFY(scale.visible().width() > 29'000.0 * year);
    for (int i = 0; i < 400; ++i)
        scale = scale.pannedBy(-500.0);
    QVERIFY(scale.visible().end <= TimeScale::calendarEnd * 1.0000001);
}

void TestTimeScale::anotherWidthShowsTheSameRange()
{
    const TimeScale scale = TimeScale({0.0, 30 * day}, 900.0).withWidth(300.0);
    QCOMPARE(scale.visible(), (TimeRange{0.0, 30 * day}));
    QCOMPARE(scale.width(), 300.0);
}

void TestTimeScale::anOctaveIsNotBelowTheScale()
{
    QCOMPARE(octaveOf(1024.0), 1024.0);
    QCOMPARE(octaveOf(1025.0), 2048.0);
    QCOMPARE(octaveOf(0.3), 0.5);
}

QTEST_APPLESS_MAIN(TestTimeScale)
#include "tst_time_scale.moc"
