// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"

#include "core/base/clock.h"
#include "core/domain/flagkind.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>
#include <QUuid>

namespace winnow {

namespace {

const QString kSelect = QStringLiteral("SELECT id, uuid, at, annotator, sample_id, sample_key, kind, "
                                       "verdict, action, new_gold, new_question, note,"
                                       " seconds, batch, undoes, redoes, content_hash FROM ");

Decision rowToDecision(const sqlite::Statement& row)
{
    return {.id = {row.integer(0)},
        .uuid = row.text(1),
        .at = row.text(2),
        .annotator = row.text(3),
        .sampleId = {row.integer(4)},
        .sampleKey = row.text(5),
        .kind = row.text(6),
        .verdict = verdictFromId(row.text(7)).value_or(Verdict::None),
        .action = actionFromId(row.text(8)).value_or(Action::None),
        .newGold = row.text(9),
        .newQuestion = row.text(10),
        .note = row.text(11),
        .seconds = row.real(12),
        .batch = row.text(13),
        .undoes = {row.integer(14)},
        .redoes = {row.integer(15)},
        .contentHash = row.blob(16)};
}

QVector<Decision> collect(sqlite::Statement& query)
{
    QVector<Decision> decisions;
    while (query.step()) {
        decisions.append(rowToDecision(query));
    }
    query.reset();
    return decisions;
}

FlagState stateAfter(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Confirm:
        return FlagState::Confirmed;
    case Verdict::Override:
        return FlagState::Overridden;
    case Verdict::Unsure:
        return FlagState::Unsure;
    case Verdict::None:
        break;
    }
    return FlagState::Open;
}

} // namespace

DecisionId DecisionStore::insert(const Decision& decision)
{
    auto& statement = m_connection.cached(QStringLiteral(
        "INSERT INTO decisions(uuid, at, annotator, sample_id, sample_key, kind, verdict, action, new_gold,"
        " new_question, note, seconds, batch, undoes, redoes, content_hash) "
        "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
    statement.bindAll(decision.uuid, decision.at, decision.annotator, decision.sampleId.value,
        decision.sampleKey, decision.kind, verdictId(decision.verdict), actionId(decision.action),
        decision.newGold, decision.newQuestion, decision.note, decision.seconds, decision.batch);
    decision.undoes ? statement.bind(14, decision.undoes.value) : statement.bindNull(14);
    decision.redoes ? statement.bind(15, decision.redoes.value) : statement.bindNull(15);
    statement.bind(16, decision.contentHash).run();
    return {m_connection.lastInsertId()};
}

Result<DecisionId> DecisionStore::append(Decision decision)
{
    if (decision.annotator.trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("A decision needs the annotator's name"),
            QStringLiteral("Give your name once in the settings, or with --annotator"));
    }
    if (decision.verdict == Verdict::None && decision.action == Action::None && decision.note.isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("The decision says nothing"),
            QStringLiteral("Give a verdict, an action or a note"));
    }
    if (!decision.kind.isEmpty() && !flagKindById(decision.kind)) {
        return fail(ErrorCode::InvalidInput,
            QStringLiteral("There is no flag kind \"%1\"").arg(decision.kind),
            QStringLiteral("\"winnow-cli detectors\" lists the kinds"));
    }
    if (decision.verdict != Verdict::None && decision.kind.isEmpty()) {
        return fail(
            ErrorCode::InvalidInput, QStringLiteral("A verdict needs the kind of flag that it is about"));
    }
    auto& sample = m_connection.cached(
        QStringLiteral("SELECT d.name || '/' || s.source_index, s.content_hash FROM samples s"
                       " JOIN datasets d ON d.id = s.dataset_id WHERE s.id = ?"));
    sample.bind(1, decision.sampleId.value);
    if (!sample.step()) {
        sample.reset();
        return fail(ErrorCode::NotFound,
            QStringLiteral("There is no sample with id %1").arg(decision.sampleId.value));
    }
    decision.sampleKey = sample.text(0);
    decision.contentHash = sample.blob(1);
    sample.reset();
    if (decision.verdict != Verdict::None) {
        auto& flag = m_connection.cached(
            QStringLiteral("SELECT 1 FROM flags WHERE sample_id = ? AND kind = ? LIMIT 1"));
        flag.bindAll(decision.sampleId.value, decision.kind);
        const bool flagged = flag.step();
        flag.reset();
        if (!flagged) {
            return fail(ErrorCode::NotFound,
                QStringLiteral("%1 has no flag of kind %2").arg(decision.sampleKey, decision.kind),
                QStringLiteral("\"winnow-cli show\" lists its flags"));
        }
    }
    if (decision.uuid.isEmpty()) {
        decision.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    if (decision.at.isEmpty()) {
        decision.at = nowUtc();
    }
    const DecisionId id = insert(decision);
    derive(decision.sampleId);
    return id;
}

Result<QVector<Decision>> DecisionStore::undo(const QString& annotator)
{
    auto& last = m_connection.cached(
        kSelect + QStringLiteral("effective_decisions WHERE annotator = ? ORDER BY id DESC LIMIT 1"));
    last.bind(1, annotator);
    QVector<Decision> taken = collect(last);
    if (taken.isEmpty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 has no decision to undo").arg(annotator));
    }
    if (!taken.first().batch.isEmpty()) {
        auto& batch = m_connection.cached(kSelect
            + QStringLiteral("effective_decisions WHERE annotator = ? AND batch = ? ORDER BY id DESC"));
        batch.bindAll(annotator, taken.first().batch);
        taken = collect(batch);
    }
    const QString at = nowUtc();
    QSet<qint64> samples;
    for (const Decision& decision : taken) {
        Decision inverse;
        inverse.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        inverse.at = at;
        inverse.annotator = annotator;
        inverse.sampleId = decision.sampleId;
        inverse.sampleKey = decision.sampleKey;
        inverse.kind = decision.kind;
        inverse.batch = decision.batch;
        inverse.undoes = decision.id;
        inverse.contentHash = decision.contentHash;
        insert(inverse);
        samples.insert(decision.sampleId.value);
    }
    for (qint64 sample : samples) {
        derive({sample});
    }
    return taken;
}

Result<QVector<Decision>> DecisionStore::redo(const QString& annotator)
{
    // The undos at the end of this annotator's events that no later event has brought again, newest first.
    // A redo event itself stands between: it is skipped together with the undo it answers.
    const QVector<Decision> recent = history(annotator, 10000);
    QSet<qint64> redone;
    std::optional<Decision> undoEvent;
    for (const Decision& event : recent) {
        if (event.redoes) {
            redone.insert(event.redoes.value);
        } else if (event.undoes) {
            if (!redone.contains(event.undoes.value)) {
                undoEvent = event;
                break;
            }
        } else {
            break;
        }
    }
    if (!undoEvent) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 has nothing to redo").arg(annotator));
    }
    const QString newBatch
        = undoEvent->batch.isEmpty() ? QString() : QUuid::createUuid().toString(QUuid::WithoutBraces);
    QVector<Decision> again;
    for (const Decision& event : recent) {
        if (event.undoes && !redone.contains(event.undoes.value)
            && (event.id == undoEvent->id || (!event.batch.isEmpty() && event.batch == undoEvent->batch))) {
            auto& original = m_connection.cached(kSelect + QStringLiteral("decisions WHERE id = ?"));
            original.bind(1, event.undoes.value);
            again += collect(original);
        }
    }
    std::sort(again.begin(), again.end(), [](const Decision& a, const Decision& b) { return a.id < b.id; });
    const QString at = nowUtc();
    QSet<qint64> samples;
    for (Decision& decision : again) {
        decision.redoes = decision.id;
        decision.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
        decision.at = at;
        decision.batch = newBatch;
        decision.id = insert(decision);
        samples.insert(decision.sampleId.value);
    }
    for (qint64 sample : samples) {
        derive({sample});
    }
    return again;
}

void DecisionStore::derive(SampleId sample)
{
    auto& query = m_connection.cached(
        kSelect + QStringLiteral("effective_decisions WHERE sample_id = ? ORDER BY id"));
    query.bind(1, sample.value);
    QHash<QString, FlagState> states;
    std::optional<Decision> action;
    for (const Decision& decision : collect(query)) {
        if (decision.verdict != Verdict::None) {
            states.insert(decision.kind, stateAfter(decision.verdict));
        }
        if (decision.action != Action::None) {
            action = decision;
        }
    }
    auto& flags
        = m_connection.cached(QStringLiteral("SELECT id, kind, state FROM flags WHERE sample_id = ?"));
    flags.bind(1, sample.value);
    QVector<QPair<qint64, QString>> updates;
    while (flags.step()) {
        const QString state = flagStateId(states.value(flags.text(1), FlagState::Open));
        if (flags.text(2) != state) {
            updates.append({flags.integer(0), state});
        }
    }
    flags.reset();
    for (const auto& [id, state] : updates) {
        m_connection.cached(QStringLiteral("UPDATE flags SET state = ? WHERE id = ?"))
            .bindAll(state, id)
            .run();
    }
    if (action) {
        m_connection
            .cached(QStringLiteral(
                "INSERT OR REPLACE INTO sample_actions(sample_id, action, new_gold, new_question,"
                " decision_id) VALUES(?,?,?,?,?)"))
            .bindAll(sample.value, actionId(action->action), action->newGold, action->newQuestion,
                action->id.value)
            .run();
    } else {
        m_connection.cached(QStringLiteral("DELETE FROM sample_actions WHERE sample_id = ?"))
            .bindAll(sample.value)
            .run();
    }
}

QVector<Decision> DecisionStore::history(const QString& annotator, int limit)
{
    auto& query = m_connection.cached(
        kSelect + QStringLiteral("decisions WHERE annotator = ?1 OR ?1 = '' ORDER BY id DESC LIMIT ?2"));
    query.bindAll(annotator, limit);
    return collect(query);
}

QVector<Decision> DecisionStore::all()
{
    return collect(m_connection.cached(kSelect + QStringLiteral("decisions ORDER BY id")));
}

QVector<Decision> DecisionStore::ofSample(SampleId sample)
{
    auto& query = m_connection.cached(kSelect + QStringLiteral("decisions WHERE sample_id = ? ORDER BY id"));
    query.bind(1, sample.value);
    return collect(query);
}

QVector<Decision> DecisionStore::effective()
{
    return collect(m_connection.cached(kSelect + QStringLiteral("effective_decisions ORDER BY id")));
}

QVector<SampleId> DecisionStore::reviewedSamples()
{
    // Only what somebody decided on can be reviewed.
    auto& query = m_connection.cached(QStringLiteral(
        "SELECT d.sample_id FROM (SELECT DISTINCT sample_id FROM decisions) d"
        " WHERE EXISTS (SELECT 1 FROM sample_actions a WHERE a.sample_id = d.sample_id)"
        " OR (EXISTS (SELECT 1 FROM flags f WHERE f.sample_id = d.sample_id AND f.active = 1)"
        " AND NOT EXISTS (SELECT 1 FROM flags f WHERE f.sample_id = d.sample_id AND f.active = 1"
        " AND f.state = 'open')) ORDER BY d.sample_id"));
    QVector<SampleId> samples;
    while (query.step()) {
        samples.append(SampleId{query.integer(0)});
    }
    query.reset();
    return samples;
}

qint64 DecisionStore::count()
{
    return m_connection.integer(QStringLiteral("SELECT count(*) FROM decisions"));
}

QByteArray DecisionStore::ledgerHash()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Decision& decision : all()) {
        for (const QString& part : {decision.uuid, decision.at, decision.annotator, decision.sampleKey,
                 decision.kind, verdictId(decision.verdict), actionId(decision.action), decision.newGold,
                 decision.newQuestion, decision.note, decision.batch, QString::number(decision.undoes.value),
                 QString::number(decision.redoes.value)}) {
            hash.addData(part.toUtf8());
            hash.addData(QByteArrayView("\x1f", 1));
        }
    }
    return hash.result();
}

qint64 DecisionStore::rebuildDerived()
{
    const QString snapshotSql = QStringLiteral(
        "SELECT group_concat(x, ';') FROM (SELECT id || ':' || state AS x FROM flags UNION ALL"
        " SELECT sample_id || '=' || action || '=' || new_gold || '=' || decision_id FROM sample_actions)");
    const QStringList before = m_connection.text(snapshotSql).split(u';', Qt::SkipEmptyParts);
    m_connection.execute(QStringLiteral("UPDATE flags SET state = 'open' WHERE state <> 'open'"
                                        " AND sample_id NOT IN (SELECT sample_id FROM effective_decisions)"));
    m_connection.execute(QStringLiteral("DELETE FROM sample_actions WHERE sample_id NOT IN"
                                        " (SELECT sample_id FROM effective_decisions)"));
    QVector<SampleId> samples;
    auto& query = m_connection.cached(QStringLiteral("SELECT DISTINCT sample_id FROM decisions"));
    while (query.step()) {
        samples.append(SampleId{query.integer(0)});
    }
    query.reset();
    for (SampleId sample : samples) {
        derive(sample);
    }
    const QStringList after = m_connection.text(snapshotSql).split(u';', Qt::SkipEmptyParts);
    const QSet<QString> old(before.begin(), before.end());
    qint64 differing = qMax<qint64>(0, before.size() - after.size());
    for (const QString& row : after) {
        differing += old.contains(row) ? 0 : 1;
    }
    return differing;
}

} // namespace winnow
