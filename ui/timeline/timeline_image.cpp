// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_image.h"

#include <algorithm>
#include <cmath>

#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/theme.h"
#include "ui/timeline/scene_builder.h"
#include "ui/timeline/timeline_painter.h"

namespace synoptic::ui {

namespace {

constexpr double margin = 20.0;
constexpr std::int64_t mostPixelBytes = std::int64_t{1} << 30;
constexpr std::size_t mostUndatedListed = 40;

QString translated(const char* text)
{
    return QCoreApplication::translate("TimelineImage", text);
}

QFont imageFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPixelSize(13); // CSS pixels: the same on every screen
    return font;
}

/// Everything around the scene, measured once and drawn by the same numbers.
class Sheet
{
public:
    Sheet(const edits::Timeline& timeline, const TimelineImageOptions& options)
        : m_options(options)
        , m_theme(options.dark ? Theme::darkened() : Theme::light())
        , m_font(imageFont())
        , m_builder(indexOf(timeline, options), m_font)
    {
        const double width = options.width - 2.0 * margin;
        const double plot = m_builder.plotWidth(width);
        const TimelineIndex& index = m_builder.index();
        SceneRequest request;
        request.size = {width, 0.0};
        request.scale = timeline::TimeScale::fitting(index.extent().value_or(timeline::TimeRange{}), plot, 40.0);
        request.roomForAll = true;
        m_scene = m_builder.build(request);
        trimLabelArea();
        m_title = options.title.isEmpty() ? lineText(folderName(timeline)) : options.title;
        m_lines = footerLines();
        const double line = QFontMetricsF(m_font).height();
        m_top = margin + line * 2.6;
        m_legendTop = m_top + m_scene.size.height() + line * 0.8;
        m_height = m_legendTop + line * (1.6 + 1.25 * static_cast<double>(m_lines.size())) + margin;
    }

    QSizeF size() const { return {static_cast<double>(m_options.width), std::ceil(m_height)}; }

    void paint(QPainter& painter) const
    {
        const double line = QFontMetricsF(m_font).height();
        painter.fillRect(QRectF(QPointF(), size()), m_theme.surface);
        QFont strong = m_font;
        strong.setPixelSize(20);
        strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        painter.setPen(m_theme.text);
        const double width = size().width() - 2.0 * margin;
        painter.drawText(QRectF(margin, margin, width, line * 1.8),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetricsF(strong).elidedText(m_title, Qt::ElideRight, width));
        painter.save();
        painter.translate(margin, m_top);
        TimelinePainter(m_theme, m_font).paint(painter, m_scene);
        painter.restore();
        paintLegend(painter, line);
        painter.setFont(SceneBuilder::smallFont(m_font));
        painter.setPen(m_theme.dimText);
        double top = m_legendTop + line * 1.6;
        for (const QString& text : m_lines) {
            painter.drawText(QRectF(margin, top, width, line * 1.2),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
            top += line * 1.25;
        }
    }

private:
    static std::shared_ptr<const TimelineIndex> indexOf(const edits::Timeline& timeline,
                                                        const TimelineImageOptions& options)
    {
        EventFilter filter;
        filter.minimumSalience = options.minimumSalience;
        const SourceTable sources = SourceTable::of(timeline.analysis());
        return std::make_shared<const TimelineIndex>(std::make_shared<const edits::Timeline>(timeline), filter,
                                                     fittingLaneMode(sources));
    }

    static std::string folderName(const edits::Timeline& timeline)
    {
        std::string folder = timeline.analysis().folder;
        while (folder.size() > 1 && folder.back() == '/')
            folder.pop_back();
        return folder.substr(folder.rfind('/') + 1);
    }

    /// Takes away the rows above the uppermost headline.
    void trimLabelArea()
    {
        double top = m_scene.labelArea.bottom() - 4.0;
        for (const SceneLabel& label : m_scene.labels)
            top = std::min(top, label.rect.top() - 4.0);
        m_scene.size.rheight() -= top;
        m_scene.labelArea.setTop(0.0);
        m_scene.labelArea.setBottom(m_scene.labelArea.bottom() - top);
        m_scene.laneArea.translate(0.0, -top);
        m_scene.axisArea.translate(0.0, -top);
        for (SceneLane& lane : m_scene.lanes) {
            lane.rect.translate(0.0, -top);
            lane.profile.translate(0.0, -top);
            for (QRectF& bar : lane.bars)
                bar.translate(0.0, -top);
        }
        for (SceneMark& mark : m_scene.marks) {
            mark.center.ry() -= top;
            mark.extent.translate(0.0, -top);
            mark.hit.translate(0.0, -top);
        }
        for (SceneLabel& label : m_scene.labels) {
            label.rect.translate(0.0, -top);
            label.leader.translate(0.0, -top);
        }
        for (SceneCluster& cluster : m_scene.clusters)
            cluster.rect.translate(0.0, -top);
        for (SceneTie& tie : m_scene.ties)
            tie.line.translate(0.0, -top);
    }

    QStringList footerLines() const
    {
        const TimelineIndex& index = m_builder.index();
        QStringList counts{translated("%1 events shown").arg(index.order().size())};
        if (index.belowThreshold() > 0)
            counts << translated("%1 below the threshold").arg(index.belowThreshold());
        if (!index.undated().empty())
            counts << translated("%1 undated").arg(index.undated().size());
        counts << translated("found by the program, not reviewed unless outlined");
        QStringList lines{counts.join(QStringLiteral(" · "))};
        const double width = m_options.width - 2.0 * margin;
        const QFontMetricsF metrics(SceneBuilder::smallFont(m_font));
        const auto add = [&](const QString& head, const QStringList& items) {
            QString line = head;
            for (const QString& item : items) {
                if (line != head && metrics.horizontalAdvance(line + QStringLiteral(" · ") + item) > width) {
                    lines << line;
                    line = item;
                    continue;
                }
                line += (line == head ? QStringLiteral(" ") : QStringLiteral(" · ")) + item;
            }
            lines << line;
        };
        if (!index.undated().empty() && index.undated().size() <= mostUndatedListed) {
            QStringList titles;
            for (const EventId id : index.undated())
                titles << lineText(index.timeline()[id].event.title);
            add(translated("Undated:"), titles);
        }
        QStringList sources;
        for (std::size_t i = 0; i < std::min<std::size_t>(index.sources().sources.size(), mostUndatedListed); ++i)
            sources << index.sources().sources[i].name;
        if (index.sources().sources.size() > mostUndatedListed)
            sources << translated("and %1 more").arg(index.sources().sources.size() - mostUndatedListed);
        if (!sources.isEmpty())
            add(translated("Sources:"), sources);
        return lines;
    }

    void paintLegend(QPainter& painter, double line) const
    {
        struct Item
        {
            MarkShape shape;
            QString text;
        };
        const std::array items = {Item{MarkShape::Disc, factualityText(events::Factuality::Asserted)},
                                  Item{MarkShape::Triangle, factualityText(events::Factuality::Planned)},
                                  Item{MarkShape::Diamond, factualityText(events::Factuality::Possible)},
                                  Item{MarkShape::Cross, factualityText(events::Factuality::Denied)}};
        const QFont small = SceneBuilder::smallFont(m_font);
        const QFontMetricsF metrics(small);
        const TimelinePainter marks(m_theme, m_font);
        double x = margin + line * 0.5;
        const double y = m_legendTop + line * 0.6;
        const auto put = [&](const SceneMark& mark, const QString& text) {
            marks.paintMark(painter, mark);
            x = (mark.isBand ? mark.extent.right() : mark.center.x() + mark.radius) + line * 0.45;
            painter.setFont(small);
            painter.setPen(m_theme.dimText);
            const double width = metrics.horizontalAdvance(text);
            painter.drawText(QRectF(x, y - line, width + 4.0, 2.0 * line),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
            x += width + line * 1.2;
        };
        for (const Item& item : items) {
            SceneMark mark;
            mark.shape = item.shape;
            mark.radius = line * 0.3;
            mark.center = {x, y};
            put(mark, item.text);
        }
        SceneMark band;
        band.isBand = true;
        band.extent = {x, y - line * 0.3, line * 2.4, line * 0.6};
        band.center = band.extent.center();
        put(band, translated("as wide as the date is vague"));
        band.extent.moveLeft(x);
        band.center = band.extent.center();
        band.isAbout = true;
        put(band, translated("about"));
        for (const auto& [factor, text] : {std::pair{0.25, translated("1 source")}, std::pair{0.33, translated("2")},
                                           std::pair{0.42, translated("3 or more independent")}}) {
            SceneMark mark;
            mark.radius = line * factor;
            mark.center = {x, y};
            put(mark, text);
        }
    }

    TimelineImageOptions m_options;
    Theme m_theme;
    QFont m_font;
    SceneBuilder m_builder;
    TimelineScene m_scene;
    QString m_title;
    QStringList m_lines;
    double m_top = 0.0;
    double m_legendTop = 0.0;
    double m_height = 0.0;
};

Result<QByteArray> png(const Sheet& sheet, double dpi)
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

Result<QByteArray> svg(const Sheet& sheet)
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

/// Qt writes the moment of printing; a picture of the same timeline shall be the same bytes.
void forgetCreationDate(QByteArray& pdf)
{
    const qsizetype begin = pdf.indexOf("/CreationDate (D:");
    const qsizetype end = begin < 0 ? -1 : pdf.indexOf(')', begin);
    if (end < 0)
        return;
    QByteArray date = QByteArrayLiteral("/CreationDate (D:19700101000000Z)");
    pdf.replace(begin, end - begin + 1, date.leftJustified(end - begin + 1, ' '));
}

Result<QByteArray> pdf(const Sheet& sheet)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    constexpr int resolution = 1200;
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(sheet.size() * 0.75, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.scale(resolution / 96.0, resolution / 96.0);
    sheet.paint(painter);
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
    const Sheet sheet(timeline, options);
    switch (options.format) {
    case ImageFormat::Svg:
        return svg(sheet);
    case ImageFormat::Pdf:
        return pdf(sheet);
    case ImageFormat::Png:
        break;
    }
    return png(sheet, options.dpi);
}

} // namespace synoptic::ui
