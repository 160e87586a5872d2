// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/tag_stripper.h"

#include <algorithm>
#include <array>
#include <utility>

#include "readers/ascii.h"
#include "readers/character_references.h"
#include "readers/display_text.h"
#include "readers/markup_tokens.h"

namespace synoptic::readers {
namespace {

constexpr std::array<std::string_view, 40> inlineElements = {
    "a",     "abbr", "acronym", "b",      "bdi", "bdo",   "big",  "cite", "code", "data", "del", "dfn",   "em", "font",
    "i",     "img",  "input",   "ins",    "kbd", "label", "mark", "nobr", "q",    "rp",   "rt",  "ruby",  "s",  "samp",
    "small", "span", "strike",  "strong", "sub", "sup",   "time", "tt",   "u",    "var",  "wbr", "output"};

bool isInline(std::string_view name)
{
    return std::ranges::find(inlineElements, asciiLower(name.substr(0, 16))) != inlineElements.end();
}

} // namespace

std::vector<std::string> strippedBlocks(std::string_view html)
{
    using Kind = MarkupToken::Kind;
    std::vector<std::string> blocks;
    DisplayText text;
    const auto flush = [&] {
        if (std::string block = text.take(); !block.empty())
            blocks.push_back(std::move(block));
    };
    for (MarkupTokens tokens(html); !tokens.atEnd();) {
        const MarkupToken token = tokens.next();
        if (token.kind == Kind::Text) {
            text.append(withoutReferences(token.source));
        } else if (token.kind == Kind::RawText) {
            const std::string element = asciiLower(token.name);
            if (element == "textarea" || element == "xmp" || element == "plaintext")
                text.append(token.source);
        } else if (token.kind != Kind::Other && startsWithIgnoringCase(token.name, "br") && token.name.size() == 2) {
            text.lineBreak();
        } else if (token.kind != Kind::Other && !isInline(token.name)) {
            flush();
        }
    }
    flush();
    return blocks;
}

} // namespace synoptic::readers
