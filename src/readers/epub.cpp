// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "readers/article_builder.h"
#include "readers/ascii.h"
#include "readers/document_properties.h"
#include "readers/html.h"
#include "readers/office_documents.h"
#include "readers/xml_events.h"
#include "readers/zip_archive.h"

namespace synoptic::readers {
namespace {

constexpr std::string_view containerPart = "META-INF/container.xml";
constexpr std::string_view encryptionPart = "META-INF/encryption.xml";

bool isWanted(std::string_view name)
{
    const std::string low = asciiLower(name);
    const bool isChapter =
        low.ends_with(".xhtml") || low.ends_with(".html") || low.ends_with(".htm") || low.ends_with(".xml");
    return isChapter || low.ends_with(".opf");
}

/// What the package file says: where the chapters lie, in reading order.
struct Package
{
    std::map<std::string, std::string> files; ///< by identifier
    std::vector<std::string> spine;           ///< identifiers
    std::string contents;                     ///< identifier of the table of contents
};

Package packageOf(std::string_view xml)
{
    constexpr std::size_t mostItems = 10'000;
    Package package;
    const XmlEvents events{[&](const XmlName& name, const XmlAttributes& attributes) {
                               if (package.files.size() + package.spine.size() > mostItems)
                                   return;
                               const std::string id(attributes.value("id"));
                               if (name.local == "item") {
                                   package.files[id] = attributes.value("href");
                                   if (attributes.value("properties").find("nav") != std::string_view::npos)
                                       package.contents = id;
                               } else if (name.local == "itemref") {
                                   package.spine.emplace_back(attributes.value("idref"));
                               }
                           },
                           [](const XmlName&) {}, [](std::string_view) {}};
    [[maybe_unused]] const auto stopped = readXml(xml, events); // what was listed before can be read
    return package;
}

std::string firstAttribute(std::string_view xml, std::string_view element, std::string_view attribute)
{
    std::string value;
    const XmlEvents events{[&](const XmlName& name, const XmlAttributes& attributes) {
                               if (name.local == element && value.empty())
                                   value = attributes.value(attribute);
                           },
                           [](const XmlName&) {}, [](std::string_view) {}};
    [[maybe_unused]] const auto stopped = readXml(xml, events);
    return value;
}

/// "%20" and the like undone and the fragment cut off: names in an archive are not encoded.
std::string nameOfHref(std::string_view href)
{
    href = href.substr(0, href.find('#'));
    std::string name;
    for (std::size_t i = 0; i < href.size(); ++i) {
        unsigned value = 0;
        const char* const digits = href.data() + i + 1;
        const bool isEscape =
            href[i] == '%' && i + 2 < href.size() && std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2;
        name += isEscape ? static_cast<char>(value) : href[i];
        i += isEscape ? 2 : 0;
    }
    return name;
}

/// Fonts are obfuscated in books that anyone may read; any other method keeps the text from us.
bool hidesText(std::string_view encryption)
{
    bool hides = false;
    const XmlEvents events{[&](const XmlName& name, const XmlAttributes& attributes) {
                               if (name.local != "EncryptionMethod")
                                   return;
                               const std::string_view method = attributes.value("Algorithm");
                               hides |= method != "http://www.idpf.org/2008/embedding" &&
                                        method != "http://ns.adobe.com/pdf/enc#RC";
                           },
                           [](const XmlName&) {}, [](std::string_view) {}};
    [[maybe_unused]] const auto stopped = readXml(encryption, events);
    return hides;
}

} // namespace

Result<ingest::RawArticle> readEpub(std::string_view bytes)
{
    const auto entries = readZip(bytes, isWanted);
    if (!entries)
        return tl::unexpected<Error>(entries.error());
    const ZipEntry* const encryption = entryOf(*entries, encryptionPart);
    if (encryption != nullptr && hidesText(encryption->bytes))
        return failure(ErrorCode::Encrypted);
    const ZipEntry* const container = entryOf(*entries, containerPart);
    const std::string packageName =
        container != nullptr ? firstAttribute(container->bytes, "rootfile", "full-path") : std::string();
    const ZipEntry* const packageEntry = entryOf(*entries, packageName);
    if (packageName.empty() || packageEntry == nullptr)
        return failure(ErrorCode::Malformed, "no list of chapters");

    ArticleBuilder builder(ingest::Format::Epub);
    addProperties(builder, packageEntry->bytes, true);
    const Package package = packageOf(packageEntry->bytes);
    const std::string folder = packageName.substr(0, packageName.rfind('/') + 1); // empty if it lies at the top
    std::optional<std::string> damage;
    for (const std::string& id : package.spine) {
        const auto file = package.files.find(id);
        if (file == package.files.end() || id == package.contents)
            continue;
        const ZipEntry* const chapter = entryOf(*entries, folder + nameOfHref(file->second));
        if (chapter == nullptr) {
            damage = "a chapter is missing";
            continue;
        }
        addChapter(builder, chapter->bytes);
        if (chapter->isCut)
            damage = "inflates beyond the limit";
    }
    return finishedDocument(std::move(builder), damage);
}

} // namespace synoptic::readers
