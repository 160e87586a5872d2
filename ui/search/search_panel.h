// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractListModel>
#include <QTimer>
#include <QWidget>

#include "edits/timeline.h"
#include "search/search.h"
#include "ui/contradictions/flag_composer.h"
#include "ui/source_table.h"
#include "ui/theme.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListView;

namespace synoptic::ui {

class EvidenceDelegate;
class PlainLabel;

/// Places where something was found, one a row, with the words around them.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Numbers of articles belong to a snapshot: hits come with the one they were found in.
    void setHits(std::shared_ptr<const edits::Timeline> timeline, std::vector<search::Hit> hits);
    const std::vector<search::Hit>& hits() const { return m_hits; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const edits::Timeline> m_timeline; // null as long as there are no hits
    std::shared_ptr<const analysis::Analysis> m_named; // whose sources are in m_sources: hits come at every key
    SourceTable m_sources;
    std::vector<search::Hit> m_hits;
};

/// Looks for words and patterns in the whole folder, or in the readers that are open. Asks while one types; who
/// answers is not its business.
class SearchPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SearchPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    /// The articles that have a column; what the narrower search is limited to.
    void setShown(std::vector<ArticleId> articles);
    /// The answer to the last query; a late one to an earlier query is dropped.
    void setResult(const search::Query& query, const Result<search::Found>& found);

    /// Gives the field the keyboard; @p openOnly: searches the open readers, else the whole folder.
    void begin(bool openOnly);
    /// Goes to the hit after (1) or before (-1) the current one, around the end.
    void step(int by);
    QLineEdit& field() { return *m_field; }
    QListView& list() { return *m_list; }
    QString statusText() const;

Q_SIGNALS:
    /// An empty text: nothing is looked for any more.
    void queryChanged(const synoptic::search::Query& query);
    /// Other hits are shown; to be lit in the readers.
    void hitsChanged(const std::vector<synoptic::search::Hit>& hits);
    void hitActivated(const synoptic::ui::ChosenPassage& passage);

private:
    search::Query query() const;
    void ask();
    void activate(const QModelIndex& index);

    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    std::vector<ArticleId> m_shown;
    search::Query m_asked;
    QTimer m_pause; // between the last key and the question
    QLineEdit* m_field;
    QComboBox* m_mode;
    QComboBox* m_scope;
    QCheckBox* m_case;
    QCheckBox* m_whole;
    PlainLabel* m_status;
    SearchModel* m_model;
    EvidenceDelegate* m_delegate;
    QListView* m_list;
};

} // namespace synoptic::ui
