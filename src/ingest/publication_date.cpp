// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/publication_date.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "ingest/metadata_value.h"
#include "ingest/stated_date.h"
#include "ingest/written_date.h"

namespace synoptic::ingest {
namespace {

using corpus::PublicationBasis;
using corpus::PublicationDate;

constexpr double userConfidence = 1.0;
constexpr double tableConfidence = 0.97;
constexpr double fileNameConfidence = 0.6;
constexpr double surelyStated = 0.86;    ///< with a cue or as a dateline: surer than an element's class
constexpr double leastStated = 0.6;      ///< below, a stated date yields to one in the file's name
constexpr std::size_t mostRejected = 16; ///< a page may hold a date for each of a hundred stories

struct Key
{
    std::string_view name;
    double confidence;
};

/// Keys that name the day of publication, the surest first. Source: schema.org, Open Graph, Dublin Core, Parse.ly and
/// the habits of publishers.
constexpr std::array publishedKeys = {Key{"json-ld:datepublished", 0.95},
                                      Key{"meta:article:published_time", 0.95},
                                      Key{"meta:og:article:published_time", 0.95},
                                      Key{"meta:datepublished", 0.93},
                                      Key{"itemprop:datepublished", 0.93},
                                      Key{"meta:og:published_time", 0.93},
                                      Key{"meta:article:published", 0.93},
                                      Key{"meta:parsely-pub-date", 0.93},
                                      Key{"meta:sailthru.date", 0.92},
                                      Key{"meta:dc.date.issued", 0.92},
                                      Key{"meta:dcterms.issued", 0.92},
                                      Key{"meta:dcterms.date", 0.9},
                                      Key{"meta:dc.date", 0.9},
                                      Key{"meta:dcterms.created", 0.9},
                                      Key{"meta:dc.date.created", 0.9},
                                      Key{"meta:publish-date", 0.92},
                                      Key{"meta:publish_date", 0.92},
                                      Key{"meta:publishdate", 0.92},
                                      Key{"meta:published-date", 0.92},
                                      Key{"meta:publication_date", 0.92},
                                      Key{"meta:citation_publication_date", 0.92},
                                      Key{"meta:citation_date", 0.9},
                                      Key{"meta:pubdate", 0.92},
                                      Key{"meta:article.published", 0.92},
                                      Key{"meta:article_date_original", 0.92},
                                      Key{"meta:cxenseparse:recs:publishtime", 0.92},
                                      Key{"meta:originalpublicationdate", 0.92},
                                      Key{"meta:timestamp", 0.85},
                                      Key{"meta:date", 0.88},
                                      Key{"meta:article:date", 0.88},
                                      Key{"json-ld:datecreated", 0.85},
                                      Key{"meta:datecreated", 0.85},
                                      Key{"json-ld:uploaddate", 0.7},
                                      Key{"front-matter:date", 0.95},
                                      Key{"front-matter:published", 0.95},
                                      Key{"front-matter:pubdate", 0.95},
                                      Key{"json:published", 0.95},
                                      Key{"document:published", 0.85},
                                      Key{"mail:date", 0.85},
                                      Key{"itemprop:datecreated", 0.85},
                                      Key{"time", 0.75},
                                      Key{"itemprop:uploaddate", 0.7},
                                      Key{"class:date", 0.7}};

constexpr std::array<std::string_view, 9> updatedKeys = {
    "json-ld:datemodified", "meta:article:modified_time", "meta:og:updated_time", "meta:last-modified",
    "meta:datemodified",    "meta:dcterms.modified",      "front-matter:updated", "json:updated",
    "itemprop:datemodified"};

/// When the copy was made that lies in the folder: a later day than any the article can have.
constexpr std::array<std::string_view, 2> copyKeys = {"saved", "document:created"};

/// Collects what speaks for days and settles on one.
class Decision
{
public:
    Decision(std::string_view file, std::vector<Diagnostic>& diagnostics) : m_file(file), m_diagnostics(diagnostics) {}

    /// The first that is offered is taken; a later one that fits is further evidence, else it is rejected.
    void offer(PublicationBasis basis, const DateCandidate& candidate)
    {
        if (!m_date.range) {
            take(basis, candidate);
            return;
        }
        const bool agrees = m_date.range->first <= candidate.days.last && candidate.days.first <= m_date.range->last;
        if (agrees) {
            // A day inside a month that is known already: the same answer, told better.
            if (candidate.days.days() < m_date.range->days() && basis == m_date.basis)
                setRange(candidate.days);
            addEvidence(candidate);
            m_date.confidence = std::min(std::max(m_date.confidence, 0.98), m_date.confidence + 0.03);
            return;
        }
        if (basis == PublicationBasis::Metadata && m_date.basis == PublicationBasis::Metadata)
            m_diagnostics.push_back({Severity::Note,
                                     DiagnosticCode::MetadataConflict,
                                     {},
                                     "publication date: " + m_date.value + ", " + edtfOf(candidate.days)});
        reject({candidate.span, edtfOf(candidate.days), candidate.why + ", but a surer place says " + m_date.value});
    }

    void reject(corpus::RejectedDate rejected)
    {
        const bool isKnown = std::ranges::find(m_date.rejected, rejected) != m_date.rejected.end();
        if (!isKnown && m_date.rejected.size() < mostRejected)
            m_date.rejected.push_back(std::move(rejected));
    }

    PublicationDate result() && { return std::move(m_date); }

private:
    void take(PublicationBasis basis, const DateCandidate& candidate)
    {
        setRange(candidate.days);
        m_date.basis = basis;
        m_date.confidence = candidate.confidence;
        addEvidence(candidate);
    }

    void setRange(const DayRange& days)
    {
        m_date.range = days;
        m_date.value = edtfOf(days);
    }

    void addEvidence(const DateCandidate& candidate)
    {
        m_date.evidence.push_back({std::string(m_file), candidate.span, candidate.why});
    }

    std::string_view m_file;
    std::vector<Diagnostic>& m_diagnostics; // Not owned: the caller's.
    PublicationDate m_date;
};

/// A date as a person or a table writes it: EDTF of a day, month, year or interval, or any form with a day in it.
std::optional<DayRange> daysOf(std::string_view value)
{
    value = trimmed(value);
    if (const auto slash = value.find('/'); slash != std::string_view::npos) {
        const auto first = daysFromIso(value.substr(0, slash));
        const auto last = daysFromIso(value.substr(slash + 1));
        if (first && last && first->first <= last->last)
            return DayRange{first->first, last->last};
    }
    if (const auto days = daysFromIso(value))
        return days;
    const auto day = dayOfTimestamp(value);
    return day ? std::optional(DayRange{*day, *day}) : std::nullopt;
}

/// Keys that say "date" and no more: publishers put the day of an update there as well.
constexpr double leastCertainKey = 0.91;

bool isDayOfUpdate(std::span<const MetadataField> metadata, Day day)
{
    return std::ranges::any_of(metadata, [&](const MetadataField& field) {
        return std::ranges::find(updatedKeys, lowered(field.key)) != updatedKeys.end() &&
               dayOfTimestamp(field.value) == day;
    });
}

/// Elements that merely look like a date's may belong to other stories: what the text states is surer.
constexpr double leastSureOfMetadata = 0.8;

/// The first day under each key; later ones belong to other stories. Those of elements that merely look like a date's
/// wait in @p weak; vague keys that repeat an update come last, in @p late.
void offerMetadata(Decision& decision, std::span<const MetadataField> metadata, std::vector<DateCandidate>& weak,
                   std::vector<DateCandidate>& late)
{
    for (const Key& key : publishedKeys) {
        for (const MetadataField& field : metadata) {
            if (lowered(field.key) != key.name || saysUpdated(field.value))
                continue;
            if (const auto day = dayOfTimestamp(field.value)) {
                DateCandidate candidate{{*day, *day}, {}, key.confidence, "the document's " + field.key};
                if (key.confidence < leastCertainKey && isDayOfUpdate(metadata, *day)) {
                    candidate.confidence = leastStated;
                    late.push_back(std::move(candidate));
                } else if (key.confidence < leastSureOfMetadata) {
                    weak.push_back(std::move(candidate));
                } else {
                    decision.offer(PublicationBasis::Metadata, candidate);
                }
                break;
            }
        }
    }
    for (const MetadataField& field : metadata) {
        const std::string key = lowered(field.key);
        const bool isUpdate = std::ranges::find(updatedKeys, key) != updatedKeys.end();
        const bool isCopy = std::ranges::find(copyKeys, key) != copyKeys.end();
        if (const auto day = isUpdate || isCopy ? dayOfTimestamp(field.value) : std::nullopt)
            decision.reject({{},
                             isoDate(*day),
                             isUpdate ? "the date of an update (" + field.key + ")"
                                      : "the day this copy was made (" + field.key + ")"});
    }
}

} // namespace

PublicationDate publicationDate(const Layout& layout, std::span<const MetadataField> metadata, std::string_view url,
                                const FileContext& context, std::vector<Diagnostic>& diagnostics)
{
    Decision decision(context.file, diagnostics);
    if (const auto days = daysOf(context.publishedByUser))
        decision.offer(PublicationBasis::User, {*days, {}, userConfidence, "typed by the analyst"});
    if (context.metadata && !context.metadata->published.empty()) {
        if (const auto days = daysOf(context.metadata->published))
            decision.offer(PublicationBasis::Metadata, {*days, {}, tableConfidence, "metadata.csv"});
        else
            diagnostics.push_back(
                {Severity::Warning, DiagnosticCode::UnusedMetadata, {}, "no date: " + context.metadata->published});
    }
    std::vector<DateCandidate> ofElements;
    std::vector<DateCandidate> late;
    offerMetadata(decision, metadata, ofElements, late);
    const auto inUrl = daysInPath(url);
    if (inUrl && inUrl->isOneDay())
        decision.offer(PublicationBasis::Metadata, {*inUrl, {}, 0.85, "the date in its address"});

    StatedDates stated = statedDates(layout);
    std::ranges::stable_sort(stated.candidates, std::ranges::greater{}, &DateCandidate::confidence);
    const auto below = [&stated](double confidence) {
        return std::ranges::find_if(stated.candidates,
                                    [confidence](const DateCandidate& c) { return c.confidence < confidence; });
    };
    const auto unsure = below(surelyStated);
    for (auto candidate = stated.candidates.begin(); candidate != unsure; ++candidate)
        decision.offer(PublicationBasis::Stated, *candidate);
    for (const DateCandidate& candidate : ofElements)
        decision.offer(PublicationBasis::Metadata, candidate);
    const auto weak = below(leastStated);
    for (auto candidate = unsure; candidate != weak; ++candidate)
        decision.offer(PublicationBasis::Stated, *candidate);
    const std::size_t leaf = context.file.rfind('/') + 1;
    if (const auto days = daysInPath(std::string_view(context.file).substr(leaf)))
        decision.offer(PublicationBasis::FileName, {*days, {}, fileNameConfidence, "the file's name"});
    for (auto candidate = weak; candidate != stated.candidates.end(); ++candidate)
        decision.offer(PublicationBasis::Stated, *candidate);
    for (const DateCandidate& candidate : late)
        decision.offer(PublicationBasis::Metadata, candidate);
    if (inUrl && !inUrl->isOneDay())
        decision.offer(PublicationBasis::Metadata, {*inUrl, {}, 0.7, "the month in its address"});
    for (corpus::RejectedDate& rejected : stated.rejected)
        decision.reject(std::move(rejected));

    PublicationDate published = std::move(decision).result();
    if (!published.range)
        diagnostics.push_back({Severity::Note, DiagnosticCode::NoPublicationDate, {}, {}});
    return published;
}

} // namespace synoptic::ingest
