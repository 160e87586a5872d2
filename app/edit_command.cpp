// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edit_command.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <variant>
#include <vector>

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
        return tr("merge of %n events", "", count(edit.events));
    }
    QString operator()(const edits::RedateEvent& edit) const
    {
        return edit.date.interval ? tr("date event “%1”").arg(shown(edit.date.words)) : tr("remove date of event");
    }
    QString operator()(const edits::SetEventFactuality& edit) const
    {
        switch (edit.factuality) {
        case events::Factuality::Asserted:
            return tr("mark event as asserted");
        case events::Factuality::Planned:
            return tr("mark event as planned");
        case events::Factuality::Possible:
            return tr("mark event as possible");
        case events::Factuality::Denied:
            break;
        }
        return tr("mark event as denied");
    }
    QString operator()(const edits::SetEventTags& /*edit*/) const { return tr("tag event"); }
    QString operator()(const edits::SetEventNote& /*edit*/) const { return tr("note on event"); }
    QString operator()(const edits::SetEventParticipants& /*edit*/) const { return tr("change participants"); }
    QString operator()(const edits::SetEventSignificance& /*edit*/) const { return tr("change significance"); }
    QString operator()(const edits::AddEvent& edit) const { return tr("new event “%1”").arg(shown(edit.title)); }
    QString operator()(const edits::AttachSupport& edit) const
    {
        switch (edit.stance) {
        case analysis::Stance::Supports:
            return tr("attach sentence");
        case analysis::Stance::Denies:
            return tr("attach sentence that denies");
        case analysis::Stance::Differs:
            break;
        }
        return tr("attach sentence that differs");
    }
    QString operator()(const edits::DetachSupport& /*edit*/) const { return tr("detach sentence"); }
    QString operator()(const edits::SplitEvent& edit) const
    {
        return tr("split off %n sentences", "", count(edit.anchors));
    }
    QString operator()(const edits::KeepEvent& /*edit*/) const { return tr("keep event as it is"); }
    QString operator()(const edits::SetPublication& edit) const
    {
        return edit.value.empty() ? tr("publication date as found") : tr("publication date %1").arg(shown(edit.value));
    }
    QString operator()(const edits::SetArticleTitle& edit) const
    {
        return edit.title.empty() ? tr("title of article as found") : tr("rename article");
    }
    QString operator()(const edits::SetArticleSource& edit) const
    {
        return edit.source.empty() ? tr("source of article as found") : tr("source “%1”").arg(shown(edit.source));
    }
    QString operator()(const edits::SetBoilerplate& edit) const
    {
        return edit.boilerplate ? tr("set lines apart from the article") : tr("count lines as the article");
    }
    QString operator()(const edits::PutContradiction& edit) const
    {
        return tr("contradiction %1", "%1 is a number such as C-014")
            .arg(QString::fromStdString(edits::idText(edit.contradiction.number)));
    }
    QString operator()(const edits::DismissHint& /*edit*/) const { return tr("dismiss hint"); }
    QString operator()(const edits::PutHighlight& /*edit*/) const { return tr("highlight passage"); }
    QString operator()(const edits::RemoveHighlight& /*edit*/) const { return tr("remove highlight"); }
    QString operator()(const edits::PutNote& edit) const { return edit.text.empty() ? tr("delete note") : tr("note"); }

private:
    /// Words of others in a menu: not too many, on one line.
    static QString shown(const std::string& text)
    {
        constexpr int longest = 40;
        QString words = QString::fromStdString(text).simplified();
        if (words.size() > longest)
            words = words.left(longest - 1) + u'…';
        return words;
    }

    template <class Values>
    static int count(const Values& values)
    {
        return static_cast<int>(std::min<std::size_t>(values.size(), std::numeric_limits<int>::max()));
    }
};

/// The same thing done to several: "accept 12 events".
struct CommonDescription
{
    Q_DECLARE_TR_FUNCTIONS(EditCommand)

public:
    QString operator()(const edits::ReviewEvent& edit) const
    {
        switch (edit.state) {
        case edits::ReviewState::Accepted:
            return tr("accept %n events", "", count);
        case edits::ReviewState::Rejected:
            return tr("reject %n events", "", count);
        case edits::ReviewState::Candidate:
            break;
        }
        return tr("return %n events to the candidates", "", count);
    }
    QString operator()(const edits::SetEventFactuality& edit) const
    {
        switch (edit.factuality) {
        case events::Factuality::Asserted:
            return tr("mark %n events as asserted", "", count);
        case events::Factuality::Planned:
            return tr("mark %n events as planned", "", count);
        case events::Factuality::Possible:
            return tr("mark %n events as possible", "", count);
        case events::Factuality::Denied:
            break;
        }
        return tr("mark %n events as denied", "", count);
    }
    QString operator()(const edits::SetEventTags& /*edit*/) const { return tr("tag %n events", "", count); }
    QString operator()(const edits::SetEventParticipants& /*edit*/) const
    {
        return tr("change participants of %n events", "", count);
    }
    QString operator()(const edits::SetEventSignificance& /*edit*/) const
    {
        return tr("change significance of %n events", "", count);
    }
    template <class Other>
    QString operator()(const Other& edit) const
    {
        return tr("%1 (%2 times)", "%1 is an action such as highlight passage").arg(Description()(edit)).arg(count);
    }
    QString changes() const { return tr("%n changes", "", count); }

    int count = 0;
};

} // namespace

EditCommand::EditCommand(store::Action action, Listener listener)
    : m_action(std::move(action)), m_listener(std::move(listener))
{
    setText(QString::fromStdString(m_action.name));
}

void EditCommand::redo()
{
    m_listener.done(m_action);
}

void EditCommand::undo()
{
    m_listener.undone(m_action);
}

QString describe(const edits::Edit& edit)
{
    return std::visit(Description{}, edit);
}

QString describe(const edits::Edits& edits)
{
    std::vector<const edits::Edit*> told;
    for (const edits::Edit& edit : edits)
        if (!std::holds_alternative<edits::KeepEvent>(edit))
            told.push_back(&edit);
    if (told.empty())
        return edits.empty() ? QString() : describe(edits.front());
    QString first = describe(*told.front());
    if (told.size() == 1)
        return first;
    const CommonDescription all{static_cast<int>(std::min<std::size_t>(told.size(), std::numeric_limits<int>::max()))};
    const bool same = std::ranges::all_of(told, [&](const edits::Edit* edit) {
        return edit->index() == told.front()->index() && describe(*edit) == first;
    });
    return same ? std::visit(all, *told.front()) : all.changes();
}

} // namespace synoptic::app
