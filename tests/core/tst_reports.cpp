// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <string>
#include <vector>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <gumbo.h>
#include <md4c.h>

#include "base/utf8.h"
#include "edits/typed_date.h"
#include "exchange/escapes.h"
#include "exchange/report.h"
#include "exchange/shown_events.h"
#include "exchange/timeline_documents.h"
#include "support/corpus_builder.h"
#include "support/long_count.h"
#include "support/payloads.h"

using namespace synoptic;
using namespace synoptic::exchange;
using synoptic::tests::ArticleBuilder;
using synoptic::tests::CorpusBuilder;
using synoptic::tests::dateOf;

namespace {

std::size_t payloadCount()
{
    return static_cast<std::size_t>(tests::longCount("SYNOPTIC_PAYLOADS", 1000));
}

/// One article, two events and a contradiction in which every text that others write is @p words.
std::shared_ptr<const edits::Timeline> timelineOf(const std::string& words)
{
    std::string sentence = oneLine(words);
    if (sentence.empty() || sentence.front() == '#' || sentence.front() == '~')
        sentence = "x" + sentence; // signs of the builder
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder(words.find('\0') == std::string::npos ? "a" + words : "a", words)
                       .title(words)
                       .published("2021-05-04")
                       .text(sentence + "\nSecond sentence here.\n"));
    corpus.event(words, dateOf("2021-05-03"), {{0, 0}});
    corpus.last().key = "e1";
    corpus.event("undated " + words, {}, {{0, 1}});
    corpus.last().key = "e2";
    corpus.skipped(words, "empty");
    const auto found = corpus.build()->sharedAnalysis();
    edits::Contradiction contradiction;
    contradiction.number = 14;
    contradiction.question = words;
    contradiction.note = words;
    contradiction.status = edits::ContradictionStatus::Resolved;
    contradiction.resolution = edits::Resolution{edits::ResolutionMethod::PreferSide, 'B', words, 0.8, words};
    contradiction.events = {"e1"};
    for (const std::uint32_t which : {0U, 1U}) {
        edits::Party party;
        party.side = which == 0 ? 'A' : 'B';
        party.claim = words;
        party.speaker = words;
        party.sourceGrade = which == 0 ? 'B' : 'F'; // F6: nobody has judged it
        party.anchor = edits::anchorOf((*found)[ArticleId{0}].article, (*found)[ArticleId{0}].sentences[which].span);
        contradiction.parties.push_back(party);
    }
    return edits::applyEdits(
        found, {edits::PutContradiction{contradiction}, edits::SetEventNote{"e1", words},
                edits::SetEventTags{"e1", {words}}, edits::SetEventParticipants{"e1", {words}},
                edits::PutNote{"n", {edits::NoteTarget::Article, "", contradiction.parties[0].anchor}, words},
                edits::ReviewEvent{"e2", edits::ReviewState::Accepted}});
}

/// What an HTML page holds, as gumbo reads it.
struct Page
{
    std::map<std::string, int> elements;
    std::vector<std::string> attributes;
    std::string text;
};

Page parsePage(const std::string& html)
{
    Page page;
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    std::vector<const GumboNode*> open = {output->root};
    while (!open.empty()) {
        const GumboNode* node = open.back();
        open.pop_back();
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
            page.text.insert(0, std::string(node->v.text.text) + "\n"); // the last node comes first
        if (node->type == GUMBO_NODE_COMMENT)
            ++page.elements["comment"];
        if (node->type != GUMBO_NODE_ELEMENT)
            continue;
        ++page.elements[gumbo_normalized_tagname(node->v.element.tag)];
        for (unsigned a = 0; a < node->v.element.attributes.length; ++a)
            page.attributes.emplace_back(static_cast<const GumboAttribute*>(node->v.element.attributes.data[a])->name);
        for (unsigned c = 0; c < node->v.element.children.length; ++c)
            open.push_back(static_cast<const GumboNode*>(node->v.element.children.data[c]));
    }
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    return page;
}

/// What a Markdown text holds, as md4c reads it.
struct Markdown
{
    int spans = 0; // links, emphasis, code: none of ours
    int html = 0;
    int tables = 0;
    int lists = 0;
    int headings = 0;
    std::string text;
};

Markdown parseMarkdown(const std::string& text)
{
    Markdown result;
    MD_PARSER parser = {};
    parser.flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_UNDERLINE;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
        auto& found = *static_cast<Markdown*>(user);
        found.html += type == MD_BLOCK_HTML ? 1 : 0;
        found.tables += type == MD_BLOCK_TABLE ? 1 : 0;
        found.lists += type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_CODE || type == MD_BLOCK_HR;
        found.headings += type == MD_BLOCK_H ? 1 : 0;
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE, void*, void* user) {
        static_cast<Markdown*>(user)->text += '\n';
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE, void*, void* user) {
        ++static_cast<Markdown*>(user)->spans;
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* words, MD_SIZE size, void* user) {
        auto& found = *static_cast<Markdown*>(user);
        found.html += type == MD_TEXT_HTML || type == MD_TEXT_ENTITY ? 1 : 0;
        found.text.append(words, size);
        return 0;
    };
    if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &result) != 0)
        result.html = 1000;
    return result;
}

/// The properties of each component, unfolded; nothing if a line breaks a rule of RFC 5545.
std::optional<std::vector<std::map<std::string, std::string>>> parseCalendar(const std::string& text)
{
    std::vector<std::map<std::string, std::string>> components;
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find("\r\n", at);
        if (end == std::string::npos || end - at > 75)
            return std::nullopt;
        const std::string line = text.substr(at, end - at);
        if (line.find_first_of("\r\n") != std::string::npos || !isValidUtf8(line))
            return std::nullopt;
        if (line.starts_with(' ') && !lines.empty())
            lines.back() += line.substr(1);
        else
            lines.push_back(line);
        at = end + 2;
    }
    for (const std::string& line : lines) {
        const auto colon = line.find(':');
        if (colon == std::string::npos)
            return std::nullopt;
        const std::string name = line.substr(0, colon);
        if (name == "BEGIN")
            components.emplace_back();
        if (name != "BEGIN" && name != "END" && !components.back().emplace(name, line.substr(colon + 1)).second)
            return std::nullopt; // a property twice
    }
    return components;
}

std::string unescapedCalendarText(const std::string& value)
{
    std::string text;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\\' && at + 1 < value.size())
            text += value[++at] == 'n' ? '\n' : value[at];
        else
            text += value[at];
    }
    return text;
}

} // namespace

class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatAReportSays();
    void minorAndRejectedEventsAreLeftOutAndCounted();
    void datesAreReadable_data();
    void datesAreReadable();
    void payloadsStayTextInHtml();
    void payloadsStayTextInMarkdown();
    void payloadsStayTextInCalendars();
    void payloadsStayTextInTimelineJs();
    void payloadsStayTextInAnnotations();
    void openDatesStandOnTheirKnownDay();
    void longLinesAreFoldedBetweenCodePoints();
};

void TestReports::whatAReportSays()
{
    const auto timeline = timelineOf("The mill burned.");
    const std::string report = workReport(*timeline, "mill", ReportFormat::Markdown);
    for (const char* words :
         {"# mill", "1 articles read, 1 files skipped", "2 events\\: 1 accepted, 1 candidate. Left out\\: 0 rejected",
          "### 2021-05-03\\: The mill burned.", "## Without a date", "Disputed\\: C-014", "> The mill burned.",
          "> — The mill burned., “The mill burned.”, published 2021-05-04", "### C-014\\: The mill burned.",
          "prefer side B\\: The mill burned. (80 % sure). Reason\\: The mill burned.", "Side A asserts", "(graded B6)",
          "| empty |"})
        QVERIFY2(report.find(words) != std::string::npos, words);
    QVERIFY(report.find("F6") == std::string::npos);
    const std::string html = workReport(*timeline, "mill", ReportFormat::Html);
    QVERIFY(html.find("default-src 'none'") != std::string::npos);
    QVERIFY(html.find("<title>mill</title>") != std::string::npos);
}

void TestReports::minorAndRejectedEventsAreLeftOutAndCounted()
{
    CorpusBuilder corpus;
    corpus.article(ArticleBuilder("a.txt", "Planet").text("One.\nTwo.\nThree.\n"));
    corpus.event("minor", dateOf("2021"), {{0, 0}}, 0.1);
    corpus.event("rejected", dateOf("2021"), {{0, 1}});
    corpus.event("minor but accepted", dateOf("2021"), {{0, 2}}, 0.1);
    const auto timeline = edits::applyEdits(
        corpus.build()->sharedAnalysis(), {edits::ReviewEvent{"key-rejected", edits::ReviewState::Rejected},
                                           edits::ReviewEvent{"key-minor but accepted", edits::ReviewState::Accepted}});
    const ShownEvents shown = shownEvents(*timeline);
    QCOMPARE(shown.events.size(), std::size_t{1});
    QCOMPARE(shown.stamp(),
             std::string("1 event: 1 accepted, 0 candidates. Left out: 1 rejected, 1 of little significance."));
}

void TestReports::datesAreReadable_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("readable");
    const auto row = [](const char* typed, const char* readable) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(readable);
    };
    row("", "undated");
    row("2021-05-03", "2021-05-03");
    row("3 May 2021", "2021-05-03 (“3 May 2021”)");
    row("early May 2021", "about 2021-05-01 to 2021-05-10 (“early May 2021”)");
    row("before 1990", "until 1989-12-31 (“before 1990”)");
    row("2020-07/..", "from 2020-07-01 (“2020-07/..”)");
}

void TestReports::datesAreReadable()
{
    QFETCH(QString, typed);
    QTEST(QString::fromStdString(readableDate(edits::dateFromWords(typed.toStdString()).value())), "readable");
}

void TestReports::payloadsStayTextInHtml()
{
    const Page plain = parsePage(workReport(*timelineOf("word"), "word", ReportFormat::Html));
    for (const std::string& payload : tests::payloads(payloadCount(), 1)) {
        const Page page = parsePage(workReport(*timelineOf(payload), payload, ReportFormat::Html));
        QVERIFY2(page.elements == plain.elements, payload.c_str());
        QVERIFY2(page.attributes == plain.attributes, payload.c_str());
        QVERIFY2(page.text.find(oneLine(payload)) != std::string::npos, payload.c_str());
    }
}

void TestReports::payloadsStayTextInMarkdown()
{
    const Markdown plain = parseMarkdown(workReport(*timelineOf("word"), "word", ReportFormat::Markdown));
    QCOMPARE(plain.tables, 3);
    for (const std::string& payload : tests::payloads(payloadCount(), 2)) {
        const std::string text = workReport(*timelineOf(payload), payload, ReportFormat::Markdown);
        const Markdown page = parseMarkdown(text);
        const std::string both = std::string(payload).append("\n").append(text);
        QVERIFY2(page.spans == 0, both.c_str());
        QVERIFY2(page.html == 0, both.c_str());
        QVERIFY2(page.lists == 0, both.c_str());
        QCOMPARE(page.tables, plain.tables);
        QCOMPARE(page.headings, plain.headings);
        QVERIFY2(page.text.find(oneLine(payload)) != std::string::npos, both.c_str());
    }
}

void TestReports::payloadsStayTextInCalendars()
{
    for (const std::string& payload : tests::payloads(payloadCount(), 3)) {
        const auto components = parseCalendar(timelineToICalendar(*timelineOf(payload), payload));
        QVERIFY2(components.has_value(), payload.c_str());
        QCOMPARE(components->size(), std::size_t{2}); // the calendar and the dated event
        const auto& event = components->at(1);
        QCOMPARE(event.size(), std::size_t{8});
        QCOMPARE(unescapedCalendarText(event.at("SUMMARY")), oneLine(payload));
        QCOMPARE(event.at("DTSTART;VALUE=DATE"), std::string("20210503"));
        QCOMPARE(event.at("DTEND;VALUE=DATE"), std::string("20210504"));
    }
}

void TestReports::payloadsStayTextInTimelineJs()
{
    for (const std::string& payload : tests::payloads(payloadCount(), 4)) {
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(
            QByteArray::fromStdString(timelineToTimelineJs(*timelineOf(payload), payload)), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        const QJsonArray events = document.object()[QStringLiteral("events")].toArray();
        QCOMPARE(events.size(), 1);
        const QJsonObject text = events[0].toObject()[QStringLiteral("text")].toObject();
        const Page headline = parsePage(text[QStringLiteral("headline")].toString().toStdString());
        QCOMPARE(headline.elements.size(), std::size_t{3}); // html, head, body: nothing of ours
        QVERIFY(headline.attributes.empty());
        const Page body = parsePage(text[QStringLiteral("text")].toString().toStdString());
        QVERIFY(body.attributes.empty());
        QCOMPARE(body.elements.size(), std::size_t{4}); // and p
    }
}

void TestReports::payloadsStayTextInAnnotations()
{
    for (const std::string& payload : tests::payloads(payloadCount(), 5)) {
        const auto timeline = timelineOf(payload);
        QJsonParseError error;
        const auto document =
            QJsonDocument::fromJson(QByteArray::fromStdString(timelineToAnnotations(*timeline)), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        const QJsonArray items = document.object()[QStringLiteral("items")].toArray();
        QCOMPARE(items.size(), 5); // two sentences, two parties, one note
        const QString text = QString::fromStdString(timeline->analysis().articles[0]->article.text);
        const QList<uint> points = text.toUcs4();
        for (const QJsonValue item : items) {
            const QJsonArray selectors =
                item.toObject()[QStringLiteral("target")].toObject()[QStringLiteral("selector")].toArray();
            QCOMPARE(selectors.size(), 2);
            const int start = selectors[1].toObject()[QStringLiteral("start")].toInt();
            const int end = selectors[1].toObject()[QStringLiteral("end")].toInt();
            const QList<uint> quote = points.mid(start, end - start);
            QCOMPARE(selectors[0].toObject()[QStringLiteral("exact")].toString().toUcs4(), quote);
        }
    }
}

void TestReports::openDatesStandOnTheirKnownDay()
{
    const auto timeline =
        edits::applyEdits(timelineOf("word")->found(),
                          {edits::RedateEvent{"e1", edits::dateFromWords("before 1990").value()},
                           edits::RedateEvent{"e2", edits::dateFromWords("between 3 and 5 May 2021").value()}});
    const auto components = parseCalendar(timelineToICalendar(*timeline, "x"));
    QCOMPARE(components->size(), std::size_t{3});
    QCOMPARE(components->at(1).at("DTSTART;VALUE=DATE"), std::string("19891231"));
    QCOMPARE(components->at(2).at("DTSTART;VALUE=DATE"), std::string("20210503"));
    QCOMPARE(components->at(2).at("DTEND;VALUE=DATE"), std::string("20210506"));
    const auto slides = QJsonDocument::fromJson(QByteArray::fromStdString(timelineToTimelineJs(*timeline, "x")));
    const QJsonObject second = slides.object()[QStringLiteral("events")].toArray()[1].toObject();
    QCOMPARE(second[QStringLiteral("end_date")].toObject()[QStringLiteral("day")].toString(), QStringLiteral("5"));
}

void TestReports::longLinesAreFoldedBetweenCodePoints()
{
    std::string words;
    for (int i = 0; i < 100; ++i)
        words += "Brücke 😀 ";
    const auto components = parseCalendar(timelineToICalendar(*timelineOf(words), words));
    QVERIFY(components.has_value());
    QCOMPARE(unescapedCalendarText(components->at(1).at("SUMMARY")), oneLine(words));
}

QTEST_APPLESS_MAIN(TestReports)
#include "tst_reports.moc"
