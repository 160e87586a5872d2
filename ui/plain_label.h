// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace synoptic::ui {

/// A label that never takes text for markup: what others wrote is shown as they wrote it.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(const QString& text = {}, QWidget* parent = nullptr) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setText(text);
    }
};

/// A plain label of one line that shortens its text to its width and shows the whole in its tooltip.
class ElidedLabel : public PlainLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

    void setFullText(const QString& text);
    const QString& fullText() const { return m_fullText; }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_fullText;
};

/// What an empty pane says in the place of its content: what to do there.
class EmptyText : public PlainLabel
{
    Q_OBJECT

public:
    explicit EmptyText(const QString& text = {}, QWidget* parent = nullptr);
};

/// A tooltip for text of others.
QString plainToolTip(const QString& text);

/// Text of others for a menu or a button, where an ampersand would be taken for a shortcut.
QString withoutMnemonic(QString text);

} // namespace synoptic::ui
