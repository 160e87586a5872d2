// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <gumbo.h>

namespace synoptic::readers {

/// The value of an attribute; empty if the element has none of that name.
inline std::string_view attributeOf(const GumboElement& element, const char* name)
{
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view() : std::string_view(found->value);
}

} // namespace synoptic::readers
