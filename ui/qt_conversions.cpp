// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qt_conversions.h"

#include <algorithm>

#include "base/utf8.h"

namespace synoptic::ui {

namespace {

bool reordersText(char16_t unit)
{
    return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
}

} // namespace

QString lineText(std::string_view text)
{
    QString line = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    for (QChar& c : line) {
        const char16_t unit = c.unicode();
        if (unit == u'\n' || unit == u'\t' || unit == 0x2028 || unit == 0x2029)
            c = u' ';
        else if (unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit >= 0xFFFE || reordersText(unit))
            c = QChar::ReplacementCharacter;
    }
    return line;
}

QString beginningText(std::string_view text, std::size_t longest)
{
    const std::string_view begin = beginningOf(text, longest);
    return begin.size() < text.size() ? QString(lineText(begin) + u'…') : lineText(begin);
}

QString endingText(std::string_view text, std::size_t longest)
{
    const std::size_t from = codePointCeiling(text, text.size() - std::min(text.size(), longest));
    return from > 0 ? QString(u'…' + lineText(text.substr(from))) : lineText(text);
}

} // namespace synoptic::ui
