// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QTest>

#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

using namespace synoptic::ui;

Q_DECLARE_METATYPE(synoptic::ui::Theme)

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textCanBeReadOnWhatItStandsOn_data();
    void textCanBeReadOnWhatItStandsOn();
    void marksStandOutFromTheirLane_data();
    void marksStandOutFromTheirLane();
    void highContrastIsHigh();
    void aDarkPaletteGetsTheDarkTheme();
    void contrastIsThatOfTheStandard();
    void textOfOthersIsNeverMarkup();
};

void TestTheme::textCanBeReadOnWhatItStandsOn_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::light();
    QTest::newRow("dark") << Theme::darkened();
    QTest::newRow("high contrast") << Theme::highContrast();
}

void TestTheme::textCanBeReadOnWhatItStandsOn()
{
    QFETCH(Theme, theme);
    for (const QColor& background : {theme.window, theme.surface, theme.sunken})
        for (const QColor& text : {theme.text, theme.dimText, theme.accent, theme.warning})
            QVERIFY2(contrastRatio(text, background) >= 4.5,
                     qPrintable(text.name() + QStringLiteral(" on ") + background.name()));
    for (const QColor& background : {theme.evidence, theme.found, theme.hovered})
        QVERIFY(contrastRatio(theme.text, background) >= 4.5);
    for (const QColor& background : theme.highlights)
        QVERIFY2(contrastRatio(theme.text, background) >= 4.5, qPrintable(background.name()));
    QVERIFY(contrastRatio(theme.onAccent, theme.accent) >= 4.5);
}

void TestTheme::marksStandOutFromTheirLane_data()
{
    textCanBeReadOnWhatItStandsOn_data();
}

void TestTheme::marksStandOutFromTheirLane()
{
    QFETCH(Theme, theme);
    for (const QColor& color : theme.series)
        QVERIFY2(contrastRatio(color, theme.surface) >= 1.9, qPrintable(color.name()));
    for (std::size_t a = 0; a < theme.series.size(); ++a)
        for (std::size_t b = a + 1; b < theme.series.size(); ++b)
            QVERIFY(theme.series[a] != theme.series[b]);
    QVERIFY(contrastRatio(theme.evidenceEdge, theme.surface) >= 3.0);
}

void TestTheme::highContrastIsHigh()
{
    const Theme theme = Theme::highContrast();
    for (const QColor& background : {theme.window, theme.surface, theme.sunken, theme.evidence, theme.hovered})
        QVERIFY(contrastRatio(theme.text, background) >= 7.0);
    for (const QColor& color : theme.series)
        QVERIFY2(contrastRatio(color, theme.surface) >= 7.0, qPrintable(color.name()));
    QVERIFY(contrastRatio(theme.dimText, theme.surface) >= 7.0);
    QVERIFY(contrastRatio(theme.border, theme.window) >= 7.0);
}

void TestTheme::aDarkPaletteGetsTheDarkTheme()
{
    QVERIFY(Theme::fitting(Theme::darkened().palette()).dark);
    QVERIFY(!Theme::fitting(Theme::light().palette()).dark);
}

void TestTheme::contrastIsThatOfTheStandard()
{
    QCOMPARE(qRound(contrastRatio(Qt::black, Qt::white)), 21);
    QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
    QVERIFY(std::abs(contrastRatio(QColor(0x777777), Qt::white) - 4.48) < 0.01);
}

void TestTheme::textOfOthersIsNeverMarkup()
{
    const QString hostile = QStringLiteral("<b>a</b> & <img src='/x.png'>");
    QCOMPARE(PlainLabel(hostile).textFormat(), Qt::PlainText);
    QVERIFY(!plainToolTip(hostile).contains(QStringLiteral("<img")));
    QCOMPARE(withoutMnemonic(QStringLiteral("R&D")), QStringLiteral("R&&D"));
    // NOLINTNEXTLINE(misc-misleading-bidirectional): to mislead is its task
    QCOMPARE(lineText("a\nb\x01\xE2\x80\xAE"),
             QStringLiteral("a b") + QChar(QChar::ReplacementCharacter) + QChar(QChar::ReplacementCharacter));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
