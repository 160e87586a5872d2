// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/contradiction_model.h"

#include <algorithm>
#include <map>

#include "ui/contradictions/contradiction_words.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

/// "A 2 · B 1": how many speak for each side.
QString sidesText(const edits::Contradiction& record)
{
    std::map<char, int> voices;
    for (const edits::Party& party : record.parties)
        ++voices[party.side];
    QStringList parts;
    for (const auto& [side, count] : voices)
        parts << QStringLiteral("%1 %2").arg(QLatin1Char(side)).arg(count);
    return parts.join(QStringLiteral(" · "));
}

} // namespace

bool isOpen(edits::ContradictionStatus status)
{
    using enum edits::ContradictionStatus;
    return status == Open || status == UnderReview || status == NeedsInformation;
}

QString questionText(const edits::Contradiction& record)
{
    return lineText(edits::questionOf(record));
}

void ContradictionModel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    beginResetModel();
    m_timeline = std::move(timeline);
    endResetModel();
}

const edits::FoundContradiction& ContradictionModel::at(int row) const
{
    return m_timeline->contradictions()[static_cast<std::size_t>(row)];
}

int ContradictionModel::rowOf(std::uint32_t number) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (at(row).record.number == number)
            return row;
    return -1;
}

int ContradictionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_timeline ? 0 : static_cast<int>(m_timeline->contradictions().size());
}

int ContradictionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ContradictionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const edits::Contradiction& record = at(index.row()).record;
    if (role == openRole)
        return isOpen(record.status);
    const bool isSort = role == sortRole;
    if (role == Qt::ToolTipRole)
        return questionText(record);
    if (role != Qt::DisplayRole && !isSort)
        return {};
    switch (index.column()) {
    case IdColumn:
        return isSort ? QVariant(record.number) : QVariant(contradictionName(record.number));
    case QuestionColumn:
        return questionText(record);
    case TypeColumn:
        return typeText(record.type);
    case StatusColumn:
        return isSort ? QVariant(static_cast<int>(record.status)) : QVariant(statusText(record.status));
    case SeverityColumn:
        return isSort ? QVariant(static_cast<int>(record.severity)) : QVariant(severityText(record.severity));
    case SidesColumn:
        return sidesText(record);
    default:
        return {};
    }
}

QVariant ContradictionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn:
        return tr("No.");
    case QuestionColumn:
        return tr("Question");
    case TypeColumn:
        return tr("Type");
    case StatusColumn:
        return tr("Status");
    case SeverityColumn:
        return tr("Severity");
    case SidesColumn:
        return tr("Sides");
    default:
        return {};
    }
}

} // namespace synoptic::ui
