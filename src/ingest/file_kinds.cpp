// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/file_kinds.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "ingest/format_suffix.h"

namespace synoptic::ingest {
namespace {

using namespace std::string_view_literals;

struct Signature
{
    std::size_t offset;
    std::string_view bytes;
    std::string_view name;
};

constexpr std::array signatures = {
    Signature{0, "\xFF\xD8\xFF"sv, "JPEG picture"},
    Signature{0, "\x89PNG\r\n\x1A\n"sv, "PNG picture"},
    Signature{0, "GIF87a"sv, "GIF picture"},
    Signature{0, "GIF89a"sv, "GIF picture"},
    Signature{8, "WEBP"sv, "WebP picture"},
    Signature{0, "II*\0"sv, "TIFF picture"},
    Signature{0, "MM\0*"sv, "TIFF picture"},
    Signature{0, "8BPS"sv, "Photoshop picture"},
    Signature{0, "\0\0\1\0"sv, "icon"},
    Signature{4, "ftypheic"sv, "HEIC picture"},
    Signature{4, "ftypavif"sv, "AVIF picture"},
    Signature{4, "ftyp"sv, "video"},
    Signature{8, "WAVE"sv, "sound file"},
    Signature{8, "AVI "sv, "video"},
    Signature{0, "ID3"sv, "sound file"},
    Signature{0, "\xFF\xFB"sv, "sound file"},
    Signature{0, "OggS"sv, "sound file"},
    Signature{0, "fLaC"sv, "sound file"},
    Signature{0, "\x1A\x45\xDF\xA3"sv, "video"},
    Signature{0, "%!PS"sv, "PostScript document"},
    Signature{0, R"({\rtf)"sv, "rich text document"},
    Signature{0, "AT&TFORM"sv, "DjVu document"},
    Signature{60, "BOOKMOBI"sv, "Kindle book"},
    Signature{0, "\x1F\x8B"sv, "gzip archive"},
    Signature{0, "BZh"sv, "bzip2 archive"},
    Signature{0,
              "\xFD"
              "7zXZ\0"sv,
              "xz archive"},
    Signature{0, "\x28\xB5\x2F\xFD"sv, "Zstandard archive"},
    Signature{0, "7z\xBC\xAF\x27\x1C"sv, "7-Zip archive"},
    Signature{0, "Rar!\x1A\x07"sv, "RAR archive"},
    Signature{257, "ustar"sv, "tar archive"},
    Signature{0, "WARC/"sv, "web archive (WARC)"},
    Signature{0, "bplist00"sv, "web archive or property list"},
    Signature{0, "SQLite format 3\0"sv, "SQLite database"},
    Signature{0,
              "\x7F"
              "ELF"sv,
              "program"},
    Signature{0, "wOFF"sv, "font"},
    Signature{0, "wOF2"sv, "font"},
    Signature{0, "OTTO"sv, "font"},
    Signature{0, "\0\1\0\0\0"sv, "font"},
};

std::string_view nameOfZip(std::string_view head)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> contents = {
        {{"mimetypeapplication/vnd.oasis.opendocument"sv, "OpenDocument file"sv},
         {"xl/"sv, "Excel workbook"sv},
         {"ppt/"sv, "PowerPoint presentation"sv}}};
    for (const auto& [mark, name] : contents)
        if (head.find(mark) != std::string_view::npos)
            return name;
    return "ZIP archive";
}

std::string_view nameOfCompoundFile(std::string_view suffix)
{
    if (suffix == "doc")
        return "old Word document";
    if (suffix == "xls")
        return "old Excel workbook";
    if (suffix == "ppt")
        return "old PowerPoint presentation";
    return suffix == "msg" ? "Outlook message" : "old Office document";
}

} // namespace

std::optional<Format> binaryDocument(std::string_view head, std::string_view suffix)
{
    constexpr std::size_t pdfMayStartWithin = 1024;
    if (head.starts_with("%PDF-") ||
        (suffix == "pdf" && head.substr(0, pdfMayStartWithin).find("%PDF-") != std::string_view::npos))
        return Format::Pdf;
    if (!head.starts_with("PK\3\4"sv))
        return std::nullopt;
    if (head.find("mimetypeapplication/epub+zip") != std::string_view::npos)
        return Format::Epub;
    if (head.find("mimetypeapplication/vnd.oasis.opendocument.text") != std::string_view::npos)
        return Format::Odt;
    if (head.find("mimetypeapplication/vnd.oasis.opendocument") != std::string_view::npos)
        return std::nullopt;
    if (head.find("word/") != std::string_view::npos)
        return Format::Docx;
    // What stands first in an archive is not laid down: the suffix may know better than the first entries.
    const bool isOther = head.find("xl/") != std::string_view::npos || head.find("ppt/") != std::string_view::npos;
    if (suffix == "docx" || suffix == "odt" || suffix == "epub")
        return isOther ? std::nullopt : formatOfSuffix(suffix);
    return std::nullopt;
}

std::string_view nameOfBinary(std::string_view head, std::string_view suffix)
{
    if (head.starts_with("PK\3\4"sv) || head.starts_with("PK\5\6"sv))
        return nameOfZip(head);
    if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv))
        return nameOfCompoundFile(suffix);
    const bool isRiff = head.starts_with("RIFF");
    for (const Signature& signature : signatures) {
        const bool needsRiff = signature.offset == 8;
        if (head.size() > signature.offset && head.substr(signature.offset).starts_with(signature.bytes) &&
            (!needsRiff || isRiff))
            return signature.name;
    }
    // Two letters prove nothing in a text.
    const bool hasNul = head.substr(0, 512).find('\0') != std::string_view::npos;
    if (hasNul && head.starts_with("BM"))
        return "BMP picture";
    if (hasNul && head.starts_with("MZ"))
        return "program";
    return {};
}

std::string_view nameOfOtherText(std::string_view suffix)
{
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"css", "style sheet"},  {"js", "script"},           {"mjs", "script"},       {"map", "source map"},
        {"csv", "table"},        {"tsv", "table"},           {"svg", "SVG picture"},  {"xml", "XML document"},
        {"rss", "news feed"},    {"atom", "news feed"},      {"json", "JSON data"},   {"jsonl", "JSON data"},
        {"ndjson", "JSON data"}, {"yaml", "YAML data"},      {"yml", "YAML data"},    {"ini", "settings"},
        {"log", "log"},          {"bib", "bibliography"},    {"tex", "TeX document"}, {"ics", "calendar"},
        {"vcf", "address card"}, {"sql", "database script"}, {"py", "script"},        {"sh", "script"}};
    const auto* const found = std::ranges::find(names, suffix, &std::pair<std::string_view, std::string_view>::first);
    return found != std::end(names) ? found->second : std::string_view{};
}

} // namespace synoptic::ingest
