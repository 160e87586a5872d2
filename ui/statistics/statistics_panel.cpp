// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/statistics_panel.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QAreaSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <QValueAxis>

#include "ui/event_words.h"
#include "ui/statistics/statistics.h"

namespace synoptic::ui {

namespace {

constexpr std::size_t mostSources = 12; // in the chart; the table has all

/// Whole numbers on an axis of counts, some four of them.
void fitCounts(QValueAxis& axis, double highest)
{
    const double rough = std::max(highest / 4.0, 1.0);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = power;
    for (const double factor : {1.0, 2.0, 5.0, 10.0})
        if (power * factor >= rough) {
            step = power * factor;
            break;
        }
    axis.setRange(0.0, std::ceil(std::max(highest, 1.0) / step) * step);
    axis.setTickType(QValueAxis::TicksDynamic);
    axis.setTickAnchor(0.0);
    axis.setTickInterval(step);
    axis.setLabelFormat(QStringLiteral("%.0f"));
}

} // namespace

StatisticsPanel::StatisticsPanel(QWidget* parent) : QWidget(parent), m_theme(Theme::light())
{
    setAccessibleName(tr("Statistics"));
    auto* charts = new QHBoxLayout;
    charts->setSpacing(0);
    for (QChartView*& view : m_views) {
        view = new QChartView;
        view->setRenderHint(QPainter::Antialiasing);
        view->setFrameShape(QFrame::NoFrame);
        view->setFocusPolicy(Qt::StrongFocus);
        view->viewport()->setFocusPolicy(Qt::NoFocus); // the view has it
        view->setMinimumSize(200, 120);
        charts->addWidget(view, 1);
    }
    m_views[0]->setAccessibleName(tr("Articles and events per source"));
    m_views[1]->setAccessibleName(tr("Articles and events over time"));
    auto* buttons = new QVBoxLayout;
    buttons->setContentsMargins(4, 8, 8, 8);
    const auto button = [&](const QString& text, const QString& tip) {
        auto* made = new QToolButton;
        made->setText(text);
        made->setToolTip(tip);
        made->setFocusPolicy(Qt::StrongFocus);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        buttons->addWidget(made);
        return made;
    };
    auto* copy = button(tr("Copy the picture"), tr("Copy both charts to the clipboard"));
    auto* numbers = button(tr("Copy the numbers"), tr("Copy the numbers as a table that spreadsheets take"));
    auto* save = button(tr("Save as PNG…"), tr("Save both charts as a picture"));
    buttons->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(charts, 1);
    row->addLayout(buttons);
    connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setImage(image()); });
    connect(numbers, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(table()); });
    connect(save, &QToolButton::clicked, this, [this] { Q_EMIT saveRequested(image()); });
}

StatisticsPanel::~StatisticsPanel() = default;

void StatisticsPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_isStale = true;
    if (isVisible() && m_isSeen)
        refresh();
}

void StatisticsPanel::setIndex(std::shared_ptr<const TimelineIndex> index)
{
    m_index = std::move(index);
    m_isStale = true;
    if (isVisible() && m_isSeen)
        refresh();
}

void StatisticsPanel::setSeen(bool seen)
{
    m_isSeen = seen;
    if (isVisible() && seen)
        refresh();
}

void StatisticsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isSeen)
        refresh();
}

void StatisticsPanel::refresh()
{
    if (!m_isStale)
        return;
    m_isStale = false;
    m_statistics = m_index ? statisticsOf(*m_index) : Statistics{};
    const std::array charts{emptyChart(m_views[0]->accessibleName()), emptyChart(m_views[1]->accessibleName())};
    if (!m_statistics.sources.empty())
        fillSources(*charts[0]);
    if (!m_statistics.periods.empty())
        fillPeriods(*charts[1]);
    for (std::size_t i = 0; i < charts.size(); ++i) {
        QChart* before = m_views[i]->chart();
        m_views[i]->setChart(charts[i]);
        m_views[i]->setBackgroundBrush(m_theme.surface);
        delete before; // the view gives it back
    }
    std::uint64_t articles = 0;
    std::uint64_t events = 0;
    for (const Statistics::Period& period : m_statistics.periods) {
        articles += period.articles;
        events += period.events;
    }
    m_views[0]->setAccessibleDescription(tr("%1 sources").arg(m_statistics.sources.size()));
    m_views[1]->setAccessibleDescription(tr("%1 events, %2 articles").arg(events).arg(articles));
}

QChart* StatisticsPanel::emptyChart(const QString& title) const
{
    auto* chart = new QChart;
    chart->setTitle(title.toHtmlEscaped()); // Qt Charts takes it for rich text
    chart->setTitleBrush(m_theme.text);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    chart->setTitleFont(strong);
    chart->setBackgroundVisible(false);
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setMargins(QMargins(6, 2, 6, 2));
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setLabelColor(m_theme.text);
    chart->legend()->setFont(font());
    return chart;
}

namespace {

void dress(QAbstractAxis& axis, const Theme& theme, const QFont& font, bool hasGrid)
{
    axis.setLabelsColor(theme.dimText);
    axis.setLabelsFont(font);
    axis.setLinePenColor(theme.strongGrid);
    axis.setGridLineColor(theme.grid);
    axis.setGridLineVisible(hasGrid);
}

} // namespace

void StatisticsPanel::fillSources(QChart& chart) const
{
    const std::size_t shown = std::min(m_statistics.sources.size(), mostSources);
    auto* articles = new QBarSet(tr("articles"));
    auto* events = new QBarSet(tr("events"));
    QStringList names;
    double highest = 1.0;
    for (std::size_t i = shown; i-- > 0;) { // Qt Charts fills from below
        const Statistics::Source& source = m_statistics.sources[i];
        *articles << source.articles;
        *events << source.events;
        highest = std::max({highest, double(source.articles), double(source.events)});
        const QString name =
            fontMetrics().elidedText(source.name, Qt::ElideRight, fontMetrics().averageCharWidth() * 22);
        // One name may come twice, but not in an axis of categories
        names << QString(name + QString(static_cast<qsizetype>(i), QChar(0x200B))).toHtmlEscaped();
    }
    articles->setColor(m_theme.seriesColor(0));
    events->setColor(m_theme.seriesColor(1));
    for (QBarSet* set : {articles, events})
        set->setBorderColor(Qt::transparent);
    auto* bars = new QHorizontalBarSeries;
    bars->append(events);
    bars->append(articles);
    bars->setBarWidth(0.7);
    chart.addSeries(bars);
    auto* sources = new QBarCategoryAxis;
    sources->append(names);
    dress(*sources, m_theme, font(), false);
    auto* counts = new QValueAxis;
    fitCounts(*counts, highest);
    dress(*counts, m_theme, font(), true);
    chart.addAxis(sources, Qt::AlignLeft);
    chart.addAxis(counts, Qt::AlignBottom);
    bars->attachAxis(sources);
    bars->attachAxis(counts);
    chart.legend()->setReverseMarkers(true);
    if (shown < m_statistics.sources.size())
        chart.setTitle(tr("%1, the %2 largest of %3")
                           .arg(m_views[0]->accessibleName())
                           .arg(shown)
                           .arg(m_statistics.sources.size())
                           .toHtmlEscaped());
}

void StatisticsPanel::fillPeriods(QChart& chart) const
{
    const timeline::TimeRange all{m_statistics.periods.front().range.begin, m_statistics.periods.back().range.end};
    double highest = 1.0;
    const auto area = [&](const QString& name, std::uint32_t Statistics::Period::*count, const QColor& color,
                          double alpha) {
        QList<QPointF> roof;
        for (const Statistics::Period& period : m_statistics.periods) {
            roof << QPointF(period.range.begin, period.*count) << QPointF(period.range.end, period.*count);
            highest = std::max(highest, static_cast<double>(period.*count));
        }
        auto* upper = new QLineSeries(&chart);
        upper->replace(roof);
        auto* made = new QAreaSeries(upper);
        made->setName(name);
        made->setPen(QPen(color, 1.2));
        made->setBrush(faded(color, alpha));
        return made;
    };
    QAreaSeries* articles =
        area(tr("articles, by publication"), &Statistics::Period::articles, m_theme.seriesColor(0), 0.5);
    QAreaSeries* events = area(tr("events, by date"), &Statistics::Period::events, m_theme.seriesColor(1), 0.5);
    const auto dayOf = [](double seconds) {
        return std::chrono::floor<std::chrono::days>(
            std::chrono::sys_seconds{std::chrono::seconds{static_cast<std::int64_t>(seconds)}});
    };
    chart.setTitle(tr("%1: %2")
                       .arg(m_views[1]->accessibleName(), daysText({dayOf(all.begin), dayOf(all.end - 1.0)}))
                       .toHtmlEscaped());
    auto* counts = new QValueAxis;
    fitCounts(*counts, highest);
    dress(*counts, m_theme, font(), true);
    // Ticks of the calendar, which a QDateTimeAxis does not know
    auto* time = new QCategoryAxis;
    dress(*time, m_theme, font(), false);
    time->setRange(all.begin, all.end);
    time->setStartValue(all.begin);
    time->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    const QFontMetricsF metrics(font());
    const timeline::TimeScale scale(all, std::max(m_views[1]->width() - 90.0, 120.0));
    const auto axis = timeline::calendarAxis(
        scale,
        [&](std::string_view text) {
            return metrics.horizontalAdvance(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))) +
                   30.0;
        },
        calendarWords());
    const timeline::AxisRow& row = axis.coarse.ticks.size() >= 3 ? axis.coarse : axis.fine;
    for (const timeline::Tick& tick : row.ticks)
        if (tick.time >= all.begin && tick.time <= all.end && !tick.label.empty())
            time->append(QString::fromStdString(tick.label), tick.time);
    chart.addAxis(time, Qt::AlignBottom);
    chart.addAxis(counts, Qt::AlignLeft);
    for (QAreaSeries* series : {events, articles}) {
        chart.addSeries(series);
        series->attachAxis(time);
        series->attachAxis(counts);
    }
}

QImage StatisticsPanel::image() const
{
    const QSize size = (m_views[0]->size() + m_views[1]->size()).expandedTo({400, 200});
    QImage picture(QSize(size.width(), m_views[0]->height()) * 2, QImage::Format_RGB32);
    picture.setDevicePixelRatio(2.0);
    picture.fill(m_theme.surface);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    double left = 0.0;
    for (QChartView* view : m_views) {
        view->render(&painter, QRectF(left, 0.0, view->width(), view->height()));
        left += view->width();
    }
    return picture;
}

QString StatisticsPanel::table() const
{
    // Names are others' words: no tab and no line break comes through, and nothing that a spreadsheet would compute
    const auto plain = [](QString name) {
        name.replace(u'\t', u' ');
        return name.startsWith(u'=') || name.startsWith(u'+') || name.startsWith(u'-') || name.startsWith(u'@')
                   ? QString(u'\'' + name)
                   : name;
    };
    QString text = tr("source\tarticles\tevents\n");
    for (const Statistics::Source& source : m_statistics.sources)
        text += QStringLiteral("%1\t%2\t%3\n").arg(plain(source.name)).arg(source.articles).arg(source.events);
    text += tr("\nfrom\tuntil\tarticles\tevents\n");
    const auto day = [](double seconds) {
        return QString::fromStdString(isoDate(std::chrono::floor<std::chrono::days>(
            std::chrono::sys_seconds{std::chrono::seconds{static_cast<std::int64_t>(seconds)}})));
    };
    for (const Statistics::Period& period : m_statistics.periods)
        text += QStringLiteral("%1\t%2\t%3\t%4\n")
                    .arg(day(period.range.begin), day(period.range.end - 1.0))
                    .arg(period.articles)
                    .arg(period.events);
    return text;
}

} // namespace synoptic::ui
