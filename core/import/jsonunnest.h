// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/record.h"

#include <string>
#include <vector>

namespace winnow {

/// A record that asks several questions ({"image": …, "questions": [{"question": …, "answer": …}, …]}, or
/// lists of questions and answers beside each other) as one JSON record for each. Empty when it asks one.
std::vector<std::string> unnestQuestions(const RawRecord& record, const ColumnNames& columns);

} // namespace winnow
