// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backups.h"

#include "core/base/clock.h"
#include "core/base/remedy.h"
#include "core/sqlite/backup.h"
#include "core/sqlite/filelocks.h"
#include "core/store/migrations.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStorageInfo>

#include <algorithm>

namespace winnow {

using sqlite::Connection;

namespace {

constexpr int kNewest = 5;
constexpr int kDays = 5;
constexpr int kUpgrades = 3;
constexpr qint64 kMostBytes = qint64(2) << 30;
constexpr qint64 kRoomLeft = qint64(512) << 20;
constexpr int kAbandonedSeconds = 3600;

/// The end of a name that makeBackup gives: version, time, number within the second.
const QRegularExpression kMade(QStringLiteral("\\.backup(-v\\d+)?-(\\d{8}T\\d{6}Z)(?:-(\\d+))?$"));

int numberOf(const QString& path)
{
    return qMax(1, kMade.match(path).captured(3).toInt());
}

const QString kTimeFormat = QStringLiteral("yyyyMMdd'T'HHmmss'Z'");

QString timeNow()
{
    return QDateTime::fromString(nowUtc(), Qt::ISODateWithMs).toUTC().toString(kTimeFormat);
}

/// `name`, or the first of `name`-2, `name`-3 … that is free.
QString freeName(const QString& name)
{
    QString free = name;
    for (int i = 2; QFileInfo::exists(free); ++i) {
        free = QStringLiteral("%1-%2").arg(name).arg(i);
    }
    return free;
}

/// The project's file where its links lead; its backups are beside that.
QString resolved(const QString& project)
{
    const QString file = QFileInfo(project).canonicalFilePath();
    return file.isEmpty() ? QFileInfo(project).absoluteFilePath() : file;
}

QFileInfoList beside(const QString& project, const QString& pattern)
{
    const QFileInfo info(resolved(project));
    QFileInfoList found;
    for (const QFileInfo& file : QDir(info.absolutePath()).entryInfoList(QDir::Files | QDir::Hidden)) {
        // Not as a name filter: a project's name may hold the signs of one.
        if (file.fileName().startsWith(info.fileName() + QStringLiteral(".backup"))
            && QRegularExpression(QRegularExpression::anchoredPattern(pattern))
                   .match(file.fileName().mid(info.fileName().size()))
                   .hasMatch()) {
            found.append(file);
        }
    }
    return found;
}

Result<> verifyBackup(const QString& path)
{
    auto version = probeProjectFile(path, int(projectMigrations().size()));
    if (!version) {
        return tl::unexpected<Error>(version.error());
    }
    auto opened = Connection::open(path, sqlite::OpenMode::ReadOnly);
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    auto checked
        = sqlite::guarded([&] { return (*opened)->text(QStringLiteral("PRAGMA integrity_check(1)")); });
    if (!checked) {
        return tl::unexpected<Error>(checked.error());
    }
    if (*checked != u"ok") {
        return fail(ErrorCode::Damaged,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The backup %1 is damaged (%2)")).arg(path, *checked),
            adviceFor(Remedy::OtherBackup));
    }
    return {};
}

Result<QString> wholeBackup(const QString& project, const QString& chosen)
{
    if (!chosen.isEmpty()) {
        WINNOW_TRY(verifyBackup(chosen));
        return chosen;
    }
    for (const Backup& backup : backupsOf(project)) {
        if (verifyBackup(backup.path)) {
            return backup.path;
        }
    }
    return fail(ErrorCode::NotFound,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no whole backup beside %1")).arg(project),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Try \"winnow-cli check %1 --repair\"")).arg(project));
}

/// Copies bytes to a name that is free, or nothing.
Result<> copyAway(const QString& from, const QString& to, Progress& progress)
{
    QFile source(from);
    QFile target(to);
    bool done = source.open(QIODevice::ReadOnly)
        && target.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered);
    QByteArray block(1 << 20, Qt::Uninitialized);
    qint64 got = 0;
    while (done && !progress.isCancelled() && (got = source.read(block.data(), block.size())) > 0) {
        done = target.write(block.constData(), got) == got;
    }
    if (progress.isCancelled()) {
        target.remove();
        return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
    }
    if (!done || got < 0) {
        const QString reason
            = target.error() == QFileDevice::NoError ? source.errorString() : target.errorString();
        target.remove();
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be kept as %2: %3")).arg(from, to, reason),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Make room or give yourself the right to write there")));
    }
    return {};
}

} // namespace

QVector<Backup> backupsOf(const QString& project)
{
    QVector<Backup> backups;
    for (const QFileInfo& file :
        beside(project, QStringLiteral("\\.backup(-v\\d+)?(-\\d{8}T\\d{6}Z)?(-\\d+)?"))) {
        const auto parts = kMade.match(file.fileName());
        Backup backup{file.absoluteFilePath(), Backup::Kind::Other, parts.captured(2), file.size()};
        if (parts.hasMatch()) {
            backup.kind = parts.captured(1).isEmpty() ? Backup::Kind::Rolling : Backup::Kind::Upgrade;
        } else {
            backup.time = file.lastModified().toUTC().toString(kTimeFormat);
        }
        backups.append(backup);
    }
    std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) {
        return std::pair(a.time, numberOf(a.path)) > std::pair(b.time, numberOf(b.path));
    });
    return backups;
}

Result<QString> makeBackup(Connection& source, Progress& progress, int fromVersion)
{
    const QString version = fromVersion > 0 ? QStringLiteral("-v%1").arg(fromVersion) : QString();
    const QString name = resolved(source.path()) + QStringLiteral(".backup") + version + u'-' + timeNow();
    // Several in one second are numbered on, even where the first of them are gone.
    int number = 0;
    for (const Backup& other : backupsOf(source.path())) {
        if (other.path.startsWith(name)) {
            number = qMax(number, numberOf(other.path));
        }
    }
    QString target;
    Result<> made;
    do {
        target = ++number == 1 ? name : QStringLiteral("%1-%2").arg(name).arg(number);
        made = sqlite::backUp(source, target, progress);
    } while (!made && made.error().code == ErrorCode::AlreadyExists);
    if (!made) {
        return tl::unexpected<Error>(made.error());
    }
    pruneBackups(source.path());
    return target;
}

Result<> roomForBackup(const QString& project)
{
    const QStorageInfo disk(QFileInfo(resolved(project)).absolutePath());
    const qint64 size
        = QFileInfo(project).size() + QFileInfo(resolved(project) + QStringLiteral("-wal")).size();
    if (disk.isValid() && disk.bytesAvailable() < 2 * size + kRoomLeft) {
        return fail(ErrorCode::DiskFull,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The disk of %1 is nearly full: no backup is made"))
                .arg(project),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Free some space")));
    }
    return {};
}

void pruneBackups(const QString& project)
{
    const auto remove = [](const QString& path) {
        if (sqlite::FileLocks::instance().user(path) == sqlite::FileLocks::User::Nobody) {
            for (const auto* part : {"", "-wal", "-shm"}) {
                QFile::remove(path + QLatin1String(part));
            }
        }
    };
    int rolling = 0;
    int upgrades = 0;
    qint64 bytes = 0;
    QString day;
    int days = 0;
    for (const Backup& backup : backupsOf(project)) {
        if (backup.kind == Backup::Kind::Upgrade && ++upgrades > kUpgrades) {
            remove(backup.path);
        }
        if (backup.kind != Backup::Kind::Rolling) {
            continue;
        }
        bytes += backup.bytes;
        bool keep = ++rolling <= kNewest;
        if (const QString made = backup.time.left(8); !keep && made != day) {
            keep = ++days <= kDays;
            day = made;
        } else if (keep) {
            day = made;
        }
        if (!keep || (bytes > kMostBytes && rolling > 1)) {
            remove(backup.path);
        }
    }
    const QDateTime abandoned = QDateTime::currentDateTimeUtc().addSecs(-kAbandonedSeconds);
    for (const QFileInfo& file :
        beside(project, QStringLiteral("\\.backup[^.]*\\.[A-Za-z0-9]{6}\\.part(-journal|-wal|-shm)?"))) {
        if (file.lastModified() < abandoned) {
            QFile::remove(file.absoluteFilePath());
        }
    }
}

Result<Restored> restoreBackup(const QString& project, const QString& backup, Progress& progress)
{
    if (sqlite::FileLocks::instance().user(project) != sqlite::FileLocks::User::Nobody) {
        return fail(ErrorCode::Locked,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is open: nothing was restored")).arg(project),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Close it everywhere, then try again")));
    }
    auto from = wholeBackup(project, backup);
    if (!from) {
        return tl::unexpected<Error>(from.error());
    }
    if (sqlite::FileIdentity::of(*from) == sqlite::FileIdentity::of(project)) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is the project itself")).arg(*from),
            adviceFor(Remedy::OtherBackup));
    }
    Restored restored;
    restored.from = *from;
    if (QFileInfo::exists(project)) {
        restored.keptAs = freeName(resolved(project) + QStringLiteral(".damaged-") + timeNow());
        WINNOW_TRY(copyAway(project, restored.keptAs, progress));
        const QString log = QStringLiteral("-wal");
        if (QFileInfo(resolved(project) + log).size() > 0) {
            WINNOW_TRY(copyAway(resolved(project) + log, restored.keptAs + log, progress));
        }
    }
    auto source = Connection::open(*from, sqlite::OpenMode::ReadOnly);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    WINNOW_TRY(sqlite::restoreInto(**source, project, progress));
    WINNOW_TRY(verifyBackup(project));
    return restored;
}

} // namespace winnow
