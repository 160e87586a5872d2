// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include <QString>
#include <QWidget>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace synoptic::ui {

/// What was shown when someone gave it a name: filter, stretch of time, lanes, panes.
struct SavedView
{
    QString name;
    std::map<std::string, std::string> values;

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

/// Views as one value of a project, and back; what is damaged is left out. At most a hundred views.
std::string textOf(const std::vector<SavedView>& views);
std::vector<SavedView> savedViewsFrom(const std::string& text);

/// Names what is shown, and shows again what has a name.
class SavedViewsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SavedViewsPanel(QWidget* parent = nullptr);

    void setViews(std::vector<SavedView> views);
    const std::vector<SavedView>& views() const { return m_views; }
    /// Keeps @p values under @p name; what had that name is replaced.
    void keep(const QString& name, std::map<std::string, std::string> values);
    QLineEdit& nameField() { return *m_name; }
    QListWidget& list() { return *m_list; }
    QPushButton& removeButton() { return *m_remove; }

Q_SIGNALS:
    /// What is shown now is to be kept under that name: see keep().
    void saveRequested(const QString& name);
    void viewChosen(const synoptic::ui::SavedView& view);
    /// views() is different.
    void viewsChanged();

private:
    void save();
    void show();
    void fill();

    std::vector<SavedView> m_views; // by name
    QLineEdit* m_name;
    QPushButton* m_save;
    QListWidget* m_list;
    QPushButton* m_remove;
};

} // namespace synoptic::ui
