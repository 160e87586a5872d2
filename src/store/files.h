// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <unistd.h>

#include "base/result.h"

namespace synoptic::store {

/// Owns a file descriptor; closes it once.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd = -1; // -1: none, as the system has it
};

/// "/a/b" of "/a/b/c.synoptic"; "." if there is no slash.
std::string folderOf(const std::string& path);

/// @p path with every link of its folder followed; the last part stays as it is. Empty if there is no such folder.
std::string withRealFolder(const std::string& path);

/// The system's refusal as an error: AccessDenied, NotFound or WriteFailed, with the step and the system's words.
tl::unexpected<Error> refusal(std::string_view step, int number);

Result<> synchronizeFile(const std::string& path);
Result<> synchronizeFolder(const std::string& folder);
/// Puts a file in the place of another, or where there is none, and synchronizes the folder.
Result<> moveFile(const std::string& from, const std::string& to);
bool exists(const std::string& path);
/// Best effort: what is left over is a file that nobody names.
void removeWithJournal(const std::string& path);

} // namespace synoptic::store
