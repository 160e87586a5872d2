// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/text_loader.h"

#include <algorithm>

#include <QPlainTextEdit>
#include <QTextCursor>

namespace synoptic::ui {

TextLoader::TextLoader(QPlainTextEdit* reader) : QObject(reader), m_reader(reader)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] {
        append(lineEndAfter(sliceUnits));
        if (isComplete())
            Q_EMIT completed();
        else
            m_next.start();
    });
}

void TextLoader::begin(const QString& text)
{
    m_next.stop();
    m_text = text;
    m_loaded = 0;
    m_loaded = lineEndAfter(4 * sliceUnits);
    m_reader->setPlainText(m_text.first(m_loaded));
    if (!isComplete())
        m_next.start();
}

void TextLoader::ensure(int position)
{
    if (isLoaded(position) || isComplete())
        return;
    append(lineEndAfter(position - m_loaded));
    if (!isComplete())
        return;
    m_next.stop();
    Q_EMIT completed();
}

qsizetype TextLoader::lineEndAfter(qsizetype units) const
{
    if (m_loaded + units >= m_text.size())
        return m_text.size();
    const qsizetype newline = m_text.indexOf(u'\n', m_loaded + units);
    return newline < 0 ? m_text.size() : newline + 1;
}

void TextLoader::append(qsizetype end)
{
    QTextCursor cursor(m_reader->document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(m_text.sliced(m_loaded, end - m_loaded));
    m_loaded = end;
}

} // namespace synoptic::ui
