// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/mention_profile.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "events/participants.h"
#include "events/sentence_words.h"
#include "text/stemmer.h"

namespace synoptic::links {
namespace {

using Entries = std::vector<TermVector::Entry>;

constexpr std::size_t window = 8; // content words on each side

/// A vector of length one, of terms with weights in any order.
TermVector unit(Entries entries)
{
    std::ranges::sort(entries, {}, &TermVector::Entry::term);
    TermVector vector;
    for (const auto& entry : entries) {
        if (vector.entries.empty() || vector.entries.back().term != entry.term)
            vector.entries.push_back(entry);
    }
    scaleToOne(vector);
    return vector;
}

void sortUnique(std::vector<std::uint32_t>& terms)
{
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

class Profiler
{
public:
    Profiler(std::span<const ArticleView> articles, const Stories& stories, const std::stop_token& stop)
        : m_articles(articles), m_stories(stories), m_stop(stop)
    {}

    Profiles run()
    {
        for (std::uint32_t a = 0; a < m_articles.size() && !m_stop.stop_requested(); ++a)
            readArticle(a);
        if (m_stop.stop_requested())
            return {};
        findNames();
        findKeys();
        weighLocally();
        countKeys();
        return std::move(m_profiles);
    }

private:
    /// Capitals of a term inside sentences where capitals say something.
    struct Capitals
    {
        std::uint32_t with = 0;
        std::uint32_t without = 0;
    };

    double rarity(std::uint32_t term)
    {
        if (term >= m_rarity.size())
            m_rarity.resize(term + 1, -1.0);
        if (m_rarity[term] < 0.0)
            m_rarity[term] = DocumentFrequencies::standard().inverse(m_profiles.vocabulary.stems()[term]);
        return m_rarity[term];
    }

    void readArticle(std::uint32_t a)
    {
        const ArticleView& view = m_articles[a];
        std::uint32_t place = 0;
        std::uint32_t counted = 0; // sentences looked at for place
        for (std::uint32_t m = 0; m < view.mentions.size();) {
            const std::uint32_t sentence = view.mentions[m].sentence;
            for (; counted < sentence; ++counted)
                place += view.sentences[counted].boilerplate ? 0U : 1U;
            std::uint32_t end = m;
            while (end < view.mentions.size() && view.mentions[end].sentence == sentence)
                ++end;
            readSentence(a, place, m, end);
            m = end;
        }
    }

    void readSentence(std::uint32_t a, std::uint32_t place, std::uint32_t first, std::uint32_t end)
    {
        const ArticleView& view = m_articles[a];
        const events::SentenceWords words =
            events::wordsOf(view.article->text, view.sentences[view.mentions[first].sentence].span);
        const bool capitalsSaySomething = !events::isTitleCase(words);
        SentenceProfile profile;
        profile.article = a;
        profile.place = place;
        std::vector<std::uint32_t> terms(words.size(), noTerm);
        Entries all;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (!isContent(words.tokens[i], words.lower[i]))
                continue;
            const std::uint32_t term = m_profiles.vocabulary.idOf(text::stem(words.lower[i]));
            terms[i] = term;
            all.push_back({term, static_cast<float>(rarity(term))});
            if (words.tokens[i].kind == text::TokenKind::Number)
                profile.numbers.push_back(term);
            else if (i > 0 && capitalsSaySomething)
                ++(words.tokens[i].capital ? capitalsOf(term).with : capitalsOf(term).without);
        }
        profile.words = unit(std::move(all));
        sortUnique(profile.numbers);
        const auto index = static_cast<std::uint32_t>(m_profiles.sentences.size());
        m_profiles.sentences.push_back(std::move(profile));
        for (std::uint32_t m = first; m < end; ++m)
            addMention({a, m}, index, words, terms);
    }

    Capitals& capitalsOf(std::uint32_t term)
    {
        if (term >= m_capitals.size())
            m_capitals.resize(term + 1);
        return m_capitals[term];
    }

    void addMention(MentionRef ref, std::uint32_t sentence, const events::SentenceWords& words,
                    const std::vector<std::uint32_t>& terms)
    {
        MentionProfile profile;
        profile.ref = ref;
        profile.mention = &m_articles[ref.article].mentions[ref.mention];
        profile.story = m_stories.of[ref.article];
        profile.sentence = sentence;
        profile.key = m_profiles.vocabulary.idOf("=" + profile.mention->key);
        const auto token =
            static_cast<std::size_t>(std::ranges::lower_bound(words.tokens, profile.mention->trigger.begin, {},
                                                              [](const text::Token& t) { return t.span.begin; }) -
                                     words.tokens.begin());
        profile.word = token < terms.size() ? terms[token] : noTerm;
        profile.rarity = static_cast<std::int32_t>(
            std::lround(100.0 * DocumentFrequencies::standard().inverse(text::stem(profile.mention->key))));
        profile.left = side(terms, token, -1, profile.before);
        profile.right = side(terms, token, 1, profile.after);
        for (const std::string& name : profile.mention->participants)
            profile.people.push_back(m_profiles.vocabulary.idOf("@" + events::nameKey(name)));
        m_profiles.mentions.push_back(std::move(profile));
    }

    TermVector side(const std::vector<std::uint32_t>& terms, std::size_t token, int step, std::uint32_t& nearest)
    {
        nearest = noTerm;
        Entries entries;
        for (auto i = static_cast<std::ptrdiff_t>(token) + step; i >= 0 && i < std::ssize(terms); i += step) {
            const std::uint32_t term = terms[static_cast<std::size_t>(i)];
            if (term == noTerm)
                continue;
            if (nearest == noTerm)
                nearest = term;
            entries.push_back({term, static_cast<float>(rarity(term))});
            if (entries.size() == window)
                break;
        }
        return unit(std::move(entries));
    }

    /// A term is a name where it nearly always has a capital; so names are known in headlines too.
    void findNames()
    {
        for (SentenceProfile& sentence : m_profiles.sentences) {
            for (const auto& entry : sentence.words.entries) {
                if (entry.term >= m_capitals.size())
                    continue;
                const Capitals& capitals = m_capitals[entry.term];
                if (capitals.with > 0 && capitals.with >= 2 * capitals.without)
                    sentence.names.push_back(entry.term);
            }
        }
    }

    void findKeys()
    {
        m_profiles.concepts.resize(m_profiles.vocabulary.stems().size(), nullptr);
        for (const MentionProfile& mention : m_profiles.mentions) {
            m_profiles.concepts[mention.key] = ConceptTable::standard().find(mention.mention->key);
            m_profiles.sentences[mention.sentence].keys.push_back(mention.key);
        }
        for (SentenceProfile& sentence : m_profiles.sentences)
            sortUnique(sentence.keys);
    }

    /// What every sentence of a story says tells none of them from another.
    void weighLocally()
    {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> uses; // story, term → sentences
        std::map<std::uint32_t, std::uint32_t> sentences;                      // story → sentences
        for (const SentenceProfile& sentence : m_profiles.sentences) {
            const std::uint32_t story = m_stories.of[sentence.article];
            ++sentences[story];
            for (const auto& entry : sentence.words.entries)
                ++uses[{story, entry.term}];
        }
        for (SentenceProfile& sentence : m_profiles.sentences) {
            const std::uint32_t story = m_stories.of[sentence.article];
            Entries entries;
            for (const auto& entry : sentence.words.entries) {
                const double count = uses[{story, entry.term}];
                const double weight = std::log((sentences[story] + 1.0) / (count + 0.5)) * rarity(entry.term);
                entries.push_back({entry.term, static_cast<float>(std::sqrt(std::max(weight, 0.0)))});
            }
            sentence.localWords = unit(std::move(entries));
        }
    }

    void countKeys()
    {
        struct Uses
        {
            std::int32_t mentions = 0;
            std::int32_t articles = 0;
            std::uint32_t lastArticle = ~0U;
        };
        std::map<std::pair<std::uint32_t, std::uint32_t>, Uses> uses; // story, key
        std::map<std::uint32_t, std::int32_t> articles;               // story → articles
        for (const std::uint32_t story : m_stories.of)
            ++articles[story];
        for (const MentionProfile& mention : m_profiles.mentions) {
            Uses& own = uses[{mention.story, mention.key}];
            ++own.mentions;
            own.articles += own.lastArticle == mention.ref.article ? 0 : 1;
            own.lastArticle = mention.ref.article;
        }
        for (MentionProfile& mention : m_profiles.mentions) {
            const Uses& own = uses[{mention.story, mention.key}];
            mention.perArticle = 100 * own.mentions / own.articles;
            mention.spread = 1000 * own.articles / articles[mention.story];
        }
    }

    std::span<const ArticleView> m_articles; // Not owned: the caller's.
    const Stories& m_stories;                // Not owned: the caller's.
    const std::stop_token& m_stop;           // Not owned: the caller's.
    Profiles m_profiles;
    std::vector<double> m_rarity;     // by term; negative: not asked yet
    std::vector<Capitals> m_capitals; // by term
};

} // namespace

Profiles profilesOf(std::span<const ArticleView> articles, const Stories& stories, const std::stop_token& stop)
{
    return Profiler(articles, stories, stop).run();
}

} // namespace synoptic::links
