// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/canonical_text.h"
#include "ingest/encoding.h"
#include "ingest/ingest.h"
#include "ingest/text_lines.h"

namespace synoptic::ingest {

Result<RawArticle> readPlainText(std::string_view bytes)
{
    DecodedText decoded = decode(bytes);
    RawArticle raw;
    raw.format = Format::PlainText;
    raw.diagnostics = std::move(decoded.diagnostics);
    raw.text = canonicalText(std::move(decoded.text), raw.diagnostics);
    if (trimmed(raw.text).empty())
        return failure(ErrorCode::Empty);
    return raw;
}

} // namespace synoptic::ingest
