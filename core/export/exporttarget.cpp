// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporttarget.h"

#include "core/export/exporter.h"
#include "core/export/exportnames.h"
#include "core/export/manifest.h"
#include "core/export/publish.h"
#include "core/store/imagestore.h"

#include <QDir>
#include <QFileInfo>

namespace winnow {

namespace {

/// Absolute, without links; what does not exist yet keeps its names. Empty for a link to nothing.
QString resolved(const QString& path)
{
    QString there = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QString rest;
    while (!QFileInfo::exists(there)) {
        if (QFileInfo(there).isSymLink()) {
            return {};
        }
        rest.prepend(u'/' + QFileInfo(there).fileName());
        there = QFileInfo(there).absolutePath();
    }
    return QDir::cleanPath(QFileInfo(there).canonicalFilePath() + rest);
}

} // namespace

Result<ExportTarget> ExportTarget::open(
    const QString& out, const QString& suffix, sqlite::Connection& connection, Progress& progress)
{
    if (out.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "No place to write to was given")),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Give a folder or a file name")));
    }
    ExportTarget target;
    target.m_path = resolved(out);
    if (target.m_path.isEmpty()) {
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is a link to what is not there")).arg(out),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another place")));
    }
    target.m_isFile = !suffix.isEmpty() && out.endsWith(u'.' + suffix) && !QFileInfo(target.m_path).isDir();
    if (target.m_isFile) {
        WINNOW_TRY(target.checkFile());
    } else {
        WINNOW_TRY(
            target.checkFolder(connection, QDir::cleanPath(QFileInfo(out).absoluteFilePath()), progress));
    }
    auto staging = StagingFolder::beside(target.m_path, progress);
    if (!staging) {
        return tl::unexpected<Error>(staging.error());
    }
    target.m_staging = *std::move(staging);
    return target;
}

Result<> ExportTarget::checkFile() const
{
    const QFileInfo file(m_path);
    if (file.exists() && !file.isFile()) {
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is not a regular file")).arg(m_path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another name")));
    }
    const QFileInfo manifest(m_path + exportnames::kManifestSuffix);
    if ((manifest.exists() || manifest.isSymLink()) && !readManifest(manifest.filePath())) {
        return foreignFile(file.absolutePath(), manifest.fileName());
    }
    return {};
}

Result<> ExportTarget::checkFolder(sqlite::Connection& connection, const QString& given, Progress& progress)
{
    const QFileInfo folder(m_path);
    if (!folder.exists()) {
        return {};
    }
    if (!folder.isDir()) {
        return fail(ErrorCode::WrongKind,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 is a file, not a folder")).arg(m_path),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another place")));
    }
    auto before = AccountedFolder::of(m_path, progress);
    if (!before) {
        return tl::unexpected<Error>(before.error());
    }
    m_before = *std::move(before);
    if (m_before->isEmpty()) {
        return {};
    }
    // An export that was imported again: its images are where they were found, and must stay there.
    const QString image
        = ImageStore(connection).pathBeginningWith(QString(m_path + u'/'), QString(given + u'/'));
    if (!image.isEmpty()) {
        return fail(ErrorCode::AlreadyExists,
            Sentence::of(QT_TRANSLATE_NOOP(
                             "Error", "%1 holds %2, an image that this project shows; nothing was written"))
                .arg(m_path, image),
            Sentence::of(QT_TRANSLATE_NOOP(
                "Error", "Choose a new or an empty folder, for example a subfolder of this one")));
    }
    return {};
}

QString ExportTarget::folder() const
{
    return m_isFile ? QFileInfo(m_path).absolutePath() : m_path;
}

QString ExportTarget::fileName() const
{
    return m_isFile ? QFileInfo(m_path).fileName() : QString();
}

Result<SentenceList> ExportTarget::publish()
{
    return m_isFile ? publishFile(*m_staging, fileName(), m_path)
                    : publishFolder(*m_staging, m_path, m_before);
}

QString freeSubfolder(const QString& folder, const QString& name)
{
    const QString wanted = QDir(folder).filePath(safeFileName(name));
    QString path = wanted;
    for (int i = 2; QFileInfo::exists(path) || QFileInfo(path).isSymLink(); ++i) {
        path = wanted + u'-' + QString::number(i);
    }
    return path;
}

} // namespace winnow
