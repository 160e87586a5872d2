// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gumbo.h>

#include "ingest/raw_article.h"

namespace synoptic::readers {

/// What the elements of a page say of it: title, language, <meta>, canonical address, dates and authors by tag,
/// itemprop, rel or class, and the texts of JSON-LD. Hidden elements say it too.
class ElementFields
{
public:
    void take(const GumboElement& element);

    std::vector<ingest::MetadataField> metadata; ///< document order
    std::vector<std::string> jsonLd;

private:
    void addField(std::string key, std::string_view value);
    void takeAuthors(const GumboElement& element);
    void takeDates(const GumboElement& element);
};

} // namespace synoptic::readers
