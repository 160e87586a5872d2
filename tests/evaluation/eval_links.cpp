// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// eval_links DATA… [--para] [--floor LINK_F]
//
// Scores the linking of folders in which people marked the events (a gold.json with the article folders beside it):
// each folder as it is, all in one, and each story alone. The floor is of the folders as they are, the first DATA. Exit
// codes: 0 at or above the floor, 1 below it, 2 usage or no corpus.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "analysis/link_corpus.h"
#include "evaluation/gold_folders.h"
#include "evaluation/link_score.h"

using namespace synoptic;
using namespace synoptic::evaluation;

namespace {

void addTo(LinkScore& score, const GoldFolder& folder)
{
    std::vector<std::shared_ptr<const analysis::ArticleAnalysis>> articles;
    articles.reserve(folder.articles.size());
    for (const GoldArticle& article : folder.articles)
        articles.push_back(article.analysis);
    score.add(folder, *analysis::linkCorpus(folder.name, std::move(articles), {}));
}

void print(const char* view, const LinkScore& score)
{
    std::printf("%-8s link P %5.1f R %5.1f F %5.1f  sentences %5.1f  alone %5.1f  lit %4.1f  triggers %5.1f\n", view,
                score.linkP(), score.linkR(), score.linkF(), score.sentenceF(), score.aloneIsAlone(), score.lit(),
                score.triggersFound());
}

double scoreAll(const std::vector<GoldFolder>& folders)
{
    LinkScore asTheyAre;
    for (const GoldFolder& folder : folders)
        addTo(asTheyAre, folder);
    print("folders", asTheyAre);
    LinkScore together;
    addTo(together, allInOne(folders));
    print("one", together);
    const std::vector<GoldFolder> stories = byStory(folders);
    LinkScore alone;
    for (const GoldFolder& story : stories)
        addTo(alone, story);
    print("stories", alone);
    return asTheyAre.linkF();
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> paths;
    Layout layout = Layout::Lines;
    double floor = 0.0;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--para")
            layout = Layout::Paragraphs;
        else if (argument == "--floor" && i + 1 < argc)
            floor = std::strtod(argv[++i], nullptr);
        else
            paths.push_back(argument);
    }
    if (paths.empty()) {
        std::fprintf(stderr, "usage: eval_links DATA… [--para] [--floor LINK_F]\nDATA must hold a gold.json\n");
        return 2;
    }
    double first = -1.0;
    for (const std::string& path : paths) {
        const auto folders = readGoldFolders(path, layout);
        if (!folders) {
            std::fprintf(stderr, "eval_links: cannot read %s\n", folders.error().detail.c_str());
            return 2;
        }
        std::printf("%s\n", path.c_str());
        const double linkF = scoreAll(*folders);
        first = first < 0.0 ? linkF : first;
    }
    return first < floor ? 1 : 0;
}
