// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "analysis/analyze_article.h"
#include "edits/timeline.h"

namespace synoptic::tests {

/// One article as the pipeline reads it, published on 2021-04-15, whose event ("A ferry sank on Tuesday") rests on that
/// day; and a second that names no time.
inline std::shared_ptr<const edits::Timeline> analyzedFerry()
{
    analysis::Analysis found;
    found.folder = "/folder/ferry";
    const auto add = [&found](std::string file, std::string source, std::string text) {
        corpus::Article article;
        article.file = std::move(file);
        article.sha256 = std::string(64, 'a');
        article.source = std::move(source);
        article.title = "Title of " + article.source;
        article.text = std::move(text);
        article.published.value = "2021-04-15";
        article.published.range = daysFromIso(article.published.value);
        article.published.basis = corpus::PublicationBasis::Stated;
        article.published.confidence = 0.9;
        article.published.evidence = {{article.file, {0, 7}, "date line"}};
        found.articles.push_back(
            std::make_shared<const analysis::ArticleAnalysis>(analysis::analyzeArticle(std::move(article))));
        found.reprintCluster.push_back(static_cast<std::uint32_t>(found.reprintCluster.size()));
    };
    add("gazette.txt", "Gazette", "A ferry sank on Tuesday.\n\nDivers found the wreck in 2019.\n");
    add("globe.txt", "Globe", "The ferry was old.\n\nNobody had looked after it.\n");
    const analysis::ArticleAnalysis& gazette = *found.articles[0];
    const events::EventMention& mention = gazette.mentions.front();
    analysis::Event event;
    event.key = "ferry";
    event.title = "Ferry sinks";
    event.salience = 0.8;
    event.sources = 1;
    event.independent = 1;
    analysis::Support support;
    support.sentence = mention.sentence;
    support.trigger = mention.trigger;
    support.expressions = mention.expressions;
    support.date = mention.date;
    event.date = mention.date;
    event.supports.push_back(support);
    found.events.push_back(event);
    return edits::applyEdits(std::make_shared<const analysis::Analysis>(std::move(found)), {});
}

} // namespace synoptic::tests
