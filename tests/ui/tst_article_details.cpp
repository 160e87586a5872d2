// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "edited_window.h"
#include "support/analyzed_ferry.h"
#include "ui/articles/article_details.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

class TestArticleDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_shown.reset(); }
    void theDateOverAnArticleOpensItsDetails();
    void aKeyOpensThemForTheReaderInUse();
    void whatSpeaksForTheDateLeadsToThePlace();
    void aTypedDateShowsWhatItMovesBeforeItIsTaken();
    void aDateInWordsIsUnderstood();
    void whatIsNoDateIsSaidAndAsksForNothing();
    void aDateThatIsLeftChangesNothing();
    void whatWasFoundComesBack();
    void titleAndSourceAreCorrected();
    void escapeBringsBackWhatStood();
    void anAnswerToAnOlderQuestionIsLeftOut();

private:
    ArticleDetails& details() { return m_shown->window.details(); }
    void open()
    {
        m_shown->clickSentence(0, 0);
        QTest::keyClick(&m_shown->reader(0), Qt::Key_I);
    }
    static void type(QLineEdit& field, const QString& text)
    {
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
    }
    const corpus::Article& article() const { return m_shown->timeline->analysis()[ArticleId{0}].article; }

    std::unique_ptr<EditedWindow> m_shown;
};

void TestArticleDetails::init()
{
    m_shown = std::make_unique<EditedWindow>(analyzedFerry());
    MainWindow& window = m_shown->window;
    connect(&window, &MainWindow::previewRequested, &window, [this, &window](const edits::SetPublication& edit) {
        edits::Edits all = m_shown->edits;
        all.emplace_back(edit);
        window.setPreview(
            edit, edits::changesBetween(*m_shown->timeline, *edits::applyEdits(m_shown->timeline->found(), all)));
    });
    QVERIFY(QTest::qWaitForWindowExposed(&window));
}

void TestArticleDetails::theDateOverAnArticleOpensItsDetails()
{
    QVERIFY(!details().isVisible());
    const auto buttons = m_shown->window.articles().paneOf(ArticleId{1})->findChildren<QToolButton*>();
    const auto chip = std::ranges::find_if(
        buttons, [](const QToolButton* own) { return own->accessibleName() == QStringLiteral("Publication date"); });
    QVERIFY(chip != buttons.end());
    QTest::mouseClick(*chip, Qt::LeftButton);
    QVERIFY(details().isVisible());
    QCOMPARE(details().sourceField().text(), QStringLiteral("Globe"));
    QCOMPARE(details().publishedField().text(), QStringLiteral("2021-04-15"));
}

void TestArticleDetails::aKeyOpensThemForTheReaderInUse()
{
    open();
    QVERIFY(details().isVisible());
    QCOMPARE(details().sourceField().text(), QStringLiteral("Gazette"));
    QVERIFY(details().publishedField().hasFocus());
    m_shown->clickSentence(1, 0); // it follows the reader
    QCOMPARE(details().sourceField().text(), QStringLiteral("Globe"));
}

void TestArticleDetails::whatSpeaksForTheDateLeadsToThePlace()
{
    open();
    QTreeWidget& evidence = details().evidence();
    QCOMPARE(evidence.topLevelItemCount(), 1);
    QCOMPARE(evidence.topLevelItem(0)->text(0), QStringLiteral("“A ferry”"));
    QCOMPARE(evidence.topLevelItem(0)->text(1), QStringLiteral("date line"));
    QSignalSpy places(&details(), &ArticleDetails::passageActivated);
    QTest::mouseClick(evidence.viewport(), Qt::LeftButton, {},
                      evidence.visualItemRect(evidence.topLevelItem(0)).center());
    QCOMPARE(places.count(), 1);
    QCOMPARE(places[0][0].value<ChosenPassage>(), (ChosenPassage{ArticleId{0}, {0, 7}}));
}

void TestArticleDetails::aTypedDateShowsWhatItMovesBeforeItIsTaken()
{
    open();
    QVERIFY(details().previewText().isEmpty());
    type(details().publishedField(), QStringLiteral("2021-04-22"));
    QCOMPARE(details().judgement(), QStringLiteral("22 Apr 2021 – press Enter to see what it changes"));
    QTest::keyClick(&details().publishedField(), Qt::Key_Return);
    QVERIFY(m_shown->edits.empty());
    QCOMPARE(details().previewText(), QStringLiteral("1 event and 1 expression of time would move."));
    QCOMPARE(details().changes().topLevelItem(0)->text(0), QStringLiteral("Ferry sinks"));
    QCOMPARE(details().changes().topLevelItem(0)->text(1), QStringLiteral("13 April 2021"));
    QCOMPARE(details().changes().topLevelItem(0)->text(2), QStringLiteral("20 April 2021"));
    QTest::mouseClick(&details().takeButton(), Qt::LeftButton);
    QCOMPARE(m_shown->edits.size(), std::size_t{1});
    QCOMPARE(article().published.value, std::string("2021-04-22"));
    QCOMPARE(m_shown->timeline->events()[0].event.date.value, std::string("2021-04-20"));
    QVERIFY(details().previewText().isEmpty());
    QVERIFY(details().publishedReset().isVisible());
}

void TestArticleDetails::aDateInWordsIsUnderstood()
{
    open();
    type(details().publishedField(), QStringLiteral("22 April 2021"));
    QTest::keyClick(&details().publishedField(), Qt::Key_Return);
    QTest::keyClick(&details().takeButton(), Qt::Key_Space);
    QCOMPARE(article().published.value, std::string("2021-04-22"));
}

void TestArticleDetails::whatIsNoDateIsSaidAndAsksForNothing()
{
    open();
    QSignalSpy asked(&details(), &ArticleDetails::previewRequested);
    type(details().publishedField(), QStringLiteral("soon"));
    QVERIFY(details().judgement().contains(QStringLiteral("Not understood")));
    QTest::keyClick(&details().publishedField(), Qt::Key_Return);
    QCOMPARE(asked.count(), 0);
}

void TestArticleDetails::aDateThatIsLeftChangesNothing()
{
    open();
    type(details().publishedField(), QStringLiteral("2021-04-22"));
    QTest::keyClick(&details().publishedField(), Qt::Key_Return);
    QTest::mouseClick(&details().leaveButton(), Qt::LeftButton);
    QVERIFY(details().previewText().isEmpty());
    QVERIFY(m_shown->edits.empty());
    QCOMPARE(details().publishedField().text(), QStringLiteral("2021-04-15"));
}

void TestArticleDetails::whatWasFoundComesBack()
{
    m_shown->take({edits::SetPublication{"gazette.txt", "2021-04-22"}});
    open();
    QTest::mouseClick(&details().publishedReset(), Qt::LeftButton);
    QCOMPARE(details().previewText(), QStringLiteral("1 event and 1 expression of time would move."));
    QTest::mouseClick(&details().takeButton(), Qt::LeftButton);
    QCOMPARE(article().published.value, std::string("2021-04-15"));
    QVERIFY(!details().publishedReset().isVisible());
}

void TestArticleDetails::titleAndSourceAreCorrected()
{
    open();
    type(details().titleField(), QStringLiteral("Ferry lost"));
    QTest::keyClick(&details().titleField(), Qt::Key_Return);
    type(details().sourceField(), QStringLiteral("Harbor Gazette"));
    QTest::keyClick(&details().sourceField(), Qt::Key_Return);
    QCOMPARE(m_shown->edits.size(), std::size_t{2});
    QCOMPARE(article().title, std::string("Ferry lost"));
    QCOMPARE(article().source, std::string("Harbor Gazette"));
    QTest::keyClick(&details().sourceField(), Qt::Key_Return); // nothing new
    QCOMPARE(m_shown->edits.size(), std::size_t{2});
}

void TestArticleDetails::escapeBringsBackWhatStood()
{
    open();
    type(details().titleField(), QStringLiteral("Ferry lost"));
    QTest::keyClick(&details().titleField(), Qt::Key_Escape);
    QCOMPARE(details().titleField().text(), QStringLiteral("Title of Gazette"));
    QVERIFY(m_shown->edits.empty());
}

void TestArticleDetails::anAnswerToAnOlderQuestionIsLeftOut()
{
    open();
    type(details().publishedField(), QStringLiteral("2021-04-22"));
    details().setPreview({"gazette.txt", "2021-04-22"}, {});
    QVERIFY(details().previewText().isEmpty()); // Enter was not pressed yet
}

QTEST_MAIN(TestArticleDetails)
#include "tst_article_details.moc"
