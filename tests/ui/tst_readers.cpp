// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/article_strip.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QHelpEvent>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QTreeView>

#include "support/corpus_builder.h"
#include "ui/articles/article_list.h"
#include "ui/articles/article_pane.h"
#include "ui/articles/evidence_cards.h"
#include "ui/articles/reader_text.h"
#include "ui/articles/tick_scroll_bar.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

/// Sentences 0…79; each article tells event 0 in its sentence 60 and event 1 in its sentence 1, but the third.
CorpusBuilder articles(std::uint32_t count)
{
    CorpusBuilder corpus;
    std::string text;
    for (int i = 0; i < 80; ++i)
        text += "Sentence " + std::to_string(i) + " says 中文 and 👍🏽 to all who read it.\n";
    std::vector<std::pair<std::uint32_t, std::uint32_t>> low;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> high;
    for (std::uint32_t i = 0; i < count; ++i) {
        corpus.article(ArticleBuilder(std::to_string(100 + i) + ".txt", "Source " + std::to_string(i))
                           .title("Title " + std::to_string(i))
                           .published("2021-04-15")
                           .text(text));
        if (i != 2) {
            low.emplace_back(i, 60);
            high.emplace_back(i, 1);
        }
    }
    corpus.event("far below", dateOf("2021-04-13"), low);
    corpus.event("at the top", dateOf("2021-04-14"), high);
    return corpus;
}

QString selectedText(const QTextEdit::ExtraSelection& selection)
{
    return selection.cursor.selectedText();
}

} // namespace

class TestReaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsFitTheWidth();
    void litSpansAreTheSentencesOfTheEvent();
    void litSpansHoldInALongLine();
    void theSilentSaySo();
    void aReaderScrollsOnlyIfNoEvidenceIsVisible();
    void theFirstEvidenceComesToAThirdOfTheHeight();
    void whatIsFarAwayIsLitWhenOneComesThere();
    void aLitSentenceStaysInSightWhenItsColumnShrinks();
    void aClickOnASentenceNamesIt();
    void anExpressionOfTimeTellsWhatItMeans();
    void expressionsOfTimeAreUnderlinedWhenAsked();
    void theTextIsNeverModified();
    void aLaterSnapshotKeepsColumnsAndScroll();
    void aLaterSnapshotOfTheSameEventScrollsNothing();
    void columnsStandInTheOrderOfTheFiles();
    void evidenceWithoutAColumnIsACard();
    void aPinnedArticleKeepsItsColumn();
    void theStripScrollsThroughAllArticles();
    void linesHaveAirAndPointsFindTheirText();
    void theModelsAreSound();
    void theListCountsAndFilters();
};

void TestReaders::columnsFitTheWidth()
{
    ArticleStrip strip;
    strip.setTimeline(articles(10).build());
    for (const auto& [width, columns] : {std::pair{300, 1U}, {900, 2U}, {1700, 4U}, {6000, 6U}}) {
        strip.resize(width, 400);
        strip.show();
        QTRY_COMPARE(strip.panes().size(), columns);
    }
    strip.setTimeline(articles(3).build());
    QCOMPARE(strip.panes().size(), 3U);
}

void TestReaders::litSpansAreTheSentencesOfTheEvent()
{
    ArticleStrip strip;
    strip.resize(900, 400);
    strip.show();
    const auto timeline = articles(2).build();
    strip.setTimeline(timeline);
    strip.setEvent(EventId{0});
    for (ArticlePane* pane : strip.panes()) {
        const auto lit = pane->text().extraSelections();
        QCOMPARE(lit.size(), 2); // the sentence, and the words that name the event
        QCOMPARE(selectedText(lit[0]), QStringLiteral("Sentence 60 says 中文 and 👍🏽 to all who read it."));
        QCOMPARE(selectedText(lit[1]), QStringLiteral("Sente"));
        QCOMPARE(static_cast<TickScrollBar*>(pane->text().verticalScrollBar())->ticks().size(), 1U);
        QCOMPARE(pane->footerText(), QStringLiteral("1 of 2 sentences"));
    }
    strip.setEvent(std::nullopt);
    QVERIFY(strip.panes()[0]->text().extraSelections().isEmpty());
    QVERIFY(strip.panes()[0]->footerText().isEmpty());
}

void TestReaders::litSpansHoldInALongLine()
{
    std::string before;
    while (before.size() < 25'000)
        before += "wörter 中文 👍🏽 ";
    ArticleBuilder article("a.txt", "Alpha");
    article.text(before + "\nThe last line.");
    CorpusBuilder corpus;
    corpus.article(article);
    corpus.event("event", dateOf("2021-04-13"), {{0, 1}});
    ArticleStrip strip;
    strip.resize(500, 400);
    strip.show();
    strip.setTimeline(corpus.build());
    strip.setEvent(EventId{0});
    QCOMPARE(selectedText(strip.panes()[0]->text().extraSelections()[0]), QStringLiteral("The last line."));
    QVERIFY(strip.panes()[0]->text().document()->blockCount() > 3);
}

void TestReaders::theSilentSaySo()
{
    ArticleStrip strip;
    strip.resize(1300, 400);
    strip.show();
    strip.setTimeline(articles(3).build());
    strip.setEvent(EventId{0});
    QCOMPARE(strip.panes()[2]->footerText(), QStringLiteral("does not mention this event"));
    QVERIFY(strip.panes()[2]->text().extraSelections().isEmpty());
}

void TestReaders::aReaderScrollsOnlyIfNoEvidenceIsVisible()
{
    ArticleStrip strip;
    strip.resize(500, 400);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(articles(1).build());
    QScrollBar* bar = strip.panes()[0]->text().verticalScrollBar();
    bar->setValue(1);
    strip.setEvent(EventId{1}); // sentence 1 is in sight
    QCOMPARE(bar->value(), 1);
    strip.setEvent(EventId{0});
    QVERIFY(bar->value() > 20);
}

void TestReaders::theFirstEvidenceComesToAThirdOfTheHeight()
{
    ArticleStrip strip;
    strip.resize(500, 600);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(articles(1).build());
    ReaderText& text = strip.panes()[0]->text();
    strip.setEvent(EventId{0});
    const int top = text.rectOf(text.evidence()[0].span).top();
    QVERIFY2(std::abs(top - text.viewport()->height() / 3) <= 2 * text.fontMetrics().height(),
             qPrintable(QString::number(top)));
}

void TestReaders::whatIsFarAwayIsLitWhenOneComesThere()
{
    ArticleStrip strip;
    strip.resize(500, 200);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(articles(1).build());
    ReaderText& text = strip.panes()[0]->text();
    strip.setEvent(EventId{1}); // sentence 1
    const auto isLit = [&] {
        return std::ranges::any_of(text.extraSelections(), [](const QTextEdit::ExtraSelection& own) {
            return selectedText(own).startsWith(QStringLiteral("Sentence 1 "));
        });
    };
    QVERIFY(isLit());
    text.verticalScrollBar()->setValue(text.verticalScrollBar()->maximum());
    QVERIFY(!isLit()); // what nobody sees costs nothing
    QVERIFY(!text.isEvidenceVisible());
    text.verticalScrollBar()->setValue(0);
    QVERIFY(isLit());
    QVERIFY(text.isEvidenceVisible());
    // Line by line, as with the wheel
    text.verticalScrollBar()->setValue(text.verticalScrollBar()->maximum());
    while (text.verticalScrollBar()->value() > 0) {
        text.verticalScrollBar()->setValue(text.verticalScrollBar()->value() - 1);
        QVERIFY(!text.isEvidenceVisible() || isLit());
    }
}

void TestReaders::aLitSentenceStaysInSightWhenItsColumnShrinks()
{
    ArticleStrip strip;
    strip.resize(500, 600);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(articles(1).build());
    ReaderText& text = strip.panes()[0]->text();
    strip.setEvent(EventId{0});
    const auto top = [&] { return text.rectOf(text.evidence()[0].span).top(); };
    while (top() < text.viewport()->height() - 3 * text.fontMetrics().height())
        text.verticalScrollBar()->setValue(text.verticalScrollBar()->value() - 1);
    QVERIFY(text.isEvidenceVisible());
    strip.resize(500, 400);
    QTRY_VERIFY(text.isEvidenceVisible());
    // What one has scrolled out of sight oneself does not come back
    text.verticalScrollBar()->setValue(0);
    strip.resize(500, 300);
    QApplication::processEvents();
    QCOMPARE(text.verticalScrollBar()->value(), 0);
}

void TestReaders::aClickOnASentenceNamesIt()
{
    ArticleStrip strip;
    strip.resize(500, 400);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(articles(1).build());
    QSignalSpy clicked(&strip, &ArticleStrip::sentenceActivated);
    ReaderText& text = strip.panes()[0]->text();
    for (const std::uint32_t sentence : {1U, 3U}) {
        const QRect rect = text.rectOf(text.article()->sentences[sentence].span);
        QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, rect.center() + QPoint(30, 0));
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.takeFirst()[0].value<edits::SentenceRef>(), (edits::SentenceRef{ArticleId{0}, sentence}));
    }
    text.setTextCursor(text.cursorForPosition(text.rectOf(text.article()->sentences[2].span).center()));
    QTest::keyClick(&text, Qt::Key_Return);
    QCOMPARE(clicked.takeFirst()[0].value<edits::SentenceRef>().sentence, 2U);
}

/// "Crowds met 中文 last week and left soon." with its two expressions.
CorpusBuilder datedArticle()
{
    temporal::TemporalExpression week;
    week.value = "2021-W14";
    week.resolved = "1 week before 2021-04-15, the publication date";
    week.confidence = 0.92;
    week.interval =
        temporal::intervalOf({*dayFromIso("2021-04-05"), *dayFromIso("2021-04-11")}, temporal::Granularity::Week);
    week.qualifier = temporal::Qualifier::Exact;
    week.alternative = temporal::Alternative{
        "2021-W13",
        temporal::intervalOf({*dayFromIso("2021-03-29"), *dayFromIso("2021-04-04")}, temporal::Granularity::Week),
        "the week before", 0.2};
    temporal::TemporalExpression soon;
    soon.value = "FUTURE_REF";
    soon.resolved = "a vague word";
    soon.confidence = 0.7;
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha")
                       .text("Crowds met 中文 last week and left soon.")
                       .expression("last week", week)
                       .expression("soon", soon));
    return corpus;
}

/// What a tip says when the pointer rests at @p place.
QString tipAt(ReaderText& text, QPoint place)
{
    QToolTip::hideText();
    QHelpEvent rest(QEvent::ToolTip, place, text.viewport()->mapToGlobal(place));
    QApplication::sendEvent(text.viewport(), &rest);
    return QToolTip::text();
}

void TestReaders::anExpressionOfTimeTellsWhatItMeans()
{
    ArticleStrip strip;
    strip.resize(700, 400);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(datedArticle().build());
    ReaderText& text = strip.panes()[0]->text();
    const auto& expressions = text.article()->expressions;
    const QPoint intoTheWord(text.fontMetrics().averageCharWidth(), 0);
    const QString week = tipAt(text, text.rectOf(expressions[0].span).center() + intoTheWord);
    const std::array parts{"last week", "1 week before 2021-04-15, the publication date", "5 – 11 April 2021",
                           "92 % sure", "29 March – 4 April 2021"};
    qsizetype last = -1;
    for (const char* part : parts) { // words, how, days, how sure, the other reading: in this order
        const qsizetype at = week.indexOf(QString::fromUtf8(part));
        QVERIFY2(at > last, part);
        last = at;
    }
    const QString soon = tipAt(text, text.rectOf(expressions[1].span).center() + intoTheWord);
    QVERIFY(soon.contains(QStringLiteral("no days on the timeline")));
    QVERIFY(!soon.contains(QStringLiteral("% sure")));
    // A word that is no expression has no tip.
    QVERIFY(!text.expressionAt(text.rectOf(spanOf(0, 6)).center() + intoTheWord).has_value());
}

void TestReaders::expressionsOfTimeAreUnderlinedWhenAsked()
{
    ArticleStrip strip;
    strip.resize(700, 400);
    strip.setTimeline(datedArticle().build());
    ReaderText& text = strip.panes()[0]->text();
    const QString whole = text.toPlainText();
    const auto underlined = [&text] {
        QStringList words;
        for (const QTextEdit::ExtraSelection& selection : text.extraSelections()) {
            if (selection.format.underlineStyle() == QTextCharFormat::DotLine)
                words << selectedText(selection);
        }
        return words;
    };
    QCOMPARE(underlined(), QStringList());
    strip.setExpressionsShown(true);
    QCOMPARE(underlined(), QStringList({QStringLiteral("last week"), QStringLiteral("soon")}));
    strip.setTimeline(datedArticle().build()); // a later snapshot keeps them
    QCOMPARE(underlined().size(), 2);
    strip.setExpressionsShown(false);
    QCOMPARE(underlined(), QStringList());
    QCOMPARE(text.toPlainText(), whole);
}

void TestReaders::theTextIsNeverModified()
{
    ArticleBuilder article("a.txt", "Alpha");
    article.text("~Menu\n#Title\nBody <b>not bold</b> & more.\n~Share");
    CorpusBuilder corpus;
    corpus.article(article);
    corpus.event("event", dateOf("2021-04-13"), {{0, 2}});
    ArticleStrip strip;
    strip.resize(500, 400);
    strip.setTimeline(corpus.build());
    strip.setEvent(EventId{0});
    ReaderText& text = strip.panes()[0]->text();
    const QString whole = QStringLiteral("Menu\nTitle\nBody <b>not bold</b> & more.\nShare\n");
    QCOMPARE(text.toPlainText(), whole);
    QTest::keyClicks(&text, QStringLiteral("xyz"));
    QCOMPARE(text.toPlainText(), whole);
    QCOMPARE(text.extraSelections().size(), 4); // two dimmed lines, the sentence, its words
}

void TestReaders::aLaterSnapshotKeepsColumnsAndScroll()
{
    ArticleStrip strip;
    strip.resize(900, 400);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(articles(5).build());
    strip.openArticle(ArticleId{4});
    ArticlePane* pane = strip.paneOf(ArticleId{4});
    QVERIFY(pane != nullptr);
    pane->text().verticalScrollBar()->setValue(17);
    const auto old = articles(5).build();
    analysis::Analysis merged = old->analysis();
    merged.events.clear();
    merged.articles.insert(merged.articles.begin(), ArticleBuilder("000.txt", "First of all").text("one").build());
    strip.setTimeline(std::make_shared<const edits::Timeline>(std::make_shared<const analysis::Analysis>(merged),
                                                              std::vector<edits::TimelineEvent>{}));
    QCOMPARE(strip.paneOf(ArticleId{5}), pane);
    QCOMPARE(pane->file(), std::string("104.txt"));
    QCOMPARE(pane->text().verticalScrollBar()->value(), 17);
}

void TestReaders::aLaterSnapshotOfTheSameEventScrollsNothing()
{
    ArticleStrip strip;
    strip.resize(500, 400);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(articles(1).build());
    strip.setEvent(EventId{0});
    ReaderText& text = strip.panes()[0]->text();
    text.verticalScrollBar()->setValue(0); // read on elsewhere
    QVERIFY(!text.isEvidenceVisible());
    strip.setTimeline(articles(1).build());
    strip.setEvent(EventId{0});
    QCOMPARE(text.evidence().size(), std::size_t{1});
    QCOMPARE(text.verticalScrollBar()->value(), 0);
    strip.setEvent(EventId{1});
    strip.setEvent(EventId{0});
    QVERIFY(text.verticalScrollBar()->value() > 0);
}

void TestReaders::columnsStandInTheOrderOfTheFiles()
{
    const auto read = [](std::initializer_list<const char*> files) {
        CorpusBuilder corpus;
        for (const char* file : files)
            corpus.article(ArticleBuilder(file, file).text("one"));
        return corpus.build();
    };
    const auto files = [](const ArticleStrip& strip) {
        std::vector<std::string> names;
        for (const ArticlePane* pane : strip.panes())
            names.push_back(pane->file());
        return names;
    };
    ArticleStrip strip;
    strip.resize(3 * ArticleStrip::columnWidth, 300);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(read({"c"}));
    strip.setTimeline(read({"a", "c"}));
    strip.setTimeline(read({"a", "b", "c"}));
    QCOMPARE(files(strip), (std::vector<std::string>{"a", "b", "c"}));
    QTRY_VERIFY(strip.panes()[0]->x() < strip.panes()[1]->x() && strip.panes()[1]->x() < strip.panes()[2]->x());
    // What the reader opens stays where it was opened
    strip.setTimeline(read({"a", "b", "c", "d"}));
    strip.openArticle(ArticleId{3});
    const auto own = files(strip);
    QVERIFY(!std::ranges::is_sorted(own));
    strip.setTimeline(read({"a", "b", "c", "d", "e"}));
    QCOMPARE(files(strip), own);
}

void TestReaders::evidenceWithoutAColumnIsACard()
{
    ArticleStrip strip;
    strip.resize(900, 500);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(articles(6).build());
    strip.setEvent(EventId{0});
    QCOMPARE(strip.panes().size(), 2U);
    QCOMPARE(strip.cards().rowCount(), 3); // six articles, one silent, two with a column
    const edits::SentenceRef card = strip.cards().sentenceAt(1);
    QCOMPARE(strip.paneOf(card.article), nullptr);
    const QRect place = strip.cardList().visualRect(strip.cards().index(1, 0));
    QTest::mouseClick(strip.cardList().viewport(), Qt::LeftButton, {}, place.center());
    ArticlePane* pane = strip.paneOf(card.article);
    QVERIFY(pane != nullptr);
    QVERIFY(pane->text().isEvidenceVisible());
    QCOMPARE(strip.cards().rowCount(), 3);
}

void TestReaders::aPinnedArticleKeepsItsColumn()
{
    ArticleStrip strip;
    strip.resize(900, 500);
    strip.show();
    strip.setTimeline(articles(6).build());
    QAbstractButton* pin = nullptr;
    for (QAbstractButton* button : strip.panes()[0]->findChildren<QAbstractButton*>())
        if (button->isCheckable())
            pin = button;
    QTest::mouseClick(pin, Qt::LeftButton);
    QVERIFY(strip.panes()[0]->isPinned());
    for (const std::uint32_t article : {3U, 4U, 5U}) {
        strip.openArticle(ArticleId{article});
        QCOMPARE(strip.panes()[0]->article(), ArticleId{0});
        QCOMPARE(strip.panes()[1]->article(), ArticleId{article});
    }
}

void TestReaders::theStripScrollsThroughAllArticles()
{
    ArticleStrip strip;
    strip.resize(900, 500);
    strip.show();
    strip.setTimeline(articles(6).build());
    QCOMPARE(strip.scrollBar().maximum(), 4);
    strip.scrollBar().setValue(3);
    QCOMPARE(strip.panes()[0]->article(), ArticleId{3});
    QCOMPARE(strip.panes()[1]->article(), ArticleId{4});
    QCOMPARE(strip.findChildren<ArticlePane*>().size(), 2);
}

void TestReaders::linesHaveAirAndPointsFindTheirText()
{
    ArticleStrip strip;
    strip.resize(420, 500);
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    strip.setTimeline(articles(1).build());
    ReaderText& text = strip.panes()[0]->text();
    const QRect first = text.rectOf(text.article()->sentences[4].span);
    const QRect second = text.rectOf(text.article()->sentences[5].span);
    QVERIFY(second.top() - first.top() >= 1.2 * text.fontMetrics().height());
    for (std::uint32_t sentence = 0; sentence < 6; ++sentence) {
        const TextSpan span = text.article()->sentences[sentence].span;
        QCOMPARE(text.sentenceAt(text.rectOf(span).center() + QPoint(4, 0)), std::optional(sentence));
    }
    QVERIFY(text.viewport()->width() <= text.fontMetrics().averageCharWidth() * 80);
}

void TestReaders::theModelsAreSound()
{
    const auto corpus = articles(6);
    ArticleModel list;
    const QAbstractItemModelTester listTester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    EvidenceModel evidence;
    const QAbstractItemModelTester evidenceTester(&evidence, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto timeline = corpus.build();
    list.setTimeline(timeline);
    evidence.setSnapshot(timeline, SourceTable::of(timeline->analysis()));
    for (const auto event : {std::optional(EventId{0}), std::optional(EventId{1}), std::optional<EventId>()}) {
        list.setEvent(event);
        evidence.setEvent(event, {ArticleId{1}});
        QCOMPARE(evidence.rowCount(), event ? 4 : 0);
    }
    list.setTimeline(nullptr);
    QCOMPARE(list.rowCount(), 0);
}

void TestReaders::theListCountsAndFilters()
{
    ArticleListPanel panel;
    panel.resize(260, 400);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    panel.setTimeline(articles(6).build());
    panel.model().setEvent(EventId{0});
    QCOMPARE(panel.model().index(0, ArticleModel::CountColumn).data().toString(), QStringLiteral("1"));
    QVERIFY(panel.model().index(2, ArticleModel::CountColumn).data().toString().isEmpty());
    QVERIFY(panel.model().index(2, 0).data(ArticleModel::silentRole).toBool());
    QTest::keyClicks(&panel.filterField(), QStringLiteral("source 4"));
    QCOMPARE(panel.list().model()->rowCount(), 1);
    QSignalSpy opened(&panel, &ArticleListPanel::articleActivated);
    QTest::mouseClick(panel.list().viewport(), Qt::LeftButton, {},
                      panel.list().visualRect(panel.list().model()->index(0, 0)).center());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened[0][0].value<ArticleId>(), ArticleId{4});
}

QTEST_MAIN(TestReaders)
#include "tst_readers.moc"
