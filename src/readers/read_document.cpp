// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/read_document.h"

#include "readers/html.h"
#include "readers/mail.h"
#include "readers/markdown.h"
#include "readers/office_documents.h"
#include "readers/pdf.h"

namespace synoptic::readers {

Result<ingest::RawArticle> readDocument(ingest::Format format, std::string_view bytes)
{
    using ingest::Format;
    switch (format) {
    case Format::Html:
        return readHtml(bytes);
    case Format::Markdown:
        return readMarkdown(bytes);
    case Format::WebArchive:
        return readWebArchive(bytes);
    case Format::Mail:
        return readMail(bytes);
    case Format::Pdf:
        return readPdf(bytes);
    case Format::Docx:
        return readDocx(bytes);
    case Format::Odt:
        return readOdt(bytes);
    case Format::Epub:
        return readEpub(bytes);
    case Format::PlainText:
    case Format::Json:
        break;
    }
    return failure(ErrorCode::NotAnArticle, "no format of the reader process");
}

} // namespace synoptic::readers
