// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "ui/util/boundkeys.h"
#include "ui/util/clickthroughs.h"

namespace winnow {

Page::Page(AppContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    setAutoFillBackground(true);
}

void Page::notify(Message message)
{
    message.ofPage = true;
    context().notify(message);
}

void Page::notify(const Error& error)
{
    if (error.code != ErrorCode::Cancelled) {
        notify(Message::of(error));
    }
}

void Page::goBackTo(const PagePlace& place)
{
    place.scrollBack();
    if (place.focus && place.focus->isVisible()) {
        place.focus->setFocus();
    }
}

bool Page::event(QEvent* event)
{
    if (event->type() == ClickThroughEvent::type()) {
        event->accept();
        context().open(static_cast<ClickThroughEvent*>(event)->what(), this);
        return true;
    }
    if (event->type() == MessageEvent::type()) {
        event->accept();
        notify(static_cast<MessageEvent*>(event)->message());
        return true;
    }
    return QWidget::event(event);
}

void Page::addKey(const QString& command, std::function<void()> action)
{
    new BoundKeys(
        this, command, Qt::WidgetWithChildrenShortcut, [action = std::move(action)](int) { action(); });
}

void Page::takeBackMessage()
{
    context().takeBackPageMessage();
}

} // namespace winnow
