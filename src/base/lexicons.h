// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// The word lists of resources/lexicons/en, compiled into the core: the programs without a window need them too, and a
/// missing file can then not change an analysis. Each is tab-separated, a row a line, without its comments.
namespace synoptic::lexicons {

std::string_view abbreviations();
std::string_view concepts();
std::string_view documentFrequencies();
std::string_view eventNouns();
std::string_view irregular();
std::string_view lineTrees();
std::string_view moreEventNouns();
std::string_view pairContextTrees();
std::string_view pairTrees();
std::string_view sentenceBoundaries();
std::string_view storyTrees();
std::string_view temporalChoices();
std::string_view triggerWeights();
std::string_view verbs();

/// Calls @p row(fields…) for each line with the line's fields as one span-like callable: field(i) is "" past the end.
template <class Row>
void forEachRow(std::string_view table, Row row)
{
    while (!table.empty()) {
        const auto end = table.find('\n');
        std::string_view line = table.substr(0, end);
        table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
        const auto field = [line](std::size_t index) {
            std::string_view rest = line;
            for (; index > 0 && !rest.empty(); --index) {
                const auto tab = rest.find('\t');
                rest.remove_prefix(tab == std::string_view::npos ? rest.size() : tab + 1);
            }
            return rest.substr(0, rest.find('\t'));
        };
        row(field);
    }
}

} // namespace synoptic::lexicons
