// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"

namespace winnow {

/// A table with a row for each model and a column for each sample: headed by its key, with the condition
/// before it where there are several ("<no_image>q7"). Each cell is a response.
class SampleMatrixFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("responses_by_sample"); }
    QString title() const override { return QStringLiteral("CSV, TSV"); }
    QStringList suffixes() const override { return {}; }
    std::vector<RecordLayout> layouts() const override;
    /// Sure of a table whose first column is that of the models (or has no name) and whose others are many
    /// and named like samples, most of them with a number at their end.
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

} // namespace winnow
