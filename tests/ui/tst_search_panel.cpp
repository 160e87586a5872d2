// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_panel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include "support/corpus_builder.h"
#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reader_text.h"
#include "ui/main_window.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

/// More articles than there are columns.
std::shared_ptr<const edits::Timeline> manyArticles()
{
    CorpusBuilder corpus("/folder");
    for (int i = 0; i < 20; ++i)
        corpus.article(ArticleBuilder("f" + std::to_string(100 + i), "Source " + std::to_string(i))
                           .text("A first line.\nHere the lighthouse number " + std::to_string(i) +
                                 " stands.\nAnother lighthouse."));
    return corpus.build();
}

} // namespace

/// The window with someone who answers its searches at once.
class TestSearchPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void typingFindsAndLightsTheWords();
    void aHitOpensItsArticleThere();
    void hitsAreGoneThroughByKey();
    void theOpenReadersAreSearchedAlone();
    void aBadPatternIsSaid();
    void aLateAnswerIsDropped();
    void anEmptyFieldPutsTheLightsOut();
    void theModelIsSound();

private:
    SearchPanel& panel() { return m_window->search(); }
    void type(const QString& text)
    {
        panel().field().clear();
        QTest::keyClicks(&panel().field(), text);
        QTest::keyClick(&panel().field(), Qt::Key_Return);
    }

    std::unique_ptr<MainWindow> m_window;
    std::shared_ptr<const edits::Timeline> m_timeline;
    std::vector<search::Query> m_asked;
};

void TestSearchPanel::init()
{
    m_asked.clear();
    m_timeline = manyArticles();
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1500, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->setFolder(QStringLiteral("folder"));
    m_window->setTimeline(m_timeline);
    connect(m_window.get(), &MainWindow::searchRequested, m_window.get(), [this](const search::Query& query) {
        m_asked.push_back(query);
        if (!query.text.empty())
            m_window->setSearchResult(query, search::find(m_timeline->analysis().articles, query));
    });
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(panel().field().hasFocus());
}

void TestSearchPanel::typingFindsAndLightsTheWords()
{
    QTest::keyClicks(&panel().field(), QStringLiteral("LIGHTHOUSE"));
    QTRY_COMPARE(panel().list().model()->rowCount(), 40); // without any key that says go
    QCOMPARE(panel().statusText(), QStringLiteral("40 places in 20 articles"));
    for (ArticlePane* pane : m_window->articles().panes())
        QCOMPARE(pane->text().found().size(), std::size_t{2});
}

void TestSearchPanel::aHitOpensItsArticleThere()
{
    type(QStringLiteral("number 17"));
    QCOMPARE(panel().list().model()->rowCount(), 1);
    QVERIFY(m_window->articles().paneOf(ArticleId{17}) == nullptr);
    const QModelIndex hit = panel().list().model()->index(0, 0);
    QVERIFY(hit.data().toString().contains(QStringLiteral("number 17")));
    QTest::mouseClick(panel().list().viewport(), Qt::LeftButton, {}, panel().list().visualRect(hit).center());
    ArticlePane* pane = m_window->articles().paneOf(ArticleId{17});
    QVERIFY(pane != nullptr);
    QCOMPARE(pane->text().found().size(), std::size_t{1});
    QVERIFY(pane->text().isVisible(pane->text().found().front()));
}

void TestSearchPanel::hitsAreGoneThroughByKey()
{
    type(QStringLiteral("number 1"));
    const int rows = panel().list().model()->rowCount();
    QCOMPARE(rows, 11); // 1 and 10 to 19
    QTest::keyClick(m_window.get(), Qt::Key_F3);
    QCOMPARE(panel().list().currentIndex().row(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_F3);
    QCOMPARE(panel().list().currentIndex().row(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(m_window.get(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(panel().list().currentIndex().row(), rows - 1); // around the end
    QVERIFY(m_window->articles().paneOf(ArticleId{19}) != nullptr);
}

void TestSearchPanel::theOpenReadersAreSearchedAlone()
{
    QTest::keyClick(m_window->articles().panes()[0], Qt::Key_Slash);
    QVERIFY(panel().field().hasFocus());
    type(QStringLiteral("lighthouse"));
    const auto open = static_cast<int>(m_window->articles().panes().size());
    QCOMPARE(panel().list().model()->rowCount(), 2 * open);
    m_window->articles().openArticle(ArticleId{12}); // other readers, other places
    QTRY_VERIFY(m_asked.back().articles[12] == 1);
}

void TestSearchPanel::aBadPatternIsSaid()
{
    QComboBox* mode = nullptr;
    for (auto* box : panel().findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("How to search"))
            mode = box;
    QVERIFY(mode != nullptr);
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_End);
    type(QStringLiteral("number (1"));
    QVERIFY2(panel().statusText().startsWith(QStringLiteral("This pattern cannot be used")),
             qPrintable(panel().statusText()));
    QCOMPARE(panel().list().model()->rowCount(), 0);
    type(QStringLiteral("number 1\\d"));
    QCOMPARE(panel().list().model()->rowCount(), 10);
}

void TestSearchPanel::aLateAnswerIsDropped()
{
    type(QStringLiteral("number 3"));
    search::Query earlier = m_asked.back();
    earlier.text = "lighthouse";
    m_window->setSearchResult(earlier, search::find(m_timeline->analysis().articles, earlier));
    QCOMPARE(panel().list().model()->rowCount(), 1);
}

void TestSearchPanel::anEmptyFieldPutsTheLightsOut()
{
    type(QStringLiteral("lighthouse"));
    panel().field().clear();
    QTRY_COMPARE(panel().list().model()->rowCount(), 0);
    for (ArticlePane* pane : m_window->articles().panes())
        QVERIFY(pane->text().found().empty());
    type(QStringLiteral("lighthouse"));
    m_window->setTimeline(nullptr); // another folder
    QCOMPARE(panel().list().model()->rowCount(), 0);
}

void TestSearchPanel::theModelIsSound()
{
    SearchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setHits(m_timeline, {{ArticleId{0}, {0, 1}}, {ArticleId{19}, {45, 50}}});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0).data().toString().startsWith(QStringLiteral("A first")));
    QVERIFY(model.index(1).data().toString().startsWith(QStringLiteral("…"))); // cut on both sides
    QVERIFY(model.index(1).data().toString().contains(QStringLiteral("lighthouse")));
    model.setHits(nullptr, {{ArticleId{0}, {0, 1}}});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestSearchPanel)
#include "tst_search_panel.moc"
