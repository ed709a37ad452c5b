// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/scorematrix.h"

#include "core/responses/responsetable.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/samplerows.h"

#include <QHash>

#include <limits>

namespace winnow {

namespace {

constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

qint16 optionOf(std::string_view answer, int options)
{
    if (answer.empty() || options == 0) {
        return -1;
    }
    const int shown = answer.size() == 1
        ? (answer[0] & ~0x20) - 'A'
        : optionPosition(QString::fromUtf8(answer.data(), qsizetype(answer.size())), options);
    return shown < 0 || shown >= options ? qint16(-1) : qint16(shown);
}

/// `rotations` = how many rotations a sample has, the unrotated one among them; 0 = none is known.
void fold(const RunResponses& responses, RunScores& scores, const ScoreMatrix& matrix,
    const std::vector<quint8>& rotations)
{
    const size_t n = matrix.samples.size();
    const bool circular = scores.run.condition == Condition::Circular;
    scores.score.assign(n, kMissing);
    scores.option.assign(n, -1);
    scores.unread.assign(n, 0);
    std::vector<float> sums(n, 0);
    std::vector<quint16> counts(n, 0);
    std::vector<quint8> wrong(circular ? n : 0, 0);
    for (const AnswerColumn& column : responses.columns()) {
        for (size_t i = 0; i < n; ++i) {
            if (column.shift() == 0 && column.attempt() == 0 && column.responded(i)) {
                scores.option[i] = optionOf(responses.answer(column.code(i)), matrix.optionCount[i]);
            }
            if (!column.hasScore(i)) {
                continue;
            }
            scores.unread[i] |= quint8(column.isUnread(i));
            const double score = column.score(i);
            if (circular) {
                scores.perRow += score;
                ++scores.rows;
                if (column.shift() == 0) {
                    scores.firstRotation += score;
                    ++scores.firstRotationRows;
                }
                wrong[i] |= quint8(score < 0.5);
            }
            sums[i] += float(score);
            ++counts[i];
        }
    }
    for (size_t i = 0; i < n; ++i) {
        if (counts[i] == 0) {
            continue;
        }
        if (!circular) {
            scores.score[i] = sums[i] / float(counts[i]);
        } else if (wrong[i]) {
            scores.score[i] = 0;
        } else {
            const int expected = rotations[i] ? rotations[i] : matrix.optionCount[i];
            scores.score[i] = counts[i] >= expected ? 1.0f : kMissing;
        }
    }
    if (scores.rows) {
        scores.perRow /= double(scores.rows);
    }
    if (scores.firstRotationRows) {
        scores.firstRotation /= double(scores.firstRotationRows);
    }
}

std::vector<quint8> rotationCounts(sqlite::Connection& c, DatasetId dataset, const SamplePositions& positions)
{
    std::vector<quint8> others(positions.size(), 0);
    SampleRows(c).forEachShifted(dataset, [&](SampleId sample) {
        if (const qint32 at = positions[sample.value]; at >= 0) {
            ++others[size_t(at)];
        }
    });
    // The unrotated row counts as one whether or not the source listed it as a rotation.
    for (quint8& count : others) {
        count = count ? quint8(count + 1) : quint8(0);
    }
    return others;
}

} // namespace

Result<ScoreMatrix> ScoreMatrix::load(const Project& project, DatasetId dataset, Progress& progress)
{
    return project.read([&](sqlite::Connection& c) -> Result<ScoreMatrix> {
        ScoreMatrix matrix;
        const auto found = DatasetStore(c).byId(dataset);
        if (!found) {
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The dataset is not in the project")));
        }
        matrix.dataset = *found;
        QHash<QString, quint16> codes;
        SampleRows(c).forEachFacts(dataset, [&](const SampleFacts& sample) {
            matrix.samples.push_back(sample.id.value);
            const qint64 options = sample.optionCount;
            matrix.optionCount.push_back(quint8(std::min<qint64>(options, 255)));
            matrix.goldOption.push_back(qint16(optionPosition(
                QString::fromUtf8(sample.gold.data(), qsizetype(sample.gold.size())), options)));
            const QString named
                = QString::fromUtf8(sample.capability.data(), qsizetype(sample.capability.size()));
            auto it = codes.find(named);
            if (it == codes.end()) {
                it = codes.insert(named, quint16(matrix.capabilities.size()));
                matrix.capabilities.append(named);
            }
            matrix.capability.push_back(it.value());
        });
        const SamplePositions positions(matrix.samples);
        const std::vector<quint8> rotations = rotationCounts(c, dataset, positions);
        for (const Run& run : ResponseStore(c).runsOf(dataset)) {
            RunScores scores;
            scores.run = run;
            matrix.runs.append(scores);
        }
        for (qsizetype i = 0; i < matrix.runs.size(); ++i) {
            progress.report(
                i, matrix.runs.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading scores")));
            const auto responses = RunResponses::read(c, matrix.runs[i].run, positions, false, progress);
            if (progress.isCancelled()) {
                return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
            }
            fold(*responses, matrix.runs[i], matrix, rotations);
        }
        return matrix;
    });
}

} // namespace winnow
