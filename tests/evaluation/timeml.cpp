// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/timeml.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "text/sentence_splitter.h"

namespace synoptic::tests {
namespace {

std::string attribute(std::string_view tag, const std::string& name)
{
    const std::size_t at = tag.find(' ' + name + "=\"");
    if (at == std::string_view::npos)
        return {};
    const std::size_t begin = at + name.size() + 3;
    const std::size_t end = tag.find('"', begin);
    return std::string(tag.substr(begin, end == std::string_view::npos ? end : end - begin));
}

/// The character of an entity ("amp", "#38", "#x26"); '?' for one beyond ASCII, whose exact form no date needs.
char entity(std::string_view name)
{
    if (name == "amp")
        return '&';
    if (name == "lt")
        return '<';
    if (name == "gt")
        return '>';
    if (name == "quot")
        return '"';
    if (name == "apos")
        return '\'';
    const bool hex = name.starts_with("#x");
    const std::string_view digits = name.substr(std::min<std::size_t>(name.size(), hex ? 2 : 1));
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    return value > 0 && value < 128 ? static_cast<char>(value) : '?';
}

void trim(const std::string& text, TextSpan& span)
{
    const auto blank = [&text](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n' || text[at] == '\t'; };
    while (span.begin < span.end && blank(span.begin))
        ++span.begin;
    while (span.end > span.begin && blank(span.end - 1))
        --span.end;
}

/// Reads the TEXT element, its TIMEX3 tags and the document creation time.
TimeMlDocument readTimeMl(const std::string& xml)
{
    TimeMlDocument document;
    std::vector<Timex> open;
    bool inText = false;
    for (std::size_t i = 0; i < xml.size();) {
        if (xml[i] == '<') {
            const std::size_t close = std::min(xml.find('>', i), xml.size() - 1);
            const std::string_view tag(xml.data() + i + 1, close - i - 1);
            if (tag == "TEXT")
                inText = true;
            else if (tag == "/TEXT")
                inText = false;
            else if (tag.starts_with("TIMEX3") && !tag.ends_with('/')) {
                Timex timex;
                timex.type = attribute(tag, "type");
                timex.value = attribute(tag, "value");
                if (attribute(tag, "functionInDocument") == "CREATION_TIME" && !inText)
                    document.published = dayFromIso(timex.value.substr(0, 10));
                timex.span.begin = static_cast<std::uint32_t>(document.text.size());
                open.push_back(std::move(timex));
            } else if (tag == "/TIMEX3" && !open.empty()) {
                Timex timex = std::move(open.back());
                open.pop_back();
                timex.span.end = static_cast<std::uint32_t>(document.text.size());
                if (inText && !timex.span.empty()) {
                    trim(document.text, timex.span);
                    document.gold.push_back(std::move(timex));
                }
            }
            i = close + 1;
            continue;
        }
        if (xml[i] == '&') {
            const std::size_t end = xml.find(';', i);
            if (end != std::string::npos && end - i < 10) {
                if (inText)
                    document.text += entity(std::string_view(xml).substr(i + 1, end - i - 1));
                i = end + 1;
                continue;
            }
        }
        if (inText)
            document.text += xml[i];
        ++i;
    }
    std::ranges::sort(document.gold, {}, [](const Timex& timex) { return timex.span; });
    return document;
}

} // namespace

std::vector<TextSpan> TimeMlDocument::sentences() const
{
    std::vector<TextSpan> spans;
    for (const text::Sentence& sentence : text::splitSentences(text))
        spans.push_back(sentence.span);
    return spans;
}

std::vector<TimeMlDocument> readTimeMlFolder(const std::string& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".tml")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<TimeMlDocument> documents;
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        documents.push_back(readTimeMl(bytes.str()));
        documents.back().name = file.stem().string();
    }
    return documents;
}

} // namespace synoptic::tests
