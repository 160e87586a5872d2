// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "ui/contradictions/comparison.h"

class QHBoxLayout;
class QToolButton;

namespace synoptic::ui {

class PlainLabel;

/// The sides of one contradiction in columns, each voice with its publication, its grades and the words around what is
/// quoted. A window of its own beside the other: one reads here and goes on working there.
class ComparisonWindow : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonWindow(QWidget* parent = nullptr);

    /// Shows it, or what has become of it.
    void compare(const Comparison& comparison);
    const Comparison& comparison() const { return m_shown; }
    /// One for each passage that can be shown, side by side.
    const std::vector<QToolButton*>& showButtons() const { return m_buttons; }

Q_SIGNALS:
    void passageActivated(const synoptic::ui::ChosenPassage& passage);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* columnOf(const ComparedSide& side);
    QWidget* cardOf(const ComparedPassage& passage);

    Comparison m_shown;
    PlainLabel* m_question;
    PlainLabel* m_facts;
    PlainLabel* m_outcome;
    QHBoxLayout* m_columns;
    std::vector<QWidget*> m_built;
    std::vector<QToolButton*> m_buttons;
};

} // namespace synoptic::ui
