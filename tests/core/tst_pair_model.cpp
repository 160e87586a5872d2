// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boosted_trees.h"
#include "links/candidate_pairs.h"
#include "links/concepts.h"
#include "links/pair_context.h"
#include "links/pair_features.h"

#include <algorithm>
#include <array>
#include <string>

#include <QTest>

#include "analysis/analyze_article.h"
#include "base/digest.h"
#include "base/lexicons.h"
#include "events/trigger_features.h"

using namespace synoptic;
using namespace synoptic::links;

namespace {

std::shared_ptr<const analysis::ArticleAnalysis> article(const std::string& file, const std::string& text)
{
    corpus::Article article;
    article.file = file;
    article.sha256 = sha256Hex(text);
    article.title = text.substr(0, text.find('\n'));
    article.text = text;
    return std::make_shared<const analysis::ArticleAnalysis>(analysis::analyzeArticle(std::move(article)));
}

/// Articles ready to be compared.
struct Folder
{
    explicit Folder(const std::vector<std::string>& texts)
    {
        for (std::size_t i = 0; i < texts.size(); ++i)
            articles.push_back(article(std::to_string(i) + ".txt", texts[i]));
        for (const auto& analyzed : articles)
            views.push_back({&analyzed->article, analyzed->sentences, analyzed->mentions});
        stories = storiesOf(views);
        profiles = profilesOf(views, stories, {});
    }

    /// The mention of @p article with @p key.
    std::uint32_t mention(std::uint32_t article, const std::string& key) const
    {
        const auto found = std::ranges::find_if(profiles.mentions, [&](const MentionProfile& mention) {
            return mention.ref.article == article && mention.mention->key == key;
        });
        if (found == profiles.mentions.end())
            qFatal("no mention of %s", key.c_str());
        return static_cast<std::uint32_t>(found - profiles.mentions.begin());
    }

    std::vector<std::shared_ptr<const analysis::ArticleAnalysis>> articles;
    std::vector<ArticleView> views;
    Stories stories;
    Profiles profiles;
};

const std::string quits =
    "Varnholm loses its harbor master\n\nHarbor master Elin Dahl of Varnholm quit her office after "
    "the council refused to repair the pier.";
const std::string resigns =
    "Dahl leaves the harbor\n\nHarbor master Elin Dahl of Varnholm resigned her office after the "
    "council refused to repair the pier.";

} // namespace

class TestPairModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treesAddTheirLeaves();
    void aTableThatLeadsInCirclesGivesNothing();
    void theModelsAreThoseThatWereLearned();
    void everyFeatureOfTheModelExists();
    void wordsOfOneMeaningAreRelated_data();
    void wordsOfOneMeaningAreRelated();
    void theOrderOfTwoMentionsDoesNotMatter();
    void aPairIsSeenAmongTheOthers();
    void whoStopsFindsNoPairs();
    void anotherWordForItIsACandidate();
    void aWordThatStandsForAnotherTwiceIsLearned();
    void lookAlikeStoriesStayApart();
};

void TestPairModel::treesAddTheirLeaves()
{
    const auto trees = BoostedTrees::parse("tree\n1\t50\t1\t2\n=\t-300\n=\t700\ntree\n=\t11\n");
    QCOMPARE(trees.treeCount(), std::size_t{2});
    QCOMPARE(trees.highestFeature(), 1U);
    QCOMPARE(trees.score(std::array<std::int32_t, 2>{0, 49}), std::int64_t{-289});
    QCOMPARE(trees.score(std::array<std::int32_t, 2>{0, 50}), std::int64_t{711});
}

void TestPairModel::aTableThatLeadsInCirclesGivesNothing()
{
    const auto trees = BoostedTrees::parse("tree\n0\t50\t0\t0\ntree\n0\t50\t7\t9\ntree\n");
    QCOMPARE(trees.score(std::array<std::int32_t, 1>{0}), std::int64_t{0});
}

void TestPairModel::theModelsAreThoseThatWereLearned()
{
    // Whoever learns them again writes the new digests down, and the figures they reach into src/README.md.
    QCOMPARE(QString::fromStdString(sha256Hex(lexicons::pairTrees()).substr(0, 16)),
             QStringLiteral("14dccc5d29449291"));
    QCOMPARE(QString::fromStdString(sha256Hex(lexicons::triggerWeights()).substr(0, 16)),
             QStringLiteral("aded18ddde631001"));
    QCOMPARE(QString::fromStdString(sha256Hex(lexicons::pairContextTrees()).substr(0, 16)),
             QStringLiteral("bcc97bc0e75bb147"));
    QCOMPARE(QString::fromStdString(sha256Hex(lexicons::storyTrees()).substr(0, 16)),
             QStringLiteral("565a713748ad1145"));
}

void TestPairModel::everyFeatureOfTheModelExists()
{
    const auto trees = BoostedTrees::parse(lexicons::pairTrees());
    QVERIFY(trees.treeCount() > 10);
    QVERIFY(trees.highestFeature() < pairFeatureCount);
    const auto again = BoostedTrees::parse(lexicons::pairContextTrees());
    QVERIFY(again.highestFeature() >= pairFeatureCount); // the context counts
    QVERIFY(again.highestFeature() < pairFeatureCount + contextFeatureCount);
    const auto stories = BoostedTrees::parse(lexicons::storyTrees());
    QVERIFY(stories.treeCount() > 10);
    QVERIFY(stories.highestFeature() < likenessFeatureCount);
}

void TestPairModel::wordsOfOneMeaningAreRelated_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("relation");
    const auto row = [](const char* name, const char* one, const char* other, ConceptRelation relation) {
        QTest::newRow(name) << QString::fromLatin1(one) << QString::fromLatin1(other) << static_cast<int>(relation);
    };
    row("synonyms", "hit", "strike", ConceptRelation::Same);
    row("one is a way of the other", "murder", "kill", ConceptRelation::Broader);
    row("nothing in common", "arrest", "say", ConceptRelation::None);
    row("no word", "arrest", "xyzzy", ConceptRelation::Unknown);
}

void TestPairModel::wordsOfOneMeaningAreRelated()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(int, relation);
    const ConceptTable& table = ConceptTable::standard();
    const auto* left = table.find(one.toStdString());
    const auto* right = table.find(other.toStdString());
    QCOMPARE(static_cast<int>(relationOf(left, right)), relation);
    QCOMPARE(static_cast<int>(relationOf(right, left)), relation);
}

void TestPairModel::theOrderOfTwoMentionsDoesNotMatter()
{
    const Folder folder({quits, resigns});
    const MentionProfile& a = folder.profiles.mentions[folder.mention(0, "refuse")];
    const MentionProfile& b = folder.profiles.mentions[folder.mention(1, "refuse")];
    const auto forward = pairFeaturesOf(folder.profiles, folder.stories, folder.views[0], folder.views[1], a, b, 7);
    const auto backward = pairFeaturesOf(folder.profiles, folder.stories, folder.views[1], folder.views[0], b, a, 7);
    QVERIFY(forward == backward);
    QCOMPARE(forward[static_cast<std::size_t>(PairFeature::SameKey)], 1);
    QCOMPARE(forward[static_cast<std::size_t>(PairFeature::KeysMissing)], 0);
    QCOMPARE(forward[static_cast<std::size_t>(PairFeature::Aligned)], 7);
}

void TestPairModel::aPairIsSeenAmongTheOthers()
{
    const Folder folder({quits, resigns, quits + " Fishermen applauded."});
    const std::uint32_t a = folder.mention(0, "quit");
    const std::uint32_t b = folder.mention(1, "resign");
    const std::uint32_t rival = folder.mention(1, "refuse");
    const std::uint32_t third = folder.mention(2, "quit");
    const auto pairOf = [](std::uint32_t one, std::uint32_t other) {
        return CandidatePair{std::min(one, other), std::max(one, other), 0};
    };
    const std::vector<CandidatePair> pairs{pairOf(a, b), pairOf(a, rival), pairOf(a, third), pairOf(b, third)};
    const std::vector<std::int32_t> likely{600, 300, 900, 700};
    const PairNeighbors neighbors(folder.profiles, pairs, likely);
    const ContextFeatures context = neighbors.contextOf(pairs[0], likely[0]);
    const auto of = [&](ContextFeature feature) { return context[static_cast<std::size_t>(feature)]; };
    QCOMPARE(of(ContextFeature::Likely), 600);
    QCOMPARE(of(ContextFeature::BestRival), 300); // "refused" in the other article
    QCOMPARE(of(ContextFeature::OtherRival), 0);
    QCOMPARE(of(ContextFeature::Lead), 300);
    QCOMPARE(of(ContextFeature::BestThird), 700); // the third article is like both
    QCOMPARE(of(ContextFeature::WorstThird), 200);
    QCOMPARE(of(ContextFeature::CommonPartners), 1000 * 700 / (900 + 300));
    QCOMPARE(of(ContextFeature::MorePartners), 600 + 300 + 900);
    QCOMPARE(of(ContextFeature::FewerPartners), 600 + 700);
}

void TestPairModel::whoStopsFindsNoPairs()
{
    const Folder folder({quits, resigns});
    std::stop_source stopped;
    stopped.request_stop();
    QVERIFY(!candidatePairs(folder.profiles, {}).empty());
    QVERIFY(candidatePairs(folder.profiles, stopped.get_token()).empty());
    const std::vector<CandidatePair> pairs{{folder.mention(0, "quit"), folder.mention(1, "resign"), 0}};
    const std::vector<std::int32_t> likely{600};
    const auto partners = [&](const std::stop_token& stop) {
        const ContextFeatures context = PairNeighbors(folder.profiles, pairs, likely, stop).contextOf(pairs[0], 600);
        return context[static_cast<std::size_t>(ContextFeature::MorePartners)];
    };
    QCOMPARE(partners({}), 600);
    QCOMPARE(partners(stopped.get_token()), 0); // nobody waits for neighbors that nobody asks
}

void TestPairModel::anotherWordForItIsACandidate()
{
    const Folder folder({quits, resigns});
    const std::uint32_t a = folder.mention(0, "quit");
    const std::uint32_t b = folder.mention(1, "resign");
    const auto pairs = candidatePairs(folder.profiles, {});
    QVERIFY(std::ranges::is_sorted(pairs));
    QVERIFY(std::ranges::any_of(pairs, [&](const CandidatePair& pair) {
        return folder.profiles.mentions[pair.a].mention->key == "quit" && pair.b == b;
    }));
    // "refused" stands in both sentences: it is no other word for "quit".
    const std::uint32_t refused = folder.mention(1, "refuse");
    QVERIFY(std::ranges::none_of(pairs, [&](const CandidatePair& pair) { return pair.a == a && pair.b == refused; }));
}

void TestPairModel::aWordThatStandsForAnotherTwiceIsLearned()
{
    const Folder once({quits, resigns});
    const Folder twice({quits, resigns, quits + " Fishermen applauded."});
    const auto aligned = [](const Folder& folder) {
        std::int32_t most = 0;
        for (const CandidatePair& pair : candidatePairs(folder.profiles, {})) {
            const std::string& one = folder.profiles.mentions[pair.a].mention->key;
            const std::string& other = folder.profiles.mentions[pair.b].mention->key;
            if (std::min(one, other) == "quit" && std::max(one, other) == "resign")
                most = std::max(most, pair.aligned);
        }
        return most;
    };
    QCOMPARE(aligned(once), 0);
    QVERIFY(aligned(twice) > 0);
}

void TestPairModel::lookAlikeStoriesStayApart()
{
    const std::string north =
        "Ship runs aground off Varnholm\n\nThe freighter Alma ran aground off Varnholm in the storm of Monday "
        "night. Captain Elin Dahl called the coast guard of Varnholm, whose tugs pulled the Alma free at dawn. ";
    const std::string south =
        "Trawler stranded on rocks near Orsk\n\nThick fog drove the trawler Berta onto the rocks near Orsk. Her "
        "captain, Pavel Rusk, radioed for help, and the coast guard of Orsk took the crew of the Berta ashore. ";
    const Folder folder({north + "The crew of Dahl slept.", north + "Varnholm thanked Dahl.",
                         south + "The crew of Rusk slept.", south + "Orsk thanked Rusk."});
    QCOMPARE(folder.stories.of[0], folder.stories.of[1]);
    QCOMPARE(folder.stories.of[2], folder.stories.of[3]);
    QVERIFY(folder.stories.of[0] != folder.stories.of[2]);
    QVERIFY(storyOdds(folder.stories.likenesses.between(0, 1)) > storyOdds(folder.stories.likenesses.between(2, 0)));
}

QTEST_APPLESS_MAIN(TestPairModel)
#include "tst_pair_model.moc"
