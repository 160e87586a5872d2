// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "base/result.h"
#include "corpus/folder_scanner.h"

/// An analysis as bytes, so that a folder that did not change need not be read again.
///
/// In: an analysis, or bytes that somebody else may have changed. Out: bytes, or an analysis whose every number is
/// inside what it counts. In parts, so that several threads can work; where the bytes lie is not decided here.
namespace synoptic::cache {

/// Of the bytes below: another number, another language.
inline constexpr std::uint32_t formatVersion = 1;

using Articles = std::vector<std::shared_ptr<const analysis::ArticleAnalysis>>;

/// Some of the articles. Cost: linear.
std::string encodeArticles(std::span<const std::shared_ptr<const analysis::ArticleAnalysis>> articles);
/// Errors: Malformed if a value is not what it can be: text that is not canonical, spans outside it or out of order,
/// sentences or expressions that are not there.
Result<Articles> decodeArticles(std::string_view bytes);

/// All of an analysis but its articles.
std::string encodeLinks(const analysis::Analysis& analysis);
/// Joins articles and links again. Errors: Malformed, likewise.
Result<std::shared_ptr<const analysis::Analysis>> decodeLinks(std::string_view bytes, Articles articles);

/// What the folder held.
std::string encodeScan(const corpus::FolderScan& scan);
Result<corpus::FolderScan> decodeScan(std::string_view bytes);

/// 64 bits by which a part that was damaged is told; whoever wants to can make others that fit.
/// Cost: a byte or more a tick.
std::uint64_t checkOf(std::string_view bytes);

} // namespace synoptic::cache
