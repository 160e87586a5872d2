// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/claim_hints.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "analysis/article_opening.h"
#include "analysis/claim_reading.h"
#include "analysis/telling_order.h"
#include "base/is_one_of.h"

namespace synoptic::analysis {
namespace {

using Place = std::pair<ArticleId, std::uint32_t>;

/// Verbs that exclude each other when they tell one happening.
constexpr auto opposites = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"rise", "fall"},     {"increase", "decrease"}, {"increase", "fall"},      {"gain", "lose"},
     {"win", "lose"},      {"uphold", "overturn"},   {"uphold", "strike down"}, {"approve", "reject"},
     {"accept", "reject"}, {"convict", "acquit"},    {"pass", "reject"},        {"open", "close"},
     {"survive", "die"},   {"arrive", "leave"},      {"grow", "shrink"},        {"lift", "impose"},
     {"confirm", "deny"},  {"admit", "deny"},        {"acknowledge", "deny"},   {"release", "detain"},
     {"allow", "ban"},     {"support", "oppose"},    {"improve", "worsen"},     {"start", "end"},
     {"rise", "drop"}});
constexpr auto refusals = std::to_array<std::string_view>(
    {"reject", "refuse", "dismiss", "oppose", "rebuff", "spurn", "snub", "decline", "rule out"});
constexpr auto favors = std::to_array<std::string_view>(
    {"accept", "welcome", "support", "back", "endorse", "approve", "embrace", "favor", "favour"});
constexpr auto cancellations =
    std::to_array<std::string_view>({"cancel", "scrap", "call off", "postpone", "abandon", "suspend"});
constexpr auto speakers =
    std::to_array<std::string_view>({"spokesman", "spokeswoman", "spokesperson", "offic", "minist", "govern", "it",
                                     "he", "she", "they", "who", "which"});

/// One of two answers: the words of it, for people.
struct Difference
{
    std::string type;
    double score = 0.0;
    std::string question; ///< "Rejected or welcomed: summit?"
    bool changes = false; ///< a later report may have changed it: cancelled, put off, held on another day
};

class ClaimHints
{
public:
    ClaimHints(const Analysis& analysis, const std::stop_token& stop)
        : m_analysis(analysis), m_stop(stop), m_openings(openingsOf(analysis.articles))
    {}

    std::vector<Hint> run()
    {
        for (std::uint32_t e = 0; e < m_analysis.events.size() && !m_stop.stop_requested(); ++e)
            compareSupports(e);
        compareStances();
        for (std::uint32_t a = 0; a < m_analysis.articles.size() && !m_stop.stop_requested(); ++a)
            compareHeadline(idAt<ArticleId>(a));
        return std::move(m_hints);
    }

private:
    const ClaimReading& readingOf(const Place& place)
    {
        const auto [at, isNew] = m_readings.try_emplace(place);
        if (isNew)
            at->second = readClaims(m_analysis[place.first], place.second);
        return at->second;
    }

    void compareSupports(std::uint32_t e)
    {
        constexpr std::size_t most = 30;
        const Event& event = m_analysis.events[e];
        for (const Support& support : event.supports) {
            std::uint32_t& known = m_eventOf.try_emplace({support.article, support.sentence}, e).first->second;
            if (event.weight > m_analysis.events[known].weight)
                known = e;
        }
        const std::size_t count = std::min(event.supports.size(), most);
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = i + 1; j < count; ++j) {
                const Support& a = event.supports[i];
                const Support& b = event.supports[j];
                if (a.article == b.article)
                    continue;
                m_together.emplace(a.article, b.article);
                if (auto difference = differenceOf(a, b))
                    add(e, {a.article, a.sentence}, {b.article, b.sentence}, *difference);
            }
        }
    }

    std::optional<Difference> differenceOf(const Support& a, const Support& b)
    {
        constexpr double alikeEnough = 0.5; // words in common: they tell of the same thing
        const ClaimReading& left = readingOf({a.article, a.sentence});
        const ClaimReading& right = readingOf({b.article, b.sentence});
        const double alike = left.likeness(right);
        if (alike < alikeEnough)
            return std::nullopt;
        if (auto found = opposed(left, right, alike))
            return found;
        if (auto found = dated(a, b, left, right, alike))
            return found;
        return elsewhere(left, right, alike);
    }

    static bool tells(const ClaimReading& reading, std::string_view verb)
    {
        return std::ranges::any_of(reading.claims, [&](const Claim& claim) { return claim.verb == verb; });
    }

    static std::optional<Difference> opposed(const ClaimReading& left, const ClaimReading& right, double alike)
    {
        for (const Claim& a : left.claims) {
            for (const Claim& b : right.claims) {
                const bool same = a.verb == b.verb && a.verb != "be" && a.verb != "have" && a.verb != "do";
                if (same && a.finite && b.finite && !a.open && !b.open &&
                    (a.negated != b.negated || a.nobody != b.nobody)) {
                    const bool clear = a.nobody || b.nobody || a.subject == b.subject || a.object == b.object;
                    return Difference{a.verb == "rule out" ? "certainty" : "occurrence",
                                      (clear ? 0.3 : 0.1) + 0.4 * alike, "Did it happen or not (" + a.verb + ")?"};
                }
                if (auto cancelled = isCancelled(a, b, alike))
                    return cancelled;
                for (const auto& [one, other] : opposites) {
                    const bool opposite = (a.verb == one && b.verb == other) || (a.verb == other && b.verb == one);
                    const bool both = tells(left, b.verb) || tells(right, a.verb);
                    const bool sameArgument = a.subject == b.subject || (!a.object.empty() && a.object == b.object);
                    if (!opposite || both || a.negated != b.negated || !sameArgument)
                        continue;
                    const bool denial = other == "deny";
                    return Difference{denial ? "occurrence" : "other", 0.15 + 0.5 * alike,
                                      "Does it " + a.verb + " or " + b.verb + "?"};
                }
            }
        }
        return std::nullopt;
    }

    /// "The summit will take place", "the summit has been cancelled".
    static std::optional<Difference> isCancelled(const Claim& a, const Claim& b, double alike)
    {
        const auto cancels = [](const Claim& claim) { return isOneOf(cancellations, std::string_view(claim.verb)); };
        const bool planned = (cancels(a) && !a.negated && b.coming && !b.negated) ||
                             (cancels(b) && !b.negated && a.coming && !a.negated);
        const bool same =
            !a.subject.empty() && (a.subject == b.subject || a.subject == b.object || a.object == b.subject);
        if (!planned || !same)
            return std::nullopt;
        return Difference{"occurrence", 0.2 + 0.5 * alike, "Planned or cancelled (" + a.subject + ")?", true};
    }

    std::optional<Difference> dated(const Support& a, const Support& b, const ClaimReading& left,
                                    const ClaimReading& right, double alike) const
    {
        const auto isOwn = [](const events::EventDate& date) {
            return date.basis == events::DateBasis::OwnExpression && date.interval && date.interval->isDayOrFiner();
        };
        if (!isOwn(a.date) || !isOwn(b.date) || a.date.interval->overlaps(*b.date.interval) || left.zoned ||
            right.zoned)
            return std::nullopt;
        const Day dayA = a.date.interval->days().first;
        const Day dayB = b.date.interval->days().first;
        constexpr std::chrono::days night{1};
        const bool sameDay = dayA == dayB;
        const bool hours = a.date.interval->granularity < temporal::Granularity::Day &&
                           b.date.interval->granularity < temporal::Granularity::Day;
        const std::string keyA = std::string(m_analysis[a.article].textOf(a.trigger));
        const std::string keyB = std::string(m_analysis[b.article].textOf(b.trigger));
        const bool alikeFine = a.date.interval->granularity == b.date.interval->granularity;
        if ((sameDay && !hours) || (!sameDay && !alikeFine))
            return std::nullopt;
        const auto apart = dayA < dayB ? dayB - dayA : dayA - dayB;
        const bool planned = a.factuality == events::Factuality::Planned || b.factuality == events::Factuality::Planned;
        // One night belongs to both days.
        const bool near = !sameDay && apart <= night &&
                          (hours || a.date.words.find("night") != std::string::npos ||
                           b.date.words.find("night") != std::string::npos);
        if (near)
            return std::nullopt;
        const double sure = keyA == keyB ? 0.15 : 0.0;
        return Difference{"date", sure + 0.5 * alike, "On " + a.date.value + " or on " + b.date.value + "?", planned};
    }

    /// Sentences that are alike but for one name of a place, or for who did it.
    static std::optional<Difference> elsewhere(const ClaimReading& left, const ClaimReading& right, double alike)
    {
        constexpr double nearlyOne = 0.7;
        if (alike < nearlyOne)
            return std::nullopt;
        const auto missing = [](const ClaimReading& from, const ClaimReading& in) {
            std::vector<std::string> names;
            for (const std::string& name : from.places) {
                if (std::ranges::none_of(in.nouns, [&](const std::string& noun) { return name.starts_with(noun); }))
                    names.push_back(name);
            }
            return names;
        };
        const auto here = missing(left, right);
        const auto there = missing(right, left);
        if (here.size() == 1 && there.size() == 1)
            return Difference{"place", 0.1 + 0.55 * alike,
                              "In " + titled(here.front()) + " or in " + titled(there.front()) + "?"};
        for (const Claim& a : left.claims) {
            for (const Claim& b : right.claims) {
                const bool act =
                    a.verb == b.verb && !a.object.empty() && a.object == b.object && !a.negated && !b.negated;
                const bool named = !a.subject.empty() && !b.subject.empty() && a.subject != b.subject;
                const bool known = !left.nouns.contains(b.subject) && !right.nouns.contains(a.subject) &&
                                   !isOneOf(speakers, std::string_view(a.subject)) &&
                                   !isOneOf(speakers, std::string_view(b.subject));
                if (act && named && known)
                    return Difference{"actor", 0.05 + 0.55 * alike,
                                      "By " + a.subject + " or by " + b.subject + " (" + a.verb + ")?"};
            }
        }
        return std::nullopt;
    }

    static std::string titled(std::string name)
    {
        if (!name.empty())
            name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
        return name;
    }

    /// What one article rejects another welcomes; both write of the same story.
    void compareStances()
    {
        struct Stand
        {
            Place place;
            std::string what;
            std::string verb;
        };
        std::vector<Stand> rejected;
        std::vector<Place> favorable;
        for (const auto& [place, event] : m_eventOf) {
            const ClaimReading& reading = readingOf(place);
            bool isFavorable = reading.favorable;
            for (const Claim& claim : reading.claims) {
                if (isOneOf(refusals, std::string_view(claim.verb)) && !claim.negated && !claim.object.empty())
                    rejected.push_back({place, claim.object, claim.verb});
                isFavorable = isFavorable || (isOneOf(favors, std::string_view(claim.verb)) && !claim.negated);
            }
            if (isFavorable)
                favorable.push_back(place);
        }
        constexpr std::size_t most = 200;
        for (std::size_t r = 0; r < std::min(rejected.size(), most); ++r) {
            const Stand& stand = rejected[r];
            const Opening& opening = m_openings[indexOf(stand.place.first)];
            const bool leads = opening.heading[stand.place.second] || opening.lead[stand.place.second];
            for (const Place& other : favorable) {
                const ClaimReading& reading = readingOf(other);
                const bool agrees =
                    reading.favorable || std::ranges::any_of(reading.claims, [&](const Claim& claim) {
                        return isOneOf(favors, std::string_view(claim.verb)) && claim.object == stand.what;
                    });
                const auto pair = std::minmax(stand.place.first, other.first);
                if (other.first == stand.place.first || !agrees || !reading.nouns.contains(stand.what) ||
                    !m_together.contains({pair.first, pair.second}))
                    continue;
                add(m_eventOf.at(stand.place), stand.place, other,
                    {"other", leads ? 0.55 : 0.4, "Rejected or welcomed (" + stand.what + ")?"});
            }
        }
    }

    /// The headline says that it will be, the text under it that it was.
    void compareHeadline(ArticleId id)
    {
        constexpr std::size_t lead = 4; // sentences
        constexpr double alikeEnough = 0.4;
        const Opening& opening = m_openings[indexOf(id)];
        std::optional<std::uint32_t> heading;
        std::size_t seen = 0;
        for (std::uint32_t s = 0; s < opening.heading.size() && seen < lead; ++s) {
            if (opening.heading[s]) {
                heading = s;
                continue;
            }
            if (!heading || m_analysis[id].sentences[s].boilerplate)
                continue;
            ++seen;
            const ClaimReading& over = readingOf({id, *heading});
            const ClaimReading& under = readingOf({id, s});
            const auto event = m_eventOf.find({id, s});
            if (event == m_eventOf.end() || over.likeness(under) < alikeEnough)
                continue;
            for (const Claim& a : over.claims) {
                const bool done = a.coming && std::ranges::any_of(under.claims, [&](const Claim& b) {
                                      return b.past && !b.negated && b.verb == a.verb && b.subject == a.subject;
                                  });
                if (done)
                    add(event->second, {id, *heading}, {id, s},
                        {"certainty", 0.3 + 0.4 * over.likeness(under), "To come or done (" + a.verb + ")?"});
            }
        }
    }

    void add(std::uint32_t event, const Place& a, const Place& b, const Difference& difference)
    {
        if (!m_told.emplace(std::minmax(a, b)).second)
            return;
        const TellingOrder order = tellingOrder(m_analysis, a.first, b.first);
        const bool update = difference.changes && order.known;
        Hint hint{difference.type,
                  event,
                  std::clamp(difference.score, 0.05, 0.9),
                  difference.question + " " + order.words,
                  a.first,
                  m_analysis[a.first].sentences[a.second].span,
                  b.first,
                  m_analysis[b.first].sentences[b.second].span};
        hint.kind = update ? "update" : "direct";
        if (update)
            hint.why += ", the later report may have changed it: an update";
        m_hints.push_back(std::move(hint));
    }

    const Analysis& m_analysis;    // Not owned: the caller's.
    const std::stop_token& m_stop; // Not owned: the caller's.
    std::vector<Opening> m_openings;
    std::map<Place, ClaimReading> m_readings;
    std::map<Place, std::uint32_t> m_eventOf;             // the weightiest event of a sentence
    std::set<std::pair<ArticleId, ArticleId>> m_together; // articles that tell an event together
    std::set<std::pair<Place, Place>> m_told;
    std::vector<Hint> m_hints;
};

} // namespace

std::vector<Hint> claimHints(const Analysis& analysis, const std::stop_token& stop)
{
    return ClaimHints(analysis, stop).run();
}

} // namespace synoptic::analysis
