// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of the readers that are our own, on any bytes, which as whole files would seldom get so far: the XML of
// office documents behind a sound archive, JSON-LD, header values, and what looks at markup without a tree. The first
// byte chooses. Holds for every input: what is read is text that a reader may answer with.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "fuzz/require.h"
#include "readers/character_references.h"
#include "readers/json_ld.h"
#include "readers/markup_scan.h"
#include "readers/markup_tokens.h"
#include "readers/mime.h"
#include "readers/office_documents.h"
#include "readers/pdf_text.h"
#include "readers/tag_stripper.h"

using namespace synoptic;
using fuzz::require;

namespace {

struct Entry
{
    std::string_view name;
    std::string_view bytes;
};

std::uint32_t checksum(std::string_view bytes)
{
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1U) ^ (0xEDB88320U & (0U - (sum & 1U)));
    }
    return ~sum;
}

void addNumber(std::string& bytes, std::uint32_t number, int size)
{
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>((number >> (8U * static_cast<unsigned>(i))) & 0xFFU);
}

/// What the local and the central header of an entry that is not compressed have in common.
std::string headerOf(const Entry& entry)
{
    const auto size = static_cast<std::uint32_t>(entry.bytes.size());
    std::string header;
    addNumber(header, 20, 4); // version, no flags
    addNumber(header, 0, 2);  // stored
    addNumber(header, 0, 4);  // time
    addNumber(header, checksum(entry.bytes), 4);
    addNumber(header, size, 4);
    addNumber(header, size, 4);
    addNumber(header, static_cast<std::uint32_t>(entry.name.size()), 4); // no extra field
    return header;
}

/// A zip archive that is sound whatever its entries hold. Source: APPNOTE.TXT 6.3.
std::string archiveOf(const std::vector<Entry>& entries)
{
    std::string bytes;
    std::string directory;
    for (const Entry& entry : entries) {
        directory += "PK\x01\x02";
        addNumber(directory, 20, 2);
        directory += headerOf(entry);
        addNumber(directory, 0, 4);
        addNumber(directory, 0, 2);
        addNumber(directory, 0, 4);
        addNumber(directory, static_cast<std::uint32_t>(bytes.size()), 4);
        directory += entry.name;
        bytes += "PK\x03\x04" + headerOf(entry);
        bytes += entry.name;
        bytes += entry.bytes;
    }
    const auto count = static_cast<std::uint32_t>(entries.size());
    const auto start = static_cast<std::uint32_t>(bytes.size());
    bytes += directory + "PK\x05\x06";
    addNumber(bytes, 0, 4);
    addNumber(bytes, count, 2);
    addNumber(bytes, count, 2);
    addNumber(bytes, static_cast<std::uint32_t>(directory.size()), 4);
    addNumber(bytes, start, 4);
    addNumber(bytes, 0, 2);
    return bytes;
}

void check(const Result<ingest::RawArticle>& article)
{
    if (!article)
        return;
    require(!article->text.empty() && isValidUtf8(article->text), "the text is UTF-8");
    std::size_t end = 0;
    for (const ingest::Block& block : article->blocks) {
        require(block.span.begin >= end && block.span.begin < block.span.end, "blocks are sorted and disjoint");
        require(block.span.end <= article->text.size(), "blocks lie in the text");
        end = block.span.end;
    }
}

void word(std::string_view bytes)
{
    check(readers::readDocx(archiveOf({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", bytes}})));
}

void openDocument(std::string_view bytes)
{
    check(
        readers::readOdt(archiveOf({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", bytes}})));
}

/// The package, a NUL, and the chapter it may name.
void book(std::string_view bytes)
{
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    check(readers::readEpub(
        archiveOf({{"mimetype", "application/epub+zip"},
                   {"META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"c.opf\"/></rootfiles>"
                                              "</container>"},
                   {"c.opf", bytes.substr(0, end)},
                   {"a.xhtml", bytes.substr(std::min(end + 1, bytes.size()))}})));
}

void linkedData(std::string_view bytes)
{
    for (const ingest::MetadataField& field : readers::jsonLdFields(bytes))
        require(field.key.starts_with("json-ld:") && !field.value.empty(), "a field has a key and a value");
}

void header(std::string_view bytes)
{
    require(isValidUtf8(readers::decodedHeader(bytes)), "a header is UTF-8");
    require(readers::decodeBase64(bytes).size() <= bytes.size(), "base64 does not grow");
    require(readers::decodeQuotedPrintable(bytes).size() <= bytes.size(), "quoted-printable does not grow");
    [[maybe_unused]] const std::string charset = readers::mimeParameter(bytes, "charset");
    [[maybe_unused]] const std::string references = readers::withoutReferences(bytes);
}

void markup(std::string_view bytes)
{
    std::size_t covered = 0;
    for (readers::MarkupTokens tokens(bytes); !tokens.atEnd();) {
        const readers::MarkupToken token = tokens.next();
        require(!token.source.empty() && token.source.data() == bytes.data() + covered, "tokens cover the source");
        covered += token.source.size();
    }
    require(covered == bytes.size(), "tokens cover the source");
    [[maybe_unused]] const auto limit = readers::passedMarkupLimit(bytes);
    [[maybe_unused]] const auto blocks = readers::strippedBlocks(bytes);
}

/// Words of five bytes each, four of which place them; a new page at each zero.
void placedWords(std::string_view bytes)
{
    std::vector<readers::PdfPage> pages(1);
    for (std::size_t at = 0; at + 5 <= bytes.size(); at += 5) {
        const auto number = [&](std::size_t i) {
            return static_cast<double>(static_cast<unsigned char>(bytes[at + i]));
        };
        if (bytes[at] == '\0')
            pages.emplace_back();
        const char letter = bytes[at + 4];
        const std::string text = (letter & 0x80) != 0 ? std::string("\u00E9-") : std::string(3, letter);
        pages.back().words.push_back(
            {text, number(0) * 3, number(1) * 4, (number(0) * 3) + number(2), (number(1) * 4) + (number(3) / 8)});
        pages.back().height = 792;
    }
    readers::ArticleBuilder builder(ingest::Format::Pdf);
    readers::addPdfText(builder, pages);
    check(builder.takeArticle());
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::array<void (*)(std::string_view), 7> parts = {word,   openDocument, book,       linkedData,
                                                                 header, markup,       placedWords};
    if (size > 0)
        parts.at(data[0] % parts.size())(fuzz::bytesOf(data + 1, size - 1));
    return 0;
}
