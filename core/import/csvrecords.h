// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"

namespace winnow {

/// The delimiter (, ; tab |) that cuts the beginning of a table into rows of the same length.
char sniffDelimiter(QByteArrayView head);

/// CSV and TSV with a header row: quoted cells with line ends and delimiters in them, any mix of line ends, a
/// byte-order mark. Rows that are longer or shorter than the header are bad records. Any text may be a table.
class CsvFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("csv"); }
    QString title() const override { return QStringLiteral("CSV, TSV"); }
    QStringList suffixes() const override
    {
        return {QStringLiteral("tsv"), QStringLiteral("csv"), QStringLiteral("txt")};
    }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

} // namespace winnow
