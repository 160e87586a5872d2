// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/diagnostic.h"
#include "base/ids.h"
#include "base/text_span.h"

/// What an article of the folder is, and which files of a folder are articles.
///
/// In: a folder's path. Out: the list of its entries, each a file to read or skipped with a reason. What is inside a
/// file is not looked at here (see ingest).
namespace synoptic::corpus {

/// Where a publication date was found, from the weakest to the strongest.
enum class PublicationBasis : std::uint8_t
{
    None,
    Inferred,
    FileName,
    Stated,
    Metadata,
    User
};

/// A place in a text that speaks for a publication date. The article is named by file: ids do not outlive a snapshot.
struct PublicationEvidence
{
    std::string file;
    TextSpan span;
    std::string why; ///< a phrase a reader understands: "date line under the title"

    friend bool operator==(const PublicationEvidence&, const PublicationEvidence&) = default;
};

/// A date that stands in the article and is not its publication date.
struct RejectedDate
{
    TextSpan span;
    std::string value; ///< EDTF, or the words as written if they name no full date
    std::string why;

    friend bool operator==(const RejectedDate&, const RejectedDate&) = default;
};

/// When an article was published, with its provenance. "Document creation time" in the literature.
struct PublicationDate
{
    std::string value; ///< EDTF: "2021-04-15", "2021-05", "2021-04-20/2021-05-05", "2021-04/2021-06"; empty: unknown
    std::optional<DayRange> range; ///< the days it can be: those the value covers, or fewer where it is inferred
    PublicationBasis basis = PublicationBasis::None;
    double confidence = 0.0; ///< 0…1
    std::vector<PublicationEvidence> evidence;
    std::vector<RejectedDate> rejected;

    friend bool operator==(const PublicationDate&, const PublicationDate&) = default;
};

/// One document of the folder after ingestion. Its text is canonical (UTF-8, LF line ends, no NUL) and never changes
/// afterwards, so every offset stays true.
struct Article
{
    std::string file;   ///< path relative to the folder, '/' between the parts; bytes, perhaps not UTF-8
    std::string sha256; ///< of the file's bytes, 64 hexadecimal digits
    std::string title;
    std::string source; ///< outlet; empty if nothing says so
    std::string author;
    std::string url;
    std::string language = "en"; ///< BCP 47
    std::string format;          ///< "text", "html", "markdown", …: what it was read as
    std::string text;
    std::vector<TextSpan> boilerplate; ///< whole lines that do not belong to the article; sorted, disjoint
    std::optional<std::vector<TextSpan>> boilerplateAsFound; ///< what the program marked, where a person overruled it
    std::vector<TextSpan> headings; ///< lines of the main text that are titles or sub-heads; sorted, disjoint
    PublicationDate published;
    std::vector<Diagnostic> diagnostics;
};

/// A directory entry that did not become an article, and why.
struct SkippedFile
{
    std::string file;   ///< as in Article::file
    std::string reason; ///< for people, English, lower case: "empty", "link, not followed"

    friend bool operator==(const SkippedFile&, const SkippedFile&) = default;
};

} // namespace synoptic::corpus
