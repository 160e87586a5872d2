// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "edits/timeline.h"
#include "ui/source_table.h"
#include "ui/theme.h"

class QAction;
class QHBoxLayout;
class QListView;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace synoptic::ui {

class EventFields;
class EvidenceDelegate;
class EvidenceModel;
class InlineEditor;
class PlainLabel;

/// All that is known of the selected event: date and where it comes from, factuality, sources, every sentence that
/// tells it, and who is silent.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    void setEvent(std::optional<EventId> id);
    /// All that are selected, the event that is shown among them: the details are of all.
    void setChosen(const std::vector<EventId>& events);
    /// Says of how many events; empty: of the one that is shown.
    QString chosenText() const;
    QListView& supports() { return *m_list; }
    /// Those chosen in the list of evidence.
    std::vector<edits::SentenceRef> chosenSentences() const;
    QString silentText() const;
    QString dateLabelText() const;
    QString reviewText() const;

    /// Opens a field over the title, or over the date, of the event that is shown.
    void beginRename();
    void beginRedate();
    InlineEditor& editor() { return *m_editor; }
    EventFields& fields() { return *m_fields; }
    /// Shows @p actions as buttons under the event.
    void setButtons(const QList<QAction*>& actions);

Q_SIGNALS:
    void renameRequested(const QString& title);
    void redateRequested(const synoptic::events::EventDate& date);
    void contradictionActivated(std::uint32_t number);
    void noteActivated(const std::string& key);
    void sentenceActivated(synoptic::edits::SentenceRef sentence);

private:
    void showRecords(EventId id);
    QPushButton* addRecord(const QString& text, const QString& tip, const QString& name);
    void takeEdited(const QString& text);

    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    SourceTable m_sources;
    std::optional<EventId> m_event;
    bool m_redates = false; // what the editor is open for
    QStackedLayout* m_pages;
    InlineEditor* m_editor;
    PlainLabel* m_review;
    PlainLabel* m_several;
    QHBoxLayout* m_buttons;
    QVBoxLayout* m_disputes;
    PlainLabel* m_title;
    PlainLabel* m_date;
    PlainLabel* m_reason;
    PlainLabel* m_facts;
    PlainLabel* m_people;
    EventFields* m_fields;
    PlainLabel* m_evidenceTitle;
    QListView* m_list;
    PlainLabel* m_silent;
    EvidenceModel* m_model;
    EvidenceDelegate* m_delegate;
};

} // namespace synoptic::ui
