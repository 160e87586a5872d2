// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/markdown.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <md4c.h>

#include "base/limits.h"
#include "ingest/canonical_text.h"
#include "ingest/encoding.h"
#include "readers/article_builder.h"
#include "readers/ascii.h"
#include "readers/character_references.h"
#include "readers/display_text.h"

namespace synoptic::readers {
namespace {

using ingest::BlockRole;

constexpr std::size_t frontMatterBytes = 64 * limits::kib;

std::string_view unquoted(std::string_view value)
{
    const bool quoted =
        value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    return quoted ? value.substr(1, value.size() - 2) : value;
}

/// Takes the front matter off the start of @p text. A value of several lines or of YAML's other forms is left out.
std::vector<ingest::MetadataField> takeFrontMatter(std::string_view& text)
{
    std::vector<ingest::MetadataField> fields;
    if (!text.starts_with("---\n"))
        return fields;
    const std::size_t end = text.substr(0, frontMatterBytes).find("\n---\n", 3);
    if (end == std::string_view::npos)
        return fields;
    std::string_view lines = text.substr(4, std::max<std::size_t>(end, 4) - 4);
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const std::size_t colon = line.find(':');
        const bool isKey = colon != std::string_view::npos && colon > 0 && !isMarkupSpace(line.front()) &&
                           line.front() != '-' && line.front() != '#';
        if (!isKey)
            continue;
        const std::string_view value = unquoted(trimmed(line.substr(colon + 1)));
        if (!value.empty() && value != "|" && value != ">")
            fields.push_back({"front-matter:" + asciiLower(trimmed(line.substr(0, colon))), std::string(value)});
    }
    text.remove_prefix(std::min(end + 5, text.size()));
    return fields;
}

/// Receives what md4c finds and makes blocks of it.
class MarkdownBlocks
{
public:
    explicit MarkdownBlocks(ArticleBuilder& builder) : m_builder(builder) {}

    bool tooDeep() const { return m_tooDeep; }

    int enterBlock(MD_BLOCKTYPE type, const void* detail)
    {
        if (type != MD_BLOCK_TH && type != MD_BLOCK_TD) // cells stay together until their row ends
            flush();
        m_blocks.push_back(type);
        if (type == MD_BLOCK_H)
            m_headingLevel = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
        m_tooDeep = m_blocks.size() > limits::markupDepth;
        return m_tooDeep ? 1 : 0;
    }

    int leaveBlock(MD_BLOCKTYPE type)
    {
        if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
            m_text.cellBreak();
        else
            flush();
        m_blocks.pop_back();
        return 0;
    }

    int span(MD_SPANTYPE type, int change)
    {
        m_pictures += type == MD_SPAN_IMG ? change : 0;
        return 0;
    }

    int text(MD_TEXTTYPE type, std::string_view text)
    {
        if (m_pictures > 0)
            return 0;
        switch (type) {
        case MD_TEXT_BR:
            m_text.lineBreak();
            break;
        case MD_TEXT_SOFTBR:
            m_text.append(" ");
            break;
        case MD_TEXT_ENTITY:
            m_text.append(withoutReferences(text));
            break;
        case MD_TEXT_CODE:
            if (inside(MD_BLOCK_CODE))
                m_text.appendVerbatim(text);
            else
                m_text.append(text);
            break;
        default:
            m_text.append(text);
            break;
        }
        return 0;
    }

private:
    bool inside(MD_BLOCKTYPE type) const { return std::ranges::find(m_blocks, type) != m_blocks.end(); }

    BlockRole role()
    {
        if (inside(MD_BLOCK_H))
            return m_headingLevel == 1 && !std::exchange(m_hasTitle, true) ? BlockRole::Title : BlockRole::Heading;
        if (inside(MD_BLOCK_CODE))
            return BlockRole::Preformatted;
        if (inside(MD_BLOCK_TABLE))
            return BlockRole::Table;
        if (inside(MD_BLOCK_QUOTE))
            return BlockRole::Quote;
        return inside(MD_BLOCK_LI) ? BlockRole::ListItem : BlockRole::Paragraph;
    }

    void flush()
    {
        if (!m_text.empty())
            m_builder.addBlock(m_text.take(), role(), true);
    }

    ArticleBuilder& m_builder; // Not owned: lives on the caller's stack around this object.
    DisplayText m_text;
    std::vector<MD_BLOCKTYPE> m_blocks;
    unsigned m_headingLevel = 0;
    int m_pictures = 0;
    bool m_hasTitle = false;
    bool m_tooDeep = false;
};

MarkdownBlocks& blocksOf(void* user)
{
    return *static_cast<MarkdownBlocks*>(user);
}

/// False if the source is nested too deep; then @p builder holds a part of it.
bool parse(std::string_view text, ArticleBuilder& builder)
{
    MarkdownBlocks blocks(builder);
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        return blocksOf(user).enterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return blocksOf(user).leaveBlock(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* user) { return blocksOf(user).span(type, 1); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return blocksOf(user).span(type, -1); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* user) {
        return blocksOf(user).text(type, {piece, size});
    };
    return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &blocks) == 0 && !blocks.tooDeep();
}

/// The source's paragraphs as they stand.
void addSource(std::string_view text, ArticleBuilder& builder)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        builder.addBlock(std::string(trimmed(text.substr(0, end))), BlockRole::Paragraph, true);
        text.remove_prefix(std::min(end + 2, text.size()));
    }
}

} // namespace

Result<ingest::RawArticle> readMarkdown(std::string_view bytes)
{
    ingest::DecodedText decoded = ingest::decode(bytes);
    std::vector<Diagnostic> diagnostics = std::move(decoded.diagnostics);
    const std::string source = ingest::canonicalText(std::move(decoded.text), diagnostics);
    for (Diagnostic& diagnostic : diagnostics)
        diagnostic.span = {}; // a place in the source is none in the text
    std::string_view text = source;
    auto fields = takeFrontMatter(text);

    ArticleBuilder builder(ingest::Format::Markdown);
    if (!parse(text, builder)) {
        builder = ArticleBuilder(ingest::Format::Markdown);
        addSource(text, builder);
        builder.addDiagnostic({Severity::Warning,
                               DiagnosticCode::LimitReached,
                               {},
                               "nesting deeper than " + std::to_string(limits::markupDepth)});
    }
    for (auto& field : fields)
        builder.addField(std::move(field.key), std::move(field.value));
    builder.addDiagnostics(std::move(diagnostics));
    return builder.takeArticle();
}

} // namespace synoptic::readers
