// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filter_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include "support/corpus_builder.h"
#include "ui/filter/popup_button.h"
#include "ui/theme.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

std::shared_ptr<const edits::Timeline> twoSources()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Alpha & Co").published("2021-02-25").text("one\ntwo"));
    corpus.article(ArticleBuilder("b.txt", "Beta").published("2021-01-10").text("one\ntwo"));
    corpus.event("event", dateOf("2021-01-01"), {{0, 0}});
    return corpus.build();
}

template <class Widget>
Widget* named(const QWidget& in, const QString& name)
{
    for (auto* own : in.findChildren<Widget*>())
        if (own->accessibleName() == name)
            return own;
    return nullptr;
}

template <class Button>
Button* labeled(const QWidget& in, const QString& text)
{
    for (auto* own : in.findChildren<Button*>())
        if (own->text().remove(u'&') == text)
            return own;
    return nullptr;
}

} // namespace

class TestFilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_bar.reset(); }
    void nothingIsAskedAtFirst();
    void aSourceIsCheckedInItsPanel();
    void datesAreTypedAndHalfADateHidesNothing();
    void theTimelinesStretchBecomesTheDates();
    void kindsAreCheckedAndTheLastOneStays();
    void theWeightIsASliderAndAButton();
    void theSliderIsFoundInEachTheme();
    void oneClickClearsEverything();
    void aFilterThatComesFromOutsideIsShown();

private:
    const EventFilter& filter() const { return m_bar->filter(); }

    std::unique_ptr<FilterBar> m_bar;
};

void TestFilterBar::init()
{
    m_bar = std::make_unique<FilterBar>();
    const auto timeline = twoSources();
    m_bar->setChoices(SourceTable::of(timeline->analysis()), timeline.get());
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
}

void TestFilterBar::nothingIsAskedAtFirst()
{
    QVERIFY(!filter().isSet());
    QVERIFY(m_bar->clearButton().isHidden());
    QCOMPARE(m_bar->sources().text(), QStringLiteral("Sources ▾"));
    QCOMPARE(m_bar->kinds().accessibleName(), QStringLiteral("Kinds: any"));
}

void TestFilterBar::aSourceIsCheckedInItsPanel()
{
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    QTest::mouseClick(&m_bar->sources(), Qt::LeftButton);
    QVERIFY(m_bar->sources().panel().isVisible());
    auto* list = named<QListWidget>(m_bar->sources().panel(), QStringLiteral("Sources that tell the events"));
    QVERIFY(list != nullptr);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Up);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(filter().sources, QStringList{QStringLiteral("Alpha & Co")});
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_bar->sources().isChosen());
    QCOMPARE(m_bar->sources().text(), QStringLiteral("Alpha && Co ▾")); // on a button an ampersand is doubled
    QTest::mouseClick(labeled<QPushButton>(m_bar->sources().panel(), QStringLiteral("Any source")), Qt::LeftButton);
    QVERIFY(filter().sources.isEmpty());
    QCOMPARE(list->item(0)->checkState(), Qt::Unchecked);
    QTest::keyClick(&m_bar->sources().panel(), Qt::Key_Escape);
    QVERIFY(!m_bar->sources().panel().isVisible());
}

void TestFilterBar::datesAreTypedAndHalfADateHidesNothing()
{
    m_bar->dates().open();
    auto* until = named<QLineEdit>(m_bar->dates().panel(), QStringLiteral("Last day"));
    QTest::keyClicks(until, QStringLiteral("2021-0"));
    QVERIFY(!filter().until);
    QTest::keyClicks(until, QStringLiteral("4"));
    QCOMPARE(filter().until, dayFromIso("2021-04-30"));
    QCOMPARE(m_bar->dates().text(), QStringLiteral("until 2021-04-30 ▾"));
    QCOMPARE(until->text(), QStringLiteral("2021-04")); // what one types is not rewritten
    QTest::mouseClick(labeled<QPushButton>(m_bar->dates().panel(), QStringLiteral("Any date")), Qt::LeftButton);
    QVERIFY(!filter().isSet());
}

void TestFilterBar::theTimelinesStretchBecomesTheDates()
{
    m_bar->setVisibleRange(
        {timeline::secondsOf(*dayFromIso("2021-02-03")) + 5000.0, timeline::secondsOf(*dayFromIso("2021-03-04"))});
    m_bar->dates().open();
    QTest::mouseClick(labeled<QPushButton>(m_bar->dates().panel(), QStringLiteral("As the timeline shows now")),
                      Qt::LeftButton);
    QCOMPARE(filter().from, dayFromIso("2021-02-03"));
    QCOMPARE(filter().until, dayFromIso("2021-03-04"));
}

void TestFilterBar::kindsAreCheckedAndTheLastOneStays()
{
    m_bar->kinds().open();
    QWidget& panel = m_bar->kinds().panel();
    for (const char* name : {"asserted", "planned", "possible"})
        QTest::mouseClick(labeled<QCheckBox>(panel, QLatin1String(name)), Qt::LeftButton);
    QVERIFY(filter().certainty == Choice<events::Factuality>{events::Factuality::Denied});
    auto* denied = labeled<QCheckBox>(panel, QStringLiteral("denied"));
    QTest::mouseClick(denied, Qt::LeftButton);
    QVERIFY(denied->isChecked());
    QVERIFY(filter().certainty.has(events::Factuality::Denied));
    QTest::mouseClick(labeled<QCheckBox>(panel, QStringLiteral("Disputed only")), Qt::LeftButton);
    QVERIFY(filter().disputedOnly);
    auto* independent = named<QComboBox>(panel, QStringLiteral("Least number of independent sources"));
    independent->setFocus();
    QTest::keyClick(independent, Qt::Key_Down);
    QCOMPARE(filter().leastIndependent, 2U);
    QCOMPARE(m_bar->kinds().accessibleName(),
             QStringLiteral("Kinds: denied · 2 or more independent sources · disputed"));
}

void TestFilterBar::theWeightIsASliderAndAButton()
{
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    m_bar->weight().setFocus();
    QTest::keyClick(&m_bar->weight(), Qt::Key_Home);
    QCOMPARE(filter().minimumSalience, 0.0);
    QVERIFY(m_bar->allButton().isChecked());
    QTest::mouseClick(&m_bar->allButton(), Qt::LeftButton);
    QCOMPARE(filter().minimumSalience, EventFilter().minimumSalience);
    QTest::mouseClick(&m_bar->allButton(), Qt::LeftButton);
    QCOMPARE(filter().minimumSalience, 0.0);
    QCOMPARE(changed.size(), 3);
    QVERIFY(!filter().isSet()); // the weight is none of what one clears
}

void TestFilterBar::theSliderIsFoundInEachTheme()
{
    auto* slider = m_bar->findChild<QSlider*>();
    for (const Theme& theme : {Theme::light(), Theme::darkened(), Theme::highContrast()}) {
        m_bar->setPalette(theme.palette());
        const double ratio = contrastRatio(slider->palette().color(QPalette::Button), theme.window);
        QVERIFY2(ratio >= 3.0, qPrintable(QString::number(ratio))); // WCAG 2.1, 1.4.11
    }
}

void TestFilterBar::oneClickClearsEverything()
{
    QTest::keyClicks(&m_bar->textField(), QStringLiteral("ferry"));
    EventFilter filled = filter();
    QCOMPARE(filled.text, QStringLiteral("ferry"));
    filled.disputedOnly = true;
    filled.minimumSalience = 0.25;
    m_bar->setFilter(filled);
    QVERIFY(m_bar->clearButton().isVisible());
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    QTest::mouseClick(&m_bar->clearButton(), Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
    QVERIFY(!filter().isSet());
    QCOMPARE(filter().minimumSalience, 0.25);
    QVERIFY(m_bar->textField().text().isEmpty());
    QVERIFY(m_bar->clearButton().isHidden());
}

void TestFilterBar::aFilterThatComesFromOutsideIsShown()
{
    QSignalSpy changed(m_bar.get(), &FilterBar::filterChanged);
    EventFilter wanted;
    wanted.text = QStringLiteral("ferry");
    wanted.sources = QStringList{QStringLiteral("Beta")};
    wanted.from = dayFromIso("2021-04-02");
    wanted.review = {edits::ReviewState::Accepted};
    m_bar->setFilter(wanted);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(m_bar->textField().text(), QStringLiteral("ferry"));
    QCOMPARE(m_bar->sources().text(), QStringLiteral("Beta ▾"));
    QCOMPARE(m_bar->dates().text(), QStringLiteral("from 2021-04-02 ▾"));
    QCOMPARE(m_bar->kinds().text(), QStringLiteral("accepted ▾"));
}

QTEST_MAIN(TestFilterBar)
#include "tst_filter_bar.moc"
