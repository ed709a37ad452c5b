// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/curate/insightsdata.h"

#include "core/stats/correlation.h"
#include "core/store/datasetstore.h"
#include "core/store/flagstore.h"

#include <QMap>

#include <cmath>
#include <set>

namespace winnow {

namespace {

/// These places of a column; an empty one stays empty.
template <typename T> std::vector<T> at(const std::vector<T>& column, const std::vector<size_t>& places)
{
    std::vector<T> part;
    if (!column.empty()) {
        part.reserve(places.size());
        for (const size_t place : places) {
            part.push_back(column[place]);
        }
    }
    return part;
}

InsightsPart partOf(const ScoreMatrix& matrix)
{
    InsightsPart part;
    part.dataset = matrix.dataset.name;
    part.samples = matrix.samples;
    part.optionCount = matrix.optionCount;
    part.capabilities = matrix.capabilities;
    part.capability = matrix.capability;
    part.cluster = matrix.cluster;
    QMap<QString, QString> standard;
    std::set<std::pair<QString, bool>> blind;
    QMap<QString, QString> families;
    for (const RunScores& scores : matrix.runs) {
        const Run& run = scores.run;
        families.insert(run.model, run.family);
        if (run.condition == Condition::Standard) {
            standard.insert(run.model, run.family);
        } else if (run.condition == Condition::Blind) {
            blind.insert({run.model, isLanguageModelAlone(Condition::Blind, run.setting)});
        }
    }
    for (auto it = standard.constBegin(); it != standard.constEnd(); ++it) {
        part.models.append(StandardScores::of(matrix, it.key()));
        part.models.last().family = it.value();
    }
    for (const auto& [model, alone] : blind) {
        part.blind.append(
            {model, families.value(model), alone, matrix.mergedScores(model, Condition::Blind, alone)});
    }
    part.measureDiscrimination();
    return part;
}

QVector<StandardUsage> usageOf(sqlite::Connection& c, const ScoreMatrix& matrix)
{
    const SamplePositions positions(matrix.samples);
    QVector<StandardUsage> usage;
    for (const RunScores& scores : matrix.runs) {
        if (scores.run.condition == Condition::Standard) {
            usage.append({scores.run.model, RunUsage::read(c, scores.run.id, positions)});
        }
    }
    return usage;
}

template <typename Value, typename Names> QStringList namesOf(const Value& parts, const Names& names)
{
    QStringList all;
    for (const auto& part : parts) {
        for (const QString& name : names(*part)) {
            if (!name.isEmpty() && !all.contains(name)) {
                all.append(name);
            }
        }
    }
    all.sort();
    return all;
}

} // namespace

StandardScores StandardScores::of(const ScoreMatrix& matrix, const QString& model)
{
    StandardScores scores;
    scores.model = model;
    scores.before = matrix.mergedScores(model, Condition::Standard);
    scores.openEnded = matrix.mergedScores(model, Condition::OpenEnded);
    scores.circular = matrix.mergedScores(model, Condition::Circular);
    scores.unread.assign(matrix.samples.size(), 0);
    for (const RunScores& run : matrix.runs) {
        if (run.run.condition != Condition::Standard || run.run.model != model) {
            continue;
        }
        if (scores.option.empty()) {
            scores.option = run.option;
        }
        for (size_t i = 0; i < run.unread.size(); ++i) {
            scores.unread[i] |= run.unread[i];
        }
    }
    return scores;
}

float StandardScores::after(size_t sample, const SampleOutcome& outcome, int options) const
{
    switch (outcome.disposition) {
    case Disposition::Convert:
        return openEnded.empty() ? std::nanf("") : openEnded[sample];
    case Disposition::Circular:
        return circular.empty() ? std::nanf("") : circular[sample];
    case Disposition::Fix: {
        if (outcome.newGold.isEmpty()) {
            break;
        }
        const int gold = optionPosition(outcome.newGold, options);
        return options && gold >= 0 && option[sample] >= 0 ? float(option[sample] == gold) : std::nanf("");
    }
    case Disposition::Keep:
    case Disposition::Drop:
        break;
    }
    return before[sample];
}

StandardScores StandardScores::restricted(const std::vector<size_t>& samples) const
{
    return {model, family, at(before, samples), at(openEnded, samples), at(circular, samples),
        at(option, samples), at(unread, samples)};
}

void InsightsPart::measureDiscrimination()
{
    discrimination.clear();
    const size_t count = size_t(models.size());
    if (count < 3) {
        return;
    }
    std::vector<double> ability(count, 0);
    for (size_t m = 0; m < count; ++m) {
        double sum = 0;
        double n = 0;
        for (const float score : models.at(qsizetype(m)).before) {
            if (!std::isnan(score)) {
                sum += double(score);
                ++n;
            }
        }
        ability[m] = n > 0 ? sum / n : std::nan("");
    }
    std::vector<double> scores(count, 0);
    discrimination.reserve(samples.size());
    for (size_t i = 0; i < samples.size(); ++i) {
        for (size_t m = 0; m < count; ++m) {
            scores[m] = double(models.at(qsizetype(m)).before[i]);
        }
        discrimination.push_back(stats::pointBiserial(scores, ability));
    }
}

InsightsPart InsightsPart::restricted(const std::vector<size_t>& chosen) const
{
    InsightsPart part;
    part.dataset = dataset;
    part.samples = at(samples, chosen);
    part.optionCount = at(optionCount, chosen);
    part.capabilities = capabilities;
    part.capability = at(capability, chosen);
    part.cluster = clustersOf(cluster, chosen);
    for (const StandardScores& scores : models) {
        part.models.append(scores.restricted(chosen));
    }
    for (const BlindScores& scores : blind) {
        part.blind.append({scores.model, scores.family, scores.languageModelAlone, at(scores.score, chosen)});
    }
    for (const StandardUsage& each : usage) {
        part.usage.append({each.model,
            {at(each.usage.seconds, chosen), at(each.usage.cost, chosen), at(each.usage.promptTokens, chosen),
                at(each.usage.outputTokens, chosen)}});
    }
    return part;
}

Result<InsightsData> InsightsData::read(const Project& project, Progress& progress, Usage usage)
{
    InsightsData data;
    QVector<Dataset> datasets;
    auto standing = project.read([&](sqlite::Connection& c) {
        datasets = DatasetStore(c).all();
        data.reviewed = StandingStore(c).reviewOfFlagged();
        const QVector<DetectorRun> runs = FlagStore(c).latestRuns();
        data.audited = std::any_of(runs.cbegin(), runs.cend(),
            [](const DetectorRun& run) { return run.status == QLatin1String("done"); });
        return Standing::read(c);
    });
    if (!standing) {
        return tl::unexpected<Error>(standing.error());
    }
    data.standing = std::make_shared<const Standing>(std::move(*standing));
    for (const Dataset& dataset : std::as_const(datasets)) {
        auto matrix = ScoreMatrix::load(project, dataset.id, progress);
        if (!matrix) {
            return tl::unexpected<Error>(matrix.error());
        }
        auto part = std::make_shared<InsightsPart>(partOf(*matrix));
        if (usage == Usage::Read) {
            auto read = project.read([&](sqlite::Connection& c) { return usageOf(c, *matrix); });
            if (!read) {
                return tl::unexpected<Error>(read.error());
            }
            part->usage = *read;
        }
        data.parts.append(part);
    }
    return data;
}

qint64 InsightsData::sampleCount() const
{
    qint64 count = 0;
    for (const auto& part : parts) {
        count += qint64(part->samples.size());
    }
    return count;
}

InsightsData InsightsData::narrowed(const InsightsFilter& filter) const
{
    InsightsData data;
    data.standing = standing;
    data.reviewed = reviewed;
    data.audited = audited;
    for (const auto& part : parts) {
        if (!filter.dataset.isEmpty() && part->dataset != filter.dataset) {
            continue;
        }
        auto narrowed = part;
        if (!filter.capability.isEmpty() || !filter.family.isEmpty()) {
            std::vector<size_t> chosen;
            for (size_t i = 0; i < part->samples.size(); ++i) {
                if (filter.capability.isEmpty() || part->capabilityOf(i) == filter.capability) {
                    chosen.push_back(i);
                }
            }
            if (chosen.empty()) {
                continue;
            }
            auto some = std::make_shared<InsightsPart>(part->restricted(chosen));
            if (!filter.family.isEmpty()) {
                const auto isOther = [&](const auto& scores) { return scores.family != filter.family; };
                some->usage.removeIf([&](const StandardUsage& each) {
                    return std::none_of(
                        part->models.cbegin(), part->models.cend(), [&](const StandardScores& scores) {
                            return scores.model == each.model && !isOther(scores);
                        });
                });
                some->models.removeIf(isOther);
                some->blind.removeIf(isOther);
            }
            some->measureDiscrimination();
            narrowed = some;
        }
        data.parts.append(narrowed);
    }
    return data;
}

InsightsData InsightsData::restricted(const QSet<SampleId>& only) const
{
    InsightsData data;
    data.standing = standing;
    data.reviewed = reviewed;
    data.audited = audited;
    for (const auto& part : parts) {
        std::vector<size_t> chosen;
        for (size_t i = 0; i < part->samples.size(); ++i) {
            if (only.contains(SampleId{part->samples[i]})) {
                chosen.push_back(i);
            }
        }
        auto some = std::make_shared<InsightsPart>(part->restricted(chosen));
        some->measureDiscrimination();
        data.parts.append(some);
    }
    return data;
}

QStringList InsightsData::datasets() const
{
    return namesOf(parts, [](const InsightsPart& part) { return QStringList{part.dataset}; });
}

QStringList InsightsData::capabilities() const
{
    return namesOf(parts, [](const InsightsPart& part) { return part.capabilities; });
}

QStringList InsightsData::families() const
{
    return namesOf(parts, [](const InsightsPart& part) {
        QStringList families;
        for (const StandardScores& model : part.models) {
            families.append(model.family);
        }
        return families;
    });
}

AppliedPolicy apply(const InsightsData& data, const Policy& policy)
{
    AppliedPolicy applied;
    applied.policy = policy;
    const Dispositions dispositions = Dispositions::derive(*data.standing, policy);
    const QHash<SampleId, SampleOutcome>& listed = dispositions.outcomes();
    for (const auto& part : data.parts) {
        std::vector<SampleOutcome> outcomes(part->samples.size());
        for (size_t i = 0; i < outcomes.size(); ++i) {
            const auto found = listed.constFind(SampleId{part->samples[i]});
            if (found != listed.constEnd()) {
                outcomes[i] = *found;
            }
        }
        applied.outcomes.append(std::move(outcomes));
    }
    return applied;
}

AppliedPolicy within(
    const InsightsData& data, AppliedPolicy applied, const QString& subset, const QVector<SampleId>& samples)
{
    const QSet<SampleId> stay(samples.begin(), samples.end());
    applied.subset = subset;
    for (qsizetype p = 0; p < data.parts.size(); ++p) {
        const InsightsPart& part = *data.parts.at(p);
        for (size_t i = 0; i < part.samples.size(); ++i) {
            SampleOutcome& outcome = applied.outcomes[p][i];
            if (!stay.contains(SampleId{part.samples[i]}) && outcome.disposition != Disposition::Drop) {
                outcome = {};
                outcome.disposition = Disposition::Drop;
                outcome.reasons = {kOutsideSubset};
            }
        }
    }
    return applied;
}

} // namespace winnow
