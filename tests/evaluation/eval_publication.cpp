// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// eval_publication PATH… [--errors] [--pairs]
//
// Scores inferred publication dates. PATH is a folder of .txt files with a metadata.csv that says when they were
// published, or a file of JSON lines ("file", "published", "text"), which is cut into runs of thirty articles in a row.
// Of the dated articles every second one forgets its date, and the rest of its folder must give it back. Says how many
// ranges hold the day, how many days are named and right, and the Brier score of those. --pairs: how often two
// sentences that are held for alike tell of one day, by the probability that the program gives it. Exit codes: 0 at or
// above the recorded floors, 1 below, 2 usage.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "analysis/analyze_article.h"
#include "analysis/publication_inference.h"
#include "analysis/publication_witnesses.h"
#include "ingest/ingest.h"
#include "ingest/metadata_csv.h"
#include "links/document_clusters.h"

using namespace synoptic;

namespace {

/// What was reached and must not be lost.
constexpr double leastHolds = 0.78;
constexpr double leastDaysRight = 0.48;

struct Dated
{
    std::string file;
    std::string text;
    std::string published;
};

using Folder = std::vector<Dated>;
using Articles = std::vector<std::shared_ptr<const analysis::ArticleAnalysis>>;

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Folder folderOf(const std::string& path)
{
    Folder folder;
    const auto table = ingest::readMetadataCsv(contentOf(path + "/metadata.csv"));
    if (!table)
        return folder;
    for (const auto& [file, row] : table->rows)
        folder.push_back({file, contentOf(std::string(path).append("/").append(file)), row.published});
    return folder;
}

std::vector<Folder> runsOf(const std::string& path)
{
    constexpr std::size_t together = 30;
    std::vector<Dated> all;
    std::ifstream file(path, std::ios::binary);
    for (std::string line; std::getline(file, line);) {
        const auto article = nlohmann::json::parse(line, nullptr, false);
        if (article.is_object())
            all.push_back({article.value("file", ""), article.value("text", ""), article.value("published", "")});
    }
    std::ranges::stable_sort(all, {}, &Dated::published);
    std::vector<Folder> folders;
    for (std::size_t begin = 0; begin + together <= all.size(); begin += 4 * together)
        folders.emplace_back(all.begin() + static_cast<std::ptrdiff_t>(begin),
                             all.begin() + static_cast<std::ptrdiff_t>(begin + together));
    return folders;
}

std::optional<Day> dayOfGold(const Dated& dated)
{
    return dated.published.size() >= 10 ? dayFromIso(std::string_view(dated.published).substr(0, 10)) : std::nullopt;
}

/// @p published: what the article may know of its date; empty: nothing, whatever its text states.
std::shared_ptr<const analysis::ArticleAnalysis> analyzed(const Dated& dated, const std::string& published)
{
    auto raw = ingest::readPlainText(dated.text);
    if (!raw)
        return nullptr;
    corpus::Article article = ingest::ingestArticle(std::move(*raw), {dated.file, {}, {}, published});
    if (published.empty())
        article.published = {};
    return std::make_shared<const analysis::ArticleAnalysis>(analysis::analyzeArticle(std::move(article), {}));
}

struct Score
{
    int hidden = 0;
    int ranges = 0;
    int holds = 0;
    int days = 0;
    int right = 0;
    double brier = 0.0;
    std::vector<std::int64_t> widths;
};

/// By tenths of the probability that was given: how many, and how many of them were so.
using Reliability = std::array<std::pair<int, int>, 10>;

void note(Reliability& table, double probability, bool isSo)
{
    auto& [all, so] = table.at(std::min<std::size_t>(static_cast<std::size_t>(probability * 10.0), 9));
    ++all;
    so += isSo ? 1 : 0;
}

std::vector<std::uint32_t> storiesOf(const Articles& articles)
{
    std::vector<links::ArticleView> views;
    for (const auto& article : articles)
        views.push_back({&article->article, article->sentences, article->mentions});
    return links::storiesOf(views, {}).of;
}

void scoreFolder(const Folder& folder, bool errors, Score& score, Reliability& days)
{
    Articles articles;
    std::map<std::string, Day> hidden;
    int dated = 0;
    for (const Dated& one : folder) {
        const auto day = dayOfGold(one);
        const bool hide = day && ++dated % 2 == 0;
        auto article = analyzed(one, hide || !day ? std::string() : one.published.substr(0, 10));
        if (!article)
            continue;
        if (hide)
            hidden.emplace(one.file, *day);
        articles.push_back(std::move(article));
    }
    std::ranges::sort(articles, {}, [](const auto& article) -> const std::string& { return article->article.file; });
    const auto stories = storiesOf(articles);
    for (const auto& article : analysis::inferPublicationDates(articles, stories)) {
        const auto found = hidden.find(article->article.file);
        if (found == hidden.end())
            continue;
        ++score.hidden;
        const corpus::PublicationDate& published = article->article.published;
        if (!published.range)
            continue;
        ++score.ranges;
        const bool holds = published.range->contains(found->second);
        score.holds += holds ? 1 : 0;
        score.widths.push_back(published.range->days());
        if (published.range->isOneDay()) {
            ++score.days;
            score.right += holds ? 1 : 0;
            const double error = published.confidence - (holds ? 1.0 : 0.0);
            score.brier += error * error;
            note(days, published.confidence, holds);
        }
        if (errors && !holds)
            std::printf("%s\t%s\tfound %s\tconfidence %.2f\n", article->article.file.c_str(),
                        isoDate(found->second).c_str(), published.value.c_str(), published.confidence);
    }
}

/// The articles know their dates; what is said of the days of their expressions is compared with what they are.
void comparePairs(const Folder& folder, Reliability& pairs)
{
    Articles articles;
    for (const Dated& one : folder)
        if (dayOfGold(one))
            if (auto article = analyzed(one, one.published.substr(0, 10)))
                articles.push_back(std::move(article));
    const auto stories = storiesOf(articles);
    std::map<std::uint32_t, std::vector<std::uint32_t>> members;
    for (std::uint32_t a = 0; a < articles.size(); ++a)
        members[stories[a]].push_back(a);
    const std::stop_token stop;
    for (const auto& [story, own] : members) {
        const analysis::WitnessComparison comparison(articles, own, stop);
        const analysis::Witnesses witnesses = comparison.witnesses();
        for (const std::uint32_t a : own)
            for (const analysis::Equation& equation : comparison.equationsOf(a, witnesses))
                if (const auto day = analysis::dayOf(articles[a]->expressions[equation.expression]))
                    note(pairs, equation.probability, *day == equation.day);
    }
}

void print(const char* what, const Reliability& table)
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table.at(i).first > 0)
            std::printf("%s %.1f to %.1f: %d, so %.3f\n", what, static_cast<double>(i) / 10.0,
                        static_cast<double>(i + 1) / 10.0, table.at(i).first,
                        static_cast<double>(table.at(i).second) / table.at(i).first);
}

double share(int part, int whole)
{
    return whole > 0 ? static_cast<double>(part) / whole : 0.0;
}

} // namespace

int main(int argc, char** argv)
{
    bool errors = false;
    bool pairs = false;
    std::vector<Folder> folders;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--errors") {
            errors = true;
        } else if (argument == "--pairs") {
            pairs = true;
        } else if (std::filesystem::is_directory(argument)) {
            folders.push_back(folderOf(argument));
        } else {
            for (Folder& run : runsOf(argument))
                folders.push_back(std::move(run));
        }
    }
    if (folders.empty()) {
        std::fprintf(stderr, "usage: eval_publication PATH... [--errors] [--pairs]\n");
        return 2;
    }
    Score score;
    Reliability days{};
    Reliability together{};
    for (const Folder& folder : folders) {
        if (pairs)
            comparePairs(folder, together);
        else
            scoreFolder(folder, errors, score, days);
    }
    if (pairs) {
        print("one day by", together);
        return 0;
    }
    std::ranges::sort(score.widths);
    const double holds = share(score.holds, score.ranges);
    const double right = share(score.right, score.days);
    std::printf("%d dates forgotten, %d ranges, hold the day %.4f, median %lld days; %d days named, right %.4f, "
                "Brier %.4f\n",
                score.hidden, score.ranges, holds,
                score.widths.empty() ? 0LL : static_cast<long long>(score.widths[score.widths.size() / 2]), score.days,
                right, score.days > 0 ? score.brier / score.days : 0.0);
    print("days named with", days);
    const bool reached = holds >= leastHolds && (score.days == 0 || right >= leastDaysRight);
    if (!reached)
        std::printf("below the floors of %.3f and %.3f\n", leastHolds, leastDaysRight);
    return reached ? 0 : 1;
}
