// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/lexicon.h"

#include <array>

#include "temporal/lexicon_calendar_words.h"
#include "temporal/lexicon_grammar_words.h"

namespace synoptic::temporal {
namespace {

constexpr std::size_t slotCount = 2048;
static_assert((std::size(words::calendarWords) + std::size(words::grammarWords)) * 3 < slotCount);

constexpr std::size_t slotOf(WordKey key)
{
    std::uint64_t mixed = (key.low ^ (key.high * 0x9E3779B97F4A7C15ULL)) * 0xD6E8FEB86659FD93ULL;
    mixed ^= mixed >> 32;
    return static_cast<std::size_t>(mixed * 0xD6E8FEB86659FD93ULL >> 53);
}

struct Table
{
    std::array<WordKey, slotCount> keys{};
    std::array<Lexeme, slotCount> lexemes{};
};

constexpr Table buildTable()
{
    Table table;
    const auto add = [&table](const words::Entry& entry) {
        const WordKey key = keyOf(entry.word);
        std::size_t slot = slotOf(key);
        while (table.keys[slot] != WordKey{})
            slot = (slot + 1) % slotCount;
        table.keys[slot] = key;
        table.lexemes[slot] = {entry.kind, entry.flags, entry.value};
    };
    for (const words::Entry& entry : words::calendarWords)
        add(entry);
    for (const words::Entry& entry : words::grammarWords)
        add(entry);
    return table;
}

constexpr Table table = buildTable();

} // namespace

Lexeme lookUp(WordKey key)
{
    for (std::size_t slot = slotOf(key); table.keys[slot] != WordKey{}; slot = (slot + 1) % slotCount) {
        if (table.keys[slot] == key)
            return table.lexemes[slot];
    }
    return {};
}

} // namespace synoptic::temporal
