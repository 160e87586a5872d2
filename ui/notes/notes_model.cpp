// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notes_model.h"

#include <algorithm>

#include "ui/articles/evidence_cards.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

QString articleText(const edits::Anchor& anchor, const edits::Timeline& timeline)
{
    const auto& articles = timeline.analysis().articles;
    const auto found =
        std::ranges::find_if(articles, [&](const auto& own) { return own->article.file == anchor.file; });
    return found == articles.end() ? fileText(anchor.file) : sourceOf((*found)->article);
}

} // namespace

QString noteAboutText(const edits::NotePlace& place, const edits::Timeline& timeline)
{
    switch (place.target) {
    case edits::NoteTarget::Passage:
        return articleText(place.anchor, timeline) + u": “" + lineText(place.anchor.quote) + u'”';
    case edits::NoteTarget::Article:
        return articleText(place.anchor, timeline);
    case edits::NoteTarget::Event: {
        const auto event = timeline.eventOf(place.name);
        return event ? NotesModel::tr("Event: %1").arg(lineText(timeline[*event].event.title))
                     : NotesModel::tr("An event that is gone");
    }
    case edits::NoteTarget::Contradiction:
        return lineText(place.name);
    case edits::NoteTarget::Project:
        break;
    }
    return NotesModel::tr("The whole project");
}

void NotesModel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    beginResetModel();
    m_timeline = std::move(timeline);
    fill();
    endResetModel();
}

void NotesModel::setTheme(const Theme& theme)
{
    m_theme = theme;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

void NotesModel::setFilter(const QString& words)
{
    beginResetModel();
    m_filter = words;
    fill();
    endResetModel();
}

void NotesModel::fill()
{
    m_rows.clear();
    if (!m_timeline)
        return;
    const auto add = [this](const Row& row) {
        if (m_filter.isEmpty() || about(row).contains(m_filter, Qt::CaseInsensitive) ||
            words(row).contains(m_filter, Qt::CaseInsensitive))
            m_rows.push_back(row);
    };
    const auto& notes = m_timeline->notes();
    for (auto note = notes.rbegin(); note != notes.rend(); ++note)
        add(&*note);
    const auto& highlights = m_timeline->highlights();
    for (auto highlight = highlights.rbegin(); highlight != highlights.rend(); ++highlight)
        add(&*highlight);
}

const edits::FoundNote* NotesModel::noteAt(int row) const
{
    const auto* note = std::get_if<const edits::FoundNote*>(&m_rows[static_cast<std::size_t>(row)]);
    return note == nullptr ? nullptr : *note;
}

const edits::FoundHighlight* NotesModel::highlightAt(int row) const
{
    const auto* highlight = std::get_if<const edits::FoundHighlight*>(&m_rows[static_cast<std::size_t>(row)]);
    return highlight == nullptr ? nullptr : *highlight;
}

int NotesModel::rowOfNote(const std::string& key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const edits::FoundNote* note = noteAt(row);
        if (note != nullptr && note->note.key == key)
            return row;
    }
    return -1;
}

QString NotesModel::about(const Row& row) const
{
    if (const auto* note = std::get_if<const edits::FoundNote*>(&row))
        return noteAboutText((*note)->note.place, *m_timeline);
    return articleText(std::get<const edits::FoundHighlight*>(row)->highlight.anchor, *m_timeline);
}

QString NotesModel::words(const Row& row) const
{
    if (const auto* note = std::get_if<const edits::FoundNote*>(&row))
        return lineText((*note)->note.text);
    return u'“' + lineText(std::get<const edits::FoundHighlight*>(row)->highlight.anchor.quote) + u'”';
}

int NotesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant NotesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const edits::FoundHighlight* highlight = highlightAt(index.row());
    const edits::FoundNote* note = noteAt(index.row());
    if (note == nullptr && highlight == nullptr)
        return {};
    const bool isPassage = note == nullptr || note->note.place.target == edits::NoteTarget::Passage;
    const edits::FoundPlace& place = note == nullptr ? highlight->place : note->place;
    switch (role) {
    case Qt::DisplayRole:
        return words(row);
    case EvidenceModel::SourceRole:
        return about(row);
    case EvidenceModel::DateRole:
        if (isPassage && (!place.article || place.anchor.state == edits::AnchorState::Lost))
            return tr("words not found");
        if (isPassage && place.anchor.state == edits::AnchorState::Moved)
            return tr("moved");
        return highlight == nullptr ? tr("note") : lineText(highlight->highlight.meaning);
    case Qt::DecorationRole:
        return highlight == nullptr ? m_theme.accent
                                    : m_theme.highlights[highlight->highlight.color % m_theme.highlights.size()];
    case Qt::AccessibleTextRole:
        return QString(about(row) + u": " + words(row));
    default:
        return {};
    }
}

} // namespace synoptic::ui
