// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/work_document.h"

#include <cstdint>
#include <map>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "exchange/edit_codec.h"
#include "exchange/edit_names.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"

namespace synoptic::exchange {
namespace {

constexpr std::string_view format = "synoptic-work";
constexpr std::int64_t version = 1;

class WorkWriter
{
public:
    explicit WorkWriter(const edits::Timeline& timeline) : m_timeline(timeline) {}

    std::string write(const edits::Edits& edits, std::string_view generator)
    {
        m_json.beginObject();
        m_json.member("format", format);
        m_json.member("version", version);
        m_json.member("generator", generator);
        m_json.key("events");
        m_json.beginArray();
        for (const edits::TimelineEvent& event : m_timeline.events()) {
            if (event.review != edits::ReviewState::Rejected)
                writeEvent(event);
        }
        m_json.endArray();
        m_json.key("contradictions");
        m_json.beginArray();
        for (const edits::FoundContradiction& contradiction : m_timeline.contradictions())
            writeContradiction(contradiction);
        m_json.endArray();
        m_json.key("notes");
        m_json.beginArray();
        for (const edits::FoundNote& note : m_timeline.notes()) {
            m_json.beginObject();
            m_json.member("on", nameOf(note.note.place.target));
            m_json.textOrNull("name", note.note.place.name);
            writePlace(note.place);
            m_json.textOrNull("quote", note.note.place.anchor.quote);
            m_json.member("text", note.note.text);
            m_json.endObject();
        }
        m_json.endArray();
        m_json.key("edits");
        writeEdits(m_json, edits);
        m_json.endObject();
        return m_json.take() + '\n';
    }

private:
    void writeEvent(const edits::TimelineEvent& shown)
    {
        const analysis::Event& event = shown.event;
        m_json.beginObject();
        m_json.member("key", event.key);
        m_json.member("title", event.title);
        m_json.textOrNull("value", event.date.value);
        const Bounds bounds = boundsOf(event.date.interval, event.date.qualifier, event.date.value);
        m_json.textOrNull("earliest", bounds.earliest);
        m_json.textOrNull("latest", bounds.latest);
        m_json.member("qualifier", nameOf(event.date.qualifier));
        m_json.member("words", event.date.words);
        m_json.member("resolved", event.date.how);
        m_json.member("factuality", nameOf(event.factuality));
        m_json.member("review", nameOf(shown.review));
        m_json.member("made_by_hand", shown.isMade);
        m_json.member("salience", event.salience);
        m_json.member("sources", event.sources);
        m_json.member("independent", event.independent);
        writeWords("participants", event.participants);
        writeWords("tags", shown.tags);
        m_json.member("note", shown.note);
        m_json.key("support");
        m_json.beginArray();
        for (const analysis::Support& support : event.supports) {
            const analysis::ArticleAnalysis& article = m_timeline.analysis()[support.article];
            const TextSpan span = article.sentences[support.sentence].span;
            m_json.beginObject();
            writeFile(article.article.file);
            writeSpan(support.article, span);
            m_json.member("stance", nameOf(support.stance));
            m_json.member("by_hand", shown.isByHand({support.article, support.sentence}));
            m_json.member("text", article.textOf(span));
            m_json.endObject();
        }
        m_json.endArray();
        m_json.member("lost_support", static_cast<std::uint64_t>(shown.lost.size()));
        m_json.endObject();
    }

    void writeContradiction(const edits::FoundContradiction& contradiction)
    {
        m_json.beginObject();
        m_json.member("id", edits::idText(contradiction.record.number));
        writeFields(m_json, contradiction.record);
        m_json.key("places");
        m_json.beginArray();
        for (const edits::FoundPlace& place : contradiction.places) {
            m_json.beginObject();
            writePlace(place);
            m_json.endObject();
        }
        m_json.endArray();
        m_json.endObject();
    }

    void writePlace(const edits::FoundPlace& place)
    {
        m_json.member("anchor_state", nameOf(place.article ? place.anchor.state : edits::AnchorState::Lost));
        if (!place.article)
            return;
        writeFile(m_timeline.analysis()[*place.article].article.file);
        if (!place.anchor.span.empty())
            writeSpan(*place.article, place.anchor.span);
    }

    void writeWords(std::string_view name, const std::vector<std::string>& words)
    {
        m_json.key(name);
        m_json.beginArray();
        for (const std::string& word : words)
            m_json.value(word);
        m_json.endArray();
    }

    void writeFile(const std::string& file)
    {
        m_json.member("file", shownFile(file));
        if (const std::string bytes = fileBytes(file); !bytes.empty())
            m_json.member("file_bytes", bytes);
    }

    void writeSpan(ArticleId article, TextSpan span)
    {
        const auto map = m_maps.try_emplace(indexOf(article), m_timeline.analysis()[article].article.text).first;
        m_json.member("start", map->second.codePointsBefore(span.begin));
        m_json.member("end", map->second.codePointsBefore(span.end));
    }

    const edits::Timeline& m_timeline; // Not owned: outlives the writer.
    JsonWriter m_json;
    std::map<std::size_t, CodePointMap> m_maps;
};

} // namespace

std::string workToJson(const edits::Timeline& timeline, const edits::Edits& edits, std::string_view generator)
{
    return WorkWriter(timeline).write(edits, generator);
}

Result<edits::Edits> workFromJson(std::string_view json)
{
    if (json.size() > limits::projectCellBytes)
        return failure(ErrorCode::TooBig, std::to_string(json.size()) + " bytes");
    const auto document = readJson(json);
    if (!document)
        return tl::unexpected(document.error());
    const JsonValue* name = document->member("format");
    if (name == nullptr || name->text() == nullptr || *name->text() != format)
        return failure(ErrorCode::Malformed, "format: not " + std::string(format));
    const JsonValue* number = document->member("version");
    const auto* written = number == nullptr ? nullptr : std::get_if<std::int64_t>(&number->value);
    if (written == nullptr || *written != version)
        return failure(ErrorCode::Malformed, "version: not " + std::to_string(version));
    const JsonValue* edits = document->member("edits");
    return edits == nullptr ? failure(ErrorCode::Malformed, "edits: missing") : editsFrom(*edits);
}

} // namespace synoptic::exchange
