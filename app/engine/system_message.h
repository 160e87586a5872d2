// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstring>
#include <string>

namespace synoptic::engine {

/// The system's words for an error number, in English whatever the locale: output must not depend on it.
inline std::string systemMessage(int number)
{
#ifdef __GLIBC__
    const char* text = ::strerrordesc_np(number);
    return text != nullptr ? text : "error " + std::to_string(number);
#else
    return "error " + std::to_string(number);
#endif
}

} // namespace synoptic::engine
