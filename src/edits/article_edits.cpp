// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/article_edits.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "analysis/analyze_article.h"
#include "analysis/source_counts.h"
#include "analysis/told_date.h"
#include "edits/boilerplate_edits.h"
#include "edits/places.h"
#include "links/event_builder.h"

namespace synoptic::edits {
namespace {

using analysis::Analysis;
using analysis::ArticleAnalysis;

/// What a person said of one article; nothing where the program's word stands.
struct ArticleWords
{
    std::optional<std::string> title;
    std::optional<std::string> source;
    std::optional<std::string> published;
};

std::optional<std::string> orAsFound(const std::string& value)
{
    return value.empty() ? std::nullopt : std::optional(value);
}

std::map<std::string, ArticleWords> wordsByFile(const Edits& edits)
{
    std::map<std::string, ArticleWords> words;
    for (const Edit& edit : edits) {
        if (const auto* title = std::get_if<SetArticleTitle>(&edit))
            words[title->file].title = orAsFound(title->title);
        else if (const auto* source = std::get_if<SetArticleSource>(&edit))
            words[source->file].source = orAsFound(source->source);
        else if (const auto* published = std::get_if<SetPublication>(&edit))
            words[published->file].published = orAsFound(published->value);
    }
    return words;
}

corpus::PublicationDate typedDate(const corpus::PublicationDate& found, const std::string& value, DayRange days)
{
    corpus::PublicationDate typed;
    typed.value = value;
    typed.range = days;
    typed.basis = corpus::PublicationBasis::User;
    typed.confidence = 1.0;
    typed.rejected = found.rejected;
    return typed;
}

/// Gives the supports in a redated article the dates that their mentions have now.
void redateSupports(analysis::Event& event, ArticleId id, const ArticleAnalysis& article)
{
    for (analysis::Support& support : event.supports) {
        if (support.article != id)
            continue;
        const auto mention = std::ranges::find_if(article.mentions, [&](const events::EventMention& each) {
            return each.sentence == support.sentence && each.trigger == support.trigger;
        });
        if (mention == article.mentions.end())
            continue;
        support.date = mention->date;
        support.expressions = mention->expressions;
    }
}

void decideAgain(analysis::Event& event, const std::vector<std::uint32_t>& outlets,
                 std::span<const std::shared_ptr<const ArticleAnalysis>> articles)
{
    std::vector<links::DateVote> votes;
    votes.reserve(event.supports.size());
    for (const analysis::Support& support : event.supports)
        votes.push_back({support.date, outlets[indexOf(support.article)]});
    links::DateDecision decision = links::decideDate(votes);
    event.date = std::move(decision.date);

    event.positions = std::move(decision.positions);
    event.assumed = event.date.interval ? events::EventDate{} : analysis::toldDate(event.supports, articles);
}

} // namespace

std::optional<DayRange> publicationDays(std::string_view value)
{
    const auto slash = value.find('/');
    if (slash == std::string_view::npos)
        return daysFromIso(value);
    const auto first = daysFromIso(value.substr(0, slash));
    const auto last = daysFromIso(value.substr(slash + 1));
    if (!first || !last || last->last < first->first)
        return std::nullopt;
    return DayRange{first->first, last->last};
}

EditedArticles editArticles(std::shared_ptr<const Analysis> analysis, const Edits& edits)
{
    if (const BoilerplateMarks marks = boilerplateMarks(edits); changesBoilerplate(*analysis, marks)) {
        auto marked = std::make_shared<Analysis>(*analysis);
        applyBoilerplate(*marked, marks);
        analysis = std::move(marked);
    }
    std::shared_ptr<Analysis> edited;
    std::vector<bool> redatedArticles(analysis->articles.size(), false);
    bool anySource = false;
    bool anyDate = false;
    for (const auto& [file, words] : wordsByFile(edits)) {
        const auto id = articleOf(*analysis, file);
        const auto days = words.published ? publicationDays(*words.published) : std::nullopt;
        if (!id || (!words.title && !words.source && !days))
            continue;
        if (!edited)
            edited = std::make_shared<Analysis>(*analysis);
        const ArticleAnalysis& found = (*analysis)[*id];
        ArticleAnalysis changed =
            days ? analysis::redateArticle(found, typedDate(found.article.published, *words.published, *days)) : found;
        changed.article.title = words.title.value_or(found.article.title);
        changed.article.source = words.source.value_or(found.article.source);
        anySource = anySource || words.source;
        anyDate = anyDate || days;
        redatedArticles[indexOf(*id)] = days.has_value();
        edited->articles[indexOf(*id)] = std::make_shared<const ArticleAnalysis>(std::move(changed));
    }
    if (!edited)
        return {std::move(analysis), {}};
    if (!anySource && !anyDate)
        return {std::move(edited), {}};

    EditedArticles result{edited, std::vector<bool>(edited->events.size(), false)};
    const std::vector<std::uint32_t> outlets = analysis::outletsOf(edited->articles);
    for (std::size_t e = 0; e < edited->events.size(); ++e) {
        analysis::Event& event = edited->events[e];
        std::optional<ArticleId> previous;
        for (const analysis::Support& support : analysis->events[e].supports) {
            if (support.article == previous || !redatedArticles[indexOf(support.article)])
                continue;
            previous = support.article;
            redateSupports(event, support.article, (*edited)[support.article]);
            result.redated[e] = true;
        }
        if (result.redated[e])
            decideAgain(event, outlets, edited->articles);
        if (anySource) {
            const auto counts = analysis::countSources(event.supports, outlets, edited->reprintCluster);
            event.sources = counts.sources;
            event.independent = counts.independent;
        }
    }
    return result;
}

} // namespace synoptic::edits
