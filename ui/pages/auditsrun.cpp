// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Running detectors from the Audits page, and opening what a run changed.

#include "core/stats/random.h"
#include "ui/models/terms.h"
#include "ui/pages/auditspage.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/workprogress.h"

#include <QSet>
#include <QStackedWidget>

#include <algorithm>

namespace winnow {

namespace {

const QString kRunSlot = QStringLiteral("run");
const QString kQueueSlot = QStringLiteral("queue");
const QString kOpenSlot = QStringLiteral("open");

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

void AuditsPage::setBusy(bool busy)
{
    const auto project = context().project();
    const bool writable = project && !project->isReadOnly();
    const auto& all = m_model.overview().detectors;
    const bool any
        = std::any_of(all.cbegin(), all.cend(), [](const DetectorState& each) { return each.canRun(); });
    const DetectorState* current = state();
    m_runAll->setEnabled(!busy && writable && any);
    m_run->setEnabled(!busy && writable && current && current->canRun());
    const QString why = writable || !project ? QString() : tr("The project is open for reading only");
    setTip(m_runAll, why);
    setTip(m_run, why);
    if (!busy) {
        m_progress->finish();
        showSummary();
    }
    m_footer->setCurrentWidget(busy ? static_cast<QWidget*>(m_progress) : static_cast<QWidget*>(m_summary));
}

void AuditsPage::run(const QStringList& detectors)
{
    const std::shared_ptr<Project> project = context().project();
    if (!project || isRunning()) {
        return;
    }
    AuditRequest request;
    request.detectors = detectors;
    request.settings = m_settings;
    m_tracker.start(
        kRunSlot, tr("Auditing"),
        [project, request](Progress& progress) { return AuditRunner(*project).run(request, progress); },
        [this](const Result<AuditReport>& report) { finishRun(report); });
    setBusy(true);
    m_progress->follow(&m_tracker, kRunSlot);
}

void AuditsPage::finishRun(const Result<AuditReport>& report)
{
    setBusy(false);
    load();
    if (!report) {
        if (report.error().code == ErrorCode::Cancelled) {
            notify({Message::Kind::Info, tr("The audit was stopped; what was found up to then is kept"), {},
                {}, {}});
        } else {
            notify(report.error());
        }
        return;
    }
    QString text = tr("%Ln new flags, %1 kept, %2 resolved", nullptr, int(report->added))
                       .arg(formatCount(report->kept), formatCount(report->resolved));
    QStringList failures;
    for (const DetectorOutcome& outcome : report->outcomes) {
        if (outcome.state == DetectorOutcome::State::Failed) {
            const DetectorState* failed = m_model.overview().find(outcome.detector);
            failures.append(QStringLiteral("%1, %2: %3")
                                .arg(failed ? detectorText(failed->info().title) : outcome.detector,
                                    outcome.dataset, sentenceText(outcome.message)));
        }
    }
    if (failures.isEmpty()) {
        const bool anyNew = report->added > 0;
        notify({Message::Kind::Success, text, {}, anyNew ? tr("Show the new ones") : tr("Show open flags"),
            [this, changed = report->outcomes, anyNew] {
                if (anyNew) {
                    openNew(changed);
                } else {
                    SampleFilter open;
                    open.flagStates = {FlagState::Open};
                    context().openSamples(open);
                }
            }});
    } else {
        notify(
            {Message::Kind::Error, tr("%Ln runs failed, the others went on", nullptr, int(failures.size())),
                failures.join(u'\n') + u'\n' + text, {}, {}});
    }
}

bool AuditsPage::isRunning() const
{
    return m_tracker.isRunning(kRunSlot);
}

void AuditsPage::showSummary()
{
    qint64 ran = 0;
    int stale = 0;
    qint64 counts[3] = {0, 0, 0};
    const auto& all = m_model.overview().detectors;
    for (const DetectorState& each : all) {
        ran += !each.runs.isEmpty();
        stale += each.isStale();
        for (const DetectorRun& last : each.runs) {
            counts[int(RunChange::Added)] += last.added;
            counts[int(RunChange::Kept)] += last.kept;
            counts[int(RunChange::Resolved)] += last.resolved;
        }
    }
    const auto able
        = std::count_if(all.cbegin(), all.cend(), [](const DetectorState& each) { return each.canRun(); });
    Markup text
        = Markup::text(tr("%1 of %2 detectors can run").arg(formatCount(able), formatCount(all.size())));
    if (ran > 0) {
        const auto number = [&](RunChange change) {
            const qint64 count = counts[int(change)];
            return count == 0 ? Markup::text(formatCount(count))
                              : Markup::link(QString::number(int(change)), formatCount(count));
        };
        text += Markup::newLine();
        text += Markup::filled(tr("Last runs: %1 new, %2 kept, %3 resolved"),
            {number(RunChange::Added), number(RunChange::Kept), number(RunChange::Resolved)});
    }
    if (stale > 0) {
        text += Markup::newLine();
        text += Markup::text(
            tr("%n detectors ran before the data last changed: run them again", nullptr, stale));
    }
    m_summary->setMarkup(text);
}

void AuditsPage::openRun(const QVector<DetectorRunId>& runs, RunChange change, const QString& dataset)
{
    const std::shared_ptr<Project> project = context().project();
    if (!project || runs.isEmpty()) {
        return;
    }
    QString title;
    switch (change) {
    case RunChange::Added:
        title = tr("New in the last run");
        break;
    case RunChange::Kept:
        title = tr("Kept by the last run");
        break;
    case RunChange::Resolved:
        title = tr("Resolved by the last run");
        break;
    }
    if (!dataset.isEmpty()) {
        title = tr("%1: %2, %3").arg(detectorText(state()->info().title), dataset, title);
    }
    m_tracker.start(
        kOpenSlot, {},
        [project, runs, change](Progress&) {
            return project->read([&](sqlite::Connection& c) {
                FlagStore store(c);
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
            });
        },
        [this, title](const Result<QVector<SampleId>>& samples) {
            if (!samples) {
                notify(samples.error());
            } else {
                SampleFilter filter;
                filter.only = *samples;
                context().openSamples(filter, title);
            }
        });
}

void AuditsPage::openNew(const QVector<DetectorOutcome>& outcomes)
{
    QVector<DetectorRunId> runs;
    for (const DetectorState& each : m_model.overview().detectors) {
        for (const DetectorRun& last : each.runs) {
            const auto added = [&](const DetectorOutcome& outcome) {
                return outcome.added > 0 && outcome.detector == last.detector
                    && outcome.datasetId == last.datasetId;
            };
            if (std::any_of(outcomes.cbegin(), outcomes.cend(), added)) {
                runs.append(last.id);
            }
        }
    }
    openRun(runs, RunChange::Added, {});
}

void AuditsPage::openFlags(const QString& dataset, std::optional<FlagState> state)
{
    const DetectorState* current = this->state();
    if (!current) {
        return;
    }
    SampleFilter filter;
    filter.kinds = current->info().kinds;
    if (!dataset.isEmpty()) {
        filter.datasets = {dataset};
    }
    if (state) {
        filter.flagStates = {*state};
    }
    context().openSamples(filter);
}

void AuditsPage::reviewUntilPrecise()
{
    const std::shared_ptr<Project> project = context().project();
    const DetectorState* current = state();
    if (!project || !current) {
        return;
    }
    const QString detector = m_selected;
    const QString title = tr("Random sample: %1").arg(detectorText(current->info().title));
    const QStringList kinds = current->info().kinds;
    const int wanted = current->reviewsUntilPrecise();
    // Another stretch of the same random order each time: the seed moves on with the decisions taken.
    const quint64 seed = 0x57696e6e6f77ULL + quint64(current->decided() + current->flags.unsure);
    m_tracker.start(
        kQueueSlot, {},
        [project, detector, wanted, seed](Progress&) {
            return project->read([&](sqlite::Connection& c) {
                FlagFilter filter;
                filter.detector = detector;
                filter.state = FlagState::Open;
                QVector<SampleId> samples;
                for (const Flag& flag : FlagStore(c).list(filter)) {
                    samples.append(flag.sampleId);
                }
                return randomQueue(samples, wanted, seed);
            });
        },
        [this, title, kinds](const Result<QVector<SampleId>>& queue) {
            if (!queue) {
                notify(queue.error());
            } else if (!queue->isEmpty()) {
                context().openReview(queue->first(), *queue, title, kinds);
            }
        });
}

} // namespace winnow
