// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace winnow {

/// The next JSON value of a text that is at hand as a whole, as it stands there; moves `text` behind it.
/// Empty when there is none.
std::string_view takeJsonValue(std::string_view& text);

/// The members of a JSON object that is at hand: names as they stand there, in quotes, and values.
struct JsonMember {
    std::string_view name;
    std::string_view value;
};
std::vector<JsonMember> jsonMembers(std::string_view object);
std::vector<std::string_view> jsonElements(std::string_view array);

/// A table that a file holds column by column: {"question": {"0": …, "1": …}, …} as a data frame is written,
/// {"question": […], …}, or {"columns": […], "data": [[…], …]}. Views point into the document.
class JsonTable {
public:
    /// False when the document is no such table. Columns that differ in length are told in `wrong`.
    bool read(std::string_view document, QString& wrong);
    size_t rows() const { return m_rows; }
    /// Line of the first value of a row, counted from that of the document.
    qint64 line(size_t row) const { return m_lines[row]; }
    /// The row as a JSON object.
    void appendRow(size_t row, std::string& json) const;

private:
    bool readObjects(const std::vector<JsonMember>& members);
    bool readLists(const std::vector<JsonMember>& members, QString& wrong);
    bool readSplit(const std::vector<JsonMember>& members);
    void countLines(std::string_view document);

    std::vector<std::string_view> m_names;
    /// By column; an empty view where a row has no value.
    std::vector<std::vector<std::string_view>> m_cells;
    std::vector<qint64> m_lines;
    size_t m_rows = 0;
};

} // namespace winnow
