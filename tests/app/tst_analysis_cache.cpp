// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/analysis_cache.h"

#include <random>
#include <string>
#include <utility>

#include <QTest>

#include <sys/stat.h>
#include <utime.h>

#include "app/engine/run.h"
#include "exchange/json.h"
#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::engine;

namespace {

class Silent : public RunObserver
{
public:
    void listed(const std::shared_ptr<const corpus::FolderScan>& found) override { scan = found; }
    void scanned(std::size_t) override {}
    void fileDone(std::shared_ptr<const analysis::ArticleAnalysis>, std::size_t) override {}
    void linking() override {}

    std::shared_ptr<const corpus::FolderScan> scan;
};

/// Reads a folder as the program does.
KeptAnalysis readFolder(const TemporaryFolder& folder, const edits::BoilerplateMarks& marks = {})
{
    Silent silent;
    RunOptions options;
    options.folder = folder.path();
    options.boilerplate = marks;
    const auto found = runAnalysis(options, silent, {});
    if (!found)
        qFatal("the folder cannot be read");
    return {*found, silent.scan, marks, programKey(), {}};
}

void fill(const TemporaryFolder& folder, int articles = 20)
{
    for (int i = 0; i < articles; ++i)
        folder.write("a" + std::to_string(i + 100) + ".txt", "Number " + std::to_string(i) +
                                                                 "\n\nA bridge collapsed on 3 May 2021 in town " +
                                                                 std::to_string(i) + ".\n");
}

std::optional<KeptAnalysis> kept(const std::string& path, const TemporaryFolder& folder,
                                 const edits::BoilerplateMarks& marks = {})
{
    const auto scan = corpus::scanFolder(folder.path());
    return keptAnalysis(path, folder.path(), *scan, marks, {}, {});
}

} // namespace

class TestAnalysisCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasKeptIsTheSame();
    void theFirstArticlesComeBeforeTheRest();
    void aFolderThatChangedIsReadAgain_data();
    void aFolderThatChangedIsReadAgain();
    void otherMarksAreAnotherAnalysis();
    void anotherFolderIsNotTakenForThisOne();
    void theProgramThatReadItIsNamed();
    void damageIsNoAnalysis();
    void aStopGivesNothing();
    void whatCannotBeWrittenIsSaid();
    void ofManyTheOldestGo();
    void nobodyElseMayRead();
};

void TestAnalysisCache::whatWasKeptIsTheSame()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder, 280); // more than one part
    const KeptAnalysis read = readFolder(folder);
    const std::string path = keptAnalysisPath(cache.path(), folder.path());
    QVERIFY(keepAnalysis(path, read).has_value());
    const auto back = kept(path, folder);
    QVERIFY(back.has_value());
    QCOMPARE(exchange::analysisToJson(*back->analysis, "t"), exchange::analysisToJson(*read.analysis, "t"));
    QVERIFY(back->scan->files == read.scan->files);
    QVERIFY(!kept(cache.path("nothing"), folder).has_value());
}

void TestAnalysisCache::theFirstArticlesComeBeforeTheRest()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder, 60);
    const std::string path = keptAnalysisPath(cache.path(), folder.path());
    QVERIFY(keepAnalysis(path, readFolder(folder)).has_value());
    std::size_t first = 0;
    const auto scan = corpus::scanFolder(folder.path());
    const auto back = keptAnalysis(path, folder.path(), *scan, {},
                                   [&first](const cache::Articles& articles) { first = articles.size(); }, {});
    QVERIFY(back.has_value());
    QVERIFY(first > 0 && first < 60);
}

void TestAnalysisCache::aFolderThatChangedIsReadAgain_data()
{
    QTest::addColumn<int>("change");
    QTest::newRow("a new file") << 0;
    QTest::newRow("a file gone") << 1;
    QTest::newRow("another text, as long and as old") << 2;
    QTest::newRow("metadata that came") << 3;
    QTest::newRow("a file that may be read now") << 4;
    QTest::newRow("a link that came") << 5;
}

void TestAnalysisCache::aFolderThatChangedIsReadAgain()
{
    QFETCH(int, change);
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder);
    const std::string first = folder.path("a100.txt");
    if (change == 4)
        ::chmod(first.c_str(), 0000);
    const std::string path = keptAnalysisPath(cache.path(), folder.path());
    QVERIFY(keepAnalysis(path, readFolder(folder)).has_value());
    QVERIFY(kept(path, folder).has_value());
    QTest::qSleep(20); // a file system tells apart what is some milliseconds apart
    struct stat status = {};
    QCOMPARE(::stat(first.c_str(), &status), 0);
    const utimbuf old = {status.st_atime, status.st_mtime};
    switch (change) {
    case 0:
        folder.write("new.txt", "Another one.");
        break;
    case 1:
        QVERIFY(::remove(first.c_str()) == 0);
        break;
    case 2: {
        std::string text = TemporaryFolder::read(first);
        text.front() = 'M';
        folder.write("a100.txt", text);
        QCOMPARE(::utime(first.c_str(), &old), 0);
        break;
    }
    case 3:
        folder.write("metadata.csv", "file,title\na100.txt,Other\n");
        break;
    case 4:
        ::chmod(first.c_str(), 0644);
        break;
    default:
        QVERIFY(::symlink(first.c_str(), folder.path("link.txt").c_str()) == 0);
        break;
    }
    QVERIFY(!kept(path, folder).has_value());
}

void TestAnalysisCache::otherMarksAreAnotherAnalysis()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder);
    const KeptAnalysis plain = readFolder(folder);
    const corpus::Article& article = plain.analysis->articles[0]->article;
    const auto at = static_cast<std::uint32_t>(article.text.find("A bridge"));
    const edits::BoilerplateMarks marks =
        edits::boilerplateMarks({edits::SetBoilerplate{edits::anchorOf(article, {at, at + 8}), true}});
    const KeptAnalysis marked = readFolder(folder, marks);
    QVERIFY(!marked.analysis->articles[0]->article.boilerplate.empty());
    const auto tellsOfBridge = [at](const KeptAnalysis& kept) {
        return std::ranges::any_of(kept.analysis->articles[0]->mentions,
                                   [at](const events::EventMention& own) { return own.trigger.begin > at; });
    };
    QVERIFY(tellsOfBridge(plain));
    QVERIFY(!tellsOfBridge(marked)); // the engine heeds the marks
    const std::string path = keptAnalysisPath(cache.path(), folder.path());
    QVERIFY(keepAnalysis(path, marked).has_value());
    QVERIFY(kept(path, folder, marks).has_value());
    QVERIFY(!kept(path, folder).has_value());
}

void TestAnalysisCache::anotherFolderIsNotTakenForThisOne()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder);
    const std::string path = keptAnalysisPath(cache.path(), folder.path());
    QVERIFY(keepAnalysis(path, readFolder(folder)).has_value());
    QVERIFY(path != keptAnalysisPath(cache.path(), folder.path("sub")));
    const auto scan = corpus::scanFolder(folder.path());
    QVERIFY(!keptAnalysis(path, "/other", *scan, {}, {}, {}).has_value());
}

void TestAnalysisCache::theProgramThatReadItIsNamed()
{
    QCOMPARE(programKey().size(), std::size_t{64});
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder);
    const std::string path = keptAnalysisPath(cache.path(), folder.path());
    KeptAnalysis read = readFolder(folder);
    read.program = "an earlier one";
    read.declined = "a later one";
    QVERIFY(keepAnalysis(path, read).has_value());
    const auto back = kept(path, folder);
    QVERIFY(back.has_value());
    QCOMPARE(back->program, std::string("an earlier one"));
    QCOMPARE(back->declined, std::string("a later one"));
}

void TestAnalysisCache::damageIsNoAnalysis()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder);
    const std::string path = keptAnalysisPath(cache.path(), folder.path());
    QVERIFY(keepAnalysis(path, readFolder(folder)).has_value());
    const std::string whole = TemporaryFolder::read(path);
    const std::string name = path.substr(cache.path().size() + 1);
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        std::string damaged = whole;
        if (round % 4 == 0) {
            damaged.resize(random() % whole.size());
        } else {
            char& byte = damaged[random() % whole.size()];
            byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << (random() % 8)));
        }
        cache.write(name, damaged);
        QVERIFY2(!kept(path, folder).has_value(), std::to_string(round).c_str());
    }
    cache.write(name, whole);
    QVERIFY(kept(path, folder).has_value());
    ::remove(path.c_str());
    QVERIFY(::mkfifo(path.c_str(), 0600) == 0);
    QVERIFY(!kept(path, folder).has_value()); // and does not wait
}

void TestAnalysisCache::aStopGivesNothing()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder);
    const std::string path = keptAnalysisPath(cache.path(), folder.path());
    QVERIFY(keepAnalysis(path, readFolder(folder)).has_value());
    const auto scan = corpus::scanFolder(folder.path());
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!keptAnalysis(path, folder.path(), *scan, {}, {}, stop.get_token()).has_value());
}

void TestAnalysisCache::whatCannotBeWrittenIsSaid()
{
    const TemporaryFolder folder;
    fill(folder, 1);
    folder.write("plain", "a file");
    const auto kept = keepAnalysis(folder.path("plain/analyses/x.analysis"), readFolder(folder));
    QVERIFY(!kept.has_value());
}

void TestAnalysisCache::ofManyTheOldestGo()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder, 1);
    const KeptAnalysis read = readFolder(folder);
    for (int i = 0; i < 30; ++i) {
        const std::string path = keptAnalysisPath(cache.path(), "/folder" + std::to_string(i));
        QVERIFY(keepAnalysis(path, read).has_value());
        const utimbuf at = {1'700'000'000 + i, 1'700'000'000 + i};
        ::utime(path.c_str(), &at);
    }
    const QDir directory(QString::fromStdString(cache.path("analyses")));
    QCOMPARE(directory.entryList(QDir::Files).size(), 20);
    QVERIFY(!QFile::exists(QString::fromStdString(keptAnalysisPath(cache.path(), "/folder0"))));
    QVERIFY(QFile::exists(QString::fromStdString(keptAnalysisPath(cache.path(), "/folder29"))));
}

void TestAnalysisCache::nobodyElseMayRead()
{
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    fill(folder, 1);
    QVERIFY(keepAnalysis(keptAnalysisPath(cache.path(), folder.path()), readFolder(folder)).has_value());
    struct stat status = {};
    QCOMPARE(::stat(cache.path("analyses").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0700U);
}

QTEST_APPLESS_MAIN(TestAnalysisCache)
#include "tst_analysis_cache.moc"
