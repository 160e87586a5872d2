// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/choices.h"

#include <QFile>
#include <QTest>

#include "base/digest.h"
#include "base/lexicons.h"
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"

using namespace synoptic;
using namespace synoptic::temporal;

namespace {

/// The file as the training program wrote it.
QByteArray weightsFile()
{
    QFile file(QStringLiteral(SYNOPTIC_RESOURCES "/lexicons/en/temporal_choices.tsv"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Its rows, without the comments at its head.
QByteArray rowsOf(const QByteArray& file)
{
    QByteArray rows;
    for (const QByteArray& line : file.split('\n')) {
        if (!line.startsWith('#') && !line.isEmpty())
            rows += line + '\n';
    }
    return rows;
}

/// Counts what a decision is described by.
class Counter : public FeatureSink
{
public:
    void see(std::string_view, std::string_view, std::string_view) override { ++count; }
    int count = 0;
};

/// Keeps every doubtful word and counts how often it was asked.
class Lenient : public Chooser
{
public:
    bool isExpression(const TokenView& tokens, const Match& match) const override
    {
        Counter counter;
        describeExpression(tokens, match, counter);
        asked += counter.count > 0 ? 1 : 0;
        return true;
    }
    mutable int asked = 0;
};

} // namespace

class TestTemporalChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWeightsAreTheOnesThatWereLearned();
    void theWeightsAreSmall();
    void aWeightIsFoundWhateverItsCase();
    void aBrokenRowIsLeftOut();
    void onlyDoubtfulWordsAreAsked_data();
    void onlyDoubtfulWordsAreAsked();
    void aVagueWordDependsOnItsNeighbors_data();
    void aVagueWordDependsOnItsNeighbors();
    void theVerbTurnsAFarMonth_data();
    void theVerbTurnsAFarMonth();
};

void TestTemporalChoices::theWeightsAreTheOnesThatWereLearned()
{
    const QByteArray file = weightsFile();
    const QByteArray rows = rowsOf(file);
    QVERIFY(rows.size() > 1000);
    const std::string digest = sha256Hex(rows.toStdString());
    QVERIFY2(file.contains(QByteArray("SHA-256 of the rows: ").append(digest.c_str())),
             "the table was edited by hand: train it again");
    QCOMPARE(QByteArray::fromStdString(std::string(lexicons::temporalChoices())), rows);
    QCOMPARE(ChoiceWeights::compiledIn().size(), static_cast<std::size_t>(rows.count('\n')));
}

void TestTemporalChoices::theWeightsAreSmall()
{
    QVERIFY(weightsFile().size() < 204'800);
}

void TestTemporalChoices::aWeightIsFoundWhateverItsCase()
{
    const auto weights = ChoiceWeights::parse("expression\twords\tright now\t\t78\nahead\tnearest\tback\tday\t-9\n");
    QCOMPARE(weights.size(), std::size_t{2});
    QCOMPARE(weights.weightOf(Choice::Expression, "words", "Right Now", ""), 78);
    QCOMPARE(weights.weightOf(Choice::Ahead, "nearest", "back", "day"), -9);
    QCOMPARE(weights.weightOf(Choice::Ahead, "words", "right now", ""), 0);
}

void TestTemporalChoices::aBrokenRowIsLeftOut()
{
    QCOMPARE(ChoiceWeights::parse("expression\twords\tnow\t\tmuch\n\nexpression\n").size(), std::size_t{0});
    QCOMPARE(ChoiceWeights::parse("").weightOf(Choice::Ahead, "bias", "", ""), 0);
}

void TestTemporalChoices::onlyDoubtfulWordsAreAsked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("asked");
    QTest::newRow("a date") << "It fell on March 5, 2020." << 0;
    QTest::newRow("a vague word") << "It falls now." << 1;
    QTest::newRow("a frequency") << "They meet daily." << 1;
    QTest::newRow("nothing of time") << "They met in the hall." << 0;
}

void TestTemporalChoices::onlyDoubtfulWordsAreAsked()
{
    QFETCH(QString, text);
    QFETCH(int, asked);
    const std::string bytes = text.toStdString();
    const std::vector<TextSpan> sentences{spanOf(0, bytes.size())};
    const Lenient lenient;
    recognize(bytes, sentences, lenient);
    QCOMPARE(lenient.asked, asked);
}

void TestTemporalChoices::aVagueWordDependsOnItsNeighbors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    QTest::newRow("now at the end") << "They are ready to sail now." << 1;
    QTest::newRow("recent, at the head") << "Recent plans failed." << 0;
    QTest::newRow("soon with a modal") << "They will soon sail." << 1;
    QTest::newRow("soon in a story") << "They soon sailed." << 0;
    QTest::newRow("yearly by rate") << "Prices rose by 20 percent annually." << 0;
}

void TestTemporalChoices::aVagueWordDependsOnItsNeighbors()
{
    QFETCH(QString, text);
    QFETCH(int, found);
    const std::string bytes = text.toStdString();
    const std::vector<TextSpan> sentences{spanOf(0, bytes.size())};
    QCOMPARE(static_cast<int>(recognize(bytes, sentences).size()), found);
}

void TestTemporalChoices::theVerbTurnsAFarMonth_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::newRow("told in the past") << "The mills burned down in July."
                                      << "2020-07";
    QTest::newRow("told as to come") << "The mills will open again in November."
                                     << "2021-11";
    QTest::newRow("near, whatever the verb") << "The mills burned down in March."
                                             << "2021-03";
}

void TestTemporalChoices::theVerbTurnsAFarMonth()
{
    QFETCH(QString, text);
    QFETCH(QString, value);
    const std::string bytes = text.toStdString();
    const std::vector<TextSpan> sentences{spanOf(0, bytes.size())};
    const Day published = *dayFromIso("2021-04-15");
    const auto expressions =
        resolve(bytes, recognize(bytes, sentences), {DayRange{published, published}, DocumentKind::News});
    QCOMPARE(expressions.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(expressions[0].value), value);
}

QTEST_APPLESS_MAIN(TestTemporalChoices)
#include "tst_temporal_choices.moc"
