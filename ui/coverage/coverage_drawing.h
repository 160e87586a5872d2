// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

#include "ui/coverage/coverage_model.h"
#include "ui/theme.h"

namespace synoptic::ui {

/// Draws how a source stands to an event: by shape and by color.
class CoverageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// One sign alone, for the legend.
    void paintSign(QPainter& painter, QPointF center, double radius, Coverage coverage, std::size_t source) const;

private:
    Theme m_theme = Theme::light();
};

/// Names of sources, upright where there are too many to write them side by side.
class SourceHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit SourceHeader(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setUpright(bool isUpright);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    Theme m_theme = Theme::light();
    bool m_isUpright = false;
};

/// Dates and titles of events, left of their cells.
class EventHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit EventHeader(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    Theme m_theme = Theme::light();
};

} // namespace synoptic::ui
