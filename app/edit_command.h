// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>
#include <QUndoCommand>

#include "edits/edit.h"

namespace synoptic::app {

/// One edit on the undo stack. Holds the value and how to add it and take it back; knows no widget and no analysis.
class EditCommand final : public QUndoCommand
{
public:
    EditCommand(edits::Edit edit, std::function<void(const edits::Edit&)> append, std::function<void()> removeLast);

    void redo() override;
    void undo() override;

private:
    edits::Edit m_edit;
    std::function<void(const edits::Edit&)> m_append;
    std::function<void()> m_removeLast;
};

/// What the menu says of an edit: "Undo …".
QString describe(const edits::Edit& edit);

} // namespace synoptic::app
