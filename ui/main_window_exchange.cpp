// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the window hands on and takes in: reports, tables, a colleague's work.
#include <algorithm>

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>

#include "ui/changes/change_offer.h"
#include "ui/exchange/conflict_list.h"
#include "ui/exchange/work_format.h"
#include "ui/main_window.h"
#include "ui/message_bar.h"
#include "ui/notes/notes_panel.h"

namespace synoptic::ui {

void MainWindow::connectExchange()
{
    connect(m_exportWork, &QAction::triggered, this, &MainWindow::exportWork);
    connect(m_import, &QAction::triggered, this, &MainWindow::importWork);
    connect(m_conflicts, &ConflictList::editRequested, this, &MainWindow::editRequested);
    connect(m_offer, &ChangeOffer::taken, this, [this] {
        m_offerDock->hide();
        Q_EMIT offerTaken();
    });
    connect(m_offer, &ChangeOffer::left, this, [this] {
        m_offerDock->hide();
        Q_EMIT offerLeft();
    });
}

void MainWindow::exportWork()
{
    m_notes->handOver(); // what is being written goes out too
    QStringList filters;
    for (const WorkFormat& format : workFormats())
        filters << QStringLiteral("%1 (*%2)").arg(format.name, format.suffix);
    QString filter;
    QString path =
        QFileDialog::getSaveFileName(this, tr("Export report or data"), m_folder + workFormats().front().suffix,
                                     filters.join(QStringLiteral(";;")), &filter);
    if (path.isEmpty())
        return;
    const int chosen = std::max(static_cast<int>(filters.indexOf(filter)), 0);
    const QString suffix = workFormats()[chosen].suffix;
    if (!path.endsWith(suffix, Qt::CaseInsensitive)) {
        // A name that was offered for another form, or typed with half a suffix
        for (const WorkFormat& other : workFormats())
            if (path.endsWith(other.suffix, Qt::CaseInsensitive))
                path.chop(other.suffix.size());
        path += suffix;
    }
    Q_EMIT workExportRequested(path, chosen);
}

void MainWindow::importWork()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Read in someone's work"), {},
        tr("Work (*.synoptic *.json *.csv);;Projects (*.synoptic);;What was decided (*.json);;Tables (*.csv)"));
    if (!path.isEmpty())
        Q_EMIT importRequested(path);
}

void MainWindow::offerReadingAgain(const QString& text)
{
    m_messages->offer(text, {m_readAgain});
}

void MainWindow::offerChanges(const QString& words, const edits::Changes& changes)
{
    m_offerDock->setVisible(!words.isEmpty());
    if (words.isEmpty())
        return;
    m_offer->offer(words, changes);
    m_offerDock->raise();
}

void MainWindow::showConflicts(const std::vector<edits::WorkConflict>& conflicts)
{
    m_conflicts->add(conflicts);
    if (m_conflicts->count() == 0)
        return;
    m_conflictsDock->show();
    m_conflictsDock->raise();
}

} // namespace synoptic::ui
