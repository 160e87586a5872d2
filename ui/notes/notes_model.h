// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <QAbstractListModel>

#include "edits/timeline.h"
#include "ui/theme.h"

namespace synoptic::ui {

/// What a note is about, in words: "Event: Pier opens", "C-014", "Harbor Gazette".
QString noteAboutText(const edits::NotePlace& place, const edits::Timeline& timeline);

/// The notes and highlights of a project, the latest first. The roles are those of EvidenceModel.
class NotesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    void setTheme(const Theme& theme);
    /// Lists only what contains @p words, in itself or in what it is about; empty: everything.
    void setFilter(const QString& words);

    /// The row's note or else null; likewise the highlight. They live as long as the snapshot.
    const edits::FoundNote* noteAt(int row) const;
    const edits::FoundHighlight* highlightAt(int row) const;
    int rowOfNote(const std::string& key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    using Row = std::variant<const edits::FoundNote*, const edits::FoundHighlight*>; // Not owned: the snapshot's

    void fill();
    QString about(const Row& row) const;
    QString words(const Row& row) const;

    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    Theme m_theme = Theme::light();
    QString m_filter;
    std::vector<Row> m_rows;
};

} // namespace synoptic::ui
