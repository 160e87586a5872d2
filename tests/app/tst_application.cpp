// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "support/made_analysis.h"
#include "ui/changes/change_offer.h"
#include "ui/search/search_panel.h"
#include "ui/selection.h"

using namespace synoptic;
using namespace synoptic::app;
using namespace Qt::StringLiterals;
using synoptic::tests::makeAnalysis;

using Found = Result<std::shared_ptr<const analysis::Analysis>>;

namespace {

// Three events in any folder but "/gone".
Found runAtOnce(const engine::RunOptions& options, engine::RunObserver& observer, const std::stop_token& /*stop*/)
{
    if (options.folder == "/gone")
        return failure(ErrorCode::NotFound, options.folder);
    auto analysis = makeAnalysis(options.folder, 3);
    observer.scanned(3);
    for (std::size_t i = 0; i < 3; ++i)
        observer.fileDone(analysis->articles[i], i + 1);
    observer.linking();
    return analysis;
}

/// Opens a folder; its timeline and its project are there.
bool open(Application& application)
{
    QSignalSpy shown(&application, &Application::timelineShown);
    QSignalSpy opened(&application.session(), &Session::projectOpened);
    application.run({});
    application.openFolder("/f");
    return (shown.count() > 0 || shown.wait()) && (opened.count() > 0 || opened.wait());
}

} // namespace

class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anOpenedFolderNamesTheWindow();
    void aFolderThatIsGoneIsSaidInTheWindow();
    void anOpenedFolderIsRememberedAsAnAbsolutePath();
    void clearingTheRecentFoldersForgetsThem();
    void aRecentFolderThatIsMissingIsGrey();
    void geometryAndColorsComeBack();
    void theTimelineIsExportedWhole_data();
    void theTimelineIsExportedWhole();
    void anExportThatFailsIsSaidAndLeavesNothing();
    void whatWasDoneComesBackAfterARestart();
    void theWholeFolderIsSearched();
    void nothingIsExportedIntoTheFolderOfTheSources();
    void withoutATimelineThereIsNothingToExport();
    void aNewReadingIsShownBeforeItIsTaken_data();
    void aNewReadingIsShownBeforeItIsTaken();
    void aNewReadingThatChangesNothingIsTakenAndSaid();
    void aFolderThatIsOnlyLookedAtLeavesNoProject();

private:
    SettingsStore store() const { return SettingsStore(m_directory->filePath(u"state"_s).toStdString()); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestApplication::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
}

void TestApplication::anOpenedFolderNamesTheWindow()
{
    Application application(store(), runAtOnce);
    QSignalSpy shown(&application, &Application::timelineShown);
    application.run({});
    application.openFolder("/somewhere/the storm/");
    QVERIFY(shown.wait());
    QVERIFY2(application.window().windowTitle().contains(u"the storm"_s),
             qPrintable(application.window().windowTitle()));
    QCOMPARE(application.session().timeline()->events().size(), std::size_t(3));
}

void TestApplication::aFolderThatIsGoneIsSaidInTheWindow()
{
    Application application(store(), runAtOnce);
    application.run({});
    application.openFolder("/gone");
    QTRY_VERIFY(application.window().message().contains(u"/gone"_s));
    QVERIFY(!application.session().isRunning());
}

void TestApplication::anOpenedFolderIsRememberedAsAnAbsolutePath()
{
    {
        Application application(store(), runAtOnce);
        application.openFolder("a/../b");
        application.openFolder("/not utf-8/\xff");
    }
    const auto folders = store().load().recentFolders;
    QCOMPARE(folders.size(), std::size_t(2));
    QCOMPARE(folders[0], std::string("/not utf-8/\xff"));
    QVERIFY(folders[1].starts_with('/') && folders[1].ends_with("/b"));
    QVERIFY(folders[1].find("..") == std::string::npos);
}

void TestApplication::clearingTheRecentFoldersForgetsThem()
{
    {
        Application application(store(), runAtOnce);
        application.openFolder("/a");
        Q_EMIT application.window().clearRecentFoldersRequested();
    }
    QVERIFY(store().load().recentFolders.empty());
}

void TestApplication::aRecentFolderThatIsMissingIsGrey()
{
    const QString here = m_directory->path();
    Settings settings;
    settings.recentFolders = {"/not/there", here.toStdString()};
    QVERIFY(store().save(settings).has_value());
    Application application(store(), runAtOnce);
    const auto entry = [&application](const QString& path) {
        const auto actions = application.window().findChildren<QAction*>();
        const auto found = std::ranges::find(actions, path, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    };
    QVERIFY(entry(here) != nullptr);
    QTRY_VERIFY(!entry(u"/not/there"_s)->isEnabled());
    QVERIFY(entry(here)->isEnabled());
}

void TestApplication::geometryAndColorsComeBack()
{
    const QSize size(777, 555);
    {
        Application application(store(), runAtOnce);
        application.run({});
        application.window().resize(size);
        application.window().setAppearance(ui::Appearance::Dark);
        application.window().close();
    }
    Application again(store(), runAtOnce);
    again.run({});
    QCOMPARE(again.window().size(), size);
    QVERIFY(again.window().appearance() == ui::Appearance::Dark);
}

void TestApplication::theTimelineIsExportedWhole_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("PNG") << static_cast<int>(ui::ImageFormat::Png) << u"timeline.png"_s << QByteArray("\x89PNG");
    QTest::newRow("SVG") << static_cast<int>(ui::ImageFormat::Svg) << u"timeline.svg"_s << QByteArray("<?xml");
}

void TestApplication::theTimelineIsExportedWhole()
{
    QFETCH(int, format);
    QFETCH(QString, name);
    QFETCH(QByteArray, begin);
    Application application(store(), runAtOnce);
    QSignalSpy shown(&application, &Application::timelineShown);
    application.run({});
    application.openFolder("/f");
    QVERIFY(shown.wait());
    const QString path = m_directory->filePath(name);
    ui::TimelineImageOptions options;
    options.format = static_cast<ui::ImageFormat>(format);
    Q_EMIT application.window().imageExportRequested(path, options);
    QTRY_VERIFY2(application.window().message().contains(name), qPrintable(application.window().message()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(begin.size()), begin);
}

void TestApplication::anExportThatFailsIsSaidAndLeavesNothing()
{
    Application application(store(), runAtOnce);
    QSignalSpy shown(&application, &Application::timelineShown);
    application.run({});
    application.openFolder("/f");
    QVERIFY(shown.wait());
    const QString path = m_directory->filePath(u"no such folder/timeline.png"_s);
    Q_EMIT application.window().imageExportRequested(path, {});
    QTRY_VERIFY2(application.window().message().contains(u"nothing was changed"_s),
                 qPrintable(application.window().message()));
    QVERIFY(!QFile::exists(path));
}

void TestApplication::whatWasDoneComesBackAfterARestart()
{
    std::string key;
    {
        Application application(store(), runAtOnce);
        QVERIFY(open(application));
        key = application.session().timeline()->events()[1].event.key;
        QSignalSpy saved(&application.session(), &Session::saved);
        application.session().setView({{"filter", "words"}});
        QVERIFY(saved.wait());
        QVERIFY2(application.window().savedText().isEmpty(), "looking around is no work that could be lost");
        Q_EMIT application.window().editRequested(edits::ReviewEvent{key, edits::ReviewState::Accepted});
        Q_EMIT application.window().editRequested(edits::RenameEvent{key, "Renamed by hand"});
        QVERIFY(saved.wait());
        QVERIFY(application.window().savedText().startsWith(u"saved "));
        application.window().selection().setCurrent(EventId{2});
        QSignalSpy changed(&application.window(), &ui::MainWindow::viewChanged);
        QVERIFY(changed.wait());
    }
    Application again(store(), runAtOnce);
    QVERIFY(open(again));
    const auto renamed = [&] {
        const auto id = again.session().timeline()->eventOf(key);
        return id && (*again.session().timeline())[*id].event.title == "Renamed by hand";
    };
    QTRY_VERIFY(renamed());
    QTRY_VERIFY(again.window().selection().current().has_value());
    QVERIFY(again.session().undoStack().canUndo());
    Q_EMIT again.window().undoRequested();
    QTRY_VERIFY(!renamed());
    Q_EMIT again.window().redoRequested();
    QTRY_VERIFY(renamed());
}

void TestApplication::theWholeFolderIsSearched()
{
    Application application(store(), runAtOnce);
    QSignalSpy shown(&application, &Application::timelineShown);
    application.run({});
    application.openFolder("/f");
    QVERIFY(shown.wait());
    const std::string& text = application.session().timeline()->analysis().articles[0]->article.text;
    const QString word = QString::fromStdString(text.substr(0, text.find(' ')));
    ui::SearchPanel& panel = application.window().search();
    panel.begin(false);
    for (const QString& typed : {u"("_s, word}) // what is typed over is not answered
        panel.field().setText(typed);
    QTRY_VERIFY2(panel.list().model()->rowCount() > 0, qPrintable(panel.statusText()));
    QVERIFY2(panel.statusText().contains(u"place"_s), qPrintable(panel.statusText()));
}

void TestApplication::nothingIsExportedIntoTheFolderOfTheSources()
{
    const QString sources = m_directory->filePath(u"sources"_s);
    QVERIFY(QDir().mkpath(sources + u"/inner"_s));
    QVERIFY(QFile::link(sources, m_directory->filePath(u"link"_s)));
    Application application(store(), runAtOnce);
    QSignalSpy shown(&application, &Application::timelineShown);
    application.run({});
    application.openFolder(sources.toStdString());
    QVERIFY(shown.wait());
    for (const QString& place : {sources, QString(sources + u"/inner"_s), m_directory->filePath(u"link"_s)}) {
        application.window().showMessage({});
        Q_EMIT application.window().imageExportRequested(place + u"/timeline.png"_s, {});
        QVERIFY2(application.window().message().contains(u"never writes into"_s), qPrintable(place));
    }
    QCOMPARE(QDir(sources).entryList(QDir::Files).size(), 0);
    // Beside it is not inside it, even with a name that begins alike
    Q_EMIT application.window().imageExportRequested(sources + u" image.png"_s, {});
    QTRY_VERIFY(QFile::exists(sources + u" image.png"_s));
}

void TestApplication::withoutATimelineThereIsNothingToExport()
{
    Application application(store(), runAtOnce);
    const QString path = m_directory->filePath(u"timeline.png"_s);
    Q_EMIT application.window().imageExportRequested(path, {});
    QVERIFY(!application.window().message().isEmpty());
    QVERIFY(!QFile::exists(path));
}

void TestApplication::aNewReadingIsShownBeforeItIsTaken_data()
{
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("taken") << true;
    QTest::newRow("left") << false;
}

void TestApplication::aNewReadingIsShownBeforeItIsTaken()
{
    QFETCH(bool, isTaken);
    std::size_t events = 2;
    Application application(store(), [&events](const engine::RunOptions& options, engine::RunObserver& observer,
                                               const std::stop_token& /*stop*/) {
        auto analysis = tests::makeAnalysis(options.folder, events++);
        observer.scanned(events);
        observer.linking();
        return Result<std::shared_ptr<const analysis::Analysis>>(std::move(analysis));
    });
    QVERIFY(open(application));
    ui::MainWindow& window = application.window();
    QVERIFY(!window.offer().isVisible());
    Q_EMIT window.readAgainRequested();
    QTRY_VERIFY(window.offer().isVisible());
    QVERIFY2(window.offer().words().contains(u"1 new event"_s), qPrintable(window.offer().words()));
    QCOMPARE(window.offer().list().topLevelItemCount(), 1);
    QCOMPARE(window.offer().list().topLevelItem(0)->text(0), u"event 2"_s);
    QCOMPARE(window.offer().list().topLevelItem(0)->text(1), u"not there"_s);
    QCOMPARE(application.session().timeline()->events().size(), std::size_t{2});
    QPushButton& button = isTaken ? window.offer().takeButton() : window.offer().leaveButton();
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY(!window.offer().isVisible());
    QCOMPARE(application.session().timeline()->events().size(), std::size_t{isTaken ? 3U : 2U});
}

void TestApplication::aNewReadingThatChangesNothingIsTakenAndSaid()
{
    Application application(store(), runAtOnce);
    QVERIFY(open(application));
    const auto before = application.session().timeline();
    Q_EMIT application.window().readAgainRequested();
    QTRY_VERIFY(application.window().message().contains(u"the events are the same"_s));
    QVERIFY(application.session().timeline() != before);
    QVERIFY(!application.window().offer().isVisible());
}

void TestApplication::aFolderThatIsOnlyLookedAtLeavesNoProject()
{
    {
        Application application(store(), runAtOnce);
        QVERIFY(open(application));
        QTest::qWait(1000); // longer than the window waits before it says where one is
    }
    QDir projects(m_directory->filePath(u"state/projects"_s));
    QVERIFY(projects.exists());
    QCOMPARE(projects.entryList(QDir::Files | QDir::Hidden), QStringList());
    {
        Application application(store(), runAtOnce);
        QVERIFY(open(application));
        application.window().selection().setCurrent(EventId{1}); // where one was comes back
        const auto made = [&projects] {
            projects.refresh();
            return projects.entryList({u"*.synoptic"_s}).size();
        };
        QTRY_COMPARE(made(), 1);
    }
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
