// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>

#include <QImage>
#include <QWidget>

#include "ui/statistics/statistics.h"
#include "ui/theme.h"

class QChart;
class QChartView;

namespace synoptic::ui {

/// Articles and events per source and over time, as charts; what they show follows the filter.
class StatisticsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StatisticsPanel(QWidget* parent = nullptr);
    ~StatisticsPanel() override;

    void setTheme(const Theme& theme);
    /// Whether it can be seen: behind another tab it stays as it is.
    void setSeen(bool seen);
    /// What is shown is taken over when the charts are seen.
    void setIndex(std::shared_ptr<const TimelineIndex> index);
    const Statistics& statistics() const { return m_statistics; }
    /// Both charts side by side, as they are on the screen, with twice the pixels.
    QImage image() const;
    /// The numbers behind them, for a table: one line for each source, then for each period.
    QString table() const;

Q_SIGNALS:
    void saveRequested(const QImage& image);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void fillSources(QChart& chart) const;
    void fillPeriods(QChart& chart) const;
    QChart* emptyChart(const QString& title) const;

    Theme m_theme;
    std::shared_ptr<const TimelineIndex> m_index;
    Statistics m_statistics;
    bool m_isStale = false;
    bool m_isSeen = true; // not behind another tab
    std::array<QChartView*, 2> m_views{};
};

} // namespace synoptic::ui
