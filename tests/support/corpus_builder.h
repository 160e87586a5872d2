// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "edits/timeline.h"

/// Tiny corpora in one line: articles whose sentences are their lines, events that say which sentences tell them.
namespace synoptic::tests {

/// One sentence a line; a line that begins with '#' is a heading, with '~' boilerplate (the sign is not part of it).
class ArticleBuilder
{
public:
    ArticleBuilder(std::string file, std::string source)
    {
        m_article.article.file = std::move(file);
        m_article.article.source = std::move(source);
    }

    ArticleBuilder& title(std::string title)
    {
        m_article.article.title = std::move(title);
        return *this;
    }

    ArticleBuilder& published(std::string_view iso, corpus::PublicationBasis basis = corpus::PublicationBasis::Stated)
    {
        corpus::PublicationDate& date = m_article.article.published;
        date.value = iso;
        date.range = daysFromIso(iso);
        date.basis = basis;
        date.confidence = 0.9;
        return *this;
    }

    ArticleBuilder& text(std::string_view lines)
    {
        std::string& text = m_article.article.text;
        while (!lines.empty()) {
            const std::size_t end = std::min(lines.find('\n'), lines.size());
            std::string_view line = lines.substr(0, end);
            lines.remove_prefix(std::min(end + 1, lines.size()));
            const char sign = line.empty() ? ' ' : line.front();
            const bool isMarked = sign == '#' || sign == '~';
            if (isMarked)
                line.remove_prefix(1);
            const TextSpan span = spanOf(text.size(), text.size() + line.size());
            text += line;
            text += '\n';
            if (line.empty())
                continue;
            m_article.sentences.push_back({span, sign == '~'});
            if (sign == '#')
                m_article.article.headings.push_back(span);
            if (sign == '~')
                m_article.article.boilerplate.push_back(span);
        }
        return *this;
    }

    /// An expression of time at the first place of @p words in the text so far.
    ArticleBuilder& expression(std::string_view words, temporal::TemporalExpression expression)
    {
        const std::size_t at = m_article.article.text.find(words);
        expression.span = spanOf(at, at + words.size());
        m_article.expressions.push_back(std::move(expression));
        return *this;
    }

    std::shared_ptr<const analysis::ArticleAnalysis> build() const
    {
        return std::make_shared<const analysis::ArticleAnalysis>(m_article);
    }

private:
    analysis::ArticleAnalysis m_article;
};

/// "2021", "2021-04", "2021-04-13"; anything else is undated.
inline events::EventDate dateOf(std::string_view iso, temporal::Qualifier qualifier = temporal::Qualifier::Exact)
{
    events::EventDate date;
    const auto days = daysFromIso(iso);
    if (!days)
        return date;
    const auto granularity = iso.size() <= 4   ? temporal::Granularity::Year
                             : iso.size() <= 7 ? temporal::Granularity::Month
                                               : temporal::Granularity::Day;
    date.value = iso;
    date.interval = temporal::intervalOf(*days, granularity);
    date.qualifier = qualifier;
    date.basis = events::DateBasis::OwnExpression;
    date.confidence = 0.9;
    return date;
}

class CorpusBuilder
{
public:
    explicit CorpusBuilder(std::string folder = "/corpus") { m_analysis.folder = std::move(folder); }

    /// Articles come by file, in byte order, as in every analysis.
    CorpusBuilder& article(const ArticleBuilder& article)
    {
        m_analysis.articles.push_back(article.build());
        m_analysis.reprintCluster.push_back(static_cast<std::uint32_t>(m_analysis.reprintCluster.size()));
        return *this;
    }

    /// An event told by sentences (article, sentence); change() reaches what else there is to set.
    CorpusBuilder& event(std::string title, events::EventDate date,
                         const std::vector<std::pair<std::uint32_t, std::uint32_t>>& supports = {},
                         double salience = 0.8)
    {
        analysis::Event event;
        event.key = "key-" + title;
        event.title = std::move(title);
        event.date = std::move(date);
        event.salience = salience;
        std::vector<std::string> sources;
        for (const auto& [article, sentence] : supports) {
            analysis::Support support;
            support.article = ArticleId{article};
            support.sentence = sentence;
            const analysis::ArticleAnalysis& own = *m_analysis.articles[article];
            const TextSpan span = own.sentences[sentence].span;
            support.trigger = {span.begin, std::min(span.end, span.begin + 5)};
            support.date = event.date;
            event.supports.push_back(support);
            sources.push_back(own.article.source.empty() ? own.article.file : own.article.source);
        }
        std::ranges::sort(sources);
        const auto rest = std::unique(sources.begin(), sources.end()); // clang 14 cannot parse ranges::unique
        event.sources = static_cast<std::uint32_t>(rest - sources.begin());
        event.independent = event.sources;
        m_analysis.events.push_back(std::move(event));
        return *this;
    }

    /// The last event, to be changed.
    analysis::Event& last() { return m_analysis.events.back(); }

    CorpusBuilder& skipped(std::string file, std::string reason)
    {
        m_analysis.skipped.push_back({std::move(file), std::move(reason)});
        return *this;
    }

    std::shared_ptr<const edits::Timeline> build() const
    {
        std::vector<edits::TimelineEvent> events;
        for (const analysis::Event& event : m_analysis.events)
            events.push_back({event, edits::ReviewState::Candidate});
        return std::make_shared<const edits::Timeline>(std::make_shared<const analysis::Analysis>(m_analysis),
                                                       std::move(events));
    }

private:
    analysis::Analysis m_analysis;
};

} // namespace synoptic::tests
