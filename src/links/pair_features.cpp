// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/pair_features.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

namespace synoptic::links {
namespace {

std::int32_t thousandths(double value)
{
    return static_cast<std::int32_t>(std::lround(1000.0 * value));
}

std::int32_t sharedTerms(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    std::int32_t shared = 0;
    auto right = b.begin();
    for (const std::uint32_t term : a) {
        while (right != b.end() && *right < term)
            ++right;
        if (right == b.end())
            break;
        shared += *right == term ? 1 : 0;
    }
    return shared;
}

bool isVerb(const events::EventMention& mention)
{
    return mention.form != events::TriggerForm::Noun;
}

struct SharedPeople
{
    std::int32_t any = 0;
    std::int32_t near = 0;
};

SharedPeople sharedPeople(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    constexpr std::size_t nearest = 2;
    SharedPeople shared;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            if (a[i] != b[j])
                continue;
            ++shared.any;
            shared.near += i < nearest && j < nearest ? 1 : 0;
        }
    }
    return shared;
}

/// Also of assumed dates; the values of PairFeature::AnyDays.
std::int32_t anyDays(const events::EventDate& a, const events::EventDate& b)
{
    constexpr std::chrono::hours near{48};
    if (!a.interval || !b.interval)
        return -1;
    if (a.interval->overlaps(*b.interval))
        return 2;
    const auto gap = a.interval->begin < b.interval->begin ? b.interval->begin - a.interval->end
                                                           : a.interval->begin - b.interval->end;
    return gap < near ? 1 : 0;
}

std::int32_t daysBetween(const corpus::Article& a, const corpus::Article& b)
{
    constexpr std::int32_t unknown = -1;
    constexpr std::int32_t most = 400;
    if (!a.published.range || !b.published.range)
        return unknown;
    const auto gap = (a.published.range->first - b.published.range->first).count();
    return static_cast<std::int32_t>(std::min<std::int64_t>(std::llabs(gap), most));
}

} // namespace

DayRelation relationOf(const events::EventDate& a, const events::EventDate& b)
{
    using events::DateBasis;
    if (!a.interval || !b.interval || a.basis != DateBasis::OwnExpression || b.basis != DateBasis::OwnExpression)
        return DayRelation::Unknown;
    if (a.interval->overlaps(*b.interval)) {
        const bool bothDays = a.interval->isDayOrFiner() && b.interval->isDayOrFiner();
        return bothDays ? DayRelation::SameDay : DayRelation::Compatible;
    }
    constexpr std::chrono::hours week{24 * 7};
    const auto gap = a.interval->begin < b.interval->begin ? b.interval->begin - a.interval->end
                                                           : a.interval->begin - b.interval->end;
    return gap < week ? DayRelation::NearDays : DayRelation::OtherDays;
}

PairFeatures pairFeaturesOf(const Profiles& profiles, const Stories& stories, const ArticleView& articleA,
                            const ArticleView& articleB, const MentionProfile& a, const MentionProfile& b,
                            std::int32_t aligned)
{
    PairFeatures features{};
    const auto set = [&](PairFeature feature, std::int32_t value) {
        features[static_cast<std::size_t>(feature)] = value;
    };
    const SentenceProfile& sentenceA = profiles.sentences[a.sentence];
    const SentenceProfile& sentenceB = profiles.sentences[b.sentence];
    set(PairFeature::SameKey, a.key == b.key ? 1 : 0);
    set(PairFeature::SameWord, a.word == b.word ? 1 : 0);
    set(PairFeature::SameForm, isVerb(*a.mention) == isVerb(*b.mention) ? 1 : 0);
    const double leftLeft = cosine(a.left, b.left);
    const double rightRight = cosine(a.right, b.right);
    const double leftRight = cosine(a.left, b.right);
    const double rightLeft = cosine(a.right, b.left);
    set(PairFeature::LeftLeft, thousandths(leftLeft));
    set(PairFeature::RightRight, thousandths(rightRight));
    set(PairFeature::LeftRight, thousandths(std::max(leftRight, rightLeft)));
    set(PairFeature::Around, thousandths(leftLeft + rightRight + leftRight + rightLeft));
    set(PairFeature::Sentences, thousandths(cosine(sentenceA.words, sentenceB.words)));
    set(PairFeature::LocalSentences, thousandths(cosine(sentenceA.localWords, sentenceB.localWords)));
    const std::int32_t names = sharedTerms(sentenceA.names, sentenceB.names);
    const auto fewerNames = static_cast<std::int32_t>(std::min(sentenceA.names.size(), sentenceB.names.size()));
    set(PairFeature::SharedNames, names);
    set(PairFeature::NameShare, fewerNames == 0 ? -1 : 1000 * names / fewerNames);
    set(PairFeature::OtherNames, fewerNames > 0 && names == 0 ? 1 : 0);
    const std::int32_t numbers = sharedTerms(sentenceA.numbers, sentenceB.numbers);
    set(PairFeature::SharedNumbers, numbers);
    set(PairFeature::OtherNumbers, numbers == 0 && !sentenceA.numbers.empty() && !sentenceB.numbers.empty() ? 1 : 0);
    set(PairFeature::Days, static_cast<std::int32_t>(relationOf(a.mention->date, b.mention->date)));
    const bool sameArticle = a.ref.article == b.ref.article;
    const ArticleLikeness likeness = stories.likenesses.between(a.ref.article, b.ref.article);
    set(PairFeature::Words, likeness[LikenessFeature::Words]);
    set(PairFeature::Names, likeness[LikenessFeature::Names]);
    set(PairFeature::Leads, likeness[LikenessFeature::Leads]);
    set(PairFeature::RelativeWords, likeness[LikenessFeature::RelativeNearWords]);
    set(PairFeature::RelativeNames, likeness[LikenessFeature::RelativeNearNames]);
    set(PairFeature::RelativeLeads, likeness[LikenessFeature::RelativeNearLeads]);
    set(PairFeature::StoryOdds, likeness.storyOdds);
    constexpr std::uint32_t farDown = 20;
    set(PairFeature::EarlierPlace, static_cast<std::int32_t>(std::min({sentenceA.place, sentenceB.place, farDown})));
    set(PairFeature::LaterPlace,
        static_cast<std::int32_t>(std::min(std::max(sentenceA.place, sentenceB.place), farDown)));
    set(PairFeature::Rarity, std::min(a.rarity, b.rarity));
    set(PairFeature::PerArticle, std::max(a.perArticle, b.perArticle));
    set(PairFeature::Spread, std::min(a.spread, b.spread));
    set(PairFeature::Reporting, (a.mention->reporting ? 1 : 0) + (b.mention->reporting ? 1 : 0));
    set(PairFeature::SameFactuality, a.mention->factuality == b.mention->factuality ? 1 : 0);
    set(PairFeature::SameArticle, sameArticle ? 1 : 0);
    set(PairFeature::SameBefore, a.before != noTerm && a.before == b.before ? 1 : 0);
    set(PairFeature::SameAfter, a.after != noTerm && a.after == b.after ? 1 : 0);
    set(PairFeature::DaysBetweenPublications, daysBetween(*articleA.article, *articleB.article));
    set(PairFeature::Aligned, aligned);
    set(PairFeature::Concepts,
        static_cast<std::int32_t>(relationOf(profiles.concepts[a.key], profiles.concepts[b.key])));
    set(PairFeature::KeysMissing, (std::ranges::binary_search(sentenceB.keys, a.key) ? 0 : 1) +
                                      (std::ranges::binary_search(sentenceA.keys, b.key) ? 0 : 1));
    set(PairFeature::LessLikely, thousandths(std::min(a.mention->score, b.mention->score)));
    set(PairFeature::MoreLikely, thousandths(std::max(a.mention->score, b.mention->score)));
    set(PairFeature::Nouns, (isVerb(*a.mention) ? 0 : 1) + (isVerb(*b.mention) ? 0 : 1));
    const SharedPeople people = sharedPeople(a.people, b.people);
    const bool oneNamesNobody = a.people.empty() || b.people.empty();
    set(PairFeature::SharedPeople, people.any);
    set(PairFeature::SharedNearPeople, people.near);
    set(PairFeature::OtherPeople, oneNamesNobody ? -1 : people.any == 0 ? 1 : 0);
    set(PairFeature::AnyDays, anyDays(a.mention->date, b.mention->date));
    const auto basisA = static_cast<std::int32_t>(a.mention->date.basis);
    const auto basisB = static_cast<std::int32_t>(b.mention->date.basis);
    set(PairFeature::StrongerBasis, std::min(basisA, basisB));
    set(PairFeature::WeakerBasis, std::max(basisA, basisB));
    return features;
}

} // namespace synoptic::links
