// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace synoptic::ingest {

/// What a key of a scraper's JSON names, and how well: of two keys for one thing the lower rank is taken.
struct JsonField
{
    enum class Kind : std::uint8_t
    {
        Text, ///< the article's text, or HTML in its place
        Title,
        Author,
        Source,
        Published,
        Updated,
        Saved, ///< downloaded, crawled
        Url,
        Language
    };

    Kind kind = Kind::Text;
    unsigned rank = 0;
};

/// Looked up without regard to case, '_' and '-': "date_publish", "datePublish".
std::optional<JsonField> jsonFieldOf(std::string_view key);

} // namespace synoptic::ingest
