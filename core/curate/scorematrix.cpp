// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/scorematrix.h"

#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"

#include <QHash>
#include <QtConcurrent>
#include <QThreadPool>

#include <array>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace winnow {

namespace {

constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

/// Sample id -> row, cheap when ids are consecutive (as an import makes them).
class RowOf {
public:
    explicit RowOf(const std::vector<qint64>& ids)
    {
        if (ids.empty()) {
            return;
        }
        const auto [lo, hi] = std::minmax_element(ids.begin(), ids.end());
        m_first = *lo;
        if (*hi - *lo < qint64(ids.size()) * 4 + 1024) {
            m_dense.assign(size_t(*hi - *lo + 1), -1);
            for (size_t i = 0; i < ids.size(); ++i) {
                m_dense[size_t(ids[i] - m_first)] = qint32(i);
            }
        } else {
            for (size_t i = 0; i < ids.size(); ++i) {
                m_sparse.emplace(ids[i], qint32(i));
            }
        }
    }
    qint32 operator()(qint64 id) const
    {
        if (!m_dense.empty()) {
            const qint64 at = id - m_first;
            return at >= 0 && at < qint64(m_dense.size()) ? m_dense[size_t(at)] : -1;
        }
        const auto it = m_sparse.find(id);
        return it == m_sparse.end() ? -1 : it->second;
    }

private:
    qint64 m_first = 0;
    std::vector<qint32> m_dense;
    std::unordered_map<qint64, qint32> m_sparse;
};

struct Rotations {
    // (row, shift) -> permutation; and how many rotations a row has beside the unrotated one.
    QHash<QPair<qint32, int>, QString> permutations;
    std::vector<quint8> count;
};

qint16 baseOption(std::string_view answer, int shift, qint32 row, int options, const Rotations& rotations)
{
    if (answer.empty() || options == 0) {
        return -1;
    }
    const int shown = answer.size() == 1
        ? (answer[0] & ~0x20) - 'A'
        : optionPosition(QString::fromUtf8(answer.data(), qsizetype(answer.size())), options);
    if (shown < 0 || shown >= options) {
        return -1;
    }
    if (shift == 0) {
        return qint16(shown);
    }
    const auto it = rotations.permutations.constFind({row, shift});
    if (it != rotations.permutations.constEnd()) {
        return shown < it->size() ? qint16(optionPosition(it->mid(shown, 1))) : qint16(-1);
    }
    return qint16((shown + shift) % options);
}

/// Marks the samples whose reply says something that could not be read as an answer. Runs of bare scores have
/// no texts.
void readUnread(sqlite::Connection& c, RunScores& scores, const std::vector<std::array<qint64, 4>>& without)
{
    scores.unread.assign(scores.score.size(), 0);
    if (without.empty()) {
        return;
    }
    sqlite::Statement any(
        c, QStringLiteral("SELECT 1 FROM response_details WHERE run_id = ? AND text <> '' LIMIT 1"));
    any.bind(1, scores.run.id.value);
    if (!any.step()) {
        return;
    }
    sqlite::Statement text(c,
        QStringLiteral("SELECT 1 FROM response_details WHERE run_id = ? AND sample_id = ? AND shift = ?"
                       " AND attempt = ? AND text <> ''"));
    for (const auto& [row, sample, shift, attempt] : without) {
        text.bindAll(scores.run.id.value, sample, shift, attempt);
        scores.unread[size_t(row)] |= quint8(text.step());
        text.reset();
    }
}

void readRun(sqlite::Connection& c, RunScores& scores, const ScoreMatrix& matrix, const RowOf& rowOf,
    const Rotations& rotations)
{
    const size_t n = matrix.samples.size();
    const bool circular = scores.run.condition == Condition::Circular;
    scores.score.assign(n, kMissing);
    scores.option.assign(n, -1);
    std::vector<float> sums(n, 0);
    std::vector<quint16> counts(n, 0);
    std::vector<quint8> wrong(circular ? n : 0, 0);
    std::vector<std::array<qint64, 4>> without; // row, sample, shift, attempt: scored, and no answer read
    sqlite::Statement query(
        c, QStringLiteral("SELECT sample_id, shift, attempt, score, answer FROM responses WHERE run_id = ?"));
    query.bind(1, scores.run.id.value);
    while (query.step()) {
        const qint32 row = rowOf(query.integer(0));
        if (row < 0) {
            continue;
        }
        const size_t i = size_t(row);
        const int shift = int(query.integer(1));
        if (shift == 0 && query.integer(2) == 0) {
            scores.option[i] = baseOption(query.utf8(4), shift, row, matrix.optionCount[i], rotations);
        }
        if (query.isNull(3)) {
            continue;
        }
        if (query.utf8(4).empty()) {
            without.push_back({row, query.integer(0), qint64(shift), query.integer(2)});
        }
        const double score = query.real(3);
        if (circular) {
            scores.perRow += score;
            ++scores.rows;
            if (shift == 0) {
                scores.firstRotation += score;
                ++scores.firstRotationRows;
            }
            wrong[i] |= quint8(score < 0.5);
        }
        sums[i] += float(score);
        ++counts[i];
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
            const int expected = rotations.count[i] ? rotations.count[i] : matrix.optionCount[i];
            scores.score[i] = counts[i] >= expected ? 1.0f : kMissing;
        }
    }
    readUnread(c, scores, without);
    if (scores.rows) {
        scores.perRow /= double(scores.rows);
    }
    if (scores.firstRotationRows) {
        scores.firstRotation /= double(scores.firstRotationRows);
    }
}

} // namespace

Result<ScoreMatrix> ScoreMatrix::load(const Project& project, DatasetId dataset, Progress& progress)
{
    ScoreMatrix matrix;
    Rotations rotations;
    auto head = project.read([&](sqlite::Connection& c) -> Result<bool> {
        const auto found = DatasetStore(c).byId(dataset);
        if (!found) {
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "The dataset is not in the project")));
        }
        matrix.dataset = *found;
        QHash<QString, quint16> codes;
        sqlite::Statement samples(c,
            QStringLiteral("SELECT id, gold, option_count, capability FROM samples WHERE dataset_id = ?"
                           " ORDER BY position, id"));
        samples.bind(1, dataset.value);
        while (samples.step()) {
            matrix.samples.push_back(samples.integer(0));
            const qint64 options = samples.integer(2);
            matrix.optionCount.push_back(quint8(std::min<qint64>(options, 255)));
            matrix.goldOption.push_back(qint16(optionPosition(samples.text(1), options)));
            const QString capability = samples.text(3);
            auto it = codes.find(capability);
            if (it == codes.end()) {
                it = codes.insert(capability, quint16(matrix.capabilities.size()));
                matrix.capabilities.append(capability);
            }
            matrix.capability.push_back(it.value());
        }
        for (const Run& run : ResponseStore(c).runs()) {
            if (run.datasetId == dataset) {
                RunScores scores;
                scores.run = run;
                matrix.runs.append(scores);
            }
        }
        return true;
    });
    if (!head) {
        return tl::unexpected<Error>(head.error());
    }
    const RowOf rowOf(matrix.samples);
    rotations.count.assign(matrix.samples.size(), 0);
    auto rotated = project.read([&](sqlite::Connection& c) {
        sqlite::Statement query(c,
            QStringLiteral("SELECT r.sample_id, r.shift, r.permutation FROM rotations r"
                           " JOIN samples s ON s.id = r.sample_id WHERE s.dataset_id = ?"));
        query.bind(1, dataset.value);
        std::vector<quint8> others(matrix.samples.size(), 0);
        while (query.step()) {
            const qint32 row = rowOf(query.integer(0));
            if (row >= 0) {
                rotations.permutations.insert({row, int(query.integer(1))}, query.text(2));
                others[size_t(row)] += query.integer(1) != 0;
            }
        }
        for (size_t i = 0; i < others.size(); ++i) {
            // The unrotated row counts as one whether or not the source listed it as a rotation.
            rotations.count[i] = others[i] ? quint8(others[i] + 1) : quint8(0);
        }
    });
    if (!rotated) {
        return tl::unexpected<Error>(rotated.error());
    }

    std::atomic<qint64> done{0};
    std::atomic<bool> failed{false};
    Error firstError;
    QMutex errorMutex;
    const qint64 total = matrix.runs.size();
    // A pool of its own: whoever calls may be on a thread of the global one.
    QThreadPool pool;
    QtConcurrent::blockingMap(&pool, matrix.runs, [&](RunScores& scores) {
        if (progress.isCancelled() || failed) {
            return;
        }
        auto read
            = project.read([&](sqlite::Connection& c) { readRun(c, scores, matrix, rowOf, rotations); });
        if (!read) {
            QMutexLocker lock(&errorMutex);
            firstError = read.error();
            failed = true;
        }
        progress.report(++done, total, QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading scores")));
    });
    if (failed) {
        return tl::unexpected<Error>(firstError);
    }
    if (progress.isCancelled()) {
        return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
    }
    return matrix;
}

} // namespace winnow
