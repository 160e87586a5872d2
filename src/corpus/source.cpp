// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/source.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace synoptic::corpus {
namespace {

/// What stands between a host's own name and the end, so that "dailyplanet.co.uk" is "dailyplanet".
constexpr std::array<std::string_view, 24> domainTails = {
    ".co.uk", ".org.uk", ".com.au", ".co.nz", ".co.za", ".co.in", ".com.br", ".co.jp", ".com", ".org", ".net", ".info",
    ".news",  ".tv",     ".co",     ".io",    ".uk",    ".us",    ".eu",     ".de",    ".fr",  ".ru",  ".in",  ".me"};

} // namespace

std::string sourceKey(std::string_view name)
{
    std::string folded;
    bool hasBlank = false;
    for (std::size_t i = 0; i < name.size();) {
        const CodePoint point = decodeAt(name, i);
        i += point.size;
        hasBlank = hasBlank || (isBlank(point.value) && !folded.empty());
        if (u_isalnum(static_cast<UChar32>(point.value)) || point.value == U'.' || isBlank(point.value))
            appendUtf8(folded,
                       isBlank(point.value)
                           ? U' '
                           : static_cast<char32_t>(u_foldCase(static_cast<UChar32>(point.value), U_FOLD_CASE_DEFAULT)));
    }
    std::string_view rest = folded;
    while (rest.starts_with(' '))
        rest.remove_prefix(1);
    while (rest.ends_with(' '))
        rest.remove_suffix(1);
    if (rest.starts_with("www."))
        rest.remove_prefix(4);
    if (rest.starts_with("the ") && rest.size() > 4)
        rest.remove_prefix(4);
    if (rest.find(' ') == std::string_view::npos) {
        const auto* const tail = std::ranges::find_if(
            domainTails, [&](std::string_view end) { return rest.ends_with(end) && rest.size() > end.size(); });
        if (tail != domainTails.end())
            rest.remove_suffix(tail->size());
        // A host joins the article to the name.
        if (!hasBlank && rest.starts_with("the") && rest.size() > 6 && tail != domainTails.end())
            rest.remove_prefix(3);
    }
    std::string key(rest);
    std::erase_if(key, [](char c) { return c == ' ' || c == '.'; });
    return key;
}

std::string hostOf(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    else if (url.starts_with("//"))
        url.remove_prefix(2);
    else
        return {};
    url = url.substr(0, url.find_first_of("/?#\\"));
    if (const auto user = url.rfind('@'); user != std::string_view::npos)
        url.remove_prefix(user + 1);
    url = url.substr(0, url.find(':'));
    std::string host(url);
    for (char& c : host)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    if (host.starts_with("www."))
        host.erase(0, 4);
    return host;
}

} // namespace synoptic::corpus
