// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/number_hints.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "analysis/telling_order.h"
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

class NumberHints
{
public:
    NumberHints(const Analysis& analysis, const std::stop_token& stop) : m_analysis(analysis), m_stop(stop) {}

    std::vector<Hint> run()
    {
        for (std::uint32_t e = 0; e < m_analysis.events.size() && !m_stop.stop_requested(); ++e)
            addNumbers(e);
        addAcrossEvents();
        return std::move(m_hints);
    }

private:
    TextSpan spanOf(const Support& support) const
    {
        return m_analysis[support.article].sentences[support.sentence].span;
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

    /// Questions whose words say whose number it is, asked of alike sentences of two articles on one story though no
    /// event joins them: "two cables went down", "three cables were damaged".
    void addAcrossEvents()
    {
        constexpr std::size_t mostArticles = 60; // of an event that makes a story
        constexpr std::size_t mostAnswers = 100;
        std::set<std::pair<ArticleId, ArticleId>> together;
        std::map<SentencePlace, std::pair<std::uint32_t, const Support*>> told; // by its weightiest event
        for (std::uint32_t e = 0; e < m_analysis.events.size() && !m_stop.stop_requested(); ++e) {
            const Event& event = m_analysis.events[e];
            std::set<ArticleId> in;
            for (const Support& support : event.supports) {
                in.insert(support.article);
                auto& known = told[{support.article, support.sentence}];
                if (known.second == nullptr || event.weight > m_analysis.events[known.first].weight)
                    known = {e, &support};
            }
            if (in.size() > mostArticles)
                continue;
            for (auto a = in.begin(); a != in.end(); ++a) {
                for (auto b = std::next(a); b != in.end(); ++b)
                    together.emplace(*a, *b);
            }
        }
        std::map<std::string, std::vector<std::pair<std::uint32_t, Answer>>> questions;
        for (const auto& [place, entry] : told) {
            const Reading& reading = readingOf(*entry.second);
            for (const Quantity& quantity : reading.quantities)
                questions[quantity.of].push_back({entry.first, {entry.second, &reading, quantity}});
        }
        for (const auto& [question, answers] : questions) {
            for (std::size_t i = 0; i < std::min(answers.size(), mostAnswers); ++i) {
                for (std::size_t j = i + 1; j < std::min(answers.size(), mostAnswers); ++j)
                    compareAcross(question, answers[i], answers[j], together);
            }
        }
    }

    void compareAcross(const std::string& question, const std::pair<std::uint32_t, Answer>& first,
                       const std::pair<std::uint32_t, Answer>& second,
                       const std::set<std::pair<ArticleId, ArticleId>>& together)
    {
        const Answer& a = first.second;
        const Answer& b = second.second;
        constexpr double lessSure = 0.05; // than inside one event
        if (!together.contains(std::minmax(a.support->article, b.support->article)) || !differ(question, a, b))
            return;
        constexpr std::size_t fewest = 2; // shared words beside the question
        const auto shared = std::ranges::count_if(
            a.reading->stems, [&](const std::string& stem) { return b.reading->stems.contains(stem); });
        if (static_cast<std::size_t>(shared) < fewest)
            return;
        // Farther apart they count two things that share a name: a fare and a loss in crowns.
        constexpr double oneThing = 5.0;
        constexpr int mostAlike = 3; // hints with the same answers
        const auto [less, more] = std::minmax(a.quantity.value, b.quantity.value);
        const double score = scoreOf(question, a, b) - lessSure;
        if (score < 0.5 || (!tellsWhose(question, a) && more > oneThing * less) ||
            ++m_across[{question, less, more}] > mostAlike)
            return;
        add(first.first, question, a, b, score);
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

    /// The question itself says whose number it asks for.
    static bool tellsWhose(const std::string& question, const Answer& answer)
    {
        return answer.quantity.people || question == "magnitude" || question.ends_with(" of");
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
        double score = (tellsWhose(question, a) ? 0.55 : 0.46) + 0.5 * alike;
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
        std::string words(textOf(text, quantity.span));
        const bool isSpelledOut = words.size() > 1 && words[1] >= 'a' && words[1] <= 'z' &&
                                  std::ranges::none_of(words, [](char own) { return own >= '0' && own <= '9'; });
        if (isSpelledOut && words[0] >= 'A' && words[0] <= 'Z') // it opened its sentence
            words[0] = static_cast<char>(words[0] - 'A' + 'a');
        return before(quantity.bound) + words;
    }

    void add(std::uint32_t e, const std::string& question, const Answer& first, const Answer& second, double score)
    {
        const auto told = std::tuple(SentencePlace(first.support->article, first.support->sentence),
                                     SentencePlace(second.support->article, second.support->sentence), question);
        if (!m_told.insert(told).second)
            return; // another event of the same sentences asked it
        const TellingOrder order = tellingOrder(m_analysis, first.support->article, second.support->article);
        const Answer& earlier = order.firstIsEarlier ? first : second;
        const Answer& later = order.firstIsEarlier ? second : first;
        const bool update = order.known && first.quantity.people && later.quantity.value > earlier.quantity.value;
        const auto& textA = m_analysis[first.support->article].article.text;
        const auto& textB = m_analysis[second.support->article].article.text;
        const std::string& noun = first.quantity.noun;
        std::string why = inWords(first.quantity, textA) + " or " + inWords(second.quantity, textB) + " (" +
                          (noun.empty() ? question : noun) + ")?";
        why[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(why[0])));
        why += " " + order.words;
        if (update)
            why += ", the later report has more: an update";
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
    std::map<std::tuple<std::string, double, double>, int> m_across; // how often answers were raised across events
    std::vector<Hint> m_hints;
};

} // namespace

std::vector<Hint> numberHints(const Analysis& analysis, const std::stop_token& stop)
{
    return NumberHints(analysis, stop).run();
}

} // namespace synoptic::analysis
