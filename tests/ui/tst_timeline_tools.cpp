// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMouseEvent>
#include <QPrintPreviewDialog>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include "ui/articles/article_list.h"
#include "ui/dialogs/print_timeline.h"
#include "ui/filter/popup_button.h"
#include "ui/timeline/timeline_menu.h"
#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"
#include "ui/views/saved_views.h"

#include "edited_window.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

timeline::TimeRange days(const char* from, const char* until)
{
    return {timeline::secondsOf(*dayFromIso(from)), timeline::secondsOf(*dayFromIso(until))};
}

} // namespace

class TestTimelineTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_own.reset(); }
    void aDragWithCtrlShowsWhatTellsOfThatTime();
    void aKeyReadsAboutWhatIsShown();
    void byPublicationTheBrushMeansWhatWasPublished();
    void aLineOfReferenceComesAndGoes();
    void aDoubleClickOnTheAxisPutsUpALine();
    void lanesAreChosenByKeyAndMenu();
    void aViewWithANameComesBack();
    void savedViewsSurviveAsOneValue();
    void aDamagedValueGivesNoView();
    void theHeaderOfAPrintSaysProjectDayAndFilter();
    void aPrintShowsItsPagesFirst();
    void aLongPrintGoesOnOverPages();

private:
    TimelineView& view() { return m_own->window.timelinePanel().view(); }
    int xOf(double seconds) { return qRound(view().scene().plotLeft + view().scale().x(seconds)); }

    std::unique_ptr<EditedWindow> m_own;
};

void TestTimelineTools::init()
{
    m_own = std::make_unique<EditedWindow>(harbor());
    QVERIFY(QTest::qWaitForWindowExposed(&m_own->window));
    view().setVisibleRange(days("2021-04-10", "2021-04-24"));
}

void TestTimelineTools::aDragWithCtrlShowsWhatTellsOfThatTime()
{
    QWidget* surface = view().viewport();
    const int y = qRound(view().scene().laneArea.bottom()) - 3;
    const QPoint from(xOf(timeline::secondsOf(*dayFromIso("2021-04-17")) + 1000.0), y);
    const QPoint to(xOf(timeline::secondsOf(*dayFromIso("2021-04-17")) + 80'000.0), y);
    const timeline::TimeRange seen = view().scale().visible();
    QTest::mousePress(surface, Qt::LeftButton, Qt::ControlModifier, from);
    for (const QPoint at : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, at, surface->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton,
                         Qt::ControlModifier);
        QApplication::sendEvent(surface, &move);
    }
    QTest::mouseRelease(surface, Qt::LeftButton, Qt::ControlModifier, to);
    QVERIFY(view().brushed().has_value());
    QVERIFY(view().scale().visible() == seen); // it is read about, not gone to
    // Only Beta tells of the 17th, in its second sentence
    QCOMPARE(m_own->window.articleList().list().model()->rowCount(), 1);
    QCOMPARE(m_own->window.articleList().countText(), QStringLiteral("1 of 3 in the range"));
    QCOMPARE(m_own->reader(1).brushed(), std::optional(std::vector<std::uint32_t>{1}));
    QCOMPARE(m_own->reader(0).brushed(), std::optional(std::vector<std::uint32_t>{}));
    QTest::keyClick(&m_own->window, Qt::Key_Escape);
    QVERIFY(!view().brushed());
    QCOMPARE(m_own->window.articleList().list().model()->rowCount(), 3);
    QVERIFY(!m_own->reader(1).brushed());
}

void TestTimelineTools::aKeyReadsAboutWhatIsShown()
{
    const timeline::TimeRange day = days("2021-04-18", "2021-04-19");
    view().setVisibleRange({day.begin + 3600.0, day.end - 3600.0});
    const timeline::TimeRange seen = view().scale().visible();
    QTest::keyClick(&m_own->window, Qt::Key_W);
    QVERIFY(view().brushed() == seen);
    QCOMPARE(m_own->window.articleList().list().model()->rowCount(), 1);
    view().setVisibleRange(days("2021-04-10", "2021-04-24"));
    QVERIFY(view().brushed() == seen); // moving on does not move it
    QTest::keyClick(&m_own->window, Qt::Key_W);
    QVERIFY(!view().brushed());
}

void TestTimelineTools::byPublicationTheBrushMeansWhatWasPublished()
{
    QTest::keyClick(&m_own->window, Qt::Key_P, Qt::ShiftModifier);
    view().setVisibleRange(days("2021-04-10", "2021-04-19"));
    QTest::keyClick(&m_own->window, Qt::Key_W);
    QCOMPARE(m_own->window.articleList().list().model()->rowCount(), 0); // all were published on the 20th
    QTest::keyClick(&m_own->window, Qt::Key_W);
    view().setVisibleRange(days("2021-04-19", "2021-04-22"));
    QTest::keyClick(&m_own->window, Qt::Key_W);
    QCOMPARE(m_own->window.articleList().list().model()->rowCount(), 3);
}

void TestTimelineTools::aLineOfReferenceComesAndGoes()
{
    m_own->select("Many come");
    QTest::keyClick(&m_own->window, Qt::Key_R);
    QCOMPARE(view().references(), std::vector{timeline::secondsOf(*dayFromIso("2021-04-17")) + 43'200.0});
    QCOMPARE(view().scene().references.size(), 1U);
    QCOMPARE(view().scene().references[0].text, QStringLiteral("17 April 2021"));
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().scene().references[0].rect.center().toPoint());
    QVERIFY(view().references().empty());
    QTest::keyClick(&m_own->window, Qt::Key_R);
    QTest::keyClick(&m_own->window, Qt::Key_R);
    QVERIFY(view().references().empty());
    QTest::keyClick(&m_own->window, Qt::Key_R);
    QTest::keyClick(&m_own->window, Qt::Key_R, Qt::ShiftModifier);
    QVERIFY(view().references().empty());
}

void TestTimelineTools::aDoubleClickOnTheAxisPutsUpALine()
{
    const double noon = timeline::secondsOf(*dayFromIso("2021-04-20")) + 43'200.0;
    const QPoint place(xOf(noon) + 5, qRound(view().scene().axisArea.center().y()));
    QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(view().references(), std::vector{noon});
    // It comes back with the view, and the export has it
    const auto kept = m_own->window.viewState();
    view().setReferences({});
    m_own->window.restoreView(kept);
    QCOMPARE(view().references(), std::vector{noon});
}

void TestTimelineTools::lanesAreChosenByKeyAndMenu()
{
    TimelinePanel& panel = m_own->window.timelinePanel();
    QVERIFY(!panel.chosenLanes());
    QTest::keyClick(&m_own->window, Qt::Key_L, Qt::ShiftModifier);
    QCOMPARE(panel.chosenLanes(), std::optional(LaneMode::None));
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&m_own->window, Qt::Key_L, Qt::ShiftModifier);
    QCOMPARE(panel.chosenLanes(), std::optional(LaneMode::Topic));
    QCOMPARE(panel.index()->laneMode(), LaneMode::Topic);
    const auto kept = m_own->window.viewState();
    panel.setLanes(std::nullopt);
    m_own->window.restoreView(kept);
    QCOMPARE(panel.chosenLanes(), std::optional(LaneMode::Topic));
}

void TestTimelineTools::aViewWithANameComesBack()
{
    SavedViewsPanel& views = m_own->window.timelineMenu().views();
    TimelinePanel& panel = m_own->window.timelinePanel();
    EventFilter filter = panel.filter();
    filter.text = QStringLiteral("pier");
    panel.setFilter(filter);
    view().setVisibleRange(days("2021-04-14", "2021-04-18"));
    const timeline::TimeRange seen = view().scale().visible();
    QTest::keyClick(&m_own->window, Qt::Key_V);
    QTRY_VERIFY(views.nameField().isVisible());
    QTest::keyClicks(&views.nameField(), QStringLiteral("The <b>pier</b>"));
    QTest::keyClick(&views.nameField(), Qt::Key_Return);
    QCOMPARE(views.list().count(), 1);
    QCOMPARE(views.list().item(0)->text(), QStringLiteral("The <b>pier</b>"));

    panel.setFilter(EventFilter());
    view().fit();
    m_own->window.setPaneLayout(PaneLayout::Compare);
    QVERIFY(panel.index()->order().size() == 3U);
    QTest::mouseClick(views.list().viewport(), Qt::LeftButton, {},
                      views.list().visualItemRect(views.list().item(0)).center());
    QCOMPARE(panel.filter().text, QStringLiteral("pier"));
    QCOMPARE(panel.index()->order().size(), 1U);
    QVERIFY(std::abs(view().scale().visible().begin - seen.begin) < 2.0);
    QVERIFY(std::abs(view().scale().visible().end - seen.end) < 2.0);
    QCOMPARE(views.list().count(), 1);

    QTest::mouseClick(&views.removeButton(), Qt::LeftButton);
    QCOMPARE(views.list().count(), 0);
}

void TestTimelineTools::savedViewsSurviveAsOneValue()
{
    SavedViewsPanel& views = m_own->window.timelineMenu().views();
    QSignalSpy changed(&m_own->window, &MainWindow::viewChanged);
    QTest::keyClick(&m_own->window, Qt::Key_V);
    QTest::keyClicks(&views.nameField(), QStringLiteral("Ünicode \"quoted\""));
    QTest::keyClick(&views.nameField(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 5000); // the project keeps it
    const auto kept = m_own->window.viewState();
    const std::vector<SavedView> before = views.views();
    QVERIFY(!before[0].values.contains("views"));
    views.setViews({});
    m_own->window.restoreView(kept);
    QCOMPARE(views.views().size(), std::size_t{1});
    QVERIFY(views.views() == before);
}

void TestTimelineTools::aDamagedValueGivesNoView()
{
    QVERIFY(savedViewsFrom("").empty());
    QVERIFY(savedViewsFrom("[{\"name\": 3}, 7, {\"values\": {}}]").empty());
    QVERIFY(savedViewsFrom("[{\"name\": \"x\"").empty());
    std::vector<SavedView> many;
    many.reserve(150);
    for (int i = 0; i < 150; ++i)
        many.push_back({QString::number(i), {{"a", "b"}}});
    QCOMPARE(savedViewsFrom(textOf(many)).size(), std::size_t{100});
}

void TestTimelineTools::theHeaderOfAPrintSaysProjectDayAndFilter()
{
    EventFilter filter;
    QCOMPARE(printHeader(*m_own->timeline, filter, *dayFromIso("2021-05-02")),
             QStringLiteral("harbor · 2 May 2021 · no filter"));
    filter.text = QStringLiteral("pier");
    QCOMPARE(printHeader(*m_own->timeline, filter, *dayFromIso("2021-05-02")),
             QStringLiteral("harbor · 2 May 2021 · filter: with “pier”"));
}

void TestTimelineTools::aPrintShowsItsPagesFirst()
{
    int pages = 0;
    QTimer shows;
    shows.setSingleShot(true);
    connect(&shows, &QTimer::timeout, this, [&pages] {
        auto* dialog = qobject_cast<QPrintPreviewDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        auto* preview = dialog->findChild<QPrintPreviewWidget*>();
        preview->updatePreview();
        pages = preview->pageCount();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    shows.start(0);
    QTest::keyClick(&m_own->window, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(pages, 1);
}

void TestTimelineTools::aLongPrintGoesOnOverPages()
{
    CorpusBuilder corpus("/folder/long");
    corpus.article(ArticleBuilder("a.txt", "Alpha").published("2021-04-20").text("one\ntwo"));
    for (int i = 0; i < 1200; ++i)
        corpus.event("event " + std::to_string(i), dateOf("2021-04-1" + std::to_string(i % 10)), {{0, 0}});
    const auto timeline = corpus.build();
    const QTemporaryDir folder;
    const auto sizeOf = [&](const edits::Timeline& shown, const QString& name) {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setPageOrientation(QPageLayout::Landscape);
        printer.setOutputFileName(folder.filePath(name));
        printTimeline(printer, shown, {}, *dayFromIso("2021-05-02"));
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return qsizetype{0};
        return file.readAll().count("/Type /Page\n");
    };
    QCOMPARE(sizeOf(*m_own->timeline, QStringLiteral("short.pdf")), qsizetype{1});
    QVERIFY(sizeOf(*timeline, QStringLiteral("long.pdf")) > 1);
}

QTEST_MAIN(TestTimelineTools)
#include "tst_timeline_tools.moc"
