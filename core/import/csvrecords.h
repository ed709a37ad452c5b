// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

namespace winnow {

/// The delimiter (, ; tab |) that cuts the beginning of a table into rows of the same length.
char sniffDelimiter(QByteArrayView head);

/// Opens a CSV or TSV file with a header row: quoted cells with line ends and delimiters in them, any mix of
/// line ends, a byte-order mark. Rows that are longer or shorter than the header are bad records.
Result<std::unique_ptr<RecordSource>> openCsvRecords(const QString& path, const ReadLimits& limits);

} // namespace winnow
