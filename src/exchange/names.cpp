// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/names.h"

#include "base/utf8.h"

namespace synoptic::exchange {

std::string_view nameOf(corpus::PublicationBasis basis)
{
    using corpus::PublicationBasis;
    switch (basis) {
    case PublicationBasis::None:
        return "none";
    case PublicationBasis::Inferred:
        return "inferred";
    case PublicationBasis::FileName:
        return "filename";
    case PublicationBasis::Stated:
        return "stated";
    case PublicationBasis::Metadata:
        return "metadata";
    case PublicationBasis::User:
        return "user";
    }
    return "none";
}

std::string_view nameOf(temporal::ExpressionType type)
{
    using temporal::ExpressionType;
    switch (type) {
    case ExpressionType::Date:
        return "DATE";
    case ExpressionType::Time:
        return "TIME";
    case ExpressionType::Duration:
        return "DURATION";
    case ExpressionType::Set:
        return "SET";
    }
    return "DATE";
}

std::string_view nameOf(temporal::Qualifier qualifier)
{
    using temporal::Qualifier;
    switch (qualifier) {
    case Qualifier::Exact:
        return "exact";
    case Qualifier::About:
        return "about";
    case Qualifier::Before:
        return "before";
    case Qualifier::After:
        return "after";
    case Qualifier::Between:
        return "between";
    case Qualifier::Unknown:
        return "unknown";
    }
    return "unknown";
}

std::string_view nameOf(events::Factuality factuality)
{
    using events::Factuality;
    switch (factuality) {
    case Factuality::Asserted:
        return "asserted";
    case Factuality::Planned:
        return "planned";
    case Factuality::Possible:
        return "possible";
    case Factuality::Denied:
        return "denied";
    }
    return "asserted";
}

std::string_view nameOf(events::DateBasis basis)
{
    using events::DateBasis;
    switch (basis) {
    case DateBasis::OwnExpression:
        return "expression";
    case DateBasis::StoryDay:
        return "story";
    case DateBasis::Publication:
        return "publication";
    case DateBasis::None:
        return "none";
    }
    return "none";
}

std::string_view nameOf(analysis::Stance stance)
{
    using analysis::Stance;
    switch (stance) {
    case Stance::Supports:
        return "supports";
    case Stance::Denies:
        return "denies";
    case Stance::Differs:
        return "differs";
    }
    return "supports";
}

std::string_view nameOf(DiagnosticCode code)
{
    switch (code) {
    case DiagnosticCode::ReplacedBytes:
        return "replaced bytes";
    case DiagnosticCode::ReplacedControls:
        return "replaced controls";
    case DiagnosticCode::GuessedEncoding:
        return "guessed encoding";
    case DiagnosticCode::RepairedEncoding:
        return "repaired encoding";
    case DiagnosticCode::SuffixMismatch:
        return "suffix mismatch";
    case DiagnosticCode::LimitReached:
        return "limit reached";
    case DiagnosticCode::NoPublicationDate:
        return "no publication date";
    case DiagnosticCode::NoTitle:
        return "no title";
    case DiagnosticCode::MetadataConflict:
        return "metadata conflict";
    case DiagnosticCode::UnusedMetadata:
        return "unused metadata";
    }
    return "other";
}

Bounds boundsOf(const std::optional<temporal::Interval>& interval, temporal::Qualifier qualifier, std::string_view edtf)
{
    constexpr std::string_view open = "..";
    if (edtf.starts_with("../")) {
        if (const auto days = daysFromIso(edtf.substr(3)))
            return {"", isoDate(days->last)};
    }
    if (edtf.ends_with("/..")) {
        if (const auto days = daysFromIso(edtf.substr(0, edtf.size() - open.size() - 1)))
            return {isoDate(days->first), ""};
    }
    if (!interval)
        return {};
    const DayRange days = interval->days();
    return {qualifier == temporal::Qualifier::Before ? "" : isoDate(days.first),
            qualifier == temporal::Qualifier::After ? "" : isoDate(days.last)};
}

std::string documentId(char kind, std::size_t index)
{
    return kind + std::to_string(index + 1);
}

std::string shownFile(std::string_view file)
{
    std::string shown;
    for (std::size_t at = 0; at < file.size();) {
        const CodePoint point = decodeAt(file, at);
        appendUtf8(shown, point.value);
        at += point.size;
    }
    return shown;
}

std::string fileBytes(std::string_view file)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string bytes;
    if (isValidUtf8(file))
        return bytes;
    for (const char character : file) {
        const auto byte = static_cast<unsigned char>(character);
        bytes += digits[byte >> 4U];
        bytes += digits[byte & 0xFU];
    }
    return bytes;
}

} // namespace synoptic::exchange
