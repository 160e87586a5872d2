// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/article_list.h"

#include <limits>

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

void ArticleModel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    const bool isSameAnalysis = m_timeline && timeline && m_timeline->sharedAnalysis() == timeline->sharedAnalysis();
    if (isSameAnalysis) {
        m_timeline = std::move(timeline);
        countFlags();
        setEvent(std::nullopt);
        return;
    }
    beginResetModel();
    m_timeline = std::move(timeline);
    m_sources = m_timeline ? SourceTable::of(m_timeline->analysis()) : SourceTable{};
    m_counts.clear();
    m_brushed.clear();
    countFlags();
    endResetModel();
}

void ArticleModel::countFlags()
{
    m_flags.assign(static_cast<std::size_t>(rowCount()), 0);
    if (!m_timeline)
        return;
    for (const edits::FoundContradiction& found : m_timeline->contradictions()) {
        std::vector<ArticleId> quoted;
        for (const edits::FoundPlace& place : found.places)
            if (place.article && std::ranges::find(quoted, *place.article) == quoted.end())
                quoted.push_back(*place.article);
        for (const ArticleId article : quoted)
            ++m_flags[indexOf(article)];
    }
}

void ArticleModel::setEvent(std::optional<EventId> event)
{
    m_counts.clear();
    if (m_timeline && event) {
        m_counts.resize(static_cast<std::size_t>(rowCount()), 0);
        std::optional<edits::SentenceRef> previous;
        for (const analysis::Support& support : (*m_timeline)[*event].event.supports) {
            const edits::SentenceRef own{support.article, support.sentence};
            if (previous != own)
                ++m_counts[indexOf(support.article)];
            previous = own;
        }
    }
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void ArticleModel::setBrushed(std::vector<std::uint32_t> sentences)
{
    if (!sentences.empty())
        sentences.resize(static_cast<std::size_t>(rowCount()), 0);
    if (sentences == m_brushed)
        return;
    m_brushed = std::move(sentences);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ArticleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_timeline ? 0 : static_cast<int>(m_timeline->analysis().articles.size());
}

int ArticleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ArticleModel::textOf(std::size_t row, int column) const
{
    const corpus::Article& article = m_timeline->analysis().articles[row]->article;
    switch (column) {
    case TitleColumn:
        return titleOf(article);
    case SourceColumn:
        return m_sources.nameOf(idAt<ArticleId>(row));
    case DateColumn:
        return article.published.range ? publicationText(article.published) : QStringLiteral("–");
    case CountColumn:
        return m_counts.empty() || m_counts[row] == 0 ? QString() : QString::number(m_counts[row]);
    default:
        return {};
    }
}

QVariant ArticleModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const corpus::Article& article = m_timeline->analysis().articles[row]->article;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(titleOf(article) + u'\n' + m_sources.nameOf(idAt<ArticleId>(row)) + u'\n' +
                            fileText(article.file));
    case sourceRole:
        return m_sources.indexOf(idAt<ArticleId>(row));
    case flagRole:
        return m_flags[row];
    case brushedRole:
        return m_brushed.empty() ? QVariant() : QVariant(m_brushed[row]);
    case silentRole:
        return !m_counts.empty() && m_counts[row] == 0;
    case Qt::TextAlignmentRole:
        return index.column() == CountColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == CountColumn && !m_counts.empty())
            return m_counts[row] == 0 ? tr("does not mention the selected event")
                                      : tr("%1 sentences").arg(m_counts[row]);
        return textOf(row, index.column());
    case sortRole:
        if (index.column() == DateColumn)
            return article.published.range
                       ? QVariant(static_cast<qlonglong>(article.published.range->first.time_since_epoch().count()))
                       : QVariant(std::numeric_limits<qlonglong>::max());
        if (index.column() == CountColumn)
            return m_counts.empty() ? 0U : m_counts[row];
        return textOf(row, index.column()).toCaseFolded();
    case searchRole:
        return QString(titleOf(article) + u' ' + m_sources.nameOf(idAt<ArticleId>(row)) + u' ' +
                       fileText(article.file));
    default:
        return {};
    }
}

QVariant ArticleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Title");
    case SourceColumn:
        return tr("Source");
    case DateColumn:
        return tr("Published");
    case CountColumn:
        return tr("Says");
    default:
        return {};
    }
}

bool ArticleFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QVariant sentences = sourceModel()->index(row, 0, parent).data(ArticleModel::brushedRole);
    return (!sentences.isValid() || sentences.toUInt() > 0) && QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

void ArticleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    plain.text.clear();
    plain.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &plain, painter, plain.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen = (option.state & QStyle::State_Selected) != 0;
    const bool isSilent = index.data(ArticleModel::silentRole).toBool();
    const QColor title = isChosen ? m_theme.onAccent : isSilent ? m_theme.dimText : m_theme.text;
    const QColor rest = isChosen ? m_theme.onAccent : m_theme.dimText;
    const QFontMetrics metrics(option.font);
    QRect inner = option.rect.adjusted(10, 4, -6, -4);
    painter->fillRect(QRect(option.rect.left() + 2, inner.top(), 3, inner.height()),
                      m_theme.seriesColor(index.data(ArticleModel::sourceRole).toUInt()));
    const auto text = [&](int column) { return index.siblingAtColumn(column).data().toString(); };
    if (const QString count = text(ArticleModel::CountColumn); !count.isEmpty()) {
        const int width = metrics.horizontalAdvance(count) + 12;
        const QRectF badge(inner.right() - width, inner.center().y() - metrics.height() / 2.0, width, metrics.height());
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.evidence);
        painter->drawRoundedRect(badge, metrics.height() / 2.0, metrics.height() / 2.0);
        painter->setPen(m_theme.text);
        painter->drawText(badge, Qt::AlignCenter, count);
        inner.setRight(static_cast<int>(badge.left()) - 6);
    }
    painter->setFont(option.font);
    painter->setPen(title);
    painter->drawText(inner.left(), inner.top() + metrics.ascent(),
                      metrics.elidedText(text(ArticleModel::TitleColumn), Qt::ElideRight, inner.width()));
    painter->setPen(rest);
    QString second = text(ArticleModel::SourceColumn) + u" · " + text(ArticleModel::DateColumn);
    if (const QVariant brushed = index.data(ArticleModel::brushedRole); brushed.isValid())
        second += brushed.toUInt() == 1 ? tr(" · 1 sentence in the range")
                                        : tr(" · %1 sentences in the range").arg(brushed.toUInt());
    if (const auto flags = index.data(ArticleModel::flagRole).toUInt(); flags > 0)
        second = (flags == 1 ? tr("⚑ ") : tr("⚑%1 ").arg(flags)) + second;
    painter->drawText(inner.left(), inner.bottom() - metrics.descent(),
                      metrics.elidedText(second, Qt::ElideRight, inner.width()));
    painter->restore();
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, QFontMetrics(option.font).height() * 2 + 11};
}

ArticleListPanel::ArticleListPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ArticleModel(this))
    , m_proxy(new ArticleFilter(this))
    , m_filter(new QLineEdit)
    , m_order(new QComboBox)
    , m_list(new QTreeView)
    , m_delegate(new ArticleDelegate(this))
    , m_count(new PlainLabel)
{
    m_filter->setPlaceholderText(tr("Filter sources"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter sources"));
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(ArticleModel::searchRole);
    m_proxy->setFilterKeyColumn(ArticleModel::TitleColumn);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortRole(ArticleModel::sortRole);
    m_proxy->setDynamicSortFilter(true);
    m_order->addItem(tr("by date"), ArticleModel::DateColumn);
    m_order->addItem(tr("by title"), ArticleModel::TitleColumn);
    m_order->addItem(tr("by source"), ArticleModel::SourceColumn);
    m_order->addItem(tr("by evidence"), ArticleModel::CountColumn);
    m_order->setAccessibleName(tr("Order of the articles"));
    m_list->setModel(m_proxy);
    m_list->setItemDelegate(m_delegate);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(0);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Articles"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const int column : {ArticleModel::SourceColumn, ArticleModel::DateColumn, ArticleModel::CountColumn})
        m_list->setColumnHidden(column, true);
    m_list->header()->setStretchLastSection(true);
    m_proxy->sort(ArticleModel::DateColumn);
    const int character = fontMetrics().averageCharWidth();
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setContentsMargins(4, 2, 4, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(4);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    auto* last = new QHBoxLayout;
    last->addWidget(m_count, 1);
    last->addWidget(m_order);
    column->addLayout(last);
    setMinimumWidth(character * 24);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy->setFilterFixedString(text.trimmed());
        countRows();
    });
    connect(m_order, &QComboBox::activated, this, [this] {
        const int by = m_order->currentData().toInt();
        m_proxy->sort(by, by == ArticleModel::CountColumn ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    const auto open = [this](const QModelIndex& index) {
        Q_EMIT articleActivated(idAt<ArticleId>(static_cast<std::size_t>(m_proxy->mapToSource(index).row())));
    };
    connect(m_list, &QTreeView::clicked, this, open);
    connect(m_list, &QTreeView::activated, this, open);
}

void ArticleListPanel::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
}

void ArticleListPanel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    const int scrolled = m_list->verticalScrollBar()->value();
    m_model->setTimeline(std::move(timeline));
    m_list->verticalScrollBar()->setValue(scrolled);
    countRows();
}

void ArticleListPanel::setBrushed(std::vector<std::uint32_t> sentences)
{
    m_model->setBrushed(std::move(sentences));
    countRows();
}

void ArticleListPanel::countRows()
{
    const int all = m_model->rowCount();
    const int shown = m_proxy->rowCount();
    m_count->setText(m_model->isBrushed() ? tr("%1 of %2 in the range").arg(shown).arg(all)
                     : shown != all       ? tr("%1 of %2 articles").arg(shown).arg(all)
                     : all == 1           ? tr("1 article")
                                          : tr("%1 articles").arg(all));
}

QString ArticleListPanel::countText() const
{
    return m_count->text();
}

} // namespace synoptic::ui
