// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyze_article.h"
#include "analysis/link_corpus.h"
#include "base/digest.h"

#include <algorithm>
#include <string>

#include <QTest>

using namespace synoptic;
using analysis::Analysis;
using analysis::ArticleAnalysis;
using analysis::Event;

namespace {

std::shared_ptr<const ArticleAnalysis> article(const std::string& file, const std::string& source,
                                               const std::string& published, const std::string& text)
{
    corpus::Article article;
    article.file = file;
    article.sha256 = sha256Hex(text);
    article.source = source;
    article.title = text.substr(0, text.find('\n'));
    article.text = text;
    if (const auto days = daysFromIso(published)) {
        article.published.value = published;
        article.published.range = *days;
        article.published.basis = corpus::PublicationBasis::Metadata;
        article.published.confidence = 1.0;
    }
    return std::make_shared<const ArticleAnalysis>(analysis::analyzeArticle(std::move(article)));
}

const std::string lightsDated =
    "Lighthouse keeper honored in Varnholm\n\nThe harbor council of Varnholm awarded lighthouse keeper "
    "Elin Dahl a medal on March 9. Dahl had rescued two sailors in January. The council said the medal was "
    "overdue.";
const std::string lightsRelative =
    "Varnholm thanks its keeper\n\nThe harbor council of Varnholm awarded lighthouse keeper Elin Dahl a "
    "medal on Tuesday. The keeper thanked the sailors of the harbor.";
const std::string lightsUndated =
    "A medal for Elin Dahl\n\nThe harbor council of Varnholm today awarded lighthouse keeper Elin Dahl a "
    "medal. Two sailors whom Dahl had rescued came to the harbor.";
const std::string cheese =
    "Cheese prices climb again\n\nDairy farmers in Orsk raised the price of cheese on March 10. Shoppers "
    "complained about the price.";

std::shared_ptr<const Analysis> link(std::vector<std::shared_ptr<const ArticleAnalysis>> articles)
{
    return analysis::linkCorpus("folder", std::move(articles), {});
}

/// The event with a support whose trigger is @p word in the article @p file; nullptr if none.
const Event* eventOf(const Analysis& analysis, const std::string& file, const std::string& word)
{
    for (const Event& event : analysis.events) {
        for (const analysis::Support& support : event.supports) {
            const ArticleAnalysis& in = analysis[support.article];
            if (in.article.file == file && in.textOf(support.trigger) == word)
                return &event;
        }
    }
    return nullptr;
}

} // namespace

class TestLinkCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneHappeningInTwoArticlesIsOneEvent();
    void anotherStoryStaysApart();
    void anUnstatedPublicationDateIsInferredWithItsEvidence();
    void anUnrelatedArticleGetsNoDate();
    void aStatedDateIsNeverChanged();
    void aReprintIsNoIndependentSource();
    void twoDaysForOneEventAreTwoPositionsAndAHint();
    void twoNumbersForOneThingAreAHint();
    void aLargerTollReportedLaterIsAnUpdate();
    void theOrderOfArticlesDoesNotMatter();
    void keysSurviveAnotherArticle();
    void aRequestedStopGivesNothing();
    void noArticlesGiveNoEvents();
    void anUndatedEventSaysWhenItWasTold();
    void theDateOfThePageIsNoStoryDay();
};

void TestLinkCorpus::oneHappeningInTwoArticlesIsOneEvent()
{
    const auto analysis = link({article("a.txt", "Courier", "2021-03-10", lightsDated),
                                article("b.txt", "Tidings", "2021-03-11", lightsRelative)});
    const Event* event = eventOf(*analysis, "a.txt", "awarded");
    QVERIFY(event != nullptr);
    QCOMPARE(event, eventOf(*analysis, "b.txt", "awarded"));
    QCOMPARE(event->date.value, std::string("2021-03-09"));
    QVERIFY(event->date.interval.has_value());
    QCOMPARE(event->sources, 2U);
    QCOMPARE(event->independent, 2U);
    QVERIFY(event->salience >= 0.5);
    QVERIFY(std::ranges::any_of(event->participants, [](const std::string& name) { return name.ends_with("Dahl"); }));
    QVERIFY(event->title.size() > 10 && event->title.size() <= 80);
    QVERIFY(event->positions.empty());
}

void TestLinkCorpus::anotherStoryStaysApart()
{
    const auto analysis = link(
        {article("a.txt", "Courier", "2021-03-10", lightsDated), article("c.txt", "Tidings", "2021-03-11", cheese)});
    for (const Event& event : analysis->events)
        QCOMPARE(event.sources, 1U);
}

void TestLinkCorpus::anUnstatedPublicationDateIsInferredWithItsEvidence()
{
    const auto analysis =
        link({article("a.txt", "Courier", "2021-03-10", lightsDated), article("u.txt", "Herald", "", lightsUndated)});
    const corpus::PublicationDate& published = analysis->articles[1]->article.published;
    QVERIFY(published.basis == corpus::PublicationBasis::Inferred);
    QVERIFY(published.range.has_value());
    QVERIFY(published.range->contains(dayFromIso("2021-03-09").value()));
    QCOMPARE(published.value, std::string("2021-03-09"));
    QVERIFY(published.confidence < 1.0);
    // The word here and the words there are both shown.
    QVERIFY(std::ranges::any_of(published.evidence, [&](const auto& evidence) {
        return evidence.file == "u.txt" && analysis->articles[1]->textOf(evidence.span) == "today";
    }));
    QVERIFY(std::ranges::any_of(published.evidence, [&](const auto& evidence) {
        return evidence.file == "a.txt" &&
               analysis->articles[0]->textOf(evidence.span).find("March 9") != std::string_view::npos;
    }));
    QCOMPARE(eventOf(*analysis, "u.txt", "awarded"), eventOf(*analysis, "a.txt", "awarded"));
}

void TestLinkCorpus::anUnrelatedArticleGetsNoDate()
{
    const std::string timeless =
        "How to store cheese\n\nWrap the cheese in paper and keep it in a cool place. Never freeze it.";
    const auto analysis =
        link({article("a.txt", "Courier", "2021-03-10", lightsDated), article("t.txt", "Herald", "", timeless)});
    QVERIFY(!analysis->articles[1]->article.published.range);
    QVERIFY(analysis->articles[1]->article.published.basis == corpus::PublicationBasis::None);
}

void TestLinkCorpus::aStatedDateIsNeverChanged()
{
    // "today" against March 9 says 2021-03-09; the metadata says otherwise and stays.
    const auto analysis = link({article("a.txt", "Courier", "2021-03-10", lightsDated),
                                article("u.txt", "Herald", "2021-03-12", lightsUndated)});
    QCOMPARE(analysis->articles[1]->article.published.value, std::string("2021-03-12"));
    QVERIFY(analysis->articles[1]->article.published.basis == corpus::PublicationBasis::Metadata);
}

void TestLinkCorpus::aReprintIsNoIndependentSource()
{
    const auto analysis = link({article("a.txt", "Courier", "2021-03-10", lightsDated),
                                article("b.txt", "Mirror", "2021-03-10", lightsDated),
                                article("c.txt", "Tidings", "2021-03-11", lightsRelative)});
    const Event* event = eventOf(*analysis, "a.txt", "awarded");
    QVERIFY(event != nullptr);
    QCOMPARE(event->sources, 3U);
    QCOMPARE(event->independent, 2U);
    QCOMPARE(analysis->reprintCluster[0], analysis->reprintCluster[1]);
    QVERIFY(analysis->reprintCluster[0] != analysis->reprintCluster[2]);
}

void TestLinkCorpus::twoDaysForOneEventAreTwoPositionsAndAHint()
{
    std::string other = lightsDated;
    other.replace(other.find("March 9"), 7, "March 8");
    other.replace(other.find("The council said"), 16, "Guests noted");
    other += " A brass band played for the guests, and the school of the village sang three songs about the sea and "
             "its storms.";
    const auto analysis =
        link({article("a.txt", "Courier", "2021-03-10", lightsDated), article("b.txt", "Mirror", "2021-03-10", other)});
    const Event* event = eventOf(*analysis, "a.txt", "awarded");
    QVERIFY(event != nullptr);
    QCOMPARE(event, eventOf(*analysis, "b.txt", "awarded"));
    QCOMPARE(event->positions.size(), std::size_t{2});
    QVERIFY(event->date.value == "2021-03-08" || event->date.value == "2021-03-09"); // one of them, no mean
    QVERIFY(std::ranges::any_of(analysis->hints, [](const analysis::Hint& hint) { return hint.type == "date"; }));
}

/// Two reports of one shipwreck, each with its own toll; the hints about numbers.
std::vector<analysis::Hint> numberHints(const std::string& toll, const std::string& otherToll)
{
    const auto report = [](const std::string& count) {
        return "Ferry sinks off Varnholm\n\nThe ferry Alma sank off Varnholm in a storm and " + count +
               " people were killed. Captain Elin Dahl of the Alma called the coast guard of Varnholm.";
    };
    const auto analysis =
        link({article("a.txt", "Courier", "2021-03-10", report(toll)),
              article("b.txt", "Mirror", "2021-03-12", report(otherToll) + " Tugs searched all night.")});
    std::vector<analysis::Hint> numbers;
    std::ranges::copy_if(analysis->hints, std::back_inserter(numbers),
                         [](const analysis::Hint& hint) { return hint.type == "number"; });
    return numbers;
}

void TestLinkCorpus::twoNumbersForOneThingAreAHint()
{
    const auto hints = numberHints("nine", "five");
    QCOMPARE(hints.size(), std::size_t{1}); // however many events the two sentences share
    QCOMPARE(hints.front().kind, std::string("direct"));
    QVERIFY(hints.front().score >= 0.5);
    QVERIFY(hints.front().why.starts_with("Nine or five (people killed)? published 2021-03-10 and 2021-03-12"));
    const auto opening = numberHints("nine", "Five"); // as at the beginning of a sentence
    QCOMPARE(opening.size(), std::size_t{1});
    QVERIFY(opening.front().why.starts_with("Nine or five"));
    QVERIFY(numberHints("nine", "9").empty());
    QVERIFY(numberHints("more than 30", "34").empty());
}

void TestLinkCorpus::aLargerTollReportedLaterIsAnUpdate()
{
    const auto hints = numberHints("at least three", "11");
    QCOMPARE(hints.size(), std::size_t{1});
    QCOMPARE(hints.front().kind, std::string("update"));
    QVERIFY(hints.front().why.ends_with("the later report has more: an update"));
}

void TestLinkCorpus::theOrderOfArticlesDoesNotMatter()
{
    const auto first = article("a.txt", "Courier", "2021-03-10", lightsDated);
    const auto second = article("b.txt", "Tidings", "", lightsRelative);
    const auto third = article("u.txt", "Herald", "", lightsUndated);
    const auto forward = link({first, second, third});
    const auto backward = link({third, second, first});
    QCOMPARE(forward->events.size(), backward->events.size());
    for (std::size_t e = 0; e < forward->events.size(); ++e) {
        QCOMPARE(forward->events[e].key, backward->events[e].key);
        QCOMPARE(forward->events[e].title, backward->events[e].title);
        QCOMPARE(forward->events[e].salience, backward->events[e].salience);
    }
    for (std::size_t a = 0; a < 3; ++a)
        QVERIFY(forward->articles[a]->article.published == backward->articles[a]->article.published);
}

void TestLinkCorpus::keysSurviveAnotherArticle()
{
    const auto before = link({article("a.txt", "Courier", "2021-03-10", lightsDated),
                              article("b.txt", "Tidings", "2021-03-11", lightsRelative)});
    const auto after = link({article("a.txt", "Courier", "2021-03-10", lightsDated),
                             article("b.txt", "Tidings", "2021-03-11", lightsRelative),
                             article("c.txt", "Herald", "2021-03-11", cheese)});
    const Event* event = eventOf(*before, "a.txt", "awarded");
    QVERIFY(event != nullptr);
    QCOMPARE(eventOf(*after, "a.txt", "awarded")->key, event->key);
}

void TestLinkCorpus::aRequestedStopGivesNothing()
{
    const auto source = std::make_unique<std::stop_source>();
    source->request_stop();
    QVERIFY(analysis::linkCorpus("folder", {article("a.txt", "Courier", "2021-03-10", lightsDated)}, {},
                                 source->get_token()) == nullptr);
}

void TestLinkCorpus::noArticlesGiveNoEvents()
{
    const auto analysis = analysis::linkCorpus("folder", {}, {{"b", "empty"}, {"a", "empty"}});
    QVERIFY(analysis->events.empty());
    QCOMPARE(analysis->skipped.front().file, std::string("a"));
}

void TestLinkCorpus::anUndatedEventSaysWhenItWasTold()
{
    const std::string text =
        "A thief in the market hall\n\nTwo guards arrested a cheese thief in the market hall of Orsk.";
    const auto analysis = link({article("a.txt", "Courier", "2021-03-12", text),
                                article("b.txt", "Tidings", "2021-03-10", text + " The thief ran.")});
    const Event* event = eventOf(*analysis, "a.txt", "arrested");
    QVERIFY(event != nullptr);
    QVERIFY(!event->date.interval); // told, not dated
    QCOMPARE(event->assumed.value, std::string("2021-03-10"));
    QVERIFY(event->assumed.qualifier == temporal::Qualifier::About);
    QCOMPARE(event->assumed.how, std::string("assumed: first told 2021-03-10"));
}

void TestLinkCorpus::theDateOfThePageIsNoStoryDay()
{
    const auto analysis = link({article("a.txt", "Courier", "2021-03-10",
                                        "A medal for Elin Dahl\n\nMarch 10, 2021\n\nThe council of Varnholm awarded "
                                        "Elin Dahl a medal yesterday. Guests cheered the keeper.")});
    const ArticleAnalysis& analyzed = *analysis->articles.front();
    const auto cheered = std::ranges::find_if(
        analyzed.mentions, [&](const auto& mention) { return analyzed.textOf(mention.trigger) == "cheered"; });
    QVERIFY(cheered != analyzed.mentions.end());
    QVERIFY(cheered->date.basis == events::DateBasis::StoryDay);
    QCOMPARE(cheered->date.value, std::string("2021-03-09"));
}

QTEST_APPLESS_MAIN(TestLinkCorpus)
#include "tst_link_corpus.moc"
