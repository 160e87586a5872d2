// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/saved_views.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {
constexpr std::size_t mostViews = 100;
constexpr int longestName = 120;
constexpr qsizetype longestText = 1 << 20;
} // namespace

std::string textOf(const std::vector<SavedView>& views)
{
    QJsonArray all;
    for (const SavedView& view : views) {
        QJsonObject values;
        for (const auto& [name, value] : view.values)
            values.insert(QString::fromStdString(name), QString::fromStdString(value));
        all.append(QJsonObject{{QStringLiteral("name"), view.name}, {QStringLiteral("values"), values}});
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

std::vector<SavedView> savedViewsFrom(const std::string& text)
{
    std::vector<SavedView> views;
    if (static_cast<qsizetype>(text.size()) > longestText)
        return views;
    const QJsonArray all = QJsonDocument::fromJson(QByteArray::fromStdString(text)).array();
    for (const QJsonValue own : all) {
        SavedView view;
        view.name = lineText(bytesOf(own[QStringLiteral("name")].toString().left(longestName))).trimmed();
        const QJsonObject values = own[QStringLiteral("values")].toObject();
        for (auto value = values.begin(); value != values.end(); ++value)
            view.values.emplace(bytesOf(value.key()), bytesOf(value.value().toString()));
        if (!view.name.isEmpty() && views.size() < mostViews)
            views.push_back(std::move(view));
    }
    return views;
}

SavedViewsPanel::SavedViewsPanel(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_save(new QPushButton(tr("&Keep this view")))
    , m_list(new QListWidget)
    , m_remove(new QPushButton(tr("&Remove")))
{
    setAccessibleName(tr("Saved views"));
    m_name->setPlaceholderText(tr("Name of what is shown now"));
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setMaxLength(longestName);
    m_name->setMinimumWidth(fontMetrics().averageCharWidth() * 36);
    m_list->setAccessibleName(tr("Saved views"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedHeight((fontMetrics().height() + 6) * 7);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* first = new QHBoxLayout;
    first->addWidget(m_name, 1);
    first->addWidget(m_save);
    column->addLayout(first);
    auto* what = new PlainLabel(tr("Filter, stretch of time, lanes and panes are kept."));
    what->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(what);
    column->addWidget(m_list);
    column->addWidget(m_remove, 0, Qt::AlignRight);
    connect(m_name, &QLineEdit::returnPressed, this, &SavedViewsPanel::save);
    connect(m_save, &QPushButton::clicked, this, &SavedViewsPanel::save);
    connect(m_list, &QListWidget::itemClicked, this, &SavedViewsPanel::show);
    connect(m_list, &QListWidget::itemActivated, this, &SavedViewsPanel::show);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int row = m_list->currentRow();
        if (row < 0)
            return;
        m_views.erase(m_views.begin() + row);
        fill();
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
        Q_EMIT viewsChanged();
    });
    fill();
}

void SavedViewsPanel::setViews(std::vector<SavedView> views)
{
    if (views == m_views)
        return;
    m_views = std::move(views);
    fill();
}

void SavedViewsPanel::save()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_name->setFocus();
        return;
    }
    m_name->clear();
    Q_EMIT saveRequested(name);
}

void SavedViewsPanel::keep(const QString& name, std::map<std::string, std::string> values)
{
    const auto same = std::ranges::find(m_views, name, &SavedView::name);
    if (same != m_views.end())
        same->values = std::move(values);
    else if (m_views.size() < mostViews)
        m_views.push_back({name, std::move(values)});
    std::ranges::stable_sort(
        m_views, [](const SavedView& a, const SavedView& b) { return a.name.localeAwareCompare(b.name) < 0; });
    fill();
    Q_EMIT viewsChanged();
}

void SavedViewsPanel::show()
{
    const int row = m_list->currentRow();
    if (row >= 0)
        Q_EMIT viewChosen(m_views[static_cast<std::size_t>(row)]);
}

void SavedViewsPanel::fill()
{
    m_list->clear();
    for (const SavedView& view : m_views)
        m_list->addItem(view.name);
    m_remove->setEnabled(!m_views.empty());
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

} // namespace synoptic::ui
