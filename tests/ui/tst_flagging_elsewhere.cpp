// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

#include "edited_window.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/flag_bar.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/events/inspector_panel.h"
#include "ui/plain_label.h"
#include "ui/timeline/timeline_index.h"
#include "ui/timeline/timeline_panel.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

/// Contradictions that are not made in the readers: from the evidence of an event, from the matrix.
class TestFlaggingElsewhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void supportsOfAnEventAreFlagged();
    void oneSupportIsASideAndTheReaderGivesTheOther();
    void cellsOfTheMatrixAreFlagged();
    void aSilentCellIsNoSide();
    void whatIsLeftToReviewIsCounted();
    void whatIsFlaggedOrAcceptedIsShownHoweverMinor();
    void theWheelChangesNoChoice();

private:
    void pressOn(QWidget& widget, Qt::Key key) { QTest::keyClick(&widget, key); }
    const edits::Contradiction& record() const { return m_shown->timeline->contradictions().at(0).record; }
    void clickCell(int row, int column)
    {
        QTableView& table = m_shown->window.coverage().table();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, column)).center());
    }
    void showMatrix()
    {
        m_shown->window.activateWindow();
        QTest::keyClick(&m_shown->window, Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(m_shown->window.coverage().model().rowCount(), 3);
    }

    std::unique_ptr<EditedWindow> m_shown;
};

void TestFlaggingElsewhere::init()
{
    m_shown = std::make_unique<EditedWindow>(harbor());
    QVERIFY(QTest::qWaitForWindowExposed(&m_shown->window));
}

void TestFlaggingElsewhere::supportsOfAnEventAreFlagged()
{
    m_shown->select("Pier opens");
    QListView& list = m_shown->window.inspector().supports();
    const auto place = [&list](int row) { return list.visualRect(list.model()->index(row, 0)).center(); };
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, place(0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ControlModifier, place(1));
    pressOn(list, Qt::Key_C);
    QVERIFY(m_shown->window.flagBar().isVisible());
    QTest::keyClick(&m_shown->window.flagBar(), '1'); // both are sides already: the type is asked for
    QCOMPARE(m_shown->timeline->contradictions().size(), std::size_t{1});
    QCOMPARE(record().parties.size(), std::size_t{2});
    QCOMPARE(record().parties[0].anchor.quote, std::string("The pier opened on Friday."));
    QCOMPARE(record().parties[1].anchor.quote, std::string("The pier opened on Saturday."));
    QVERIFY(record().type == edits::ContradictionType::Date);
}

void TestFlaggingElsewhere::oneSupportIsASideAndTheReaderGivesTheOther()
{
    m_shown->select("Many come");
    QListView& list = m_shown->window.inspector().supports();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());
    pressOn(list, Qt::Key_C);
    m_shown->clickSentence(0, 1);
    pressOn(m_shown->reader(0), Qt::Key_Return);
    QTest::keyClick(&m_shown->window.flagBar(), '5');
    QCOMPARE(record().parties[0].anchor.quote, std::string("Many came."));
    QCOMPARE(record().parties[1].anchor.quote, std::string("Nobody came."));
}

void TestFlaggingElsewhere::cellsOfTheMatrixAreFlagged()
{
    showMatrix();
    QTableView& table = m_shown->window.coverage().table();
    clickCell(0, 0);
    pressOn(table, Qt::Key_C);
    clickCell(0, 1);
    pressOn(table, Qt::Key_Return);
    QTest::keyClick(&m_shown->window.flagBar(), '1');
    QCOMPARE(record().parties.size(), std::size_t{2});
    QCOMPARE(record().parties[0].anchor.quote, std::string("The pier opened on Friday."));
    QCOMPARE(record().parties[1].anchor.quote, std::string("The pier opened on Saturday."));
    QCOMPARE(record().events, std::vector<std::string>{"key-Pier opens"});
}

void TestFlaggingElsewhere::aSilentCellIsNoSide()
{
    showMatrix();
    clickCell(0, 2); // Gamma says nothing of the pier
    pressOn(m_shown->window.coverage().table(), Qt::Key_C);
    QVERIFY(!m_shown->window.flagBar().isVisible());
}

void TestFlaggingElsewhere::whatIsLeftToReviewIsCounted()
{
    const auto counts = [this] {
        for (const auto* label : m_shown->window.findChildren<PlainLabel*>())
            if (label->accessibleName() == QStringLiteral("Counts") &&
                label->text().contains(QStringLiteral("article")))
                return label->text();
        return QString();
    };
    QVERIFY2(counts().contains(QStringLiteral("3 to review")), qPrintable(counts()));
    m_shown->take({edits::ReviewEvent{m_shown->eventTitled("Many come").event.key, edits::ReviewState::Accepted}});
    QVERIFY2(counts().contains(QStringLiteral("2 to review")), qPrintable(counts()));
}

void TestFlaggingElsewhere::whatIsFlaggedOrAcceptedIsShownHoweverMinor()
{
    CorpusBuilder corpus = harborBuilder();
    corpus.last().salience = 0.1;
    m_shown = std::make_unique<EditedWindow>(corpus.build());
    const auto shown = [this] { return m_shown->window.timelinePanel().index()->order().size(); };
    QCOMPARE(shown(), std::size_t{2});
    m_shown->take({edits::ReviewEvent{"key-Boats sail", edits::ReviewState::Accepted}});
    QCOMPARE(shown(), std::size_t{3});
    m_shown->undo();
    QCOMPARE(shown(), std::size_t{2});
    edits::PutContradiction put;
    put.contradiction.number = 1;
    put.contradiction.events = {"key-Boats sail"};
    put.contradiction.parties.resize(2);
    m_shown->take({put});
    QCOMPARE(shown(), std::size_t{3});
}

void TestFlaggingElsewhere::theWheelChangesNoChoice()
{
    m_shown->select("Pier opens");
    QListView& list = m_shown->window.inspector().supports();
    list.setFocus();
    list.selectAll();
    pressOn(list, Qt::Key_C);
    QTest::keyClick(&m_shown->window.flagBar(), '1');
    QCOMPARE(m_shown->timeline->contradictions().size(), std::size_t{1});
    const edits::Contradiction before = record();
    for (auto* box : m_shown->window.contradictions().findChildren<QComboBox*>()) {
        const QPoint center = box->rect().center();
        QWheelEvent wheel(center, box->mapToGlobal(center), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        box->setFocus();
        QApplication::sendEvent(box, &wheel);
    }
    QVERIFY(record() == before);
}

QTEST_MAIN(TestFlaggingElsewhere)
#include "tst_flagging_elsewhere.moc"
