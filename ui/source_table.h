// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QString>

#include "analysis/analysis.h"

namespace synoptic::ui {

/// The sources of a folder, those with the most articles first; an article that names none is a source of its own.
struct SourceTable
{
    struct Source
    {
        QString name;
        std::uint32_t articles = 0;
    };
    std::vector<Source> sources;
    std::vector<std::uint32_t> ofArticle; ///< for each article: position in sources

    static SourceTable of(const analysis::Analysis& analysis);

    std::uint32_t indexOf(ArticleId article) const { return ofArticle[synoptic::indexOf(article)]; }
    const QString& nameOf(ArticleId article) const { return sources[indexOf(article)].name; }
};

/// Who publishes the article, as it says so itself, or its file name if it does not.
QString sourceOf(const corpus::Article& article);
/// The article's headline, or its file name if it has none.
QString titleOf(const corpus::Article& article);

} // namespace synoptic::ui
