// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

/// What pages say that articles do not: phrases as foldedKey() has them. General English of publishing systems; a
/// phrase that could begin or be a sentence of an article does not belong here.
namespace synoptic::ingest {

using Phrases = std::vector<std::string_view>;

/// Whole lines behind which an article hardly ever goes on; sorted.
const Phrases& tailOpeners();
/// Whole lines that stand anywhere; sorted.
const Phrases& widgets();
/// Beginnings of lines; what follows is a link's text, a name, a number.
const Phrases& widgetBeginnings();
/// Those of widgetBeginnings() that also begin sentences: they need a colon or another mark of a label behind them.
const Phrases& labelBeginnings();
/// Beginnings of picture credits.
const Phrases& creditBeginnings();
/// Single words of menus; sorted.
const Phrases& menuWords();

} // namespace synoptic::ingest
