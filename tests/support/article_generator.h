// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Plausible articles in any number, for measuring. The same numbers give the same bytes on every machine.
namespace synoptic::tests {

struct GeneratedFile
{
    std::string name;
    std::string bytes;
};

/// @p count articles on a few dozen stories of one year: several outlets tell each happening, within a week of it, with
/// stated and relative dates, among breadcrumbs and comment forms. One in ten is HTML, one in twenty Markdown.
std::vector<GeneratedFile> generateArticles(std::size_t count, std::uint64_t seed);

/// Writes them into @p folder, which is made. Returns whether all was written.
bool writeArticles(const std::string& folder, const std::vector<GeneratedFile>& files);

} // namespace synoptic::tests
