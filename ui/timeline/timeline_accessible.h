// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <unordered_map>

#include <QAccessibleWidget>

#include "base/ids.h"

namespace synoptic::ui {

class TimelineIndex;
class TimelineView;

/// The timeline as a screen reader has it: a list, in which every dated event that the filter shows is an item, by
/// date. Items are made when they are asked for.
class TimelineAccessible : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineView& view);
    ~TimelineAccessible() override;
    TimelineAccessible(const TimelineAccessible&) = delete;
    TimelineAccessible& operator=(const TimelineAccessible&) = delete;
    TimelineAccessible(TimelineAccessible&&) = delete;
    TimelineAccessible& operator=(TimelineAccessible&&) = delete;

    /// Lets Qt find this class for every TimelineView.
    static void install();
    /// Says that another event is the selected one.
    static void announce(TimelineView& view);

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

private:
    class Item;

    TimelineView& view() const;
    void dropItems() const;

    mutable std::weak_ptr<const TimelineIndex> m_index; // of the items
    mutable std::unordered_map<int, QAccessible::Id> m_items;
};

} // namespace synoptic::ui
