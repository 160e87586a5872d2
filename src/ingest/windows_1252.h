// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::ingest {

/// windows-1252 as text. Every byte has a meaning: the five unassigned ones stand for C1 controls.
/// Source: WHATWG Encoding Standard, index windows-1252.
std::string textOfWindows1252(std::string_view bytes);

/// Undoes a second encoding: text whose every character above ASCII came from UTF-8 read as windows-1252 ("â€™" for an
/// apostrophe). Nothing if only one character would not fit, or if there is too little of it to be sure.
std::optional<std::string> withoutSecondEncoding(std::string_view utf8);

} // namespace synoptic::ingest
