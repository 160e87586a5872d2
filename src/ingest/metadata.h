// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ingest/layout.h"
#include "ingest/raw_article.h"

namespace synoptic::ingest {

/// A headline, and the line of the text that is it, if one is.
struct FoundTitle
{
    std::string title;
    std::optional<std::size_t> line;
};

/// The headline: JSON-LD, og:title, the h1 that the document's title contains, the document's title, each without the
/// site's name; in plain text the line over the prose that another line repeats, else the first that looks like one.
FoundTitle findTitle(const Layout& layout, std::span<const MetadataField> metadata);

/// A document's title without the site's name behind or before " | ", " - " and the like.
std::string withoutSiteName(std::string_view title, std::string_view siteName, std::string_view host);

/// Who says what: outlet and author.
struct Attribution
{
    std::string source;
    std::string author;
};

/// Outlet and author by metadata, then by the lines around the title ("by …"), an agency's dateline and a "Source:"
/// line. A "by" line names an outlet if its name says so or is one word; else a person.
Attribution findAttribution(const Layout& layout, std::span<const MetadataField> metadata, std::string_view url);

/// The document's own address, by metadata.
std::string findUrl(std::span<const MetadataField> metadata);

/// The language as BCP 47: what the document declares, else by a vote of frequent words; "en" if nothing tells.
std::string findLanguage(const Layout& layout, std::span<const MetadataField> metadata);

} // namespace synoptic::ingest
