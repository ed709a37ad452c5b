// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/importqueue.h"

#include <QFileInfo>

#include <algorithm>

namespace winnow {

bool ImportQueue::isKnown() const
{
    return std::any_of(
        m_files.cbegin(), m_files.cend(), [](const ImportFile& file) { return file.isKnown(); });
}

void ImportQueue::setRow(int row)
{
    m_row = m_files.isEmpty() ? -1 : qBound(0, row, int(m_files.size()) - 1);
}

int ImportQueue::rowOf(int id) const
{
    const auto found = std::find_if(
        m_files.cbegin(), m_files.cend(), [id](const ImportFile& file) { return file.id == id; });
    return found == m_files.cend() ? -1 : int(found - m_files.cbegin());
}

ImportFile* ImportQueue::find(int id)
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_files[row];
}

QVector<ImportRequest> ImportQueue::waiting() const
{
    QVector<ImportRequest> requests;
    for (const ImportFile& file : m_files) {
        if (!file.report && !file.importing) {
            requests.append(file.request);
        }
    }
    return requests;
}

int ImportQueue::add(const ImportRequest& request)
{
    const QString whole = QFileInfo(request.file).absoluteFilePath();
    for (ImportFile& file : m_files) {
        if (file.path == whole && !file.report && !file.importing) {
            file.outdate();
            return file.id;
        }
    }
    ImportFile file;
    file.id = ++m_lastId;
    file.path = whole;
    file.request = request;
    file.request.file = whole;
    m_files.append(file);
    setRow(m_row);
    return file.id;
}

void ImportQueue::remove(int id)
{
    const int row = rowOf(id);
    if (row >= 0) {
        m_files.removeAt(row);
        // The same file stays in view, unless it is the one that went.
        setRow(row < m_row ? m_row - 1 : m_row);
    }
}

void ImportQueue::split(int id, const QStringList& parts)
{
    int row = rowOf(id);
    if (row < 0) {
        return;
    }
    const ImportFile whole = m_files.takeAt(row);
    for (const QString& part : parts) {
        ImportFile file;
        file.id = ++m_lastId;
        file.path = part;
        file.request = whole.request;
        file.request.file = part;
        m_files.insert(row++, file);
    }
    setRow(m_row);
}

void ImportQueue::clear()
{
    m_files.clear();
    m_row = -1;
}

void ImportQueue::outdate()
{
    for (ImportFile& file : m_files) {
        if (!file.report && !file.error && !file.importing) {
            file.outdate();
        }
    }
}

void ImportQueue::forgetReports(const QVector<ImportRecord>& imports)
{
    for (const ImportRecord& import : imports) {
        for (ImportFile& file : m_files) {
            if (file.report && file.report->id == import.id) {
                file.forgetReport();
            }
        }
    }
    outdate();
}

int ImportQueue::nextToPlan(bool edited) const
{
    const auto wanted
        = [edited](const ImportFile& file) { return file.needsPlan() && (edited || !file.isKnown()); };
    if (file() && wanted(*file())) {
        return file()->id;
    }
    const auto found = std::find_if(m_files.cbegin(), m_files.cend(), wanted);
    return found == m_files.cend() ? 0 : found->id;
}

int ImportQueue::nextReady() const
{
    const auto found = std::find_if(m_files.cbegin(), m_files.cend(),
        [](const ImportFile& file) { return file.state() == ImportFile::State::Ready; });
    return found == m_files.cend() ? 0 : found->id;
}

} // namespace winnow
