// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/document_properties.h"

#include <array>
#include <utility>

#include "readers/ascii.h"
#include "readers/xml_events.h"

namespace synoptic::readers {
namespace {

struct Property
{
    std::string_view element;
    std::string_view field;
};

constexpr std::array properties = {Property{"title", "document:title"},
                                   Property{"creator", "document:author"},
                                   Property{"initial-creator", "document:author"},
                                   Property{"created", "document:created"},
                                   Property{"creation-date", "document:created"},
                                   Property{"publisher", "document:publisher"},
                                   Property{"language", "lang"},
                                   Property{"source", "location"}};

} // namespace

void addProperties(ArticleBuilder& builder, std::string_view xml, bool isPublication)
{
    constexpr std::size_t longestValue = 2000;
    std::string_view field;
    std::string value;
    const XmlEvents events{[&](const XmlName& name, const XmlAttributes& attributes) {
                               field = {};
                               value.clear();
                               for (const Property& property : properties) {
                                   if (property.element == name.local)
                                       field = property.field;
                               }
                               const std::string_view event = attributes.value("event");
                               if (isPublication && field == "document:title")
                                   field = "publication:title";
                               if (isPublication && name.local == "date" &&
                                   (event.empty() || event == "publication" || event == "original-publication"))
                                   field = "document:published";
                           },
                           [&](const XmlName&) {
                               if (!field.empty())
                                   builder.addField(std::string(field), std::string(trimmed(value)));
                               field = {};
                           },
                           [&](std::string_view text) {
                               if (!field.empty() && value.size() + text.size() <= longestValue)
                                   value += text;
                           }};
    // Properties are a help, never a condition: damage in them is not worth a warning.
    [[maybe_unused]] const auto stopped = readXml(xml, events);
}

Result<ingest::RawArticle> finishedDocument(ArticleBuilder builder, const std::optional<std::string>& why)
{
    if (why && builder.empty())
        return failure(ErrorCode::Malformed, *why);
    if (why)
        builder.addDiagnostic({Severity::Warning, DiagnosticCode::LimitReached, {}, *why});
    return builder.takeArticle();
}

} // namespace synoptic::readers
