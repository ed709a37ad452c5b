// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/actionicon.h"

namespace winnow {

QString actionIcon(Action action)
{
    switch (action) {
    case Action::None:
        return {};
    case Action::Keep:
        return QStringLiteral("keep");
    case Action::Drop:
        return QStringLiteral("drop");
    case Action::Fix:
        return QStringLiteral("fix");
    case Action::Convert:
        return QStringLiteral("convert");
    case Action::Circular:
        return QStringLiteral("circular");
    }
    return {};
}

} // namespace winnow
