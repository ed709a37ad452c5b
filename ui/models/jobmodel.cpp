// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jobmodel.h"

namespace winnow {

void JobProgress::report(qint64 done, qint64 total, const QString& step)
{
    const QMutexLocker lock(&m_mutex);
    m_state.done = done;
    m_state.total = total;
    m_state.step = step;
    m_left.report(done, total, step, m_clock.elapsed());
}

std::optional<double> JobProgress::Snapshot::share() const
{
    return total > 0 ? std::optional<double>(qBound(0.0, double(done) / double(total), 1.0)) : std::nullopt;
}

JobProgress::Snapshot JobProgress::snapshot() const
{
    const QMutexLocker lock(&m_mutex);
    Snapshot now = m_state;
    now.secondsLeft = m_left.seconds(m_clock.elapsed());
    return now;
}

JobModel::JobModel(QObject* parent)
    : QAbstractListModel(parent)
{
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &JobModel::poll);
}

int JobModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant JobModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case TitleRole:
        return row.title;
    case StepRole:
        return row.shown.step;
    case DoneRole:
        return row.shown.done;
    case TotalRole:
        return row.shown.total;
    case SecondsLeftRole:
        return row.shown.secondsLeft ? QVariant(*row.shown.secondsLeft) : QVariant();
    case CancelledRole:
        return row.progress->isCancelled();
    default:
        return {};
    }
}

int JobModel::add(const QString& title, std::shared_ptr<JobProgress> progress)
{
    const int position = int(m_rows.size());
    beginInsertRows({}, position, position);
    const int id = m_nextId++;
    m_rows.append({id, title, std::move(progress), {}});
    endInsertRows();
    m_timer.start();
    return id;
}

void JobModel::remove(int id)
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).id == id) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
            break;
        }
    }
    if (m_rows.isEmpty()) {
        m_timer.stop();
    }
}

void JobModel::cancel(int row)
{
    if (row >= 0 && row < m_rows.size()) {
        m_rows.at(row).progress->cancel();
        emit dataChanged(index(row), index(row));
    }
}

void JobModel::cancelAll()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        cancel(row);
    }
}

void JobModel::poll()
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const JobProgress::Snapshot now = m_rows.at(row).progress->snapshot();
        JobProgress::Snapshot& shown = m_rows[row].shown;
        if (now.done != shown.done || now.total != shown.total || now.step != shown.step
            || now.secondsLeft != shown.secondsLeft) {
            shown = now;
            emit dataChanged(index(row), index(row));
        }
    }
}

} // namespace winnow
