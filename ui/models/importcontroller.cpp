// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importcontroller.h"

#include "core/store/importstore.h"

#include <QSaveFile>

#include <algorithm>

namespace winnow {

namespace {

Result<> writeReport(const Project& project, ImportId import, const QString& path)
{
    const auto issues = project.read([&](sqlite::Connection& c) { return ImportStore(c).issues(import); });
    if (!issues) {
        return tl::unexpected<Error>(issues.error());
    }
    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) || out.write(issuesToCsv(*issues)) < 0 || !out.commit()) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2")).arg(path, out.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another folder or make room on the disk")));
    }
    return {};
}

} // namespace

ImportController::ImportController(JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_planner(m_queue)
    , m_runner(m_queue, jobs)
    , m_records(jobs)
    , m_jobs(nullptr)
{
    connectParts();
}

void ImportController::connectParts()
{
    connect(&m_planner, &ImportPlanner::changed, this, &ImportController::changed);
    connect(&m_planner, &ImportPlanner::refused, this, &ImportController::refused);
    connect(&m_planner, &ImportPlanner::failed, this, &ImportController::failed);
    connect(&m_runner, &ImportRunner::changed, this, &ImportController::changed);
    connect(&m_runner, &ImportRunner::stopped, this, &ImportController::stopped);
    connect(&m_runner, &ImportRunner::imported, &m_records, &ImportRecords::read);
    connect(&m_runner, &ImportRunner::ended, this, [this] {
        // Other files may belong to the dataset that now exists.
        m_queue.outdate();
        m_planner.planNext();
    });
    connect(&m_mappings, &ImportMappings::failed, this, &ImportController::failed);
    connect(&m_mappings, &ImportMappings::saved, this, &ImportController::saved);
    connect(&m_mappings, &ImportMappings::changed, this, [this] { emit changed(ImportPart::File); });
    connect(&m_records, &ImportRecords::failed, this, &ImportController::failed);
    connect(&m_records, &ImportRecords::changed, this, [this] { emit changed(ImportPart::Records); });
    connect(&m_records, &ImportRecords::undone, this,
        [this](const UndoneImport& done, const QVector<ImportRecord>& parts) {
            m_queue.forgetReports(parts);
            emit changed(ImportPart::Files | ImportPart::File);
            m_planner.planNext();
            emit undone(done);
        });
}

void ImportController::setProject(std::shared_ptr<Project> project)
{
    m_jobs.waitForAll();
    m_queue.clear();
    m_project = project;
    m_planner.setProject(project);
    m_runner.setProject(project);
    emit changed(ImportPart::Files | ImportPart::File | ImportPart::Preview);
    m_records.setProject(project);
    if (m_project) {
        m_mappings.readNames();
    }
}

bool ImportController::isBusy() const
{
    return m_planner.isBusy() || m_runner.isBusy() || m_records.isBusy() || m_mappings.isBusy()
        || !m_jobs.isIdle();
}

void ImportController::add(const QVector<ImportRequest>& requests)
{
    if (requests.isEmpty() || !m_project) {
        return;
    }
    for (const ImportRequest& request : requests) {
        m_queue.add(request);
    }
    emit movedOn();
    emit changed(ImportPart::Files | ImportPart::File);
    m_planner.planChosen();
}

void ImportController::choose(int row)
{
    const int before = m_queue.row();
    m_queue.setRow(row);
    if (m_queue.row() != before) {
        emit changed(ImportPart::File);
        m_planner.showPreview();
    }
}

ImportFile* ImportController::editable()
{
    ImportFile* file = m_queue.file() ? m_queue.find(m_queue.file()->id) : nullptr;
    return file && file->plan && !file->importing && !file->report ? file : nullptr;
}

void ImportController::edited(bool atOnce)
{
    emit movedOn();
    if (atOnce) {
        m_planner.planNow();
    } else {
        m_planner.planSoon();
    }
}

void ImportController::leaveOut()
{
    const ImportFile* file = m_queue.file();
    if (!file || file->importing) {
        return;
    }
    m_queue.remove(file->id);
    emit movedOn();
    emit changed(ImportPart::Files | ImportPart::File);
    m_planner.showPreview();
    m_planner.planNext();
}

void ImportController::setRole(ImportRole role)
{
    if (ImportFile* file = editable()) {
        file->setRole(role);
        edited(true);
    }
}

void ImportController::say(const std::function<void(ImportRequest&)>& change, bool atOnce)
{
    if (ImportFile* file = editable()) {
        change(file->request);
        file->outdate();
        edited(atOnce);
    }
}

void ImportController::setForm(const ImportForm& form)
{
    if (ImportFile* file = editable(); file && file->take(form)) {
        edited(false);
    }
}

void ImportController::importThis()
{
    if (const ImportFile* file = m_queue.file()) {
        emit movedOn();
        m_runner.start(file->id);
    }
}

void ImportController::importAll()
{
    emit movedOn();
    m_runner.startAll();
}

void ImportController::saveReport(const QString& path)
{
    const ImportFile* file = m_queue.file();
    if (!file || !file->report || !m_project) {
        return;
    }
    m_jobs.start(
        QStringLiteral("save"), {},
        [project = m_project, id = file->report->id, path](
            Progress&) { return writeReport(*project, id, path); },
        [this, path](const Result<>& written) {
            if (written) {
                emit saved(path);
            } else {
                emit failed(written.error());
            }
        });
}

void ImportController::undo(ImportId import)
{
    emit movedOn();
    m_records.undo(import);
}

QString ImportController::roleTitle(ImportRole role)
{
    switch (role) {
    case ImportRole::Samples:
        return tr("Samples");
    case ImportRole::Responses:
        return tr("Model responses");
    case ImportRole::Both:
        return tr("Samples with responses");
    }
    return {};
}

} // namespace winnow
