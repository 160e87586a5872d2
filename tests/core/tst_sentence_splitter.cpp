// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence_splitter.h"

#include <string>

#include <QTest>

using namespace synoptic;

namespace {

QString joined(const std::string& text, const std::vector<text::Sentence>& sentences)
{
    QStringList parts;
    for (const text::Sentence& sentence : sentences)
        parts << QString::fromStdString(std::string(textOf(text, sentence.span)));
    return parts.join(QStringLiteral(" | "));
}

} // namespace

class TestSentenceSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextSplitsAtItsSentences_data();
    void aTextSplitsAtItsSentences();
    void aMissingBlankStillEndsASentence();
    void aLineBreakEndsASentence();
    void markedTextIsNeverJoinedWithUnmarked();
    void blankTextHasNoSentences();
    void aLongLineOfStopsIsLinear();
};

void TestSentenceSplitter::aTextSplitsAtItsSentences_data()
{
    QTest::addColumn<QString>("marked"); // " | " where a sentence ends
    const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QString::fromUtf8(text); };
    row("two plain sentences", "The dam held. | Nobody was hurt.");
    row("a title before a name", "Gen. Ruiz met Dr. Okafor at noon. | They left.");
    row("a country with stops", "The U.S. President spoke. | The U.S. | The rest followed.");
    row("a company", "Acme Inc. said so. | It gave no reason.");
    row("a company at the end", "He works for Acme Inc. | The firm is small.");
    row("initials", "J. R. Marlow signed it. | George W. Hill did not.");
    row("a time of day at the end",
        "They left at 7 p.m. | Boats waited until 9 a.m. Monday or 5 p.m. GMT (0500 local). | It rained at 3 a.m. | US "
        "officials slept until 8 a.m. | A dog barked.");
    row("initials before a name", "It was signed by J. P. Moe in Talen.");
    row("a month before a day", "It opened on Aug. 4 in Talen. | It closed in Sept. | Nobody came.");
    row("a decimal", "It grew by 3.5 percent. | Prices fell.");
    row("a question inside a quotation", "“Why now?” he asked. | “Because.”");
    row("two sentences of one quotation", "“We are late. | We know it,” she said.");
    row("no blank after the quotation, a verb of saying", "“It is over.”he added. | Then he left.");
    row("a file name", "See notes.Txt and v1.Two for more.");
    row("an ellipsis in mid-sentence", "He waited… and left. | She stayed… | Then she left.");
    row("a stop alone", "The end. . | Next one.");
    row("an exclamation", "Stop! | The train is coming.");
    row("a time of day", "At 5 p.m. Friday they met. | It ended at 6 p.m. | Everyone left.");
    row("a numbered line", "1. The first item is short.");
    row("no full stop", "Minister resigns after vote");
    row("other scripts", "Это конец. | Новая строка.");
}

void TestSentenceSplitter::aTextSplitsAtItsSentences()
{
    QFETCH(QString, marked);
    QString plain = marked;
    plain.replace(QStringLiteral(" | "), QStringLiteral(" "));
    const std::string text = plain.toStdString();
    QCOMPARE(joined(text, text::splitSentences(text)), marked);
}

void TestSentenceSplitter::aMissingBlankStillEndsASentence()
{
    const std::string text = "They left Moran.The bridge was closed.";
    QCOMPARE(joined(text, text::splitSentences(text)), QStringLiteral("They left Moran. | The bridge was closed."));
}

void TestSentenceSplitter::aLineBreakEndsASentence()
{
    const std::string text = "A headline\n\n  The first line\xC2\xA0\nand the second.\n";
    QCOMPARE(joined(text, text::splitSentences(text)), QStringLiteral("A headline | The first line | and the second."));
}

void TestSentenceSplitter::markedTextIsNeverJoinedWithUnmarked()
{
    const std::string text = "Share this. Now read on\nThe dam held. It was close.";
    const TextSpan mark = spanOf(0, text.find('\n'));
    const auto sentences = text::splitSentences(text, std::span(&mark, 1));
    QCOMPARE(sentences.size(), std::size_t{4});
    QVERIFY(sentences[0].boilerplate && sentences[1].boilerplate);
    QVERIFY(!sentences[2].boilerplate && !sentences[3].boilerplate);

    const TextSpan half = spanOf(0, 6);
    const auto cut = text::splitSentences(text, std::span(&half, 1));
    QCOMPARE(joined(text, {cut[0], cut[1]}), QStringLiteral("Share | this."));
    QVERIFY(cut[0].boilerplate && !cut[1].boilerplate);
}

void TestSentenceSplitter::blankTextHasNoSentences()
{
    QVERIFY(text::splitSentences("").empty());
    QVERIFY(text::splitSentences(" \n\t\n\xC2\xA0\n").empty());
}

void TestSentenceSplitter::aLongLineOfStopsIsLinear()
{
    const std::string stops(2'000'000, '.');
    QCOMPARE(text::splitSentences(stops).size(), std::size_t{1});
    std::string sentences;
    for (int i = 0; i < 200'000; ++i)
        sentences += "Yes. ";
    QCOMPARE(text::splitSentences(sentences).size(), std::size_t{200'000});
}

QTEST_APPLESS_MAIN(TestSentenceSplitter)
#include "tst_sentence_splitter.moc"
