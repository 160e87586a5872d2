// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QTreeView>
#include <QTreeWidget>

#include "edited_window.h"
#include "ui/anchors/anchor_review.h"
#include "ui/articles/evidence_cards.h"
#include "ui/events/inspector_panel.h"
#include "ui/history/history_panel.h"
#include "ui/notes/notes_panel.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

class TestNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_shown.reset(); }
    void aPassageIsHighlightedAndAgainTakesItBack();
    void linesAreSetApartFromTheArticleAndGivenBack();
    void theMenuAtThePointerSaysWhatBelongsToTheArticle();
    void anotherColorReplacesTheFirst();
    void aHighlightIsSeenInTheReaderAndSaysWhatItMeans();
    void aColorCanMeanSomethingElse();
    void aNoteIsWrittenOnAPassage();
    void theSamePassageOpensItsNoteAgain();
    void aNoteIsKeptWithoutLeavingTheField();
    void aNoteOnAnEventIsFoundAtTheEvent();
    void aNoteIsWrittenOnTheArticleAndOnTheProject();
    void aNoteWithoutWordsIsNone();
    void aNoteThatWasUndoneLeavesTheField();
    void theListLeadsToThePlace();
    void theListIsFilteredByWords();
    void whatMovedOrIsGoneIsToBeReviewed();
    void theHistoryHoldsTheLatestFirst();
    void theHistoryOfOneEventLeavesTheRestOut();
    void aLineOfTheHistoryLeadsToItsEvent();

private:
    NotesPanel& notes() { return m_shown->window.notes(); }
    QListView& list() { return notes().list(); }
    void press(std::uint32_t article, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&m_shown->reader(article), key, modifiers);
    }
    /// Writes a note into the open field, and leaves it.
    void write(const QString& text)
    {
        QTest::keyClicks(&notes().editor(), text);
        m_shown->reader(0).setFocus();
    }
    void activate(int row)
    {
        const QRect rect = list().visualRect(list().model()->index(row, 0));
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, rect.center());
    }
    QString tipAt(std::uint32_t article, std::uint32_t sentence)
    {
        ReaderText& reader = m_shown->reader(article);
        const QPoint place = reader.rectOf(reader.article()->sentences[sentence].span).center() + QPoint(20, 0);
        QHelpEvent help(QEvent::ToolTip, place, reader.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(reader.viewport(), &help);
        return QToolTip::text();
    }
    static QString textAt(const QAbstractItemView& view, int row, int role = Qt::DisplayRole)
    {
        return view.model()->index(row, 0).data(role).toString();
    }

    std::unique_ptr<EditedWindow> m_shown;
};

void TestNotes::init()
{
    m_shown = std::make_unique<EditedWindow>(harbor());
    QVERIFY(QTest::qWaitForWindowExposed(&m_shown->window));
}

void TestNotes::aPassageIsHighlightedAndAgainTakesItBack()
{
    m_shown->clickSentence(0, 1);
    press(0, Qt::Key_H);
    QCOMPARE(m_shown->timeline->highlights().size(), std::size_t{1});
    const edits::PutHighlight& made = m_shown->timeline->highlights()[0].highlight;
    QCOMPARE(made.anchor.quote, std::string("Nobody came."));
    QCOMPARE(made.color, std::uint8_t{0});
    QCOMPARE(QString::fromStdString(made.meaning), notes().meaning(0));
    press(0, Qt::Key_H);
    QVERIFY(m_shown->timeline->highlights().empty());
    QCOMPARE(m_shown->edits.size(), std::size_t{2});
}

void TestNotes::linesAreSetApartFromTheArticleAndGivenBack()
{
    const auto marked = [this] {
        const analysis::ArticleAnalysis& own = *m_shown->timeline->analysis().articles[1];
        return own.article.boilerplate.empty() ? std::string_view() : own.textOf(own.article.boilerplate[0]);
    };
    QCOMPARE(m_shown->eventTitled("Pier opens").event.supports.size(), std::size_t{2});
    m_shown->clickSentence(1, 0);
    press(1, Qt::Key_B, Qt::ShiftModifier);
    QCOMPARE(marked(), std::string_view("The pier opened on Saturday."));
    QCOMPARE(m_shown->eventTitled("Pier opens").event.supports.size(), std::size_t{1}); // and tell nothing
    // What is not the article is pale
    const auto dimmed = [this] {
        const auto& all = m_shown->reader(1).extraSelections();
        return std::ranges::any_of(all, [](const QTextEdit::ExtraSelection& own) {
            return own.format.foreground().color() == Theme::light().dimText;
        });
    };
    QVERIFY(dimmed());
    press(1, Qt::Key_B, Qt::ShiftModifier);
    QVERIFY(marked().empty());
    QVERIFY(!dimmed());
    m_shown->undo();
    m_shown->undo();
    QCOMPARE(m_shown->eventTitled("Pier opens").event.supports.size(), std::size_t{2});
}

void TestNotes::theMenuAtThePointerSaysWhatBelongsToTheArticle()
{
    ReaderText& reader = m_shown->reader(1);
    const QPoint place = reader.rectOf(reader.article()->sentences[1].span).center() + QPoint(20, 0);
    QContextMenuEvent ask(QContextMenuEvent::Mouse, place, reader.viewport()->mapToGlobal(place));
    QApplication::sendEvent(reader.viewport(), &ask);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    const auto actions = menu->actions();
    const auto action = std::ranges::find_if(
        actions, [](const QAction* own) { return own->text().remove(u'&').contains(QStringLiteral("do not belong")); });
    QVERIFY(action != actions.end());
    QVERIFY((*action)->isEnabled());
    (*action)->trigger();
    menu->close();
    QCOMPARE(m_shown->edits.size(), std::size_t{1});
    const auto* said = std::get_if<edits::SetBoilerplate>(m_shown->edits.data());
    QVERIFY(said != nullptr && said->boilerplate);
    QCOMPARE(said->anchor.quote, std::string("Many came.")); // the words under the pointer
}

void TestNotes::anotherColorReplacesTheFirst()
{
    m_shown->clickSentence(0, 1);
    press(0, Qt::Key_H);
    notes().setColor(3);
    press(0, Qt::Key_H);
    QCOMPARE(m_shown->timeline->highlights().size(), std::size_t{1});
    QCOMPARE(m_shown->timeline->highlights()[0].highlight.color, std::uint8_t{3});
}

void TestNotes::aHighlightIsSeenInTheReaderAndSaysWhatItMeans()
{
    const auto backgrounds = [this] {
        QList<QColor> colors;
        for (const QTextEdit::ExtraSelection& own : m_shown->reader(0).extraSelections())
            colors << own.format.background().color();
        return colors;
    };
    const QColor wanted = Theme::light().highlights[1];
    QVERIFY(!backgrounds().contains(wanted));
    notes().setColor(1);
    m_shown->clickSentence(0, 1);
    press(0, Qt::Key_H);
    QVERIFY(backgrounds().contains(wanted));
    QVERIFY(tipAt(0, 1).contains(notes().meaning(1)));
    tipAt(0, 0);
    QTRY_VERIFY(!QToolTip::text().contains(notes().meaning(1)));
    // In another column it is not, and there neither after the column is filled again
    QCOMPARE(m_shown->reader(1).marks().size(), std::size_t{0});
    m_shown->window.setTimeline(m_shown->timeline);
    QCOMPARE(m_shown->reader(0).marks().size(), std::size_t{1});
}

void TestNotes::aColorCanMeanSomethingElse()
{
    m_shown->clickSentence(0, 1);
    press(0, Qt::Key_H);
    m_shown->clickSentence(1, 1);
    press(1, Qt::Key_H);
    QLineEdit& meaning = notes().meaningField();
    m_shown->window.activateWindow();
    meaning.selectAll();
    QTest::keyClicks(&meaning, QStringLiteral("Who came"));
    QTest::keyClick(&meaning, Qt::Key_Return);
    QCOMPARE(m_shown->timeline->highlights().size(), std::size_t{2});
    for (const edits::FoundHighlight& found : m_shown->timeline->highlights())
        QCOMPARE(found.highlight.meaning, std::string("Who came"));
    QCOMPARE(notes().meaning(0), QStringLiteral("Who came"));
}

void TestNotes::aNoteIsWrittenOnAPassage()
{
    m_shown->clickSentence(1, 1);
    press(1, Qt::Key_T);
    QVERIFY(notes().isVisible());
    QVERIFY(notes().editor().hasFocus());
    QVERIFY(notes().aboutText().contains(QStringLiteral("Many came.")));
    write(QStringLiteral("Who counted?"));
    QCOMPARE(m_shown->timeline->notes().size(), std::size_t{1});
    const edits::FoundNote& made = m_shown->timeline->notes()[0];
    QCOMPARE(made.note.text, std::string("Who counted?"));
    QVERIFY(made.note.place.target == edits::NoteTarget::Passage);
    QCOMPARE(made.note.place.anchor.quote, std::string("Many came."));
    QCOMPARE(m_shown->reader(1).marks().size(), std::size_t{1});
    QVERIFY(tipAt(1, 1).contains(QStringLiteral("Who counted?")));
}

void TestNotes::theSamePassageOpensItsNoteAgain()
{
    m_shown->clickSentence(1, 1);
    press(1, Qt::Key_T);
    write(QStringLiteral("Who counted?"));
    m_shown->clickSentence(1, 0);
    m_shown->clickSentence(1, 1);
    press(1, Qt::Key_T);
    QCOMPARE(notes().editor().toPlainText(), QStringLiteral("Who counted?"));
    write(QStringLiteral(" And when?"));
    QCOMPARE(m_shown->timeline->notes().size(), std::size_t{1});
    QCOMPARE(m_shown->timeline->notes()[0].note.text, std::string("Who counted? And when?"));
}

void TestNotes::aNoteIsKeptWithoutLeavingTheField()
{
    m_shown->clickSentence(1, 1);
    press(1, Qt::Key_T);
    QTest::keyClicks(&notes().editor(), QStringLiteral("half"));
    QVERIFY(m_shown->timeline->notes().empty());
    QTRY_COMPARE_WITH_TIMEOUT(m_shown->timeline->notes().size(), std::size_t{1}, 2000);
    // What is typed after that is not taken away by the snapshot that holds the first half
    QTest::keyClicks(&notes().editor(), QStringLiteral(" and whole"));
    m_shown->window.setTimeline(m_shown->timeline);
    QCOMPARE(notes().editor().toPlainText(), QStringLiteral("half and whole"));
}

void TestNotes::aNoteOnAnEventIsFoundAtTheEvent()
{
    m_shown->select("Boats sail");
    press(0, Qt::Key_T, Qt::ShiftModifier);
    QVERIFY(notes().aboutText().contains(QStringLiteral("Boats sail")));
    write(QStringLiteral("Which boats?"));
    const auto buttons = m_shown->window.inspector().findChildren<QPushButton*>();
    const auto link = std::ranges::find_if(
        buttons, [](const QPushButton* own) { return own->text().contains(QStringLiteral("Which boats?")); });
    QVERIFY(link != buttons.end());
    m_shown->select("Pier opens");
    m_shown->select("Boats sail");
    write({});
    const auto again = m_shown->window.inspector().findChildren<QPushButton*>();
    const auto opened = std::ranges::find_if(
        again, [](const QPushButton* own) { return own->text().contains(QStringLiteral("Which boats?")); });
    QVERIFY(opened != again.end());
    (*opened)->click();
    QCOMPARE(notes().editor().toPlainText(), QStringLiteral("Which boats?"));
}

void TestNotes::aNoteIsWrittenOnTheArticleAndOnTheProject()
{
    m_shown->clickSentence(2, 0);
    const auto trigger = [this](const QString& words) {
        for (QAction* action : m_shown->window.actions())
            if (action->text().remove(u'&') == words)
                action->trigger();
    };
    trigger(QStringLiteral("Write a note on the article"));
    write(QStringLiteral("A weather report"));
    trigger(QStringLiteral("Write a note on the project"));
    write(QStringLiteral("For Monday"));
    const auto& made = m_shown->timeline->notes();
    QCOMPARE(made.size(), std::size_t{2});
    QVERIFY(made[0].note.place.target == edits::NoteTarget::Article);
    QCOMPARE(made[0].note.place.anchor.file, std::string("Gamma.txt"));
    QVERIFY(made[1].note.place.target == edits::NoteTarget::Project);
    QCOMPARE(textAt(list(), 0, EvidenceModel::SourceRole), QStringLiteral("The whole project"));
    QCOMPARE(textAt(list(), 1, EvidenceModel::SourceRole), QStringLiteral("Gamma"));
}

void TestNotes::aNoteWithoutWordsIsNone()
{
    m_shown->clickSentence(1, 1);
    press(1, Qt::Key_T);
    write({});
    QVERIFY(m_shown->edits.empty());
    press(1, Qt::Key_T);
    write(QStringLiteral("x"));
    QCOMPARE(m_shown->timeline->notes().size(), std::size_t{1});
    notes().removeButton().click();
    QVERIFY(m_shown->timeline->notes().empty());
    QVERIFY(notes().aboutText().isEmpty());
}

void TestNotes::aNoteThatWasUndoneLeavesTheField()
{
    m_shown->clickSentence(1, 1);
    press(1, Qt::Key_T);
    write(QStringLiteral("Who counted?"));
    m_shown->undo();
    QVERIFY(m_shown->timeline->notes().empty());
    QVERIFY(notes().aboutText().isEmpty());
}

void TestNotes::theListLeadsToThePlace()
{
    m_shown->clickSentence(0, 1);
    press(0, Qt::Key_H);
    m_shown->select("Boats sail");
    press(0, Qt::Key_T, Qt::ShiftModifier);
    write(QStringLiteral("Which boats?"));
    m_shown->window.selection().setCurrent(std::nullopt);
    QSignalSpy passages(&notes(), &NotesPanel::passageActivated);
    QCOMPARE(list().model()->rowCount(), 2);
    activate(0);
    QVERIFY(m_shown->window.selection().current().has_value());
    activate(1);
    QCOMPARE(passages.count(), 1);
    QCOMPARE(passages[0][0].value<ChosenPassage>().article, ArticleId{0});
    notes().removeButton().click();
    QVERIFY(m_shown->timeline->highlights().empty());
    QCOMPARE(m_shown->timeline->notes().size(), std::size_t{1});
}

void TestNotes::theListIsFilteredByWords()
{
    m_shown->clickSentence(0, 1);
    press(0, Qt::Key_H);
    m_shown->clickSentence(1, 1);
    press(1, Qt::Key_H);
    QTest::keyClicks(&notes().filterField(), QStringLiteral("nobody"));
    QCOMPARE(list().model()->rowCount(), 1);
    QVERIFY(textAt(list(), 0).contains(QStringLiteral("Nobody came.")));
    notes().filterField().clear();
    QCOMPARE(list().model()->rowCount(), 2);
}

void TestNotes::whatMovedOrIsGoneIsToBeReviewed()
{
    AnchorReview& review = m_shown->window.anchors();
    const auto pass = [this](std::uint32_t article, std::uint32_t sentence) {
        m_shown->clickSentence(article, sentence);
        press(article, Qt::Key_H);
    };
    pass(0, 1); // "Nobody came." moves
    pass(1, 1); // "Many came." is gone
    pass(2, 1); // stays
    QCOMPARE(review.count(), std::size_t{0});
    CorpusBuilder changed("/folder/harbor");
    const char* texts[] = {"It had rained.\nThe pier opened on Friday.\nNobody came.", "The pier opened on Saturday.",
                           "The weather was fine.\nBoats sailed."};
    const char* names[] = {"Alpha", "Beta", "Gamma"};
    for (std::size_t i = 0; i < 3; ++i)
        changed.article(ArticleBuilder(std::string(names[i]) + ".txt", names[i]).text(texts[i]));
    m_shown->timeline = edits::applyEdits(changed.build()->found(), m_shown->edits);
    m_shown->window.setTimeline(m_shown->timeline);
    QCOMPARE(review.count(), std::size_t{2});
    QCOMPARE(review.list().topLevelItem(0)->text(0), QStringLiteral("lost"));
    QCOMPARE(review.list().topLevelItem(0)->text(1), QStringLiteral("Many came."));
    QCOMPARE(review.list().topLevelItem(1)->text(0), QStringLiteral("moved"));
    QSignalSpy places(&review, &AnchorReview::passageActivated);
    QSignalSpy articles(&review, &AnchorReview::articleActivated);
    Q_EMIT review.list().itemActivated(review.list().topLevelItem(1), 0);
    QCOMPARE(places.count(), 1);
    const auto place = places[0][0].value<ChosenPassage>();
    QCOMPARE(m_shown->timeline->analysis()[place.article].textOf(place.span), std::string_view("Nobody came."));
    Q_EMIT review.list().itemActivated(review.list().topLevelItem(0), 0);
    QCOMPARE(articles.count(), 1); // its words are nowhere, its article is
}

namespace {

std::vector<HistoryItem> twoItems(const std::string& key, const std::string& other)
{
    const QDateTime day = QDateTime::fromString(QStringLiteral("2021-04-15T14:02:00"), Qt::ISODate);
    return {{day, QStringLiteral("Rename event"), {"event:" + key}},
            {day.addSecs(60), QStringLiteral("Accept event"), {"event:" + other}}};
}

} // namespace

void TestNotes::theHistoryHoldsTheLatestFirst()
{
    HistoryPanel& history = m_shown->window.history();
    m_shown->window.setHistory(twoItems("a", "b"));
    const QAbstractItemModel* model = history.list().model();
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("2021-04-15 14:03"));
    QCOMPARE(model->index(0, 1).data().toString(), QStringLiteral("Accept event"));
    auto more = twoItems("a", "b");
    more.push_back({more[1].at.addSecs(60), QStringLiteral("Undone: Accept event"), {"event:b"}});
    QSignalSpy resets(model, &QAbstractItemModel::modelReset);
    m_shown->window.setHistory(more);
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(model->index(0, 1).data().toString(), QStringLiteral("Undone: Accept event"));
    QCOMPARE(resets.count(), 0); // one line more does not move the list
}

void TestNotes::theHistoryOfOneEventLeavesTheRestOut()
{
    const std::string pier = m_shown->eventTitled("Pier opens").event.key;
    const std::string boats = m_shown->eventTitled("Boats sail").event.key;
    HistoryPanel& history = m_shown->window.history();
    m_shown->window.setHistory(twoItems(pier, boats));
    history.scopeBox().setCurrentIndex(static_cast<int>(HistoryPanel::Scope::Event));
    QCOMPARE(history.list().model()->rowCount(), 0); // nothing is selected
    m_shown->select("Pier opens");
    QCOMPARE(history.list().model()->rowCount(), 1);
    QCOMPARE(history.list().model()->index(0, 1).data().toString(), QStringLiteral("Rename event"));
    m_shown->select("Many come");
    QCOMPARE(history.list().model()->rowCount(), 0);
    // Merged into another, an event takes its history with it
    m_shown->take({edits::MergeEvents{{m_shown->eventTitled("Many come").event.key, pier}}});
    m_shown->select("Many come");
    QCOMPARE(history.list().model()->rowCount(), 1);
}

void TestNotes::aLineOfTheHistoryLeadsToItsEvent()
{
    const std::string pier = m_shown->eventTitled("Pier opens").event.key;
    const std::string boats = m_shown->eventTitled("Boats sail").event.key;
    HistoryPanel& history = m_shown->window.history();
    m_shown->window.setHistory(twoItems(pier, boats));
    QTreeView& lines = history.list();
    Q_EMIT lines.activated(lines.model()->index(1, 0));
    QCOMPARE(m_shown->timeline->eventOf(pier), m_shown->window.selection().current());
}

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
