// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_temporal [--quick|--full] [FILE…]: throughput of the temporal tagger on one thread, one JSON object a line.
// Without files the text is made here, with an expression of time in every other sentence, in three sizes up to 32 MB.
// Each rate is set beside a copy of the same bytes and beside RE2 looking for the words that can begin an expression.
// Times are those of the processor: a run of a second is interrupted on a busy machine, one of a hundredth is not, and
// the two could not be compared.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <re2/re2.h>

#include "temporal/normalizer.h"
#include "temporal/recognizer.h"
#include "temporal/tokenizer.h"
#include "text/sentence_splitter.h"

using namespace synoptic;
using namespace synoptic::temporal;

namespace {

std::string madeText(std::size_t bytes)
{
    constexpr const char* sentences[] = {
        "The committee met on Friday and put the vote off until March 12, its chairman told reporters. ",
        "Prices of grain and oil went up again, while most shops in the old town stayed closed. ",
        "In 1998 the company sold its mills for $1,200 million, two years after the merger had failed. ",
        "Nobody answered the telephone at the ministry, and the gates of the harbor were locked. ",
        "Officials said they expected 45,000 visitors, more than in any other town of the region. ",
        "A spokeswoman declined to comment on the letter but confirmed that it had been received. ",
    };
    std::string text;
    for (std::size_t i = 0; text.size() < bytes; ++i)
        text += sentences[i % std::size(sentences)];
    return text;
}

/// Seconds of the processor that this thread has used.
double secondsUsed()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Rate
{
    double median = 0.0; ///< megabytes a second
    double p95 = 0.0;    ///< reached by 95 of 100 runs
};

template <typename Run>
Rate rateOf(std::size_t bytes, int rounds, Run run)
{
    std::vector<double> rates;
    for (int i = 0; i < rounds; ++i) {
        const double begin = secondsUsed();
        run();
        rates.push_back(static_cast<double>(bytes) / 1e6 / std::max(secondsUsed() - begin, 1e-9));
    }
    std::ranges::sort(rates);
    return {rates[rates.size() / 2], rates[rates.size() / 20]};
}

/// What each rate is set beside.
struct Baselines
{
    Rate copy;
    Rate scan;
};

void report(const char* name, std::size_t bytes, const Rate& rate, const Baselines& baselines)
{
    std::printf("{\"name\":\"%s\",\"n\":%zu,\"unit\":\"MB/s\",\"median\":%.1f,\"p95\":%.1f,\"ratio_to_memcpy\":%.5f,"
                "\"ratio_to_re2\":%.3f}\n",
                name, bytes, rate.median, rate.p95, rate.median / baselines.copy.median,
                rate.median / baselines.scan.median);
}

/// Counts the words that can begin an expression: the least that a tagger made of patterns would do first.
std::size_t countTriggers(const std::string& text)
{
    static const RE2 trigger(
        "(?i)\\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|"
        "tuesday|"
        "wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|year|month|week|day|hour|minute|quarter|"
        "decade|"
        "century|spring|summer|autumn|winter|morning|afternoon|evening|night|now|ago|last|next|daily|\\d{4})");
    re2::StringPiece rest(text);
    std::size_t count = 0;
    while (RE2::FindAndConsume(&rest, trigger))
        ++count;
    return count;
}

/// The rate of the whole tagger: tokenizing, recognizing and resolving.
Rate bench(const std::string& text, int rounds)
{
    std::vector<TextSpan> sentences;
    for (const text::Sentence& sentence : text::splitSentences(text))
        sentences.push_back(sentence.span);
    const Day day = *dayFromIso("2021-04-15");
    const Reference reference{DayRange{day, day}, DocumentKind::News};
    std::size_t sink = 0;

    std::string copied(text.size(), '\0');
    Baselines baselines;
    baselines.copy = rateOf(text.size(), rounds, [&] {
        std::memcpy(copied.data(), text.data(), text.size());
        sink += static_cast<unsigned char>(copied[copied.size() / 2]);
    });
    baselines.scan = rateOf(text.size(), rounds, [&] { sink += countTriggers(text); });
    report("temporal.memcpy", text.size(), baselines.copy, baselines);
    report("temporal.re2", text.size(), baselines.scan, baselines);

    std::vector<Token> tokens;
    report("temporal.tokenize", text.size(),
           rateOf(text.size(), rounds,
                  [&] {
                      for (const TextSpan& sentence : sentences) {
                          tokenize(text, sentence, tokens);
                          sink += tokens.size();
                      }
                  }),
           baselines);

    std::vector<UnresolvedExpression> found;
    report("temporal.recognize", text.size(),
           rateOf(text.size(), rounds,
                  [&] {
                      found = recognize(text, sentences);
                      sink += found.size();
                  }),
           baselines);
    const Rate tagging = rateOf(text.size(), rounds, [&] {
        found = recognize(text, sentences);
        sink += resolve(text, found, reference).size();
    });
    report("temporal.tag", text.size(), tagging, baselines);
    const Rate resolving = rateOf(text.size(), rounds, [&] { sink += resolve(text, found, reference).size(); });
    const double perExpression =
        static_cast<double>(text.size()) / resolving.median * 1000.0 / static_cast<double>(found.size() + 1);
    std::printf("{\"name\":\"temporal.resolve\",\"n\":%zu,\"unit\":\"ns/expression\",\"median\":%.0f,\"sink\":%zu}\n",
                found.size(), perExpression, sink % 10);
    return tagging;
}

} // namespace

int main(int argc, char** argv)
{
    int rounds = 5;
    std::string text;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0) {
            rounds = 3;
        } else if (std::strcmp(argv[i], "--full") == 0) {
            rounds = 15;
        } else {
            std::ifstream stream(argv[i], std::ios::binary);
            std::ostringstream bytes;
            bytes << stream.rdbuf();
            text += bytes.str();
        }
    }
    if (!text.empty()) {
        bench(text, rounds);
        return 0;
    }
    bench(madeText(4'500), rounds);
    const Rate small = bench(madeText(1'000'000), rounds);
    const Rate large = bench(madeText(32'000'000), rounds);
    // Linear: one file of 32 MB is read as fast as one of 1 MB.
    std::printf(
        "{\"name\":\"temporal.linear\",\"n\":32000000,\"unit\":\"rate of 32 MB by rate of 1 MB\",\"median\":%.2f}\n",
        large.median / small.median);
    return 0;
}
