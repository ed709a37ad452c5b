// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/base/regularfile.h"
#include "core/base/remedy.h"
#include "core/store/ledgermigration.h"
#include "core/store/responsemigration.h"

#include <QFileInfo>
#include <QtEndian>

static void initStoreResources()
{
    Q_INIT_RESOURCE(store);
}

namespace winnow {

QVector<Migration> projectMigrations()
{
    initStoreResources();
    const auto script = [](const QString& name) {
        QFile file(QStringLiteral(":/winnow/store/schema/%1.sql").arg(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    return {{script(QStringLiteral("0001_initial"))}, {script(QStringLiteral("0002_flag_runs"))},
        {script(QStringLiteral("0003_judgements"))}, {script(QStringLiteral("0004_ledger")), &convertLedger},
        {script(QStringLiteral("0005_packed_responses")), &packResponses},
        {script(QStringLiteral("0006_imports"))}, {script(QStringLiteral("0007_subsets"))},
        {script(QStringLiteral("0008_steps_prices"))}};
}

Result<UpgradeReport> migrate(sqlite::Connection& connection, const QVector<Migration>& migrations)
{
    return sqlite::guarded([&]() -> Result<UpgradeReport> {
        const qint64 from = connection.integer(QStringLiteral("PRAGMA user_version"));
        if (from > migrations.size()) {
            return fail(ErrorCode::NewerVersion,
                Sentence::of(QT_TRANSLATE_NOOP("Error",
                                 "%1 was written by a newer Winnow (file version %2, this program knows %3)"))
                    .arg(connection.path())
                    .arg(from)
                    .arg(migrations.size()),
                Sentence::of(
                    QT_TRANSLATE_NOOP("Error", "Install the newer Winnow, or open a backup of the file")));
        }
        UpgradeReport report;
        for (qint64 step = from; step < migrations.size(); ++step) {
            sqlite::Transaction transaction(connection, sqlite::Transaction::Kind::Exclusive);
            connection.execute(migrations.at(step).script);
            if (const auto convert = migrations.at(step).convert) {
                report.disputed += convert(connection).newlyDisputed;
            }
            connection.execute(QStringLiteral("PRAGMA application_id=%1").arg(kApplicationId));
            connection.execute(QStringLiteral("PRAGMA user_version=%1").arg(step + 1));
            transaction.commit();
            ++report.steps;
        }
        return report;
    });
}

Result<int> probeProjectFile(const QString& path, int ourVersion)
{
    QFile file(path);
    if (!file.exists()) {
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 does not exist")).arg(path),
            adviceFor(Remedy::NewProject));
    }
    if (QFileInfo(path).isDir()) {
        return fail(ErrorCode::NotAProject,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is a folder")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose a .winnow file")));
    }
    if (auto opened = openRegularFile(file, path); !opened) {
        Error error = opened.error();
        error.code = error.code == ErrorCode::WrongKind ? ErrorCode::NotAProject : error.code;
        return tl::unexpected<Error>(error);
    }
    const QByteArray header = file.read(100);
    if (header.isEmpty()) {
        return fail(ErrorCode::NotAProject, Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is empty")).arg(path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Go back to a backup of it, or choose another file")));
    }
    const Sentence remedy = Sentence::of(
        QT_TRANSLATE_NOOP("Error", "Choose a .winnow file, or import this file into a project"));
    if (!header.startsWith(QByteArray("SQLite format 3\0", 16))) {
        return fail(ErrorCode::NotAProject,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a Winnow project")).arg(path), remedy);
    }
    if (header.size() < 100) {
        return fail(ErrorCode::Damaged,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is cut off after %2 bytes"))
                .arg(path)
                .arg(header.size()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Restore the backup beside it")));
    }
    const auto applicationId = qFromBigEndian<qint32>(header.constData() + 68);
    const auto version = qFromBigEndian<qint32>(header.constData() + 60);
    // A file whose first migration is still in the write-ahead log has neither number in its header yet.
    const bool logBeside = QFileInfo(path + QStringLiteral("-wal")).size() > 0;
    if (applicationId != kApplicationId && !(applicationId == 0 && logBeside)) {
        return fail(ErrorCode::NotAProject,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is an SQLite database, but not a Winnow project"))
                .arg(path),
            remedy);
    }
    if (version > ourVersion) {
        return fail(ErrorCode::NewerVersion,
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                             "%1 was written by a newer Winnow (file version %2, this program knows %3)"))
                .arg(path)
                .arg(version)
                .arg(ourVersion),
            Sentence::of(
                QT_TRANSLATE_NOOP("Error", "Install the newer Winnow, or open a backup of the file")));
    }
    return version;
}

} // namespace winnow
