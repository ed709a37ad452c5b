// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/stagedfiles.h"

#include "core/export/writefailed.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

namespace winnow {

tl::unexpected<Error> StagedFile::failed() const
{
    return writeFailed(m_shown, errno);
}

Result<> StagedFile::write(const QByteArray& bytes)
{
    WINNOW_TRY(put(bytes));
    m_hash.addData(bytes);
    return {};
}

Result<> StagedFile::put(const QByteArray& bytes)
{
    errno = 0;
    if (m_file.isOpen() && m_file.write(bytes) != bytes.size()) {
        return failed();
    }
    m_written.bytes += bytes.size();
    return {};
}

Result<StagedFile::Written> StagedFile::close()
{
    errno = 0;
    if (m_file.isOpen() && !m_file.flush()) {
        return failed();
    }
    m_file.close();
    m_written.sha256 = m_hash.result();
    return m_written;
}

StagedFiles::StagedFiles(const StagingFolder& staging, const QString& target)
    : m_content(staging.content())
    , m_target(target)
{
}

Result<std::unique_ptr<StagedFile>> StagedFiles::open(const QString& relativePath)
{
    std::unique_ptr<StagedFile> file(new StagedFile(relativePath, m_target + u'/' + relativePath));
    if (isDry()) {
        return file;
    }
    const QString path = m_content + u'/' + relativePath;
    errno = 0;
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return file->failed();
    }
    file->m_file.setFileName(path);
    // Two files of one name would be one file: the names are told apart before, this proves it.
    if (!file->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return file->failed();
    }
    return file;
}

Result<StagedFile::Written> StagedFiles::add(const QString& relativePath, const QByteArray& bytes)
{
    auto file = open(relativePath);
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    WINNOW_TRY((*file)->write(bytes));
    return (*file)->close();
}

Result<StagedFile::Written> StagedFiles::addHashed(
    const QString& relativePath, const QByteArray& bytes, const QByteArray& sha256)
{
    auto file = open(relativePath);
    if (!file) {
        return tl::unexpected<Error>(file.error());
    }
    WINNOW_TRY((*file)->put(bytes));
    auto written = (*file)->close();
    if (written) {
        written->sha256 = sha256;
    }
    return written;
}

Result<QString> StagedFiles::place(const QString& relativePath)
{
    const QString path = m_content + u'/' + relativePath;
    errno = 0;
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return writeFailed(m_target + u'/' + relativePath, errno);
    }
    return path;
}

Result<StagedFile::Written> StagedFiles::taken(const QString& relativePath)
{
    QFile file(m_content + u'/' + relativePath);
    Sha256 hash;
    QByteArray block(1 << 20, Qt::Uninitialized);
    errno = 0;
    qint64 got = file.open(QIODevice::ReadOnly) ? 1 : -1;
    while (got > 0) {
        got = file.read(block.data(), block.size());
        hash.addData(QByteArrayView(block.constData(), std::max<qint64>(0, got)));
    }
    if (got < 0) {
        return writeFailed(m_target + u'/' + relativePath, errno);
    }
    return StagedFile::Written{relativePath, file.size(), hash.result()};
}

Result<> StagedFiles::rename(const QString& from, const QString& to)
{
    errno = 0;
    if (!QFile::rename(m_content + u'/' + from, m_content + u'/' + to)) {
        return writeFailed(m_target + u'/' + to, errno);
    }
    return {};
}

} // namespace winnow
