// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The readers of marked-up formats and JSON on any bytes. The first byte chooses the format. Holds for every input: the
// text is canonical UTF-8; blocks lie in it, sorted and disjoint, and cut no code point; reading again gives the same.
// PDF is left out: what it does on broken input is poppler's.
#include <array>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "fuzz/require.h"
#include "ingest/json_articles.h"
#include "readers/read_document.h"

using namespace synoptic;
using fuzz::require;
using ingest::Format;

namespace {

void check(const ingest::RawArticle& article)
{
    require(isValidUtf8(article.text), "the text is UTF-8");
    require(article.text.find_first_of(std::string_view("\0\r", 2)) == std::string::npos, "the text is canonical");
    std::size_t end = 0;
    for (const ingest::Block& block : article.blocks) {
        require(block.span.begin >= end && block.span.begin < block.span.end, "blocks are sorted and disjoint");
        require(block.span.end <= article.text.size(), "blocks lie in the text");
        require(fuzz::isBoundary(article.text, block.span.begin) && fuzz::isBoundary(article.text, block.span.end),
                "blocks cut no code point");
        end = block.span.end;
    }
    for (const ingest::MetadataField& field : article.metadata)
        require(!field.key.empty(), "a field has a key");
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::array formats = {Format::Html, Format::Markdown, Format::WebArchive, Format::Mail,
                                    Format::Docx, Format::Odt,      Format::Epub,       Format::Json};
    if (size == 0)
        return 0;
    const Format format = formats[data[0] % formats.size()];
    const std::string_view bytes = fuzz::bytesOf(data + 1, size - 1);
    if (format == Format::Json) {
        const auto articles = ingest::readJsonArticles(bytes);
        for (std::size_t i = 0; articles && i < articles->size(); ++i)
            check((*articles)[i].raw);
        return 0;
    }
    const auto article = readers::readDocument(format, bytes);
    if (article) {
        check(*article);
        require(!article->text.empty() && article->format == format, "what is read has text, and its format");
        require(readers::readDocument(format, bytes) == article, "reading again gives the same");
    }
    return 0;
}
