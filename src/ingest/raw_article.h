// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/text_span.h"

/// From bytes to an article one can trust.
///
/// In: the bytes of a file, or what a reader made of them. Out: an Article with canonical text, marked boilerplate,
/// title, source and stated publication date. Nothing is deleted from the text, only marked; no date is guessed here.
namespace synoptic::ingest {

enum class Format : std::uint8_t
{
    PlainText,
    Html,
    Markdown,
    WebArchive, ///< MHTML: one page with what belongs to it
    Mail,
    Pdf,
    Docx,
    Odt,
    Epub,
    Json ///< scraped articles, one or many; one a line too
};
inline constexpr Format lastFormat = Format::Json;

/// What a stretch of text was in its document.
enum class BlockRole : std::uint8_t
{
    Paragraph,
    Title,   ///< the headline: h1, or what repeats it
    Heading, ///< a sub-head
    ListItem,
    Quote,
    Caption,
    Table,
    Preformatted,
    Byline,     ///< author, outlet or date line by class, tag or itemprop
    Navigation, ///< nav, header, footer, aside, breadcrumb, menu
    Related,    ///< links to other stories, share and comment widgets
    Form
};

struct Block
{
    TextSpan span; ///< whole lines of RawArticle::text
    BlockRole role = BlockRole::Paragraph;
    bool main = true; ///< the reader takes it for the article's own text

    friend bool operator==(const Block&, const Block&) = default;
};

/// Something a document says of itself, in its own words. Keys: "title", "lang", "canonical", "time" (datetime of a
/// <time>), "meta:og:site_name" and the like for <meta>, "json-ld:datePublished" and the like, "front-matter:date" and
/// the like; "mail:subject", "mail:from", "mail:date"; "json:title" and the like; "document:title", "document:author",
/// "document:created", "document:published" and "publication:title" for the properties of office files, PDF and EPUB;
/// "saved" for the moment a copy was made, "location" for the address it was made from.
struct MetadataField
{
    std::string key;
    std::string value;

    friend bool operator==(const MetadataField&, const MetadataField&) = default;
};

/// What a reader makes of a file: canonical text, and all it knows of its structure.
struct RawArticle
{
    Format format = Format::PlainText;
    std::string text;                    ///< canonical: UTF-8, LF, no NUL
    std::vector<Block> blocks;           ///< text order, disjoint; empty for plain text
    std::vector<MetadataField> metadata; ///< document order
    std::vector<Diagnostic> diagnostics;

    friend bool operator==(const RawArticle&, const RawArticle&) = default;
};

} // namespace synoptic::ingest
