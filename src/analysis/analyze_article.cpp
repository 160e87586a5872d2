// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/analyze_article.h"

#include <utility>

#include "events/event_extractor.h"
#include "temporal/normalizer.h"
#include "temporal/recognizer.h"

namespace synoptic::analysis {
namespace {

void recognizeTimes(ArticleAnalysis& result)
{
    std::vector<TextSpan> spans;
    spans.reserve(result.sentences.size());
    for (const text::Sentence& sentence : result.sentences)
        spans.push_back(sentence.span);
    result.unresolved = temporal::recognize(result.article.text, spans);
}

void resolveAndDate(ArticleAnalysis& result)
{
    const temporal::Reference reference{result.article.published.range,
                                        temporal::documentKind(result.article.text, result.unresolved)};
    result.expressions = temporal::resolve(result.article.text, result.unresolved, reference);
    events::dateMentions(result.mentions, result.article, result.sentences, result.expressions);
}

} // namespace

ArticleAnalysis analyzeArticle(corpus::Article article, const std::stop_token& stop)
{
    ArticleAnalysis result;
    result.article = std::move(article);
    const std::string& text = result.article.text;
    result.sentences = text::splitSentences(text, result.article.boilerplate);
    if (stop.stop_requested())
        return result;
    recognizeTimes(result);
    if (stop.stop_requested())
        return result;
    result.mentions = events::extractMentions(result.article, result.sentences, stop);
    if (!stop.stop_requested())
        resolveAndDate(result);
    return result;
}

ArticleAnalysis redateArticle(const ArticleAnalysis& analysis, corpus::PublicationDate published)
{
    ArticleAnalysis result = analysis;
    result.article.published = std::move(published);
    if (result.unresolved.size() != result.expressions.size()) // it was kept without them
        recognizeTimes(result);
    resolveAndDate(result);
    return result;
}

} // namespace synoptic::analysis
