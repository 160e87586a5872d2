// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/mark_sprites.h"

#include <algorithm>
#include <cmath>

namespace synoptic::ui {

namespace {

constexpr qsizetype mostKept = 1024;
constexpr int stripWidth = 320; // device pixels: longer bands are put together from it
constexpr double round = 3.5;   // corners of a band

/// Pixels at either end of a strip that its middle has not.
int capWidth(double scale)
{
    return static_cast<int>(std::ceil((round + 1.5) * scale));
}

} // namespace

bool MarkSprites::isCommon(const SceneMark& mark)
{
    const bool isChosen = mark.isSelected || mark.isHovered || !mark.letter.isNull();
    return !isChosen && !(mark.isBand && (mark.isAbout || mark.fadesLeft || mark.fadesRight));
}

std::uint64_t MarkSprites::keyOf(const SceneMark& mark, const QColor& color, double size)
{
    const auto bit = [](bool value, unsigned place) { return static_cast<std::uint64_t>(value) << place; };
    return static_cast<std::uint64_t>(mark.shape) | bit(mark.isCandidate, 3) | bit(mark.isAbout, 4) |
           bit(mark.fadesLeft, 5) | bit(mark.fadesRight, 6) |
           static_cast<std::uint64_t>(std::lround(std::clamp(size, 0.0, 500.0) * 16.0)) << 8 |
           static_cast<std::uint64_t>(color.rgba()) << 32;
}

void MarkSprites::begin(QPainter& painter)
{
    const QTransform transform = painter.deviceTransform();
    if (transform.m11() != m_scale || m_points.size() > mostKept || m_strips.size() > mostKept) {
        m_points.clear();
        m_strips.clear();
    }
    m_painter = &painter;
    m_scale = transform.m11();
    m_shift = {transform.dx(), transform.dy()};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_scale != 1.0)
        painter.scale(1.0 / m_scale, 1.0 / m_scale);
}

void MarkSprites::end()
{
    m_painter->restore();
    m_painter = nullptr;
}

QImage MarkSprites::canvas(int width, int height) const
{
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

/// Of the device.
QPoint MarkSprites::pixelOf(QPointF point) const
{
    return {static_cast<int>(std::lround(point.x() * m_scale + m_shift.x())),
            static_cast<int>(std::lround(point.y() * m_scale + m_shift.y()))};
}

void MarkSprites::copy(QPoint at, const QImage& image, const QRect& part)
{
    if (part == image.rect())
        m_painter->drawImage(QPointF(at) - m_shift, image);
    else
        m_painter->drawImage(QPointF(at) - m_shift, image, part);
}

void MarkSprites::copyPoint(const SceneMark& mark, const QColor& color)
{
    const std::uint64_t key = keyOf(mark, color, mark.radius);
    auto known = m_points.find(key);
    if (known == m_points.end()) {
        const double reach = mark.radius * (mark.fadesLeft || mark.fadesRight ? 5.0 : 1.4) + 2.0;
        const int half = static_cast<int>(std::ceil(reach * m_scale));
        const int up = static_cast<int>(std::ceil((mark.radius * 1.4 + 2.0) * m_scale));
        Sprite sprite{canvas(2 * half, 2 * up), {half, up}};
        QPainter painter(&sprite.image);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.translate(half, up);
        painter.scale(m_scale, m_scale);
        SceneMark own = mark;
        own.center = {};
        own.extent = {};
        m_draw(painter, own);
        painter.end();
        known = m_points.insert(key, sprite);
    }
    if (!mark.extent.isEmpty()) {
        QColor pale = color;
        pale.setAlphaF(0.45F);
        const QPoint from = pixelOf(mark.extent.topLeft());
        const QPoint to = pixelOf(mark.extent.bottomRight());
        m_painter->fillRect(QRectF(QPointF(from) - m_shift, QSizeF(to.x() - from.x(), to.y() - from.y())), pale);
    }
    copy(pixelOf(mark.center) - known->origin, known->image, known->image.rect());
}

/// A strip of any width from one of a fixed width: its begin, its middle as often as need be, its end.
void MarkSprites::copyStrip(QPoint at, int width, const Sprite& strip)
{
    const int cap = capWidth(m_scale);
    const int height = strip.image.height();
    const QPoint corner = at - strip.origin;
    const int all = width + 2 * strip.origin.x();
    const int end = std::min(cap + strip.origin.x(), all / 2);
    int done = std::min(all - end, strip.image.width() - cap - strip.origin.x());
    copy(corner, strip.image, {0, 0, done, height});
    while (done < all - end) {
        const int next = std::min(all - end - done, strip.image.width() - 2 * (cap + strip.origin.x()));
        copy(corner + QPoint(done, 0), strip.image, {cap + strip.origin.x(), 0, next, height});
        done += next;
    }
    copy(corner + QPoint(done, 0), strip.image, {strip.image.width() - end, 0, end, height});
}

void MarkSprites::copyBand(const SceneMark& mark, const QColor& color)
{
    const int height = std::max(2, static_cast<int>(std::lround(mark.extent.height() * m_scale)));
    SceneMark own = mark;
    own.shape = MarkShape::Disc;
    const std::uint64_t key = keyOf(own, color, height / m_scale);
    const int margin = static_cast<int>(std::ceil(m_scale));
    auto known = m_strips.find(key);
    if (known == m_strips.end()) {
        const int wide = std::max(stripWidth, 4 * capWidth(m_scale));
        Sprite sprite{canvas(wide + 2 * margin, height + 2 * margin), {margin, margin}};
        QPainter painter(&sprite.image);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.translate(margin, margin);
        painter.scale(m_scale, m_scale);
        own.extent = {0.0, 0.0, wide / m_scale, height / m_scale};
        own.contradictions = 0;
        m_draw(painter, own);
        painter.end();
        known = m_strips.insert(key, sprite);
    }
    // What lies out of sight needs no copies
    constexpr double beyond = 100.0;
    const double begin = -m_shift.x() / m_scale - beyond;
    const double end =
        (m_painter->device()->width() * m_painter->device()->devicePixelRatioF() - m_shift.x()) / m_scale;
    const double left = std::max(mark.extent.left(), begin);
    const double right = std::clamp(mark.extent.right(), left, std::max(end + beyond, left));
    const QPoint at = pixelOf({left, mark.extent.top()});
    const int width = std::max(pixelOf({right, 0.0}).x() - at.x(), 2);
    copyStrip(at, width, *known);
}

void MarkSprites::copyPlate(const QRectF& place, const QColor& color)
{
    const int height = std::max(2, static_cast<int>(std::lround(place.height() * m_scale)));
    const std::uint64_t key = keyOf({}, color, height / m_scale) | std::uint64_t{1} << 7;
    auto known = m_strips.find(key);
    if (known == m_strips.end()) {
        const int wide = std::max(stripWidth, 4 * capWidth(m_scale));
        Sprite sprite{canvas(wide, height), {0, 0}};
        QPainter painter(&sprite.image);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(sprite.image.rect(), 4.0 * m_scale, 4.0 * m_scale);
        painter.end();
        known = m_strips.insert(key, sprite);
    }
    const QPoint at = pixelOf(place.topLeft());
    copyStrip(at, std::max(pixelOf(place.bottomRight()).x() - at.x(), 2), *known);
}

} // namespace synoptic::ui
