// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_page.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/plain_label.h"

namespace synoptic::ui {

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_open(new QPushButton(tr("&Open a folder…")))
    , m_recent(new QWidget)
    , m_recentRows(new QVBoxLayout(m_recent))
{
    setAccessibleName(tr("Start"));
    auto* title = new PlainLabel(tr("Read the sources side by side, see one timeline"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.7);
    large.setWeight(QFont::DemiBold);
    title->setFont(large);
    title->setWordWrap(true);
    auto* text = new PlainLabel(tr(
        "Choose a folder of articles: texts, web pages, mail, PDF or office documents. Synoptic reads them, finds what "
        "they say happened and when, and shows who says so. Nothing leaves this computer, and nothing in the folder is "
        "changed.\n\n"
        "You can also drop a folder on this window."));
    text->setWordWrap(true);
    m_open->setDefault(true);
    m_open->setAutoDefault(true);
    auto* sample = new QPushButton(tr("Open the &sample"));
    sample->setToolTip(tr("Eight invented articles on one story, with a contradiction to find"));
    m_open->setAccessibleName(tr("Open a folder"));
    sample->setAccessibleName(tr("Open the sample"));
    for (QPushButton* button : {m_open, sample})
        button->setMinimumSize(fontMetrics().averageCharWidth() * 20, fontMetrics().height() * 2);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_open);
    buttons->addWidget(sample);
    buttons->addStretch(1);

    auto* column = new QVBoxLayout;
    column->addStretch(2);
    column->addWidget(title);
    column->addSpacing(8);
    column->addWidget(text);
    column->addSpacing(16);
    column->addLayout(buttons);
    column->addSpacing(20);
    column->addWidget(m_recent);
    column->addStretch(3);
    m_recentRows->setContentsMargins(0, 0, 0, 0);

    auto* box = new QWidget;
    box->setLayout(column);
    box->setMaximumWidth(fontMetrics().averageCharWidth() * 90);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(box, 8);
    row->addStretch(1);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    setRecentFolders({}, {});
}

void StartPage::setRecentFolders(const QStringList& folders, const QStringList& missing)
{
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
    m_recent->setVisible(!folders.isEmpty());
    if (folders.isEmpty())
        return;
    m_recentRows->addWidget(new PlainLabel(tr("Opened before")));
    for (const QString& folder : folders.first(std::min<qsizetype>(folders.size(), 6))) {
        auto* link = new QPushButton(
            withoutMnemonic(fontMetrics().elidedText(folder, Qt::ElideMiddle, fontMetrics().averageCharWidth() * 80)));
        link->setFlat(true);
        link->setEnabled(!missing.contains(folder));
        link->setStyleSheet(QStringLiteral("text-align: left; padding: 4px;"));
        link->setToolTip(plainToolTip(folder));
        link->setAccessibleName(folder);
        connect(link, &QPushButton::clicked, this, [this, folder] { Q_EMIT folderChosen(folder); });
        m_recentRows->addWidget(link);
    }
}

} // namespace synoptic::ui
