// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/gate.h"

#include "core/base/jsonnumber.h"

#include "core/compare/separability.h"
#include "core/curate/scoredsamples.h"

#include <QSet>

#include <cmath>

namespace winnow {

namespace {

GateCheck checkOf(const QString& id, double limit)
{
    return {id, limit, std::nan(""), GateCheck::Outcome::Unknown, {}};
}

void judge(GateCheck& check, double value)
{
    check.value = value;
    check.outcome = value <= check.limit ? GateCheck::Outcome::Met : GateCheck::Outcome::Missed;
}

GateCheck blindCheck(const InsightsData& data, const AppliedPolicy& applied, double limit)
{
    GateCheck check = checkOf(QStringLiteral("blind"), limit);
    qint64 samples = 0;
    qint64 solved = 0;
    for (qsizetype p = 0; p < data.parts.size(); ++p) {
        const InsightsPart& part = *data.parts.at(p);
        for (size_t i = 0; i < part.samples.size(); ++i) {
            int answers = 0;
            double total = 0;
            for (const BlindScores& model : part.blind) {
                if (!std::isnan(model.score[i])) {
                    ++answers;
                    total += double(model.score[i]);
                }
            }
            if (answers && applied.keeps(p, i)) {
                ++samples;
                solved += 2 * total >= answers;
            }
        }
    }
    if (samples == 0) {
        check.note = Sentence::of(QT_TRANSLATE_NOOP(
            "Compare", "no kept sample has a response of a model that did not see the image"));
        return check;
    }
    check.note = Sentence::of(
        QT_TRANSLATE_NOOP("Compare", "%1 of the %2 kept samples that were answered without the image"))
                     .arg(solved, samples);
    judge(check, double(solved) / double(samples));
    return check;
}

GateCheck differenceCheck(const InsightsData& data, const AppliedPolicy& applied, double limit)
{
    GateCheck check = checkOf(QStringLiteral("difference"), limit);
    const ScoredSamples scores = ScoredSamples::of(data, applied);
    const ModelComparison comparison = scores.compared();
    if (comparison.rankings.isEmpty() || comparison.rankings.first().after.isEmpty()) {
        check.note = Sentence::of(QT_TRANSLATE_NOOP(
            "Compare", "there are no two models that answered enough of the same kept samples"));
        return check;
    }
    const ModelRanking& ranking = comparison.rankings.first();
    const QSet<SampleId> common(ranking.after.begin(), ranking.after.end());
    QVector<ScoredModel> models;
    std::vector<std::uint32_t> clusters;
    std::vector<size_t> places;
    for (size_t i = 0; i < scores.samples.size(); ++i) {
        if (common.contains(SampleId{scores.samples[i]})) {
            places.push_back(i);
            clusters.push_back(scores.cluster[i]);
        }
    }
    for (const ModelShift& shift : comparison.models) {
        if (shift.ranking == 0 && shift.rankAfter) {
            ScoredModel model{shift.model, {}};
            for (const size_t place : places) {
                model.scores.push_back(double(scores.model(shift.model)->after[place]));
            }
            models.append(model);
        }
    }
    const Separability set = separabilityOf(models, clusters);
    if (!std::isfinite(set.halfWidth) || set.clusters < 2) {
        check.note = Sentence::of(
            QT_TRANSLATE_NOOP("Compare", "there are too few samples in common for an interval"));
        return check;
    }
    check.note = Sentence::of(
        QT_TRANSLATE_NOOP("Compare", "%1 models over the %2 kept samples that all of them answered"))
                     .arg(qint64(models.size()), set.samples);
    judge(check, set.halfWidth);
    return check;
}

GateCheck flaggedCheck(const InsightsData& data, const AppliedPolicy& applied, double limit)
{
    GateCheck check = checkOf(QStringLiteral("flagged"), limit);
    QSet<SampleId> flagged;
    bool any = false;
    data.standing->forEachFlag([&](const StandingFlag& flag) {
        any = true;
        if (flag.state != FlagState::Overridden) {
            flagged.insert(flag.sample);
        }
    });
    data.standing->forEachFound([&](const FoundByPeople& found) {
        any = true;
        flagged.insert(found.sample);
    });
    qint64 kept = 0;
    qint64 left = 0;
    for (qsizetype p = 0; p < data.parts.size(); ++p) {
        const InsightsPart& part = *data.parts.at(p);
        for (size_t i = 0; i < part.samples.size(); ++i) {
            kept += applied.keeps(p, i);
            left += applied.keeps(p, i) && flagged.contains(SampleId{part.samples[i]});
        }
    }
    if (kept == 0 || (!any && !data.audited)) {
        check.note = kept == 0
            ? Sentence::of(QT_TRANSLATE_NOOP("Compare", "the policy keeps no sample"))
            : Sentence::of(QT_TRANSLATE_NOOP("Compare", "no audit has run: nothing could be flagged"));
        return check;
    }
    check.note = Sentence::of(QT_TRANSLATE_NOOP("Compare", "%1 of %2 kept samples")).arg(left, kept);
    judge(check, double(left) / double(kept));
    return check;
}

QString outcomeId(GateCheck::Outcome outcome)
{
    switch (outcome) {
    case GateCheck::Outcome::Met:
        return QStringLiteral("met");
    case GateCheck::Outcome::Missed:
        return QStringLiteral("missed");
    case GateCheck::Outcome::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace

QJsonObject GateCheck::toJson() const
{
    return {{QStringLiteral("limit"), id}, {QStringLiteral("at_most"), limit},
        {QStringLiteral("value"), jsonNumber(value)}, {QStringLiteral("outcome"), outcomeId(outcome)},
        {QStringLiteral("note"), note.english()}};
}

QVector<GateCheck> checkGate(const InsightsData& data, const AppliedPolicy& applied, const GateLimits& limits)
{
    QVector<GateCheck> checks;
    if (limits.blind) {
        checks.append(blindCheck(data, applied, *limits.blind));
    }
    if (limits.difference) {
        checks.append(differenceCheck(data, applied, *limits.difference));
    }
    if (limits.flagged) {
        checks.append(flaggedCheck(data, applied, *limits.flagged));
    }
    return checks;
}

} // namespace winnow
