// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parquet/parquetfile.h"

#include <span>
#include <string_view>
#include <vector>

namespace winnow {

/// Values of one column that are on their way into a file, one a row; those of a list's elements and of a
/// struct's members in cells of their own. What is added must be of the column's kind: Boolean, Int64,
/// Double, Text, Blob, List or Struct.
class ParquetValues {
public:
    explicit ParquetValues(const ParquetType& type);

    void addNull();
    void add(bool value) { addFixed(uint64_t(value ? 1 : 0)); }
    void add(int64_t value) { addFixed(uint64_t(value)); }
    void add(double value);
    /// A text, which must be UTF-8, or bytes.
    void addBytes(std::string_view bytes);
    /// A list of so many elements, which are added to child(0) next.
    void beginList(size_t elements);
    /// A struct, whose members are added to the children, one each.
    void beginStruct() { addValid(true); }

    size_t children() const { return m_children.size(); }
    ParquetValues& child(size_t at) { return m_children[at]; }
    const ParquetValues& child(size_t at) const { return m_children[at]; }

    ParquetKind kind() const { return m_kind; }
    size_t count() const { return m_valid.size(); }
    /// Of all values, those of children included.
    size_t bytes() const;
    /// Forgets the values and keeps the room, unless that is large.
    void clear();

    bool isNull(size_t at) const { return m_valid[at] == 0; }
    uint64_t fixed(size_t at) const { return m_fixed[at]; }
    std::string_view text(size_t at) const;
    struct Range {
        size_t first = 0;
        size_t count = 0;
    };
    /// Of a list's elements in child(0).
    Range elements(size_t at) const;

private:
    void addValid(bool valid) { m_valid.push_back(valid ? 1 : 0); }
    void addFixed(uint64_t bits);

    ParquetKind m_kind;
    std::vector<uint8_t> m_valid;
    /// Of numbers their bits, of texts and lists where they end.
    std::vector<uint64_t> m_fixed;
    std::vector<char> m_bytes;
    std::vector<ParquetValues> m_children;
};

} // namespace winnow
