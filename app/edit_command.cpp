// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit_command.h"

#include <utility>
#include <variant>

#include <QCoreApplication>

namespace synoptic::app {
namespace {

struct Description
{
    Q_DECLARE_TR_FUNCTIONS(EditCommand)

public:
    QString operator()(const edits::RenameEvent& /*edit*/) const { return tr("rename event"); }
    QString operator()(const edits::ReviewEvent& edit) const
    {
        switch (edit.state) {
        case edits::ReviewState::Accepted:
            return tr("accept event");
        case edits::ReviewState::Rejected:
            return tr("reject event");
        case edits::ReviewState::Candidate:
            break;
        }
        return tr("return event to the candidates");
    }
    QString operator()(const edits::MergeEvents& edit) const
    {
        return tr("merge of %n events", "", static_cast<int>(edit.events.size()));
    }
};

} // namespace

EditCommand::EditCommand(edits::Edit edit, std::function<void(const edits::Edit&)> append,
                         std::function<void()> removeLast)
    : m_edit(std::move(edit)), m_append(std::move(append)), m_removeLast(std::move(removeLast))
{
    setText(describe(m_edit));
}

void EditCommand::redo()
{
    m_append(m_edit);
}

void EditCommand::undo()
{
    m_removeLast();
}

QString describe(const edits::Edit& edit)
{
    return std::visit(Description{}, edit);
}

} // namespace synoptic::app
