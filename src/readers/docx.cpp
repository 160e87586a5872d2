// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "readers/article_builder.h"
#include "readers/ascii.h"
#include "readers/document_properties.h"
#include "readers/office_documents.h"
#include "readers/office_text.h"
#include "readers/xml_events.h"
#include "readers/zip_archive.h"

namespace synoptic::readers {
namespace {

using ingest::BlockRole;

constexpr std::string_view mainPart = "word/document.xml";
constexpr std::array<std::string_view, 2> noteParts = {"word/footnotes.xml", "word/endnotes.xml"};
constexpr std::string_view propertiesPart = "docProps/core.xml";

bool isWanted(std::string_view name)
{
    return name == mainPart || name == propertiesPart || std::ranges::find(noteParts, name) != noteParts.end();
}

/// The element's name if it is one of WordprocessingML, in its transitional or its strict form.
std::string_view wordName(const XmlName& name)
{
    const bool isWord = name.space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
                        name.space == "http://purl.oclc.org/ooxml/wordprocessingml/main";
    return isWord ? name.local : std::string_view{};
}

/// By the style's identifier, which stays English in every language of the program for its built-in styles.
std::optional<BlockRole> roleOfStyle(std::string_view style)
{
    const std::string low = asciiLower(style);
    if (low == "title")
        return BlockRole::Title;
    if (low.starts_with("heading") || low == "subtitle")
        return BlockRole::Heading;
    if (low == "caption")
        return BlockRole::Caption;
    if (low.find("quote") != std::string::npos)
        return BlockRole::Quote;
    if (low.starts_with("list"))
        return BlockRole::ListItem;
    return std::nullopt;
}

/// Text that is not there for a reader: moved away, the older of two forms of one thing.
bool isLeftOut(const XmlName& name)
{
    const std::string_view word = wordName(name);
    return word == "del" || word == "moveFrom" || name.local == "Fallback";
}

class WordText
{
public:
    explicit WordText(ArticleBuilder& builder) : m_text(builder) {}

    void start(const XmlName& name, const XmlAttributes& attributes)
    {
        if (m_leftOut > 0 || isLeftOut(name)) {
            ++m_leftOut;
            return;
        }
        const std::string_view word = wordName(name);
        if (word == "p")
            m_text.beginParagraph();
        else if (word == "pStyle")
            setStyle(attributes.value("val"));
        else if (word == "numPr")
            m_text.setRole(BlockRole::ListItem);
        else if (word == "tr")
            m_text.beginRow();
        else if (word == "tab" && m_inRun)
            m_text.append("\t");
        else if (word == "br" || word == "cr")
            m_text.append("\n");
        else if (word == "noBreakHyphen")
            m_text.append("-");
        else if (word == "r")
            m_inRun = true;
        m_inText = word == "t";
    }

    void end(const XmlName& name)
    {
        m_inText = false;
        if (m_leftOut > 0) {
            --m_leftOut;
            return;
        }
        const std::string_view word = wordName(name);
        if (word == "p")
            m_text.endParagraph();
        else if (word == "tc")
            m_text.endCell();
        else if (word == "tr")
            m_text.endRow();
        else if (word == "r")
            m_inRun = false;
    }

    void text(std::string_view piece)
    {
        if (m_inText && m_leftOut == 0)
            m_text.append(piece);
    }

private:
    void setStyle(std::string_view style)
    {
        if (const auto role = roleOfStyle(style))
            m_text.setRole(*role);
    }

    OfficeText m_text;
    unsigned m_leftOut = 0; // elements open inside what is left out, itself included
    bool m_inText = false;
    bool m_inRun = false; // a tab outside a run is a tab stop's definition
};

std::optional<std::string> addText(ArticleBuilder& builder, std::string_view xml)
{
    WordText word(builder);
    return readXml(xml,
                   {[&](const XmlName& name, const XmlAttributes& attributes) { word.start(name, attributes); },
                    [&](const XmlName& name) { word.end(name); }, [&](std::string_view piece) { word.text(piece); }});
}

} // namespace

Result<ingest::RawArticle> readDocx(std::string_view bytes)
{
    const auto entries = readZip(bytes, isWanted);
    if (!entries)
        return tl::unexpected<Error>(entries.error());
    const ZipEntry* const main = entryOf(*entries, mainPart);
    if (main == nullptr)
        return failure(ErrorCode::Malformed, "no " + std::string(mainPart));
    ArticleBuilder builder(ingest::Format::Docx);
    if (const ZipEntry* const properties = entryOf(*entries, propertiesPart))
        addProperties(builder, properties->bytes);
    auto stopped = addText(builder, main->bytes);
    if (main->isCut)
        stopped = "inflates beyond the limit";
    for (const std::string_view part : noteParts) {
        const ZipEntry* const notes = entryOf(*entries, part);
        if (auto why = notes != nullptr ? addText(builder, notes->bytes) : std::nullopt; why && !stopped)
            stopped = std::move(why);
    }
    return finishedDocument(std::move(builder), stopped);
}

} // namespace synoptic::readers
