// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/class_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "readers/ascii.h"
#include "readers/html_tree.h"

namespace synoptic::readers {
namespace {

struct WordMark
{
    std::string_view word;
    std::uint32_t mark;
};

// Sorted by word. Written for this program from the class names that content management systems use.
constexpr auto wordMarks = std::to_array<WordMark>({
    {"ad", MarkRelated},
    {"ads", MarkRelated},
    {"advert", MarkRelated},
    {"advertisement", MarkRelated},
    {"advertising", MarkRelated},
    {"article", MarkPositive},
    {"articlebody", MarkPositive},
    {"author", MarkByline},
    {"banner", MarkRelated},
    {"blog", MarkPositive},
    {"body", MarkPositive},
    {"breadcrumb", MarkNavigation},
    {"breadcrumbs", MarkNavigation},
    {"byline", MarkByline},
    {"caption", MarkCaption},
    {"comment", MarkRelated | MarkSure},
    {"comments", MarkRelated | MarkSure},
    {"consent", MarkRelated | MarkSure},
    {"content", MarkPositive},
    {"cookie", MarkRelated | MarkSure},
    {"cookies", MarkRelated | MarkSure},
    {"copyright", MarkNavigation},
    {"credit", MarkCaption},
    {"date", MarkByline},
    {"dateline", MarkByline},
    {"disclaimer", MarkNavigation},
    {"disqus", MarkRelated | MarkSure},
    {"entry", MarkPositive},
    {"figcaption", MarkCaption},
    {"footer", MarkNavigation | MarkSure},
    {"gdpr", MarkRelated | MarkSure},
    {"login", MarkForm},
    {"masthead", MarkNavigation},
    {"menu", MarkNavigation},
    {"modal", MarkForm | MarkSure},
    {"mostread", MarkRelated | MarkSure},
    {"nav", MarkNavigation},
    {"navbar", MarkNavigation},
    {"navigation", MarkNavigation},
    {"newsletter", MarkForm},
    {"outbrain", MarkRelated | MarkSure},
    {"pager", MarkNavigation},
    {"pagination", MarkNavigation},
    {"paywall", MarkForm},
    {"popular", MarkRelated | MarkSure},
    {"popup", MarkForm | MarkSure},
    {"post", MarkPositive},
    {"print", MarkRelated},
    {"promo", MarkRelated},
    {"promoted", MarkRelated},
    {"pubdate", MarkByline},
    {"published", MarkByline},
    {"recirc", MarkRelated | MarkSure},
    {"recommendations", MarkRelated | MarkSure},
    {"recommended", MarkRelated | MarkSure},
    {"related", MarkRelated | MarkSure},
    {"share", MarkRelated},
    {"sharing", MarkRelated},
    {"sidebar", MarkRelated},
    {"signup", MarkForm},
    {"skip", MarkNavigation},
    {"social", MarkRelated},
    {"sponsor", MarkRelated},
    {"sponsored", MarkRelated},
    {"story", MarkPositive},
    {"storybody", MarkPositive},
    {"subscribe", MarkForm},
    {"subscription", MarkForm},
    {"taboola", MarkRelated | MarkSure},
    {"tags", MarkRelated},
    {"teaser", MarkRelated},
    {"teasers", MarkRelated},
    {"text", MarkPositive},
    {"timestamp", MarkByline},
    {"toolbar", MarkNavigation},
    {"topbar", MarkNavigation},
    {"trending", MarkRelated | MarkSure},
    {"widget", MarkRelated},
});
static_assert(std::ranges::is_sorted(wordMarks, {}, &WordMark::word));

std::uint32_t markOf(std::string_view lowerWord)
{
    const auto found = std::ranges::lower_bound(wordMarks, lowerWord, {}, &WordMark::word);
    return found == wordMarks.end() || found->word != lowerWord ? 0 : found->mark;
}

} // namespace

std::uint32_t marksOfClassWords(std::string_view classes)
{
    // "content-with-sidebar" and "no-comments" speak of something else than what they hold.
    constexpr std::array<std::string_view, 6> turning = {"with", "has", "no", "without", "non", "not"};
    std::uint32_t marks = 0;
    std::string word;
    std::string before;
    for (std::size_t i = 0; i <= classes.size(); ++i) {
        const char byte = i < classes.size() ? classes[i] : ' ';
        const bool upper = byte >= 'A' && byte <= 'Z';
        const bool newWord = upper && i > 0 && classes[i - 1] >= 'a' && classes[i - 1] <= 'z'; // siteNav
        if (!isAsciiLetter(byte) || newWord) {
            if (std::ranges::find(turning, before) == turning.end())
                marks |= markOf(word);
            if (!word.empty())
                before = std::move(word);
            word.clear();
            if (byte == ' ')
                before.clear();
        }
        if (isAsciiLetter(byte))
            word += asciiLower(byte);
    }
    return marks;
}

} // namespace synoptic::readers
