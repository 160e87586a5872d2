// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "edits/contradiction.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace synoptic::ui {

class PlainLabel;

/// How a contradiction is decided: method, value, confidence and a reason, without which nothing is resolved.
class ResolutionBox : public QFrame
{
    Q_OBJECT

public:
    explicit ResolutionBox(QWidget* parent = nullptr);

    void setRecord(const edits::Contradiction& record);
    QPlainTextEdit& reason() { return *m_reason; }
    QPushButton& resolveButton() { return *m_resolve; }
    QPushButton& reopenButton() { return *m_reopen; }

Q_SIGNALS:
    /// @p record is the one shown, decided or opened again.
    void decided(const synoptic::edits::Contradiction& record);

private:
    void decide(edits::ContradictionStatus status);
    void updateAvailability();

    edits::Contradiction m_record;
    QComboBox* m_method;
    QComboBox* m_side;
    QLineEdit* m_value;
    QSpinBox* m_confidence;
    QPlainTextEdit* m_reason;
    QPushButton* m_resolve;
    QPushButton* m_dispute;
    QPushButton* m_dismiss;
    QPushButton* m_reopen;
};

} // namespace synoptic::ui
