// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/folder_watch.h"

using namespace synoptic;
using namespace synoptic::app;
using namespace Qt::StringLiterals;
using corpus::FolderChanges;

class TestFolderWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsAreCompared();
    void aNewFileIsNoticed();
    void aChangedFileIsNoticed();
    void aRemovedFileIsNoticed();
    void aFileInAFolderBelowIsNoticed();
    void manyFilesAreOneChange();
    void whatIsPutBackIsNoChange();
    void nothingIsSaidOfAnotherFolder();

private:
    void write(const QString& name, const QByteArray& text)
    {
        QFile file(m_directory->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    /// Waits until the folder is listed and watched.
    void begin()
    {
        m_watch = std::make_unique<FolderWatch>();
        m_spy = std::make_unique<QSignalSpy>(m_watch.get(), &FolderWatch::changed);
        m_watch->begin(m_directory->path().toStdString());
        QTest::qWait(200);
    }
    FolderChanges said() { return m_spy->isEmpty() ? FolderChanges{} : m_spy->last()[0].value<FolderChanges>(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<FolderWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_spy;
};

void TestFolderWatch::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
    write(u"a.txt"_s, "one");
    QVERIFY(QDir(m_directory->path()).mkdir(u"below"_s));
    write(u"below/b.txt"_s, "two");
}

void TestFolderWatch::listsAreCompared()
{
    const auto list = [](std::initializer_list<std::pair<const char*, std::uint64_t>> files) {
        corpus::FolderScan scan;
        for (const auto& [name, bytes] : files)
            scan.files.push_back({name, bytes, 0, 0, 0});
        return scan;
    };
    const auto plain = list({{"a", 1}, {"b", 2}, {"d", 4}});
    QVERIFY(corpus::changesBetween(plain, plain).isEmpty());
    QCOMPARE(corpus::changesBetween(plain, list({{"b", 3}, {"c", 1}, {"d", 4}, {"e", 1}})), (FolderChanges{2, 1, 1}));
    corpus::FolderScan described = plain;
    described.metadataCsv = corpus::ScannedFile{"metadata.csv", 1, 0, 0, 0};
    QCOMPARE(corpus::changesBetween(plain, described), (FolderChanges{1, 0, 0}));
    QCOMPARE(corpus::changesBetween(described, plain), (FolderChanges{0, 0, 1}));
}

void TestFolderWatch::aNewFileIsNoticed()
{
    begin();
    write(u"c.txt"_s, "three");
    QTRY_COMPARE(said(), (FolderChanges{1, 0, 0}));
}

void TestFolderWatch::aChangedFileIsNoticed()
{
    begin();
    write(u"a.txt"_s, "one and more");
    QTRY_COMPARE(said(), (FolderChanges{0, 1, 0}));
    // Once more, although the list was taken again in between
    QVERIFY(QFile::remove(m_directory->filePath(u"a.txt"_s)));
    QTRY_COMPARE(said(), (FolderChanges{0, 0, 1}));
}

void TestFolderWatch::aRemovedFileIsNoticed()
{
    begin();
    QVERIFY(QFile::remove(m_directory->filePath(u"a.txt"_s)));
    QTRY_COMPARE(said(), (FolderChanges{0, 0, 1}));
}

void TestFolderWatch::aFileInAFolderBelowIsNoticed()
{
    begin();
    write(u"below/c.txt"_s, "three");
    QTRY_COMPARE(said(), (FolderChanges{1, 0, 0}));
}

void TestFolderWatch::manyFilesAreOneChange()
{
    begin();
    for (int i = 0; i < 20; ++i)
        write(u"new%1.txt"_s.arg(i), "text");
    QTRY_COMPARE(said(), (FolderChanges{20, 0, 0}));
    QCOMPARE(m_spy->count(), 1);
}

void TestFolderWatch::whatIsPutBackIsNoChange()
{
    begin();
    write(u"c.txt"_s, "three");
    QTRY_COMPARE(said(), (FolderChanges{1, 0, 0}));
    QVERIFY(QFile::remove(m_directory->filePath(u"c.txt"_s)));
    QTRY_COMPARE(m_spy->count(), 2);
    QVERIFY(said().isEmpty());
}

void TestFolderWatch::nothingIsSaidOfAnotherFolder()
{
    begin();
    m_watch->begin("/is/not/there");
    write(u"c.txt"_s, "three");
    QTest::qWait(1800);
    QCOMPARE(m_spy->count(), 0);
}

QTEST_GUILESS_MAIN(TestFolderWatch)
#include "tst_folder_watch.moc"
