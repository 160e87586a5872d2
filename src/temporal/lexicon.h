// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace synoptic::temporal {

/// What a word can do in an expression of time.
enum class WordClass : std::uint8_t
{
    None,
    Month,     ///< value 1…12
    Weekday,   ///< value 1 (Monday) … 7
    Unit,      ///< value is a Granularity
    Cardinal,  ///< value is the number
    Scale,     ///< hundred, thousand, million
    Ordinal,   ///< value is the number
    PartOfDay, ///< value is a PartOfDay
    Season,    ///< value is a Season
    Decade,    ///< "nineties": value 90
    Frequency, ///< "daily": value is a Granularity
    Day,       ///< today, yesterday, tomorrow …: value is the offset in days
    Vague,     ///< value is a Direction
    Zone,      ///< EST, GMT
    Grammar,   ///< value is a Word
    Cue        ///< only its flags matter: "scheduled"
};

/// Words that the grammar names one by one.
enum class Word : std::uint8_t
{
    None,
    The,
    A,
    An,
    Of,
    In,
    On,
    At,
    By,
    Until,
    Since,
    Before,
    After,
    From,
    To,
    Between,
    And,
    Or,
    Through,
    During,
    For,
    Within,
    Over,
    Throughout,
    Ago,
    Earlier,
    Later,
    Hence,
    Last,
    Next,
    This,
    That,
    These,
    Those,
    Past,
    Previous,
    Prior,
    Preceding,
    Following,
    Coming,
    Upcoming,
    Current,
    Same,
    Latest,
    Final,
    First,
    Early,
    Mid,
    Late,
    Middle,
    Beginning,
    Starting,
    Start,
    End,
    Latter,
    About,
    Around,
    Approximately,
    Roughly,
    Nearly,
    Almost,
    Some,
    More,
    Less,
    Than,
    Least,
    Most,
    Up,
    Under,
    Few,
    Several,
    Couple,
    Many,
    Half,
    Each,
    Every,
    Per,
    Other,
    Fiscal,
    Period,
    Time,
    Old,
    Age,
    Long,
    Not,
    Only,
    Just,
    Exactly,
    Dozen,
    Additional,
    Another,
    Am,
    Pm,
    P,
    M,
    S,
    Oclock,
    Noon,
    Midnight,
    Tonight,
    Overnight,
    Now,
    Then,
    Bc,
    Ad,
    B,
    C,
    E,
    D,
    Ce,
    Bce,
    Z,
    Once,
    Twice,
    Times,
    Full,
    Entire,
    Whole,
    As,
    Soon,
    Sometime,
    Possible,
    Term,
    Near,
    Short,
    Right,
    Moment,
    Recent,
    Recently,
    Comparable,
    Corresponding,
    YearAgo,
    Business,
    Trading,
    Working,
    Workday, ///< Monday to Friday
    Day,
    Eve,
    New,
    Christmas,
    Thanksgiving,
    Easter,
    Halloween,
    Valentine,
    Patrick,
    Fools,
    Independence,
    Bastille,
    Veterans,
    Armistice,
    Boxing,
    Martin,
    Luther,
    King,
    Presidents,
    Memorial,
    Labor,
    Columbus,
    Election,
    Mother,
    Father,
    Earth,
    Groundhog,
    Ash,
    Palm,
    Good,
    Pentecost,
    Juneteenth,
    Workers,
    Black,
    All,
    Part,
    Date,
    Its,
    Ended,
    Ending,
    Circa,
    Consecutive,
    Straight,
    Q,
    H,
    Hrs,
    Title,
    Well,
    Future,
    Far,
    Distant,
    Foreseeable,
    Present,
    While,
    Remainder,
    Rest,
    Local,
    Standard,
    Daylight,
    Eastern,
    Central,
    Mountain,
    Pacific,
    Greenwich,
    Mean,
    Turn,
    Back,
    Onward,
    Beyond,
    So,
    Ahead,
    Afterward,
    Meantime,
    Being,
    Fourth,
    July,
    Saint
};

/// What tells something of the words around; a set of bits.
namespace flag {
inline constexpr std::uint16_t capital = 1;     ///< first letter
inline constexpr std::uint16_t allCapitals = 2; ///< two letters or more
inline constexpr std::uint16_t plural = 4;
inline constexpr std::uint16_t abbreviation = 8; ///< "mar", "sat": asks for company
inline constexpr std::uint16_t ambiguous = 16;   ///< "may", "march", "fall": has another life
inline constexpr std::uint16_t future = 32;      ///< "will", "scheduled"
inline constexpr std::uint16_t past = 64;        ///< "was", "said"
inline constexpr std::uint16_t grouped = 128;    ///< a number written with commas
inline constexpr std::uint16_t possessor = 256;  ///< his, its, their
inline constexpr std::uint16_t preposition = 512;
inline constexpr std::uint16_t counted = 1024; ///< a noun whose number is no year: "flight", "room"
inline constexpr std::uint16_t modal = 2048;   ///< what follows is a verb: "may", "will", "to"
inline constexpr std::uint16_t holiday = 4096; ///< one also in lower case: "easter"
} // namespace flag

struct Lexeme
{
    WordClass kind = WordClass::None;
    std::uint16_t flags = 0;
    std::int32_t value = 0;
};

/// The longest word in the lexicon, in bytes.
inline constexpr std::size_t longestWord = 16;

/// A word in lower case as two numbers; the bytes after its end are zero.
struct WordKey
{
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    friend constexpr bool operator==(const WordKey&, const WordKey&) = default;
};

/// What the lexicon knows of a word; class None if nothing. Cost: constant.
Lexeme lookUp(WordKey key);

constexpr WordKey keyOf(std::string_view lower)
{
    WordKey key;
    for (std::size_t i = 0; i < lower.size() && i < longestWord; ++i) {
        const std::uint64_t byte = static_cast<unsigned char>(lower[i]);
        (i < 8 ? key.low : key.high) |= byte << (8 * (i % 8));
    }
    return key;
}

} // namespace synoptic::temporal
