// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/scorematrix.h"
#include "core/stats/proportion.h"

#include <QJsonObject>

#include <functional>

namespace winnow {

/// A rate with everything that must stand beside it.
struct Rate {
    double value = 0; // NaN when n = 0
    stats::Interval interval;
    qint64 n = 0;
    /// No reply; not in n.
    qint64 missing = 0;
    /// A reply in which no answer could be read; in n, with the score 0 or the file's own.
    qint64 unread = 0;

    QJsonObject toJson() const;
};

/// Mean of scores that are not NaN, with a 95% interval (stats::clusteredMean); `clusters` by score, empty =
/// each its own.
Rate rateOf(const std::vector<double>& scores, const std::vector<quint32>& clusters = {});

/// How one run did over its dataset.
struct ModelAccuracy {
    Run run;
    /// Over all samples (circular runs: every rotation right).
    Rate accuracy;
    /// Over multiple-choice and over open-ended samples.
    Rate multipleChoice;
    Rate openEnded;
    /// Mean chance level of the samples that `accuracy` is over: 1/k for one right option of k, 1/(2^k - 1)
    /// for a set, k^-k for circular, 0 for open-ended. NaN without scored samples.
    double chance = 0;
    /// The same over the multiple-choice samples alone.
    double multipleChoiceChance = 0;
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
/// All datasets of a project; `deliver` is given what there is after each. Not on the GUI thread.
Result<QVector<ModelAccuracy>> modelAccuracies(const Project& project, Progress& progress,
    const std::function<void(const QVector<ModelAccuracy>&)>& deliver = {});

} // namespace winnow
