// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"

namespace winnow {

/// Parquet, as the hub of Hugging Face keeps datasets: read by the types that the file declares, with
/// libduckdb; refused with a remedy where that is not there.
class ParquetFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("parquet"); }
    QString title() const override { return QStringLiteral("Parquet"); }
    QStringList suffixes() const override { return {QStringLiteral("parquet")}; }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

} // namespace winnow
