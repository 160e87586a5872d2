// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace synoptic::readers {

/// The text of one block as a browser shows it: runs of white space are one space, none at the ends of a line.
class DisplayText
{
public:
    void append(std::string_view text);
    /// Text whose line ends and spaces count, as in <pre>.
    void appendVerbatim(std::string_view text);
    /// A line end inside the block. Shape: at most two in a row.
    void lineBreak();
    /// A tab between two cells of a table row.
    void cellBreak();

    bool empty() const { return m_text.empty(); }
    std::size_t size() const { return m_text.size(); }
    /// The block's text without blanks at its ends; afterwards the block is empty.
    std::string take();

private:
    std::string m_text;
    bool m_spaceWaits = false; // seen, and written only if text follows
};

} // namespace synoptic::readers
