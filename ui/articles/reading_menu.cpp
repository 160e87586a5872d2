// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/articles/reading_menu.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QAction>
#include <QActionGroup>
#include <QDataStream>
#include <QFontDatabase>
#include <QIODevice>

#include "ui/articles/article_strip.h"
#include "ui/articles/scroll_sync.h"

namespace synoptic::ui {

namespace {

constexpr double scaleStep = 1.1;
constexpr quint8 version = 1;

QAction* keyed(QAction* action, const QKeySequence& key, QWidget* window)
{
    action->setShortcut(key);
    window->addAction(action);
    return action;
}

} // namespace

ReadingMenu::ReadingMenu(ArticleStrip& strip, QWidget* window)
    : QMenu(tr("&Reading"), window)
    , m_strip(strip)
    , m_families(new QActionGroup(this))
    , m_spacings(new QActionGroup(this))
    , m_lengths(new QActionGroup(this))
    , m_boilerplate(new QActionGroup(this))
    , m_scrolling(new QActionGroup(this))
{
    addScale(window);
    addChoices();
    addSeparator();
    addBoilerplate(window);
    addScrolling(window);
    connect(&strip, &ArticleStrip::scaleRequested, this, &ReadingMenu::rescale);
    showStyle();
}

void ReadingMenu::addScale(QWidget* window)
{
    connect(keyed(addAction(tr("&Larger letters")), Qt::Key_Greater, window), &QAction::triggered, this,
            [this] { rescale(1); });
    connect(keyed(addAction(tr("S&maller letters")), Qt::Key_Less, window), &QAction::triggered, this,
            [this] { rescale(-1); });
    connect(addAction(tr("Letters as at &first")), &QAction::triggered, this, [this] {
        ReadingStyle style = m_strip.readingStyle();
        style.scale = 1.0;
        change(style);
    });
    addSeparator();
}

void ReadingMenu::addChoices()
{
    const auto choose = [](QMenu* menu, QActionGroup* group, const QString& text, const QVariant& value) {
        QAction* choice = menu->addAction(text);
        choice->setCheckable(true);
        choice->setData(value);
        group->addAction(choice);
    };
    QMenu* family = addMenu(tr("&Type"));
    choose(family, m_families, tr("of the &program"), QString());
    const auto systemFamily = [](QFontDatabase::SystemFont kind) { return QFontDatabase::systemFont(kind).family(); };
    choose(family, m_families, tr("with &serifs"), QStringLiteral("Serif"));
    choose(family, m_families, tr("&fixed width"), systemFamily(QFontDatabase::FixedFont));
    QMenu* spacing = addMenu(tr("Line s&pacing"));
    for (const auto& [text, value] : {std::pair{tr("&narrow"), 1.1}, {tr("&comfortable"), 1.3}, {tr("&wide"), 1.6}})
        choose(spacing, m_spacings, text, value);
    QMenu* length = addMenu(tr("Line l&ength"));
    for (const int value : {60, 72, 90})
        choose(length, m_lengths, tr("at most %1 characters").arg(value), value);
    choose(length, m_lengths, tr("as wide as the &column"), 1000);
    connect(m_families, &QActionGroup::triggered, this, [this](const QAction* choice) {
        ReadingStyle style = m_strip.readingStyle();
        style.family = choice->data().toString();
        change(style);
    });
    connect(m_spacings, &QActionGroup::triggered, this, [this](const QAction* choice) {
        ReadingStyle style = m_strip.readingStyle();
        style.lineHeight = choice->data().toDouble();
        change(style);
    });
    connect(m_lengths, &QActionGroup::triggered, this, [this](const QAction* choice) {
        ReadingStyle style = m_strip.readingStyle();
        style.charactersPerLine = choice->data().toInt();
        change(style);
    });
}

void ReadingMenu::addBoilerplate(QWidget* window)
{
    QMenu* menu = addMenu(tr("What is &not the article"));
    const std::array names{tr("&pale"), tr("&hidden"), tr("as the &rest")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        QAction* choice = menu->addAction(names[i]);
        choice->setCheckable(true);
        choice->setData(static_cast<int>(i));
        m_boilerplate->addAction(choice);
    }
    menu->addSeparator();
    QAction* next = keyed(menu->addAction(tr("Pale, hidden, as the rest: &next")), Qt::Key_B, window);
    const auto set = [this](int value) {
        ReadingStyle style = m_strip.readingStyle();
        style.boilerplate = static_cast<BoilerplateStyle>(value);
        change(style);
    };
    connect(m_boilerplate, &QActionGroup::triggered, this,
            [set](const QAction* choice) { set(choice->data().toInt()); });
    connect(next, &QAction::triggered, this,
            [this, set] { set((static_cast<int>(m_strip.readingStyle().boilerplate) + 1) % 3); });
}

void ReadingMenu::addScrolling(QWidget* window)
{
    QMenu* menu = addMenu(tr("&Scroll the readers"));
    const std::array names{tr("each &alone"), tr("&together, as far through the text"),
                           tr("together, by shared &events")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        QAction* choice = menu->addAction(names[i]);
        choice->setCheckable(true);
        choice->setChecked(i == 0);
        choice->setData(static_cast<int>(i));
        m_scrolling->addAction(choice);
    }
    menu->addSeparator();
    QAction* next = keyed(menu->addAction(tr("Alone, together, by events: &next")), Qt::Key_Y, window);
    connect(m_scrolling, &QActionGroup::triggered, this, [this](const QAction* choice) {
        m_strip.scrollSync().setMode(static_cast<ScrollTogether>(choice->data().toInt()));
    });
    connect(next, &QAction::triggered, this, [this] {
        const int mode = (static_cast<int>(m_strip.scrollSync().mode()) + 1) % 3;
        m_scrolling->actions()[mode]->trigger();
    });
}

void ReadingMenu::rescale(int steps)
{
    ReadingStyle style = m_strip.readingStyle();
    style.scale = std::clamp(style.scale * std::pow(scaleStep, steps), ReadingStyle::smallest, ReadingStyle::largest);
    if (std::abs(style.scale - 1.0) < 0.02)
        style.scale = 1.0;
    change(style);
}

void ReadingMenu::change(const ReadingStyle& style)
{
    m_strip.setReadingStyle(style);
    showStyle();
}

void ReadingMenu::showStyle()
{
    const ReadingStyle& style = m_strip.readingStyle();
    const auto check = [](const QActionGroup* group, const QVariant& value) {
        for (QAction* choice : group->actions())
            choice->setChecked(choice->data() == value);
    };
    check(m_families, style.family);
    check(m_spacings, style.lineHeight);
    check(m_lengths, style.charactersPerLine);
    check(m_boilerplate, static_cast<int>(style.boilerplate));
}

QByteArray ReadingMenu::saved() const
{
    const ReadingStyle& style = m_strip.readingStyle();
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << version << style.scale << style.family << style.lineHeight << style.charactersPerLine
           << static_cast<quint8>(style.boilerplate);
    return bytes;
}

void ReadingMenu::restore(const QByteArray& saved)
{
    QDataStream stream(saved);
    stream.setVersion(QDataStream::Qt_6_0);
    quint8 known = 0;
    quint8 boilerplate = 0;
    ReadingStyle style;
    stream >> known >> style.scale >> style.family >> style.lineHeight >> style.charactersPerLine >> boilerplate;
    const bool isSound = stream.status() == QDataStream::Ok && known == version &&
                         style.scale >= ReadingStyle::smallest && style.scale <= ReadingStyle::largest &&
                         style.lineHeight >= 1.0 && style.lineHeight <= 3.0 && style.charactersPerLine >= 20 &&
                         boilerplate <= static_cast<quint8>(BoilerplateStyle::Plain);
    if (!isSound)
        return;
    style.boilerplate = static_cast<BoilerplateStyle>(boilerplate);
    change(style);
}

} // namespace synoptic::ui
