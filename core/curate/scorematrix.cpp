// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/scorematrix.h"

#include "core/responses/responsetable.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"

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
    sqlite::Statement query(c,
        QStringLiteral("SELECT r.sample_id FROM rotations r JOIN samples s ON s.id = r.sample_id"
                       " WHERE s.dataset_id = ? AND r.shift <> 0"));
    query.bind(1, dataset.value);
    while (query.step()) {
        if (const qint32 at = positions[query.integer(0)]; at >= 0) {
            ++others[size_t(at)];
        }
    }
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
        sqlite::Statement rows(c,
            QStringLiteral("SELECT id, gold, option_count, capability FROM samples WHERE dataset_id = ?"
                           " ORDER BY position, id"));
        rows.bind(1, dataset.value);
        while (rows.step()) {
            matrix.samples.push_back(rows.integer(0));
            const qint64 options = rows.integer(2);
            matrix.optionCount.push_back(quint8(std::min<qint64>(options, 255)));
            matrix.goldOption.push_back(qint16(optionPosition(rows.text(1), options)));
            const QString named = rows.text(3);
            auto it = codes.find(named);
            if (it == codes.end()) {
                it = codes.insert(named, quint16(matrix.capabilities.size()));
                matrix.capabilities.append(named);
            }
            matrix.capability.push_back(it.value());
        }
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
