// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/regularfile.h"
#include "core/errata/erratareport.h"
#include "core/errata/splicedcopy.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

namespace winnow {

namespace {

tl::unexpected<Error> isThere(const QString& out)
{
    return fail(ErrorCode::AlreadyExists,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 exists already")).arg(out),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose a folder that is new or empty, or another name")));
}

Result<QByteArray> bytesOf(const ImageRef& image, const Project* project)
{
    if (image.path.isEmpty() && project) {
        return project->imageBytes(image.sha256);
    }
    QFile file;
    WINNOW_TRY(openRegularFile(file, image.path));
    return file.readAll();
}

} // namespace

Result<WrittenErrata> writeErrata(
    const ErrataFiles& files, const Project* project, const QString& out, Progress& progress)
{
    WrittenErrata written;
    const QFileInfo target(out);
    if (target.suffix().compare(u"json", Qt::CaseInsensitive) == 0) {
        written.files.append(target.fileName());
        WINNOW_TRY(writeNewFile(out, files.patch));
        return written;
    }
    if (target.exists()
        && (!target.isDir()
            || !QDir(out).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))) {
        return isThere(out);
    }
    const QString path = QDir::cleanPath(target.absoluteFilePath());
    const QString parent = QFileInfo(path).absolutePath();
    QTemporaryDir staging(parent + QStringLiteral("/.errata.XXXXXX"));
    if (!staging.isValid()) {
        return fail(ErrorCode::Io,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot be written: %2"))
                .arg(out, staging.errorString()),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another folder, or free some space")));
    }
    const auto add = [&](const QString& name, const QByteArray& bytes) -> Result<> {
        WINNOW_TRY(writeNewFile(staging.filePath(name), bytes));
        written.files.append(name);
        return {};
    };
    WINNOW_TRY(add(kErrataPatchName, files.patch));
    WINNOW_TRY(add(kErrataReportName, files.report));
    if (!files.images.isEmpty()) {
        QDir(staging.path()).mkdir(QStringLiteral("images"));
    }
    qint64 missing = 0;
    for (const ErrataImage& image : files.images) {
        if (progress.isCancelled()) {
            return fail(ErrorCode::Cancelled, Sentence::of(QT_TRANSLATE_NOOP("Error", "Cancelled")));
        }
        if (const auto bytes = bytesOf(image.image, project)) {
            WINNOW_TRY(add(image.name, *bytes));
        } else {
            ++missing;
        }
    }
    if (missing > 0) {
        written.notes.append(
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Images that are not to be had, and not shown: %1"))
                .arg(missing));
    }
    QFile(staging.path()).setPermissions(QFileDevice::Permissions(0x7755));
    // An empty folder gives way to it; anything else is refused by the system.
    if (std::rename(QFile::encodeName(staging.path()).constData(), QFile::encodeName(path).constData())
        != 0) {
        return isThere(out);
    }
    staging.setAutoRemove(false);
    return written;
}

} // namespace winnow
