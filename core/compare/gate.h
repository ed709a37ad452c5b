// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insightsdata.h"

#include <QJsonObject>

namespace winnow {

/// What a benchmark has to keep to; not set = not asked.
struct GateLimits {
    /// Largest share of the kept samples that at least half of the blind models with a response get right.
    std::optional<double> blind;
    /// Share of 1: two models that differ by this must be told apart.
    std::optional<double> difference;
    /// Largest share of the kept samples with a flag that is open, unsure, disputed or confirmed.
    std::optional<double> flagged;
};

/// One limit and what it was held against.
struct GateCheck {
    enum class Outcome { Met, Missed, Unknown };

    /// Stable id: blind, difference, flagged.
    QString id;
    double limit = 0;
    /// NaN = cannot be judged.
    double value = 0;
    Outcome outcome = Outcome::Unknown;
    /// What the value is over, or why there is none.
    Sentence note;

    QJsonObject toJson() const;
};

/// Holds the samples that a policy keeps against the limits, in the order of GateLimits. The least difference
/// is the median over pairs of models of half the paired 95% interval (Separability::halfWidth) over the
/// samples that all of the largest ranking answered. What cannot be judged is not met.
QVector<GateCheck> checkGate(
    const InsightsData& data, const AppliedPolicy& applied, const GateLimits& limits);

} // namespace winnow
