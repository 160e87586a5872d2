// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentence_splitter.h"

#include <string>

#include <QFile>
#include <QTest>

#include "base/digest.h"
#include "base/lexicons.h"
#include "text/sentence_gap.h"

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
    void theWeightsAreTheOnesThatWereLearned();
    void theChooserIsAskedAtEveryGap();
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
    row("a dash between hours", "It is shut between 3am - 12pm next Monday. | It is shut at 2:00 - 2:30 pm.");
    row("a stop alone", "The end. . | Next one.");
    row("an exclamation", "Stop! | The train is coming.");
    row("a time of day", "At 5 p.m. Friday they met. | It ended at 6 p.m. | Everyone left.");
    row("a numbered line", "1. The first item is short.");
    row("no full stop", "Minister resigns after vote");
    row("the mark of a note", "It rained in May. [6] | Then it snowed.[7] | Nobody came.");
    row("a list in one line", "1) The first item | 2) The second item");
    row("a dateline", "TALEN, May 4 (AP) - The dam held. | Nobody was hurt.");
    row("an address", "Write to ana.Moe@talen.example. | She answers.");
    row("a stop after an abbreviation in mid-sentence", "The old dam, built by Acme Corp. in Talen, held.");
    row("the head of a mail", "ana@talen.example | 05/04/2021 07:12 PM | Dear Ms. Moe, the dam held.");
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

void TestSentenceSplitter::theWeightsAreTheOnesThatWereLearned()
{
    QFile file(QStringLiteral(SYNOPTIC_RESOURCES "/lexicons/en/sentence_boundaries.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QByteArray rows;
    for (const QByteArray& line : bytes.split('\n')) {
        if (!line.startsWith('#') && !line.isEmpty())
            rows += line + '\n';
    }
    QVERIFY(rows.count('\n') > 1000);
    QVERIFY(bytes.size() < 204'800);
    const std::string digest = sha256Hex(rows.toStdString());
    QVERIFY2(bytes.contains(QByteArray("SHA-256 of the rows: ").append(digest.c_str())),
             "the table was edited by hand: train it again");
    QCOMPARE(QByteArray::fromStdString(std::string(lexicons::sentenceBoundaries())), rows);
}

void TestSentenceSplitter::theChooserIsAskedAtEveryGap()
{
    class Never : public text::BoundaryChooser
    {
    public:
        bool ends(const text::Gap& gap, std::size_t at) const override
        {
            asked.push_back(at);
            lefts << QString::fromStdString(std::string(gap.left));
            return false;
        }
        mutable std::vector<std::size_t> asked;
        mutable QStringList lefts;
    };
    const Never never;
    const std::string text = "It rained. He left! Then\nthe dam held.";
    const auto sentences = text::splitSentences(text, {}, never);
    QCOMPARE(sentences.size(), std::size_t{2}); // the line break alone
    QCOMPARE(never.lefts, QStringList({QStringLiteral("rained."), QStringLiteral("left!")}));
    QCOMPARE(never.asked, (std::vector<std::size_t>{10, 19}));
}

QTEST_APPLESS_MAIN(TestSentenceSplitter)
#include "tst_sentence_splitter.moc"
