// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "edits/timeline.h"
#include "ui/contradictions/flag_composer.h"

class QPushButton;
class QToolButton;
class QTreeWidget;

namespace synoptic::ui {

class PlainLabel;

/// What the program takes for a contradiction, folded away until one asks. A hint is taken on record or dismissed for
/// good; it never counts by itself.
class HintList : public QWidget
{
    Q_OBJECT

public:
    explicit HintList(QWidget* parent = nullptr);

    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    QToolButton& toggle() { return *m_toggle; }
    QTreeWidget& list() { return *m_list; }
    QPushButton& takeButton() { return *m_take; }
    QPushButton& dismissButton() { return *m_dismiss; }

Q_SIGNALS:
    /// A record prefilled from a hint; it has no number yet.
    void recordRequested(const synoptic::edits::Contradiction& record);
    /// By edits::hintKey.
    void dismissRequested(const std::string& hint);
    void passageActivated(const synoptic::ui::ChosenPassage& passage);

private:
    const analysis::Hint* chosen() const;
    void take();
    void show();
    void unfold(bool isOpen);

    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    QToolButton* m_toggle;
    QWidget* m_body;
    QTreeWidget* m_list;
    PlainLabel* m_why;
    QPushButton* m_take;
    QPushButton* m_dismiss;
};

/// The type of record that a hint of @p type becomes: "date", "number", "occurrence" …; Other for what is not known.
edits::ContradictionType typeOfHint(std::string_view type);

} // namespace synoptic::ui
