// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "edits/contradiction.h"

class QComboBox;
class QLineEdit;
class QToolButton;

namespace synoptic::ui {

class PlainLabel;

/// What a card shows of a party beside its record.
struct PartyContext
{
    QString source;    ///< outlet
    QString published; ///< "published 15 April 2021"
    QString place;     ///< what became of the quotation: empty, "moved", "lost"
    bool canShow = true;
};

/// One voice in a contradiction: who says it and when it was published, the words, what is claimed, and the grades.
class PartyCard : public QFrame
{
    Q_OBJECT

public:
    PartyCard(const edits::Party& party, const PartyContext& context, bool canRemove, QWidget* parent = nullptr);

    const edits::Party& party() const { return m_party; }

Q_SIGNALS:
    void changed();
    void showRequested();
    void removeRequested();

private:
    void take();

    edits::Party m_party;
    QComboBox* m_side;
    QComboBox* m_stance;
    QLineEdit* m_claim;
    QLineEdit* m_speaker;
    QComboBox* m_sourceGrade;
    QComboBox* m_informationGrade;
};

} // namespace synoptic::ui
