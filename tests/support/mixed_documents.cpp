// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mixed_documents.h"

#include <array>
#include <string_view>

#include "support/made_files.h"

namespace synoptic::tests {
namespace {

using ingest::Format;

constexpr std::array<std::string_view, 12> sentences = {
    "The committee met on Friday and put the vote off until March 12, its chairman told reporters.",
    "Prices of grain and oil went up again, while most shops in the old town stayed closed.",
    "In 1998 the company sold its mills for $1,200 million, two years after the merger had failed.",
    "Nobody answered the telephone at the ministry, and the gates of the harbor were locked.",
    "Officials said they expected 45,000 visitors, more than in any other town of the region.",
    "A spokeswoman declined to comment on the letter but confirmed that it had been received.",
    R"("We have waited long enough," Dr. Okafor said, "and we will not wait much longer.")",
    "The ferry had left the island at dawn with more than two hundred people on board.",
    "Engineers who looked at the bridge last week found cracks in two of its seven piers.",
    "The court will hear the case in June, and a decision is expected before the summer ends.",
    "Since the storm the northern road has been open to buses and to cars of residents alone.",
    "The mayor, who took office in January, asked for patience and for the names of witnesses."};
constexpr std::array<std::string_view, 8> sections = {"World", "Politics", "Business", "Science",
                                                      "Sport", "Culture",  "Opinion",  "Weather"};

struct Text
{
    std::string title;
    std::vector<std::string> paragraphs;
};

Text textOf(std::size_t number)
{
    constexpr std::size_t paragraphs = 20;
    constexpr std::size_t sentencesEach = 3;
    Text text;
    text.title =
        "Council of district " + std::to_string(number % 97) + " puts off the vote on bridge " + std::to_string(number);
    std::size_t next = number;
    for (std::size_t p = 0; p < paragraphs; ++p) {
        std::string& paragraph = text.paragraphs.emplace_back();
        for (std::size_t s = 0; s < sentencesEach; ++s) {
            paragraph += (s == 0 ? "" : " ") + std::string(sentences[next % sentences.size()]);
            next += 5 + p + number % 3;
        }
        paragraph += " That was report " + std::to_string(number * paragraphs + p) + " of the year.";
    }
    return text;
}

std::string plainText(const Text& text, std::string_view between = "\n\n")
{
    std::string all = text.title + std::string(between) + "By Jane Doe" + std::string(between) + "May 4, 2021";
    for (const std::string& paragraph : text.paragraphs)
        all.append(between).append(paragraph);
    return all + "\n";
}

/// What fills a page beside its article: menus, a script, teasers of other stories.
std::string furniture(std::size_t number, std::size_t bytes)
{
    std::string html;
    for (std::size_t i = 0; html.size() < bytes; ++i) {
        const std::string id = std::to_string(number * 1000 + i);
        html.append(R"(<li class="nav-item menu__item"><a href="/)")
            .append(id)
            .append(R"(/" data-track="menu-)")
            .append(id)
            .append(R"(" class="nav-link"><span class="icon icon-arrow"></span>)")
            .append(sections[i % sections.size()])
            .append("</a></li>\n");
        if (i % 8 == 7)
            html.append(R"(<li class="teaser"><a href="/story/)")
                .append(id)
                .append(R"("><img src="/img/)")
                .append(id)
                .append(R"(.jpg" alt="" width="320" height="180"><h3 class="teaser__title">Story )")
                .append(id)
                .append(" of the day</h3></a></li>\n<script>window.dataLayer=window.dataLayer||[];dataLayer.push({")
                .append(R"("id":)")
                .append(id)
                .append(R"(,"position":"list","visible":true,"labels":["a","b","c"]});</script>)")
                .append("\n");
    }
    return html;
}

std::string page(const Text& text, std::size_t number)
{
    constexpr std::size_t before = 90'000;
    constexpr std::size_t behind = 100'000;
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + text.title +
                       " | Valley Observer</title>\n<meta property=\"og:title\" content=\"" + text.title +
                       "\">\n<meta property=\"article:published_time\" content=\"2021-05-04T10:00:00Z\">\n"
                       "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"" +
                       text.title + "\",\"datePublished\":\"2021-05-04T10:00:00Z\"}</script></head>\n<body><nav><ul>" +
                       furniture(number, before) + "</ul></nav><main><article><h1>" + text.title + "</h1>\n";
    for (const std::string& paragraph : text.paragraphs)
        html += "<p class=\"article__paragraph\">" + paragraph + "</p>\n";
    return html + "</article></main><aside><ul>" + furniture(number + 1, behind) +
           "</ul></aside><footer><p>All rights reserved</p></footer></body></html>\n";
}

std::string mail(const Text& text)
{
    return "From: Jane Doe <jane@example.org>\r\nTo: desk@example.org\r\nDate: Tue, 4 May 2021 10:00:00 +0000\r\n"
           "Subject: " +
           text.title +
           "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
           "Content-Transfer-Encoding: 8bit\r\n\r\n" +
           plainText(text, "\r\n\r\n");
}

std::string webArchive(const Text& text, std::size_t number)
{
    return "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/story\r\nSubject: " +
           text.title +
           "\r\nDate: Tue, 4 May 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/related; type=\"text/html\"; boundary=\"----edge\"\r\n\r\n------edge\r\n"
           "Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n"
           "Content-Location: https://example.org/story\r\n\r\n" +
           page(text, number) + "\r\n------edge--\r\n";
}

std::string pdf(const Text& text)
{
    constexpr std::size_t lineBytes = 85;
    constexpr double top = 740;
    constexpr double leading = 14;
    std::vector<std::vector<PdfLine>> pages(1);
    double y = top;
    const auto put = [&](std::string_view line, double x) {
        if (y < 60) {
            pages.emplace_back();
            y = top;
        }
        pages.back().push_back({x, y, std::string(line), 11});
        y -= leading;
    };
    put(text.title, 72);
    for (std::string_view rest : text.paragraphs) {
        y -= leading / 2;
        for (double x = 84; !rest.empty(); x = 72) {
            const std::size_t cut = rest.size() <= lineBytes ? rest.size() : rest.rfind(' ', lineBytes);
            put(rest.substr(0, cut), x);
            rest.remove_prefix(std::min(cut + 1, rest.size()));
        }
    }
    return pdfOf(pages);
}

std::string odt(const Text& text)
{
    std::string body = "<text:h text:outline-level=\"1\">" + text.title + "</text:h>";
    for (const std::string& paragraph : text.paragraphs)
        body += "<text:p>" + paragraph + "</text:p>";
    return zipOf(
        {{"mimetype", "application/vnd.oasis.opendocument.text"},
         {"content.xml", "<?xml version=\"1.0\"?><office:document-content "
                         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                         "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>" +
                             body + "</office:text></office:body></office:document-content>"}});
}

std::string epub(const Text& text)
{
    std::string chapter = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><h1>" + text.title + "</h1>";
    for (const std::string& paragraph : text.paragraphs)
        chapter += "<p>" + paragraph + "</p>";
    return zipOf(
        {{"mimetype", "application/epub+zip"},
         {"META-INF/container.xml", "<?xml version=\"1.0\"?><container "
                                    "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
                                    "<rootfile full-path=\"book.opf\"/></rootfiles></container>"},
         {"book.opf", "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\"><metadata "
                      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
                          text.title +
                          "</dc:title></metadata><manifest><item id=\"c\" href=\"c.xhtml\" "
                          "media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"c\"/></spine>"
                          "</package>"},
         {"c.xhtml", chapter + "</body></html>"}});
}

std::string docx(const Text& text)
{
    std::string body = "<w:p><w:r><w:t>" + text.title + "</w:t></w:r></w:p>";
    for (const std::string& paragraph : text.paragraphs)
        body += "<w:p><w:r><w:t>" + paragraph + "</w:t></w:r></w:p>";
    return docxOf(body);
}

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return result;
}

} // namespace

std::string documentOf(Format format, std::size_t number)
{
    const Text text = textOf(number);
    switch (format) {
    case Format::PlainText:
        return plainText(text);
    case Format::Html:
        return page(text, number);
    case Format::Markdown:
        return "---\ndate: 2021-05-04\n---\n# " + plainText(text);
    case Format::WebArchive:
        return webArchive(text, number);
    case Format::Mail:
        return mail(text);
    case Format::Pdf:
        return pdf(text);
    case Format::Docx:
        return docx(text);
    case Format::Odt:
        return odt(text);
    case Format::Epub:
        return epub(text);
    case Format::Json:
        return std::string(R"({"title": ")")
            .append(text.title)
            .append(R"(", "date": "2021-05-04", "text": ")")
            .append(escaped(plainText(text)))
            .append("\"}\n");
    }
    return {};
}

std::string suffixOf(Format format)
{
    constexpr std::array<std::string_view, 10> suffixes = {"txt", "html", "md",  "mhtml", "eml",
                                                           "pdf", "docx", "odt", "epub",  "json"};
    return std::string(suffixes[static_cast<std::size_t>(format)]);
}

Format mixedFormat(std::size_t number)
{
    constexpr std::array rest = {Format::Pdf,  Format::Docx, Format::Mail, Format::WebArchive,
                                 Format::Json, Format::Odt,  Format::Epub, Format::Markdown};
    const std::size_t place = number % 20;
    if (place < 12)
        return Format::Html;
    return place < 17 ? Format::PlainText : rest[(number / 20 * 3 + place - 17) % rest.size()];
}

} // namespace synoptic::tests
