// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include "app/application.h"
#include "app/engine/analysis_cache.h"
#include "app/project.h"
#include "exchange/edit_codec.h"
#include "links/event_builder.h"
#include "store/project_store.h"
#include "support/article_generator.h"
#include "ui/selection.h"

using namespace synoptic;
using namespace synoptic::app;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

namespace {

constexpr std::size_t eventsPerArticle = 2;
constexpr std::size_t articlesPerContradiction = 20;
constexpr std::size_t actions = 200;

struct Place
{
    std::string folder;
    std::string state;
    std::string cache;
};

void print(const char* name, std::size_t n, std::vector<double> times, const char* unit, double bound)
{
    std::ranges::sort(times);
    const double median = times[times.size() / 2];
    const double p95 = times[std::min(times.size() - 1, times.size() * 95 / 100)];
    std::printf(
        R"({"name": "%s", "n": %zu, "median": %.2f, "p95": %.2f, "unit": "%s", "ratio_to": "bound", "ratio": %.3f})"
        "\n",
        name, n, median, p95, unit, bound > 0 ? median / bound : 0.0);
    std::fflush(stdout);
}

double since(Clock::time_point begin)
{
    return Milliseconds(Clock::now() - begin).count();
}

/// Takes the articles as they are read and stops before they are linked: what is measured is opening, not linking.
class Taker : public engine::RunObserver
{
public:
    explicit Taker(std::stop_source& stop) : m_stop(stop) {}

    void listed(const std::shared_ptr<const corpus::FolderScan>& found) override { scan = found; }
    void scanned(std::size_t) override {}
    void fileDone(std::shared_ptr<const analysis::ArticleAnalysis> article, std::size_t) override
    {
        if (article)
            articles.push_back(std::move(article));
    }
    void linking() override { m_stop.request_stop(); }

    std::vector<std::shared_ptr<const analysis::ArticleAnalysis>> articles;
    std::shared_ptr<const corpus::FolderScan> scan;

private:
    std::stop_source& m_stop; // Not owned: the caller's.
};

/// Events of one to three mentions each, from articles that follow one another: as many and as long as those of a real
/// folder, though not the same.
std::vector<analysis::Event> makeEvents(const std::vector<std::shared_ptr<const analysis::ArticleAnalysis>>& articles)
{
    std::vector<analysis::Event> events;
    for (std::size_t e = 0; e < articles.size() * eventsPerArticle; ++e) {
        analysis::Event event;
        std::string key = std::to_string(e);
        event.key = std::string(16 - std::min<std::size_t>(key.size(), 16), '0') + key;
        event.salience = static_cast<double>(e % 100) / 100.0;
        std::vector<links::DateVote> votes;
        for (std::size_t s = 0; s <= e % 3; ++s) {
            const std::size_t a = (e / eventsPerArticle + s) % articles.size();
            const auto& mentions = articles[a]->mentions;
            if (mentions.empty())
                continue;
            const events::EventMention& mention = mentions[e % mentions.size()];
            analysis::Support support;
            support.article = idAt<ArticleId>(a);
            support.sentence = mention.sentence;
            support.trigger = mention.trigger;
            support.expressions = mention.expressions;
            support.date = mention.date;
            support.score = 0.5;
            support.why = "same verb, same day";
            event.title = articles[a]->textOf(articles[a]->sentences[mention.sentence].span).substr(0, 60);
            event.participants = mention.participants;
            votes.push_back({mention.date, static_cast<std::uint32_t>(a)});
            event.supports.push_back(std::move(support));
        }
        std::ranges::sort(event.supports, {},
                          [](const analysis::Support& own) { return std::pair(own.article, own.sentence); });
        event.sources = event.independent = static_cast<std::uint32_t>(event.supports.size());
        links::DateDecision decision = links::decideDate(votes);
        event.date = std::move(decision.date);
        event.positions = std::move(decision.positions);
        events.push_back(std::move(event));
    }
    return events;
}

/// Reads the folder, makes up its events, and keeps both as the program keeps what it found.
std::shared_ptr<const analysis::Analysis> keepFolder(const Place& place)
{
    std::stop_source stop;
    Taker taker(stop);
    engine::RunOptions options;
    options.folder = place.folder;
    static_cast<void>(engine::runAnalysis(options, taker, stop.get_token()));
    std::ranges::sort(taker.articles, {}, [](const auto& own) -> const std::string& { return own->article.file; });
    auto analysis = std::make_shared<analysis::Analysis>();
    analysis->folder = place.folder;
    analysis->articles = std::move(taker.articles);
    for (std::size_t a = 0; a < analysis->articles.size(); ++a)
        analysis->reprintCluster.push_back(static_cast<std::uint32_t>(a));
    analysis->events = makeEvents(analysis->articles);
    const std::string path = engine::keptAnalysisPath(place.cache, place.folder);
    const auto begin = Clock::now();
    if (const auto kept = engine::keepAnalysis(path, {analysis, taker.scan, {}, engine::programKey(), {}}); !kept) {
        std::fprintf(stderr, "the analysis cannot be kept: %s\n", kept.error().detail.c_str());
        return nullptr;
    }
    print("project.keep", analysis->articles.size(), {since(begin)}, "ms", 0);
    std::error_code ignored;
    print("project.kept_bytes", analysis->articles.size(),
          {static_cast<double>(std::filesystem::file_size(path, ignored)) / 1e6}, "MB", 0);
    return analysis;
}

/// A project in which events were reviewed and contradictions flagged.
bool makeProject(const Place& place, const analysis::Analysis& analysis)
{
    store::ProjectContent content;
    content.folder = place.folder;
    const auto act = [&content](std::string name, const edits::Edits& edits) {
        store::HistoryEntry entry;
        entry.number = entry.target = content.history.size() + 1;
        entry.at = 1'700'000'000'000;
        entry.name = std::move(name);
        entry.edits = exchange::editsToJson(edits);
        content.history.push_back(std::move(entry));
    };
    for (std::size_t e = 0; e < analysis.events.size(); e += 10)
        act("accept event", {edits::keepEvent(analysis, analysis.events[e]),
                             edits::ReviewEvent{analysis.events[e].key, edits::ReviewState::Accepted}});
    const std::size_t contradictions = std::max<std::size_t>(analysis.articles.size() / articlesPerContradiction, 1);
    for (std::size_t c = 0; c < contradictions; ++c) {
        edits::Contradiction record;
        record.number = static_cast<std::uint32_t>(c + 1);
        record.question = "Which of the two?";
        for (std::size_t side = 0; side < 2; ++side) {
            const auto& article = *analysis.articles[(c * articlesPerContradiction + side) % analysis.articles.size()];
            edits::Party party;
            party.side = side == 0 ? 'A' : 'B';
            party.anchor = edits::anchorOf(article.article, article.sentences.front().span);
            record.parties.push_back(std::move(party));
        }
        record.events = {analysis.events[c * 7 % analysis.events.size()].key};
        act("contradiction", {edits::PutContradiction{record}});
    }
    std::error_code ignored;
    std::filesystem::create_directories(place.state + "/projects", ignored);
    return store::ProjectStore::create(untitledProjectPath(place.state, place.folder), content).has_value();
}

/// A window that opens the folder, and what it took until the events and the decisions were shown.
class Opening
{
public:
    explicit Opening(const Place& place) : m_application(SettingsStore(place.state))
    {
        m_application.keepAnalysesIn(place.cache);
        m_application.run({});
        m_application.window().resize(1600, 1000);
        QCoreApplication::processEvents();
        QEventLoop loop;
        const auto begin = Clock::now();
        const auto look = [&] {
            const auto timeline = m_application.session().timeline();
            if (timeline && !m_first)
                m_first = since(begin);
            if (!timeline || !m_application.session().isComplete() || timeline->contradictions().empty())
                return;
            m_all = since(begin);
            loop.quit();
        };
        QObject::connect(&m_application.session(), &Session::timelineChanged, &loop, look);
        QObject::connect(&m_application, &Application::timelineShown, &loop, look);
        QTimer tooLong;
        tooLong.setSingleShot(true);
        QObject::connect(&tooLong, &QTimer::timeout, &loop, &QEventLoop::quit);
        tooLong.start(120s);
        m_application.openFolder(place.folder);
        loop.exec();
    }

    double first() const { return m_first.value_or(-1); }
    double all() const { return m_all; }
    Application& application() { return m_application; }

private:
    Application m_application;
    std::optional<double> m_first;
    double m_all = -1;
};

/// From a key to the picture of it, and from there to the disk; and for how long the window answered nobody.
void measureActions(Application& application, std::size_t n)
{
    std::vector<double> shown;
    std::vector<double> committed;
    std::vector<double> blocked;
    Session& session = application.session();
    for (std::size_t i = 0; i < actions; ++i) {
        const std::size_t count = session.timeline()->events().size();
        const std::string key = session.timeline()->events()[(i * 97) % count].event.key;
        application.window().selection().setCurrent(session.timeline()->eventOf(key));
        QCoreApplication::processEvents();
        QEventLoop loop;
        bool isShown = false;
        bool isSaved = false;
        const auto begin = Clock::now();
        QObject::connect(&session, &Session::timelineChanged, &loop, [&] {
            if (std::exchange(isShown, true))
                return;
            application.window().repaint();
            shown.push_back(since(begin));
            if (isSaved)
                loop.quit();
        });
        QObject::connect(&session, &Session::saved, &loop, [&] {
            if (std::exchange(isSaved, true))
                return;
            committed.push_back(since(begin));
            if (isShown)
                loop.quit();
        });
        auto last = Clock::now();
        double longest = 0;
        QTimer ticks;
        ticks.setTimerType(Qt::PreciseTimer);
        QObject::connect(&ticks, &QTimer::timeout, &loop,
                         [&] { longest = std::max(longest, since(std::exchange(last, Clock::now()))); });
        ticks.start(2ms);
        Q_EMIT application.window().editRequested(
            edits::ReviewEvent{key, i % 2 == 0 ? edits::ReviewState::Rejected : edits::ReviewState::Accepted});
        QTimer tooLong;
        tooLong.setSingleShot(true);
        QObject::connect(&tooLong, &QTimer::timeout, &loop, &QEventLoop::quit);
        tooLong.start(60s);
        loop.exec();
        blocked.push_back(longest);
    }
    print("project.action", n, shown, "ms", 50);
    print("project.commit", n, committed, "ms", 0);
    print("project.block", n, blocked, "ms", 100);
}

} // namespace

// bench_project [--quick | --full | ARTICLES…]: one JSON object a line; see tests/README.md.
int main(int argc, char* argv[])
{
    std::vector<std::size_t> counts;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0)
            counts.push_back(1000);
        else if (std::strcmp(argv[i], "--full") == 0)
            counts.insert(counts.end(), {1000, 10'000});
        else
            counts.push_back(std::strtoul(argv[i], nullptr, 10));
    }
    if (counts.empty())
        counts.push_back(1000);
    int programNameOnly = 1;
    const QApplication qt(programNameOnly, argv);
    for (const std::size_t count : counts) {
        const QTemporaryDir directory;
        const auto path = [&directory](const char* name) {
            return directory.filePath(QLatin1StringView(name)).toStdString();
        };
        const Place place{path("articles"), path("state"), path("cache")};
        if (count == 0 || !tests::writeArticles(place.folder, tests::generateArticles(count, 1))) {
            std::fputs("usage: bench_project [--quick | --full | ARTICLES...]\n", stderr);
            return 2;
        }
        const auto analysis = keepFolder(place);
        if (!analysis || !makeProject(place, *analysis))
            return 1;
        std::vector<double> first;
        std::vector<double> all;
        for (int round = 0; round < 5; ++round) {
            Opening opening(place);
            first.push_back(opening.first());
            all.push_back(opening.all());
            if (round == 4) {
                print("project.first_article", count, first, "ms", 150);
                print("project.open", count, all, "ms", 2000);
                measureActions(opening.application(), count);
            }
        }
    }
    return 0;
}
