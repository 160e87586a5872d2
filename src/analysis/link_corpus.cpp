// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/link_corpus.h"

#include <algorithm>
#include <utility>

#include "analysis/analyze_article.h"
#include "analysis/assemble_events.h"
#include "analysis/hints.h"
#include "analysis/publication_inference.h"
#include "corpus/marked_lines.h"
#include "ingest/ingest.h"
#include "ingest/near_duplicates.h"
#include "ingest/repeated_lines.h"
#include "links/document_clusters.h"
#include "links/event_linker.h"

namespace synoptic::analysis {
namespace {

std::vector<links::ArticleView> viewsOf(const std::vector<std::shared_ptr<const ArticleAnalysis>>& articles)
{
    std::vector<links::ArticleView> views;
    views.reserve(articles.size());
    for (const auto& article : articles)
        views.push_back({&article->article, article->sentences, article->mentions});
    return views;
}

/// Reprints are told by the main text alone: pages of one site share their furniture.
std::vector<std::uint32_t> reprintClustersOf(const std::vector<std::shared_ptr<const ArticleAnalysis>>& articles,
                                             const std::stop_token& stop)
{
    std::vector<std::string> texts;
    texts.reserve(articles.size());
    for (const auto& article : articles) {
        std::string& text = texts.emplace_back();
        for (const text::Sentence& sentence : article->sentences) {
            if (!sentence.boilerplate)
                text.append(article->textOf(sentence.span)).append("\n");
        }
    }
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    return ingest::reprintClusters(views, stop);
}

/// Marks @p found anew; what a person said of a line stands.
void markAnew(corpus::Article& article, std::vector<TextSpan> found)
{
    if (!article.boilerplateAsFound) {
        article.boilerplate = std::move(found);
        return;
    }
    std::vector<TextSpan> marks = found;
    for (const TextSpan givenBack : corpus::onlyIn(*article.boilerplateAsFound, article.boilerplate, article.text))
        marks = corpus::withoutLines(marks, givenBack, article.text);
    for (const TextSpan setApart : corpus::onlyIn(article.boilerplate, *article.boilerplateAsFound, article.text))
        marks = corpus::withLines(marks, setApart, article.text);
    article.boilerplate = std::move(marks);
    article.boilerplateAsFound = std::move(found);
}

/// What a site puts on all its pages is known once all are read: articles of plain text in which it changes what is
/// marked are analyzed again. Returns the reprint clusters.
std::vector<std::uint32_t> markWhatTheFolderRepeats(std::vector<std::shared_ptr<const ArticleAnalysis>>& articles,
                                                    const std::stop_token& stop)
{
    std::vector<std::uint32_t> clusters = reprintClustersOf(articles, stop);
    std::vector<std::string_view> texts;
    texts.reserve(articles.size());
    for (const auto& article : articles)
        texts.push_back(article->article.text);
    const auto repeats = ingest::repeatedLines(texts, clusters, stop);
    bool changed = false;
    for (std::size_t a = 0; a < articles.size() && !stop.stop_requested(); ++a) {
        if (repeats[a].empty())
            continue;
        const corpus::Article& before = articles[a]->article;
        auto marks = ingest::marksInFolder(before, repeats[a]);
        if (!marks || marks->boilerplate == before.boilerplateAsFound.value_or(before.boilerplate))
            continue;
        corpus::Article article = before;
        markAnew(article, std::move(marks->boilerplate));
        article.headings = std::move(marks->headings);
        articles[a] = std::make_shared<const ArticleAnalysis>(analyzeArticle(std::move(article), stop));
        changed = true;
    }
    return changed ? reprintClustersOf(articles, stop) : clusters;
}

/// Words that hardly name an event are kept while mentions are linked, because beside likelier ones they may be one; a
/// cluster of them alone is none.
void dropUnlikely(std::vector<std::vector<links::LinkedMention>>& clusters, std::span<const links::ArticleView> views)
{
    constexpr double likelyInOneArticle = 0.2;
    constexpr double likelyInSeveral = 0.05;
    std::erase_if(clusters, [&](const std::vector<links::LinkedMention>& cluster) {
        double sum = 0.0;
        bool inSeveral = false;
        for (const links::LinkedMention& linked : cluster) {
            sum += views[linked.ref.article].mentions[linked.ref.mention].score;
            inSeveral = inSeveral || linked.ref.article != cluster.front().ref.article;
        }
        return sum < (inSeveral ? likelyInSeveral : likelyInOneArticle) * static_cast<double>(cluster.size());
    });
}

} // namespace

std::shared_ptr<const Analysis> linkCorpus(std::string folder,
                                           std::vector<std::shared_ptr<const ArticleAnalysis>> articles,
                                           std::vector<corpus::SkippedFile> skipped, const std::stop_token& stop)
{
    std::ranges::sort(articles, {}, [](const auto& article) -> const std::string& { return article->article.file; });
    std::ranges::sort(skipped, {}, &corpus::SkippedFile::file);

    std::vector<std::uint32_t> reprintCluster = markWhatTheFolderRepeats(articles, stop);
    if (stop.stop_requested())
        return nullptr;
    const links::Stories stories = links::storiesOf(viewsOf(articles), stop);
    if (stop.stop_requested())
        return nullptr;
    articles = inferPublicationDates(std::move(articles), stories.of, stop);
    auto analysis = std::make_shared<Analysis>();
    analysis->reprintCluster = std::move(reprintCluster);
    const std::vector<links::ArticleView> views = viewsOf(articles);
    auto clusters = links::linkMentions(views, stories, stop);
    if (stop.stop_requested())
        return nullptr;
    dropUnlikely(clusters, views);
    analysis->events = assembleEvents(articles, analysis->reprintCluster, clusters, stop);
    if (stop.stop_requested())
        return nullptr;
    analysis->folder = std::move(folder);
    analysis->articles = std::move(articles);
    analysis->skipped = std::move(skipped);
    analysis->hints = findHints(*analysis, stop);
    return analysis;
}

} // namespace synoptic::analysis
