// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>
#include <QModelIndex>

namespace winnow {

/// Whether a click on the cell opens or does anything.
bool opensSomething(const QModelIndex& index);

/// Draws the cells of a table by the roles of ui/models/tableroles.h: lines between rows, figures under each
/// other, links and buttons, bars, icons of flag groups, swatches.
QAbstractItemDelegate* makeDataDelegate(QObject* parent);

} // namespace winnow
