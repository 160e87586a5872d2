// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf.h"

#include <algorithm>
#include <climits>
#include <ctime>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "base/limits.h"
#include "base/utf8.h"
#include "readers/article_builder.h"
#include "readers/ascii.h"
#include "readers/pdf_text.h"

namespace synoptic::readers {
namespace {

/// Our own conversion: the library's asks iconv, which opens files.
std::string utf8Of(const poppler::ustring& text)
{
    std::string utf8;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t unit = text[i];
        const bool isHigh = unit >= 0xD800 && unit < 0xDC00;
        const char32_t next = i + 1 < text.size() ? text[i + 1] : 0;
        if (isHigh && next >= 0xDC00 && next < 0xE000) {
            appendUtf8(utf8, 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00));
            ++i;
        } else if (unit >= 0xD800 && unit < 0xE000) {
            utf8 += "\uFFFD";
        } else if (unit != 0xFEFF) {
            appendUtf8(utf8, unit);
        }
    }
    return utf8;
}

PdfPage placedWords(const poppler::page& page)
{
    PdfPage placed;
    placed.height = page.page_rect().height();
    for (const poppler::text_box& box : page.text_list()) {
        const poppler::rectf place = box.bbox();
        placed.words.push_back({utf8Of(box.text()), place.left(), place.top(), place.right(), place.bottom()});
    }
    return placed;
}

/// ISO 8601, UTC; empty for no date.
std::string timestamp(std::time_t seconds)
{
    std::tm parts = {};
    if (seconds <= 0 || ::gmtime_r(&seconds, &parts) == nullptr)
        return {};
    std::string text(32, '\0');
    text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
    return text;
}

} // namespace

void preparePdf()
{
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    // Converts once, so that the modules of iconv are loaded.
    [[maybe_unused]] const auto loaded = poppler::ustring::from_utf8("a");
}

Result<ingest::RawArticle> readPdf(std::string_view bytes)
{
    preparePdf();
    // A mail gateway's remark or blank lines may stand before the document.
    bytes.remove_prefix(std::min(bytes.find("%PDF-"), bytes.size()));
    if (bytes.empty() || bytes.size() > INT_MAX)
        return failure(ErrorCode::Malformed, "no PDF document");
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document)
        return failure(ErrorCode::Malformed, "no PDF document");
    if (document->is_locked())
        return failure(ErrorCode::Encrypted);

    ArticleBuilder builder(ingest::Format::Pdf);
    const int pageCount = std::min(document->pages(), static_cast<int>(limits::pdfPages));
    std::vector<PdfPage> pages;
    std::size_t textBytes = 0;
    for (int i = 0; i < pageCount && textBytes < limits::replyBytes / 2; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (!page)
            continue;
        pages.push_back(placedWords(*page));
        for (const PdfWord& word : pages.back().words)
            textBytes += word.text.size() + 1;
    }
    addPdfText(builder, pages);
    if (builder.empty())
        return pageCount > 0 ? failure(ErrorCode::NoTextLayer) : failure(ErrorCode::Malformed, "no pages");
    if (static_cast<std::size_t>(document->pages()) > pages.size())
        builder.addDiagnostic({Severity::Warning,
                               DiagnosticCode::LimitReached,
                               {},
                               std::to_string(pages.size()) + " of " + std::to_string(document->pages()) + " pages"});
    builder.addField("document:title", std::string(trimmed(utf8Of(document->get_title()))));
    builder.addField("document:author", std::string(trimmed(utf8Of(document->get_author()))));
    builder.addField("document:created", timestamp(document->get_creation_date_t()));
    return builder.takeArticle();
}

} // namespace synoptic::readers
