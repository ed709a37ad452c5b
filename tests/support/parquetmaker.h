// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parquet/duckdbsession.h"

#include <QDir>
#include <QFileInfo>

namespace winnow::test {

/// Writes the rows of a query as a Parquet file, with libduckdb. `options` as "KV_METADATA {…}".
inline Result<> writeParquet(const QString& path, const QString& query, const QString& options = {})
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    duckdb::Session database;
    auto opened = database.open(path, {});
    if (!opened) {
        return opened;
    }
    return database.run(QStringLiteral("COPY (%1) TO '%2' (FORMAT parquet%3%4)")
                            .arg(query, path, options.isEmpty() ? QString() : QStringLiteral(", "), options)
                            .toStdString());
}

/// The metadata in which the datasets library keeps what it knows of the columns.
inline QString featuresOption(const QString& features)
{
    return QStringLiteral("KV_METADATA {huggingface: '{\"info\": {\"features\": %1}}'}").arg(features);
}

/// Bytes as a literal of the library.
inline QString blob(const QByteArray& bytes)
{
    return QStringLiteral("unhex('%1')").arg(QString::fromLatin1(bytes.toHex()));
}

} // namespace winnow::test

/// Leaves a test that needs libduckdb where there is none.
#define SKIP_WITHOUT_PARQUET()                                                                               \
    do {                                                                                                     \
        if (const auto parquetLibrary = duckdb::library(); !parquetLibrary) {                                \
            QSKIP(qPrintable(parquetLibrary.error().text()));                                                \
        }                                                                                                    \
    } while (false)
