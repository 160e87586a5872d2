// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/edit_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "edits/places.h"
#include "ui/contradictions/contradiction_model.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/source_table.h"

namespace synoptic::ui {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("EditWords", text);
}

QString quoted(const std::string& text)
{
    return u"“" + lineText(text) + u'”';
}

QString listed(const std::vector<std::string>& words)
{
    QStringList parts;
    for (const std::string& word : words)
        parts << lineText(word);
    return parts.isEmpty() ? translated("none") : parts.join(QStringLiteral(", "));
}

struct Decision
{
    const edits::Timeline& timeline; // Not owned: outlives the visit

    QString event(const std::string& key, const char* what) const
    {
        const auto id = timeline.eventOf(key);
        return (id ? lineText(timeline[*id].event.title) : translated("An event that is gone")) + u": " +
               translated(what);
    }
    QString article(const std::string& file, const char* what) const
    {
        const auto id = edits::articleOf(timeline.analysis(), file);
        return (id ? titleOf(timeline.analysis()[*id].article) : fileText(file)) + u": " + translated(what);
    }

    QString operator()(const edits::RenameEvent& edit) const { return event(edit.event, "title"); }
    QString operator()(const edits::ReviewEvent& edit) const { return event(edit.event, "review"); }
    QString operator()(const edits::RedateEvent& edit) const { return event(edit.event, "date"); }
    QString operator()(const edits::SetEventFactuality& edit) const { return event(edit.event, "factuality"); }
    QString operator()(const edits::SetEventTags& edit) const { return event(edit.event, "tags"); }
    QString operator()(const edits::SetEventNote& edit) const { return event(edit.event, "note"); }
    QString operator()(const edits::SetEventParticipants& edit) const { return event(edit.event, "participants"); }
    QString operator()(const edits::SetEventSignificance& edit) const { return event(edit.event, "significance"); }
    QString operator()(const edits::AttachSupport& edit) const { return event(edit.event, "a sentence"); }
    QString operator()(const edits::DetachSupport& edit) const { return event(edit.event, "a sentence"); }
    QString operator()(const edits::SetPublication& edit) const { return article(edit.file, "publication date"); }
    QString operator()(const edits::SetArticleTitle& edit) const { return article(edit.file, "title"); }
    QString operator()(const edits::SetArticleSource& edit) const { return article(edit.file, "source"); }
    QString operator()(const edits::PutContradiction& edit) const
    {
        return contradictionName(edit.contradiction.number) + u": " + questionText(edit.contradiction);
    }
    QString operator()(const edits::PutHighlight& edit) const { return article(edit.anchor.file, "a highlight"); }
    QString operator()(const edits::RemoveHighlight& edit) const { return article(edit.anchor.file, "a highlight"); }
    QString operator()(const edits::SetBoilerplate& edit) const
    {
        return article(edit.anchor.file, "what belongs to it");
    }
    QString operator()(const edits::PutNote& /*edit*/) const { return translated("A note"); }
    template <class Other>
    QString operator()(const Other& /*only adds, and is never in conflict*/) const
    {
        return {};
    }
};

struct Answer
{
    QString operator()(const edits::RenameEvent& edit) const { return quoted(edit.title); }
    QString operator()(const edits::ReviewEvent& edit) const
    {
        switch (edit.state) {
        case edits::ReviewState::Accepted:
            return translated("accepted");
        case edits::ReviewState::Rejected:
            return translated("rejected");
        case edits::ReviewState::Candidate:
            break;
        }
        return translated("candidate");
    }
    QString operator()(const edits::RedateEvent& edit) const { return dateText(edit.date); }
    QString operator()(const edits::SetEventFactuality& edit) const { return factualityText(edit.factuality); }
    QString operator()(const edits::SetEventTags& edit) const { return listed(edit.tags); }
    QString operator()(const edits::SetEventNote& edit) const { return quoted(edit.note); }
    QString operator()(const edits::SetEventParticipants& edit) const { return listed(edit.participants); }
    QString operator()(const edits::SetEventSignificance& edit) const { return QString::number(edit.salience, 'f', 2); }
    QString operator()(const edits::AttachSupport& edit) const
    {
        switch (edit.stance) {
        case analysis::Stance::Denies:
            return translated("denies it: ") + quoted(edit.anchor.quote);
        case analysis::Stance::Differs:
            return translated("tells it otherwise: ") + quoted(edit.anchor.quote);
        case analysis::Stance::Supports:
            break;
        }
        return translated("tells it: ") + quoted(edit.anchor.quote);
    }
    QString operator()(const edits::DetachSupport& edit) const
    {
        return translated("does not tell it: ") + quoted(edit.anchor.quote);
    }
    QString operator()(const edits::SetPublication& edit) const { return orFound(edit.value); }
    QString operator()(const edits::SetArticleTitle& edit) const { return orFound(edit.title); }
    QString operator()(const edits::SetArticleSource& edit) const { return orFound(edit.source); }
    QString operator()(const edits::PutContradiction& edit) const
    {
        const edits::Contradiction& record = edit.contradiction;
        return QStringList{typeText(record.type), severityText(record.severity), statusText(record.status)}.join(
            QStringLiteral(" · "));
    }
    QString operator()(const edits::PutHighlight& edit) const
    {
        return QStringLiteral("%1 %2").arg(edit.color + 1).arg(lineText(edit.meaning));
    }
    QString operator()(const edits::RemoveHighlight& /*edit*/) const { return translated("none"); }
    QString operator()(const edits::SetBoilerplate& edit) const
    {
        return (edit.boilerplate ? translated("not the article: ") : translated("the article: ")) +
               quoted(edit.anchor.quote);
    }
    QString operator()(const edits::PutNote& edit) const
    {
        return edit.text.empty() ? translated("none") : quoted(edit.text);
    }
    template <class Other>
    QString operator()(const Other& /*only adds, and is never in conflict*/) const
    {
        return {};
    }

    static QString orFound(const std::string& value)
    {
        return value.empty() ? translated("as found") : lineText(value);
    }
};

} // namespace

QString decisionText(const edits::Edit& edit, const edits::Timeline& timeline)
{
    return std::visit(Decision{timeline}, edit);
}

QString answerText(const edits::Edit& edit)
{
    return std::visit(Answer{}, edit);
}

} // namespace synoptic::ui
