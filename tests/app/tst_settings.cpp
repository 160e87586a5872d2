// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings.h"

#include <filesystem>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace synoptic;
using namespace synoptic::app;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingSavedIsTheDefault();
    void whatIsSavedComesBack();
    void aDamagedFileIsTheDefault_data();
    void aDamagedFileIsTheDefault();
    void aRelativeRecentFolderIsDropped();
    void theNewestFolderComesFirstAndOnce();
    void noMoreThanTenFoldersAreRemembered();
    void theirDirectoryIsPrivate();
    void whatCannotBeWrittenIsSaidAndNothingIsLost();

private:
    SettingsStore store() const { return SettingsStore(path("state")); }
    std::string path(const char* name) const { return m_directory->filePath(QString::fromLatin1(name)).toStdString(); }
    void write(const char* name, const QByteArray& bytes) const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestSettings::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestSettings::write(const char* name, const QByteArray& bytes) const
{
    const QString file = m_directory->filePath(QString::fromLatin1(name));
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QFile output(file);
    QVERIFY(output.open(QIODevice::WriteOnly));
    QCOMPARE(output.write(bytes), bytes.size());
}

void TestSettings::nothingSavedIsTheDefault()
{
    QVERIFY(store().load() == Settings());
}

void TestSettings::whatIsSavedComesBack()
{
    Settings settings;
    settings.layout = QByteArray::fromHex("00ff0102") + "\n\"quoted\"";
    settings.recentFolders = {"/home/an alyst/\xc4\xb1stanbul", "/not/utf-8/\xff\xfe", "/100%/\"{[\n"};
    QVERIFY(store().save(settings).has_value());
    QVERIFY(store().load() == settings);

    settings.recentFolders.clear();
    QVERIFY(store().save(settings).has_value());
    QVERIFY(store().load() == settings);
}

void TestSettings::aDamagedFileIsTheDefault_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << QByteArray(R"({"recent": ["/a)");
    QTest::newRow("no object") << QByteArray("[1, 2]");
    QTest::newRow("other types") << QByteArray(R"({"recent": {"a": 1}, "layout": 7})");
    QTest::newRow("noise") << QByteArray::fromHex("fffe00010203");
    QTest::newRow("too big") << QByteArray(qsizetype{2} * 1024 * 1024, ' ') + R"({"recent": ["/a"]})";
}

void TestSettings::aDamagedFileIsTheDefault()
{
    QFETCH(QByteArray, bytes);
    write("state/window.json", bytes);
    QVERIFY(store().load() == Settings());
}

void TestSettings::aRelativeRecentFolderIsDropped()
{
    write("state/window.json", R"({"recent": ["relative", "", "/absolute", 3]})");
    QVERIFY(store().load().recentFolders == std::vector<std::string>{"/absolute"});
}

void TestSettings::theNewestFolderComesFirstAndOnce()
{
    Settings settings;
    for (const char* folder : {"/a", "/b", "/a"})
        rememberFolder(settings, folder);
    QVERIFY((settings.recentFolders == std::vector<std::string>{"/a", "/b"}));
}

void TestSettings::noMoreThanTenFoldersAreRemembered()
{
    Settings settings;
    for (int i = 0; i < 12; ++i)
        rememberFolder(settings, "/" + std::to_string(i));
    QCOMPARE(settings.recentFolders.size(), std::size_t(10));
    QCOMPARE(settings.recentFolders.front(), std::string("/11"));
    QCOMPARE(settings.recentFolders.back(), std::string("/2"));
}

void TestSettings::theirDirectoryIsPrivate()
{
    QVERIFY(store().save(Settings()).has_value());
    const auto permissions = std::filesystem::status(path("state")).permissions();
    QVERIFY(permissions == std::filesystem::perms::owner_all);
}

void TestSettings::whatCannotBeWrittenIsSaidAndNothingIsLost()
{
    Settings settings;
    settings.recentFolders = {"/a"};
    QVERIFY(store().save(settings).has_value());
    // A file stands where a directory is needed: fails for root too, whom permissions do not stop.
    write("blocked", "x");
    const SettingsStore blocked(path("blocked") + "/state");
    Settings other;
    other.recentFolders = {"/b"};
    const auto saved = blocked.save(other);
    QVERIFY(!saved);
    QVERIFY(saved.error().code == ErrorCode::WriteFailed);
    QVERIFY(store().load() == settings);
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
