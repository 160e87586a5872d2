// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// eval_titles FOLDER… [--list] [--all]
//
// Names the events of folders and counts the titles nobody would write. A folder is one that eval_links reads (a
// gold.json with article folders beside it), or any folder of .txt files with a metadata.csv. --list prints the titles
// of the events seen at first sight, to be read aloud; --all those of every event.
// Exit codes: 0 within the recorded bounds, 1 beyond them, 2 usage or nothing to read.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyze_article.h"
#include "analysis/link_corpus.h"
#include "base/digest.h"
#include "base/is_one_of.h"
#include "evaluation/gold_folders.h"
#include "events/sentence_words.h"
#include "events/trigger_lexicon.h"
#include "ingest/ingest.h"
#include "ingest/metadata_csv.h"
#include "links/title_text.h"
#include "text/stemmer.h"

using namespace synoptic;

namespace {

using analysis::Analysis;
using analysis::ArticleAnalysis;
using analysis::Event;
using Articles = std::vector<std::shared_ptr<const ArticleAnalysis>>;

constexpr auto dateWords = std::to_array<std::string_view>(
    {"monday",  "tuesday",  "wednesday", "thursday", "friday",    "saturday", "sunday",
     "january", "february", "april",     "june",     "july",      "august",   "september",
     "october", "november", "december",  "today",    "yesterday", "tomorrow", "tonight",
     "jan.",    "feb.",     "aug.",      "sept.",    "oct.",      "nov.",     "dec."});

enum Flaw : std::uint8_t
{
    TooLong,
    DateWord,
    WholeSentence,
    BadBeginning,
    BadEnd,
    Unpaired,
    StrangeWord,
    OneWord,
    Weak,
    FlawCount
};
constexpr std::array<const char*, FlawCount> flawNames{"longer than 80", "date word", "whole sentence over 60",
                                                       "bad beginning",  "bad end",   "unpaired mark",
                                                       "strange word",   "one word",  "over 60"};

/// What a word of a title may be compared by: its verb's lemma, else its stem.
std::string rootOf(std::string_view lower)
{
    const events::VerbEntry* verb = events::TriggerLexicon::standard().verb(lower);
    return text::stem(verb != nullptr ? verb->lemma : std::string(lower));
}

std::set<std::string> rootsOf(std::string_view text)
{
    std::set<std::string> roots;
    const events::SentenceWords words = events::wordsOf(text, spanOf(0, text.size()));
    for (const std::string& word : words.lower) {
        roots.insert(rootOf(word));
        roots.insert(text::stem(word));
    }
    return roots;
}

/// Words a title of @p event may have: of its supports, the sentence before each (for names), and title lines.
std::set<std::string> allowedRoots(const Analysis& analysis, const Event& event)
{
    std::set<std::string> allowed = rootsOf("to");
    for (const analysis::Support& support : event.supports) {
        const ArticleAnalysis& article = analysis[support.article];
        for (std::uint32_t s = support.sentence > 2 ? support.sentence - 2 : 0; s <= support.sentence; ++s)
            allowed.merge(rootsOf(article.textOf(article.sentences[s].span)));
    }
    for (const std::string& name : event.participants)
        allowed.merge(rootsOf(name));
    return allowed;
}

/// A word that cannot stand at the end, told apart by isPresentable from all else that is wrong.
bool endsBadly(std::string_view title)
{
    return !links::isPresentable("Somebody did " + std::string(title)) &&
           links::isPresentable("Somebody did this well");
}

struct Counts
{
    std::size_t titles = 0;
    std::array<std::size_t, FlawCount> flaws{};
    std::vector<std::size_t> lengths;

    double rate(Flaw flaw) const
    {
        return titles == 0 ? 0.0 : 100.0 * static_cast<double>(flaws[flaw]) / static_cast<double>(titles);
    }
    std::size_t median()
    {
        if (lengths.empty())
            return 0;
        std::ranges::nth_element(lengths, lengths.begin() + std::ssize(lengths) / 2);
        return lengths[lengths.size() / 2];
    }
};

void count(Counts& counts, const Analysis& analysis, const Event& event)
{
    const std::string& title = event.title;
    const std::size_t length = links::titleLength(title);
    ++counts.titles;
    counts.lengths.push_back(length);
    const auto flaw = [&](Flaw which, bool is) { counts.flaws[which] += is ? 1U : 0U; };
    flaw(TooLong, length > links::titleLongest);
    flaw(Weak, length > links::titleAim);
    const events::SentenceWords words = events::wordsOf(title, spanOf(0, title.size()));
    flaw(DateWord, std::ranges::any_of(words.lower, [](const std::string& word) {
             return isOneOf(dateWords, std::string_view(word));
         }));
    flaw(OneWord, title.find(' ') == std::string::npos);
    flaw(WholeSentence, length > links::titleAim && std::ranges::any_of(event.supports, [&](const auto& support) {
                            const ArticleAnalysis& article = analysis[support.article];
                            std::string_view text = article.textOf(article.sentences[support.sentence].span);
                            while (text.ends_with('.'))
                                text.remove_suffix(1);
                            return text == title;
                        }));
    const bool beginning = !links::isPresentable(title.substr(0, title.find(' ')) + " stands here well");
    flaw(BadBeginning, beginning);
    flaw(BadEnd, endsBadly(title.substr(title.find_last_of(' ') + 1)));
    flaw(Unpaired, !beginning && length + 5 <= links::titleLongest && !links::isPresentable(title + " well"));
    const std::set<std::string> allowed = allowedRoots(analysis, event);
    flaw(StrangeWord, std::ranges::any_of(words.lower, [&](const std::string& word) {
             return !allowed.contains(rootOf(word)) && !allowed.contains(text::stem(word));
         }));
}

std::string bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The .txt files of a folder, with what its metadata.csv says of them.
Articles readTexts(const std::string& path)
{
    ingest::MetadataTable metadata;
    if (auto table = ingest::readMetadataCsv(bytesOf(path + "/metadata.csv")))
        metadata = std::move(*table);
    std::set<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(path, error)) {
        if (entry.path().extension() == ".txt")
            files.insert(entry.path());
    }
    Articles articles;
    for (const std::filesystem::path& file : files) {
        const std::string bytes = bytesOf(file);
        auto raw = ingest::readPlainText(bytes);
        if (!raw)
            continue;
        ingest::FileContext context{file.filename().string(), sha256Hex(bytes), std::nullopt, {}};
        if (const auto row = metadata.rows.find(context.file); row != metadata.rows.end())
            context.metadata = row->second;
        articles.push_back(std::make_shared<const ArticleAnalysis>(
            analysis::analyzeArticle(ingest::ingestArticle(std::move(*raw), context))));
    }
    return articles;
}

/// Each of @p path's folders as articles.
std::vector<Articles> readFolders(const std::string& path)
{
    std::vector<Articles> folders;
    if (const auto gold = evaluation::readGoldFolders(path, evaluation::Layout::Lines)) {
        for (const evaluation::GoldFolder& folder : *gold) {
            Articles& articles = folders.emplace_back();
            for (const evaluation::GoldArticle& article : folder.articles)
                articles.push_back(article.analysis);
        }
    } else if (Articles articles = readTexts(path); !articles.empty()) {
        folders.push_back(std::move(articles));
    }
    return folders;
}

/// How many titles in a hundred may have a flaw, of those at first sight and of all; what was reached and must hold.
constexpr std::array<double, FlawCount> mostAtFirstSight{0.0, 0.5, 0.5, 0.5, 0.5, 1.5, 1.0, 1.0, 6.0};
constexpr std::size_t longestMedian = 50;

bool print(const char* name, Counts& counts, bool bounded)
{
    std::printf("%-11s %5zu titles, median %zu characters", name, counts.titles, counts.median());
    bool good = !bounded || counts.median() <= longestMedian;
    for (std::uint8_t flaw = 0; flaw < FlawCount; ++flaw) {
        const double rate = counts.rate(static_cast<Flaw>(flaw));
        const bool beyond = bounded && rate > mostAtFirstSight[flaw];
        std::printf("; %s %.1f %%%s", flawNames[flaw], rate, beyond ? " (beyond its bound)" : "");
        good = good && !beyond;
    }
    std::printf("\n");
    return good;
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string> paths;
    bool list = false;
    bool all = false;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (argument == "--list")
            list = true;
        else if (argument == "--all")
            list = all = true;
        else
            paths.push_back(argument);
    }
    Counts firstSight;
    Counts every;
    for (const std::string& path : paths) {
        for (Articles& articles : readFolders(path)) {
            const auto analysis = analysis::linkCorpus(path, std::move(articles), {});
            std::vector<const Event*> events;
            for (const Event& event : analysis->events)
                events.push_back(&event);
            std::ranges::stable_sort(events, std::greater<>(), &Event::salience);
            for (const Event* event : events) {
                count(every, *analysis, *event);
                if (event->salience >= 0.5)
                    count(firstSight, *analysis, *event);
                if (list && (all || event->salience >= 0.5))
                    std::printf("%.2f %-10s %u  %s\n", event->salience, event->date.value.c_str(), event->sources,
                                event->title.c_str());
            }
        }
    }
    if (every.titles == 0) {
        std::fprintf(stderr, "usage: eval_titles FOLDER… [--list] [--all]\n");
        return 2;
    }
    const bool good = print("first sight", firstSight, true);
    print("all", every, false);
    return good ? 0 : 1;
}
