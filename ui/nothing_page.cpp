// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/nothing_page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/plain_label.h"

namespace synoptic::ui {

NothingPage::NothingPage(QWidget* parent)
    : QWidget(parent), m_text(new PlainLabel), m_skipped(new QPushButton(tr("Show &why…")))
{
    setAccessibleName(tr("Nothing to read"));
    auto* title = new PlainLabel(tr("There is no article to show"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    m_text->setWordWrap(true);
    auto* open = new QPushButton(tr("Open another &folder…"));
    m_skipped->setAccessibleName(tr("Show why the files were skipped"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_skipped);
    buttons->addWidget(open);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout;
    column->addStretch(2);
    column->addWidget(title);
    column->addSpacing(6);
    column->addWidget(m_text);
    column->addSpacing(12);
    column->addLayout(buttons);
    column->addStretch(3);
    auto* box = new QWidget;
    box->setLayout(column);
    box->setMaximumWidth(fontMetrics().averageCharWidth() * 80);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(box, 8);
    row->addStretch(1);
    connect(m_skipped, &QPushButton::clicked, this, &NothingPage::skippedRequested);
    connect(open, &QPushButton::clicked, this, &NothingPage::openRequested);
    setSkipped(0);
}

void NothingPage::setSkipped(std::size_t files)
{
    m_skipped->setVisible(files > 0);
    if (files == 0)
        m_text->setText(tr("Nothing was found in this folder that could be an article."));
    else if (files == 1)
        m_text->setText(tr("The one file of this folder could not be read as an article."));
    else
        m_text->setText(tr("None of the %1 files of this folder could be read as an article.").arg(files));
}

QString NothingPage::text() const
{
    return m_text->text();
}

} // namespace synoptic::ui
