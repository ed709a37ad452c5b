// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/clickthrough.h"

#include <QEvent>
#include <QWidget>

namespace winnow {

/// A widget was told to open something. It goes from parent to parent until a page takes it, so that no
/// widget in between has to hand it on.
class ClickThroughEvent : public QEvent {
public:
    explicit ClickThroughEvent(const ClickThrough& what);
    static Type type();

    const ClickThrough& what() const { return m_what; }

private:
    ClickThrough m_what;
};

/// For the widget in which something was chosen; empty opens nothing.
void openClickThrough(QWidget* from, const ClickThrough& what);

} // namespace winnow
