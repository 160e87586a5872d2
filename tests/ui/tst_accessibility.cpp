// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a screen reader and someone without a mouse meet: walks the tree that the AT-SPI bridge hands on.
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDockWidget>
#include <QImage>
#include <QMenuBar>
#include <QTest>

#include "ui/timeline/timeline_panel.h"
#include "ui/timeline/timeline_view.h"

#include "edited_window.h"

using namespace synoptic;
using namespace synoptic::tests;
using namespace synoptic::ui;

namespace {

/// Roles of which each one must say what it is.
bool needsName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::PageTabList:
    case QAccessible::ProgressBar:
    case QAccessible::MenuItem:
        return true;
    default:
        return false;
    }
}

QString describe(QAccessibleInterface* item)
{
    QStringList path;
    for (QAccessibleInterface* own = item; own != nullptr && path.size() < 8; own = own->parent()) {
        const QObject* object = own->object();
        path.prepend(QStringLiteral("%1 “%2”").arg(object == nullptr ? QStringLiteral("item")
                                                                     : QLatin1String(object->metaObject()->className()),
                                                   own->text(QAccessible::Name).left(40)));
    }
    return path.join(QStringLiteral(" > "));
}

struct Walk
{
    int seen = 0;
    QStringList nameless;
};

void walk(QAccessibleInterface* item, Walk& result, int depth = 0)
{
    constexpr int deepest = 24;
    constexpr int mostChildren = 200; // of a table
    if (item == nullptr || !item->isValid() || depth > deepest)
        return;
    ++result.seen;
    const QObject* object = item->object();
    // Parts that Qt makes for itself inside a widget that has a name
    const bool isInner = object != nullptr && object->objectName().startsWith(QStringLiteral("qt_"));
    const bool isSeparator = item->role() == QAccessible::Separator || item->state().disabled;
    if (needsName(item->role()) && !isInner && !isSeparator && !item->state().invisible &&
        item->text(QAccessible::Name).trimmed().isEmpty())
        result.nameless << describe(item);
    for (int i = 0; i < std::min(item->childCount(), mostChildren); ++i)
        walk(item->child(i), result, depth + 1);
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_own.reset(); }
    void everythingOneCanUseHasAName_data();
    void everythingOneCanUseHasAName();
    void everyEventIsAListItem();
    void theFocusIsAlwaysVisible_data();
    void theFocusIsAlwaysVisible();
    void tabGoesThroughTheWholeWindow();
    void altAndAnArrowGoThroughTheSentences();
    void aKeyPinsTheArticleOneReads();

private:
    std::vector<QWidget*> stops() const;

    std::unique_ptr<EditedWindow> m_own;
};

void TestAccessibility::init()
{
    QAccessible::setActive(true);
    m_own = std::make_unique<EditedWindow>(harbor());
    QVERIFY(QTest::qWaitForWindowExposed(&m_own->window));
    m_own->window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_own->window));
}

void TestAccessibility::everythingOneCanUseHasAName_data()
{
    QTest::addColumn<bool>("isEveryPaneOpen");
    QTest::newRow("as it opens") << false;
    QTest::newRow("every pane") << true;
}

void TestAccessibility::everythingOneCanUseHasAName()
{
    QFETCH(bool, isEveryPaneOpen);
    QStringList nameless;
    if (isEveryPaneOpen) {
        for (auto* dock : m_own->window.findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            QCoreApplication::processEvents();
            QVERIFY(!dock->windowTitle().isEmpty());
            Walk own;
            walk(QAccessible::queryAccessibleInterface(dock), own);
            nameless += own.nameless;
        }
    }
    Walk all;
    walk(QAccessible::queryAccessibleInterface(&m_own->window), all);
    nameless += all.nameless;
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(all.seen > 200);
}

void TestAccessibility::everyEventIsAListItem()
{
    TimelineView& view = m_own->window.timelinePanel().view();
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), static_cast<int>(m_own->timeline->events().size()));
    for (int i = 0; i < list->childCount(); ++i) {
        QCOMPARE(list->child(i)->role(), QAccessible::ListItem);
        QVERIFY(list->child(i)->text(QAccessible::Name).contains(QStringLiteral("2021")));
        QVERIFY(!list->child(i)->actionInterface()->actionNames().isEmpty());
    }
    // Going from event to event with keys moves what a screen reader reads
    view.setFocus();
    QTest::keyClick(&m_own->window, Qt::Key_J);
    QVERIFY(list->focusChild() != nullptr);
    QVERIFY(list->focusChild()->state().selected);
    const QString first = list->focusChild()->text(QAccessible::Name);
    QTest::keyClick(&m_own->window, Qt::Key_J);
    QVERIFY(list->focusChild()->text(QAccessible::Name) != first);
}

/// Where Tab stops.
std::vector<QWidget*> TestAccessibility::stops() const
{
    std::vector<QWidget*> found;
    for (auto* widget : m_own->window.findChildren<QWidget*>()) {
        const bool isReached =
            widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
            !widget->visibleRegion().isEmpty() && widget->focusProxy() == nullptr && widget->window() == &m_own->window;
        if (isReached)
            found.push_back(widget);
    }
    return found;
}

void TestAccessibility::theFocusIsAlwaysVisible_data()
{
    QTest::addColumn<int>("appearance");
    QTest::newRow("light") << static_cast<int>(Appearance::Light);
    QTest::newRow("dark") << static_cast<int>(Appearance::Dark);
    QTest::newRow("high contrast") << static_cast<int>(Appearance::HighContrast);
}

void TestAccessibility::theFocusIsAlwaysVisible()
{
    QFETCH(int, appearance);
    m_own->window.setAppearance(static_cast<Appearance>(appearance));
    QApplication::setCursorFlashTime(0); // the text cursor stays
    QStringList unseen;
    const auto picture = [&](const QWidget* widget) {
        const QRect place(widget->mapTo(&m_own->window, QPoint()), widget->size());
        return m_own->window.grab(place.adjusted(-3, -3, 3, 3)).toImage();
    };
    int checked = 0;
    for (QWidget* widget : stops()) {
        if (QApplication::focusWidget() != nullptr)
            QApplication::focusWidget()->clearFocus();
        const QImage without = picture(widget);
        widget->setFocus(Qt::TabFocusReason);
        if (!widget->hasFocus())
            continue;
        const QImage with = picture(widget);
        int different = 0;
        for (int y = 0; y < with.height(); ++y)
            for (int x = 0; x < with.width(); ++x)
                different += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
        ++checked;
        if (different < 10)
            unseen << describe(QAccessible::queryAccessibleInterface(widget));
    }
    QVERIFY(checked > 12);
    QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u'\n')));
}

void TestAccessibility::tabGoesThroughTheWholeWindow()
{
    const std::vector<QWidget*> all = stops();
    m_own->window.timelinePanel().view().setFocus(Qt::TabFocusReason);
    std::vector<QWidget*> reached;
    for (int i = 0; i < 400; ++i) {
        QWidget* const own = QApplication::focusWidget();
        QVERIFY(own != nullptr);
        if (std::ranges::find(reached, own) != reached.end())
            break;
        reached.push_back(own);
        QTest::keyClick(own, Qt::Key_Tab);
    }
    QStringList missed;
    for (QWidget* own : all)
        if (std::ranges::find(reached, own) == reached.end())
            missed << describe(QAccessible::queryAccessibleInterface(own));
    QVERIFY2(missed.isEmpty(), qPrintable(missed.join(u'\n')));
}

void TestAccessibility::altAndAnArrowGoThroughTheSentences()
{
    QTest::keyClick(&m_own->window, Qt::Key_Down, Qt::AltModifier); // nothing is selected: nothing happens
    m_own->select("Pier opens");                                    // told by Alpha and Beta, in their first sentences
    QTest::keyClick(&m_own->window, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_own->window.articles().currentArticle(), std::optional(ArticleId{0}));
    QTest::keyClick(&m_own->window, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_own->window.articles().currentArticle(), std::optional(ArticleId{1}));
    QTest::keyClick(&m_own->window, Qt::Key_Down, Qt::AltModifier); // around
    QCOMPARE(m_own->window.articles().currentArticle(), std::optional(ArticleId{0}));
    QTest::keyClick(&m_own->window, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_own->window.articles().currentArticle(), std::optional(ArticleId{1}));
}

void TestAccessibility::aKeyPinsTheArticleOneReads()
{
    m_own->window.articles().openArticle(ArticleId{2});
    QTest::keyClick(&m_own->window, Qt::Key_P);
    QVERIFY(m_own->window.articles().paneOf(ArticleId{2})->isPinned());
    QVERIFY(!m_own->window.articles().paneOf(ArticleId{0})->isPinned());
    QTest::keyClick(&m_own->window, Qt::Key_P);
    QVERIFY(!m_own->window.articles().paneOf(ArticleId{2})->isPinned());
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
