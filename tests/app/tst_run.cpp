// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/run.h"

#include <algorithm>
#include <mutex>
#include <thread>

#include <QElapsedTimer>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include "app/engine/skip_reasons.h"
#include "base/limits.h"
#include "exchange/json.h"
#include "support/made_files.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::engine;
using namespace std::chrono_literals;

namespace {

/// Counts what it hears, and checks that calls come one at a time.
class CountingObserver : public RunObserver
{
public:
    void scanned(std::size_t count) override { files = count; }
    void fileDone(std::shared_ptr<const analysis::ArticleAnalysis> article, std::size_t count) override
    {
        const std::unique_lock lock(m_calls, std::try_to_lock);
        overlapped |= !lock.owns_lock();
        inOrder &= count == calls || count == calls + 1; // several articles of one file count once
        calls = count;
        articles += article ? 1U : 0U;
    }
    void linking() override { linked = true; }
    void noticed(const std::string& file, const Diagnostic& diagnostic) override
    {
        notices.push_back(file + ": " + diagnostic.detail);
    }

    std::size_t files = 0;
    std::size_t calls = 0;
    std::size_t articles = 0;
    bool linked = false;
    bool overlapped = false;
    bool inOrder = true;
    std::vector<std::string> notices;

private:
    std::mutex m_calls;
};

RunOptions optionsFor(const TemporaryFolder& folder, unsigned threads = 2)
{
    RunOptions options;
    options.folder = folder.path();
    options.threads = threads;
    options.readerProgram = SYNOPTIC_READER_PROGRAM;
    return options;
}

std::shared_ptr<const analysis::Analysis> runOver(const RunOptions& options)
{
    CountingObserver observer;
    auto analysis = runAnalysis(options, observer, {});
    if (!analysis)
        qFatal("the run failed: %s", analysis.error().detail.c_str());
    return *analysis;
}

std::string articleText(int number)
{
    const std::string day = std::to_string((number % 27) + 1);
    return "Harbor story " + std::to_string(number) + "\n\nPublished on May " + day +
           ", 2024\n\nThe mayor closed the harbor on Monday. Two ships collided on May " + day +
           ", 2024, the coast guard said.\nThe port will open again next week.\n";
}

void fill(const TemporaryFolder& folder, int count)
{
    for (int i = 0; i < count; ++i) {
        const std::string name = "story" + std::to_string(i);
        if (i % 3 == 0)
            folder.write(name + ".html", "<title>Story</title><article><h1>Story " + std::to_string(i) + "</h1><p>" +
                                             articleText(i) + "</p></article>");
        else if (i % 3 == 1)
            folder.write("sub/" + name + ".md", "# Story " + std::to_string(i) + "\n\n" + articleText(i));
        else
            folder.write(name + ".txt", articleText(i));
    }
}

std::string reasonOf(const analysis::Analysis& analysis, std::string_view file)
{
    const auto found = std::ranges::find(analysis.skipped, file, &corpus::SkippedFile::file);
    return found == analysis.skipped.end() ? "(not skipped)" : found->reason;
}

bool isArticle(const analysis::Analysis& analysis, std::string_view file)
{
    return std::ranges::any_of(analysis.articles, [&](const auto& article) { return article->article.file == file; });
}

} // namespace

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileOfManyArticlesGivesThemAll();
    void everyFormatGivesItsText();
    void everyFormatIsRead();
    void theObserverHearsEveryFileOnce();
    void theResultIsTheSameForAnyNumberOfThreads();
    void theResultIsTheSameForAnyOrderOfCreation();
    void aHostileFolderIsAccountedFor();
    void aFileWithoutPermissionIsSkippedOrReadable();
    void aReaderThatIsMissingCostsItsFormatsAlone();
    void metadataAndTypedDatesReachTheirArticles();
    void metadataThatFitsNoFileIsNoticed();
    void aTypedDateForNoFileIsRefused();
    void aFolderThatIsNoneSaysSo();
    void anEmptyFolderIsAnEmptyAnalysis();
    void aStopCancelsWithin200Milliseconds_data();
    void aStopCancelsWithin200Milliseconds();
    void everyErrorHasAReason();
};

void TestRun::everyFormatIsRead()
{
    const TemporaryFolder folder;
    fill(folder, 6);
    const auto analysis = runOver(optionsFor(folder));
    QCOMPARE(analysis->articles.size(), std::size_t{6});
    QVERIFY(analysis->skipped.empty());
    QVERIFY(isArticle(*analysis, "sub/story1.md"));
    for (const auto& article : analysis->articles) {
        QVERIFY(article->article.text.find("The mayor closed the harbor on Monday.") != std::string::npos);
        QVERIFY(!article->sentences.empty());
        QCOMPARE(article->article.sha256.size(), std::size_t{64});
    }
}

void TestRun::theObserverHearsEveryFileOnce()
{
    const TemporaryFolder folder;
    fill(folder, 20);
    folder.write("empty.txt", "");
    CountingObserver observer;
    QVERIFY(runAnalysis(optionsFor(folder, 4), observer, {}).has_value());
    QCOMPARE(observer.files, std::size_t{21});
    QCOMPARE(observer.calls, std::size_t{21});
    QCOMPARE(observer.articles, std::size_t{20});
    QVERIFY(observer.linked && observer.inOrder && !observer.overlapped);
}

void TestRun::theResultIsTheSameForAnyNumberOfThreads()
{
    const TemporaryFolder folder;
    fill(folder, 24);
    folder.write("binary.txt", std::string("\x00\x01\x02\xff\xfe\x00", 6) + std::string(500, '\0'));
    const std::string one = exchange::analysisToJson(*runOver(optionsFor(folder, 1)), "test");
    QVERIFY(one.size() > 10'000);
    for (const unsigned threads : {2U, 8U})
        QVERIFY2(exchange::analysisToJson(*runOver(optionsFor(folder, threads)), "test") == one,
                 qPrintable(QString::number(threads)));
}

void TestRun::theResultIsTheSameForAnyOrderOfCreation()
{
    const TemporaryFolder forth;
    const TemporaryFolder back;
    for (int i = 0; i < 12; ++i) {
        forth.write(std::to_string(i) + ".txt", articleText(i));
        back.write(std::to_string(11 - i) + ".txt", articleText(11 - i));
    }
    QVERIFY(exchange::analysisToJson(*runOver(optionsFor(forth)), "test") ==
            exchange::analysisToJson(*runOver(optionsFor(back)), "test"));
}

void TestRun::aHostileFolderIsAccountedFor()
{
    const TemporaryFolder folder;
    folder.write("good.txt", articleText(1));
    folder.write("empty.txt", "");
    folder.write("spaces.txt", " \n\t\n");
    std::string bytes;
    for (int i = 0; i < 2000; ++i)
        bytes += static_cast<char>((i * 37) & 0xFF);
    folder.write("binary.bin", "\x7f"
                               "ELF" +
                                   bytes);
    folder.write("picture.html", "\xff\xd8\xff\xe0" + std::string("\0\x10JFIF", 6) + bytes);
    folder.write("invalid.txt", "Caf\xe9 and \xf0\x9f half a sign. The rest is text.\n");
    folder.write("name\xff\xfe.txt", articleText(2));
    folder.write("new\nline.txt", articleText(3));
    folder.write("deep.html", std::string(200'000, '<') + "<p>Text</p>");
    folder.write(std::string(240, 'x') + ".txt", articleText(4));
    // NOLINTNEXTLINE(bugprone-string-constructor): more than an article may have
    folder.write("big.txt", std::string(50'000'000, 'w'));
    QCOMPARE(::mkfifo(folder.path("fifo.txt").c_str(), 0666), 0);
    QCOMPARE(::symlink(folder.path().c_str(), folder.path("loop").c_str()), 0);
    QCOMPARE(::symlink("/nowhere", folder.path("dangling.txt").c_str()), 0);
    constexpr std::size_t entries = 14;

    QElapsedTimer clock;
    clock.start();
    const auto analysis = runOver(optionsFor(folder));
    QVERIFY(clock.elapsed() < 30'000);
    QCOMPARE(analysis->articles.size() + analysis->skipped.size(), entries);
    for (const char* file : {"good.txt", "invalid.txt", "name\xff\xfe.txt", "new\nline.txt", "deep.html"})
        QVERIFY2(isArticle(*analysis, file), file);
    QCOMPARE(reasonOf(*analysis, "empty.txt"), std::string("empty"));
    QCOMPARE(reasonOf(*analysis, "spaces.txt"), std::string("empty"));
    QCOMPARE(reasonOf(*analysis, "big.txt"), std::string("too big (50 MB)"));
    QVERIFY(reasonOf(*analysis, "binary.bin").starts_with("not an article format"));
    QVERIFY(reasonOf(*analysis, "picture.html").find("JPEG") != std::string::npos);
    for (const char* file : {"fifo.txt", "loop", "dangling.txt"})
        QVERIFY2(!reasonOf(*analysis, file).empty() && reasonOf(*analysis, file) != "(not skipped)", file);
    QCOMPARE(reasonOf(*analysis, "loop"), std::string("link, not followed"));
}

void TestRun::aFileWithoutPermissionIsSkippedOrReadable()
{
    const TemporaryFolder folder;
    const std::string path = folder.write("secret.txt", articleText(1));
    QCOMPARE(::chmod(path.c_str(), 0), 0);
    const auto analysis = runOver(optionsFor(folder));
    if (::access(path.c_str(), R_OK) == 0) // whoever runs the tests is above permissions
        QVERIFY(isArticle(*analysis, "secret.txt"));
    else
        QCOMPARE(reasonOf(*analysis, "secret.txt"), std::string("no permission to read it"));
}

void TestRun::aReaderThatIsMissingCostsItsFormatsAlone()
{
    const TemporaryFolder folder;
    fill(folder, 9);
    auto options = optionsFor(folder);
    options.readerProgram = "/nowhere/synoptic-reader";
    const auto analysis = runOver(options);
    QCOMPARE(analysis->articles.size(), std::size_t{3});
    QCOMPARE(analysis->skipped.size(), std::size_t{6});
    QVERIFY(
        std::ranges::all_of(analysis->skipped, [](const auto& file) { return file.reason == "the reader failed"; }));
}

void TestRun::metadataAndTypedDatesReachTheirArticles()
{
    const TemporaryFolder folder;
    folder.write("a.txt", "A headline of some words\n\nThe council met.\n");
    folder.write("b.txt", "Another headline of words\n\nThe council met.\n");
    folder.write("metadata.csv", "file,title,source,author,published,url\na.txt,Given title,Example Post,,2024-05-02,\n"
                                 "b.txt,,,,2024-05-02,\n");
    auto options = optionsFor(folder);
    options.published["b.txt"] = "2023-01-09";
    const auto analysis = runOver(options);
    QCOMPARE(analysis->articles.size(), std::size_t{2}); // metadata.csv is none
    QCOMPARE(analysis->articles[0]->article.title, std::string("Given title"));
    QCOMPARE(analysis->articles[0]->article.published.value, std::string("2024-05-02"));
    QCOMPARE(analysis->articles[1]->article.published.value, std::string("2023-01-09"));
    QVERIFY(analysis->articles[1]->article.published.basis == corpus::PublicationBasis::User);
}

void TestRun::metadataThatFitsNoFileIsNoticed()
{
    const TemporaryFolder folder;
    folder.write("a.txt", articleText(1));
    folder.write("metadata.csv", "file,title\nother.txt,Title\n");
    CountingObserver observer;
    QVERIFY(runAnalysis(optionsFor(folder), observer, {}).has_value());
    QCOMPARE(observer.notices.size(), std::size_t{1});
    QVERIFY(observer.notices[0].find("other.txt") != std::string::npos);

    folder.write("metadata.csv", "nothing,useful\n1,2\n");
    const auto analysis = runOver(optionsFor(folder));
    QVERIFY(reasonOf(*analysis, "metadata.csv").starts_with("damaged"));
}

void TestRun::aTypedDateForNoFileIsRefused()
{
    const TemporaryFolder folder;
    folder.write("a.txt", articleText(1));
    auto options = optionsFor(folder);
    options.published["b.txt"] = "2023-01-09";
    CountingObserver observer;
    const auto analysis = runAnalysis(options, observer, {});
    QVERIFY(!analysis);
    QVERIFY(analysis.error().code == ErrorCode::InvalidArgument);
    QCOMPARE(analysis.error().detail, std::string("b.txt"));
}

void TestRun::aFolderThatIsNoneSaysSo()
{
    const TemporaryFolder folder;
    folder.write("a.txt", "text");
    auto options = optionsFor(folder);
    CountingObserver observer;
    options.folder = folder.path("none");
    QVERIFY(runAnalysis(options, observer, {}).error().code == ErrorCode::NotFound);
    options.folder = folder.path("a.txt");
    QVERIFY(runAnalysis(options, observer, {}).error().code == ErrorCode::NotRegular);
}

void TestRun::anEmptyFolderIsAnEmptyAnalysis()
{
    const TemporaryFolder folder;
    const auto analysis = runOver(optionsFor(folder));
    QVERIFY(analysis->articles.empty() && analysis->events.empty() && analysis->skipped.empty());
}

void TestRun::aStopCancelsWithin200Milliseconds_data()
{
    QTest::addColumn<bool>("hangingReader");
    QTest::newRow("while files are read") << false;
    QTest::newRow("while the reader process works") << true;
}

void TestRun::aStopCancelsWithin200Milliseconds()
{
    QFETCH(bool, hangingReader);
    const TemporaryFolder folder;
    fill(folder, hangingReader ? 3 : 1500);
    auto options = optionsFor(folder);
    const TemporaryFolder programs;
    if (hangingReader) {
        options.readerProgram = programs.write(
            "reader", "#!/bin/sh\nprintf 'SYN1\\0\\0\\0\\0\\1\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0'\nexec sleep 20\n");
        QCOMPARE(::chmod(options.readerProgram.c_str(), 0755), 0);
    }
    std::stop_source stop;
    QElapsedTimer clock;
    const std::jthread stopper([&] {
        std::this_thread::sleep_for(150ms);
        clock.start();
        stop.request_stop();
    });
    CountingObserver observer;
    const auto analysis = runAnalysis(options, observer, stop.get_token());
    const auto elapsed = clock.elapsed();
    QVERIFY(!analysis);
    QVERIFY(analysis.error().code == ErrorCode::Cancelled);
    QVERIFY2(elapsed <= 200, qPrintable(QString::number(elapsed)));
    QVERIFY(!observer.linked);
}

void TestRun::everyErrorHasAReason()
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::InvalidArgument); ++code) {
        const std::string reason = skipReason({static_cast<ErrorCode>(code), ""});
        QVERIFY2(!reason.empty() && !reason.ends_with('.') && !reason.ends_with(": "), reason.c_str());
    }
    QCOMPARE(skipReason({ErrorCode::TooBig, "120000000"}), std::string("too big (120 MB)"));
    QCOMPARE(skipReason({ErrorCode::NotAnArticle, "ZIP archive"}), std::string("not an article format: ZIP archive"));
}

void TestRun::aFileOfManyArticlesGivesThemAll()
{
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 1; i <= 12; ++i)
        lines += R"({"title": "Story )" + std::to_string(i) + R"(", "text": "The mayor closed the harbor on Monday. )" +
                 R"(Two ships collided, the coast guard said, and the port will open again next week."})" + "\n";
    lines += R"({"title": "A page", "content": "<div><p>The mayor closed the harbor on Monday, and two ships )"
             R"(collided, the coast guard said.</p></div>"})";
    folder.write("many.jsonl", lines);
    folder.write("many.jsonl-copy.txt", articleText(1));
    RunOptions options = optionsFor(folder);
    options.published = {{"many.jsonl#02", "2024-05-03"}};
    CountingObserver observer;
    const auto analysis = runAnalysis(options, observer, {});
    QVERIFY(analysis.has_value());
    const auto& articles = (*analysis)->articles;
    QCOMPARE(articles.size(), 14U);
    QCOMPARE(observer.articles, 14U);
    QCOMPARE(articles[0]->article.file, std::string("many.jsonl#01"));
    QCOMPARE(articles[1]->article.published.value, std::string("2024-05-03"));
    QCOMPARE(articles[12]->article.file, std::string("many.jsonl#13"));
    QVERIFY(articles[12]->article.text.starts_with("The mayor"));
    QCOMPARE(articles[12]->article.title, std::string("A page"));
    QCOMPARE(articles[12]->article.format, std::string("json"));
    QVERIFY(std::ranges::is_sorted(articles, {}, [](const auto& one) { return one->article.file; }));
}

void TestRun::everyFormatGivesItsText()
{
    const std::string text = "The harbor was closed on Monday, the mayor said.";
    const TemporaryFolder folder;
    folder.write("a.txt", text);
    folder.write("b.md", text);
    folder.write("c.html", "<p>" + text);
    folder.write("d.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: "
                            "text/html\n\n<p>" +
                                text + "\n--b--");
    folder.write("e.eml", "Subject: x\nMIME-Version: 1.0\n\n" + text);
    folder.write("f.pdf", tests::pdfOf({{{72, 700, text}}}));
    folder.write("g.docx", tests::docxOf("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"));
    folder.write("h.json",
                 R"({"text": ")" + text + " It will open again next week, when the pier is repaired." + "\"}");
    const auto analysis = runOver(optionsFor(folder));
    QVERIFY(analysis->skipped.empty());
    QCOMPARE(analysis->articles.size(), 8U);
    std::string formats;
    for (const auto& one : analysis->articles) {
        QVERIFY2(one->article.text.find(text) != std::string::npos, one->article.file.c_str());
        formats += one->article.format + " ";
    }
    QCOMPARE(formats, std::string("text markdown html mhtml mail pdf docx json "));
}

QTEST_APPLESS_MAIN(TestRun)
#include "tst_run.moc"
