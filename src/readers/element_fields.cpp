// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/element_fields.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/limits.h"
#include "readers/ascii.h"
#include "readers/display_text.h"
#include "readers/gumbo_attribute.h"

namespace synoptic::readers {
namespace {

constexpr std::size_t fieldBytes = 64 * limits::kib; // one value of <meta>; longer is no metadata
constexpr std::size_t fieldCount = 1000;

std::string childText(const GumboElement& element)
{
    std::string text;
    for (unsigned i = 0; i < element.children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
        if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA)
            text += child->v.text.text;
    }
    return text;
}

/// What an element says to machines, or else to people.
std::string machineValue(const GumboElement& element)
{
    for (const char* name : {"datetime", "content"}) {
        if (const std::string_view value = trimmed(attributeOf(element, name)); !value.empty())
            return std::string(value);
    }
    DisplayText text;
    text.append(childText(element));
    return text.take();
}

/// The text inside @p root, as far as it is short: a name may lie in several elements.
std::string shortText(const GumboElement& root)
{
    constexpr std::size_t mostNodes = 60;
    constexpr std::size_t mostBytes = 200;
    DisplayText text;
    std::vector<const GumboElement*> open = {&root};
    std::vector<unsigned> next = {0};
    for (std::size_t nodes = 0; !open.empty() && nodes < mostNodes; ++nodes) {
        const GumboVector& children = open.back()->children;
        if (next.back() == children.length || text.size() > mostBytes) {
            open.pop_back();
            next.pop_back();
            continue;
        }
        const auto* child = static_cast<const GumboNode*>(children.data[next.back()++]);
        if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag != GUMBO_TAG_SCRIPT &&
            child->v.element.tag != GUMBO_TAG_STYLE) {
            open.push_back(&child->v.element);
            next.push_back(0);
            text.append(" ");
        } else if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE) {
            text.append(child->v.text.text);
        }
    }
    return text.size() > mostBytes ? std::string() : text.take();
}

/// Class words such as "news-date" or "publishdate"; not those of an update, of today, or of other stories.
bool namesDate(std::string_view classes)
{
    constexpr std::array<std::string_view, 5> names = {"date", "publish", "posted", "timestamp", "pubtime"};
    constexpr std::array<std::string_view, 10> others = {"update", "modif",   "current", "today",    "header-date",
                                                         "event",  "comment", "related", "validate", "candidate"};
    const auto holds = [&](std::string_view word) { return classes.find(word) != std::string_view::npos; };
    return std::ranges::any_of(names, holds) && std::ranges::none_of(others, holds);
}

} // namespace

void ElementFields::addField(std::string key, std::string_view value)
{
    value = trimmed(value);
    if (!value.empty() && value.size() <= fieldBytes && metadata.size() < fieldCount)
        metadata.push_back({std::move(key), std::string(value)});
}

/// Names that elements call the author's: by rel, by itemprop, by a class.
void ElementFields::takeAuthors(const GumboElement& element)
{
    constexpr std::array<std::string_view, 5> names = {"author", "byline", "autor", "redakteur", "writer"};
    constexpr std::array<std::string_view, 11> others = {"bio", "image",   "avatar",  "social",  "follow", "photo",
                                                         "box", "related", "comment", "respond", "reply"};
    const std::string rel = asciiLower(attributeOf(element, "rel"));
    const std::string itemprop = asciiLower(trimmed(attributeOf(element, "itemprop")));
    const std::string classes = asciiLower(attributeOf(element, "class"));
    const auto holds = [&](std::string_view word) { return classes.find(word) != std::string_view::npos; };
    const bool isCalledSo = std::ranges::any_of(names, holds) && std::ranges::none_of(others, holds);
    if (element.tag == GUMBO_TAG_META || element.tag == GUMBO_TAG_LINK || element.tag == GUMBO_TAG_BODY)
        return;
    if (itemprop == "author")
        addField("itemprop:author", shortText(element));
    else if (rel == "author")
        addField("rel:author", shortText(element));
    else if (isCalledSo)
        addField("class:author", shortText(element));
}

/// Dates that elements name as such: by itemprop, and by a class that speaks of a date.
void ElementFields::takeDates(const GumboElement& element)
{
    constexpr std::size_t longestDate = 80; // bytes; longer text speaks of more than a date
    constexpr std::array<std::string_view, 4> properties = {"datepublished", "datecreated", "datemodified",
                                                            "uploaddate"};
    const std::string itemprop = asciiLower(trimmed(attributeOf(element, "itemprop")));
    if (std::ranges::find(properties, itemprop) != properties.end())
        addField("itemprop:" + itemprop, machineValue(element));
    const std::string classes = asciiLower(attributeOf(element, "class"));
    if (!namesDate(classes))
        return;
    const std::string text = machineValue(element);
    if (text.size() <= longestDate && std::ranges::any_of(text, [](char c) { return isAsciiDigit(c); }))
        addField("class:date", text);
}

void ElementFields::take(const GumboElement& element)
{
    takeDates(element);
    takeAuthors(element);
    switch (element.tag) {
    case GUMBO_TAG_HTML:
        addField("lang", attributeOf(element, "lang"));
        break;
    case GUMBO_TAG_TITLE:
        if (element.tag_namespace == GUMBO_NAMESPACE_HTML) {
            DisplayText title;
            title.append(childText(element));
            addField("title", title.take());
        }
        break;
    case GUMBO_TAG_META: {
        std::string_view name = attributeOf(element, "property");
        for (const char* other : {"name", "itemprop", "http-equiv"})
            name = name.empty() ? attributeOf(element, other) : name;
        if (!name.empty() && name.size() <= 100)
            addField("meta:" + asciiLower(trimmed(name)), attributeOf(element, "content"));
        break;
    }
    case GUMBO_TAG_LINK:
        if (asciiLower(attributeOf(element, "rel")) == "canonical")
            addField("canonical", attributeOf(element, "href"));
        break;
    case GUMBO_TAG_TIME:
        addField("time", machineValue(element));
        break;
    case GUMBO_TAG_SCRIPT:
        if (asciiLower(trimmed(attributeOf(element, "type"))) == "application/ld+json" && jsonLd.size() < fieldCount)
            jsonLd.push_back(childText(element));
        break;
    default:
        break;
    }
}

} // namespace synoptic::readers
