// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/gold_folders.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "analysis/analyze_article.h"
#include "base/digest.h"
#include "ingest/ingest.h"
#include "ingest/metadata_csv.h"

namespace synoptic::evaluation {
namespace {

using nlohmann::json;

std::optional<std::string> readFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Where each code point of a text begins, and its end.
std::vector<std::uint32_t> codePointStarts(std::string_view text)
{
    std::vector<std::uint32_t> starts;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U)
            starts.push_back(i);
    }
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    return starts;
}

/// One article as the gold has it, before it is laid out and analyzed.
struct Source
{
    std::string text;
    std::vector<int> numbers; // of the sentences
    std::vector<GoldSentence> sentences;
};

Source inParagraphs(const Source& lines)
{
    constexpr std::size_t sentencesOfParagraph = 3;
    Source result;
    result.numbers = lines.numbers;
    for (std::size_t i = 0; i < lines.sentences.size(); ++i) {
        if (i > 0)
            result.text += i % sentencesOfParagraph == 0 ? "\n\n" : " ";
        const auto begin = static_cast<std::uint32_t>(result.text.size());
        result.text += textOf(lines.text, lines.sentences[i].span);
        result.sentences.push_back(
            {{begin, static_cast<std::uint32_t>(result.text.size())}, lines.sentences[i].scorable});
    }
    result.text += '\n';
    return result;
}

class FolderReader
{
public:
    FolderReader(std::string data, Layout layout) : m_data(std::move(data)), m_layout(layout) {}

    Result<GoldFolder> read(const json& gold)
    {
        GoldFolder folder;
        folder.name = gold.at("folder").get<std::string>();
        const std::string path = m_data + "/" + folder.name + "/";
        ingest::MetadataTable metadata;
        if (const auto bytes = readFile(path + "metadata.csv")) {
            if (auto table = ingest::readMetadataCsv(*bytes))
                metadata = std::move(*table);
        }
        std::vector<std::pair<std::string, const json*>> documents;
        for (const json& document : gold.at("docs"))
            documents.emplace_back(document.at("doc").get<std::string>(), &document);
        std::ranges::sort(documents);
        for (const auto& [file, document] : documents) {
            const auto bytes = readFile(path + file);
            if (!bytes)
                return failure(ErrorCode::NotFound, path + file);
            if (!addArticle(folder, file, *bytes, *document, metadata))
                return failure(ErrorCode::Malformed, path + file);
        }
        for (const json& event : gold.at("events")) {
            GoldEvent& added = folder.events.emplace_back();
            added.id = event.at("id").get<std::string>();
            for (const json& mention : event.at("mentions"))
                added.mentions.push_back(mentionOf(mention));
        }
        return folder;
    }

private:
    bool addArticle(GoldFolder& folder, const std::string& file, const std::string& bytes, const json& document,
                    const ingest::MetadataTable& metadata)
    {
        Source lines{bytes, {}, {}};
        const std::vector<std::uint32_t> starts = codePointStarts(bytes);
        for (const json& sentence : document.at("sentences")) {
            lines.numbers.push_back(sentence.at(0).get<int>());
            lines.sentences.push_back(
                {{starts.at(sentence.at(1)), starts.at(sentence.at(2))}, sentence.at(3).get<int>() != 0});
        }
        Source source = m_layout == Layout::Lines ? lines : inParagraphs(lines);
        auto raw = ingest::readPlainText(source.text);
        if (!raw || raw->text != source.text)
            return false; // the offsets would not hold
        ingest::FileContext context{file, sha256Hex(source.text), std::nullopt, {}};
        if (const auto row = metadata.rows.find(file); row != metadata.rows.end())
            context.metadata = row->second;
        auto article = ingest::ingestArticle(std::move(*raw), context);
        Known known{static_cast<std::uint32_t>(folder.articles.size()), starts, {}};
        for (std::uint32_t s = 0; s < lines.sentences.size(); ++s)
            known.sentences[lines.numbers[s]] = {s, lines.sentences[s].span.begin, source.sentences[s].span.begin};
        m_known[file] = std::move(known);
        folder.articles.push_back(
            {document.at("story").get<std::string>(),
             std::make_shared<const analysis::ArticleAnalysis>(analysis::analyzeArticle(std::move(article))),
             std::move(source.sentences)});
        return true;
    }

    GoldMention mentionOf(const json& mention) const
    {
        const Known& known = m_known.at(mention.at(0).get<std::string>());
        const Place& place = known.sentences.at(mention.at(1).get<int>());
        const auto moved = [&](std::uint32_t at) { return at - place.before + place.after; };
        return {{known.article, place.sentence},
                {moved(known.starts.at(mention.at(2))), moved(known.starts.at(mention.at(3)))}};
    }

    struct Place
    {
        std::uint32_t sentence = 0;
        std::uint32_t before = 0; // where it begins in the gold's text
        std::uint32_t after = 0;  // where it begins in ours
    };
    struct Known
    {
        std::uint32_t article = 0;
        std::vector<std::uint32_t> starts;
        std::map<int, Place> sentences; // by number
    };

    std::string m_data;
    Layout m_layout;
    std::map<std::string, Known> m_known; // by file
};

/// The articles for which @p wanted holds, and what is told in them.
template <class Wanted>
void append(GoldFolder& to, std::map<std::string, std::size_t>& eventAt, const GoldFolder& from, const Wanted& wanted)
{
    std::map<std::uint32_t, std::uint32_t> places;
    for (std::uint32_t a = 0; a < from.articles.size(); ++a) {
        if (wanted(from.articles[a])) {
            places[a] = static_cast<std::uint32_t>(to.articles.size());
            to.articles.push_back(from.articles[a]);
        }
    }
    for (const GoldEvent& event : from.events) {
        for (const GoldMention& mention : event.mentions) {
            const auto place = places.find(mention.where.article);
            if (place == places.end())
                continue;
            const auto [at, isNew] = eventAt.try_emplace(event.id, to.events.size());
            if (isNew)
                to.events.push_back({event.id, {}});
            to.events[at->second].mentions.push_back({{place->second, mention.where.sentence}, mention.span});
        }
    }
}

/// linkCorpus orders articles by file; so must we.
void sortByFile(GoldFolder& folder)
{
    std::vector<std::uint32_t> order(folder.articles.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return folder.articles[i].analysis->article.file; });
    std::vector<std::uint32_t> place(order.size());
    std::vector<GoldArticle> sorted;
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        place[order[i]] = i;
        sorted.push_back(std::move(folder.articles[order[i]]));
    }
    folder.articles = std::move(sorted);
    for (GoldEvent& event : folder.events) {
        for (GoldMention& mention : event.mentions)
            mention.where.article = place[mention.where.article];
    }
}

} // namespace

Result<std::vector<GoldFolder>> readGoldFolders(const std::string& data, Layout layout)
{
    const auto bytes = readFile(data + "/gold.json");
    if (!bytes)
        return failure(ErrorCode::NotFound, data + "/gold.json");
    const json gold = json::parse(*bytes, nullptr, false);
    if (!gold.is_object() || !gold.contains("folders"))
        return failure(ErrorCode::Malformed, data + "/gold.json");
    std::vector<GoldFolder> folders;
    for (const json& folder : gold.at("folders")) {
        auto read = FolderReader(data, layout).read(folder);
        if (!read)
            return tl::unexpected<Error>(read.error());
        folders.push_back(std::move(*read));
    }
    return folders;
}

GoldFolder allInOne(const std::vector<GoldFolder>& folders)
{
    GoldFolder result;
    result.name = "all";
    std::map<std::string, std::size_t> eventAt;
    for (const GoldFolder& folder : folders)
        append(result, eventAt, folder, [](const GoldArticle&) { return true; });
    sortByFile(result);
    return result;
}

std::vector<GoldFolder> byStory(const std::vector<GoldFolder>& folders)
{
    std::set<std::string> stories;
    for (const GoldFolder& folder : folders) {
        for (const GoldArticle& article : folder.articles)
            stories.insert(article.story);
    }
    std::vector<GoldFolder> result;
    for (const std::string& story : stories) {
        GoldFolder& added = result.emplace_back();
        added.name = story;
        std::map<std::string, std::size_t> eventAt;
        for (const GoldFolder& folder : folders)
            append(added, eventAt, folder, [&](const GoldArticle& article) { return article.story == story; });
        sortByFile(added);
    }
    return result;
}

} // namespace synoptic::evaluation
