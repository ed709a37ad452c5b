// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/insights.h"

#include "core/domain/flagkind.h"
#include "core/stats/correlation.h"
#include "core/store/datasetstore.h"

#include <QJsonArray>
#include <QSet>

#include <cmath>
#include <set>

namespace winnow {

namespace {

/// The run that speaks for each model under a condition: several settings are averaged by sample. A language
/// model alone is another system than its model.
std::vector<float> merged(
    const ScoreMatrix& matrix, const QString& model, Condition condition, bool languageModelAlone = false)
{
    std::vector<float> sums;
    std::vector<int> counts;
    for (const RunScores& scores : matrix.runs) {
        if (scores.run.model != model || scores.run.condition != condition
            || isLanguageModelAlone(condition, scores.run.setting) != languageModelAlone) {
            continue;
        }
        sums.resize(matrix.samples.size(), 0);
        counts.resize(matrix.samples.size(), 0);
        for (size_t i = 0; i < matrix.samples.size(); ++i) {
            if (!std::isnan(scores.score[i])) {
                sums[i] += scores.score[i];
                ++counts[i];
            }
        }
    }
    for (size_t i = 0; i < sums.size(); ++i) {
        sums[i] = counts[i] ? sums[i] / float(counts[i]) : std::nanf("");
    }
    return sums;
}

/// The first setting's answers, for scoring against a corrected gold.
const RunScores* firstRun(const ScoreMatrix& matrix, const QString& model, Condition condition)
{
    for (const RunScores& scores : matrix.runs) {
        if (scores.run.model == model && scores.run.condition == condition) {
            return &scores;
        }
    }
    return nullptr;
}

/// What guessing scores: 1/k for k options, 0 for an open question.
double chanceOf(const ScoreMatrix& matrix, size_t sample)
{
    return matrix.optionCount[sample] ? 1.0 / matrix.optionCount[sample] : 0.0;
}

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

void addComposition(QMap<QString, Composition>& parts, const QString& name, SampleId sample,
    const SampleOutcome& outcome, double chance)
{
    Composition& part = parts[name];
    part.name = name;
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

QJsonValue number(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
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
            {QStringLiteral("kendall"), number(ranking.kendall)},
            {QStringLiteral("spearman"), number(ranking.spearman)}});
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

/// A standard model's scores over one dataset: as they are, and what each becomes under an outcome.
class StandardScores {
public:
    StandardScores(const ScoreMatrix& matrix, const QString& model)
        : m_matrix(matrix)
        , m_standard(merged(matrix, model, Condition::Standard))
        , m_open(merged(matrix, model, Condition::OpenEnded))
        , m_circular(merged(matrix, model, Condition::Circular))
        , m_run(firstRun(matrix, model, Condition::Standard))
        , m_unread(matrix.samples.size(), 0)
    {
        for (const RunScores& run : matrix.runs) {
            if (run.run.condition == Condition::Standard && run.run.model == model) {
                for (size_t i = 0; i < run.unread.size(); ++i) {
                    m_unread[i] |= run.unread[i];
                }
            }
        }
    }

    bool isEmpty() const { return m_standard.empty(); }
    const std::vector<float>& before() const { return m_standard; }
    /// The model replied, and no answer could be read.
    bool isUnread(size_t sample) const { return m_unread[sample]; }
    /// NaN = missing; the sample is not dropped.
    float after(size_t sample, const SampleOutcome& outcome) const
    {
        switch (outcome.disposition) {
        case Disposition::Convert:
            return m_open.empty() ? std::nanf("") : m_open[sample];
        case Disposition::Circular:
            return m_circular.empty() ? std::nanf("") : m_circular[sample];
        case Disposition::Fix: {
            if (outcome.newGold.isEmpty()) {
                break;
            }
            const int gold = optionPosition(outcome.newGold, m_matrix.optionCount[sample]);
            return m_matrix.optionCount[sample] && gold >= 0 && m_run->option[sample] >= 0
                ? float(m_run->option[sample] == gold)
                : std::nanf("");
        }
        case Disposition::Keep:
        case Disposition::Drop:
            break;
        }
        return m_standard[sample];
    }

private:
    const ScoreMatrix& m_matrix;
    std::vector<float> m_standard;
    std::vector<float> m_open;
    std::vector<float> m_circular;
    const RunScores* m_run;
    std::vector<quint8> m_unread;
};

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

void addDiscrimination(const ScoreMatrix& matrix, const QVector<std::vector<float>>& standard,
    const std::vector<quint8>& in, const std::vector<quint8>& kept, Insights& insights, Sums& sums)
{
    const int models = int(standard.size());
    const double critical = stats::criticalCorrelation(models);
    sums.discriminationModels = std::max(sums.discriminationModels, models);
    if (models < 3) {
        return;
    }
    std::vector<double> ability(size_t(models), 0);
    for (int m = 0; m < models; ++m) {
        double sum = 0;
        double n = 0;
        for (size_t i = 0; i < matrix.samples.size(); ++i) {
            const float score = standard.at(m)[i];
            if (in[i] && !std::isnan(score)) {
                sum += double(score);
                ++n;
            }
        }
        ability[size_t(m)] = n > 0 ? sum / n : std::nan("");
    }
    std::vector<double> scores(size_t(models), 0);
    for (size_t i = 0; i < matrix.samples.size(); ++i) {
        if (!in[i]) {
            continue;
        }
        for (int m = 0; m < models; ++m) {
            scores[size_t(m)] = double(standard.at(m)[i]);
        }
        const double r = stats::pointBiserial(scores, ability);
        sums.discriminationBefore.push_back(r);
        const bool tells = r >= critical;
        if (tells) {
            insights.discriminatingBefore.append(SampleId{matrix.samples[i]});
        }
        if (kept[i]) {
            sums.discriminationAfter.push_back(r);
            if (tells) {
                insights.discriminatingAfter.append(SampleId{matrix.samples[i]});
            }
        }
    }
}

void addDataset(const ScoreMatrix& matrix, const Dispositions& dispositions, const QSet<SampleId>* only,
    Insights& insights, Sums& sums, QMap<QString, Composition>& datasets,
    QMap<QString, Composition>& capabilities)
{
    const size_t n = matrix.samples.size();
    std::vector<SampleOutcome> outcomes(n);
    std::vector<quint8> in(n, 1), kept(n, 1);
    for (size_t i = 0; i < n; ++i) {
        const SampleId id{matrix.samples[i]};
        if (only && !only->contains(id)) {
            in[i] = kept[i] = 0;
            continue;
        }
        outcomes[i] = dispositions.of(id);
        kept[i] = outcomes[i].disposition != Disposition::Drop;
        const double chance = chanceOf(matrix, i);
        addComposition(datasets, matrix.dataset.name, id, outcomes[i], chance);
        addComposition(capabilities, matrix.capabilities.at(matrix.capability[i]), id, outcomes[i], chance);
        ++insights.samplesBefore;
        insights.samplesAfter += kept[i];
        ++insights.dispositions[dispositionId(outcomes[i].disposition)];
        if (outcomes[i].disposition != Disposition::Keep) {
            for (const QString& reason : outcomes[i].reasons) {
                ++insights.reasons[reason];
            }
        }
    }

    QMap<QString, QString> standardModels;
    std::set<std::pair<QString, bool>> blindModels;
    for (const RunScores& scores : matrix.runs) {
        if (scores.run.condition == Condition::Standard) {
            standardModels.insert(scores.run.model, scores.run.family);
        } else if (scores.run.condition == Condition::Blind) {
            blindModels.insert(
                {scores.run.model, isLanguageModelAlone(Condition::Blind, scores.run.setting)});
        }
    }
    std::vector<qint64> samples;
    std::vector<quint8> changed;
    for (size_t i = 0; i < n; ++i) {
        if (in[i]) {
            samples.push_back(matrix.samples[i]);
            changed.push_back(outcomes[i].disposition != Disposition::Keep);
        }
    }
    QVector<ModelScores> here;
    QVector<std::vector<float>> standard;
    for (auto it = standardModels.constBegin(); it != standardModels.constEnd(); ++it) {
        const StandardScores scores(matrix, it.key());
        ModelScores entry;
        entry.model = it.key();
        entry.family = it.value();
        for (size_t i = 0; i < n; ++i) {
            if (!in[i]) {
                continue;
            }
            const float before = scores.before()[i];
            const float after = kept[i] ? scores.after(i, outcomes[i]) : std::nanf("");
            entry.before.push_back(before);
            entry.after.push_back(after);
            entry.unread.push_back(scores.isUnread(i));
            entry.missingBefore += std::isnan(before);
            entry.missingAfter += kept[i] && std::isnan(after);
        }
        here.append(std::move(entry));
        standard.append(scores.before());
    }
    for (const ModelScores& entry : std::as_const(here)) {
        sums.models[entry.model].append(entry, sums.samples.size());
    }
    sums.samples.insert(sums.samples.end(), samples.begin(), samples.end());
    sums.changed.insert(sums.changed.end(), changed.begin(), changed.end());
    if (!here.isEmpty()) {
        insights.modelsByDataset.append({matrix.dataset.name, compareModels(here, samples, changed)});
    }
    std::vector<int> blindAnswers(n, 0);
    std::vector<double> blindScore(n, 0);
    for (const auto& [model, languageModelAlone] : blindModels) {
        const std::vector<float> scores = merged(matrix, model, Condition::Blind, languageModelAlone);
        for (size_t i = 0; i < n; ++i) {
            if (in[i]) {
                if (!std::isnan(scores[i])) {
                    ++blindAnswers[i];
                    sums.blindChanceBefore += chanceOf(matrix, i);
                    sums.blindChanceAfter += kept[i] ? chanceOf(matrix, i) : 0;
                    blindScore[i] += double(scores[i]);
                }
                sums.blindBefore.push_back(double(scores[i]));
                if (kept[i]) {
                    sums.blindAfter.push_back(double(scores[i]));
                }
            }
        }
    }
    for (size_t i = 0; i < n; ++i) {
        if (blindAnswers[i] && 2 * blindScore[i] >= blindAnswers[i]) {
            insights.blindSolvedBefore.append(SampleId{matrix.samples[i]});
            if (kept[i]) {
                insights.blindSolvedAfter.append(SampleId{matrix.samples[i]});
            }
        }
    }
    addDiscrimination(matrix, standard, in, kept, insights, sums);
}

} // namespace

Result<Insights> computeInsights(const Project& project, const Policy& policy, Progress& progress,
    const std::optional<QVector<SampleId>>& only)
{
    QVector<Dataset> datasets;
    auto dispositions = project.read([&](sqlite::Connection& c) {
        datasets = DatasetStore(c).all();
        return Dispositions::derive(c, policy);
    });
    if (!dispositions) {
        return tl::unexpected<Error>(dispositions.error());
    }
    QSet<SampleId> restricted;
    if (only) {
        restricted = QSet<SampleId>(only->begin(), only->end());
    }
    Insights insights;
    insights.policy = policy;
    Sums sums;
    QMap<QString, Composition> byDataset, byCapability;
    for (const Dataset& dataset : datasets) {
        auto matrix = ScoreMatrix::load(project, dataset.id, progress);
        if (!matrix) {
            return tl::unexpected<Error>(matrix.error());
        }
        addDataset(
            *matrix, *dispositions, only ? &restricted : nullptr, insights, sums, byDataset, byCapability);
    }
    insights.datasets = sorted(byDataset);
    insights.capabilities = sorted(byCapability);
    QVector<ModelScores> models;
    for (ModelScores& scores : sums.models) {
        scores.padTo(sums.samples.size());
        models.append(std::move(scores));
    }
    insights.models = compareModels(models, sums.samples, sums.changed);
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

Result<ModelSamples> samplesOfModel(const Project& project, const Policy& policy, const QString& model,
    const QString& dataset, bool after, Progress& progress, const std::optional<QVector<SampleId>>& only)
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
        const StandardScores scores(*matrix, model);
        if (scores.isEmpty()) {
            continue;
        }
        for (size_t i = 0; i < matrix->samples.size(); ++i) {
            const SampleId id{matrix->samples[i]};
            const SampleOutcome outcome = dispositions->of(id);
            if (after && outcome.disposition == Disposition::Drop) {
                continue;
            }
            const float score = after ? scores.after(i, outcome) : scores.before()[i];
            if (only && !std::isnan(score) && !among.contains(id)) {
                found.apart.append(id);
                continue;
            }
            if (scores.isUnread(i) && !std::isnan(score)) {
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
        {QStringLiteral("samples"),
            QJsonObject{{QStringLiteral("before"), samplesBefore}, {QStringLiteral("after"), samplesAfter},
                {QStringLiteral("by_disposition"), byDisposition}, {QStringLiteral("by_reason"), byReason}}},
        {QStringLiteral("datasets"), winnow::toJson(datasets)},
        {QStringLiteral("capabilities"), winnow::toJson(capabilities)},
        {QStringLiteral("models"), winnow::toJson(models.models)},
        {QStringLiteral("rankings"), winnow::toJson(models.rankings)},
        {QStringLiteral("models_by_dataset"), perDataset},
        {QStringLiteral("rank_correlation"),
            QJsonObject{{QStringLiteral("kendall"), largest ? number(largest->kendall) : QJsonValue()},
                {QStringLiteral("spearman"), largest ? number(largest->spearman) : QJsonValue()}}},
        {QStringLiteral("blind_rate"),
            QJsonObject{{QStringLiteral("before"), blindBefore.toJson()},
                {QStringLiteral("after"), blindAfter.toJson()},
                {QStringLiteral("chance_before"), number(blindChanceBefore)},
                {QStringLiteral("chance_after"), number(blindChanceAfter)}}},
        {QStringLiteral("discrimination"),
            QJsonObject{{QStringLiteral("before"), number(discriminationBefore.value)},
                {QStringLiteral("after"), number(discriminationAfter.value)},
                {QStringLiteral("models"), discriminationModels},
                {QStringLiteral("critical"), criticalCorrelation}}}};
}

} // namespace winnow
