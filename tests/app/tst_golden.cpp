// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <string>

#include <QTest>

#include "app/engine/run.h"
#include "support/golden.h"
#include "text/sentence_splitter.h"

using namespace synoptic;
using namespace synoptic::tests;

namespace {

class SilentObserver : public engine::RunObserver
{
public:
    void scanned(std::size_t /*files*/) override {}
    void fileDone(std::shared_ptr<const analysis::ArticleAnalysis> /*article*/, std::size_t /*done*/) override {}
    void linking() override {}
};

std::string quoted(std::string_view text)
{
    std::string line;
    for (const char c : text)
        line += c == '\n' ? ' ' : c;
    return line;
}

/// What a person would check of an analysis: who, when, what was marked, which dates, which events.
std::string digestOf(const analysis::Analysis& analysis)
{
    std::string out;
    for (const auto& article : analysis.articles) {
        const corpus::PublicationDate& published = article->article.published;
        out += "ARTICLE " + article->article.file + "\n";
        out += "  title      " + article->article.title + "\n";
        out += "  source     " + article->article.source + "\n";
        out += "  published  " + published.value + " (" + std::to_string(static_cast<int>(published.basis)) + ")\n";
        for (const TextSpan mark : article->article.boilerplate)
            out += "  marked     " + quoted(article->textOf(mark)) + "\n";
        for (const temporal::TemporalExpression& expression : article->expressions)
            out += "  time       " + quoted(article->textOf(expression.span)) + " = " + expression.value + "\n";
    }
    for (const analysis::Event& event : analysis.events) {
        if (event.salience < 0.5)
            continue;
        out += "EVENT " + (event.date.value.empty() ? std::string("undated") : event.date.value) + " " + event.title +
               "\n";
        out += "  independent " + std::to_string(event.independent) + " of " + std::to_string(event.sources) + "\n";
        for (const events::EventDate& position : event.positions)
            out += "  position   " + position.value + "\n";
        for (const analysis::Support& support : event.supports) {
            const analysis::ArticleAnalysis& article = analysis[support.article];
            out += "  " + article.article.file + ": " +
                   quoted(article.textOf(article.sentences[support.sentence].span)) + "\n";
        }
    }
    for (const analysis::Hint& hint : analysis.hints)
        out += "HINT " + hint.type + " " + hint.why + "\n";
    return out;
}

} // namespace

class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleFolderIsAnalyzedAsKnown();
    void thePlantedContradictionIsFound();
    void sentencesAreSplitAsKnown_data();
    void sentencesAreSplitAsKnown();
    void aMissingExpectationFails();

private:
    static std::shared_ptr<const analysis::Analysis> sample()
    {
        engine::RunOptions options;
        options.folder = SYNOPTIC_RESOURCES "/sample";
        options.readerProgram = SYNOPTIC_READER_PROGRAM;
        SilentObserver observer;
        const auto result = engine::runAnalysis(options, observer, {});
        return result ? *result : nullptr;
    }
};

void TestGolden::theSampleFolderIsAnalyzedAsKnown()
{
    const auto analysis = sample();
    QVERIFY(analysis != nullptr);
    QVERIFY2(analysis->skipped.empty(), "the sample holds nothing but articles");
    const QString difference = differenceToGolden(QStringLiteral("analysis/sample"), digestOf(*analysis));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestGolden::thePlantedContradictionIsFound()
{
    const auto analysis = sample();
    QVERIFY(analysis != nullptr);
    const auto disputed = std::ranges::find_if(analysis->events, [](const analysis::Event& event) {
        return event.positions.size() == 2 && event.positions[0].value.starts_with("2023-10-13") &&
               event.positions[1].value.starts_with("2023-10-14");
    });
    QVERIFY(disputed != analysis->events.end());
    // The Harbour Ledger is silent on it.
    for (const analysis::Support& support : disputed->supports)
        QVERIFY((*analysis)[support.article].article.source != "The Harbour Ledger");
}

void TestGolden::sentencesAreSplitAsKnown_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a report with abbreviations") << QStringLiteral("sentences/report");
    QTest::newRow("quotations and gaps that are missing") << QStringLiteral("sentences/quotations");
}

void TestGolden::sentencesAreSplitAsKnown()
{
    QFETCH(QString, name);
    const std::string text = goldenInput(name + QStringLiteral("/input.txt"));
    QVERIFY(!text.empty());
    std::string out;
    for (const text::Sentence& sentence : text::splitSentences(text))
        out += std::string(textOf(text, sentence.span)) + "\n";
    const QString difference = differenceToGolden(name, out);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

void TestGolden::aMissingExpectationFails()
{
    if (qEnvironmentVariableIntValue("SYNOPTIC_UPDATE_GOLDEN") == 1)
        return; // would be made
    QVERIFY(!differenceToGolden(QStringLiteral("nothing/there"), "text").isEmpty());
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
