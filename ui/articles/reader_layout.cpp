// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/reader_layout.h"

#include <cmath>

#include <QTextBlock>
#include <QTextLayout>

namespace synoptic::ui {

ReaderLayout::ReaderLayout(QTextDocument* document, double lineHeight)
    : QPlainTextDocumentLayout(document), m_lineHeight(lineHeight)
{}

QRectF ReaderLayout::blockBoundingRect(const QTextBlock& block) const
{
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    QTextLayout* lines = block.isValid() ? block.layout() : nullptr;
    if (lines == nullptr || lines->lineCount() == 0 || rect.isEmpty())
        return rect;
    const double extra = std::round(lines->lineAt(0).height() * (m_lineHeight - 1.0));
    if (lines->lineAt(0).y() < 0.5) { // just laid out: nothing was moved yet
        for (int i = 0; i < lines->lineCount(); ++i) {
            QTextLine line = lines->lineAt(i);
            line.setPosition({line.x(), line.y() + extra * i + extra / 2.0});
        }
        rect.setHeight(rect.height() + extra * lines->lineCount());
        return rect;
    }
    rect.setHeight(rect.height() + extra / 2.0); // the base sees the moved lines, but not the space below the last
    return rect;
}

} // namespace synoptic::ui
