// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportwriter.h"

namespace winnow {

/// What of a row of DatBench (datologyai/DatBench, schema.py) is made of a sample. A row that came from
/// DatBench and was not changed keeps what it said.
struct DatBenchRow {
    QString question;
    QString prefix;
    QString suffix;
    QStringList allAnswers;
    /// A language model has to compare reply and answer.
    bool judged = false;
    QString judgePrompt;
    bool isCircular = false;
    /// JSON: options, and what has no column.
    QString metadata;
    /// A name that DatBench's scorers know, where there is one for the dataset.
    QString dataset;
    QString originalIndex;

    static DatBenchRow of(const ExportRecord& record, const ExportLayout& layout);
};

} // namespace winnow
