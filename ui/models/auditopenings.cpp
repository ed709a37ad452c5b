// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditopenings.h"

#include "core/stats/random.h"
#include "ui/models/terms.h"

#include <QSet>

#include <algorithm>

namespace winnow {

namespace {

QVector<SampleId> samplesOf(FlagStore& store, const QVector<DetectorRunId>& runs, RunChange change)
{
    QVector<SampleId> samples;
    QSet<SampleId> seen;
    for (const DetectorRunId run : runs) {
        for (const SampleId sample : store.samplesOfRun(run, change)) {
            if (!seen.contains(sample)) {
                seen.insert(sample);
                samples.append(sample);
            }
        }
    }
    return samples;
}

ClickThrough samplesOfRuns(const QString& title, const QVector<DetectorRunId>& runs, RunChange change)
{
    if (runs.isEmpty()) {
        return {};
    }
    return ClickThrough::toSamples(title, [runs, change](Project& project, Progress&) {
        return project.read([&](sqlite::Connection& c) {
            FlagStore store(c);
            return samplesOf(store, runs, change);
        });
    });
}

QString changeTitle(RunChange change)
{
    switch (change) {
    case RunChange::Added:
        return AuditOpenings::tr("New in the last run");
    case RunChange::Kept:
        return AuditOpenings::tr("Kept by the last run");
    case RunChange::Resolved:
        return AuditOpenings::tr("Resolved by the last run");
    }
    return {};
}

} // namespace

QVector<SampleId> randomQueue(QVector<SampleId> samples, int count, quint64 seed)
{
    // The same flags give the same queue, in whatever order they were listed.
    std::sort(samples.begin(), samples.end());
    samples.erase(std::unique(samples.begin(), samples.end()), samples.end());
    stats::Random random(seed);
    random.shuffle(std::span<SampleId>(samples.data(), size_t(samples.size())));
    return samples.mid(0, qMax(0, count));
}

ClickThrough AuditOpenings::ofRuns(const QVector<DetectorRunId>& runs, RunChange change)
{
    return samplesOfRuns(changeTitle(change), runs, change);
}

ClickThrough AuditOpenings::ofRun(
    const DetectorState& state, const DetectorRun& run, const QString& dataset, RunChange change)
{
    return samplesOfRuns(tr("%1: %2, %3").arg(detectorText(state.info().title), dataset, changeTitle(change)),
        {run.id}, change);
}

ClickThrough AuditOpenings::ofNew(const AuditReport& report)
{
    return ClickThrough::toSamples(
        changeTitle(RunChange::Added), [outcomes = report.outcomes](Project& project, Progress&) {
            return project.read([&](sqlite::Connection& c) {
                FlagStore store(c);
                QVector<DetectorRunId> runs;
                for (const DetectorRun& last : store.latestRuns()) {
                    const auto added = [&](const DetectorOutcome& outcome) {
                        return outcome.added > 0 && outcome.detector == last.detector
                            && outcome.datasetId == last.datasetId;
                    };
                    if (std::any_of(outcomes.cbegin(), outcomes.cend(), added)) {
                        runs.append(last.id);
                    }
                }
                return samplesOf(store, runs, RunChange::Added);
            });
        });
}

ClickThrough AuditOpenings::ofFlags(
    const DetectorState& state, const QString& dataset, std::optional<FlagState> flags)
{
    SampleFilter filter;
    filter.kinds = state.info().kinds;
    if (!dataset.isEmpty()) {
        filter.datasets = {dataset};
    }
    if (flags) {
        filter.flagStates = {*flags};
    }
    return ClickThrough::toSamples(filter);
}

ClickThrough AuditOpenings::ofOpenFlags()
{
    SampleFilter filter;
    filter.flagStates = {FlagState::Open};
    return ClickThrough::toSamples(filter);
}

ClickThrough AuditOpenings::untilPrecise(const DetectorState& state)
{
    const int wanted = state.reviewsUntilPrecise();
    if (wanted == 0) {
        return {};
    }
    // Another stretch of the same random order each time: the seed moves on with the decisions taken.
    const quint64 seed = 0x57696e6e6f77ULL + quint64(state.decided() + state.flags.unsure);
    return ClickThrough::toReview(tr("Random sample: %1").arg(detectorText(state.info().title)),
        state.info().kinds, [detector = state.info().id, wanted, seed](Project& project, Progress&) {
            return project.read([&](sqlite::Connection& c) {
                FlagFilter filter;
                filter.detector = detector;
                filter.state = FlagState::Open;
                QVector<SampleId> samples;
                for (const Flag& flag : FlagStore(c).list(filter)) {
                    samples.append(flag.sampleId);
                }
                return randomQueue(samples, wanted, seed);
            });
        });
}

} // namespace winnow
