// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/mime.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "readers/ascii.h"

namespace synoptic::readers {
namespace {

/// The line at the front of @p rest, without its end; @p rest continues behind it.
std::string_view takeLine(std::string_view& rest)
{
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

bool isFieldName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) { return c > ' ' && c < '\x7F'; });
}

/// Takes the header fields off the front of @p rest, with the blank line behind them. A part may begin with that line.
std::vector<MimeField> takeFields(std::string_view& rest, std::string& limit)
{
    std::vector<MimeField> fields;
    const std::size_t available = rest.size();
    while (!rest.empty()) {
        if (available - rest.size() > limits::mailHeaderBytes) {
            limit = "header over " + std::to_string(limits::mailHeaderBytes / limits::mib) + " MB";
            return fields;
        }
        const std::string_view before = rest;
        const std::string_view line = takeLine(rest);
        if (line.empty())
            return fields;
        if ((line.front() == ' ' || line.front() == '\t') && !fields.empty()) {
            fields.back().value += ' ';
            fields.back().value += trimmed(line);
            continue;
        }
        const std::size_t colon = line.find(':');
        const std::string_view name = line.substr(0, std::min(colon, line.size()));
        if (colon != std::string_view::npos && isFieldName(name)) {
            fields.push_back({asciiLower(name), std::string(trimmed(line.substr(colon + 1)))});
        } else if (!line.starts_with("From ")) { // the separator line of a mailbox is none of the header
            rest = before;                       // no header at all: the body begins here
            return fields;
        }
    }
    return fields;
}

std::string_view valueOf(const std::vector<MimeField>& fields, std::string_view name)
{
    const auto found = std::ranges::find(fields, name, &MimeField::name);
    return found != fields.end() ? std::string_view(found->value) : std::string_view{};
}

std::string typeOf(std::string_view contentType)
{
    return asciiLower(trimmed(contentType.substr(0, contentType.find(';'))));
}

/// The pieces between the lines "--boundary". What stands before the first is for programs that know no MIME.
std::vector<std::string_view> piecesBetween(std::string_view body, const std::string& boundary)
{
    const std::string delimiter = "--" + boundary;
    std::vector<std::string_view> pieces;
    std::string_view rest = body;
    const char* begin = nullptr;
    while (!rest.empty() && pieces.size() <= limits::mailParts) {
        const char* const lineBegin = rest.data();
        const std::string_view line = takeLine(rest);
        if (!line.starts_with(delimiter))
            continue;
        const std::string_view behind = trimmed(line.substr(delimiter.size()));
        if (!behind.empty() && behind != "--") // a longer boundary that begins alike
            continue;
        if (begin != nullptr)
            pieces.emplace_back(begin, static_cast<std::size_t>(lineBegin - begin));
        if (behind == "--")
            return pieces;
        begin = rest.data();
    }
    if (begin != nullptr) { // cut off: the last piece goes to the end
        const char* const end = body.data() + body.size();
        pieces.emplace_back(begin, static_cast<std::size_t>(end - begin));
    }
    return pieces;
}

MimePart leafOf(std::vector<MimeField> fields, std::string_view body)
{
    MimePart part;
    const std::string_view type = valueOf(fields, "content-type");
    if (!typeOf(type).empty())
        part.type = typeOf(type);
    part.charset = mimeParameter(type, "charset");
    part.isAttachment = startsWithIgnoringCase(valueOf(fields, "content-disposition"), "attachment");
    part.body = body;
    part.fields = std::move(fields);
    return part;
}

} // namespace

std::string_view MimePart::field(std::string_view name) const
{
    return valueOf(fields, name);
}

std::string MimePart::decodedBody() const
{
    const std::string encoding = asciiLower(trimmed(field("content-transfer-encoding")));
    if (encoding == "quoted-printable")
        return decodeQuotedPrintable(body);
    if (encoding == "base64")
        return decodeBase64(body);
    return std::string(body);
}

std::string mimeParameter(std::string_view value, std::string_view name)
{
    for (std::size_t at = value.find(';'); at != std::string_view::npos; at = value.find(';', at)) {
        ++at;
        const std::string_view parameter = trimmed(value.substr(at));
        const std::size_t equals = parameter.find('=');
        if (equals == std::string_view::npos)
            return {};
        const bool isIt = asciiLower(trimmed(parameter.substr(0, std::min(equals, name.size() + 8)))) == name;
        std::string_view content = trimmed(parameter.substr(equals + 1));
        if (!isIt) {
            // A semicolon inside quotes ends nothing.
            if (content.starts_with('"')) {
                const std::size_t quote = content.find('"', 1);
                if (quote == std::string_view::npos)
                    return {};
                at = static_cast<std::size_t>(content.data() - value.data()) + quote;
            }
            continue;
        }
        if (content.starts_with('"'))
            return std::string(content.substr(1, content.find('"', 1) - 1));
        return std::string(trimmed(content.substr(0, content.find(';'))));
    }
    return {};
}

MimeMessage parseMime(std::string_view bytes)
{
    struct Open
    {
        std::string_view bytes;
        unsigned depth;
    };
    MimeMessage message;
    std::vector<Open> open = {{bytes, 0}};
    for (bool isFirst = true; !open.empty(); isFirst = false) {
        Open part = open.back();
        open.pop_back();
        std::vector<MimeField> fields = takeFields(part.bytes, message.limit);
        if (isFirst)
            message.fields = fields;
        const std::string type(valueOf(fields, "content-type"));
        const std::string boundary = mimeParameter(type, "boundary");
        if (!typeOf(type).starts_with("multipart/") || boundary.empty()) {
            if (message.parts.size() >= limits::mailParts) {
                message.limit = "more than " + std::to_string(limits::mailParts) + " parts";
                break;
            }
            message.parts.push_back(leafOf(std::move(fields), part.bytes));
            continue;
        }
        if (part.depth >= limits::mailDepth) {
            message.limit = "parts nested deeper than " + std::to_string(limits::mailDepth);
            continue;
        }
        const auto pieces = piecesBetween(part.bytes, boundary);
        for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) // the first is taken up first
            open.push_back({*piece, part.depth + 1});
    }
    return message;
}

} // namespace synoptic::readers
