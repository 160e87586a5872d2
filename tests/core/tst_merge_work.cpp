// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "edits/merge_work.h"

using namespace synoptic;
using namespace synoptic::edits;

namespace {

Anchor anchorAt(std::string file, std::string quote)
{
    Anchor anchor;
    anchor.file = std::move(file);
    anchor.quote = std::move(quote);
    return anchor;
}

PutContradiction record(std::uint32_t number, std::string question, std::string first, std::string second)
{
    PutContradiction put;
    put.contradiction.number = number;
    put.contradiction.question = std::move(question);
    put.contradiction.parties.resize(2);
    put.contradiction.parties[0].anchor = anchorAt("a.txt", std::move(first));
    put.contradiction.parties[1].side = 'B';
    put.contradiction.parties[1].anchor = anchorAt("b.txt", std::move(second));
    return put;
}

} // namespace

class TestMergeWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOnlyTheyDecidedIsAdded();
    void whatBothDecidedAlikeIsKnown();
    void differentAnswersAreAConflict();
    void onlyTheLastAnswerCounts();
    void eventsAndSupportsAreNotAddedTwice();
    void whatTheyTookBackIsNotPut();
    void anotherContradictionGetsTheNextNumber();
    void theSameQuestionIsTheSameRecord();
    void mergingAgainAddsNothing();
};

void TestMergeWork::whatOnlyTheyDecidedIsAdded()
{
    const Edits mine = {RenameEvent{"one", "Ours"}};
    const Edits theirs = {RenameEvent{"two", "Theirs"}, ReviewEvent{"one", ReviewState::Accepted}};
    const MergedWork merged = mergeWork(mine, theirs);
    QVERIFY(merged.added == theirs);
    QVERIFY(merged.conflicts.empty());
    QCOMPARE(merged.known, std::size_t{0});
}

void TestMergeWork::whatBothDecidedAlikeIsKnown()
{
    const Edits both = {RenameEvent{"one", "Ours"}, SetPublication{"a.txt", "2021-04-15"}};
    const MergedWork merged = mergeWork(both, both);
    QVERIFY(merged.added.empty() && merged.conflicts.empty());
    QCOMPARE(merged.known, std::size_t{2});
}

void TestMergeWork::differentAnswersAreAConflict()
{
    const MergedWork merged =
        mergeWork({SetPublication{"a.txt", "2021-04-15"}}, {SetPublication{"a.txt", "2021-04-22"}});
    QVERIFY(merged.added.empty());
    QCOMPARE(merged.conflicts.size(), std::size_t{1});
    QVERIFY(merged.conflicts[0].mine == Edit(SetPublication{"a.txt", "2021-04-15"}));
    QVERIFY(merged.conflicts[0].theirs == Edit(SetPublication{"a.txt", "2021-04-22"}));
}

void TestMergeWork::onlyTheLastAnswerCounts()
{
    const Edits mine = {RenameEvent{"one", "First"}, RenameEvent{"one", "Last"}};
    const Edits theirs = {RenameEvent{"one", "Other"}, RenameEvent{"one", "Last"}};
    const MergedWork merged = mergeWork(mine, theirs);
    QVERIFY(merged.added.empty() && merged.conflicts.empty());
    QCOMPARE(merged.known, std::size_t{1});
}

void TestMergeWork::eventsAndSupportsAreNotAddedTwice()
{
    KeepEvent ours;
    ours.event = "one";
    ours.title = "As we saw it";
    KeepEvent other = ours;
    other.title = "As they saw it";
    const Edit attached = AttachSupport{"one", anchorAt("a.txt", "x"), analysis::Stance::Supports};
    const Edit denied = AttachSupport{"one", anchorAt("a.txt", "x"), analysis::Stance::Denies};
    const Edit merge = MergeEvents{{"one", "two"}};
    const MergedWork merged = mergeWork({ours, attached, merge}, {other, attached, merge, DismissHint{"h"}});
    QVERIFY(merged.added == Edits{DismissHint{"h"}});
    QCOMPARE(merged.known, std::size_t{3});
    QCOMPARE(mergeWork({attached}, {denied}).conflicts.size(), std::size_t{1});
}

void TestMergeWork::whatTheyTookBackIsNotPut()
{
    const Anchor words = anchorAt("a.txt", "x");
    const MergedWork merged = mergeWork({DismissHint{"h"}}, {PutHighlight{words, 1, ""}, RemoveHighlight{words}});
    QCOMPARE(mergeWork({}, {PutHighlight{words, 1, ""}, RemoveHighlight{words}}).added.size(), std::size_t{2});
    QVERIFY(merged.added == Edits{RemoveHighlight{words}});
    const Edits mine = {PutHighlight{words, 1, ""}};
    QCOMPARE(mergeWork(mine, {PutHighlight{words, 1, ""}, RemoveHighlight{words}}).conflicts.size(), std::size_t{1});
}

void TestMergeWork::anotherContradictionGetsTheNextNumber()
{
    const Edits mine = {record(1, "When?", "Friday", "Saturday")};
    const PutNote note{"n", {NoteTarget::Contradiction, idText(1), {}}, "look again"};
    const MergedWork merged = mergeWork(mine, {record(1, "How many?", "12", "14"), note});
    QVERIFY(merged.conflicts.empty());
    QCOMPARE(merged.added.size(), std::size_t{2});
    QCOMPARE(std::get<PutContradiction>(merged.added[0]).contradiction.number, 2U);
    QCOMPARE(std::get<PutNote>(merged.added[1]).place.name, idText(2));
}

void TestMergeWork::theSameQuestionIsTheSameRecord()
{
    const Edits mine = {record(1, "How many?", "12", "14"), record(2, "When?", "Friday", "Saturday")};
    const MergedWork alike = mergeWork(mine, {record(1, "When?", "Friday", "Saturday")});
    QVERIFY(alike.added.empty() && alike.conflicts.empty());
    const MergedWork other = mergeWork(mine, {record(1, "On which day?", "Friday", "Saturday")});
    QVERIFY(other.added.empty());
    QCOMPARE(other.conflicts.size(), std::size_t{1});
    QCOMPARE(std::get<PutContradiction>(other.conflicts[0].theirs).contradiction.number, 2U);
}

void TestMergeWork::mergingAgainAddsNothing()
{
    Edits mine = {record(1, "When?", "Friday", "Saturday"), RenameEvent{"one", "Ours"}};
    const Edits theirs = {record(1, "How many?", "12", "14"), RenameEvent{"two", "Theirs"},
                          PutHighlight{anchorAt("a.txt", "12"), 1, "number"}, MergeEvents{{"two", "three"}}};
    const MergedWork once = mergeWork(mine, theirs);
    mine.insert(mine.end(), once.added.begin(), once.added.end());
    const MergedWork again = mergeWork(mine, theirs);
    QVERIFY(again.added.empty() && again.conflicts.empty());
    QCOMPARE(again.known, theirs.size());
}

QTEST_APPLESS_MAIN(TestMergeWork)
#include "tst_merge_work.moc"
