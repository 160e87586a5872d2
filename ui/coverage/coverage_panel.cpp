// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coverage_panel.h"

#include <algorithm>
#include <array>

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/plain_label.h"

namespace synoptic::ui {

namespace {
constexpr std::array coverages{Coverage::Says, Coverage::Differs, Coverage::Denies, Coverage::Silent};
} // namespace

/// What the signs mean.
class CoveragePanel::Legend : public QWidget
{
public:
    explicit Legend(const CoverageDelegate& delegate) : m_delegate(delegate)
    {
        QStringList words;
        for (const Coverage coverage : coverages)
            words << coverageText(coverage);
        setAccessibleName(CoveragePanel::tr("Signs: %1").arg(words.join(QStringLiteral(", "))));
    }

    QSize sizeHint() const override
    {
        int width = 0;
        for (const Coverage coverage : coverages)
            width += fontMetrics().horizontalAdvance(coverageText(coverage)) + 3 * fontMetrics().height();
        return {width, fontMetrics().height() + 6};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double line = fontMetrics().height();
        double x = line;
        for (const Coverage coverage : coverages) {
            m_delegate.paintSign(painter, {x, height() / 2.0}, line * 0.34, coverage, 0);
            x += line * 0.8;
            const QString text = coverageText(coverage);
            painter.setPen(palette().color(QPalette::PlaceholderText));
            painter.drawText(QRectF(x, 0.0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, text);
            x += fontMetrics().horizontalAdvance(text) + line * 1.4;
        }
    }

private:
    const CoverageDelegate& m_delegate; // Not owned: the panel's
};

void CoverageDelegate::paintSign(QPainter& painter, QPointF center, double radius, Coverage coverage,
                                 std::size_t source) const
{
    switch (coverage) {
    case Coverage::Silent:
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.strongGrid);
        painter.drawEllipse(center, 1.6, 1.6);
        break;
    case Coverage::Says:
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.seriesColor(source));
        painter.drawEllipse(center, radius, radius);
        break;
    case Coverage::Differs: {
        painter.setPen(QPen(m_theme.warning, 1.6));
        painter.setBrush(m_theme.surface);
        const double reach = radius * 1.2;
        painter.drawPolygon(QPolygonF({center - QPointF(0.0, reach), center + QPointF(reach, 0.0),
                                       center + QPointF(0.0, reach), center - QPointF(reach, 0.0)}));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.warning);
        painter.drawPolygon(
            QPolygonF({center - QPointF(0.0, reach), center + QPointF(reach, 0.0), center + QPointF(0.0, reach)}));
        break;
    }
    case Coverage::Denies: {
        const double arm = radius * 0.85;
        painter.setPen(QPen(m_theme.warning, 2.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(center - QPointF(arm, arm), center + QPointF(arm, arm));
        painter.drawLine(center + QPointF(-arm, arm), center + QPointF(arm, -arm));
        break;
    }
    }
}

void CoverageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen = (option.state & QStyle::State_Selected) != 0;
    const bool isHovered = (option.state & QStyle::State_MouseOver) != 0;
    if (isChosen || isHovered)
        painter->fillRect(option.rect, isChosen ? faded(m_theme.accent, 0.16) : m_theme.hovered);
    if ((option.state & QStyle::State_HasFocus) != 0) {
        painter->setPen(QPen(m_theme.accent, 2.0));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1.0, 1.0, -1.0, -1.0));
    }
    const double line = option.fontMetrics.height();
    const auto coverage = static_cast<Coverage>(index.data(CoverageModel::cellRole).toInt());
    const unsigned sentences = index.data(CoverageModel::sentencesRole).toUInt();
    const QPointF center = QRectF(option.rect).center();
    paintSign(*painter, center, line * 0.34, coverage, static_cast<std::size_t>(index.column()));
    if (sentences > 1 && option.rect.width() > line * 3.0) {
        painter->setPen(m_theme.dimText);
        painter->drawText(QRectF(center.x() + line * 0.55, option.rect.top(), line * 2.0, option.rect.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, QString::number(sentences));
    }
    painter->restore();
}

SourceHeader::SourceHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setAccessibleName(tr("Sources"));
    setSectionsClickable(false);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
}

void SourceHeader::setTheme(const Theme& theme)
{
    m_theme = theme;
    viewport()->update();
}

void SourceHeader::setUpright(bool isUpright)
{
    if (isUpright == m_isUpright)
        return;
    m_isUpright = isUpright;
    updateGeometry();
    Q_EMIT geometriesChanged();
}

QSize SourceHeader::sizeHint() const
{
    const int line = fontMetrics().height();
    return {QHeaderView::sizeHint().width(), m_isUpright ? line * 6 : line + 12};
}

void SourceHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    painter->fillRect(rect, m_theme.window);
    const QString name = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    const QRect swatch(rect.left() + 2, rect.bottom() - 3, rect.width() - 4, 3);
    painter->fillRect(swatch, m_theme.seriesColor(static_cast<std::size_t>(section)));
    painter->setPen(m_theme.text);
    if (m_isUpright) {
        painter->translate(rect.center().x() + 0.5, rect.bottom() - 6);
        painter->rotate(-90.0);
        const int room = rect.height() - 10;
        const int line = fontMetrics().height();
        painter->drawText(QRect(0, -line / 2, room, line), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          fontMetrics().elidedText(name, Qt::ElideRight, room));
    } else {
        const QRect text = rect.adjusted(6, 0, -6, -4);
        painter->drawText(text, Qt::AlignCenter | Qt::TextSingleLine,
                          fontMetrics().elidedText(name, Qt::ElideRight, text.width()));
    }
    painter->restore();
}

CoveragePanel::CoveragePanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new CoverageModel(this))
    , m_delegate(new CoverageDelegate(this))
    , m_header(new SourceHeader)
    , m_table(new QTableView)
    , m_order(new QComboBox)
    , m_legend(new Legend(*m_delegate))
{
    setAccessibleName(tr("Coverage"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setHorizontalHeader(m_header);
    m_table->setAccessibleName(tr("Who says what: events by sources"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setMouseTracking(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* events = m_table->verticalHeader();
    events->setAccessibleName(tr("Events"));
    events->setSectionResizeMode(QHeaderView::Fixed);
    events->setDefaultSectionSize(fontMetrics().height() + 10);
    events->setTextElideMode(Qt::ElideRight);
    events->setSectionsClickable(true);
    events->setHighlightSections(true);
    m_order->addItems({tr("by date"), tr("most told first"), tr("disputed first")});
    m_order->setAccessibleName(tr("Order of the events"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(4, 2, 8, 2);
    row->addWidget(m_legend);
    row->addStretch(1);
    row->addWidget(m_order);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addLayout(row);

    connect(m_table, &QTableView::clicked, this, &CoveragePanel::open);
    connect(m_table, &QTableView::activated, this, &CoveragePanel::open);
    connect(events, &QHeaderView::sectionClicked, this, [this](int own) { Q_EMIT eventChosen(m_model->eventAt(own)); });
    connect(m_order, &QComboBox::activated, this, [this](int order) {
        m_model->setOrder(static_cast<CoverageOrder>(order));
        setSelected(m_selected);
    });
}

void CoveragePanel::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    m_header->setTheme(theme);
    m_table->viewport()->update();
    m_legend->update();
}

void CoveragePanel::setIndex(std::shared_ptr<const TimelineIndex> index)
{
    m_index = std::move(index);
    m_isStale = true;
    if (isVisible() && m_isSeen)
        update();
}

void CoveragePanel::setSeen(bool seen)
{
    m_isSeen = seen;
    if (!isVisible() || !seen)
        return;
    update();
    setSelected(m_selected);
}

void CoveragePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isSeen)
        update();
}

void CoveragePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void CoveragePanel::update()
{
    if (!m_isStale)
        return;
    m_isStale = false;
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setIndex(m_index);
    fitColumns();
    m_table->verticalScrollBar()->setValue(scrolled);
    setSelected(m_selected);
}

/// The titles get up to half of the width; names of sources stand upright where they would not fit side by side.
void CoveragePanel::fitColumns()
{
    const int character = fontMetrics().averageCharWidth();
    const int titles = std::clamp(width() / 2, 20 * character, 64 * character);
    m_table->verticalHeader()->setFixedWidth(titles);
    const int columns = std::max(m_model->columnCount(), 1);
    const int room = width() - titles - m_table->verticalScrollBar()->sizeHint().width();
    const int least = 12 * character;
    const bool isUpright = room / columns < least;
    m_header->setUpright(isUpright);
    m_header->setDefaultSectionSize(isUpright ? std::max(room / columns, fontMetrics().height() + 8)
                                              : std::min(room / columns, 26 * character));
}

void CoveragePanel::open(const QModelIndex& index)
{
    const CoverageCell cell = m_model->cellAt(index.row(), index.column());
    m_selected = m_model->eventAt(index.row());
    Q_EMIT eventChosen(*m_selected);
    if (cell.coverage == Coverage::Silent)
        Q_EMIT articleChosen(m_model->articleOf(index.column()));
    else
        Q_EMIT sentenceChosen(cell.first);
}

void CoveragePanel::setSelected(std::optional<EventId> event)
{
    m_selected = event;
    if (!isVisible() || !m_isSeen)
        return;
    const auto row = event ? m_model->rowOf(*event) : std::nullopt;
    if (!row) {
        m_table->clearSelection();
        return;
    }
    if (m_table->currentIndex().row() == *row)
        return;
    const int column = std::max(m_table->currentIndex().column(), 0);
    m_table->setCurrentIndex(m_model->index(*row, column));
}

} // namespace synoptic::ui
