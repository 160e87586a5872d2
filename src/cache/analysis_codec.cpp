// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/analysis_codec.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "cache/analysis_fields.h"

namespace synoptic::cache {
namespace {

using analysis::Analysis;
using analysis::ArticleAnalysis;

/// Whether what is said of one article can be true of its text.
class ArticleCheck
{
public:
    explicit ArticleCheck(const ArticleAnalysis& article) : m_article(article), m_text(article.article.text) {}

    bool isSound() const
    {
        const corpus::Article& own = m_article.article;
        const bool isCanonical = m_text.size() <= limits::replyBytes && m_text.find('\r') == std::string_view::npos &&
                                 m_text.find('\0') == std::string_view::npos && isValidUtf8(m_text);
        return isCanonical && isName(own.file) && areInOrder(own.boilerplate) && areInOrder(own.headings) &&
               (!own.boilerplateAsFound || areInOrder(*own.boilerplateAsFound)) && isPublished(own.published) &&
               areSentences() && areExpressions() && areMentions();
    }

    static bool isName(const std::string& file) { return !file.empty() && file.find('\0') == std::string::npos; }

private:
    bool isBorder(std::uint32_t at) const
    {
        return at == m_text.size() || (at < m_text.size() && !isContinuationByte(m_text[at]));
    }
    bool isInside(TextSpan span) const { return span.begin <= span.end && isBorder(span.begin) && isBorder(span.end); }

    bool areInOrder(const std::vector<TextSpan>& spans) const
    {
        std::uint32_t from = 0;
        return std::ranges::all_of(
            spans, [&](TextSpan span) { return isInside(span) && span.begin >= std::exchange(from, span.end); });
    }

    bool areSentences() const
    {
        std::uint32_t from = 0;
        return std::ranges::all_of(m_article.sentences, [&](const text::Sentence& sentence) {
            return !sentence.span.empty() && isInside(sentence.span) &&
                   sentence.span.begin >= std::exchange(from, sentence.span.end);
        });
    }

    bool isPublished(const corpus::PublicationDate& published) const
    {
        return (!published.range || published.range->first <= published.range->last) &&
               std::ranges::all_of(published.rejected,
                                   [this](const corpus::RejectedDate& own) { return isInside(own.span); });
    }

    static bool isInterval(const std::optional<temporal::Interval>& interval)
    {
        return !interval || interval->begin <= interval->end;
    }

    bool areExpressions() const
    {
        std::uint32_t from = 0;
        const std::size_t count = m_article.expressions.size();
        return std::ranges::all_of(m_article.expressions, [&](const temporal::TemporalExpression& own) {
            return isInside(own.span) && own.span.begin >= std::exchange(from, own.span.begin) &&
                   isInterval(own.interval) && (!own.alternative || isInterval(own.alternative->interval)) &&
                   (!own.anchorExpression || *own.anchorExpression < count);
        });
    }

    bool areMentions() const
    {
        std::uint32_t from = 0;
        return std::ranges::all_of(m_article.mentions, [&](const events::EventMention& own) {
            return own.sentence < m_article.sentences.size() && own.sentence >= std::exchange(from, own.sentence) &&
                   isInside(own.trigger) && isInterval(own.date.interval) && areThere(own.expressions);
        });
    }

    bool areThere(const std::vector<std::uint32_t>& expressions) const
    {
        return std::ranges::all_of(expressions,
                                   [this](std::uint32_t own) { return own < m_article.expressions.size(); });
    }

    friend bool isSound(const analysis::Event& event, const Analysis& analysis);

    const ArticleAnalysis& m_article; // Not owned: looked at in one call.
    std::string_view m_text;          // Not owned, as above.
};

bool isSound(const analysis::Event& event, const Analysis& analysis)
{
    const auto isDate = [](const events::EventDate& date) { return ArticleCheck::isInterval(date.interval); };
    std::pair<ArticleId, std::uint32_t> from{};
    return isDate(event.date) && isDate(event.assumed) && std::ranges::all_of(event.positions, isDate) &&
           std::ranges::all_of(event.supports, [&](const analysis::Support& own) {
               if (indexOf(own.article) >= analysis.articles.size())
                   return false;
               const ArticleAnalysis& article = analysis[own.article];
               const std::pair at{own.article, own.sentence};
               return own.sentence < article.sentences.size() && at >= std::exchange(from, at) && isDate(own.date) &&
                      ArticleCheck(article).isInside(own.trigger) && ArticleCheck(article).areThere(own.expressions);
           });
}

bool isSound(const analysis::Hint& hint, const Analysis& analysis)
{
    const auto isPlace = [&analysis](ArticleId article, TextSpan span) {
        return indexOf(article) < analysis.articles.size() && span.begin <= span.end &&
               span.end <= analysis[article].article.text.size();
    };
    return hint.event < analysis.events.size() && isPlace(hint.articleA, hint.spanA) &&
           isPlace(hint.articleB, hint.spanB);
}

tl::unexpected<Error> malformed(const char* what)
{
    return failure(ErrorCode::Malformed, what);
}

} // namespace

std::string encodeArticles(std::span<const std::shared_ptr<const ArticleAnalysis>> articles)
{
    ByteWriter writer;
    writer(static_cast<std::uint64_t>(articles.size()));
    for (const auto& article : articles)
        writer(*article);
    return std::move(writer.bytes);
}

Result<Articles> decodeArticles(std::string_view bytes)
{
    ByteReader reader(bytes);
    std::uint64_t count = 0;
    reader(count);
    if (count > bytes.size() / smallestSize<ArticleAnalysis>())
        return malformed("more articles than bytes");
    Articles articles;
    articles.reserve(count);
    for (std::uint64_t i = 0; i < count && reader.isSound(); ++i) {
        auto article = std::make_shared<ArticleAnalysis>();
        reader(*article);
        if (reader.isSound() && !ArticleCheck(*article).isSound())
            return malformed("an article that cannot be");
        articles.push_back(std::move(article));
    }
    if (!reader.isAtEnd())
        return malformed("no articles");
    return articles;
}

std::string encodeLinks(const Analysis& analysis)
{
    ByteWriter writer;
    writer(analysis.folder);
    writer(analysis.reprintCluster);
    writer(analysis.events);
    writer(analysis.hints);
    writer(analysis.skipped);
    return std::move(writer.bytes);
}

Result<std::shared_ptr<const Analysis>> decodeLinks(std::string_view bytes, Articles articles)
{
    auto analysis = std::make_shared<Analysis>();
    ByteReader reader(bytes);
    reader(analysis->folder);
    reader(analysis->reprintCluster);
    reader(analysis->events);
    reader(analysis->hints);
    reader(analysis->skipped);
    if (!reader.isAtEnd())
        return malformed("no events");
    analysis->articles = std::move(articles);
    const std::size_t count = analysis->articles.size();
    const auto fileOf = [](const auto& article) -> const std::string& { return article->article.file; };
    const bool areArticles = std::adjacent_find(analysis->articles.begin(), analysis->articles.end(),
                                                [&](const auto& a, const auto& b) { return fileOf(a) >= fileOf(b); }) ==
                             analysis->articles.end();
    const bool areClusters =
        analysis->reprintCluster.size() == count &&
        std::ranges::all_of(analysis->reprintCluster, [count](std::uint32_t own) { return own < count; });
    if (!areArticles || !areClusters)
        return malformed("articles out of order");
    if (!std::ranges::all_of(analysis->events, [&](const analysis::Event& own) { return isSound(own, *analysis); }))
        return malformed("an event that cannot be");
    if (!std::ranges::all_of(analysis->hints, [&](const analysis::Hint& own) { return isSound(own, *analysis); }))
        return malformed("a hint that cannot be");
    return std::shared_ptr<const Analysis>(std::move(analysis));
}

std::string encodeScan(const corpus::FolderScan& scan)
{
    ByteWriter writer;
    writer(scan.files);
    writer(scan.skipped);
    writer(scan.metadataCsv);
    writer(static_cast<std::uint64_t>(scan.entries));
    return std::move(writer.bytes);
}

Result<corpus::FolderScan> decodeScan(std::string_view bytes)
{
    corpus::FolderScan scan;
    ByteReader reader(bytes);
    std::uint64_t entries = 0;
    reader(scan.files);
    reader(scan.skipped);
    reader(scan.metadataCsv);
    reader(entries);
    scan.entries = entries;
    if (!reader.isAtEnd())
        return malformed("no list of files");
    return scan;
}

std::uint64_t checkOf(std::string_view bytes)
{
    // Each step is reversible for a given word, so that one word that changed always changes the end
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    constexpr std::size_t width = sizeof(std::uint64_t);
    std::uint64_t check = bytes.size() * odd;
    const auto take = [&check](std::uint64_t word) { check = std::rotl((check ^ word) * odd, 29); };
    while (bytes.size() >= width) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), width);
        take(word);
        bytes.remove_prefix(width);
    }
    std::uint64_t last = 0;
    for (const char each : bytes)
        last = (last << 8U) | static_cast<unsigned char>(each);
    take(last);
    return check ^ (check >> 32U);
}

} // namespace synoptic::cache
