// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/coverage/coverage_model.h"
#include "ui/theme.h"

class QComboBox;
class QTableView;

namespace synoptic::ui {

class CoverageDelegate;
class EventHeader;
class PlainLabel;
class SourceHeader;

/// The matrix of events and sources. A click on a cell goes to the sentence, or to the article that keeps silent.
class CoveragePanel : public QWidget
{
    Q_OBJECT

public:
    explicit CoveragePanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Whether it can be seen: behind another tab it stays as it is.
    void setSeen(bool seen);
    /// What is shown is taken over when the matrix is seen.
    void setIndex(std::shared_ptr<const TimelineIndex> index);
    void setSelected(std::optional<EventId> event);

    /// The first sentence of the current cell; nothing if it is silent.
    std::optional<edits::SentenceRef> chosenSentence() const;
    CoverageModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }
    QComboBox& order() { return *m_order; }

Q_SIGNALS:
    void eventChosen(synoptic::EventId event);
    void sentenceChosen(synoptic::edits::SentenceRef sentence);
    void articleChosen(synoptic::ArticleId article);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Legend;

    void refresh();
    void fitColumns();
    void open(const QModelIndex& index);

    std::shared_ptr<const TimelineIndex> m_index;
    std::optional<EventId> m_selected;
    bool m_isStale = false;
    bool m_isSeen = true; // not behind another tab
    CoverageModel* m_model;
    CoverageDelegate* m_delegate;
    SourceHeader* m_header;
    EventHeader* m_titles;
    QTableView* m_table;
    QComboBox* m_order;
    QWidget* m_legend;
    PlainLabel* m_silent;
};

} // namespace synoptic::ui
