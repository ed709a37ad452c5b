// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

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

void Page::takeBackMessage()
{
    context().takeBackPageMessage();
}

} // namespace winnow
