// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/standingstore.h"

namespace winnow {

namespace {

/// sample_id and reviewed of each flagged sample.
const QString kFlagged = QStringLiteral(
    "SELECT sample_id, CASE WHEN max(disputed) THEN max(settled)"
    " ELSE max(acted) OR NOT max(open) END AS reviewed FROM ("
    " SELECT sample_id, 1 AS flagged, state = 'open' AS open, state = 'disputed' AS disputed, 0 AS acted,"
    "  0 AS settled FROM flags WHERE active = 1"
    " UNION ALL SELECT a.sample_id, 0, 0, a.action = 'disputed', a.action <> 'disputed',"
    "  a.action <> 'disputed' AND d.adjudicates FROM sample_actions a JOIN decisions d ON d.id = "
    "a.decision_id"
    ") GROUP BY sample_id HAVING max(flagged)");

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
                       " WHERE f.active = 1 OR f.state = 'confirmed' ORDER BY f.sample_id, f.kind"));
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
        " JOIN datasets d ON d.id = s.dataset_id WHERE v.state IN ('confirmed', "
        "'disputed') AND NOT EXISTS(SELECT 1 FROM flags f WHERE f.sample_id = v.sample_id AND "
        "f.kind = v.kind)"));
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
        const QString action = query.text(1);
        visit({.sample = {query.integer(0)},
            .action = action == u"disputed" ? std::nullopt
                                            : std::optional(actionFromId(action).value_or(Action::None)),
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
    while (query.step()) {
        flagged.insert({query.integer(0)}, query.integer(1) != 0);
    }
    query.reset();
    return flagged;
}

QVector<StandingStore::ReviewCount> StandingStore::reviewCounts()
{
    // From the flags outwards: they are few next to the samples.
    auto& query = m_connection.cached(
        QStringLiteral("SELECT d.name, s.capability, count(*), sum(t.reviewed) FROM (%1) t"
                       " JOIN samples s ON s.id = t.sample_id JOIN datasets d ON d.id = s.dataset_id"
                       " GROUP BY s.dataset_id, s.capability")
            .arg(kFlagged));
    QVector<ReviewCount> counts;
    while (query.step()) {
        counts.append({query.text(0), query.text(1), query.integer(2), query.integer(3)});
    }
    query.reset();
    return counts;
}

} // namespace winnow
