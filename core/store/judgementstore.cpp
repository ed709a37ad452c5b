// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/judgementstore.h"

namespace winnow {

void JudgementStore::replace(const QString& judge, DatasetId dataset, const QVector<Judgement>& judgements)
{
    sqlite::Statement clear(m_connection,
        QStringLiteral("DELETE FROM judgements WHERE judge = ? AND sample_id IN"
                       " (SELECT id FROM samples WHERE dataset_id = ?)"));
    clear.bindAll(judge, dataset.value);
    clear.run();
    sqlite::Statement insert(m_connection,
        QStringLiteral("INSERT INTO judgements(judge, sample_id, sound, reason) VALUES(?, ?, ?, ?)"
                       " ON CONFLICT(sample_id, judge) DO UPDATE SET"
                       " reason = iif(excluded.sound < sound, excluded.reason, reason),"
                       " sound = min(sound, excluded.sound)"));
    for (const Judgement& judgement : judgements) {
        insert.bindAll(judge, judgement.sample.value, judgement.sound ? 1 : 0, judgement.reason);
        insert.run();
    }
}

QVector<Judgement> JudgementStore::ofSample(SampleId sample)
{
    sqlite::Statement query(m_connection,
        QStringLiteral("SELECT judge, sound, reason FROM judgements WHERE sample_id = ? ORDER BY judge"));
    query.bind(1, sample.value);
    QVector<Judgement> found;
    while (query.step()) {
        found.append({sample, query.text(0), query.integer(1) == 1, query.text(2)});
    }
    return found;
}

qint64 JudgementStore::count(DatasetId dataset)
{
    sqlite::Statement query(m_connection,
        QStringLiteral("SELECT count(*) FROM judgements j JOIN samples s ON s.id = j.sample_id"
                       " WHERE s.dataset_id = ?"));
    query.bind(1, dataset.value);
    return query.step() ? query.integer(0) : 0;
}

} // namespace winnow
