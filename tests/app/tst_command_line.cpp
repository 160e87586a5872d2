// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <string_view>
#include <vector>

#include <QStringList>
#include <QTest>

using namespace synoptic::app;

namespace {

CommandLine parse(const std::vector<std::string_view>& arguments)
{
    return parseCommandLine(arguments);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noArgumentOpensTheStartPage();
    void aFolderIsTakenAsItIs_data();
    void aFolderIsTakenAsItIs();
    void helpAndVersionArePrinted();
    void helpNamesEveryOption();
    void aMistakeIsExplained_data();
    void aMistakeIsExplained();
    void quitWhenDoneIsNoted();
};

void TestCommandLine::noArgumentOpensTheStartPage()
{
    const CommandLine commandLine = parse({});
    QVERIFY(!commandLine.answer);
    QVERIFY(commandLine.folder.empty());
    QVERIFY(!commandLine.quitWhenDone);
}

void TestCommandLine::aFolderIsTakenAsItIs_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArray>("folder");
    QTest::newRow("a relative name") << QByteArrayList{"articles"} << QByteArray("articles");
    QTest::newRow("blanks") << QByteArrayList{"my articles"} << QByteArray("my articles");
    QTest::newRow("a name that is not UTF-8") << QByteArrayList{"bad\xff"} << QByteArray("bad\xff");
    QTest::newRow("a dash alone") << QByteArrayList{"-"} << QByteArray("-");
    QTest::newRow("an option's name after --") << QByteArrayList{"--", "--help"} << QByteArray("--help");
    QTest::newRow("a name that begins with a dash") << QByteArrayList{"--", "-style"} << QByteArray("-style");
    QTest::newRow("-- after --") << QByteArrayList{"--", "--"} << QByteArray("--");
}

void TestCommandLine::aFolderIsTakenAsItIs()
{
    QFETCH(QByteArrayList, arguments);
    QFETCH(QByteArray, folder);
    const std::vector<std::string_view> views(arguments.begin(), arguments.end());
    const CommandLine commandLine = parse(views);
    QVERIFY(!commandLine.answer);
    QCOMPARE(QByteArray::fromStdString(commandLine.folder), folder);
}

void TestCommandLine::helpAndVersionArePrinted()
{
    for (const char* option : {"--help", "-h", "--version"}) {
        const CommandLine commandLine = parse({option});
        QVERIFY(commandLine.answer);
        QCOMPARE(commandLine.answer->exitCode, 0);
        QVERIFY(commandLine.answer->text.find("synoptic") != std::string::npos);
        QVERIFY(commandLine.answer->text.ends_with('\n'));
    }
}

void TestCommandLine::helpNamesEveryOption()
{
    const std::string text = parse({"--help"}).answer.value().text;
    for (const char* option : {"--help", "--version", "--quit-when-done", "FOLDER"})
        QVERIFY2(text.find(option) != std::string::npos, option);
}

void TestCommandLine::aMistakeIsExplained_data()
{
    QTest::addColumn<QByteArrayList>("arguments");
    QTest::addColumn<QByteArray>("mention");
    QTest::newRow("an unknown option") << QByteArrayList{"--folder"} << QByteArray("--folder");
    QTest::newRow("an option of Qt") << QByteArrayList{"-style", "fusion"} << QByteArray("-style");
    QTest::newRow("two folders") << QByteArrayList{"one", "two"} << QByteArray("two");
    QTest::newRow("an empty name") << QByteArrayList{""} << QByteArray("empty");
    QTest::newRow("nothing to be done with") << QByteArrayList{"--quit-when-done"} << QByteArray("needs a folder");
}

void TestCommandLine::aMistakeIsExplained()
{
    QFETCH(QByteArrayList, arguments);
    QFETCH(QByteArray, mention);
    const std::vector<std::string_view> views(arguments.begin(), arguments.end());
    const CommandLine commandLine = parse(views);
    QVERIFY(commandLine.answer);
    QCOMPARE(commandLine.answer->exitCode, 2);
    QVERIFY(commandLine.answer->text.find(mention.toStdString()) != std::string::npos);
}

void TestCommandLine::quitWhenDoneIsNoted()
{
    const CommandLine commandLine = parse({"--quit-when-done", "folder"});
    QVERIFY(!commandLine.answer);
    QVERIFY(commandLine.quitWhenDone);
    QCOMPARE(commandLine.folder, std::string("folder"));
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
