// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "ui/events/event_table_model.h"

class QTableView;

namespace synoptic::ui {

/// The events as a table: the filter's, sorted as one likes, with the same selection as the timeline.
class EventTablePanel : public QWidget
{
    Q_OBJECT

public:
    explicit EventTablePanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Whether it can be seen: behind another tab it stays as it is.
    void setSeen(bool seen);
    /// What is shown is taken over when the table is seen.
    void setIndex(std::shared_ptr<const TimelineIndex> index);
    void setSelected(const std::vector<EventId>& events);

    EventTableModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }

Q_SIGNALS:
    /// Rows were selected, the current one last.
    void eventsChosen(const std::vector<synoptic::EventId>& events);
    /// One was opened: a double click or Enter.
    void eventOpened(synoptic::EventId event);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void choose();

    std::shared_ptr<const TimelineIndex> m_index;
    std::vector<EventId> m_selected;
    bool m_isStale = false;
    bool m_isSeen = true;       // not behind another tab
    bool m_isFollowing = false; // the selection of others, not the analyst's
    EventTableModel* m_model;
    QTableView* m_table;
};

} // namespace synoptic::ui
