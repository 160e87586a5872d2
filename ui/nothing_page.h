// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include <QWidget>

class QPushButton;

namespace synoptic::ui {

class PlainLabel;

/// What the middle of the window says when an open folder has no article to show: why, and what to do.
class NothingPage : public QWidget
{
    Q_OBJECT

public:
    explicit NothingPage(QWidget* parent = nullptr);

    /// How many files were skipped.
    void setSkipped(std::size_t files);
    QString text() const;

Q_SIGNALS:
    void skippedRequested();
    void openRequested();

private:
    PlainLabel* m_text;
    QPushButton* m_skipped;
};

} // namespace synoptic::ui
