// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importrecords.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace winnow {

namespace {

const QString kReadSlot = QStringLiteral("read");
const QString kUndoSlot = QStringLiteral("undo");

} // namespace

ImportRecords::ImportRecords(JobModel* jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
{
}

void ImportRecords::setProject(std::shared_ptr<Project> project)
{
    m_jobs.waitForAll();
    m_project = std::move(project);
    m_history = {};
    emit changed();
    read();
}

void ImportRecords::read()
{
    if (!m_project) {
        return;
    }
    m_jobs.start(
        kReadSlot, {}, [project = m_project](Progress&) { return loadImportHistory(*project); },
        [this](const Result<ImportHistory>& history) {
            if (!history) {
                emit failed(history.error());
                return;
            }
            m_history = *history;
            emit changed();
        });
}

void ImportRecords::undo(ImportId import)
{
    const auto line = std::find_if(m_history.lines.cbegin(), m_history.lines.cend(),
        [import](const ImportHistory::Line& each) { return each.record.id == import; });
    if (line == m_history.lines.cend() || !line->canUndo || m_jobs.isRunning(kUndoSlot)) {
        return;
    }
    m_jobs.start(
        kUndoSlot, tr("Undoing the import of %1").arg(QFileInfo(line->record.file).fileName()),
        [project = m_project, import](Progress&) { return undoImport(*project, import); },
        [this, parts = m_history.partsOf(import)](const Result<UndoneImport>& done) {
            if (done) {
                emit undone(*done, parts);
            } else {
                emit failed(done.error());
            }
            read();
        });
}

} // namespace winnow
