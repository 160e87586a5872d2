// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <string>
#include <vector>

#include <QTest>

#include "base/digest.h"
#include "edits/anchor.h"
#include "support/long_count.h"

using namespace synoptic;
using namespace synoptic::edits;

namespace {

corpus::Article articleOf(std::string text)
{
    corpus::Article article;
    article.file = "a.txt";
    article.text = std::move(text);
    return article;
}

Anchor anchorOn(const corpus::Article& article, std::string_view quote)
{
    const std::size_t at = article.text.find(quote);
    return anchorOf(article, spanOf(at, at + quote.size()));
}

FoundAnchor findIn(const Anchor& anchor, const std::string& text)
{
    return findAnchor(anchor, text, sha256Hex(text));
}

const std::string report =
    "The bridge was closed on Monday.\nEngineers found a crack in the northern pier.\n"
    "He denied it.\nThe mayor spoke for an hour.\nHe denied it.\nTraffic was sent over the dam.\n";

/// Sentences of words drawn at random; every tenth says what an earlier one said.
std::vector<std::string> randomSentences(std::mt19937& random, std::size_t count)
{
    static const std::vector<std::string> words = {"harbor",  "council", "report", "said",   "not",    "seven",
                                                   "people",  "after",   "storm",  "closed", "bridge", "minister",
                                                   "Tuesday", "denied",  "plan",   "money",  "road",   "claims"};
    std::vector<std::string> sentences;
    for (std::size_t s = 0; s < count; ++s) {
        if (s > 0 && random() % 10 == 0) {
            sentences.push_back(sentences[random() % s]);
            continue;
        }
        std::string sentence = "The";
        const std::size_t size = 3 + random() % 12;
        for (std::size_t w = 0; w < size; ++w)
            sentence += " " + words[random() % words.size()];
        sentences.push_back(sentence + ".");
    }
    return sentences;
}

} // namespace

class TestAnchor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnchorHoldsTheWordsAndWhatStandsAroundThem();
    void aSpanInsideACodePointIsWidened();
    void inTheSameTextItIsExact();
    void aRepeatedQuoteIsExactInTheSameText();
    void wordsThatMovedAreFound();
    void otherWordsAreNotTaken();
    void aLookAlikeIsNotTaken();
    void twoPlacesThatFitEquallyWellAreLost();
    void lineBreaksMayChange();
    void anArticleAsAWholeIsAlwaysFound();
    void hostileAnchorsFindNothing();
    void editedSourcesAreFoundAgainAndNeverWrongly();
};

void TestAnchor::anAnchorHoldsTheWordsAndWhatStandsAroundThem()
{
    const auto article = articleOf(report);
    const Anchor anchor = anchorOn(article, "Engineers found a crack");
    QCOMPARE(anchor.file, article.file);
    QCOMPARE(anchor.sha256, sha256Hex(report));
    QCOMPARE(anchor.quote, std::string("Engineers found a crack"));
    QCOMPARE(anchor.prefix, std::string("The bridge was closed on Monday.\n"));
    QVERIFY(anchor.suffix.starts_with(" in the northern pier."));
    QCOMPARE(anchor.suffix.size(), anchorContext);
    QVERIFY(!anchor.repeated);
    QVERIFY(anchorOn(article, "He denied it.").repeated);
}

void TestAnchor::aSpanInsideACodePointIsWidened()
{
    const auto article = articleOf("Die Brücke ist zu.");
    const Anchor anchor = anchorOf(article, {7, 8}); // the second byte of ü
    QCOMPARE(anchor.quote, std::string("ü"));
    QCOMPARE(anchor.position, 6U);
    QVERIFY(findIn(anchor, article.text).state == AnchorState::Exact);
}

void TestAnchor::inTheSameTextItIsExact()
{
    const auto article = articleOf(report);
    for (std::uint32_t begin = 0; begin + 20 < report.size(); begin += 7) {
        const Anchor anchor = anchorOf(article, {begin, begin + 20});
        const FoundAnchor found = findIn(anchor, report);
        QVERIFY(found.state == AnchorState::Exact);
        QCOMPARE(found.span.begin, begin);
        QCOMPARE(found.span.end, begin + 20);
    }
}

void TestAnchor::aRepeatedQuoteIsExactInTheSameText()
{
    const std::string lines =
        "No.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\n"
        "No.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\nNo.\n";
    const Anchor anchor = anchorOf(articleOf(lines), {72, 75});
    QVERIFY(findIn(anchor, lines).state == AnchorState::Exact);
    QCOMPARE(findIn(anchor, lines).span.begin, 72U);
    QVERIFY(findIn(anchor, "No.\n" + lines).state == AnchorState::Lost); // which of them was it?
}

void TestAnchor::wordsThatMovedAreFound()
{
    const Anchor anchor = anchorOn(articleOf(report), "Engineers found a crack in the northern pier.");
    const std::string longer = "A correction was added.\n" + report;
    const FoundAnchor found = findIn(anchor, longer);
    QVERIFY(found.state == AnchorState::Moved);
    QCOMPARE(textOf(longer, found.span), std::string_view("Engineers found a crack in the northern pier."));
}

void TestAnchor::otherWordsAreNotTaken()
{
    const Anchor anchor = anchorOn(articleOf(report), "Engineers found a crack in the northern pier.");
    std::string changed = report;
    changed.replace(changed.find("northern"), 8, "southern");
    const FoundAnchor found = findIn(anchor, changed);
    QVERIFY(found.state == AnchorState::Lost);
    QVERIFY(found.span.empty());
}

void TestAnchor::aLookAlikeIsNotTaken()
{
    const auto article = articleOf(report);
    const Anchor anchor = anchorOn(article, "He denied it.");
    std::string changed = report;
    changed.erase(changed.find("Engineers"), changed.find("The mayor") - changed.find("Engineers"));
    QVERIFY(findIn(anchor, changed).state == AnchorState::Lost); // the other denial stands there still
}

void TestAnchor::twoPlacesThatFitEquallyWellAreLost()
{
    const Anchor anchor = anchorOn(articleOf(report), "Traffic was sent over the dam.");
    QVERIFY(findIn(anchor, report + report).state == AnchorState::Lost);
}

void TestAnchor::lineBreaksMayChange()
{
    const Anchor anchor = anchorOn(articleOf(report), "Engineers found a crack in the northern pier.");
    std::string wrapped = "Today.\n" + report;
    wrapped.replace(wrapped.find("crack in"), 8, "crack\n  in");
    const FoundAnchor found = findIn(anchor, wrapped);
    QVERIFY(found.state == AnchorState::Moved);
    QCOMPARE(textOf(wrapped, found.span), std::string_view("Engineers found a crack\n  in the northern pier."));
}

void TestAnchor::anArticleAsAWholeIsAlwaysFound()
{
    const Anchor anchor = anchorOf(articleOf(report), {});
    QVERIFY(anchor.quote.empty());
    const FoundAnchor found = findIn(anchor, "Something else.");
    QVERIFY(found.state == AnchorState::Exact);
    QVERIFY(found.span.empty());
}

void TestAnchor::hostileAnchorsFindNothing()
{
    Anchor anchor;
    anchor.position = 0xFFFFFFFFU;
    anchor.quote = "\n";
    anchor.prefix = std::string(100'000, ' ');
    QVERIFY(findIn(anchor, std::string(100'000, '\n')).state == AnchorState::Lost);
    anchor.quote = "   ";
    QVERIFY(findIn(anchor, "a b").state == AnchorState::Lost);
    QVERIFY(findIn(anchor, "").state == AnchorState::Lost);
    anchor.quote = std::string(1000, 'a');
    QVERIFY(findIn(anchor, std::string(200'000, 'a')).state == AnchorState::Lost);
}

// Each source is edited at random: sentences deleted, inserted, copied, moved, rewritten. What the anchor finds must be
// the sentence that was meant, or nothing; and where that sentence was left alone it must be found.
void TestAnchor::editedSourcesAreFoundAgainAndNeverWrongly()
{
    const int rounds = tests::longCount("SYNOPTIC_ANCHOR_ROUNDS", 10'000);
    std::mt19937 random(20260517);
    int untouched = 0;
    int foundAgain = 0;
    int wrong = 0;
    for (int round = 0; round < rounds; ++round) {
        const std::vector<std::string> sentences = randomSentences(random, 12 + random() % 20);
        const std::size_t meant = random() % sentences.size();
        std::vector<std::pair<std::string, bool>> edited; // sentence, is it the one
        std::string before;
        std::uint32_t begin = 0;
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            if (s == meant)
                begin = static_cast<std::uint32_t>(before.size());
            before += sentences[s] + "\n";
            edited.emplace_back(sentences[s], s == meant);
        }
        const auto size = static_cast<std::uint32_t>(sentences[meant].size());
        const Anchor anchor = anchorOf(articleOf(before), {begin, begin + size});

        bool touched = false;
        for (std::size_t changes = 1 + random() % 3; changes > 0; --changes) {
            const std::size_t at = random() % edited.size();
            switch (random() % 4) {
            case 0:
                touched = touched || edited[at].second;
                edited.erase(edited.begin() + static_cast<std::ptrdiff_t>(at));
                break;
            case 1:
                edited.insert(edited.begin() + static_cast<std::ptrdiff_t>(at),
                              {randomSentences(random, 1).front(), false});
                break;
            case 2:
                touched = touched || edited[at].second;
                edited[at] = {randomSentences(random, 1).front(), false};
                break;
            default:
                edited.insert(edited.begin() + static_cast<std::ptrdiff_t>(at), {"Correction added later.", false});
                break;
            }
            if (edited.empty())
                break;
        }
        std::string after;
        std::uint32_t right = 0;
        for (const auto& [sentence, isMeant] : edited) {
            if (isMeant)
                right = static_cast<std::uint32_t>(after.size());
            after += sentence + "\n";
        }
        const FoundAnchor found = findIn(anchor, after);
        if (!touched && !anchor.repeated)
            ++untouched;
        if (found.state == AnchorState::Lost)
            continue;
        if (touched || found.span.begin != right)
            ++wrong;
        else if (!anchor.repeated)
            ++foundAgain;
    }
    qInfo("%d sources edited, %d sentences left alone, %d found again, %d wrongly", rounds, untouched, foundAgain,
          wrong);
    QCOMPARE(wrong, 0);
    QVERIFY(untouched > rounds / 2);
    QVERIFY(foundAgain >= untouched * 99 / 100);
}

QTEST_APPLESS_MAIN(TestAnchor)
#include "tst_anchor.moc"
