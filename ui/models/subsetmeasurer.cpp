// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/subsetmeasurer.h"

#include <utility>

namespace winnow {

namespace {

const QString kChoiceSlot = QStringLiteral("choice");
const QString kMethodsSlot = QStringLiteral("methods");

} // namespace

const QString SubsetMeasurer::kCurvesSlot = QStringLiteral("curves");

SubsetMeasurer::SubsetMeasurer(JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
{
}

void SubsetMeasurer::begin(
    std::shared_ptr<Project> project, const SubsetStudy::Pointer& study, const SubsetRequest& request)
{
    m_jobs.cancelAll();
    m_project = std::move(project);
    m_study = study;
    m_request = request;
    m_curves = {};
    m_choice = {};
    m_methods.clear();
    m_error.reset();
    m_again = false;
    emit changed(SubsetChange::Curves | SubsetChange::Choice | SubsetChange::Methods);
    if (m_study) {
        measureCurves();
    }
}

void SubsetMeasurer::ask(const SubsetRequest& request)
{
    SubsetRequest same = request;
    same.budget = m_request.budget;
    same.shares = m_request.shares;
    const bool otherCurves = same != m_request;
    m_request = request;
    if (!m_study) {
        return;
    }
    if (otherCurves) {
        measureCurves();
    } else {
        choose();
    }
}

void SubsetMeasurer::measureCurves()
{
    m_jobs.cancel(kMethodsSlot);
    m_choiceWaits = true;
    m_jobs.startInParts<SubsetCurves>(
        kCurvesSlot, tr("Trying subsets"),
        [study = m_study, request = m_request](Progress& progress, const auto& deliver) {
            return SubsetCurves::of(*study, request, progress, deliver);
        },
        [this](const SubsetCurves& part) {
            m_curves = part;
            emit changed(SubsetChange::Curves);
            // A curve is what people wait for; the set comes after it.
            if (std::exchange(m_choiceWaits, false)) {
                choose();
            }
        },
        [this](const Result<SubsetCurves>& curves) {
            if (curves) {
                m_curves = *curves;
            }
            emit changed(SubsetChange::Curves);
            // Now there are more ways to part the models.
            if (std::exchange(m_choiceWaits, false) || m_choice.splits < m_study->splits(m_study->stage())) {
                choose();
            } else {
                tryAll();
            }
        });
}

void SubsetMeasurer::choose()
{
    m_jobs.cancel(kMethodsSlot);
    // While the slider moves, each step would cancel the one before and nothing would ever be told.
    if (m_jobs.isRunning(kChoiceSlot) && !m_told) {
        m_again = true;
        return;
    }
    m_again = false;
    m_told = false;
    m_jobs.startInParts<SubsetChoice>(
        kChoiceSlot, {},
        [project = m_project, study = m_study, request = m_request, names = m_names](
            Progress& progress, const auto& deliver) {
            return SubsetChoice::of(*project, study, request, *names, progress, deliver);
        },
        [this](const SubsetChoice& part) {
            m_told = true;
            takeChoice(part);
            if (m_again) {
                choose();
            }
        },
        [this](const Result<SubsetChoice>& choice) {
            if (m_again) {
                choose();
            } else {
                finishChoice(choice);
            }
        });
}

void SubsetMeasurer::takeChoice(const SubsetChoice& choice)
{
    m_error.reset();
    m_choice = choice;
    emit changed(SubsetChange::Choice);
}

void SubsetMeasurer::finishChoice(const Result<SubsetChoice>& choice)
{
    if (choice) {
        takeChoice(*choice);
        tryAll();
        return;
    }
    m_choice = {};
    m_error = choice.error();
    emit changed(SubsetChange::Choice);
}

void SubsetMeasurer::tryAll()
{
    if (!m_choice.study || m_jobs.isRunning(kCurvesSlot) || m_jobs.isRunning(kChoiceSlot)) {
        return;
    }
    const auto take = [this](const QVector<SubsetMethodTrial>& tried) {
        m_methods = tried;
        emit changed(SubsetChange::Methods);
    };
    m_jobs.startInParts<QVector<SubsetMethodTrial>>(
        kMethodsSlot, tr("Trying all methods"),
        [study = m_study, request = m_choice.chosen.request](Progress& progress, const auto& deliver) {
            return tryMethods(*study, request, progress, deliver);
        },
        take,
        [take](const Result<QVector<SubsetMethodTrial>>& methods) {
            if (methods) {
                take(*methods);
            }
        });
}

} // namespace winnow
