// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace synoptic::exchange {
namespace {

void appendEscaped(std::string& out, std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decodeAt(text, at);
        const auto byte = static_cast<unsigned char>(text[at]);
        if (point.value == U'"' || point.value == U'\\') {
            out += '\\';
            out += text[at];
        } else if (point.value == U'\n') {
            out += "\\n";
        } else if (point.value == U'\t') {
            out += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 0xFU];
        } else if (point.size == 1 && byte >= 0x80) {
            out += "\uFFFD";
        } else {
            out += text.substr(at, point.size);
        }
        at += point.size;
    }
}

} // namespace

std::string decimalText(double number)
{
    if (!std::isfinite(number))
        return {};
    std::array<char, 400> buffer = {}; // the largest double has 309 digits before the point
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed, 4);
    if (error != std::errc())
        return {};
    std::string text(buffer.data(), end);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text == "-0" ? "0" : text;
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_hasElements.empty())
        return;
    if (m_hasElements.back())
        m_text += ',';
    m_hasElements.back() = true;
    if (m_layout == Layout::Document &&
        m_hasElements.size() <= 2) // a line for each article, event, hint: readable and comparable
        m_text += '\n';
}

void JsonWriter::beginObject()
{
    separate();
    m_text += '{';
    m_hasElements.push_back(false);
}

void JsonWriter::endObject()
{
    m_hasElements.pop_back();
    m_text += '}';
}

void JsonWriter::beginArray()
{
    separate();
    m_text += '[';
    m_hasElements.push_back(false);
}

void JsonWriter::endArray()
{
    m_hasElements.pop_back();
    m_text += ']';
}

void JsonWriter::key(std::string_view name)
{
    separate();
    m_text += '"';
    appendEscaped(m_text, name);
    m_text += "\":";
    m_afterKey = true;
}

void JsonWriter::value(std::string_view text)
{
    separate();
    m_text += '"';
    appendEscaped(m_text, text);
    m_text += '"';
}

void JsonWriter::value(bool truth)
{
    separate();
    m_text += truth ? "true" : "false";
}

void JsonWriter::value(std::uint64_t number)
{
    separate();
    m_text += std::to_string(number);
}

void JsonWriter::value(int number)
{
    separate();
    m_text += std::to_string(number);
}

void JsonWriter::value(std::int64_t number)
{
    separate();
    m_text += std::to_string(number);
}

void JsonWriter::exact(double number)
{
    if (!std::isfinite(number)) {
        null();
        return;
    }
    separate();
    std::array<char, 32> buffer = {}; // the longest has 24 digits and signs
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    m_text.append(buffer.data(), error == std::errc() ? end : buffer.data());
}

void JsonWriter::value(double number)
{
    const std::string text = decimalText(number);
    if (text.empty()) {
        null();
        return;
    }
    separate();
    m_text += text;
}

void JsonWriter::null()
{
    separate();
    m_text += "null";
}

void JsonWriter::textOrNull(std::string_view name, std::string_view text)
{
    key(name);
    if (text.empty())
        null();
    else
        value(text);
}

} // namespace synoptic::exchange
