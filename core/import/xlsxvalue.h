// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace winnow {

/// What a number format makes of a number.
enum class XlsxNumberKind { Plain, Date, Time, Elapsed };

/// By the id of a format that every workbook has (ECMA-376 part 1, 18.8.30), and by its code.
XlsxNumberKind xlsxNumberKind(int builtInFormat);
XlsxNumberKind xlsxNumberKind(std::string_view formatCode);

/// The shortest text that is the same number: 3, 1.1, 1e-05.
std::string xlsxNumber(double value);

/// A serial number as 2024-03-05, 2024-03-05T13:45:00, 13:45:00 or, elapsed, 36:00:00. Days count from the
/// end of 1899 with the 29 February 1900 that never was, or from 1 January 1904. Nothing for what is no date.
std::optional<std::string> xlsxDate(double serial, XlsxNumberKind kind, bool from1904);

/// Appends a text of a workbook, whose _xHHHH_ stand for characters (ECMA-376 part 1, 22.9.2.19).
void appendXlsxText(std::string& out, std::string_view text);

/// Whether a text in UTF-8 is as long as a cell may be, 32,767 characters: its writer probably cut it.
bool isFullXlsxCell(std::string_view text);

} // namespace winnow
