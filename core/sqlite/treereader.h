// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/pagefile.h"

#include <functional>
#include <optional>
#include <vector>

namespace winnow::sqlite {

/// One field of a row as it is stored.
struct RawValue {
    enum class Type { Null, Integer, Real, Text, Blob };
    Type type = Type::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes;
};

/// One row of a table or entry of an index as it is stored. Fields of a table WITHOUT ROWID and of an index
/// stand in the order of their tree's key.
struct RawRow {
    qint64 rowid = 0;
    std::vector<RawValue> values;
    /// Every page that it lies on is sound.
    bool sound = false;
    /// Pages that it continues on.
    std::vector<quint32> overflow;
};

enum class TreeKind { Table, Index };

/// Rows and children of single b-tree pages. Whatever the bytes say, it neither fails nor loops: what makes
/// no sense is left out.
class TreeReader {
public:
    explicit TreeReader(PageFile& pages)
        : m_pages(pages)
    {
    }

    /// What kind of tree the page belongs to by its own account; nullopt for any other page.
    std::optional<TreeKind> kindOf(const Page& page) const;
    /// Pages below, by its own account (they need not exist); empty for a leaf.
    std::vector<quint32> children(const Page& page) const;
    /// Calls `visit` with every row on the page that can be read. The inner pages of a table have none.
    void rows(const Page& page, const std::function<void(RawRow&&)>& visit);

private:
    struct Layout;
    std::optional<Layout> layoutOf(const Page& page) const;
    void readPayload(const Page& page, TreeKind kind, qint64 start, qint64 size, RawRow& row);
    static bool decode(const QByteArray& payload, RawRow& row);

    PageFile& m_pages;
    QByteArray m_payload;
};

} // namespace winnow::sqlite
