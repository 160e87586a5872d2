// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include "support/long_count.h"
#include "support/temporary_folder.h"

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

QProcessEnvironment environment(const QStringList& settings = {})
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    for (const QString& setting : settings)
        environment.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    return environment;
}

Outcome run(const QStringList& arguments, const QByteArray& input = {}, const QStringList& settings = {})
{
    QProcess process;
    process.setProcessEnvironment(environment(settings));
    process.start(QStringLiteral(SYNOPTIC_CLI_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        qFatal("synoptic-cli did not end by itself");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString pathOf(const TemporaryFolder& folder, std::string_view name = {})
{
    return QString::fromStdString(name.empty() ? folder.path() : folder.path(name));
}

void fill(const TemporaryFolder& folder)
{
    folder.write("a.txt",
                 "Ferry stops\n\nPublished May 4, 2024\n\nThe ferry stopped on Thursday, the harbor master said. "
                 "It will sail again next week.\n");
    folder.write("b.html",
                 "<title>Ferry</title><h1>Ferry halted</h1><p>The ferry stopped on May 2, 2024, and 40 people "
                 "waited on the pier for hours 😀.</p>");
    folder.write("c.md", "---\ndate: 2024-05-05\n---\n# Pier full\n\nForty people waited on Thursday.\n");
}

QJsonObject jsonOf(const QByteArray& bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersionNeedNothing_data();
    void helpAndVersionNeedNothing();
    void aWrongCallIsSaidAndEndsWith2_data();
    void aWrongCallIsSaidAndEndsWith2();
    void aFolderThatIsMissingEndsWith3();
    void analyzeWritesTheDocument();
    void skippedFilesAreListedAndEndWith1();
    void hostileNamesCannotSteerTheTerminal();
    void theOutputIsTheSameEverywhere();
    void anOutputFileIsReplacedWhole();
    void anOutputThatCannotBeWrittenEndsWith3_data();
    void anOutputThatCannotBeWrittenEndsWith3();
    void aTypedDateIsTaken();
    void namesThatBeginWithADashFollowTwoDashes();
    void tablesAreWritten();
    void timexFindsExpressions();
    void timexWithADateThatIsNoneEndsWith2();
    void imagesAreDrawnWithoutADisplay_data();
    void imagesAreDrawnWithoutADisplay();
    void theFolderIsLeftAsItWas();
};

void TestCli::helpAndVersionNeedNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* arguments, const char* says) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(u' ') << QByteArray(says);
    };
    row("version", "--version", "synoptic-cli 0.");
    row("help", "--help", "Exit codes");
    row("help of a command", "analyze --help", "--published");
    row("help, asked the other way", "help image", "--dpi");
    row("help alone", "help", "timex");
}

void TestCli::helpAndVersionNeedNothing()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const auto outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output.contains(says), outcome.output.constData());
    QVERIFY(outcome.errors.isEmpty());
}

void TestCli::aWrongCallIsSaidAndEndsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char* name, const QStringList& arguments) { QTest::newRow(name) << arguments; };
    row("nothing", {});
    row("unknown command", {QStringLiteral("conquer")});
    row("no folder", {QStringLiteral("analyze")});
    row("unknown option", {QStringLiteral("analyze"), QStringLiteral("--loud"), QStringLiteral(".")});
    row("unknown format",
        {QStringLiteral("analyze"), QStringLiteral("--format"), QStringLiteral("xml"), QStringLiteral(".")});
    row("threads that are no number",
        {QStringLiteral("analyze"), QStringLiteral("--threads"), QStringLiteral("many"), QStringLiteral(".")});
    row("a date that is none", {QStringLiteral("analyze"), QStringLiteral("--published"),
                                QStringLiteral("a.txt=yesterday"), QStringLiteral(".")});
    row("an image without a name", {QStringLiteral("image"), QStringLiteral(".")});
    row("an image of another kind",
        {QStringLiteral("image"), QStringLiteral("--output"), QStringLiteral("x.gif"), QStringLiteral(".")});
    row("help of nothing", {QStringLiteral("help"), QStringLiteral("conquer")});
}

void TestCli::aWrongCallIsSaidAndEndsWith2()
{
    QFETCH(QStringList, arguments);
    const auto outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.errors.startsWith("synoptic-cli: "), outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty());
}

void TestCli::aFolderThatIsMissingEndsWith3()
{
    const auto outcome = run({QStringLiteral("analyze"), QStringLiteral("/nowhere/at/all")});
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY(outcome.errors.contains("'/nowhere/at/all'"));
    QVERIFY(outcome.output.isEmpty());
}

void TestCli::analyzeWritesTheDocument()
{
    const TemporaryFolder folder;
    fill(folder);
    const auto outcome = run({QStringLiteral("analyze"), pathOf(folder)});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.errors.isEmpty(), outcome.errors.constData());
    const QJsonObject document = jsonOf(outcome.output);
    QCOMPARE(document[QStringLiteral("format")].toString(), QStringLiteral("synoptic-analysis"));
    QVERIFY(document[QStringLiteral("generator")].toString().startsWith(QStringLiteral("synoptic 0.")));
    QCOMPARE(document[QStringLiteral("articles")].toArray().size(), 3);
    int expressions = 0;
    for (const auto article : document[QStringLiteral("articles")].toArray()) {
        const auto text = article[QStringLiteral("text")].toString().toUcs4();
        for (const auto expression : article[QStringLiteral("expressions")].toArray()) {
            QVERIFY(expression[QStringLiteral("start")].toInt() < expression[QStringLiteral("end")].toInt());
            QVERIFY(expression[QStringLiteral("end")].toInt() <= text.size());
            ++expressions;
        }
    }
    QVERIFY(expressions >= 4);
}

void TestCli::skippedFilesAreListedAndEndWith1()
{
    const TemporaryFolder folder;
    fill(folder);
    folder.write("empty.txt", "");
    const auto outcome = run({QStringLiteral("analyze"), pathOf(folder)});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.errors, QByteArray("synoptic-cli: skipped empty.txt: empty\n"));
    QCOMPARE(jsonOf(outcome.output)[QStringLiteral("skipped")].toArray().size(), 1);
}

void TestCli::hostileNamesCannotSteerTheTerminal()
{
    const TemporaryFolder folder;
    folder.write("e\x1b]0;title\x07.txt", "");
    folder.write("bad\xff.txt", "");
    folder.write("rtl\u202Etxt.exe", ""); // NOLINT(misc-misleading-bidirectional): to mislead is its task
    folder.write("a\nsynoptic-cli: forged.txt", "");
    const auto outcome = run({QStringLiteral("analyze"), pathOf(folder)});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.errors.count('\n'), 4);
    QVERIFY(!outcome.errors.contains('\x1b') && !outcome.errors.contains('\xff'));
    QVERIFY(outcome.errors.contains("e\\u{1b}]0;title\\u{7}.txt"));
    QVERIFY(outcome.errors.contains("bad\\xff.txt"));
    QVERIFY(outcome.errors.contains("rtl\\u{202e}txt.exe"));
}

void TestCli::theOutputIsTheSameEverywhere()
{
    const TemporaryFolder folder;
    fill(folder);
    folder.write("empty.txt", "");
    const QStringList analyze = {QStringLiteral("analyze"), pathOf(folder)};
    const auto first = run(analyze + QStringList{QStringLiteral("--threads"), QStringLiteral("1")});
    QVERIFY(first.output.size() > 1000);
    QStringList zones{QStringLiteral("UTC"), QStringLiteral("Pacific/Apia"), QStringLiteral("America/New_York")};
    QStringList locales{QStringLiteral("C"), QStringLiteral("tr_TR.UTF-8"), QStringLiteral("de_DE.UTF-8")};
    const bool isLong = synoptic::tests::longCount("SYNOPTIC_PLACES", 1) > 1;
    if (isLong) {
        zones << QStringLiteral("Asia/Kolkata") << QStringLiteral("Asia/Kathmandu")
              << QStringLiteral("Australia/Lord_Howe") << QStringLiteral("America/St_Johns")
              << QStringLiteral("Africa/Casablanca") << QStringLiteral("Europe/London")
              << QStringLiteral("America/Sao_Paulo") << QStringLiteral("Pacific/Kiritimati")
              << QStringLiteral("Pacific/Niue");
        locales << QStringLiteral("ar_EG.UTF-8") << QStringLiteral("zh_CN.UTF-8") << QStringLiteral("fa_IR.UTF-8");
    }
    QList<QStringList> settings;
    for (qsizetype z = 0; z < zones.size(); ++z)
        for (qsizetype l = 0; l < locales.size(); ++l)
            if (isLong || z == l)
                settings << QStringList{QStringLiteral("TZ=") + zones[z], QStringLiteral("LC_ALL=") + locales[l]};
    for (const QStringList& setting : settings) {
        for (const char* threads : {"1", "2", "8"}) {
            const auto outcome =
                run(analyze + QStringList{QStringLiteral("--threads"), QLatin1String(threads)}, {}, setting);
            QVERIFY(outcome.output == first.output);
            QCOMPARE(outcome.errors, first.errors);
        }
    }
}

void TestCli::anOutputFileIsReplacedWhole()
{
    const TemporaryFolder folder;
    const TemporaryFolder target;
    fill(folder);
    target.write("out.json", "old");
    const auto outcome =
        run({QStringLiteral("analyze"), pathOf(folder), QStringLiteral("--output"), pathOf(target, "out.json")});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.output.isEmpty());
    const auto printed =
        run({QStringLiteral("analyze"), pathOf(folder), QStringLiteral("--output"), QStringLiteral("-")});
    QCOMPARE(QByteArray::fromStdString(TemporaryFolder::read(target.path("out.json"))), printed.output);
    QCOMPARE(QDir(pathOf(target)).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("out.json")});
}

void TestCli::anOutputThatCannotBeWrittenEndsWith3_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no such folder") << QStringLiteral("/nowhere/out.json");
    QTest::newRow("a folder") << QStringLiteral("/");
    QTest::newRow("a device") << QStringLiteral("/dev/full");
}

void TestCli::anOutputThatCannotBeWrittenEndsWith3()
{
    QFETCH(QString, path);
    const TemporaryFolder folder;
    fill(folder);
    const auto outcome = run({QStringLiteral("analyze"), pathOf(folder), QStringLiteral("--output"), path});
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY(outcome.errors.contains(path.toUtf8()));
}

void TestCli::aTypedDateIsTaken()
{
    const TemporaryFolder folder;
    folder.write("x=y.txt", "Meeting held\n\nThe council met yesterday.\n");
    const auto outcome = run({QStringLiteral("analyze"), pathOf(folder), QStringLiteral("--published"),
                              QStringLiteral("x=y.txt=2024-05-03")});
    QCOMPARE(outcome.exitCode, 0);
    const auto article = jsonOf(outcome.output)[QStringLiteral("articles")][0];
    QCOMPARE(article[QStringLiteral("published")][QStringLiteral("value")].toString(), QStringLiteral("2024-05-03"));
    QCOMPARE(article[QStringLiteral("published")][QStringLiteral("basis")].toString(), QStringLiteral("user"));
    QCOMPARE(article[QStringLiteral("expressions")][0][QStringLiteral("value")].toString(),
             QStringLiteral("2024-05-02"));

    const auto stray = run(
        {QStringLiteral("analyze"), pathOf(folder), QStringLiteral("--published"), QStringLiteral("z.txt=2024-05-03")});
    QCOMPARE(stray.exitCode, 2);
    QVERIFY(stray.errors.contains("'z.txt'"));
}

void TestCli::namesThatBeginWithADashFollowTwoDashes()
{
    const TemporaryFolder folder;
    folder.write("-folder/a.txt", "Council meets\n\nThe council met on May 3, 2024.\n");
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(pathOf(folder));
    process.start(QStringLiteral(SYNOPTIC_CLI_PROGRAM),
                  {QStringLiteral("analyze"), QStringLiteral("--"), QStringLiteral("-folder")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(jsonOf(process.readAllStandardOutput())[QStringLiteral("articles")].toArray().size(), 1);
}

void TestCli::tablesAreWritten()
{
    const TemporaryFolder folder;
    fill(folder);
    const auto outcome =
        run({QStringLiteral("analyze"), pathOf(folder), QStringLiteral("--format"), QStringLiteral("csv")});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.output.startsWith("\"event\",\"title\",\"value\""));
    QVERIFY(outcome.output.count("\r\n") >= 2);
}

void TestCli::timexFindsExpressions()
{
    const QByteArray text = "😀 The council met on Thursday and meets again on 9 May.";
    const auto outcome =
        run({QStringLiteral("timex"), QStringLiteral("--published"), QStringLiteral("2024-05-03")}, text);
    QCOMPARE(outcome.exitCode, 0);
    const auto lines = outcome.output.split('\n');
    QCOMPARE(lines.size(), 3);
    const QJsonObject thursday = jsonOf(lines[0]);
    QCOMPARE(thursday[QStringLiteral("text")].toString(), QStringLiteral("Thursday"));
    QCOMPARE(thursday[QStringLiteral("start")].toInt(), 21);
    QCOMPARE(thursday[QStringLiteral("value")].toString(), QStringLiteral("2024-05-02"));
    QCOMPARE(jsonOf(lines[1])[QStringLiteral("value")].toString(), QStringLiteral("2024-05-09"));
    QCOMPARE(run({QStringLiteral("timex")}).output, QByteArray());
}

void TestCli::timexWithADateThatIsNoneEndsWith2()
{
    QCOMPARE(run({QStringLiteral("timex"), QStringLiteral("--published"), QStringLiteral("soon")}, "x").exitCode, 2);
    QCOMPARE(run({QStringLiteral("timex"), QStringLiteral("--kind"), QStringLiteral("poem")}, "x").exitCode, 2);
}

void TestCli::imagesAreDrawnWithoutADisplay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("PNG") << QStringLiteral("t.png") << QByteArray("\x89PNG");
    QTest::newRow("SVG") << QStringLiteral("t.SVG") << QByteArray("<?xml");
    QTest::newRow("PDF") << QStringLiteral("t.pdf") << QByteArray("%PDF");
}

void TestCli::imagesAreDrawnWithoutADisplay()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, begins);
    const TemporaryFolder folder;
    const TemporaryFolder target;
    fill(folder);
    const QString path = pathOf(target, name.toStdString());
    const auto outcome = run({QStringLiteral("image"), pathOf(folder), QStringLiteral("--output"), path,
                              QStringLiteral("--width"), QStringLiteral("800"), QStringLiteral("--all")});
    QVERIFY2(outcome.exitCode == 0, outcome.errors.constData());
    const auto bytes = QByteArray::fromStdString(TemporaryFolder::read(path.toStdString()));
    QVERIFY(bytes.startsWith(begins));
    if (name.endsWith(QStringLiteral("png")))
        QCOMPARE(QImage::fromData(bytes).width(), 800);
}

void TestCli::theFolderIsLeftAsItWas()
{
    const TemporaryFolder folder;
    fill(folder);
    const auto state = [&folder] {
        QStringList lines;
        for (const auto& entry :
             QDir(pathOf(folder)).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
            lines << entry.fileName() + u' ' + QString::number(entry.size()) + u' ' +
                         entry.lastModified().toString(Qt::ISODateWithMs) + u' ' + QString::number(entry.permissions());
        return lines;
    };
    const QStringList before = state();
    QCOMPARE(before.size(), 3);
    QCOMPARE(run({QStringLiteral("analyze"), pathOf(folder)}).exitCode, 0);
    QCOMPARE(state(), before);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
