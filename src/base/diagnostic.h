// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/text_span.h"

namespace synoptic {

enum class Severity : std::uint8_t
{
    Note,
    Warning
};

/// What is odd about an input that was read all the same.
enum class DiagnosticCode : std::uint8_t
{
    ReplacedBytes,     ///< undecodable bytes became U+FFFD; detail: how many
    ReplacedControls,  ///< NUL and other controls became U+FFFD; detail: how many
    GuessedEncoding,   ///< nothing declared it; detail: the encoding taken
    RepairedEncoding,  ///< decoded twice by whoever saved it, undone
    SuffixMismatch,    ///< content and suffix disagree; detail: what it was read as
    LimitReached,      ///< read up to a limit; detail: which
    NoPublicationDate, ///< nothing says when it was published
    NoTitle,           ///< nothing that looks like a headline
    MetadataConflict,  ///< two places say different things; detail: which
    UnusedMetadata     ///< a row or column of metadata.csv that fits no file; detail: which
};

struct Diagnostic
{
    Severity severity = Severity::Warning;
    DiagnosticCode code{};
    TextSpan span;
    std::string detail;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

} // namespace synoptic
