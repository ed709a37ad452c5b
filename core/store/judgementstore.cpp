// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/judgementstore.h"

#include "core/base/clock.h"
#include "core/store/flagstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace winnow {

QString judgeDetector(const QString& judge)
{
    return QStringLiteral("judge:") + judge;
}

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

void JudgementStore::keep(ImportId import, const QString& judge, DatasetId dataset)
{
    QJsonArray said;
    sqlite::Statement judgements(m_connection,
        QStringLiteral("SELECT j.sample_id, j.sound, j.reason FROM judgements j JOIN samples s"
                       " ON s.id = j.sample_id WHERE j.judge = ? AND s.dataset_id = ?"));
    judgements.bindAll(judge, dataset.value);
    while (judgements.step()) {
        said.append(QJsonArray{judgements.integer(0), judgements.integer(1), judgements.text(2)});
    }
    QJsonArray raised;
    sqlite::Statement flags(m_connection,
        QStringLiteral(
            "SELECT sample_id, kind, score, evidence FROM flags WHERE detector = ? AND dataset_id = ?"
            " AND active = 1"));
    flags.bindAll(judgeDetector(judge), dataset.value);
    while (flags.step()) {
        raised.append(QJsonArray{flags.integer(0), flags.text(1), flags.real(2), flags.text(3)});
    }
    const QJsonObject body{{QStringLiteral("judge"), judge}, {QStringLiteral("judgements"), said},
        {QStringLiteral("flags"), raised}};
    m_connection
        .cached(
            QStringLiteral("INSERT INTO replaced(kind, import_id, id, body) VALUES('judgements', ?, 0, ?)"))
        .bindAll(import.value, QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)))
        .run();
}

void JudgementStore::restore(ImportId import, DatasetId dataset)
{
    auto& kept = m_connection.cached(
        QStringLiteral("SELECT body FROM replaced WHERE kind = 'judgements' AND import_id = ?"));
    kept.bind(1, import.value);
    const QByteArray json = kept.step() ? kept.blob(0) : QByteArray();
    kept.reset();
    if (json.isEmpty()) {
        return;
    }
    const QJsonObject body = QJsonDocument::fromJson(json).object();
    const QString judge = body.value(QStringLiteral("judge")).toString();
    QVector<Judgement> judgements;
    for (const QJsonValue& value : body.value(QStringLiteral("judgements")).toArray()) {
        const QJsonArray row = value.toArray();
        judgements.append({{row.at(0).toInteger()}, judge, row.at(1).toInteger() == 1, row.at(2).toString()});
    }
    QVector<FlagDraft> drafts;
    for (const QJsonValue& value : body.value(QStringLiteral("flags")).toArray()) {
        const QJsonArray row = value.toArray();
        drafts.append({{row.at(0).toInteger()}, row.at(1).toString(), row.at(2).toDouble(), {},
            QJsonDocument::fromJson(row.at(3).toString().toUtf8()).object()});
    }
    DetectorRun run;
    run.detector = judgeDetector(judge);
    run.datasetId = dataset;
    run.startedAt = nowUtc();
    run.status = QStringLiteral("done");
    FlagStore(m_connection).applyRun(run, drafts);
    replace(judge, dataset, judgements);
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
