// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>

#include "edits/edit.h"

/// The fields of every value that is exchanged, each named once for writing and for reading: `visit(name, field)`, and
/// `visit.file(name, field)` for a file's name, whose bytes need not be UTF-8.
namespace synoptic::exchange {

template <class Actual, class Wanted>
concept Is = std::same_as<std::remove_const_t<Actual>, Wanted>;

template <class Visitor, Is<temporal::Interval> Value>
void fields(Visitor& visit, Value& value)
{
    visit("begin", value.begin);
    visit("end", value.end);
    visit("granularity", value.granularity);
}

template <class Visitor, Is<events::EventDate> Value>
void fields(Visitor& visit, Value& value)
{
    visit("words", value.words);
    visit("value", value.value);
    visit("interval", value.interval);
    visit("qualifier", value.qualifier);
    visit("basis", value.basis);
    visit("confidence", value.confidence);
    visit("how", value.how);
}

template <class Visitor, Is<edits::Anchor> Value>
void fields(Visitor& visit, Value& value)
{
    visit.file("file", value.file);
    visit("sha256", value.sha256);
    visit("position", value.position);
    visit("quote", value.quote);
    visit("prefix", value.prefix);
    visit("suffix", value.suffix);
    visit("repeated", value.repeated);
}

template <class Visitor, Is<edits::Party> Value>
void fields(Visitor& visit, Value& value)
{
    visit("side", value.side);
    visit("anchor", value.anchor);
    visit("claim", value.claim);
    visit("speaker", value.speaker);
    visit("stance", value.stance);
    visit("source_grade", value.sourceGrade);
    visit("information_grade", value.informationGrade);
}

template <class Visitor, Is<edits::Resolution> Value>
void fields(Visitor& visit, Value& value)
{
    visit("method", value.method);
    visit("side", value.side);
    visit("value", value.value);
    visit("confidence", value.confidence);
    visit("reason", value.reason);
}

template <class Visitor, Is<edits::Contradiction> Value>
void fields(Visitor& visit, Value& value)
{
    visit("number", value.number);
    visit("question", value.question);
    visit("note", value.note);
    visit("type", value.type);
    visit("kind", value.kind);
    visit("severity", value.severity);
    visit("status", value.status);
    visit("parties", value.parties);
    visit("events", value.events);
    visit("resolution", value.resolution);
}

template <class Visitor, Is<edits::NotePlace> Value>
void fields(Visitor& visit, Value& value)
{
    visit("target", value.target);
    visit("name", value.name);
    visit("anchor", value.anchor);
}

template <class Visitor, Is<edits::KeepEvent::Evidence> Value>
void fields(Visitor& visit, Value& value)
{
    visit("anchor", value.anchor);
    visit("stance", value.stance);
}

template <class Visitor, Is<edits::RenameEvent> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("title", value.title);
}

template <class Visitor, Is<edits::ReviewEvent> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("state", value.state);
}

template <class Visitor, Is<edits::MergeEvents> Value>
void fields(Visitor& visit, Value& value)
{
    visit("events", value.events);
}

template <class Visitor, Is<edits::RedateEvent> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("date", value.date);
}

template <class Visitor, Is<edits::SetEventFactuality> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("factuality", value.factuality);
}

template <class Visitor, Is<edits::SetEventTags> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("tags", value.tags);
}

template <class Visitor, Is<edits::SetEventNote> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("note", value.note);
}

template <class Visitor, Is<edits::SetEventParticipants> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("participants", value.participants);
}

template <class Visitor, Is<edits::SetEventSignificance> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("salience", value.salience);
}

template <class Visitor, Is<edits::AddEvent> Value>
void fields(Visitor& visit, Value& value)
{
    visit("key", value.key);
    visit("title", value.title);
    visit("anchor", value.anchor);
    visit("date", value.date);
}

template <class Visitor, Is<edits::AttachSupport> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("anchor", value.anchor);
    visit("stance", value.stance);
}

template <class Visitor, Is<edits::DetachSupport> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("anchor", value.anchor);
}

template <class Visitor, Is<edits::SplitEvent> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("new_key", value.newKey);
    visit("title", value.title);
    visit("anchors", value.anchors);
}

template <class Visitor, Is<edits::KeepEvent> Value>
void fields(Visitor& visit, Value& value)
{
    visit("event", value.event);
    visit("title", value.title);
    visit("date", value.date);
    visit("factuality", value.factuality);
    visit("salience", value.salience);
    visit("participants", value.participants);
    visit("supports", value.supports);
}

template <class Visitor, Is<edits::SetPublication> Value>
void fields(Visitor& visit, Value& value)
{
    visit.file("file", value.file);
    visit("value", value.value);
}

template <class Visitor, Is<edits::SetArticleTitle> Value>
void fields(Visitor& visit, Value& value)
{
    visit.file("file", value.file);
    visit("title", value.title);
}

template <class Visitor, Is<edits::SetArticleSource> Value>
void fields(Visitor& visit, Value& value)
{
    visit.file("file", value.file);
    visit("source", value.source);
}

template <class Visitor, Is<edits::SetBoilerplate> Value>
void fields(Visitor& visit, Value& value)
{
    visit("anchor", value.anchor);
    visit("boilerplate", value.boilerplate);
}

template <class Visitor, Is<edits::PutContradiction> Value>
void fields(Visitor& visit, Value& value)
{
    visit("contradiction", value.contradiction);
}

template <class Visitor, Is<edits::DismissHint> Value>
void fields(Visitor& visit, Value& value)
{
    visit("hint", value.hint);
}

template <class Visitor, Is<edits::PutHighlight> Value>
void fields(Visitor& visit, Value& value)
{
    visit("anchor", value.anchor);
    visit("color", value.color);
    visit("meaning", value.meaning);
}

template <class Visitor, Is<edits::RemoveHighlight> Value>
void fields(Visitor& visit, Value& value)
{
    visit("anchor", value.anchor);
}

template <class Visitor, Is<edits::PutNote> Value>
void fields(Visitor& visit, Value& value)
{
    visit("key", value.key);
    visit("place", value.place);
    visit("text", value.text);
}

} // namespace synoptic::exchange
