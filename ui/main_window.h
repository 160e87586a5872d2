// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include <QByteArray>
#include <QMainWindow>
#include <QString>
#include <QStringList>

#include "edits/timeline.h"
#include "ui/timeline/timeline_image.h"

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace synoptic::ui {

class MessageBar;
class StartPage;

/// How far a run has come; a plain value.
struct RunProgress
{
    enum class Phase : std::uint8_t
    {
        Scanning,
        Reading,
        Linking
    };
    Phase phase = Phase::Scanning;
    int done = 0;
    int total = 0; ///< 0: not known yet
};

/// The frame: readers, source list, timeline. Values come in by the setters, intents go out by the signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Names the folder that is open; an empty name shows the start page.
    void setFolder(const QString& name);
    /// Shows a snapshot; one with articles and no events while the folder is still being read. What is open, selected
    /// and scrolled stays.
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    void setProgress(const RunProgress& progress);
    void finishProgress();
    void setRecentFolders(const QStringList& folders);
    /// Says something in the message bar, never in a dialog.
    void showMessage(const QString& text);

    QByteArray saveLayout() const;
    /// Returns false, and changes nothing, if @p layout is not one of ours.
    bool restoreLayout(const QByteArray& layout);

Q_SIGNALS:
    void openFolderRequested(const QString& path);
    void openSampleRequested();
    void clearRecentFoldersRequested();
    void cancelRequested();
    void imageExportRequested(const QString& path, const synoptic::ui::TimelineImageOptions& options);

private:
    std::shared_ptr<const edits::Timeline> m_timeline; // null before the first snapshot
    MessageBar* m_messages;
    QStackedWidget* m_pages;
    StartPage* m_start;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
};

} // namespace synoptic::ui
