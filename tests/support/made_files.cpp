// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/made_files.h"

#include <cstdio>
#include <cstdlib>

#include <archive.h>
#include <archive_entry.h>

namespace synoptic::tests {
namespace {

constexpr std::size_t mostBytes = 32UL * 1024 * 1024; // of an archive; a bomb is small before it is opened

void demand(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "made_files: %s\n", what);
    std::abort();
}

} // namespace

std::string zipOf(const std::vector<ZipContent>& entries, const std::string& password)
{
    std::string bytes(mostBytes, '\0');
    std::size_t used = 0;
    archive* const writer = archive_write_new();
    demand(archive_write_set_format_zip(writer) == ARCHIVE_OK, "no zip");
    if (!password.empty())
        demand(archive_write_set_options(writer, "zip:encryption=traditional") == ARCHIVE_OK &&
                   archive_write_set_passphrase(writer, password.c_str()) == ARCHIVE_OK,
               "no encryption");
    demand(archive_write_open_memory(writer, bytes.data(), bytes.size(), &used) == ARCHIVE_OK, "no memory");
    for (const ZipContent& content : entries) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, content.name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.bytes.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        demand(archive_write_header(writer, entry) == ARCHIVE_OK, "no entry");
        demand(archive_write_data(writer, content.bytes.data(), content.bytes.size()) ==
                   static_cast<la_ssize_t>(content.bytes.size()),
               "no data");
        archive_entry_free(entry);
    }
    demand(archive_write_close(writer) == ARCHIVE_OK, "not closed");
    archive_write_free(writer);
    bytes.resize(used);
    return bytes;
}

std::string docxOf(const std::string& body, std::vector<ZipContent> more)
{
    std::vector<ZipContent> entries = {
        {"[Content_Types].xml", "<Types/>"},
        {"word/document.xml",
         "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
         "<w:body>" +
             body + "</w:body></w:document>"}};
    for (ZipContent& entry : more)
        entries.push_back(std::move(entry));
    return zipOf(entries);
}

std::string pdfOf(const std::vector<std::vector<PdfLine>>& pages, const std::string& information,
                  const std::string& trailer)
{
    std::vector<std::string> objects = {"<</Type/Catalog/Pages 2 0 R>>", "",
                                        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
                                        "<<" + information + ">>"};
    std::string kids;
    for (const std::vector<PdfLine>& lines : pages) {
        kids += std::to_string(objects.size() + 1) + " 0 R ";
        objects.push_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents " +
                          std::to_string(objects.size() + 2) + " 0 R>>");
        std::string content;
        for (const PdfLine& line : lines)
            content += "BT /F1 " + std::to_string(line.size) + " Tf " + std::to_string(line.x) + " " +
                       std::to_string(line.y) + " Td (" + line.text + ") Tj ET\n";
        objects.push_back("<</Length " + std::to_string(content.size()) + ">>\nstream\n" + content + "\nendstream");
    }
    objects[1] = "<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>";

    std::string bytes = "%PDF-1.4\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string offset = std::to_string(bytes.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string start = std::to_string(bytes.size());
    return bytes + table + "trailer<</Root 1 0 R/Info 4 0 R/Size " + std::to_string(objects.size() + 1) + trailer +
           ">>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace synoptic::tests
