// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/xml_events.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>

#include <expat.h>

#include "base/limits.h"

namespace synoptic::readers {
namespace {

constexpr char separator = '\n'; // in no name and no namespace

XmlName nameOf(std::string_view qualified)
{
    const std::size_t at = qualified.rfind(separator);
    if (at == std::string_view::npos)
        return {{}, qualified};
    return {qualified.substr(0, at), qualified.substr(at + 1)};
}

struct FreeParser
{
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserPointer = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

/// What the callbacks of one document share.
struct Reading
{
    const XmlEvents& events;
    XML_Parser parser;
    unsigned depth = 0;
    std::size_t elements = 0;
    std::size_t textBytes = 0;
    std::string stopped; ///< why; empty: it goes on

    void stop(std::string why)
    {
        stopped = std::move(why);
        XML_StopParser(parser, XML_FALSE);
    }
};

Reading& readingOf(void* user)
{
    return *static_cast<Reading*>(user);
}

void startElement(void* user, const XML_Char* name, const XML_Char** attributes)
{
    Reading& reading = readingOf(user);
    if (!reading.stopped.empty()) // the parser finishes what it has begun
        return;
    if (++reading.depth > limits::markupDepth)
        return reading.stop("nesting deeper than " + std::to_string(limits::markupDepth));
    if (++reading.elements > limits::xmlNodes)
        return reading.stop("more than " + std::to_string(limits::xmlNodes) + " elements");
    reading.events.start(nameOf(name), XmlAttributes(attributes));
}

void endElement(void* user, const XML_Char* name)
{
    Reading& reading = readingOf(user);
    if (!reading.stopped.empty())
        return;
    --reading.depth;
    reading.events.end(nameOf(name));
}

void characters(void* user, const XML_Char* text, int size)
{
    Reading& reading = readingOf(user);
    if (!reading.stopped.empty())
        return;
    const std::string_view piece(text, static_cast<std::size_t>(size));
    reading.textBytes += piece.size();
    if (reading.textBytes > limits::xmlTextBytes)
        return reading.stop("more than " + std::to_string(limits::xmlTextBytes / limits::mib) + " MB of text");
    reading.events.text(piece);
}

void startDoctype(void* user, const XML_Char* /*name*/, const XML_Char* /*system*/, const XML_Char* /*public*/,
                  int /*hasSubset*/)
{
    readingOf(user).stop("a document type, which such files do not have");
}

} // namespace

std::string_view XmlAttributes::value(std::string_view local) const
{
    for (const char** pair = m_pairs; *pair != nullptr; pair += 2) {
        if (nameOf(*pair).local == local)
            return *(pair + 1);
    }
    return {};
}

std::optional<std::string> readXml(std::string_view bytes, const XmlEvents& events)
{
    const ParserPointer parser(XML_ParserCreateNS(nullptr, separator));
    if (!parser)
        return "no memory";
    Reading reading{events, parser.get(), 0, 0, 0, {}};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), startElement, endElement);
    XML_SetCharacterDataHandler(parser.get(), characters);
    XML_SetStartDoctypeDeclHandler(parser.get(), startDoctype);
    // In pieces: the parser counts in int, and copies what it is given.
    constexpr std::size_t pieceBytes = limits::mib;
    do {
        const std::string_view piece = bytes.substr(0, pieceBytes);
        bytes.remove_prefix(piece.size());
        if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), bytes.empty() ? 1 : 0) !=
            XML_STATUS_OK) {
            if (!reading.stopped.empty())
                return reading.stopped;
            return XML_ErrorString(XML_GetErrorCode(parser.get()));
        }
    } while (!bytes.empty());
    return std::nullopt;
}

} // namespace synoptic::readers
