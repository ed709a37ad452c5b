// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <optional>

namespace winnow {

// Which columns of a table people have hidden, by the name of the table, kept between sessions.

/// Nothing until somebody has chosen.
std::optional<QSet<QString>> hiddenColumns(const QString& table);
void setHiddenColumns(const QString& table, const QSet<QString>& columns);
/// As if nobody had chosen.
void forgetHiddenColumns(const QString& table);

} // namespace winnow
