// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparison.h"

#include "core/base/jsonnumber.h"

#include "core/compare/comparedscores.h"

#include <QJsonArray>

#include <cmath>

namespace winnow {

namespace {

QString points(double share)
{
    return QString::number(100 * share, 'f', 1);
}

QJsonObject toJson(const stats::PairedMeans& pair)
{
    return {{QStringLiteral("pairs"), pair.pairs}, {QStringLiteral("clusters"), pair.clusters},
        {QStringLiteral("first"), jsonNumber(pair.firstMean)},
        {QStringLiteral("second"), jsonNumber(pair.secondMean)},
        {QStringLiteral("difference"), jsonNumber(pair.difference)},
        {QStringLiteral("low"), jsonNumber(pair.interval.low)},
        {QStringLiteral("high"), jsonNumber(pair.interval.high)},
        {QStringLiteral("both_right"), pair.bothRight}, {QStringLiteral("only_first"), pair.onlyFirst},
        {QStringLiteral("only_second"), pair.onlySecond}, {QStringLiteral("both_wrong"), pair.bothWrong},
        {QStringLiteral("mcnemar_p"), jsonNumber(pair.mcNemar)},
        {QStringLiteral("clustered_p"), jsonNumber(pair.pValue)}};
}

QJsonObject toJson(const ComparedSide& side)
{
    return {{QStringLiteral("label"), side.label}, {QStringLiteral("accuracy"), jsonNumber(side.all.mean)},
        {QStringLiteral("low"), jsonNumber(side.all.interval.low)},
        {QStringLiteral("high"), jsonNumber(side.all.interval.high)}, {QStringLiteral("n"), side.all.n},
        {QStringLiteral("missing"), side.missing}};
}

QJsonObject toJson(const QVector<QPair<QString, stats::PairedMeans>>& parts)
{
    QJsonObject json;
    for (const auto& [name, pair] : parts) {
        json.insert(name, toJson(pair));
    }
    return json;
}

ComparedSide sideOf(
    const ComparedRun& run, const std::vector<double>& scores, const std::vector<quint32>& clusters)
{
    ComparedSide side{labelOf(run), stats::clusteredMean(scores, clusters), 0};
    side.missing = qint64(scores.size()) - side.all.n;
    return side;
}

/// The pairs of each of `names`, by the code of each sample.
QVector<QPair<QString, stats::PairedMeans>> partsOf(
    const ComparedScores& scores, const QStringList& names, const std::vector<quint16>& codes)
{
    struct Part {
        std::vector<double> first, second;
        std::vector<quint32> clusters;
    };
    std::vector<Part> parts(size_t(names.size()));
    for (size_t i = 0; i < scores.samples.size(); ++i) {
        Part& part = parts[codes[i]];
        part.first.push_back(scores.first[i]);
        part.second.push_back(scores.second[i]);
        part.clusters.push_back(scores.clusters[i]);
    }
    QVector<QPair<QString, stats::PairedMeans>> result;
    for (size_t p = 0; p < parts.size(); ++p) {
        const stats::PairedMeans pair
            = stats::pairedMeans(parts[p].first, parts[p].second, parts[p].clusters);
        if (pair.pairs > 0 && !names.at(qsizetype(p)).isEmpty()) {
            result.append({names.at(qsizetype(p)), pair});
        }
    }
    return result;
}

ComparedSamples samplesOf(const ComparedScores& scores)
{
    ComparedSamples found;
    for (size_t i = 0; i < scores.samples.size(); ++i) {
        const SampleId id{scores.samples[i]};
        const double first = scores.first[i];
        const double second = scores.second[i];
        if (std::isnan(first) || std::isnan(second)) {
            if (!std::isnan(first)) {
                found.unpairedFirst.append(id);
            } else if (!std::isnan(second)) {
                found.unpairedSecond.append(id);
            }
            continue;
        }
        const bool a = first >= 0.5;
        const bool b = second >= 0.5;
        (a && b ? found.bothRight : a ? found.onlyFirst : b ? found.onlySecond : found.bothWrong).append(id);
    }
    return found;
}

} // namespace

QJsonObject Comparison::toJson() const
{
    QJsonObject json = winnow::toJson(all);
    json.insert(QStringLiteral("sides"), QJsonArray{winnow::toJson(first), winnow::toJson(second)});
    json.insert(QStringLiteral("datasets"), winnow::toJson(byDataset));
    json.insert(QStringLiteral("capabilities"), winnow::toJson(byCapability));
    json.insert(QStringLiteral("unpaired_first"), samples.unpairedFirst.size());
    json.insert(QStringLiteral("unpaired_second"), samples.unpairedSecond.size());
    json.insert(QStringLiteral("verdict"), verdictOf(*this).english());
    return json;
}

Result<Comparison> compareRuns(const Project& project, const ComparisonRequest& request, Progress& progress)
{
    const auto scores = ComparedScores::load(project, request, progress);
    if (!scores) {
        return tl::unexpected<Error>(scores.error());
    }
    Comparison result;
    result.first = sideOf(request.first, scores->first, scores->clusters);
    result.second = sideOf(request.second, scores->second, scores->clusters);
    for (const auto& pair : scores->runs) {
        result.datasets.append(pair.first.run.dataset);
    }
    result.all = stats::pairedMeans(scores->first, scores->second, scores->clusters);
    result.byDataset = partsOf(*scores, result.datasets, scores->dataset);
    result.byCapability = partsOf(*scores, scores->capabilities, scores->capability);
    result.samples = samplesOf(*scores);
    return result;
}

Sentence verdictOf(const Comparison& comparison)
{
    const stats::PairedMeans& pair = comparison.all;
    if (pair.pairs == 0) {
        return Sentence::of(QT_TRANSLATE_NOOP("Compare", "No sample has a score of both."));
    }
    if (pair.difference == 0 && pair.onlyFirst + pair.onlySecond == 0) {
        return Sentence::of(QT_TRANSLATE_NOOP(
            "Compare", "No difference is seen: the two are right and wrong on the same samples."));
    }
    const bool firstAhead = pair.difference > 0;
    const auto intervalOf
        = [](double low, double high) { return QStringLiteral("%1 … %2").arg(points(low), points(high)); };
    const QString ahead = firstAhead ? comparison.first.label : comparison.second.label;
    if (pair.pValue >= 0.05 || std::isnan(pair.standardError)) {
        return Sentence::of(QT_TRANSLATE_NOOP("Compare",
                                "They cannot be told apart: a difference of %1 points (95% interval %2) is "
                                "within what chance makes of %3 samples."))
            .arg(points(pair.difference), intervalOf(pair.interval.low, pair.interval.high), pair.pairs);
    }
    return Sentence::of(QT_TRANSLATE_NOOP("Compare", "%1 is ahead by %2 points (95% interval %3)."))
        .arg(ahead, points(std::abs(pair.difference)),
            firstAhead ? intervalOf(pair.interval.low, pair.interval.high)
                       : intervalOf(-pair.interval.high, -pair.interval.low));
}

} // namespace winnow
