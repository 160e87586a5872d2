// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>

#include <QObject>

#include "app/command_line.h"
#include "app/folder_watch.h"
#include "app/job_queue.h"
#include "app/session.h"
#include "app/settings.h"
#include "ui/main_window.h"

namespace synoptic::app {

/// The composition root: makes the window, the session and the store, and connects them. Nothing else knows both sides.
class Application final : public QObject
{
    Q_OBJECT

public:
    /// @p runner is engine::runAnalysis but in tests.
    explicit Application(SettingsStore store, AnalysisJob::Runner runner = engine::runAnalysis,
                         QObject* parent = nullptr);
    ~Application() override;
    Q_DISABLE_COPY_MOVE(Application)

    /// Shows the window, and opens the folder if one was named.
    void run(const CommandLine& commandLine);
    /// @p folder is a path, bytes, relative to the working directory.
    void openFolder(const std::string& folder);

    /// See Session::keepAnalysesIn.
    void keepAnalysesIn(const std::string& cacheDirectory) { m_session.keepAnalysesIn(cacheDirectory); }

    ui::MainWindow& window() { return m_window; }
    Session& session() { return m_session; }

Q_SIGNALS:
    /// The window shows a complete timeline.
    void timelineShown();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectSession();
    void connectWindow();
    void connectProject();
    void connectFolderWatch();
    void readAgain();
    void compareWithBefore(const std::shared_ptr<const edits::Timeline>& then, bool isUpdate);
    bool mayWrite(const QString& path);
    void exportWork(const QString& path, int format);
    void importWork(const QString& path);
    void preview(const edits::SetPublication& edit);
    void exportImage(const QString& path, const ui::TimelineImageOptions& options);
    void exportPicture(const QString& path, const QByteArray& bytes);
    void openNamed(const QString& path);
    void rememberLayout();
    void keepView();
    void search(const search::Query& query);
    void changeSettings(const std::function<void(Settings&)>& change);
    void changeRecentFolders(const std::function<void(Settings&)>& change);
    void showRecentFolders();
    void quitAfterFirstTimeline();

    SettingsStore m_store;
    Settings m_settings;
    Session m_session;
    FolderWatch m_watch;
    ui::MainWindow m_window;
    std::map<std::string, std::string> m_firstView; // how the folder is shown before anyone did anything
    bool m_viewPending = false;                     // a project was opened whose view is not shown yet
    std::stop_source m_searchStop;                  // of the search that runs
    JobQueue m_searches;
    JobQueue m_jobs; // last: its continuations use the rest
};

} // namespace synoptic::app
