// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_view.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "support/corpus_builder.h"
#include "ui/filter/filter_bar.h"
#include "ui/timeline/overview_chart.h"
#include "ui/timeline/timeline_panel.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

std::shared_ptr<const edits::Timeline> fiftyDays()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").published("2021-02-25").text("one\ntwo"));
    corpus.article(ArticleBuilder("b.txt", "Beta").published("2021-01-10").text("one\ntwo"));
    for (int i = 0; i < 10; ++i)
        corpus.event("event " + std::to_string(i),
                     dateOf(isoDate(*dayFromIso("2021-01-01") + std::chrono::days{i * 5})),
                     {{static_cast<std::uint32_t>(i % 2), 0}});
    corpus.event("someday", dateOf(""), {{0, 1}});
    return corpus.build();
}

void wheel(QWidget* widget, QPoint point, int angle)
{
    QWheelEvent event(point, widget->mapToGlobal(point), {}, {0, angle}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

/// A filter that no event here passes.
EventFilter weighty()
{
    EventFilter filter;
    filter.minimumSalience = 0.9;
    return filter;
}

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }
    void theWheelKeepsTheInstantUnderThePointer_data();
    void theWheelKeepsTheInstantUnderThePointer();
    void draggingPans();
    void aClickOnAMarkChoosesItsEvent();
    void aClickOnAHeadlineChoosesItsEvent();
    void aClickBesideEverythingChoosesNothing();
    void aDoubleClickFitsEverything();
    void aClickOnAClusterOpensIt();
    void keysZoomAndPan();
    void newDataKeepsTheVisibleStretch();
    void theBrushDrivesTheTimelineAndFollowsIt();
    void theFilterIsCountedWhereItIsSet();
    void aFilterThatHidesAllKeepsTheStretchOfTime();
    void theSelectedEventIsShownWhateverTheFilter();
    void lowLanesBecomeOne();
    void neighborsGoThroughTheEventsInTime();
    void aDragWithShiftZoomsToTheBand();
    void viewsAreGoneBackToAndForwardAgain();
    void theSelectionFitsTheView();
    void whatIsSeenIsNotMoved();
    void aClickWithCtrlAddsAnEvent();
    void theTimeOfPublicationIsAChoice();
    void eventsAreListItemsToAScreenReader();
    void thereIsNoBarToScrollByNothing();

private:
    TimelineView& view() { return m_panel->view(); }
    double instantAt(int x) { return view().scale().secondsAt(x - view().scene().plotLeft); }

    std::unique_ptr<TimelinePanel> m_panel;
};

void TestTimelineView::init()
{
    m_panel = std::make_unique<TimelinePanel>();
    m_panel->resize(1000, 500);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->setTimeline(fiftyDays());
}

void TestTimelineView::theWheelKeepsTheInstantUnderThePointer_data()
{
    QTest::addColumn<int>("x");
    QTest::addColumn<int>("angle");
    QTest::newRow("in, left") << 250 << 120;
    QTest::newRow("in, right") << 900 << 360;
    QTest::newRow("out, middle") << 500 << -240;
}

void TestTimelineView::theWheelKeepsTheInstantUnderThePointer()
{
    QFETCH(int, x);
    QFETCH(int, angle);
    const double before = instantAt(x);
    const double width = view().scale().visible().width();
    wheel(view().viewport(), {x, 100}, angle);
    QVERIFY(std::abs(instantAt(x) - before) < 1.0);
    QVERIFY((view().scale().visible().width() < width) == (angle > 0));
}

void TestTimelineView::draggingPans()
{
    QWidget* surface = view().viewport();
    const double before = instantAt(500);
    QSignalSpy chosen(&view(), &TimelineView::eventActivated);
    QTest::mousePress(surface, Qt::LeftButton, {}, {500, 30});
    QTest::mouseMove(surface, {540, 30});
    QTest::mouseMove(surface, {620, 30});
    QTest::mouseRelease(surface, Qt::LeftButton, {}, {620, 30});
    QVERIFY(std::abs(instantAt(620) - before) < 1.0);
    QCOMPARE(chosen.size(), 0);
}

void TestTimelineView::aClickOnAMarkChoosesItsEvent()
{
    QSignalSpy chosen(&view(), &TimelineView::eventActivated);
    const SceneMark mark = *view().scene().markOf(EventId{4});
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, mark.center.toPoint());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<EventId>(), EventId{4});
    view().setSelected(EventId{4});
    QVERIFY(view().scene().markOf(EventId{4})->isSelected);
}

void TestTimelineView::aClickOnAHeadlineChoosesItsEvent()
{
    QSignalSpy chosen(&view(), &TimelineView::eventActivated);
    const SceneLabel label = view().scene().labels.front();
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, label.rect.center().toPoint());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<EventId>(), label.event);
}

void TestTimelineView::aClickBesideEverythingChoosesNothing()
{
    QSignalSpy nothing(&view(), &TimelineView::nothingActivated);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, {5, 5});
    QCOMPARE(nothing.size(), 1);
}

void TestTimelineView::aDoubleClickFitsEverything()
{
    wheel(view().viewport(), {300, 100}, 1200);
    QVERIFY(view().scene().later.count > 0);
    QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, {5, 5});
    QCOMPARE(view().scene().later.count, 0U);
    QCOMPARE(view().scene().earlier.count, 0U);
}

void TestTimelineView::aClickOnAClusterOpensIt()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").text("one"));
    for (int i = 0; i < 600; ++i)
        corpus.event("e" + std::to_string(i), dateOf(isoDate(*dayFromIso("2021-01-01") + std::chrono::days{i})),
                     {{0, 0}});
    m_panel->setTimeline(corpus.build());
    view().fit();
    for (int step = 0; step < 12 && view().scene().clusters.empty(); ++step)
        view().zoom(0.7); // how much room a mark needs depends on the font
    QVERIFY(!view().scene().clusters.empty());
    const double width = view().scale().visible().width();
    const SceneCluster cluster = view().scene().clusters[view().scene().clusters.size() / 2];
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, cluster.rect.center().toPoint());
    QVERIFY(view().scale().visible().width() < width / 2);
    QVERIFY(view().scale().visible().begin <= cluster.range.begin && cluster.range.end <= view().scale().visible().end);
}

void TestTimelineView::keysZoomAndPan()
{
    view().setFocus();
    const timeline::TimeRange before = view().scale().visible();
    QTest::keyClick(&view(), Qt::Key_Plus);
    QVERIFY(view().scale().visible().width() < before.width());
    const double begin = view().scale().visible().begin;
    QTest::keyClick(&view(), Qt::Key_Right);
    QVERIFY(view().scale().visible().begin > begin);
    QTest::keyClick(&view(), Qt::Key_Left);
    QVERIFY(std::abs(view().scale().visible().begin - begin) < 1.0);
    QTest::keyClick(&view(), Qt::Key_End);
    QCOMPARE(view().scene().later.count, 0U);
    QTest::keyClick(&view(), Qt::Key_Home);
    QCOMPARE(view().scene().earlier.count, 0U);
    QVERIFY(view().scene().later.count > 0U);
}

void TestTimelineView::newDataKeepsTheVisibleStretch()
{
    wheel(view().viewport(), {400, 100}, 360);
    const timeline::TimeRange before = view().scale().visible();
    m_panel->setTimeline(fiftyDays());
    QVERIFY(std::abs(view().scale().visible().begin - before.begin) < 1.0);
    QVERIFY(std::abs(view().scale().visible().width() - before.width()) < 1.0);
}

void TestTimelineView::theBrushDrivesTheTimelineAndFollowsIt()
{
    OverviewChart& overview = m_panel->overview();
    wheel(view().viewport(), {500, 100}, 720);
    const QRectF brush = overview.brushRect();
    QVERIFY(brush.width() < overview.width() / 2.0);
    const double begin = view().scale().visible().begin;
    const double width = view().scale().visible().width();
    const QPoint grip = brush.center().toPoint();
    QTest::mousePress(&overview, Qt::LeftButton, {}, grip);
    QTest::mouseMove(&overview, grip + QPoint(40, 0));
    QTest::mouseRelease(&overview, Qt::LeftButton, {}, grip + QPoint(40, 0));
    const double moved = view().scale().visible().begin - begin;
    QVERIFY(std::abs(moved - 40.0 * overview.scale().secondsPerPixel()) < overview.scale().secondsPerPixel());
    QVERIFY(std::abs(view().scale().visible().width() - width) < 1.0);
    const QPoint edge(qRound(overview.brushRect().right()), grip.y());
    QTest::mousePress(&overview, Qt::LeftButton, {}, edge);
    QTest::mouseMove(&overview, edge + QPoint(60, 0));
    QTest::mouseRelease(&overview, Qt::LeftButton, {}, edge + QPoint(60, 0));
    QVERIFY(view().scale().visible().width() > width);
    QVERIFY(std::abs(overview.brushRect().right() - edge.x() - 60.0) < 2.0);
}

void TestTimelineView::theFilterIsCountedWhereItIsSet()
{
    QCOMPARE(m_panel->countsText(), QStringLiteral("10 shown · 1 undated"));
    QTest::keyClicks(&m_panel->filterBar().textField(), QStringLiteral("event 3"));
    QCOMPARE(m_panel->countsText(), QStringLiteral("1 shown · 10 filtered"));
    QCOMPARE(view().scene().marks.size(), 1U);
    m_panel->setFilter(weighty());
    QCOMPARE(m_panel->countsText(), QStringLiteral("0 shown · 11 below the threshold"));
}

void TestTimelineView::aFilterThatHidesAllKeepsTheStretchOfTime()
{
    view().zoom(3.0);
    const timeline::TimeRange before = view().scale().visible();
    m_panel->setFilter(weighty());
    QVERIFY(view().scene().marks.empty());
    QVERIFY(!view().scene().axis.fine.ticks.empty());
    m_panel->setFilter({});
    QVERIFY(view().scale().visible() == before);
}

void TestTimelineView::theSelectedEventIsShownWhateverTheFilter()
{
    m_panel->setFilter(weighty());
    QVERIFY(view().scene().marks.empty());
    m_panel->setSelected(EventId{2});
    QCOMPARE(view().scene().marks.size(), 1U);
    QVERIFY(view().scene().marks[0].isSelected);
    m_panel->setSelected(std::nullopt);
    QVERIFY(view().scene().marks.empty());
    m_panel->setSelected(EventId{2});
    m_panel->setFilter({}); // and it stays the selected one
    QCOMPARE(view().scene().marks.size(), 10U);
    QVERIFY(view().scene().markOf(EventId{2})->isSelected);
}

void TestTimelineView::lowLanesBecomeOne()
{
    const std::size_t lanes = view().scene().lanes.size();
    QVERIFY(lanes > 1);
    m_panel->resize(1000, 200);
    QTRY_COMPARE(view().scene().lanes.size(), std::size_t{1});
    m_panel->resize(1000, 500);
    QTRY_COMPARE(view().scene().lanes.size(), lanes);
    const auto choices = m_panel->toolRow().findChildren<QComboBox*>();
    const auto choice = std::ranges::find(choices, QStringLiteral("Lanes"), &QWidget::accessibleName);
    QVERIFY(choice != choices.end());
    (*choice)->setFocus();
    QTest::keyClick(*choice, Qt::Key_Down);
    QTest::keyClick(*choice, Qt::Key_Down); // by source: what was chosen holds at any height
    m_panel->resize(1000, 200);
    QTest::qWait(20);
    QCOMPARE(view().scene().lanes.size(), lanes);
}

void TestTimelineView::neighborsGoThroughTheEventsInTime()
{
    QCOMPARE(m_panel->neighbor(EventId{3}, 1), std::optional(EventId{4}));
    QCOMPARE(m_panel->neighbor(EventId{3}, -1), std::optional(EventId{2}));
    QCOMPARE(m_panel->neighbor(EventId{9}, 1), std::optional(EventId{9}));
    QCOMPARE(m_panel->neighbor(std::nullopt, 1), std::optional(EventId{0}));
}

void TestTimelineView::aDragWithShiftZoomsToTheBand()
{
    const double left = instantAt(400);
    const double right = instantAt(700);
    QWidget* surface = view().viewport();
    QTest::mousePress(surface, Qt::LeftButton, Qt::ShiftModifier, {400, 30});
    for (const int x : {450, 600, 700}) {
        QMouseEvent move(QEvent::MouseMove, QPointF(x, 40), surface->mapToGlobal(QPointF(x, 40)), Qt::NoButton,
                         Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(surface, &move);
    }
    QTest::mouseRelease(surface, Qt::LeftButton, Qt::ShiftModifier, {700, 40});
    QVERIFY(std::abs(view().scale().visible().begin - left) < 1.0);
    QVERIFY(std::abs(view().scale().visible().end - right) < 1.0);
}

void TestTimelineView::viewsAreGoneBackToAndForwardAgain()
{
    const timeline::TimeRange first = view().scale().visible();
    view().goThroughViews(-1); // nothing before: nothing happens
    QVERIFY(view().scale().visible() == first);
    view().zoom(4.0);
    view().goThroughViews(-1);
    QVERIFY(view().scale().visible() == first);
    view().goThroughViews(1);
    QVERIFY(view().scale().visible() != first);
    view().goThroughViews(-1);
    wheel(view().viewport(), {300, 100}, 480);
    const timeline::TimeRange other = view().scale().visible();
    view().goThroughViews(1); // what lay ahead is gone
    QVERIFY(view().scale().visible() == other);
    view().goThroughViews(-1);
    QVERIFY(view().scale().visible() == first);
}

void TestTimelineView::theSelectionFitsTheView()
{
    m_panel->setSelected(EventId{2});
    view().fitSelection();
    const double fortnight = 14.0 * 86'400.0;
    QVERIFY(std::abs(view().scale().visible().width() - fortnight) < 1.0);
    QVERIFY(std::abs(view().scale().visible().center() - view().index()->rangesOf(EventId{2})[0].center()) < 1.0);
    m_panel->setSelected(EventId{5}, {EventId{1}, EventId{5}});
    view().fitSelection();
    for (const EventId event : {EventId{1}, EventId{5}}) {
        const timeline::TimeRange range = view().index()->rangesOf(event)[0];
        QVERIFY(range.begin > view().scale().visible().begin && range.end < view().scale().visible().end);
    }
    QVERIFY(view().scale().visible().width() < 30.0 * 86'400.0);
}

void TestTimelineView::whatIsSeenIsNotMoved()
{
    view().fit();
    const auto seen = view().scale().visible();
    for (std::uint32_t event = 0; event < 10; ++event) {
        view().reveal(EventId{event});
        QVERIFY2(view().scale().visible() == seen, "an event at the edge is seen too");
    }
    // Out of sight, it comes into the middle
    for (int i = 0; i < 4; ++i)
        view().zoom(2.0);
    view().reveal(EventId{0});
    const double x = view().scale().x(view().index()->rangesOf(EventId{0}).front().center());
    QVERIFY(std::abs(x - view().scale().width() / 2.0) < 2.0);
}

void TestTimelineView::aClickWithCtrlAddsAnEvent()
{
    QSignalSpy toggled(m_panel.get(), &TimelinePanel::eventToggled);
    QSignalSpy chosen(m_panel.get(), &TimelinePanel::eventActivated);
    const QPoint mark = view().scene().markOf(EventId{4})->center.toPoint();
    QTest::mouseClick(view().viewport(), Qt::LeftButton, Qt::ControlModifier, mark);
    QCOMPARE(toggled.size(), 1);
    QCOMPARE(toggled[0][0].value<EventId>(), EventId{4});
    QCOMPARE(chosen.size(), 0);
}

void TestTimelineView::theTimeOfPublicationIsAChoice()
{
    const auto choices = m_panel->toolRow().findChildren<QComboBox*>();
    const auto choice =
        std::ranges::find(choices, QStringLiteral("What the place on the axis says"), &QWidget::accessibleName);
    QVERIFY(choice != choices.end());
    (*choice)->setFocus();
    QTest::keyClick(*choice, Qt::Key_Down);
    QVERIFY(m_panel->timeMode() == TimeMode::Publication);
    // Ten events, told by two articles on two days
    std::vector<double> days;
    for (const SceneMark& mark : view().scene().marks)
        days.push_back(mark.center.x());
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    QCOMPARE(days.size(), 2U);
    m_panel->setTimeMode(TimeMode::Event);
    QCOMPARE((*choice)->currentIndex(), 0);
}

void TestTimelineView::eventsAreListItemsToAScreenReader()
{
    QAccessible::setActive(true);
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view());
    QVERIFY(list != nullptr);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Timeline"));
    QCOMPARE(list->childCount(), 10);
    QAccessibleInterface* item = list->child(3);
    QCOMPARE(item->role(), QAccessible::ListItem);
    QCOMPARE(item->text(QAccessible::Name),
             QStringLiteral("16 January 2021, event 3, asserted, 1 source, Candidate, not reviewed yet"));
    QCOMPARE(item->parent(), list);
    QCOMPARE(list->indexOfChild(item), 3);
    QVERIFY(!item->state().selected);
    const QPoint mark = view().viewport()->mapToGlobal(view().scene().markOf(EventId{3})->center.toPoint());
    QVERIFY(item->rect().contains(mark));
    QCOMPARE(list->childAt(mark.x(), mark.y()), item);
    QSignalSpy chosen(&view(), &TimelineView::eventActivated);
    item->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<EventId>(), EventId{3});
    m_panel->setSelected(EventId{3});
    QVERIFY(item->state().selected);
    EventFilter filter;
    filter.text = QStringLiteral("event 7");
    m_panel->setFilter(filter); // other items: the old ones are gone
    m_panel->setSelected(std::nullopt);
    QCOMPARE(list->childCount(), 1);
    QVERIFY(list->child(0)->text(QAccessible::Name).contains(QStringLiteral("event 7")));
    QVERIFY(list->child(1) == nullptr);
}

void TestTimelineView::thereIsNoBarToScrollByNothing()
{
    m_panel->setLanes(LaneMode::None);
    for (int height = 300; height < 700; height += 7) {
        m_panel->resize(1000, height);
        view().scene();
        QCOMPARE(view().verticalScrollBar()->maximum(), 0);
    }
}

QTEST_MAIN(TestTimelineView)
#include "tst_timeline_view.moc"
