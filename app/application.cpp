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

#include "app/engine/atomic_file.h"
#include "app/error_text.h"
#include "app/paths.h"
#include "app/read_work.h"
#include "ui/exchange/report_pdf.h"
#include "ui/exchange/work_format.h"
#include "ui/first_size.h"
#include "ui/history/history_panel.h"
#include "ui/timeline/timeline_image.h"

using namespace Qt::StringLiterals;

namespace synoptic::app {
namespace {

constexpr int failedExitCode = 3;

std::string bytesOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

QString folderName(const std::string& folder)
{
    return shownPath(folder.substr(folder.rfind('/') + 1));
}

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
            [this] { m_window.setFolder(folderName(m_session.folder())); });
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
        m_before.reset();
        m_watch.begin(m_session.folder());
    });
    connect(&m_watch, &FolderWatch::changed, &m_window, [this](const corpus::FolderChanges& changes) {
        if (changes.isEmpty())
            m_window.showMessage(tr("The folder is as it was read again."));
        else
            m_window.offerReadingAgain(tr("The folder has changed: %1.").arg(changesText(changes)));
    });
    connect(&m_window, &ui::MainWindow::readAgainRequested, this, &Application::readAgain);
    connect(&m_session, &Session::runEnded, this, &Application::compareWithBefore);
}

void Application::readAgain()
{
    if (m_session.folder().empty() || m_session.isRunning())
        return;
    m_before = m_session.timeline();
    m_watch.begin(m_session.folder());
    m_session.analyzeAgain();
}

/// Says what a new reading brought.
void Application::compareWithBefore()
{
    auto before = std::exchange(m_before, nullptr);
    auto after = m_session.timeline();
    if (!before || !after || before == after)
        return;
    m_jobs.run([this, before = std::move(before), after = std::move(after)] {
        const edits::Changes changes = edits::changesBetween(*before, *after);
        const auto come = std::ranges::count_if(changes.events, &edits::EventChange::isNew);
        const auto gone = std::ranges::count_if(changes.events, &edits::EventChange::isGone);
        const auto moved = static_cast<std::ptrdiff_t>(changes.events.size()) - come - gone;
        return [this, come, gone, moved] {
            m_window.showMessage(come + gone + moved == 0 ? tr("The folder was read again: the events are the same.")
                                                          : tr("The folder was read again: %1 new events, %2 gone, %3 "
                                                               "at other days. What you decided stands.")
                                                                .arg(come)
                                                                .arg(gone)
                                                                .arg(moved));
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
        if (isInside(bytesOf(path), m_session.folder()))
            m_window.showMessage(tr("Synoptic never writes into the folder of the sources. Choose another place."));
        else
            m_session.saveAs(bytesOf(path));
    });
    connect(&m_window, &ui::MainWindow::viewChanged, this, [this] {
        if (m_session.isComplete() && !m_viewPending)
            m_session.setView(m_window.viewState());
    });
}

// A name from the window is Unicode; a folder whose name is not is found again by what it looks like.
void Application::openNamed(const QString& path)
{
    const auto known = std::ranges::find(m_settings.recentFolders, path, [](const std::string& folder) {
        return QFile::decodeName(QByteArray::fromStdString(folder));
    });
    openFolder(known != m_settings.recentFolders.end() ? *known : bytesOf(path));
}

/// Says so if not.
bool Application::mayWrite(const QString& path)
{
    const bool isAllowed = !isInside(bytesOf(path), m_session.folder());
    if (!isAllowed)
        m_window.showMessage(tr("Synoptic never writes into the folder of the sources. Choose another place for “%1”.")
                                 .arg(path.section(u'/', -1)));
    return isAllowed;
}

void Application::exportWork(const QString& path, int format)
{
    auto timeline = m_session.timeline();
    if (!timeline || format < 0 || format >= ui::workFormats().size() || !mayWrite(path))
        return;
    m_jobs.run([this, timeline = std::move(timeline), edits = m_session.edits(), file = bytesOf(path),
                title = bytesOf(folderName(m_session.folder())), kind = ui::workFormats()[format].kind] {
        const exchange::DocumentSource source{*timeline, edits, title, "synoptic " SYNOPTIC_VERSION};
        const std::string document =
            kind ? exchange::documentOf(source, *kind) : ui::reportPdf(*timeline, title).toStdString();
        const Result<> written = engine::writeFileAtomically(file, document);
        return [this, written, file] {
            m_window.showMessage(written ? tr("“%1” was written.").arg(shownPath(file))
                                         : errorText(written.error(), shownPath(file)));
        };
    });
}

// What is joined is one action, and can be undone as one.
void Application::importWork(const QString& path)
{
    m_jobs.run([this, file = bytesOf(path)] {
        auto theirs = std::make_shared<Result<edits::Edits>>(readWork(file));
        return [this, theirs, file] {
            if (!*theirs) {
                m_window.showMessage(errorText(theirs->error(), shownPath(file)));
                return;
            }
            edits::MergedWork merged = edits::mergeWork(m_session.edits(), **theirs);
            const QString counts = tr("%1 decisions read in, %2 known already, %3 decided otherwise.")
                                       .arg(merged.added.size())
                                       .arg(merged.known)
                                       .arg(merged.conflicts.size());
            m_session.apply(std::move(merged.added), tr("Read in “%1”").arg(shownPath(file).section(u'/', -1)));
            m_window.showConflicts(merged.conflicts);
            m_window.showMessage(counts);
        };
    });
}

void Application::exportImage(const QString& path, const ui::TimelineImageOptions& options)
{
    auto timeline = m_session.timeline();
    if (!timeline) {
        m_window.showMessage(tr("There is no timeline to export yet."));
        return;
    }
    if (!mayWrite(path))
        return;
    ui::TimelineImageOptions complete = options;
    if (complete.title.isEmpty())
        complete.title = folderName(m_session.folder());
    m_jobs.run([this, timeline = std::move(timeline), complete, file = bytesOf(path)] {
        Result<> written;
        if (const auto image = ui::renderTimelineImage(*timeline, complete))
            written = engine::writeFileAtomically(
                file, std::string_view(image->constData(), static_cast<std::size_t>(image->size())));
        else
            written = tl::unexpected(image.error());
        return [this, written, file] {
            m_window.showMessage(written ? tr("The timeline was exported to “%1”.").arg(shownPath(file))
                                         : errorText(written.error(), shownPath(file)));
        };
    });
}

// Not on this thread, as the edits themselves.
void Application::preview(const edits::SetPublication& edit)
{
    auto timeline = m_session.timeline();
    if (!timeline)
        return;
    edits::Edits edits = m_session.edits();
    edits.emplace_back(edit);
    m_jobs.run([this, timeline = std::move(timeline), edits = std::move(edits), edit] {
        const auto then = edits::applyEdits(timeline->found(), edits);
        return [this, edit, changes = edits::changesBetween(*timeline, *then)] { m_window.setPreview(edit, changes); };
    });
}

void Application::exportPicture(const QString& path, const QByteArray& bytes)
{
    if (!mayWrite(path))
        return;
    m_jobs.run([this, bytes, file = bytesOf(path)] {
        const auto written = engine::writeFileAtomically(
            file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
        return [this, written, file] {
            m_window.showMessage(written ? tr("The picture was saved as “%1”.").arg(shownPath(file))
                                         : errorText(written.error(), shownPath(file)));
        };
    });
}

// A search of its own queue: one that is typed over is stopped, and no export holds it back.
void Application::search(const search::Query& query)
{
    m_searchStop.request_stop();
    m_searchStop = std::stop_source();
    auto timeline = m_session.timeline();
    if (query.text.empty() || !timeline)
        return;
    m_searches.run([this, timeline = std::move(timeline), query, stop = m_searchStop.get_token()] {
        auto found =
            std::make_shared<Result<search::Found>>(search::find(timeline->analysis().articles, query, {}, stop));
        return [this, query, found] { m_window.setSearchResult(query, *found); };
    });
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
