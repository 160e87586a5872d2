// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "edited_window.h"
#include "ui/events/event_fields.h"
#include "ui/events/event_table.h"
#include "ui/events/inspector_panel.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

/// What is decided of several events at once: one action each, from the table and from the timeline.
class TestSeveralEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsOfTheTableAreAcceptedAsOneAction();
    void whatIsDecidedAlreadyIsLeftOut();
    void severalOnTheTimelineAreRejectedAndReopened();
    void tagsOfAllAreAddedAndTakenAway();
    void whatAllHaveInCommonIsShown();
    void factualityAndSignificanceAreOfAll();
    void severalAreMergedIntoTheLast();
    void theMenuOfTheTableDecides();
    void oneAloneIsAsBefore();

private:
    EventTablePanel& panel() { return m_shown->window.eventTable(); }
    /// Selects rows of the table from the first to the last, with the mouse.
    void chooseRows(int first, int last)
    {
        m_shown->window.activateWindow();
        QTest::keyClick(&m_shown->window, Qt::Key_4, Qt::ControlModifier);
        QTableView& table = panel().table();
        QVERIFY(QTest::qWaitFor([&table] { return table.model()->rowCount() == 3; }));
        const auto place = [&table](int row) { return table.visualRect(table.model()->index(row, 1)).center(); };
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, place(first));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, Qt::ShiftModifier, place(last));
        QCOMPARE(m_shown->window.selection().all().size(), static_cast<std::size_t>(last - first + 1));
    }
    void clickOnTimeline(std::uint32_t event, Qt::KeyboardModifiers with)
    {
        TimelineView& view = m_shown->window.timelinePanel().view();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, with, view.scene().markOf(EventId{event})->center.toPoint());
    }
    std::vector<edits::ReviewState> reviews() const
    {
        std::vector<edits::ReviewState> states;
        for (const edits::TimelineEvent& event : m_shown->timeline->events())
            states.push_back(event.review);
        return states;
    }
    EventFields& fields() { return m_shown->window.inspector().fields(); }
    void write(QLineEdit& field, const QString& text)
    {
        field.setFocus();
        field.selectAll();
        if (text.isEmpty())
            QTest::keyClick(&field, Qt::Key_Backspace);
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    }

    static constexpr auto accepted = edits::ReviewState::Accepted;
    static constexpr auto rejected = edits::ReviewState::Rejected;
    static constexpr auto candidate = edits::ReviewState::Candidate;
    std::unique_ptr<EditedWindow> m_shown;
    std::unique_ptr<QSignalSpy> m_actions;
};

void TestSeveralEvents::init()
{
    m_actions.reset();
    m_shown = std::make_unique<EditedWindow>(harbor());
    QVERIFY(QTest::qWaitForWindowExposed(&m_shown->window));
    m_actions = std::make_unique<QSignalSpy>(&m_shown->window, &MainWindow::actionRequested);
}

void TestSeveralEvents::rowsOfTheTableAreAcceptedAsOneAction()
{
    chooseRows(0, 2);
    QCOMPARE(m_shown->window.inspector().chosenText(),
             QStringLiteral("3 events are selected. What you decide here is about all of them."));
    QTest::keyClick(&panel().table(), Qt::Key_Space);
    QCOMPARE(reviews(), (std::vector{accepted, accepted, accepted}));
    QCOMPARE(m_actions->size(), 1);
    QCOMPARE((*m_actions)[0][0].value<edits::Edits>().size(), std::size_t{3});
    QVERIFY((*m_actions)[0][1].toString().isEmpty());                   // the edits say it: "accept 3 events"
    QCOMPARE(m_shown->window.selection().all().size(), std::size_t{3}); // and one goes on with them
}

void TestSeveralEvents::whatIsDecidedAlreadyIsLeftOut()
{
    m_shown->take({edits::ReviewEvent{m_shown->eventTitled("Many come").event.key, accepted}});
    chooseRows(0, 2);
    QTest::keyClick(&panel().table(), Qt::Key_Space);
    QCOMPARE((*m_actions)[0][0].value<edits::Edits>().size(), std::size_t{2});
    QTest::keyClick(&panel().table(), Qt::Key_Space); // nothing is left to accept
    QCOMPARE(m_actions->size(), 1);
}

void TestSeveralEvents::severalOnTheTimelineAreRejectedAndReopened()
{
    clickOnTimeline(0, {});
    clickOnTimeline(2, Qt::ControlModifier);
    QTest::keyClick(&m_shown->window.timelinePanel().view(), Qt::Key_X);
    QCOMPARE(reviews(), (std::vector{rejected, candidate, rejected}));
    QCOMPARE(m_actions->size(), 1);
    QTest::keyClick(&m_shown->window.timelinePanel().view(), Qt::Key_U);
    QCOMPARE(reviews(), (std::vector{candidate, candidate, candidate}));
}

void TestSeveralEvents::tagsOfAllAreAddedAndTakenAway()
{
    m_shown->take({edits::SetEventTags{m_shown->eventTitled("Pier opens").event.key, {"port", "old"}}});
    chooseRows(0, 1);
    fields().toggle().click();
    QVERIFY(fields().tags().text().isEmpty()); // they have none in common
    write(fields().tags(), QStringLiteral("weekend, port"));
    const auto tags = [this](const char* title) { return m_shown->eventTitled(title).tags; };
    QCOMPARE(tags("Pier opens"), (std::vector<std::string>{"port", "old", "weekend"}));
    QCOMPARE(tags("Many come"), (std::vector<std::string>{"weekend", "port"}));
    QVERIFY(tags("Boats sail").empty());
    write(fields().tags(), QStringLiteral("weekend"));
    QCOMPARE(tags("Pier opens"), (std::vector<std::string>{"old", "weekend"}));
    QCOMPARE(tags("Many come"), std::vector<std::string>{"weekend"});
    write(fields().participants(), QStringLiteral("the mayor"));
    QCOMPARE(m_shown->eventTitled("Many come").event.participants, std::vector<std::string>{"the mayor"});
    QCOMPARE(m_actions->size(), 3);
}

void TestSeveralEvents::whatAllHaveInCommonIsShown()
{
    m_shown->take({edits::SetEventTags{m_shown->eventTitled("Pier opens").event.key, {"port", "weekend"}},
                   edits::SetEventTags{m_shown->eventTitled("Many come").event.key, {"weekend"}},
                   edits::SetEventFactuality{m_shown->eventTitled("Many come").event.key, events::Factuality::Denied}});
    chooseRows(0, 1);
    QCOMPARE(fields().tags().text(), QStringLiteral("weekend"));
    QCOMPARE(fields().factuality().currentIndex(), -1); // one is asserted, one denied
    QVERIFY(fields().significance().currentIndex() >= 0);
}

void TestSeveralEvents::factualityAndSignificanceAreOfAll()
{
    chooseRows(0, 2);
    fields().toggle().click();
    QComboBox& factuality = fields().factuality();
    factuality.setFocus();
    QTest::keyClick(&factuality, Qt::Key_Down);
    QComboBox& significance = fields().significance();
    significance.setFocus();
    QTest::keyClick(&significance, Qt::Key_End);
    for (const edits::TimelineEvent& event : m_shown->timeline->events()) {
        QVERIFY(event.event.factuality == events::Factuality::Planned);
        QCOMPARE(event.event.salience, 1.0);
    }
    QCOMPARE(m_actions->size(), 2);
}

void TestSeveralEvents::severalAreMergedIntoTheLast()
{
    clickOnTimeline(0, {});
    clickOnTimeline(1, Qt::ControlModifier);
    QTest::keyClick(&m_shown->window.timelinePanel().view(), Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(m_shown->timeline->events().size(), std::size_t{2});
    const edits::TimelineEvent& merged = m_shown->eventTitled("Many come");
    QCOMPARE(merged.event.supports.size(), std::size_t{3}); // all evidence is kept
    QCOMPARE(m_shown->edits.size(), std::size_t{1});
}

void TestSeveralEvents::theMenuOfTheTableDecides()
{
    chooseRows(0, 1);
    QTableView& table = panel().table();
    const QPoint place = table.visualRect(table.model()->index(1, 1)).center();
    QContextMenuEvent menu(QContextMenuEvent::Mouse, place, table.viewport()->mapToGlobal(place));
    QTimer shows;
    shows.setSingleShot(true);
    connect(&shows, &QTimer::timeout, &table, [] {
        auto* shown = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(shown != nullptr);
        for (QAction* own : shown->actions())
            if (own->text().contains(QStringLiteral("Re&ject the event")))
                own->trigger();
        shown->close();
    });
    shows.start(0);
    QApplication::sendEvent(table.viewport(), &menu);
    QCOMPARE(reviews(), (std::vector{rejected, rejected, candidate}));
}

void TestSeveralEvents::oneAloneIsAsBefore()
{
    QSignalSpy edits(&m_shown->window, &MainWindow::editRequested);
    clickOnTimeline(1, {});
    QVERIFY(m_shown->window.inspector().chosenText().isEmpty());
    QTest::keyClick(&m_shown->window.timelinePanel().view(), Qt::Key_Space);
    QCOMPARE(edits.size(), 1);
    QCOMPARE(m_actions->size(), 0);
    QCOMPARE(reviews(), (std::vector{candidate, accepted, candidate}));
}

QTEST_MAIN(TestSeveralEvents)
#include "tst_several_events.moc"
