// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"
#include "core/import/xlsxvalue.h"

#include <QVector>

namespace winnow {

/// What a workbook says of its sheets and cells, without the cells.
struct XlsxWorkbook {
    struct Sheet {
        QString name;
        /// The zip member with its cells.
        QString part;
        bool visible = true;
    };
    /// In the order of their tabs; sheets of charts are none.
    QVector<Sheet> sheets;
    /// Zip member of the shared texts; empty = there are none.
    QString sharedTexts;
    /// By the style number of a cell.
    std::vector<XlsxNumberKind> styles;
    bool from1904 = false;
    /// Its writer computed no formula, and asks whoever opens it to.
    bool uncomputed = false;

    XlsxNumberKind kindOf(size_t style) const
    {
        return style < styles.size() ? styles[style] : XlsxNumberKind::Plain;
    }
};

/// Damaged when it is none, or not whole.
Result<XlsxWorkbook> readXlsxWorkbook(const QString& path, const ReadLimits& limits);

} // namespace winnow
