// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "analysis/analysis.h"
#include "edits/anchor.h"
#include "edits/contradiction.h"
#include "events/event_mention.h"

/// What a person decided, kept apart from what the program found.
///
/// In: an Analysis and a list of edits. Out: the Timeline that is shown. Edits name events by a key and texts by a
/// quotation, which survive re-analysis; nothing here touches the analysis.
namespace synoptic::edits {

enum class ReviewState : std::uint8_t
{
    Candidate,
    Accepted,
    Rejected
};

// --- events; `event` is an analysis::Event::key or the key of an event that was added or split off

struct RenameEvent
{
    std::string event;
    std::string title;

    friend bool operator==(const RenameEvent&, const RenameEvent&) = default;
};

struct ReviewEvent
{
    std::string event;
    ReviewState state = ReviewState::Candidate;

    friend bool operator==(const ReviewEvent&, const ReviewEvent&) = default;
};

struct MergeEvents
{
    std::vector<std::string> events; ///< two or more keys; the first gives title and date

    friend bool operator==(const MergeEvents&, const MergeEvents&) = default;
};

struct RedateEvent
{
    std::string event;
    events::EventDate date; ///< its words are what was typed, see dateFromWords; undated if it has no interval

    friend bool operator==(const RedateEvent&, const RedateEvent&) = default;
};

struct SetEventFactuality
{
    std::string event;
    events::Factuality factuality = events::Factuality::Asserted;

    friend bool operator==(const SetEventFactuality&, const SetEventFactuality&) = default;
};

struct SetEventTags
{
    std::string event;
    std::vector<std::string> tags;

    friend bool operator==(const SetEventTags&, const SetEventTags&) = default;
};

struct SetEventNote
{
    std::string event;
    std::string note;

    friend bool operator==(const SetEventNote&, const SetEventNote&) = default;
};

struct SetEventParticipants
{
    std::string event;
    std::vector<std::string> participants;

    friend bool operator==(const SetEventParticipants&, const SetEventParticipants&) = default;
};

struct SetEventSignificance
{
    std::string event;
    double salience = 0.0; ///< as analysis::Event::salience, 0…1

    friend bool operator==(const SetEventSignificance&, const SetEventSignificance&) = default;
};

/// A new event, told by the sentence at the anchor; an empty anchor: by none yet.
struct AddEvent
{
    std::string key; ///< see newEventKey
    std::string title;
    Anchor anchor;
    events::EventDate date;

    friend bool operator==(const AddEvent&, const AddEvent&) = default;
};

/// One sentence more tells the event. Done again with another stance, it changes the stance.
struct AttachSupport
{
    std::string event;
    Anchor anchor;
    analysis::Stance stance = analysis::Stance::Supports;

    friend bool operator==(const AttachSupport&, const AttachSupport&) = default;
};

struct DetachSupport
{
    std::string event;
    Anchor anchor;

    friend bool operator==(const DetachSupport&, const DetachSupport&) = default;
};

/// The supports at the anchors leave the event and make a new one.
struct SplitEvent
{
    std::string event;
    std::string newKey; ///< see newEventKey
    std::string title;  ///< empty: as the old one
    std::vector<Anchor> anchors;

    friend bool operator==(const SplitEvent&, const SplitEvent&) = default;
};

/// An event as it was when a person first touched it, so that it keeps its identity, supports and date whatever a later
/// analysis finds. Comes in one action with the edit that touches it.
struct KeepEvent
{
    struct Evidence
    {
        Anchor anchor; ///< of the sentence
        analysis::Stance stance = analysis::Stance::Supports;

        friend bool operator==(const Evidence&, const Evidence&) = default;
    };

    std::string event;
    std::string title;
    events::EventDate date;
    events::Factuality factuality = events::Factuality::Asserted;
    double salience = 0.0;
    std::vector<std::string> participants;
    std::vector<Evidence> supports;

    friend bool operator==(const KeepEvent&, const KeepEvent&) = default;
};

// --- articles, named by corpus::Article::file

struct SetPublication
{
    std::string file;
    std::string value; ///< EDTF of at least a year: "2021-04-15", "2021-04-20/2021-05-05"; empty: as found

    friend bool operator==(const SetPublication&, const SetPublication&) = default;
};

struct SetArticleTitle
{
    std::string file;
    std::string title; ///< empty: as found

    friend bool operator==(const SetArticleTitle&, const SetArticleTitle&) = default;
};

struct SetArticleSource
{
    std::string file;
    std::string source; ///< empty: as found

    friend bool operator==(const SetArticleSource&, const SetArticleSource&) = default;
};

/// Whether the lines that the anchor touches belong to the article. The last word on a line stands.
struct SetBoilerplate
{
    Anchor anchor;
    bool boilerplate = false; ///< true: they are set apart, as menus and notices are

    friend bool operator==(const SetBoilerplate&, const SetBoilerplate&) = default;
};

// --- contradictions and hints

/// Puts a contradiction on record, or replaces the record of that number; the list of edits is its history.
struct PutContradiction
{
    Contradiction contradiction;

    friend bool operator==(const PutContradiction&, const PutContradiction&) = default;
};

/// A suggestion that never comes back; see hintKey.
struct DismissHint
{
    std::string hint;

    friend bool operator==(const DismissHint&, const DismissHint&) = default;
};

// --- marks and notes

/// A passage marked in one of the colors, which have meanings; another color replaces the first.
struct PutHighlight
{
    Anchor anchor;
    std::uint8_t color = 0; ///< position in the palette
    std::string meaning;    ///< "key fact"; may be empty

    friend bool operator==(const PutHighlight&, const PutHighlight&) = default;
};

struct RemoveHighlight
{
    Anchor anchor;

    friend bool operator==(const RemoveHighlight&, const RemoveHighlight&) = default;
};

enum class NoteTarget : std::uint8_t
{
    Passage,       ///< NotePlace::anchor
    Article,       ///< NotePlace::anchor without a quote
    Event,         ///< NotePlace::name is its key
    Contradiction, ///< NotePlace::name is its id, "C-014"
    Project
};

struct NotePlace
{
    NoteTarget target = NoteTarget::Project;
    std::string name;
    Anchor anchor;

    friend bool operator==(const NotePlace&, const NotePlace&) = default;
};

/// A note, or its new words; without words it is gone.
struct PutNote
{
    std::string key; ///< chosen by whoever makes the note, unique in the project
    NotePlace place;
    std::string text;

    friend bool operator==(const PutNote&, const PutNote&) = default;
};

using Edit = std::variant<RenameEvent, ReviewEvent, MergeEvents, RedateEvent, SetEventFactuality, SetEventTags,
                          SetEventNote, SetEventParticipants, SetEventSignificance, AddEvent, AttachSupport,
                          DetachSupport, SplitEvent, KeepEvent, SetPublication, SetArticleTitle, SetArticleSource,
                          PutContradiction, DismissHint, PutHighlight, RemoveHighlight, PutNote, SetBoilerplate>;
using Edits = std::vector<Edit>;

/// What an edit is about, for the history of one object: "event:KEY", "article:FILE", "contradiction:C-014".
std::vector<std::string> objectsOf(const Edit& edit);

/// Every quotation that an edit makes, for asking whether all are still found. Not owned: they live in @p edit.
std::vector<const Anchor*> anchorsOf(const Edit& edit);

/// A key for an event that a person makes: a digest of its first sentence and of how many edits there were before, so
/// that the same sentence can be taken again. 16 hexadecimal digits.
std::string newEventKey(const Anchor& anchor, std::size_t editsBefore);

/// The event as an edit that keeps it, with the article's words in place of positions.
KeepEvent keepEvent(const analysis::Analysis& analysis, const analysis::Event& event);

/// What a hint is told by, whatever else an analysis finds: its type and the words it sets against each other.
std::string hintKey(const analysis::Analysis& analysis, const analysis::Hint& hint);

} // namespace synoptic::edits
