// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace synoptic {

/// An id is a position in the vector it names; the types keep one kind from being mistaken for another.
/// Ids belong to one snapshot: what must outlive a new analysis is named by file or by EventKey.
enum class ArticleId : std::uint32_t
{
}; ///< position in analysis::Analysis::articles
enum class EventId : std::uint32_t
{
}; ///< position in edits::Timeline::events

/// The position an id stands for.
template <class Id>
constexpr std::size_t indexOf(Id id)
{
    return static_cast<std::size_t>(id);
}

/// The id of a position; @p index must fit 32 bits.
template <class Id>
constexpr Id idAt(std::size_t index)
{
    return static_cast<Id>(static_cast<std::uint32_t>(index));
}

} // namespace synoptic
