// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>

namespace winnow {

/// What of an audit changed, so that views show it anew.
enum class AuditChange : unsigned {
    /// Whether there are detectors to show: another project, or its first datasets.
    Stage = 1,
    /// How the detectors stand, in the list and in the numbers of their last runs.
    Overview = 2,
    /// Another detector is looked at.
    Detector = 4,
    /// What is known of that detector, or of the data it would see.
    Standing = 8,
    /// Samples or responses are others: what was read of them does not hold any more.
    Data = 16,
    /// Values of parameters.
    Settings = 32,
    /// Detectors began to run, or ended.
    Running = 64,
};
Q_DECLARE_FLAGS(AuditChanges, AuditChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(AuditChanges)

} // namespace winnow
