// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/dispositions.h"
#include "core/curate/modelstats.h"

#include <QJsonObject>

#include <optional>

namespace winnow {

/// A model before and after the policy, over the samples it answered.
struct ModelShift {
    QString model;
    QString family;
    Rate before;
    Rate after;
    /// 1 = best; ties share the better rank.
    int rankBefore = 0;
    int rankAfter = 0;
};

/// One part of the benchmark (a dataset or a capability) before and after.
struct Composition {
    QString name;
    qint64 before = 0;
    qint64 after = 0;
    /// Dropped samples by reason, most frequent first; a sample with two reasons counts in both.
    QVector<QPair<QString, qint64>> reasons;
    QVector<SampleId> dropped;
};

/// What a policy does to a project. An immutable value.
struct Insights {
    Policy policy;
    qint64 samplesBefore = 0;
    qint64 samplesAfter = 0;
    QMap<QString, qint64> dispositions;
    QMap<QString, qint64> reasons;
    QVector<Composition> datasets;
    QVector<Composition> capabilities;
    /// Standard-condition runs pooled over all datasets by sample; one entry a model, best before first.
    QVector<ModelShift> models;
    /// The same by dataset.
    QVector<QPair<QString, QVector<ModelShift>>> modelsByDataset;
    /// Order agreement of the models before and after (NaN below two models).
    double kendall = 0;
    double spearman = 0;
    /// Mean score of blind runs over the samples before and after.
    Rate blindBefore;
    Rate blindAfter;
    /// Mean point-biserial discrimination of the samples over standard models, and what counts as
    /// significant.
    Rate discriminationBefore;
    Rate discriminationAfter;
    int discriminationModels = 0;
    double criticalCorrelation = 1;

    QJsonObject toJson() const;
};

/// Computes them from a snapshot. After the policy a dropped sample is gone; a fixed MCQ is scored against
/// its new gold; a converted sample counts with the model's open-ended score and a circular one with its
/// circular score, and is missing where the model has no such run. Restrict with `only` (a subset). Not on
/// the GUI thread.
Result<Insights> computeInsights(const Project& project, const Policy& policy, Progress& progress,
    const std::optional<QVector<SampleId>>& only = std::nullopt);

} // namespace winnow
