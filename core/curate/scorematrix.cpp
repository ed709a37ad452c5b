// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/scorematrix.h"

#include "core/responses/imageclusters.h"
#include "core/responses/responsetable.h"
#include "core/store/datasetstore.h"
#include "core/store/responsestore.h"
#include "core/store/samplerows.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

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

/// By answer code; words that differ in case and space alone are equal.
std::vector<quint32> answerHashes(const RunResponses& responses)
{
    std::vector<quint32> hashes;
    for (const std::string& answer : responses.answers()) {
        hashes.push_back(quint32(qHash(QString::fromStdString(answer).simplified().toCaseFolded(), 0)));
    }
    return hashes;
}

ReplyKind replyOf(quint32 code)
{
    return code == AbsentAnswer ? ReplyKind::None
        : code == BlankAnswer   ? ReplyKind::Blank
        : code == UnreadAnswer  ? ReplyKind::Unreadable
                                : ReplyKind::Answer;
}

/// The first attempt in the first rotation; another one that was asked for stands for it.
void foldReplies(const RunResponses& responses, const AnswerColumn& column, const ScoreMatrix& matrix,
    const std::vector<quint32>& hashes, RunScores& scores)
{
    for (size_t i = 0; i < scores.reply.size(); ++i) {
        if (!column.responded(i)) {
            continue;
        }
        const quint32 code = column.code(i);
        scores.option[i] = optionOf(responses.answer(code), matrix.optionCount[i]);
        scores.reply[i] = replyOf(code);
        scores.answer[i] = code < FirstAnswer ? 0 : hashes[code - FirstAnswer];
    }
}

/// How often each sample was tried and how often that was right.
void countTries(const RunResponses& responses, RunScores& scores)
{
    const size_t n = scores.score.size();
    scores.tries.assign(n, 0);
    scores.hits.assign(n, 0);
    for (const AnswerColumn& column : responses.columns()) {
        for (size_t i = 0; i < n; ++i) {
            if (column.hasScore(i) && scores.tries[i] < 255) {
                ++scores.tries[i];
                scores.hits[i] += quint8(column.score(i) >= 0.5);
            }
        }
    }
}

/// `rotations` = how many rotations a sample has, the unrotated one among them; 0 = none is known.
void fold(const RunResponses& responses, RunScores& scores, const ScoreMatrix& matrix,
    const std::vector<quint8>& rotations, int attempt)
{
    const size_t n = matrix.samples.size();
    const bool circular = scores.run.condition == Condition::Circular;
    scores.score.assign(n, kMissing);
    scores.option.assign(n, -1);
    scores.unread.assign(n, 0);
    scores.responded.assign(n, 0);
    scores.reply.assign(n, ReplyKind::None);
    scores.answer.assign(n, 0);
    const std::vector<quint32> hashes = answerHashes(responses);
    const bool several = std::any_of(responses.columns().begin(), responses.columns().end(),
        [](const AnswerColumn& column) { return column.attempt() > 0; });
    if (several && !circular && attempt < 0) {
        countTries(responses, scores);
    }
    std::vector<float> sums(n, 0);
    std::vector<quint16> counts(n, 0);
    std::vector<quint8> wrong(circular ? n : 0, 0);
    for (const AnswerColumn& column : responses.columns()) {
        if (attempt >= 0 && column.attempt() != attempt) {
            continue;
        }
        if (column.shift() == 0 && column.attempt() == std::max(0, attempt)) {
            foldReplies(responses, column, matrix, hashes, scores);
        }
        for (size_t i = 0; i < n; ++i) {
            scores.responded[i] |= quint8(column.responded(i));
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

/// All runs of the dataset without `choices`.
Result<ScoreMatrix> loadMatrix(const Project& project, DatasetId dataset,
    const std::optional<QVector<RunChoice>>& choices, Progress& progress)
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
        matrix.cluster = imageClusters(c, dataset, positions);
        QVector<RunChoice> runs = choices.value_or(QVector<RunChoice>());
        if (!choices) {
            for (const Run& run : ResponseStore(c).runsOf(dataset)) {
                runs.append({run});
            }
        }
        for (const RunChoice& choice : std::as_const(runs)) {
            RunScores scores;
            scores.run = choice.run;
            matrix.runs.append(scores);
        }
        for (qsizetype i = 0; i < matrix.runs.size(); ++i) {
            progress.report(
                i, matrix.runs.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Reading scores")));
            const auto responses
                = RunResponses::read(c, runs.at(i).run, positions, false, progress, runs.at(i).scoreSet);
            if (progress.isCancelled()) {
                return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
            }
            fold(*responses, matrix.runs[i], matrix, rotations, runs.at(i).attempt);
        }
        return matrix;
    });
}

/// The values at these places; of an empty column none.
template <typename T> std::vector<T> only(const std::vector<T>& column, const std::vector<size_t>& samples)
{
    std::vector<T> part;
    for (size_t i = 0; !column.empty() && i < samples.size(); ++i) {
        part.push_back(column[samples[i]]);
    }
    return part;
}

} // namespace

Result<ScoreMatrix> ScoreMatrix::load(const Project& project, DatasetId dataset, Progress& progress)
{
    return loadMatrix(project, dataset, std::nullopt, progress);
}

Result<ScoreMatrix> ScoreMatrix::load(
    const Project& project, DatasetId dataset, const QVector<RunChoice>& runs, Progress& progress)
{
    return loadMatrix(project, dataset, runs, progress);
}

std::vector<float> ScoreMatrix::mergedScores(
    const QString& model, Condition condition, bool languageModelAlone) const
{
    std::vector<float> sums;
    std::vector<int> counts;
    for (const RunScores& scores : runs) {
        if (scores.run.model != model || scores.run.condition != condition
            || isLanguageModelAlone(condition, scores.run.setting) != languageModelAlone) {
            continue;
        }
        sums.resize(samples.size(), 0);
        counts.resize(samples.size(), 0);
        for (size_t i = 0; i < samples.size(); ++i) {
            if (!std::isnan(scores.score[i])) {
                sums[i] += scores.score[i];
                ++counts[i];
            }
        }
    }
    for (size_t i = 0; i < sums.size(); ++i) {
        sums[i] = counts[i] ? sums[i] / float(counts[i]) : kMissing;
    }
    return sums;
}

std::vector<size_t> ScoreMatrix::samplesOf(quint16 code) const
{
    std::vector<size_t> found;
    for (size_t i = 0; i < capability.size(); ++i) {
        if (capability[i] == code) {
            found.push_back(i);
        }
    }
    return found;
}

ScoreMatrix ScoreMatrix::restricted(const std::vector<size_t>& chosen) const
{
    ScoreMatrix part;
    part.dataset = dataset;
    part.samples = only(samples, chosen);
    part.goldOption = only(goldOption, chosen);
    part.optionCount = only(optionCount, chosen);
    part.capabilities = capabilities;
    part.capability = only(capability, chosen);
    part.cluster = clustersOf(cluster, chosen);
    for (const RunScores& all : runs) {
        RunScores run;
        run.run = all.run;
        run.score = only(all.score, chosen);
        run.option = only(all.option, chosen);
        run.unread = only(all.unread, chosen);
        run.responded = only(all.responded, chosen);
        run.reply = only(all.reply, chosen);
        run.answer = only(all.answer, chosen);
        run.tries = only(all.tries, chosen);
        run.hits = only(all.hits, chosen);
        part.runs.append(run);
    }
    return part;
}

std::vector<quint32> clustersOf(const std::vector<quint32>& clusters, const std::vector<size_t>& samples)
{
    std::unordered_map<quint32, quint32> numbers;
    std::vector<quint32> part;
    part.reserve(samples.size());
    for (const size_t sample : samples) {
        part.push_back(numbers.try_emplace(clusters[sample], quint32(numbers.size())).first->second);
    }
    return part;
}

double guessingChance(const ScoreMatrix& matrix, size_t sample, Condition condition)
{
    const double k = matrix.optionCount[sample];
    if (k == 0 || condition == Condition::OpenEnded) {
        return 0;
    }
    // Scored without one gold option: several are right together.
    return condition == Condition::Circular ? std::pow(k, -k)
        : matrix.goldOption[sample] < 0     ? 1.0 / (std::exp2(k) - 1)
                                            : 1.0 / k;
}

} // namespace winnow
