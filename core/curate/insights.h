// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insightsdata.h"
#include "core/curate/modelranking.h"

#include <QJsonObject>

#include <optional>

namespace winnow {

/// Samples of a part that share a fate and a first reason (the first of the display order of flag kinds).
struct Fate {
    Disposition disposition = Disposition::Keep;
    /// A flag kind, or "decision"; empty for samples kept as they are.
    QString reason;
    QVector<SampleId> samples;
};

/// One part of the benchmark (a dataset or a capability) before and after.
struct Composition {
    QString name;
    qint64 before = 0;
    qint64 after = 0;
    /// Dropped samples by reason, most frequent first; a sample with two reasons counts in both.
    QVector<QPair<QString, qint64>> reasons;
    QVector<SampleId> dropped;
    /// Mean chance level of its samples before: 1/k for k options, 0 for open questions.
    double chance = 0;
    /// Every sample of the part once: kept, then changed, then dropped ones in the order of flag kinds.
    QVector<Fate> fates;
};

/// What a policy does to a project. An immutable value.
struct Insights {
    Policy policy;
    /// What stays is of this subset alone; empty = of all samples.
    QString subset;
    qint64 samplesBefore = 0;
    qint64 samplesAfter = 0;
    QMap<QString, qint64> dispositions;
    QMap<QString, qint64> reasons;
    QVector<Composition> datasets;
    QVector<Composition> capabilities;
    /// Models by their standard-condition runs over all datasets.
    ModelComparison models;
    /// The same within each dataset that has such runs.
    QVector<QPair<QString, ModelComparison>> modelsByDataset;
    /// Mean score of blind runs over the samples before and after.
    Rate blindBefore;
    Rate blindAfter;
    /// What guessing would score there: mean of 1/k over the blind scores, 0 for open questions. NaN without.
    double blindChanceBefore = 0;
    double blindChanceAfter = 0;
    /// Samples that at least half of the blind runs with a response get right.
    QVector<SampleId> blindSolvedBefore;
    QVector<SampleId> blindSolvedAfter;
    /// Mean point-biserial discrimination of the samples over standard models, and what counts as
    /// significant.
    Rate discriminationBefore;
    Rate discriminationAfter;
    int discriminationModels = 0;
    double criticalCorrelation = 1;
    /// Samples whose discrimination is at least the critical correlation.
    QVector<SampleId> discriminatingBefore;
    QVector<SampleId> discriminatingAfter;

    QJsonObject toJson() const;
};

/// What a policy does to what was read (apply()).
Insights insightsOf(const InsightsData& data, const AppliedPolicy& applied);

/// Two policies at once, each on a thread.
std::pair<Insights, Insights> insightsBeside(
    const InsightsData& data, const AppliedPolicy& first, const AppliedPolicy& second);

/// Reads and computes them in one go. After the policy a dropped sample is gone; a fixed MCQ is scored
/// against its new gold; a converted sample counts with the model's open-ended score and a circular one with
/// its circular score, and is missing where the model has no such run. Restrict with `only` (a subset). Not
/// on the GUI thread.
Result<Insights> computeInsights(const Project& project, const Policy& policy, Progress& progress,
    const std::optional<QVector<SampleId>>& only = std::nullopt);

/// The samples behind one model's rates.
struct ModelSamples {
    /// Score of at least one half, and below.
    QVector<SampleId> right;
    QVector<SampleId> wrong;
    QVector<SampleId> missing;
    /// Of the right and wrong ones: no answer could be read from the reply.
    QVector<SampleId> unread;
    /// Answered, and not among the samples that were asked for.
    QVector<SampleId> apart;
};

/// Lists them for a model of the standard condition, before the policy or after it; `dataset` and
/// `capability` empty = all. With `only` (the samples of a ranking) the right, wrong and unread ones are
/// among these. Scored exactly as computeInsights scores. Not on the GUI thread.
Result<ModelSamples> samplesOfModel(const Project& project, const Policy& policy, const QString& model,
    const QString& dataset, bool after, Progress& progress,
    const std::optional<QVector<SampleId>>& only = std::nullopt, const QString& capability = {});

} // namespace winnow
