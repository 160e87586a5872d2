// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/boilerplate_edits.h"

#include <string>
#include <utility>
#include <vector>

#include <QTest>

#include "analysis/analyze_article.h"
#include "edits/timeline.h"

using namespace synoptic;
using namespace synoptic::edits;

namespace {

constexpr std::string_view report = "The bridge closed on Monday.\n"
                                    "\n"
                                    "A fire broke out in the harbor.\n"
                                    "Subscribe to our newsletter.\n"
                                    "Nobody was hurt.\n";

TextSpan spanOfWords(std::string_view words)
{
    const std::size_t begin = report.find(words);
    return spanOf(begin, begin + words.size());
}

corpus::Article article()
{
    corpus::Article made;
    made.file = "report.txt";
    made.text = report;
    made.boilerplate = {spanOfWords("Subscribe to our newsletter.")};
    return made;
}

SetBoilerplate say(std::string_view words, bool boilerplate)
{
    return {anchorOf(article(), spanOfWords(words)), boilerplate};
}

std::vector<std::string> marked(const corpus::Article& own)
{
    std::vector<std::string> lines;
    for (const TextSpan span : own.boilerplate)
        lines.emplace_back(textOf(own.text, span));
    return lines;
}

/// The article analyzed, an event told by the sentences that hold @p words, and a hint about each pair of them.
std::shared_ptr<const analysis::Analysis> analysisWith(const std::vector<std::string_view>& words)
{
    auto found = std::make_shared<analysis::Analysis>();
    found->articles.push_back(std::make_shared<const analysis::ArticleAnalysis>(analysis::analyzeArticle(article())));
    found->reprintCluster = {0};
    for (const std::string_view each : words) {
        const auto& sentences = found->articles[0]->sentences;
        const auto sentence = std::ranges::find_if(
            sentences, [&](const text::Sentence& own) { return own.span.overlaps(spanOfWords(each)); });
        analysis::Event event;
        event.key = "key of " + std::string(each);
        event.title = each;
        analysis::Support support;
        support.sentence = static_cast<std::uint32_t>(sentence - sentences.begin());
        support.trigger = spanOfWords(each);
        event.supports = {support};
        found->events.push_back(event);
        analysis::Hint hint;
        hint.type = "date";
        hint.event = static_cast<std::uint32_t>(found->events.size() - 1);
        hint.spanA = hint.spanB = sentence->span;
        found->hints.push_back(hint);
    }
    return found;
}

} // namespace

class TestBoilerplateEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreSetApartAndGivenBack();
    void theLastWordOnALineStands();
    void wholeLinesAreMarked();
    void wordsThatAreNotFoundChangeNothing();
    void whatTheProgramMarkedIsKept();
    void anEventLosesWhatIsSetApart();
    void undoneTheEventsAreBack();
    void anAnalysisWithOtherMarksIsBroughtToThese();
    void sentencesKeepTheirEvents();
};

void TestBoilerplateEdits::linesAreSetApartAndGivenBack()
{
    corpus::Article own = article();
    QVERIFY(overruleBoilerplate(own, std::vector{say("A fire broke out", true), say("Subscribe", false)}));
    QCOMPARE(marked(own), std::vector<std::string>{"A fire broke out in the harbor."});
}

void TestBoilerplateEdits::theLastWordOnALineStands()
{
    corpus::Article own = article();
    QVERIFY(overruleBoilerplate(own, std::vector{say("Nobody", true), say("A fire", true), say("Nobody", false)}));
    QCOMPARE(marked(own),
             (std::vector<std::string>{"A fire broke out in the harbor.", "Subscribe to our newsletter."}));
}

void TestBoilerplateEdits::wholeLinesAreMarked()
{
    QCOMPARE(textOf(report, linesAround(report, spanOfWords("broke"))),
             std::string_view("A fire broke out in the harbor."));
    QCOMPARE(textOf(report, linesAround(report, spanOfWords("harbor.\nSub"))),
             std::string_view("A fire broke out in the harbor.\nSubscribe to our newsletter."));
    QCOMPARE(linesAround(report, {0, 0}).begin, 0U);
    // Of a mark over several lines what is left has whole lines too
    corpus::Article own = article();
    QVERIFY(overruleBoilerplate(own, std::vector{say("A fire broke out in the harbor.\nSubscribe to our newsletter.\n"
                                                     "Nobody was hurt.",
                                                     true),
                                                 say("Subscribe", false)}));
    QCOMPARE(marked(own), (std::vector<std::string>{"A fire broke out in the harbor.", "Nobody was hurt."}));
}

void TestBoilerplateEdits::wordsThatAreNotFoundChangeNothing()
{
    SetBoilerplate gone = say("A fire", true);
    gone.anchor.quote = "A flood came over the harbor.";
    gone.anchor.sha256.clear();
    corpus::Article own = article();
    QVERIFY(!overruleBoilerplate(own, std::vector{gone}));
    QCOMPARE(marked(own), std::vector<std::string>{"Subscribe to our newsletter."});
    QVERIFY(!own.boilerplateAsFound);
}

void TestBoilerplateEdits::whatTheProgramMarkedIsKept()
{
    corpus::Article own = article();
    const auto found = own.boilerplate;
    QVERIFY(overruleBoilerplate(own, std::vector{say("Nobody", true)}));
    QVERIFY(own.boilerplateAsFound == found);
    QVERIFY(overruleBoilerplate(own, {})); // nothing is said any more
    QVERIFY(own.boilerplate == found);
    QVERIFY(!own.boilerplateAsFound);
}

void TestBoilerplateEdits::anEventLosesWhatIsSetApart()
{
    const auto found = analysisWith({"bridge closed", "fire broke"});
    const auto timeline = applyEdits(found, {say("A fire broke out", true)});
    QCOMPARE(timeline->events().size(), std::size_t{1});
    QCOMPARE(timeline->events()[0].event.title, std::string("bridge closed"));
    QCOMPARE(timeline->hints().size(), std::size_t{1});
    QCOMPARE(timeline->analysis().hints[timeline->hints()[0]].event, 0U);
    const auto& sentences = timeline->analysis().articles[0]->sentences;
    QVERIFY(std::ranges::any_of(sentences, [](const text::Sentence& own) {
        return own.boilerplate && textOf(report, own.span).starts_with("A fire");
    }));
    // What tells an event has lost its mentions too: none is found when the folder is linked again
    QVERIFY(std::ranges::none_of(timeline->analysis().articles[0]->mentions, [](const events::EventMention& own) {
        return own.trigger.overlaps(spanOfWords("fire broke out"));
    }));
}

void TestBoilerplateEdits::undoneTheEventsAreBack()
{
    const auto found = analysisWith({"bridge closed", "fire broke"});
    const auto plain = applyEdits(found, {});
    const auto there = applyEdits(found, {say("A fire", true), say("A fire", false)});
    QVERIFY(there->sameAs(*plain));
    QVERIFY(!changesBoilerplate(*found, boilerplateMarks({say("A fire", true), say("A fire", false)})));
}

void TestBoilerplateEdits::anAnalysisWithOtherMarksIsBroughtToThese()
{
    // Read while the fire was set apart
    auto read = std::make_shared<analysis::Analysis>(*analysisWith({"bridge closed"}));
    corpus::Article own = article();
    overruleBoilerplate(own, std::vector{say("A fire", true)});
    read->articles[0] = std::make_shared<const analysis::ArticleAnalysis>(analysis::analyzeArticle(own));
    QVERIFY(changesBoilerplate(*read, {}));
    const auto timeline = applyEdits(read, {});
    QCOMPARE(marked(timeline->analysis().articles[0]->article),
             std::vector<std::string>{"Subscribe to our newsletter."});
    QCOMPARE(timeline->events().size(), std::size_t{1});
    QVERIFY(!changesBoilerplate(timeline->analysis(), {}));
}

void TestBoilerplateEdits::sentencesKeepTheirEvents()
{
    const auto found = analysisWith({"Nobody was hurt"});
    const auto timeline = applyEdits(found, {say("The bridge closed", true), say("Subscribe", false)});
    QCOMPARE(timeline->events().size(), std::size_t{1});
    const analysis::Support& support = timeline->events()[0].event.supports.at(0);
    const auto& sentence = timeline->analysis().articles[0]->sentences[support.sentence];
    QCOMPARE(textOf(report, sentence.span), std::string_view("Nobody was hurt."));
}

QTEST_APPLESS_MAIN(TestBoilerplateEdits)
#include "tst_boilerplate_edits.moc"
