// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "edits/timeline.h"
#include "ui/source_table.h"
#include "ui/theme.h"

class QListView;
class QStackedLayout;

namespace synoptic::ui {

class EvidenceDelegate;
class EvidenceModel;
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
    QListView& supports() { return *m_list; }
    QString silentText() const;
    QString dateLabelText() const;

Q_SIGNALS:
    void sentenceActivated(synoptic::edits::SentenceRef sentence);

private:
    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    SourceTable m_sources;
    QStackedLayout* m_pages;
    PlainLabel* m_title;
    PlainLabel* m_date;
    PlainLabel* m_reason;
    PlainLabel* m_facts;
    PlainLabel* m_people;
    PlainLabel* m_evidenceTitle;
    QListView* m_list;
    PlainLabel* m_silent;
    EvidenceModel* m_model;
    EvidenceDelegate* m_delegate;
};

} // namespace synoptic::ui
