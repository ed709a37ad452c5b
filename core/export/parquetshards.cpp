// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/parquetshards.h"

#include "core/export/hubfeatures.h"
#include "core/export/writefailed.h"

#include <cerrno>

namespace winnow {

ParquetShards::ParquetShards(
    StagedFiles& files, const QString& stem, const std::vector<ParquetColumn>& columns, const Limits& limits)
    : m_files(files)
    , m_stem(stem)
    , m_columns(columns)
    , m_limits(limits)
{
}

QString ParquetShards::nameAt(qsizetype shard, const QString& of) const
{
    return QStringLiteral("%1-%2-of-%3.parquet").arg(m_stem).arg(shard, 5, 10, QLatin1Char('0')).arg(of);
}

Result<> ParquetShards::begin()
{
    QString path = QStringLiteral("/dev/null");
    if (!m_files.isDry()) {
        auto place = m_files.place(nameAt(m_sizes.size(), QStringLiteral("unknown")));
        if (!place) {
            return tl::unexpected<Error>(place.error());
        }
        path = *place;
    }
    m_file.setFileName(path);
    errno = 0;
    if (!m_file.open(m_files.isDry() ? QIODevice::WriteOnly : QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return writeFailed(m_stem + QStringLiteral(".parquet"), errno);
    }
    ParquetWriteOptions options;
    options.metadata = {{"huggingface", hubMetadata(m_columns).toStdString()}};
    options.rowGroupBytes = m_limits.rowGroupBytes;
    auto writer
        = ParquetWriter::open(m_file.handle(), m_stem + QStringLiteral(".parquet"), m_columns, options);
    if (!writer) {
        return tl::unexpected<Error>(writer.error());
    }
    m_writer = *std::move(writer);
    return {};
}

Result<ParquetWriter*> ParquetShards::row()
{
    if (!m_writer) {
        WINNOW_TRY(begin());
    }
    return m_writer.get();
}

Result<> ParquetShards::endRow()
{
    ++m_rows;
    WINNOW_TRY(m_writer->endRow());
    return m_writer->bytesTaken() >= m_limits.shardBytes ? end() : Result<>();
}

Result<> ParquetShards::end()
{
    const auto bytes = m_writer->close();
    if (!bytes) {
        return tl::unexpected<Error>(bytes.error());
    }
    m_bytes += m_writer->bytesTaken();
    m_sizes.append(*bytes);
    m_writer.reset();
    m_file.close();
    return {};
}

Result<QVector<StagedFile::Written>> ParquetShards::close()
{
    if (!m_writer && m_sizes.isEmpty()) {
        WINNOW_TRY(begin());
    }
    if (m_writer) {
        WINNOW_TRY(end());
    }
    const QString count = QStringLiteral("%1").arg(m_sizes.size(), 5, 10, QLatin1Char('0'));
    QVector<StagedFile::Written> all;
    for (qsizetype i = 0; i < m_sizes.size(); ++i) {
        const QString name = nameAt(i, count);
        if (m_files.isDry()) {
            all.append({name, m_sizes.at(i), {}});
            continue;
        }
        WINNOW_TRY(m_files.rename(nameAt(i, QStringLiteral("unknown")), name));
        auto taken = m_files.taken(name);
        if (!taken) {
            return tl::unexpected<Error>(taken.error());
        }
        all.append(*std::move(taken));
    }
    return all;
}

} // namespace winnow
