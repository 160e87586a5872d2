// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/contradiction_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/calm_combo_box.h"
#include "ui/contradictions/comparison_window.h"
#include "ui/contradictions/contradiction_model.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/contradictions/hint_list.h"
#include "ui/contradictions/party_card.h"
#include "ui/contradictions/resolution_box.h"
#include "ui/event_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"
#include "ui/source_table.h"

namespace synoptic::ui {

namespace {

/// A note is written down when one goes on to something else, not at every key.
class NoteField : public QPlainTextEdit
{
public:
    NoteField(QWidget* parent, std::function<void()> written) : QPlainTextEdit(parent), m_written(std::move(written)) {}

protected:
    void focusOutEvent(QFocusEvent* event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        m_written();
    }

private:
    std::function<void()> m_written;
};

QComboBox* choice(const QString& name)
{
    auto* box = new CalmComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(5);
    return box;
}

} // namespace

void ContradictionFilter::setOpenOnly(bool openOnly)
{
    m_openOnly = openOnly;
    invalidateFilter();
}

bool ContradictionFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_openOnly && !sourceModel()->index(row, 0, parent).data(ContradictionModel::openRole).toBool())
        return false;
    return QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

ContradictionPanel::ContradictionPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ContradictionModel(this))
    , m_filter(new ContradictionFilter(this))
    , m_words(new QLineEdit)
    , m_which(choice(tr("Which contradictions")))
    , m_list(new QTreeView)
    , m_empty(new EmptyText)
    , m_hints(new HintList)
    , m_name(new PlainLabel)
    , m_compare(new QToolButton)
    , m_question(new QLineEdit)
    , m_type(choice(tr("Type")))
    , m_kind(choice(tr("Kind")))
    , m_severity(choice(tr("Severity")))
    , m_status(choice(tr("Status")))
    , m_cardGrid(new QGridLayout)
    , m_cardArea(new QWidget)
    , m_addParty(new QToolButton)
    , m_note(new NoteField(nullptr, [this] { take(); }))
    , m_resolution(new ResolutionBox)
{
    setAccessibleName(tr("Contradictions"));
    m_filter->setSourceModel(m_model);
    m_filter->setSortRole(ContradictionModel::sortRole);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setFilterKeyColumn(-1);
    m_words->setPlaceholderText(tr("Filter contradictions"));
    m_words->setClearButtonEnabled(true);
    m_words->setAccessibleName(tr("Filter contradictions"));
    m_which->addItems({tr("All"), tr("Open")});
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(ContradictionModel::IdColumn, Qt::AscendingOrder);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Contradictions"));
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ContradictionModel::QuestionColumn, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_empty->setText(
        tr("Nothing is flagged yet.\n\nSelect a sentence in a reader and press C; select the sentence that "
           "says otherwise and press Enter; a digit names what they differ on."));

    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 4, 6, 0);
    row->addWidget(m_words, 1);
    row->addWidget(m_which);
    auto* top = new QWidget;
    auto* topColumn = new QVBoxLayout(top);
    topColumn->setContentsMargins(0, 0, 0, 0);
    topColumn->addLayout(row);
    topColumn->addWidget(m_list, 1);
    topColumn->addWidget(m_empty, 1);
    topColumn->addWidget(m_hints);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(top);
    split->addWidget(buildDetail());
    split->setStretchFactor(1, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);

    connect(m_hints, &HintList::passageActivated, this, &ContradictionPanel::passageActivated);
    connect(m_words, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_which, &QComboBox::activated, this, [this](int which) { m_filter->setOpenOnly(which == 1); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showChosen();
        Q_EMIT chosenChanged();
    });
    connect(m_list, &QTreeView::activated, this, &ContradictionPanel::openComparison);
    setTimeline(nullptr);
}

QWidget* ContradictionPanel::buildDetail()
{
    QFont strong = m_name->font();
    strong.setWeight(QFont::DemiBold);
    m_name->setFont(strong);
    m_question->setPlaceholderText(tr("The question on which they differ"));
    m_question->setAccessibleName(tr("Question"));
    for (std::size_t i = 0; i < contradictionTypes; ++i)
        m_type->addItem(typeText(static_cast<edits::ContradictionType>(i)));
    for (std::size_t i = 0; i < contradictionKinds; ++i)
        m_kind->addItem(kindText(static_cast<edits::ContradictionKind>(i)));
    for (std::size_t i = 0; i < contradictionSeverities; ++i)
        m_severity->addItem(severityText(static_cast<edits::Severity>(i)));
    // The other states need a reason: they are reached by the buttons below
    for (const auto status : {edits::ContradictionStatus::Open, edits::ContradictionStatus::UnderReview,
                              edits::ContradictionStatus::NeedsInformation})
        m_status->addItem(statusText(status));
    m_addParty->setText(tr("Add the selected sentence"));
    m_addParty->setToolTip(tr("One more voice: the sentence that is selected in the readers"));
    m_note->setPlaceholderText(tr("Note"));
    m_note->setAccessibleName(tr("Note on the contradiction"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(fontMetrics().height() * 4);
    m_cardArea->setLayout(m_cardGrid);
    m_cardGrid->setContentsMargins(0, 0, 0, 0);
    m_cardGrid->setSpacing(6);

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(8, 6, 8, 6);
    column->setSpacing(5);
    auto* form = new QFormLayout;
    form->setSpacing(4);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Type"), m_type);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Severity"), m_severity);
    form->addRow(tr("Status"), m_status);
    m_compare->setText(tr("Compare the sides"));
    m_compare->setToolTip(tr("All sides in columns, with the words around what is quoted (Enter in the list)"));
    column->addWidget(m_name);
    column->addWidget(m_question);
    column->addWidget(m_compare);
    column->addWidget(m_cardArea);
    column->addWidget(m_addParty);
    column->addLayout(form);
    column->addWidget(m_note);
    column->addWidget(m_resolution);
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("Contradiction"));
    m_detail = area;

    for (QComboBox* box : {m_type, m_kind, m_severity, m_status})
        connect(box, &QComboBox::activated, this, &ContradictionPanel::take);
    connect(m_question, &QLineEdit::editingFinished, this, &ContradictionPanel::take);
    connect(m_compare, &QToolButton::clicked, this, &ContradictionPanel::openComparison);
    connect(m_resolution, &ResolutionBox::decided, this, &ContradictionPanel::contradictionChanged);
    connect(m_addParty, &QToolButton::clicked, this, [this] {
        if (m_shown)
            Q_EMIT addPartyRequested(m_shown->number);
    });
    return area;
}

void ContradictionPanel::setTimeline(std::shared_ptr<const edits::Timeline> timeline)
{
    const std::optional<std::uint32_t> before = chosen();
    m_timeline = std::move(timeline);
    m_hints->setTimeline(m_timeline);
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_model->setTimeline(m_timeline);
    }
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    if (before)
        choose(*before);
    showChosen();
    updateComparison();
}

void ContradictionPanel::openComparison()
{
    const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
    if (!index.isValid())
        return;
    if (m_comparison == nullptr) {
        m_comparison = new ComparisonWindow(this);
        connect(m_comparison, &ComparisonWindow::passageActivated, this, &ContradictionPanel::passageActivated);
    }
    m_comparison->compare(comparisonOf(*m_timeline, m_model->at(index.row())));
    m_comparison->show();
    m_comparison->raise();
    m_comparison->activateWindow();
}

/// The window that is open shows what its record has become.
void ContradictionPanel::updateComparison()
{
    if (m_comparison == nullptr || !m_comparison->isVisible())
        return;
    if (const int row = m_model->rowOf(m_comparison->comparison().number); row >= 0)
        m_comparison->compare(comparisonOf(*m_timeline, m_model->at(row)));
    else
        m_comparison->close();
}

void ContradictionPanel::choose(std::uint32_t number)
{
    const int row = m_model->rowOf(number);
    if (row < 0)
        return;
    QModelIndex index = m_filter->mapFromSource(m_model->index(row, 0));
    if (!index.isValid()) { // what one asks to see is not kept back by a filter
        m_words->clear();
        m_which->setCurrentIndex(0);
        m_filter->setOpenOnly(false);
        index = m_filter->mapFromSource(m_model->index(row, 0));
    }
    m_list->setCurrentIndex(index);
}

std::optional<std::uint32_t> ContradictionPanel::chosen() const
{
    const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
    return index.isValid() ? std::optional(m_model->at(index.row()).record.number) : std::nullopt;
}

void ContradictionPanel::showChosen()
{
    const QModelIndex index = m_filter->mapToSource(m_list->currentIndex());
    m_detail->setVisible(index.isValid());
    if (!index.isValid()) {
        m_shown.reset();
        return;
    }
    const edits::FoundContradiction& found = m_model->at(index.row());
    if (m_shown == found.record && !m_cards.empty())
        return; // what is typed just now is not taken away
    m_shown = found.record;
    m_name->setText(contradictionName(m_shown->number) + u" · " + statusText(m_shown->status));
    m_question->setText(QString::fromStdString(m_shown->question));
    m_question->setToolTip(questionText(*m_shown));
    m_type->setCurrentIndex(static_cast<int>(m_shown->type));
    m_kind->setCurrentIndex(static_cast<int>(m_shown->kind));
    m_severity->setCurrentIndex(static_cast<int>(m_shown->severity));
    m_status->setEnabled(isOpen(m_shown->status));
    m_status->setCurrentIndex(isOpen(m_shown->status) ? static_cast<int>(m_shown->status) : -1);
    m_note->setPlainText(QString::fromStdString(m_shown->note));
    m_resolution->setRecord(*m_shown);
    showParties(found);
}

void ContradictionPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // In a narrow pane the question is worth more than what the record below says anyhow
    const bool isNarrow = width() < fontMetrics().averageCharWidth() * 70;
    for (const int column :
         {ContradictionModel::TypeColumn, ContradictionModel::SeverityColumn, ContradictionModel::SidesColumn})
        m_list->setColumnHidden(column, isNarrow);
    arrangeCards();
}

/// The record as the fields show it.
std::optional<edits::Contradiction> ContradictionPanel::record() const
{
    if (!m_shown)
        return std::nullopt;
    edits::Contradiction own = *m_shown;
    own.question = bytesOf(m_question->text().trimmed());
    own.note = bytesOf(m_note->toPlainText().trimmed());
    own.type = static_cast<edits::ContradictionType>(m_type->currentIndex());
    own.kind = static_cast<edits::ContradictionKind>(m_kind->currentIndex());
    own.severity = static_cast<edits::Severity>(m_severity->currentIndex());
    if (isOpen(own.status) && m_status->currentIndex() >= 0)
        own.status = static_cast<edits::ContradictionStatus>(m_status->currentIndex());
    for (std::size_t i = 0; i < m_cards.size() && i < own.parties.size(); ++i)
        own.parties[i] = m_cards[i]->party();
    return own;
}

void ContradictionPanel::take()
{
    const auto changed = record();
    if (!changed || changed == m_shown)
        return;
    m_shown = changed; // so that the snapshot that follows finds the fields as they are
    arrangeCards();
    m_resolution->setRecord(*changed);
    Q_EMIT contradictionChanged(*changed);
}

} // namespace synoptic::ui
