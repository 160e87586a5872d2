// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/work_table.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "edits/places.h"
#include "exchange/json_writer.h"
#include "exchange/table_row.h"

namespace synoptic::exchange {
namespace {

constexpr std::array<std::string_view, 43> columns = {
    "record",       "key",          "title",     "made",   "review",     "words",       "value",    "from",
    "until",        "granularity",  "qualifier", "basis",  "confidence", "how",         "redated",  "factuality",
    "significance", "participants", "tags",      "note",   "merged",     "stance",      "by",       "file",
    "file_bytes",   "quote",        "position",  "prefix", "suffix",     "sha256",      "repeated", "target",
    "about",        "color",        "meaning",   "text",   "sources",    "independent", "source",   "published",
    "earliest",     "latest",       "state"};
constexpr std::size_t forReaders = 7; // the last ones
constexpr std::string_view detached = "detached";

std::string listText(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            text += '\n';
        if (words[i].empty())
            text += "\\e"; // an empty word is a word
        for (const char each : words[i])
            text += each == '\\' ? "\\\\" : each == '\n' ? "\\n" : std::string(1, each);
    }
    return text;
}

std::vector<std::string> listOf(std::string_view text)
{
    std::vector<std::string> words;
    if (text.empty())
        return words;
    words.emplace_back();
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n') {
            words.emplace_back();
        } else if (text[at] == '\\' && at + 1 < text.size()) {
            const char coded = text[++at];
            if (coded != 'e')
                words.back() += coded == 'n' ? '\n' : coded;
        } else {
            words.back() += text[at];
        }
    }
    return words;
}

/// A row by the names of its columns; what is not set is empty.
class RowWriter
{
public:
    RowWriter& set(std::string_view column, std::string text)
    {
        const auto at = std::ranges::find(columns, column) - columns.begin();
        m_cells[static_cast<std::size_t>(at)] = std::move(text);
        return *this;
    }
    void setDate(const events::EventDate& date)
    {
        set("words", date.words).set("value", date.value).set("qualifier", std::string(nameOf(date.qualifier)));
        set("basis", std::string(nameOf(date.basis)))
            .set("confidence", exactText(date.confidence))
            .set("how", date.how);
        if (!date.interval)
            return;
        set("from", std::to_string(date.interval->begin.time_since_epoch().count()));
        set("until", std::to_string(date.interval->end.time_since_epoch().count()));
        set("granularity", std::string(nameOf(date.interval->granularity)));
        const Bounds bounds = boundsOf(date.interval, date.qualifier, date.value);
        set("earliest", bounds.earliest).set("latest", bounds.latest);
    }
    void setAnchor(const edits::Anchor& anchor)
    {
        set("file", anchor.file).set("file_bytes", fileBytes(anchor.file)).set("quote", anchor.quote);
        set("position", std::to_string(anchor.position)).set("prefix", anchor.prefix).set("suffix", anchor.suffix);
        set("sha256", anchor.sha256).set("repeated", anchor.repeated ? "yes" : "no");
    }
    std::string take()
    {
        CsvRow row;
        for (std::string& cell : m_cells)
            row.text(std::exchange(cell, {}));
        return row.take();
    }

private:
    std::array<std::string, columns.size()> m_cells;
};

class TableWriter
{
public:
    explicit TableWriter(const edits::Timeline& timeline) : m_timeline(timeline), m_found(*timeline.found())
    {
        for (std::size_t e = 0; e < m_found.events.size(); ++e)
            m_foundKeys.emplace(m_found.events[e].key, e);
        for (std::size_t e = 0; e < timeline.events().size(); ++e)
            m_merged.emplace_back();
        for (const auto& [key, at] : m_foundKeys) {
            const auto event = timeline.eventOf(key);
            if (event && timeline[*event].event.key != key)
                m_merged[indexOf(*event)].push_back(key);
        }
    }

    std::string write()
    {
        CsvRow header;
        for (const std::string_view column : columns)
            header.text(column);
        m_table = header.take();
        for (std::size_t e = 0; e < m_timeline.events().size(); ++e)
            addEvent(idAt<EventId>(e));
        for (const edits::FoundNote& found : m_timeline.notes()) {
            RowWriter row;
            row.set("record", "note").set("key", found.note.key).set("text", found.note.text);
            row.set("target", std::string(nameOf(found.note.place.target))).set("about", found.note.place.name);
            row.setAnchor(found.note.place.anchor);
            m_table += row.take();
        }
        for (const edits::FoundHighlight& found : m_timeline.highlights()) {
            RowWriter row;
            row.set("record", "highlight").set("color", std::to_string(found.highlight.color));
            row.set("meaning", found.highlight.meaning).setAnchor(found.highlight.anchor);
            m_table += row.take();
        }
        return std::move(m_table);
    }

private:
    void addEvent(EventId id)
    {
        const edits::TimelineEvent& shown = m_timeline[id];
        const analysis::Event& event = shown.event;
        RowWriter row;
        row.set("record", "event").set("key", event.key).set("title", event.title);
        row.set("made", shown.isMade ? "yes" : "no").set("review", std::string(nameOf(shown.review)));
        row.setDate(event.date);
        row.set("redated", shown.isRedated ? "yes" : "no");
        row.set("factuality", std::string(nameOf(event.factuality))).set("significance", exactText(event.salience));
        row.set("participants", listText(event.participants)).set("tags", listText(shown.tags));
        row.set("note", shown.note).set("merged", listText(m_merged[indexOf(id)]));
        row.set("sources", std::to_string(event.sources)).set("independent", std::to_string(event.independent));
        m_table += row.take();
        std::set<edits::SentenceRef> told;
        for (const analysis::Support& support : event.supports) {
            const edits::SentenceRef sentence{support.article, support.sentence};
            told.insert(sentence);
            addSupport(event.key, sentence, std::string(nameOf(support.stance)), shown.isByHand(sentence));
        }
        for (const edits::Anchor& anchor : shown.lost)
            addSupport(event.key, anchor, std::string(nameOf(analysis::Stance::Supports)), false, nullptr);
        // What the program found and nobody sees here any more
        std::vector<std::string> keys = m_merged[indexOf(id)];
        keys.push_back(event.key);
        for (const std::string& key : keys) {
            const auto known = m_foundKeys.find(key);
            if (known == m_foundKeys.end())
                continue;
            for (const analysis::Support& support : m_found.events[known->second].supports) {
                const edits::SentenceRef sentence{support.article, support.sentence};
                if (told.insert(sentence).second)
                    addSupport(event.key, sentence, std::string(detached), false);
            }
        }
    }

    void addSupport(const std::string& key, edits::SentenceRef sentence, std::string stance, bool isByHand)
    {
        const analysis::ArticleAnalysis& article = m_timeline.analysis()[sentence.article];
        addSupport(key, edits::anchorOf(article.article, article.sentences[sentence.sentence].span), std::move(stance),
                   isByHand, &article.article);
    }

    void addSupport(const std::string& key, const edits::Anchor& anchor, std::string stance, bool isByHand,
                    const corpus::Article* article)
    {
        RowWriter row;
        row.set("record", "support").set("key", key).set("stance", std::move(stance));
        row.set("by", isByHand ? "hand" : "program").setAnchor(anchor);
        row.set("state", article == nullptr ? "lost" : "exact");
        if (article != nullptr)
            row.set("source", article->source).set("published", article->published.value);
        m_table += row.take();
    }

    const edits::Timeline& m_timeline; // Not owned: outlives the writer.
    const analysis::Analysis& m_found; // Not owned, as above.
    std::map<std::string, std::size_t> m_foundKeys;
    std::vector<std::vector<std::string>> m_merged; // for each event, keys of those found that are in it
    std::string m_table;
};

/// What a row says is done after all events are there: one may have been merged into another.
struct ReadEvent
{
    edits::KeepEvent kept;
    bool isMade = false;
    bool isRedated = false;
    edits::ReviewState review = edits::ReviewState::Candidate;
    std::vector<std::string> tags;
    std::string note;
    std::vector<std::string> merged;
    std::vector<edits::AttachSupport> attached;
    std::vector<edits::DetachSupport> detached;
};

events::EventDate dateOf(TableRow& row)
{
    events::EventDate date;
    date.words = row["words"];
    date.value = row["value"];
    date.how = row["how"];
    date.qualifier = row.named<temporal::Qualifier>("qualifier");
    date.basis = row.named<events::DateBasis>("basis");
    date.confidence = row.number<double>("confidence");
    if (row["from"].empty())
        return date;
    constexpr std::int64_t longAgo = 400'000'000'000; // seconds; some twelve thousand years
    const auto instant = [&row](std::string_view column) {
        auto seconds = row.number<std::int64_t>(column);
        if (seconds < -longAgo || seconds > longAgo)
            seconds = row.wrong(column, std::int64_t{0});
        return temporal::Instant{std::chrono::seconds{seconds}};
    };
    date.interval =
        temporal::Interval{instant("from"), instant("until"), row.named<temporal::Granularity>("granularity")};
    if (date.interval->end < date.interval->begin)
        row.wrong("until", 0);
    return date;
}

ReadEvent eventOf(TableRow& row)
{
    ReadEvent event;
    event.kept.event = row["key"];
    if (event.kept.event.empty())
        row.wrong("key", 0);
    event.kept.title = row["title"];
    event.kept.date = dateOf(row);
    event.kept.factuality = row.named<events::Factuality>("factuality");
    event.kept.salience = row.number<double>("significance");
    if (!(event.kept.salience >= 0.0 && event.kept.salience <= 1.0))
        event.kept.salience = row.wrong("significance", 0.0);
    event.kept.participants = listOf(row["participants"]);
    event.isMade = row["made"] == "yes";
    event.isRedated = row["redated"] == "yes";
    event.review = row.named<edits::ReviewState>("review");
    event.tags = listOf(row["tags"]);
    event.note = row["note"];
    event.merged = listOf(row["merged"]);
    return event;
}

void addSupport(TableRow& row, std::vector<ReadEvent>& events)
{
    if (events.empty() || events.back().kept.event != row["key"]) {
        row.wrong("key", 0);
        return;
    }
    ReadEvent& event = events.back();
    const edits::Anchor anchor = row.anchor();
    if (row["stance"] == detached) {
        event.detached.push_back({event.kept.event, anchor});
        return;
    }
    const auto stance = row.named<analysis::Stance>("stance");
    if (row["by"] == "hand")
        event.attached.push_back({event.kept.event, anchor, stance});
    else
        event.kept.supports.push_back({anchor, stance});
}

edits::PutNote noteOf(TableRow& row)
{
    edits::PutNote note;
    note.key = row["key"];
    note.text = row["text"];
    note.place.target = row.named<edits::NoteTarget>("target");
    note.place.name = row["about"];
    note.place.anchor = row.anchor();
    return note;
}

edits::PutHighlight highlightOf(TableRow& row)
{
    edits::PutHighlight highlight;
    highlight.anchor = row.anchor();
    highlight.color = row.number<std::uint8_t>("color");
    highlight.meaning = row["meaning"];
    return highlight;
}

/// First all events, then what went into what, then each as it stands.
edits::Edits editsFor(const std::vector<ReadEvent>& events)
{
    edits::Edits edits;
    for (const ReadEvent& own : events)
        if (own.isMade)
            edits.emplace_back(edits::AddEvent{own.kept.event, own.kept.title, {}, own.kept.date});
        else
            edits.emplace_back(own.kept);
    for (const ReadEvent& own : events) {
        if (own.merged.empty())
            continue;
        edits::MergeEvents merge{{own.kept.event}};
        merge.events.insert(merge.events.end(), own.merged.begin(), own.merged.end());
        edits.emplace_back(std::move(merge));
    }
    for (const ReadEvent& own : events) {
        const std::string& key = own.kept.event;
        if (own.isMade || !own.merged.empty())
            edits.emplace_back(own.kept); // what it took in changed it
        for (const edits::AttachSupport& attached : own.attached) {
            edits.emplace_back(edits::DetachSupport{key, attached.anchor}); // by hand, also where the program found it
            edits.emplace_back(attached);
        }
        edits.insert(edits.end(), own.detached.begin(), own.detached.end());
        if (own.isRedated)
            edits.emplace_back(edits::RedateEvent{key, own.kept.date});
        if (!own.tags.empty())
            edits.emplace_back(edits::SetEventTags{key, own.tags});
        if (!own.note.empty())
            edits.emplace_back(edits::SetEventNote{key, own.note});
        if (own.isMade || own.review != edits::ReviewState::Candidate)
            edits.emplace_back(edits::ReviewEvent{key, own.review});
    }
    return edits;
}

} // namespace

std::string workToTable(const edits::Timeline& timeline)
{
    return TableWriter(timeline).write();
}

bool isWorkTable(std::string_view table)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (table.starts_with(mark))
        table.remove_prefix(mark.size());
    return table.starts_with("\"record\"") || table.starts_with("record");
}

Result<edits::Edits> workFromTable(std::string_view table)
{
    const auto named = readNamedTable(table, std::span(columns).first(columns.size() - forReaders));
    if (!named)
        return tl::unexpected(named.error());
    std::vector<ReadEvent> events;
    edits::Edits marks;
    for (std::size_t r = 0; r < named->rows.size(); ++r) {
        TableRow row(named->places, named->rows[r]);
        const std::string& record = row["record"];
        if (record == "event")
            events.push_back(eventOf(row));
        else if (record == "support")
            addSupport(row, events);
        else if (record == "note")
            marks.emplace_back(noteOf(row));
        else if (record == "highlight")
            marks.emplace_back(highlightOf(row));
        else
            row.wrong("record", 0);
        if (!row.problem().empty())
            return failure(ErrorCode::Malformed, "row " + std::to_string(r + 2) + ": " + row.problem());
    }
    edits::Edits edits = editsFor(events);
    edits.insert(edits.end(), marks.begin(), marks.end());
    return edits;
}

} // namespace synoptic::exchange
