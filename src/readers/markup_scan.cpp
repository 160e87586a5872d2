// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/markup_scan.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/is_one_of.h"
#include "base/limits.h"
#include "readers/ascii.h"
#include "readers/markup_tokens.h"

namespace synoptic::readers {
namespace {

// Elements without an end tag, and those whose end tag is left out all the time: the next of their kind closes them.
constexpr std::array<std::string_view, 35> uncounted = {
    "area", "base", "body", "br",     "caption", "col", "colgroup", "dd",   "dt",       "embed",  "frame", "head",
    "hr",   "html", "img",  "input",  "keygen",  "li",  "link",     "meta", "optgroup", "option", "p",     "param",
    "rb",   "rp",   "rt",   "source", "tbody",   "td",  "tfoot",    "th",   "thead",    "tr",     "track"};

constexpr std::array<std::string_view, 13> formatting = {"a",    "b", "big",   "code",   "em",     "font", "i",
                                                         "nobr", "s", "small", "strike", "strong", "u"};

// HTML that ends <svg> and <math> where it stands in them. Source: HTML Standard, 13.2.6.5.
constexpr std::array<std::string_view, 44> endsForeign = {
    "b",     "big",   "blockquote", "body",   "br",   "center", "code",  "dd", "div",  "dl",   "dt",
    "em",    "embed", "h1",         "h2",     "h3",   "h4",     "h5",    "h6", "head", "hr",   "i",
    "img",   "li",    "listing",    "menu",   "meta", "nobr",   "ol",    "p",  "pre",  "ruby", "s",
    "small", "span",  "strong",     "strike", "sub",  "sup",    "table", "tt", "u",    "ul"};

// Where HTML goes on inside <svg> and <math>.
constexpr std::array<std::string_view, 4> htmlInForeign = {"annotation-xml", "desc", "foreignobject", "title"};

/// The open elements, near enough.
class OpenElements
{
public:
    std::size_t depth() const { return m_open.size() + m_leftOver; }
    std::size_t openFormatting() const { return m_openFormatting + m_leftOver; }

    bool isOpen(const std::string& name) const
    {
        const auto found = m_ids.find(name);
        return found != m_ids.end() && m_counts[found->second] > 0;
    }

    /// Whether a slash at the end of a tag closes it here: in <svg> and <math> alone.
    bool slashCloses() const
    {
        return (isOpen("svg") || isOpen("math")) &&
               std::ranges::none_of(htmlInForeign, [this](std::string_view name) { return isOpen(std::string(name)); });
    }

    void open(const std::string& name)
    {
        if (name == "a") // a second one closes the first
            close(name);
        const std::uint32_t id = m_ids.try_emplace(name, static_cast<std::uint32_t>(m_ids.size())).first->second;
        if (id == m_counts.size())
            m_counts.push_back(0);
        ++m_counts[id];
        const bool formats = isOneOf(formatting, name);
        m_openFormatting += formats ? 1U : 0U;
        m_open.push_back({id, formats});
    }

    void close(const std::string& name)
    {
        const auto found = m_ids.find(name);
        if (found == m_ids.end())
            return;
        const std::uint32_t id = found->second;
        if (m_counts[id] == 0) {
            if (m_leftOver > 0 && isOneOf(formatting, name))
                --m_leftOver;
            return;
        }
        for (bool reached = false; !reached; m_open.pop_back()) {
            const Open& last = m_open.back();
            reached = last.id == id;
            --m_counts[last.id];
            m_openFormatting -= last.formats ? 1U : 0U;
            // Formatting that its parent's end tag cut off comes back in the next block.
            m_leftOver += last.formats && !reached ? 1U : 0U;
        }
    }

private:
    struct Open
    {
        std::uint32_t id;
        bool formats;
    };

    std::unordered_map<std::string, std::uint32_t> m_ids;
    std::vector<std::uint32_t> m_counts;
    std::vector<Open> m_open;
    std::size_t m_openFormatting = 0;
    std::size_t m_leftOver = 0;
};

} // namespace

std::optional<std::string> passedMarkupLimit(std::string_view html)
{
    MarkupTokens tokens(html);
    OpenElements elements;
    std::size_t nodes = 0;
    while (!tokens.atEnd()) {
        const MarkupToken token = tokens.next();
        ++nodes;
        if (token.attributes > limits::attributesPerTag)
            return "more than " + std::to_string(limits::attributesPerTag) + " attributes in a tag";
        if (token.kind == MarkupToken::Kind::StartTag) {
            const std::string name = asciiLower(token.name.substr(0, 64));
            const bool formats = isOneOf(formatting, name);
            nodes += formats ? 0 : elements.openFormatting();
            if (isOneOf(endsForeign, name) && elements.slashCloses()) {
                elements.close("svg");
                elements.close("math");
            }
            if (!isOneOf(uncounted, name) && !(token.selfClosing && elements.slashCloses()))
                elements.open(name);
        } else if (token.kind == MarkupToken::Kind::EndTag) {
            elements.close(asciiLower(token.name.substr(0, 64)));
        }
        if (elements.depth() > limits::markupDepth)
            return "nesting deeper than " + std::to_string(limits::markupDepth);
        if (nodes > limits::markupNodes)
            return "more than " + std::to_string(limits::markupNodes) + " elements";
    }
    return std::nullopt;
}

} // namespace synoptic::readers
