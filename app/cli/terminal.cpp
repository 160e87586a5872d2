// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>

#include "app/engine/system_message.h"
#include "base/utf8.h"

namespace synoptic::cli {
namespace {

std::string hexadecimal(std::uint32_t value)
{
    std::array<char, 8> digits = {};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16);
    return error == std::errc() ? std::string(digits.data(), end) : std::string();
}

bool steersTerminal(char32_t value)
{
    const bool control = value < 0x20 || (value >= 0x7F && value < 0xA0);
    const bool direction = value == 0x200E || value == 0x200F || value == 0x061C ||
                           (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
    const bool separator = value == 0x2028 || value == 0x2029;
    return control || direction || separator;
}

} // namespace

std::string shown(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decodeAt(text, at);
        const auto byte = static_cast<unsigned char>(text[at]);
        if (point.size == 1 && byte >= 0x80)
            result += "\\x" + hexadecimal(byte);
        else if (steersTerminal(point.value))
            result += "\\u{" + hexadecimal(static_cast<std::uint32_t>(point.value)) + "}";
        else
            result += text.substr(at, point.size);
        at += point.size;
    }
    return result;
}

void complain(std::string_view message)
{
    const std::string line = "synoptic-cli: " + std::string(message) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr); // nothing is left to tell if this fails
}

bool print(std::string_view bytes)
{
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0)
        return true;
    complain("cannot write the output: " + engine::systemMessage(errno));
    return false;
}

} // namespace synoptic::cli
