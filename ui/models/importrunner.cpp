// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importrunner.h"

#include <algorithm>
#include <utility>

namespace winnow {

ImportRunner::ImportRunner(ImportQueue& queue, JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_queue(queue)
    , m_jobs(jobs)
{
}

void ImportRunner::setProject(std::shared_ptr<Project> project)
{
    m_jobs.waitForAll();
    m_all = false;
    m_project = std::move(project);
}

bool ImportRunner::canImport(const ImportFile& file) const
{
    return isFree() && file.state() == ImportFile::State::Ready;
}

bool ImportRunner::canImportAny() const
{
    return isFree() && m_queue.nextReady() != 0;
}

void ImportRunner::start(int id)
{
    ImportFile* file = m_queue.find(id);
    if (!file || !canImport(*file)) {
        return;
    }
    file->importing = true;
    m_jobs.start(
        QStringLiteral("import"), tr("Importing %1").arg(file->name()),
        [project = m_project, request = file->request](
            Progress& progress) { return runImport(*project, request, progress); },
        [this, id](const Result<ImportReport>& report) { take(id, report); });
    emit changed(ImportPart::Files | ImportPart::File);
}

void ImportRunner::startAll()
{
    m_all = canImportAny();
    if (m_all) {
        start(m_queue.nextReady());
    }
}

void ImportRunner::take(int id, const Result<ImportReport>& report)
{
    ImportFile* file = m_queue.find(id);
    file->importing = false;
    const bool cancelled = !report && report.error().code == ErrorCode::Cancelled;
    if (report) {
        file->report = *report;
    } else if (!cancelled) {
        file->error = report.error();
    }
    emit changed(ImportPart::Files | ImportPart::File);
    if (report) {
        emit imported();
    } else if (cancelled) {
        m_all = false;
        emit stopped();
    }
    if (m_all) {
        startAll();
    }
    if (!isBusy()) {
        emit ended();
    }
}

} // namespace winnow
