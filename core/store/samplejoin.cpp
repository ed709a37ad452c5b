// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/samplejoin.h"

#include "core/store/textlist.h"

namespace winnow {

SampleJoin::SampleJoin(sqlite::Connection& connection, DatasetId dataset, DatasetId staged)
    : m_connection(connection)
    , m_dataset(dataset ? dataset : staged)
    , m_staged(staged)
{
}

sqlite::Statement SampleJoin::rows(const QString& columns) const
{
    const bool both = m_staged && m_staged != m_dataset;
    sqlite::Statement statement(m_connection,
        QStringLiteral("SELECT %1 FROM (%2) s ORDER BY position, id")
            .arg(columns,
                both ? QStringLiteral(
                    "SELECT n.*, coalesce(o.id, n.id) AS joined FROM samples n LEFT JOIN samples o"
                    " ON o.dataset_id = ?1 AND o.source_index = n.source_index"
                    " WHERE n.dataset_id = ?2 UNION ALL SELECT o.*, o.id FROM samples o"
                    " WHERE o.dataset_id = ?1 AND NOT EXISTS(SELECT 1 FROM samples n"
                    " WHERE n.dataset_id = ?2 AND n.source_index = o.source_index)")
                     : QStringLiteral("SELECT *, id AS joined FROM samples WHERE dataset_id = ?1")));
    statement.bind(1, m_dataset.value);
    if (both) {
        statement.bind(2, m_staged.value);
    }
    return statement;
}

qint64 SampleJoin::count() const
{
    sqlite::Statement all = rows(QStringLiteral("count(*)"));
    return all.step() ? all.integer(0) : 0;
}

void SampleJoin::forEachKey(const std::function<void(const Key&)>& visit) const
{
    sqlite::Statement all = rows(QStringLiteral("joined, id, source_index, option_count, gold"));
    while (all.step()) {
        visit({{all.integer(0)}, {all.integer(1)}, all.utf8(2), int(all.integer(3)), all.utf8(4)});
    }
}

void SampleJoin::forEachTold(const std::function<void(const Told&)>& visit) const
{
    sqlite::Statement all = rows(QStringLiteral("extra, split, category, capability"));
    while (all.step()) {
        visit({all.utf8(0), all.text(1), all.text(2), all.text(3)});
    }
}

void SampleJoin::forEachQuestion(const std::function<void(std::string_view)>& visit) const
{
    sqlite::Statement all = rows(QStringLiteral("question"));
    while (all.step()) {
        visit(all.utf8(0));
    }
}

void SampleJoin::forEachRotation(
    const std::function<void(SampleId, int, std::string_view, const QString&)>& visit) const
{
    sqlite::Statement all(m_connection,
        QStringLiteral("SELECT r.sample_id, r.shift, r.source_index, r.gold FROM rotations r"
                       " JOIN samples s ON s.id = r.sample_id WHERE s.dataset_id IN (?, ?)"));
    all.bindAll(m_dataset.value, m_staged.value);
    while (all.step()) {
        visit({all.integer(0)}, int(all.integer(1)), all.utf8(2), all.text(3));
    }
}

QStringList SampleJoin::options(SampleId content) const
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT text FROM options WHERE sample_id = ? ORDER BY position"));
    query.bind(1, content.value);
    return firstColumn(query);
}

QString SampleJoin::permutation(SampleId content, int shift) const
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT permutation FROM rotations WHERE sample_id = ? AND shift = ?"));
    query.bindAll(content.value, shift);
    const QString permutation = query.step() ? query.text(0) : QString();
    query.reset();
    return permutation;
}

} // namespace winnow
