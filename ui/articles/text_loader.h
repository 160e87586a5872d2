// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

class QPlainTextEdit;

namespace synoptic::ui {

/// Fills a reader without keeping the window waiting: the first pages at once, the rest slice by slice whenever nothing
/// else is to do. A text of ordinary length is there at once.
class TextLoader : public QObject
{
    Q_OBJECT

public:
    /// UTF-16 code units that are laid out at a time.
    static constexpr qsizetype sliceUnits = 120'000;

    explicit TextLoader(QPlainTextEdit* reader);

    void begin(const QString& text);
    /// Loads at once what is missing up to @p position.
    void ensure(int position);
    bool isLoaded(int position) const { return position <= m_loaded; }
    bool isComplete() const { return m_loaded == m_text.size(); }
    /// Of the whole text, loaded or not.
    qsizetype size() const { return m_text.size(); }

Q_SIGNALS:
    /// All is there; only said if it was not at once.
    void completed();

private:
    void append(qsizetype end);
    /// The end of the line that holds what lies @p units after what is loaded.
    qsizetype lineEndAfter(qsizetype units) const;

    QPlainTextEdit* m_reader; // Not owned: our parent
    QString m_text;           // shared with the map of the reader
    qsizetype m_loaded = 0;
    QTimer m_next;
};

} // namespace synoptic::ui
