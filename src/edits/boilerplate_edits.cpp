// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/boilerplate_edits.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/analyze_article.h"
#include "analysis/source_counts.h"
#include "analysis/told_date.h"
#include "corpus/marked_lines.h"
#include "links/event_builder.h"

namespace synoptic::edits {
namespace {

using analysis::Analysis;
using analysis::ArticleAnalysis;

std::vector<TextSpan> marksOf(const corpus::Article& article, std::span<const SetBoilerplate> said)
{
    std::vector<TextSpan> marks = article.boilerplateAsFound.value_or(article.boilerplate);
    for (const SetBoilerplate& one : said) {
        const FoundAnchor found = findAnchor(one.anchor, article.text);
        if (found.state == AnchorState::Lost || found.span.empty())
            continue;
        const TextSpan lines = linesAround(article.text, found.span);
        if (lines.empty())
            continue;
        marks = one.boilerplate ? corpus::withLines(marks, lines, article.text)
                                : corpus::withoutLines(marks, lines, article.text);
    }
    return marks;
}

std::span<const SetBoilerplate> saidOf(const BoilerplateMarks& marks, const std::string& file)
{
    const auto known = marks.find(file);
    return known == marks.end() ? std::span<const SetBoilerplate>{} : std::span(known->second);
}

/// Articles that have marks of a person, or had some when they were analyzed.
bool mayChange(const corpus::Article& article, const BoilerplateMarks& marks)
{
    return article.boilerplateAsFound || marks.contains(article.file);
}

/// The sentence of @p now that stands where one of @p before did; nothing if it does not belong to the article.
std::optional<std::uint32_t> sameSentence(const ArticleAnalysis& before, const ArticleAnalysis& now,
                                          std::uint32_t sentence)
{
    const std::uint32_t begin = before.sentences[sentence].span.begin;
    const auto at =
        std::ranges::upper_bound(now.sentences, begin, {}, [](const text::Sentence& own) { return own.span.begin; });
    if (at == now.sentences.begin())
        return std::nullopt;
    const auto found = at - 1;
    if (found->boilerplate || found->span.end <= begin)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - now.sentences.begin());
}

/// Sentences and expressions under their numbers in the article as it is now; false if the support is none any more.
bool moveSupport(analysis::Support& support, const ArticleAnalysis& before, const ArticleAnalysis& now)
{
    const auto sentence = sameSentence(before, now, support.sentence);
    if (!sentence)
        return false;
    support.sentence = *sentence;
    std::vector<std::uint32_t> expressions;
    for (const std::uint32_t old : support.expressions) {
        const auto same = std::ranges::find(now.expressions, before.expressions[old].span,
                                            [](const temporal::TemporalExpression& own) { return own.span; });
        if (same != now.expressions.end())
            expressions.push_back(static_cast<std::uint32_t>(same - now.expressions.begin()));
    }
    support.expressions = std::move(expressions);
    return true;
}

void decideAgain(analysis::Event& event, const std::vector<std::uint32_t>& outlets, const Analysis& analysis)
{
    std::vector<links::DateVote> votes;
    votes.reserve(event.supports.size());
    for (const analysis::Support& support : event.supports)
        votes.push_back({support.date, outlets[indexOf(support.article)]});
    links::DateDecision decision = links::decideDate(votes);
    event.date = std::move(decision.date);
    event.positions = std::move(decision.positions);
    event.assumed = event.date.interval ? events::EventDate{} : analysis::toldDate(event.supports, analysis.articles);
    const auto counts = analysis::countSources(event.supports, outlets, analysis.reprintCluster);
    event.sources = counts.sources;
    event.independent = counts.independent;
}

bool isSetApart(const ArticleAnalysis& article, TextSpan span)
{
    return std::ranges::any_of(article.article.boilerplate, [span](TextSpan mark) { return mark.overlaps(span); });
}

/// Takes out the events that nothing tells any more, and the hints about them or about words that are set apart.
void dropUntold(Analysis& analysis)
{
    std::vector<std::optional<std::uint32_t>> numbers;
    std::uint32_t next = 0;
    for (const analysis::Event& event : analysis.events)
        numbers.push_back(event.supports.empty() ? std::nullopt : std::optional(next++));
    std::erase_if(analysis.events, [](const analysis::Event& event) { return event.supports.empty(); });
    std::erase_if(analysis.hints, [&](analysis::Hint& hint) {
        const auto number = numbers[hint.event];
        hint.event = number.value_or(0);
        return !number || isSetApart(analysis[hint.articleA], hint.spanA) ||
               isSetApart(analysis[hint.articleB], hint.spanB);
    });
}

} // namespace

BoilerplateMarks boilerplateMarks(const Edits& edits)
{
    BoilerplateMarks marks;
    for (const Edit& edit : edits) {
        if (const auto* said = std::get_if<SetBoilerplate>(&edit))
            marks[said->anchor.file].push_back(*said);
    }
    return marks;
}

TextSpan linesAround(std::string_view text, TextSpan span)
{
    const std::size_t before = span.begin == 0 ? std::string_view::npos : text.rfind('\n', span.begin - 1);
    const std::size_t last = span.empty() ? span.begin : span.end - 1;
    const std::size_t after = std::min(text.find('\n', last), text.size());
    return spanOf(before == std::string_view::npos ? 0 : before + 1, after);
}

bool overruleBoilerplate(corpus::Article& article, std::span<const SetBoilerplate> marks)
{
    if (marks.empty() && !article.boilerplateAsFound)
        return false;
    std::vector<TextSpan> now = marksOf(article, marks);
    std::vector<TextSpan> found = article.boilerplateAsFound.value_or(article.boilerplate);
    const bool isChanged = now != article.boilerplate;
    if (now == found)
        article.boilerplateAsFound.reset();
    else
        article.boilerplateAsFound = std::move(found);
    article.boilerplate = std::move(now);
    return isChanged;
}

bool changesBoilerplate(const Analysis& analysis, const BoilerplateMarks& marks)
{
    return std::ranges::any_of(analysis.articles, [&marks](const auto& article) {
        return mayChange(article->article, marks) &&
               marksOf(article->article, saidOf(marks, article->article.file)) != article->article.boilerplate;
    });
}

void applyBoilerplate(Analysis& edited, const BoilerplateMarks& marks)
{
    std::vector<std::shared_ptr<const ArticleAnalysis>> before(edited.articles.size()); // null: not changed
    for (std::size_t a = 0; a < edited.articles.size(); ++a) {
        const corpus::Article& found = edited.articles[a]->article;
        if (!mayChange(found, marks))
            continue;
        corpus::Article article = found;
        if (!overruleBoilerplate(article, saidOf(marks, found.file)))
            continue;
        before[a] = std::exchange(
            edited.articles[a], std::make_shared<const ArticleAnalysis>(analysis::analyzeArticle(std::move(article))));
    }
    const std::vector<std::uint32_t> outlets = analysis::outletsOf(edited.articles);
    for (analysis::Event& event : edited.events) {
        bool isTouched = false;
        const auto lost = std::erase_if(event.supports, [&](analysis::Support& support) {
            const auto& old = before[indexOf(support.article)];
            isTouched = isTouched || old;
            return old && !moveSupport(support, *old, edited[support.article]);
        });
        if (isTouched && lost > 0 && !event.supports.empty())
            decideAgain(event, outlets, edited);
    }
    dropUntold(edited);
}

} // namespace synoptic::edits
