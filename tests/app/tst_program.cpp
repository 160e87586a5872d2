// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <map>

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "support/temporary_folder.h"

using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exitCode = -1;
    bool crashed = true;
    QString output;
    QString errors;
};

// Path → time of the last change and size, of everything beneath a folder.
std::map<std::string, std::pair<std::filesystem::file_time_type, std::uintmax_t>> stateOf(const std::string& folder)
{
    std::map<std::string, std::pair<std::filesystem::file_time_type, std::uintmax_t>> result;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        result[entry.path().string()] = {entry.last_write_time(), entry.is_regular_file() ? entry.file_size() : 0};
    return result;
}

} // namespace

/// The real executable, as it is started from a shell.
class TestProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theSampleOpensAndIsCounted();
    void theFolderIsNotWrittenTo();
    void theNextStartRemembersTheFolder();
    void helpAndVersionNeedNoDisplay_data();
    void helpAndVersionNeedNoDisplay();
    void withoutADisplayASentenceSaysSo();
    void aFolderThatIsNotThereIsSaid();
    void anEmptyFolderIsNoFailure();

private:
    Outcome run(const QStringList& arguments, bool display = true) const;

    std::unique_ptr<QTemporaryDir> m_home;
    const QString m_sample = QStringLiteral(SYNOPTIC_RESOURCES "/sample");
};

void TestProgram::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
}

Outcome TestProgram::run(const QStringList& arguments, bool display) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home->path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home->path());
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home->filePath(u"config"_s));
    environment.insert(u"XDG_STATE_HOME"_s, m_home->filePath(u"state"_s));
    if (!display) {
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(name));
    }
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SYNOPTIC_PROGRAM), arguments);
    Outcome outcome;
    if (!process.waitForFinished(60'000))
        return outcome;
    outcome.exitCode = process.exitCode();
    outcome.crashed = process.exitStatus() != QProcess::NormalExit;
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

void TestProgram::theSampleOpensAndIsCounted()
{
    const Outcome outcome = run({u"--quit-when-done"_s, m_sample});
    QVERIFY2(!outcome.crashed && outcome.exitCode == 0, qPrintable(outcome.errors));
    const QRegularExpression counts(uR"(^(\d+) articles, (\d+) events, (\d+) skipped\n$)"_s);
    const auto match = counts.match(outcome.output);
    QVERIFY2(match.hasMatch(), qPrintable(outcome.output));
    QCOMPARE(match.captured(1).toInt(), 8);
    QVERIFY2(match.captured(2).toInt() >= 10, qPrintable(outcome.output));
    QCOMPARE(match.captured(3).toInt(), 0);
}

void TestProgram::theFolderIsNotWrittenTo()
{
    const TemporaryFolder folder;
    folder.write("a.txt",
                 "Storm\n\nHarbor Post, March 3, 2020\n\nThe storm hit the coast on Monday. A pier collapsed.\n");
    folder.write("deeper/b.txt", "Flood\n\nRiver Post, March 4, 2020\n\nThe river flooded the town yesterday.\n");
    const auto before = stateOf(folder.path());
    const Outcome outcome = run({u"--quit-when-done"_s, QString::fromStdString(folder.path())});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.errors));
    QVERIFY(stateOf(folder.path()) == before);
}

void TestProgram::theNextStartRemembersTheFolder()
{
    const TemporaryFolder folder;
    folder.write("a.txt", "Storm\n\nMarch 3, 2020\n\nThe storm hit the coast on Monday.\n");
    QCOMPARE(run({u"--quit-when-done"_s, QString::fromStdString(folder.path())}).exitCode, 0);
    const std::string state = TemporaryFolder::read(m_home->filePath(u"state/synoptic/window.json"_s).toStdString());
    QVERIFY2(state.find(folder.path()) != std::string::npos, state.c_str());
}

void TestProgram::helpAndVersionNeedNoDisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("mention");
    QTest::newRow("help") << u"--help"_s << u"usage: synoptic"_s;
    QTest::newRow("version") << u"--version"_s << u"synoptic 0."_s;
}

void TestProgram::helpAndVersionNeedNoDisplay()
{
    QFETCH(QString, option);
    QFETCH(QString, mention);
    const Outcome outcome = run({option}, false);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output.contains(mention), qPrintable(outcome.output));
    QVERIFY(outcome.errors.isEmpty());
}

void TestProgram::withoutADisplayASentenceSaysSo()
{
    const Outcome outcome = run({m_sample}, false);
    QVERIFY(!outcome.crashed);
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY(outcome.errors.contains(u"synoptic-cli"_s));
}

void TestProgram::aFolderThatIsNotThereIsSaid()
{
    const Outcome outcome = run({u"--quit-when-done"_s, m_home->filePath(u"nowhere"_s)});
    QVERIFY(!outcome.crashed);
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY2(outcome.errors.contains(u"nowhere"_s), qPrintable(outcome.errors));
}

void TestProgram::anEmptyFolderIsNoFailure()
{
    const TemporaryFolder folder;
    const Outcome outcome = run({u"--quit-when-done"_s, QString::fromStdString(folder.path())});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.output, u"0 articles, 0 events, 0 skipped\n"_s);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
