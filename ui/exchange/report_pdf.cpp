// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/report_pdf.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include "exchange/report_page.h"
#include "ui/qt_conversions.h"
#include "ui/theme.h"

namespace synoptic::ui {

namespace {

constexpr int resolution = 96; // of the document; the writer scales
constexpr double pointsPerInch = 72.0;

/// Builds the document with a cursor: no text is ever read as markup.
class DocumentPage final : public exchange::ReportPage
{
public:
    explicit DocumentPage(QTextDocument& document) : m_cursor(&document) {}

    void title(std::string_view text) override { block(text, 20.0, QFont::Bold, 0.0, 10.0); }
    void heading(std::string_view text) override { block(text, 15.0, QFont::DemiBold, 22.0, 6.0); }
    void subheading(std::string_view text) override { block(text, 11.0, QFont::DemiBold, 14.0, 3.0); }
    void paragraph(std::string_view text) override { block(text, 10.0, QFont::Normal, 0.0, 5.0); }

    void quotation(std::string_view lead, std::string_view quote, std::string_view citation) override
    {
        if (!lead.empty())
            block(lead, 8.5, QFont::Normal, 2.0, 1.0, 18.0, theme().dimText);
        block(quote, 10.0, QFont::Normal, 2.0, 1.0, 18.0);
        block(citation, 8.5, QFont::Normal, 0.0, 6.0, 18.0, theme().dimText);
    }

    void table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows) override
    {
        QTextTableFormat format;
        format.setBorder(0.5);
        format.setBorderBrush(theme().border);
        format.setBorderCollapse(true);
        format.setCellPadding(3.0);
        format.setHeaderRowCount(1);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100.0));
        const int columns = static_cast<int>(header.size());
        QTextTable* table = m_cursor.insertTable(static_cast<int>(rows.size()) + 1, columns, format);
        for (int column = 0; column < columns; ++column)
            fill(*table, 0, column, header[static_cast<std::size_t>(column)], QFont::DemiBold);
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (int column = 0; column < columns; ++column)
                fill(*table, static_cast<int>(row) + 1, column, rows[row][static_cast<std::size_t>(column)],
                     QFont::Normal);
        m_cursor.movePosition(QTextCursor::End);
        m_isFirst = false;
    }

private:
    static const Theme& theme()
    {
        static const Theme light = Theme::light(); // paper
        return light;
    }

    static QTextCharFormat letters(double points, QFont::Weight weight, const QColor& color)
    {
        QTextCharFormat format;
        format.setFontPointSize(points);
        format.setFontWeight(weight);
        format.setForeground(color);
        return format;
    }

    void block(std::string_view text, double points, QFont::Weight weight, double above, double below,
               double indent = 0.0, const QColor& color = theme().text)
    {
        QTextBlockFormat format;
        format.setTopMargin(above);
        format.setBottomMargin(below);
        format.setLeftMargin(indent);
        if (m_isFirst)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format);
        m_isFirst = false;
        m_cursor.insertText(lineText(text), letters(points, weight, color));
    }

    static void fill(QTextTable& table, int row, int column, std::string_view text, QFont::Weight weight)
    {
        table.cellAt(row, column).firstCursorPosition().insertText(lineText(text), letters(8.5, weight, theme().text));
    }

    QTextCursor m_cursor;
    bool m_isFirst = true;
};

} // namespace

void forgetCreationDate(QByteArray& pdf)
{
    const qsizetype begin = pdf.indexOf("/CreationDate (D:");
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
    if (end < 0)
        return;
    QByteArray date = QByteArrayLiteral("/CreationDate (D:19700101000000Z)");
    pdf.replace(begin, end - begin + 1, date.leftJustified(end - begin + 1, ' '));
}

QByteArray reportPdf(const edits::Timeline& timeline, std::string_view title)
{
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    DocumentPage page(document);
    exchange::writeReport(timeline, title, page);

    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(20.0, 18.0, 20.0, 18.0), QPageLayout::Millimeter);
    writer.setTitle(lineText(title));
    const QSizeF paper = writer.pageLayout().paintRectPoints().size() * resolution / pointsPerInch;
    const double footer = resolution * 0.3;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0.0);
    document.setPageSize(QSizeF(paper.width(), paper.height() - footer));
    QPainter painter(&writer);
    for (int number = 0; number < document.pageCount(); ++number) {
        if (number > 0)
            writer.newPage();
        const QRectF view(0.0, number * document.pageSize().height(), paper.width(), document.pageSize().height());
        painter.save();
        painter.translate(0.0, -view.top());
        document.drawContents(&painter, view);
        painter.restore();
        painter.drawText(QRectF(0.0, paper.height() - footer, paper.width(), footer), Qt::AlignRight | Qt::AlignBottom,
                         QStringLiteral("%1 / %2").arg(number + 1).arg(document.pageCount()));
    }
    painter.end();
    buffer.close();
    forgetCreationDate(bytes);
    return bytes;
}

} // namespace synoptic::ui
