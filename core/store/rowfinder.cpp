// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowfinder.h"

#include <QHash>
#include <QtEndian>

#include <algorithm>

namespace winnow {

using sqlite::Page;
using sqlite::RawRow;
using sqlite::RawValue;
using sqlite::TreeKind;

namespace {

bool allows(const TreeShape::Column& column, const RawValue& value)
{
    switch (value.type) {
    case RawValue::Type::Null:
        return !column.notNull || column.isRowid;
    case RawValue::Type::Integer:
        return !column.isRowid
            && (column.type.isEmpty() || column.type == u"INTEGER" || column.type == u"REAL");
    case RawValue::Type::Real:
        return column.type.isEmpty() || column.type == u"REAL";
    case RawValue::Type::Text:
        return column.type.isEmpty() || column.type == u"TEXT";
    case RawValue::Type::Blob:
        return column.type.isEmpty() || column.type == u"BLOB";
    }
    return false;
}

std::vector<TreeShape::Column> columnsOf(
    sqlite::Connection& connection, const QString& table, bool withoutRowid, bool strict)
{
    struct Declared {
        TreeShape::Column column;
        qint64 key;
    };
    std::vector<Declared> declared;
    sqlite::Statement info(connection,
        QStringLiteral(
            "SELECT name, type, \"notnull\", pk, dflt_value IS NOT NULL FROM pragma_table_info(?)"));
    info.bind(1, table);
    qint64 keys = 0;
    while (info.step()) {
        TreeShape::Column column;
        column.name = info.text(0);
        column.type = strict ? info.text(1) : QString();
        column.notNull = info.integer(2) != 0;
        column.hasDefault = info.integer(4) != 0;
        declared.push_back({column, info.integer(3)});
        keys += info.integer(3) > 0;
    }
    if (!withoutRowid && keys == 1) {
        for (Declared& one : declared) {
            one.column.isRowid = one.key == 1 && one.column.type == u"INTEGER";
        }
    }
    if (withoutRowid) {
        std::stable_sort(declared.begin(), declared.end(), [](const Declared& a, const Declared& b) {
            return (a.key ? a.key : 1000) < (b.key ? b.key : 1000);
        });
    }
    std::vector<TreeShape::Column> columns;
    for (Declared& one : declared) {
        one.column.notNull = one.column.notNull || (withoutRowid && one.key > 0);
        columns.push_back(std::move(one.column));
    }
    return columns;
}

TreeShape shapeOfIndex(sqlite::Connection& connection, const QString& index, const TreeShape& table)
{
    TreeShape shape;
    shape.name = index;
    shape.table = table.table;
    shape.kind = TreeKind::Index;
    shape.isIndex = true;
    sqlite::Statement info(
        connection, QStringLiteral("SELECT cid, name FROM pragma_index_xinfo(?) ORDER BY seqno"));
    info.bind(1, index);
    while (info.step()) {
        if (info.integer(0) < 0) {
            shape.columns.push_back({QString(), QStringLiteral("INTEGER"), true, false, false});
            continue;
        }
        const auto column = std::find_if(table.columns.begin(), table.columns.end(),
            [&](const TreeShape::Column& one) { return one.name == info.text(1); });
        if (column != table.columns.end()) {
            shape.columns.push_back(*column);
            shape.columns.back().isRowid = false;
        }
    }
    shape.least = shape.columns.size();
    return shape;
}

} // namespace

bool TreeShape::fits(const RawRow& row) const
{
    if (row.values.size() < least || row.values.size() > columns.size()) {
        return false;
    }
    for (size_t i = 0; i < row.values.size(); ++i) {
        if (!allows(columns[i], row.values[i])) {
            return false;
        }
    }
    return true;
}

std::vector<TreeShape> shapesOf(sqlite::Connection& connection)
{
    std::vector<TreeShape> shapes;
    sqlite::Statement tables(connection,
        QStringLiteral("SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main'"
                       " AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"));
    while (tables.step()) {
        TreeShape shape;
        shape.name = shape.table = tables.text(0);
        const bool withoutRowid = tables.integer(1) != 0;
        shape.kind = withoutRowid ? TreeKind::Index : TreeKind::Table;
        shape.columns = columnsOf(connection, shape.name, withoutRowid, tables.integer(2) != 0);
        shape.least = shape.columns.size();
        while (shape.least > 1 && !shape.columns[shape.least - 1].notNull
            && !shape.columns[shape.least - 1].hasDefault) {
            --shape.least;
        }
        shapes.push_back(shape);
        sqlite::Statement indexes(connection,
            QStringLiteral("SELECT name FROM pragma_index_list(?) WHERE NOT (? AND origin = 'pk')"));
        indexes.bindAll(shape.name, qint64(withoutRowid));
        while (indexes.step()) {
            shapes.push_back(shapeOfIndex(connection, indexes.text(0), shape));
        }
    }
    return shapes;
}

RowFinder::RowFinder(sqlite::PageFile& pages, std::vector<TreeShape> shapes)
    : m_pages(pages)
    , m_reader(pages)
    , m_shapes(std::move(shapes))
    , m_pagesOf(m_shapes.size())
    , m_complete(m_shapes.size(), true)
    , m_claimed(size_t(pages.count()) + 1, false)
{
    const Roots roots = readRoots();
    std::vector<bool> rooted(m_shapes.size(), false);
    for (const auto& [page, shape] : roots) {
        if (shape != kNobody) {
            rooted[shape] = true;
        }
    }
    for (size_t i = 0; i < m_shapes.size(); ++i) {
        m_complete[i] = rooted[i];
    }
    m_other = !roots.empty() && std::find(rooted.begin(), rooted.end(), true) == rooted.end();
    claimFreePages();
    // What a damaged inner page points at comes after what sound ones do: its pointers may be wrong.
    Roots deferred;
    walk(roots, &deferred);
    walk(deferred, nullptr);
    assignByLook();
}

RowFinder::Roots RowFinder::readRoots()
{
    QHash<QString, size_t> byName;
    for (size_t i = 0; i < m_shapes.size(); ++i) {
        byName.insert(m_shapes[i].name, i);
    }
    Roots roots;
    std::vector<quint32> waiting{1};
    while (!waiting.empty()) {
        const quint32 number = waiting.back();
        waiting.pop_back();
        if (number == 0 || number > m_pages.count() || m_claimed[number]) {
            continue;
        }
        const Page page = m_pages.page(number);
        if (m_reader.kindOf(page) != TreeKind::Table) {
            continue;
        }
        m_claimed[number] = true;
        for (const quint32 child : m_reader.children(page)) {
            waiting.push_back(child);
        }
        m_reader.rows(page, [&](RawRow&& row) {
            if (row.values.size() == 5 && row.values[3].type == RawValue::Type::Integer) {
                const qint64 root = row.values[3].integer;
                const size_t shape = byName.value(QString::fromUtf8(row.values[1].bytes), size_t(kNobody));
                if (root > 1 && root <= m_pages.count()) {
                    roots.emplace_back(quint32(root), shape);
                }
            }
        });
    }
    return roots;
}

void RowFinder::claimFreePages()
{
    const Page first = m_pages.page(1);
    if (!first.sound) {
        return;
    }
    quint32 trunk = qFromBigEndian<quint32>(first.bytes.constData() + 32);
    while (trunk > 1 && trunk <= m_pages.count() && !m_claimed[trunk]) {
        const Page page = m_pages.page(trunk);
        if (!page.sound) {
            return;
        }
        m_claimed[trunk] = true;
        const quint32 most = quint32(m_pages.usable()) / 4 - 2;
        const quint32 count = std::min(most, qFromBigEndian<quint32>(page.bytes.constData() + 4));
        for (quint32 i = 0; i < count; ++i) {
            const quint32 leaf = qFromBigEndian<quint32>(page.bytes.constData() + 8 + 4 * i);
            if (leaf > 1 && leaf <= m_pages.count()) {
                m_claimed[leaf] = true;
            }
        }
        trunk = qFromBigEndian<quint32>(page.bytes.constData());
    }
}

void RowFinder::walk(Roots waiting, Roots* deferred)
{
    while (!waiting.empty()) {
        const auto [number, shape] = waiting.back();
        waiting.pop_back();
        if (number < 2 || number > m_pages.count() || m_claimed[number]) {
            if (shape != kNobody) {
                m_complete[shape] = false;
            }
            continue;
        }
        const Page page = m_pages.page(number);
        const auto kind = m_reader.kindOf(page);
        if (shape == kNobody) {
            if (kind) {
                m_claimed[number] = true;
                for (const quint32 child : m_reader.children(page)) {
                    waiting.emplace_back(child, shape);
                }
            }
            continue;
        }
        m_complete[shape] = m_complete[shape] && page.sound;
        if (kind != m_shapes[shape].kind || !looksLike(shape, page)) {
            m_complete[shape] = false;
            continue;
        }
        m_claimed[number] = true;
        m_pagesOf[shape].push_back(number);
        Roots& next = page.sound || !deferred ? waiting : *deferred;
        for (const quint32 child : m_reader.children(page)) {
            next.emplace_back(child, shape);
        }
    }
}

bool RowFinder::looksLike(size_t shape, const Page& page)
{
    bool any = false;
    bool fits = false;
    m_reader.rows(page, [&](RawRow&& row) {
        any = true;
        fits = fits || m_shapes[shape].fits(row);
    });
    return fits || !any;
}

void RowFinder::assignByLook()
{
    for (quint32 number = 2; number <= m_pages.count(); ++number) {
        if (m_claimed[number]) {
            continue;
        }
        const Page page = m_pages.page(number);
        const auto kind = m_reader.kindOf(page);
        if (!kind) {
            continue;
        }
        std::vector<qint64> fitting(m_shapes.size(), 0);
        m_reader.rows(page, [&](RawRow&& row) {
            for (size_t i = 0; i < m_shapes.size(); ++i) {
                fitting[i] += m_shapes[i].kind == *kind && !m_shapes[i].columns.front().type.isEmpty()
                    && m_shapes[i].fits(row);
            }
        });
        const auto best = std::max_element(fitting.begin(), fitting.end());
        if (best != fitting.end() && *best > 0 && std::count(fitting.begin(), fitting.end(), *best) == 1) {
            const size_t shape = size_t(best - fitting.begin());
            m_pagesOf[shape].push_back(number);
            m_complete[shape] = false;
        }
    }
}

void RowFinder::rows(size_t shape, const std::function<void(const RawRow&)>& visit)
{
    for (const bool sound : {true, false}) {
        for (const quint32 number : m_pagesOf[shape]) {
            const Page page = m_pages.page(number);
            m_reader.rows(page, [&](RawRow&& row) {
                if (row.sound == sound && m_shapes[shape].fits(row)) {
                    visit(row);
                }
            });
        }
    }
}

} // namespace winnow
