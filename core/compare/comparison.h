// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparedrun.h"
#include "core/stats/clustered.h"

#include <QJsonObject>

namespace winnow {

/// The samples of a comparison by who was right (a score of at least one half), in source order.
struct ComparedSamples {
    QVector<SampleId> bothRight;
    QVector<SampleId> onlyFirst;
    QVector<SampleId> onlySecond;
    QVector<SampleId> bothWrong;
    /// The other side has no score there.
    QVector<SampleId> unpairedFirst;
    QVector<SampleId> unpairedSecond;
};

/// One side over all samples that it has a score for, whether the other has one or not.
struct ComparedSide {
    QString label;
    stats::ClusteredMean all;
    /// Samples of the datasets compared without a score.
    qint64 missing = 0;
};

/// Two runs over the samples that both have.
struct Comparison {
    ComparedSide first;
    ComparedSide second;
    QStringList datasets;
    stats::PairedMeans all;
    QVector<QPair<QString, stats::PairedMeans>> byDataset;
    QVector<QPair<QString, stats::PairedMeans>> byCapability;
    ComparedSamples samples;

    QJsonObject toJson() const;
};

/// Compares two runs sample by sample: who was right where, and whether the difference is more than chance.
/// Samples that share an image are one cluster. Errors as sharedRuns(). Not on the GUI thread.
Result<Comparison> compareRuns(const Project& project, const ComparisonRequest& request, Progress& progress);

/// Which is ahead and by how many points, or that no difference is seen.
Sentence verdictOf(const Comparison& comparison);

} // namespace winnow
