// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/hover_card.h"

#include <algorithm>

#include <QVBoxLayout>

#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

HoverCard::HoverCard(QWidget* parent)
    : QFrame(parent)
    , m_title(new PlainLabel)
    , m_date(new PlainLabel)
    , m_reason(new PlainLabel)
    , m_sources(new PlainLabel)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("Event under the pointer"));
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(3);
    for (PlainLabel* label : {m_title, m_date, m_reason, m_sources}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    m_sources->setForegroundRole(QPalette::PlaceholderText);
    setFixedWidth(fontMetrics().averageCharWidth() * 46);
    hide();
}

void HoverCard::show(const edits::TimelineEvent& shown, const SourceTable& sources, QPoint beside)
{
    const analysis::Event& event = shown.event;
    m_title->setText(lineText(event.title));
    QStringList dates;
    if (event.positions.empty()) {
        dates << dateText(event.date);
    } else {
        for (const events::EventDate& position : event.positions)
            dates << dateText(position);
    }
    const QString date = event.positions.empty() ? dates.front() : tr("disputed: %1").arg(dates.join(tr(" or ")));
    m_date->setText(date + u" · " + factualityText(event.factuality));
    m_reason->setText(dateReasonText(event.date));
    m_reason->setVisible(!m_reason->text().isEmpty());
    QStringList names;
    for (const analysis::Support& support : event.supports) {
        const QString& name = sources.nameOf(support.article);
        if (!names.contains(name))
            names << name;
        if (names.size() > 5)
            break;
    }
    QString line = sourcesText(event) + u": ";
    line += names.size() > 5 ? QString(QStringList(names.first(5)).join(QStringLiteral(", ")) + u" …")
                             : names.join(QStringLiteral(", "));
    m_sources->setText(line);
    adjustSize();
    const QRect room = parentWidget()->rect().adjusted(4, 4, -4, -4);
    int x = beside.x() + 16;
    if (x + width() > room.right())
        x = beside.x() - width() - 16;
    const int y = std::clamp(beside.y() + 14, room.top(), std::max(room.bottom() - height(), room.top()));
    move(std::max(x, room.left()), y);
    raise();
    QFrame::show();
}

QString HoverCard::text() const
{
    return m_title->text() + u'\n' + m_date->text() + u'\n' + m_reason->text() + u'\n' + m_sources->text();
}

} // namespace synoptic::ui
