// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>

#include "edits/timeline.h"
#include "ui/contradictions/flag_composer.h"

namespace synoptic::ui {

class ArticleStrip;
class ContradictionPanel;
class FlagBar;

/// Joins what makes a contradiction: the passage chosen in the readers, the bar that asks for the next step, and the
/// panel of records. Shows in the readers what was flagged.
class FlagController : public QObject
{
    Q_OBJECT

public:
    /// The three outlive the controller: all belong to the window.
    FlagController(ArticleStrip& strip, FlagBar& bar, ContradictionPanel& panel, QObject* parent);

    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    /// @p chosen gives the sentences that are chosen in the pane that has the keyboard, if it is no reader: a list of
    /// evidence, the matrix.
    void setElsewhere(std::function<std::vector<edits::SentenceRef>()> chosen) { m_elsewhere = std::move(chosen); }
    /// The key C: the current passage is the next side; of several sentences that are chosen elsewhere each is one.
    void flag();
    /// The key Enter: the current passage is the last side; asks for the type.
    void finish();
    /// Gives up; returns false if nothing was being flagged.
    bool cancel();
    bool isComposing() const { return m_composer.step() != FlagComposer::Step::Idle; }
    const FlagComposer& composer() const { return m_composer; }

Q_SIGNALS:
    void recordRequested(const synoptic::edits::Contradiction& record);
    void composingChanged(bool isComposing);
    /// Something cannot be done, in words.
    void refused(const QString& reason);

private:
    std::vector<ChosenPassage> chosen() const;
    bool addCurrent();
    void refuse(const QString& reason);
    void addParty(std::uint32_t number);
    void choose(edits::ContradictionType type);
    /// Gives the record the next number and asks for it.
    void put(edits::Contradiction record);
    void show();
    void showFlags();
    edits::Party partyOf(const ChosenPassage& passage, char side) const;
    std::vector<std::string> eventsOf(const std::vector<ChosenPassage>& passages) const;

    ArticleStrip& m_strip;                             // Not owned: the window's
    FlagBar& m_bar;                                    // Not owned: the window's
    ContradictionPanel& m_panel;                       // Not owned: the window's
    std::shared_ptr<const edits::Timeline> m_timeline; // null: nothing open
    std::function<std::vector<edits::SentenceRef>()> m_elsewhere;
    FlagComposer m_composer;
    std::optional<std::uint32_t> m_made; // chosen in the panel as soon as a snapshot holds it
};

} // namespace synoptic::ui
