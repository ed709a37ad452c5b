// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/modelstats.h"

#include "core/base/jsonnumber.h"

#include "core/stats/clustered.h"
#include "core/store/datasetstore.h"

#include <cmath>

namespace winnow {

namespace {

/// The scores of some of the samples, with what goes with them.
class Part {
public:
    void add(const ScoreMatrix& matrix, const RunScores& scores, size_t sample)
    {
        m_scores.push_back(double(scores.score[sample]));
        m_clusters.push_back(matrix.cluster[sample]);
        m_unread += scores.unread[sample];
        if (!std::isnan(scores.score[sample])) {
            m_chance += guessingChance(matrix, sample, scores.run.condition);
        }
    }

    Rate rate() const
    {
        Rate rate = rateOf(m_scores, m_clusters);
        rate.unread = m_unread;
        return rate;
    }
    /// Mean over the samples with a score; NaN without.
    double chance(const Rate& rate) const { return rate.n ? m_chance / double(rate.n) : std::nan(""); }

private:
    std::vector<double> m_scores;
    std::vector<quint32> m_clusters;
    qint64 m_unread = 0;
    double m_chance = 0;
};

ModelAccuracy accuracyOf(const ScoreMatrix& matrix, const RunScores& scores)
{
    Part all, choice, open;
    std::vector<Part> capabilities(size_t(matrix.capabilities.size()));
    for (size_t i = 0; i < matrix.samples.size(); ++i) {
        for (Part* part :
            {&all, matrix.optionCount[i] ? &choice : &open, &capabilities[matrix.capability[i]]}) {
            part->add(matrix, scores, i);
        }
    }
    ModelAccuracy entry;
    entry.run = scores.run;
    entry.accuracy = all.rate();
    entry.multipleChoice = choice.rate();
    entry.openEnded = open.rate();
    entry.chance = all.chance(entry.accuracy);
    entry.multipleChoiceChance = choice.chance(entry.multipleChoice);
    for (qsizetype c = 0; c < matrix.capabilities.size(); ++c) {
        if (!matrix.capabilities.at(c).isEmpty()) {
            entry.capabilities.append({matrix.capabilities.at(c), capabilities[size_t(c)].rate()});
        }
    }
    if (scores.run.condition == Condition::Circular && scores.rows) {
        entry.perRow = scores.perRow;
        entry.rows = scores.rows;
        if (scores.firstRotationRows) {
            entry.firstRotation = scores.firstRotation;
        }
    }
    return entry;
}

} // namespace

QJsonObject Rate::toJson() const
{
    return {{QStringLiteral("accuracy"), jsonNumber(value)},
        {QStringLiteral("low"), jsonNumber(interval.low)},
        {QStringLiteral("high"), jsonNumber(interval.high)}, {QStringLiteral("n"), n},
        {QStringLiteral("missing"), missing}, {QStringLiteral("unread"), unread}};
}

Rate rateOf(const std::vector<double>& scores, const std::vector<quint32>& clusters)
{
    const stats::ClusteredMean mean = stats::clusteredMean(scores, clusters);
    return {mean.mean, mean.interval, mean.n, qint64(scores.size()) - mean.n, 0};
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
    mcq.insert(QStringLiteral("chance"), jsonNumber(multipleChoiceChance));
    json.insert(QStringLiteral("mcq"), mcq);
    json.insert(QStringLiteral("open"), openEnded.toJson());
    json.insert(QStringLiteral("chance"), jsonNumber(chance));
    QJsonObject byCapability;
    for (const auto& [name, rate] : capabilities) {
        byCapability.insert(name, rate.toJson());
    }
    json.insert(QStringLiteral("capabilities"), byCapability);
    if (perRow) {
        json.insert(QStringLiteral("per_row"), *perRow);
        json.insert(QStringLiteral("rows"), rows);
        json.insert(QStringLiteral("circular"), jsonNumber(accuracy.value));
    }
    if (firstRotation) {
        json.insert(QStringLiteral("first_rotation"), *firstRotation);
    }
    return json;
}

QVector<ModelAccuracy> modelAccuracies(const ScoreMatrix& matrix)
{
    QVector<ModelAccuracy> all;
    for (const RunScores& scores : matrix.runs) {
        all.append(accuracyOf(matrix, scores));
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
