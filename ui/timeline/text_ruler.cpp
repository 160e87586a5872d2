// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/text_ruler.h"

#include <algorithm>

namespace synoptic::ui {

namespace {
constexpr QChar ellipsis = u'…';
} // namespace

TextRuler::TextRuler(const QFont& font) : m_metrics(font), m_ellipsis(m_metrics.horizontalAdvance(ellipsis))
{
    for (char16_t letter = u' '; letter < plainLetters; ++letter)
        m_widths[letter] = static_cast<float>(m_metrics.horizontalAdvance(QChar(letter)));
}

double TextRuler::width(const QString& text) const
{
    double sum = 0.0;
    for (const QChar letter : text) {
        if (!isPlain(letter))
            return m_metrics.horizontalAdvance(text);
        sum += static_cast<double>(m_widths[letter.unicode()]);
    }
    return sum;
}

double TextRuler::width(std::string_view text) const
{
    double sum = 0.0;
    for (const char letter : text) {
        if (static_cast<unsigned char>(letter) >= 0x80)
            return width(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        sum += static_cast<double>(m_widths[static_cast<unsigned char>(letter)]);
    }
    return sum;
}

QString TextRuler::elided(const QString& text, double most) const
{
    double sum = 0.0;
    qsizetype fits = 0; // letters that leave room for the ellipsis
    for (const QChar letter : text) {
        if (!isPlain(letter))
            return m_metrics.elidedText(text, Qt::ElideRight, most);
        sum += static_cast<double>(m_widths[letter.unicode()]);
        if (sum + m_ellipsis <= most)
            ++fits;
        else if (sum > most)
            return text.first(fits).trimmed() + ellipsis;
    }
    return text;
}

} // namespace synoptic::ui
