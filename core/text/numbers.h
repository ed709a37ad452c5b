// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>
#include <string_view>

namespace winnow {

/// What a dataset writes between whole and broken digits.
enum class DecimalMark { Point, Comma };

/// The number a text is ("1,234", "12%", "$3.50", "-4", "1e-3", "10^2"), or nothing when it is not just a
/// number. A mark that could part thousands or a fraction is read by the dataset's habit; two different marks
/// tell by themselves.
std::optional<double> numberOf(QStringView text, DecimalMark habit = DecimalMark::Point);

/// What a key tells of its dataset's habit: 1 for a number with a point before its fraction, -1 for one with
/// a comma, 0 for what could be either. The sum over all keys decides.
int fractionMark(std::string_view key);

/// The only number in a sentence; nothing when there are several or none, or when it is a bound ("more than
/// 42",
/// "<42"), denied ("not 42") or part of a word. Linear.
std::optional<double> onlyNumberIn(QStringView text, DecimalMark habit = DecimalMark::Point);

} // namespace winnow
