// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/coverage_panel.h"

#include <algorithm>
#include <array>

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/coverage/coverage_drawing.h"
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

CoveragePanel::CoveragePanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new CoverageModel(this))
    , m_delegate(new CoverageDelegate(this))
    , m_header(new SourceHeader)
    , m_titles(new EventHeader)
    , m_table(new QTableView)
    , m_order(new QComboBox)
    , m_legend(new Legend(*m_delegate))
    , m_silent(new PlainLabel)
{
    setAccessibleName(tr("Coverage"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setHorizontalHeader(m_header);
    m_table->setVerticalHeader(m_titles);
    m_table->setAccessibleName(tr("Who says what: events by sources"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setMouseTracking(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_order->addItems({tr("by date"), tr("most told first"), tr("disputed first")});
    m_order->setAccessibleName(tr("Order of the events"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(4, 2, 8, 2);
    m_silent->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_legend);
    row->addWidget(m_silent);
    row->addStretch(1);
    row->addWidget(m_order);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addLayout(row);

    connect(m_table, &QTableView::clicked, this, &CoveragePanel::open);
    connect(m_table, &QTableView::activated, this, &CoveragePanel::open);
    connect(m_titles, &QHeaderView::sectionClicked, this,
            [this](int own) { Q_EMIT eventChosen(m_model->eventAt(own)); });
    connect(m_order, &QComboBox::activated, this, [this](int order) {
        m_model->setOrder(static_cast<CoverageOrder>(order));
        setSelected(m_selected);
    });
}

void CoveragePanel::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    m_header->setTheme(theme);
    m_titles->setTheme(theme);
    m_table->viewport()->update();
    m_legend->update();
}

void CoveragePanel::setIndex(std::shared_ptr<const TimelineIndex> index)
{
    m_index = std::move(index);
    m_isStale = true;
    if (isVisible() && m_isSeen)
        refresh();
}

void CoveragePanel::setSeen(bool seen)
{
    m_isSeen = seen;
    if (!isVisible() || !seen)
        return;
    refresh();
    setSelected(m_selected);
}

void CoveragePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isSeen)
        refresh();
}

void CoveragePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void CoveragePanel::refresh()
{
    if (!m_isStale)
        return;
    m_isStale = false;
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setIndex(m_index);
    const std::size_t silent = m_model->silentSources();
    m_silent->setText(silent == 0 ? QString() : tr("%1 sources tell none of these events").arg(silent));
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

std::optional<edits::SentenceRef> CoveragePanel::chosenSentence() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return std::nullopt;
    const CoverageCell cell = m_model->cellAt(index.row(), index.column());
    return cell.coverage == Coverage::Silent ? std::nullopt : std::optional(cell.first);
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
