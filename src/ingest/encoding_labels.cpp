// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/encoding.h"

#include <array>
#include <utility>

namespace synoptic::ingest {
namespace {

/// Labels without blanks, lower case, to the names of the Encoding Standard that ICU knows too.
constexpr std::pair<std::string_view, std::string_view> labels[] = {{"utf-8", "utf-8"},
                                                                    {"utf8", "utf-8"},
                                                                    {"unicode-1-1-utf-8", "utf-8"},
                                                                    {"x-unicode20utf8", "utf-8"},
                                                                    {"utf-16", "utf-16le"},
                                                                    {"utf-16le", "utf-16le"},
                                                                    {"unicode", "utf-16le"},
                                                                    {"ucs-2", "utf-16le"},
                                                                    {"iso-10646-ucs-2", "utf-16le"},
                                                                    {"csunicode", "utf-16le"},
                                                                    {"utf-16be", "utf-16be"},
                                                                    {"ascii", "windows-1252"},
                                                                    {"us-ascii", "windows-1252"},
                                                                    {"iso-8859-1", "windows-1252"},
                                                                    {"iso8859-1", "windows-1252"},
                                                                    {"iso88591", "windows-1252"},
                                                                    {"iso_8859-1", "windows-1252"},
                                                                    {"latin1", "windows-1252"},
                                                                    {"latin-1", "windows-1252"},
                                                                    {"l1", "windows-1252"},
                                                                    {"cp819", "windows-1252"},
                                                                    {"ibm819", "windows-1252"},
                                                                    {"cp1252", "windows-1252"},
                                                                    {"x-cp1252", "windows-1252"},
                                                                    {"windows-1252", "windows-1252"},
                                                                    {"ansi_x3.4-1968", "windows-1252"},
                                                                    {"iso-8859-2", "iso-8859-2"},
                                                                    {"iso8859-2", "iso-8859-2"},
                                                                    {"latin2", "iso-8859-2"},
                                                                    {"l2", "iso-8859-2"},
                                                                    {"iso-8859-3", "iso-8859-3"},
                                                                    {"latin3", "iso-8859-3"},
                                                                    {"iso-8859-4", "iso-8859-4"},
                                                                    {"latin4", "iso-8859-4"},
                                                                    {"iso-8859-5", "iso-8859-5"},
                                                                    {"cyrillic", "iso-8859-5"},
                                                                    {"iso-8859-6", "iso-8859-6"},
                                                                    {"arabic", "iso-8859-6"},
                                                                    {"iso-8859-7", "iso-8859-7"},
                                                                    {"greek", "iso-8859-7"},
                                                                    {"iso-8859-8", "iso-8859-8"},
                                                                    {"hebrew", "iso-8859-8"},
                                                                    {"iso-8859-8-i", "iso-8859-8"},
                                                                    {"iso-8859-9", "windows-1254"},
                                                                    {"latin5", "windows-1254"},
                                                                    {"windows-1254", "windows-1254"},
                                                                    {"cp1254", "windows-1254"},
                                                                    {"iso-8859-10", "iso-8859-10"},
                                                                    {"iso-8859-11", "windows-874"},
                                                                    {"tis-620", "windows-874"},
                                                                    {"windows-874", "windows-874"},
                                                                    {"iso-8859-13", "iso-8859-13"},
                                                                    {"iso-8859-14", "iso-8859-14"},
                                                                    {"iso-8859-15", "iso-8859-15"},
                                                                    {"latin9", "iso-8859-15"},
                                                                    {"iso-8859-16", "iso-8859-16"},
                                                                    {"ibm866", "ibm866"},
                                                                    {"cp866", "ibm866"},
                                                                    {"koi8-r", "koi8-r"},
                                                                    {"koi8", "koi8-r"},
                                                                    {"koi8-u", "koi8-u"},
                                                                    {"macintosh", "macintosh"},
                                                                    {"mac", "macintosh"},
                                                                    {"x-mac-roman", "macintosh"},
                                                                    {"x-mac-cyrillic", "x-mac-cyrillic"},
                                                                    {"windows-1250", "windows-1250"},
                                                                    {"cp1250", "windows-1250"},
                                                                    {"windows-1251", "windows-1251"},
                                                                    {"cp1251", "windows-1251"},
                                                                    {"windows-1253", "windows-1253"},
                                                                    {"cp1253", "windows-1253"},
                                                                    {"windows-1255", "windows-1255"},
                                                                    {"cp1255", "windows-1255"},
                                                                    {"windows-1256", "windows-1256"},
                                                                    {"cp1256", "windows-1256"},
                                                                    {"windows-1257", "windows-1257"},
                                                                    {"cp1257", "windows-1257"},
                                                                    {"windows-1258", "windows-1258"},
                                                                    {"cp1258", "windows-1258"},
                                                                    {"gb2312", "gb18030"},
                                                                    {"gbk", "gb18030"},
                                                                    {"gb_2312-80", "gb18030"},
                                                                    {"chinese", "gb18030"},
                                                                    {"x-gbk", "gb18030"},
                                                                    {"gb18030", "gb18030"},
                                                                    {"big5", "big5-hkscs"},
                                                                    {"big5-hkscs", "big5-hkscs"},
                                                                    {"x-x-big5", "big5-hkscs"},
                                                                    {"euc-jp", "euc-jp"},
                                                                    {"x-euc-jp", "euc-jp"},
                                                                    {"iso-2022-jp", "iso-2022-jp"},
                                                                    {"shift_jis", "windows-31j"},
                                                                    {"shift-jis", "windows-31j"},
                                                                    {"sjis", "windows-31j"},
                                                                    {"x-sjis", "windows-31j"},
                                                                    {"ms_kanji", "windows-31j"},
                                                                    {"windows-31j", "windows-31j"},
                                                                    {"euc-kr", "windows-949"},
                                                                    {"ks_c_5601-1987", "windows-949"},
                                                                    {"korean", "windows-949"},
                                                                    {"windows-949", "windows-949"}};

} // namespace

std::string_view encodingOfLabel(std::string_view label)
{
    constexpr std::size_t longestLabel = 32;
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; };
    while (!label.empty() && isSpace(label.front()))
        label.remove_prefix(1);
    while (!label.empty() && isSpace(label.back()))
        label.remove_suffix(1);
    if (label.empty() || label.size() > longestLabel)
        return {};
    std::string folded(label);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    for (const auto& [name, encoding] : labels)
        if (name == folded)
            return encoding;
    return {};
}

} // namespace synoptic::ingest
