// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "edits/changes.h"
#include "support/analyzed_ferry.h"
#include "support/corpus_builder.h"

using namespace synoptic;
using namespace synoptic::edits;
using namespace synoptic::tests;

class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPublicationDateMovesWhatRestsOnIt();
    void whatRestsOnNothingStays();
    void anEventThatCameOrWentIsSaid();
    void bothPositionsOfADisputedDateAreCompared();
    void aReasonIsNoChange();
};

void TestChanges::aPublicationDateMovesWhatRestsOnIt()
{
    const auto before = analyzedFerry();
    QCOMPARE(before->events()[0].event.date.value, std::string("2021-04-13"));
    const auto after = applyEdits(before->found(), {SetPublication{"gazette.txt", "2021-04-22"}});
    const Changes changes = changesBetween(*before, *after);
    QCOMPARE(changes.events.size(), std::size_t{1});
    QCOMPARE(changes.events[0].title, std::string("Ferry sinks"));
    QCOMPARE(changes.events[0].before[0].value, std::string("2021-04-13"));
    QCOMPARE(changes.events[0].after[0].value, std::string("2021-04-20"));
    QCOMPARE(changes.expressions, std::size_t{1}); // Tuesday; 2019 stays
    QVERIFY(changesBetween(*after, *after).isEmpty());
}

void TestChanges::whatRestsOnNothingStays()
{
    const auto before = analyzedFerry();
    const auto after = applyEdits(before->found(),
                                  {SetPublication{"globe.txt", "2021-04-22"}, SetArticleTitle{"gazette.txt", "Ferry"}});
    QVERIFY(changesBetween(*before, *after).isEmpty());
}

void TestChanges::anEventThatCameOrWentIsSaid()
{
    CorpusBuilder corpus;
    corpus.event("one", dateOf("2021-05-03")).event("two", dateOf("2021-05-04"));
    const auto both = corpus.build();
    const auto one = CorpusBuilder().event("one", dateOf("2021-05-03")).build();
    const Changes gone = changesBetween(*both, *one);
    QCOMPARE(gone.events.size(), std::size_t{1});
    QVERIFY(gone.events[0].isGone() && !gone.events[0].isNew());
    QCOMPARE(gone.events[0].key, std::string("key-two"));
    const Changes come = changesBetween(*one, *both);
    QVERIFY(come.events.size() == 1 && come.events[0].isNew());
    // Merged, an event is not gone: it is found by its old key
    QVERIFY(changesBetween(*both, *applyEdits(both->found(), {MergeEvents{{"key-one", "key-two"}}})).isEmpty());
}

void TestChanges::bothPositionsOfADisputedDateAreCompared()
{
    const auto with = [](const char* second) {
        CorpusBuilder corpus;
        corpus.event("one", dateOf("2021-05-03"));
        corpus.last().positions = {dateOf("2021-05-03"), dateOf(second)};
        return corpus.build();
    };
    QVERIFY(changesBetween(*with("2021-05-04"), *with("2021-05-04")).isEmpty());
    const Changes changes = changesBetween(*with("2021-05-04"), *with("2021-05-05"));
    QCOMPARE(changes.events.size(), std::size_t{1});
    QCOMPARE(changes.events[0].before.size(), std::size_t{2});
}

void TestChanges::aReasonIsNoChange()
{
    const auto with = [](const char* how) {
        CorpusBuilder corpus;
        corpus.event("one", dateOf("2021-05-03"));
        corpus.last().date.how = how;
        return corpus.build();
    };
    QVERIFY(changesBetween(*with("weekday before"), *with("typed")).isEmpty());
}

QTEST_APPLESS_MAIN(TestChanges)
#include "tst_changes.moc"
