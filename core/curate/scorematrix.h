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

/// What a model did with its first try at a sample, the options as they stand.
enum class ReplyKind : quint8 {
    /// There is no response.
    None,
    /// A response without words: a score that came alone, or a failed call.
    Blank,
    /// Words in which no answer could be read: it declines, or says something else.
    Unreadable,
    Answer,
};

/// A run as one of its score sets has it, all attempts or one.
struct RunChoice {
    Run run;
    /// 0 = the current one.
    qint64 scoreSet = 0;
    /// -1 = all.
    int attempt = -1;
};

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
    /// 1 where there is any response, scored or not.
    std::vector<quint8> responded;
    /// Of the first attempt in the first rotation, and a hash of the answer that equal answers share.
    std::vector<ReplyKind> reply;
    std::vector<quint32> answer;
    /// Attempts with a score, and those that are right (at least one half). Empty with one attempt, and for
    /// circular runs.
    std::vector<quint8> tries;
    std::vector<quint8> hits;
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
    /// Equal numbers = samples that share an image; below the number of samples.
    std::vector<quint32> cluster;
    QVector<RunScores> runs;

    /// Reads one dataset in one snapshot. Not on the GUI thread.
    static Result<ScoreMatrix> load(const Project& project, DatasetId dataset, Progress& progress);
    /// The same with these runs alone, in their order.
    static Result<ScoreMatrix> load(
        const Project& project, DatasetId dataset, const QVector<RunChoice>& runs, Progress& progress);

    /// The scores that speak for a model under a condition: several settings are averaged by sample. A
    /// language model alone is another system than its model. Empty without such a run.
    std::vector<float> mergedScores(
        const QString& model, Condition condition, bool languageModelAlone = false) const;
    /// Where the samples of a capability stand.
    std::vector<size_t> samplesOf(quint16 capability) const;
    /// These samples alone, in this order. What a circular run says of rotated rows is of all of them, and
    /// left out.
    ScoreMatrix restricted(const std::vector<size_t>& samples) const;
};

/// The clusters of these samples, numbered anew below the number of samples, so that those of several
/// datasets can stand one after the other.
std::vector<quint32> clustersOf(const std::vector<quint32>& clusters, const std::vector<size_t>& samples);

/// What guessing scores on a sample: 1/k for one right option of k, 1/(2^k - 1) for a set of them, k^-k in
/// every rotation, 0 for an open question.
double guessingChance(const ScoreMatrix& matrix, size_t sample, Condition condition);

} // namespace winnow
