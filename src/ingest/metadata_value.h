// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "ingest/raw_article.h"

namespace synoptic::ingest {

/// ASCII letters in lower case; keys are compared so.
inline std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// The first value that is not blank, by key in the order of @p keys (lower case), then by document order.
std::string metadataValue(std::span<const MetadataField> metadata, std::initializer_list<std::string_view> keys);

} // namespace synoptic::ingest
