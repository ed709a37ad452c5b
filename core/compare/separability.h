// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/stats/clustered.h"

#include <QJsonObject>
#include <QString>
#include <QVector>

namespace winnow {

/// A model's scores over samples in one order; NaN = missing.
struct ScoredModel {
    QString model;
    std::vector<double> scores;
};

/// A model beside the best one of its set.
struct ModelStanding {
    QString model;
    stats::ClusteredMean accuracy;
    /// The leader's scores less its own.
    stats::PairedMeans behind;
    /// Of the difference from the leader, after Holm over the models of the set.
    double adjusted = 1;
    /// The set cannot tell it from the leader (adjusted >= .05); the leader ties with itself.
    bool tied = true;
};

/// What differences a set of samples can show.
struct Separability {
    qint64 samples = 0;
    qint64 clusters = 0;
    /// Best first.
    QVector<ModelStanding> models;
    /// Median over pairs of models of half the paired 95% interval: a difference below it stays within the
    /// interval.
    double halfWidth = 0;
    /// Median over pairs of the least difference whose sign a set like this gets right in 80% of draws
    /// (MDAD; stats::leastDifference). Both NaN without two models that share a sample.
    double leastDifference = 0;
    qint64 pairs = 0;
    /// Pairs that differ at .05 after Holm over all pairs.
    qint64 apart = 0;

    int tied() const;
    QJsonObject toJson() const;
};

/// Over the samples that all models have a score for; `clusters` by sample, empty = each its own.
Separability separabilityOf(const QVector<ScoredModel>& models, const std::vector<std::uint32_t>& clusters);

/// The leader, who ties with it and what can be shown.
Sentence verdictOf(const Separability& set);

} // namespace winnow
