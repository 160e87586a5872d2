// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/contradiction_words.h"

#include <QCoreApplication>

namespace synoptic::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Contradictions)
};

} // namespace

QString typeText(edits::ContradictionType type)
{
    using enum edits::ContradictionType;
    switch (type) {
    case Date:
        return Words::tr("Date or time");
    case Number:
        return Words::tr("Number");
    case Place:
        return Words::tr("Place");
    case Actor:
        return Words::tr("Actor");
    case Occurrence:
        return Words::tr("Occurrence or denial");
    case Action:
        return Words::tr("Action");
    case Attribution:
        return Words::tr("Attribution or certainty");
    case Cause:
        return Words::tr("Cause");
    case Sequence:
        return Words::tr("Sequence");
    case Quotation:
        return Words::tr("Quotation");
    case Omission:
        return Words::tr("Omission");
    case Other:
        break;
    }
    return Words::tr("Other");
}

QString kindText(edits::ContradictionKind kind)
{
    using enum edits::ContradictionKind;
    switch (kind) {
    case Direct:
        return Words::tr("Direct");
    case Partial:
        return Words::tr("Partial or imprecise");
    case Superseded:
        return Words::tr("Superseded by a later report");
    case DifferentScope:
        return Words::tr("Different scope");
    case Apparent:
        return Words::tr("Apparent");
    case Omission:
        break;
    }
    return Words::tr("Omission");
}

QString severityText(edits::Severity severity)
{
    using enum edits::Severity;
    switch (severity) {
    case Minor:
        return Words::tr("Minor");
    case Material:
        return Words::tr("Material");
    case Critical:
        break;
    }
    return Words::tr("Critical");
}

QString statusText(edits::ContradictionStatus status)
{
    using enum edits::ContradictionStatus;
    switch (status) {
    case Open:
        return Words::tr("Open");
    case UnderReview:
        return Words::tr("Under review");
    case NeedsInformation:
        return Words::tr("Needs information");
    case Resolved:
        return Words::tr("Resolved");
    case AcceptedAsDisputed:
        return Words::tr("Accepted as disputed");
    case Dismissed:
        break;
    }
    return Words::tr("Dismissed");
}

QString stanceText(edits::PartyStance stance)
{
    using enum edits::PartyStance;
    switch (stance) {
    case Asserts:
        return Words::tr("asserts");
    case Denies:
        return Words::tr("denies");
    case Differs:
        return Words::tr("differs");
    case Silent:
        break;
    }
    return Words::tr("is silent");
}

QString methodText(edits::ResolutionMethod method)
{
    using enum edits::ResolutionMethod;
    switch (method) {
    case PreferSide:
        return Words::tr("Prefer a side");
    case Superseded:
        return Words::tr("Superseded by a later report");
    case Range:
        return Words::tr("Give a range");
    case MajorityOfIndependent:
        return Words::tr("Majority of independent sources");
    case DifferentScope:
        return Words::tr("Different scope");
    case UnitOrTranslation:
        return Words::tr("Unit, zone or translation error");
    case ExtractionError:
        return Words::tr("Extraction error");
    case ReportBoth:
        break;
    }
    return Words::tr("Report both");
}

QString sourceGradeText(char grade)
{
    switch (grade) {
    case 'A':
        return Words::tr("A – completely reliable");
    case 'B':
        return Words::tr("B – usually reliable");
    case 'C':
        return Words::tr("C – fairly reliable");
    case 'D':
        return Words::tr("D – not usually reliable");
    case 'E':
        return Words::tr("E – unreliable");
    default:
        return Words::tr("F – cannot be judged");
    }
}

QString informationGradeText(int grade)
{
    switch (grade) {
    case 1:
        return Words::tr("1 – confirmed by other sources");
    case 2:
        return Words::tr("2 – probably true");
    case 3:
        return Words::tr("3 – possibly true");
    case 4:
        return Words::tr("4 – doubtful");
    case 5:
        return Words::tr("5 – improbable");
    default:
        return Words::tr("6 – cannot be judged");
    }
}

QString contradictionName(std::uint32_t number)
{
    return QStringLiteral("C-%1").arg(number, 3, 10, QLatin1Char('0'));
}

} // namespace synoptic::ui
