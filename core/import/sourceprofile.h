// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

#include <QStringList>
#include <QVector>

namespace winnow {

/// What the first records show about one column.
struct ColumnProfile {
    QString name;
    /// Lower case, blanks and dashes as underscores.
    QString plainName;
    int present = 0;
    int distinct = 0;
    int numbers = 0;
    /// 0, 1, true, false, correct, incorrect …
    int verdicts = 0;
    /// "B", "(b)".
    int letters = 0;
    int lists = 0;
    int objects = 0;
    /// Lists and objects in which a model's reply is found: surely, or maybe.
    int replies = 0;
    int replyTexts = 0;
    /// Names with an image's extension.
    int imageNames = 0;
    int base64 = 0;
    /// Files as they are.
    int bytes = 0;
    /// Cells with several words.
    int sentences = 0;
    int longest = 0;
    double smallest = 0;
    double largest = 0;
    /// The value, when all present cells are the same.
    QString constant;

    bool mostly(int count) const { return present > 0 && count * 10 >= present * 9; }
};

/// The beginning of a file, looked at once to guess what it holds.
struct SourceProfile {
    QString path;
    /// Id of a RecordLayout.
    QString layout;
    QString layoutName;
    QVector<ColumnProfile> columns;
    int rows = 0;
    /// Cells of the first rows as text, by row and column.
    QVector<QStringList> preview;

    const ColumnProfile* column(QStringView name) const;
    /// Identifies files with the same columns, whatever their order.
    QString headerFingerprint() const;
};

/// Reads up to `rows` records. Bad records are skipped here; the import reports them.
Result<SourceProfile> profileFile(const QString& path, int rows = 500, const ReadLimits& limits = {});

/// Name as compared: lower case, blanks and dashes as underscores.
QString plainColumnName(const QString& name);

} // namespace winnow
