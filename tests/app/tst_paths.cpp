// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace synoptic::app;
using namespace Qt::StringLiterals;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPathOnANetworkIsKnown_data();
    void aPathOnANetworkIsKnown();
    void whatLiesInAFolderIsKnownThroughLinks();
    void aPathIsMadeAbsolute();
};

void TestPaths::aPathOnANetworkIsKnown_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("isRemote");
    QTest::newRow("a local disk") << QByteArray("/home/ann/articles") << false;
    QTest::newRow("NFS") << QByteArray("/net/archive/2021") << true;
    QTest::newRow("the mount point itself") << QByteArray("/net/archive") << true;
    QTest::newRow("a name that begins alike") << QByteArray("/net/archive2") << false;
    QTest::newRow("a blank in the mount point") << QByteArray("/net/old press/x") << true;
    QTest::newRow("a disk mounted in a network folder") << QByteArray("/net/archive/usb/x") << false;
    QTest::newRow("a user's file system") << QByteArray("/home/ann/remote/x") << true;
    QTest::newRow("mounted when asked for") << QByteArray("/auto/x") << true;
}

void TestPaths::aPathOnANetworkIsKnown()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, isRemote);
    const std::string mounts = "/dev/sda1 / ext4 rw,relatime 0 0\n"
                               "proc /proc proc rw 0 0\n"
                               "host:/archive /net/archive nfs4 rw 0 0\n"
                               "//host/old /net/old\\040press cifs rw 0 0\n"
                               "/dev/sdb1 /net/archive/usb vfat rw 0 0\n"
                               "ann@host: /home/ann/remote fuse.sshfs rw 0 0\n"
                               "auto /auto autofs rw 0 0\n"
                               "a line that is none\n"
                               "x\n";
    QCOMPARE(synoptic::app::isRemote(path.toStdString(), mounts), isRemote);
    QVERIFY(!synoptic::app::isRemote(path.toStdString(), {}));
}

void TestPaths::whatLiesInAFolderIsKnownThroughLinks()
{
    QTemporaryDir directory;
    const auto in = [&](const QString& name) { return directory.filePath(name).toStdString(); };
    QVERIFY(QDir(directory.path()).mkpath(u"sources/inner"_s));
    QVERIFY(QFile::link(directory.filePath(u"sources"_s), directory.filePath(u"link"_s)));
    QVERIFY(isInside(in(u"sources"_s), in(u"sources"_s)));
    QVERIFY(isInside(in(u"sources/new.png"_s), in(u"sources"_s)));
    QVERIFY(isInside(in(u"sources/inner/new.png"_s), in(u"sources"_s)));
    QVERIFY(isInside(in(u"link/new.png"_s), in(u"sources"_s)));
    QVERIFY(isInside(in(u"sources/inner/../new.png"_s), in(u"link"_s)));
    QVERIFY(!isInside(in(u"sources2/new.png"_s), in(u"sources"_s)));
    QVERIFY(!isInside(in(u"sources/../new.png"_s), in(u"sources"_s)));
    QVERIFY(!isInside(in(u"new.png"_s), in(u"sources/inner"_s)));
}

void TestPaths::aPathIsMadeAbsolute()
{
    QCOMPARE(absolutePath("/a/./b//../c/"), std::string("/a/c"));
    QVERIFY(absolutePath("x").starts_with('/'));
    QCOMPARE(absolutePath("/"), std::string("/"));
}

QTEST_APPLESS_MAIN(TestPaths)
#include "tst_paths.moc"
