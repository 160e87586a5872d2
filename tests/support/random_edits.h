// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "edits/timeline.h"
#include "edits/typed_date.h"
#include "support/corpus_builder.h"

/// Edits drawn at random from everything an analyst can do to a timeline: the same for the same seed.
namespace synoptic::tests {

/// Articles of six sentences and events told by some of them.
inline std::shared_ptr<const analysis::Analysis> randomCorpus(std::size_t articles, std::size_t events,
                                                              std::uint32_t seed)
{
    std::mt19937 random(seed);
    CorpusBuilder corpus;
    for (std::size_t a = 0; a < articles; ++a) {
        std::string number = std::to_string(a);
        number.insert(0, 5 - number.size(), '0');
        std::string text;
        for (int s = 0; s < 6; ++s)
            text += "Line " + std::to_string(s) + " of report " + number + " tells of matter " +
                    std::to_string(random() % 1000) + ".\n";
        ArticleBuilder article(number + ".txt", "Outlet " + std::to_string(a % 7));
        article.title("Report " + number).published("2021-05-" + std::to_string(10 + a % 20)).text(text);
        corpus.article(article);
    }
    for (std::size_t e = 0; e < events; ++e) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> supports;
        const auto first = static_cast<std::uint32_t>(random() % articles);
        for (std::uint32_t s = 0; s < 1 + random() % 3; ++s)
            supports.emplace_back(first + s < articles ? first + s : first, static_cast<std::uint32_t>(random() % 6));
        std::ranges::sort(supports);
        supports.erase(std::unique(supports.begin(), supports.end()), supports.end());
        corpus.event("event " + std::to_string(e), dateOf("2021-0" + std::to_string(1 + random() % 9)), supports);
    }
    return corpus.build()->sharedAnalysis();
}

class RandomEdits
{
public:
    explicit RandomEdits(std::uint32_t seed) : m_random(seed) {}

    edits::Edit next(const edits::Timeline& timeline)
    {
        switch (below(23)) {
        case 0:
            return edits::RenameEvent{event(timeline), words()};
        case 1:
            return edits::ReviewEvent{event(timeline), static_cast<edits::ReviewState>(below(3))};
        case 2: {
            edits::MergeEvents merge;
            for (std::size_t i = 2 + below(2); i > 0; --i)
                merge.events.push_back(event(timeline));
            return merge;
        }
        case 3:
            return edits::RedateEvent{event(timeline), date()};
        case 4:
            return edits::SetEventFactuality{event(timeline), static_cast<events::Factuality>(below(4))};
        case 5:
            return edits::SetEventTags{event(timeline), {words(), words()}};
        case 6:
            return edits::SetEventNote{event(timeline), words()};
        case 7:
            return edits::SetEventParticipants{event(timeline), {words()}};
        case 8:
            return edits::SetEventSignificance{event(timeline), static_cast<double>(below(1000)) / 999.0};
        case 9:
            return edits::AddEvent{key(), words(), anchor(timeline), date()};
        case 10:
            return edits::AttachSupport{event(timeline), anchor(timeline), static_cast<analysis::Stance>(below(3))};
        case 11:
            return edits::DetachSupport{event(timeline), support(timeline)};
        case 12:
            return edits::SplitEvent{event(timeline), key(), words(), {support(timeline), support(timeline)}};
        case 13:
            return keep(timeline);
        case 14:
            return edits::SetPublication{file(timeline), "2021-04-" + std::to_string(10 + below(20))};
        case 15:
            return edits::SetArticleTitle{file(timeline), words()};
        case 16:
            return edits::SetArticleSource{file(timeline), words()};
        case 17:
            return edits::PutContradiction{contradiction(timeline)};
        case 18:
            return edits::DismissHint{key()};
        case 19:
            return edits::PutHighlight{anchor(timeline), static_cast<std::uint8_t>(below(8)), words()};
        case 20:
            return edits::RemoveHighlight{
                timeline.highlights().empty()
                    ? anchor(timeline)
                    : timeline.highlights()[below(timeline.highlights().size())].highlight.anchor};
        case 21:
            return edits::SetBoilerplate{anchor(timeline), below(2) == 0};
        default: {
            edits::PutNote note{key(), {}, below(4) == 0 ? std::string() : words()};
            if (!timeline.notes().empty() && below(2) == 0)
                note.key = timeline.notes()[below(timeline.notes().size())].note.key;
            note.place.target = static_cast<edits::NoteTarget>(below(5));
            note.place.name = event(timeline);
            note.place.anchor = anchor(timeline);
            return note;
        }
        }
    }

    std::size_t below(std::size_t limit) { return m_random() % limit; }

    std::string words()
    {
        static const std::vector<std::string> all = {"harbor",    "Brücke", "“quoted”",     "5 < 6 & 7", "=1+1",
                                                     "\t",        "北京",   "\\n",          "\"",        "a,b;c",
                                                     "</script>", "\x7f",   "'; DROP TABLE"};
        std::string text = all[below(all.size())];
        for (std::size_t i = below(3); i > 0; --i)
            text += " " + all[below(all.size())];
        return text;
    }

    events::EventDate date()
    {
        static const std::vector<const char*> all = {"",           "2021",           "before 1990",
                                                     "2020-07/..", "early May 2021", "between 3 and 5 May 2021"};
        return edits::dateFromWords(all[below(all.size())]).value();
    }

    edits::Anchor anchor(const edits::Timeline& timeline)
    {
        const auto& articles = timeline.analysis().articles;
        const analysis::ArticleAnalysis& article = *articles[below(articles.size())];
        return edits::anchorOf(article.article, article.sentences[below(article.sentences.size())].span);
    }

    edits::Contradiction contradiction(const edits::Timeline& timeline)
    {
        edits::Contradiction made;
        made.number = static_cast<std::uint32_t>(1 + below(9));
        made.question = words();
        made.note = words();
        made.type = static_cast<edits::ContradictionType>(below(12));
        made.kind = static_cast<edits::ContradictionKind>(below(6));
        made.severity = static_cast<edits::Severity>(below(3));
        made.status = static_cast<edits::ContradictionStatus>(below(6));
        for (std::size_t p = 2 + below(3); p > 0; --p) {
            edits::Party party;
            party.side = static_cast<char>('A' + p);
            party.anchor = anchor(timeline);
            party.claim = words();
            party.speaker = words();
            party.stance = static_cast<edits::PartyStance>(below(3));
            party.sourceGrade = static_cast<char>('A' + below(6));
            party.informationGrade = static_cast<int>(1 + below(6));
            made.parties.push_back(std::move(party));
        }
        made.events = {event(timeline)};
        if (made.status == edits::ContradictionStatus::Resolved ||
            made.status == edits::ContradictionStatus::AcceptedAsDisputed)
            made.resolution = edits::Resolution{static_cast<edits::ResolutionMethod>(below(8)), 'B', words(),
                                                static_cast<double>(below(7)) / 6.0, "because " + words()};
        return made;
    }

private:
    std::string key() { return "made" + std::to_string(m_made++); }

    std::string event(const edits::Timeline& timeline)
    {
        if (timeline.events().empty() || below(20) == 0)
            return "no such event";
        return timeline.events()[below(timeline.events().size())].event.key;
    }

    std::string file(const edits::Timeline& timeline)
    {
        const auto& articles = timeline.analysis().articles;
        return below(20) == 0 ? std::string("gone-\xff.txt") : articles[below(articles.size())]->article.file;
    }

    edits::Anchor support(const edits::Timeline& timeline)
    {
        if (timeline.events().empty())
            return anchor(timeline);
        const analysis::Event& event = timeline.events()[below(timeline.events().size())].event;
        if (event.supports.empty())
            return anchor(timeline);
        const analysis::Support& support = event.supports[below(event.supports.size())];
        const analysis::ArticleAnalysis& article = timeline.analysis()[support.article];
        return edits::anchorOf(article.article, article.sentences[support.sentence].span);
    }

    edits::Edit keep(const edits::Timeline& timeline)
    {
        if (timeline.events().empty())
            return edits::DismissHint{key()};
        return edits::keepEvent(timeline.analysis(), timeline.events()[below(timeline.events().size())].event);
    }

    std::mt19937 m_random;
    int m_made = 0;
};

} // namespace synoptic::tests
