// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Text of others in documents of ours: one function for each format. Whatever the text says, it stays text.
namespace synoptic::exchange {

/// On one line: line ends, tabs and runs of blanks are one blank; control characters and what is no character are gone;
/// bytes that are no UTF-8 become U+FFFD.
std::string oneLine(std::string_view text);

/// For HTML and XML, as content or between quotes. Control characters are gone.
std::string htmlEscaped(std::string_view text);

/// One line of CommonMark or GitHub's Markdown in which nothing is markup, a link or a table's bar, wherever it stands.
std::string markdownEscaped(std::string_view text);

/// A value of type TEXT. Source: RFC 5545, 3.3.11.
std::string icalendarEscaped(std::string_view text);

/// A relative path as a URI reference: all but letters, digits, "-._~" and "/" as %XX. Source: RFC 3986, 2.1.
std::string uriEscaped(std::string_view path);

} // namespace synoptic::exchange
