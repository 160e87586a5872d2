// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/file_reader.h"

#include <cstdio>
#include <thread>

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>

#include "support/temporary_folder.h"

using namespace synoptic;
using namespace synoptic::engine;

namespace {

constexpr std::size_t limit = 1000;

ErrorCode errorOf(const Result<std::string>& result)
{
    return result ? ErrorCode::Cancelled
                  : result.error().code; // no test here expects Cancelled without asking has_value()
}

} // namespace

class TestFileReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsReadByteForByte_data();
    void aFileIsReadByteForByte();
    void theLimitIsIncluded();
    void whatIsNoRegularFileIsNeverOpenedForReading_data();
    void whatIsNoRegularFileIsNeverOpenedForReading();
    void aLinkInThePathIsNotFollowed();
    void aPathThatLeavesTheFolderIsRefused_data();
    void aPathThatLeavesTheFolderIsRefused();
    void aMissingFileIsNotFound();
    void aFileThatGrowsIsUnstable();
    void aFileThatSettlesIsRead();
    void aRequestedStopEndsTheReading();
    void aFolderThatIsNoneSaysSo();
};

void TestFileReader::aFileIsReadByteForByte_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("a.txt") << QByteArray();
    QTest::newRow("NUL and CR") << QByteArray("a.txt") << QByteArray("a\0b\r\n", 5);
    QTest::newRow("in folders") << QByteArray("x/y/a.txt") << QByteArray("text");
    QTest::newRow("name not UTF-8") << QByteArray("bad\xff.txt") << QByteArray("text");
    QTest::newRow("newline in the name") << QByteArray("a\nb.txt") << QByteArray("text");
    QTest::newRow("name like an option") << QByteArray("-rf") << QByteArray("text");
}

void TestFileReader::aFileIsReadByteForByte()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    const TemporaryFolder folder;
    folder.write(name.toStdString(), bytes.toStdString());
    const auto reader = FileReader::open(folder.path());
    QVERIFY(reader.has_value());
    const auto read = reader->read(name.toStdString(), limit);
    QVERIFY(read.has_value());
    QCOMPARE(QByteArray::fromStdString(*read), bytes);
}

void TestFileReader::theLimitIsIncluded()
{
    const TemporaryFolder folder;
    for (const std::size_t size : {limit - 1, limit, limit + 1})
        folder.write(std::to_string(size), std::string(size, 'x'));
    const auto reader = FileReader::open(folder.path());
    QCOMPARE(reader->read("999", limit)->size(), limit - 1);
    QCOMPARE(reader->read("1000", limit)->size(), limit);
    const auto tooBig = reader->read("1001", limit);
    QVERIFY(errorOf(tooBig) == ErrorCode::TooBig);
    QCOMPARE(tooBig.error().detail, std::string("1001"));
}

void TestFileReader::whatIsNoRegularFileIsNeverOpenedForReading_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"FIFO", "link to a file", "dangling link", "socket", "folder"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestFileReader::whatIsNoRegularFileIsNeverOpenedForReading()
{
    QFETCH(QString, kind);
    const TemporaryFolder folder;
    const std::string path = folder.path("entry");
    if (kind == QStringLiteral("FIFO")) {
        QCOMPARE(::mkfifo(path.c_str(), 0666), 0);
    } else if (kind == QStringLiteral("link to a file")) {
        folder.write("real.txt", "text");
        QCOMPARE(::symlink("real.txt", path.c_str()), 0);
    } else if (kind == QStringLiteral("dangling link")) {
        QCOMPARE(::symlink("/nowhere/at/all", path.c_str()), 0);
    } else if (kind == QStringLiteral("socket")) {
        const UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM, 0));
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        QVERIFY(path.size() < sizeof(address.sun_path));
        path.copy(address.sun_path, path.size());
        QCOMPARE(::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    } else {
        QCOMPARE(::mkdir(path.c_str(), 0777), 0);
    }
    const auto reader = FileReader::open(folder.path());
    QElapsedTimer clock;
    clock.start();
    QVERIFY(errorOf(reader->read("entry", limit)) == ErrorCode::NotRegular);
    QVERIFY(clock.elapsed() < 1000);
}

void TestFileReader::aLinkInThePathIsNotFollowed()
{
    const TemporaryFolder folder;
    const TemporaryFolder other;
    other.write("secret.txt", "text");
    QCOMPARE(::symlink(other.path().c_str(), folder.path("sub").c_str()), 0);
    const auto reader = FileReader::open(folder.path());
    const auto read = reader->read("sub/secret.txt", limit);
    QVERIFY(!read);
    QVERIFY(errorOf(read) == ErrorCode::NotRegular || errorOf(read) == ErrorCode::NotFound);
}

void TestFileReader::aPathThatLeavesTheFolderIsRefused_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char* path : {"", "/etc/hostname", "../a", "../x/a", "./a", "x//a", "x/", "..", "."})
        QTest::newRow(path) << QByteArray(path);
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
}

void TestFileReader::aPathThatLeavesTheFolderIsRefused()
{
    QFETCH(QByteArray, path);
    const TemporaryFolder folder;
    folder.write("x/a", "text");
    folder.write("a", "text");
    const auto reader = FileReader::open(folder.path("x"));
    QVERIFY(errorOf(reader->read(path.toStdString(), limit)) == ErrorCode::InvalidArgument);
}

void TestFileReader::aMissingFileIsNotFound()
{
    const TemporaryFolder folder;
    const auto reader = FileReader::open(folder.path());
    QVERIFY(errorOf(reader->read("none.txt", limit)) == ErrorCode::NotFound);
}

void TestFileReader::aFileThatGrowsIsUnstable()
{
    const TemporaryFolder folder;
    const std::string path = folder.write("log.txt", std::string(4'000'000, 'x'));
    const std::jthread writer([&path](const std::stop_token& stop) {
        std::FILE* file = std::fopen(path.c_str(), "ab");
        while (file != nullptr && !stop.stop_requested() && std::fputc('y', file) != EOF)
            std::fflush(file);
        if (file != nullptr)
            std::fclose(file);
    });
    // On a busy machine the writer may sleep through all three tries: then the file did hold still.
    const auto reader = FileReader::open(folder.path());
    const QDeadlineTimer deadline(20'000);
    auto read = reader->read("log.txt", 1'000'000'000);
    for (; read && !deadline.hasExpired(); read = reader->read("log.txt", 1'000'000'000))
        QVERIFY(read->find_first_not_of("xy") == std::string::npos);
    QVERIFY(errorOf(read) == ErrorCode::Unstable);
}

void TestFileReader::aFileThatSettlesIsRead()
{
    const TemporaryFolder folder;
    folder.write("a.txt", "first");
    const auto reader = FileReader::open(folder.path());
    folder.write("a.txt", "second");
    QCOMPARE(*reader->read("a.txt", limit), std::string("second"));
}

void TestFileReader::aRequestedStopEndsTheReading()
{
    const TemporaryFolder folder;
    folder.write("a.txt", "text");
    const auto reader = FileReader::open(folder.path());
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!reader->read("a.txt", limit, stop.get_token()));
    QVERIFY(errorOf(reader->read("a.txt", limit, stop.get_token())) == ErrorCode::Cancelled);
}

void TestFileReader::aFolderThatIsNoneSaysSo()
{
    const TemporaryFolder folder;
    folder.write("a.txt", "text");
    QVERIFY(FileReader::open(folder.path("none")).error().code == ErrorCode::NotFound);
    QVERIFY(FileReader::open(folder.path("a.txt")).error().code == ErrorCode::NotRegular);
}

QTEST_APPLESS_MAIN(TestFileReader)
#include "tst_file_reader.moc"
