// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is read in process, on any bytes. The first byte chooses: a file of text and all that ingestion makes of it; a
// document whose lines "key=value" are its metadata; a declared encoding; metadata.csv; dates. Holds for every input:
// text is canonical, spans lie in it, in order and on code points, and a day that is found is one.
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "fuzz/require.h"
#include "ingest/canonical_text.h"
#include "ingest/encoding.h"
#include "ingest/ingest.h"
#include "ingest/metadata_csv.h"
#include "ingest/written_date.h"
#include "text/sentence_splitter.h"
#include "text/tokenizer.h"

using namespace synoptic;
using fuzz::require;

namespace {

void checkSpans(std::string_view text, std::span<const TextSpan> spans, const char* what)
{
    std::size_t end = 0;
    for (const TextSpan& span : spans) {
        require(span.begin >= end && span.begin < span.end && span.end <= text.size(), what);
        require(fuzz::isBoundary(text, span.begin) && fuzz::isBoundary(text, span.end), what);
        end = span.end;
    }
}

void checkSentences(const corpus::Article& article)
{
    std::vector<TextSpan> spans;
    for (const text::Sentence& sentence : text::splitSentences(article.text, article.boilerplate)) {
        spans.push_back(sentence.span);
        const auto words = text::tokenize(textOf(article.text, sentence.span), sentence.span.begin);
        require(std::ranges::all_of(words, [&](const text::Token& word) { return sentence.span.contains(word.span); }),
                "words lie in their sentence");
    }
    checkSpans(article.text, spans, "sentences are in order");
}

void checkPublished(const corpus::Article& article)
{
    const corpus::PublicationDate& published = article.published;
    require(published.range.has_value() == (published.basis != corpus::PublicationBasis::None), "a date has a basis");
    require(published.range.has_value() != published.evidence.empty(), "a date has evidence");
    require(!published.range || published.range->first <= published.range->last, "a range has days");
    for (const corpus::PublicationEvidence& evidence : published.evidence)
        require(evidence.span.end <= article.text.size(), "evidence lies in the text");
    for (const corpus::RejectedDate& rejected : published.rejected)
        require(rejected.span.end <= article.text.size(), "what is rejected lies in the text");
}

void checkIngested(ingest::RawArticle raw, const ingest::FileContext& context)
{
    const std::string text = raw.text;
    const corpus::Article article = ingest::ingestArticle(std::move(raw), context);
    require(article.text == text, "the text stays");
    checkSpans(text, article.boilerplate, "marks are in order");
    checkSpans(text, article.headings, "headings are in order");
    checkPublished(article);
    checkSentences(article);
    if (const auto marks = ingest::marksInFolder(article, {}))
        checkSpans(text, marks->boilerplate, "marks in a folder are in order");
}

void readFile(std::string_view bytes)
{
    [[maybe_unused]] const auto format = ingest::detectFormat(bytes, "2021-04-26_article.txt");
    auto raw = ingest::readPlainText(bytes);
    if (!raw)
        return;
    require(isValidUtf8(raw->text) && raw->text.find_first_of(std::string_view("\0\r", 2)) == std::string::npos,
            "the text is canonical");
    checkIngested(std::move(*raw), {"2021-04-26_article.txt", {}, {}, {}});
}

/// Lines "key=value" until a blank one, then the text.
void readDocument(std::string_view bytes)
{
    auto raw = ingest::readPlainText(bytes);
    if (!raw)
        return;
    ingest::RawArticle article{ingest::Format::Html, {}, {}, {}, {}};
    std::string_view rest = raw->text;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const std::size_t at = line.find('=');
        if (at == std::string_view::npos)
            break;
        article.metadata.push_back({std::string(line.substr(0, at)), std::string(line.substr(at + 1))});
    }
    article.text = std::string(rest);
    checkIngested(std::move(article), {"article.html", {}, {}, {}});
}

void decodeDeclared(std::string_view bytes)
{
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const ingest::DecodedText decoded =
        ingest::decode(bytes.substr(std::min(end + 1, bytes.size())), bytes.substr(0, end));
    require(isValidUtf8(decoded.text), "decoded text is UTF-8");
    std::vector<Diagnostic> diagnostics;
    const std::string canonical = ingest::canonicalText(decoded.text, diagnostics);
    require(ingest::canonicalText(canonical, diagnostics) == canonical, "canonical text stays as it is");
}

void readTable(std::string_view bytes)
{
    if (const auto table = ingest::readMetadataCsv(bytes))
        for (const auto& [file, row] : table->rows)
            require(!file.empty() && isValidUtf8(row.title), "a row names its file");
}

void readDates(std::string_view bytes)
{
    std::size_t end = 0;
    for (const ingest::WrittenDate& date : ingest::writtenDates(bytes)) {
        require(date.span.begin >= end && date.span.begin < date.span.end && date.span.end <= bytes.size(),
                "dates are in order");
        require(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31, "a date has a day and a month");
        end = date.span.end;
    }
    [[maybe_unused]] const auto stamp = ingest::dayOfTimestamp(bytes);
    if (const auto days = ingest::daysInPath(bytes))
        require(days->first <= days->last, "a range has days");
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::array<void (*)(std::string_view), 5> targets = {readFile, readDocument, decodeDeclared, readTable,
                                                                   readDates};
    if (size > 0)
        targets.at(data[0] % targets.size())(fuzz::bytesOf(data + 1, size - 1));
    return 0;
}
