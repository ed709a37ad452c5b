// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/standingstore.h"

#include "core/domain/flagkind.h"
#include "core/domain/reviewed.h"

namespace winnow {

namespace {

/// sample_id and ReviewFacts of each flagged sample, proposals aside; ?1 and ?2 are the states open and
/// disputed.
const QString kFlagged = QString(
    QStringLiteral("SELECT sample_id, max(open) AS open, max(disputed) AS disputed, max(acted) AS acted,"
                   " max(settled) AS settled FROM ("
                   " SELECT sample_id, 1 AS flagged, state = ?1 AS open, state = ?2 AS disputed, 0 AS acted,"
                   "  0 AS settled FROM flags WHERE active = 1 AND kind NOT IN (%1)"
                   " UNION ALL SELECT a.sample_id, 0, 0, a.action = ?2, a.action <> ?2,"
                   "  a.action <> ?2 AND d.adjudicates FROM sample_actions a JOIN decisions d ON d.id = "
                   "a.decision_id"
                   ") GROUP BY sample_id HAVING max(flagged)"))
                             .arg(flagKindList(FlagKind::Proposal));

/// The facts that kFlagged gives, from this column on.
ReviewFacts factsAt(const sqlite::Statement& row, int column)
{
    return {.flagged = true,
        .open = row.integer(column) != 0,
        .disputed = row.integer(column + 1) != 0,
        .acted = row.integer(column + 2) != 0,
        .settled = row.integer(column + 3) != 0};
}

void bindStates(sqlite::Statement& query)
{
    query.bindAll(flagStateId(FlagState::Open), flagStateId(FlagState::Disputed));
}

} // namespace

qint64 StandingStore::samples()
{
    return m_connection.integer(QStringLiteral(
        "SELECT count(*) FROM samples WHERE dataset_id NOT IN (SELECT dataset_id FROM staged_imports)"));
}

void StandingStore::forEachFlag(const std::function<void(const StandingFlag&)>& visit)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT f.sample_id, f.kind, f.state, f.score, f.evidence, d.name FROM flags f"
                       " JOIN datasets d ON d.id = f.dataset_id"
                       " WHERE f.active = 1 OR f.state = ? ORDER BY f.sample_id, f.kind"));
    query.bindAll(flagStateId(FlagState::Confirmed));
    while (query.step()) {
        visit({.sample = {query.integer(0)},
            .dataset = query.text(5),
            .kind = query.text(1),
            .state = flagStateFromId(query.text(2)).value_or(FlagState::Open),
            .score = query.real(3),
            .evidence = query.blob(4)});
    }
    query.reset();
}

void StandingStore::forEachFound(const std::function<void(const FoundByPeople&)>& visit)
{
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT v.sample_id, v.kind, v.state, d.name FROM verdicts v JOIN samples s ON s.id = v.sample_id"
        " JOIN datasets d ON d.id = s.dataset_id WHERE v.state IN (?, ?)"
        " AND NOT EXISTS(SELECT 1 FROM flags f WHERE f.sample_id = v.sample_id AND f.kind = v.kind)"));
    query.bindAll(flagStateId(FlagState::Confirmed), flagStateId(FlagState::Disputed));
    while (query.step()) {
        visit({{query.integer(0)}, query.text(3), query.text(1),
            flagStateFromId(query.text(2)).value_or(FlagState::Confirmed)});
    }
    query.reset();
}

void StandingStore::forEachAction(const std::function<void(const StandingAction&)>& visit)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT a.sample_id, a.action, a.new_gold, a.new_question, d.kind, d.adjudicates FROM "
                       "sample_actions a"
                       " JOIN decisions d ON d.id = a.decision_id"));
    while (query.step()) {
        visit({.sample = {query.integer(0)},
            .action = actionFromId(query.text(1)),
            .newGold = query.text(2),
            .newQuestion = query.text(3),
            .kind = query.text(4),
            .adjudicates = query.integer(5) != 0});
    }
    query.reset();
}

QHash<SampleId, bool> StandingStore::reviewOfFlagged()
{
    QHash<SampleId, bool> flagged;
    auto& query = m_connection.cached(kFlagged);
    bindStates(query);
    while (query.step()) {
        flagged.insert({query.integer(0)}, isReviewed(factsAt(query, 1)));
    }
    query.reset();
    return flagged;
}

QVector<StandingStore::ReviewCount> StandingStore::reviewCounts()
{
    // From the flags outwards: they are few next to the samples.
    auto& query = m_connection.cached(
        QStringLiteral("SELECT d.name, s.capability, count(*), t.open, t.disputed, t.acted, t.settled"
                       " FROM (%1) t JOIN samples s ON s.id = t.sample_id"
                       " JOIN datasets d ON d.id = s.dataset_id GROUP BY s.dataset_id, s.capability,"
                       " t.open, t.disputed, t.acted, t.settled ORDER BY s.dataset_id, s.capability")
            .arg(kFlagged));
    bindStates(query);
    QVector<ReviewCount> counts;
    while (query.step()) {
        const QString dataset = query.text(0);
        const QString capability = query.text(1);
        if (counts.isEmpty() || counts.last().dataset != dataset || counts.last().capability != capability) {
            counts.append({dataset, capability, 0, 0});
        }
        const qint64 samples = query.integer(2);
        counts.last().flagged += samples;
        counts.last().reviewed += isReviewed(factsAt(query, 3)) ? samples : 0;
    }
    query.reset();
    return counts;
}

} // namespace winnow
