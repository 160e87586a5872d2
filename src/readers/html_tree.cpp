// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/html_tree.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include <gumbo.h>

#include "base/is_one_of.h"
#include "base/limits.h"
#include "readers/ascii.h"
#include "readers/class_words.h"
#include "readers/display_text.h"
#include "readers/element_fields.h"
#include "readers/gumbo_attribute.h"

namespace synoptic::readers {
namespace {

struct DestroyOutput
{
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

bool hasAttribute(const GumboElement& element, const char* name)
{
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

// What a browser does not show as text, or shows only without scripts.
constexpr std::array hiddenTags = {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT,
                                   GUMBO_TAG_IFRAME, GUMBO_TAG_OBJECT, GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,
                                   GUMBO_TAG_CANVAS, GUMBO_TAG_SVG,    GUMBO_TAG_HEAD,     GUMBO_TAG_NOFRAMES,
                                   GUMBO_TAG_NOEMBED};

constexpr std::array blockTags = {
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
    GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,  GUMBO_TAG_DD,    GUMBO_TAG_DETAILS,    GUMBO_TAG_DIR,
    GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_DT,    GUMBO_TAG_FIELDSET,   GUMBO_TAG_FIGCAPTION,
    GUMBO_TAG_FIGURE,  GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,  GUMBO_TAG_H1,         GUMBO_TAG_H2,
    GUMBO_TAG_H3,      GUMBO_TAG_H4,      GUMBO_TAG_H5,    GUMBO_TAG_H6,         GUMBO_TAG_HEADER,
    GUMBO_TAG_HGROUP,  GUMBO_TAG_HR,      GUMBO_TAG_HTML,  GUMBO_TAG_LEGEND,     GUMBO_TAG_LI,
    GUMBO_TAG_LISTING, GUMBO_TAG_MAIN,    GUMBO_TAG_MENU,  GUMBO_TAG_NAV,        GUMBO_TAG_OL,
    GUMBO_TAG_OPTION,  GUMBO_TAG_P,       GUMBO_TAG_PRE,   GUMBO_TAG_SECTION,    GUMBO_TAG_SELECT,
    GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,   GUMBO_TAG_TBODY, GUMBO_TAG_TEXTAREA,   GUMBO_TAG_TFOOT,
    GUMBO_TAG_THEAD,   GUMBO_TAG_TR,      GUMBO_TAG_UL,    GUMBO_TAG_XMP,        GUMBO_TAG_PLAINTEXT};

/// <dialog> is younger than the parser's list of tags.
bool isDialog(const GumboElement& element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return false;
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return name.data != nullptr && asciiLower(std::string_view(name.data, name.length)) == "dialog";
}

bool isHidden(const GumboElement& element)
{
    if (isOneOf(hiddenTags, element.tag) || hasAttribute(element, "hidden"))
        return true;
    if (isDialog(element) && !hasAttribute(element, "open"))
        return true;
    std::string style;
    for (const char byte : attributeOf(element, "style")) {
        if (!isMarkupSpace(byte))
            style += asciiLower(byte);
    }
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

std::uint32_t marksOfTag(const GumboElement& element)
{
    const std::string role = asciiLower(attributeOf(element, "role"));
    std::uint32_t marks = 0;
    if (role == "navigation" || role == "menu" || role == "menubar" || role == "contentinfo" || role == "banner")
        marks |= MarkNavigation;
    if (role == "complementary" || role == "search")
        marks |= MarkRelated;
    if (role == "article")
        marks |= MarkArticle;
    if (role == "dialog" || role == "alertdialog" || isDialog(element))
        marks |= MarkForm;
    const std::string itemprop = asciiLower(attributeOf(element, "itemprop"));
    if (itemprop.find("articlebody") != std::string::npos)
        marks |= MarkBody;
    if (itemprop == "author" || itemprop == "datepublished" || itemprop == "datemodified")
        marks |= MarkByline;
    switch (element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MENU:
        return marks | MarkNavigation;
    case GUMBO_TAG_ASIDE:
        return marks | MarkRelated;
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_FIELDSET:
        return marks | MarkForm;
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
        return marks | MarkCaption;
    case GUMBO_TAG_BLOCKQUOTE:
        return marks | MarkQuote;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
        return marks | MarkListItem;
    case GUMBO_TAG_TABLE:
        return marks | MarkTable;
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_PLAINTEXT:
        return marks | MarkPreformatted;
    case GUMBO_TAG_ARTICLE:
        return marks | MarkArticle;
    case GUMBO_TAG_ADDRESS:
        return marks | MarkByline;
    default:
        return marks;
    }
}

int headingLevel(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1 : 0;
}

/// Walks a parse tree without recursion and fills an HtmlTree.
class TreeWalk
{
public:
    HtmlTree walk(const GumboNode* root)
    {
        m_tree.elements.push_back({});
        enter(root);
        while (!m_path.empty()) {
            Open& open = m_path.back();
            const GumboVector& children = open.node->v.element.children;
            if (open.nextChild == children.length) {
                leave();
                continue;
            }
            visit(static_cast<const GumboNode*>(children.data[open.nextChild++]));
        }
        flush();
        m_tree.elements[0].end = m_tree.elements.size();
        m_tree.metadata = std::move(m_fields.metadata);
        m_tree.jsonLd = std::move(m_fields.jsonLd);
        return std::move(m_tree);
    }

private:
    struct Open
    {
        const GumboNode* node = nullptr;
        unsigned nextChild = 0;
        std::optional<std::size_t> element; // if it has one of its own
        bool block = false;
        bool preformatted = false;
        bool hidden = false; // nothing in it is shown; metadata is taken all the same
    };

    bool hidden() const { return !m_path.empty() && m_path.back().hidden; }

    std::size_t element() const
    {
        const auto found = std::find_if(m_path.rbegin(), m_path.rend(), [](const Open& open) { return open.element; });
        return found == m_path.rend() ? 0 : *found->element;
    }

    void visit(const GumboNode* node)
    {
        switch (node->type) {
        case GUMBO_NODE_ELEMENT:
            enter(node);
            break;
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
            text(node->v.text.text);
            break;
        default:
            break;
        }
    }

    void enter(const GumboNode* node)
    {
        const GumboElement& element = node->v.element;
        m_fields.take(element);
        if (element.tag == GUMBO_TAG_BR && !hidden()) {
            if (m_breaks++ == 1)
                flush(); // two in a row are how old pages write a paragraph
            else
                m_text.lineBreak();
            return;
        }
        Open open;
        open.node = node;
        open.hidden = hidden() || isHidden(element);
        if (!open.hidden) {
            open.block = isOneOf(blockTags, element.tag);
            if ((element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH))
                m_text.cellBreak();
            const std::uint32_t marks = marksOfTag(element);
            open.preformatted = (marks & MarkPreformatted) != 0 || (!m_path.empty() && m_path.back().preformatted);
            const std::uint32_t classMarks =
                marksOfClassWords(attributeOf(element, "class")) | marksOfClassWords(attributeOf(element, "id"));
            if (open.block) {
                flush();
                m_headingLevel = std::max(m_headingLevel, headingLevel(element.tag));
            }
            // An inline element counts only if it says something that a block inherits.
            if (open.block || marks != 0)
                open.element = addElement(marks, classMarks);
            m_linkDepth += element.tag == GUMBO_TAG_A ? 1 : 0;
        }
        m_path.push_back(open);
    }

    void leave()
    {
        const Open open = m_path.back();
        if (!open.hidden) {
            if (open.block) {
                flush();
                m_headingLevel = headingLevel(open.node->v.element.tag) > 0 ? 0 : m_headingLevel;
            }
            m_linkDepth -= open.node->v.element.tag == GUMBO_TAG_A ? 1 : 0;
        }
        m_path.pop_back();
        if (open.element)
            m_tree.elements[*open.element].end = m_tree.elements.size();
    }

    std::size_t addElement(std::uint32_t marks, std::uint32_t classMarks)
    {
        const std::size_t index = m_tree.elements.size();
        m_tree.elements.push_back({element(), index + 1, marks, classMarks});
        return index;
    }

    void text(std::string_view text)
    {
        if (hidden())
            return;
        if (m_text.empty())
            m_blockElement = element();
        const std::size_t before = m_text.size();
        if (!m_path.empty() && m_path.back().preformatted)
            m_text.appendVerbatim(text);
        else
            m_text.append(text);
        if (m_text.size() > before)
            m_breaks = 0;
        if (m_linkDepth > 0)
            m_linkBytes += m_text.size() - before;
    }

    void flush()
    {
        const std::size_t linkBytes = std::exchange(m_linkBytes, 0);
        m_breaks = 0;
        std::string text = m_text.take();
        if (!text.empty())
            m_tree.blocks.push_back({std::move(text), m_blockElement, linkBytes, m_headingLevel});
    }

    HtmlTree m_tree;
    ElementFields m_fields;
    std::vector<Open> m_path;
    DisplayText m_text;
    std::size_t m_blockElement = 0;
    std::size_t m_linkBytes = 0;
    int m_linkDepth = 0;
    int m_headingLevel = 0;
    int m_breaks = 0; // <br> since the last text
};

} // namespace

HtmlTree parseHtml(std::string_view html)
{
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0; // the default keeps each error with its stack of tags: gigabytes
    const std::unique_ptr<GumboOutput, DestroyOutput> output(
        gumbo_parse_with_options(&options, html.data(), html.size()));
    if (!output || output->root == nullptr)
        return {};
    return TreeWalk().walk(output->root);
}

} // namespace synoptic::readers
