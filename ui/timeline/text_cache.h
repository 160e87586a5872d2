// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QPainter>
#include <QStaticText>
#include <QString>

namespace synoptic::ui {

/// Writes lines of text in one font. On a screen the layout of each is kept, since most of a frame is written again in
/// the next one; an image or a page gets text that can be selected.
class TextCache
{
public:
    explicit TextCache(const QFont& font) : m_font(font) {}

    const QFont& font() const { return m_font; }
    /// In the middle of the height of @p place, at its left or, if @p isCentered, in its middle. The painter must have
    /// font().
    void draw(QPainter& painter, const QRectF& place, const QString& text, bool isCentered = false);

private:
    QFont m_font;
    QHash<QString, QStaticText> m_known;
};

/// Whether @p painter draws pixels, moved and enlarged at most: then what was drawn before can be copied.
bool drawsPixels(const QPainter& painter);

} // namespace synoptic::ui
