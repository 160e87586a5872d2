// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>
#include <vector>

#include <QApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include "app/application.h"
#include "support/article_generator.h"

using namespace synoptic;
using namespace synoptic::app;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

namespace {

// Ticks every two milliseconds; a gap between two ticks is a time in which the window answered nobody.
class Watchdog
{
public:
    Watchdog()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(2ms);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
        m_last = Clock::now();
        m_timer.start();
    }

    /// Ends the watch; the gaps, longest last.
    std::vector<double> gaps()
    {
        tick();
        m_timer.stop();
        std::ranges::sort(m_gaps);
        return m_gaps;
    }

private:
    void tick()
    {
        const auto now = Clock::now();
        m_gaps.push_back(Milliseconds(now - m_last).count());
        m_last = now;
    }

    QTimer m_timer;
    Clock::time_point m_last;
    std::vector<double> m_gaps;
};

void print(const char* name, std::size_t n, double median, double p95, const char* unit)
{
    std::printf(R"({"name": "%s", "n": %zu, "median": %.1f, "p95": %.1f, "unit": "%s"})"
                "\n",
                name, n, median, p95, unit);
    std::fflush(stdout);
}

double since(Clock::time_point begin)
{
    return Milliseconds(Clock::now() - begin).count();
}

// Opens the folder in a window and watches the event loop until the timeline stands and has been painted. Returns how
// long the whole run took.
double measureOpening(const std::string& folder, std::size_t count, const SettingsStore& store)
{
    Application application(store);
    application.run({});
    application.window().resize(1600, 1000);
    QCoreApplication::processEvents();
    std::optional<double> firstArticle;
    QEventLoop loop;
    Watchdog watchdog;
    const auto begin = Clock::now();
    QObject::connect(&application.session(), &Session::timelineChanged, &loop, [&] {
        if (!firstArticle && application.session().timeline())
            firstArticle = since(begin);
    });
    QTimer settled;
    settled.setSingleShot(true);
    QObject::connect(&settled, &QTimer::timeout, &loop, &QEventLoop::quit);
    double timeline = 0;
    QObject::connect(&application, &Application::timelineShown, &loop, [&] {
        timeline = since(begin);
        settled.start(500ms); // painting and what else was put off
    });
    application.openFolder(folder);
    loop.exec();
    const std::vector<double> gaps = watchdog.gaps();
    print("window.first_article", count, firstArticle.value_or(-1), firstArticle.value_or(-1), "ms");
    print("window.timeline", count, timeline, timeline, "ms");
    print("window.longest_block", count, gaps.back(), gaps.back(), "ms");
    print("window.block", count, gaps[gaps.size() / 2], gaps[gaps.size() * 95 / 100], "ms");
    print("window.events", count, static_cast<double>(application.session().timeline()->events().size()), 0, "events");
    return timeline;
}

// Cancels at moments all over a run of @p wholeRun milliseconds and measures until no thread works for it any more.
void measureCancelling(const std::string& folder, std::size_t count, double wholeRun)
{
    constexpr int moments = 30;
    AnalysisJob job;
    std::vector<double> times;
    for (int moment = 0; moment < moments; ++moment) {
        const std::chrono::milliseconds delay(static_cast<int>(wholeRun * moment / moments));
        QEventLoop loop;
        engine::RunOptions options;
        options.folder = folder;
        job.start(options, {}, 0);
        QTimer::singleShot(delay, &loop, &QEventLoop::quit);
        loop.exec();
        const auto begin = Clock::now();
        job.cancel();
        while (job.isBusy())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
        times.push_back(since(begin));
    }
    std::ranges::sort(times);
    print("window.cancel", count, times[times.size() / 2], times.back(), "ms");
}

} // namespace

// bench_window [--quick | --full | COUNT…]: one JSON object a line; see tests/README.md.
int main(int argc, char* argv[])
{
    std::vector<std::size_t> counts;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--quick") == 0)
            counts.push_back(200);
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
        const std::string folder = directory.filePath(QStringLiteral("articles")).toStdString();
        if (count == 0 || !tests::writeArticles(folder, tests::generateArticles(count, 1))) {
            std::fputs("usage: bench_window [--quick | --full | COUNT...]\n", stderr);
            return 2;
        }
        const SettingsStore store(directory.filePath(QStringLiteral("state")).toStdString());
        const double wholeRun = measureOpening(folder, count, store);
        measureCancelling(folder, count, wholeRun);
    }
    return 0;
}
