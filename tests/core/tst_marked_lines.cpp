// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/marked_lines.h"

#include <string_view>
#include <vector>

#include <QTest>

using namespace synoptic;
using namespace synoptic::corpus;

namespace {

using Spans = std::vector<TextSpan>;

constexpr std::string_view text = "one\ntwo\nthree\nfour\n";
constexpr TextSpan one{0, 3};
constexpr TextSpan two{4, 7};
constexpr TextSpan three{8, 13};
constexpr TextSpan four{14, 18};

} // namespace

class TestMarkedLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineTakenOutOfTheMiddleLeavesWholeLines();
    void aLineThatIsNotMarkedCannotBeTaken();
    void anAddedLineTakesItsPlaceInOrder();
    void aLineMarkedTwiceIsMarkedOnce();
    void linesOfOneListAloneAreTold();
};

void TestMarkedLines::aLineTakenOutOfTheMiddleLeavesWholeLines()
{
    const Spans all{{0, 18}};
    QVERIFY(withoutLines(all, two, text) == (Spans{one, {8, 18}}));
    QVERIFY(withoutLines(all, one, text) == (Spans{{4, 18}}));
    QVERIFY(withoutLines(all, four, text) == (Spans{{0, 13}}));
    QVERIFY(withoutLines(all, {0, 18}, text).empty());
}

void TestMarkedLines::aLineThatIsNotMarkedCannotBeTaken()
{
    const Spans marks{one, three};
    QVERIFY(withoutLines(marks, two, text) == marks);
    QVERIFY(withoutLines({}, two, text).empty());
}

void TestMarkedLines::anAddedLineTakesItsPlaceInOrder()
{
    QVERIFY(withLines(Spans{one, four}, three, text) == (Spans{one, three, four}));
    QVERIFY(withLines({}, two, text) == Spans{two});
}

void TestMarkedLines::aLineMarkedTwiceIsMarkedOnce()
{
    QVERIFY(withLines(Spans{one, {4, 13}}, two, text) == (Spans{one, two, three}));
}

void TestMarkedLines::linesOfOneListAloneAreTold()
{
    QVERIFY(onlyIn(Spans{{0, 13}, four}, Spans{two, four}, text) == (Spans{one, three}));
    QVERIFY(onlyIn(Spans{one}, Spans{one}, text).empty());
    QVERIFY(onlyIn({}, Spans{one}, text).empty());
}

QTEST_APPLESS_MAIN(TestMarkedLines)
#include "tst_marked_lines.moc"
