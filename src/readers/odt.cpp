// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
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

constexpr std::string_view contentPart = "content.xml";
constexpr std::string_view propertiesPart = "meta.xml";
constexpr std::string_view manifestPart = "META-INF/manifest.xml";

bool isWanted(std::string_view name)
{
    return name == contentPart || name == propertiesPart || name == manifestPart;
}

/// Left out: what is deleted, said about the text, or shown in place of an object.
bool isLeftOut(std::string_view local)
{
    constexpr std::array<std::string_view, 6> names = {"tracked-changes", "annotation",     "annotation-end",
                                                       "note-citation",   "sequence-decls", "forms"};
    return std::ranges::find(names, local) != names.end();
}

std::size_t numberOf(std::string_view digits, std::size_t most)
{
    std::size_t number = 1;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return std::min(number, most);
}

class OpenDocumentText
{
public:
    explicit OpenDocumentText(ArticleBuilder& builder) : m_text(builder) {}

    void start(const XmlName& name, const XmlAttributes& attributes)
    {
        if (m_leftOut > 0 || isLeftOut(name.local)) {
            ++m_leftOut;
            return;
        }
        constexpr std::size_t mostSpaces = 100;
        const bool isText = name.space == "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
        if (name.local == "style" && m_styles.size() < mostStyles)
            m_styles[std::string(attributes.value("name"))] = attributes.value("parent-style-name");
        else if (isText && (name.local == "p" || name.local == "h"))
            beginParagraph(name, attributes);
        else if (isText && name.local == "list-item")
            ++m_listDepth;
        else if (name.local == "table-row")
            m_text.beginRow();
        else if (isText && name.local == "s")
            m_text.append(std::string(numberOf(attributes.value("c"), mostSpaces), ' '));
        else if (isText && name.local == "tab")
            m_text.append("\t");
        else if (isText && name.local == "line-break")
            m_text.append("\n");
    }

    void end(const XmlName& name)
    {
        if (m_leftOut > 0) {
            --m_leftOut;
            return;
        }
        const bool isText = name.space == "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
        if (isText && (name.local == "p" || name.local == "h")) {
            m_text.endParagraph();
            m_paragraphs -= m_paragraphs > 0 ? 1 : 0;
        } else if (isText && name.local == "list-item" && m_listDepth > 0) {
            --m_listDepth;
        } else if (name.local == "table-cell") {
            m_text.endCell();
        } else if (name.local == "table-row") {
            m_text.endRow();
        }
    }

    void text(std::string_view piece)
    {
        if (m_leftOut == 0 && m_paragraphs > 0)
            m_text.append(piece);
    }

private:
    static constexpr std::size_t mostStyles = 10'000;

    void beginParagraph(const XmlName& name, const XmlAttributes& attributes)
    {
        m_text.beginParagraph();
        ++m_paragraphs;
        std::string style(attributes.value("style-name"));
        // "P3" is a variant of a named style.
        if (const auto known = m_styles.find(style); known != m_styles.end() && !known->second.empty())
            style = known->second;
        style = asciiLower(style);
        if (style == "title")
            m_text.setRole(BlockRole::Title);
        else if (name.local == "h" || style == "subtitle" || style.starts_with("heading"))
            m_text.setRole(BlockRole::Heading);
        else if (style.starts_with("quot"))
            m_text.setRole(BlockRole::Quote);
        else if (m_listDepth > 0)
            m_text.setRole(BlockRole::ListItem);
    }

    OfficeText m_text;
    std::map<std::string, std::string> m_styles; // of the document alone, with the style each varies
    unsigned m_leftOut = 0;
    unsigned m_listDepth = 0;
    unsigned m_paragraphs = 0; // open: one inside another is a note or a text box
};

/// Whether the manifest says how entries are encrypted; the archive itself does not know.
bool isEncrypted(std::string_view manifest)
{
    return manifest.find("encryption-data") != std::string_view::npos;
}

} // namespace

Result<ingest::RawArticle> readOdt(std::string_view bytes)
{
    const auto entries = readZip(bytes, isWanted);
    if (!entries)
        return tl::unexpected<Error>(entries.error());
    if (const ZipEntry* const manifest = entryOf(*entries, manifestPart); manifest && isEncrypted(manifest->bytes))
        return failure(ErrorCode::Encrypted);
    const ZipEntry* const content = entryOf(*entries, contentPart);
    if (content == nullptr)
        return failure(ErrorCode::Malformed, "no " + std::string(contentPart));
    ArticleBuilder builder(ingest::Format::Odt);
    if (const ZipEntry* const properties = entryOf(*entries, propertiesPart))
        addProperties(builder, properties->bytes);
    OpenDocumentText text(builder);
    auto stopped =
        readXml(content->bytes,
                {[&](const XmlName& name, const XmlAttributes& attributes) { text.start(name, attributes); },
                 [&](const XmlName& name) { text.end(name); }, [&](std::string_view piece) { text.text(piece); }});
    if (content->isCut)
        stopped = "inflates beyond the limit";
    return finishedDocument(std::move(builder), stopped);
}

} // namespace synoptic::readers
