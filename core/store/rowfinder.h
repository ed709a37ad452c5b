// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlite/connection.h"
#include "core/sqlite/treereader.h"

#include <QString>

#include <vector>

namespace winnow {

/// How the rows of one table, or the entries of one index, look where they are stored.
struct TreeShape {
    struct Column {
        QString name;
        /// Declared type; empty takes anything.
        QString type;
        bool notNull = false;
        /// Its value is the row's id, and the field itself is empty.
        bool isRowid = false;
        /// What a new row gets that does not name it.
        bool hasDefault = false;
    };
    QString name;
    QString table;
    sqlite::TreeKind kind = sqlite::TreeKind::Table;
    bool isIndex = false;
    /// In the order of the fields.
    std::vector<Column> columns;
    /// Fields that every row has; rows from before a column was added have fewer than all.
    size_t least = 0;

    bool fits(const sqlite::RawRow& row) const;
};

/// The shapes of all tables and indexes of a database. Throws sqlite::Failure.
std::vector<TreeShape> shapesOf(sqlite::Connection& connection);

/// Finds out which page of a damaged database belongs to which table: by walking the trees from their roots,
/// and where a tree is broken by how the rows on a page look.
class RowFinder {
public:
    RowFinder(sqlite::PageFile& pages, std::vector<TreeShape> shapes);

    const std::vector<TreeShape>& shapes() const { return m_shapes; }
    /// Every row of a shape that can be read, those on sound pages first.
    void rows(size_t shape, const std::function<void(const sqlite::RawRow&)>& visit);
    /// Whether each page of a shape that was found is sound, and its tree unbroken.
    bool complete(size_t shape) const { return m_complete[shape]; }
    /// The file's schema can be read, and is not of these tables.
    bool isOther() const { return m_other; }

private:
    static constexpr size_t kNobody = size_t(-1);
    using Roots = std::vector<std::pair<quint32, size_t>>;
    Roots readRoots();
    void claimFreePages();
    void walk(Roots start, Roots* deferred);
    void assignByLook();
    bool looksLike(size_t shape, const sqlite::Page& page);

    sqlite::PageFile& m_pages;
    sqlite::TreeReader m_reader;
    std::vector<TreeShape> m_shapes;
    std::vector<std::vector<quint32>> m_pagesOf;
    std::vector<bool> m_complete;
    std::vector<bool> m_claimed;
    bool m_other = false;
};

} // namespace winnow
