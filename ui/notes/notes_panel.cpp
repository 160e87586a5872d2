// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notes_panel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QUuid>
#include <QVBoxLayout>

#include "ui/articles/evidence_cards.h"
#include "ui/notes/notes_model.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

constexpr int pauseBeforeHandingOver = 1000; // ms; a note is on the disk two seconds after its last key

/// The number on its color, as it stands beside the text.
QIcon colorIcon(const QColor& color, const Theme& theme, int number, int side)
{
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(0.5, 0.5, side - 1.0, side - 1.0), 3.0, 3.0);
    painter.setPen(theme.text);
    painter.drawText(picture.rect(), Qt::AlignCenter, QString::number(number));
    return picture;
}

} // namespace

NotesPanel::NotesPanel(QWidget* parent)
    : QWidget(parent)
    , m_meanings{tr("Key fact"), tr("Statement"), tr("Doubtful"), tr("To be checked"), tr("Background")}
    , m_model(new NotesModel(this))
    , m_delegate(new EvidenceDelegate(2, this))
    , m_filter(new QLineEdit)
    , m_list(new QListView)
    , m_empty(new EmptyText)
    , m_about(new ElidedLabel)
    , m_editor(new QPlainTextEdit)
    , m_remove(new QPushButton(tr("&Remove")))
    , m_colors(new QButtonGroup(this))
    , m_meaning(new QLineEdit)
{
    m_filter->setPlaceholderText(tr("Filter notes and highlights"));
    m_filter->setAccessibleName(tr("Filter notes and highlights"));
    m_filter->setClearButtonEnabled(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Notes and highlights"));
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_editing = makeEditor();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(4);
    column->addWidget(m_filter);
    column->addWidget(m_list, 3);
    column->addWidget(m_empty, 3);
    column->addWidget(m_editing, 2);
    column->addWidget(makeColors());

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseBeforeHandingOver);
    connect(&m_pause, &QTimer::timeout, this, &NotesPanel::handOver);
    connect(m_editor, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    m_editor->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->setFilter(words);
        showEmpty();
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { activate(index.row()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) { activate(index.row()); });
    connect(m_remove, &QPushButton::clicked, this, &NotesPanel::remove);
    connect(m_colors, &QButtonGroup::idClicked, this,
            [this](int color) { setColor(static_cast<std::uint8_t>(color)); });
    connect(m_meaning, &QLineEdit::editingFinished, this, &NotesPanel::takeMeaning);
    setColor(0);
    close();
    showEmpty();
}

QWidget* NotesPanel::makeEditor()
{
    m_editor->setAccessibleName(tr("Note"));
    m_editor->setPlaceholderText(tr("Write what is to be kept in mind."));
    m_editor->setTabChangesFocus(true);
    m_about->setAccessibleName(tr("What the note is about"));
    QFont strong = m_about->font();
    strong.setWeight(QFont::DemiBold);
    m_about->setFont(strong);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_about, 1);
    row->addWidget(m_remove);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_editor);
    return page;
}

QWidget* NotesPanel::makeColors()
{
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_colors->setExclusive(true);
    for (std::size_t i = 0; i < colorCount; ++i) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setAutoRaise(true);
        m_colors->addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    m_meaning->setAccessibleName(tr("What this color means"));
    m_meaning->setPlaceholderText(tr("What this color means"));
    row->addWidget(m_meaning, 1);
    return page;
}

void NotesPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_model->setTheme(theme);
    m_delegate->setTheme(theme);
    m_list->viewport()->update();
    showColors();
}

void NotesPanel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    m_timeline = std::move(timeline);
    m_model->setTimeline(m_timeline);
    m_shown.reset();
    if (m_timeline) {
        for (const edits::FoundHighlight& found : m_timeline->highlights())
            if (!found.highlight.meaning.empty() && found.highlight.color < colorCount)
                m_meanings[found.highlight.color] = lineText(found.highlight.meaning);
        showColors();
    }
    if (m_note) {
        // What is being typed is not taken away; what was undone is
        const int row = m_model->rowOfNote(m_note->key);
        const edits::FoundNote* now = row < 0 ? nullptr : m_model->noteAt(row);
        const bool isTyping = m_pause.isActive();
        if (now != nullptr && !isTyping && now->note != *m_note)
            open(now->note);
        else if (now == nullptr && !isTyping && !m_note->text.empty())
            close();
    }
    showEmpty();
}

void NotesPanel::showEmpty()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setText(m_filter->text().isEmpty()
                         ? tr("Select a passage: T writes a note on it, H marks it in color. A note can also be about "
                              "an event, an article, a contradiction or the whole project.")
                         : tr("No note or highlight has these words."));
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
}

void NotesPanel::begin(const edits::NotePlace& place)
{
    handOver();
    edits::PutNote note;
    note.place = place;
    if (m_timeline) {
        for (const edits::FoundNote& found : m_timeline->notes())
            if (found.note.place == place)
                note = found.note;
    }
    if (note.key.empty())
        note.key = bytesOf(QUuid::createUuid().toString(QUuid::Id128));
    open(note);
    m_editor->setFocus(Qt::ShortcutFocusReason);
    m_editor->moveCursor(QTextCursor::End);
}

void NotesPanel::choose(const std::string& key)
{
    const int row = m_model->rowOfNote(key);
    if (row < 0)
        return;
    handOver();
    m_list->setCurrentIndex(m_model->index(row));
    open(m_model->noteAt(row)->note);
}

void NotesPanel::activate(int row)
{
    handOver();
    if (const edits::FoundNote* found = m_model->noteAt(row)) {
        const edits::FoundNote note = *found; // opening it may bring a new snapshot
        open(note.note);
        const bool isPassage = note.place.article && !note.place.anchor.span.empty();
        const bool isArticle = note.place.article && note.note.place.target == edits::NoteTarget::Article;
        if (isPassage || isArticle)
            Q_EMIT passageActivated({*note.place.article, note.place.anchor.span});
        else if (note.event)
            Q_EMIT eventActivated(*note.event);
        else if (note.note.place.target == edits::NoteTarget::Contradiction)
            Q_EMIT contradictionActivated(lineText(note.note.place.name).section(u'-', -1).toUInt());
        return;
    }
    m_note.reset();
    m_shown = *m_model->highlightAt(row);
    {
        const QSignalBlocker quiet(m_editor);
        m_editor->clear();
    }
    m_editor->hide();
    m_editing->show();
    m_about->setFullText(tr("Highlight: %1").arg(lineText(m_shown->highlight.meaning)));
    if (m_shown->highlight.color < colorCount)
        setColor(m_shown->highlight.color);
    if (m_shown->place.article && !m_shown->place.anchor.span.empty())
        Q_EMIT passageActivated({*m_shown->place.article, m_shown->place.anchor.span});
}

void NotesPanel::open(const edits::PutNote& note)
{
    m_note = note;
    m_shown.reset();
    m_about->setFullText(m_timeline ? noteAboutText(note.place, *m_timeline) : QString());
    {
        const QSignalBlocker quiet(m_editor);
        m_editor->setPlainText(QString::fromStdString(note.text));
    }
    m_pause.stop();
    m_editor->show();
    m_editing->show();
}

void NotesPanel::close()
{
    m_pause.stop();
    m_note.reset();
    m_editing->hide();
}

void NotesPanel::handOver()
{
    m_pause.stop();
    if (!m_note || bytesOf(m_editor->toPlainText()) == m_note->text)
        return;
    m_note->text = bytesOf(m_editor->toPlainText());
    const edits::PutNote note = *m_note;
    Q_EMIT noteChanged(note);
}

void NotesPanel::finish()
{
    handOver();
    close();
}

void NotesPanel::remove()
{
    if (m_note) {
        edits::PutNote note = *m_note;
        const bool wasKept = !note.text.empty();
        close();
        note.text.clear();
        if (wasKept)
            Q_EMIT noteChanged(note);
    } else if (m_shown) {
        const edits::Anchor anchor = m_shown->highlight.anchor;
        close();
        Q_EMIT highlightRemoved(anchor);
    }
}

std::uint8_t NotesPanel::color() const
{
    return static_cast<std::uint8_t>(m_colors->checkedId());
}

void NotesPanel::setColor(std::uint8_t color)
{
    m_colors->button(color)->setChecked(true);
    m_meaning->setText(m_meanings[color]);
    Q_EMIT colorChanged(color);
}

void NotesPanel::takeMeaning()
{
    const QString meaning = m_meaning->text().trimmed();
    if (meaning == m_meanings[color()])
        return;
    m_meanings[color()] = meaning;
    showColors();
    std::vector<edits::Edit> changed;
    if (m_timeline) {
        for (const edits::FoundHighlight& found : m_timeline->highlights()) {
            if (found.highlight.color == color())
                changed.emplace_back(edits::PutHighlight{found.highlight.anchor, color(), bytesOf(meaning)});
        }
    }
    if (!changed.empty())
        Q_EMIT highlightsChanged(changed);
}

void NotesPanel::showColors()
{
    const int side = fontMetrics().height();
    for (std::size_t i = 0; i < colorCount; ++i) {
        QAbstractButton* button = m_colors->button(static_cast<int>(i));
        button->setIcon(colorIcon(m_theme.highlights[i], m_theme, static_cast<int>(i) + 1, side));
        button->setIconSize({side, side});
        button->setToolTip(plainToolTip(tr("Mark in this color: %1").arg(m_meanings[i])));
        button->setAccessibleName(tr("Color %1: %2").arg(i + 1).arg(m_meanings[i]));
    }
    m_meaning->setText(m_meanings[color()]);
}

QString NotesPanel::aboutText() const
{
    return m_editing->isVisibleTo(this) ? m_about->fullText() : QString();
}

bool NotesPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_editor && event->type() == QEvent::FocusOut)
        handOver();
    return QWidget::eventFilter(watched, event);
}

} // namespace synoptic::ui
