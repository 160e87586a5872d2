// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/folder_scanner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/limits.h"
#include "corpus/source.h"

using namespace synoptic;
using namespace synoptic::corpus;

class TestFolderScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void filesAreListedInByteOrder();
    void everyEntryIsInOnePlace();
    void whatIsNoFileIsNamed_data();
    void whatIsNoFileIsNamed();
    void aNameThatIsNotUtf8IsKept();
    void hiddenFilesAndFoldersAreSkipped();
    void metadataCsvIsNoArticle();
    void aHardLinkIsReadOnce();
    void foldersNestedTooDeeplyAreSkipped();
    void anUnreadableFolderIsOneRow();
    void aFolderThatCannotBeOpenedIsAnError();
    void aRequestedStopCancels();
    void spellingsOfOneOutletShareAKey_data();
    void spellingsOfOneOutletShareAKey();
    void aHostIsCutFromAUrl();

private:
    std::string path(const std::string& name) const { return m_folder->path().toStdString() + '/' + name; }

    void write(const std::string& name, const char* content = "x") const
    {
        const int file = ::open(path(name).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        QVERIFY(file >= 0);
        QVERIFY(::write(file, content, std::strlen(content)) >= 0);
        ::close(file);
    }

    void makeFolder(const std::string& name) const { QCOMPARE(::mkdir(path(name).c_str(), 0700), 0); }

    FolderScan scan() const
    {
        auto result = scanFolder(m_folder->path().toStdString());
        if (!result)
            qFatal("%s", result.error().detail.c_str());
        return *result;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

std::string reasonFor(const FolderScan& scan, std::string_view name)
{
    const auto found = std::ranges::find(scan.skipped, name, &SkippedFile::file);
    return found == scan.skipped.end() ? std::string() : found->reason;
}

void addsUp(const FolderScan& scan)
{
    QCOMPARE(scan.files.size() + scan.skipped.size() + (scan.metadataCsv ? 1U : 0U), scan.entries);
}

} // namespace

void TestFolderScanner::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestFolderScanner::filesAreListedInByteOrder()
{
    makeFolder("b");
    write("b/inner.txt", "four");
    write("c.txt");
    write("B.txt");
    write("a.txt");
    const FolderScan found = scan();
    std::vector<std::string> names;
    for (const ScannedFile& file : found.files)
        names.push_back(file.file);
    QCOMPARE(names, (std::vector<std::string>{"B.txt", "a.txt", "b/inner.txt", "c.txt"}));
    QCOMPARE(found.files[2].bytes, 4U);
    QVERIFY(found.files[2].modifiedNs > 0);
    QVERIFY(found.files[2].inode != found.files[1].inode);
    QVERIFY(found.skipped.empty());
    addsUp(found);
}

void TestFolderScanner::everyEntryIsInOnePlace()
{
    makeFolder("folder");
    makeFolder("empty");
    write("folder/.hidden");
    write("folder/a.txt");
    write("metadata.csv");
    QCOMPARE(::symlink("a.txt", path("folder/link.txt").c_str()), 0);
    const FolderScan found = scan();
    QCOMPARE(found.entries, 4U);
    QCOMPARE(found.files.size(), 1U);
    QCOMPARE(found.skipped.size(), 2U);
    addsUp(found);
}

void TestFolderScanner::whatIsNoFileIsNamed_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a link to a file") << "link"
                                      << "link, not followed";
    QTest::newRow("a link to the folder itself") << "loop"
                                                 << "link, not followed";
    QTest::newRow("a link to nothing") << "dangling"
                                       << "link, not followed";
    QTest::newRow("a FIFO") << "fifo"
                            << "FIFO, not a file";
    QTest::newRow("a socket") << "socket"
                              << "socket, not a file";
}

void TestFolderScanner::whatIsNoFileIsNamed()
{
    QFETCH(QString, kind);
    QFETCH(QString, reason);
    write("file.txt");
    const std::string odd = path("odd.txt");
    if (kind == QLatin1String("link"))
        QCOMPARE(::symlink("file.txt", odd.c_str()), 0);
    if (kind == QLatin1String("loop"))
        QCOMPARE(::symlink(m_folder->path().toStdString().c_str(), odd.c_str()), 0);
    if (kind == QLatin1String("dangling"))
        QCOMPARE(::symlink("/nonexistent/nothing", odd.c_str()), 0);
    if (kind == QLatin1String("fifo"))
        QCOMPARE(::mkfifo(odd.c_str(), 0600), 0);
    if (kind == QLatin1String("socket"))
        QCOMPARE(::mknod(odd.c_str(), S_IFSOCK | 0600, 0), 0);
    const FolderScan found = scan();
    QCOMPARE(QString::fromStdString(reasonFor(found, "odd.txt")), reason);
    QCOMPARE(found.files.size(), 1U);
    addsUp(found);
}

void TestFolderScanner::aNameThatIsNotUtf8IsKept()
{
    const std::string name = "bad_\xFF\xFE_name.txt";
    write(name);
    const FolderScan found = scan();
    QCOMPARE(::unlink(path(name).c_str()), 0); // QTemporaryDir cannot
    QCOMPARE(found.files.size(), 1U);
    QCOMPARE(found.files.front().file, name);
}

void TestFolderScanner::hiddenFilesAndFoldersAreSkipped()
{
    write(".note.txt");
    makeFolder(".git");
    write(".git/inside.txt");
    const FolderScan found = scan();
    QVERIFY(found.files.empty());
    QCOMPARE(found.skipped.size(), 2U);
    QCOMPARE(reasonFor(found, ".git"), std::string("hidden (its name begins with a dot)"));
    addsUp(found);
}

void TestFolderScanner::metadataCsvIsNoArticle()
{
    makeFolder("below");
    write("metadata.csv", "file\n");
    write("below/metadata.csv");
    const FolderScan found = scan();
    QVERIFY(found.metadataCsv.has_value());
    QCOMPARE(found.metadataCsv->bytes, 5U);
    QCOMPARE(found.files.size(), 1U); // one below the top is a file like any other
    QCOMPARE(found.files.front().file, std::string("below/metadata.csv"));
    addsUp(found);
}

void TestFolderScanner::aHardLinkIsReadOnce()
{
    write("b.txt");
    QCOMPARE(::link(path("b.txt").c_str(), path("a.txt").c_str()), 0);
    const FolderScan found = scan();
    QCOMPARE(found.files.size(), 1U);
    QCOMPARE(found.files.front().file, std::string("a.txt"));
    QVERIFY(reasonFor(found, "b.txt").find("hard link") != std::string::npos);
    addsUp(found);
}

void TestFolderScanner::foldersNestedTooDeeplyAreSkipped()
{
    std::string name;
    for (unsigned depth = 1; depth <= limits::folderDepth + 1; ++depth) {
        name += depth == 1 ? "d" : "/d";
        makeFolder(name);
        write(name + "/file.txt");
    }
    const FolderScan found = scan();
    QCOMPARE(found.files.size(), std::size_t{limits::folderDepth});
    QCOMPARE(reasonFor(found, name), std::string("folders nested too deeply"));
    addsUp(found);
}

void TestFolderScanner::anUnreadableFolderIsOneRow()
{
    makeFolder("locked");
    write("locked/a.txt");
    write("open.txt");
    QCOMPARE(::chmod(path("locked").c_str(), 0), 0);
    const FolderScan found = scan();
    QCOMPARE(::chmod(path("locked").c_str(), 0700), 0);
    // Root may read anything; then the folder is entered and the counts still add up.
    if (::geteuid() != 0)
        QCOMPARE(reasonFor(found, "locked"), std::string("folder: no permission to read it"));
    else
        QCOMPARE(found.files.size(), 2U);
    addsUp(found);
}

void TestFolderScanner::aFolderThatCannotBeOpenedIsAnError()
{
    write("file.txt");
    const auto missing = scanFolder(path("missing"));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto file = scanFolder(path("file.txt"));
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::NotRegular);
}

void TestFolderScanner::aRequestedStopCancels()
{
    write("file.txt");
    std::stop_source source;
    source.request_stop();
    const auto result = scanFolder(m_folder->path().toStdString(), source.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

void TestFolderScanner::spellingsOfOneOutletShareAKey_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("case and blanks") << "Harbor  Daily"
                                     << "harbor daily" << true;
    QTest::newRow("article") << "The Harbor Daily"
                             << "Harbor Daily" << true;
    QTest::newRow("host") << "Harbor Daily"
                          << "www.harbordaily.com" << true;
    QTest::newRow("host with the article") << "The Harbor Daily"
                                           << "theharbordaily.co.uk" << true;
    QTest::newRow("NO-BREAK SPACE") << QStringLiteral("Harbor\u00A0Daily") << "Harbor Daily" << true;
    QTest::newRow("dotless i of the locale") << "ISTANBUL IZLE"
                                             << "istanbul izle" << true;
    QTest::newRow("another outlet") << "Harbor Daily"
                                    << "Harbor Weekly" << false;
    QTest::newRow("a name that begins with the letters") << "Theater Times"
                                                         << "Ater Times" << false;
}

void TestFolderScanner::spellingsOfOneOutletShareAKey()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QVERIFY(!sourceKey(one.toStdString()).empty());
    QCOMPARE(sourceKey(one.toStdString()) == sourceKey(other.toStdString()), same);
}

void TestFolderScanner::aHostIsCutFromAUrl()
{
    QCOMPARE(hostOf("https://www.Example.com:443/a/b?c#d"), std::string("example.com"));
    QCOMPARE(hostOf("http://user:pass@news.example.org"), std::string("news.example.org"));
    QCOMPARE(hostOf("not a url"), std::string());
}

QTEST_APPLESS_MAIN(TestFolderScanner)
#include "tst_folder_scanner.moc"
