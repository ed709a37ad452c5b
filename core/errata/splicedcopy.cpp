// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errata/splicedcopy.h"

#include "core/base/placefile.h"
#include "core/base/regularfile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTemporaryFile>

#include <functional>
#include <unistd.h>

namespace winnow {

namespace {

constexpr qint64 kBlock = qint64(1) << 20;

tl::unexpected<Error> notWritten(const QString& path, const QString& why)
{
    return fail(ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2")).arg(path, why),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another folder, or free some space")));
}

/// Has `write` fill a temporary beside `out` and gives it that name.
Result<> placed(const QString& out, QFileDevice::Permissions permissions,
    const std::function<Result<>(QTemporaryFile& file)>& write)
{
    const QFileInfo info(out);
    if (info.exists() || info.isSymLink()) {
        return fail(ErrorCode::AlreadyExists,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 exists already")).arg(out),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another name, or remove it first")));
    }
    QTemporaryFile file(
        info.absolutePath() + QStringLiteral("/.") + info.fileName().left(100) + QStringLiteral(".XXXXXX"));
    if (!file.open()) {
        return notWritten(out, file.errorString());
    }
    WINNOW_TRY(write(file));
    file.setPermissions(permissions);
    if (!file.flush() || ::fsync(file.handle()) != 0) {
        return notWritten(out, file.errorString());
    }
    WINNOW_TRY(placeNewFile(file.fileName(), info.absoluteFilePath()));
    file.setAutoRemove(false);
    return {};
}

} // namespace

Result<SplicedHashes> writeSpliced(
    const QFileInfo& before, const QVector<Splice>& splices, const QString& out, Progress& progress)
{
    const QString file = before.filePath();
    QFile source;
    WINNOW_TRY(openRegularFile(source, file));
    QCryptographicHash read(QCryptographicHash::Sha256);
    QCryptographicHash written(QCryptographicHash::Sha256);
    const auto fill = [&](QTemporaryFile& copy) -> Result<> {
        qint64 at = 0;
        const auto write = [&](const QByteArray& bytes) -> Result<> {
            written.addData(bytes);
            return copy.write(bytes) == bytes.size() ? Result<>() : notWritten(out, copy.errorString());
        };
        const auto pass = [&](qint64 end, bool keep) -> Result<> {
            while (at < end) {
                if (progress.isCancelled()) {
                    return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
                }
                const QByteArray block = source.read(std::min(kBlock, end - at));
                if (block.isEmpty()) {
                    break;
                }
                read.addData(block);
                at += block.size();
                if (keep) {
                    WINNOW_TRY(write(block));
                }
                progress.report(at, before.size(), QStringLiteral(QT_TRANSLATE_NOOP("Step", "Writing")));
            }
            return {};
        };
        for (const Splice& splice : splices) {
            WINNOW_TRY(pass(splice.at, true));
            WINNOW_TRY(pass(splice.at + splice.length, false));
            WINNOW_TRY(write(splice.bytes));
        }
        WINNOW_TRY(pass(before.size(), true));
        const QFileInfo now(file);
        if (at != before.size() || now.size() != before.size()
            || now.lastModified() != before.lastModified()) {
            return fail(ErrorCode::Io,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 changed while it was read")).arg(file),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Wait until it is written, then try again")));
        }
        return {};
    };
    WINNOW_TRY(placed(out, source.permissions(), fill));
    return SplicedHashes{read.result(), written.result()};
}

Result<> writeNewFile(const QString& out, const QByteArray& bytes)
{
    constexpr auto kPlain
        = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;
    return placed(out, kPlain, [&](QTemporaryFile& file) -> Result<> {
        return file.write(bytes) == bytes.size() ? Result<>() : notWritten(out, file.errorString());
    });
}

} // namespace winnow
