// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insightsdata.h"
#include "core/curate/modelranking.h"

namespace winnow {

/// The standard models over the samples of all parts in one order, before and after a policy.
struct ScoredSamples {
    QVector<ModelScores> models; // by name
    std::vector<qint64> samples;
    /// 1 where the policy drops a sample or scores it anew.
    std::vector<quint8> changed;
    /// Equal numbers = samples that share an image.
    std::vector<quint32> cluster;
    QStringList capabilities;
    std::vector<quint16> capability; // index into capabilities

    static ScoredSamples of(const InsightsData& data, const AppliedPolicy& applied);
    ScoredSamples ofCapability(quint16 index) const;
    ModelComparison compared() const { return compareModels(models, samples, changed); }
    const ModelScores* model(const QString& name) const;
};

/// One dataset's model under a policy.
ModelScores modelScores(
    const InsightsPart& part, const StandardScores& model, const std::vector<SampleOutcome>& outcomes);

} // namespace winnow
