// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/concepts.h"

#include <algorithm>
#include <charconv>

#include "base/lexicons.h"

namespace synoptic::links {
namespace {

std::vector<std::uint32_t> numbersOf(std::string_view list)
{
    std::vector<std::uint32_t> numbers;
    while (!list.empty()) {
        const std::string_view item = list.substr(0, list.find(','));
        list.remove_prefix(std::min(list.size(), item.size() + 1));
        std::uint32_t value = 0;
        if (std::from_chars(item.data(), item.data() + item.size(), value).ec == std::errc())
            numbers.push_back(value);
    }
    std::ranges::sort(numbers);
    return numbers;
}

bool meet(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b)
{
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() && right != b.end()) {
        if (*left == *right)
            return true;
        ++(*left < *right ? left : right);
    }
    return false;
}

} // namespace

ConceptTable ConceptTable::parse(std::string_view table)
{
    ConceptTable concepts;
    lexicons::forEachRow(table, [&](const auto& field) {
        concepts.m_entries.try_emplace(std::string(field(0)), Entry{numbersOf(field(1)), numbersOf(field(2))});
    });
    return concepts;
}

const ConceptTable& ConceptTable::standard()
{
    static const ConceptTable concepts = parse(lexicons::concepts());
    return concepts;
}

const ConceptTable::Entry* ConceptTable::find(std::string_view lemma) const
{
    const auto found = m_entries.find(lemma);
    return found == m_entries.end() ? nullptr : &found->second;
}

ConceptRelation relationOf(const ConceptTable::Entry* a, const ConceptTable::Entry* b)
{
    if (a == nullptr || b == nullptr)
        return ConceptRelation::Unknown;
    if (meet(a->own, b->own))
        return ConceptRelation::Same;
    if (meet(a->own, b->broader) || meet(a->broader, b->own))
        return ConceptRelation::Broader;
    return meet(a->broader, b->broader) ? ConceptRelation::SharedBroader : ConceptRelation::None;
}

} // namespace synoptic::links
