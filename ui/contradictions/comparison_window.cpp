// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/comparison_window.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/contradictions/contradiction_words.h"
#include "ui/plain_label.h"
#include "ui/theme.h"

namespace synoptic::ui {
namespace {

constexpr int columnCharacters = 44;

PlainLabel* paragraph(const QString& text)
{
    auto* label = new PlainLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

PlainLabel* dimParagraph(const QString& text)
{
    PlainLabel* label = paragraph(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void makeStrong(QWidget& widget, double scale = 1.0)
{
    QFont font = widget.font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * scale);
    widget.setFont(font);
}

} // namespace

ComparisonWindow::ComparisonWindow(QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_question(paragraph({}))
    , m_facts(dimParagraph({}))
    , m_outcome(paragraph({}))
    , m_columns(new QHBoxLayout)
{
    setAccessibleName(tr("The sides of a contradiction"));
    makeStrong(*m_question, 1.15);
    m_columns->setSpacing(10);
    auto* page = new QWidget;
    page->setLayout(m_columns);
    m_columns->setContentsMargins(0, 0, 0, 0);
    auto* area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Sides"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(6);
    column->addWidget(m_question);
    column->addWidget(m_facts);
    column->addWidget(m_outcome);
    column->addSpacing(4);
    column->addWidget(area, 1);
    resize(fontMetrics().averageCharWidth() * columnCharacters * 5 / 2, fontMetrics().height() * 28);
}

void ComparisonWindow::compare(const Comparison& comparison)
{
    m_shown = comparison;
    build();
}

void ComparisonWindow::build()
{
    setWindowTitle(tr("%1: the sides").arg(contradictionName(m_shown.number)));
    m_question->setText(m_shown.question);
    m_facts->setText(m_shown.order.isEmpty() ? m_shown.facts : QString(m_shown.facts + u"\n" + m_shown.order));
    m_outcome->setText(m_shown.outcome);
    m_outcome->setVisible(!m_shown.outcome.isEmpty());
    for (QWidget* own : m_built)
        own->deleteLater();
    m_built.clear();
    m_buttons.clear();
    for (const ComparedSide& side : m_shown.sides) {
        QWidget* column = columnOf(side);
        column->setMinimumWidth(fontMetrics().averageCharWidth() * columnCharacters * 2 / 3);
        m_built.push_back(column);
        m_columns->addWidget(column, 1);
    }
}

QWidget* ComparisonWindow::columnOf(const ComparedSide& side)
{
    auto* widget = new QWidget;
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const analysis::SourceCounts& counts = side.counts;
    QString head = tr("Side %1").arg(side.letter);
    if (counts.sources > 0)
        head += u" · " + (counts.sources == 1
                              ? tr("1 source")
                              : tr("%1 sources, %2 of them independent").arg(counts.sources).arg(counts.independent));
    PlainLabel* title = paragraph(head);
    makeStrong(*title);
    column->addWidget(title);
    for (const ComparedPassage& passage : side.passages)
        column->addWidget(cardOf(passage));
    column->addStretch(1);
    return widget;
}

QWidget* ComparisonWindow::cardOf(const ComparedPassage& passage)
{
    auto* card = new QFrame;
    card->setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(5);
    auto* head = new QHBoxLayout;
    PlainLabel* source = paragraph(passage.source);
    makeStrong(*source);
    head->addWidget(source, 1);
    if (passage.place) {
        auto* show = new QToolButton;
        show->setText(tr("Show"));
        show->setToolTip(tr("Opens the article at these words"));
        show->setAccessibleName(tr("Show the words of %1 in their article").arg(passage.source));
        connect(show, &QToolButton::clicked, this, [this, place = *passage.place] { Q_EMIT passageActivated(place); });
        m_buttons.push_back(show);
        head->addWidget(show);
    }
    column->addLayout(head);
    if (!passage.title.isEmpty() && passage.title != passage.source)
        column->addWidget(dimParagraph(passage.title));
    if (!passage.published.isEmpty())
        column->addWidget(dimParagraph(tr("published %1").arg(passage.published)));
    column->addWidget(dimParagraph(passage.manner));
    if (!passage.claim.isEmpty()) {
        PlainLabel* claim = paragraph(passage.claim);
        makeStrong(*claim);
        column->addWidget(claim);
    }
    if (!passage.before.isEmpty())
        column->addWidget(dimParagraph(passage.before));
    PlainLabel* quote = passage.isSilent ? dimParagraph(passage.quote) : paragraph(passage.quote);
    if (!passage.isSilent) {
        const Theme theme = Theme::fitting(palette());
        QPalette lit = quote->palette();
        lit.setColor(QPalette::Window, theme.evidence);
        lit.setColor(QPalette::WindowText, theme.text);
        quote->setPalette(lit);
        quote->setAutoFillBackground(true);
        quote->setMargin(4);
    }
    column->addWidget(quote);
    if (!passage.after.isEmpty())
        column->addWidget(dimParagraph(passage.after));
    if (!passage.dated.isEmpty())
        column->addWidget(paragraph(tr("Dates the event: %1").arg(passage.dated)));
    if (!passage.lost.isEmpty())
        column->addWidget(dimParagraph(passage.lost));
    return card;
}

/// Escape is ours while this window is in front, and not the other's, which would clear its selection.
bool ComparisonWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ComparisonWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void ComparisonWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isVisible())
        build(); // the color behind the quotations is the theme's
}

} // namespace synoptic::ui
