// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/zip_archive.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <utility>

#include <archive.h>
#include <archive_entry.h>

#include "base/limits.h"

namespace synoptic::readers {
namespace {

struct FreeArchive
{
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using ArchivePointer = std::unique_ptr<archive, FreeArchive>;

tl::unexpected<Error> damaged(archive* reader)
{
    const char* const why = archive_error_string(reader);
    return failure(ErrorCode::Malformed, why != nullptr ? why : "zip archive");
}

std::string nameOf(archive_entry* entry)
{
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) // not convertible: the bytes as they are
        name = archive_entry_pathname(entry);
    return name != nullptr ? name : std::string();
}

/// Inflates the current entry up to the limit of one entry and to what is left of the limit for all.
Result<> inflate(archive* reader, ZipEntry& entry, std::size_t left)
{
    const std::size_t most = std::min(limits::archiveEntryBytes, left);
    std::array<char, 64 * limits::kib> piece = {};
    for (;;) {
        const la_ssize_t got = archive_read_data(reader, piece.data(), piece.size());
        if (got < 0)
            return damaged(reader);
        if (got == 0)
            return {};
        const std::size_t taken = std::min(static_cast<std::size_t>(got), most - entry.bytes.size());
        entry.bytes.append(piece.data(), taken);
        if (taken < static_cast<std::size_t>(got)) {
            entry.isCut = true;
            return {};
        }
    }
}

} // namespace

Result<std::vector<ZipEntry>> readZip(std::string_view bytes, const std::function<bool(std::string_view)>& wanted)
{
    const ArchivePointer reader(archive_read_new());
    // By its directory alone: a reader that streams would take what lies between the entries for entries.
    if (!reader || archive_read_support_format_zip_seekable(reader.get()) != ARCHIVE_OK ||
        archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return failure(ErrorCode::Malformed, "no zip archive");

    std::vector<ZipEntry> entries;
    std::size_t left = limits::archiveBytes;
    for (std::size_t count = 0;; ++count) {
        archive_entry* header = nullptr;
        const int status = archive_read_next_header(reader.get(), &header);
        if (status == ARCHIVE_EOF)
            return entries;
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
            return damaged(reader.get());
        if (count >= limits::archiveEntries)
            return failure(ErrorCode::TooBig, "more than " + std::to_string(limits::archiveEntries) + " entries");
        ZipEntry entry;
        entry.name = nameOf(header);
        if (!wanted(entry.name))
            continue;
        if (entryOf(entries, entry.name) != nullptr)
            return failure(ErrorCode::Malformed, "two entries called " + entry.name);
        if (archive_entry_is_encrypted(header) != 0)
            return failure(ErrorCode::Encrypted);
        if (const auto inflated = inflate(reader.get(), entry, left); !inflated)
            return tl::unexpected<Error>(inflated.error());
        left -= entry.bytes.size();
        entries.push_back(std::move(entry));
    }
}

const ZipEntry* entryOf(const std::vector<ZipEntry>& entries, std::string_view name)
{
    const auto found = std::ranges::find(entries, name, &ZipEntry::name);
    return found != entries.end() ? &*found : nullptr;
}

} // namespace synoptic::readers
