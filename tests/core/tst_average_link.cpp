// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <numeric>
#include <random>
#include <stop_token>

#include <QTest>

#include "links/average_link.h"
#include "links/document_clusters.h"
#include "links/term_vector.h"

using namespace synoptic::links;

namespace {

constexpr std::int32_t millionths(double value)
{
    return static_cast<std::int32_t>(value * SimilarPair::one);
}

/// The obvious algorithm: looks at all pairs of clusters before each join.
std::vector<std::uint32_t> slowTwin(std::size_t count, const std::vector<SimilarPair>& pairs, JoinThreshold threshold)
{
    std::vector<std::uint32_t> root(count);
    std::iota(root.begin(), root.end(), 0U);
    for (;;) {
        double best = 0.0;
        std::pair<std::uint32_t, std::uint32_t> join{0, 0};
        for (std::uint32_t a = 0; a < count; ++a) {
            for (std::uint32_t b = a + 1; b < count; ++b) {
                if (root[a] != a || root[b] != b)
                    continue;
                double sum = 0.0;
                for (const SimilarPair& pair : pairs) {
                    const bool between =
                        (root[pair.a] == a && root[pair.b] == b) || (root[pair.a] == b && root[pair.b] == a);
                    sum += between ? pair.score / SimilarPair::one : 0.0;
                }
                const auto sizeA = std::ranges::count(root, a);
                const auto sizeB = std::ranges::count(root, b);
                const double mean = sum / static_cast<double>(sizeA * sizeB);
                const double asked = sizeA > 1 && sizeB > 1   ? threshold.clusters
                                     : sizeA > 1 || sizeB > 1 ? 0.5 * (threshold.clusters + threshold.items)
                                                              : threshold.items;
                if (mean > best && mean >= asked) {
                    best = mean;
                    join = {a, b};
                }
            }
        }
        if (join.second == 0)
            return root;
        std::ranges::replace(root, join.second, join.first);
    }
}

} // namespace

class TestAverageLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alikeItemsJoinAndOthersDoNot();
    void aWallKeepsApart();
    void itAgreesWithItsSlowTwin();
    void tiesAndUnlikePairsAgreeWithTheSlowTwinToo();
    void moreIsAskedOfTwoItemsThanOfClusters();
    void aRequestedStopJoinsNothing();
    void pairsAreFoundThroughSharedTerms();
    void rareWordsWeighMore();
};

void TestAverageLink::alikeItemsJoinAndOthersDoNot()
{
    const std::vector<SimilarPair> pairs{{0, 1, millionths(0.8)}, {1, 2, millionths(0.2)}, {3, 4, millionths(0.5)}};
    QCOMPARE(averageLink(5, pairs, {0.4, 0.4}), (std::vector<std::uint32_t>{0, 0, 2, 3, 3}));
    QCOMPARE(averageLink(0, {}, {0.4, 0.4}), std::vector<std::uint32_t>{});
}

void TestAverageLink::aWallKeepsApart()
{
    // 0–1 and 1–2 are alike, but 0 and 2 must not meet.
    const std::vector<SimilarPair> pairs{{0, 1, millionths(0.9)}, {1, 2, millionths(0.8)}, {0, 2, wall}};
    QCOMPARE(averageLink(3, pairs, {0.1, 0.1}), (std::vector<std::uint32_t>{0, 0, 2}));
}

void TestAverageLink::itAgreesWithItsSlowTwin()
{
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        const auto count = static_cast<std::uint32_t>(2 + random() % 9);
        std::vector<SimilarPair> pairs;
        for (std::uint32_t a = 0; a < count; ++a) {
            for (std::uint32_t b = a + 1; b < count; ++b) {
                if (random() % 3 != 0)
                    pairs.push_back({a, b, static_cast<std::int32_t>(random() % 1'000'000)});
            }
        }
        QCOMPARE(averageLink(count, pairs, {0.3, 0.3}), slowTwin(count, pairs, {0.3, 0.3}));
    }
}

void TestAverageLink::tiesAndUnlikePairsAgreeWithTheSlowTwinToo()
{
    std::mt19937 random(11);
    for (int round = 0; round < 200; ++round) {
        const auto count = static_cast<std::uint32_t>(2 + random() % 14);
        std::vector<SimilarPair> pairs;
        for (std::uint32_t a = 0; a < count; ++a) {
            for (std::uint32_t b = a + 1; b < count; ++b) {
                // Quarters, which a double holds exactly: many means are equal.
                const auto quarters = static_cast<std::int32_t>(random() % 6) - 1;
                if (quarters != 0)
                    pairs.push_back({a, b, quarters * 250'000});
            }
        }
        QCOMPARE(averageLink(count, pairs, {0.25, 0.25}), slowTwin(count, pairs, {0.25, 0.25}));
    }
}

void TestAverageLink::moreIsAskedOfTwoItemsThanOfClusters()
{
    // 0 and 1 join, 2 is not near enough to one of them alone, but to both.
    const std::vector<SimilarPair> pairs{{0, 1, millionths(0.9)}, {0, 2, millionths(0.5)}, {1, 2, millionths(0.5)}};
    QCOMPARE(averageLink(3, pairs, {0.3, 0.6}), (std::vector<std::uint32_t>{0, 0, 0}));
    QCOMPARE(averageLink(3, {{0, 2, millionths(0.5)}}, {0.3, 0.6}), (std::vector<std::uint32_t>{0, 1, 2}));
    std::mt19937 random(13);
    for (int round = 0; round < 200; ++round) {
        const auto count = static_cast<std::uint32_t>(2 + random() % 12);
        std::vector<SimilarPair> some;
        for (std::uint32_t a = 0; a < count; ++a) {
            for (std::uint32_t b = a + 1; b < count; ++b) {
                if (random() % 3 != 0)
                    some.push_back({a, b, static_cast<std::int32_t>(random() % 1'000'000)});
            }
        }
        QCOMPARE(averageLink(count, some, {0.25, 0.65}), slowTwin(count, some, {0.25, 0.65}));
    }
}

void TestAverageLink::aRequestedStopJoinsNothing()
{
    const auto source = std::make_unique<std::stop_source>(); // on the stack gcc 12 takes it for uninitialized
    source->request_stop();
    QCOMPARE(averageLink(2, {{0, 1, millionths(0.9)}}, {0.4, 0.4}, source->get_token()),
             (std::vector<std::uint32_t>{0, 1}));
}

void TestAverageLink::pairsAreFoundThroughSharedTerms()
{
    Vocabulary vocabulary;
    std::vector<TermVector> vectors;
    for (const char* text :
         {"The ferry sank off Talen harbor.", "A ferry sank near Talen harbor in fog.", "The budget passed.", ""})
        vectors.push_back(termVector(contentStems(text), vocabulary, DocumentFrequencies::standard(), 50));
    const auto pairs = similarPairs(vectors, 0.05);
    QCOMPARE(pairs.size(), std::size_t{1});
    QCOMPARE(pairs[0].a, 0U);
    QCOMPARE(pairs[0].b, 1U);
    QVERIFY(std::abs(pairs[0].score / SimilarPair::one - cosine(vectors[0], vectors[1])) < 1e-5);
    QVERIFY(cosine(vectors[0], vectors[2]) < 0.01);
}

void TestAverageLink::rareWordsWeighMore()
{
    const DocumentFrequencies frequencies = DocumentFrequencies::parse("*\t100\nsaid\t90\nferri\t2\n");
    QVERIFY(frequencies.inverse("ferri") > frequencies.inverse("said"));
    QVERIFY(frequencies.inverse("unheardof") >= frequencies.inverse("ferri"));
    QVERIFY(DocumentFrequencies::standard().inverse("said") < DocumentFrequencies::standard().inverse("ferri"));
}

QTEST_APPLESS_MAIN(TestAverageLink)
#include "tst_average_link.moc"
