// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every bound on untrusted input, in one place. Units are in the name or bytes.
namespace synoptic::limits {

inline constexpr std::size_t kib = 1024;
inline constexpr std::size_t mib = 1024 * kib;

inline constexpr std::size_t textFileBytes = 32 * mib;       ///< text, HTML, mail, JSON
inline constexpr std::size_t containerFileBytes = 256 * mib; ///< PDF and zip containers
inline constexpr std::size_t metadataCsvBytes = 32 * mib;
inline constexpr std::size_t replyBytes = 64 * mib; ///< text a reader process may answer
inline constexpr unsigned folderDepth = 64;
inline constexpr unsigned markupDepth = 256;
inline constexpr unsigned attributesPerTag = 1000;
inline constexpr std::size_t markupNodes = 2'000'000;
inline constexpr std::size_t editBytes = 16 * mib;           ///< an action as JSON: what a person did at once
inline constexpr std::size_t projectCellBytes = 64 * mib;    ///< one value of a project file
inline constexpr std::size_t keptAnalysisBytes = 1024 * mib; ///< in the cache directory; a larger one is not kept
inline constexpr unsigned jsonDepth = 64;
inline constexpr unsigned mailDepth = 32;
inline constexpr std::size_t mailParts = 1000;
inline constexpr std::size_t mailHeaderBytes = mib;
inline constexpr std::size_t archiveEntries = 10'000;
inline constexpr std::size_t archiveEntryBytes = 64 * mib; ///< inflated, counted as they come
inline constexpr std::size_t archiveBytes = 256 * mib;     ///< inflated, of all entries read
inline constexpr std::size_t xmlNodes = 1'000'000;
inline constexpr std::size_t xmlTextBytes = 64 * mib;
inline constexpr unsigned pdfPages = 2000;
inline constexpr std::size_t articlesPerFile = 10'000;  ///< in a file that holds many
inline constexpr std::size_t displayLineBytes = 10'000; ///< a view breaks longer lines

inline constexpr std::chrono::seconds readerStart{5};
inline constexpr std::chrono::seconds readerPerFile{30};
inline constexpr std::chrono::milliseconds cancelWithin{200};

} // namespace synoptic::limits
