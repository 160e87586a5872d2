// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>
#include <QStringList>

#include "ui/contradictions/flag_composer.h"

class QHBoxLayout;
class QToolButton;

namespace synoptic::ui {

class ElidedLabel;
class PlainLabel;

/// The bar below the readers while a contradiction is being flagged: which passages are chosen, what to press next, and
/// the types with their keys. Never a dialog over the text one compares.
class FlagBar : public QFrame
{
    Q_OBJECT

public:
    explicit FlagBar(QWidget* parent = nullptr);

    /// Shows a step; @p passages are the words of the sides, in order, with their source. Idle hides the bar; asking
    /// for the type takes the keyboard.
    void show(FlagComposer::Step step, const QStringList& passages);
    /// Says why the last key did nothing, until the next step.
    void warn(const QString& reason);
    QString text() const;

Q_SIGNALS:
    void typeChosen(synoptic::edits::ContradictionType type);
    void backRequested();
    void cancelRequested();
    /// There are enough sides: ask for the type.
    void finishRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    PlainLabel* m_title;
    std::vector<ElidedLabel*> m_sides;
    PlainLabel* m_next;
    QHBoxLayout* m_sideRow;
    QWidget* m_types;
    QToolButton* m_finish;
    bool m_asksForType = false;
};

} // namespace synoptic::ui
