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

} // namespace winnow
