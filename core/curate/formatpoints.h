// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insightsdata.h"

namespace winnow {

/// One model's multiple-choice samples as multiple choice and in another form, over the samples it answered
/// both ways.
struct FormatPoint {
    QString model;
    /// OpenEnded, or Circular: every rotation right.
    Condition other = Condition::OpenEnded;
    qint64 samples = 0;
    double choice = 0;
    double otherScore = 0;
    /// What guessing scores: 1/k, and k^-k in every rotation of k options; 0 openly.
    double chance = 0;
    double otherChance = 0;
    /// (accuracy - chance) / (1 - chance).
    double choiceCorrected = 0;
    double otherCorrected = 0;
    QVector<SampleId> sampleIds;
    /// Right as multiple choice alone, wrong in the other form.
    QVector<SampleId> choiceOnly;
};

/// By model, open-ended before circular. Before any policy.
QVector<FormatPoint> formatPoints(const InsightsData& data);

} // namespace winnow
