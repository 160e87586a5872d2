// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/edit_names.h"

namespace synoptic::exchange {

std::string_view nameOf(edits::ReviewState state)
{
    using edits::ReviewState;
    switch (state) {
    case ReviewState::Candidate:
        return "candidate";
    case ReviewState::Accepted:
        return "accepted";
    case ReviewState::Rejected:
        return "rejected";
    }
    return "candidate";
}

std::string_view nameOf(edits::ContradictionType type)
{
    using edits::ContradictionType;
    switch (type) {
    case ContradictionType::Date:
        return "date";
    case ContradictionType::Number:
        return "number";
    case ContradictionType::Place:
        return "place";
    case ContradictionType::Actor:
        return "actor";
    case ContradictionType::Occurrence:
        return "occurrence";
    case ContradictionType::Action:
        return "action";
    case ContradictionType::Attribution:
        return "attribution";
    case ContradictionType::Cause:
        return "cause";
    case ContradictionType::Sequence:
        return "sequence";
    case ContradictionType::Quotation:
        return "quotation";
    case ContradictionType::Omission:
        return "omission";
    case ContradictionType::Other:
        return "other";
    }
    return "date";
}

std::string_view nameOf(edits::ContradictionKind kind)
{
    using edits::ContradictionKind;
    switch (kind) {
    case ContradictionKind::Direct:
        return "direct";
    case ContradictionKind::Partial:
        return "partial";
    case ContradictionKind::Superseded:
        return "superseded";
    case ContradictionKind::DifferentScope:
        return "different scope";
    case ContradictionKind::Apparent:
        return "apparent";
    case ContradictionKind::Omission:
        return "omission";
    }
    return "direct";
}

std::string_view nameOf(edits::Severity severity)
{
    using edits::Severity;
    switch (severity) {
    case Severity::Minor:
        return "minor";
    case Severity::Material:
        return "material";
    case Severity::Critical:
        return "critical";
    }
    return "minor";
}

std::string_view nameOf(edits::ContradictionStatus status)
{
    using edits::ContradictionStatus;
    switch (status) {
    case ContradictionStatus::Open:
        return "open";
    case ContradictionStatus::UnderReview:
        return "under review";
    case ContradictionStatus::NeedsInformation:
        return "needs information";
    case ContradictionStatus::Resolved:
        return "resolved";
    case ContradictionStatus::AcceptedAsDisputed:
        return "accepted as disputed";
    case ContradictionStatus::Dismissed:
        return "dismissed";
    }
    return "open";
}

std::string_view nameOf(edits::PartyStance stance)
{
    using edits::PartyStance;
    switch (stance) {
    case PartyStance::Asserts:
        return "asserts";
    case PartyStance::Denies:
        return "denies";
    case PartyStance::Differs:
        return "differs";
    case PartyStance::Silent:
        return "silent";
    }
    return "asserts";
}

std::string_view nameOf(edits::ResolutionMethod method)
{
    using edits::ResolutionMethod;
    switch (method) {
    case ResolutionMethod::PreferSide:
        return "prefer side";
    case ResolutionMethod::Superseded:
        return "superseded";
    case ResolutionMethod::Range:
        return "range";
    case ResolutionMethod::MajorityOfIndependent:
        return "majority of independent";
    case ResolutionMethod::DifferentScope:
        return "different scope";
    case ResolutionMethod::UnitOrTranslation:
        return "unit or translation";
    case ResolutionMethod::ExtractionError:
        return "extraction error";
    case ResolutionMethod::ReportBoth:
        return "report both";
    }
    return "prefer side";
}

std::string_view nameOf(edits::NoteTarget target)
{
    using edits::NoteTarget;
    switch (target) {
    case NoteTarget::Passage:
        return "passage";
    case NoteTarget::Article:
        return "article";
    case NoteTarget::Event:
        return "event";
    case NoteTarget::Contradiction:
        return "contradiction";
    case NoteTarget::Project:
        return "project";
    }
    return "passage";
}

std::string_view nameOf(edits::AnchorState state)
{
    using edits::AnchorState;
    switch (state) {
    case AnchorState::Exact:
        return "exact";
    case AnchorState::Moved:
        return "moved";
    case AnchorState::Lost:
        return "lost";
    }
    return "exact";
}

} // namespace synoptic::exchange
