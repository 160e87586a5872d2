// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// eval_links DATA… [--para] [--floor LINK_F]
//
// Scores the linking of folders in which people marked the events (a gold.json with the article folders beside it):
// each folder as it is, all in one, and each story alone. Without --floor the recorded floors apply to the corpora they
// were recorded for, told by the end of the folder's path; they are of the folders as they are, one sentence a line.
// Exit codes: 0 at or above the floor, 1 below it, 2 usage or no corpus.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
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

/// What was reached and must not be lost: a change that falls below is looked at, or the floor is lowered with a
/// reason. Link F alone says nothing: joining everything raises it.
struct Floor
{
    std::string_view corpus;
    double linkF = 0.0;
    double sentenceF = 0.0;
    double aloneIsAlone = 0.0;
    double mostLit = 100.0;
};

constexpr std::array floors{Floor{"ecbplus/dev", 56.5, 76.0, 76.5, 6.0}};

Floor floorOf(std::string_view path)
{
    while (path.ends_with('/'))
        path.remove_suffix(1);
    const auto* const found =
        std::ranges::find_if(floors, [&](const Floor& floor) { return path.ends_with(floor.corpus); });
    return found == floors.end() ? Floor{} : *found;
}

bool holds(const LinkScore& score, const Floor& floor)
{
    const bool good = score.linkF() >= floor.linkF && score.sentenceF() >= floor.sentenceF &&
                      score.aloneIsAlone() >= floor.aloneIsAlone && score.lit() <= floor.mostLit;
    if (!good)
        std::printf("below the floor: link F %.1f, sentences %.1f, alone %.1f, lit at most %.1f\n", floor.linkF,
                    floor.sentenceF, floor.aloneIsAlone, floor.mostLit);
    return good;
}

LinkScore scoreAll(const std::vector<GoldFolder>& folders)
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
    return asTheyAre;
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> paths;
    Layout layout = Layout::Lines;
    std::optional<double> floor;
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
    bool good = true;
    for (const std::string& path : paths) {
        const auto folders = readGoldFolders(path, layout);
        if (!folders) {
            std::fprintf(stderr, "eval_links: cannot read %s\n", folders.error().detail.c_str());
            return 2;
        }
        std::printf("%s\n", path.c_str());
        const LinkScore score = scoreAll(*folders);
        const Floor recorded = layout == Layout::Lines ? floorOf(path) : Floor{};
        good = holds(score, floor ? Floor{{}, *floor} : recorded) && good;
    }
    return good ? 0 : 1;
}
