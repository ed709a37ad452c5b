// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recentprojects.h"

#include "ui/models/plaintext.h"
#include "ui/models/preferences.h"
#include "ui/models/settings.h"

#include <QFileInfo>

namespace winnow {

namespace {

constexpr int kMost = 12;

QString arrayKey()
{
    return QLatin1String(preferenceInfo(Preference::RecentProjects).key);
}

} // namespace

RecentProjects::RecentProjects(QObject* parent)
    : QAbstractListModel(parent)
{
    load();
}

int RecentProjects::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant RecentProjects::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry& entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(entry.path).completeBaseName();
    case Qt::ToolTipRole:
        return plainTip(entry.path);
    case PathRole:
        return entry.path;
    case OpenedRole:
        return entry.opened;
    default:
        return {};
    }
}

void RecentProjects::add(const QString& path)
{
    remove(path);
    beginInsertRows({}, 0, 0);
    m_entries.prepend({path, QDateTime::currentDateTime()});
    endInsertRows();
    if (m_entries.size() > kMost) {
        beginRemoveRows({}, kMost, int(m_entries.size()) - 1);
        m_entries.resize(kMost);
        endRemoveRows();
    }
    save();
}

void RecentProjects::remove(const QString& path)
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).path == path) {
            beginRemoveRows({}, row, row);
            m_entries.removeAt(row);
            endRemoveRows();
            save();
            return;
        }
    }
}

void RecentProjects::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
    save();
}

void RecentProjects::load()
{
    const auto settings = stateSettings();
    const int count = settings->beginReadArray(arrayKey());
    for (int i = 0; i < qMin(count, kMost); ++i) {
        settings->setArrayIndex(i);
        m_entries.append({settings->value(QStringLiteral("path")).toString(),
            settings->value(QStringLiteral("opened")).toDateTime()});
    }
    settings->endArray();
}

void RecentProjects::save() const
{
    const auto settings = stateSettings();
    settings->remove(arrayKey());
    settings->beginWriteArray(arrayKey(), int(m_entries.size()));
    for (int i = 0; i < m_entries.size(); ++i) {
        settings->setArrayIndex(i);
        settings->setValue(QStringLiteral("path"), m_entries.at(i).path);
        settings->setValue(QStringLiteral("opened"), m_entries.at(i).opened);
    }
    settings->endArray();
}

} // namespace winnow
