// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_ingest [--quick|--full] [FOLDER…]: how fast files become articles, one JSON object a line; see tests/README.md.
// Without folders the files are made here. The rates are those of one thread without the reader process; the folder is
// opened by as many threads as there are cores, with it.
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "app/engine/run.h"
#include "base/digest.h"
#include "ingest/ingest.h"
#include "ingest/json_articles.h"
#include "readers/read_document.h"
#include "support/mixed_documents.h"
#include "text/sentence_splitter.h"

using namespace synoptic;
using Clock = std::chrono::steady_clock;
using ingest::Format;

namespace {

constexpr std::array<const char*, 10> names = {"text", "html", "markdown", "mhtml", "mail",
                                               "pdf",  "docx", "odt",      "epub",  "json"};

struct File
{
    std::string name;
    std::string bytes;
};

/// CPU seconds of this thread, so that a busy machine changes little.
double cpuSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// All that happens to the bytes of a file before time and events are looked for. Returns the sentences.
std::size_t ingestOne(const File& file, Format format)
{
    std::vector<ingest::RawArticle> raws;
    if (format == Format::Json) {
        if (auto articles = ingest::readJsonArticles(file.bytes))
            for (ingest::JsonArticle& article : *articles)
                raws.push_back(std::move(article.raw));
    } else {
        auto raw =
            format == Format::PlainText ? ingest::readPlainText(file.bytes) : readers::readDocument(format, file.bytes);
        if (raw)
            raws.push_back(std::move(*raw));
    }
    std::size_t sentences = 0;
    for (ingest::RawArticle& raw : raws) {
        const corpus::Article article =
            ingest::ingestArticle(std::move(raw), {file.name, sha256Hex(file.bytes), {}, {}});
        sentences += text::splitSentences(article.text, article.boilerplate).size();
    }
    return sentences;
}

double copyRate(std::size_t bytes)
{
    const std::string from(bytes, 'x');
    std::string to(bytes, '\0');
    const double begin = cpuSeconds();
    std::memcpy(to.data(), from.data(), bytes);
    const double took = cpuSeconds() - begin;
    return to.back() == 'x' && took > 0.0 ? static_cast<double>(bytes) / 1e6 / took : 0.0;
}

void measureRate(Format format, const std::vector<File>& files, int rounds)
{
    std::size_t bytes = 0;
    for (const File& file : files)
        bytes += file.bytes.size();
    std::vector<double> rates;
    std::size_t sentences = 0;
    for (int round = 0; round < rounds; ++round) {
        const double begin = cpuSeconds();
        for (const File& file : files)
            if (const auto detected = ingest::detectFormat(file.bytes, file.name))
                sentences += ingestOne(file, *detected);
        rates.push_back(static_cast<double>(bytes) / 1e6 / (cpuSeconds() - begin));
    }
    std::ranges::sort(rates);
    const double median = rates[rates.size() / 2];
    const double copy = copyRate(std::max<std::size_t>(bytes, 1'000'000));
    std::printf("{\"name\":\"ingest.%s\",\"n\":%zu,\"bytes\":%zu,\"sentences\":%zu,\"median\":%.2f,\"p95\":%.2f,"
                "\"unit\":\"MB/s of CPU\",\"ratio_to\":\"memcpy\",\"ratio\":%.6f}\n",
                names[static_cast<std::size_t>(format)], files.size(), bytes,
                sentences / static_cast<std::size_t>(rounds), median, rates.front(), copy > 0.0 ? median / copy : 0.0);
    std::fflush(stdout);
}

/// Notes when the first article comes and when the last file is done; what follows is not ingestion and is stopped.
class Watch : public engine::RunObserver
{
public:
    explicit Watch(std::stop_source& stop) : m_stop(stop) {}
    void scanned(std::size_t /*files*/) override {}
    void fileDone(std::shared_ptr<const analysis::ArticleAnalysis> article, std::size_t /*done*/) override
    {
        if (article && first < 0.0)
            first = since();
        articles += article ? 1U : 0U;
    }
    void linking() override
    {
        all = since();
        m_stop.request_stop();
    }

    double first = -1.0; ///< milliseconds
    double all = -1.0;
    std::size_t articles = 0;

private:
    double since() const { return std::chrono::duration<double, std::milli>(Clock::now() - m_begin).count(); }
    std::stop_source& m_stop; // Not owned: outlives us in measureFolder.
    Clock::time_point m_begin = Clock::now();
};

void measureFolder(const std::string& folder, std::size_t count, std::size_t bytes, int rounds)
{
    std::vector<double> first;
    std::vector<double> all;
    std::size_t articles = 0;
    for (int round = 0; round < rounds; ++round) {
        std::stop_source stop;
        Watch watch(stop);
        engine::RunOptions options;
        options.folder = folder;
        static_cast<void>(engine::runAnalysis(options, watch, stop.get_token()));
        first.push_back(watch.first);
        all.push_back(watch.all);
        articles = watch.articles;
    }
    std::ranges::sort(first);
    std::ranges::sort(all);
    const auto print = [&](const char* name, const std::vector<double>& times) {
        std::printf("{\"name\":\"%s\",\"n\":%zu,\"bytes\":%zu,\"articles\":%zu,\"median\":%.1f,\"p95\":%.1f,"
                    "\"unit\":\"ms\"}\n",
                    name, count, bytes, articles, times[times.size() / 2], times.back());
    };
    print("ingest.first_article", first);
    print("ingest.folder", all);
    std::fflush(stdout);
}

/// Writes a mixed folder; its size in bytes, 0 on failure.
std::size_t writeMixed(const std::string& folder, std::size_t count)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Format format = tests::mixedFormat(i);
        const std::string document = tests::documentOf(format, i);
        std::ofstream file(folder + "/" + std::to_string(i) + "." + tests::suffixOf(format), std::ios::binary);
        file << document;
        if (!file.flush())
            return 0;
        bytes += document.size();
    }
    return bytes;
}

void measureMade(int rounds, const std::vector<std::size_t>& counts)
{
    constexpr std::size_t enoughBytes = 4'000'000;
    constexpr std::size_t mostFiles = 50;
    for (std::size_t f = 0; f < names.size(); ++f) {
        const auto format = static_cast<Format>(f);
        std::vector<File> files;
        for (std::size_t i = 0, bytes = 0; bytes < enoughBytes && i < mostFiles; ++i) {
            files.push_back({std::to_string(i) + "." + tests::suffixOf(format), tests::documentOf(format, i)});
            bytes += files.back().bytes.size();
        }
        measureRate(format, files, rounds);
    }
    for (const std::size_t count : counts) {
        const std::string folder = std::filesystem::temp_directory_path().string() + "/bench_ingest." +
                                   std::to_string(Clock::now().time_since_epoch().count());
        if (const std::size_t bytes = writeMixed(folder, count); bytes > 0)
            measureFolder(folder, count, bytes, std::max(rounds / 2, 1));
        std::error_code error;
        std::filesystem::remove_all(folder, error);
    }
}

/// Rates of the files of a folder by their format, and the folder as a whole.
void measureGiven(const std::string& folder, int rounds)
{
    std::map<Format, std::vector<File>> byFormat;
    std::size_t bytes = 0;
    std::size_t count = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        File file{entry.path().filename().string(), {std::istreambuf_iterator<char>(stream), {}}};
        bytes += file.bytes.size();
        ++count;
        if (const auto format = ingest::detectFormat(file.bytes, file.name))
            byFormat[*format].push_back(std::move(file));
    }
    for (auto& [format, files] : byFormat) {
        std::ranges::sort(files, {}, &File::name);
        measureRate(format, files, rounds);
    }
    measureFolder(folder, count, bytes, std::max(rounds / 2, 1));
}

} // namespace

int main(int argc, char** argv)
{
    int rounds = 5;
    std::vector<std::size_t> counts = {1000};
    std::vector<std::string> folders;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0) {
            rounds = 3;
            counts = {200};
        } else if (std::strcmp(argv[i], "--full") == 0) {
            rounds = 9;
            counts = {1000, 10'000};
        } else {
            folders.emplace_back(argv[i]);
        }
    }
    if (folders.empty())
        measureMade(rounds, counts);
    for (const std::string& folder : folders)
        measureGiven(folder, rounds);
    return 0;
}
