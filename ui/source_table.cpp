// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source_table.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "corpus/source.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

SourceTable SourceTable::of(const analysis::Analysis& analysis)
{
    std::map<std::string, std::uint32_t> numbers;
    SourceTable table;
    table.ofArticle.reserve(analysis.articles.size());
    for (const auto& article : analysis.articles) {
        const corpus::Article& own = article->article;
        const std::string& name = own.source.empty() ? own.file : own.source;
        const std::string key = own.source.empty() ? "\n" + own.file : corpus::sourceKey(own.source);
        const auto [place, isNew] =
            numbers.try_emplace(key.empty() ? "\n" + name : key, static_cast<std::uint32_t>(table.sources.size()));
        if (isNew)
            table.sources.push_back({lineText(name), 0});
        ++table.sources[place->second].articles;
        table.ofArticle.push_back(place->second);
    }

    std::vector<std::uint32_t> order(table.sources.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const Source& one = table.sources[a];
        const Source& two = table.sources[b];
        return one.articles != two.articles ? one.articles > two.articles : one.name < two.name;
    });
    std::vector<Source> sorted;
    std::vector<std::uint32_t> newNumber(order.size());
    for (const std::uint32_t old : order) {
        newNumber[old] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(table.sources[old]));
    }
    table.sources = std::move(sorted);
    for (std::uint32_t& source : table.ofArticle)
        source = newNumber[source];
    return table;
}

QString sourceOf(const corpus::Article& article)
{
    return lineText(article.source.empty() ? article.file : article.source);
}

QString titleOf(const corpus::Article& article)
{
    return lineText(article.title.empty() ? article.file : article.title);
}

} // namespace synoptic::ui
