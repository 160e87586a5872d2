// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json.h"

#include <map>

#include "base/utf8.h"
#include "exchange/json_writer.h"
#include "exchange/names.h"

namespace synoptic::exchange {
namespace {

using analysis::Analysis;
using analysis::ArticleAnalysis;

/// @p words are written too unless they are empty.
void writeExpression(JsonWriter& json, const CodePointMap& map, const temporal::TemporalExpression& expression,
                     std::string_view words)
{
    const auto writeBounds = [&json](const Bounds& bounds) {
        json.textOrNull("earliest", bounds.earliest);
        json.textOrNull("latest", bounds.latest);
    };
    json.beginObject();
    json.member("start", map.codePointsBefore(expression.span.begin));
    json.member("end", map.codePointsBefore(expression.span.end));
    if (!words.empty())
        json.member("text", words);
    json.member("type", nameOf(expression.type));
    json.member("value", expression.value);
    writeBounds(boundsOf(expression.interval, expression.qualifier, expression.edtf));
    json.member("resolved", expression.resolved);
    json.member("confidence", expression.confidence);
    json.textOrNull("edtf", expression.edtf);
    json.member("qualifier", nameOf(expression.qualifier));
    json.textOrNull("granularity", expression.interval ? nameOf(expression.interval->granularity) : "");
    json.textOrNull("modifier", expression.modifier);
    json.key("anchor");
    if (expression.anchor == temporal::Anchor::PreviousMention && expression.anchorExpression)
        json.value(*expression.anchorExpression);
    else if (expression.anchor == temporal::Anchor::Publication)
        json.value("publication");
    else
        json.null();
    json.key("alternative");
    if (expression.alternative) {
        json.beginObject();
        json.member("value", expression.alternative->value);
        writeBounds(boundsOf(expression.alternative->interval, temporal::Qualifier::Exact, ""));
        json.member("why", expression.alternative->why);
        json.member("confidence", expression.alternative->confidence);
        json.endObject();
    } else {
        json.null();
    }
    json.endObject();
}

/// Writes the analysis document; one map from bytes to code points for each article.
class DocumentWriter
{
public:
    explicit DocumentWriter(const Analysis& analysis) : m_analysis(analysis)
    {
        m_maps.reserve(analysis.articles.size());
        for (std::size_t i = 0; i < analysis.articles.size(); ++i) {
            m_maps.emplace_back(analysis.articles[i]->article.text);
            m_articleOf.emplace(analysis.articles[i]->article.file, i);
        }
    }

    std::string write(std::string_view generator)
    {
        m_json.beginObject();
        m_json.member("format", "synoptic-analysis");
        m_json.member("version", 1);
        m_json.member("generator", generator);
        list("articles", m_analysis.articles.size(), [this](std::size_t i) { article(i); });
        list("events", m_analysis.events.size(), [this](std::size_t i) { event(i); });
        list("hints", m_analysis.hints.size(), [this](std::size_t i) { hint(i); });
        list("skipped", m_analysis.skipped.size(), [this](std::size_t i) {
            m_json.beginObject();
            file(m_analysis.skipped[i].file);
            m_json.member("reason", m_analysis.skipped[i].reason);
            m_json.endObject();
        });
        m_json.endObject();
        return m_json.take() + '\n';
    }

private:
    template <class WriteElement>
    void list(std::string_view name, std::size_t size, const WriteElement& writeElement)
    {
        m_json.key(name);
        m_json.beginArray();
        for (std::size_t i = 0; i < size; ++i)
            writeElement(i);
        m_json.endArray();
    }

    void file(std::string_view name)
    {
        m_json.member("file", shownFile(name));
        if (const std::string bytes = fileBytes(name); !bytes.empty())
            m_json.member("file_bytes", bytes);
    }

    void spanMembers(std::size_t article, TextSpan span)
    {
        m_json.member("start", m_maps[article].codePointsBefore(span.begin));
        m_json.member("end", m_maps[article].codePointsBefore(span.end));
    }

    void spanPair(std::size_t article, TextSpan span)
    {
        m_json.beginArray();
        m_json.value(m_maps[article].codePointsBefore(span.begin));
        m_json.value(m_maps[article].codePointsBefore(span.end));
        m_json.endArray();
    }

    void spans(std::string_view name, std::size_t article, const std::vector<TextSpan>& all)
    {
        list(name, all.size(), [&](std::size_t i) { spanPair(article, all[i]); });
    }

    void bounds(const Bounds& bounds)
    {
        m_json.textOrNull("earliest", bounds.earliest);
        m_json.textOrNull("latest", bounds.latest);
    }

    void article(std::size_t index)
    {
        const ArticleAnalysis& analysis = *m_analysis.articles[index];
        const corpus::Article& article = analysis.article;
        m_json.beginObject();
        m_json.member("id", documentId('a', index));
        file(article.file);
        m_json.member("sha256", article.sha256);
        m_json.member("title", article.title);
        m_json.member("source", article.source);
        m_json.member("author", article.author);
        m_json.member("url", article.url);
        m_json.member("language", article.language);
        m_json.member("format", article.format);
        published(index, article.published);
        const std::uint32_t cluster = index < m_analysis.reprintCluster.size() ? m_analysis.reprintCluster[index]
                                                                               : static_cast<std::uint32_t>(index);
        m_json.member("cluster", documentId('s', cluster));
        m_json.member("text", article.text);
        spans("boilerplate", index, article.boilerplate);
        spans("headings", index, article.headings);
        list("sentences", analysis.sentences.size(),
             [&](std::size_t i) { spanPair(index, analysis.sentences[i].span); });
        list("expressions", analysis.expressions.size(),
             [&](std::size_t i) { writeExpression(m_json, m_maps[index], analysis.expressions[i], {}); });
        list("warnings", article.diagnostics.size(), [&](std::size_t i) {
            const Diagnostic& diagnostic = article.diagnostics[i];
            m_json.beginObject();
            m_json.member("severity", diagnostic.severity == Severity::Note ? "note" : "warning");
            m_json.member("code", nameOf(diagnostic.code));
            spanMembers(index, diagnostic.span);
            m_json.member("detail", diagnostic.detail);
            m_json.endObject();
        });
        m_json.endObject();
    }

    void published(std::size_t index, const corpus::PublicationDate& published)
    {
        m_json.key("published");
        m_json.beginObject();
        m_json.textOrNull("value", published.value);
        m_json.textOrNull("earliest", published.range ? isoDate(published.range->first) : "");
        m_json.textOrNull("latest", published.range ? isoDate(published.range->last) : "");
        m_json.member("basis", nameOf(published.basis));
        m_json.member("confidence", published.confidence);
        m_json.key("evidence");
        m_json.beginArray();
        for (const auto& evidence : published.evidence) {
            const auto where = m_articleOf.find(evidence.file);
            if (where == m_articleOf.end())
                continue; // an article that is not in this snapshot any more
            m_json.beginObject();
            m_json.member("article", documentId('a', where->second));
            spanMembers(where->second, evidence.span);
            m_json.member("why", evidence.why);
            m_json.endObject();
        }
        m_json.endArray();
        list("rejected", published.rejected.size(), [&](std::size_t i) {
            const auto& rejected = published.rejected[i];
            m_json.beginObject();
            spanMembers(index, rejected.span);
            m_json.member("value", rejected.value);
            m_json.member("why", rejected.why);
            m_json.endObject();
        });
        m_json.endObject();
    }

    void dateMembers(const events::EventDate& date)
    {
        m_json.textOrNull("value", date.value);
        bounds(boundsOf(date.interval, date.qualifier, date.value));
        m_json.member("qualifier", nameOf(date.qualifier));
        m_json.key("granularity");
        if (date.interval)
            m_json.value(nameOf(date.interval->granularity));
        else
            m_json.null();
        m_json.member("words", date.words);
        m_json.member("basis", nameOf(date.basis));
        m_json.member("confidence", date.confidence);
        m_json.member("resolved", date.how);
    }

    void event(std::size_t index)
    {
        const analysis::Event& event = m_analysis.events[index];
        m_json.beginObject();
        m_json.member("id", documentId('e', index));
        m_json.member("key", event.key);
        m_json.member("title", event.title);
        if (event.date.interval || !event.assumed.interval) {
            dateMembers(event.date);
        } else { // no value: undated, with the days on which it was told as bounds, which "basis" and "resolved" say
            events::EventDate told = event.assumed;
            told.value.clear();
            dateMembers(told);
        }
        list("positions", event.positions.size(), [&](std::size_t i) {
            m_json.beginObject();
            dateMembers(event.positions[i]);
            m_json.endObject();
        });
        m_json.member("factuality", nameOf(event.factuality));
        m_json.member("salience", event.salience);
        m_json.member("weight", event.weight);
        m_json.member("sources", event.sources);
        m_json.member("independent", event.independent);
        list("participants", event.participants.size(), [&](std::size_t i) { m_json.value(event.participants[i]); });
        list("support", event.supports.size(), [&](std::size_t i) { support(event.supports[i]); });
        m_json.endObject();
    }

    void support(const analysis::Support& support)
    {
        const std::size_t article = indexOf(support.article);
        m_json.beginObject();
        m_json.member("article", documentId('a', article));
        spanMembers(article, m_analysis[support.article].sentences[support.sentence].span);
        m_json.key("trigger");
        spanPair(article, support.trigger);
        list("expressions", support.expressions.size(), [&](std::size_t i) { m_json.value(support.expressions[i]); });
        m_json.member("score", support.score);
        m_json.member("stance", nameOf(support.stance));
        m_json.member("factuality", nameOf(support.factuality));
        m_json.textOrNull("value", support.date.value);
        m_json.member("why", support.why);
        m_json.endObject();
    }

    void hint(std::size_t index)
    {
        const analysis::Hint& hint = m_analysis.hints[index];
        const auto side = [&](std::string_view name, ArticleId article, TextSpan span) {
            m_json.key(name);
            m_json.beginObject();
            m_json.member("article", documentId('a', indexOf(article)));
            spanMembers(indexOf(article), span);
            m_json.endObject();
        };
        m_json.beginObject();
        m_json.member("id", documentId('h', index));
        m_json.member("type", hint.type);
        m_json.member("kind", hint.kind);
        m_json.member("event", documentId('e', hint.event));
        m_json.member("score", hint.score);
        m_json.member("why", hint.why);
        side("a", hint.articleA, hint.spanA);
        side("b", hint.articleB, hint.spanB);
        m_json.endObject();
    }

    const Analysis& m_analysis; // Not owned: lives around the writing.
    std::vector<CodePointMap> m_maps;
    std::map<std::string_view, std::size_t> m_articleOf; // by file
    JsonWriter m_json;
};

} // namespace

std::string analysisToJson(const Analysis& analysis, std::string_view generator)
{
    return DocumentWriter(analysis).write(generator);
}

std::string expressionsToJsonLines(std::span<const temporal::TemporalExpression> expressions, std::string_view text)
{
    const CodePointMap map(text);
    std::string lines;
    for (const auto& expression : expressions) {
        JsonWriter json(JsonWriter::Layout::OneLine);
        writeExpression(json, map, expression, textOf(text, expression.span));
        lines += json.take() + '\n';
    }
    return lines;
}

} // namespace synoptic::exchange
