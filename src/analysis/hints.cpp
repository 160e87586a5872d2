// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/hints.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "events/quantities.h"
#include "events/sentence_words.h"
#include "links/term_vector.h"
#include "text/stemmer.h"

namespace synoptic::analysis {
namespace {

using events::Bound;
using events::Quantity;

using SentencePlace = std::pair<ArticleId, std::uint32_t>;

/// A sentence as number hints see it.
struct Reading
{
    std::vector<Quantity> quantities;
    std::set<std::string> stems;
};

/// An answer to a question: what a support says.
struct Answer
{
    const Support* support = nullptr; // Not owned: the event's.
    const Reading* reading = nullptr; // Not owned: the finder's.
    Quantity quantity;
};

class HintFinder
{
public:
    HintFinder(const Analysis& analysis, const std::stop_token& stop) : m_analysis(analysis), m_stop(stop) {}

    std::vector<Hint> run()
    {
        for (std::uint32_t e = 0; e < m_analysis.events.size() && !m_stop.stop_requested(); ++e) {
            if (m_analysis.events[e].positions.size() >= 2)
                addDates(e);
            addNumbers(e);
        }
        return std::move(m_hints);
    }

private:
    TextSpan spanOf(const Support& support) const
    {
        return m_analysis[support.article].sentences[support.sentence].span;
    }

    /// Two outlets name different days for one event.
    void addDates(std::uint32_t e)
    {
        const Event& event = m_analysis.events[e];
        const auto supportOf = [&](const events::EventDate& position) {
            return std::ranges::find_if(event.supports, [&](const Support& support) {
                return support.date.interval && support.date.interval == position.interval;
            });
        };
        const auto a = supportOf(event.positions[0]);
        const auto b = supportOf(event.positions[1]);
        if (a == event.supports.end() || b == event.supports.end())
            return;
        Hint hint{"date",
                  e,
                  0.6 * std::min(a->score, b->score) + 0.2,
                  "the same event on " + event.positions[0].value + " and on " + event.positions[1].value,
                  a->article,
                  spanOf(*a),
                  b->article,
                  spanOf(*b)};
        m_hints.push_back(std::move(hint));
    }

    const Reading& readingOf(const Support& support)
    {
        const auto [at, isNew] = m_readings.try_emplace({support.article, support.sentence});
        if (!isNew)
            return at->second;
        const ArticleAnalysis& article = m_analysis[support.article];
        const TextSpan span = spanOf(support);
        std::vector<TextSpan> times;
        auto expression = std::ranges::lower_bound(article.expressions, span.begin, {},
                                                   [](const temporal::TemporalExpression& e) { return e.span.begin; });
        for (; expression != article.expressions.end() && expression->span.end <= span.end; ++expression)
            times.push_back(expression->span);
        at->second.quantities = events::findQuantities(events::wordsOf(article.article.text, span), times);
        if (!at->second.quantities.empty()) {
            for (std::string& stem : links::contentStems(article.textOf(span)))
                at->second.stems.insert(std::move(stem));
        }
        return at->second;
    }

    void addNumbers(std::uint32_t e)
    {
        const Event& event = m_analysis.events[e];
        if (event.supports.size() < 2 || event.supports.front().article == event.supports.back().article)
            return;
        constexpr std::size_t mostSupports = 200; // of an event told everywhere: a sample of its answers
        std::map<std::string, std::vector<Answer>> questions;
        for (std::size_t s = 0; s < std::min(event.supports.size(), mostSupports); ++s) {
            const Reading& reading = readingOf(event.supports[s]);
            for (const Quantity& quantity : reading.quantities)
                questions[quantity.of].push_back({&event.supports[s], &reading, quantity});
        }
        for (const auto& [question, answers] : questions) {
            if (!isNamedAfter(event, question))
                compare(e, question, answers);
        }
    }

    /// What is counted is what the event is named by: sentences that share nothing but the word.
    bool isNamedAfter(const Event& event, const std::string& question) const
    {
        return std::ranges::any_of(event.supports, [&](const Support& support) {
            return text::stem(text::foldCase(m_analysis[support.article].textOf(support.trigger))) == question;
        });
    }

    /// One hint for each pair of values: of the sentences that say so the pair that is most alike.
    void compare(std::uint32_t e, const std::string& question, const std::vector<Answer>& answers)
    {
        struct Best
        {
            const Answer* a = nullptr;
            const Answer* b = nullptr;
            double score = 0.0;
        };
        std::map<std::pair<double, double>, Best> best;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            for (std::size_t j = i + 1; j < answers.size(); ++j) {
                const Answer& a = answers[i];
                const Answer& b = answers[j];
                if (a.support->article == b.support->article || !differ(question, a, b))
                    continue;
                const double score = scoreOf(question, a, b);
                Best& known = best[std::minmax(a.quantity.value, b.quantity.value)];
                if (score > known.score)
                    known = {&a, &b, score};
            }
        }
        for (const auto& [values, pair] : best)
            add(e, question, *pair.a, *pair.b, pair.score);
    }

    /// No answer of one sentence agrees with one of the other, nor is one the sum of the other's.
    static bool differ(const std::string& question, const Answer& a, const Answer& b)
    {
        const auto answersOf = [&](const Reading& reading) {
            std::vector<Quantity> own;
            std::ranges::copy_if(reading.quantities, std::back_inserter(own),
                                 [&](const Quantity& quantity) { return quantity.of == question; });
            return own;
        };
        const std::vector<Quantity> left = answersOf(*a.reading);
        const std::vector<Quantity> right = answersOf(*b.reading);
        const auto sumOf = [](const std::vector<Quantity>& all) {
            double sum = 0.0;
            for (const Quantity& quantity : all)
                sum += quantity.value;
            return sum;
        };
        for (const Quantity& one : left) {
            for (const Quantity& other : right) {
                if (!events::exclude(one, other) || one.value == sumOf(right) || other.value == sumOf(left))
                    return false;
            }
        }
        constexpr double ofOnePerson = 2.0; // years: ages farther apart are two people's
        return question != "years old" || std::abs(a.quantity.value - b.quantity.value) <= ofOnePerson;
    }

    static bool nameOtherDays(const events::EventDate& a, const events::EventDate& b)
    {
        const auto isOwnDay = [](const events::EventDate& date) {
            return date.basis == events::DateBasis::OwnExpression && date.interval && date.interval->isDayOrFiner();
        };
        return isOwnDay(a) && isOwnDay(b) && !a.interval->overlaps(*b.interval);
    }

    /// How sure the two answer one question: by what is asked, and by how alike the sentences are otherwise.
    static double scoreOf(const std::string& question, const Answer& a, const Answer& b)
    {
        std::size_t shared = 0;
        for (const std::string& stem : a.reading->stems)
            shared += b.reading->stems.contains(stem) ? 1U : 0U;
        const auto fewer =
            static_cast<double>(std::max<std::size_t>(std::min(a.reading->stems.size(), b.reading->stems.size()), 1));
        const double alike = static_cast<double>(shared) / fewer;
        const bool tellsWhose = a.quantity.people || question == "magnitude" || question.ends_with(" of");
        double score = (tellsWhose ? 0.55 : 0.4) + 0.5 * alike;
        if (question == text::stem("people"))
            score -= 0.15; // whoever they are
        if (nameOtherDays(a.support->date, b.support->date))
            score -= 0.3; // two happenings of one kind, joined by mistake
        return std::clamp(score, 0.05, 0.9);
    }

    static std::string inWords(const Quantity& quantity, std::string_view text)
    {
        constexpr auto before = [](Bound bound) {
            switch (bound) {
            case Bound::About:
                return "about ";
            case Bound::AtLeast:
                return "at least ";
            case Bound::AtMost:
                return "at most ";
            case Bound::Exact:
                break;
            }
            return "";
        };
        return before(quantity.bound) + std::string(textOf(text, quantity.span));
    }

    void add(std::uint32_t e, const std::string& question, const Answer& first, const Answer& second, double score)
    {
        const auto told = std::tuple(SentencePlace(first.support->article, first.support->sentence),
                                     SentencePlace(second.support->article, second.support->sentence), question);
        if (!m_told.insert(told).second)
            return; // another event of the same sentences asked it
        const auto publishedOf = [&](const Answer& answer) {
            return m_analysis[answer.support->article].article.published;
        };
        const auto publishedA = publishedOf(first);
        const auto publishedB = publishedOf(second);
        const bool ordered =
            publishedA.range && publishedB.range &&
            (publishedA.range->last < publishedB.range->first || publishedB.range->last < publishedA.range->first);
        const bool firstIsEarlier = ordered && publishedA.range->last < publishedB.range->first;
        const Answer& earlier = firstIsEarlier ? first : second;
        const Answer& later = firstIsEarlier ? second : first;
        const bool update = ordered && first.quantity.people && later.quantity.value > earlier.quantity.value;
        const auto& textA = m_analysis[first.support->article].article.text;
        const auto& textB = m_analysis[second.support->article].article.text;
        const std::string& noun = first.quantity.noun;
        std::string why = (noun.empty() ? question : noun) + ": " + inWords(first.quantity, textA) + " here, " +
                          inWords(second.quantity, textB) + " there";
        if (ordered)
            why += "; published " + publishedA.value + " and " + publishedB.value;
        if (update)
            why += ", the later report has more";
        Hint hint{"number",
                  e,
                  update ? score - 0.05 : score,
                  std::move(why),
                  first.support->article,
                  spanOf(*first.support),
                  second.support->article,
                  spanOf(*second.support)};
        hint.kind = update ? "update" : "direct";
        m_hints.push_back(std::move(hint));
    }

    const Analysis& m_analysis;    // Not owned: the caller's.
    const std::stop_token& m_stop; // Not owned: the caller's.
    std::map<SentencePlace, Reading> m_readings;
    std::set<std::tuple<SentencePlace, SentencePlace, std::string>> m_told;
    std::vector<Hint> m_hints;
};

} // namespace

std::vector<Hint> findHints(const Analysis& analysis, const std::stop_token& stop)
{
    return HintFinder(analysis, stop).run();
}

} // namespace synoptic::analysis
