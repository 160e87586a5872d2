// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>

#include <QWidget>

#include "ui/source_table.h"
#include "ui/theme.h"
#include "ui/timeline/event_filter.h"
#include "ui/timeline/timeline_index.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListWidget;
class QSlider;
class QToolButton;

namespace synoptic::ui {

class PopupButton;

/// Which events are shown, all in one row that is always there: words, weight, sources, dates, kinds, and one button
/// that clears all but the weight. Holds no events; says what is wanted.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// What there is to choose from.
    void setChoices(const SourceTable& sources, const edits::Timeline* timeline);
    /// What “as the timeline shows now” would choose.
    void setVisibleRange(timeline::TimeRange range) { m_visible = range; }
    /// Shows @p filter; says nothing.
    void setFilter(const EventFilter& filter);
    const EventFilter& filter() const { return m_filter; }

    QLineEdit& textField() { return *m_text; }
    QSlider& weight() { return *m_weight; }
    QToolButton& allButton() { return *m_all; }
    PopupButton& sources() { return *m_sources; }
    PopupButton& dates() { return *m_dates; }
    PopupButton& kinds() { return *m_kinds; }
    QToolButton& clearButton() { return *m_clear; }

Q_SIGNALS:
    void filterChanged(const synoptic::ui::EventFilter& filter);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitSlider();
    QWidget* sourcePanel();
    QWidget* datePanel();
    QWidget* kindPanel();
    void takeSources();
    void takeDates();
    void takeKinds();
    void change(const EventFilter& filter);
    void showFilter();
    void showWords();

    EventFilter m_filter;
    timeline::TimeRange m_visible;
    QLineEdit* m_text;
    QSlider* m_weight;
    QToolButton* m_all;
    QListWidget* m_sourceList;
    QLineEdit* m_from;
    QLineEdit* m_until;
    std::array<QCheckBox*, 4> m_certainty{};
    std::array<QCheckBox*, 3> m_review{};
    QComboBox* m_independent;
    QCheckBox* m_disputed;
    QComboBox* m_tag;
    PopupButton* m_sources;
    PopupButton* m_dates;
    PopupButton* m_kinds;
    QToolButton* m_clear;
};

} // namespace synoptic::ui
