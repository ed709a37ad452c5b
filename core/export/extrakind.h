// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

namespace winnow {

/// What the values of a column of the source are, for formats whose columns have types.
enum class ExtraKind {
    /// Nothing but null.
    None,
    Logic,
    /// Whole numbers that a double holds as well.
    Whole,
    /// Larger ones.
    Large,
    Number,
    Text,
    Texts,
    /// All else, and several of these together.
    Any,
};

ExtraKind extraKindOf(const QJsonValue& value);
/// The kind that takes the values of both.
ExtraKind commonKind(ExtraKind one, ExtraKind other);

} // namespace winnow
