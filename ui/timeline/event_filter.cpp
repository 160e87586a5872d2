// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/event_filter.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include <QCoreApplication>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"

namespace synoptic::ui {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("EventFilter", text);
}

constexpr QChar separator = u'\n'; // lineText() leaves none in a name

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

char lowered(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

} // namespace

EventFilter EventFilter::cleared() const
{
    EventFilter plain;
    plain.minimumSalience = minimumSalience;
    plain.exception = exception;
    return plain;
}

EventSieve::EventSieve(const EventFilter& filter, const edits::Timeline& timeline, const SourceTable& sources)
    : m_filter(filter), m_timeline(timeline), m_sources(sources), m_tag(bytesOf(filter.tag))
{
    m_filter.text = m_filter.text.trimmed();
    if (const std::string words = bytesOf(m_filter.text); isAscii(words))
        std::ranges::transform(words, std::back_inserter(m_plainText), lowered);
    m_needsDetails =
        !m_filter.text.isEmpty() || !m_filter.sources.isEmpty() || m_filter.from || m_filter.until || !m_tag.empty();
    if (m_filter.sources.isEmpty())
        return;
    for (const SourceTable::Source& source : sources.sources)
        m_wanted.push_back(m_filter.sources.contains(source.name));
}

bool EventSieve::matchesText(const analysis::Event& event) const
{
    if (m_filter.text.isEmpty())
        return true;
    const auto has = [this](const std::string& words) {
        if (m_plainText.empty())
            return lineText(words).contains(m_filter.text, Qt::CaseInsensitive);
        // Nearly always, and a hundred thousand titles at every key: no title is converted
        return std::search(words.begin(), words.end(), m_plainText.begin(), m_plainText.end(),
                           [](char own, char wanted) { return lowered(own) == wanted; }) != words.end();
    };
    return has(event.title) || has(event.date.words) || has(event.date.value) ||
           std::ranges::any_of(event.participants, has);
}

bool EventSieve::matchesSources(const analysis::Event& event) const
{
    return m_wanted.empty() || std::ranges::any_of(event.supports, [this](const analysis::Support& support) {
               return m_wanted[m_sources.indexOf(support.article)];
           });
}

bool EventSieve::matchesDays(const analysis::Event& event) const
{
    if (!m_filter.from && !m_filter.until)
        return true;
    const auto fits = [this](const events::EventDate& date) {
        if (!date.interval)
            return false;
        const DayRange days = date.interval->days();
        const bool isLateEnough = !m_filter.from || days.last >= *m_filter.from;
        return isLateEnough && (!m_filter.until || days.first <= *m_filter.until);
    };
    return event.positions.empty() ? fits(event.date) : std::ranges::any_of(event.positions, fits);
}

bool EventSieve::matchesDetails(EventId id) const
{
    const edits::TimelineEvent& shown = m_timeline[id];
    return (m_tag.empty() || std::ranges::find(shown.tags, m_tag) != shown.tags.end()) && matchesDays(shown.event) &&
           matchesSources(shown.event) && matchesText(shown.event);
}

FilterVerdict EventSieve::verdict(EventId id) const
{
    return verdict(id, traitsOf(m_timeline[id], !m_timeline.contradictionsOf(id).empty()));
}

FilterVerdict EventSieve::verdict(EventId id, const EventTraits& traits) const
{
    if (!m_filter.review.has(traits.review))
        return traits.review == edits::ReviewState::Rejected ? FilterVerdict::Rejected : FilterVerdict::Filtered;
    if (!m_filter.certainty.has(traits.factuality) || traits.independent < m_filter.leastIndependent ||
        (m_filter.disputedOnly && !traits.isDisputed) || (m_needsDetails && !matchesDetails(id)))
        return FilterVerdict::Filtered;
    // What somebody decided about or flagged weighs enough
    const bool isMinor = traits.salience < static_cast<float>(m_filter.minimumSalience) &&
                         traits.review != edits::ReviewState::Accepted &&
                         (!traits.isDisputed || m_timeline.contradictionsOf(id).empty());
    return isMinor ? FilterVerdict::BelowThreshold : FilterVerdict::Shown;
}

std::map<std::string, std::string> valuesOf(const EventFilter& filter)
{
    const auto day = [](const std::optional<Day>& own) { return own ? isoDate(*own) : std::string(); };
    return {{"filter.text", bytesOf(filter.text)},
            {"filter.salience", bytesOf(QString::number(filter.minimumSalience, 'f', 2))},
            {"filter.sources", bytesOf(filter.sources.join(separator))},
            {"filter.from", day(filter.from)},
            {"filter.until", day(filter.until)},
            {"filter.certainty", std::to_string(filter.certainty.bits())},
            {"filter.review", std::to_string(filter.review.bits())},
            {"filter.independent", std::to_string(filter.leastIndependent)},
            {"filter.disputed", filter.disputedOnly ? "1" : "0"},
            {"filter.tag", bytesOf(filter.tag)}};
}

EventFilter filterFrom(const std::map<std::string, std::string>& values)
{
    const auto value = [&values](const char* name) {
        const auto found = values.find(name);
        return found == values.end() ? std::string() : found->second;
    };
    const auto number = [&](const char* name, unsigned least, unsigned most, unsigned otherwise) {
        bool isNumber = false;
        const unsigned own = QString::fromStdString(value(name)).toUInt(&isNumber);
        return isNumber && own >= least && own <= most ? own : otherwise;
    };
    EventFilter filter;
    filter.text = QString::fromStdString(value("filter.text"));
    bool isNumber = false;
    if (const double salience = QString::fromStdString(value("filter.salience")).toDouble(&isNumber); isNumber)
        filter.minimumSalience = std::clamp(salience, 0.0, 1.0);
    filter.sources = QString::fromStdString(value("filter.sources")).split(separator, Qt::SkipEmptyParts);
    filter.from = dayFromIso(value("filter.from"));
    filter.until = dayFromIso(value("filter.until"));
    using Certainty = Choice<events::Factuality>;
    using Review = Choice<edits::ReviewState>;
    filter.certainty = Certainty::fromBits(number("filter.certainty", 1, 15, EventFilter::anyCertainty.bits()));
    filter.review = Review::fromBits(number("filter.review", 1, 7, EventFilter::notRejected.bits()));
    filter.leastIndependent = number("filter.independent", 1, 100, 1);
    filter.disputedOnly = value("filter.disputed") == "1";
    filter.tag = QString::fromStdString(value("filter.tag"));
    return filter;
}

QStringList wordsOf(const EventFilter& filter)
{
    QStringList words;
    if (!filter.text.trimmed().isEmpty())
        words << translated("with “%1”").arg(lineText(bytesOf(filter.text.trimmed())));
    if (!filter.sources.isEmpty())
        words << translated("told by %1").arg(filter.sources.join(QStringLiteral(", ")));
    if (filter.from)
        words << translated("from %1").arg(QString::fromStdString(isoDate(*filter.from)));
    if (filter.until)
        words << translated("until %1").arg(QString::fromStdString(isoDate(*filter.until)));
    if (filter.certainty != EventFilter::anyCertainty) {
        QStringList own;
        for (const auto certainty : {events::Factuality::Asserted, events::Factuality::Planned,
                                     events::Factuality::Possible, events::Factuality::Denied})
            if (filter.certainty.has(certainty))
                own << factualityText(certainty);
        words << own.join(translated(" or "));
    }
    if (filter.review != EventFilter::notRejected) {
        QStringList own;
        if (filter.review.has(edits::ReviewState::Candidate))
            own << translated("not reviewed");
        if (filter.review.has(edits::ReviewState::Accepted))
            own << translated("accepted");
        if (filter.review.has(edits::ReviewState::Rejected))
            own << translated("rejected");
        words << own.join(translated(" or "));
    }
    if (filter.leastIndependent > 1)
        words << translated("%1 or more independent sources").arg(filter.leastIndependent);
    if (filter.disputedOnly)
        words << translated("disputed");
    if (!filter.tag.isEmpty())
        words << translated("tagged “%1”").arg(lineText(bytesOf(filter.tag)));
    return words;
}

} // namespace synoptic::ui
