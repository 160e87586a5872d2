// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "edits/timeline.h"
#include "ui/contradictions/flag_composer.h"
#include "ui/theme.h"

class QButtonGroup;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace synoptic::ui {

class ElidedLabel;
class EvidenceDelegate;
class NotesModel;
class PlainLabel;

/// Notes and highlights: the list of all, the note that is being written, and the colors with what each of them means.
/// A note is handed over while it is written, at the latest a second after the last key.
class NotesPanel : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t colorCount = std::tuple_size_v<decltype(Theme::highlights)>;

    explicit NotesPanel(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);

    /// Opens the note on @p place, or begins one, and takes the keyboard.
    void begin(const edits::NotePlace& place);
    /// Opens the note of that key without taking the keyboard.
    void choose(const std::string& key);

    /// Hands over what is being written.
    void handOver();
    /// The same, and closes the note.
    void finish();

    /// The color of the next highlight, and what it means.
    std::uint8_t color() const;
    void setColor(std::uint8_t color);
    QString meaning(std::uint8_t color) const { return m_meanings[color]; }

    QListView& list() { return *m_list; }
    QPlainTextEdit& editor() { return *m_editor; }
    QLineEdit& filterField() { return *m_filter; }
    QLineEdit& meaningField() { return *m_meaning; }
    QPushButton& removeButton() { return *m_remove; }
    QString aboutText() const;

Q_SIGNALS:
    void noteChanged(const synoptic::edits::PutNote& note);
    /// The highlights of one color mean something else from now on.
    void highlightsChanged(const std::vector<synoptic::edits::Edit>& highlights);
    void highlightRemoved(const synoptic::edits::Anchor& anchor);
    void colorChanged(std::uint8_t color);
    void passageActivated(const synoptic::ui::ChosenPassage& passage);
    void eventActivated(synoptic::EventId event);
    void contradictionActivated(std::uint32_t number);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeEditor();
    QWidget* makeColors();
    void activate(int row);
    void open(const edits::PutNote& note);
    void close();
    void remove();
    void takeMeaning();
    void showColors();
    void showEmpty();

    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    Theme m_theme = Theme::light();
    std::optional<edits::PutNote> m_note;         // in the editor; its text is what was handed over last
    std::optional<edits::FoundHighlight> m_shown; // chosen in the list: what Remove removes
    std::array<QString, colorCount> m_meanings;
    QTimer m_pause; // between the last key and handing the note over

    NotesModel* m_model;
    EvidenceDelegate* m_delegate;
    QLineEdit* m_filter;
    QListView* m_list;
    PlainLabel* m_empty;
    QWidget* m_editing = nullptr;
    ElidedLabel* m_about;
    QPlainTextEdit* m_editor;
    QPushButton* m_remove;
    QButtonGroup* m_colors;
    QLineEdit* m_meaning;
};

} // namespace synoptic::ui
