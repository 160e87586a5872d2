// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_image.h"

#include <algorithm>
#include <cmath>
#include <string>

#include <QBuffer>
#include <QImage>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "ui/exchange/report_pdf.h"
#include "ui/timeline/timeline_sheet.h"

namespace synoptic::ui {

namespace {

constexpr std::int64_t mostPixelBytes = std::int64_t{1} << 30;
constexpr int mostSheets = 400;
constexpr double overlap = 24.0; // CSS pixels that two sheets share

Result<QByteArray> png(const TimelineSheet& sheet, double dpi)
{
    const double factor = dpi / 96.0;
    const double width = std::ceil(sheet.size().width() * factor);
    const double height = std::ceil(sheet.size().height() * factor);
    if (width * height * 4.0 > static_cast<double>(mostPixelBytes) || width > 32'000.0 * 4.0)
        return failure(ErrorCode::InvalidArgument, "the picture would take more than 1 GB");
    QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_RGB32);
    if (image.isNull())
        return failure(ErrorCode::InvalidArgument, "no memory for a picture of this size");
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / 0.0254)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(dpi / 0.0254)));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(factor, factor);
    sheet.paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        return failure(ErrorCode::WriteFailed, "PNG encoder");
    return bytes;
}

Result<QByteArray> svg(const TimelineSheet& sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(sheet.size().toSize());
    generator.setViewBox(QRectF(QPointF(), sheet.size()));
    QPainter painter(&generator);
    sheet.paint(painter);
    painter.end();
    return bytes;
}

QPageSize pageSizeOf(const TimelineSheet& sheet, Paper paper)
{
    switch (paper) {
    case Paper::A4:
        return {QPageSize::A4};
    case Paper::A3:
        return {QPageSize::A3};
    case Paper::Letter:
        return {QPageSize::Letter};
    case Paper::AsDrawn:
        break;
    }
    return QPageSize(sheet.size() * 0.75, QPageSize::Point, {}, QPageSize::ExactMatch);
}

/// Sheets that overlap a little, so that they can be glued; each says which it is.
void paintTiles(QPainter& painter, QPdfWriter& writer, const TimelineSheet& sheet, QSizeF page, int columns, int rows)
{
    const double step = page.width() - overlap;
    const double down = page.height() - overlap;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            if (row > 0 || column > 0)
                writer.newPage();
            painter.save();
            painter.setClipRect(QRectF(QPointF(), page));
            painter.translate(-step * column, -down * row);
            sheet.paint(painter);
            painter.restore();
            sheet.paintTileMark(painter, QRectF(QPointF(), page), column + 1, columns, row + 1, rows);
        }
    }
}

Result<QByteArray> pdf(const TimelineSheet& sheet, Paper paper, bool tiled)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr int resolution = 1200;
    writer.setResolution(resolution);
    writer.setPageSize(pageSizeOf(sheet, paper));
    const QSizeF size = sheet.size();
    const bool isOnPaper = paper != Paper::AsDrawn;
    if (isOnPaper && size.width() > size.height())
        writer.setPageOrientation(QPageLayout::Landscape);
    writer.setPageMargins(isOnPaper ? QMarginsF(10.0, 10.0, 10.0, 10.0) : QMarginsF(), QPageLayout::Millimeter);
    const double pixel = resolution / 96.0;
    const QSizeF page = writer.pageLayout().paintRectPixels(resolution).size().toSizeF() / pixel;
    const int columns = tiled ? static_cast<int>(std::ceil((size.width() - overlap) / (page.width() - overlap))) : 1;
    const int rows = tiled ? static_cast<int>(std::ceil((size.height() - overlap) / (page.height() - overlap))) : 1;
    if (columns * rows > mostSheets)
        return failure(ErrorCode::InvalidArgument,
                       "the picture would take " + std::to_string(columns * rows) + " sheets");
    QPainter painter(&writer);
    painter.scale(pixel, pixel);
    if (isOnPaper && tiled) {
        paintTiles(painter, writer, sheet, page, columns, rows);
    } else {
        if (isOnPaper) {
            const double fit = std::min(page.width() / size.width(), page.height() / size.height());
            painter.scale(fit, fit);
        }
        sheet.paint(painter);
    }
    painter.end();
    buffer.close();
    forgetCreationDate(bytes);
    return bytes;
}

} // namespace

Result<QByteArray> renderTimelineImage(const edits::Timeline& timeline, const TimelineImageOptions& options)
{
    constexpr int narrowest = 200;
    constexpr int widest = 100'000;
    if (options.width < narrowest || options.width > widest)
        return failure(ErrorCode::InvalidArgument, "width");
    if (!(options.dpi >= 10.0 && options.dpi <= 2400.0))
        return failure(ErrorCode::InvalidArgument, "dpi");
    if (options.range && !(options.range->width() > 0.0))
        return failure(ErrorCode::InvalidArgument, "the stretch of time ends before it begins");
    const TimelineSheet sheet(timeline, options);
    switch (options.format) {
    case ImageFormat::Svg:
        return svg(sheet);
    case ImageFormat::Pdf:
        return pdf(sheet, options.paper, options.tiled && options.paper != Paper::AsDrawn);
    case ImageFormat::Png:
        break;
    }
    return png(sheet, options.dpi);
}

} // namespace synoptic::ui
