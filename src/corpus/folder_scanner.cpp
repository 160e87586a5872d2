// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/folder_scanner.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <set>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"

namespace synoptic::corpus {
namespace {

/// A file descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_number, other.m_number);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

/// A directory being walked through.
struct Frame
{
    Descriptor directory;
    std::string prefix; ///< "" or "a/b/"
    std::vector<std::string> names;
    std::size_t next = 0;
};

using Identity = std::pair<std::uint64_t, std::uint64_t>;

Identity identityOf(const struct stat& status)
{
    return {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino)};
}

ErrorCode codeOf(int number)
{
    switch (number) {
    case ENOENT:
        return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
        return ErrorCode::AccessDenied;
    case ENOTDIR:
        return ErrorCode::NotRegular;
    default:
        return ErrorCode::Unreadable;
    }
}

/// "a.synoptic", and what stands beside it while it is open: its journal, its lock.
bool isProject(std::string_view leaf)
{
    constexpr std::string_view suffix = ".synoptic";
    const auto at = leaf.rfind(suffix);
    if (at == std::string_view::npos)
        return false;
    const std::string_view rest = leaf.substr(at + suffix.size());
    return rest.empty() || rest.front() == '-' || rest.front() == '.';
}

std::string reasonOf(int number)
{
    switch (number) {
    case ENOENT:
        return "gone while the folder was listed";
    case EACCES:
    case EPERM:
        return "no permission to read it";
    default:
        return "cannot be read";
    }
}

/// The sorted names in a directory. Nothing: an errno.
tl::expected<std::vector<std::string>, int> namesIn(int directory, const std::stop_token& stop)
{
    // fdopendir takes the descriptor over, and the walk still needs its own.
    const int copy = ::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (copy < 0)
        return tl::unexpected<int>(errno);
    DIR* stream = ::fdopendir(copy);
    if (stream == nullptr) {
        const int number = errno;
        ::close(copy);
        return tl::unexpected<int>(number);
    }
    std::vector<std::string> names;
    int number = 0;
    while (!stop.stop_requested()) {
        errno = 0;
        // Each stream belongs to one thread; readdir is unsafe only on a shared one.
        const dirent* entry = ::readdir(stream); // NOLINT(concurrency-mt-unsafe)
        if (entry == nullptr) {
            number = errno;
            break;
        }
        const std::string_view name = static_cast<const char*>(entry->d_name);
        if (name != "." && name != "..")
            names.emplace_back(name);
    }
    ::closedir(stream);
    if (number != 0)
        return tl::unexpected<int>(number);
    std::ranges::sort(names);
    return names;
}

/// Why an entry that is neither a regular file nor a directory is not read.
std::string kindReason(mode_t mode)
{
    if (S_ISLNK(mode))
        return "link, not followed";
    if (S_ISFIFO(mode))
        return "FIFO, not a file";
    if (S_ISSOCK(mode))
        return "socket, not a file";
    if (S_ISCHR(mode) || S_ISBLK(mode))
        return "device, not a file";
    return "not a regular file";
}

ScannedFile fileOf(std::string name, const struct stat& status)
{
    const Identity identity = identityOf(status);
    const auto nanoseconds = [](const timespec& time) {
        return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    };
    return {std::move(name),
            static_cast<std::uint64_t>(std::max<off_t>(status.st_size, 0)),
            nanoseconds(status.st_mtim),
            nanoseconds(status.st_ctim),
            identity.first,
            identity.second};
}

class Walk
{
public:
    explicit Walk(const std::stop_token& stop) : m_stop(stop) {}

    Result<FolderScan> run(const std::string& path)
    {
        // The analyst chose this path, so a link in it is followed; none below it is.
        Descriptor top(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
        struct stat status
        {};
        if (!top.isOpen() || ::fstat(top.number(), &status) != 0)
            return failure(codeOf(errno), path);
        m_directories.insert(identityOf(status));
        auto names = namesIn(top.number(), m_stop);
        if (!names)
            return failure(codeOf(names.error()), path);
        push({std::move(top), {}, std::move(*names)});
        while (!m_stack.empty()) {
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled);
            Frame& frame = m_stack.back();
            if (frame.next == frame.names.size()) {
                m_stack.pop_back();
                continue;
            }
            // Copies: entering a directory may move the frame that owns them.
            const std::string prefix = frame.prefix;
            const std::string leaf = std::move(frame.names[frame.next++]);
            visit(frame.directory.number(), prefix, leaf);
        }
        if (m_stop.stop_requested())
            return failure(ErrorCode::Cancelled);
        finish();
        return std::move(m_scan);
    }

private:
    void push(Frame frame)
    {
        m_scan.entries += frame.names.size();
        m_stack.push_back(std::move(frame));
    }

    void skip(std::string name, std::string reason) { m_scan.skipped.push_back({std::move(name), std::move(reason)}); }

    void visit(int directory, const std::string& prefix, const std::string& leaf)
    {
        std::string name = prefix + leaf;
        if (leaf.front() == '.')
            return skip(std::move(name), "hidden (its name begins with a dot)");
        struct stat status
        {};
        if (::fstatat(directory, leaf.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            return skip(std::move(name), reasonOf(errno));
        if (S_ISDIR(status.st_mode))
            return enter(directory, leaf, std::move(name), status);
        if (!S_ISREG(status.st_mode))
            return skip(std::move(name), kindReason(status.st_mode));
        // Opening and closing a project that is open in this process would drop the locks that SQLite has on it.
        if (isProject(leaf))
            return skip(std::move(name), "a Synoptic project");
        if (prefix.empty() && leaf == "metadata.csv")
            m_scan.metadataCsv = fileOf(std::move(name), status);
        else
            m_scan.files.push_back(fileOf(std::move(name), status));
    }

    void enter(int parent, const std::string& leaf, std::string name, const struct stat& status)
    {
        if (m_stack.size() > limits::folderDepth)
            return skip(std::move(name), "folders nested too deeply");
        if (m_directories.contains(identityOf(status)))
            return skip(std::move(name), "folder already listed at another place");
        Descriptor directory(
            ::openat(parent, leaf.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
        struct stat opened
        {};
        if (!directory.isOpen() || ::fstat(directory.number(), &opened) != 0)
            return skip(std::move(name), "folder: " + reasonOf(errno));
        auto names = namesIn(directory.number(), m_stop);
        if (!names)
            return skip(std::move(name), "folder: " + reasonOf(names.error()));
        m_directories.insert(identityOf(opened));
        --m_scan.entries; // entered: what lies in it counts instead
        push({std::move(directory), name + '/', std::move(*names)});
    }

    void finish()
    {
        std::ranges::sort(m_scan.files, {}, &ScannedFile::file);
        std::set<Identity> seen;
        if (m_scan.metadataCsv)
            seen.insert({m_scan.metadataCsv->device, m_scan.metadataCsv->inode});
        std::erase_if(m_scan.files, [&](const ScannedFile& file) {
            if (seen.insert({file.device, file.inode}).second)
                return false;
            skip(file.file, "the same file as another entry (hard link)");
            return true;
        });
        std::ranges::sort(m_scan.skipped, {}, &SkippedFile::file);
    }

    const std::stop_token& m_stop; // Not owned: the caller's, for the time of run().
    FolderScan m_scan;
    std::vector<Frame> m_stack;
    std::set<Identity> m_directories;
};

} // namespace

Result<FolderScan> scanFolder(const std::string& path, const std::stop_token& stop)
{
    return Walk(stop).run(path);
}

} // namespace synoptic::corpus
