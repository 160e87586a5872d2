// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>

#include "exchange/edit_codec.h"
#include "exchange/work_document.h"
#include "store/project_store.h"
#include "support/temporary_folder.h"

using namespace synoptic;

namespace {

struct Outcome
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Outcome run(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(SYNOPTIC_CLI_PROGRAM), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        qFatal("synoptic-cli did not end by itself");
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString pathText(const std::string& path)
{
    return QString::fromStdString(path);
}

const std::string article = "The mill burned down on Monday, and nobody was hurt.\n\n"
                            "The owner said on Tuesday that it would be built again.\n";

edits::Anchor anchorOn(std::string_view quote)
{
    corpus::Article source;
    source.file = "a.txt";
    source.text = article;
    const std::size_t at = article.find(quote);
    return edits::anchorOf(source, spanOf(at, at + quote.size()));
}

void makeProject(const std::string& path, const std::string& folder)
{
    store::ProjectContent content;
    content.folder = folder;
    const edits::Edits edits = {
        edits::PutHighlight{anchorOn("The mill burned down on Monday"), 1, "fact"},
        edits::PutHighlight{anchorOn("The owner said on Tuesday that it would be built"), 2, ""}};
    for (const edits::Edit& edit : edits) {
        store::HistoryEntry entry;
        entry.number = entry.target = content.history.size() + 1;
        entry.name = "highlight passage";
        entry.edits = exchange::editsToJson({edit});
        content.history.push_back(std::move(entry));
    }
    if (const auto made = store::ProjectStore::create(path, content); !made)
        qFatal("%s", made.error().detail.c_str());
}

} // namespace

class TestCliProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeProjectIsSaidToBeWhole();
    void damageIsNamedAndEndsWith3();
    void whatIsNoProjectEndsWith3();
    void quotationsAreLookedForInTheFolder();
    void aProjectInItsFolderIsNoArticle();
    void theWorkOfAProjectIsWritten();
    void otherFormatsAreWritten_data();
    void otherFormatsAreWritten();
    void aReportIsWritten();
};

void TestCliProject::aWholeProjectIsSaidToBeWhole()
{
    const TemporaryFolder folder;
    makeProject(folder.path("p.synoptic"), folder.path());
    const std::string before = TemporaryFolder::read(folder.path("p.synoptic"));
    const auto outcome = run({QStringLiteral("verify"), pathText(folder.path("p.synoptic"))});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.output, QByteArray("whole: 2 actions done, 0 undone, 2 rows of history\n"));
    QVERIFY(outcome.errors.isEmpty());
    QCOMPARE(TemporaryFolder::read(folder.path("p.synoptic")), before);
}

void TestCliProject::damageIsNamedAndEndsWith3()
{
    const TemporaryFolder folder;
    makeProject(folder.path("p.synoptic"), folder.path());
    std::string bytes = TemporaryFolder::read(folder.path("p.synoptic"));
    const auto at = bytes.find(R"("meaning":"fact")");
    QVERIFY(at != std::string::npos);
    bytes[at + 12] = 'p';
    folder.write("p.synoptic", bytes);
    const auto outcome = run({QStringLiteral("verify"), pathText(folder.path("p.synoptic"))});
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY(outcome.output.startsWith("damaged: action 1, “highlight passage”: "));
}

void TestCliProject::whatIsNoProjectEndsWith3()
{
    const TemporaryFolder folder;
    folder.write("p.synoptic", "no project");
    QCOMPARE(run({QStringLiteral("verify"), pathText(folder.path("p.synoptic"))}).exitCode, 3);
    const auto outcome = run({QStringLiteral("verify"), pathText(folder.path("none.synoptic"))});
    QCOMPARE(outcome.exitCode, 3);
    QVERIFY(outcome.errors.contains("none.synoptic"));
    QCOMPARE(run({QStringLiteral("verify")}).exitCode, 2);
}

void TestCliProject::quotationsAreLookedForInTheFolder()
{
    const TemporaryFolder projects;
    const TemporaryFolder folder;
    makeProject(projects.path("p.synoptic"), folder.path());
    const QStringList arguments = {QStringLiteral("verify"), pathText(projects.path("p.synoptic")),
                                   QStringLiteral("--folder"), pathText(folder.path())};
    folder.write("a.txt", article);
    auto outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output.contains("2 quotations exact, 0 moved, 0 lost\n"), outcome.output.constData());

    folder.write("a.txt", "Correction: the first version named the wrong day.\n\n" + article);
    outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output.contains("moved: a.txt: “The mill burned down on Monday”\n"), outcome.output.constData());
    QVERIFY(outcome.output.contains("0 quotations exact, 2 moved, 0 lost\n"));

    folder.write("a.txt", article.substr(0, article.find("The owner")) + "The owner said nothing at all on Tuesday.\n");
    outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.output.contains("lost: a.txt: “The owner said on Tuesday"), outcome.output.constData());
    QVERIFY(outcome.output.contains("1 quotations exact, 0 moved, 1 lost\n"));
}

void TestCliProject::aProjectInItsFolderIsNoArticle()
{
    const TemporaryFolder folder;
    folder.write("a.txt", article);
    makeProject(folder.path("p.synoptic"), folder.path());
    const auto outcome = run({QStringLiteral("analyze"), pathText(folder.path())});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.errors.contains("skipped p.synoptic: a Synoptic project"), outcome.errors.constData());
}

void TestCliProject::theWorkOfAProjectIsWritten()
{
    const TemporaryFolder projects;
    const TemporaryFolder folder;
    folder.write("a.txt", article);
    makeProject(projects.path("p.synoptic"), folder.path());
    const auto outcome = run({QStringLiteral("analyze"), pathText(projects.path("p.synoptic")),
                              QStringLiteral("--format"), QStringLiteral("work")});
    QCOMPARE(outcome.exitCode, 0);
    const auto edits = exchange::workFromJson(outcome.output.toStdString());
    QVERIFY(edits.has_value());
    QCOMPARE(edits->size(), std::size_t{2});
    QVERIFY(std::get<edits::PutHighlight>(edits->front()).meaning == "fact");
}

void TestCliProject::otherFormatsAreWritten_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("TimelineJS") << QStringLiteral("timelinejs") << QByteArray("{\n\"title\":");
    QTest::newRow("iCalendar") << QStringLiteral("ics") << QByteArray("BEGIN:VCALENDAR\r\n");
    QTest::newRow("annotations") << QStringLiteral("annotations") << QByteArray("{\n\"@context\":");
    QTest::newRow("contradictions") << QStringLiteral("contradictions") << QByteArray(R"("id","question",)");
}

void TestCliProject::otherFormatsAreWritten()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, beginning);
    const TemporaryFolder folder;
    folder.write("a.txt", "Published May 4, 2021\n\n" + article);
    const auto outcome = run({QStringLiteral("analyze"), pathText(folder.path()), QStringLiteral("--format"), format});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.output.startsWith(beginning), outcome.output.constData());
}

void TestCliProject::aReportIsWritten()
{
    const TemporaryFolder projects;
    const TemporaryFolder folder;
    folder.write("a.txt", "Published May 4, 2021\n\n" + article);
    makeProject(projects.path("p.synoptic"), folder.path());
    const auto report = [&](const std::string& source, const std::string& name) {
        return run(
            {QStringLiteral("report"), pathText(source), QStringLiteral("--output"), pathText(projects.path(name))});
    };
    QCOMPARE(report(projects.path("p.synoptic"), "r.md").exitCode, 0);
    QVERIFY(TemporaryFolder::read(projects.path("r.md")).find("## Chronology") != std::string::npos);
    QCOMPARE(report(folder.path(), "r.html").exitCode, 0);
    QVERIFY(TemporaryFolder::read(projects.path("r.html")).starts_with("<!DOCTYPE html>"));
    QCOMPARE(report(projects.path("p.synoptic"), "r.pdf").exitCode, 0);
    const std::string paper = TemporaryFolder::read(projects.path("r.pdf"));
    QVERIFY(paper.starts_with("%PDF-"));
    QCOMPARE(report(projects.path("p.synoptic"), "again.pdf").exitCode, 0);
    QVERIFY(TemporaryFolder::read(projects.path("again.pdf")) == paper);
    QCOMPARE(report(folder.path(), "r.txt").exitCode, 2);
    projects.write("broken.synoptic", "no project");
    QCOMPARE(report(projects.path("broken.synoptic"), "r.md").exitCode, 3);
}

QTEST_GUILESS_MAIN(TestCliProject)
#include "tst_cli_project.moc"
