// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMenu>

#include "ui/articles/reading_style.h"

class QActionGroup;

namespace synoptic::ui {

class ArticleStrip;

/// How the articles are set and whether the readers scroll together: the menu of it, with its keys.
class ReadingMenu : public QMenu
{
    Q_OBJECT

public:
    /// Both outlive the menu; @p window carries the keys.
    ReadingMenu(ArticleStrip& strip, QWidget* window);

    /// What is kept from one start to the next.
    QByteArray saved() const;
    /// Values that are none of ours change nothing.
    void restore(const QByteArray& saved);

private:
    void addScale(QWidget* window);
    void addChoices();
    void addBoilerplate(QWidget* window);
    void addScrolling(QWidget* window);
    void rescale(int steps);
    void change(const ReadingStyle& style);
    void showStyle();

    ArticleStrip& m_strip; // Not owned: outlives us
    QActionGroup* m_families;
    QActionGroup* m_spacings;
    QActionGroup* m_lengths;
    QActionGroup* m_boilerplate;
    QActionGroup* m_scrolling;
};

} // namespace synoptic::ui
