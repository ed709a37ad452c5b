// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>

namespace winnow {

/// What of the choosing of a set has changed.
enum class SubsetChange {
    /// Reading, empty, ready or failed.
    Stage = 1,
    /// What it is chosen from: samples, models, what is offered.
    Source = 2,
    /// What is asked for.
    Request = 4,
    Curves = 8,
    /// The set and its figures.
    Choice = 16,
    Methods = 32,
    Stored = 64,
};
Q_DECLARE_FLAGS(SubsetChanges, SubsetChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(SubsetChanges)

} // namespace winnow
