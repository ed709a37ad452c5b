// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/insights.h"

#include "core/base/jsonnumber.h"

#include "core/curate/scoredsamples.h"
#include "core/domain/flagkind.h"
#include "core/stats/correlation.h"
#include "core/store/datasetstore.h"

#include <QJsonArray>
#include <QSet>

#include <array>
#include <cmath>
#include <future>

namespace winnow {

namespace {

/// Where a reason stands in the display order; what a person said without a flag comes last.
int reasonOrder(const QString& reason)
{
    const auto& kinds = flagKinds();
    const auto found
        = std::find_if(kinds.cbegin(), kinds.cend(), [&](const FlagKind& kind) { return kind.id == reason; });
    return int(found - kinds.cbegin());
}

void addFate(Composition& part, SampleId sample, const SampleOutcome& outcome)
{
    QString reason;
    if (outcome.disposition != Disposition::Keep && !outcome.reasons.isEmpty()) {
        reason = *std::min_element(outcome.reasons.cbegin(), outcome.reasons.cend(),
            [](const QString& a, const QString& b) { return reasonOrder(a) < reasonOrder(b); });
    }
    for (Fate& fate : part.fates) {
        if (fate.disposition == outcome.disposition && fate.reason == reason) {
            fate.samples.append(sample);
            return;
        }
    }
    part.fates.append({outcome.disposition, reason, {sample}});
}

void sortFates(QVector<Fate>& fates)
{
    const auto rank = [](const Fate& fate) {
        // Dropped last: bars read from what stays to what goes.
        const int kind = fate.disposition == Disposition::Drop ? 100 : int(fate.disposition);
        return std::pair(kind, reasonOrder(fate.reason));
    };
    std::stable_sort(
        fates.begin(), fates.end(), [&](const Fate& a, const Fate& b) { return rank(a) < rank(b); });
}

void addComposition(Composition& part, SampleId sample, const SampleOutcome& outcome, double chance)
{
    part.chance = (part.chance * double(part.before) + chance) / double(part.before + 1);
    ++part.before;
    addFate(part, sample, outcome);
    if (outcome.disposition != Disposition::Drop) {
        ++part.after;
        return;
    }
    part.dropped.append(sample);
    for (const QString& reason : outcome.reasons) {
        const auto same = std::find_if(part.reasons.begin(), part.reasons.end(),
            [&](const auto& entry) { return entry.first == reason; });
        if (same == part.reasons.end()) {
            part.reasons.append({reason, 1});
        } else {
            ++same->second;
        }
    }
}

QVector<Composition> sorted(const QMap<QString, Composition>& parts)
{
    QVector<Composition> list;
    for (Composition part : parts) {
        std::stable_sort(part.reasons.begin(), part.reasons.end(),
            [](const auto& a, const auto& b) { return a.second > b.second; });
        sortFates(part.fates);
        list.append(part);
    }
    return list;
}

QJsonArray toJson(const QVector<ModelShift>& models)
{
    const auto orNull = [](int value) { return value ? QJsonValue(value) : QJsonValue(); };
    QJsonArray array;
    for (const ModelShift& model : models) {
        QJsonObject before = model.before.toJson();
        QJsonObject after = model.after.toJson();
        before.insert(QStringLiteral("rank"), orNull(model.rankBefore));
        after.insert(QStringLiteral("rank"), orNull(model.rankAfter));
        before.insert(QStringLiteral("answered"), model.answeredBefore);
        after.insert(QStringLiteral("answered"), model.answeredAfter);
        QJsonObject entry{{QStringLiteral("model"), model.model}, {QStringLiteral("family"), model.family},
            {QStringLiteral("ranking"), orNull(model.ranking + 1)}, {QStringLiteral("before"), before},
            {QStringLiteral("after"), after}};
        if (model.ranking < 0) {
            entry.insert(QStringLiteral("unranked_because"), unrankedReason(model));
        }
        array.append(entry);
    }
    return array;
}

QJsonArray toJson(const QVector<ModelRanking>& rankings)
{
    QJsonArray array;
    for (const ModelRanking& ranking : rankings) {
        array.append(QJsonObject{{QStringLiteral("models"), QJsonArray::fromStringList(ranking.models)},
            {QStringLiteral("common_before"), ranking.before.size()},
            {QStringLiteral("common_after"), ranking.after.size()},
            {QStringLiteral("kendall"), jsonNumber(ranking.kendall)},
            {QStringLiteral("spearman"), jsonNumber(ranking.spearman)}});
    }
    return array;
}

QJsonArray toJson(const QVector<Composition>& parts)
{
    QJsonArray array;
    for (const Composition& part : parts) {
        QJsonObject reasons;
        for (const auto& [reason, count] : part.reasons) {
            reasons.insert(reason, count);
        }
        array.append(QJsonObject{{QStringLiteral("name"), part.name}, {QStringLiteral("before"), part.before},
            {QStringLiteral("after"), part.after}, {QStringLiteral("reasons"), reasons}});
    }
    return array;
}

/// Everything computeInsights adds up over datasets.
struct Sums {
    QMap<QString, ModelScores> models;
    /// The samples so far, and whether the policy changes each.
    std::vector<qint64> samples;
    std::vector<quint8> changed;
    std::vector<double> blindBefore, blindAfter;
    double blindChanceBefore = 0, blindChanceAfter = 0;
    std::vector<double> discriminationBefore, discriminationAfter;
    int discriminationModels = 0;
};

void addDiscrimination(
    const InsightsPart& part, const std::vector<SampleOutcome>& outcomes, Insights& insights, Sums& sums)
{
    const int models = int(part.models.size());
    const double critical = stats::criticalCorrelation(models);
    sums.discriminationModels = std::max(sums.discriminationModels, models);
    for (size_t i = 0; i < part.discrimination.size(); ++i) {
        const double r = part.discrimination[i];
        sums.discriminationBefore.push_back(r);
        const bool tells = r >= critical;
        if (tells) {
            insights.discriminatingBefore.append(SampleId{part.samples[i]});
        }
        if (outcomes[i].disposition != Disposition::Drop) {
            sums.discriminationAfter.push_back(r);
            if (tells) {
                insights.discriminatingAfter.append(SampleId{part.samples[i]});
            }
        }
    }
}

/// What becomes of the samples, by dataset and capability.
void addSamples(const InsightsPart& part, const std::vector<SampleOutcome>& outcomes, Insights& insights,
    QMap<QString, Composition>& datasets, QMap<QString, Composition>& capabilities)
{
    if (part.samples.empty()) {
        return;
    }
    const auto named = [](QMap<QString, Composition>& parts, const QString& name) {
        Composition& found = parts[name];
        found.name = name;
        return &found;
    };
    Composition* dataset = named(datasets, part.dataset);
    QVector<Composition*> byCapability(part.capabilities.size(), nullptr);
    std::array<qint64, 8> counts{};
    for (size_t i = 0; i < part.samples.size(); ++i) {
        const SampleOutcome& outcome = outcomes[i];
        const SampleId id{part.samples[i]};
        const double chance = part.chanceOf(i);
        Composition*& capability = byCapability[part.capability[i]];
        if (!capability) {
            capability = named(capabilities, part.capabilityOf(i));
        }
        addComposition(*dataset, id, outcome, chance);
        addComposition(*capability, id, outcome, chance);
        ++counts[size_t(outcome.disposition)];
        if (outcome.disposition != Disposition::Keep) {
            for (const QString& reason : outcome.reasons) {
                ++insights.reasons[reason];
            }
        }
    }
    insights.samplesBefore += qint64(part.samples.size());
    insights.samplesAfter += qint64(part.samples.size()) - counts[size_t(Disposition::Drop)];
    for (size_t d = 0; d < counts.size(); ++d) {
        if (counts[d] > 0) {
            insights.dispositions[dispositionId(Disposition(d))] += counts[d];
        }
    }
}

void addModels(const InsightsPart& part, const std::vector<SampleOutcome>& outcomes, Insights& insights,
    Sums& sums, bool alone)
{
    std::vector<quint8> changed;
    changed.reserve(outcomes.size());
    for (const SampleOutcome& outcome : outcomes) {
        changed.push_back(outcome.disposition != Disposition::Keep);
    }
    QVector<ModelScores> here;
    for (const StandardScores& model : part.models) {
        here.append(modelScores(part, model, outcomes));
    }
    for (const ModelScores& entry : std::as_const(here)) {
        sums.models[entry.model].append(entry, sums.samples.size());
    }
    sums.samples.insert(sums.samples.end(), part.samples.begin(), part.samples.end());
    sums.changed.insert(sums.changed.end(), changed.begin(), changed.end());
    // The only dataset is compared with the whole, which is the same.
    if (!here.isEmpty()) {
        insights.modelsByDataset.append(
            {part.dataset, alone ? ModelComparison() : compareModels(here, part.samples, changed)});
    }
}

void addBlind(
    const InsightsPart& part, const std::vector<SampleOutcome>& outcomes, Insights& insights, Sums& sums)
{
    const size_t n = part.samples.size();
    std::vector<int> answers(n, 0);
    std::vector<double> total(n, 0);
    for (const BlindScores& model : part.blind) {
        for (size_t i = 0; i < n; ++i) {
            const bool kept = outcomes[i].disposition != Disposition::Drop;
            const float score = model.score[i];
            if (!std::isnan(score)) {
                ++answers[i];
                sums.blindChanceBefore += part.chanceOf(i);
                sums.blindChanceAfter += kept ? part.chanceOf(i) : 0;
                total[i] += double(score);
            }
            sums.blindBefore.push_back(double(score));
            if (kept) {
                sums.blindAfter.push_back(double(score));
            }
        }
    }
    for (size_t i = 0; i < n; ++i) {
        if (answers[i] && 2 * total[i] >= answers[i]) {
            insights.blindSolvedBefore.append(SampleId{part.samples[i]});
            if (outcomes[i].disposition != Disposition::Drop) {
                insights.blindSolvedAfter.append(SampleId{part.samples[i]});
            }
        }
    }
}

} // namespace

Insights insightsOf(const InsightsData& data, const AppliedPolicy& applied)
{
    Insights insights;
    insights.policy = applied.policy;
    insights.subset = applied.subset;
    Sums sums;
    QMap<QString, Composition> byDataset, byCapability;
    const bool alone = data.parts.size() == 1;
    for (qsizetype p = 0; p < data.parts.size(); ++p) {
        const InsightsPart& part = *data.parts.at(p);
        const std::vector<SampleOutcome>& outcomes = applied.outcomes.at(p);
        addSamples(part, outcomes, insights, byDataset, byCapability);
        addModels(part, outcomes, insights, sums, alone);
        addBlind(part, outcomes, insights, sums);
        addDiscrimination(part, outcomes, insights, sums);
    }
    insights.datasets = sorted(byDataset);
    insights.capabilities = sorted(byCapability);
    QVector<ModelScores> models;
    for (ModelScores& scores : sums.models) {
        scores.padTo(sums.samples.size());
        models.append(std::move(scores));
    }
    insights.models = compareModels(models, sums.samples, sums.changed);
    if (alone && !insights.modelsByDataset.isEmpty()) {
        insights.modelsByDataset.first().second = insights.models;
    }
    insights.blindBefore = rateOf(sums.blindBefore);
    insights.blindAfter = rateOf(sums.blindAfter);
    insights.blindChanceBefore
        = insights.blindBefore.n ? sums.blindChanceBefore / double(insights.blindBefore.n) : std::nan("");
    insights.blindChanceAfter
        = insights.blindAfter.n ? sums.blindChanceAfter / double(insights.blindAfter.n) : std::nan("");
    insights.discriminationBefore = rateOf(sums.discriminationBefore);
    insights.discriminationAfter = rateOf(sums.discriminationAfter);
    insights.discriminationModels = sums.discriminationModels;
    insights.criticalCorrelation = stats::criticalCorrelation(sums.discriminationModels);
    return insights;
}

std::pair<Insights, Insights> insightsBeside(
    const InsightsData& data, const AppliedPolicy& first, const AppliedPolicy& second)
{
    auto other = std::async(std::launch::async, [&] { return insightsOf(data, second); });
    Insights one = insightsOf(data, first);
    return {std::move(one), other.get()};
}

Result<Insights> computeInsights(const Project& project, const Policy& policy, Progress& progress,
    const std::optional<QVector<SampleId>>& only)
{
    const auto read = InsightsData::read(project, progress);
    if (!read) {
        return tl::unexpected<Error>(read.error());
    }
    const InsightsData data = only ? read->restricted(QSet<SampleId>(only->begin(), only->end())) : *read;
    return insightsOf(data, apply(data, policy));
}

Result<ModelSamples> samplesOfModel(const Project& project, const Policy& policy, const QString& model,
    const QString& dataset, bool after, Progress& progress, const std::optional<QVector<SampleId>>& only,
    const QString& capability)
{
    QVector<Dataset> datasets;
    auto dispositions = project.read([&](sqlite::Connection& c) {
        datasets = DatasetStore(c).all();
        return Dispositions::derive(c, policy);
    });
    if (!dispositions) {
        return tl::unexpected<Error>(dispositions.error());
    }
    QSet<SampleId> among;
    if (only) {
        among = QSet<SampleId>(only->begin(), only->end());
    }
    ModelSamples found;
    for (const Dataset& candidate : std::as_const(datasets)) {
        if (!dataset.isEmpty() && candidate.name != dataset) {
            continue;
        }
        auto matrix = ScoreMatrix::load(project, candidate.id, progress);
        if (!matrix) {
            return tl::unexpected<Error>(matrix.error());
        }
        const StandardScores scores = StandardScores::of(*matrix, model);
        if (scores.before.empty()) {
            continue;
        }
        for (size_t i = 0; i < matrix->samples.size(); ++i) {
            const SampleId id{matrix->samples[i]};
            const SampleOutcome outcome = dispositions->of(id);
            if ((after && outcome.disposition == Disposition::Drop)
                || (!capability.isEmpty() && matrix->capabilities.at(matrix->capability[i]) != capability)) {
                continue;
            }
            const float score = after ? scores.after(i, outcome, matrix->optionCount[i]) : scores.before[i];
            if (only && !std::isnan(score) && !among.contains(id)) {
                found.apart.append(id);
                continue;
            }
            if (scores.unread[i] && !std::isnan(score)) {
                found.unread.append(id);
            }
            (std::isnan(score) ? found.missing : score >= 0.5f ? found.right : found.wrong).append(id);
        }
    }
    return found;
}

QJsonObject Insights::toJson() const
{
    QJsonObject byDisposition, byReason;
    for (auto it = dispositions.constBegin(); it != dispositions.constEnd(); ++it) {
        byDisposition.insert(it.key(), it.value());
    }
    for (auto it = reasons.constBegin(); it != reasons.constEnd(); ++it) {
        byReason.insert(it.key(), it.value());
    }
    QJsonArray perDataset;
    for (const auto& [name, comparison] : modelsByDataset) {
        perDataset.append(QJsonObject{{QStringLiteral("dataset"), name},
            {QStringLiteral("models"), winnow::toJson(comparison.models)},
            {QStringLiteral("rankings"), winnow::toJson(comparison.rankings)}});
    }
    // Of the ranking of most models; each has its own.
    const ModelRanking* largest = models.rankings.isEmpty() ? nullptr : &models.rankings.first();
    return {{QStringLiteral("policy"), policy.name},
        {QStringLiteral("subset"), subset.isEmpty() ? QJsonValue() : QJsonValue(subset)},
        {QStringLiteral("samples"),
            QJsonObject{{QStringLiteral("before"), samplesBefore}, {QStringLiteral("after"), samplesAfter},
                {QStringLiteral("by_disposition"), byDisposition}, {QStringLiteral("by_reason"), byReason}}},
        {QStringLiteral("datasets"), winnow::toJson(datasets)},
        {QStringLiteral("capabilities"), winnow::toJson(capabilities)},
        {QStringLiteral("models"), winnow::toJson(models.models)},
        {QStringLiteral("rankings"), winnow::toJson(models.rankings)},
        {QStringLiteral("models_by_dataset"), perDataset},
        {QStringLiteral("rank_correlation"),
            QJsonObject{{QStringLiteral("kendall"), largest ? jsonNumber(largest->kendall) : QJsonValue()},
                {QStringLiteral("spearman"), largest ? jsonNumber(largest->spearman) : QJsonValue()}}},
        {QStringLiteral("blind_rate"),
            QJsonObject{{QStringLiteral("before"), blindBefore.toJson()},
                {QStringLiteral("after"), blindAfter.toJson()},
                {QStringLiteral("chance_before"), jsonNumber(blindChanceBefore)},
                {QStringLiteral("chance_after"), jsonNumber(blindChanceAfter)}}},
        {QStringLiteral("discrimination"),
            QJsonObject{{QStringLiteral("before"), jsonNumber(discriminationBefore.value)},
                {QStringLiteral("after"), jsonNumber(discriminationAfter.value)},
                {QStringLiteral("models"), discriminationModels},
                {QStringLiteral("critical"), criticalCorrelation}}}};
}

} // namespace winnow
