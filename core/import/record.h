// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace winnow {

/// What stood in one place of a record.
enum class CellKind : quint8 {
    Absent,
    Null,
    Text,
    Number,
    Boolean,
    /// A file as it is (an image), not text.
    Bytes,
    List,
    Object,
};

/// One value of a record, as it came: text in UTF-8, the digits of a number, "true"/"false", the JSON of a
/// list or object, or the bytes of a file. Views stay valid until the source reads the next record.
struct Cell {
    CellKind kind = CellKind::Absent;
    std::string_view text;
    /// Elements of a list, as a range of RawRecord::items.
    quint32 firstItem = 0;
    quint32 itemCount : 31 = 0;
    /// Holds JSON deeper inside that was cut out but not read: it may be nested without end, or be none.
    quint32 unread : 1 = 0;

    /// True when there is something to read: neither missing, null nor empty.
    bool present() const { return kind > CellKind::Null && !text.empty(); }
    QString toString() const { return QString::fromUtf8(text.data(), qsizetype(text.size())); }
};

/// One record of a file: a line of JSONL, an element of a JSON array, a row of a table.
struct RawRecord {
    /// Line of the file where the record starts, from 1.
    qint64 line = 0;
    /// Ordinal of the record, from 0, bad ones included.
    qint64 row = 0;
    /// By column; may be shorter than the columns known by now.
    std::vector<Cell> cells;
    std::vector<Cell> items;

    const Cell& cell(int column) const
    {
        static const Cell none;
        return column >= 0 && size_t(column) < cells.size() ? cells[size_t(column)] : none;
    }
    std::span<const Cell> itemsOf(const Cell& list) const
    {
        return std::span(items).subspan(list.firstItem, list.itemCount);
    }
};

/// Names of the columns seen so far. Nested objects appear as "outer.inner".
class ColumnNames {
public:
    int count() const { return int(m_names.size()); }
    const std::string& name(int column) const { return m_names[size_t(column)]; }
    /// -1 when there is no such column.
    int find(std::string_view name) const;
    /// Finds or adds. `hint` is where the name probably is (-1 = no idea).
    int findOrAdd(std::string_view name, int hint = -1);
    /// Adds the column that a table heads with this: "column 3" for a blank (`number` from 1), "name (2)" for
    /// one that is there.
    int addHeading(std::string_view heading, size_t number);
    QStringList all() const;

private:
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<std::string> m_names;
    std::unordered_map<std::string, int, Hash, std::equal_to<>> m_index;
};

} // namespace winnow
