// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QKeySequence>
#include <QList>
#include <QObject>

#include "edits/timeline.h"

class QAction;
class QWidget;

namespace synoptic::ui {

class ArticleStrip;
class ContradictionPanel;
class NotesPanel;
class Selection;

/// Marking, annotating, and saying what belongs to an article: the actions with their keys, the edits that follow from
/// them, and the marks in the readers. Changes nothing itself.
class Marking : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        Selection& selection;
        ArticleStrip& strip;
        ContradictionPanel& contradictions;
        NotesPanel& notes;
    };

    /// The panes outlive the actions; @p window carries the keys.
    Marking(const Panes& panes, QWidget* window);

    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    void updateAvailability();
    /// In the order of a menu; null is a line between two groups.
    QList<QAction*> menu() const;

Q_SIGNALS:
    void editRequested(const synoptic::edits::Edit& edit);
    /// Several edits that are one action.
    void actionRequested(const synoptic::edits::Edits& edits, const QString& name);
    /// A note is to be written: its panel is to be seen.
    void notesWanted();
    void said(const QString& text);

private:
    QAction* action(const QString& text, const QKeySequence& key, void (Marking::*slot)());
    void highlight();
    void overruleBoilerplate();
    bool isSetApart() const;
    void notePassage();
    void noteArticle();
    void noteEvent();
    void noteContradiction();
    void noteProject();
    void begin(const edits::NotePlace& place);
    void showMarks();

    Panes m_panes;
    QWidget* m_window;
    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    QAction* m_highlight;
    QAction* m_note;
    QAction* m_noteEvent;
    QAction* m_noteArticle;
    QAction* m_noteContradiction;
    QAction* m_noteProject;
    QAction* m_boilerplate;
};

} // namespace synoptic::ui
