// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include "edits/timeline.h"
#include "ui/source_table.h"
#include "ui/theme.h"

namespace synoptic::ui {

/// Sentences that tell the selected event, one a row. Whose articles are shown elsewhere is left out.
class EvidenceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        SourceRole = Qt::UserRole + 1,
        DateRole,
        SourceIndexRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setSnapshot(std::shared_ptr<const edits::Timeline> timeline, const SourceTable& sources);
    /// @p shown: articles, sorted, whose sentences are not listed.
    void setEvent(std::optional<EventId> event, std::vector<ArticleId> shown = {});
    edits::SentenceRef sentenceAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const edits::Timeline> m_timeline;
    SourceTable m_sources;
    std::vector<edits::SentenceRef> m_rows;
};

/// Draws a sentence as a card: source and date over the words, and beside them the color of the source or, if the row
/// has one, its own (Qt::DecorationRole).
class EvidenceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @p lines of the sentence are shown.
    EvidenceDelegate(int lines, QObject* parent) : QStyledItemDelegate(parent), m_lines(lines) {}

    void setTheme(const Theme& theme) { m_theme = theme; }
    void setLines(int lines) { m_lines = lines; }
    void setCardWidth(int width) { m_cardWidth = width; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme m_theme = Theme::light();
    int m_lines;
    int m_cardWidth = 0; // 0: as wide as the list
};

} // namespace synoptic::ui
