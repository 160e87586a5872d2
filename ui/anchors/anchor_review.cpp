// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/anchors/anchor_review.h"

#include <algorithm>

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "edits/places.h"
#include "ui/contradictions/contradiction_words.h"
#include "ui/plain_label.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

std::vector<DriftedQuotation> driftedQuotations(const edits::Timeline& timeline)
{
    std::vector<DriftedQuotation> drifted;
    const auto add = [&drifted](const QString& about, const edits::Anchor& anchor, const edits::FoundPlace& place) {
        const bool isGone = !place.article;
        const bool isMoved = !anchor.quote.empty() && place.anchor.state != edits::AnchorState::Exact;
        if (isGone || isMoved)
            drifted.push_back({about, anchor, place});
    };
    for (const edits::FoundContradiction& found : timeline.contradictions()) {
        for (std::size_t i = 0; i < found.places.size(); ++i) {
            const edits::Party& party = found.record.parties[i];
            add(AnchorReview::tr("%1, side %2")
                    .arg(contradictionName(found.record.number))
                    .arg(QLatin1Char(party.side)),
                party.anchor, found.places[i]);
        }
    }
    for (const edits::FoundNote& found : timeline.notes()) {
        const edits::NoteTarget target = found.note.place.target;
        if (target == edits::NoteTarget::Passage || target == edits::NoteTarget::Article)
            add(AnchorReview::tr("Note: %1").arg(lineText(found.note.text)), found.note.place.anchor, found.place);
    }
    for (const edits::FoundHighlight& found : timeline.highlights())
        add(AnchorReview::tr("Highlight: %1").arg(lineText(found.highlight.meaning)), found.highlight.anchor,
            found.place);
    for (const edits::TimelineEvent& event : timeline.events()) {
        for (const edits::Anchor& anchor : event.lost)
            add(AnchorReview::tr("Event: %1").arg(lineText(event.event.title)), anchor,
                {edits::articleOf(timeline.analysis(), anchor.file), {}});
    }
    std::ranges::stable_sort(drifted, {}, [](const DriftedQuotation& own) { return own.isLost() ? 0 : 1; });
    return drifted;
}

AnchorReview::AnchorReview(QWidget* parent) : QWidget(parent), m_words(new PlainLabel), m_list(new QTreeWidget)
{
    m_words->setWordWrap(true);
    m_list->setHeaderLabels({tr("State"), tr("Words"), tr("File"), tr("Used by")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Quotations that do not stand where they stood"));
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 0);
    column->setSpacing(4);
    column->addWidget(m_words);
    column->addWidget(m_list, 1);
    const auto open = [this](QTreeWidgetItem* item) {
        const DriftedQuotation& own = m_drifted[static_cast<std::size_t>(m_list->indexOfTopLevelItem(item))];
        if (!own.isLost())
            Q_EMIT passageActivated({*own.place.article, own.place.anchor.span});
        else if (own.place.article)
            Q_EMIT articleActivated(*own.place.article);
    };
    connect(m_list, &QTreeWidget::itemClicked, this, open);
    connect(m_list, &QTreeWidget::itemActivated, this, open);
    setTimeline(nullptr);
}

void AnchorReview::setTimeline(const std::shared_ptr<const edits::Timeline>& timeline)
{
    m_drifted = timeline ? driftedQuotations(*timeline) : std::vector<DriftedQuotation>{};
    m_list->clear();
    QList<QTreeWidgetItem*> rows;
    for (const DriftedQuotation& own : m_drifted) {
        const QString state = !own.place.article ? tr("file gone") : own.isLost() ? tr("lost") : tr("moved");
        auto* item = new QTreeWidgetItem({state, lineText(own.anchor.quote), fileText(own.anchor.file), own.about});
        item->setToolTip(1, plainToolTip(lineText(own.anchor.quote)));
        item->setToolTip(3, plainToolTip(own.about));
        rows << item;
    }
    m_list->addTopLevelItems(rows);
    m_words->setText(
        m_drifted.empty()
            ? tr("Every quotation stands where it stood.")
            : tr("The files have changed under these quotations. The quoted words are kept; what moved leads "
                 "to where it stands now, what is lost to its article."));
}

} // namespace synoptic::ui
