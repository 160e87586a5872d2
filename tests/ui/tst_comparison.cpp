// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/comparison_window.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QWindow>

#include "edited_window.h"
#include "edits/anchor.h"
#include "ui/contradictions/contradiction_panel.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

/// "When did the pier open?": Alpha says Friday, Beta Saturday, and Gamma says nothing.
edits::Contradiction whenItOpened(const edits::Timeline& timeline)
{
    edits::Contradiction record;
    record.number = 3;
    record.type = edits::ContradictionType::Date;
    record.question = "When did the pier open?";
    record.events = {"key-Pier opens"};
    const auto add = [&](char side, std::uint32_t article, std::uint32_t sentence) {
        edits::Party party;
        party.side = side;
        const analysis::ArticleAnalysis& own = timeline.analysis()[ArticleId{article}];
        party.anchor = edits::anchorOf(own.article, own.sentences[sentence].span);
        record.parties.push_back(party);
    };
    add('A', 0, 0);
    add('B', 1, 0);
    add('B', 1, 1);
    record.parties[0].claim = "Friday";
    record.parties[0].speaker = "the harbor office";
    record.parties[1].sourceGrade = 'B';
    record.parties[1].informationGrade = 2;
    edits::Party silent;
    silent.side = 'C';
    silent.stance = edits::PartyStance::Silent;
    silent.anchor = edits::anchorOf(timeline.analysis()[ArticleId{2}].article, {});
    record.parties.push_back(silent);
    return record;
}

QStringList wordsOf(const QWidget& widget)
{
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (!label->isHidden())
            words << label->text();
    return words;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_shown.reset(); }
    void sidesHaveTheirVoicesAndTheWordsAround();
    void theOrderOfPublicationIsSaid_data();
    void theOrderOfPublicationIsSaid();
    void reprintsOfOneTextAreOneVoice();
    void whatIsGoneKeepsItsQuotation();
    void theListOpensItAndAVoiceIsShownInItsArticle();
    void itFollowsItsRecord();
    void hostileWordsStayText();
    void whatHasNoEndIsCut();

private:
    const edits::FoundContradiction& found() const { return m_shown->timeline->contradictions()[0]; }

    std::unique_ptr<EditedWindow> m_shown;
};

void TestComparison::init()
{
    m_shown = std::make_unique<EditedWindow>(harbor());
    QVERIFY(QTest::qWaitForWindowExposed(&m_shown->window));
    m_shown->take({edits::PutContradiction{whenItOpened(*m_shown->timeline)}});
}

void TestComparison::sidesHaveTheirVoicesAndTheWordsAround()
{
    const Comparison comparison = comparisonOf(*m_shown->timeline, found());
    QCOMPARE(comparison.number, 3U);
    QCOMPARE(comparison.question, QStringLiteral("When did the pier open?"));
    QCOMPARE(comparison.sides.size(), std::size_t{3});
    const ComparedSide& first = comparison.sides[0];
    QCOMPARE(first.letter, u'A');
    QCOMPARE(first.passages.size(), std::size_t{1});
    QCOMPARE(first.passages[0].source, QStringLiteral("Alpha"));
    QCOMPARE(first.passages[0].claim, QStringLiteral("Friday"));
    QVERIFY(first.passages[0].manner.contains(QStringLiteral("says the harbor office")));
    QVERIFY(!first.passages[0].manner.contains(QStringLiteral("information"))); // nobody graded it
    QCOMPARE(first.passages[0].before, QString());
    QCOMPARE(first.passages[0].quote, QStringLiteral("The pier opened on Friday."));
    QCOMPARE(first.passages[0].after, QStringLiteral("Nobody came."));
    QVERIFY(first.passages[0].dated.contains(QStringLiteral("16 April 2021")));
    const ComparedSide& second = comparison.sides[1];
    QCOMPARE(second.passages.size(), std::size_t{2});
    QCOMPARE(second.counts.sources, 1U); // one article, twice
    QVERIFY(second.passages[0].manner.contains(QStringLiteral("usually reliable")));
    QCOMPARE(second.passages[1].before, QStringLiteral("The pier opened on Saturday."));
    QVERIFY(second.passages[1].dated.isEmpty()); // tells another event
    const ComparedPassage& silent = comparison.sides[2].passages[0];
    QVERIFY(silent.isSilent);
    QCOMPARE(silent.quote, QStringLiteral("says nothing of it"));
}

void TestComparison::theOrderOfPublicationIsSaid_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("order");
    QTest::newRow("the second later") << "2021-04-15"
                                      << "2021-04-26"
                                      << "A was published first, 15 April 2021; B 11 days later.";
    QTest::newRow("the first a day later") << "2021-04-16"
                                           << "2021-04-15"
                                           << "B was published first, 15 April 2021; A a day later.";
    QTest::newRow("one day") << "2021-04-16"
                             << "2021-04-16"
                             << "All were published on one day, 16 April 2021.";
    QTest::newRow("one unknown") << "2021-04-16"
                                 << ""
                                 << "";
}

void TestComparison::theOrderOfPublicationIsSaid()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").published(first.toStdString()).text("It opened."));
    corpus.article(ArticleBuilder("b.txt", "Beta").published(second.toStdString()).text("It stayed shut."));
    const auto timeline = corpus.build();
    edits::Contradiction record;
    record.number = 1;
    record.parties.resize(2);
    for (std::uint32_t i = 0; i < 2; ++i) {
        const analysis::ArticleAnalysis& own = timeline->analysis()[ArticleId{i}];
        record.parties[i].side = i == 0 ? 'A' : 'B';
        record.parties[i].anchor = edits::anchorOf(own.article, own.sentences[0].span);
    }
    const auto shown = edits::applyEdits(timeline->found(), {edits::PutContradiction{record}});
    QTEST(comparisonOf(*shown, shown->contradictions()[0]).order, "order");
}

void TestComparison::reprintsOfOneTextAreOneVoice()
{
    CorpusBuilder corpus = harborBuilder();
    auto own = std::make_shared<analysis::Analysis>(*corpus.build()->found());
    own->reprintCluster = {0, 0, 2}; // Beta prints what Alpha wrote
    edits::Contradiction record = whenItOpened(*m_shown->timeline);
    for (edits::Party& party : record.parties)
        party.side = party.stance == edits::PartyStance::Silent ? 'B' : 'A';
    const auto shown = edits::applyEdits(own, {edits::PutContradiction{record}});
    const Comparison comparison = comparisonOf(*shown, shown->contradictions()[0]);
    QCOMPARE(comparison.sides[0].counts.sources, 2U);
    QCOMPARE(comparison.sides[0].counts.independent, 1U);
}

void TestComparison::whatIsGoneKeepsItsQuotation()
{
    CorpusBuilder corpus; // the folder without Alpha, and Beta rewritten
    corpus.article(ArticleBuilder("Beta.txt", "Beta").published("2021-04-20").text("Ducks swim in the basin today."));
    const auto shown =
        edits::applyEdits(corpus.build()->found(), {edits::PutContradiction{whenItOpened(*m_shown->timeline)}});
    const Comparison comparison = comparisonOf(*shown, shown->contradictions()[0]);
    const ComparedPassage& gone = comparison.sides[0].passages[0];
    QCOMPARE(gone.quote, QStringLiteral("The pier opened on Friday."));
    QVERIFY(gone.lost.contains(QStringLiteral("gone from the folder")));
    QVERIFY(!gone.place);
    const ComparedPassage& rewritten = comparison.sides[1].passages[0];
    QVERIFY(rewritten.lost.contains(QStringLiteral("no longer found")));
    QVERIFY(!rewritten.place);
    ComparisonWindow window;
    window.compare(comparison);
    QVERIFY(window.showButtons().empty()); // nothing to open: the silent one is gone too
}

void TestComparison::theListOpensItAndAVoiceIsShownInItsArticle()
{
    ContradictionPanel& panel = m_shown->window.contradictions();
    panel.choose(3);
    QTest::keyClick(&panel.list(), Qt::Key_Return);
    QVERIFY(panel.comparison() != nullptr);
    QTRY_VERIFY(panel.comparison()->isVisible());
    const QStringList words = wordsOf(*panel.comparison());
    for (const char* expected : {"When did the pier open?", "Side A · 1 source", "The pier opened on Friday.",
                                 "Nobody came.", "The pier opened on Saturday.", "says nothing of it"})
        QVERIFY2(words.contains(QString::fromUtf8(expected)), expected);
    QVERIFY2(!words.filter(QStringLiteral("published ")).isEmpty(), qPrintable(words.join(u'|')));
    QCOMPARE(panel.comparison()->showButtons().size(), std::size_t{4});
    ReaderText& text = m_shown->reader(1);
    QTest::mouseClick(panel.comparison()->showButtons()[1], Qt::LeftButton);
    QCOMPARE(text.map().offset(text.textCursor().position()),
             m_shown->timeline->analysis()[ArticleId{1}].sentences[0].span.begin);
    panel.comparison()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(panel.comparison()));
    QTest::keyClick(panel.comparison()->windowHandle(), Qt::Key_Escape);
    QVERIFY(!panel.comparison()->isVisible());
    QTest::mouseClick(&panel.compareButton(), Qt::LeftButton);
    QVERIFY(panel.comparison()->isVisible());
}

void TestComparison::itFollowsItsRecord()
{
    ContradictionPanel& panel = m_shown->window.contradictions();
    panel.choose(3);
    QTest::mouseClick(&panel.compareButton(), Qt::LeftButton);
    edits::Contradiction record = whenItOpened(*m_shown->timeline);
    record.status = edits::ContradictionStatus::Resolved;
    record.resolution = edits::Resolution{edits::ResolutionMethod::PreferSide, 'B', "Saturday", 0.8, "was there"};
    m_shown->take({edits::PutContradiction{record}});
    QVERIFY(wordsOf(*panel.comparison()).join(u'\n').contains(QStringLiteral("B: Saturday. was there")));
    m_shown->undo();
    m_shown->undo(); // the record is gone
    QVERIFY(!panel.comparison()->isVisible());
}

void TestComparison::hostileWordsStayText()
{
    edits::Contradiction record = whenItOpened(*m_shown->timeline);
    record.question = "<b>When</b> \u202Eneppo"; // NOLINT(misc-misleading-bidirectional): to mislead is its task
    record.parties[0].claim = "<img src=x>";
    m_shown->take({edits::PutContradiction{record}});
    ComparisonWindow window;
    window.compare(comparisonOf(*m_shown->timeline, found()));
    for (const QLabel* label : window.findChildren<QLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    const QString words = wordsOf(window).join(u'\n');
    QVERIFY(words.contains(QStringLiteral("<img src=x>")));
    QVERIFY(!words.contains(QChar(0x202E)));
}

void TestComparison::whatHasNoEndIsCut()
{
    const std::string endless(1'000'000, 'x');
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha").text("a" + endless + ".\nIt opened.\nb" + endless + "."));
    const auto timeline = corpus.build();
    const analysis::ArticleAnalysis& own = timeline->analysis()[ArticleId{0}];
    edits::Contradiction record;
    record.number = 1;
    record.parties.resize(2);
    record.parties[0].anchor = edits::anchorOf(own.article, own.sentences[1].span);
    record.parties[1].side = 'B';
    record.parties[1].anchor = edits::anchorOf(own.article, own.sentences[2].span);
    const auto shown = edits::applyEdits(timeline->found(), {edits::PutContradiction{record}});
    const Comparison comparison = comparisonOf(*shown, shown->contradictions()[0]);
    const ComparedPassage& brief = comparison.sides[0].passages[0];
    QVERIFY(brief.before.size() < 500 && brief.before.startsWith(u'…') && brief.before.endsWith(QStringLiteral("x.")));
    QVERIFY(brief.after.size() < 500 && brief.after.startsWith(QStringLiteral("bx")) && brief.after.endsWith(u'…'));
    const ComparedPassage& endlessly = comparison.sides[1].passages[0];
    QVERIFY(endlessly.quote.size() < 2100 && endlessly.quote.endsWith(u'…'));
}

QTEST_MAIN(TestComparison)
#include "tst_comparison.moc"
