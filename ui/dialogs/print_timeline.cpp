// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/print_timeline.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QCoreApplication>
#include <QDate>
#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QPrinterInfo>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/timeline/timeline_sheet.h"

namespace synoptic::ui {

namespace {

constexpr double cssPixels = 96.0; // an inch
constexpr double overlap = 24.0;   // CSS pixels that two pages share

QString translated(const char* text)
{
    return QCoreApplication::translate("PrintTimeline", text);
}

} // namespace

QString printHeader(const edits::Timeline& timeline, const EventFilter& filter, Day day)
{
    QStringList parts{lineText(folderName(timeline)), daysText({day, day})};
    const QStringList wanted = wordsOf(filter);
    parts << (wanted.isEmpty() ? translated("no filter")
                               : translated("filter: %1").arg(wanted.join(QStringLiteral(", "))));
    return parts.join(QStringLiteral(" · "));
}

void printTimeline(QPrinter& printer, const edits::Timeline& timeline, const TimelineImageOptions& options, Day day)
{
    const double pixel = printer.resolution() / cssPixels;
    const QSizeF page = printer.pageLayout().paintRectPixels(printer.resolution()).size().toSizeF() / pixel;
    TimelineImageOptions own = options;
    own.dark = false; // paper is white
    own.width = std::max(static_cast<int>(std::floor(page.width())), 400);
    own.title = printHeader(timeline, options.filter, day);
    const TimelineSheet sheet(timeline, own);
    QPainter painter(&printer);
    painter.scale(pixel, pixel);
    const double fit = std::min(1.0, page.width() / sheet.size().width());
    painter.scale(fit, fit);
    const double height = page.height() / fit;
    const int pages = std::max(1, static_cast<int>(std::ceil((sheet.size().height() - overlap) / (height - overlap))));
    for (int number = 0; number < pages; ++number) {
        if (number > 0)
            printer.newPage();
        painter.save();
        painter.setClipRect(QRectF(0.0, 0.0, sheet.size().width(), height));
        painter.translate(0.0, -(height - overlap) * number);
        sheet.paint(painter);
        painter.restore();
        if (pages > 1)
            sheet.paintTileMark(painter, QRectF(0.0, 0.0, sheet.size().width(), height), 1, 1, number + 1, pages);
    }
}

void printWithPreview(std::shared_ptr<const edits::Timeline> timeline, const TimelineImageOptions& options,
                      QWidget* parent)
{
    QPrinter printer(QPrinter::HighResolution);
    if (QPrinterInfo::defaultPrinter().isNull()) // none is set up: the pages can be kept as a PDF all the same
        printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setPageOrientation(QPageLayout::Landscape);
    printer.setPageMargins(QMarginsF(10.0, 10.0, 10.0, 10.0), QPageLayout::Millimeter);
    printer.setDocName(lineText(folderName(*timeline)));
    constexpr qint64 julianDayOf1970 = 2'440'588;
    const Day today{std::chrono::days{QDate::currentDate().toJulianDay() - julianDayOf1970}};
    QPrintPreviewDialog dialog(&printer, parent);
    dialog.setWindowTitle(translated("Print the timeline"));
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&](QPrinter* target) { printTimeline(*target, *timeline, options, today); });
    dialog.exec();
}

} // namespace synoptic::ui
