// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <QWidget>

#include "edits/timeline.h"

class QComboBox;
class QLineEdit;
class QToolButton;

namespace synoptic::ui {

/// What can be said of an event beside its title and date: factuality, significance, participants, tags; of several
/// events at once what they have in common. Folded away until one asks.
class EventFields : public QWidget
{
    Q_OBJECT

public:
    explicit EventFields(QWidget* parent = nullptr);

    /// What is changed is changed of all of them. Not owned: looked at in the call alone.
    void setEvents(const std::vector<const edits::TimelineEvent*>& events);
    QToolButton& toggle() { return *m_toggle; }
    QComboBox& factuality() { return *m_factuality; }
    QComboBox& significance() { return *m_significance; }
    QLineEdit& participants() { return *m_participants; }
    QLineEdit& tags() { return *m_tags; }

Q_SIGNALS:
    /// One action: an edit for each event that it changes.
    void editsRequested(const synoptic::edits::Edits& edits);

private:
    /// Of an event, what stands in the fields.
    struct Values
    {
        std::string key;
        events::Factuality factuality = events::Factuality::Asserted;
        double salience = 0.0;
        std::vector<std::string> participants;
        std::vector<std::string> tags;
    };
    using Words = std::vector<std::string> Values::*;

    void fill();
    void unfold(bool isOpen);
    std::vector<std::string> common(Words words) const;
    void setWords(const QLineEdit& field, Words words,
                  const std::function<edits::Edit(const std::string&, std::vector<std::string>)>& make);

    std::vector<Values> m_events;
    QToolButton* m_toggle;
    QWidget* m_body;
    QComboBox* m_factuality;
    QComboBox* m_significance;
    QLineEdit* m_participants;
    QLineEdit* m_tags;
};

} // namespace synoptic::ui
