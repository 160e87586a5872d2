// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/engine/reader_client.h"
#include "base/result.h"
#include "ingest/raw_article.h"

namespace synoptic::engine {

/// An article and the name it goes by: the file's own, or "file#03" for the third of several in one file.
struct NamedArticle
{
    std::string name;
    ingest::RawArticle raw;
};

/// How many bytes of @p file may be read, by its suffix: containers may be larger than text.
std::size_t fileLimit(std::string_view file);

/// The articles in the bytes of @p file, most often one. Formats that need other people's parsers are read by @p
/// reader. Errors: those of detectFormat(), of the readers and of the process; TooBig if the content is text and over
/// its limit.
Result<std::vector<NamedArticle>> readArticles(std::string_view bytes, const std::string& file, ReaderClient& reader,
                                               const std::stop_token& stop);

/// The file that an article's name stands for: "a.jsonl#03" is in "a.jsonl".
std::string fileOfArticle(const std::string& name);

} // namespace synoptic::engine
