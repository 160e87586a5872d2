// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace synoptic::readers {

/// An element's name without its prefix, and the namespace that the prefix stands for.
struct XmlName
{
    std::string_view space;
    std::string_view local;
};

/// The attributes of one element, as the parser holds them: valid during the event alone.
class XmlAttributes
{
public:
    explicit XmlAttributes(const char** pairs) : m_pairs(pairs) {}

    /// By name without prefix, whatever the namespace; empty if there is none.
    std::string_view value(std::string_view local) const;

private:
    const char** m_pairs; // Not owned: the parser's.
};

/// What happens in a document, in its order.
struct XmlEvents
{
    std::function<void(const XmlName&, const XmlAttributes&)> start;
    std::function<void(const XmlName&)> end;
    std::function<void(std::string_view)> text;
};

/// Reads a document from a stranger. A DOCTYPE ends it before the first element, so that no entity is ever declared and
/// nothing outside is named.
///
/// Returns why reading stopped before the end, in words; what came before has been told. Nothing: the document is
/// whole. Limits: depth, elements and bytes of text as in base/limits.h. Cost: linear; no tree is built.
std::optional<std::string> readXml(std::string_view bytes, const XmlEvents& events);

} // namespace synoptic::readers
