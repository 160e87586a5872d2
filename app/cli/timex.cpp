// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/exit_codes.h"
#include "app/cli/terminal.h"
#include "base/calendar.h"
#include "base/limits.h"
#include "exchange/json.h"
#include "ingest/canonical_text.h"
#include "ingest/encoding.h"
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"
#include "text/sentence_splitter.h"

namespace synoptic::cli {
namespace {

/// Standard input to its end; nothing if it cannot be read or is over the limit of a text file.
std::optional<std::string> readInput()
{
    std::string bytes;
    std::array<char, 65536> piece = {};
    while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), stdin)) {
        bytes.append(piece.data(), got);
        if (bytes.size() > limits::textFileBytes) {
            complain("the text is over " + std::to_string(limits::textFileBytes / limits::mib) + " MiB; cut it");
            return std::nullopt;
        }
    }
    if (std::ferror(stdin) != 0) {
        complain("cannot read the text from standard input");
        return std::nullopt;
    }
    return bytes;
}

temporal::DocumentKind kindOf(const std::string& name)
{
    if (name == "narrative")
        return temporal::DocumentKind::Narrative;
    return name == "message" ? temporal::DocumentKind::ShortMessage : temporal::DocumentKind::News;
}

} // namespace

int runTimex(const TimexOptions& options)
{
    temporal::Reference reference;
    if (!options.published.empty()) {
        reference.published = daysFromIso(options.published);
        if (!reference.published) {
            complain("--published takes a date such as 2024-05-03, not '" + shown(options.published) + "'");
            return ExitUsage;
        }
    }
    const auto bytes = readInput();
    if (!bytes)
        return ExitFailed;
    std::vector<Diagnostic> diagnostics;
    const std::string text = ingest::canonicalText(ingest::decode(*bytes).text, diagnostics);
    std::vector<TextSpan> sentences;
    for (const text::Sentence& sentence : text::splitSentences(text))
        sentences.push_back(sentence.span);
    const auto found = temporal::recognize(text, sentences);
    reference.kind = options.kind.empty() ? temporal::documentKind(text, found) : kindOf(options.kind);
    const auto expressions = temporal::resolve(text, found, reference);
    return print(exchange::expressionsToJsonLines(expressions, text)) ? ExitDone : ExitFailed;
}

} // namespace synoptic::cli
