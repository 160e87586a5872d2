// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/link_corpus.h"

#include <algorithm>
#include <utility>

#include "analysis/assemble_events.h"
#include "analysis/hints.h"
#include "analysis/publication_inference.h"
#include "ingest/near_duplicates.h"
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

    const links::Stories stories = links::storiesOf(viewsOf(articles), stop);
    if (stop.stop_requested())
        return nullptr;
    articles = inferPublicationDates(std::move(articles), stories.of, stop);
    auto analysis = std::make_shared<Analysis>();
    analysis->reprintCluster = reprintClustersOf(articles, stop);
    if (stop.stop_requested())
        return nullptr;
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
