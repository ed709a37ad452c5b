// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/recordsource.h"

#include <unordered_map>

namespace winnow {

/// What a table of verdicts says of a row: right or wrong, and the answer that was read in the reply.
struct KitVerdict {
    std::string score;
    std::string answer;
};

/// The verdicts of a run by the key of the row, held in memory without replies and questions.
struct KitVerdicts {
    std::unordered_map<std::string, KitVerdict> byIndex;
    /// The columns they stand in; `answer` may be empty.
    std::string score;
    std::string answer;
};

/// The column of a table that holds its verdicts, the final one first; -1 = none.
int kitScoreColumn(const ColumnNames& columns);
/// The column of what a judge read in the reply; -1 = none.
int kitAnswerColumn(const ColumnNames& columns);
/// What a row goes by: 12 for 12.0.
std::string kitIndex(const Cell& cell);

/// Reads a table of verdicts. Without such a column it is WrongKind, and so is one whose verdicts are no
/// shares of right (0 to 1, true, false).
Result<KitVerdicts> readKitVerdicts(const QString& path, const ReadLimits& limits);

} // namespace winnow
