// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "edits/merge_work.h"
#include "edits/timeline.h"

class QPushButton;
class QTreeWidget;

namespace synoptic::ui {

class PlainLabel;

/// What a colleague decided otherwise. One's own decision stands until theirs is taken; what was dealt with leaves the
/// list.
class ConflictList : public QWidget
{
    Q_OBJECT

public:
    explicit ConflictList(QWidget* parent = nullptr);

    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    /// Lists more conflicts below those that are left.
    void add(const std::vector<edits::WorkConflict>& conflicts);
    std::size_t count() const { return m_conflicts.size(); }
    QTreeWidget& list() { return *m_list; }
    QPushButton& takeButton() { return *m_take; }
    QPushButton& keepButton() { return *m_keep; }

Q_SIGNALS:
    void editRequested(const synoptic::edits::Edit& edit);

private:
    void fill();
    void settle(bool takesTheirs);

    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    std::vector<edits::WorkConflict> m_conflicts;      // one for each row
    PlainLabel* m_words;
    QTreeWidget* m_list;
    QPushButton* m_take;
    QPushButton* m_keep;
};

} // namespace synoptic::ui
