// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/stagedfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace winnow {

struct StagedFiles::Hash {
    QCryptographicHash value{QCryptographicHash::Sha256};
};

Result<std::unique_ptr<StagedFiles>> StagedFiles::in(const QString& folder)
{
    std::unique_ptr<StagedFiles> staged(new StagedFiles);
    staged->m_folder = QFileInfo(folder).absoluteFilePath();
    if (QFileInfo(staged->m_folder).isFile()) {
        return fail(ErrorCode::AlreadyExists, QStringLiteral("%1 is a file, not a folder").arg(folder),
            QStringLiteral("Choose another place"));
    }
    staged->m_folderMade = !QFileInfo::exists(staged->m_folder);
    if (!QDir().mkpath(staged->m_folder)) {
        return fail(ErrorCode::Io, QStringLiteral("The folder %1 cannot be created").arg(folder),
            QStringLiteral("Choose a folder that you may write to"));
    }
    staged->m_staging
        = std::make_unique<QTemporaryDir>(staged->m_folder + QStringLiteral("/.winnow-export-XXXXXX"));
    if (!staged->m_staging->isValid()) {
        const QString reason = staged->m_staging->errorString();
        return fail(ErrorCode::Io, QStringLiteral("%1 cannot be written: %2").arg(folder, reason),
            QStringLiteral("Choose a folder that you may write to"));
    }
    return staged;
}

StagedFiles::~StagedFiles()
{
    m_open.close();
    m_staging.reset();
    if (m_folderMade && !m_published) {
        QDir().rmdir(m_folder); // only when nothing else came into it
    }
}

Result<> StagedFiles::failed(const QString& path) const
{
    const int code = errno;
    if (code == ENOSPC || code == EDQUOT || code == EFBIG) {
        return fail(ErrorCode::DiskFull,
            QStringLiteral("%1 could not be written: the disk is full; nothing was exported").arg(path),
            QStringLiteral("Free some space or choose another folder"));
    }
    return fail(ErrorCode::Io,
        QStringLiteral("%1 could not be written: %2; nothing was exported")
            .arg(path, QString::fromLocal8Bit(std::strerror(code))),
        QStringLiteral("Check the folder and its permissions"));
}

Result<> StagedFiles::begin(const QString& relativePath)
{
    const QString path = m_staging->filePath(relativePath);
    errno = 0;
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return failed(m_folder + u'/' + relativePath);
    }
    m_open.setFileName(path);
    if (!m_open.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return failed(m_folder + u'/' + relativePath);
    }
    m_hash = std::make_unique<Hash>();
    m_files.append(relativePath);
    return {};
}

Result<> StagedFiles::write(const QByteArray& bytes)
{
    errno = 0;
    if (m_open.write(bytes) != bytes.size()) {
        return failed(m_folder + u'/' + m_files.last());
    }
    m_hash->value.addData(bytes);
    return {};
}

Result<QByteArray> StagedFiles::end()
{
    errno = 0;
    if (!m_open.flush()) {
        auto error = failed(m_folder + u'/' + m_files.last());
        m_open.close();
        return tl::unexpected<Error>(error.error());
    }
    m_open.close();
    return m_hash->value.result();
}

Result<QByteArray> StagedFiles::add(const QString& relativePath, const QByteArray& bytes)
{
    WINNOW_TRY(begin(relativePath));
    WINNOW_TRY(write(bytes));
    return end();
}

Result<> StagedFiles::publish()
{
    // One sync for all: a benchmark's images are tens of thousands of small files.
    const int staging = ::open(QFile::encodeName(m_staging->path()).constData(), O_RDONLY | O_DIRECTORY);
    errno = 0;
    if (staging < 0 || ::syncfs(staging) != 0) {
        auto error = failed(m_folder);
        if (staging >= 0) {
            ::close(staging);
        }
        return error;
    }
    ::close(staging);
    for (const QString& file : std::as_const(m_files)) {
        const QString target = m_folder + u'/' + file;
        errno = 0;
        if (!QDir().mkpath(QFileInfo(target).absolutePath())
            || ::rename(QFile::encodeName(m_staging->filePath(file)).constData(),
                   QFile::encodeName(target).constData())
                != 0) {
            return failed(target);
        }
    }
    const int folder = ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    m_published = true;
    return {};
}

} // namespace winnow
