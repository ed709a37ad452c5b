// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/flagstore.h"

#include "core/store/textlist.h"

#include "core/base/clock.h"
#include "core/store/settingsstore.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>
#include <QSet>

namespace winnow {

namespace {

/// ?1 to ?5 of the counts.
void bindStates(sqlite::Statement& query)
{
    query.bindAll(flagStateId(FlagState::Open), flagStateId(FlagState::Confirmed),
        flagStateId(FlagState::Overridden), flagStateId(FlagState::Unsure), flagStateId(FlagState::Disputed));
}

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject parsed(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

const QString kRunColumns = QStringLiteral(
    "SELECT id, detector, version, dataset_id, parameters, started_at, finished_at, status, message, added,"
    " kept, resolved, summary FROM detector_runs r ");

const QString kFlagColumns = QStringLiteral(
    "SELECT f.id, f.sample_id, d.name || '/' || s.source_index, f.kind, f.detector, f.score, f.fingerprint,"
    " f.evidence, f.state, f.active FROM flags f JOIN samples s ON s.id = f.sample_id"
    " JOIN datasets d ON d.id = f.dataset_id ");

Flag rowToFlag(const sqlite::Statement& row)
{
    return {.id = {row.integer(0)},
        .sampleId = {row.integer(1)},
        .sampleKey = row.text(2),
        .kind = row.text(3),
        .detector = row.text(4),
        .score = row.real(5),
        .fingerprint = row.blob(6),
        .evidence = parsed(row.blob(7)),
        .state = flagStateFromId(row.text(8)).value_or(FlagState::Open),
        .active = row.integer(9) != 0};
}

DetectorRun rowToRun(const sqlite::Statement& row)
{
    return {.id = {row.integer(0)},
        .detector = row.text(1),
        .version = int(row.integer(2)),
        .datasetId = {row.integer(3)},
        .parameters = parsed(row.blob(4)),
        .startedAt = row.text(5),
        .finishedAt = row.text(6),
        .status = row.text(7),
        .message = row.text(8),
        .added = row.integer(9),
        .kept = row.integer(10),
        .resolved = row.integer(11),
        .summary = parsed(row.blob(12))};
}

} // namespace

QByteArray FlagStore::fingerprint(const QString& detector, const QString& kind, const QString& dataset,
    const QString& sourceIndex, const QString& discriminator)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& part : {detector, kind, dataset, sourceIndex, discriminator}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\x1f", 1));
    }
    return hash.result();
}

void FlagStore::recordRun(DetectorRun& run)
{
    if (run.finishedAt.isEmpty()) {
        run.finishedAt = nowUtc();
    }
    auto& insert = m_connection.cached(
        QStringLiteral("INSERT INTO detector_runs(detector, version, dataset_id, parameters, started_at, "
                       "finished_at, status,"
                       " message, added, kept, resolved, summary) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"));
    insert
        .bindAll(run.detector, run.version, run.datasetId.value, compact(run.parameters), run.startedAt,
            run.finishedAt, run.status, run.message, run.added, run.kept, run.resolved, compact(run.summary))
        .run();
    run.id = {m_connection.lastInsertId()};
}

void FlagStore::applyRun(DetectorRun& run, const QVector<FlagDraft>& drafts)
{
    // Flags from before the dataset was renamed are found by the name it had.
    auto& named
        = m_connection.cached(QStringLiteral("SELECT name FROM datasets WHERE id = ?1 UNION ALL"
                                             " SELECT name FROM aliases WHERE kind = 'dataset' AND id = ?1"));
    named.bind(1, run.datasetId.value);
    const QStringList names = firstColumn(named);
    struct Known {
        qint64 id;
        double score;
        QByteArray evidence;
        bool active;
    };
    QHash<QByteArray, Known> known;
    {
        auto& query
            = m_connection.cached(QStringLiteral("SELECT fingerprint, id, score, evidence, active FROM flags"
                                                 " WHERE detector = ? AND dataset_id = ?"));
        query.bindAll(run.detector, run.datasetId.value);
        while (query.step()) {
            known.insert(
                query.blob(0), {query.integer(1), query.real(2), query.blob(3), query.integer(4) != 0});
        }
        query.reset();
    }
    auto& indexQuery = m_connection.cached(QStringLiteral("SELECT source_index FROM samples WHERE id = ?"));
    auto& insert = m_connection.cached(QStringLiteral(
        "INSERT INTO flags(fingerprint, sample_id, dataset_id, kind, detector, score, evidence, raised_run,"
        " state) VALUES(?1,?2,?3,?4,?5,?6,?7,?8, coalesce((SELECT state FROM verdicts"
        " WHERE sample_id = ?2 AND kind = ?4), ?9))"));
    auto& update = m_connection.cached(
        QStringLiteral("UPDATE flags SET score = ?1, evidence = ?2, active = 1,"
                       " raised_run = CASE active WHEN 1 THEN raised_run ELSE ?3 END, resolved_run = NULL"
                       " WHERE id = ?4"));
    auto& resolve
        = m_connection.cached(QStringLiteral("UPDATE flags SET active = 0, resolved_run = ? WHERE id = ?"));

    run.added = run.kept = run.resolved = 0;
    const DetectorRun before = storedRun(run);
    // Flags name their run, so it is stored first, and taken back when nothing changed.
    recordRun(run);
    bool touched = false;
    QSet<QByteArray> seen;
    for (const FlagDraft& draft : drafts) {
        indexQuery.reset();
        indexQuery.bind(1, draft.sampleId.value);
        const QString sourceIndex = indexQuery.step() ? indexQuery.text(0) : QString();
        QByteArray print;
        for (const QString& name : names) {
            const QByteArray other
                = fingerprint(run.detector, draft.kind, name, sourceIndex, draft.discriminator);
            print = print.isEmpty() || (!known.contains(print) && known.contains(other)) ? other : print;
        }
        if (seen.contains(print)) {
            continue;
        }
        seen.insert(print);
        const QString evidence = compact(draft.evidence);
        const auto it = known.constFind(print);
        if (it == known.constEnd()) {
            insert
                .bindAll(print, draft.sampleId.value, run.datasetId.value, draft.kind, run.detector,
                    draft.score, evidence, run.id.value, flagStateId(FlagState::Open))
                .run();
            ++run.added;
            touched = true;
        } else {
            it->active ? ++run.kept : ++run.added;
            if (!it->active || it->score != draft.score || it->evidence != evidence.toUtf8()) {
                update.bindAll(draft.score, evidence, run.id.value, it->id).run();
                touched = true;
            }
        }
    }
    indexQuery.reset();
    for (auto it = known.constBegin(); it != known.constEnd(); ++it) {
        if (it->active && !seen.contains(it.key())) {
            resolve.bindAll(run.id.value, it->id).run();
            ++run.resolved;
            touched = true;
        }
    }

    const bool unchanged = !touched && before.id && before.version == run.version
        && before.status == run.status && compact(before.parameters) == compact(run.parameters)
        && compact(before.summary) == compact(run.summary);
    if (unchanged) {
        m_connection.cached(QStringLiteral("DELETE FROM detector_runs WHERE id = ?"))
            .bindAll(run.id.value)
            .run();
        run.id = before.id;
        // It holds for what was imported since, too.
        m_connection
            .cached(
                QStringLiteral("UPDATE detector_runs SET started_at = ?1, finished_at = ?2 WHERE id = ?3"
                               " AND EXISTS (SELECT 1 FROM imports i WHERE i.dataset_id = ?4"
                               " AND i.added + i.changed > 0 AND i.finished_at > detector_runs.started_at)"))
            .bindAll(run.startedAt, run.finishedAt, before.id.value, run.datasetId.value)
            .run();
        return;
    }
    m_connection
        .cached(QStringLiteral(
            "UPDATE detector_runs SET finished_at = ?, added = ?, kept = ?, resolved = ? WHERE id = ?"))
        .bindAll(nowUtc(), run.added, run.kept, run.resolved, run.id.value)
        .run();
}

DetectorRun FlagStore::storedRun(const DetectorRun& run)
{
    auto& query = m_connection.cached(
        kRunColumns + QStringLiteral("WHERE detector = ? AND dataset_id = ? ORDER BY id DESC LIMIT 1"));
    query.bindAll(run.detector, run.datasetId.value);
    DetectorRun found;
    if (query.step()) {
        found = rowToRun(query);
    }
    query.reset();
    return found;
}

QVector<SampleId> FlagStore::samplesOfRun(DetectorRunId run, RunChange change)
{
    QString where;
    switch (change) {
    case RunChange::Added:
        where = QStringLiteral("f.active = 1 AND f.raised_run = r.id");
        break;
    case RunChange::Kept:
        where = QStringLiteral("f.active = 1 AND f.raised_run IS NOT r.id");
        break;
    case RunChange::Resolved:
        where = QStringLiteral("f.active = 0 AND f.resolved_run = r.id");
        break;
    }
    auto& query = m_connection.cached(
        QStringLiteral("SELECT DISTINCT f.sample_id, s.position FROM detector_runs r"
                       " JOIN flags f ON f.detector = r.detector AND f.dataset_id = r.dataset_id"
                       " JOIN samples s ON s.id = f.sample_id WHERE r.id = ? AND %1"
                       " AND r.id = (SELECT max(id) FROM detector_runs l WHERE l.detector = r.detector"
                       " AND l.dataset_id = r.dataset_id) ORDER BY s.position, f.sample_id")
            .arg(where));
    query.bindAll(run.value);
    QVector<SampleId> samples;
    while (query.step()) {
        samples.append(SampleId{query.integer(0)});
    }
    query.reset();
    return samples;
}

qint64 FlagStore::detectorsRunOn(DatasetId dataset)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT count(DISTINCT detector) FROM detector_runs WHERE dataset_id = ?"));
    query.bind(1, dataset.value);
    return query.runForInteger();
}

QVector<Flag> FlagStore::list(const FlagFilter& filter)
{
    QString where = QStringLiteral("WHERE 1");
    if (!filter.kind.isEmpty()) {
        where += QStringLiteral(" AND f.kind = ?1");
    }
    if (!filter.detector.isEmpty()) {
        where += QStringLiteral(" AND f.detector = ?2");
    }
    if (filter.datasetId) {
        where += QStringLiteral(" AND f.dataset_id = ?3");
    }
    if (filter.state) {
        where += QStringLiteral(" AND f.state = ?4");
    }
    if (filter.activeOnly) {
        where += QStringLiteral(" AND f.active = 1");
    }
    where += QStringLiteral(" ORDER BY f.kind, f.score DESC, f.dataset_id, s.position, f.id LIMIT ?5");
    auto& query = m_connection.cached(kFlagColumns + where);
    query.bind(1, filter.kind).bind(2, filter.detector).bind(3, filter.datasetId.value);
    query.bind(4, filter.state ? flagStateId(*filter.state) : QString()).bind(5, filter.limit);
    QVector<Flag> flags;
    while (query.step()) {
        flags.append(rowToFlag(query));
    }
    query.reset();
    return flags;
}

QVector<SampleId> FlagStore::flaggedSamples(const QString& detector, DatasetId dataset)
{
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT DISTINCT f.sample_id, s.position FROM flags f JOIN samples s ON s.id = f.sample_id"
        " WHERE f.detector = ? AND f.dataset_id = ? AND f.active = 1"
        " ORDER BY s.position, f.sample_id"));
    query.bindAll(detector, dataset.value);
    QVector<SampleId> samples;
    while (query.step()) {
        samples.append(SampleId{query.integer(0)});
    }
    query.reset();
    return samples;
}

QVector<SampleId> FlagStore::samplesOfReason(const QString& kind, const QString& reason)
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT sample_id FROM flags WHERE kind = ? AND active = 1"
                       " AND json_extract(evidence, '$.reason') = ? ORDER BY sample_id"));
    query.bindAll(kind, reason);
    QVector<SampleId> samples;
    while (query.step()) {
        samples.append(SampleId{query.integer(0)});
    }
    query.reset();
    return samples;
}

QVector<Flag> FlagStore::ofSample(SampleId sample, bool activeOnly)
{
    auto& query = m_connection.cached(kFlagColumns
        + QStringLiteral(
            "WHERE f.sample_id = ? AND (f.active = 1 OR ? = 0) ORDER BY f.score DESC, f.kind, f.id"));
    query.bindAll(sample.value, qint64(activeOnly));
    QVector<Flag> flags;
    while (query.step()) {
        flags.append(rowToFlag(query));
    }
    query.reset();
    return flags;
}

std::optional<Flag> FlagStore::byId(FlagId id)
{
    auto& query = m_connection.cached(kFlagColumns + QStringLiteral("WHERE f.id = ?"));
    query.bind(1, id.value);
    std::optional<Flag> found;
    if (query.step()) {
        found = rowToFlag(query);
    }
    query.reset();
    return found;
}

QVector<DetectorRun> FlagStore::latestRuns()
{
    QVector<DetectorRun> runs;
    auto& query = m_connection.cached(kRunColumns
        + QStringLiteral(
            "WHERE id = (SELECT max(id) FROM detector_runs l"
            " WHERE l.detector = r.detector AND l.dataset_id = r.dataset_id) ORDER BY detector, dataset_id"));
    while (query.step()) {
        runs.append(rowToRun(query));
    }
    query.reset();
    auto& newer = m_connection.cached(QStringLiteral(
        "SELECT 1 FROM imports WHERE dataset_id = ? AND added + changed > 0 AND finished_at > ? LIMIT 1"));
    SettingsStore settings(m_connection);
    for (DetectorRun& run : runs) {
        newer.bindAll(run.datasetId.value, run.startedAt);
        run.stale = newer.step() || settings.dataChangedAt(run.datasetId) > run.startedAt;
        newer.reset();
    }
    return runs;
}

QVector<FlagStore::KindCount> FlagStore::countsByKind()
{
    QVector<KindCount> counts;
    auto& query
        = m_connection.cached(QStringLiteral("SELECT kind, dataset_id, sum(state = ?1), sum(state = ?2),"
                                             " sum(state = ?3), sum(state = ?4), sum(state = ?5)"
                                             " FROM flags WHERE active = 1"
                                             " GROUP BY kind, dataset_id ORDER BY kind, dataset_id"));
    bindStates(query);
    while (query.step()) {
        counts.append({query.text(0), {query.integer(1)}, query.integer(2), query.integer(3),
            query.integer(4), query.integer(5), query.integer(6)});
    }
    query.reset();
    return counts;
}

QVector<FlagStore::DetectorCount> FlagStore::countsByDetector()
{
    QVector<DetectorCount> counts;
    auto& query = m_connection.cached(
        QStringLiteral("SELECT detector, sum(state = ?1), sum(state = ?2),"
                       " sum(state = ?3), sum(state = ?4), sum(state = ?5),"
                       " avg(score) FILTER (WHERE state IN (?2, ?3)),"
                       " avg(score) FILTER (WHERE state = ?1) FROM flags WHERE active = 1"
                       " GROUP BY detector ORDER BY detector"));
    bindStates(query);
    while (query.step()) {
        counts.append({query.text(0), query.integer(1), query.integer(2), query.integer(3), query.integer(4),
            query.integer(5), query.real(6), query.real(7)});
    }
    query.reset();
    return counts;
}

} // namespace winnow
