// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folder_watch.h"

#include <algorithm>
#include <set>

#include <QFile>

namespace synoptic::app {

namespace {

constexpr int restMs = 1200; // a copy of many files is one change
/// The system gives a user some 8,000 watches, and others want some too. A folder tells of files that come and go; only
/// a change within a file needs a watch of its own.
constexpr std::size_t mostFolders = 1000;
constexpr std::size_t mostFiles = 2000;

QString pathOf(const std::string& bytes)
{
    return QFile::decodeName(QByteArray::fromStdString(bytes));
}

} // namespace

FolderWatch::FolderWatch(QObject* parent) : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &FolderWatch::look);
}

void FolderWatch::stop()
{
    ++m_revision;
    m_folder.clear();
    m_read.reset();
    m_watcher.reset();
    m_rest.stop();
}

void FolderWatch::begin(const std::string& folder)
{
    stop();
    m_folder = folder;
    m_said = {};
    m_jobs.run([this, folder, revision = m_revision] {
        auto scan = corpus::scanFolder(folder);
        auto read = scan ? std::make_shared<const corpus::FolderScan>(std::move(*scan)) : nullptr;
        return [this, read = std::move(read), revision] {
            if (revision != m_revision || !read)
                return;
            m_read = read;
            watch(*read);
        };
    });
}

void FolderWatch::watch(const corpus::FolderScan& scan)
{
    std::set<std::string> folders{m_folder};
    QStringList paths;
    for (const corpus::ScannedFile& file : scan.files) {
        for (std::size_t slash = file.file.find('/'); slash != std::string::npos && folders.size() < mostFolders;
             slash = file.file.find('/', slash + 1))
            folders.insert(m_folder + "/" + file.file.substr(0, slash));
        if (static_cast<std::size_t>(paths.size()) < mostFiles)
            paths << pathOf(m_folder + "/" + file.file);
    }
    if (scan.metadataCsv)
        paths << pathOf(m_folder + "/" + scan.metadataCsv->file);
    for (const std::string& folder : folders)
        paths << pathOf(folder);
    // Made anew each time: a file that was replaced is another one, and the old watch died with it
    m_watcher = std::make_unique<QFileSystemWatcher>();
    m_watcher->addPaths(paths);
    connect(m_watcher.get(), &QFileSystemWatcher::directoryChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_watcher.get(), &QFileSystemWatcher::fileChanged, &m_rest, qOverload<>(&QTimer::start));
}

void FolderWatch::look()
{
    m_jobs.run([this, folder = m_folder, read = m_read, revision = m_revision] {
        auto scan = corpus::scanFolder(folder);
        // A folder that is gone has lost everything
        auto now = std::make_shared<const corpus::FolderScan>(scan ? std::move(*scan) : corpus::FolderScan{});
        return [this, read, now, revision] {
            if (revision != m_revision || !read)
                return;
            watch(*now);
            const corpus::FolderChanges changes = corpus::changesBetween(*read, *now);
            if (changes == m_said)
                return;
            m_said = changes;
            Q_EMIT changed(changes);
        };
    });
}

} // namespace synoptic::app
