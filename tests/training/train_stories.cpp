// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// train_stories DATA > resources/lexicons/en/story_trees.tsv
//
// Learns which two articles tell one story from folders of two look-alike stories each (a gold.json with the article
// folders beside it): as they are, each story alone, and all together, so that one model serves folders of every kind.
// Same folders, same bytes.
#include <iostream>
#include <string>
#include <vector>

#include "evaluation/gold_folders.h"
#include "links/article_likeness.h"
#include "training/boosted_trees_trainer.h"

using namespace synoptic;

namespace {

void addPairs(const evaluation::GoldFolder& folder, float weight, training::TreeExamples& examples)
{
    std::vector<links::ArticleView> views;
    for (const evaluation::GoldArticle& article : folder.articles)
        views.push_back({&article.analysis->article, article.analysis->sentences, article.analysis->mentions});
    const links::ArticleLikenesses likenesses = links::likenessesOf(views);
    for (std::uint32_t a = 0; a < views.size(); ++a) {
        for (const auto& [b, likeness] : likenesses.rows[a]) {
            examples.values.insert(examples.values.end(), likeness.values.begin(), likeness.values.end());
            examples.positive.push_back(folder.articles[a].story == folder.articles[b].story);
            examples.weight.push_back(weight);
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: train_stories DATA > story_trees.tsv\n";
        return 2;
    }
    const auto folders = evaluation::readGoldFolders(argv[1], evaluation::Layout::Lines);
    if (!folders) {
        std::cerr << "train_stories: cannot read " << folders.error().detail << '\n';
        return 2;
    }
    training::TreeExamples examples;
    examples.features = links::likenessFeatureCount;
    for (const evaluation::GoldFolder& folder : *folders)
        addPairs(folder, 1.0F, examples);
    for (const evaluation::GoldFolder& story : evaluation::byStory(*folders))
        addPairs(story, 1.0F, examples);
    constexpr float ofMany = 0.3F; // most pairs of an archive are easy
    addPairs(evaluation::allInOne(*folders), ofMany, examples);
    std::cerr << examples.size() << " pairs of articles\n";
    const training::TreeSettings settings{80, 3, 0.1, 40.0, 2.0};
    std::cout << "# Whether two articles tell one story; made by train_stories, read by BoostedTrees.\n"
              << training::boostedTrees(examples, settings);
    return 0;
}
