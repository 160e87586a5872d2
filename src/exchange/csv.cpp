// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csv.h"

#include <vector>

#include "base/utf8.h"
#include "exchange/csv_row.h"
#include "exchange/json_writer.h"
#include "exchange/names.h"

namespace synoptic::exchange {
namespace {

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : "; ") + word;
    return text;
}

} // namespace

std::string eventsToCsv(const analysis::Analysis& analysis)
{
    CsvRow header;
    for (const char* name :
         {"event", "title", "value", "earliest", "latest", "qualifier", "factuality", "salience", "sources",
          "independent", "participants", "file", "source", "published", "start", "end", "stance", "score", "sentence"})
        header.text(name);
    std::string table = header.take();
    std::vector<CodePointMap> maps;
    maps.reserve(analysis.articles.size());
    for (const auto& article : analysis.articles)
        maps.emplace_back(article->article.text);

    for (std::size_t i = 0; i < analysis.events.size(); ++i) {
        const analysis::Event& event = analysis.events[i];
        const Bounds bounds = boundsOf(event.date.interval, event.date.qualifier, event.date.value);
        for (const analysis::Support& support : event.supports) {
            const analysis::ArticleAnalysis& article = analysis[support.article];
            const CodePointMap& map = maps[indexOf(support.article)];
            const TextSpan sentence = article.sentences[support.sentence].span;
            CsvRow row;
            row.text(documentId('e', i)).text(event.title).text(event.date.value).text(bounds.earliest);
            row.text(bounds.latest).text(nameOf(event.date.qualifier)).text(nameOf(event.factuality));
            row.number(decimalText(event.salience)).number(std::to_string(event.sources));
            row.number(std::to_string(event.independent)).text(joined(event.participants));
            row.text(article.article.file).text(article.article.source).text(article.article.published.value);
            row.number(std::to_string(map.codePointsBefore(sentence.begin)));
            row.number(std::to_string(map.codePointsBefore(sentence.end)));
            row.text(nameOf(support.stance)).number(decimalText(support.score)).text(article.textOf(sentence));
            table += row.take();
        }
    }
    return table;
}

} // namespace synoptic::exchange
