// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/stagedfiles.h"

#include "core/export/writefailed.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <cerrno>

namespace winnow {

struct StagedFiles::Hash {
    QCryptographicHash value{QCryptographicHash::Sha256};
};

StagedFiles::StagedFiles(const StagingFolder& staging, const QString& target)
    : m_content(staging.content())
    , m_target(target)
{
}

StagedFiles::~StagedFiles() = default;

tl::unexpected<Error> StagedFiles::failed(const QString& relativePath) const
{
    return writeFailed(m_target + u'/' + relativePath, errno);
}

Result<> StagedFiles::begin(const QString& relativePath)
{
    const QString path = m_content + u'/' + relativePath;
    errno = 0;
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return failed(relativePath);
    }
    m_open.setFileName(path);
    // Two files of one name would be one file: the names are told apart before, this proves it.
    if (!m_open.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return failed(relativePath);
    }
    m_hash = std::make_unique<Hash>();
    m_files.append({relativePath, {}});
    return {};
}

Result<> StagedFiles::write(const QByteArray& bytes)
{
    errno = 0;
    if (m_open.write(bytes) != bytes.size()) {
        return failed(m_files.last().path);
    }
    m_hash->value.addData(bytes);
    return {};
}

Result<QByteArray> StagedFiles::end()
{
    errno = 0;
    if (!m_open.flush()) {
        auto error = failed(m_files.last().path);
        m_open.close();
        return error;
    }
    m_open.close();
    m_files.last().sha256 = m_hash->value.result();
    return m_files.last().sha256;
}

Result<QByteArray> StagedFiles::add(const QString& relativePath, const QByteArray& bytes)
{
    WINNOW_TRY(begin(relativePath));
    WINNOW_TRY(write(bytes));
    return end();
}

} // namespace winnow
