// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/reading_menu.h"

#include <QAction>
#include <QElapsedTimer>
#include <QMainWindow>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QWheelEvent>

#include "support/corpus_builder.h"
#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reader_text.h"
#include "ui/articles/scroll_sync.h"
#include "ui/articles/text_loader.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

/// Two articles of 80 sentences; the first tells the event in its sentence 5, the second in its sentence 60. Line 3 of
/// both does not belong to the article.
std::shared_ptr<const edits::Timeline> twoArticles()
{
    CorpusBuilder corpus;
    std::string text;
    for (int i = 0; i < 80; ++i)
        text += (i == 3 ? "~Sentence " : "Sentence ") + std::to_string(i) + " goes on for a while and then it ends.\n";
    for (const char* name : {"Alpha", "Beta"})
        corpus.article(ArticleBuilder(std::string(name) + ".txt", name).published("2021-04-15").text(text));
    corpus.event("shared", dateOf("2021-04-13"), {{0, 5}, {1, 60}});
    return corpus.build();
}

void wheel(QWidget* widget, int angle, Qt::KeyboardModifiers modifiers)
{
    const QPoint point = widget->rect().center();
    QWheelEvent event(point, widget->mapToGlobal(point), {}, {0, angle}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(widget, &event);
}

} // namespace

class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void keysMakeTheLettersLargerAndTheLineOneReadsStays();
    void anotherWidthKeepsWhatOneReads();
    void ctrlAndTheWheelDoTheSame();
    void aNewColumnIsSetLikeTheOthers();
    void aKeyHidesWhatIsNotTheArticle();
    void whatIsSearchedForComesOutOfHiding();
    void theStyleComesBackAndNothingElseDoes();
    void readersScrollTogether();
    void readersScrollToSharedEvents();
    void aLongTextIsLoadedInSlices();
    void aPlaceThatIsNotLoadedYetIsReached();

private:
    ReaderText& reader(std::size_t column) { return m_strip->panes()[column]->text(); }

    std::unique_ptr<QMainWindow> m_window;
    ArticleStrip* m_strip = nullptr;
    ReadingMenu* m_menu = nullptr;
};

void TestReading::init()
{
    m_window = std::make_unique<QMainWindow>();
    m_strip = new ArticleStrip;
    m_window->setCentralWidget(m_strip);
    m_menu = new ReadingMenu(*m_strip, m_window.get());
    m_window->resize(900, 400);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    m_strip->setTimeline(twoArticles());
    QTRY_COMPARE(m_strip->panes().size(), 2U);
}

void TestReading::keysMakeTheLettersLargerAndTheLineOneReadsStays()
{
    const int before = reader(0).fontMetrics().height();
    reader(0).scrollTo(reader(0).article()->sentences[40].span);
    reader(0).setFocus();
    const std::uint32_t top = reader(0).visibleSentences().first;
    QTest::keyClick(&reader(0), Qt::Key_Greater);
    QTest::keyClick(&reader(0), Qt::Key_Greater);
    QTest::keyClick(&reader(0), Qt::Key_Greater);
    QVERIFY(reader(0).fontMetrics().height() > before);
    QVERIFY(reader(1).fontMetrics().height() > before);
    QCOMPARE(reader(0).visibleSentences().first, top);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&reader(0), Qt::Key_Less);
    QCOMPARE(reader(0).fontMetrics().height(), before);
    QCOMPARE(m_strip->readingStyle().scale, 1.0);
}

void TestReading::anotherWidthKeepsWhatOneReads()
{
    reader(0).scrollTo(reader(0).article()->sentences[40].span);
    const std::uint32_t top = reader(0).visibleSentences().first;
    QVERIFY(top > 20);
    const int wide = reader(0).viewport()->width();
    m_window->resize(600, 400); // one column of another width, in which lines break elsewhere
    QTRY_VERIFY(reader(0).viewport()->width() != wide);
    QCOMPARE(reader(0).visibleSentences().first, top);
    m_window->resize(900, 400);
    QTRY_COMPARE(m_strip->panes().size(), 2U);
    QCOMPARE(reader(0).visibleSentences().first, top);
}

void TestReading::ctrlAndTheWheelDoTheSame()
{
    wheel(reader(1).viewport(), 120, Qt::ControlModifier);
    QVERIFY(m_strip->readingStyle().scale > 1.05);
    wheel(reader(1).viewport(), -120, Qt::ControlModifier);
    QCOMPARE(m_strip->readingStyle().scale, 1.0);
    for (int i = 0; i < 100; ++i)
        wheel(reader(1).viewport(), 120, Qt::ControlModifier);
    QCOMPARE(m_strip->readingStyle().scale, ReadingStyle::largest);
}

void TestReading::aNewColumnIsSetLikeTheOthers()
{
    m_window->resize(450, 400);
    QTRY_COMPARE(m_strip->panes().size(), 1U);
    ReadingStyle style;
    style.scale = 1.5;
    style.lineHeight = 1.6;
    m_strip->setReadingStyle(style);
    m_window->resize(900, 400);
    QTRY_COMPARE(m_strip->panes().size(), 2U);
    QVERIFY(reader(0).readingStyle() == style);
    QVERIFY(reader(1).readingStyle() == style);
    QCOMPARE(reader(1).font().pointSizeF(), reader(0).font().pointSizeF());
}

void TestReading::aKeyHidesWhatIsNotTheArticle()
{
    const QTextBlock line = reader(0).document()->findBlockByNumber(3);
    const QString text = reader(0).toPlainText();
    const QRect below = reader(0).rectOf(reader(0).article()->sentences[4].span);
    QVERIFY(line.isVisible());
    reader(0).setFocus();
    QTest::keyClick(&reader(0), Qt::Key_B);
    QVERIFY(m_strip->readingStyle().boilerplate == BoilerplateStyle::Hidden);
    QVERIFY(!line.isVisible());
    QVERIFY(reader(0).rectOf(reader(0).article()->sentences[4].span).top() < below.top());
    QCOMPARE(reader(0).toPlainText(), text);
    QTest::keyClick(&reader(0), Qt::Key_B);
    QVERIFY(line.isVisible());
    QVERIFY(reader(0).extraSelections().isEmpty()); // as the rest: not even pale
    QTest::keyClick(&reader(0), Qt::Key_B);
    QCOMPARE(reader(0).extraSelections().size(), 1);
    QCOMPARE(reader(0).rectOf(reader(0).article()->sentences[4].span), below);
}

void TestReading::whatIsSearchedForComesOutOfHiding()
{
    ReadingStyle style;
    style.boilerplate = BoilerplateStyle::Hidden;
    m_strip->setReadingStyle(style);
    const QTextBlock line = reader(0).document()->findBlockByNumber(3);
    QVERIFY(!line.isVisible());
    reader(0).scrollTo(reader(0).article()->sentences[3].span);
    QVERIFY(line.isVisible());
    QVERIFY(reader(0).isVisible(reader(0).article()->sentences[3].span));
}

void TestReading::theStyleComesBackAndNothingElseDoes()
{
    ReadingStyle style;
    style.scale = 1.21;
    style.family = QStringLiteral("Serif");
    style.lineHeight = 1.6;
    style.charactersPerLine = 60;
    style.boilerplate = BoilerplateStyle::Hidden;
    m_strip->setReadingStyle(style);
    const QByteArray saved = m_menu->saved();
    m_strip->setReadingStyle({});
    m_menu->restore("no style at all");
    QVERIFY(m_strip->readingStyle() == ReadingStyle());
    m_menu->restore(saved);
    QVERIFY(m_strip->readingStyle() == style);
}

void TestReading::readersScrollTogether()
{
    reader(0).setFocus();
    reader(0).verticalScrollBar()->setValue(20);
    QTest::qWait(150);
    QCOMPARE(reader(1).verticalScrollBar()->value(), 0); // each alone at first
    QTest::keyClick(&reader(0), Qt::Key_Y);
    QVERIFY(m_strip->scrollSync().mode() == ScrollTogether::Relative);
    QScrollBar* own = reader(0).verticalScrollBar();
    own->setValue(own->maximum() / 2);
    QScrollBar* other = reader(1).verticalScrollBar();
    QTRY_VERIFY(std::abs(other->value() - other->maximum() / 2) <= 1);
}

void TestReading::readersScrollToSharedEvents()
{
    m_strip->scrollSync().setMode(ScrollTogether::ByEvents);
    const TextSpan told = reader(1).article()->sentences[60].span;
    QVERIFY(!reader(1).isVisible(told));
    reader(0).setFocus();
    reader(0).verticalScrollBar()->setValue(2);
    QTRY_VERIFY(reader(1).isVisible(told));
    // Where nothing is shared the other stays
    const int before = reader(1).verticalScrollBar()->value();
    reader(0).verticalScrollBar()->setValue(reader(0).verticalScrollBar()->maximum());
    QTest::qWait(150);
    QCOMPARE(reader(1).verticalScrollBar()->value(), before);
}

void TestReading::aLongTextIsLoadedInSlices()
{
    QPlainTextEdit edit;
    TextLoader loader(&edit);
    QSignalSpy completed(&loader, &TextLoader::completed);
    QString text;
    for (int i = 0; text.size() < 8 * TextLoader::sliceUnits; ++i)
        text += QStringLiteral("Line %1 of a long text.\n").arg(i);
    loader.begin(text);
    QVERIFY(!loader.isComplete());
    QVERIFY(edit.toPlainText().size() < text.size());
    QVERIFY(edit.toPlainText().endsWith(u'\n')); // whole lines
    QTRY_COMPARE(completed.size(), 1);
    QCOMPARE(edit.toPlainText(), text);
    loader.begin(QStringLiteral("short"));
    QVERIFY(loader.isComplete());
    QTest::qWait(20);
    QCOMPARE(completed.size(), 1);
}

void TestReading::aPlaceThatIsNotLoadedYetIsReached()
{
    CorpusBuilder corpus;
    std::string text;
    int lines = 0;
    for (; static_cast<qsizetype>(text.size()) < 8 * TextLoader::sliceUnits; ++lines)
        text += "Sentence " + std::to_string(lines) + " of a long text.\n";
    const auto last = static_cast<std::uint32_t>(lines - 1);
    corpus.article(ArticleBuilder("long.txt", "Long").text(text));
    corpus.event("at the end", dateOf("2021-04-13"), {{0, last}});
    m_strip->setTimeline(corpus.build());
    QCOMPARE(m_strip->panes().size(), 1U);
    const TextSpan end = reader(0).article()->sentences[last].span;
    QVERIFY(!reader(0).isVisible(end));
    m_strip->setEvent(EventId{0}); // scrolls to it
    QVERIFY(reader(0).isVisible(end));
    QVERIFY(reader(0).isEvidenceVisible());
    QVERIFY(!reader(0).extraSelections().isEmpty());
}

QTEST_MAIN(TestReading)
#include "tst_reading.moc"
