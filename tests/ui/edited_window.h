// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <QTest>

#include "edits/timeline.h"
#include "support/corpus_builder.h"
#include "ui/articles/article_pane.h"
#include "ui/articles/article_strip.h"
#include "ui/articles/reader_text.h"
#include "ui/main_window.h"
#include "ui/selection.h"

namespace synoptic::tests {

/// Three articles of two sentences each: two tell of a pier, on different days, one of boats.
inline CorpusBuilder harborBuilder()
{
    CorpusBuilder made("/folder/harbor");
    const char* texts[] = {"The pier opened on Friday.\nNobody came.", "The pier opened on Saturday.\nMany came.",
                           "The weather was fine.\nBoats sailed."};
    const char* names[] = {"Alpha", "Beta", "Gamma"};
    for (std::size_t i = 0; i < 3; ++i)
        made.article(ArticleBuilder(std::string(names[i]) + ".txt", names[i])
                         .title(std::string("Title of ") + names[i])
                         .published("2021-04-20")
                         .text(texts[i]));
    made.event("Pier opens", dateOf("2021-04-16"), {{0, 0}, {1, 0}});
    made.event("Many come", dateOf("2021-04-17"), {{1, 1}});
    made.event("Boats sail", dateOf("2021-04-18"), {{2, 1}});
    return made;
}

inline std::shared_ptr<const edits::Timeline> harbor()
{
    return harborBuilder().build();
}

/// A window with someone who carries its edits out, as the program does.
struct EditedWindow
{
    std::shared_ptr<const edits::Timeline> timeline;
    edits::Edits edits;
    ui::MainWindow window; // goes first: its last words are edits

    explicit EditedWindow(std::shared_ptr<const edits::Timeline> shown) : timeline(std::move(shown))
    {
        window.setAppearance(ui::Appearance::Light);
        window.resize(1900, 1000);
        window.show();
        window.setFolder(QStringLiteral("harbor"));
        window.setTimeline(timeline);
        QObject::connect(&window, &ui::MainWindow::editRequested, &window,
                         [this](const edits::Edit& edit) { take({edit}); });
        QObject::connect(&window, &ui::MainWindow::actionRequested, &window,
                         [this](const edits::Edits& all) { take(all); });
    }

    void take(const edits::Edits& all)
    {
        edits.insert(edits.end(), all.begin(), all.end());
        show();
    }
    /// Takes the last edit back.
    void undo()
    {
        edits.pop_back();
        show();
    }
    void show()
    {
        timeline = edits::applyEdits(timeline->found(), edits);
        window.setTimeline(timeline);
    }

    ui::ReaderText& reader(std::uint32_t article) { return window.articles().paneOf(ArticleId{article})->text(); }
    void clickSentence(std::uint32_t article, std::uint32_t sentence)
    {
        ui::ReaderText& text = reader(article);
        const QRect rect = text.rectOf(text.article()->sentences[sentence].span);
        QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, rect.center() + QPoint(20, 0));
    }
    const edits::TimelineEvent& eventTitled(const std::string& title) const
    {
        return *std::ranges::find(timeline->events(), title, [](const auto& own) { return own.event.title; });
    }
    void select(const std::string& title)
    {
        window.selection().setCurrent(
            idAt<EventId>(static_cast<std::size_t>(&eventTitled(title) - timeline->events().data())));
    }
};

} // namespace synoptic::tests
