// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

static void initStoreResources()
{
    Q_INIT_RESOURCE(store);
}

namespace winnow {

QStringList projectMigrations()
{
    initStoreResources();
    QStringList scripts;
    for (const QString& name : {QStringLiteral("0001_initial"), QStringLiteral("0002_flag_runs"),
             QStringLiteral("0003_judgements")}) {
        QFile file(QStringLiteral(":/winnow/store/schema/%1.sql").arg(name));
        if (file.open(QIODevice::ReadOnly)) {
            scripts.append(QString::fromUtf8(file.readAll()));
        }
    }
    return scripts;
}

Result<int> migrate(sqlite::Connection& connection, const QStringList& scripts)
{
    return sqlite::guarded([&]() -> Result<int> {
        const qint64 from = connection.integer(QStringLiteral("PRAGMA user_version"));
        if (from > scripts.size()) {
            return fail(ErrorCode::NewerVersion,
                QStringLiteral("%1 was written by a newer Winnow (file version %2, this program knows %3)")
                    .arg(connection.path())
                    .arg(from)
                    .arg(scripts.size()),
                QStringLiteral("Install the newer Winnow, or open a backup of the file"));
        }
        for (qint64 step = from; step < scripts.size(); ++step) {
            sqlite::Transaction transaction(connection, sqlite::Transaction::Kind::Exclusive);
            connection.execute(scripts.at(step));
            connection.execute(QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId));
            connection.execute(QStringLiteral("PRAGMA user_version=%1").arg(step + 1));
            transaction.commit();
        }
        return int(scripts.size() - from);
    });
}

Result<int> probeProjectFile(const QString& path, int ourVersion)
{
    QFile file(path);
    if (!file.exists()) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 does not exist").arg(path),
            QStringLiteral("Check the name, or create it with \"winnow-cli new\""));
    }
    if (QFileInfo(path).isDir()) {
        return fail(ErrorCode::NotAProject, QStringLiteral("%1 is a folder").arg(path),
            QStringLiteral("Choose a .winnow file"));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()),
            QStringLiteral("Check that you may read it"));
    }
    const QByteArray header = file.read(100);
    const QString remedy = QStringLiteral("Choose a .winnow file, or import this file into a project");
    if (!header.startsWith(QByteArray("SQLite format 3\0", 16))) {
        return fail(ErrorCode::NotAProject, QStringLiteral("%1 is not a Winnow project").arg(path), remedy);
    }
    if (header.size() < 100) {
        return fail(ErrorCode::Damaged,
            QStringLiteral("%1 is cut off after %2 bytes").arg(path).arg(header.size()),
            QStringLiteral("Restore the backup beside it"));
    }
    const auto applicationId = qFromBigEndian<qint32>(header.constData() + 68);
    const auto version = qFromBigEndian<qint32>(header.constData() + 60);
    // A file whose first migration is still in the write-ahead log has neither number in its header yet.
    const bool logBeside = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (applicationId != kApplicationId && !(applicationId == 0 && logBeside)) {
        return fail(ErrorCode::NotAProject,
            QStringLiteral("%1 is an SQLite database, but not a Winnow project").arg(path), remedy);
    }
    if (version > ourVersion) {
        return fail(ErrorCode::NewerVersion,
            QStringLiteral("%1 was written by a newer Winnow (file version %2, this program knows %3)")
                .arg(path)
                .arg(version)
                .arg(ourVersion),
            QStringLiteral("Install the newer Winnow, or open a backup of the file"));
    }
    return version;
}

} // namespace winnow
