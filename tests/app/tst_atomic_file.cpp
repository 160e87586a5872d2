// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/atomic_file.h"

#include <csignal>

#include <QDir>
#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::engine;

namespace {

QStringList entriesOf(const TemporaryFolder& folder)
{
    return QDir(QString::fromStdString(folder.path()))
        .entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// Lets no file of this process grow beyond a size, as a quota does.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before = {};
};

} // namespace

class TestAtomicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewFileHoldsTheBytes_data();
    void aNewFileHoldsTheBytes();
    void anOldFileIsReplacedAndKeepsItsPermissions();
    void aLinkIsFollowed();
    void aFailedWriteLeavesTheOldFileWhole();
    void aFolderThatIsMissingIsAnError();
    void whatIsNoFileIsNotReplaced_data();
    void whatIsNoFileIsNotReplaced();
};

void TestAtomicFile::aNewFileHoldsTheBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray("text");
    QTest::newRow("many pieces") << QByteArray(1'000'001, 'x');
}

void TestAtomicFile::aNewFileHoldsTheBytes()
{
    QFETCH(QByteArray, bytes);
    const TemporaryFolder folder;
    QVERIFY(writeFileAtomically(folder.path("out.json"), bytes.toStdString()).has_value());
    QCOMPARE(TemporaryFolder::read(folder.path("out.json")), bytes.toStdString());
    QCOMPARE(entriesOf(folder), QStringList{QStringLiteral("out.json")});
}

void TestAtomicFile::anOldFileIsReplacedAndKeepsItsPermissions()
{
    const TemporaryFolder folder;
    const std::string path = folder.write("out.json", "old");
    QCOMPARE(::chmod(path.c_str(), 0600), 0);
    QVERIFY(writeFileAtomically(path, "new").has_value());
    QCOMPARE(TemporaryFolder::read(path), std::string("new"));
    struct stat status = {};
    QCOMPARE(::stat(path.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, mode_t{0600});
}

void TestAtomicFile::aLinkIsFollowed()
{
    const TemporaryFolder folder;
    folder.write("real.json", "old");
    QCOMPARE(::symlink("real.json", folder.path("link.json").c_str()), 0);
    QVERIFY(writeFileAtomically(folder.path("link.json"), "new").has_value());
    QCOMPARE(TemporaryFolder::read(folder.path("real.json")), std::string("new"));
    QVERIFY(QFileInfo(QString::fromStdString(folder.path("link.json"))).isSymLink());
}

void TestAtomicFile::aFailedWriteLeavesTheOldFileWhole()
{
    const TemporaryFolder folder;
    const std::string path = folder.write("out.json", "old");
    {
        const FileSizeLimit limit(100'000);
        const auto written = writeFileAtomically(path, std::string(200'000, 'x'));
        QVERIFY(!written);
        QVERIFY(written.error().code == ErrorCode::WriteFailed);
    }
    QCOMPARE(TemporaryFolder::read(path), std::string("old"));
    QCOMPARE(entriesOf(folder), QStringList{QStringLiteral("out.json")});
}

void TestAtomicFile::aFolderThatIsMissingIsAnError()
{
    const TemporaryFolder folder;
    const auto written = writeFileAtomically(folder.path("none/out.json"), "text");
    QVERIFY(!written);
    QVERIFY(written.error().code == ErrorCode::WriteFailed);
    QVERIFY(!written.error().detail.empty());
}

void TestAtomicFile::whatIsNoFileIsNotReplaced_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("folder") << QStringLiteral("folder");
    QTest::newRow("FIFO") << QStringLiteral("FIFO");
}

void TestAtomicFile::whatIsNoFileIsNotReplaced()
{
    QFETCH(QString, kind);
    const TemporaryFolder folder;
    const std::string path = folder.path("out");
    QCOMPARE(kind == QStringLiteral("FIFO") ? ::mkfifo(path.c_str(), 0666) : ::mkdir(path.c_str(), 0777), 0);
    const auto written = writeFileAtomically(path, "text");
    QVERIFY(!written);
    QVERIFY(written.error().code == ErrorCode::NotRegular);
    QCOMPARE(entriesOf(folder), QStringList{QStringLiteral("out")});
}

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"
