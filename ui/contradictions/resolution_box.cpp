// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/resolution_box.h"

#include <algorithm>

#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include "ui/calm_combo_box.h"
#include "ui/contradictions/contradiction_model.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

ResolutionBox::ResolutionBox(QWidget* parent)
    : QFrame(parent)
    , m_method(new CalmComboBox)
    , m_side(new CalmComboBox)
    , m_value(new QLineEdit)
    , m_confidence(new QSpinBox)
    , m_reason(new QPlainTextEdit)
    , m_resolve(new QPushButton(tr("&Resolve")))
    , m_dispute(new QPushButton(tr("Accept as &disputed")))
    , m_dismiss(new QPushButton(tr("D&ismiss")))
    , m_reopen(new QPushButton(tr("Re&open")))
{
    setAccessibleName(tr("Resolution"));
    for (std::size_t i = 0; i < resolutionMethods; ++i)
        m_method->addItem(methodText(static_cast<edits::ResolutionMethod>(i)));
    m_method->setAccessibleName(tr("Method of the resolution"));
    m_method->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_method->setMinimumContentsLength(8);
    m_side->setAccessibleName(tr("Preferred side"));
    m_value->setAccessibleName(tr("Resolved value"));
    m_value->setPlaceholderText(tr("What holds, in a few words"));
    m_confidence->setRange(0, 100);
    m_confidence->setSingleStep(10);
    m_confidence->setSuffix(tr(" %"));
    m_confidence->setAccessibleName(tr("Confidence in the resolution"));
    m_reason->setPlaceholderText(tr("Why (required)"));
    m_reason->setAccessibleName(tr("Reason of the resolution"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(fontMetrics().height() * 4);
    m_dismiss->setToolTip(tr("They do not differ after all; the record stays in the list"));

    auto* how = new QHBoxLayout;
    how->addWidget(m_method, 1);
    how->addWidget(m_side);
    auto* buttons = new QGridLayout; // two rows: the panel is narrow as a rule
    buttons->addWidget(m_resolve, 0, 0);
    buttons->addWidget(m_dismiss, 0, 1);
    buttons->addWidget(m_reopen, 0, 2);
    buttons->addWidget(m_dispute, 1, 0, 1, 2);
    buttons->setColumnStretch(3, 1);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 4, 0, 0);
    form->setSpacing(4);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Method"), how);
    form->addRow(tr("Value"), m_value);
    form->addRow(tr("Confidence"), m_confidence);
    form->addRow(tr("Reason"), m_reason);
    form->addRow(buttons);

    connect(m_method, &QComboBox::activated, this, &ResolutionBox::updateAvailability);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &ResolutionBox::updateAvailability);
    connect(m_resolve, &QPushButton::clicked, this, [this] { decide(edits::ContradictionStatus::Resolved); });
    connect(m_dispute, &QPushButton::clicked, this, [this] { decide(edits::ContradictionStatus::AcceptedAsDisputed); });
    connect(m_dismiss, &QPushButton::clicked, this, [this] { decide(edits::ContradictionStatus::Dismissed); });
    connect(m_reopen, &QPushButton::clicked, this, [this] { decide(edits::ContradictionStatus::Open); });
}

void ResolutionBox::setRecord(const edits::Contradiction& record)
{
    // A reason that is being written is not taken away by a change of something else
    const bool isBeingArgued = m_record.number == record.number && !m_record.resolution && !record.resolution;
    m_record = record;
    const edits::Resolution resolution = record.resolution.value_or(edits::Resolution{});
    char last = 'A';
    for (const edits::Party& party : record.parties)
        last = std::max(last, party.side);
    m_side->clear();
    for (char side = 'A'; side <= last; ++side)
        m_side->addItem(QString(QLatin1Char(side)));
    if (isBeingArgued) {
        updateAvailability();
        return;
    }
    m_side->setCurrentIndex(resolution.side - 'A');
    m_method->setCurrentIndex(static_cast<int>(resolution.method));
    m_value->setText(QString::fromStdString(resolution.value));
    m_confidence->setValue(qRound((record.resolution ? resolution.confidence : 0.8) * 100.0));
    m_reason->setPlainText(QString::fromStdString(resolution.reason));
    updateAvailability();
}

void ResolutionBox::updateAvailability()
{
    const bool isOpenRecord = isOpen(m_record.status);
    const bool hasReason = !m_reason->toPlainText().trimmed().isEmpty();
    m_side->setVisible(m_method->currentIndex() == static_cast<int>(edits::ResolutionMethod::PreferSide));
    for (QWidget* field : {static_cast<QWidget*>(m_method), static_cast<QWidget*>(m_side),
                           static_cast<QWidget*>(m_value), static_cast<QWidget*>(m_confidence)})
        field->setEnabled(isOpenRecord);
    m_reason->setReadOnly(!isOpenRecord);
    for (QPushButton* button : {m_resolve, m_dispute}) {
        button->setVisible(isOpenRecord);
        button->setEnabled(hasReason);
        button->setToolTip(hasReason ? QString() : tr("Write the reason first"));
    }
    m_dismiss->setVisible(isOpenRecord);
    m_reopen->setVisible(!isOpenRecord);
}

void ResolutionBox::decide(edits::ContradictionStatus status)
{
    using enum edits::ContradictionStatus;
    edits::Contradiction record = m_record;
    record.status = status;
    record.resolution.reset();
    if (status == Resolved || status == AcceptedAsDisputed) {
        edits::Resolution resolution;
        resolution.method = static_cast<edits::ResolutionMethod>(m_method->currentIndex());
        resolution.side = static_cast<char>('A' + std::max(m_side->currentIndex(), 0));
        resolution.value = bytesOf(m_value->text().trimmed());
        resolution.confidence = m_confidence->value() / 100.0;
        resolution.reason = bytesOf(m_reason->toPlainText().trimmed());
        record.resolution = std::move(resolution);
    }
    Q_EMIT decided(record);
}

} // namespace synoptic::ui
