// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace synoptic::text {

/// What a full stop after an abbreviation means.
enum class AbbreviationKind : std::uint8_t
{
    None,
    Title,  ///< a name follows ("Gen."): never the end of a sentence
    Number, ///< a number may follow ("No.", "Aug.")
    Any     ///< the end only before a word that begins sentences ("Inc.", "U.S.")
};

/// The abbreviations that end with a full stop.
class Abbreviations
{
public:
    /// @p table: the word in lower case without its last stop, a tab, "title", "number" or "any". Other rows are
    /// ignored.
    static Abbreviations parse(std::string_view table);

    /// The ones the program comes with.
    static const Abbreviations& standard();

    /// @p word without its last stop, in any case.
    AbbreviationKind kindOf(std::string_view word) const;

private:
    std::map<std::string, AbbreviationKind, std::less<>> m_kinds;
};

} // namespace synoptic::text
