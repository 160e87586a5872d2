// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QWidget>

#include "edits/timeline.h"
#include "ui/contradictions/flag_composer.h"

class QTreeWidget;

namespace synoptic::ui {

class PlainLabel;

/// A quotation of the analyst's work that does not stand where it stood.
struct DriftedQuotation
{
    QString about; ///< "C-001, side A", "a note", "Event: Pier opens"
    edits::Anchor anchor;
    edits::FoundPlace place;

    bool isLost() const { return !place.article || place.anchor.state == edits::AnchorState::Lost; }
};

/// What the files of a folder did to the quotations: contradictions, highlights and notes whose words moved or are not
/// found, and sentences of events that are not found. The lost first. Cost: linear.
std::vector<DriftedQuotation> driftedQuotations(const edits::Timeline& timeline);

/// The list of them. Nothing is ever moved silently: what moved says so, and leads to where it stands now.
class AnchorReview : public QWidget
{
    Q_OBJECT

public:
    explicit AnchorReview(QWidget* parent = nullptr);

    void setTimeline(const std::shared_ptr<const edits::Timeline>& timeline);
    std::size_t count() const { return m_drifted.size(); }
    QTreeWidget& list() { return *m_list; }

Q_SIGNALS:
    void passageActivated(const synoptic::ui::ChosenPassage& passage);
    void articleActivated(synoptic::ArticleId article);

private:
    std::vector<DriftedQuotation> m_drifted; // one for each row
    PlainLabel* m_words;
    QTreeWidget* m_list;
};

} // namespace synoptic::ui
