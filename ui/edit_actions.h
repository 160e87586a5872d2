// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QList>
#include <QObject>

#include "edits/timeline.h"

class QAction;
class QWidget;

namespace synoptic::ui {

class ArticleStrip;
class InspectorPanel;
class Selection;
class TimelinePanel;

/// What an analyst decides of the selected events and the current sentence: the actions with their keys, and the edits
/// that follow from them. Changes nothing itself.
class EditActions : public QObject
{
    Q_OBJECT

public:
    struct Panes
    {
        Selection& selection;
        ArticleStrip& strip;
        InspectorPanel& inspector;
        TimelinePanel& timeline;
    };

    /// The panes outlive the actions; @p window carries the keys.
    EditActions(const Panes& panes, QWidget* window);

    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    /// Enables what can be done now.
    void updateAvailability();

    /// In the order of a menu; null is a line between two groups.
    QList<QAction*> menu() const;
    /// Those that are about the sentence one reads.
    QList<QAction*> ofSentence() const { return {m_add, m_attach, m_denies, m_differs, m_detach}; }
    QAction& accept() { return *m_accept; }
    QAction& reject() { return *m_reject; }
    QAction& rename() { return *m_rename; }
    /// Events that are marked to be merged, by key, in the order of marking.
    const std::vector<std::string>& marked() const { return m_marked; }

Q_SIGNALS:
    void editRequested(const synoptic::edits::Edit& edit);
    /// Several edits that are one action; without a name they say themselves what they do.
    void actionRequested(const synoptic::edits::Edits& edits, const QString& name);
    void eventChosen(synoptic::EventId event);
    void said(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAction* action(const QString& text, const QList<QKeySequence>& keys, void (EditActions::*slot)());
    const edits::TimelineEvent* selected() const;
    std::vector<const edits::TimelineEvent*> chosen() const;
    void request(const edits::Edits& edits);
    std::optional<edits::SentenceRef> currentSentence() const;
    void review(edits::ReviewState state);
    void stepToCandidate(int by);
    void acceptEvent() { review(edits::ReviewState::Accepted); }
    void rejectEvent() { review(edits::ReviewState::Rejected); }
    void reopenEvent() { review(edits::ReviewState::Candidate); }
    void nextCandidate() { stepToCandidate(1); }
    void previousCandidate() { stepToCandidate(-1); }
    void renameEvent();
    void redateEvent();
    void markEvent();
    void mergeEvents();
    void addEvent();
    QString wordOf(const edits::TimelineEvent& event) const;
    void rejectAlike();
    void splitEvent();
    void attach(analysis::Stance stance);
    void attachSentence() { attach(analysis::Stance::Supports); }
    void attachDenial() { attach(analysis::Stance::Denies); }
    void attachVariant() { attach(analysis::Stance::Differs); }
    void detachSentence();

    Panes m_panes;
    QWidget* m_window;
    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    std::vector<std::string> m_marked;
    QAction* m_accept;
    QAction* m_reject;
    QAction* m_reopen;
    QAction* m_rejectAlike;
    QAction* m_next;
    QAction* m_previous;
    QAction* m_goOn;
    QAction* m_rename;
    QAction* m_redate;
    QAction* m_mark;
    QAction* m_merge;
    QAction* m_split;
    QAction* m_add;
    QAction* m_attach;
    QAction* m_denies;
    QAction* m_differs;
    QAction* m_detach;
};

} // namespace synoptic::ui
