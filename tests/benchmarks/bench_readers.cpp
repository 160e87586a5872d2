// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <ctime>

#include <QApplication>
#include <QEvent>

#include "search/search.h"
#include "support/article_generator.h"
#include "support/corpus_builder.h"
#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reader_text.h"

using namespace synoptic;
using namespace synoptic::ui;

namespace {

/// Milliseconds that the processor has worked for this thread: other programs take nothing away from it.
double now()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void print(const char* name, const std::string& n, std::vector<double> times)
{
    std::ranges::sort(times);
    std::printf(R"({"name": "%s", "n": "%s", "median": %.3f, "p95": %.3f, "longest": %.3f, "unit": "ms"})"
                "\n",
                name, n.c_str(), times[times.size() / 2], times[times.size() * 95 / 100], times.back());
    std::fflush(stdout);
}

/// Articles of @p bytes each, one sentence a line; @p events events, each told by fifty sentences of every one of the
/// first six.
std::shared_ptr<const edits::Timeline> madeFolder(std::size_t articles, std::size_t bytes, std::size_t events)
{
    constexpr std::size_t lit = 50;
    const std::string sentence = "The harbor office said on Tuesday that the ferry would not sail before the spring.";
    tests::CorpusBuilder corpus;
    const std::size_t lines = std::max<std::size_t>(bytes / (sentence.size() + 1), 1);
    std::string text;
    for (std::size_t i = 0; i < lines; ++i)
        text += sentence + '\n';
    for (std::size_t i = 0; i < articles; ++i)
        corpus.article(tests::ArticleBuilder("a" + std::to_string(i) + ".txt", "Source " + std::to_string(i % 40))
                           .published("2021-04-20")
                           .text(i < 20 ? text : sentence));
    for (std::size_t event = 0; event < events; ++event) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> supports;
        for (std::uint32_t article = 0; article < std::min<std::size_t>(articles, 20); ++article)
            for (std::size_t i = 0; i < std::min(lit, lines); ++i)
                supports.emplace_back(article, static_cast<std::uint32_t>((event * 7 + i * 3) % lines));
        std::ranges::sort(supports);
        supports.erase(std::unique(supports.begin(), supports.end()), supports.end());
        corpus.event("event " + std::to_string(event), tests::dateOf("2021-04-13"), supports);
    }
    return corpus.build();
}

/// Counts what reaches the screen, so that nothing is measured that was not painted.
class PaintCounter : public QObject
{
public:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

    int count = 0;
};

/// Lays out and paints what has changed, once and at once, as the event loop does when the screen asks for it.
void paintChanges(QWidget& window)
{
    QApplication::processEvents();
    QEvent request(QEvent::UpdateRequest);
    QApplication::sendEvent(&window, &request);
}

/// From the choice of an event to its sentences lit, scrolled to and painted in every column.
void measureLight(std::size_t columns, std::size_t bytes, std::size_t articles)
{
    const auto timeline = madeFolder(std::max(columns, articles), bytes, 8);
    ArticleStrip strip;
    strip.resize(static_cast<int>(columns) * ArticleStrip::columnWidth, 900);
    strip.show();
    double begin = now();
    strip.setTimeline(timeline);
    paintChanges(strip);
    const double opened = now() - begin;
    PaintCounter painted;
    for (ArticlePane* pane : strip.panes())
        pane->text().viewport()->installEventFilter(&painted);
    std::vector<double> times;
    for (std::uint32_t i = 0; i < 60; ++i) {
        painted.count = 0;
        begin = now();
        strip.setEvent(EventId{i % 8});
        paintChanges(strip);
        times.push_back(now() - begin);
        if (painted.count < static_cast<int>(strip.panes().size()))
            std::fputs("bench_readers: a reader was not painted\n", stderr);
    }
    const std::string n = std::to_string(strip.panes().size()) + " x " + std::to_string(bytes / 1000) + " KB of " +
                          std::to_string(timeline->analysis().articles.size());
    print("readers.light", n, times);
    print("readers.open", n, {opened});
}

/// As if J were held down.
void measureSteps(std::size_t events)
{
    const auto timeline = madeFolder(6, 30'000, events);
    ArticleStrip strip;
    strip.resize(6 * ArticleStrip::columnWidth, 900);
    strip.show();
    strip.setTimeline(timeline);
    paintChanges(strip);
    std::vector<double> times;
    for (std::size_t i = 0; i < events; ++i) {
        const double begin = now();
        strip.setEvent(idAt<EventId>(i));
        paintChanges(strip);
        times.push_back(now() - begin);
    }
    print("readers.step", std::to_string(events) + " events", times);
}

void measureOpening(std::size_t bytes)
{
    const auto timeline = madeFolder(2, bytes, 1);
    ArticleStrip strip;
    strip.resize(2 * ArticleStrip::columnWidth, 900);
    strip.show();
    const double begin = now();
    strip.setTimeline(timeline);
    paintChanges(strip);
    print("readers.open", "2 x " + std::to_string(bytes / 1000) + " KB", {now() - begin});
}

void measureSearch(std::size_t count)
{
    std::vector<std::shared_ptr<const analysis::ArticleAnalysis>> articles;
    std::size_t bytes = 0;
    for (const tests::GeneratedFile& file : tests::generateArticles(count, 1)) {
        auto own = std::make_shared<analysis::ArticleAnalysis>();
        own->article.file = file.name;
        own->article.text = file.bytes;
        bytes += file.bytes.size();
        articles.push_back(std::move(own));
    }
    std::vector<double> first;
    std::vector<double> all;
    for (const auto& [text, mode] : {std::pair{"the", search::Mode::Phrase},
                                     {"said on Tuesday", search::Mode::Phrase},
                                     {"harbor ferry", search::Mode::Words},
                                     {"qqxzy", search::Mode::Phrase},
                                     {"[0-9]+ (people|injured)", search::Mode::Pattern}}) {
        search::Query query;
        query.text = text;
        query.mode = mode;
        search::Limits few;
        few.hits = 1;
        double begin = now();
        static_cast<void>(search::find(articles, query, few));
        first.push_back(now() - begin);
        begin = now();
        static_cast<void>(search::find(articles, query));
        all.push_back(now() - begin);
    }
    const std::string n = std::to_string(count) + " articles, " + std::to_string(bytes / 1'000'000) + " MB";
    print("search.first", n, first);
    print("search.all", n, all);
}

} // namespace

// bench_readers [--quick | --full]: one JSON object a line; see tests/README.md.
int main(int argc, char* argv[])
{
    bool isFull = false;
    for (int i = 1; i < argc; ++i) {
        isFull = isFull || std::strcmp(argv[i], "--full") == 0;
        if (std::strcmp(argv[i], "--full") != 0 && std::strcmp(argv[i], "--quick") != 0) {
            std::fputs("usage: bench_readers [--quick | --full]\n", stderr);
            return 2;
        }
    }
    int programNameOnly = 1;
    const QApplication qt(programNameOnly, argv);
    measureLight(2, 30'000, 2);
    measureLight(6, 3'000, 6);
    measureLight(6, 30'000, 6);
    measureLight(6, 30'000, 10'000);
    measureOpening(3'000'000);
    measureSteps(isFull ? 1000 : 100);
    measureSearch(isFull ? 10'000 : 1000);
    return 0;
}
