// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/folder_changes.h"

namespace synoptic::corpus {

namespace {

bool isSameContent(const ScannedFile& one, const ScannedFile& other)
{
    return one.bytes == other.bytes && one.modifiedNs == other.modifiedNs;
}

} // namespace

FolderChanges changesBetween(const FolderScan& before, const FolderScan& after)
{
    FolderChanges changes;
    auto old = before.files.begin();
    auto now = after.files.begin();
    while (old != before.files.end() || now != after.files.end()) {
        if (now == after.files.end() || (old != before.files.end() && old->file < now->file)) {
            ++changes.removed;
            ++old;
        } else if (old == before.files.end() || now->file < old->file) {
            ++changes.added;
            ++now;
        } else {
            if (!isSameContent(*old, *now))
                ++changes.changed;
            ++old;
            ++now;
        }
    }
    if (before.metadataCsv && after.metadataCsv)
        changes.changed += isSameContent(*before.metadataCsv, *after.metadataCsv) ? 0U : 1U;
    else if (before.metadataCsv)
        ++changes.removed;
    else if (after.metadataCsv)
        ++changes.added;
    return changes;
}

} // namespace synoptic::corpus
