// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project_file.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include <unistd.h>

#include "app/engine/atomic_file.h"
#include "app/paths.h"
#include "base/digest.h"

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace synoptic::app {
namespace {

constexpr std::string_view projectSuffix = ".synoptic";
constexpr std::chrono::minutes backupEvery = 10min;
constexpr std::size_t nameDigits = 16;

std::string nameFor(const std::string& path)
{
    return sha256Hex(path).substr(0, nameDigits);
}

std::string projectsFolder(const std::string& stateDirectory)
{
    return stateDirectory + "/projects";
}

/// Beside an untitled project that was moved: where to.
std::string signpostOf(const std::string& untitled)
{
    return untitled + ".moved";
}

std::string readSignpost(const std::string& untitled)
{
    constexpr std::streamsize longest = 4096;
    std::ifstream file(signpostOf(untitled), std::ios::binary);
    std::string path(longest, '\0');
    file.read(path.data(), longest);
    path.resize(static_cast<std::size_t>(file.gcount()));
    return path;
}

} // namespace

std::string untitledProjectPath(const std::string& stateDirectory, const std::string& folder)
{
    return projectsFolder(stateDirectory) + "/" + nameFor(folder) + std::string(projectSuffix);
}

bool isProjectPath(const std::string& path)
{
    return path.ends_with(projectSuffix);
}

Result<OpenedProject> ProjectFile::openFolder(const std::string& folder)
{
    close();
    m_folder = folder;
    const std::string untitled = untitledProjectPath(m_state, folder);
    if (const std::string moved = readSignpost(untitled); !moved.empty()) {
        if (auto opened = openAt(moved, false))
            return opened;
    }
    if (!makePrivateDirectory(m_state) || !makePrivateDirectory(projectsFolder(m_state)))
        return failure(ErrorCode::WriteFailed, "cannot make " + projectsFolder(m_state));
    auto opened = openAt(untitled, true);
    if (opened || opened.error().code != ErrorCode::NotFound)
        return opened;
    return reserve(untitled);
}

Result<OpenedProject> ProjectFile::openFile(const std::string& path)
{
    close();
    return openAt(path, false);
}

Result<> ProjectFile::flush()
{
    while (!m_pending.empty()) {
        if (!m_store) {
            if (!m_toMake.empty() && !isWorthAFile())
                return {};
            if (auto made = make(); !made)
                return made;
        }
        if (auto written = writeFirst(); !written)
            return written;
        m_pending.pop_front();
        m_backupIsDue = true;
    }
    if (m_store && m_backupIsDue && Clock::now() - m_lastBackup >= backupEvery)
        backUp();
    return {};
}

Result<> ProjectFile::saveAs(const std::string& path)
{
    if (m_store && m_store->path() == path)
        return flush();
    auto made = store::ProjectStore::create(path, whole());
    if (!made)
        return tl::unexpected(made.error());
    const std::string before = m_store ? m_store->path() : m_toMake;
    const bool wasUntitled = m_isUntitled && !before.empty();
    m_store.emplace(*std::move(made));
    m_pending.clear();
    m_isUntitled = false;
    m_toMake.clear();
    m_reserved.reset();
    if (wasUntitled) {
        // First the signpost: without it the folder would begin anew.
        if (engine::writeFileAtomically(signpostOf(before), m_store->path()))
            ::unlink(before.c_str());
    }
    backUp();
    return {};
}

void ProjectFile::close()
{
    if (!m_pending.empty() && !flush())
        rescue();
    if (m_store && m_pending.empty() && m_backupIsDue)
        backUp();
    m_store.reset();
    m_pending.clear();
    m_folder.clear();
    m_toMake.clear();
    m_reserved.reset();
}

/// There is no project of the folder yet, and none is made before there is something to keep: looking at a folder
/// leaves nothing behind. Until then the name is held.
Result<OpenedProject> ProjectFile::reserve(const std::string& untitled)
{
    auto outcome = store::takeLock(untitled, store::OpenOptions().owner);
    if (!outcome)
        return tl::unexpected(outcome.error());
    OpenedProject project;
    project.path = untitled;
    project.isUntitled = true;
    project.folder = m_folder;
    if (!outcome->lock) {
        project.mode = store::Mode::HeldByOther;
        project.holder = outcome->holder;
        return project;
    }
    m_reserved.emplace(std::move(*outcome->lock));
    m_toMake = untitled;
    m_isUntitled = true;
    return project;
}

/// Decisions are, and where one was; which articles there are can be found again.
bool ProjectFile::isWorthAFile() const
{
    return std::ranges::any_of(m_pending,
                               [](const Change& change) { return !change.entries.empty() || !change.view.empty(); });
}

Result<> ProjectFile::make()
{
    if (m_toMake.empty())
        return failure(ErrorCode::WriteFailed, "there is no project file");
    store::ProjectContent content;
    content.folder = m_folder;
    store::OpenOptions options;
    options.mustBeNew = true;
    auto made = store::ProjectStore::create(m_toMake, content, options, m_reserved);
    if (!made) {
        // Made by us the last time, and then something failed: there is nothing in it yet
        m_reserved.reset();
        auto there = store::ProjectStore::open(m_toMake);
        if (there && there->mode() == store::Mode::ReadWrite && there->content().history.empty()) {
            made = std::move(there);
        } else {
            there = failure(ErrorCode::NotFound); // lets go of the file
            if (auto again = store::takeLock(m_toMake, options.owner); again && again->lock)
                m_reserved.emplace(std::move(*again->lock));
            return tl::unexpected(made.error());
        }
    }
    m_store.emplace(*std::move(made));
    m_toMake.clear();
    return {};
}

/// What could not be saved to the end goes into a project of its own, so that it can still be opened.
void ProjectFile::rescue()
{
    constexpr int mostTries = 100;
    const store::ProjectContent content = whole();
    for (int attempt = 1; attempt < mostTries; ++attempt) {
        const std::string path =
            projectsFolder(m_state) + "/rescued-" + std::to_string(attempt) + std::string(projectSuffix);
        if (::access(path.c_str(), F_OK) == 0)
            continue;
        if (store::ProjectStore::create(path, content))
            m_pending.clear();
        return;
    }
}

/// The project with what waits to be written.
store::ProjectContent ProjectFile::whole() const
{
    store::ProjectContent content = m_store ? m_store->content() : store::ProjectContent();
    if (content.folder.empty())
        content.folder = m_folder;
    for (const Change& change : m_pending)
        addTo(content, change);
    return content;
}

Result<OpenedProject> ProjectFile::openAt(const std::string& path, bool isUntitled)
{
    auto opened = store::ProjectStore::open(path);
    std::optional<store::Restoration> restoration;
    const bool isDamaged =
        opened ? opened->mode() == store::Mode::Damaged : opened.error().code == ErrorCode::Malformed;
    if (isDamaged) {
        if (opened)
            opened = failure(ErrorCode::Malformed, opened->damage().front().where); // and lets go of the file
        auto restored = store::restoreFromBackup(path, backupFolder(path));
        if (!restored)
            return tl::unexpected(opened.error());
        restoration = *std::move(restored);
        opened = store::ProjectStore::open(path);
    }
    if (!opened)
        return tl::unexpected(opened.error());
    m_store.emplace(*std::move(opened));
    m_isUntitled = isUntitled;
    m_folder = m_store->content().folder;
    backUp();
    auto project = describe();
    if (project)
        project->restoration = std::move(restoration);
    return project;
}

Result<OpenedProject> ProjectFile::describe() const
{
    const store::ProjectContent& content = m_store->content();
    auto actions = store::replay(content.history);
    if (!actions)
        return tl::unexpected(actions.error());
    OpenedProject project;
    project.path = m_store->path();
    project.isUntitled = m_isUntitled;
    project.folder = content.folder;
    project.mode = m_store->mode();
    project.holder = m_store->holder();
    project.endedUncleanly = m_store->endedUncleanly();
    project.actions = *std::move(actions);
    project.view = content.view;
    project.history.reserve(content.history.size());
    for (const store::HistoryEntry& entry : content.history)
        project.history.push_back({entry.number, entry.kind, entry.target, entry.at, entry.name, {}});
    return project;
}

Result<> ProjectFile::writeFirst()
{
    Change& change = m_pending.front();
    if (!change.entries.empty()) {
        if (auto written = m_store->append(change.entries); !written)
            return written;
        change.entries.clear();
    }
    if (!change.view.empty()) {
        if (auto written = m_store->setView(change.view); !written)
            return written;
        change.view.clear();
    }
    return change.sources ? m_store->setSources(*change.sources) : Result<>();
}

void ProjectFile::addTo(store::ProjectContent& content, const Change& change)
{
    content.history.insert(content.history.end(), change.entries.begin(), change.entries.end());
    for (std::size_t i = 0; i < content.history.size(); ++i) {
        content.history[i].number = i + 1;
        if (content.history[i].kind == store::HistoryEntry::Kind::Do)
            content.history[i].target = i + 1;
    }
    for (const auto& [key, value] : change.view) {
        if (value.empty())
            content.view.erase(key);
        else
            content.view[key] = value;
    }
    if (change.sources)
        content.sources = *change.sources;
}

std::string ProjectFile::backupFolder(const std::string& path) const
{
    return m_state + "/backups/" + nameFor(path);
}

// A backup that fails is tried again at the next occasion; the project itself is whole.
void ProjectFile::backUp()
{
    m_lastBackup = Clock::now();
    if (m_store->mode() != store::Mode::ReadWrite)
        return;
    const std::string folder = backupFolder(m_store->path());
    if (makePrivateDirectory(m_state) && makePrivateDirectory(m_state + "/backups") && makePrivateDirectory(folder))
        m_backupIsDue = !store::backUp(*m_store, folder);
}

} // namespace synoptic::app
