// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analysis/analysis.h"

/// Values to show, made in a line.
namespace synoptic::tests {

/// An article of one sentence.
inline std::shared_ptr<const analysis::ArticleAnalysis> makeArticle(std::string file, std::string text = "It rained.")
{
    analysis::ArticleAnalysis result;
    result.sentences = {{spanOf(0, text.size()), false}};
    result.article.title = file;
    result.article.file = std::move(file);
    result.article.text = std::move(text);
    return std::make_shared<const analysis::ArticleAnalysis>(std::move(result));
}

/// Articles "000.txt", "001.txt", … and as many events, "event 0", "event 1", …, each told by one article.
inline std::shared_ptr<const analysis::Analysis> makeAnalysis(std::string folder, std::size_t count)
{
    auto result = std::make_shared<analysis::Analysis>();
    result->folder = std::move(folder);
    for (std::size_t i = 0; i < count; ++i) {
        std::string number = std::to_string(i);
        number.insert(0, 3 - std::min<std::size_t>(3, number.size()), '0');
        result->articles.push_back(makeArticle(number + ".txt"));
        result->reprintCluster.push_back(static_cast<std::uint32_t>(i));
        analysis::Event event;
        event.key = "key" + number;
        event.title = "event " + std::to_string(i);
        event.salience = 1.0;
        analysis::Support support;
        support.article = idAt<ArticleId>(i);
        event.supports.push_back(support);
        result->events.push_back(std::move(event));
    }
    return result;
}

} // namespace synoptic::tests
