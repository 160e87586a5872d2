// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coverage_drawing.h"

#include <algorithm>

#include <QItemSelectionModel>
#include <QPainter>

namespace synoptic::ui {

void CoverageDelegate::paintSign(QPainter& painter, QPointF center, double radius, Coverage coverage,
                                 std::size_t source) const
{
    switch (coverage) {
    case Coverage::Silent:
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.leader);
        painter.drawEllipse(center, 2.0, 2.0);
        break;
    case Coverage::Says:
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.seriesColor(source));
        painter.drawEllipse(center, radius, radius);
        break;
    case Coverage::Differs: {
        painter.setPen(QPen(m_theme.warning, 1.6));
        painter.setBrush(m_theme.surface);
        const double reach = radius * 1.2;
        painter.drawPolygon(QPolygonF({center - QPointF(0.0, reach), center + QPointF(reach, 0.0),
                                       center + QPointF(0.0, reach), center - QPointF(reach, 0.0)}));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.warning);
        painter.drawPolygon(
            QPolygonF({center - QPointF(0.0, reach), center + QPointF(reach, 0.0), center + QPointF(0.0, reach)}));
        break;
    }
    case Coverage::Denies: {
        const double arm = radius * 0.85;
        painter.setPen(QPen(m_theme.warning, 2.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(center - QPointF(arm, arm), center + QPointF(arm, arm));
        painter.drawLine(center + QPointF(-arm, arm), center + QPointF(arm, -arm));
        break;
    }
    }
}

void CoverageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen = (option.state & QStyle::State_Selected) != 0;
    const bool isHovered = (option.state & QStyle::State_MouseOver) != 0;
    painter->fillRect(option.rect, m_theme.surface);
    if (isChosen || isHovered)
        painter->fillRect(option.rect, isChosen ? faded(m_theme.accent, 0.16) : m_theme.hovered);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.grid);
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(m_theme.accent, 2.0));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1.0, 1.0, -1.0, -1.0));
    }
    const double line = option.fontMetrics.height();
    const auto coverage = static_cast<Coverage>(index.data(CoverageModel::cellRole).toInt());
    const unsigned sentences = index.data(CoverageModel::sentencesRole).toUInt();
    const QPointF center = QRectF(option.rect).center();
    paintSign(*painter, center, line * 0.34, coverage, index.data(CoverageModel::sourceRole).toUInt());
    if (sentences > 1 && option.rect.width() > line * 3.0) {
        painter->setPen(m_theme.dimText);
        painter->drawText(QRectF(center.x() + line * 0.55, option.rect.top(), line * 2.0, option.rect.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, QString::number(sentences));
    }
    painter->restore();
}

SourceHeader::SourceHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setAccessibleName(tr("Sources"));
    setSectionsClickable(false);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
}

void SourceHeader::setTheme(const Theme& theme)
{
    m_theme = theme;
    viewport()->update();
}

void SourceHeader::setUpright(bool isUpright)
{
    if (isUpright == m_isUpright)
        return;
    m_isUpright = isUpright;
    updateGeometry();
    Q_EMIT geometriesChanged();
}

QSize SourceHeader::sizeHint() const
{
    const int line = fontMetrics().height();
    return {QHeaderView::sizeHint().width(), m_isUpright ? line * 6 : line + 12};
}

void SourceHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->fillRect(rect, m_theme.window);
    const QString name = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const QRect swatch(rect.left() + 2, rect.bottom() - 3, rect.width() - 4, 3);
    painter->fillRect(
        swatch, m_theme.seriesColor(model()->headerData(section, orientation(), CoverageModel::sourceRole).toUInt()));
    painter->setPen(m_theme.text);
    if (m_isUpright) {
        painter->translate(rect.center().x() + 0.5, rect.bottom() - 6);
        painter->rotate(-90.0);
        const int room = rect.height() - 10;
        const int line = fontMetrics().height();
        painter->drawText(QRect(0, -line / 2, room, line), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          fontMetrics().elidedText(name, Qt::ElideRight, room));
    } else {
        const QRect text = rect.adjusted(6, 0, -6, -4);
        painter->drawText(text, Qt::AlignCenter | Qt::TextSingleLine,
                          fontMetrics().elidedText(name, Qt::ElideRight, text.width()));
    }
    painter->restore();
}

EventHeader::EventHeader(QWidget* parent) : QHeaderView(Qt::Vertical, parent)
{
    setAccessibleName(tr("Events"));
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultSectionSize(fontMetrics().height() + 10);
    setSectionsClickable(true);
    setHighlightSections(true);
}

void EventHeader::setTheme(const Theme& theme)
{
    m_theme = theme;
    viewport()->update();
}

void EventHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    const bool isChosen = selectionModel() != nullptr && selectionModel()->rowIntersectsSelection(section);
    painter->fillRect(rect, m_theme.surface);
    if (isChosen)
        painter->fillRect(rect, faded(m_theme.accent, 0.16));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.grid);
    if (isChosen)
        painter->fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), m_theme.accent);
    const QFontMetrics metrics(font());
    const int dates = std::min(metrics.averageCharWidth() * 17, rect.width() / 3);
    const QRect inner = rect.adjusted(10, 0, -6, 0);
    const auto text = [&](int role, const QRect& place, const QColor& color) {
        painter->setPen(color);
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          metrics.elidedText(model()->headerData(section, orientation(), role).toString(),
                                             Qt::ElideRight, place.width()));
    };
    text(CoverageModel::dateRole, QRect(inner.left(), inner.top(), dates - 8, inner.height()), m_theme.dimText);
    text(CoverageModel::titleRole, inner.adjusted(dates, 0, 0, 0), m_theme.text);
    painter->restore();
}

} // namespace synoptic::ui
