// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// train_pairs DATA > resources/lexicons/en/pair_trees.tsv
//
// Learns which two mentions tell the same event from folders in which people marked the events (a gold.json with the
// article folders beside it), with the candidates and features of the product. Same folders, same bytes.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "evaluation/gold_folders.h"
#include "links/candidate_pairs.h"
#include "links/pair_features.h"
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

void addPairs(const evaluation::GoldFolder& folder, training::TreeExamples& examples)
{
    std::vector<links::ArticleView> views;
    for (const evaluation::GoldArticle& article : folder.articles)
        views.push_back({&article.analysis->article, article.analysis->sentences, article.analysis->mentions});
    const links::Stories stories = links::storiesOf(views);
    const links::Profiles profiles = links::profilesOf(views, stories, {});
    const std::vector<std::uint32_t> marked = markedEvents(folder, profiles);
    for (const links::CandidatePair& pair : links::candidatePairs(profiles, {})) {
        const std::uint32_t left = marked[pair.a];
        const std::uint32_t right = marked[pair.b];
        if (left == noEvent || right == noEvent)
            continue;
        const links::MentionProfile& a = profiles.mentions[pair.a];
        const links::MentionProfile& b = profiles.mentions[pair.b];
        const links::PairFeatures features =
            links::pairFeaturesOf(profiles, stories, views[a.ref.article], views[b.ref.article], a, b, pair.aligned);
        examples.values.insert(examples.values.end(), features.begin(), features.end());
        examples.positive.push_back(left == right);
        examples.weight.push_back(1.0F);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: train_pairs DATA > pair_trees.tsv\n";
        return 2;
    }
    const auto folders = evaluation::readGoldFolders(argv[1], evaluation::Layout::Lines);
    if (!folders) {
        std::cerr << "train_pairs: cannot read " << folders.error().detail << '\n';
        return 2;
    }
    training::TreeExamples examples;
    examples.features = links::pairFeatureCount;
    for (const evaluation::GoldFolder& folder : *folders)
        addPairs(folder, examples);
    std::cerr << examples.size() << " pairs, " << std::ranges::count(examples.positive, true) << " of one event\n";
    // Small trees, large leaves: pairs of one event are much alike, so there are fewer examples than it seems.
    const training::TreeSettings settings{60, 4, 0.1, 60.0, 2.0};
    std::cout << "# Whether two mentions tell the same event; made by train_pairs, read by links::BoostedTrees.\n"
              << training::boostedTrees(examples, settings);
    return 0;
}
