// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parquet/parquetwriter.h"

#include "core/parquet/duckdbcopy.h"

#include <QSet>

namespace winnow {

namespace {

/// Bytes with which a batch is handed over.
constexpr size_t kBatchBytes = size_t(4) << 20;

std::string quotedText(const std::string& text)
{
    std::string out = "'";
    for (const char c : text) {
        out += c;
        out += c == '\'' ? "'" : "";
    }
    return out + '\'';
}

std::string targetOf(int descriptor, const ParquetWriteOptions& options)
{
    std::string out = quotedText("/proc/self/fd/" + std::to_string(descriptor))
        + " (FORMAT parquet, COMPRESSION snappy, USE_TMP_FILE false, RETURN_STATS, ROW_GROUP_SIZE "
        + std::to_string(options.rowGroupRows) + ", ROW_GROUP_SIZE_BYTES "
        + std::to_string(options.rowGroupBytes);
    if (!options.metadata.empty()) {
        out += ", KV_METADATA {";
        for (const auto& [key, value] : options.metadata) {
            out += (&key == &options.metadata.front().first ? "" : ", ") + quotedText(key) + ": "
                + quotedText(value);
        }
        out += '}';
    }
    return out + ')';
}

/// What the library says of a file that it could not write.
Error notWritten(const Error& error, const QString& shown)
{
    const QString& said = error.message;
    const bool full = said.contains(QLatin1String("No space left"))
        || said.contains(QLatin1String("File too large"))
        || said.contains(QLatin1String("Disk quota exceeded"));
    if (full) {
        return fail(ErrorCode::DiskFull,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 could not be written: the disk is full")).arg(shown),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Free some space or choose another folder")))
            .value();
    }
    return fail(ErrorCode::Io,
        Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 could not be written as Parquet: %2")).arg(shown, said),
        Sentence::of(QT_TRANSLATE_NOOP("Error", "Check the folder and its permissions")))
        .value();
}

} // namespace

namespace parquettypes {

ParquetType plain(ParquetKind kind)
{
    ParquetType type;
    type.kind = kind;
    return type;
}

ParquetType listOf(const ParquetType& element)
{
    ParquetType type = plain(ParquetKind::List);
    type.children.push_back(element);
    return type;
}

ParquetType structOf(const std::vector<ParquetColumn>& members)
{
    ParquetType type = plain(ParquetKind::Struct);
    for (const ParquetColumn& member : members) {
        type.names.push_back(member.name);
        type.children.push_back(member.type);
    }
    return type;
}

} // namespace parquettypes

struct ParquetWriter::Work {
    QString shown;
    duckdb::Session session;
    duckdb::Batch batch;
    // Ends before the session does.
    std::unique_ptr<duckdb::Copy> copy;
};

ParquetWriter::ParquetWriter(std::unique_ptr<Work> work)
    : m_work(std::move(work))
{
}

ParquetWriter::~ParquetWriter() = default;

Result<std::unique_ptr<ParquetWriter>> ParquetWriter::open(int descriptor, const QString& shown,
    const std::vector<ParquetColumn>& columns, const ParquetWriteOptions& options)
{
    QSet<QString> names;
    for (const ParquetColumn& column : columns) {
        const QString name = QString::fromStdString(column.name);
        if (name.isEmpty() || name.contains(QChar(0)) || names.contains(name.toCaseFolded())) {
            return fail(ErrorCode::InvalidInput,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 cannot have a column \"%2\" as well"))
                    .arg(shown, name),
                Sentence::of(QT_TRANSLATE_NOOP("Error", "Choose another format")));
        }
        names.insert(name.toCaseFolded());
    }
    if (const auto library = duckdb::library(); !library) {
        return fail(library.error().code, library.error().messageSentence(),
            Sentence::of(QT_TRANSLATE_NOOP("Error",
                "Run packaging/setup, which brings it, or name the file libduckdb.so in the environment "
                "variable WINNOW_LIBDUCKDB. Other formats are written without it")));
    }
    auto work = std::make_unique<Work>();
    work->shown = shown;
    WINNOW_TRY(work->session.open(shown, {}));
    // Row groups by bytes are taken with this alone; the one thread keeps the order.
    WINNOW_TRY(work->session.run("SET preserve_insertion_order = false"));
    for (const ParquetColumn& column : columns) {
        work->batch.emplace_back(column.type);
    }
    work->copy = std::make_unique<duckdb::Copy>(work->session);
    WINNOW_TRY(work->copy->open(columns, targetOf(descriptor, options)));
    return std::unique_ptr<ParquetWriter>(new ParquetWriter(std::move(work)));
}

ParquetValues& ParquetWriter::column(size_t at)
{
    return m_work->batch[at];
}

Result<> ParquetWriter::endRow()
{
    ++m_rows;
    ++m_batchRows;
    size_t bytes = 0;
    for (const ParquetValues& cells : m_work->batch) {
        bytes += cells.bytes();
    }
    m_bytesTaken = m_bytesBefore + qint64(bytes);
    return bytes >= kBatchBytes || m_batchRows == qint64(duckdb::Copy::kMostRows) ? handOver() : Result<>();
}

Result<> ParquetWriter::handOver()
{
    m_bytesBefore = m_bytesTaken;
    m_batchRows = 0;
    if (const auto given = m_work->copy->give(m_work->batch); !given) {
        return tl::unexpected<Error>(notWritten(given.error(), m_work->shown));
    }
    return {};
}

Result<qint64> ParquetWriter::close()
{
    if (m_batchRows > 0) {
        WINNOW_TRY(handOver());
    }
    const auto bytes = m_work->copy->finish();
    if (!bytes) {
        return tl::unexpected<Error>(notWritten(bytes.error(), m_work->shown));
    }
    return *bytes;
}

QString ParquetWriter::libraryVersion()
{
    const auto api = duckdb::library();
    return api ? QString::fromLatin1((*api)->library_version()) : QString();
}

} // namespace winnow
