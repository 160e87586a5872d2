// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stemmer.h"
#include "text/tokenizer.h"

#include <string>

#include <QTest>

using namespace synoptic;

class TestTokenizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsKeepWhatBelongsToThem_data();
    void wordsKeepWhatBelongsToThem();
    void spansCountFromTheOffset();
    void foldingReachesLatinLetters();
    void inflectionsShareAStem();
};

void TestTokenizer::wordsKeepWhatBelongsToThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char* name, const char* text, const char* tokens) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(tokens);
    };
    row("plain", "The dam held.", "The dam held .");
    row("a possessive", "Talen’s mayor's car", "Talen ’s mayor 's car");
    row("a contraction", "They don't know", "They don't know");
    row("hyphens", "a one-day de-escalation - no", "a one-day de-escalation - no");
    row("stops inside", "the U.S. envoy", "the U.S. envoy");
    row("groups and decimals", "1,200.5 of 3.", "1,200.5 of 3 .");
    row("an ordinal and a length", "on the 13th, a 10-day trip", "on the 13th , a 10-day trip");
    row("quotation marks", "“Yes,” he said", "“ Yes , ” he said");
    row("accents", "Écija naïve", "Écija naïve");
    row("a no-break space", "5\u00A0May", "5 May");
}

void TestTokenizer::wordsKeepWhatBelongsToThem()
{
    QFETCH(QString, text);
    QFETCH(QString, tokens);
    const std::string bytes = text.toStdString();
    QStringList found;
    for (const text::Token& token : text::tokenize(bytes))
        found << QString::fromStdString(std::string(textOf(bytes, token.span)));
    QCOMPARE(found.join(QLatin1Char(' ')), tokens);
}

void TestTokenizer::spansCountFromTheOffset()
{
    const auto tokens = text::tokenize("Écija fell", 100);
    QCOMPARE(tokens.size(), std::size_t{2});
    QVERIFY((tokens[0].span == TextSpan{100, 106}));
    QVERIFY(tokens[0].capital);
    QVERIFY((tokens[1].span == TextSpan{107, 111}));
    QVERIFY(!tokens[1].capital);
}

void TestTokenizer::foldingReachesLatinLetters()
{
    QCOMPARE(text::foldCase("ÉCIJA’S"), std::string("écija's"));
    QCOMPARE(text::foldCase("ISTANBUL"), std::string("istanbul"));
}

void TestTokenizer::inflectionsShareAStem()
{
    QCOMPARE(text::stem("resigned"), text::stem("resigns"));
    QVERIFY(text::stem("resigned") != text::stem("residence"));
    QVERIFY(text::isStopWord("the"));
    QVERIFY(!text::isStopWord("dam"));
}

QTEST_APPLESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
