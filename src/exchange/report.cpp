// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "exchange/edit_names.h"
#include "exchange/report_page.h"
#include "exchange/shown_events.h"

namespace synoptic::exchange {
namespace {

using edits::Timeline;
using edits::TimelineEvent;

std::string joined(const std::vector<std::string>& words, std::string_view between)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : std::string(between)) + word;
    return text;
}

std::string capital(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

class Reporter
{
public:
    Reporter(const Timeline& timeline, ReportPage& page)
        : m_timeline(timeline), m_shown(shownEvents(timeline)), m_page(&page)
    {}

    void write(std::string_view title)
    {
        const analysis::Analysis& analysis = m_timeline.analysis();
        m_page->title(title);
        m_page->paragraph(std::to_string(analysis.articles.size()) + " articles read, " +
                          std::to_string(analysis.skipped.size()) + " files skipped. " + m_shown.stamp() + " " +
                          std::to_string(m_timeline.contradictions().size()) + " contradictions on record.");
        m_page->paragraph("Dates are what the articles say or what was typed, with the days they cover. “Independent” "
                          "counts outlets that reprint one text once. A candidate was found by the program and not "
                          "reviewed.");
        writeChronology();
        writeContradictions();
        writeSources();
    }

private:
    void writeChronology()
    {
        m_page->heading("Chronology");
        if (m_shown.events.empty())
            m_page->paragraph("No events.");
        bool undated = false;
        for (const EventId id : m_shown.events) {
            const TimelineEvent& event = m_timeline[id];
            if (!event.event.date.interval && !std::exchange(undated, true))
                m_page->heading("Without a date");
            writeEvent(id, event);
        }
    }

    void writeEvent(EventId id, const TimelineEvent& shown)
    {
        const analysis::Event& event = shown.event;
        m_page->subheading(readableDate(event.date) + ": " + event.title);
        std::string facts = capital(std::string(nameOf(event.factuality))) + ", " + std::string(nameOf(shown.review)) +
                            ". Sources: " + std::to_string(event.sources) + ", " + std::to_string(event.independent) +
                            " independent.";
        if (!event.participants.empty())
            facts += " Participants: " + joined(event.participants, ", ") +
                     (event.participants.back().ends_with('.') ? "" : "."); // "the U.S."
        if (!shown.tags.empty())
            facts += " Tags: " + joined(shown.tags, ", ") + ".";
        for (const std::uint32_t c : m_timeline.contradictionsOf(id))
            facts += " Disputed: " + edits::idText(m_timeline.contradictions()[c].record.number) + ".";
        m_page->paragraph(facts);
        if (event.positions.size() > 1) {
            std::vector<std::string> positions;
            for (const events::EventDate& position : event.positions)
                positions.push_back(readableDate(position));
            m_page->paragraph("The articles name different days: " + joined(positions, "; ") + ".");
        }
        if (!shown.note.empty())
            m_page->paragraph("Note: " + shown.note);
        for (const analysis::Support& support : event.supports) {
            const analysis::ArticleAnalysis& article = m_timeline.analysis()[support.article];
            std::string lead = support.stance == analysis::Stance::Supports
                                   ? std::string()
                                   : capital(std::string(nameOf(support.stance)));
            if (shown.isByHand({support.article, support.sentence}))
                lead += lead.empty() ? "Attached by hand" : ", attached by hand";
            m_page->quotation(lead, article.textOf(article.sentences[support.sentence].span),
                              citation(article.article));
        }
        for (const edits::Anchor& anchor : shown.lost)
            m_page->quotation("Not found in the folder any more", anchor.quote, shownFile(anchor.file));
    }

    void writeContradictions()
    {
        if (m_timeline.contradictions().empty())
            return;
        m_page->heading("Contradictions");
        std::vector<std::vector<std::string>> rows;
        for (const edits::FoundContradiction& found : m_timeline.contradictions()) {
            const edits::Contradiction& record = found.record;
            rows.push_back({edits::idText(record.number), edits::questionOf(record), std::string(nameOf(record.type)),
                            std::string(nameOf(record.kind)), std::string(nameOf(record.severity)),
                            std::string(nameOf(record.status)), resolutionOf(record)});
        }
        m_page->table({"Id", "Question", "Type", "Kind", "Severity", "Status", "Resolution"}, rows);
        for (const edits::FoundContradiction& found : m_timeline.contradictions())
            writeContradiction(found);
    }

    static std::string resolutionOf(const edits::Contradiction& record)
    {
        if (!record.resolution)
            return "none";
        const edits::Resolution& resolution = *record.resolution;
        std::string text(nameOf(resolution.method));
        if (resolution.method == edits::ResolutionMethod::PreferSide)
            text += std::string(" ") + resolution.side;
        if (!resolution.value.empty())
            text += ": " + resolution.value;
        return text + " (" + std::to_string(std::lround(resolution.confidence * 100.0)) +
               " % sure). Reason: " + resolution.reason;
    }

    void writeContradiction(const edits::FoundContradiction& found)
    {
        const edits::Contradiction& record = found.record;
        m_page->subheading(edits::idText(record.number) + ": " + edits::questionOf(record));
        for (const EventId event : found.events)
            m_page->paragraph("About: " + readableDate(m_timeline[event].event.date) + ", " +
                              m_timeline[event].event.title);
        for (std::size_t p = 0; p < record.parties.size(); ++p)
            writeParty(record.parties[p], found.places[p]);
        if (record.resolution)
            m_page->paragraph("Resolution: " + resolutionOf(record));
        if (!record.note.empty())
            m_page->paragraph("Note: " + record.note);
    }

    void writeParty(const edits::Party& party, const edits::FoundPlace& place)
    {
        std::string lead = std::string("Side ") + party.side + " " + std::string(nameOf(party.stance));
        if (!party.claim.empty())
            lead += ": " + party.claim;
        if (!party.speaker.empty())
            lead += ", says " + party.speaker;
        if (party.sourceGrade != edits::Party{}.sourceGrade ||
            party.informationGrade != edits::Party{}.informationGrade)
            lead += std::string(" (graded ") + party.sourceGrade + std::to_string(party.informationGrade) + ")";
        if (!place.article || place.anchor.state == edits::AnchorState::Lost)
            lead += ", not found in the folder any more";
        const std::string where =
            place.article ? citation(m_timeline.analysis()[*place.article].article) : shownFile(party.anchor.file);
        m_page->quotation(lead, party.anchor.quote.empty() ? "says nothing of it" : party.anchor.quote, where);
    }

    void writeSources()
    {
        const analysis::Analysis& analysis = m_timeline.analysis();
        m_page->heading("Articles");
        std::vector<std::size_t> told(analysis.articles.size(), 0);
        for (const EventId id : m_shown.events) {
            std::vector<std::size_t> articles;
            for (const analysis::Support& support : m_timeline[id].event.supports)
                articles.push_back(indexOf(support.article));
            std::ranges::sort(articles);
            articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
            for (const std::size_t article : articles)
                ++told[article];
        }
        std::vector<std::vector<std::string>> rows;
        for (std::size_t a = 0; a < analysis.articles.size(); ++a) {
            const corpus::Article& article = analysis.articles[a]->article;
            const bool isDated = !article.published.value.empty();
            rows.push_back({shownFile(article.file), article.source, article.title,
                            isDated
                                ? article.published.value + " (" + std::string(nameOf(article.published.basis)) + ")"
                                : "not known",
                            std::to_string(told[a])});
        }
        m_page->table({"File", "Source", "Title", "Published", "Events told"}, rows);
        if (analysis.skipped.empty())
            return;
        m_page->heading("Skipped files");
        std::vector<std::vector<std::string>> skipped;
        for (const corpus::SkippedFile& file : analysis.skipped)
            skipped.push_back({shownFile(file.file), file.reason});
        m_page->table({"File", "Reason"}, skipped);
    }

    const Timeline& m_timeline; // Not owned: outlives the reporter.
    ShownEvents m_shown;
    ReportPage* m_page; // Not owned: outlives the reporter
};

} // namespace

std::string workReport(const Timeline& timeline, std::string_view title, ReportFormat format)
{
    const auto page = makeReportPage(format);
    writeReport(timeline, title, *page);
    return page->take();
}

void writeReport(const Timeline& timeline, std::string_view title, ReportPage& page)
{
    Reporter(timeline, page).write(title);
}

} // namespace synoptic::exchange
