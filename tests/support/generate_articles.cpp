// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cstdio>
#include <cstring>

#include "support/article_generator.h"

// generate_articles FOLDER COUNT [SEED]: writes generated articles, for trying a large folder by hand.
int main(int argc, char* argv[])
{
    std::size_t count = 0;
    std::uint64_t seed = 1;
    const auto parse = [](const char* text, auto& value) {
        const char* const end = text + std::strlen(text);
        const auto [rest, error] = std::from_chars(text, end, value);
        return rest == end && error == std::errc();
    };
    if (argc < 3 || argc > 4 || !parse(argv[2], count) || (argc == 4 && !parse(argv[3], seed))) {
        std::fputs("usage: generate_articles FOLDER COUNT [SEED]\n", stderr);
        return 2;
    }
    if (!synoptic::tests::writeArticles(argv[1], synoptic::tests::generateArticles(count, seed))) {
        std::fprintf(stderr, "generate_articles: cannot write to %s\n", argv[1]);
        return 3;
    }
    return 0;
}
