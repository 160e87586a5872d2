// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "temporal/tokenizer.h"

#include <array>

#include "base/utf8.h"

namespace synoptic::temporal {
namespace {

enum class ByteClass : std::uint8_t
{
    Blank,
    Letter,
    Digit,
    Mark,
    High ///< part of a code point over U+007F
};

constexpr std::array<ByteClass, 256> byteClasses = [] {
    std::array<ByteClass, 256> classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte) {
        const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        classes[byte] = byte >= 0x80                  ? ByteClass::High
                        : letter                      ? ByteClass::Letter
                        : byte >= '0' && byte <= '9'  ? ByteClass::Digit
                        : byte <= ' ' || byte == 0x7F ? ByteClass::Blank
                                                      : ByteClass::Mark;
    }
    return classes;
}();

ByteClass classOf(char byte)
{
    return byteClasses[static_cast<unsigned char>(byte)];
}

/// The plain form of a typographic mark; ' ' for a blank, 0 for a letter or sign of any other kind.
char plainForm(char32_t value)
{
    if (isBlank(value) || value == 0xAD || value == 0x200B || value == 0xFEFF)
        return ' ';
    switch (value) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x2032:
    case 0x02BC:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return '-';
    case 0xBD: // one half
        return 'H';
    case 0xA3:
    case 0x20AC:
    case 0xA5:
        return '$';
    case 0x2028:
    case 0x2029:
        return ' ';
    default:
        return 0;
    }
}

class Scanner
{
public:
    Scanner(std::string_view text, TextSpan span, std::vector<Token>& tokens)
        : m_text(text.substr(0, span.end)), m_at(span.begin), m_tokens(tokens)
    {}

    void run()
    {
        while (m_at < m_text.size()) {
            switch (classOf(m_text[m_at])) {
            case ByteClass::Blank:
                ++m_at;
                break;
            case ByteClass::Letter:
                word();
                break;
            case ByteClass::Digit:
                number();
                break;
            case ByteClass::Mark:
                mark(m_text[m_at], 1);
                break;
            case ByteClass::High:
                highByte();
                break;
            }
        }
    }

private:
    void highByte()
    {
        const CodePoint point = decodeAt(m_text, m_at);
        const char plain = plainForm(point.value);
        if (plain == ' ')
            m_at += point.size;
        else if (plain != 0)
            mark(plain, point.size);
        else
            word();
    }

    void mark(char plain, std::size_t size)
    {
        push(TokenKind::Mark, m_at, m_at + size).value = static_cast<unsigned char>(plain);
        m_at += size;
    }

    void word()
    {
        const std::size_t begin = m_at;
        WordKey key;
        bool known = true; // could still be a word of the lexicon
        bool allCapitals = true;
        for (; m_at < m_text.size(); ++m_at) {
            const char byte = m_text[m_at];
            const ByteClass kind = classOf(byte);
            if (kind == ByteClass::High) {
                const CodePoint point = decodeAt(m_text, m_at);
                if (plainForm(point.value) != 0 && m_at > begin)
                    break;
                m_at += point.size - 1;
                known = false;
                continue;
            }
            if (kind != ByteClass::Letter)
                break;
            const std::size_t place = m_at - begin;
            const auto lower = static_cast<std::uint64_t>(static_cast<unsigned char>(byte) | 0x20U);
            if (place < 8)
                key.low |= lower << (8 * place);
            else if (place < longestWord)
                key.high |= lower << (8 * (place - 8));
            allCapitals = allCapitals && (byte & 0x20) == 0;
        }
        const std::size_t size = m_at - begin;
        Token& token = push(TokenKind::Word, begin, m_at);
        if (known && size <= longestWord) {
            const Lexeme lexeme = lookUp(key);
            token.word = lexeme.kind;
            token.value = lexeme.value;
            token.flags = lexeme.flags;
        }
        if ((m_text[begin] & 0x20) == 0 && classOf(m_text[begin]) == ByteClass::Letter) {
            token.flags |= flag::capital;
            if (allCapitals && known && size > 1)
                token.flags |= flag::allCapitals;
        }
        token.pastEnding = size > 3 && m_text[m_at - 1] == 'd' && m_text[m_at - 2] == 'e';
    }

    void number()
    {
        const std::size_t begin = m_at;
        std::int64_t value = 0;
        std::size_t digits = 0;
        bool grouped = false;
        constexpr std::int64_t most = 2'000'000'000;
        while (m_at < m_text.size()) {
            const char byte = m_text[m_at];
            if (classOf(byte) == ByteClass::Digit) {
                value = std::min(most, value * 10 + (byte - '0'));
                ++digits;
                ++m_at;
                continue;
            }
            // "1,200" is one number, "March 3,5" is two.
            if (byte != ',' || digits == 0 || (digits > 3 && !grouped) || !threeDigitsAt(m_at + 1))
                break;
            grouped = true;
            ++m_at;
        }
        Token& token = push(TokenKind::Number, begin, m_at);
        token.value = static_cast<std::int32_t>(value);
        token.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits, 255));
        if (grouped)
            token.flags |= flag::grouped;
    }

    bool threeDigitsAt(std::size_t at) const
    {
        for (std::size_t i = 0; i < 3; ++i) {
            if (at + i >= m_text.size() || classOf(m_text[at + i]) != ByteClass::Digit)
                return false;
        }
        return at + 3 >= m_text.size() || classOf(m_text[at + 3]) != ByteClass::Digit;
    }

    Token& push(TokenKind kind, std::size_t begin, std::size_t end)
    {
        Token& token = m_tokens.emplace_back();
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(end);
        token.kind = kind;
        return token;
    }

    std::string_view m_text;
    std::size_t m_at;
    std::vector<Token>& m_tokens; // Not owned: the caller's buffer.
};

} // namespace

void tokenize(std::string_view text, TextSpan span, std::vector<Token>& tokens)
{
    tokens.clear();
    Scanner(text, span, tokens).run();
}

} // namespace synoptic::temporal
