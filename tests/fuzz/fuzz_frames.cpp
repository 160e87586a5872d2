// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a reading process answers, on any bytes. Holds for every input: an answer that is believed is the one that would
// have been sent; its spans lie in its text; a failure that cannot be read is one of the reader.
#include <cstdint>
#include <string_view>

#include "app/reader/article_codec.h"
#include "app/reader/frame.h"
#include "base/utf8.h"
#include "fuzz/require.h"

using namespace synoptic;
using fuzz::require;

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes = fuzz::bytesOf(data, size);
    if (const auto header = reader::decodeHeader(bytes.substr(0, reader::frameHeaderBytes)))
        require(reader::encodeHeader(*header) == bytes.substr(0, reader::frameHeaderBytes), "a header goes both ways");
    if (const auto article = reader::decodeArticle(bytes)) {
        require(isValidUtf8(article->text), "the text is UTF-8");
        for (const ingest::Block& block : article->blocks)
            require(block.span.begin <= block.span.end && block.span.end <= article->text.size(),
                    "blocks lie in the text");
        const auto again = reader::decodeArticle(reader::encodeArticle(*article));
        require(again && *again == *article, "an answer goes both ways");
    }
    require(reader::decodeFailure(bytes).code != ErrorCode::Cancelled, "a reader cannot stop a run");
    return 0;
}
