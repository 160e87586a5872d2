// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counts in how many articles each stem stands, for resources/lexicons/en/document_frequencies.tsv.
//
//   count_document_frequencies MINIMUM PATH… > document_frequencies.tsv
//
// PATH is a folder of .txt files (with all folders below it) or a .jsonl file whose lines have a "text". Stems in fewer
// than MINIMUM articles are left out. The same input in any order gives the same bytes.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "links/term_vector.h"

namespace {

std::map<std::string, int> frequencies;
int articles = 0;

void count(const std::string& text)
{
    const auto stems = synoptic::links::contentStems(text);
    for (const std::string& stem : std::set<std::string>(stems.begin(), stems.end()))
        ++frequencies[stem];
    ++articles;
}

void countPath(const std::filesystem::path& path)
{
    if (path.extension() == ".jsonl") {
        std::ifstream file(path);
        for (std::string line; std::getline(file, line);)
            count(nlohmann::json::parse(line).at("text").get<std::string>());
        return;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
        if (entry.path().extension() == ".txt") {
            std::ifstream file(entry.path(), std::ios::binary);
            count({std::istreambuf_iterator<char>(file), {}});
        }
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::cerr << "usage: count_document_frequencies MINIMUM PATH…\n";
        return 2;
    }
    const int minimum = std::atoi(argv[1]);
    for (int i = 2; i < argc; ++i)
        countPath(argv[i]);
    std::cout << "# In how many articles of news a stem stands; made by count_document_frequencies.\n*\t" << articles
              << '\n';
    for (const auto& [stem, articlesWithIt] : frequencies) {
        if (articlesWithIt >= minimum)
            std::cout << stem << '\t' << articlesWithIt << '\n';
    }
    return 0;
}
