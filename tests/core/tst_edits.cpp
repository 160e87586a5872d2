// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QTest>

#include "edits/timeline.h"

using namespace synoptic;
using namespace synoptic::edits;

namespace {

std::shared_ptr<const analysis::Analysis> threeEvents()
{
    auto analysis = std::make_shared<analysis::Analysis>();
    for (const char* source : {"Alpha", "Beta", "Alpha"}) {
        auto article = std::make_shared<analysis::ArticleAnalysis>();
        article->article.source = source;
        analysis->reprintCluster.push_back(static_cast<std::uint32_t>(analysis->articles.size()));
        analysis->articles.push_back(std::move(article));
    }
    for (std::uint32_t e = 0; e < 3; ++e) {
        analysis::Event event;
        event.key = std::string(1, static_cast<char>('a' + e));
        event.title = "Event " + event.key;
        event.salience = 0.2 * (e + 1);
        for (std::uint32_t s = 0; s <= e; ++s) {
            analysis::Support support;
            support.article = ArticleId{s};
            support.sentence = e;
            event.supports.push_back(support);
        }
        analysis->events.push_back(event);
    }
    analysis->events[2].supports[0].sentence = 0; // shares article 0, sentence 0 with the first event
    return analysis;
}

} // namespace

class TestEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutEditsEverythingIsACandidate();
    void aRenamedEventKeepsItsEvidence();
    void aReviewReachesItsEvent();
    void aMergeKeepsAllEvidence();
    void aMergeCountsTheSourcesOfTheWhole();
    void aLaterEditOfAMergedEventReachesTheWhole();
    void anEditWhoseEventIsGoneChangesNothing();
    void aSentenceKnowsItsEvents();
};

void TestEdits::withoutEditsEverythingIsACandidate()
{
    const auto timeline = applyEdits(threeEvents(), {});
    QCOMPARE(timeline->events().size(), std::size_t{3});
    for (const TimelineEvent& event : timeline->events())
        QVERIFY(event.review == ReviewState::Candidate);
}

void TestEdits::aRenamedEventKeepsItsEvidence()
{
    const auto timeline = applyEdits(threeEvents(), {RenameEvent{"b", "Ferry sinks"}});
    QCOMPARE((*timeline)[EventId{1}].event.title, std::string("Ferry sinks"));
    QCOMPARE((*timeline)[EventId{1}].event.supports.size(), std::size_t{2});
    QCOMPARE(timeline->analysis().events[1].title, std::string("Event b")); // what was found stays
}

void TestEdits::aReviewReachesItsEvent()
{
    const auto timeline =
        applyEdits(threeEvents(), {ReviewEvent{"c", ReviewState::Rejected}, ReviewEvent{"c", ReviewState::Accepted}});
    QVERIFY((*timeline)[EventId{2}].review == ReviewState::Accepted);
    QVERIFY((*timeline)[EventId{0}].review == ReviewState::Candidate);
}

void TestEdits::aMergeKeepsAllEvidence()
{
    const auto timeline = applyEdits(threeEvents(), {MergeEvents{{"a", "c"}}});
    QCOMPARE(timeline->events().size(), std::size_t{2});
    const analysis::Event& merged = (*timeline)[EventId{0}].event;
    QCOMPARE(merged.key, std::string("a"));
    QCOMPARE(merged.supports.size(), std::size_t{3}); // one sentence told both
    QVERIFY(merged.salience > 0.5);
}

void TestEdits::aMergeCountsTheSourcesOfTheWhole()
{
    auto analysis = std::make_shared<analysis::Analysis>(*threeEvents());
    for (const std::uint32_t e : {0U, 1U}) {
        analysis->events[e].supports.resize(1);
        analysis->events[e].supports[0].article = ArticleId{e};
        analysis->events[e].sources = analysis->events[e].independent = 1;
    }
    const auto counts = [&] {
        const auto timeline = applyEdits(analysis, {MergeEvents{{"a", "b"}}});
        const analysis::Event& merged = (*timeline)[EventId{0}].event;
        return std::pair(merged.sources, merged.independent);
    };
    QCOMPARE(counts(), std::pair(2U, 2U)); // one told each: together two do
    analysis->reprintCluster[1] = analysis->reprintCluster[0];
    QCOMPARE(counts(), std::pair(2U, 1U)); // the one reprints the other
    analysis->events[1].supports[0].article = ArticleId{2};
    QCOMPARE(counts(), std::pair(1U, 1U)); // one outlet told both
}

void TestEdits::aLaterEditOfAMergedEventReachesTheWhole()
{
    const auto timeline = applyEdits(threeEvents(), {MergeEvents{{"a", "c"}}, RenameEvent{"c", "Both"}});
    QCOMPARE((*timeline)[EventId{0}].event.title, std::string("Both"));
}

void TestEdits::anEditWhoseEventIsGoneChangesNothing()
{
    const auto timeline =
        applyEdits(threeEvents(), {RenameEvent{"zz", "Nothing"}, MergeEvents{{"zz", "a"}}, MergeEvents{{}}});
    QCOMPARE(timeline->events().size(), std::size_t{3});
    QCOMPARE((*timeline)[EventId{0}].event.title, std::string("Event a"));
}

void TestEdits::aSentenceKnowsItsEvents()
{
    const auto timeline = applyEdits(threeEvents(), {});
    const auto events = timeline->eventsOf({ArticleId{0}, 0});
    QCOMPARE(events.size(), std::size_t{2});
    QCOMPARE(indexOf(events[0]), std::size_t{0});
    QCOMPARE(indexOf(events[1]), std::size_t{2});
    QVERIFY(timeline->eventsOf({ArticleId{7}, 0}).empty());
}

QTEST_APPLESS_MAIN(TestEdits)
#include "tst_edits.moc"
