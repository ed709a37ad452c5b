// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/scoredsamples.h"
#include "core/stats/linkage.h"

namespace winnow {

/// How far apart models are: their accuracies over the samples that all of them answered.
struct Spread {
    int models = 0;
    qint64 samples = 0;
    /// NaN without models.
    double mean = 0;
    double low = 0;
    double high = 0;
    /// Sample standard deviation (n - 1); NaN below two models.
    double deviation = 0;
};

struct CapabilityScores {
    QString capability;
    ModelComparison models;
    Spread before;
    Spread after;
};

/// Models by capability, and how far apart they are in its largest ranking (modelranking.h).
QVector<CapabilityScores> capabilityScores(const ScoredSamples& scores);

/// How capabilities go together over models.
struct CapabilityMap {
    QStringList capabilities;
    /// Those that have an accuracy in every capability.
    QStringList models;
    /// Pearson's r by row and column; NaN where a side is constant.
    std::vector<std::vector<double>> correlation;
    /// Average linkage at the distance 1 - r.
    std::vector<stats::LinkageStep> clusters;

    /// Below three models every correlation is 1, -1 or none.
    bool isEmpty() const { return capabilities.size() < 2 || models.size() < 3; }
};

/// Of accuracies by model, then by capability; models with a NaN are left out (listwise).
CapabilityMap capabilityMap(const QStringList& capabilities, const QStringList& models,
    const std::vector<std::vector<double>>& accuracy);
/// Of the models of the largest rankings after the policy.
CapabilityMap capabilityMap(const QVector<CapabilityScores>& scores);

} // namespace winnow
