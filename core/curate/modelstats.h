// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/scorematrix.h"
#include "core/stats/proportion.h"

#include <QJsonObject>

namespace winnow {

/// A rate with everything that must stand beside it.
struct Rate {
    double value = 0; // NaN when n = 0
    stats::Interval interval;
    qint64 n = 0;
    qint64 missing = 0;

    QJsonObject toJson() const;
};

/// Mean of scores that are not NaN, with a 95% interval: Wilson when all scores are 0 or 1, Student's t
/// otherwise.
Rate rateOf(const std::vector<double>& scores);

/// How one run did over its dataset.
struct ModelAccuracy {
    Run run;
    /// Over all samples (circular runs: every rotation right).
    Rate accuracy;
    /// Over multiple-choice and over open-ended samples.
    Rate multipleChoice;
    Rate openEnded;
    /// Mean chance level 1/k over the scored MCQ samples (k^-k for circular); NaN without MCQ samples.
    double chance = 0;
    /// By capability.
    QVector<QPair<QString, Rate>> capabilities;
    /// Circular runs: per rotated row, and the unrotated rows alone.
    std::optional<double> perRow;
    std::optional<double> firstRotation;
    qint64 rows = 0;

    QJsonObject toJson() const;
};

/// One entry per run of the matrix, in its order.
QVector<ModelAccuracy> modelAccuracies(const ScoreMatrix& matrix);
/// All datasets of a project. Not on the GUI thread.
Result<QVector<ModelAccuracy>> modelAccuracies(const Project& project, Progress& progress);

} // namespace winnow
