// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contradictions/party_card.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include "ui/calm_combo_box.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {
constexpr char lastSide = 'F';
}

PartyCard::PartyCard(const edits::Party& party, const PartyContext& context, bool canRemove, QWidget* parent)
    : QFrame(parent)
    , m_party(party)
    , m_side(new CalmComboBox)
    , m_stance(new CalmComboBox)
    , m_claim(new QLineEdit(QString::fromStdString(party.claim)))
    , m_speaker(new QLineEdit(QString::fromStdString(party.speaker)))
    , m_sourceGrade(new CalmComboBox)
    , m_informationGrade(new CalmComboBox)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Side %1, %2").arg(QLatin1Char(party.side)).arg(context.source));
    for (char side = 'A'; side <= std::max(lastSide, party.side); ++side)
        m_side->addItem(QString(QLatin1Char(side)));
    m_side->setCurrentIndex(party.side - 'A');
    m_side->setAccessibleName(tr("Side"));
    m_side->setToolTip(tr("Who says the same has the same letter"));
    for (std::size_t i = 0; i < partyStances; ++i)
        m_stance->addItem(stanceText(static_cast<edits::PartyStance>(i)));
    m_stance->setCurrentIndex(static_cast<int>(party.stance));
    m_stance->setAccessibleName(tr("Stance"));
    m_claim->setPlaceholderText(tr("What is claimed, in a few words"));
    m_claim->setAccessibleName(tr("Claimed value"));
    m_speaker->setPlaceholderText(tr("Who says it, if not the article"));
    m_speaker->setAccessibleName(tr("Who says it"));
    for (char grade = 'A'; grade <= 'F'; ++grade)
        m_sourceGrade->addItem(sourceGradeText(grade));
    m_sourceGrade->setCurrentIndex(party.sourceGrade - 'A');
    m_sourceGrade->setAccessibleName(tr("Grade of the source"));
    for (int grade = 1; grade <= 6; ++grade)
        m_informationGrade->addItem(informationGradeText(grade));
    m_informationGrade->setCurrentIndex(party.informationGrade - 1);
    m_informationGrade->setAccessibleName(tr("Grade of the information"));
    for (QComboBox* box : {m_sourceGrade, m_informationGrade, m_stance}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(5);
    }

    auto* source = new PlainLabel(context.source);
    QFont strong = source->font();
    strong.setWeight(QFont::DemiBold);
    source->setFont(strong);
    source->setWordWrap(true);
    auto* published = new PlainLabel(context.published);
    published->setForegroundRole(QPalette::PlaceholderText);
    constexpr std::size_t quoteBytes = 2000;
    auto* quote =
        new PlainLabel(party.anchor.quote.empty() ? tr("says nothing of it")
                                                  : u"“" + beginningText(party.anchor.quote, quoteBytes) + u"”");
    quote->setWordWrap(true);
    quote->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    quote->setAccessibleName(tr("Quotation"));
    auto* show = new QToolButton;
    show->setText(tr("Show"));
    show->setToolTip(tr("Show these words in a reader"));
    show->setAccessibleName(tr("Show the quotation of %1").arg(context.source));
    show->setEnabled(context.canShow);
    auto* remove = new QToolButton;
    remove->setText(QStringLiteral("✕"));
    remove->setAutoRaise(true);
    remove->setAccessibleName(tr("Remove the side of %1").arg(context.source));
    remove->setEnabled(canRemove);
    remove->setToolTip(canRemove ? tr("Take this voice out; the history keeps it")
                                 : tr("A contradiction has two voices at least"));

    auto* head = new QHBoxLayout;
    head->addWidget(m_side);
    head->addWidget(source, 1);
    head->addWidget(show);
    head->addWidget(remove);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(8, 6, 8, 6);
    form->setSpacing(4);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(head);
    form->addRow(published);
    form->addRow(quote);
    if (!context.place.isEmpty()) {
        auto* place = new PlainLabel(context.place);
        place->setWordWrap(true);
        place->setAccessibleName(tr("State of the quotation"));
        form->addRow(place);
    }
    form->addRow(tr("Claims"), m_claim);
    form->addRow(tr("Says it"), m_speaker);
    form->addRow(tr("Stance"), m_stance);
    form->addRow(tr("Source"), m_sourceGrade);
    form->addRow(tr("Information"), m_informationGrade);

    for (QComboBox* box : {m_side, m_stance, m_sourceGrade, m_informationGrade})
        connect(box, &QComboBox::activated, this, &PartyCard::take);
    for (QLineEdit* field : {m_claim, m_speaker})
        connect(field, &QLineEdit::editingFinished, this, &PartyCard::take);
    connect(show, &QToolButton::clicked, this, &PartyCard::showRequested);
    connect(remove, &QToolButton::clicked, this, &PartyCard::removeRequested);
}

void PartyCard::take()
{
    const edits::Party before = m_party;
    m_party.side = static_cast<char>('A' + m_side->currentIndex());
    m_party.stance = static_cast<edits::PartyStance>(m_stance->currentIndex());
    m_party.claim = bytesOf(m_claim->text().trimmed());
    m_party.speaker = bytesOf(m_speaker->text().trimmed());
    m_party.sourceGrade = static_cast<char>('A' + m_sourceGrade->currentIndex());
    m_party.informationGrade = m_informationGrade->currentIndex() + 1;
    if (m_party != before)
        Q_EMIT changed();
}

} // namespace synoptic::ui
