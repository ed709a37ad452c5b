// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/goldcheckstore.h"

#include "core/domain/flagkind.h"
#include "core/domain/ledgerstate.h"

#include <QStringList>

namespace winnow {

namespace {

/// Ids of the kinds that say something is wrong with question or answer, quoted and joined.
QString labelKinds()
{
    QStringList ids;
    for (const FlagKind& kind : flagKinds()) {
        if (kind.group == FlagGroup::Label) {
            ids.append(u'\'' + kind.id + u'\'');
        }
    }
    return ids.join(u',');
}

} // namespace

void GoldCheckStore::forEachChecked(
    SampleId first, SampleId last, const std::function<void(SampleId, bool faulty)>& visit)
{
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT sample_id, max(found) FROM ("
        "SELECT sample_id, CASE state WHEN ?3 THEN 2 ELSE 1 END AS found FROM verdicts"
        " WHERE state IN (?3, ?4) AND kind IN (%1)"
        " UNION ALL SELECT a.sample_id, CASE a.action WHEN 'fix' THEN 2 ELSE 1 END FROM sample_actions a"
        " JOIN decisions d ON d.id = a.decision_id"
        " WHERE a.action = 'fix' OR (a.action = 'keep' AND NOT EXISTS("
        "SELECT 1 FROM decisions b WHERE b.batch = d.batch AND b.batch <> '' AND b.sample_key <> "
        "d.sample_key)))"
        " WHERE sample_id BETWEEN ?1 AND ?2 GROUP BY sample_id")
                                          .arg(flagKindList(FlagKind::DoubtsGold)));
    query.bindAll(first.value, last.value, flagStateId(stateAfter(Verdict::Confirm)),
        flagStateId(stateAfter(Verdict::Override)));
    while (query.step()) {
        visit({query.integer(0)}, query.integer(1) == 2);
    }
    query.reset();
}

void GoldCheckStore::forEachJudgedSound(
    SampleId first, SampleId last, const std::function<void(SampleId, QString judge)>& visit)
{
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT j.sample_id, j.judge FROM judgements j WHERE j.sample_id BETWEEN ?1 AND ?2 AND j.sound = 1"
        " AND NOT EXISTS(SELECT 1 FROM judgements o WHERE o.sample_id = j.sample_id AND o.sound = 0)"
        " AND NOT EXISTS(SELECT 1 FROM effective_decisions d WHERE d.sample_id = j.sample_id"
        " AND (d.action IN ('drop', 'fix') OR (d.verdict = ?3 AND d.kind IN (%1))))"
        " ORDER BY j.sample_id, j.judge")
                                          .arg(labelKinds()));
    query.bindAll(first.value, last.value, verdictId(Verdict::Confirm));
    while (query.step()) {
        visit({query.integer(0)}, query.text(1));
    }
    query.reset();
}

qint64 GoldCheckStore::decidedSamples(DatasetId dataset)
{
    auto& query
        = m_connection.cached(QStringLiteral("SELECT count(DISTINCT d.sample_id) FROM effective_decisions d"
                                             " JOIN samples s ON s.id = d.sample_id WHERE s.dataset_id = ?"));
    query.bind(1, dataset.value);
    const qint64 samples = query.step() ? query.integer(0) : 0;
    query.reset();
    return samples;
}

} // namespace winnow
