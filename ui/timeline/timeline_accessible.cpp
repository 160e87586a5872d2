// SPDX-FileCopyrightText: 2026 The Synoptic developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_accessible.h"

#include <algorithm>

#include "ui/event_words.h"
#include "ui/qt_conversions.h"
#include "ui/timeline/timeline_view.h"

namespace synoptic::ui {

/// An event as an item of the list.
class TimelineAccessible::Item : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    Item(TimelineView& view, int place, EventId event) : m_view(view), m_place(place), m_event(event) {}

    bool isValid() const override { return m_view.index() != nullptr; }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(&m_view); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}
    int place() const { return m_place; }

    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        const edits::TimelineEvent& shown = m_view.index()->timeline()[m_event];
        const analysis::Event& event = shown.event;
        if (kind == QAccessible::Description)
            return dateReasonText(event.date);
        if (kind != QAccessible::Name)
            return {};
        QStringList dates;
        for (const events::EventDate& position : event.positions)
            dates << dateText(position);
        const QString date = dates.isEmpty()
                                 ? dateText(event.date)
                                 : TimelineView::tr("disputed: %1").arg(dates.join(TimelineView::tr(" or ")));
        return QStringList{date, lineText(event.title), factualityText(event.factuality), sourcesText(event),
                           reviewStateText(shown)}
            .join(QStringLiteral(", "));
    }

    QRect rect() const override
    {
        const SceneMark* mark = isValid() ? m_view.scene().markOf(m_event) : nullptr;
        return mark == nullptr ? QRect() : mark->hit.toRect().translated(m_view.viewport()->mapToGlobal(QPoint()));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = m_view.selectedEvent() == m_event;
        state.focused = state.selected && m_view.hasFocus();
        state.offscreen = rect().isNull();
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }
    void doAction(const QString& name) override
    {
        if (name == pressAction())
            Q_EMIT m_view.eventActivated(m_event);
    }

private:
    TimelineView& m_view; // Not owned: items are dropped before it goes
    int m_place;
    EventId m_event;
};

TimelineAccessible::TimelineAccessible(TimelineView& view) : QAccessibleWidget(&view, QAccessible::List) {}

TimelineAccessible::~TimelineAccessible()
{
    dropItems();
}

void TimelineAccessible::install()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory([](const QString&, QObject* object) -> QAccessibleInterface* {
            auto* view = qobject_cast<TimelineView*>(object);
            return view == nullptr ? nullptr : new TimelineAccessible(*view);
        });
        return true;
    }();
    Q_UNUSED(isInstalled)
}

void TimelineAccessible::announce(TimelineView& view)
{
    if (!QAccessible::isActive() || view.index() == nullptr || !view.selectedEvent())
        return;
    const auto& order = view.index()->order();
    const auto own = std::ranges::find(order, *view.selectedEvent());
    if (own == order.end())
        return;
    for (const QAccessible::Event kind : {QAccessible::Selection, QAccessible::Focus}) {
        QAccessibleEvent event(&view, kind);
        event.setChild(static_cast<int>(own - order.begin()));
        QAccessible::updateAccessibility(&event);
    }
}

TimelineView& TimelineAccessible::view() const
{
    return *static_cast<TimelineView*>(object());
}

void TimelineAccessible::dropItems() const
{
    for (const auto& [place, id] : m_items)
        QAccessible::deleteAccessibleInterface(id);
    m_items.clear();
}

int TimelineAccessible::childCount() const
{
    return view().index() == nullptr ? 0 : static_cast<int>(view().index()->order().size());
}

QAccessibleInterface* TimelineAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto shown = view().sharedIndex();
    if (m_index.lock() != shown) {
        dropItems(); // they name events of another snapshot
        m_index = shown;
    }
    const auto [place, isNew] = m_items.try_emplace(index, 0U);
    if (isNew) // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDeleteLeaks): who registers an interface gives it away
        place->second = QAccessible::registerAccessibleInterface(
            new Item(view(), index, shown->order()[static_cast<std::size_t>(index)]));
    return QAccessible::accessibleInterface(place->second);
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* item = dynamic_cast<const Item*>(child);
    return item == nullptr ? -1 : item->place();
}

QAccessibleInterface* TimelineAccessible::childAt(int x, int y) const
{
    const auto event = view().scene().eventAt(view().viewport()->mapFromGlobal(QPoint(x, y)));
    if (!event)
        return nullptr;
    const auto& order = view().index()->order();
    const auto own = std::ranges::find(order, *event);
    return own == order.end() ? nullptr : child(static_cast<int>(own - order.begin()));
}

QAccessibleInterface* TimelineAccessible::focusChild() const
{
    if (!view().hasFocus() || view().index() == nullptr || !view().selectedEvent())
        return nullptr;
    const auto& order = view().index()->order();
    const auto own = std::ranges::find(order, *view().selectedEvent());
    return own == order.end() ? nullptr : child(static_cast<int>(own - order.begin()));
}

} // namespace synoptic::ui
