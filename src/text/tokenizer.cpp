// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/tokenizer.h"

#include "base/utf8.h"

namespace synoptic::text {
namespace {

enum class Letter : std::uint8_t
{
    Blank,
    Lower,
    Upper,
    Digit,
    Apostrophe,
    Hyphen,
    Stop,
    Comma,
    Other
};

Letter classOf(char32_t c)
{
    if (c < 0x80) {
        if (c >= U'a' && c <= U'z')
            return Letter::Lower;
        if (c >= U'A' && c <= U'Z')
            return Letter::Upper;
        if (c >= U'0' && c <= U'9')
            return Letter::Digit;
        switch (c) {
        case U'\'':
            return Letter::Apostrophe;
        case U'-':
            return Letter::Hyphen;
        case U'.':
            return Letter::Stop;
        case U',':
            return Letter::Comma;
        case U'\n':
            return Letter::Blank;
        default:
            return isBlank(c) || c < 0x20 ? Letter::Blank : Letter::Other;
        }
    }
    if (isBlank(c))
        return Letter::Blank;
    if (c == U'\u2019')
        return Letter::Apostrophe;
    if (c == U'\u2010' || c == U'\u2011')
        return Letter::Hyphen;
    if (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) {
        // Latin-1 capitals are a block, Latin Extended mostly alternates upper and lower.
        if (c <= 0xFF)
            return c < 0xDF ? Letter::Upper : Letter::Lower;
        return c % 2 == 0 ? Letter::Upper : Letter::Lower;
    }
    if ((c >= 0x370 && c < 0x2000) || (c >= 0x3040 && c < 0xD800) || (c >= 0xF900 && c < 0xFE00) || c >= 0x20000)
        return Letter::Lower;
    return Letter::Other;
}

bool isLetter(Letter letter)
{
    return letter == Letter::Lower || letter == Letter::Upper;
}

/// Reads one text from front to back.
class Scanner
{
public:
    Scanner(std::string_view text, std::uint32_t offset) : m_text(text), m_offset(offset) {}

    std::vector<Token> run()
    {
        while (m_at < m_text.size()) {
            const CodePoint point = decodeAt(m_text, m_at);
            const Letter letter = classOf(point.value);
            if (letter == Letter::Blank)
                m_at += point.size;
            else if (isLetter(letter))
                takeWord(letter == Letter::Upper);
            else if (letter == Letter::Digit)
                takeNumber();
            else if (letter == Letter::Apostrophe && takePossessive())
                continue;
            else
                add(m_at, m_at + point.size, TokenKind::Punctuation, false);
        }
        return std::move(m_tokens);
    }

private:
    Letter letterAt(std::size_t at) const
    {
        return at < m_text.size() ? classOf(decodeAt(m_text, at).value) : Letter::Blank;
    }
    std::size_t sizeAt(std::size_t at) const { return decodeAt(m_text, at).size; }

    void add(std::size_t begin, std::size_t end, TokenKind kind, bool capital)
    {
        m_tokens.push_back({{static_cast<std::uint32_t>(begin + m_offset), static_cast<std::uint32_t>(end + m_offset)},
                            kind,
                            capital});
        m_at = end;
    }

    /// "'s" or "’s" after a word, not followed by more letters.
    bool possessiveAt(std::size_t at) const
    {
        const std::size_t s = at + sizeAt(at);
        return s < m_text.size() && (m_text[s] == 's' || m_text[s] == 'S') && !isLetter(letterAt(s + 1)) &&
               letterAt(s + 1) != Letter::Digit;
    }

    bool takePossessive()
    {
        if (m_tokens.empty() || m_tokens.back().span.end != m_at + m_offset || !possessiveAt(m_at))
            return false;
        add(m_at, m_at + sizeAt(m_at) + 1, TokenKind::Word, false);
        return true;
    }

    void takeWord(bool capital)
    {
        const std::size_t begin = m_at;
        std::size_t end = m_at;
        std::size_t lettersInPart = 0;
        bool dotted = true; // so far single letters with stops: "U.S."
        while (end < m_text.size()) {
            const Letter letter = letterAt(end);
            if (isLetter(letter) || letter == Letter::Digit) {
                end += sizeAt(end);
                ++lettersInPart;
                continue;
            }
            const std::size_t next = end + sizeAt(end);
            const bool letterFollows = isLetter(letterAt(next)) || letterAt(next) == Letter::Digit;
            if (letter == Letter::Stop && dotted && lettersInPart == 1 &&
                (isLetter(letterAt(next)) || end > begin + 1)) {
                end = next;
                lettersInPart = 0;
                if (!isLetter(letterAt(end)))
                    break;
                continue;
            }
            if (letter == Letter::Apostrophe && possessiveAt(end))
                break;
            if ((letter == Letter::Apostrophe || letter == Letter::Hyphen) && letterFollows) {
                end = next;
                lettersInPart = 0;
                dotted = false;
                continue;
            }
            break;
        }
        add(begin, end, TokenKind::Word, capital);
    }

    void takeNumber()
    {
        const std::size_t begin = m_at;
        std::size_t end = m_at;
        bool letters = false;
        while (end < m_text.size()) {
            const Letter letter = letterAt(end);
            if (letter == Letter::Digit || isLetter(letter)) { // "13th", "5G"
                letters = letters || isLetter(letter);
                end += sizeAt(end);
                continue;
            }
            const std::size_t next = end + sizeAt(end);
            if ((letter == Letter::Stop || letter == Letter::Comma) && letterAt(next) == Letter::Digit) {
                end = next;
                continue;
            }
            if (letter == Letter::Hyphen && (letters || isLetter(letterAt(next))) && isLetter(letterAt(next))) {
                end = next; // "10-day"
                letters = true;
                continue;
            }
            break;
        }
        add(begin, end, letters ? TokenKind::Word : TokenKind::Number, false);
    }

    std::string_view m_text; // Not owned: the caller's text outlives the scan.
    std::uint32_t m_offset;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> tokenize(std::string_view text, std::uint32_t offset)
{
    return Scanner(text, offset).run();
}

std::string foldCase(std::string_view word)
{
    std::string folded;
    folded.reserve(word.size());
    for (std::size_t i = 0; i < word.size();) {
        const CodePoint point = decodeAt(word, i);
        char32_t c = point.value;
        if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
            c += 0x20;
        else if (c == U'\u2019')
            c = U'\'';
        appendUtf8(folded, c);
        i += point.size;
    }
    return folded;
}

} // namespace synoptic::text
