// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QDateTime>

namespace winnow {

/// The projects opened last, newest first, kept in the state settings. Never looks at the files: a project
/// on an absent network drive must not delay the start.
class RecentProjects : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { PathRole = Qt::UserRole, OpenedRole };

    explicit RecentProjects(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void add(const QString& path);
    void remove(const QString& path);
    void clear();

private:
    struct Entry {
        QString path;
        QDateTime opened;
    };

    void load();
    void save() const;

    QVector<Entry> m_entries;
};

} // namespace winnow
