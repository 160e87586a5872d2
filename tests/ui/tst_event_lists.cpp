// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "support/corpus_builder.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/events/event_table.h"
#include "ui/selection.h"
#include "ui/statistics/statistics_panel.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

/// Three sources; Alpha tells everything, Beta denies one event and dates another differently, Gamma has two articles
/// and tells one event in two sentences of one of them.
CorpusBuilder disputes()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").published("2021-04-20").text("zero\none\ntwo\nthree"));
    corpus.article(ArticleBuilder("b.txt", "Beta").published("2021-04-21").text("zero\none\ntwo"));
    corpus.article(ArticleBuilder("c.txt", "Gamma").published("2021-05-02").text("zero\none\ntwo"));
    corpus.article(ArticleBuilder("d.txt", "Gamma").published("2021-05-03").text("zero"));
    corpus.event("plain", dateOf("2021-04-03"), {{0, 0}, {2, 1}, {2, 2}}, 0.6);
    corpus.event("denied", dateOf("2021-04-01"), {{0, 1}, {1, 1}}, 0.9);
    corpus.last().supports[1].factuality = events::Factuality::Denied;
    corpus.event("two dates", dateOf("2021-04-10"), {{0, 2}, {1, 2}}, 0.7);
    corpus.last().positions = {dateOf("2021-04-10"), dateOf("2021-04-12")};
    corpus.last().supports[1].date = dateOf("2021-04-12");
    corpus.event("some day", dateOf(""), {{0, 3}}, 0.8);
    return corpus;
}

std::shared_ptr<const TimelineIndex> indexOf(const std::shared_ptr<const edits::Timeline>& timeline,
                                             const EventFilter& filter = {})
{
    auto sources = std::make_shared<const SourceTable>(SourceTable::of(timeline->analysis()));
    return std::make_shared<const TimelineIndex>(timeline, sources, filter, Arrangement{});
}

template <class Panel>
void show(Panel& panel)
{
    panel.resize(900, 300);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
}

QStringList titlesOf(const EventTableModel& model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles << model.index(row, EventTableModel::TitleColumn).data().toString();
    return titles;
}

QPoint placeOf(const QTableView& table, int row, int column)
{
    return table.visualRect(table.model()->index(row, column)).center();
}

} // namespace

class TestEventLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableListsWhatTheFilterShows();
    void aClickOnAHeaderSorts_data();
    void aClickOnAHeaderSorts();
    void severalRowsAreSelectedTheCurrentOneLast();
    void allRowsAreChosenHoweverMany();
    void theSelectionOfOthersIsFollowedInSilence();
    void enterOpensAnEvent();
    void aTableOutOfSightCostsNothing();
    void aSourceSaysDiffersDeniesOrIsSilent();
    void aClickOnACellGoesToTheSentence();
    void aClickOnASilentCellOpensTheArticle();
    void theMatrixGoesByKeysAndByOrder();
    void manySourcesStandUpright();
    void theStatisticsCountWhatIsShown();
    void theNumbersOfTheChartsAreCopiedAsATable();
    void theChartsArePictures();
};

void TestEventLists::theTableListsWhatTheFilterShows()
{
    EventTablePanel panel;
    const QAbstractItemModelTester tester(&panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(panel);
    const auto timeline = disputes().build();
    panel.setIndex(indexOf(timeline));
    QCOMPARE(titlesOf(panel.model()), (QStringList{QStringLiteral("denied"), QStringLiteral("plain"),
                                                   QStringLiteral("two dates"), QStringLiteral("some day")}));
    const auto text = [&](int row, int column) { return panel.model().index(row, column).data().toString(); };
    QCOMPARE(text(0, EventTableModel::DateColumn), QStringLiteral("1 April 2021"));
    QCOMPARE(text(2, EventTableModel::DateColumn), QStringLiteral("disputed: 10 Apr 2021 or 12 Apr 2021"));
    QCOMPARE(text(1, EventTableModel::SourcesColumn), QStringLiteral("2"));
    QCOMPARE(text(1, EventTableModel::ReviewColumn), QStringLiteral("not reviewed"));
    EventFilter filter;
    filter.text = QStringLiteral("dates");
    panel.setIndex(indexOf(timeline, filter));
    QCOMPARE(titlesOf(panel.model()), QStringList{QStringLiteral("two dates")});
    panel.setIndex(nullptr);
    QCOMPARE(panel.model().rowCount(), 0);
}

void TestEventLists::aClickOnAHeaderSorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("clicks");
    QTest::addColumn<QString>("titles");
    QTest::newRow("by title") << int(EventTableModel::TitleColumn) << 1 << "denied,plain,some day,two dates";
    QTest::newRow("by weight") << int(EventTableModel::WeightColumn) << 1 << "plain,two dates,some day,denied";
    QTest::newRow("by weight, the weightiest first")
        << int(EventTableModel::WeightColumn) << 2 << "denied,some day,two dates,plain";
    QTest::newRow("by date, the latest first; the undated stay last")
        << int(EventTableModel::DateColumn) << 1 << "two dates,plain,denied,some day";
    QTest::newRow("by sources") << int(EventTableModel::SourcesColumn) << 1 << "some day,denied,plain,two dates";
}

void TestEventLists::aClickOnAHeaderSorts()
{
    QFETCH(int, column);
    QFETCH(int, clicks);
    QFETCH(QString, titles);
    EventTablePanel panel;
    show(panel);
    panel.setIndex(indexOf(disputes().build()));
    panel.setSelected({EventId{2}});
    QHeaderView* header = panel.table().horizontalHeader();
    const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, 5);
    for (int i = 0; i < clicks; ++i)
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(titlesOf(panel.model()).join(u','), titles);
    const auto rows = panel.table().selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(panel.model().eventAt(rows[0].row()), EventId{2});
}

void TestEventLists::severalRowsAreSelectedTheCurrentOneLast()
{
    EventTablePanel panel;
    show(panel);
    panel.setIndex(indexOf(disputes().build()));
    QSignalSpy chosen(&panel, &EventTablePanel::eventsChosen);
    QTest::mouseClick(panel.table().viewport(), Qt::LeftButton, {}, placeOf(panel.table(), 2, 1));
    QTest::mouseClick(panel.table().viewport(), Qt::LeftButton, Qt::ControlModifier, placeOf(panel.table(), 0, 1));
    QVERIFY(chosen.size() >= 2);
    // Rows: denied (1), plain (0), two dates (2)
    QCOMPARE(chosen.back()[0].value<std::vector<EventId>>(), (std::vector{EventId{2}, EventId{1}}));
}

void TestEventLists::allRowsAreChosenHoweverMany()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").text("zero"));
    for (int i = 0; i < 20'000; ++i)
        corpus.event("event " + std::to_string(i), dateOf("2021-04-03"), {{0, 0}});
    EventTablePanel panel;
    show(panel);
    panel.setIndex(indexOf(corpus.build()));
    QSignalSpy chosen(&panel, &EventTablePanel::eventsChosen);
    panel.table().setFocus();
    QTest::keyClick(&panel.table(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 1);
    const auto events = chosen[0][0].value<std::vector<EventId>>();
    QCOMPARE(events.size(), std::size_t{20'000});
    // As many as there are letters are compared, the rest are decided about
    Selection selection;
    selection.setEvents(events);
    QCOMPARE(selection.events().size(), Selection::most);
    QCOMPARE(selection.all().size(), std::size_t{20'000});
    QCOMPARE(selection.events().front(), events.front());
    QCOMPARE(selection.current(), std::optional(events.back()));
    panel.setSelected(selection.all());
    QCOMPARE(panel.table().selectionModel()->selectedRows().size(), 20'000);
}

void TestEventLists::theSelectionOfOthersIsFollowedInSilence()
{
    EventTablePanel panel;
    show(panel);
    panel.setIndex(indexOf(disputes().build()));
    QSignalSpy chosen(&panel, &EventTablePanel::eventsChosen);
    panel.setSelected({EventId{0}, EventId{2}});
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(panel.table().selectionModel()->selectedRows().size(), 2);
    QCOMPARE(panel.model().eventAt(panel.table().currentIndex().row()), EventId{2});
    panel.setSelected({});
    QVERIFY(panel.table().selectionModel()->selectedRows().isEmpty());
}

void TestEventLists::enterOpensAnEvent()
{
    EventTablePanel panel;
    show(panel);
    panel.setIndex(indexOf(disputes().build()));
    QSignalSpy opened(&panel, &EventTablePanel::eventOpened);
    panel.table().setFocus();
    panel.setSelected({EventId{0}});
    QTest::keyClick(&panel.table(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<EventId>(), EventId{0});
}

void TestEventLists::aTableOutOfSightCostsNothing()
{
    EventTablePanel panel;
    panel.setIndex(indexOf(disputes().build()));
    panel.setSelected({EventId{1}});
    QCOMPARE(panel.model().rowCount(), 0);
    show(panel);
    QCOMPARE(panel.model().rowCount(), 4);
    QCOMPARE(panel.table().selectionModel()->selectedRows().size(), 1);
    panel.setSeen(false); // behind another tab
    EventFilter filter;
    filter.text = QStringLiteral("denied");
    panel.setIndex(indexOf(disputes().build(), filter));
    QCOMPARE(panel.model().rowCount(), 4);
    panel.setSeen(true);
    QCOMPARE(panel.model().rowCount(), 1);
}

void TestEventLists::aSourceSaysDiffersDeniesOrIsSilent()
{
    const auto timeline = disputes().build();
    const SourceTable sources = SourceTable::of(timeline->analysis());
    const auto of = [&](std::uint32_t event, std::uint32_t article) {
        return coverageOf((*timeline)[EventId{event}].event, sources)[sources.indexOf(ArticleId{article})];
    };
    QVERIFY(of(0, 0).coverage == Coverage::Says);
    QVERIFY(of(0, 1).coverage == Coverage::Silent);
    QVERIFY(of(0, 2).coverage == Coverage::Says);
    QCOMPARE(of(0, 2).sentences, 2U);
    QVERIFY(of(1, 1).coverage == Coverage::Denies);
    QVERIFY(of(2, 0).coverage == Coverage::Says);
    QVERIFY(of(2, 1).coverage == Coverage::Differs);
    QVERIFY(of(2, 1).first == (edits::SentenceRef{ArticleId{1}, 2}));
}

void TestEventLists::aClickOnACellGoesToTheSentence()
{
    CoveragePanel panel;
    const QAbstractItemModelTester tester(&panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    show(panel);
    panel.setIndex(indexOf(disputes().build()));
    QCOMPARE(panel.model().rowCount(), 4);
    QCOMPARE(panel.model().columnCount(), 3); // Gamma with its two articles, then Alpha and Beta
    QCOMPARE(panel.model().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Gamma"));
    QSignalSpy event(&panel, &CoveragePanel::eventChosen);
    QSignalSpy sentence(&panel, &CoveragePanel::sentenceChosen);
    QTest::mouseClick(panel.table().viewport(), Qt::LeftButton, {}, placeOf(panel.table(), 2, 2));
    QCOMPARE(event.size(), 1);
    QCOMPARE(event[0][0].value<EventId>(), EventId{2});
    QCOMPARE(sentence.size(), 1);
    QVERIFY(sentence[0][0].value<edits::SentenceRef>() == (edits::SentenceRef{ArticleId{1}, 2}));
    QCOMPARE(panel.model().index(2, 2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Beta differs: “two”"));
}

void TestEventLists::aClickOnASilentCellOpensTheArticle()
{
    CoveragePanel panel;
    show(panel);
    panel.setIndex(indexOf(disputes().build()));
    QSignalSpy article(&panel, &CoveragePanel::articleChosen);
    QSignalSpy sentence(&panel, &CoveragePanel::sentenceChosen);
    QTest::mouseClick(panel.table().viewport(), Qt::LeftButton, {}, placeOf(panel.table(), 0, 0));
    QCOMPARE(sentence.size(), 0);
    QCOMPARE(article.size(), 1);
    QCOMPARE(article[0][0].value<ArticleId>(), ArticleId{2});
}

void TestEventLists::theMatrixGoesByKeysAndByOrder()
{
    CoveragePanel panel;
    show(panel);
    panel.setIndex(indexOf(disputes().build()));
    panel.order().setFocus();
    QTest::keyClick(&panel.order(), Qt::Key_End); // disputed first
    QCOMPARE(panel.model().eventAt(0), EventId{1});
    QCOMPARE(panel.model().eventAt(1), EventId{2});
    panel.setSelected(EventId{1});
    panel.table().setFocus();
    QSignalSpy sentence(&panel, &CoveragePanel::sentenceChosen);
    QTest::keyClick(&panel.table(), Qt::Key_End);
    QTest::keyClick(&panel.table(), Qt::Key_Return);
    QCOMPARE(sentence.size(), 1);
    QVERIFY(sentence[0][0].value<edits::SentenceRef>() == (edits::SentenceRef{ArticleId{1}, 1}));
}

void TestEventLists::manySourcesStandUpright()
{
    CorpusBuilder corpus;
    for (int i = 0; i < 40; ++i)
        corpus.article(ArticleBuilder("f" + std::to_string(i), "Source number " + std::to_string(i)).text("one"));
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;
    for (std::uint32_t i = 0; i < 38; ++i)
        all.emplace_back(i, 0);
    corpus.event("event", dateOf("2021-04-03"), all);
    CoveragePanel panel;
    show(panel);
    panel.setIndex(indexOf(disputes().build()));
    const int flat = panel.table().horizontalHeader()->sizeHint().height();
    panel.setIndex(indexOf(corpus.build()));
    QVERIFY(panel.table().horizontalHeader()->sizeHint().height() > 2 * flat);
    QVERIFY(panel.table().columnWidth(0) >= panel.fontMetrics().height());
    QCOMPARE(panel.model().columnCount(), 38); // of so many, those that tell nothing are only counted
    QCOMPARE(panel.model().silentSources(), 2U);
}

void TestEventLists::theStatisticsCountWhatIsShown()
{
    StatisticsPanel panel;
    show(panel);
    panel.setIndex(indexOf(disputes().build()));
    const Statistics& counted = panel.statistics();
    QCOMPARE(counted.sources.size(), 3U);
    QCOMPARE(counted.sources[0].name, QStringLiteral("Gamma"));
    QCOMPARE(counted.sources[0].articles, 2U);
    QCOMPARE(counted.sources[0].events, 1U);
    QCOMPARE(counted.sources[1].events, 4U); // Alpha, the undated one too
    QCOMPARE(counted.sources[2].events, 2U);
    std::uint32_t articles = 0;
    std::uint32_t events = 0;
    for (const Statistics::Period& period : counted.periods) {
        articles += period.articles;
        events += period.events;
    }
    QCOMPARE(articles, 4U);
    QCOMPARE(events, 3U);
    QCOMPARE(counted.periods.size(), 33U); // days from 1 April to 3 May
    EventFilter filter;
    filter.text = QStringLiteral("denied");
    panel.setIndex(indexOf(disputes().build(), filter));
    QCOMPARE(panel.statistics().sources[0].events, 0U);
}

void TestEventLists::theNumbersOfTheChartsAreCopiedAsATable()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "=HYPERLINK(1)").published("2021-04-20").text("zero"));
    corpus.event("plain", dateOf("2021-04-20"), {{0, 0}});
    StatisticsPanel panel;
    show(panel);
    panel.setIndex(indexOf(corpus.build()));
    QCOMPARE(panel.table(), QStringLiteral("source\tarticles\tevents\n'=HYPERLINK(1)\t1\t1\n\n"
                                           "from\tuntil\tarticles\tevents\n2021-04-20\t2021-04-20\t1\t1\n"));
}

void TestEventLists::theChartsArePictures()
{
    StatisticsPanel panel;
    show(panel);
    panel.setTheme(Theme::light());
    panel.setIndex(indexOf(disputes().build()));
    const QImage picture = panel.image();
    QVERIFY(picture.width() > 1000);
    QSet<QRgb> colors;
    for (int y = 0; y < picture.height(); y += 3)
        for (int x = 0; x < picture.width(); x += 3)
            colors.insert(picture.pixel(x, y));
    QVERIFY(colors.contains(Theme::light().seriesColor(0).rgb()));
    QVERIFY(colors.contains(Theme::light().seriesColor(1).rgb()));
}

QTEST_MAIN(TestEventLists)
#include "tst_event_lists.moc"
