// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/publication_witnesses.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "text/stemmer.h"

namespace synoptic::analysis {

using temporal::TemporalExpression;
using temporal::UnresolvedExpression;

namespace {

/// Names a day once the publication date is known, and none before.
bool dependsOnPublication(const UnresolvedExpression& expression)
{
    if (expression.type != temporal::ExpressionType::Date && expression.type != temporal::ExpressionType::Time)
        return false;
    if (expression.form == temporal::Form::Calendar)
        return expression.fields.yearDigits == 0 && (expression.fields.day > 0 || expression.fields.weekday > 0);
    return expression.form == temporal::Form::Shifted && expression.unit <= temporal::Granularity::Day &&
           expression.anchor != temporal::Anchor::PreviousMention;
}

/// The stems of a sentence without its expressions of time: two sentences of one day need not name it alike.
std::vector<std::string> stemsBesideTime(const ArticleAnalysis& article, std::uint32_t sentence)
{
    const TextSpan span = article.sentences[sentence].span;
    std::vector<std::string> stems;
    std::uint32_t from = span.begin;
    const auto take = [&](std::uint32_t end) {
        if (from < end)
            for (std::string& stem : links::contentStems(article.textOf({from, end})))
                stems.push_back(std::move(stem));
    };
    for (const UnresolvedExpression& expression : article.unresolved) {
        if (expression.sentence != sentence || expression.span.begin < from)
            continue;
        take(expression.span.begin);
        from = expression.span.end;
    }
    take(span.end);
    return stems;
}

} // namespace

std::optional<Day> dayOf(const TemporalExpression& expression)
{
    if (!expression.interval || expression.interval->granularity > temporal::Granularity::Day)
        return std::nullopt;
    const DayRange range = expression.interval->days();
    // A night reaches into the next day and belongs to the one on which it begins.
    return range.days() <= 2 ? std::optional(range.first) : std::nullopt;
}

std::optional<Day> knownDay(const ArticleAnalysis& article)
{
    const auto& range = article.article.published.range;
    return range && range->isOneDay() ? std::optional(range->first) : std::nullopt;
}

WitnessComparison::WitnessComparison(const Articles& articles, const std::vector<std::uint32_t>& members,
                                     const std::stop_token& stop)
    : m_articles(articles), m_ids(members), m_stop(stop)
{
    links::Vocabulary vocabulary;
    std::vector<std::uint32_t> sentencesWith; // by term
    std::uint32_t sentences = 0;
    for (const std::uint32_t a : members) {
        if (stop.stop_requested())
            return;
        const ArticleAnalysis& article = *articles[a];
        Member& member = m_members[a];
        member.sentences.resize(article.sentences.size());
        for (std::uint32_t s = 0; s < article.sentences.size(); ++s) {
            if (article.sentences[s].boilerplate)
                continue;
            std::map<std::uint32_t, std::uint32_t> counts;
            for (const std::string& stem : stemsBesideTime(article, s))
                ++counts[vocabulary.idOf(stem)];
            sentencesWith.resize(vocabulary.stems().size(), 0);
            for (const auto& [term, count] : counts) {
                ++sentencesWith[term];
                member.sentences[s].entries.push_back({term, 1.0F});
            }
            ++sentences;
        }
    }
    for (auto& [a, member] : m_members)
        for (links::TermVector& vector : member.sentences) {
            for (auto& entry : vector.entries)
                entry.weight = static_cast<float>(
                    std::log((static_cast<double>(sentences) + 1.0) / (sentencesWith[entry.term] + 0.5)));
            links::scaleToOne(vector);
        }
}

Witnesses WitnessComparison::witnesses() const
{
    Witnesses result;
    for (const std::uint32_t a : m_ids) {
        const ArticleAnalysis& article = *m_articles[a];
        for (std::uint32_t e = 0; e < article.expressions.size(); ++e) {
            const TemporalExpression& expression = article.expressions[e];
            const auto day = dayOf(expression);
            const std::uint32_t sentence = article.unresolved[e].sentence;
            const bool certain = knownDay(article) || expression.anchor == temporal::Anchor::Absolute;
            const links::TermVector* const words = day && certain ? vectorOf(a, sentence) : nullptr;
            if (words == nullptr)
                continue;
            for (const auto& entry : words->entries)
                result.withTerm[entry.term].push_back(static_cast<std::uint32_t>(result.sentences.size()));
            result.sentences.push_back({a, sentence, e, *day});
        }
    }
    return result;
}

/// Null if the sentence says nothing.
const links::TermVector* WitnessComparison::vectorOf(std::uint32_t article, std::uint32_t sentence) const
{
    const auto member = m_members.find(article);
    if (member == m_members.end() || sentence >= member->second.sentences.size() ||
        member->second.sentences[sentence].entries.empty())
        return nullptr;
    return &member->second.sentences[sentence];
}

double WitnessComparison::likeness(std::uint32_t a, std::uint32_t sentenceOfA, std::uint32_t b,
                                   std::uint32_t sentenceOfB) const
{
    const links::TermVector* const first = vectorOf(a, sentenceOfA);
    const links::TermVector* const second = vectorOf(b, sentenceOfB);
    return first == nullptr || second == nullptr ? 0.0 : links::cosine(*first, *second);
}

double WitnessComparison::sharedText(std::uint32_t a, std::uint32_t b) const
{
    constexpr std::size_t fewestTerms = 4; // shorter sentences are alike by chance
    const auto memberA = m_members.find(a);
    const auto memberB = m_members.find(b);
    if (memberA == m_members.end() || memberB == m_members.end())
        return 0.0;
    std::set<std::vector<std::uint32_t>> sentences;
    const auto termsOf = [](const links::TermVector& vector) {
        std::vector<std::uint32_t> terms;
        for (const auto& entry : vector.entries)
            terms.push_back(entry.term);
        return terms;
    };
    for (const links::TermVector& sentence : memberB->second.sentences)
        if (sentence.entries.size() >= fewestTerms)
            sentences.insert(termsOf(sentence));
    double all = 0.0;
    double shared = 0.0;
    for (const links::TermVector& sentence : memberA->second.sentences) {
        if (sentence.entries.size() < fewestTerms)
            continue;
        all += 1.0;
        shared += sentences.contains(termsOf(sentence)) ? 1.0 : 0.0;
    }
    return all > 0.0 ? shared / all : 0.0;
}

/// The witnesses that share a word with a sentence which is not in everybody's mouth.
std::vector<std::uint32_t> WitnessComparison::candidates(const links::TermVector& words,
                                                         const Witnesses& witnesses) const
{
    constexpr std::size_t longestPosting = 400;
    std::vector<std::uint32_t> found;
    for (const auto& entry : words.entries) {
        const auto posting = witnesses.withTerm.find(entry.term);
        if (posting != witnesses.withTerm.end() && posting->second.size() <= longestPosting)
            found.insert(found.end(), posting->second.begin(), posting->second.end());
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

double sameDayProbability(double likeness, bool sameFigure)
{
    // A logistic curve, a little below what dated articles of one story show, for a folder may hold several stories.
    // Source: tests/evaluation/eval_publication --pairs over ECB+ and Timeline17.
    constexpr double unlike = -2.6;
    constexpr double perLikeness = 7.5;
    constexpr double forFigure = 2.0;
    constexpr double mostCertain = 0.86;
    const double odds = unlike + perLikeness * likeness + (sameFigure ? forFigure : 0.0);
    return std::min(mostCertain, 1.0 / (1.0 + std::exp(-odds)));
}

std::vector<Equation> WitnessComparison::equationsOf(std::uint32_t a, const Witnesses& witnesses) const
{
    constexpr std::size_t mostForOne = 12;
    constexpr double leastLikely = 0.03;
    std::vector<Equation> equations;
    const ArticleAnalysis& article = *m_articles[a];
    for (std::uint32_t e = 0; e < article.unresolved.size() && !m_stop.stop_requested(); ++e) {
        const UnresolvedExpression& expression = article.unresolved[e];
        const links::TermVector* const words =
            dependsOnPublication(expression) ? vectorOf(a, expression.sentence) : nullptr;
        if (words == nullptr)
            continue;
        std::vector<Equation> own;
        for (const std::uint32_t candidate : candidates(*words, witnesses)) {
            const DatedSentence& witness = witnesses.sentences[candidate];
            if (witness.article == a)
                continue;
            const double alike = links::cosine(*words, *vectorOf(witness.article, witness.sentence));
            const auto figure = static_cast<unsigned>(std::chrono::year_month_day(witness.day).day());
            const bool isFigure = expression.fields.day > 0 && expression.fields.day == figure;
            const bool isOtherFigure = expression.fields.day > 0 && expression.fields.day != figure;
            const double probability = isOtherFigure ? 0.0 : sameDayProbability(alike, isFigure);
            if (probability >= leastLikely)
                own.push_back({e, witness.day, probability, witness.article,
                               m_articles[witness.article]->expressions[witness.expression].span});
        }
        std::ranges::stable_sort(own, std::ranges::greater{}, &Equation::probability);
        own.resize(std::min(own.size(), mostForOne));
        equations.insert(equations.end(), own.begin(), own.end());
    }
    return equations;
}

} // namespace synoptic::analysis
