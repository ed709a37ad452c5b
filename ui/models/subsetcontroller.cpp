// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/subsetcontroller.h"

#include "core/subset/savesubset.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace winnow {

namespace {

const QString kReadSlot = QStringLiteral("read");
const QString kStudySlot = QStringLiteral("study");

} // namespace

SubsetController::SubsetController(JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_reading(jobs)
    , m_figures(jobs)
    , m_shelf(jobs)
{
    connect(&m_figures, &SubsetMeasurer::changed, this, &SubsetController::changed);
    connect(&m_shelf, &SubsetShelf::changed, this, [this] { emit changed(SubsetChange::Stored); });
}

void SubsetController::setProject(std::shared_ptr<Project> project)
{
    m_reading.waitForAll();
    m_figures.waitForAll();
    m_project = std::move(project);
    m_source.reset();
    m_study.reset();
    m_scope = {};
    m_request = {};
    m_share = kUsualShare;
    m_error.reset();
    m_stale = m_dataStale = true;
    m_figures.forgetNames();
    m_figures.begin(m_project, nullptr, {});
    m_shelf.setProject(m_project);
    emit changed(SubsetChange::Stage | SubsetChange::Source | SubsetChange::Request);
    read();
}

void SubsetController::setPolicy(const Policy& policy)
{
    m_policy = policy;
    m_policyStale = true;
    m_stale = true;
    read();
}

void SubsetController::setActive(bool active)
{
    m_active = active;
    read();
}

void SubsetController::storeChanged(const ChangeSet& changes)
{
    constexpr auto data = ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions;
    m_dataStale = m_dataStale || (changes.parts & data);
    m_stale = m_stale || m_dataStale || (changes.parts & ChangeSet::Subsets);
    if (changes.parts & ChangeSet::Samples) {
        m_figures.forgetNames();
    }
    read();
}

SubsetController::Stage SubsetController::stage() const
{
    return m_error && !m_source              ? Stage::Failed
        : !m_source                          ? Stage::Reading
        : m_source->data->sampleCount() == 0 ? Stage::Empty
                                             : Stage::Ready;
}

void SubsetController::read()
{
    if (!m_active || !m_project || m_policy.name.isEmpty() || !m_stale) {
        return;
    }
    m_stale = false;
    const bool whole = std::exchange(m_dataStale, false) || !m_source;
    const bool others = std::exchange(m_policyStale, false) || whole;
    m_reading.start(
        kReadSlot, whole ? tr("Reading scores") : QString(),
        [project = m_project, policy = m_policy,
            known = whole ? std::shared_ptr<const InsightsData>() : m_source->data](
            Progress& progress) { return SubsetSource::read(*project, policy, known, progress); },
        [this, whole, others](const Result<SubsetSource::Pointer>& source) {
            if (source) {
                takeSource(*source, others);
                return;
            }
            m_stale = true;
            m_dataStale |= whole;
            m_policyStale |= others;
            m_error = source.error();
            emit changed(SubsetChange::Stage | SubsetChange::Choice);
        });
}

void SubsetController::takeSource(const SubsetSource::Pointer& source, bool others)
{
    const bool same = !others && m_source && m_study
        && m_source->marks.subsets.value(m_scope.parent) == source->marks.subsets.value(m_scope.parent);
    m_source = source;
    m_error.reset();
    m_shelf.setSource(source);
    emit changed(SubsetChange::Stage | SubsetChange::Source);
    if (!same) {
        makeStudy();
    }
}

void SubsetController::setScope(const SubsetScope& scope)
{
    if (scope != m_scope) {
        m_scope = scope;
        emit changed(SubsetChange::Request);
        makeStudy();
    }
}

void SubsetController::makeStudy()
{
    if (!m_source) {
        return;
    }
    m_reading.start(
        kStudySlot, {},
        [source = m_source, scope = m_scope](Progress&) { return SubsetStudy::of(*source, scope); },
        [this](const Result<SubsetStudy::Pointer>& study) { takeStudy(study); });
}

void SubsetController::takeStudy(const Result<SubsetStudy::Pointer>& study)
{
    m_study = study.value_or(nullptr);
    m_error = study ? std::optional<Error>() : study.error();
    if (m_study && m_share > 0) {
        m_request.budget = std::clamp<qint64>(std::llround(m_share * double(candidates())),
            std::min<qint64>(10, candidates()), std::max<qint64>(1, candidates()));
    }
    emit changed(SubsetChange::Source | SubsetChange::Request);
    m_figures.begin(m_project, m_study, m_request);
}

void SubsetController::setRequest(const SubsetRequest& request)
{
    if (request == m_request) {
        return;
    }
    if (request.budget != m_request.budget) {
        m_share = candidates() ? double(request.budget) / double(candidates()) : 0;
    }
    m_request = request;
    emit changed(SubsetChange::Request);
    m_figures.ask(request);
}

void SubsetController::setBudget(qint64 budget)
{
    SubsetRequest request = m_request;
    request.budget = budget;
    setRequest(request);
}

void SubsetController::want(const QVector<SampleId>& samples, Wanted wanted)
{
    SubsetScope scope = m_scope;
    for (const SampleId sample : samples) {
        scope.musts.removeAll(sample);
        scope.vetoes.removeAll(sample);
        if (wanted != Wanted::Either) {
            (wanted == Wanted::In ? scope.musts : scope.vetoes).append(sample);
        }
    }
    setScope(scope);
}

void SubsetController::open(const Subset& subset)
{
    const StoredRequest stored = StoredRequest::of(subset.request);
    m_request = stored.request;
    m_scope = stored.scope;
    m_share = 0;
    emit changed(SubsetChange::Request);
    makeStudy();
}

} // namespace winnow
