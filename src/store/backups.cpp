// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backups.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <dirent.h>
#include <unistd.h>

#include "store/files.h"
#include "store/project_reader.h"

namespace synoptic::store {
namespace {

constexpr std::string_view suffix = ".synoptic";
constexpr std::size_t digits = 8;

/// Numbers of the backups in a folder, oldest first.
std::vector<std::uint64_t> backupsIn(const std::string& folder)
{
    std::vector<std::uint64_t> numbers;
    struct Close
    {
        void operator()(DIR* open) const { ::closedir(open); }
    };
    const std::unique_ptr<DIR, Close> directory(::opendir(folder.c_str()));
    if (!directory)
        return numbers;
    while (const dirent* entry = ::readdir(directory.get())) { // NOLINT(concurrency-mt-unsafe): a stream of our own
        const std::string_view name = entry->d_name;
        std::uint64_t number = 0;
        if (name.size() != digits + suffix.size() || !name.ends_with(suffix))
            continue;
        const auto [end, error] = std::from_chars(name.data(), name.data() + digits, number);
        if (error == std::errc() && end == name.data() + digits)
            numbers.push_back(number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

std::string backupPath(const std::string& folder, std::uint64_t number)
{
    std::string text = std::to_string(number);
    if (text.size() < digits)
        text.insert(0, digits - text.size(), '0');
    return folder + "/" + text + std::string(suffix);
}

/// A project as it lies on the disk; nothing if it is no database.
std::optional<ReadProject> readAt(const std::string& path)
{
    const std::string real = withRealFolder(path);
    if (real.empty() || !exists(real))
        return std::nullopt;
    const auto read = guarded([&]() -> Result<ReadProject> {
        const auto database = openConnection(real, Access::ReadOnly);
        return readProject(*database, currentSchema(), true);
    });
    return read ? std::optional(*read) : std::nullopt;
}

/// How many entries from @p first on follow the check @p before, each chained to the one before it.
std::size_t soundFrom(const ReadProject& read, std::size_t first, std::uint64_t before)
{
    std::size_t sound = 0;
    for (std::size_t i = first; i < read.content.history.size() && i < read.historyChecks.size(); ++i) {
        const HistoryEntry& entry = read.content.history[i];
        if (entry.number != i + 1 || historyCheck(entry, before) != read.historyChecks[i])
            break;
        before = read.historyChecks[i];
        ++sound;
    }
    return sound;
}

/// A name beside @p path that is not taken, and the file under it too.
Result<std::string> linkAside(const std::string& path)
{
    constexpr int mostTries = 1000;
    for (int attempt = 1; attempt < mostTries; ++attempt) {
        std::string aside = path + ".damaged-" + std::to_string(attempt);
        if (::link(path.c_str(), aside.c_str()) == 0)
            return aside;
        if (errno != EEXIST)
            return refusal("keep the damaged file", errno);
    }
    return failure(ErrorCode::WriteFailed, "too many damaged files");
}

} // namespace

Result<> backUp(const ProjectStore& store, const std::string& folder)
{
    std::vector<std::uint64_t> numbers = backupsIn(folder);
    if (!numbers.empty()) {
        const auto newest = readAt(backupPath(folder, numbers.back()));
        if (newest && newest->damage.empty() && newest->content == store.content())
            return {};
    }
    const std::uint64_t number = numbers.empty() ? 1 : numbers.back() + 1;
    if (auto copied = store.copyTo(backupPath(folder, number)); !copied)
        return copied;
    numbers.push_back(number);
    while (numbers.size() > backupsKept) {
        ::unlink(backupPath(folder, numbers.front()).c_str()); // one too many does no harm
        numbers.erase(numbers.begin());
    }
    return {};
}

Result<Restoration> restoreFromBackup(const std::string& path, const std::string& folder, const OpenOptions& options)
{
    const std::string real = withRealFolder(path);
    if (real.empty() || !exists(real))
        return failure(ErrorCode::NotFound, "no such file");
    const auto damaged = readAt(real);

    ProjectContent content;
    Restoration restoration;
    std::uint64_t lastCheck = 0;
    const std::vector<std::uint64_t> numbers = backupsIn(folder);
    for (auto number = numbers.rbegin(); number != numbers.rend(); ++number) {
        auto backup = readAt(backupPath(folder, *number));
        if (!backup || !backup->damage.empty())
            continue;
        content = std::move(backup->content);
        lastCheck = backup->lastHistoryCheck;
        restoration.fromBackup = content.history.size();
        break;
    }
    if (damaged) {
        restoration.later = soundFrom(*damaged, content.history.size(), lastCheck);
        for (std::size_t i = 0; i < restoration.later; ++i)
            content.history.push_back(damaged->content.history[restoration.fromBackup + i]);
        if (content.folder.empty())
            content.folder = damaged->content.folder;
    }
    // A chain that holds may still end in the middle of nothing: what cannot be replayed is of no use.
    while (!content.history.empty() && !replay(content.history))
        content.history.pop_back();
    if (content.history.empty() && content.folder.empty())
        return failure(ErrorCode::NotFound, "no backup is whole");

    auto aside = linkAside(real);
    if (!aside)
        return tl::unexpected(aside.error());
    ::unlink((real + "-journal").c_str()); // it belongs to the damaged file and would be played into the new one
    if (auto store = ProjectStore::create(real, content, options); !store) {
        ::unlink(aside->c_str());
        return tl::unexpected(store.error());
    }
    restoration.damagedCopy = *std::move(aside);
    return restoration;
}

} // namespace synoptic::store
