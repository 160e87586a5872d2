// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QString>
#include <QUndoCommand>

#include "edits/edit.h"
#include "store/project_values.h"

namespace synoptic::app {

/// One action on the undo stack: edits that are done and undone together. Holds the values and whom to tell; knows no
/// widget and no analysis.
class EditCommand final : public QUndoCommand
{
public:
    struct Listener
    {
        /// Called whenever the action is done; its number is 0 the first time, and may be set.
        std::function<void(store::Action&)> done;
        std::function<void(const store::Action&)> undone;
    };

    EditCommand(store::Action action, Listener listener);

    void redo() override;
    void undo() override;

private:
    store::Action m_action;
    Listener m_listener;
};

/// What the menu says of an edit: "Undo …".
QString describe(const edits::Edit& edit);

/// The same for edits that are done together: that of the only one, or what they have in common and how many.
/// Edits that only keep an event as it is are not counted.
QString describe(const edits::Edits& edits);

} // namespace synoptic::app
