// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// train_pairs alone DATA > resources/lexicons/en/pair_trees.tsv
// train_pairs context DATA > resources/lexicons/en/pair_context_trees.tsv
//
// Learns which two mentions tell the same event from folders in which people marked the events (a gold.json with the
// article folders beside it), with the candidates and features of the product. Same folders, same bytes.
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/publication_inference.h"
#include "evaluation/gold_folders.h"
#include "links/candidate_pairs.h"
#include "links/pair_model.h"
#include "training/boosted_trees_trainer.h"

using namespace synoptic;

namespace {

constexpr std::uint32_t noEvent = ~0U;

/// For each mention the event that people marked there. Words that they did not mark teach nothing: taught as "never
/// the same", they keep sentences apart that tell the same in words no one thought of marking.
std::vector<std::uint32_t> markedEvents(const evaluation::GoldFolder& folder, const links::Profiles& profiles)
{
    std::map<std::uint32_t, std::vector<std::pair<TextSpan, std::uint32_t>>> marked; // by article
    for (std::uint32_t e = 0; e < folder.events.size(); ++e) {
        for (const evaluation::GoldMention& mention : folder.events[e].mentions)
            marked[mention.where.article].emplace_back(mention.span, e);
    }
    std::vector<std::uint32_t> result;
    for (const links::MentionProfile& mention : profiles.mentions) {
        const TextSpan trigger = mention.mention->trigger;
        std::uint32_t event = noEvent;
        for (const auto& [span, index] : marked[mention.ref.article]) {
            if (span.overlaps(trigger)) {
                event = index;
                break;
            }
        }
        result.push_back(event);
    }
    return result;
}

std::vector<links::ArticleView> viewsOf(const std::vector<std::shared_ptr<const analysis::ArticleAnalysis>>& articles)
{
    std::vector<links::ArticleView> views;
    views.reserve(articles.size());
    for (const auto& article : articles)
        views.push_back({&article->article, article->sentences, article->mentions});
    return views;
}

/// A folder with its candidates, and what people say of them.
struct Folder
{
    std::vector<std::shared_ptr<const analysis::ArticleAnalysis>> articles; // the profiles point into them
    links::Profiles profiles;
    std::vector<links::CandidatePair> pairs;
    std::vector<links::PairFeatures> features; // by pair
    std::vector<std::uint32_t> marked;         // by mention
    std::vector<std::int32_t> likely;          // by pair: what a model makes of it that never saw the folder
};

Folder read(const evaluation::GoldFolder& gold)
{
    std::vector<std::shared_ptr<const analysis::ArticleAnalysis>> articles;
    for (const evaluation::GoldArticle& article : gold.articles)
        articles.push_back(article.analysis);
    const links::Stories stories = links::storiesOf(viewsOf(articles));
    Folder folder;
    folder.articles = analysis::inferPublicationDates(std::move(articles), stories.of, {}); // as the program does
    const std::vector<links::ArticleView> views = viewsOf(folder.articles);
    folder.profiles = links::profilesOf(views, stories, {});
    folder.pairs = links::candidatePairs(folder.profiles, {});
    folder.features = links::featuresOfPairs(folder.profiles, stories, views, folder.pairs, {});
    folder.marked = markedEvents(gold, folder.profiles);
    return folder;
}

/// Adds what @p rowOf makes of each pair of marked mentions for which @p wanted holds.
template <class Row, class Predicate>
void addPairs(const Folder& folder, training::TreeExamples& examples, const Row& rowOf, const Predicate& wanted)
{
    for (std::size_t i = 0; i < folder.pairs.size(); ++i) {
        if (!wanted(i))
            continue;
        const std::uint32_t left = folder.marked[folder.pairs[i].a];
        const std::uint32_t right = folder.marked[folder.pairs[i].b];
        if (left == noEvent || right == noEvent)
            continue;
        const auto row = rowOf(i);
        examples.features = row.size();
        examples.values.insert(examples.values.end(), row.begin(), row.end());
        examples.positive.push_back(left == right);
        examples.weight.push_back(1.0F);
    }
}

// Small trees, large leaves: pairs of one event are much alike, so there are fewer examples than it seems.
constexpr training::TreeSettings settings{60, 4, 0.1, 60.0, 2.0};

/// The model of pairs by themselves, learned from the folders for which @p wanted(position) holds.
template <class Predicate>
std::string learnAlone(const std::vector<Folder>& folders, const Predicate& wanted)
{
    training::TreeExamples examples;
    for (std::size_t f = 0; f < folders.size(); ++f) {
        if (wanted(f))
            addPairs(
                folders[f], examples, [&](std::size_t i) { return folders[f].features[i]; },
                [](std::size_t) { return true; });
    }
    std::cerr << examples.size() << " pairs, " << std::ranges::count(examples.positive, true) << " of one event\n";
    return training::boostedTrees(examples, settings);
}

/// The model of pairs among others. It learns from opinions of models that never saw the folder, as it will meet them.
std::string learnInContext(std::vector<Folder>& folders)
{
    constexpr std::size_t parts = 3;
    for (std::size_t part = 0; part < parts; ++part) {
        const auto model = BoostedTrees::parse(learnAlone(folders, [&](std::size_t f) { return f % parts != part; }));
        for (std::size_t f = part; f < folders.size(); f += parts)
            folders[f].likely = links::likelihoods(model, folders[f].features);
    }
    training::TreeExamples examples;
    for (const Folder& folder : folders) {
        const links::PairNeighbors neighbors(folder.profiles, folder.pairs, folder.likely);
        addPairs(
            folder, examples,
            [&](std::size_t i) {
                return links::inContext(folder.features[i], neighbors.contextOf(folder.pairs[i], folder.likely[i]));
            },
            [&](std::size_t i) { return folder.likely[i] >= links::hopeless; });
    }
    return training::boostedTrees(examples, settings);
}

} // namespace

int main(int argc, char** argv)
{
    const std::string which = argc == 3 ? argv[1] : "";
    if (which != "alone" && which != "context") {
        std::cerr << "usage: train_pairs alone DATA > pair_trees.tsv\n"
                     "       train_pairs context DATA > pair_context_trees.tsv\n";
        return 2;
    }
    const auto gold = evaluation::readGoldFolders(argv[2], evaluation::Layout::Lines);
    if (!gold) {
        std::cerr << "train_pairs: cannot read " << gold.error().detail << '\n';
        return 2;
    }
    std::vector<Folder> folders;
    for (const evaluation::GoldFolder& folder : *gold)
        folders.push_back(read(folder));
    std::cout << "# Whether two mentions tell the same event; made by train_pairs, read by BoostedTrees.\n"
              << (which == "alone" ? learnAlone(folders, [](std::size_t) { return true; }) : learnInContext(folders));
    return 0;
}
