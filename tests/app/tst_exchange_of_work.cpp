// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/application.h"
#include "support/made_analysis.h"
#include "ui/exchange/conflict_list.h"
#include "ui/exchange/work_format.h"

using namespace synoptic;
using namespace synoptic::app;
using namespace Qt::StringLiterals;

namespace {

Result<std::shared_ptr<const analysis::Analysis>>
runAtOnce(const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& /*stop*/)
{
    auto analysis = tests::makeAnalysis(options.folder, 3);
    observer.scanned(3);
    observer.linking();
    return analysis;
}

} // namespace

/// Two analysts of one folder: what one exports the other reads in.
class TestExchangeOfWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFormIsWritten_data();
    void everyFormIsWritten();
    void nothingIsWrittenIntoTheFolderOfTheSources();
    void aColleaguesDecisionsAreReadInAsOneAction_data();
    void aColleaguesDecisionsAreReadInAsOneAction();
    void whatWasDecidedOtherwiseStandsUntilTheirsIsTaken();
    void contradictionsComeInAsATable();
    void whatIsNoWorkIsSaid_data();
    void whatIsNoWorkIsSaid();

private:
    QString path(const QString& name) const { return m_directory->filePath(name); }
    std::unique_ptr<Application> analyst(const QString& name)
    {
        auto made = std::make_unique<Application>(SettingsStore(path(name).toStdString()), runAtOnce);
        QSignalSpy shown(made.get(), &Application::timelineShown);
        QSignalSpy opened(&made->session(), &Session::projectOpened);
        made->run({});
        made->openFolder("/folder");
        if ((shown.count() == 0 && !shown.wait()) || (opened.count() == 0 && !opened.wait()))
            return nullptr;
        return made;
    }
    static std::string keyOf(Application& application, std::size_t event)
    {
        return application.session().timeline()->events()[event].event.key;
    }
    static std::string titleOf(Application& application, const std::string& key)
    {
        const auto event = application.session().timeline()->eventOf(key);
        return event ? (*application.session().timeline())[*event].event.title : std::string();
    }
    /// Has @p application write what was decided, and returns the file.
    QString exported(Application& application, const QString& suffix)
    {
        const auto& formats = ui::workFormats();
        for (int i = 0; i < formats.size(); ++i) {
            if (formats[i].suffix != suffix)
                continue;
            QString file = path(u"theirs"_s + suffix);
            Q_EMIT application.window().workExportRequested(file, i);
            if (QTest::qWaitFor([&application] { return application.window().message().contains(u"was written"_s); }))
                return file;
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestExchangeOfWork::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestExchangeOfWork::everyFormIsWritten_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("web page") << u".html"_s << QByteArray("<!DOCTYPE html>");
    QTest::newRow("PDF") << u".pdf"_s << QByteArray("%PDF-");
    QTest::newRow("Markdown") << u".md"_s << QByteArray("# folder");
    QTest::newRow("events") << u".events.csv"_s << QByteArray("\"event\"");
    QTest::newRow("contradictions") << u".contradictions.csv"_s << QByteArray("\"");
    QTest::newRow("work") << u".work.json"_s << QByteArray("{");
    QTest::newRow("table of the work") << u".work.csv"_s << QByteArray("\"record\"");
    QTest::newRow("analysis") << u".analysis.json"_s << QByteArray("{");
    QTest::newRow("TimelineJS") << u".timeline.json"_s << QByteArray("{");
    QTest::newRow("calendar") << u".ics"_s << QByteArray("BEGIN:VCALENDAR");
    QTest::newRow("annotations") << u".jsonld"_s << QByteArray("{");
}

void TestExchangeOfWork::everyFormIsWritten()
{
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begin);
    const auto one = analyst(u"one"_s);
    QVERIFY(one != nullptr);
    QFile file(exported(*one, suffix));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(one->window().message()));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(begin), bytes.left(60).constData());
    QCOMPARE(ui::workFormats().size(), 11); // every form has its row
}

void TestExchangeOfWork::nothingIsWrittenIntoTheFolderOfTheSources()
{
    const auto one = analyst(u"one"_s);
    QVERIFY(one != nullptr);
    Q_EMIT one->window().workExportRequested(u"/folder/report.html"_s, 0);
    QVERIFY(one->window().message().contains(u"never writes into the folder"_s));
}

void TestExchangeOfWork::aColleaguesDecisionsAreReadInAsOneAction_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("as a document") << u".work.json"_s;
    QTest::newRow("as a table") << u".work.csv"_s;
    QTest::newRow("as a project") << u".synoptic"_s;
}

void TestExchangeOfWork::aColleaguesDecisionsAreReadInAsOneAction()
{
    QFETCH(QString, suffix);
    QString file;
    {
        const auto other = analyst(u"other"_s);
        QVERIFY(other != nullptr);
        Q_EMIT other->window().editRequested(edits::RenameEvent{keyOf(*other, 0), "As they call it"});
        Q_EMIT other->window().editRequested(edits::ReviewEvent{keyOf(*other, 1), edits::ReviewState::Accepted});
        if (suffix == u".synoptic"_s) {
            file = path(u"theirs.synoptic"_s);
            QSignalSpy saved(&other->session(), &Session::savedAs);
            Q_EMIT other->window().saveAsRequested(file);
            QVERIFY(saved.wait());
        } else {
            file = exported(*other, suffix);
        }
    }
    const auto one = analyst(u"one"_s);
    QVERIFY(one != nullptr);
    const std::string first = keyOf(*one, 0);
    const std::string before = titleOf(*one, first);
    Q_EMIT one->window().importRequested(file);
    QTRY_VERIFY2(titleOf(*one, first) == "As they call it", qPrintable(one->window().message()));
    QCOMPARE(one->session().undoStack().count(), 1);
    QVERIFY(one->session().undoStack().undoText().contains(u"theirs"_s));
    Q_EMIT one->window().undoRequested();
    QTRY_COMPARE(titleOf(*one, first), before);
}

void TestExchangeOfWork::whatWasDecidedOtherwiseStandsUntilTheirsIsTaken()
{
    QString file;
    {
        const auto other = analyst(u"other"_s);
        QVERIFY(other != nullptr);
        Q_EMIT other->window().editRequested(edits::RenameEvent{keyOf(*other, 0), "As they call it"});
        file = exported(*other, u".work.json"_s);
    }
    const auto one = analyst(u"one"_s);
    QVERIFY(one != nullptr);
    const std::string first = keyOf(*one, 0);
    Q_EMIT one->window().editRequested(edits::RenameEvent{first, "As we call it"});
    QTRY_COMPARE(titleOf(*one, first), std::string("As we call it"));
    Q_EMIT one->window().importRequested(file);
    ui::ConflictList& conflicts = one->window().conflicts();
    QTRY_COMPARE(conflicts.count(), std::size_t{1});
    QVERIFY(one->window().message().contains(u"1 decided otherwise"_s));
    QCOMPARE(titleOf(*one, first), std::string("As we call it"));
    const QTreeWidgetItem* row = conflicts.list().topLevelItem(0);
    QCOMPARE(row->text(1), u"“As we call it”"_s);
    QCOMPARE(row->text(2), u"“As they call it”"_s);
    conflicts.takeButton().click();
    QTRY_COMPARE(titleOf(*one, first), std::string("As they call it"));
    QCOMPARE(conflicts.count(), std::size_t{0});
    // Read in again, nothing is left to decide
    Q_EMIT one->window().importRequested(file);
    QTRY_VERIFY(one->window().message().contains(u"0 decided otherwise"_s));
}

void TestExchangeOfWork::contradictionsComeInAsATable()
{
    QString file;
    {
        const auto other = analyst(u"other"_s);
        QVERIFY(other != nullptr);
        const analysis::Analysis& found = other->session().timeline()->analysis();
        edits::PutContradiction put;
        put.contradiction.number = 1;
        put.contradiction.question = "When?";
        put.contradiction.parties.resize(2);
        put.contradiction.parties[1].side = 'B';
        for (std::size_t i = 0; i < 2; ++i)
            put.contradiction.parties[i].anchor =
                edits::anchorOf(found.articles[i]->article, found.articles[i]->sentences[0].span);
        Q_EMIT other->window().editRequested(put);
        QTRY_COMPARE(other->session().timeline()->contradictions().size(), std::size_t{1});
        file = exported(*other, u".contradictions.csv"_s);
    }
    const auto one = analyst(u"one"_s);
    QVERIFY(one != nullptr);
    Q_EMIT one->window().importRequested(file);
    QTRY_COMPARE(one->session().timeline()->contradictions().size(), std::size_t{1});
    QCOMPARE(one->session().timeline()->contradictions()[0].record.question, std::string("When?"));
}

void TestExchangeOfWork::whatIsNoWorkIsSaid_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("another document") << QByteArray(R"({"format": "other"})");
    QTest::newRow("a table of something else") << QByteArray("\"a\",\"b\"\r\n\"1\",\"2\"\r\n");
    QTest::newRow("a damaged project") << QByteArray("SQLite format 3") + '\0' + "and nothing more";
    QTest::newRow("nothing") << QByteArray();
}

void TestExchangeOfWork::whatIsNoWorkIsSaid()
{
    QFETCH(QByteArray, content);
    QFile file(path(u"odd.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto one = analyst(u"one"_s);
    QVERIFY(one != nullptr);
    Q_EMIT one->window().importRequested(file.fileName());
    QTRY_VERIFY(one->window().message().contains(u"odd.json"_s));
    QVERIFY(one->session().edits().empty());
}

QTEST_MAIN(TestExchangeOfWork)
#include "tst_exchange_of_work.moc"
