// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/modelstats.h"

#include "core/store/datasetstore.h"

#include <cmath>

namespace winnow {

namespace {

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

} // namespace

QJsonObject Rate::toJson() const
{
    return {{QStringLiteral("accuracy"), number(value)}, {QStringLiteral("low"), number(interval.low)},
        {QStringLiteral("high"), number(interval.high)}, {QStringLiteral("n"), n},
        {QStringLiteral("missing"), missing}, {QStringLiteral("unread"), unread}};
}

Rate rateOf(const std::vector<double>& scores)
{
    Rate rate;
    double sum = 0;
    bool binary = true;
    for (double score : scores) {
        if (std::isnan(score)) {
            ++rate.missing;
            continue;
        }
        sum += score;
        ++rate.n;
        binary = binary && (score == 0 || score == 1);
    }
    rate.value = rate.n ? sum / double(rate.n) : std::nan("");
    rate.interval = binary ? stats::wilsonInterval(sum, double(rate.n)) : stats::meanInterval(scores);
    return rate;
}

QJsonObject ModelAccuracy::toJson() const
{
    QJsonObject json{{QStringLiteral("dataset"), run.dataset}, {QStringLiteral("model"), run.model},
        {QStringLiteral("family"), run.family}, {QStringLiteral("condition"), conditionId(run.condition)},
        {QStringLiteral("setting"), run.setting}};
    const QJsonObject overall = accuracy.toJson();
    for (auto it = overall.constBegin(); it != overall.constEnd(); ++it) {
        json.insert(it.key(), it.value());
    }
    QJsonObject mcq = multipleChoice.toJson();
    mcq.insert(QStringLiteral("chance"), number(multipleChoiceChance));
    json.insert(QStringLiteral("mcq"), mcq);
    json.insert(QStringLiteral("open"), openEnded.toJson());
    json.insert(QStringLiteral("chance"), number(chance));
    QJsonObject byCapability;
    for (const auto& [name, rate] : capabilities) {
        byCapability.insert(name, rate.toJson());
    }
    json.insert(QStringLiteral("capabilities"), byCapability);
    if (perRow) {
        json.insert(QStringLiteral("per_row"), *perRow);
        json.insert(QStringLiteral("rows"), rows);
        json.insert(QStringLiteral("circular"), number(accuracy.value));
    }
    if (firstRotation) {
        json.insert(QStringLiteral("first_rotation"), *firstRotation);
    }
    return json;
}

QVector<ModelAccuracy> modelAccuracies(const ScoreMatrix& matrix)
{
    QVector<ModelAccuracy> all;
    const size_t n = matrix.samples.size();
    for (const RunScores& scores : matrix.runs) {
        ModelAccuracy entry;
        entry.run = scores.run;
        std::vector<double> overall, mcq, open;
        std::vector<std::vector<double>> capabilities(size_t(matrix.capabilities.size()));
        double chance = 0;
        qint64 chances = 0;
        qint64 unread = 0;
        qint64 unreadMcq = 0;
        qint64 unreadOpen = 0;
        std::vector<qint64> unreadOf(size_t(matrix.capabilities.size()), 0);
        for (size_t i = 0; i < n; ++i) {
            const double score = double(scores.score[i]);
            overall.push_back(score);
            (matrix.optionCount[i] ? mcq : open).push_back(score);
            capabilities[matrix.capability[i]].push_back(score);
            const bool isUnread = i < scores.unread.size() && scores.unread[i];
            if (isUnread) {
                ++unread;
                ++(matrix.optionCount[i] ? unreadMcq : unreadOpen);
                ++unreadOf[matrix.capability[i]];
            }
            if (matrix.optionCount[i] && !std::isnan(score)) {
                const double k = matrix.optionCount[i];
                // Scored without one gold option: several are right together.
                chance += scores.run.condition == Condition::Circular ? std::pow(k, -k)
                    : matrix.goldOption[i] < 0                        ? 1.0 / (std::exp2(k) - 1)
                                                                      : 1.0 / k;
                ++chances;
            }
        }
        entry.accuracy = rateOf(overall);
        entry.multipleChoice = rateOf(mcq);
        entry.openEnded = rateOf(open);
        entry.accuracy.unread = unread;
        entry.multipleChoice.unread = unreadMcq;
        entry.openEnded.unread = unreadOpen;
        entry.chance = entry.accuracy.n ? chance / double(entry.accuracy.n) : std::nan("");
        entry.multipleChoiceChance = chances ? chance / double(chances) : std::nan("");
        for (qsizetype c = 0; c < matrix.capabilities.size(); ++c) {
            if (!matrix.capabilities.at(c).isEmpty()) {
                Rate rate = rateOf(capabilities[size_t(c)]);
                rate.unread = unreadOf[size_t(c)];
                entry.capabilities.append({matrix.capabilities.at(c), rate});
            }
        }
        if (scores.run.condition == Condition::Circular && scores.rows) {
            entry.perRow = scores.perRow;
            entry.rows = scores.rows;
            if (scores.firstRotationRows) {
                entry.firstRotation = scores.firstRotation;
            }
        }
        all.append(entry);
    }
    return all;
}

Result<QVector<ModelAccuracy>> modelAccuracies(const Project& project, Progress& progress,
    const std::function<void(const QVector<ModelAccuracy>&)>& deliver)
{
    auto datasets = project.read([](sqlite::Connection& c) { return DatasetStore(c).all(); });
    if (!datasets) {
        return tl::unexpected<Error>(datasets.error());
    }
    QVector<ModelAccuracy> all;
    for (const Dataset& dataset : *datasets) {
        auto matrix = ScoreMatrix::load(project, dataset.id, progress);
        if (!matrix) {
            return tl::unexpected<Error>(matrix.error());
        }
        all += modelAccuracies(*matrix);
        if (deliver && datasets->size() > 1) {
            deliver(all);
        }
    }
    return all;
}

} // namespace winnow
