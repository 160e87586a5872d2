// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edits/edit.h"

#include <utility>

#include "base/digest.h"

namespace synoptic::edits {
namespace {

constexpr std::size_t keyDigits = 16;

std::string ofEvent(const std::string& key)
{
    return "event:" + key;
}

std::string ofArticle(const std::string& file)
{
    return "article:" + file;
}

struct Objects
{
    std::vector<std::string> operator()(const MergeEvents& edit) const
    {
        std::vector<std::string> objects;
        objects.reserve(edit.events.size());
        for (const std::string& key : edit.events)
            objects.push_back(ofEvent(key));
        return objects;
    }
    std::vector<std::string> operator()(const AddEvent& edit) const { return {ofEvent(edit.key)}; }
    std::vector<std::string> operator()(const SplitEvent& edit) const
    {
        return {ofEvent(edit.event), ofEvent(edit.newKey)};
    }
    std::vector<std::string> operator()(const SetPublication& edit) const { return {ofArticle(edit.file)}; }
    std::vector<std::string> operator()(const SetArticleTitle& edit) const { return {ofArticle(edit.file)}; }
    std::vector<std::string> operator()(const SetArticleSource& edit) const { return {ofArticle(edit.file)}; }
    std::vector<std::string> operator()(const SetBoilerplate& edit) const { return {ofArticle(edit.anchor.file)}; }
    std::vector<std::string> operator()(const PutContradiction& edit) const
    {
        return {"contradiction:" + idText(edit.contradiction.number)};
    }
    std::vector<std::string> operator()(const DismissHint& /*edit*/) const { return {}; }
    std::vector<std::string> operator()(const PutHighlight& edit) const { return {ofArticle(edit.anchor.file)}; }
    std::vector<std::string> operator()(const RemoveHighlight& edit) const { return {ofArticle(edit.anchor.file)}; }
    std::vector<std::string> operator()(const PutNote& edit) const
    {
        switch (edit.place.target) {
        case NoteTarget::Passage:
        case NoteTarget::Article:
            return {ofArticle(edit.place.anchor.file)};
        case NoteTarget::Event:
            return {ofEvent(edit.place.name)};
        case NoteTarget::Contradiction:
            return {"contradiction:" + edit.place.name};
        case NoteTarget::Project:
            break;
        }
        return {};
    }
    template <class OneEvent>
    std::vector<std::string> operator()(const OneEvent& edit) const
    {
        return {ofEvent(edit.event)};
    }
};

struct Anchors
{
    using Found = std::vector<const Anchor*>;

    Found operator()(const AddEvent& edit) const { return edit.anchor.file.empty() ? Found{} : Found{&edit.anchor}; }
    Found operator()(const AttachSupport& edit) const { return {&edit.anchor}; }
    Found operator()(const DetachSupport& edit) const { return {&edit.anchor}; }
    Found operator()(const PutHighlight& edit) const { return {&edit.anchor}; }
    Found operator()(const RemoveHighlight& edit) const { return {&edit.anchor}; }
    Found operator()(const SetBoilerplate& edit) const { return {&edit.anchor}; }
    Found operator()(const SplitEvent& edit) const
    {
        Found found;
        for (const Anchor& anchor : edit.anchors)
            found.push_back(&anchor);
        return found;
    }
    Found operator()(const KeepEvent& edit) const
    {
        Found found;
        for (const KeepEvent::Evidence& evidence : edit.supports)
            found.push_back(&evidence.anchor);
        return found;
    }
    Found operator()(const PutContradiction& edit) const
    {
        Found found;
        for (const Party& party : edit.contradiction.parties)
            found.push_back(&party.anchor);
        return found;
    }
    Found operator()(const PutNote& edit) const
    {
        const bool hasPlace = edit.place.target == NoteTarget::Passage || edit.place.target == NoteTarget::Article;
        return hasPlace ? Found{&edit.place.anchor} : Found{};
    }
    template <class Other>
    Found operator()(const Other& /*quotes nothing*/) const
    {
        return {};
    }
};

} // namespace

std::vector<std::string> objectsOf(const Edit& edit)
{
    return std::visit(Objects{}, edit);
}

std::vector<const Anchor*> anchorsOf(const Edit& edit)
{
    return std::visit(Anchors{}, edit);
}

std::string newEventKey(const Anchor& anchor, std::size_t editsBefore)
{
    return sha256Hex("made:" + anchor.file + "\n" + anchor.quote + "\n" + std::to_string(anchor.position) + "\n" +
                     std::to_string(editsBefore))
        .substr(0, keyDigits);
}

KeepEvent keepEvent(const analysis::Analysis& analysis, const analysis::Event& event)
{
    KeepEvent kept;
    kept.event = event.key;
    kept.title = event.title;
    kept.date = event.date;
    kept.factuality = event.factuality;
    kept.salience = event.salience;
    kept.participants = event.participants;
    kept.supports.reserve(event.supports.size());
    for (const analysis::Support& support : event.supports) {
        const analysis::ArticleAnalysis& article = analysis[support.article];
        kept.supports.push_back({anchorOf(article.article, article.sentences[support.sentence].span), support.stance});
    }
    return kept;
}

std::string hintKey(const analysis::Analysis& analysis, const analysis::Hint& hint)
{
    const auto words = [&analysis](ArticleId id, TextSpan span) {
        const analysis::ArticleAnalysis& article = analysis[id];
        return article.article.file + "\n" + std::string(article.textOf(span));
    };
    std::string first = words(hint.articleA, hint.spanA);
    std::string second = words(hint.articleB, hint.spanB);
    if (second < first)
        std::swap(first, second);
    return sha256Hex(hint.type + "\n" + first + "\n" + second).substr(0, keyDigits);
}

} // namespace synoptic::edits
