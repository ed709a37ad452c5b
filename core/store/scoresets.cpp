// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scoresets.h"

#include "core/base/clock.h"

namespace winnow {

QVector<ScoreSet> ScoreSets::ofRun(RunId run)
{
    QVector<ScoreSet> sets;
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT s.id, s.parent, s.scorer, s.created_at, s.current, total(b.entries), total(b.missing)"
        " FROM score_sets s LEFT JOIN response_blocks b ON b.run_id = s.run_id AND b.score_set = s.id"
        " WHERE s.run_id = ? GROUP BY s.id ORDER BY s.id"));
    query.bind(1, run.value);
    while (query.step()) {
        sets.append({query.integer(0), run, query.integer(1), query.text(2), query.text(3),
            query.integer(4) != 0, query.integer(5), query.integer(6)});
    }
    query.reset();
    return sets;
}

qint64 ScoreSets::current(RunId run)
{
    auto& query
        = m_connection.cached(QStringLiteral("SELECT id FROM score_sets WHERE run_id = ? AND current = 1"));
    query.bind(1, run.value);
    const qint64 id = query.step() ? query.integer(0) : 0;
    query.reset();
    return id;
}

qint64 ScoreSets::branch(RunId run, const QString& scorer)
{
    const qint64 parent = current(run);
    m_connection.cached(QStringLiteral("UPDATE score_sets SET current = 0 WHERE run_id = ? AND current = 1"))
        .bindAll(run.value)
        .run();
    auto& insert = m_connection.cached(
        QStringLiteral("INSERT INTO score_sets(run_id, parent, scorer, created_at, current)"
                       " VALUES(?1, nullif(?2, 0), ?3, ?4, 1) RETURNING id"));
    insert.bindAll(run.value, parent, scorer, nowUtc());
    const qint64 id = insert.runForInteger();
    m_connection
        .cached(QStringLiteral(
            "INSERT INTO response_blocks(run_id, score_set, attempt, shift, block, entries, missing,"
            " replies, probable, scores, details) SELECT run_id, ?3, attempt, shift, block,"
            " entries, missing, replies, probable, scores, details FROM response_blocks"
            " WHERE run_id = ?1 AND score_set = ?2"))
        .bindAll(run.value, parent, id)
        .run();
    return id;
}

} // namespace winnow
