// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/separability.h"

#include "core/base/jsonnumber.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

constexpr double kAlpha = 0.05;
/// So many tied models are named.
constexpr int kNamed = 5;

QString points(double share)
{
    return QString::number(100 * share, 'f', 1);
}

double median(std::vector<double> values)
{
    values.erase(
        std::remove_if(values.begin(), values.end(), [](double v) { return std::isnan(v); }), values.end());
    if (values.empty()) {
        return std::nan("");
    }
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) {
        return *middle;
    }
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// What all of the models have, each model's values in one order.
struct Common {
    std::vector<std::vector<double>> scores;
    std::vector<std::uint32_t> clusters;
};

Common commonOf(const QVector<ScoredModel>& models, const std::vector<std::uint32_t>& clusters)
{
    Common common;
    common.scores.resize(size_t(models.size()));
    const size_t n = models.isEmpty() ? 0 : models.first().scores.size();
    for (size_t i = 0; i < n; ++i) {
        const bool all = std::all_of(models.cbegin(), models.cend(),
            [i](const ScoredModel& model) { return !std::isnan(model.scores[i]); });
        if (!all) {
            continue;
        }
        for (size_t m = 0; m < common.scores.size(); ++m) {
            common.scores[m].push_back(models.at(qsizetype(m)).scores[i]);
        }
        if (!clusters.empty()) {
            common.clusters.push_back(clusters[i]);
        }
    }
    return common;
}

} // namespace

int Separability::tied() const
{
    return int(
        std::count_if(models.cbegin(), models.cend(), [](const ModelStanding& model) { return model.tied; }));
}

QJsonObject Separability::toJson() const
{
    QJsonArray array;
    for (const ModelStanding& model : models) {
        array.append(QJsonObject{{QStringLiteral("model"), model.model},
            {QStringLiteral("accuracy"), jsonNumber(model.accuracy.mean)},
            {QStringLiteral("low"), jsonNumber(model.accuracy.interval.low)},
            {QStringLiteral("high"), jsonNumber(model.accuracy.interval.high)},
            {QStringLiteral("behind"), jsonNumber(model.behind.difference)},
            {QStringLiteral("behind_low"), jsonNumber(model.behind.interval.low)},
            {QStringLiteral("behind_high"), jsonNumber(model.behind.interval.high)},
            {QStringLiteral("p_holm"), jsonNumber(model.adjusted)}, {QStringLiteral("tied"), model.tied}});
    }
    return {{QStringLiteral("samples"), samples}, {QStringLiteral("clusters"), clusters},
        {QStringLiteral("half_width"), jsonNumber(halfWidth)},
        {QStringLiteral("least_difference"), jsonNumber(leastDifference)}, {QStringLiteral("pairs"), pairs},
        {QStringLiteral("pairs_apart"), apart}, {QStringLiteral("models"), array}};
}

Separability separabilityOf(const QVector<ScoredModel>& models, const std::vector<std::uint32_t>& clusters)
{
    Separability set;
    set.halfWidth = std::nan("");
    set.leastDifference = std::nan("");
    const Common common = commonOf(models, clusters);
    set.samples = common.scores.empty() ? 0 : qint64(common.scores.front().size());
    for (qsizetype m = 0; m < models.size(); ++m) {
        set.models.append({models.at(m).model,
            stats::clusteredMean(common.scores[size_t(m)], common.clusters), {}, 1, true});
    }
    if (set.samples == 0) {
        return set;
    }
    set.clusters = set.models.first().accuracy.clusters;
    std::vector<size_t> order(size_t(models.size()));
    for (size_t m = 0; m < order.size(); ++m) {
        order[m] = m;
    }
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
        return set.models.at(qsizetype(a)).accuracy.mean > set.models.at(qsizetype(b)).accuracy.mean;
    });
    QVector<ModelStanding> sorted;
    for (const size_t m : order) {
        sorted.append(set.models.at(qsizetype(m)));
    }
    set.models = sorted;

    std::vector<double> halves, least, tests;
    std::vector<double> toLeader(1, std::nan(""));
    for (size_t a = 0; a < order.size(); ++a) {
        for (size_t b = a + 1; b < order.size(); ++b) {
            const stats::PairedMeans pair
                = stats::pairedMeans(common.scores[order[a]], common.scores[order[b]], common.clusters);
            halves.push_back((pair.interval.high - pair.interval.low) / 2);
            least.push_back(stats::leastDifference(pair.standardError));
            tests.push_back(pair.pValue);
            if (a == 0) {
                set.models[qsizetype(b)].behind = pair;
                toLeader.push_back(pair.pValue);
            }
        }
    }
    const std::vector<double> adjusted = stats::holm(toLeader);
    for (size_t m = 1; m < adjusted.size(); ++m) {
        set.models[qsizetype(m)].adjusted = adjusted[m];
        set.models[qsizetype(m)].tied = adjusted[m] >= kAlpha;
    }
    set.halfWidth = median(halves);
    set.leastDifference = median(least);
    set.pairs = qint64(tests.size());
    for (const double p : stats::holm(tests)) {
        set.apart += p < kAlpha;
    }
    return set;
}

Sentence verdictOf(const Separability& set)
{
    if (set.models.isEmpty()) {
        return Sentence::of(QT_TRANSLATE_NOOP("Compare", "No model has answered."));
    }
    if (set.models.size() == 1) {
        return Sentence::of(QT_TRANSLATE_NOOP("Compare", "One model: there is nothing to tell it from."));
    }
    if (set.samples == 0) {
        return Sentence::of(
            QT_TRANSLATE_NOOP("Compare", "There is no sample that all of the models answered."));
    }
    const QString leader = set.models.first().model;
    QStringList names;
    const int tied = set.tied() - 1;
    for (const ModelStanding& model : set.models) {
        if (model.tied && model.model != leader && names.size() < kNamed) {
            names.append(model.model);
        }
    }
    const QString named = names.join(QStringLiteral(", "));
    Sentence verdict = tied == 0
        ? Sentence::of(QT_TRANSLATE_NOOP("Compare", "%1 is ahead of all others.")).arg(leader)
        : tied == names.size()
        ? Sentence::of(QT_TRANSLATE_NOOP("Compare", "%1 leads, and cannot be told from %2."))
              .arg(leader, named)
        : Sentence::of(QT_TRANSLATE_NOOP("Compare", "%1 leads, and cannot be told from %2 and %3 more."))
              .arg(leader, named, tied - int(names.size()));
    if (!std::isnan(set.halfWidth)) {
        verdict += Sentence(QStringLiteral(" "));
        verdict += Sentence::of(QT_TRANSLATE_NOOP("Compare",
                                    "Over these %1 samples two models usually have to differ by %2 points "
                                    "to be told apart; the sign of a difference of %3 points is right four "
                                    "times in five."))
                       .arg(set.samples, points(set.halfWidth), points(set.leastDifference));
    }
    return verdict;
}

} // namespace winnow
