// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QDockWidget>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QUrl>

#include "support/corpus_builder.h"
#include "ui/articles/article_list.h"
#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reader_text.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/events/event_table.h"
#include "ui/events/inspector_panel.h"
#include "ui/first_size.h"
#include "ui/nothing_page.h"
#include "ui/selection.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

CorpusBuilder harbor()
{
    CorpusBuilder made("/folder/harbor");
    for (const char* name : {"Alpha", "Beta", "Gamma"})
        made.article(ArticleBuilder(std::string(name) + ".txt", name)
                         .title(std::string("Title of ") + name)
                         .published("2021-04-20")
                         .text("zero\none\ntwo\nthree"));
    made.event("first", dateOf("2021-04-01"), {{0, 0}, {1, 1}});
    made.event("second", dateOf("2021-04-10"), {{0, 0}, {2, 2}});
    made.event("third", dateOf("2021-04-15"), {{1, 3}});
    made.skipped("photo.jpg", "JPEG picture");
    return made;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void itBeginsWithWhatToDo();
    void aClickOnTheTimelineLightsTheSentencesEverywhere();
    void aClickOnASentenceGoesThroughItsEvents();
    void keysGoFromEventToEvent();
    void aKeyUnderlinesTheTimesInTheText();
    void aLaterSnapshotKeepsTheSelectedEvent();
    void aFolderWithoutAReadableArticleSaysSo();
    void anArticleWithoutEventsShowsNoAxis();
    void aDroppedFolderIsAskedFor();
    void progressCanBeCancelled();
    void theMenuChoosesTheAppearance();
    void highContrastOutlinesWhatOneCanPress();
    void theLayoutComesBackAndNothingElseDoes();
    void oneArticleIsCountedAsOne();
    void aFirstWindowFitsItsScreen_data();
    void aFirstWindowFitsItsScreen();
    void aLayoutOfTheStartPageHidesNoPaneLater();
    void theInspectorNamesTheSilent();
    void goToDateTakesADate();
    void aMessageIsPlainText();
    void tableAndMatrixHaveTheSelectionOfTheTimeline();
    void severalEventsAreLitWithLetters();
    void aLayoutPutsItsPaneOnTop();
    void everyWidgetOneCanReachHasAName();
    void everyActionWithAKeyIsInAMenu();
    void noKeyIsGivenTwice();

private:
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->setAppearance(Appearance::Light);
    m_window->resize(1500, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::itBeginsWithWhatToDo()
{
    QSignalSpy sample(m_window.get(), &MainWindow::openSampleRequested);
    QSignalSpy open(m_window.get(), &MainWindow::openFolderRequested);
    m_window->setRecentFolders({QStringLiteral("/some/R&D <b>folder</b>")});
    QAbstractButton* recent = nullptr;
    for (auto* button : m_window->findChildren<QPushButton*>()) {
        if (button->accessibleName() == QStringLiteral("Open the sample"))
            QTest::mouseClick(button, Qt::LeftButton);
        if (button->accessibleName().startsWith(QStringLiteral("/some")))
            recent = button;
    }
    QCOMPARE(sample.size(), 1);
    QVERIFY(recent != nullptr);
    QTRY_VERIFY(recent->isVisible());
    QTest::mouseClick(recent, Qt::LeftButton);
    QCOMPARE(open.takeFirst()[0].toString(), QStringLiteral("/some/R&D <b>folder</b>"));
    QVERIFY(!m_window->timelinePanel().isVisible());
    m_window->setFolder(QStringLiteral("harbor"));
    QVERIFY(m_window->timelinePanel().isVisible());
    m_window->setFolder({});
    QVERIFY(!m_window->timelinePanel().isVisible());
}

void TestMainWindow::aClickOnTheTimelineLightsTheSentencesEverywhere()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    TimelineView& view = m_window->timelinePanel().view();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.scene().markOf(EventId{0})->center.toPoint());
    QCOMPARE(m_window->selection().current(), std::optional(EventId{0}));
    int lit = 0;
    int silent = 0;
    for (ArticlePane* pane : m_window->articles().panes()) {
        lit += pane->text().evidence().empty() ? 0 : 1;
        silent += pane->footerText() == QStringLiteral("does not mention this event") ? 1 : 0;
    }
    QCOMPARE(lit + silent, static_cast<int>(m_window->articles().panes().size()));
    QCOMPARE(lit, 2);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_window->selection().current().has_value());
}

void TestMainWindow::aClickOnASentenceGoesThroughItsEvents()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    ReaderText& text = m_window->articles().paneOf(ArticleId{0})->text();
    const QPoint zero = text.rectOf(text.article()->sentences[0].span).center() + QPoint(8, 0);
    for (const std::uint32_t expected : {0U, 1U, 0U}) {
        QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, zero);
        QCOMPARE(m_window->selection().current(), std::optional(EventId{expected}));
        QTest::qWait(QApplication::doubleClickInterval() + 20);
    }
    QVERIFY(m_window->timelinePanel().view().scene().markOf(EventId{0})->isSelected);
}

void TestMainWindow::aKeyUnderlinesTheTimesInTheText()
{
    temporal::TemporalExpression day;
    day.value = "2021-04-13";
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").text("It sank on Tuesday.").expression("Tuesday", day));
    corpus.event("sank", dateOf("2021-04-13"), {{0, 0}});
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(corpus.build());
    m_window->activateWindow();
    const auto isUnderlined = [this] {
        const auto selections = m_window->articles().panes()[0]->text().extraSelections();
        return std::ranges::any_of(selections, [](const QTextEdit::ExtraSelection& selection) {
            return selection.format.underlineStyle() == QTextCharFormat::DotLine &&
                   selection.cursor.selectedText() == QStringLiteral("Tuesday");
        });
    };
    QVERIFY(!isUnderlined());
    QTest::keyClick(m_window.get(), Qt::Key_D);
    QVERIFY(isUnderlined());
    QTest::keyClick(m_window.get(), Qt::Key_D);
    QVERIFY(!isUnderlined());
}

void TestMainWindow::keysGoFromEventToEvent()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    m_window->activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QCOMPARE(m_window->selection().current(), std::optional(EventId{0}));
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QCOMPARE(m_window->selection().current(), std::optional(EventId{2}));
    QTest::keyClick(m_window.get(), Qt::Key_K);
    QCOMPARE(m_window->selection().current(), std::optional(EventId{1}));
}

void TestMainWindow::aLaterSnapshotKeepsTheSelectedEvent()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    m_window->selection().setCurrent(EventId{1});
    CorpusBuilder later = harbor();
    const auto before = later.build();
    std::vector<edits::TimelineEvent> events = before->events();
    events.erase(events.begin());
    m_window->setTimeline(std::make_shared<const edits::Timeline>(before->sharedAnalysis(), events));
    QCOMPARE(m_window->selection().current(), std::optional(EventId{0}));
    QVERIFY(m_window->timelinePanel().view().scene().markOf(EventId{0})->isSelected);
    events.erase(events.begin());
    m_window->setTimeline(std::make_shared<const edits::Timeline>(before->sharedAnalysis(), events));
    QVERIFY(!m_window->selection().current().has_value());
}

void TestMainWindow::aFolderWithoutAReadableArticleSaysSo()
{
    m_window->setFolder(QStringLiteral("pictures"));
    auto* page = m_window->findChild<NothingPage*>();
    QVERIFY(page != nullptr);
    QVERIFY(!page->isVisible()); // it is being read
    CorpusBuilder made("/folder/pictures");
    made.skipped("one.jpg", "JPEG picture").skipped("two.jpg", "JPEG picture");
    m_window->setTimeline(made.build());
    QVERIFY(!page->isVisible());
    m_window->finishProgress();
    QVERIFY(page->isVisible());
    QVERIFY2(page->text().contains(u'2'), qPrintable(page->text()));
    auto* reasons = m_window->findChild<QDockWidget*>(QStringLiteral("skipped"));
    QVERIFY(!reasons->isVisible());
    for (auto* button : page->findChildren<QPushButton*>())
        if (button->accessibleName() == QStringLiteral("Show why the files were skipped"))
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(reasons->isVisible());
    QVERIFY(m_window->timelinePanel().view().scene().axis.coarse.ticks.empty());

    m_window->setFolder(QStringLiteral("empty"));
    m_window->setTimeline(CorpusBuilder("/folder/empty").build());
    m_window->finishProgress();
    QVERIFY(page->isVisible());
    QVERIFY(!page->findChildren<QPushButton*>().front()->isVisible()); // there is no reason to show
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    QVERIFY(!page->isVisible());
    QVERIFY(m_window->articles().isVisible());
}

void TestMainWindow::anArticleWithoutEventsShowsNoAxis()
{
    m_window->setFolder(QStringLiteral("quiet"));
    CorpusBuilder made("/folder/quiet");
    made.article(ArticleBuilder("a.txt", "Alpha").text("nothing happens"));
    m_window->setTimeline(made.build());
    m_window->finishProgress();
    QVERIFY(m_window->articles().isVisible());
    TimelineView& view = m_window->timelinePanel().view();
    QVERIFY(view.scene().axis.coarse.ticks.empty());
    m_window->setTimeline(harbor().build());
    QVERIFY(!view.scene().axis.coarse.ticks.empty());
}

void TestMainWindow::aDroppedFolderIsAskedFor()
{
    QSignalSpy open(m_window.get(), &MainWindow::openFolderRequested);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/some/folder"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QCOMPARE(open.size(), 1);
    QCOMPARE(open[0][0].toString(), QStringLiteral("/some/folder"));
}

void TestMainWindow::progressCanBeCancelled()
{
    QSignalSpy cancel(m_window.get(), &MainWindow::cancelRequested);
    m_window->setProgress({RunProgress::Phase::Reading, 3, 10});
    for (auto* button : m_window->findChildren<QPushButton*>())
        if (button->accessibleName() == QStringLiteral("Cancel reading")) {
            QVERIFY(button->isVisible());
            QTest::mouseClick(button, Qt::LeftButton);
            m_window->finishProgress();
            QVERIFY(!button->isVisible());
        }
    QCOMPARE(cancel.size(), 1);
}

void TestMainWindow::theMenuChoosesTheAppearance()
{
    for (const auto& [text, appearance] :
         {std::pair("&Light", Appearance::Light), std::pair("&Dark", Appearance::Dark)}) {
        const QList<QAction*> actions = m_window->findChildren<QAction*>();
        const auto choice = std::ranges::find(actions, QString::fromLatin1(text), &QAction::text);
        QVERIFY(choice != actions.end());
        (*choice)->trigger();
        QCOMPARE(m_window->appearance(), appearance);
        QVERIFY((*choice)->isChecked());
    }
}

void TestMainWindow::theLayoutComesBackAndNothingElseDoes()
{
    m_window->setFolder(QStringLiteral("harbor"));
    auto* dock = m_window->findChild<QDockWidget*>(QStringLiteral("inspector"));
    dock->hide();
    m_window->setAppearance(Appearance::Dark);
    const QByteArray layout = m_window->saveLayout();
    dock->show();
    m_window->setAppearance(Appearance::Light);
    QVERIFY(!m_window->restoreLayout("nonsense"));
    QVERIFY(!m_window->restoreLayout(layout.first(30)));
    QVERIFY(dock->isVisible());
    QCOMPARE(m_window->appearance(), Appearance::Light);
    QVERIFY(m_window->restoreLayout(layout));
    QVERIFY(!dock->isVisible());
    QCOMPARE(m_window->appearance(), Appearance::Dark);
}

void TestMainWindow::oneArticleIsCountedAsOne()
{
    CorpusBuilder corpus("/folder");
    corpus.article(ArticleBuilder("a.txt", "Courier").title("Title").text("One sentence.\n"));
    m_window->setFolder(QStringLiteral("folder"));
    m_window->setTimeline(corpus.build());
    const auto* list = m_window->findChild<ArticleListPanel*>();
    QVERIFY(list != nullptr);
    const auto labels = list->findChildren<QLabel*>();
    const auto says = [](const QLabel* label) { return label->text() == QStringLiteral("1 article"); };
    QVERIFY(std::ranges::any_of(labels, says));
}

void TestMainWindow::aFirstWindowFitsItsScreen_data()
{
    QTest::addColumn<QSize>("screen");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("a small notebook") << QSize(1024, 740) << true;
    QTest::newRow("as large as the window likes to be") << QSize(1440, 900) << true;
    QTest::newRow("just larger") << QSize(1441, 961) << false;
    QTest::newRow("an office screen") << QSize(1920, 1160) << false;
    QTest::newRow("4K") << QSize(3840, 2120) << false;
}

void TestMainWindow::aFirstWindowFitsItsScreen()
{
    QFETCH(QSize, screen);
    QFETCH(bool, isWhole);
    MainWindow window;
    setFirstSize(window, screen);
    QCOMPARE(window.isMaximized(), isWhole);
    if (!isWhole) {
        QVERIFY(window.width() < screen.width());
        QVERIFY(window.height() + 40 < screen.height()); // the frame stands above
        QVERIFY(window.width() >= 1400);
        QVERIFY(window.width() <= 1920);
    }
}

void TestMainWindow::aLayoutOfTheStartPageHidesNoPaneLater()
{
    m_window->setFolder(QString());
    const QByteArray layout = m_window->saveLayout();
    MainWindow next;
    QVERIFY(next.restoreLayout(layout));
    next.show();
    next.setFolder(QStringLiteral("harbor"));
    for (const char* name : {"inspector", "timeline", "sources"}) {
        const auto* dock = next.findChild<QDockWidget*>(QString::fromLatin1(name));
        QVERIFY2(dock != nullptr, name);
        QVERIFY2(dock->isVisible(), name);
    }
}

void TestMainWindow::theInspectorNamesTheSilent()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    m_window->selection().setCurrent(EventId{0});
    QCOMPARE(m_window->inspector().silentText(), QStringLiteral("Silent: Gamma"));
    QCOMPARE(m_window->inspector().dateLabelText(), QStringLiteral("1 April 2021"));
}

void TestMainWindow::goToDateTakesADate()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    QLineEdit* field = nullptr;
    for (auto* edit : m_window->findChildren<QLineEdit*>())
        if (edit->accessibleName() == QStringLiteral("Go to date"))
            field = edit;
    QVERIFY(field != nullptr);
    QTest::keyClicks(field, QStringLiteral("2019-07-04"));
    QTest::keyClick(field, Qt::Key_Return);
    const double wanted = timeline::secondsOf(*dayFromIso("2019-07-04")) + 43'200.0;
    QVERIFY(std::abs(m_window->timelinePanel().view().scale().visible().center() - wanted) < 1.0);
    field->setText(QStringLiteral("soon"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!m_window->message().isEmpty());
}

void TestMainWindow::aMessageIsPlainText()
{
    m_window->showMessage(QStringLiteral("<img src='/x.png'> could not be read"));
    QCOMPARE(m_window->message(), QStringLiteral("<img src='/x.png'> could not be read"));
}

void TestMainWindow::tableAndMatrixHaveTheSelectionOfTheTimeline()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    m_window->activateWindow();
    QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
    QTableView& table = m_window->eventTable().table();
    QTRY_COMPARE(m_window->eventTable().model().rowCount(), 3);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(1, 1)).center());
    QCOMPARE(m_window->selection().current(), std::optional(EventId{1}));
    QVERIFY(m_window->timelinePanel().view().scene().markOf(EventId{1})->isSelected);
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QCOMPARE(table.currentIndex().row(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    CoveragePanel& matrix = m_window->coverage();
    QTRY_COMPARE(matrix.model().rowCount(), 3);
    QCOMPARE(matrix.table().currentIndex().row(), 2);
    // "first" is told by Beta's second sentence
    QTest::mouseClick(matrix.table().viewport(), Qt::LeftButton, {},
                      matrix.table().visualRect(matrix.model().index(0, 1)).center());
    QCOMPARE(m_window->selection().current(), std::optional(EventId{0}));
    ArticlePane* beta = m_window->articles().paneOf(ArticleId{1});
    QVERIFY(beta != nullptr);
    QCOMPARE(beta->text().evidence().front().sentence, 1U);
}

void TestMainWindow::severalEventsAreLitWithLetters()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    TimelineView& view = m_window->timelinePanel().view();
    const auto click = [&](std::uint32_t event, Qt::KeyboardModifiers with) {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, with, view.scene().markOf(EventId{event})->center.toPoint());
    };
    click(0, {});
    click(1, Qt::ControlModifier);
    QCOMPARE(m_window->selection().events(), (std::vector{EventId{0}, EventId{1}}));
    const auto& alpha = m_window->articles().paneOf(ArticleId{0})->text().evidence();
    QCOMPARE(alpha.size(), 1U);
    QCOMPARE(alpha[0].letters, QStringLiteral("AB")); // one sentence tells both
    const auto& beta = m_window->articles().paneOf(ArticleId{1})->text().evidence();
    QCOMPARE(beta[0].letters, QStringLiteral("A"));
    QVERIFY(!beta[0].isCurrent);
    QCOMPARE(m_window->articles().paneOf(ArticleId{1})->footerText(), QStringLiteral("does not mention this event"));
    click(0, Qt::ControlModifier); // and out again
    QCOMPARE(m_window->selection().events(), std::vector{EventId{1}});
    QVERIFY(m_window->articles().paneOf(ArticleId{0})->text().evidence()[0].letters.isEmpty());
}

void TestMainWindow::aLayoutPutsItsPaneOnTop()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    const auto isOnTop = [this](const QWidget& pane) {
        const QWidget* there = m_window->childAt(pane.mapTo(m_window.get(), pane.rect().center()));
        return there != nullptr && pane.isAncestorOf(there);
    };
    m_window->setPaneLayout(PaneLayout::Compare);
    QTRY_VERIFY(isOnTop(m_window->coverage()));
    QVERIFY(!m_window->inspector().isVisible());
    m_window->setPaneLayout(PaneLayout::Triage);
    QTRY_VERIFY(isOnTop(m_window->eventTable()));
    QVERIFY(isOnTop(m_window->inspector()));
    QVERIFY(!m_window->articleList().isVisible());
    m_window->setPaneLayout(PaneLayout::Timeline);
    QTRY_VERIFY(isOnTop(m_window->timelinePanel()));
    const int high = m_window->timelinePanel().height();
    m_window->setPaneLayout(PaneLayout::Read);
    QTRY_VERIFY(m_window->timelinePanel().height() < high);
    QVERIFY(m_window->articleList().isVisible());
}

void TestMainWindow::everyWidgetOneCanReachHasAName()
{
    m_window->setFolder(QStringLiteral("harbor"));
    m_window->setTimeline(harbor().build());
    int checked = 0;
    for (auto* widget : m_window->findChildren<QWidget*>()) {
        const bool isOurs = !widget->objectName().startsWith(QStringLiteral("qt_")) && widget->isVisible();
        if (!isOurs || (widget->focusPolicy() & Qt::TabFocus) == 0 || widget->inherits("QMenuBar"))
            continue;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        QVERIFY2(isNamed, qPrintable(QStringLiteral("%1 in %2")
                                         .arg(QLatin1String(widget->metaObject()->className()),
                                              widget->parentWidget()->accessibleName())));
        ++checked;
    }
    QVERIFY(checked > 8);
}

void TestMainWindow::everyActionWithAKeyIsInAMenu()
{
    int checked = 0;
    for (QAction* action : m_window->actions()) {
        if (action->shortcuts().isEmpty())
            continue;
        bool isInMenu = false;
        for (QObject* owner : action->associatedObjects())
            isInMenu = isInMenu || owner->inherits("QMenu");
        QVERIFY2(isInMenu, qPrintable(action->text()));
        ++checked;
    }
    QVERIFY(checked >= 14);
}

void TestMainWindow::noKeyIsGivenTwice()
{
    QHash<QString, QString> given;
    for (const QAction* action : m_window->actions()) {
        for (const QKeySequence& key : action->shortcuts()) {
            const QString name = key.toString();
            if (name.isEmpty())
                continue; // a key that this platform does not have
            QVERIFY2(!given.contains(name),
                     qPrintable(name + QStringLiteral(": ") + given[name] + u'/' + action->text()));
            given[name] = action->text();
        }
    }
    QVERIFY(given.size() > 40);
}

void TestMainWindow::highContrastOutlinesWhatOneCanPress()
{
    const auto edge = [] {
        QPushButton button(QStringLiteral("press"));
        button.resize(80, 30);
        return button.grab().toImage().pixelColor(40, 0);
    };
    m_window->setAppearance(Appearance::HighContrast);
    QCOMPARE(edge(), Theme::highContrast().border);
    m_window->setAppearance(Appearance::Light);
    QVERIFY(edge() != Theme::highContrast().border);
    QCOMPARE(QApplication::palette().color(QPalette::Window), Theme::light().window);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
