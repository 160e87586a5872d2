// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/evidence_cards.h"

#include <algorithm>

#include <QPainter>
#include <QTextLayout>

#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

void EvidenceModel::setSnapshot(std::shared_ptr<const edits::Timeline> timeline, const SourceTable& sources)
{
    beginResetModel();
    m_timeline = std::move(timeline);
    m_sources = sources;
    m_rows.clear();
    endResetModel();
}

void EvidenceModel::setEvent(std::optional<EventId> event, std::vector<ArticleId> shown)
{
    std::vector<edits::SentenceRef> rows;
    if (m_timeline && event)
        for (const analysis::Support& support : (*m_timeline)[*event].event.supports) {
            const edits::SentenceRef sentence{support.article, support.sentence};
            if (!std::ranges::binary_search(shown, support.article) && (rows.empty() || rows.back() != sentence))
                rows.push_back(sentence);
        }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int EvidenceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant EvidenceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const edits::SentenceRef ref = m_rows[static_cast<std::size_t>(index.row())];
    const analysis::ArticleAnalysis& article = m_timeline->analysis()[ref.article];
    const auto sentence = [&] {
        return ref.sentence < article.sentences.size() ? lineText(article.textOf(article.sentences[ref.sentence].span))
                                                       : QString();
    };
    switch (role) {
    case Qt::DisplayRole:
        return sentence();
    case Qt::ToolTipRole:
        return plainToolTip(sentence());
    case Qt::AccessibleTextRole:
        return QString(m_sources.nameOf(ref.article) + u", " + publicationText(article.article.published) + u": " +
                       sentence());
    case SourceRole:
        return m_sources.nameOf(ref.article);
    case DateRole:
        return publicationText(article.article.published);
    case SourceIndexRole:
        return m_sources.indexOf(ref.article);
    default:
        return {};
    }
}

void EvidenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(3.5, 3.5, -3.5, -3.5);
    const bool isMarked = (option.state & (QStyle::State_HasFocus | QStyle::State_MouseOver)) != 0;
    painter->setPen(QPen(isMarked ? m_theme.accent : m_theme.border, 1.0));
    painter->setBrush(m_theme.surface);
    painter->drawRoundedRect(card, 4.0, 4.0);
    const QVariant own = index.data(Qt::DecorationRole);
    painter->fillRect(QRectF(card.left() + 1.0, card.top() + 4.0, 3.0, card.height() - 8.0),
                      own.isValid() ? own.value<QColor>()
                                    : m_theme.seriesColor(index.data(EvidenceModel::SourceIndexRole).toUInt()));
    const QRectF inner = card.adjusted(11.0, 5.0, -8.0, -4.0);
    const QFontMetricsF metrics(option.font);
    const QString date = index.data(EvidenceModel::DateRole).toString();
    const double dateWidth = metrics.horizontalAdvance(date);
    const QRectF head(inner.left(), inner.top(), inner.width(), metrics.height());
    painter->setPen(m_theme.dimText);
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, date);
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    painter->setFont(strong);
    painter->setPen(m_theme.text);
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetricsF(strong).elidedText(index.data(EvidenceModel::SourceRole).toString(), Qt::ElideRight,
                                                       head.width() - dateWidth - 10.0));
    painter->setFont(option.font);
    QTextLayout words(index.data(Qt::DisplayRole).toString(), option.font);
    words.beginLayout();
    double y = head.bottom() + 3.0;
    for (int i = 0; i < m_lines; ++i) {
        QTextLine line = words.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(inner.width());
        const bool isLast = i + 1 == m_lines;
        const QRectF place(inner.left(), y, inner.width(), metrics.height());
        const QString text = words.text().mid(line.textStart(), isLast ? -1 : line.textLength());
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          isLast ? metrics.elidedText(text, Qt::ElideRight, inner.width()) : text);
        y += metrics.height();
    }
    words.endLayout();
    painter->restore();
}

QSize EvidenceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const QFontMetrics metrics(option.font);
    return {m_cardWidth > 0 ? m_cardWidth : metrics.averageCharWidth() * 30, metrics.height() * (m_lines + 1) + 20};
}

} // namespace synoptic::ui
