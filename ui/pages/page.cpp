// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "ui/util/clickthroughs.h"

#include <QShortcut>

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

bool Page::event(QEvent* event)
{
    if (event->type() == ClickThroughEvent::type()) {
        event->accept();
        context().open(static_cast<ClickThroughEvent*>(event)->what(), this);
        return true;
    }
    return QWidget::event(event);
}

void Page::addKey(const QString& keys, std::function<void()> action)
{
    auto* shortcut = new QShortcut(QKeySequence(keys), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, std::move(action));
}

void Page::takeBackMessage()
{
    context().takeBackPageMessage();
}

} // namespace winnow
