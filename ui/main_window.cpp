// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include "ui/message_bar.h"
#include "ui/plain_label.h"
#include "ui/start_page.h"

namespace synoptic::ui {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_messages(new MessageBar)
    , m_pages(new QStackedWidget)
    , m_start(new StartPage)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    auto* center = new QWidget;
    auto* column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    m_pages->addWidget(m_start);
    setCentralWidget(center);
    statusBar()->addPermanentWidget(m_progress);
    statusBar()->addPermanentWidget(m_cancel);
    finishProgress();
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::openSampleRequested);
    connect(m_start, &StartPage::folderChosen, this, &MainWindow::openFolderRequested);
    connect(m_cancel, &QPushButton::clicked, this, &MainWindow::cancelRequested);
    setFolder({});
}

MainWindow::~MainWindow() = default;

void MainWindow::setFolder(const QString& name)
{
    setWindowTitle(name.isEmpty() ? tr("Synoptic") : tr("%1 – Synoptic").arg(name));
}

void MainWindow::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    m_timeline = std::move(timeline);
}

void MainWindow::setProgress(const RunProgress& progress)
{
    m_progress->setRange(0, progress.total);
    m_progress->setValue(progress.done);
    m_progress->show();
    m_cancel->show();
}

void MainWindow::finishProgress()
{
    m_progress->hide();
    m_cancel->hide();
}

void MainWindow::setRecentFolders(const QStringList& folders)
{
    m_start->setRecentFolders(folders);
}

void MainWindow::showMessage(const QString& text)
{
    m_messages->say(text);
}

QByteArray MainWindow::saveLayout() const
{
    return saveState();
}

bool MainWindow::restoreLayout(const QByteArray& layout)
{
    return restoreState(layout);
}

} // namespace synoptic::ui
