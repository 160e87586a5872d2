// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/timeline_documents.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/utf8.h"
#include "exchange/edit_names.h"
#include "exchange/escapes.h"
#include "exchange/json_writer.h"
#include "exchange/shown_events.h"

namespace synoptic::exchange {
namespace {

using edits::Timeline;
using edits::TimelineEvent;

/// The days on which an event is drawn; of one that is open to a side, the day that is known.
std::optional<DayRange> drawnDays(const events::EventDate& date)
{
    if (!date.interval)
        return std::nullopt;
    const Bounds bounds = boundsOf(date.interval, date.qualifier, date.value);
    const auto first = dayFromIso(bounds.earliest);
    const auto last = dayFromIso(bounds.latest);
    if (first && last)
        return DayRange{*first, std::max(*first, *last)};
    if (first || last)
        return DayRange{first ? *first : *last, first ? *first : *last};
    return std::nullopt;
}

std::string quoted(const Timeline& timeline, const analysis::Support& support)
{
    const analysis::ArticleAnalysis& article = timeline.analysis()[support.article];
    return "“" + oneLine(article.textOf(article.sentences[support.sentence].span)) + "” " +
           oneLine(citation(article.article));
}

// --- TimelineJS

void writeDay(JsonWriter& json, std::string_view name, Day day)
{
    const std::chrono::year_month_day date(day);
    json.key(name);
    json.beginObject();
    json.member("year", std::to_string(static_cast<int>(date.year())));
    json.member("month", std::to_string(static_cast<unsigned>(date.month())));
    json.member("day", std::to_string(static_cast<unsigned>(date.day())));
    json.endObject();
}

void writeText(JsonWriter& json, const std::string& headline, const std::string& html)
{
    json.key("text");
    json.beginObject();
    json.member("headline", headline);
    json.member("text", html);
    json.endObject();
}

// --- iCalendar

/// Lines of at most 75 octets; a code point is never cut.
class CalendarText
{
public:
    void line(std::string_view name, std::string_view value)
    {
        constexpr std::size_t most = 75;
        std::string content(name);
        content += ':';
        content += value;
        std::size_t used = 0;
        for (std::size_t at = 0; at < content.size();) {
            const std::size_t size = decodeAt(content, at).size;
            if (used + size > most) {
                m_text += "\r\n ";
                used = 1;
            }
            m_text.append(content, at, size);
            used += size;
            at += size;
        }
        m_text += "\r\n";
    }

    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

std::string basicDate(Day day)
{
    std::string text = isoDate(day);
    std::erase(text, '-');
    return text;
}

bool isInCalendarYears(Day day)
{
    constexpr int first = 1;
    constexpr int last = 9999;
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    return year >= first && year <= last;
}

// --- annotations

class AnnotationWriter
{
public:
    explicit AnnotationWriter(const Timeline& timeline) : m_timeline(timeline) {}

    std::string write()
    {
        m_json.beginObject();
        m_json.member("@context", "http://www.w3.org/ns/anno.jsonld");
        m_json.member("type", "AnnotationPage");
        m_json.member("id", "urn:synoptic:annotations");
        m_json.key("items");
        m_json.beginArray();
        for (const EventId id : shownEvents(m_timeline).events) {
            const TimelineEvent& event = m_timeline[id];
            for (const analysis::Support& support : event.event.supports) {
                const TextSpan span = m_timeline.analysis()[support.article].sentences[support.sentence].span;
                item("event:" + event.event.key, "describing",
                     event.event.title + " — " + readableDate(event.event.date) + " — " +
                         std::string(nameOf(support.stance)),
                     support.article, span);
            }
        }
        for (const edits::FoundContradiction& contradiction : m_timeline.contradictions()) {
            for (std::size_t p = 0; p < contradiction.places.size(); ++p) {
                const edits::Party& party = contradiction.record.parties[p];
                placed("contradiction:" + edits::idText(contradiction.record.number), "assessing",
                       edits::idText(contradiction.record.number) + ", side " + party.side + ": " +
                           contradiction.record.question + (party.claim.empty() ? "" : " — " + party.claim),
                       contradiction.places[p]);
            }
        }
        for (const edits::FoundHighlight& highlight : m_timeline.highlights())
            placed("highlight", "highlighting", highlight.highlight.meaning, highlight.place);
        for (const edits::FoundNote& note : m_timeline.notes())
            placed("note:" + note.note.key, "commenting", note.note.text, note.place);
        m_json.endArray();
        m_json.endObject();
        return m_json.take() + '\n';
    }

private:
    void placed(const std::string& name, std::string_view motivation, const std::string& body,
                const edits::FoundPlace& place)
    {
        if (place.article && place.anchor.state != edits::AnchorState::Lost)
            item(name, motivation, body, *place.article, place.anchor.span);
    }

    void item(const std::string& name, std::string_view motivation, const std::string& body, ArticleId id,
              TextSpan span)
    {
        const corpus::Article& article = m_timeline.analysis()[id].article;
        m_json.beginObject();
        m_json.member("type", "Annotation");
        m_json.member("id", "urn:synoptic:" + uriEscaped(name) + ":" + std::to_string(++m_number));
        m_json.member("motivation", motivation);
        m_json.key("body");
        m_json.beginObject();
        m_json.member("type", "TextualBody");
        m_json.member("format", "text/plain");
        m_json.member("value", body);
        m_json.endObject();
        m_json.key("target");
        m_json.beginObject();
        m_json.member("source", uriEscaped(article.file));
        if (!span.empty())
            selectors(article, id, span);
        m_json.endObject();
        m_json.endObject();
    }

    void selectors(const corpus::Article& article, ArticleId id, TextSpan span)
    {
        constexpr std::size_t context = edits::anchorContext;
        const auto map = m_maps.try_emplace(indexOf(id), article.text).first;
        const std::string_view text = article.text;
        const std::size_t from = codePointCeiling(text, span.begin - std::min<std::size_t>(span.begin, context));
        const std::size_t to = codePointFloor(text, std::min<std::size_t>(text.size(), span.end + context));
        m_json.key("selector");
        m_json.beginArray();
        m_json.beginObject();
        m_json.member("type", "TextQuoteSelector");
        m_json.member("exact", textOf(text, span));
        m_json.member("prefix", text.substr(from, span.begin - from));
        m_json.member("suffix", text.substr(span.end, to - span.end));
        m_json.endObject();
        m_json.beginObject();
        m_json.member("type", "TextPositionSelector");
        m_json.member("start", map->second.codePointsBefore(span.begin));
        m_json.member("end", map->second.codePointsBefore(span.end));
        m_json.endObject();
        m_json.endArray();
    }

    const Timeline& m_timeline; // Not owned: outlives the writer.
    JsonWriter m_json;
    std::map<std::size_t, CodePointMap> m_maps;
    std::size_t m_number = 0;
};

} // namespace

std::string timelineToTimelineJs(const Timeline& timeline, std::string_view title)
{
    const ShownEvents shown = shownEvents(timeline);
    const auto isUndated = [&](EventId id) { return !drawnDays(timeline[id].event.date); };
    const auto undated = std::ranges::count_if(shown.events, isUndated);
    JsonWriter json;
    json.beginObject();
    json.key("title");
    json.beginObject();
    writeText(json, htmlEscaped(oneLine(title)),
              "<p>" + htmlEscaped(shown.stamp()) + " Undated, not shown: " + std::to_string(undated) + ".</p>");
    json.endObject();
    json.key("events");
    json.beginArray();
    for (const EventId id : shown.events) {
        const TimelineEvent& event = timeline[id];
        const auto days = drawnDays(event.event.date);
        if (!days)
            continue;
        json.beginObject();
        json.member("unique_id", htmlEscaped(event.event.key));
        writeDay(json, "start_date", days->first);
        if (!days->isOneDay())
            writeDay(json, "end_date", days->last);
        json.member("display_date", htmlEscaped(oneLine(readableDate(event.event.date))));
        std::string html;
        for (const analysis::Support& support : event.event.supports)
            html += "<p>" + htmlEscaped(quoted(timeline, support)) + "</p>";
        if (event.review == edits::ReviewState::Candidate)
            html += "<p>Candidate, not reviewed.</p>";
        writeText(json, htmlEscaped(oneLine(event.event.title)), html);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take() + '\n';
}

std::string timelineToICalendar(const Timeline& timeline, std::string_view title)
{
    CalendarText calendar;
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Synoptic//Timeline//EN");
    calendar.line("X-WR-CALNAME", icalendarEscaped(oneLine(title)));
    for (const EventId id : shownEvents(timeline).events) {
        const TimelineEvent& event = timeline[id];
        const auto days = drawnDays(event.event.date);
        if (!days || !isInCalendarYears(days->first) || !isInCalendarYears(days->last + std::chrono::days{1}))
            continue;
        calendar.line("BEGIN", "VEVENT");
        calendar.line("UID", icalendarEscaped(oneLine(event.event.key)) + "@synoptic");
        calendar.line("DTSTAMP", "19700101T000000Z");
        calendar.line("DTSTART;VALUE=DATE", basicDate(days->first));
        calendar.line("DTEND;VALUE=DATE", basicDate(days->last + std::chrono::days{1}));
        calendar.line("SUMMARY", icalendarEscaped(oneLine(event.event.title)));
        std::string description = readableDate(event.event.date);
        for (const analysis::Support& support : event.event.supports)
            description += "\n" + quoted(timeline, support);
        calendar.line("DESCRIPTION", icalendarEscaped(description));
        calendar.line("STATUS", event.review == edits::ReviewState::Accepted ? "CONFIRMED" : "TENTATIVE");
        calendar.line("TRANSP", "TRANSPARENT");
        calendar.line("END", "VEVENT");
    }
    calendar.line("END", "VCALENDAR");
    return calendar.take();
}

std::string timelineToAnnotations(const Timeline& timeline)
{
    return AnnotationWriter(timeline).write();
}

} // namespace synoptic::exchange
