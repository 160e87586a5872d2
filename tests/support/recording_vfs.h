// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sqlite3.h>

/// Writes down what SQLite asks of the system, so that a test can ask what would be on the disk had the power gone at
/// any moment. Stands between SQLite and its own file system layer from install() to the end of the process.
namespace synoptic::tests {

struct DiskOperation
{
    enum class Kind : std::uint8_t
    {
        Create,
        Write,
        Truncate,
        Synchronize,
        Remove,
        Acknowledge ///< by the test: a change was said to be saved
    };

    Kind kind = Kind::Write;
    std::string name;          ///< of the file
    std::int64_t position = 0; ///< of a write; the size of a truncation
    std::string bytes;
    bool folderToo = false; ///< a removal that is synchronized
};

class RecordingVfs
{
public:
    /// Makes it SQLite's default.
    static void install();
    static std::vector<DiskOperation>& log();

private:
    struct File
    {
        sqlite3_file base;
        sqlite3_file* real;
        std::string* name;
    };

    static File& of(sqlite3_file* file) { return *reinterpret_cast<File*>(file); }
    static sqlite3_file* real(sqlite3_file* file) { return of(file).real; }
    static sqlite3_vfs*& system();
    static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags);
    static int remove(sqlite3_vfs* vfs, const char* name, int syncFolder);
    static int close(sqlite3_file* file);
    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 position);
    static int truncate(sqlite3_file* file, sqlite3_int64 size);
    static int synchronize(sqlite3_file* file, int flags);
    static const sqlite3_io_methods& methods();
};

inline std::vector<DiskOperation>& RecordingVfs::log()
{
    static std::vector<DiskOperation> operations;
    return operations;
}

inline sqlite3_vfs*& RecordingVfs::system()
{
    static sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

inline void RecordingVfs::install()
{
    static sqlite3_vfs vfs = *system();
    vfs.zName = "recording";
    vfs.pNext = nullptr;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + system()->szOsFile;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    sqlite3_vfs_register(&vfs, 1);
}

inline int RecordingVfs::open(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    File& own = of(file);
    own.real = reinterpret_cast<sqlite3_file*>(&own + 1);
    own.name = nullptr;
    own.base.pMethods = nullptr;
    int exists = 0;
    if (name != nullptr)
        system()->xAccess(system(), name, SQLITE_ACCESS_EXISTS, &exists);
    const int result = system()->xOpen(system(), name, own.real, flags, outFlags);
    if (result != SQLITE_OK)
        return result;
    own.name = new std::string(name == nullptr ? "" : name); // freed in close(): SQLite owns the memory around it
    own.base.pMethods = &methods();
    if (exists == 0 && name != nullptr)
        log().push_back({DiskOperation::Kind::Create, name, 0, {}, false});
    return SQLITE_OK;
}

inline int RecordingVfs::remove(sqlite3_vfs* /*vfs*/, const char* name, int syncFolder)
{
    const int result = system()->xDelete(system(), name, syncFolder);
    if (result == SQLITE_OK)
        log().push_back({DiskOperation::Kind::Remove, name, 0, {}, syncFolder != 0});
    return result;
}

inline int RecordingVfs::close(sqlite3_file* file)
{
    delete of(file).name;
    of(file).name = nullptr;
    return real(file)->pMethods->xClose(real(file));
}

inline int RecordingVfs::write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 position)
{
    log().push_back({DiskOperation::Kind::Write, *of(file).name, position,
                     std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size)), false});
    return real(file)->pMethods->xWrite(real(file), bytes, size, position);
}

inline int RecordingVfs::truncate(sqlite3_file* file, sqlite3_int64 size)
{
    log().push_back({DiskOperation::Kind::Truncate, *of(file).name, size, {}, false});
    return real(file)->pMethods->xTruncate(real(file), size);
}

inline int RecordingVfs::synchronize(sqlite3_file* file, int flags)
{
    const int result = real(file)->pMethods->xSync(real(file), flags);
    log().push_back({DiskOperation::Kind::Synchronize, *of(file).name, 0, {}, false});
    return result;
}

inline const sqlite3_io_methods& RecordingVfs::methods()
{
    static const sqlite3_io_methods all = [] {
        sqlite3_io_methods own = {};
        own.iVersion = 1;
        own.xClose = close;
        own.xRead = [](sqlite3_file* file, void* bytes, int size, sqlite3_int64 position) {
            return real(file)->pMethods->xRead(real(file), bytes, size, position);
        };
        own.xWrite = write;
        own.xTruncate = truncate;
        own.xSync = synchronize;
        own.xFileSize = [](sqlite3_file* file, sqlite3_int64* size) {
            return real(file)->pMethods->xFileSize(real(file), size);
        };
        own.xLock = [](sqlite3_file* file, int lock) { return real(file)->pMethods->xLock(real(file), lock); };
        own.xUnlock = [](sqlite3_file* file, int lock) { return real(file)->pMethods->xUnlock(real(file), lock); };
        own.xCheckReservedLock = [](sqlite3_file* file, int* held) {
            return real(file)->pMethods->xCheckReservedLock(real(file), held);
        };
        own.xFileControl = [](sqlite3_file* file, int operation, void* argument) {
            return real(file)->pMethods->xFileControl(real(file), operation, argument);
        };
        own.xSectorSize = [](sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); };
        own.xDeviceCharacteristics = [](sqlite3_file* file) {
            return real(file)->pMethods->xDeviceCharacteristics(real(file));
        };
        return own;
    }();
    return all;
}

} // namespace synoptic::tests
