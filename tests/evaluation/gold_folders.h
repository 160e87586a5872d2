// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "base/result.h"
#include "base/text_span.h"

/// Folders of articles in which people have marked which words tell which event (ECB+ and corpora of its kind),
/// analyzed in this process. Offsets are bytes of the analyzed text.
namespace synoptic::evaluation {

struct GoldSentence
{
    TextSpan span;
    bool scorable = false; ///< fully annotated; elsewhere a missing event means nothing
};

struct GoldArticle
{
    std::string story;
    std::shared_ptr<const analysis::ArticleAnalysis> analysis;
    std::vector<GoldSentence> sentences;
};

/// A sentence of a folder.
struct SentenceRef
{
    std::uint32_t article = 0;
    std::uint32_t sentence = 0; ///< position in GoldArticle::sentences

    friend auto operator<=>(const SentenceRef&, const SentenceRef&) = default;
};

struct GoldMention
{
    SentenceRef where;
    TextSpan span;
};

struct GoldEvent
{
    std::string id;
    std::vector<GoldMention> mentions;
};

struct GoldFolder
{
    std::string name;
    std::vector<GoldArticle> articles; ///< by file
    std::vector<GoldEvent> events;
};

/// How the sentences are laid out before they are analyzed.
enum class Layout : std::uint8_t
{
    Lines,     ///< one a line
    Paragraphs ///< three in a paragraph, so that the program has to split them
};

/// Reads DATA/gold.json with the article folders beside it and analyzes every article.
/// Errors: NotFound; Malformed where the gold does not fit the texts.
Result<std::vector<GoldFolder>> readGoldFolders(const std::string& data, Layout layout);

/// All articles in one folder; events of one id become one.
GoldFolder allInOne(const std::vector<GoldFolder>& folders);

/// A folder for each story.
std::vector<GoldFolder> byStory(const std::vector<GoldFolder>& folders);

} // namespace synoptic::evaluation
