// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/text_cache.h"

#include <QPaintEngine>

namespace synoptic::ui {

namespace {
constexpr qsizetype mostKept = 4096;
} // namespace

void TextCache::draw(QPainter& painter, const QRectF& place, const QString& text, bool isCentered)
{
    if (!drawsPixels(painter)) {
        const Qt::Alignment side = isCentered ? Qt::AlignHCenter : Qt::AlignLeft;
        painter.drawText(place, static_cast<int>(side | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        return;
    }
    auto known = m_known.find(text);
    if (known == m_known.end()) {
        if (m_known.size() >= mostKept)
            m_known.clear();
        QStaticText layout(text);
        layout.setTextFormat(Qt::PlainText);
        layout.setPerformanceHint(QStaticText::AggressiveCaching);
        layout.prepare(painter.transform(), m_font);
        known = m_known.insert(text, layout);
    }
    const QSizeF size = known->size();
    const double left = isCentered ? (place.width() - size.width()) / 2.0 : 0.0;
    painter.drawStaticText(place.topLeft() + QPointF(left, (place.height() - size.height()) / 2.0), *known);
}

bool drawsPixels(const QPainter& painter)
{
    const QPaintEngine* const engine = painter.paintEngine();
    if (engine == nullptr || engine->type() != QPaintEngine::Raster)
        return false;
    const QTransform transform = painter.deviceTransform();
    return transform.type() <= QTransform::TxScale && qFuzzyCompare(transform.m11(), transform.m22());
}

} // namespace synoptic::ui
