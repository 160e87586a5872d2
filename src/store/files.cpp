// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>

namespace synoptic::store {
namespace {

Result<> synchronize(const std::string& path, int flags)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system call is variadic
    const Descriptor fd(::open(path.c_str(), flags | O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!fd.isOpen())
        return refusal("open", errno);
    if (::fsync(fd.get()) != 0)
        return refusal("synchronize", errno);
    return {};
}

std::string systemWords(int number)
{
#ifdef __GLIBC__
    const char* text = ::strerrordesc_np(number); // English whatever the locale
    if (text != nullptr)
        return text;
#endif
    return "error " + std::to_string(number);
}

} // namespace

std::string folderOf(const std::string& path)
{
    const auto slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

std::string withRealFolder(const std::string& path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(folderOf(path).c_str(), nullptr), &std::free);
    if (!real)
        return {};
    const auto slash = path.rfind('/');
    std::string folder = real.get();
    if (folder != "/")
        folder += '/';
    return folder + (slash == std::string::npos ? path : path.substr(slash + 1));
}

tl::unexpected<Error> refusal(std::string_view step, int number)
{
    const ErrorCode code = number == ENOENT                                         ? ErrorCode::NotFound
                           : number == EACCES || number == EPERM || number == EROFS ? ErrorCode::AccessDenied
                                                                                    : ErrorCode::WriteFailed;
    return failure(code, std::string(step) + ": " + systemWords(number));
}

Result<> synchronizeFile(const std::string& path)
{
    return synchronize(path, 0);
}

Result<> synchronizeFolder(const std::string& folder)
{
    return synchronize(folder, O_DIRECTORY);
}

Result<> moveFile(const std::string& from, const std::string& to)
{
    if (std::rename(from.c_str(), to.c_str()) != 0)
        return refusal("rename", errno);
    return synchronizeFolder(folderOf(to));
}

bool exists(const std::string& path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0;
}

void removeWithJournal(const std::string& path)
{
    ::unlink(path.c_str());
    ::unlink((path + "-journal").c_str());
}

} // namespace synoptic::store
