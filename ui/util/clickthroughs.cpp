// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/util/clickthroughs.h"

#include <QCoreApplication>

namespace winnow {

ClickThroughEvent::ClickThroughEvent(const ClickThrough& what)
    : QEvent(type())
    , m_what(what)
{
}

QEvent::Type ClickThroughEvent::type()
{
    static const auto registered = Type(QEvent::registerEventType());
    return registered;
}

void openClickThrough(QWidget* from, const ClickThrough& what)
{
    if (what.isEmpty()) {
        return;
    }
    ClickThroughEvent event(what);
    event.ignore();
    for (QWidget* widget = from; widget && !event.isAccepted(); widget = widget->parentWidget()) {
        QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace winnow
