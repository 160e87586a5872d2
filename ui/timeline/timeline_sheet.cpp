// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/timeline/timeline_painter.h"

namespace synoptic::ui {

namespace {

constexpr double margin = 20.0;
constexpr double fitMargin = 40.0;
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

Day dayOf(double seconds)
{
    return std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds{std::chrono::seconds{static_cast<std::int64_t>(seconds)}});
}

/// Whole days: what is drawn and what is counted end at the same midnight.
TimelineImageOptions withWholeDays(TimelineImageOptions options)
{
    if (!options.range)
        return options;
    const Day first = dayOf(options.range->begin);
    const Day last = dayOf(options.range->end - 1.0);
    options.range = timeline::rangeOf(temporal::intervalOf({first, last}, temporal::Granularity::Day));
    if (options.time == TimeMode::Publication) // the filter asks when it happened
        return options;
    options.filter.from = std::max(options.filter.from.value_or(first), first);
    options.filter.until = std::min(options.filter.until.value_or(last), last);
    return options;
}

std::shared_ptr<const TimelineIndex> indexOf(const edits::Timeline& timeline, const TimelineImageOptions& options)
{
    auto sources = std::make_shared<const SourceTable>(SourceTable::of(timeline.analysis()));
    const Arrangement arrangement{options.lanes.value_or(fittingLaneMode(*sources)), options.time};
    return std::make_shared<const TimelineIndex>(std::make_shared<const edits::Timeline>(timeline), std::move(sources),
                                                 options.filter, arrangement);
}

} // namespace

std::string folderName(const edits::Timeline& timeline)
{
    std::string folder = timeline.analysis().folder;
    while (folder.size() > 1 && folder.back() == '/')
        folder.pop_back();
    return folder.substr(folder.rfind('/') + 1);
}

TimelineSheet::TimelineSheet(const edits::Timeline& timeline, const TimelineImageOptions& options)
    : m_options(withWholeDays(options))
    , m_theme(options.dark ? Theme::darkened() : Theme::light())
    , m_font(imageFont())
    , m_builder(indexOf(timeline, m_options), m_font)
{
    const double width = options.width - 2.0 * margin;
    const double plot = m_builder.plotWidth(width);
    const TimelineIndex& index = m_builder.index();
    SceneRequest request;
    request.size = {width, 0.0};
    request.scale = m_options.range
                        ? timeline::TimeScale(*m_options.range, plot)
                        : timeline::TimeScale::fitting(index.extent().value_or(timeline::TimeRange{}), plot, fitMargin);
    request.roomForAll = true;
    request.references = m_options.references;
    m_scene = m_builder.build(request);
    m_scene.earlier = m_scene.later = {};
    trimLabelArea();
    // What somebody typed is shown like what others wrote: a control character would make the file unreadable
    m_title = lineText(options.title.isEmpty() ? folderName(timeline) : bytesOf(options.title));
    for (const QString& own : footerLines())
        m_lines << lineText(bytesOf(own));
    const double line = QFontMetricsF(m_font).height();
    m_top = margin + line * 2.6;
    m_legendTop = m_top + m_scene.size.height() + line * 0.8;
    const double legend = m_options.legend ? line * 1.6 : 0.0;
    m_height = std::ceil(m_legendTop + legend + line * 1.25 * static_cast<double>(m_lines.size()) + margin);
}

void TimelineSheet::paint(QPainter& painter) const
{
    const double line = QFontMetricsF(m_font).height();
    painter.fillRect(QRectF(QPointF(), size()), m_theme.surface);
    QFont strong = m_font;
    strong.setPixelSize(20);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(m_theme.text);
    const double width = size().width() - 2.0 * margin;
    painter.drawText(QRectF(margin, margin, width, line * 1.8), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(strong).elidedText(m_title, Qt::ElideRight, width));
    painter.save();
    painter.translate(margin, m_top);
    TimelinePainter(m_theme, m_font).paint(painter, m_scene);
    painter.restore();
    if (m_options.legend)
        paintLegend(painter, line);
    painter.setFont(SceneBuilder::smallFont(m_font));
    painter.setPen(m_theme.dimText);
    double top = m_legendTop + (m_options.legend ? line * 1.6 : 0.0);
    for (const QString& text : m_lines) {
        painter.drawText(QRectF(margin, top, width, line * 1.2), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         text);
        top += line * 1.25;
    }
}

void TimelineSheet::paintTileMark(QPainter& painter, const QRectF& page, int column, int columns, int row,
                                  int rows) const
{
    const QString text = translated("column %1 of %2, row %3 of %4").arg(column).arg(columns).arg(row).arg(rows);
    const QFont small = SceneBuilder::smallFont(m_font);
    const QFontMetricsF metrics(small);
    const QSizeF size(metrics.horizontalAdvance(text) + 10.0, metrics.height() + 2.0);
    const QRectF place(page.right() - size.width(), page.bottom() - size.height(), size.width(), size.height());
    painter.fillRect(place, m_theme.surface);
    painter.setFont(small);
    painter.setPen(m_theme.dimText);
    painter.drawText(place, Qt::AlignCenter, text);
}

/// Takes away the rows above the uppermost headline.
void TimelineSheet::trimLabelArea()
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
    for (SceneGap& gap : m_scene.gaps) {
        gap.rect.translate(0.0, -top);
        gap.textRect.translate(0.0, -top);
    }
}

QStringList TimelineSheet::footerLines() const
{
    if (!m_options.footer)
        return m_options.note.isEmpty() ? QStringList() : QStringList{m_options.note};
    const TimelineIndex& index = m_builder.index();
    std::vector<EventId> drawn;
    for (const SceneMark& mark : m_scene.marks) {
        const QRectF place = mark.isBand ? mark.extent : QRectF(mark.center, QSizeF(1.0, 1.0));
        if (place.right() >= m_scene.plotLeft && place.left() <= m_scene.size.width())
            drawn.push_back(mark.event);
    }
    std::ranges::sort(drawn);
    drawn.erase(std::unique(drawn.begin(), drawn.end()), drawn.end()); // clang 14 cannot parse ranges::unique
    QStringList counts{drawn.size() == 1 ? translated("1 event shown")
                                         : translated("%1 events shown").arg(drawn.size())};
    if (drawn.size() < index.order().size())
        counts << translated("%1 outside this stretch of time").arg(index.order().size() - drawn.size());
    if (index.belowThreshold() > 0)
        counts << translated("%1 below the threshold").arg(index.belowThreshold());
    if (index.filtered() > 0)
        counts << translated("%1 filtered").arg(index.filtered());
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
    const QStringList wanted = wordsOf(m_options.filter);
    if (!wanted.isEmpty())
        add(translated("Filter:"), wanted);
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
    if (!m_options.note.isEmpty())
        lines << m_options.note;
    return lines;
}

void TimelineSheet::paintLegend(QPainter& painter, double line) const
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
    if (std::ranges::any_of(m_scene.marks, [](const SceneMark& own) { return own.contradictions > 0; })) {
        SceneMark mark;
        mark.radius = line * 0.3;
        mark.center = {x, y};
        mark.contradictions = 1;
        put(mark, translated("contradiction on record"));
    }
}

} // namespace synoptic::ui
