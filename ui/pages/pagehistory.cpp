// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagehistory.h"

#include <QApplication>
#include <QScrollBar>

namespace winnow {

namespace {

constexpr int kMostPlaces = 100;

} // namespace

PagePlace PagePlace::of(const QString& id, QWidget* page, const QVariant& own)
{
    PagePlace place;
    place.page = id;
    place.own = own;
    const auto areas = page->findChildren<QAbstractScrollArea*>();
    for (QAbstractScrollArea* area : areas) {
        place.scrolled.append(
            {area, {area->horizontalScrollBar()->value(), area->verticalScrollBar()->value()}});
    }
    if (QWidget* focused = QApplication::focusWidget(); focused && page->isAncestorOf(focused)) {
        place.focus = focused;
    }
    return place;
}

void PagePlace::scrollBack() const
{
    for (const auto& [area, at] : scrolled) {
        if (area) {
            area->horizontalScrollBar()->setValue(at.x());
            area->verticalScrollBar()->setValue(at.y());
        }
    }
}

void PageHistory::push(const PagePlace& place)
{
    m_places.append(place);
    if (m_places.size() > kMostPlaces) {
        m_places.removeFirst();
    }
    emit changed();
}

std::optional<PagePlace> PageHistory::take()
{
    if (m_places.isEmpty()) {
        return std::nullopt;
    }
    const PagePlace place = m_places.takeLast();
    emit changed();
    return place;
}

void PageHistory::clear()
{
    m_places.clear();
    emit changed();
}

} // namespace winnow
