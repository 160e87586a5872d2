// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coverage_model.h"

#include <algorithm>

#include <QCoreApplication>

#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

Coverage coverageOf(const analysis::Event& event, const analysis::Support& support)
{
    const bool denies =
        support.factuality == events::Factuality::Denied && event.factuality != events::Factuality::Denied;
    if (support.stance == analysis::Stance::Denies || denies)
        return Coverage::Denies;
    const bool isOther = !event.positions.empty() && support.date.interval &&
                         support.date.interval != event.positions.front().interval &&
                         std::ranges::any_of(event.positions, [&](const events::EventDate& own) {
                             return own.interval == support.date.interval;
                         });
    return support.stance == analysis::Stance::Differs || isOther ? Coverage::Differs : Coverage::Says;
}

} // namespace

std::vector<CoverageCell> coverageOf(const analysis::Event& event, const SourceTable& sources)
{
    std::vector<CoverageCell> cells(sources.sources.size());
    std::optional<edits::SentenceRef> previous;
    for (const analysis::Support& support : event.supports) {
        CoverageCell& cell = cells[sources.indexOf(support.article)];
        const edits::SentenceRef sentence{support.article, support.sentence};
        const Coverage own = coverageOf(event, support);
        if (own > cell.coverage) {
            cell.coverage = own;
            cell.first = sentence;
        }
        if (previous != sentence) // a sentence may name an event twice
            ++cell.sentences;
        previous = sentence;
    }
    return cells;
}

QString coverageText(Coverage coverage)
{
    switch (coverage) {
    case Coverage::Silent:
        return CoverageModel::tr("does not mention it");
    case Coverage::Says:
        return CoverageModel::tr("says so");
    case Coverage::Differs:
        return CoverageModel::tr("differs");
    case Coverage::Denies:
        return CoverageModel::tr("denies it");
    }
    return {};
}

void CoverageModel::setIndex(std::shared_ptr<const TimelineIndex> index)
{
    beginResetModel();
    m_index = std::move(index);
    m_cached.reset();
    arrange();
    chooseColumns();
    endResetModel();
}

void CoverageModel::setOrder(CoverageOrder order)
{
    beginResetModel();
    m_order = order;
    arrange();
    endResetModel();
}

void CoverageModel::arrange()
{
    m_rows.clear();
    if (!m_index)
        return;
    m_rows = m_index->order();
    m_rows.insert(m_rows.end(), m_index->undated().begin(), m_index->undated().end());
    const edits::Timeline& timeline = m_index->timeline();
    switch (m_order) {
    case CoverageOrder::Date:
        break;
    case CoverageOrder::MostTold:
        std::ranges::stable_sort(m_rows, std::ranges::greater{}, [&](EventId id) {
            return std::pair(timeline[id].event.sources, timeline[id].event.independent);
        });
        break;
    case CoverageOrder::Disputed: {
        std::vector<std::uint32_t> against(timeline.events().size());
        for (const EventId id : m_rows)
            for (const analysis::Support& support : timeline[id].event.supports)
                against[indexOf(id)] += coverageOf(timeline[id].event, support) > Coverage::Says ? 1U : 0U;
        std::ranges::stable_sort(m_rows, std::ranges::greater{}, [&](EventId id) { return against[indexOf(id)]; });
        break;
    }
    }
}

void CoverageModel::chooseColumns()
{
    m_columns.clear();
    if (!m_index)
        return;
    const std::size_t all = m_index->sources().sources.size();
    std::vector<bool> tells(all, all <= alwaysShown);
    for (const EventId id : m_rows)
        for (const analysis::Support& support : m_index->timeline()[id].event.supports)
            tells[m_index->sources().indexOf(support.article)] = true;
    for (std::uint32_t source = 0; source < all; ++source)
        if (tells[source])
            m_columns.push_back(source);
}

std::size_t CoverageModel::silentSources() const
{
    return m_index ? m_index->sources().sources.size() - m_columns.size() : 0;
}

std::optional<int> CoverageModel::rowOf(EventId event) const
{
    const auto row = std::ranges::find(m_rows, event);
    return row == m_rows.end() ? std::nullopt : std::optional(static_cast<int>(row - m_rows.begin()));
}

const std::vector<CoverageCell>& CoverageModel::cellsOf(EventId event) const
{
    if (m_cached != event) {
        m_cells = coverageOf(m_index->timeline()[event].event, m_index->sources());
        m_cached = event;
    }
    return m_cells;
}

CoverageCell CoverageModel::cellAt(int row, int column) const
{
    return cellsOf(eventAt(row))[m_columns[static_cast<std::size_t>(column)]];
}

ArticleId CoverageModel::articleOf(int column) const
{
    const auto& all = m_index->sources().ofArticle;
    const auto first = std::ranges::find(all, m_columns[static_cast<std::size_t>(column)]);
    return idAt<ArticleId>(static_cast<std::size_t>(first - all.begin()));
}

int CoverageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CoverageModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString CoverageModel::wordsOf(const CoverageCell& cell, int column) const
{
    const QString& source = m_index->sources().sources[m_columns[static_cast<std::size_t>(column)]].name;
    QString words = tr("%1 %2").arg(source, coverageText(cell.coverage));
    if (cell.coverage == Coverage::Silent)
        return words;
    const analysis::ArticleAnalysis& article = m_index->timeline().analysis()[cell.first.article];
    if (cell.first.sentence < article.sentences.size())
        words += QStringLiteral(": “%1”").arg(lineText(article.textOf(article.sentences[cell.first.sentence].span)));
    if (cell.sentences > 1)
        words += tr(" (%1 sentences)").arg(cell.sentences);
    return words;
}

QVariant CoverageModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const CoverageCell cell = cellAt(index.row(), index.column());
    switch (role) {
    case cellRole:
        return static_cast<int>(cell.coverage);
    case sourceRole:
        return m_columns[static_cast<std::size_t>(index.column())];
    case sentencesRole:
        return cell.sentences;
    case Qt::AccessibleTextRole:
        return wordsOf(cell, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(wordsOf(cell, index.column()));
    default:
        return {};
    }
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_index)
        return {};
    if (orientation == Qt::Horizontal) {
        if (section >= columnCount())
            return {};
        const std::uint32_t source = m_columns[static_cast<std::size_t>(section)];
        const QString& name = m_index->sources().sources[source].name;
        if (role == sourceRole)
            return source;
        return role == Qt::DisplayRole ? QVariant(name) : role == Qt::ToolTipRole ? plainToolTip(name) : QVariant();
    }
    if (section >= rowCount())
        return {};
    const analysis::Event& event = m_index->timeline()[eventAt(section)].event;
    const QString date = event.positions.empty() ? shortDateText(event.date) : tr("disputed");
    switch (role) {
    case dateRole:
        return date;
    case titleRole:
        return lineText(event.title);
    case Qt::DisplayRole:
        return QString(date + QStringLiteral("  ") + lineText(event.title));
    case Qt::ToolTipRole:
        return plainToolTip(lineText(event.title) + u'\n' + sourcesText(event));
    case Qt::TextAlignmentRole:
        return {Qt::AlignLeft | Qt::AlignVCenter};
    default:
        return {};
    }
}

} // namespace synoptic::ui
