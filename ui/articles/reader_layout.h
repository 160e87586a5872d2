// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextDocumentLayout>

namespace synoptic::ui {

/// Lines a little further apart than a plain text widget sets them: it knows no line height of its own.
class ReaderLayout : public QPlainTextDocumentLayout
{
    Q_OBJECT

public:
    ReaderLayout(QTextDocument* document, double lineHeight);

    QRectF blockBoundingRect(const QTextBlock& block) const override;

private:
    double m_lineHeight; ///< as a factor of the font's
};

} // namespace synoptic::ui
