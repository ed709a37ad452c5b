// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insightsdata.h"

namespace winnow {

/// What recorded responses took in all, one attempt a sample; NaN where nothing was recorded.
struct Spent {
    double seconds = 0;
    /// US dollars.
    double dollars = 0;
    /// Prompt and output.
    double tokens = 0;

    bool isEmpty() const;
};

/// One model's standard responses over the benchmark, and over what a policy keeps.
struct ModelCost {
    QString model;
    Spent before;
    Spent after;
    /// Samples with any record.
    qint64 recorded = 0;
    /// Samples of its datasets.
    qint64 samples = 0;
};

/// By model; the models of which nothing was recorded are left out.
QVector<ModelCost> modelCosts(const InsightsData& data, const AppliedPolicy& applied);
/// The sum of what is known.
ModelCost totalCost(const QVector<ModelCost>& models);

} // namespace winnow
