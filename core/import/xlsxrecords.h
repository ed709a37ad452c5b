// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordformat.h"

namespace winnow {

/// Excel workbooks (xlsx): the first visible sheet with a header row, read row by row. Values come as they
/// were typed, dates in ISO form; a formula that was never computed, an error and a text that was cut at
/// 32,767 characters are losses of their record. Formulas and macros are never run.
class XlsxFormat : public RecordFormat {
public:
    QString id() const override { return QStringLiteral("xlsx"); }
    QString title() const override { return QStringLiteral("Excel"); }
    QStringList suffixes() const override { return {QStringLiteral("xlsx"), QStringLiteral("xlsm")}; }
    std::vector<RecordLayout> layouts() const override;
    double sniff(QByteArrayView head) const override;
    Result<std::unique_ptr<RecordSource>> open(const QString& path, const ReadLimits& limits) const override;
};

} // namespace winnow
