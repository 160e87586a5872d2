// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <string>
#include <vector>

#include <QTest>

#include "edits/timeline.h"
#include "edits/typed_date.h"
#include "support/corpus_builder.h"
#include "support/long_count.h"
#include "support/random_edits.h"

using namespace synoptic;
using namespace synoptic::edits;
using synoptic::tests::ArticleBuilder;
using synoptic::tests::CorpusBuilder;
using synoptic::tests::dateOf;

namespace {

const std::string fire = "key-fire";
const std::string trial = "key-trial";

CorpusBuilder builder()
{
    CorpusBuilder corpus;
    corpus
        .article(ArticleBuilder("a.txt", "Planet")
                     .published("2021-05-04")
                     .text("The mill burned on Monday.\nNobody was hurt in the fire.\nThe owner was tried in June.\n"))
        .article(ArticleBuilder("b.txt", "Globe")
                     .published("2021-05-06")
                     .text("A mill burned down on Tuesday.\nThe owner denies any fault at all.\n"))
        .article(ArticleBuilder("c.txt", "Planet").published("2021-06-20").text("The trial of the owner began.\n"));
    corpus.event("fire", dateOf("2021-05-03"), {{0, 0}, {0, 1}, {1, 0}});
    corpus.event("trial", dateOf("2021-06"), {{0, 2}, {2, 0}});
    return corpus;
}

std::shared_ptr<const analysis::Analysis> mill()
{
    return builder().build()->sharedAnalysis();
}

Anchor sentence(const analysis::Analysis& analysis, std::uint32_t article, std::uint32_t number)
{
    const analysis::ArticleAnalysis& own = analysis[ArticleId{article}];
    return anchorOf(own.article, own.sentences[number].span);
}

const TimelineEvent& eventOf(const Timeline& timeline, const std::string& key)
{
    return timeline[timeline.eventOf(key).value()];
}

std::vector<SentenceRef> sentencesOf(const TimelineEvent& event)
{
    std::vector<SentenceRef> sentences;
    for (const analysis::Support& support : event.event.supports)
        sentences.push_back({support.article, support.sentence});
    return sentences;
}

SentenceRef at(std::uint32_t article, std::uint32_t number)
{
    return {ArticleId{article}, number};
}

Contradiction whenItBurned(const analysis::Analysis& analysis)
{
    Contradiction made;
    made.number = 1;
    made.question = "When did it burn?";
    made.type = ContradictionType::Date;
    made.parties.resize(2);
    made.parties[0].anchor = sentence(analysis, 0, 0);
    made.parties[1].side = 'B';
    made.parties[1].anchor = sentence(analysis, 1, 0);
    made.events = {fire};
    return made;
}

} // namespace

class TestEventEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTypedDateReplacesTheFoundOne();
    void anUndatedEventStandsLast();
    void whatIsSaidOfAnEventIsShown();
    void aNewEventIsToldByItsSentence();
    void anAttachedSentenceIsMarkedAsByHand();
    void attachingAgainChangesTheStance();
    void aDetachedSentenceTellsTheEventNoMore();
    void aSplitMovesTheChosenSentences();
    void sourcesAreCountedAgain();
    void aChainOfMergesReachesTheLast();
    void aContradictionNamesItsSentencesAndEvents();
    void aContradictionFollowsAMergedEvent();
    void aLaterRecordReplacesTheEarlier();
    void aPartyWhoseFileIsGoneIsLost();
    void aDismissedHintIsNotShown();
    void highlightsAndNotesAreFound();
    void aTypedPublicationDateIsShown();
    void titlesAndSourcesOfArticlesAreShown();
    void aKeptEventOutlivesAnotherKey();
    void aKeptEventWhoseSentencesAreInNoEventComesBack();
    void aKeptEventShowsWhatIsNew();
    void everyEditIsUndoneAndDoneAgain();
    void aFlaggedDayIsDrawnAtEachOfItsPlaces_data();
    void aFlaggedDayIsDrawnAtEachOfItsPlaces();
    void aPreferredSideDatesTheEvent();
    void theQuestionIsWhatTheSidesSay();
    void randomSequencesReplayToTheSameState();
};

void TestEventEdits::aTypedDateReplacesTheFoundOne()
{
    const auto found = mill();
    const auto timeline = applyEdits(found, {RedateEvent{trial, dateFromWords("before 1990").value()}});
    const TimelineEvent& event = eventOf(*timeline, trial);
    QVERIFY(event.isRedated);
    QCOMPARE(event.event.date.words, std::string("before 1990"));
    QVERIFY(event.event.date.qualifier == temporal::Qualifier::Before);
    QCOMPARE(indexOf(*timeline->eventOf(trial)), std::size_t{0}); // the order follows
    QVERIFY(!eventOf(*timeline, fire).isRedated);
}

void TestEventEdits::anUndatedEventStandsLast()
{
    const auto timeline = applyEdits(mill(), {RedateEvent{fire, {}}});
    QCOMPARE(indexOf(*timeline->eventOf(fire)), std::size_t{1});
    QVERIFY(!eventOf(*timeline, fire).event.date.interval);
}

void TestEventEdits::whatIsSaidOfAnEventIsShown()
{
    const auto timeline = applyEdits(mill(), {SetEventFactuality{fire, events::Factuality::Possible},
                                              SetEventTags{fire, {"mill", "arson"}}, SetEventNote{fire, "ask twice"},
                                              SetEventParticipants{fire, {"The owner"}},
                                              SetEventSignificance{fire, 0.125}, SetEventSignificance{trial, 7.0}});
    const TimelineEvent& event = eventOf(*timeline, fire);
    QVERIFY(event.event.factuality == events::Factuality::Possible);
    QCOMPARE(event.tags, (std::vector<std::string>{"mill", "arson"}));
    QCOMPARE(event.note, std::string("ask twice"));
    QCOMPARE(event.event.participants, std::vector<std::string>{"The owner"});
    QCOMPARE(event.event.salience, 0.125);
    QCOMPARE(eventOf(*timeline, trial).event.salience, 1.0);
}

void TestEventEdits::aNewEventIsToldByItsSentence()
{
    const auto found = mill();
    const auto timeline =
        applyEdits(found, {AddEvent{"new", "Denial", sentence(*found, 1, 1), dateFromWords("2021-05-05").value()}});
    const TimelineEvent& event = eventOf(*timeline, "new");
    QVERIFY(event.isMade);
    QVERIFY(event.review == ReviewState::Accepted);
    QCOMPARE(sentencesOf(event), std::vector{at(1, 1)});
    QVERIFY(event.isByHand(at(1, 1)));
    QCOMPARE(event.event.sources, 1U);
    QCOMPARE(timeline->eventsOf(at(1, 1)).size(), std::size_t{1});
    // The key is taken: nothing happens.
    QCOMPARE(applyEdits(found, {AddEvent{fire, "Another", {}, {}}})->events().size(), std::size_t{2});
}

void TestEventEdits::anAttachedSentenceIsMarkedAsByHand()
{
    const auto found = mill();
    const auto timeline = applyEdits(found, {AttachSupport{fire, sentence(*found, 1, 1), analysis::Stance::Denies}});
    const TimelineEvent& event = eventOf(*timeline, fire);
    QCOMPARE(sentencesOf(event), (std::vector{at(0, 0), at(0, 1), at(1, 0), at(1, 1)}));
    QVERIFY(event.isByHand(at(1, 1)));
    QVERIFY(!event.isByHand(at(1, 0)));
    QVERIFY(event.event.supports.back().stance == analysis::Stance::Denies);
}

void TestEventEdits::attachingAgainChangesTheStance()
{
    const auto found = mill();
    const auto timeline = applyEdits(found, {AttachSupport{fire, sentence(*found, 1, 0), analysis::Stance::Differs}});
    const TimelineEvent& event = eventOf(*timeline, fire);
    QCOMPARE(event.event.supports.size(), std::size_t{3});
    QVERIFY(event.event.supports.back().stance == analysis::Stance::Differs);
    QVERIFY(!event.isByHand(at(1, 0))); // the program had found it
}

void TestEventEdits::aDetachedSentenceTellsTheEventNoMore()
{
    const auto found = mill();
    const auto timeline = applyEdits(found, {DetachSupport{fire, sentence(*found, 0, 1)}});
    QCOMPARE(sentencesOf(eventOf(*timeline, fire)), (std::vector{at(0, 0), at(1, 0)}));
    QVERIFY(timeline->eventsOf(at(0, 1)).empty());
}

void TestEventEdits::aSplitMovesTheChosenSentences()
{
    const auto found = mill();
    const auto timeline =
        applyEdits(found, {SetEventTags{fire, {"mill"}}, SplitEvent{fire, "part", "", {sentence(*found, 1, 0)}}});
    QCOMPARE(sentencesOf(eventOf(*timeline, fire)), (std::vector{at(0, 0), at(0, 1)}));
    const TimelineEvent& part = eventOf(*timeline, "part");
    QCOMPARE(sentencesOf(part), std::vector{at(1, 0)});
    QCOMPARE(part.event.title, std::string("fire"));
    QCOMPARE(part.tags, std::vector<std::string>{"mill"});
    QVERIFY(part.isMade);
    QVERIFY(part.event.date == found->events[0].supports[2].date);
}

void TestEventEdits::sourcesAreCountedAgain()
{
    const auto found = mill();
    const auto merged = applyEdits(found, {MergeEvents{{fire, trial}}});
    QCOMPARE(eventOf(*merged, fire).event.sources, 2U);
    const auto renamed = applyEdits(found, {SetArticleSource{"c.txt", "Herald"}, MergeEvents{{fire, trial}}});
    QCOMPARE(eventOf(*renamed, fire).event.sources, 3U);
    const auto detached = applyEdits(found, {DetachSupport{fire, sentence(*found, 1, 0)}});
    QCOMPARE(eventOf(*detached, fire).event.sources, 1U);
    QCOMPARE(eventOf(*detached, fire).event.independent, 1U);
}

void TestEventEdits::aChainOfMergesReachesTheLast()
{
    const auto found = mill();
    const auto timeline =
        applyEdits(found, {AddEvent{"new", "New", sentence(*found, 1, 1), {}}, MergeEvents{{trial, fire}},
                           MergeEvents{{"new", trial}}, RenameEvent{fire, "all of it"}});
    QCOMPARE(timeline->events().size(), std::size_t{1});
    QCOMPARE(timeline->events()[0].event.title, std::string("all of it"));
    QCOMPARE(timeline->events()[0].event.supports.size(), std::size_t{6});
    QVERIFY(timeline->eventOf(fire) == timeline->eventOf("new"));
}

void TestEventEdits::aContradictionNamesItsSentencesAndEvents()
{
    const auto found = mill();
    const auto timeline = applyEdits(found, {PutContradiction{whenItBurned(*found)}});
    QCOMPARE(timeline->contradictions().size(), std::size_t{1});
    const FoundContradiction& shown = timeline->contradictions()[0];
    QCOMPARE(shown.places.size(), std::size_t{2});
    QVERIFY(shown.places[1].article == ArticleId{1});
    QVERIFY(shown.places[1].anchor.state == AnchorState::Exact);
    QCOMPARE(timeline->contradictionsOf(at(0, 0)).size(), std::size_t{1});
    QCOMPARE(timeline->contradictionsOf(at(1, 0)).size(), std::size_t{1});
    QVERIFY(timeline->contradictionsOf(at(0, 1)).empty());
    QCOMPARE(timeline->contradictionsOf(*timeline->eventOf(fire)).size(), std::size_t{1});
    QVERIFY(timeline->contradictionsOf(*timeline->eventOf(trial)).empty());
    QCOMPARE(idText(shown.record.number), std::string("C-001"));
    QCOMPARE(idText(1234), std::string("C-1234"));
    QVERIFY(!flawOf(shown.record));
}

void TestEventEdits::aContradictionFollowsAMergedEvent()
{
    const auto found = mill();
    const auto timeline = applyEdits(found, {PutContradiction{whenItBurned(*found)}, MergeEvents{{trial, fire}}});
    QCOMPARE(timeline->contradictionsOf(*timeline->eventOf(trial)).size(), std::size_t{1});
}

void TestEventEdits::aLaterRecordReplacesTheEarlier()
{
    const auto found = mill();
    Contradiction second = whenItBurned(*found);
    second.status = ContradictionStatus::Resolved;
    QVERIFY(flawOf(second).has_value());
    second.resolution = Resolution{ResolutionMethod::PreferSide, 'A', "Monday", 0.9, ""};
    QVERIFY(flawOf(second).has_value()); // the reason is required
    second.resolution->reason = "the fire brigade's log";
    QVERIFY(!flawOf(second));
    const auto timeline = applyEdits(found, {PutContradiction{whenItBurned(*found)}, PutContradiction{second}});
    QCOMPARE(timeline->contradictions().size(), std::size_t{1});
    QVERIFY(timeline->contradictions()[0].record == second);
}

void TestEventEdits::aPartyWhoseFileIsGoneIsLost()
{
    const auto found = mill();
    Contradiction made = whenItBurned(*found);
    made.parties[1].anchor.file = "gone.txt";
    const auto timeline = applyEdits(found, {PutContradiction{made}});
    QVERIFY(!timeline->contradictions()[0].places[1].article);
    QVERIFY(timeline->contradictions()[0].places[1].anchor.state == AnchorState::Lost);
}

void TestEventEdits::aDismissedHintIsNotShown()
{
    auto withHints = std::make_shared<analysis::Analysis>(*mill());
    const TextSpan a = (*withHints)[ArticleId{0}].sentences[0].span;
    const TextSpan b = (*withHints)[ArticleId{1}].sentences[0].span;
    withHints->hints = {{"date", 0, 0.7, "Monday, Tuesday", ArticleId{0}, a, ArticleId{1}, b},
                        {"number", 0, 0.6, "", ArticleId{0}, a, ArticleId{1}, b}};
    const std::string key = hintKey(*withHints, withHints->hints[0]);
    QVERIFY(key != hintKey(*withHints, withHints->hints[1]));
    analysis::Hint turned{"date", 1, 0.1, "", ArticleId{1}, b, ArticleId{0}, a};
    QCOMPARE(hintKey(*withHints, turned), key);
    QCOMPARE(applyEdits(withHints, {})->hints().size(), std::size_t{2});
    QCOMPARE(applyEdits(withHints, {DismissHint{key}})->hints(), std::vector<std::uint32_t>{1});
}

void TestEventEdits::highlightsAndNotesAreFound()
{
    const auto found = mill();
    const Anchor words = sentence(*found, 1, 0);
    const Edits edits = {PutHighlight{words, 2, "key fact"},
                         PutHighlight{words, 3, "doubt"},
                         PutNote{"n1", {NoteTarget::Passage, "", words}, "who says so?"},
                         PutNote{"n2", {NoteTarget::Event, fire, {}}, "twice"},
                         PutNote{"n2", {NoteTarget::Event, fire, {}}, "three times"},
                         PutNote{"n3", {NoteTarget::Project, "", {}}, "gone"},
                         PutNote{"n3", {NoteTarget::Project, "", {}}, ""}};
    const auto timeline = applyEdits(found, edits);
    QCOMPARE(timeline->highlights().size(), std::size_t{1});
    QCOMPARE(timeline->highlights()[0].highlight.meaning, std::string("doubt"));
    QVERIFY(timeline->highlights()[0].place.article == ArticleId{1});
    QCOMPARE(timeline->notes().size(), std::size_t{2});
    QVERIFY(timeline->notes()[0].place.anchor.state == AnchorState::Exact);
    QCOMPARE(timeline->notes()[1].note.text, std::string("three times"));
    QVERIFY(timeline->notes()[1].event == timeline->eventOf(fire));
    Edits more = edits;
    more.emplace_back(RemoveHighlight{words});
    QVERIFY(applyEdits(found, more)->highlights().empty());
}

void TestEventEdits::aTypedPublicationDateIsShown()
{
    const auto found = mill();
    const auto timeline = applyEdits(found, {SetPublication{"a.txt", "2021-05-11/2021-05-12"}});
    const corpus::PublicationDate& published = timeline->analysis()[ArticleId{0}].article.published;
    QCOMPARE(published.value, std::string("2021-05-11/2021-05-12"));
    QVERIFY(published.basis == corpus::PublicationBasis::User);
    QCOMPARE(published.range->days(), 2);
    QCOMPARE(timeline->found()->articles[0]->article.published.value, std::string("2021-05-04"));
    const auto undone = applyEdits(found, {SetPublication{"a.txt", "2021-05-11"}, SetPublication{"a.txt", ""}});
    QVERIFY(undone->sharedAnalysis() == found);
    const auto odd = applyEdits(found, {SetPublication{"a.txt", "soon"}, SetPublication{"none.txt", "2021"}});
    QVERIFY(odd->sharedAnalysis() == found);
}

void TestEventEdits::titlesAndSourcesOfArticlesAreShown()
{
    const auto timeline =
        applyEdits(mill(), {SetArticleTitle{"b.txt", "Mill burns"}, SetArticleSource{"b.txt", "The Globe"}});
    QCOMPARE(timeline->analysis()[ArticleId{1}].article.title, std::string("Mill burns"));
    QCOMPARE(timeline->analysis()[ArticleId{1}].article.source, std::string("The Globe"));
}

void TestEventEdits::aKeptEventOutlivesAnotherKey()
{
    const auto found = mill();
    const Edits edits = {keepEvent(*found, found->events[0]), RenameEvent{fire, "The mill fire"}};
    auto again = std::make_shared<analysis::Analysis>(*found); // a later analysis chose another central sentence
    again->events[0].key = "other";
    again->events[0].date = dateOf("2021-05-04");
    const auto timeline = applyEdits(again, edits);
    QCOMPARE(timeline->events().size(), std::size_t{2});
    const TimelineEvent& event = eventOf(*timeline, fire);
    QCOMPARE(event.event.title, std::string("The mill fire"));
    QCOMPARE(event.event.date.value, std::string("2021-05-03"));
    QVERIFY(timeline->eventOf("other") == timeline->eventOf(fire));
    QVERIFY(event.fresh.empty());
}

void TestEventEdits::aKeptEventWhoseSentencesAreInNoEventComesBack()
{
    const auto found = mill();
    const Edits edits = {keepEvent(*found, found->events[0]), ReviewEvent{fire, ReviewState::Accepted}};
    auto again = std::make_shared<analysis::Analysis>(*found);
    again->events.erase(again->events.begin());
    const auto timeline = applyEdits(again, edits);
    const TimelineEvent& event = eventOf(*timeline, fire);
    QVERIFY(event.review == ReviewState::Accepted);
    QCOMPARE(sentencesOf(event), (std::vector{at(0, 0), at(0, 1), at(1, 0)}));
    QVERIFY(event.byHand.empty());
    QCOMPARE(event.event.sources, 2U);
}

void TestEventEdits::aKeptEventShowsWhatIsNew()
{
    const auto found = mill();
    const Edits edits = {keepEvent(*found, found->events[0]), ReviewEvent{fire, ReviewState::Accepted}};
    CorpusBuilder later = builder();
    later.event("unused", {}, {{1, 1}});
    auto again = std::make_shared<analysis::Analysis>(*later.build()->sharedAnalysis());
    again->events[0].supports.push_back(again->events[2].supports[0]);
    again->events.pop_back();
    const auto timeline = applyEdits(again, edits);
    QCOMPARE(eventOf(*timeline, fire).fresh, std::vector{at(1, 1)});
    QCOMPARE(eventOf(*timeline, fire).event.supports.size(), std::size_t{4});
}

void TestEventEdits::everyEditIsUndoneAndDoneAgain()
{
    const auto found = tests::randomCorpus(12, 20, 1);
    tests::RandomEdits random(4);
    const auto start = applyEdits(found, {});
    std::vector<bool> seen(std::variant_size_v<Edit>, false);
    for (int i = 0; i < 400; ++i) {
        const Edit edit = random.next(*start);
        seen[edit.index()] = true;
        const auto once = applyEdits(found, {edit});
        const auto again = applyEdits(found, {edit});
        QVERIFY(once->sameAs(*again));
        QVERIFY(applyEdits(found, {})->sameAs(*start));
    }
    QVERIFY(std::ranges::find(seen, false) == seen.end());
}

void TestEventEdits::aFlaggedDayIsDrawnAtEachOfItsPlaces_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isTyped");
    QTest::addColumn<int>("places");
    const auto row = [](const char* name, ContradictionType type, ContradictionStatus status, bool isTyped,
                        int places) {
        QTest::newRow(name) << static_cast<int>(type) << static_cast<int>(status) << isTyped << places;
    };
    row("open", ContradictionType::Date, ContradictionStatus::Open, false, 2);
    row("accepted as disputed", ContradictionType::Date, ContradictionStatus::AcceptedAsDisputed, false, 2);
    row("resolved", ContradictionType::Date, ContradictionStatus::Resolved, false, 0);
    row("dismissed", ContradictionType::Date, ContradictionStatus::Dismissed, false, 0);
    row("about something else", ContradictionType::Number, ContradictionStatus::Open, false, 0);
    row("the date was typed", ContradictionType::Date, ContradictionStatus::Open, true, 0);
}

void TestEventEdits::aFlaggedDayIsDrawnAtEachOfItsPlaces()
{
    QFETCH(int, type);
    QFETCH(int, status);
    QFETCH(bool, isTyped);
    tests::CorpusBuilder corpus;
    corpus.article(
        tests::ArticleBuilder("a.txt", "Alpha").text("It opened on Friday.\nIt opened on the 25th.\nIt rained."));
    corpus.event("opening", tests::dateOf("2021-04-23"), {{0, 0}, {0, 1}, {0, 2}});
    corpus.last().supports[1].date = tests::dateOf("2021-04-25");
    corpus.last().supports[2].date = tests::dateOf("2021-04-27"); // not among what was flagged
    const auto found = corpus.build()->sharedAnalysis();
    const auto& article = *found->articles[0];
    PutContradiction put;
    put.contradiction.number = 1;
    put.contradiction.type = static_cast<ContradictionType>(type);
    put.contradiction.status = static_cast<ContradictionStatus>(status);
    put.contradiction.events = {"key-opening"};
    for (const std::size_t sentence : {1U, 0U}) {
        Party party;
        party.anchor = anchorOf(article.article, article.sentences[sentence].span);
        put.contradiction.parties.push_back(party);
    }
    Edits edits = {put};
    if (put.contradiction.status == ContradictionStatus::Resolved)
        std::get<PutContradiction>(edits[0]).contradiction.resolution =
            Resolution{ResolutionMethod::Range, 'A', "", 0.8, "both can be"};
    if (isTyped)
        edits.emplace_back(RedateEvent{"key-opening", tests::dateOf("2021-04-24")});
    const auto timeline = applyEdits(found, edits);
    const analysis::Event& event = timeline->events().at(0).event;
    QTEST(static_cast<int>(event.positions.size()), "places");
    if (event.positions.empty())
        return;
    QCOMPARE(event.positions[0].value, std::string("2021-04-23")); // the earlier first
    QCOMPARE(event.positions[1].value, std::string("2021-04-25"));
    QCOMPARE(event.date.value, std::string("2021-04-23"));
}

void TestEventEdits::aPreferredSideDatesTheEvent()
{
    tests::CorpusBuilder corpus;
    corpus.article(tests::ArticleBuilder("a.txt", "Alpha").text("It opened on Friday.\nIt opened on the 25th."));
    corpus.event("opening", tests::dateOf("2021-04-23"), {{0, 0}, {0, 1}});
    corpus.last().supports[1].date = tests::dateOf("2021-04-25");
    const auto found = corpus.build()->sharedAnalysis();
    const auto& article = *found->articles[0];
    Contradiction record;
    record.number = 7;
    record.type = ContradictionType::Date;
    record.status = ContradictionStatus::Resolved;
    record.resolution = Resolution{ResolutionMethod::PreferSide, 'B', "25 April", 0.8, "named and quoted"};
    record.events = {"key-opening"};
    for (const std::size_t sentence : {0U, 1U}) {
        Party party;
        party.side = sentence == 0 ? 'A' : 'B';
        party.anchor = anchorOf(article.article, article.sentences[sentence].span);
        record.parties.push_back(party);
    }
    const auto dateWith = [&](const Edits& more) {
        Edits edits = {PutContradiction{record}};
        edits.insert(edits.end(), more.begin(), more.end());
        return applyEdits(found, edits)->events().at(0).event.date;
    };
    QCOMPARE(dateWith({}).value, std::string("2021-04-25"));
    QVERIFY(dateWith({}).how.find("preferred in C-007") != std::string::npos);
    QCOMPARE(dateWith({RedateEvent{"key-opening", tests::dateOf("2021-04-24")}}).value, std::string("2021-04-24"));
    record.resolution->side = 'A';
    QCOMPARE(dateWith({}).value, std::string("2021-04-23"));
    record.status = ContradictionStatus::Dismissed;
    record.resolution.reset();
    QCOMPARE(dateWith({}).value, std::string("2021-04-23"));
}

void TestEventEdits::theQuestionIsWhatTheSidesSay()
{
    Contradiction record;
    record.parties.resize(2);
    record.parties[0].anchor.quote = "The pier opened on Friday.";
    record.parties[1].claim = std::string(58, 'x') + "ööö";
    QCOMPARE(questionOf(record), "“The pier opened on Friday.” / “" + std::string(58, 'x') + "ö…”");
    record.question = "When?";
    QCOMPARE(questionOf(record), std::string("When?"));
}

void TestEventEdits::randomSequencesReplayToTheSameState()
{
    constexpr int steps = 200;
    const auto sequences = static_cast<std::uint32_t>(tests::longCount("SYNOPTIC_COMMANDS", 20'000) / steps);
    std::size_t commands = 0;
    for (std::uint32_t seed = 0; seed < sequences; ++seed) {
        const auto found = tests::randomCorpus(5, 8, seed);
        tests::RandomEdits random(seed);
        Edits done;
        Edits undone;
        std::vector<std::shared_ptr<const Timeline>> states = {applyEdits(found, {})};
        for (int step = 0; step < steps; ++step, ++commands) {
            const std::size_t choice = random.below(10);
            if (choice < 3 && !done.empty()) {
                undone.push_back(done.back());
                done.pop_back();
                states.pop_back();
                if (step % 8 == 0)
                    QVERIFY(applyEdits(found, done)->sameAs(*states.back()));
            } else if (choice == 3 && !undone.empty()) {
                done.push_back(undone.back());
                undone.pop_back();
                states.push_back(applyEdits(found, done));
            } else {
                done.push_back(random.next(*states.back()));
                undone.clear();
                states.push_back(applyEdits(found, done));
            }
        }
        QVERIFY(applyEdits(found, done)->sameAs(*states.back()));
        while (!done.empty())
            done.pop_back();
        QVERIFY(applyEdits(found, done)->sameAs(*states.front()));
    }
    qInfo("%zu commands", commands);
}

QTEST_APPLESS_MAIN(TestEventEdits)
#include "tst_event_edits.moc"
