// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/auditcontroller.h"

#include <algorithm>
#include <utility>

namespace winnow {

namespace {

const QString kReadSlot = QStringLiteral("overview");

} // namespace

const QString AuditController::kRunSlot = QStringLiteral("run");

AuditController::AuditController(JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(nullptr)
    , m_runs(jobs)
{
}

void AuditController::setProject(std::shared_ptr<Project> project)
{
    m_jobs.cancelAll();
    m_runs.cancelAll();
    m_project = std::move(project);
    m_model.setOverview({});
    m_read = false;
    m_stale = true;
    m_dataStale = true;
    emit changed(AuditChange::Stage | AuditChange::Overview | AuditChange::Data | AuditChange::Running);
    if (m_active) {
        read();
    }
}

void AuditController::setActive(bool active)
{
    m_active = active;
    if (m_active && m_stale) {
        read();
    }
}

void AuditController::storeChanged(const ChangeSet& changes)
{
    if (changes.parts & (ChangeSet::Samples | ChangeSet::Responses)) {
        m_stale = true;
        m_dataStale = true;
        emit changed(AuditChange::Data);
    } else if (changes.parts & (ChangeSet::Flags | ChangeSet::Decisions)) {
        m_stale = true;
    }
    if (m_stale && m_active) {
        read();
    }
}

AuditController::Stage AuditController::stage() const
{
    return !m_read ? Stage::Reading : overview().datasets.isEmpty() ? Stage::Empty : Stage::Detectors;
}

// One read at a time: what changes meanwhile is read by the next.
void AuditController::read()
{
    if (!m_project || m_jobs.isRunning(kReadSlot)) {
        return;
    }
    m_stale = false;
    const bool whole = std::exchange(m_dataStale, false) || !m_read;
    m_jobs.start(
        kReadSlot, {},
        [project = m_project, known = overview(), whole](
            Progress&) { return whole ? AuditOverview::load(*project) : known.reread(*project); },
        [this, whole](const Result<AuditOverview>& overview) { take(overview, whole); });
}

void AuditController::take(const Result<AuditOverview>& overview, bool whole)
{
    if (!overview) {
        m_stale = true;
        m_dataStale |= whole;
        emit failed(overview.error());
        return;
    }
    const DetectorState* before = state();
    const DetectorState* now = overview->find(m_selected);
    // While others run the one that is looked at stays as it is.
    const bool same = isRunning() && before && now && before->standsAs(*now);
    m_model.setOverview(*overview);
    m_read = true;
    if (!state() && !overview->detectors.isEmpty()) {
        m_selected = overview->detectors.first().info().id;
    }
    emit changed(AuditChange::Stage | AuditChange::Overview
        | (same ? AuditChanges() : AuditChanges(AuditChange::Standing)));
    if (m_stale && m_active) {
        read();
    }
}

bool AuditController::select(const QString& detector)
{
    if (!overview().find(detector)) {
        return false;
    }
    if (detector != m_selected) {
        m_selected = detector;
        emit changed(AuditChange::Detector | AuditChange::Standing);
    }
    return true;
}

void AuditController::restore(const QString& selected, const QJsonObject& settings)
{
    m_selected = selected;
    m_settings = AuditSettings::restored(settings);
    emit changed(AuditChange::Settings);
}

void AuditController::setOverrides(const QJsonObject& overrides)
{
    m_settings.set(m_selected, overrides);
    emit changed(AuditChange::Settings);
}

void AuditController::choosePreset(const QString& id)
{
    // Own settings are what somebody sets, and nothing to choose.
    if (id != QLatin1String(AuditSettings::kOwn)) {
        m_settings = AuditSettings::ofPreset(id);
    }
    emit changed(AuditChange::Settings);
}

bool AuditController::canRun() const
{
    return state() && state()->canRun() && canRunAny();
}

bool AuditController::canRunAny() const
{
    const auto& all = overview().detectors;
    return m_project && !isReadOnly() && !isRunning()
        && std::any_of(all.cbegin(), all.cend(), [](const DetectorState& each) { return each.canRun(); });
}

void AuditController::runThis()
{
    if (canRun()) {
        run({m_selected});
    }
}

void AuditController::runAll()
{
    if (canRunAny()) {
        run({});
    }
}

void AuditController::run(const QStringList& detectors)
{
    AuditRequest request;
    request.detectors = detectors;
    request.settings = m_settings.values();
    m_runs.start(
        kRunSlot, tr("Auditing"),
        [project = m_project, request](
            Progress& progress) { return AuditRunner(*project).run(request, progress); },
        [this](const Result<AuditReport>& report) { finish(report); });
    emit changed(AuditChange::Running);
}

void AuditController::finish(const Result<AuditReport>& report)
{
    m_stale = true;
    m_dataStale = true;
    emit changed(AuditChange::Running);
    read();
    if (report) {
        emit finished(*report);
    } else if (report.error().code == ErrorCode::Cancelled) {
        emit stopped();
    } else {
        emit failed(report.error());
    }
}

} // namespace winnow
