// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QFile>
#include <QScreen>
#include <QSessionManager>

#include "app/error_text.h"
#include "app/paths.h"
#include "ui/changes/change_offer.h"
#include "ui/first_size.h"
#include "ui/history/history_panel.h"

using namespace Qt::StringLiterals;

namespace synoptic::app {
namespace {

constexpr int failedExitCode = 3;

/// The history in the words of the window.
std::vector<ui::HistoryItem> historyItems(const Session& session)
{
    using Kind = store::HistoryEntry::Kind;
    std::vector<ui::HistoryItem> items;
    items.reserve(session.history().size());
    for (const HistoryLine& line : session.history()) {
        const QString words = line.kind == Kind::Undo   ? Application::tr("Undone: %1").arg(line.name)
                              : line.kind == Kind::Redo ? Application::tr("Done again: %1").arg(line.name)
                                                        : line.name;
        items.push_back({QDateTime::fromMSecsSinceEpoch(line.at).toLocalTime(), words, line.objects});
    }
    return items;
}

/// "3 new files, 1 changed"
QString changesText(const corpus::FolderChanges& changes)
{
    QStringList parts;
    const auto add = [&parts](std::size_t count, const QString& one, const QString& many) {
        if (count > 0)
            parts << (count == 1 ? one : many.arg(count));
    };
    add(changes.added, Application::tr("one new file"), Application::tr("%1 new files"));
    add(changes.changed, Application::tr("one that changed"), Application::tr("%1 that changed"));
    add(changes.removed, Application::tr("one that is gone"), Application::tr("%1 that are gone"));
    return parts.join(Application::tr(", "));
}

} // namespace

Application::Application(SettingsStore store, AnalysisJob::Runner runner, QObject* parent)
    : QObject(parent), m_store(std::move(store)), m_settings(m_store.load()), m_session(std::move(runner))
{
    m_session.keepProjectsIn(m_store.stateDirectory());
    connectSession();
    connectWindow();
    connectProject();
    connectFolderWatch();
    m_window.installEventFilter(this);
    if (!m_window.restoreLayout(m_settings.layout))
        ui::setFirstSize(m_window, m_window.screen()->availableSize());
    showRecentFolders();
}

Application::~Application()
{
    m_window.removeEventFilter(this);
    m_searchStop.request_stop();
}

void Application::run(const CommandLine& commandLine)
{
    m_window.show();
    if (commandLine.quitWhenDone)
        quitAfterFirstTimeline();
    if (!commandLine.folder.empty())
        openFolder(commandLine.folder);
}

void Application::openFolder(const std::string& folder)
{
    const std::string absolute = absolutePath(folder);
    m_session.open(absolute);
    if (absolute != sampleFolder())
        changeRecentFolders([absolute](Settings& settings) { rememberFolder(settings, absolute); });
}

void Application::connectSession()
{
    connect(&m_session, &Session::folderChanged, &m_window,
            [this] { m_window.setFolder(shownName(m_session.folder())); });
    connect(&m_session, &Session::timelineChanged, &m_window, [this] {
        m_window.setTimeline(m_session.timeline());
        if (!m_session.isComplete())
            return;
        if (std::exchange(m_viewPending, false))
            m_window.restoreView(m_session.view());
        Q_EMIT timelineShown();
    });
    connect(&m_session, &Session::progressChanged, &m_window, &ui::MainWindow::setProgress);
    connect(&m_session, &Session::runEnded, &m_window, &ui::MainWindow::finishProgress);
    connect(&m_session, &Session::failed, &m_window,
            [this](const Error& error) { m_window.showMessage(errorText(error, shownPath(m_session.folder()))); });
}

void Application::connectWindow()
{
    connect(&m_window, &ui::MainWindow::openFolderRequested, this, &Application::openNamed);
    connect(&m_window, &ui::MainWindow::openSampleRequested, this, [this] {
        if (const std::string sample = sampleFolder(); !sample.empty())
            openFolder(sample);
        else
            m_window.showMessage(tr("The sample folder is missing: Synoptic is not wholly installed."));
    });
    connect(&m_window, &ui::MainWindow::clearRecentFoldersRequested, this,
            [this] { changeRecentFolders([](Settings& settings) { settings.recentFolders.clear(); }); });
    connect(&m_window, &ui::MainWindow::searchRequested, this, &Application::search);
    connect(&m_window, &ui::MainWindow::editRequested, this,
            [this](const edits::Edit& edit) { m_session.apply(edit); });
    connect(&m_window, &ui::MainWindow::actionRequested, this,
            [this](const edits::Edits& edits, const QString& name) { m_session.apply(edits, name); });
    connect(&m_window, &ui::MainWindow::previewRequested, this, &Application::preview);
    connect(&m_session, &Session::historyChanged, &m_window, [this] { m_window.setHistory(historyItems(m_session)); });
    QUndoStack& stack = m_session.undoStack();
    connect(&m_window, &ui::MainWindow::undoRequested, &stack, &QUndoStack::undo);
    connect(&m_window, &ui::MainWindow::redoRequested, &stack, &QUndoStack::redo);
    const auto showUndo = [this] {
        const QUndoStack& own = m_session.undoStack();
        m_window.setUndo(own.canUndo() ? own.undoText() : QString(), own.canRedo() ? own.redoText() : QString());
    };
    connect(&stack, &QUndoStack::indexChanged, &m_window, showUndo); // the window goes before the session
    connect(&stack, &QUndoStack::cleanChanged, &m_window, showUndo);
    connect(&m_window, &ui::MainWindow::cancelRequested, &m_session, &Session::cancel);
    connect(&m_window, &ui::MainWindow::imageExportRequested, this, &Application::exportImage);
    connect(&m_window, &ui::MainWindow::pictureExportRequested, this, &Application::exportPicture);
    connect(&m_window, &ui::MainWindow::workExportRequested, this, &Application::exportWork);
    connect(&m_window, &ui::MainWindow::importRequested, this, &Application::importWork);
    // Logging out never asks: all there is to keep is kept, and closing the window is never refused.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &Application::rememberLayout);
}

// What changed is offered and never read by itself: the texts one reads must not move.
void Application::connectFolderWatch()
{
    connect(&m_session, &Session::folderChanged, this, [this] {
        m_window.offerChanges({}, {});
        m_firstView.clear();
        m_watch.begin(m_session.folder());
    });
    connect(&m_watch, &FolderWatch::changed, &m_window, [this](const corpus::FolderChanges& changes) {
        if (changes.isEmpty())
            m_window.showMessage(tr("The folder is as it was read again."));
        else
            m_window.offerReadingAgain(tr("The folder has changed: %1.").arg(changesText(changes)));
    });
    connect(&m_window, &ui::MainWindow::readAgainRequested, this, &Application::readAgain);
    connect(&m_session, &Session::offered, this, &Application::compareWithBefore);
    connect(&m_window, &ui::MainWindow::offerTaken, &m_session, &Session::takeOffer);
    connect(&m_window, &ui::MainWindow::offerLeft, &m_session, &Session::leaveOffer);
}

void Application::readAgain()
{
    if (m_session.folder().empty() || m_session.isRunning())
        return;
    m_window.offerChanges({}, {});
    m_watch.begin(m_session.folder());
    m_session.analyzeAgain();
}

/// Shows what a new reading would change, before it does; one that changes nothing is taken.
void Application::compareWithBefore(const std::shared_ptr<const edits::Timeline>& then, bool isUpdate)
{
    m_jobs.run([this, now = m_session.timeline(), then, isUpdate] {
        return [this, then, isUpdate, changes = edits::changesBetween(*now, *then)] {
            if (m_session.offer() != then)
                return; // it was read once more meanwhile
            if (changes.isEmpty()) {
                m_session.takeOffer();
                if (!isUpdate)
                    m_window.showMessage(tr("The folder was read again: the events are the same."));
                return;
            }
            const QString what = ui::changesInWords(changes);
            m_window.offerChanges(
                isUpdate
                    ? tr("This version of Synoptic reads the folder otherwise than the one that read it last: %1. What "
                         "you decided stands either way.")
                          .arg(what)
                    : tr("Read again, the folder gives: %1. What you decided stands either way.").arg(what),
                changes);
        };
    });
}

void Application::connectProject()
{
    connect(&m_session, &Session::projectOpened, &m_window, [this](const OpenedProject& project) {
        m_viewPending = !project.view.empty();
        if (m_viewPending && m_session.isComplete() && m_session.timeline()) {
            m_viewPending = false;
            m_window.restoreView(project.view);
        }
        m_window.setSaved({});
        const QString name = shownPath(project.path);
        if (project.restoration)
            m_window.showMessage(
                tr("The project was damaged and was restored from a copy; the damaged file lies at “%1”.")
                    .arg(shownPath(project.restoration->damagedCopy)));
        else if (project.mode == store::Mode::HeldByOther)
            m_window.showMessage(tr("%1 has this project open: here it can be read, and what you change is not saved.")
                                     .arg(shownPath(project.holder)));
        else if (project.mode == store::Mode::Newer)
            m_window.showMessage(
                tr("“%1” was written by a later version of Synoptic: it can be read here, not changed.").arg(name));
        else if (project.mode != store::Mode::ReadWrite)
            m_window.showMessage(tr("“%1” cannot be written to: it can be read here, not changed.").arg(name));
    });
    connect(&m_session, &Session::projectFailed, &m_window, [this](const Error& error) {
        m_window.showSaveFailure(errorText(error, tr("the project of this folder")));
    });
    connect(&m_session, &Session::saved, &m_window, [this](qint64 at) {
        if (m_session.history().empty())
            return; // what is kept of a folder that was only looked at is no work of the analyst's
        m_window.setSaved(
            tr("saved %1").arg(QDateTime::fromMSecsSinceEpoch(at).toLocalTime().time().toString(u"HH:mm"_s)));
    });
    connect(&m_session, &Session::saveFailed, &m_window, [this](const Error& error) {
        m_window.showSaveFailure(tr("The last change is not saved. %1").arg(errorText(error, tr("the project"))));
    });
    connect(&m_session, &Session::savedAs, &m_window, [this](const std::string& path) {
        m_window.showMessage(tr("The project is kept in “%1” from now on.").arg(shownPath(path)));
    });
    connect(&m_window, &ui::MainWindow::retrySavingRequested, &m_session, &Session::retrySaving);
    connect(&m_window, &ui::MainWindow::saveAsRequested, this, [this](const QString& path) {
        if (isInside(pathBytes(path), m_session.folder()))
            m_window.showMessage(tr("Synoptic never writes into the folder of the sources. Choose another place."));
        else
            m_session.saveAs(pathBytes(path));
    });
    connect(&m_window, &ui::MainWindow::viewChanged, this, [this] {
        if (m_session.isComplete() && !m_viewPending)
            keepView();
    });
}

/// Where one is comes back with the project. A folder that was only looked at has none: how it is shown at first is the
/// program's doing, once panes and timeline have found their sizes.
void Application::keepView()
{
    const auto view = m_window.viewState();
    if (m_session.history().empty() && m_session.view().empty()) {
        const auto first = std::exchange(m_firstView, {});
        const bool isFirst = first.empty() && view.at("selection").empty();
        if (isFirst || view == first) {
            m_firstView = view;
            return;
        }
    }
    m_session.setView(view);
}

// A name from the window is Unicode; a folder whose name is not is found again by what it looks like.
void Application::openNamed(const QString& path)
{
    const auto known = std::ranges::find(m_settings.recentFolders, path, [](const std::string& folder) {
        return QFile::decodeName(QByteArray::fromStdString(folder));
    });
    openFolder(known != m_settings.recentFolders.end() ? *known : pathBytes(path));
}

bool Application::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Close)
        rememberLayout();
    return QObject::eventFilter(watched, event);
}

void Application::rememberLayout()
{
    changeSettings([layout = m_window.saveLayout()](Settings& settings) { settings.layout = layout; });
}

// Another window may have written since we read, so the change is made to what is there now. On the queue's thread:
// a disk may take longer to say "written" than a frame lasts.
void Application::changeSettings(const std::function<void(Settings&)>& change)
{
    change(m_settings);
    m_jobs.run([this, store = m_store, change] {
        const Settings before = store.load();
        Settings after = before;
        change(after);
        const Result<> saved = after == before ? Result<>() : store.save(after);
        return [this, saved] {
            if (!saved)
                m_window.showMessage(errorText(saved.error(), tr("settings")));
        };
    });
}

void Application::changeRecentFolders(const std::function<void(Settings&)>& change)
{
    changeSettings(change);
    showRecentFolders();
}

void Application::showRecentFolders()
{
    const auto shown = [](const std::string& folder) { return QFile::decodeName(QByteArray::fromStdString(folder)); };
    QStringList folders;
    for (const std::string& folder : m_settings.recentFolders)
        folders.append(shown(folder));
    m_window.setRecentFolders(folders);
    // A disk may sleep, so not on this thread; a network may never answer, so that is not asked at all.
    m_jobs.run([this, recent = m_settings.recentFolders, folders, shown] {
        QStringList missing;
        for (const std::string& folder : recent) {
            if (!isRemote(folder) && !isFolder(folder))
                missing.append(shown(folder));
        }
        return [this, recent, folders, missing] {
            if (recent == m_settings.recentFolders)
                m_window.setRecentFolders(folders, missing);
        };
    });
}

void Application::quitAfterFirstTimeline()
{
    // Once: the project that comes a moment later makes another timeline
    connect(
        this, &Application::timelineShown, this,
        [this] {
            const edits::Timeline& timeline = *m_session.timeline();
            std::printf("%zu articles, %zu events, %zu skipped\n", timeline.analysis().articles.size(),
                        timeline.events().size(), timeline.analysis().skipped.size());
            std::fflush(stdout);
        },
        Qt::SingleShotConnection);
    connect(&m_session, &Session::failed, this, [this](const Error& error) {
        std::fprintf(stderr, "synoptic: %s\n", qPrintable(errorText(error, shownPath(m_session.folder()))));
    });
    // Queued: a loop that does not run yet cannot be left.
    connect(
        this, &Application::timelineShown, qApp, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    connect(
        &m_session, &Session::failed, qApp, [] { QCoreApplication::exit(failedExitCode); }, Qt::QueuedConnection);
}

} // namespace synoptic::app
