// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importplanner.h"

#include <utility>

namespace winnow {

namespace {

const QString kPlanSlot = QStringLiteral("plan");
const QString kPreviewSlot = QStringLiteral("preview");
constexpr int kTypingPause = 250;
constexpr int kPreviewRows = 20;

} // namespace

ImportPlanner::ImportPlanner(ImportQueue& queue, QObject* parent)
    : QObject(parent)
    , m_queue(queue)
    , m_jobs(nullptr)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &ImportPlanner::planNext);
}

void ImportPlanner::setProject(std::shared_ptr<Project> project)
{
    m_pause.stop();
    m_jobs.waitForAll();
    m_project = std::move(project);
    m_refused.clear();
    m_showNext = false;
    m_preview.reset();
}

void ImportPlanner::planChosen()
{
    m_refused.clear();
    m_showNext = true;
    planNext();
}

void ImportPlanner::plan(int id)
{
    const ImportFile* file = m_queue.find(id);
    if (!m_project || !file) {
        // What is being looked at went, or is as good as it can be.
        m_jobs.cancel(kPlanSlot);
        return;
    }
    m_jobs.start(
        kPlanSlot, {},
        [project = m_project, request = file->request](
            Progress&) { return outlineImport(*project, request); },
        [this, id, said = file->said](const Result<ImportPlan>& plan) { take(id, said, plan); });
}

void ImportPlanner::take(int id, int said, const Result<ImportPlan>& plan)
{
    ImportFile* file = m_queue.find(id);
    // What is imported meanwhile is not refused or planned any more.
    if (file && (file->importing || file->report)) {
        file = nullptr;
    }
    if (file && !plan) {
        refuse(id, plan.error());
    } else if (file && !plan->files.parts.isEmpty()) {
        m_queue.split(id, plan->files.parts);
        emit changed(ImportPart::Files | ImportPart::File);
    } else if (file) {
        file->plan = *plan;
        file->planned = said;
        if (std::exchange(m_showNext, false)) {
            m_queue.setRow(m_queue.rowOf(id));
        }
        const bool inView = m_queue.file() == m_queue.find(id);
        emit changed(inView ? ImportParts(ImportPart::Files | ImportPart::File) : ImportPart::Files);
        if (inView) {
            readPreview();
        }
    }
    planNext();
}

void ImportPlanner::refuse(int id, const Error& error)
{
    const bool inView = m_queue.row() == m_queue.rowOf(id);
    m_queue.remove(id);
    m_refused.append(error);
    emit changed(ImportPart::Files | ImportPart::File);
    if (inView) {
        showPreview();
    }
    emit refused(m_refused);
}

void ImportPlanner::showPreview()
{
    m_jobs.cancel(kPreviewSlot);
    m_preview.reset();
    emit changed(ImportPart::Preview);
    readPreview();
}

void ImportPlanner::readPreview()
{
    m_jobs.cancel(kPreviewSlot);
    const ImportFile* file = m_queue.file();
    if (!m_project || !file || !file->plan || file->report) {
        return;
    }
    m_jobs.start(
        kPreviewSlot, {},
        [project = m_project, request = file->request, plan = *file->plan](
            Progress&) { return previewImport(*project, request, plan, kPreviewRows); },
        [this](const Result<ImportPreview>& preview) {
            m_preview = preview ? std::optional(*preview) : std::nullopt;
            emit changed(ImportPart::Preview);
            if (!preview) {
                emit failed(preview.error());
            }
        });
}

} // namespace winnow
