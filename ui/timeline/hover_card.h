// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "edits/timeline.h"
#include "ui/source_table.h"
#include "ui/theme.h"

namespace synoptic::ui {

class PlainLabel;

/// What an event is, beside the pointer: title, date in words and how it was resolved, factuality, sources.
class HoverCard : public QFrame
{
    Q_OBJECT

public:
    explicit HoverCard(QWidget* parent);

    void show(const edits::TimelineEvent& shown, const SourceTable& sources, QPoint besideInParent);
    QString text() const;

private:
    PlainLabel* m_title;
    PlainLabel* m_date;
    PlainLabel* m_reason;
    PlainLabel* m_sources;
};

} // namespace synoptic::ui
