// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/response.h"
#include "core/domain/sample.h"
#include "core/store/project.h"

#include <QVector>

#include <vector>

namespace winnow {

/// One run's scores over the samples of its dataset, in the matrix's sample order.
struct RunScores {
    Run run;
    /// Mean score over attempts; NaN = missing. For a circular run: 1 when every rotation is right, 0 when
    /// any is wrong, NaN when rotations are missing and none is wrong (CircularEval, arXiv 2307.06281).
    std::vector<float> score;
    /// The parsed answer of the first attempt, unrotated, as an option position; -1 = none or not MCQ.
    std::vector<qint16> option;
    /// 1 where the model replied (to any attempt or rotation) and no answer could be read: its score is 0, or
    /// what the file said. A missing reply is not unread.
    std::vector<quint8> unread;
    /// Circular runs: mean over all rotated rows, and over the unrotated rows alone.
    double perRow = 0;
    qint64 rows = 0;
    double firstRotation = 0;
    qint64 firstRotationRows = 0;
};

/// All scores of one dataset, for statistics over models. An immutable value.
struct ScoreMatrix {
    Dataset dataset;
    std::vector<qint64> samples; // ids in source order
    std::vector<qint16> goldOption; // -1 = open-ended or no gold
    std::vector<quint8> optionCount;
    QStringList capabilities; // values
    std::vector<quint16> capability; // index into capabilities
    QVector<RunScores> runs;

    /// Reads one dataset in one snapshot. Not on the GUI thread.
    static Result<ScoreMatrix> load(const Project& project, DatasetId dataset, Progress& progress);
};

} // namespace winnow
