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
    {"comment", MarkRelated},
    {"comments", MarkRelated},
    {"consent", MarkRelated},
    {"content", MarkPositive},
    {"cookie", MarkRelated},
    {"cookies", MarkRelated},
    {"copyright", MarkNavigation},
    {"credit", MarkCaption},
    {"date", MarkByline},
    {"dateline", MarkByline},
    {"disclaimer", MarkNavigation},
    {"disqus", MarkRelated},
    {"entry", MarkPositive},
    {"figcaption", MarkCaption},
    {"footer", MarkNavigation},
    {"gdpr", MarkRelated},
    {"login", MarkForm},
    {"masthead", MarkNavigation},
    {"menu", MarkNavigation},
    {"modal", MarkForm},
    {"mostread", MarkRelated},
    {"nav", MarkNavigation},
    {"navbar", MarkNavigation},
    {"navigation", MarkNavigation},
    {"newsletter", MarkForm},
    {"outbrain", MarkRelated},
    {"pager", MarkNavigation},
    {"pagination", MarkNavigation},
    {"paywall", MarkForm},
    {"popular", MarkRelated},
    {"popup", MarkForm},
    {"post", MarkPositive},
    {"print", MarkRelated},
    {"promo", MarkRelated},
    {"promoted", MarkRelated},
    {"pubdate", MarkByline},
    {"published", MarkByline},
    {"recirc", MarkRelated},
    {"recommendations", MarkRelated},
    {"recommended", MarkRelated},
    {"related", MarkRelated},
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
    {"taboola", MarkRelated},
    {"tags", MarkRelated},
    {"teaser", MarkRelated},
    {"teasers", MarkRelated},
    {"text", MarkPositive},
    {"timestamp", MarkByline},
    {"toolbar", MarkNavigation},
    {"topbar", MarkNavigation},
    {"trending", MarkRelated},
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
    std::uint32_t marks = 0;
    std::string word;
    for (std::size_t i = 0; i <= classes.size(); ++i) {
        const char byte = i < classes.size() ? classes[i] : ' ';
        const bool upper = byte >= 'A' && byte <= 'Z';
        const bool newWord = upper && i > 0 && classes[i - 1] >= 'a' && classes[i - 1] <= 'z'; // siteNav
        if (!isAsciiLetter(byte) || newWord) {
            marks |= markOf(word);
            word.clear();
        }
        if (isAsciiLetter(byte))
            word += asciiLower(byte);
    }
    return marks;
}

} // namespace synoptic::readers
