// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace synoptic::ui {

/// What an empty window says: what to do first.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void setRecentFolders(const QStringList& folders, const QStringList& missing);

Q_SIGNALS:
    void openRequested();
    void sampleRequested();
    void folderChosen(const QString& path);

private:
    QPushButton* m_open;
    QWidget* m_recent;
    QVBoxLayout* m_recentRows;
};

} // namespace synoptic::ui
