// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include "edited_window.h"
#include "support/corpus_builder.h"
#include "ui/articles/article_list.h"
#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reader_text.h"
#include "ui/contradictions/contradiction_panel.h"
#include "ui/contradictions/flag_bar.h"
#include "ui/contradictions/flag_composer.h"
#include "ui/contradictions/hint_list.h"
#include "ui/contradictions/party_card.h"
#include "ui/contradictions/resolution_box.h"
#include "ui/events/event_fields.h"
#include "ui/events/inline_editor.h"
#include "ui/events/inspector_panel.h"
#include "ui/main_window.h"
#include "ui/selection.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

/// The same with two hints: on the day, and on who came.
std::shared_ptr<const edits::Timeline> harborWithHints()
{
    analysis::Analysis found = harbor()->analysis();
    for (const std::uint32_t sentence : {0U, 1U}) {
        analysis::Hint hint;
        hint.type = sentence == 0 ? "date" : "occurrence";
        hint.event = sentence;
        hint.why = sentence == 0 ? "Friday against Saturday" : "nobody against many";
        hint.articleA = ArticleId{0};
        hint.spanA = found.articles[0]->sentences[sentence].span;
        hint.articleB = ArticleId{1};
        hint.spanB = found.articles[1]->sentences[sentence].span;
        found.hints.push_back(hint);
    }
    return edits::applyEdits(std::make_shared<const analysis::Analysis>(std::move(found)), {});
}

} // namespace

/// The window with someone who carries its edits out, as the program does.
class TestEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_shown.reset(); }
    void aComposerTakesSidesThenAType();
    void everyTypeHasAKey();
    void aContradictionIsMadeInFourKeys();
    void aTypeIsChosenByTheMouseToo();
    void whatIsFlaggedIsSeenInTheReaders();
    void theFlagCanBeGivenUpAtEachStep();
    void aRecordIsAboutTheWeightiestEventOfEachSide();
    void oneSentenceIsNoContradiction();
    void nothingIsResolvedWithoutAReason();
    void aRecordIsArguedInItsFields();
    void oneMoreVoiceJoinsARecord();
    void theListShowsTheOpenOnes();
    void theTimelineAndTheSourcesCountThem();
    void aHintIsTakenOrDismissedForGood();
    void anEventIsAcceptedRejectedAndReopened();
    void decidingGoesOnToTheNextIfAsked();
    void anEventIsRenamedWhereItStands();
    void anEventIsDatedInWords();
    void markedEventsAreMerged();
    void aSentenceBecomesAnEvent();
    void aSentenceIsAttachedAndDetached();
    void chosenSentencesAreSplitOff();
    void aSentenceThatDeniesTheEventSaysSo();
    void allCandidatesToldByOneWordAreRejectedAtOnce();
    void detailsOfAnEventAreChanged();
    void spacePressesAButtonThatHasTheFocus();
    void theMenuSaysWhatWouldBeUndone();

private:
    ReaderText& reader(std::uint32_t article) { return m_shown->reader(article); }
    void clickSentence(std::uint32_t article, std::uint32_t sentence) { m_shown->clickSentence(article, sentence); }
    void flag(std::uint32_t article, std::uint32_t other, int key)
    {
        clickSentence(article, 0);
        QTest::keyClick(&reader(article), Qt::Key_C);
        clickSentence(other, 0);
        QTest::keyClick(&reader(other), Qt::Key_Return);
        QTest::keyClick(&m_window->flagBar(), static_cast<char>(key));
    }
    const edits::Timeline& timeline() const { return *m_shown->timeline; }
    const edits::TimelineEvent& eventTitled(const std::string& title) const { return m_shown->eventTitled(title); }
    void select(const std::string& title) { m_shown->select(title); }

    std::unique_ptr<EditedWindow> m_shown;
    MainWindow* m_window = nullptr; // of m_shown
};

void TestEditing::init()
{
    m_shown = std::make_unique<EditedWindow>(harbor());
    m_window = &m_shown->window;
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
    QCOMPARE(m_window->articles().panes().size(), std::size_t{3});
}

void TestEditing::aComposerTakesSidesThenAType()
{
    FlagComposer composer;
    const ChosenPassage one{ArticleId{0}, {0, 5}};
    const ChosenPassage two{ArticleId{1}, {0, 5}};
    QVERIFY(!composer.askForType());
    QVERIFY(composer.add(one));
    QVERIFY(!composer.add(one)); // taken already
    QVERIFY(!composer.add({ArticleId{1}, {3, 3}}));
    QVERIFY(!composer.askForType());
    QVERIFY(composer.add(two));
    QVERIFY(composer.askForType());
    QVERIFY(composer.step() == FlagComposer::Step::Type);
    QVERIFY(!composer.add({ArticleId{2}, {0, 5}}));
    composer.back();
    QVERIFY(composer.step() == FlagComposer::Step::OtherSide);
    composer.back();
    composer.back();
    QVERIFY(composer.step() == FlagComposer::Step::Idle);
}

void TestEditing::everyTypeHasAKey()
{
    const QString keys = QStringLiteral("1234567890-=");
    for (int i = 0; i < keys.size(); ++i) {
        const auto type = typeOfKey(keys[i].unicode());
        QVERIFY(type.has_value());
        QCOMPARE(static_cast<int>(*type), i);
        QCOMPARE(keyText(*type), QString(keys[i]));
    }
    QVERIFY(!typeOfKey('q').has_value());
}

void TestEditing::aContradictionIsMadeInFourKeys()
{
    clickSentence(0, 0);
    QTest::keyClick(&reader(0), Qt::Key_C);
    QVERIFY(m_window->flagBar().isVisible());
    clickSentence(1, 0);
    QTest::keyClick(&reader(1), Qt::Key_Return);
    QVERIFY(m_window->flagBar().hasFocus());
    const double scale = m_window->timelinePanel().view().scale().secondsPerPixel();
    QTest::keyClick(&m_window->flagBar(), '1');
    QVERIFY(!m_window->flagBar().isVisible());
    QVERIFY(reader(1).hasFocus()); // one goes on reading where one was
    QCOMPARE(m_window->timelinePanel().view().scale().secondsPerPixel(), scale);

    QCOMPARE(timeline().contradictions().size(), std::size_t{1});
    const edits::Contradiction& record = timeline().contradictions()[0].record;
    QCOMPARE(record.number, 1U);
    QVERIFY(record.type == edits::ContradictionType::Date);
    QVERIFY(record.status == edits::ContradictionStatus::Open);
    QCOMPARE(record.parties.size(), std::size_t{2});
    QCOMPARE(record.parties[0].anchor.quote, std::string("The pier opened on Friday."));
    QCOMPARE(record.parties[1].anchor.quote, std::string("The pier opened on Saturday."));
    QCOMPARE(record.parties[1].side, 'B');
    QCOMPARE(record.events, (std::vector<std::string>{"key-Pier opens"})); // what both sentences tell
    // It is chosen in its list, and counted
    QCOMPARE(m_window->contradictions().chosen(), std::optional(1U));
    QVERIFY(m_window->contradictions().isVisible());
}

void TestEditing::aTypeIsChosenByTheMouseToo()
{
    clickSentence(0, 0);
    QTest::keyClick(&reader(0), Qt::Key_C);
    clickSentence(2, 0);
    QTest::keyClick(&reader(2), Qt::Key_C);
    for (auto* button : m_window->flagBar().findChildren<QToolButton*>())
        if (button->text().startsWith(QStringLiteral("Choose the type")))
            QTest::mouseClick(button, Qt::LeftButton);
    for (auto* button : m_window->flagBar().findChildren<QToolButton*>())
        if (button->accessibleName() == QStringLiteral("Other"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(timeline().contradictions().size(), std::size_t{1});
    QVERIFY(timeline().contradictions()[0].record.type == edits::ContradictionType::Other);
}

void TestEditing::whatIsFlaggedIsSeenInTheReaders()
{
    QVERIFY(reader(0).flags().empty());
    clickSentence(0, 0);
    QTest::keyClick(&reader(0), Qt::Key_C);
    QCOMPARE(reader(0).flags().size(), std::size_t{1}); // while it is being made
    QTest::keyClick(&reader(0), Qt::Key_Escape);
    QVERIFY(reader(0).flags().empty());
    flag(0, 1, '1');
    QCOMPARE(reader(0).flags().size(), std::size_t{1});
    QCOMPARE(reader(1).flags()[0].letter, QStringLiteral("B"));
    QVERIFY(reader(2).flags().empty());
}

void TestEditing::theFlagCanBeGivenUpAtEachStep()
{
    clickSentence(0, 0);
    QTest::keyClick(&reader(0), Qt::Key_C);
    QTest::keyClick(m_window, Qt::Key_Escape);
    QVERIFY(!m_window->flagBar().isVisible());
    clickSentence(0, 0);
    QTest::keyClick(&reader(0), Qt::Key_C);
    clickSentence(1, 0);
    QTest::keyClick(&reader(1), Qt::Key_Return);
    QTest::keyClick(&m_window->flagBar(), Qt::Key_Backspace); // back to the sides
    QVERIFY(m_window->flagBar().isVisible());
    QVERIFY(!m_window->flagBar().text().startsWith(QStringLiteral("On what")));
    QTest::keyClick(m_window, Qt::Key_Escape);
    QVERIFY(!m_window->flagBar().isVisible());
    QVERIFY(m_shown->edits.empty());
}

void TestEditing::aRecordIsAboutTheWeightiestEventOfEachSide()
{
    CorpusBuilder made = harborBuilder(); // no event is told by both "Nobody came." and "Many came."
    made.event("Quay stays empty", dateOf("2021-04-16"), {{0, 1}});
    made.last().weight = 3.0;
    made.event("Guests stay away", dateOf("2021-04-16"), {{0, 1}});
    made.last().weight = 1.0;
    m_shown->timeline = made.build();
    m_window->setTimeline(m_shown->timeline);
    clickSentence(0, 1);
    QTest::keyClick(&reader(0), Qt::Key_C);
    clickSentence(1, 1);
    QTest::keyClick(&reader(1), Qt::Key_Return);
    QTest::keyClick(&m_window->flagBar(), '5');
    QCOMPARE(timeline().contradictions().size(), std::size_t{1});
    QStringList keys;
    for (const std::string& key : timeline().contradictions()[0].record.events)
        keys << QString::fromStdString(key);
    keys.sort();
    QCOMPARE(keys, (QStringList{QStringLiteral("key-Many come"), QStringLiteral("key-Quay stays empty")}));
}

void TestEditing::oneSentenceIsNoContradiction()
{
    clickSentence(0, 0);
    QTest::keyClick(&reader(0), Qt::Key_C);
    QTest::keyClick(&reader(0), Qt::Key_Return); // the same sentence again
    QVERIFY(m_window->flagBar().text().contains(QStringLiteral("a side already")));
    QVERIFY(m_shown->edits.empty());
    QTest::keyClick(m_window, Qt::Key_Escape);
    m_window->articles().setTimeline(nullptr); // no reader, no sentence
    QTest::keyClick(m_window, Qt::Key_C);
    QVERIFY(m_window->message().contains(QStringLiteral("Click a sentence")));
}

void TestEditing::nothingIsResolvedWithoutAReason()
{
    flag(0, 1, '1');
    ResolutionBox& box = m_window->contradictions().resolution();
    QVERIFY(!box.resolveButton().isEnabled());
    QTest::keyClicks(&box.reason(), QStringLiteral("Beta corrected itself"));
    QVERIFY(box.resolveButton().isEnabled());
    QTest::mouseClick(&box.resolveButton(), Qt::LeftButton);
    const edits::Contradiction resolved = timeline().contradictions()[0].record;
    QVERIFY(resolved.status == edits::ContradictionStatus::Resolved);
    QVERIFY(resolved.resolution.has_value());
    QCOMPARE(resolved.resolution->reason, std::string("Beta corrected itself"));
    QVERIFY(!edits::flawOf(resolved).has_value());
    QTest::mouseClick(&box.reopenButton(), Qt::LeftButton);
    const edits::Contradiction reopened = timeline().contradictions()[0].record;
    QVERIFY(reopened.status == edits::ContradictionStatus::Open);
    QVERIFY(!reopened.resolution.has_value());
}

void TestEditing::aRecordIsArguedInItsFields()
{
    flag(0, 1, '2');
    ContradictionPanel& panel = m_window->contradictions();
    QTest::keyClicks(&panel.question(), QStringLiteral("Which day did it open?"));
    QTest::keyClick(&panel.question(), Qt::Key_Return);
    QCOMPARE(timeline().contradictions()[0].record.question, std::string("Which day did it open?"));
    const auto combo = [](QWidget* owner, const QString& name) {
        for (auto* box : owner->findChildren<QComboBox*>())
            if (box->accessibleName() == name)
                return box;
        return static_cast<QComboBox*>(nullptr);
    };
    QComboBox* type = combo(&panel, QStringLiteral("Type"));
    QVERIFY(type != nullptr);
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Up);
    QVERIFY(timeline().contradictions()[0].record.type == edits::ContradictionType::Date);
    QCOMPARE(panel.cards().size(), std::size_t{2});
    QComboBox* grade = combo(panel.cards()[1], QStringLiteral("Grade of the source"));
    QVERIFY(grade != nullptr);
    grade->setFocus();
    QTest::keyClick(grade, Qt::Key_Home);
    QCOMPARE(timeline().contradictions()[0].record.parties[1].sourceGrade, 'A');
    QCOMPARE(timeline().contradictions()[0].record.parties[0].sourceGrade, 'F');
}

void TestEditing::oneMoreVoiceJoinsARecord()
{
    flag(0, 1, '1');
    ContradictionPanel& panel = m_window->contradictions();
    QSignalSpy asked(&panel, &ContradictionPanel::addPartyRequested);
    clickSentence(2, 0);
    for (auto* button : panel.findChildren<QToolButton*>())
        if (button->text() == QStringLiteral("Add the selected sentence"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(timeline().contradictions()[0].record.parties.size(), std::size_t{3});
    QCOMPARE(timeline().contradictions()[0].record.parties[2].side, 'C');
    QCOMPARE(panel.cards().size(), std::size_t{3});
    for (auto* button : panel.cards()[2]->findChildren<QToolButton*>())
        if (button->accessibleName().startsWith(QStringLiteral("Remove")))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(timeline().contradictions()[0].record.parties.size(), std::size_t{2});
}

void TestEditing::theListShowsTheOpenOnes()
{
    flag(0, 1, '1');
    flag(1, 2, '3');
    ContradictionPanel& panel = m_window->contradictions();
    QCOMPARE(panel.chosen(), std::optional(2U));
    for (auto* button : panel.resolution().findChildren<QPushButton*>())
        if (button->text() == QStringLiteral("D&ismiss"))
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(timeline().contradictions()[1].record.status == edits::ContradictionStatus::Dismissed);
    QComboBox* which = nullptr;
    for (auto* box : panel.findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("Which contradictions"))
            which = box;
    QVERIFY(which != nullptr);
    which->setFocus();
    QTest::keyClick(which, Qt::Key_End);
    auto* model = panel.list().model();
    QCOMPARE(model->rowCount(), 1);
    panel.choose(2); // what is asked for is shown all the same
    QCOMPARE(model->rowCount(), 2);
    QCOMPARE(panel.chosen(), std::optional(2U));
}

void TestEditing::theTimelineAndTheSourcesCountThem()
{
    const auto marks = [this] {
        return m_window->timelinePanel().view().scene().markOf(
            idAt<EventId>(static_cast<std::size_t>(&eventTitled("Pier opens") - m_shown->timeline->events().data())));
    };
    QCOMPARE(marks()->contradictions, 0U);
    flag(0, 1, '1');
    QCOMPARE(marks()->contradictions, 1U);
    const auto* sources = m_window->articleList().list().model();
    QStringList flagged;
    for (int row = 0; row < sources->rowCount(); ++row)
        if (sources->index(row, 0).data(ArticleModel::flagRole).toUInt() > 0)
            flagged << sources->index(row, ArticleModel::SourceColumn).data().toString();
    flagged.sort();
    QCOMPARE(flagged, (QStringList{QStringLiteral("Alpha"), QStringLiteral("Beta")}));
}

void TestEditing::aHintIsTakenOrDismissedForGood()
{
    m_shown->timeline = harborWithHints();
    m_window->setTimeline(m_shown->timeline);
    HintList& hints = m_window->contradictions().hints();
    QVERIFY(!hints.list().isVisible()); // nothing is pushed at anyone
    for (auto* button : m_window->findChildren<QToolButton*>())
        if (button->text() == QStringLiteral("2 hints at contradictions"))
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(hints.list().isVisible());
    QCOMPARE(hints.list().topLevelItemCount(), 2);
    QTest::mouseClick(&hints.takeButton(), Qt::LeftButton);
    QCOMPARE(timeline().contradictions().size(), std::size_t{1});
    const edits::Contradiction& record = timeline().contradictions()[0].record;
    QVERIFY(record.type == edits::ContradictionType::Date);
    QCOMPARE(record.parties[1].anchor.quote, std::string("The pier opened on Saturday."));
    QCOMPARE(record.events, (std::vector<std::string>{"key-Pier opens"}));
    QCOMPARE(record.note, std::string("Friday against Saturday"));
    QCOMPARE(hints.list().topLevelItemCount(), 1); // a record is no hint any more
    QTest::mouseClick(&hints.dismissButton(), Qt::LeftButton);
    QCOMPARE(hints.list().topLevelItemCount(), 0);
    QVERIFY(!hints.isVisible());
    // After a new analysis too
    m_shown->timeline = edits::applyEdits(harborWithHints()->found(), m_shown->edits);
    m_window->setTimeline(m_shown->timeline);
    QVERIFY(m_shown->timeline->hints().empty());
    QVERIFY(!hints.isVisible());
}

void TestEditing::anEventIsAcceptedRejectedAndReopened()
{
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_Space);
    QVERIFY(m_shown->edits.empty()); // nothing is selected
    select("Many come");
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_Space);
    QVERIFY(eventTitled("Many come").review == edits::ReviewState::Accepted);
    QVERIFY(m_window->inspector().reviewText().startsWith(QStringLiteral("Accepted")));
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_X);
    QVERIFY(eventTitled("Many come").review == edits::ReviewState::Rejected);
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_U);
    QVERIFY(eventTitled("Many come").review == edits::ReviewState::Candidate);
    QCOMPARE(m_shown->edits.size(), std::size_t{3});
}

void TestEditing::decidingGoesOnToTheNextIfAsked()
{
    const auto actions = m_window->findChildren<QAction*>();
    const auto goOn = std::ranges::find_if(
        actions, [](const QAction* own) { return own->text() == QStringLiteral("&Go on after each decision"); });
    QVERIFY(goOn != actions.end());
    (*goOn)->trigger();
    select("Pier opens");
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_Space);
    QCOMPARE(timeline()[*m_window->selection().current()].event.title, std::string("Many come"));
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_X);
    QCOMPARE(timeline()[*m_window->selection().current()].event.title, std::string("Boats sail"));
    QVERIFY(eventTitled("Pier opens").review == edits::ReviewState::Accepted);
    QVERIFY(eventTitled("Many come").review == edits::ReviewState::Rejected);
    // Back to what is not reviewed: both before it are
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_K, Qt::ShiftModifier);
    QCOMPARE(timeline()[*m_window->selection().current()].event.title, std::string("Boats sail"));
}

void TestEditing::anEventIsRenamedWhereItStands()
{
    select("Boats sail");
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_E);
    QLineEdit& field = m_window->inspector().editor().field();
    QVERIFY(field.hasFocus());
    QCOMPARE(field.text(), QStringLiteral("Boats sail"));
    QTest::keyClicks(&field, QStringLiteral("Boats leave"));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(eventTitled("Boats leave").event.supports.size(), std::size_t{1});
    QVERIFY(!field.isVisible());
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_F2);
    QTest::keyClicks(&field, QStringLiteral("x"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(m_shown->edits.size(), std::size_t{1});
    QVERIFY(!field.isVisible());
    QVERIFY(m_window->selection().current().has_value()); // Esc gave up the name, not the event
}

void TestEditing::anEventIsDatedInWords()
{
    select("Boats sail");
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_E, Qt::ShiftModifier);
    InlineEditor& editor = m_window->inspector().editor();
    QTest::keyClicks(&editor.field(), QStringLiteral("no such day"));
    QVERIFY2(editor.judgement().startsWith(QStringLiteral("Not understood")), qPrintable(editor.judgement()));
    QTest::keyClick(&editor.field(), Qt::Key_Return);
    QVERIFY(m_shown->edits.empty());
    editor.field().clear();
    QTest::keyClicks(&editor.field(), QStringLiteral("3 May 2021"));
    QVERIFY2(editor.judgement().contains(QStringLiteral("3 May 2021")), qPrintable(editor.judgement()));
    QTest::keyClick(&editor.field(), Qt::Key_Return);
    QCOMPARE(eventTitled("Boats sail").event.date.interval->days().first, *dayFromIso("2021-05-03"));
    QVERIFY(eventTitled("Boats sail").isRedated);
}

void TestEditing::markedEventsAreMerged()
{
    TimelineView& view = m_window->timelinePanel().view();
    select("Boats sail");
    QTest::keyClick(&view, Qt::Key_M);
    select("Many come");
    QTest::keyClick(&view, Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(timeline().events().size(), std::size_t{2});
    QCOMPARE(eventTitled("Many come").event.supports.size(), std::size_t{2});
    QCOMPARE(eventTitled("Many come").event.sources, 2U);
    QTest::keyClick(&view, Qt::Key_M, Qt::ControlModifier); // nothing is marked any more
    QCOMPARE(m_shown->edits.size(), std::size_t{1});
}

void TestEditing::aSentenceBecomesAnEvent()
{
    clickSentence(2, 0);
    QTest::keyClick(&reader(2), Qt::Key_N);
    QCOMPARE(timeline().events().size(), std::size_t{4});
    const edits::TimelineEvent& made = eventTitled("The weather was fine.");
    QVERIFY(made.isMade);
    QCOMPARE(made.event.supports.size(), std::size_t{1});
    QVERIFY(made.event.supports[0].article == ArticleId{2});
}

void TestEditing::aSentenceIsAttachedAndDetached()
{
    select("Pier opens");
    const auto supports = [this] { return eventTitled("Pier opens").event.supports.size(); };
    clickSentence(2, 0);
    select("Pier opens"); // the click may have chosen another event
    QTest::keyClick(&reader(2), Qt::Key_A);
    QCOMPARE(supports(), std::size_t{3});
    QTest::keyClick(&reader(2), Qt::Key_A, Qt::ShiftModifier);
    QCOMPARE(supports(), std::size_t{2});
    QTest::keyClick(&reader(2), Qt::Key_A, Qt::ShiftModifier); // it does not tell it now
    QCOMPARE(m_shown->edits.size(), std::size_t{2});
}

void TestEditing::chosenSentencesAreSplitOff()
{
    select("Pier opens");
    QListView& evidence = m_window->inspector().supports();
    QCOMPARE(evidence.model()->rowCount(), 2);
    const auto click = [&evidence](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(evidence.viewport(), Qt::LeftButton, modifiers,
                          evidence.visualRect(evidence.model()->index(row, 0)).center());
    };
    click(0, {});
    click(1, Qt::ControlModifier);
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_S, Qt::ShiftModifier);
    QVERIFY(m_shown->edits.empty()); // an event cannot lose all of its sentences
    QVERIFY(m_window->message().contains(QStringLiteral("leave some")));
    click(1, {});
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_S, Qt::ShiftModifier);
    QCOMPARE(m_shown->edits.size(), std::size_t{1});
    QCOMPARE(timeline().events().size(), std::size_t{4});
    const auto told = [this](std::uint32_t article) { return timeline().eventsOf({ArticleId{article}, 0}); };
    QCOMPARE(told(0).size(), std::size_t{1});
    QCOMPARE(told(1).size(), std::size_t{1});
    QVERIFY(told(0)[0] != told(1)[0]);
}

void TestEditing::aSentenceThatDeniesTheEventSaysSo()
{
    const auto trigger = [this](const QString& words) {
        for (QAction* action : m_window->actions())
            if (action->text().remove(u'&') == words)
                action->trigger();
    };
    clickSentence(1, 1);
    select("Pier opens");
    trigger(QStringLiteral("The sentence denies the event"));
    const auto& supports = eventTitled("Pier opens").event.supports;
    const auto stanceOf = [&supports](std::uint32_t article, std::uint32_t sentence) {
        const auto own = std::ranges::find_if(supports, [&](const analysis::Support& support) {
            return support.article == ArticleId{article} && support.sentence == sentence;
        });
        return own == supports.end() ? analysis::Stance::Supports : own->stance;
    };
    QVERIFY(stanceOf(1, 1) == analysis::Stance::Denies);
    trigger(QStringLiteral("The sentence tells it otherwise"));
    const auto& again = eventTitled("Pier opens").event.supports;
    QCOMPARE(again.size(), std::size_t{3});
    QVERIFY(std::ranges::any_of(again, [](const auto& own) { return own.stance == analysis::Stance::Differs; }));
}

void TestEditing::allCandidatesToldByOneWordAreRejectedAtOnce()
{
    // "Many" names one event, "The p" two sentences of another: nothing else is told by the same word
    select("Many come");
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_X, Qt::ShiftModifier);
    QVERIFY(eventTitled("Many come").review == edits::ReviewState::Rejected);
    QVERIFY(eventTitled("Pier opens").review == edits::ReviewState::Candidate);
    QVERIFY(m_window->message().contains(QStringLiteral("many")));
    // What was accepted is not taken back
    CorpusBuilder made = harborBuilder();
    made.event("Many leave", dateOf("2021-04-19"), {{1, 1}});
    m_shown->edits = {edits::ReviewEvent{"key-Many leave", edits::ReviewState::Accepted}};
    m_shown->timeline = edits::applyEdits(made.build()->found(), m_shown->edits);
    m_window->setTimeline(m_shown->timeline);
    select("Many come");
    QTest::keyClick(&m_window->timelinePanel().view(), Qt::Key_X, Qt::ShiftModifier);
    QVERIFY(eventTitled("Many come").review == edits::ReviewState::Rejected);
    QVERIFY(eventTitled("Many leave").review == edits::ReviewState::Accepted);
}

void TestEditing::detailsOfAnEventAreChanged()
{
    select("Boats sail");
    EventFields& fields = m_window->inspector().fields();
    QVERIFY(!fields.tags().isVisible());
    QTest::mouseClick(&fields.toggle(), Qt::LeftButton);
    QVERIFY(fields.tags().isVisible());
    const auto choose = [](QComboBox& box, int row) {
        box.setCurrentIndex(row);
        Q_EMIT box.activated(row);
    };
    choose(fields.factuality(), 1);
    QVERIFY(eventTitled("Boats sail").event.factuality == events::Factuality::Planned);
    choose(fields.significance(), 3);
    QCOMPARE(eventTitled("Boats sail").event.salience, 1.0);
    fields.participants().setFocus();
    fields.participants().clear();
    QTest::keyClicks(&fields.participants(), QStringLiteral("the pilot, the crew ,  the pilot"));
    QTest::keyClick(&fields.participants(), Qt::Key_Return);
    QCOMPARE(eventTitled("Boats sail").event.participants, (std::vector<std::string>{"the pilot", "the crew"}));
    QTest::keyClicks(&fields.tags(), QStringLiteral("sea"));
    QTest::keyClick(&fields.tags(), Qt::Key_Return);
    QCOMPARE(eventTitled("Boats sail").tags, std::vector<std::string>{"sea"});
    QCOMPARE(m_shown->edits.size(), std::size_t{4});
    fields.tags().setFocus();
    fields.participants().setFocus(); // nothing new was typed
    QCOMPARE(m_shown->edits.size(), std::size_t{4});
    select("Pier opens");
    QVERIFY(fields.tags().text().isEmpty());
}

void TestEditing::spacePressesAButtonThatHasTheFocus()
{
    select("Pier opens");
    QToolButton* pin = nullptr;
    for (auto* button : m_window->articles().panes()[0]->findChildren<QToolButton*>())
        if (button->text() == QStringLiteral("Pin"))
            pin = button;
    QVERIFY(pin != nullptr);
    pin->setFocus();
    QTest::keyClick(pin, Qt::Key_Space);
    QVERIFY(pin->isChecked());
    QVERIFY(m_shown->edits.empty());
}

void TestEditing::theMenuSaysWhatWouldBeUndone()
{
    const auto actions = m_window->findChildren<QAction*>();
    const auto starting = [&](const QString& text) {
        return *std::ranges::find_if(actions, [&](const QAction* own) { return own->text().startsWith(text); });
    };
    QAction* undo = starting(QStringLiteral("&Undo"));
    QVERIFY(!undo->isEnabled());
    m_window->setUndo(QStringLiteral("merge of 2 events"), {});
    QCOMPARE(undo->text(), QStringLiteral("&Undo merge of 2 events"));
    QSignalSpy asked(m_window, &MainWindow::undoRequested);
    QTest::keyClick(m_window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(asked.size(), 1);
    QVERIFY(!starting(QStringLiteral("&Redo"))->isEnabled());
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
