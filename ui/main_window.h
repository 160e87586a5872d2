// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QByteArray>
#include <QMainWindow>
#include <QString>
#include <QStringList>
#include <QTimer>

#include "edits/changes.h"
#include "edits/merge_work.h"
#include "edits/timeline.h"
#include "search/search.h"
#include "ui/timeline/timeline_image.h"

class QAction;
class QDockWidget;
class QImage;
class QLineEdit;
class QMenu;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeWidget;

namespace synoptic::ui {

class AnchorReview;
class ArticleDetails;
class ArticleListPanel;
class ArticleStrip;
class ChangeOffer;
class ConflictList;
class ContradictionPanel;
class CoveragePanel;
class EditActions;
class EventTablePanel;
class HistoryPanel;
class FlagBar;
class FlagController;
class InspectorPanel;
class Marking;
class MessageBar;
class NothingPage;
class NotesPanel;
class PlainLabel;
class ReadingMenu;
class SearchPanel;
class Selection;
class ShortcutsWindow;
class StartPage;
class StatisticsPanel;
class TimelineMenu;
class TimelinePanel;

/// Colors of the window: those of the desktop, or chosen.
enum class Appearance : std::uint8_t
{
    System,
    Light,
    Dark,
    HighContrast
};

/// Which panes are there and how large: for what one is about to do.
enum class PaneLayout : std::uint8_t
{
    Read,     ///< everything, the texts largest
    Timeline, ///< the timeline largest
    Compare,  ///< who says what, over two readers
    Triage    ///< the table of events, the selected one beside it
};

/// How far a run has come; a plain value.
struct RunProgress
{
    enum class Phase : std::uint8_t
    {
        Scanning,
        Reading,
        Linking
    };
    Phase phase = Phase::Scanning;
    int done = 0;
    int total = 0; ///< 0: not known yet
};

struct HistoryItem;

/// The frame: readers, source list, timeline. Values come in by the setters, intents go out by the signals.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Names the folder that is open and being read, until finishProgress(); an empty name shows the start page.
    void setFolder(const QString& name);
    /// Shows a snapshot; one with articles and no events while the folder is still being read. What is open, selected
    /// and scrolled stays.
    void setTimeline(std::shared_ptr<const edits::Timeline> timeline);
    void setProgress(const RunProgress& progress);
    void finishProgress();
    /// @p missing are those of @p folders that are not there now; they are shown grey.
    void setRecentFolders(const QStringList& folders, const QStringList& missing = {});
    /// Says when the last action reached the disk: "saved 14:02"; empty: nothing was saved yet.
    void setSaved(const QString& text);
    /// Says that an action could not be saved, and offers to try again or to save elsewhere.
    void showSaveFailure(const QString& text);
    /// What comes back with a project: selection, filter, the stretch of time that is shown.
    std::map<std::string, std::string> viewState() const;
    /// Values that are none of ours are left out.
    void restoreView(const std::map<std::string, std::string>& view);
    /// What Undo and Redo would do, in words; empty: nothing.
    void setUndo(const QString& undo, const QString& redo);
    /// Says that something is to be read, with a button that does it.
    void offerReadingAgain(const QString& text);
    /// Lists what another reading of the folder would change, to be taken or left; empty words: nothing is offered any
    /// more.
    void offerChanges(const QString& words, const edits::Changes& changes);
    /// Lists what a colleague decided otherwise, see importRequested().
    void showConflicts(const std::vector<edits::WorkConflict>& conflicts);
    /// The answer to previewRequested().
    void setPreview(const edits::SetPublication& edit, const edits::Changes& changes);
    /// What was done in the project, the oldest first.
    void setHistory(std::vector<HistoryItem> items);
    /// Says something in the message bar, never in a dialog.
    void showMessage(const QString& text);

    void setAppearance(Appearance appearance);
    Appearance appearance() const { return m_appearance; }

    Selection& selection() { return *m_selection; }
    ArticleStrip& articles() { return *m_strip; }
    TimelinePanel& timelinePanel() { return *m_timelinePanel; }
    TimelineMenu& timelineMenu() { return *m_timelineMenu; }
    InspectorPanel& inspector() { return *m_inspector; }
    ArticleListPanel& articleList() { return *m_list; }
    ContradictionPanel& contradictions() { return *m_contradictions; }
    FlagBar& flagBar() { return *m_flagBar; }
    SearchPanel& search() { return *m_search; }
    AnchorReview& anchors() { return *m_anchors; }
    ConflictList& conflicts() { return *m_conflicts; }
    ChangeOffer& offer() { return *m_offer; }
    ArticleDetails& details() { return *m_details; }
    NotesPanel& notes() { return *m_notes; }
    HistoryPanel& history() { return *m_history; }
    /// The answer to searchRequested().
    void setSearchResult(const search::Query& query, const Result<search::Found>& found);
    QString message() const;
    QString savedText() const;

    void setPaneLayout(PaneLayout layout);
    EventTablePanel& eventTable() { return *m_table; }
    CoveragePanel& coverage() { return *m_coverage; }
    StatisticsPanel& statistics() { return *m_statistics; }

    QByteArray saveLayout() const;
    /// Returns false, and changes nothing, if @p layout is not one of ours.
    bool restoreLayout(const QByteArray& layout);

Q_SIGNALS:
    void openFolderRequested(const QString& path);
    void openSampleRequested();
    void readAgainRequested();
    /// The answer to offerChanges().
    void offerTaken();
    void offerLeft();
    void clearRecentFoldersRequested();
    void cancelRequested();
    void editRequested(const synoptic::edits::Edit& edit);
    /// Several edits that are one action.
    void actionRequested(const synoptic::edits::Edits& edits, const QString& name);
    void searchRequested(const synoptic::search::Query& query);
    /// What would change with that edit is asked for; see setPreview().
    void previewRequested(const synoptic::edits::SetPublication& edit);
    /// Something of viewState() is different; said once things are at rest.
    void viewChanged();
    void saveAsRequested(const QString& path);
    void retrySavingRequested();
    void undoRequested();
    void redoRequested();
    /// A picture that is drawn already, encoded.
    void pictureExportRequested(const QString& path, const QByteArray& bytes);
    /// @p format is a position in workFormats().
    void workExportRequested(const QString& path, int format);
    /// What someone else decided is to be joined with what was decided here: a project, or what was exported.
    void importRequested(const QString& path);
    void imageExportRequested(const QString& path, const synoptic::ui::TimelineImageOptions& options);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;
    void childEvent(QChildEvent* event) override;

private:
    void buildPanes();
    void buildBottomPanes();
    QList<QDockWidget*> panes() const;
    void buildStatusBar();
    void buildActions();
    void buildMenus();
    void buildToolBar();
    void connectPanes();
    void connectLists();
    void connectEditing();
    void connectSearch();
    void connectRecords();
    void showHistoryObjects();
    void activateObject(const std::string& object);
    QDockWidget* addPane(const QString& title, const QString& name, QWidget* widget, Qt::DockWidgetArea area);
    QAction* action(const QString& text, const QList<QKeySequence>& keys, const QString& tip = {});

    void applyTheme();
    void showSelection();
    void activateSentence(edits::SentenceRef sentence);
    void step(int by);
    void goToDate();
    void chooseFolder();
    void chooseProject();
    void saveProjectAs();
    void exportImage();
    void savePicture(const QImage& image);
    void printTimelinePages();
    void connectTimelineMenu();
    void exportWork();
    void importWork();
    void connectExchange();
    void showShortcuts();
    void showSkipped();
    void updateCounts();
    void updatePage();
    void updateAvailability();

    std::shared_ptr<const edits::Timeline> m_timeline; // null before the first snapshot
    QString m_folder;
    QStringList m_recent;
    Appearance m_appearance = Appearance::System;
    bool m_systemIsDark = false;
    QString m_plainStyle; // of the program, while it is outlined for high contrast
    bool m_isReading = false;
    TimelineImageOptions m_imageOptions;
    Selection* m_selection;

    MessageBar* m_messages;
    QStackedWidget* m_pages;
    StartPage* m_start;
    NothingPage* m_nothing;
    ArticleStrip* m_strip;
    ArticleListPanel* m_list;
    InspectorPanel* m_inspector;
    ContradictionPanel* m_contradictions;
    FlagBar* m_flagBar;
    SearchPanel* m_search;
    AnchorReview* m_anchors;
    ConflictList* m_conflicts;
    ChangeOffer* m_offer;
    ArticleDetails* m_details;
    NotesPanel* m_notes;
    HistoryPanel* m_history;
    FlagController* m_flagging = nullptr;
    EditActions* m_editing = nullptr;
    Marking* m_marking = nullptr;
    ReadingMenu* m_reading = nullptr;
    TimelineMenu* m_timelineMenu = nullptr;
    TimelinePanel* m_timelinePanel;
    EventTablePanel* m_table;
    CoveragePanel* m_coverage;
    StatisticsPanel* m_statistics;
    QTreeWidget* m_skipped;
    QDockWidget* m_listDock = nullptr;
    QDockWidget* m_inspectorDock = nullptr;
    QDockWidget* m_contradictionDock = nullptr;
    QDockWidget* m_anchorsDock = nullptr;
    QDockWidget* m_conflictsDock = nullptr;
    QDockWidget* m_offerDock = nullptr;
    QDockWidget* m_detailsDock = nullptr;
    QDockWidget* m_notesDock = nullptr;
    QDockWidget* m_historyDock = nullptr;
    QDockWidget* m_searchDock = nullptr;
    QDockWidget* m_timelineDock = nullptr;
    QDockWidget* m_tableDock = nullptr;
    QDockWidget* m_coverageDock = nullptr;
    QDockWidget* m_statisticsDock = nullptr;
    QDockWidget* m_skippedDock = nullptr;
    QByteArray m_panesOfFolder; // which panes were open, while the start page hides them
    ShortcutsWindow* m_shortcuts = nullptr;

    PlainLabel* m_counts;
    PlainLabel* m_saved;
    QTimer m_viewPause; // between the last change of the view and viewChanged()
    QToolButton* m_skippedButton;
    QToolButton* m_anchorButton;
    QToolButton* m_hintButton;
    PlainLabel* m_progressText;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QLineEdit* m_date;

    QMenu* m_recentMenu = nullptr;
    QAction* m_open = nullptr;
    QAction* m_sample = nullptr;
    QAction* m_openProject = nullptr;
    QAction* m_readAgain = nullptr;
    QAction* m_saveAs = nullptr;
    QAction* m_retry = nullptr;
    QAction* m_export = nullptr;
    QAction* m_exportWork = nullptr;
    QAction* m_import = nullptr;
    QAction* m_quit = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_clear = nullptr;
    QAction* m_zoomIn = nullptr;
    QAction* m_zoomOut = nullptr;
    QAction* m_fit = nullptr;
    QAction* m_fitSelection = nullptr;
    QAction* m_viewBack = nullptr;
    QAction* m_viewForward = nullptr;
    QAction* m_byPublication = nullptr;
    QAction* m_goToDate = nullptr;
    QAction* m_findEvents = nullptr;
    QAction* m_findSources = nullptr;
    QAction* m_findText = nullptr;
    QAction* m_findHere = nullptr;
    QAction* m_nextHit = nullptr;
    QAction* m_previousHit = nullptr;
    QAction* m_nextPane = nullptr;
    QAction* m_expressions = nullptr;
    QAction* m_showDetails = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QAction* m_flag = nullptr;
    QAction* m_flagFinish = nullptr;
    QAction* m_keys = nullptr;
    QList<QAction*> m_appearanceActions;
};

} // namespace synoptic::ui
