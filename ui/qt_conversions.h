// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <QString>

#include "base/ids.h"

/// The only place where core values become Qt values.
namespace synoptic::ui {

/// Text of others for one line of a label, a list or an image: line breaks become spaces, control characters and the
/// marks that reverse the direction of what follows become visible replacement characters.
QString lineText(std::string_view text);

/// The same of the beginning, or the end, of a text that may have no end: a label would take minutes for a megabyte.
/// "…" stands for the rest. @p longest: bytes.
QString beginningText(std::string_view text, std::size_t longest);
QString endingText(std::string_view text, std::size_t longest);

/// A path as bytes for people; bytes that are not UTF-8 become U+FFFD.
inline QString fileText(std::string_view path)
{
    return lineText(path);
}

inline std::string bytesOf(const QString& text)
{
    return text.toStdString();
}

} // namespace synoptic::ui
