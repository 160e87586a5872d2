// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QSortFilterProxyModel>
#include <QWidget>

#include "edits/timeline.h"
#include "ui/contradictions/flag_composer.h"

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;
class QTreeView;

namespace synoptic::ui {

class ComparisonWindow;
class ContradictionModel;
class HintList;
class PartyCard;
class PlainLabel;
class ResolutionBox;

/// Passes the records whose words match, and of those the open ones only if so asked.
class ContradictionFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setOpenOnly(bool openOnly);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool m_openOnly = false;
};

/// All contradictions in a list; the chosen one below, its sides next to each other where there is room, to be argued
/// and resolved.
class ContradictionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ContradictionPanel(QWidget* parent = nullptr);

    /// Shows a snapshot; the record that was chosen stays chosen.
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    void choose(std::uint32_t number);
    std::optional<std::uint32_t> chosen() const;

    QTreeView& list() { return *m_list; }
    const std::vector<PartyCard*>& cards() const { return m_cards; }
    ResolutionBox& resolution() { return *m_resolution; }
    QLineEdit& question() { return *m_question; }
    HintList& hints() { return *m_hints; }
    QToolButton& compareButton() { return *m_compare; }
    /// The window with the sides next to each other; null before the first was asked for.
    ComparisonWindow* comparison() { return m_comparison; }

Q_SIGNALS:
    /// Another record is open, or none.
    void chosenChanged();
    /// The record as the analyst wants it.
    void contradictionChanged(const synoptic::edits::Contradiction& record);
    void passageActivated(const synoptic::ui::ChosenPassage& passage);
    /// The passage that is current in the readers is one more voice.
    void addPartyRequested(std::uint32_t number);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildDetail();
    void showChosen();
    void openComparison();
    void updateComparison();
    void showParties(const edits::FoundContradiction& found);
    void arrangeCards();
    void take();
    std::optional<edits::Contradiction> record() const;

    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    std::optional<edits::Contradiction> m_shown;       // as the fields below show it
    ContradictionModel* m_model;
    ContradictionFilter* m_filter;
    QLineEdit* m_words;
    QComboBox* m_which;
    QTreeView* m_list;
    PlainLabel* m_empty;
    HintList* m_hints;
    QWidget* m_detail;
    PlainLabel* m_name;
    QToolButton* m_compare;
    ComparisonWindow* m_comparison = nullptr; // null until it is asked for
    QLineEdit* m_question;
    QComboBox* m_type;
    QComboBox* m_kind;
    QComboBox* m_severity;
    QComboBox* m_status;
    QGridLayout* m_cardGrid;
    QWidget* m_cardArea;
    std::vector<PartyCard*> m_cards;
    QToolButton* m_addParty;
    QPlainTextEdit* m_note;
    ResolutionBox* m_resolution;
};

} // namespace synoptic::ui
