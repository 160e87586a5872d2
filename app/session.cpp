// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <QDateTime>

#include "base/limits.h"
#include "exchange/edit_codec.h"

namespace synoptic::app {

using store::HistoryEntry;

namespace {

bool fitsTheProject(const edits::Edits& edits)
{
    std::size_t bytes = 0;
    for (const edits::Edit& edit : edits)
        bytes += exchange::editToJson(edit).size() + 1;
    return bytes + 2 <= limits::editBytes;
}

} // namespace

Session::Session(AnalysisJob::Runner runner, QObject* parent) : QObject(parent), m_job(std::move(runner))
{
    connect(&m_job, &AnalysisJob::progressChanged, this, &Session::progressChanged);
    connect(&m_job, &AnalysisJob::snapshotReady, this, &Session::take);
    connect(&m_job, &AnalysisJob::failed, this, &Session::failed);
    connect(&m_job, &AnalysisJob::ended, this, &Session::runEnded);
}

Session::~Session() = default;

void Session::keepProjectsIn(const std::string& stateDirectory)
{
    m_project = std::make_unique<Project>(stateDirectory);
    connect(m_project.get(), &Project::opened, this, &Session::takeProject);
    connect(m_project.get(), &Project::openFailed, this, [this](const Error& error) {
        m_projectPending = false;
        Q_EMIT projectFailed(error);
        // Kept in memory, with what follows, until saveAs finds a place for it.
        m_undoStack.clear();
        m_edits.clear();
        applyEarly();
    });
    connect(m_project.get(), &Project::saved, this, &Session::saved);
    connect(m_project.get(), &Project::saveFailed, this, &Session::saveFailed);
    connect(m_project.get(), &Project::savedAs, this, [this](const std::string& path) {
        m_projectPath = path;
        m_isUntitled = false;
        Q_EMIT savedAs(path);
    });
}

void Session::open(const std::string& path)
{
    m_undoStack.clear();
    m_edits.clear();
    m_history.clear();
    m_early.clear();
    m_view.clear();
    m_projectPath.clear();
    m_isUntitled = false;
    m_projectPending = m_project != nullptr;
    Q_EMIT historyChanged();
    if (m_project && isProjectPath(path)) {
        begin({}); // the project knows its folder
        m_project->openFile(path);
        return;
    }
    if (m_project)
        m_project->openFolder(path);
    begin(path);
}

/// Shows a folder from the start; an empty one is still to come.
void Session::begin(const std::string& folder)
{
    m_job.cancel();
    m_folder = folder;
    ++m_revision;
    m_complete = false;
    m_offer.reset();
    m_shown = {};
    show(nullptr);
    Q_EMIT folderChanged();
    if (!folder.empty())
        start(Reading::First);
}

void Session::analyzeAgain()
{
    if (!m_folder.empty())
        start(m_complete ? Reading::Again : Reading::First);
}

void Session::cancel()
{
    m_job.cancel();
}

void Session::start(Reading reading)
{
    m_keep = m_complete;
    m_reading = reading;
    m_offer.reset();
    m_marks = edits::boilerplateMarks(m_edits);
    engine::RunOptions options;
    options.folder = m_folder;
    options.boilerplate = m_marks;
    const bool mayBeKept = reading == Reading::First && !m_cacheDirectory.empty();
    m_job.start(std::move(options), m_edits, m_revision,
                mayBeKept ? engine::keptAnalysisPath(m_cacheDirectory, m_folder) : std::string());
}

// --- actions

void Session::apply(edits::Edits edits, const QString& name)
{
    if (edits.empty())
        return;
    store::Action action;
    action.name = (name.isEmpty() ? describe(edits) : name).toStdString();
    action.edits = withKeptEvents(edits);
    if (!fitsTheProject(action.edits)) {
        // What is decided of very many events at once is several actions: one must not be more than can be read back
        if (edits.size() == 1) {
            Q_EMIT failed(Error{ErrorCode::TooBig, action.name});
            return;
        }
        const auto half = edits.begin() + std::ssize(edits) / 2;
        apply(edits::Edits(edits.begin(), half), name);
        apply(edits::Edits(half, edits.end()), name);
        return;
    }
    m_undoStack.push(new EditCommand(std::move(action), listener()));
}

EditCommand::Listener Session::listener()
{
    return {[this](store::Action& action) { doAction(action); },
            [this](const store::Action& action) { undoAction(action); }};
}

/// Puts before the edits what keeps the events that they touch for the first time.
edits::Edits Session::withKeptEvents(edits::Edits edits) const
{
    if (!m_timeline)
        return edits;
    std::unordered_set<std::string> known;
    for (const edits::Edit& edit : m_edits) {
        if (const auto* kept = std::get_if<edits::KeepEvent>(&edit))
            known.insert(kept->event);
    }
    edits::Edits result;
    const auto keep = [&](const std::string& key) {
        if (!known.insert(key).second)
            return;
        const auto id = m_timeline->eventOf(key);
        if (!id || (*m_timeline)[*id].isMade || (*m_timeline)[*id].event.key != key)
            return;
        result.emplace_back(edits::keepEvent(m_timeline->analysis(), (*m_timeline)[*id].event));
    };
    constexpr std::string_view ofEvent = "event:";
    for (const edits::Edit& edit : edits) {
        for (const std::string& object : edits::objectsOf(edit)) {
            if (object.starts_with(ofEvent))
                keep(object.substr(ofEvent.size()));
        }
        if (const auto* put = std::get_if<edits::PutContradiction>(&edit))
            std::ranges::for_each(put->contradiction.events, keep);
    }
    std::ranges::move(edits, std::back_inserter(result));
    return result;
}

void Session::doAction(store::Action& action)
{
    m_edits.insert(m_edits.end(), action.edits.begin(), action.edits.end());
    if (m_restoring)
        return;
    if (m_projectPending) {
        m_early.push_back(action);
    } else if (action.number == 0) {
        action.number = m_history.size() + 1;
        record(HistoryEntry::Kind::Do, action);
    } else {
        record(HistoryEntry::Kind::Redo, action);
    }
    editsChanged();
}

void Session::undoAction(const store::Action& action)
{
    m_edits.erase(m_edits.end() - static_cast<std::ptrdiff_t>(action.edits.size()), m_edits.end());
    if (m_restoring)
        return;
    if (m_projectPending)
        m_early.pop_back();
    else
        record(HistoryEntry::Kind::Undo, action);
    editsChanged();
}

void Session::record(HistoryEntry::Kind kind, const store::Action& action)
{
    HistoryEntry entry;
    entry.number = m_history.size() + 1;
    entry.kind = kind;
    entry.target = kind == HistoryEntry::Kind::Do ? entry.number : action.number;
    entry.at = QDateTime::currentMSecsSinceEpoch();
    entry.name = action.name;
    if (kind == HistoryEntry::Kind::Do)
        entry.edits = exchange::editsToJson(action.edits);
    HistoryLine line{kind, entry.at, QString::fromStdString(action.name), {}};
    for (const edits::Edit& edit : action.edits) {
        for (std::string& object : edits::objectsOf(edit)) {
            if (std::ranges::find(line.objects, object) == line.objects.end())
                line.objects.push_back(std::move(object));
        }
    }
    m_history.push_back(std::move(line));
    if (m_project)
        m_project->append(std::move(entry));
    Q_EMIT historyChanged();
}

std::uint32_t Session::nextContradiction() const
{
    std::uint32_t highest = 0;
    for (const edits::Edit& edit : m_edits) {
        if (const auto* put = std::get_if<edits::PutContradiction>(&edit))
            highest = std::max(highest, put->contradiction.number);
    }
    return highest + 1;
}

// --- the project

void Session::takeProject(const OpenedProject& project)
{
    m_projectPending = false;
    m_projectPath = project.path;
    m_isUntitled = project.isUntitled;
    m_view = project.view;
    restore(project);
    if (m_folder.empty() && !project.folder.empty())
        begin(project.folder);
    else
        editsChanged();
    Q_EMIT historyChanged();
    Q_EMIT projectOpened(project);
    applyEarly();
}

/// What was done before there was a project is done again, so that it is written.
void Session::applyEarly()
{
    for (const store::Action& action : std::exchange(m_early, {})) {
        edits::Edits edits = action.edits;
        std::erase_if(edits, [](const edits::Edit& edit) { return std::holds_alternative<edits::KeepEvent>(edit); });
        apply(std::move(edits), QString::fromStdString(action.name));
    }
}

/// Fills the undo stack with what was done and undone before, as if it had just happened.
void Session::restore(const OpenedProject& project)
{
    m_restoring = true;
    m_undoStack.clear();
    m_edits.clear();
    const auto push = [this](const store::Action& action) { m_undoStack.push(new EditCommand(action, listener())); };
    std::ranges::for_each(project.actions.done, push);
    for (auto action = project.actions.undone.rbegin(); action != project.actions.undone.rend(); ++action)
        push(*action);
    for (std::size_t i = 0; i < project.actions.undone.size(); ++i)
        m_undoStack.undo();
    m_restoring = false;

    std::unordered_map<std::uint64_t, std::vector<std::string>> objects;
    for (const auto* actions : {&project.actions.done, &project.actions.undone}) {
        for (const store::Action& action : *actions) {
            for (const edits::Edit& edit : action.edits)
                std::ranges::move(edits::objectsOf(edit), std::back_inserter(objects[action.number]));
        }
    }
    m_history.clear();
    for (const HistoryEntry& entry : project.history)
        m_history.push_back({entry.kind, entry.at, QString::fromStdString(entry.name), objects[entry.target]});
}

void Session::saveAs(const std::string& path)
{
    if (m_project)
        m_project->saveAs(path);
}

void Session::retrySaving()
{
    if (m_project)
        m_project->retry();
}

void Session::setView(std::map<std::string, std::string> changes)
{
    std::erase_if(changes, [this](const auto& change) {
        const auto known = m_view.find(change.first);
        return known == m_view.end() ? change.second.empty() : known->second == change.second;
    });
    if (changes.empty())
        return;
    for (const auto& [key, value] : changes) {
        if (value.empty())
            m_view.erase(key);
        else
            m_view[key] = value;
    }
    if (m_project && !m_projectPending)
        m_project->setView(std::move(changes));
}

} // namespace synoptic::app
