// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "edits/timeline.h"

class QComboBox;
class QLineEdit;
class QToolButton;

namespace synoptic::ui {

/// What can be said of an event beside its title and date: factuality, significance, participants, tags. Folded away
/// until one asks.
class EventFields : public QWidget
{
    Q_OBJECT

public:
    explicit EventFields(QWidget* parent = nullptr);

    /// Null: none is selected.
    void setEvent(const edits::TimelineEvent* event);
    QToolButton& toggle() { return *m_toggle; }
    QComboBox& factuality() { return *m_factuality; }
    QComboBox& significance() { return *m_significance; }
    QLineEdit& participants() { return *m_participants; }
    QLineEdit& tags() { return *m_tags; }

Q_SIGNALS:
    void editRequested(const synoptic::edits::Edit& edit);

private:
    void fill();
    void unfold(bool isOpen);

    std::optional<edits::TimelineEvent> m_event;
    QToolButton* m_toggle;
    QWidget* m_body;
    QComboBox* m_factuality;
    QComboBox* m_significance;
    QLineEdit* m_participants;
    QLineEdit* m_tags;
};

} // namespace synoptic::ui
