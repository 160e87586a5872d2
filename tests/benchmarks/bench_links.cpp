// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_links [--folder DIR] [COUNT…]
//
// From text to linked events: analyzes and links COUNT articles (100, 1,000 and 10,000 if none is given), generated
// ones or the first .txt files of DIR by name, on two threads as far as stages allow. One JSON object a line; growth is
// the factor of the time against the line before, beside that of n log² n.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <sys/resource.h>

#include "analysis/analyze_article.h"
#include "analysis/link_corpus.h"
#include "base/digest.h"
#include "ingest/ingest.h"
#include "support/article_generator.h"

using namespace synoptic;

namespace {

using Clock = std::chrono::steady_clock;
using ArticlePointer = std::shared_ptr<const analysis::ArticleAnalysis>;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<tests::GeneratedFile> filesOf(const std::string& folder, std::size_t count)
{
    if (folder.empty())
        return tests::generateArticles(count, 1);
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".txt")
            paths.push_back(entry.path());
    }
    std::ranges::sort(paths);
    paths.resize(std::min(paths.size(), count));
    std::vector<tests::GeneratedFile> files;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        files.push_back({path.filename().string(), std::string(std::istreambuf_iterator<char>(file), {})});
    }
    return files;
}

ArticlePointer analyze(const tests::GeneratedFile& file)
{
    auto raw = ingest::readPlainText(file.bytes);
    if (!raw)
        return nullptr;
    const ingest::FileContext context{file.name, sha256Hex(file.bytes), std::nullopt, {}};
    return std::make_shared<const analysis::ArticleAnalysis>(
        analysis::analyzeArticle(ingest::ingestArticle(std::move(*raw), context)));
}

std::vector<ArticlePointer> analyzeAll(const std::vector<tests::GeneratedFile>& files)
{
    constexpr int threadCount = 2;
    std::vector<ArticlePointer> articles(files.size());
    std::atomic<std::size_t> next = 0;
    {
        std::vector<std::jthread> threads;
        threads.reserve(threadCount);
        for (int i = 0; i < threadCount; ++i) {
            threads.emplace_back([&] {
                for (std::size_t at = next++; at < files.size(); at = next++)
                    articles[at] = analyze(files[at]);
            });
        }
    }
    std::erase(articles, nullptr);
    return articles;
}

} // namespace

int main(int argc, char** argv)
{
    std::string folder;
    std::vector<std::size_t> counts;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--folder" && i + 1 < argc)
            folder = argv[++i];
        else
            counts.push_back(static_cast<std::size_t>(std::strtoul(argument.c_str(), nullptr, 10)));
    }
    if (counts.empty())
        counts = {100, 1'000, 10'000};
    double lastSeconds = 0.0;
    double lastBound = 0.0;
    for (const std::size_t count : counts) {
        const std::vector<tests::GeneratedFile> files = filesOf(folder, count);
        std::size_t bytes = 0;
        for (const auto& file : files)
            bytes += file.bytes.size();
        const auto start = Clock::now();
        std::vector<ArticlePointer> articles = analyzeAll(files);
        const double analyzed = secondsSince(start);
        std::size_t mentions = 0;
        for (const ArticlePointer& article : articles)
            mentions += article->mentions.size();
        const auto analysis = analysis::linkCorpus(folder, std::move(articles), {});
        const double seconds = secondsSince(start);
        const auto n = static_cast<double>(files.size());
        const double bound = n * std::pow(std::log2(std::max(n, 2.0)), 2);
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        std::printf(
            "{\"articles\": %zu, \"bytes\": %zu, \"mentions\": %zu, \"events\": %zu, \"analyze_s\": %.2f, "
            "\"link_s\": %.2f, \"total_s\": %.2f, \"growth\": %.2f, \"growth_n_log2_n\": %.2f, \"peak_mib\": %ld}\n",
            files.size(), bytes, mentions, analysis->events.size(), analyzed, seconds - analyzed, seconds,
            lastSeconds > 0.0 ? seconds / lastSeconds : 0.0, lastBound > 0.0 ? bound / lastBound : 0.0,
            usage.ru_maxrss / 1024);
        std::fflush(stdout);
        lastSeconds = seconds;
        lastBound = bound;
    }
    return 0;
}
