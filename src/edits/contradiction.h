// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "edits/anchor.h"

/// A question on which the articles differ: made by the analyst, argued, resolved and reported.
namespace synoptic::edits {

enum class ContradictionType : std::uint8_t
{
    Date,
    Number,
    Place,
    Actor,
    Occurrence,
    Action,
    Attribution,
    Cause,
    Sequence,
    Quotation,
    Omission,
    Other
};

enum class ContradictionKind : std::uint8_t
{
    Direct,
    Partial,
    Superseded,
    DifferentScope,
    Apparent,
    Omission
};

enum class Severity : std::uint8_t
{
    Minor,
    Material,
    Critical
};

enum class ContradictionStatus : std::uint8_t
{
    Open,
    UnderReview,
    NeedsInformation,
    Resolved,
    AcceptedAsDisputed,
    Dismissed
};

enum class PartyStance : std::uint8_t
{
    Asserts,
    Denies,
    Differs,
    Silent
};

enum class ResolutionMethod : std::uint8_t
{
    PreferSide,
    Superseded,
    Range,
    MajorityOfIndependent,
    DifferentScope,
    UnitOrTranslation,
    ExtractionError,
    ReportBoth
};

/// One voice in a contradiction.
struct Party
{
    char side = 'A';     ///< parties with one letter say the same
    Anchor anchor;       ///< quote empty: silent, only the file is named
    std::string claim;   ///< the claimed value, in words; empty: as quoted
    std::string speaker; ///< who says it, if not the article
    PartyStance stance = PartyStance::Asserts;
    char sourceGrade = 'F';   ///< A…F, reliability of the source (Admiralty code)
    int informationGrade = 6; ///< 1…6, credibility of the information

    friend bool operator==(const Party&, const Party&) = default;
};

struct Resolution
{
    ResolutionMethod method = ResolutionMethod::PreferSide;
    char side = 'A'; ///< for PreferSide
    std::string value;
    double confidence = 0.0; ///< 0…1
    std::string reason;      ///< required

    friend bool operator==(const Resolution&, const Resolution&) = default;
};

struct Contradiction
{
    std::uint32_t number = 0; ///< from 1; shown as C-001
    std::string question;
    std::string note;
    ContradictionType type = ContradictionType::Other;
    ContradictionKind kind = ContradictionKind::Direct;
    Severity severity = Severity::Material;
    ContradictionStatus status = ContradictionStatus::Open;
    std::vector<Party> parties;           ///< two or more
    std::vector<std::string> events;      ///< analysis::Event::key
    std::optional<Resolution> resolution; ///< set if and only if status is Resolved or AcceptedAsDisputed

    friend bool operator==(const Contradiction&, const Contradiction&) = default;
};

/// "C-014".
std::string idText(std::uint32_t number);

/// The question on which the parties differ; where nobody wrote one, what they claim, or the beginnings of what is
/// quoted: "“…” / “…”".
std::string questionOf(const Contradiction& contradiction);

/// What keeps @p contradiction from being put on record, in words for the log; nothing if it may be: a number, two
/// parties or more with letters A…Z and grades A…F, 1…6, a resolution with a reason if and only if the status says so.
std::optional<std::string> flawOf(const Contradiction& contradiction);

} // namespace synoptic::edits
