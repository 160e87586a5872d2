// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report_page.h"

#include <utility>

#include "exchange/escapes.h"

namespace synoptic::exchange {
namespace {

class HtmlPage final : public TextReportPage
{
public:
    void title(std::string_view text) override
    {
        m_body += "<h1>" + isolated(text) + "</h1>\n";
        m_title = htmlEscaped(oneLine(text));
    }
    void heading(std::string_view text) override { m_body += "<h2>" + isolated(text) + "</h2>\n"; }
    void subheading(std::string_view text) override { m_body += "<h3>" + isolated(text) + "</h3>\n"; }
    void paragraph(std::string_view text) override { m_body += "<p>" + isolated(text) + "</p>\n"; }

    void quotation(std::string_view lead, std::string_view quote, std::string_view citation) override
    {
        m_body += "<figure>";
        if (!lead.empty())
            m_body += "<p class=\"lead\">" + isolated(lead) + "</p>";
        m_body += "<blockquote>" + isolated(quote) + "</blockquote><figcaption>" + isolated(citation) +
                  "</figcaption></figure>\n";
    }

    void table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) override
    {
        m_body += "<table>\n<thead><tr>";
        for (const std::string& cell : header)
            m_body += "<th scope=\"col\">" + isolated(cell) + "</th>";
        m_body += "</tr></thead>\n<tbody>\n";
        for (const auto& row : rows) {
            m_body += "<tr>";
            for (const std::string& cell : row)
                m_body += "<td>" + isolated(cell) + "</td>";
            m_body += "</tr>\n";
        }
        m_body += "</tbody>\n</table>\n";
    }

    std::string take() override
    {
        constexpr std::string_view style =
            "body{font:1rem/1.5 Georgia,serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#111;"
            "background:#fff}h1,h2,h3{font-family:sans-serif;line-height:1.2}h2{border-bottom:1px solid #888;"
            "margin-top:2.5rem}figure{margin:.5rem 0 1rem 1.5rem}blockquote{margin:0;border-left:3px solid #0072b2;"
            "padding-left:.8rem}figcaption,.lead{font-size:.85rem;color:#444;margin:0}table{border-collapse:collapse;"
            "width:100%;font-size:.85rem}th,td{border:1px solid #888;padding:.3rem .5rem;text-align:left;"
            "vertical-align:top}@media print{body{margin:0}figure{break-inside:avoid}}";
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
               "'unsafe-inline'\">\n"
               "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
               m_title + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n" + m_body +
               "</body>\n</html>\n";
    }

private:
    /// A text in another direction must not turn what stands around it.
    static std::string isolated(std::string_view text) { return "<bdi>" + htmlEscaped(oneLine(text)) + "</bdi>"; }

    std::string m_title;
    std::string m_body;
};

class MarkdownPage final : public TextReportPage
{
public:
    void title(std::string_view text) override { m_text += "# " + markdownEscaped(text) + "\n\n"; }
    void heading(std::string_view text) override { m_text += "## " + markdownEscaped(text) + "\n\n"; }
    void subheading(std::string_view text) override { m_text += "### " + markdownEscaped(text) + "\n\n"; }
    void paragraph(std::string_view text) override { m_text += markdownEscaped(text) + "\n\n"; }

    void quotation(std::string_view lead, std::string_view quote, std::string_view citation) override
    {
        if (!lead.empty())
            m_text += markdownEscaped(lead) + "\n\n";
        m_text += "> " + markdownEscaped(quote) + "\n>\n> — " + markdownEscaped(citation) + "\n\n";
    }

    void table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) override
    {
        line(header);
        m_text += '|';
        for (std::size_t i = 0; i < header.size(); ++i)
            m_text += "---|";
        m_text += '\n';
        for (const auto& row : rows)
            line(row);
        m_text += '\n';
    }

    std::string take() override { return std::move(m_text); }

private:
    void line(const std::vector<std::string>& cells)
    {
        m_text += '|';
        for (const std::string& cell : cells)
            m_text += " " + markdownEscaped(cell) + " |";
        m_text += '\n';
    }

    std::string m_text;
};

} // namespace

std::unique_ptr<TextReportPage> makeReportPage(ReportFormat format)
{
    if (format == ReportFormat::Html)
        return std::make_unique<HtmlPage>();
    return std::make_unique<MarkdownPage>();
}

} // namespace synoptic::exchange
