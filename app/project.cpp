// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project.h"

#include <utility>

#include <QDateTime>

#include "app/project_file.h"

namespace synoptic::app {

Project::Project(std::string stateDirectory, QObject* parent)
    : QObject(parent), m_file(std::make_shared<ProjectFile>(std::move(stateDirectory)))
{}

Project::~Project()
{
    m_queue.run([file = m_file] {
        file->close();
        return JobQueue::Continuation();
    });
}

void Project::openFolder(const std::string& folder)
{
    m_queue.run([this, file = m_file, folder] {
        auto project = file->openFolder(folder);
        return [this, project = std::move(project)] {
            if (project)
                Q_EMIT opened(*project);
            else
                Q_EMIT openFailed(project.error());
        };
    });
}

void Project::openFile(const std::string& path)
{
    m_queue.run([this, file = m_file, path] {
        auto project = file->openFile(path);
        return [this, project = std::move(project)] {
            if (project)
                Q_EMIT opened(*project);
            else
                Q_EMIT openFailed(project.error());
        };
    });
}

void Project::append(store::HistoryEntry entry)
{
    write([entry = std::move(entry)](ProjectFile& file) { file.take({{entry}, {}, {}}); });
}

void Project::setView(std::map<std::string, std::string> changes)
{
    write([changes = std::move(changes)](ProjectFile& file) { file.take({{}, changes, {}}); });
}

void Project::setSources(std::map<std::string, std::string> sources)
{
    write([sources = std::move(sources)](ProjectFile& file) { file.take({{}, {}, sources}); });
}

void Project::retry()
{
    write([](ProjectFile&) {});
}

void Project::write(std::function<void(ProjectFile&)> change)
{
    m_queue.run([this, file = m_file, change = std::move(change)] {
        change(*file);
        const Result<> written = file->flush();
        return [this, written, at = QDateTime::currentMSecsSinceEpoch()] {
            if (written)
                Q_EMIT saved(at);
            else
                Q_EMIT saveFailed(written.error());
        };
    });
}

void Project::saveAs(const std::string& path)
{
    m_queue.run([this, file = m_file, path] {
        const Result<> written = file->saveAs(path);
        return [this, written, path, at = QDateTime::currentMSecsSinceEpoch()] {
            if (!written) {
                Q_EMIT saveFailed(written.error());
                return;
            }
            Q_EMIT savedAs(path);
            Q_EMIT saved(at);
        };
    });
}

} // namespace synoptic::app
