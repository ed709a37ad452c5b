// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/decisionstore.h"

#include "core/base/remedy.h"
#include "core/domain/flagkind.h"
#include "core/domain/ledgerstate.h"
#include "core/domain/reviewed.h"
#include "core/store/textlist.h"

#include <QCryptographicHash>
#include <QHash>

namespace winnow {

namespace {

const QString kColumns = QStringLiteral(
    "d.id, d.uuid, d.ord, d.at, d.annotator, d.dataset, d.sample_key, d.kind, d.verdict,"
    " d.action, d.new_gold, d.new_question, d.note, d.seconds, d.batch, d.batch_size, d.undoes,"
    " d.redoes, d.adjudicates, d.content_hash");
/// With the sample's id; NULL for those that wait.
const QString kSelect = QStringLiteral("SELECT ") + kColumns
    + QStringLiteral(", s.sample_id FROM decisions d LEFT JOIN standing s ON s.decision_id = d.id ");

Decision rowToDecision(const sqlite::Statement& row)
{
    return {.id = {row.integer(0)},
        .uuid = row.text(1),
        .order = row.integer(2),
        .at = row.text(3),
        .annotator = row.text(4),
        .sampleId = {row.integer(20)},
        .sampleKey = row.text(6),
        .dataset = row.text(5),
        .kind = row.text(7),
        .verdict = verdictFromId(row.text(8)).value_or(Verdict::None),
        .action = actionFromId(row.text(9)).value_or(Action::None),
        .newGold = row.text(10),
        .newQuestion = row.text(11),
        .note = row.text(12),
        .seconds = row.real(13),
        .batch = row.text(14),
        .batchSize = int(row.integer(15)),
        .undoes = row.text(16),
        .redoes = row.text(17),
        .adjudicates = row.integer(18) != 0,
        .contentHash = row.blob(19)};
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

} // namespace

Result<> DecisionStore::complete(Decision& decision)
{
    if (decision.annotator.trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "A decision needs the annotator's name")),
            adviceFor(Remedy::YourName));
    }
    if (decision.verdict == Verdict::None && decision.action == Action::None && decision.note.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "The decision says nothing")),
            Sentence::of(QT_TRANSLATE_NOOP("Error", "Give a verdict, an action or a note")));
    }
    if (!decision.kind.isEmpty() && !flagKindById(decision.kind)) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no flag kind \"%1\"")).arg(decision.kind),
            adviceFor(Remedy::FlagKinds));
    }
    if (decision.verdict != Verdict::None && decision.kind.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "A verdict needs the kind of flag that it is about")));
    }
    auto& sample
        = m_connection.cached(QStringLiteral("SELECT d.name, s.source_index, s.content_hash FROM samples s"
                                             " JOIN datasets d ON d.id = s.dataset_id WHERE s.id = ?"));
    sample.bind(1, decision.sampleId.value);
    if (!sample.step()) {
        sample.reset();
        return fail(ErrorCode::NotFound,
            Sentence::of(QT_TRANSLATE_NOOP("Error", "There is no sample with id %1"))
                .arg(decision.sampleId.value));
    }
    decision.dataset = sample.text(0);
    decision.sampleKey = decision.dataset + u'/' + sample.text(1);
    decision.contentHash = sample.blob(2);
    sample.reset();
    // Who looks at a question and its gold answer may find what no detector saw, or that nothing is wrong.
    const FlagKind* kind = flagKindById(decision.kind);
    if (decision.verdict != Verdict::None && !(kind && kind->has(FlagKind::SeenByPeople))) {
        auto& flag = m_connection.cached(
            QStringLiteral("SELECT 1 FROM flags WHERE sample_id = ? AND kind = ? LIMIT 1"));
        flag.bindAll(decision.sampleId.value, decision.kind);
        const bool flagged = flag.step();
        flag.reset();
        if (!flagged) {
            return fail(ErrorCode::NotFound,
                Sentence::of(QT_TRANSLATE_NOOP("Error", "%1 has no flag of kind %2"))
                    .arg(decision.sampleKey, decision.kind),
                adviceFor(Remedy::FlagsOfSample));
        }
    }
    return {};
}

LedgerGain DecisionStore::add(const QVector<LedgerEvent>& events)
{
    auto& insert = m_connection.cached(QStringLiteral(
        "INSERT INTO decisions(line, uuid, seat, number, ord, at, annotator, dataset, sample_key, kind, "
        "verdict,"
        " action, new_gold, new_question, note, seconds, batch, batch_size, undoes, redoes, adjudicates,"
        " content_hash) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(uuid) DO NOTHING"));
    LedgerGain gain;
    // In the order of arrival, which is mostly that of the samples: neighbours share pages.
    QVector<SampleName> samples;
    QSet<SampleName> seen;
    const auto touch = [&](const SampleName& sample) {
        if (!seen.contains(sample)) {
            seen.insert(sample);
            samples.append(sample);
        }
    };
    QHash<QString, int> batches;
    for (const LedgerEvent& event : events) {
        const Decision& d = event.decision;
        insert
            .bindAll(event.line, d.uuid, event.seat.seat, event.seat.number, d.order, d.at, d.annotator,
                d.dataset, d.sampleKey, d.kind, verdictId(d.verdict), actionId(d.action), d.newGold,
                d.newQuestion, d.note, d.seconds, d.batch, d.batchSize, d.undoes, d.redoes,
                int(d.adjudicates), d.contentHash)
            .run();
        if (m_connection.changes() == 0) {
            continue;
        }
        ++gain.added;
        if (d.batch.isEmpty()) {
            touch({d.dataset, d.sampleKey});
        } else {
            batches.insert(d.batch, d.batchSize);
        }
    }
    for (auto batch = batches.cbegin(); batch != batches.cend(); ++batch) {
        auto& arrived = m_connection.cached(QStringLiteral("SELECT count(*) FROM decisions WHERE batch = ?"));
        arrived.bind(1, batch.key());
        const qint64 count = arrived.step() ? arrived.integer(0) : 0;
        arrived.reset();
        if (count < *batch) {
            m_connection.cached(QStringLiteral("INSERT OR IGNORE INTO incomplete_batches VALUES(?)"))
                .bindAll(batch.key())
                .run();
            continue;
        }
        m_connection.cached(QStringLiteral("DELETE FROM incomplete_batches WHERE batch = ?"))
            .bindAll(batch.key())
            .run();
        auto& members = m_connection.cached(
            QStringLiteral("SELECT dataset, sample_key FROM decisions WHERE batch = ? ORDER BY id"));
        members.bind(1, batch.key());
        while (members.step()) {
            touch({members.text(0), members.text(1)});
        }
        members.reset();
    }
    for (const SampleName& sample : std::as_const(samples)) {
        derive(sample, gain);
    }
    return gain;
}

LedgerGain DecisionStore::adoptWaiting()
{
    QVector<SampleName> samples;
    auto& query
        = m_connection.cached(QStringLiteral("SELECT DISTINCT d.dataset, d.sample_key FROM waiting_decisions "
                                             "w JOIN decisions d ON d.id = w.decision_id"
                                             " JOIN (SELECT id, name FROM datasets UNION ALL"
                                             " SELECT id, name FROM aliases WHERE kind = 'dataset') t"
                                             " ON t.name = d.dataset"
                                             " JOIN samples s ON s.dataset_id = t.id AND s.source_index = "
                                             "substr(d.sample_key, length(d.dataset) + 2)"));
    while (query.step()) {
        samples.append({query.text(0), query.text(1)});
    }
    query.reset();
    LedgerGain gain;
    for (const SampleName& sample : std::as_const(samples)) {
        derive(sample, gain);
    }
    return gain;
}

QStringList DecisionStore::namesOf(const QString& dataset)
{
    // The tables of a project that is being upgraded do not have other names yet.
    auto& table = m_connection.cached(
        QStringLiteral("SELECT EXISTS(SELECT 1 FROM sqlite_schema WHERE name = 'aliases')"));
    if (table.runForInteger() == 0) {
        return {dataset};
    }
    auto& query = m_connection.cached(
        QStringLiteral("WITH this(id) AS (SELECT coalesce((SELECT id FROM datasets WHERE name = ?1),"
                       " (SELECT id FROM aliases WHERE kind = 'dataset' AND name = ?1)))"
                       " SELECT name FROM datasets, this WHERE datasets.id = this.id UNION ALL"
                       " SELECT name FROM aliases, this WHERE kind = 'dataset' AND aliases.id = this.id"));
    query.bind(1, dataset);
    const QStringList names = firstColumn(query);
    return names.isEmpty() ? QStringList{dataset} : names;
}

void DecisionStore::derive(const SampleName& name, LedgerGain& gain)
{
    const QStringList names = namesOf(name.dataset);
    const QString index = name.key.mid(name.dataset.size() + 1);
    auto& find = m_connection.cached(
        QStringLiteral("SELECT s.id FROM samples s JOIN datasets d ON d.id = s.dataset_id"
                       " WHERE d.name = ? AND s.source_index = ?"));
    find.bindAll(names.first(), index);
    const SampleId sample{find.step() ? find.integer(0) : 0};
    find.reset();
    QVector<Decision> events;
    for (const QString& dataset : names) {
        const QString key = dataset + u'/' + index;
        if (!sample) {
            m_connection
                .cached(QStringLiteral(
                    "INSERT OR IGNORE INTO waiting_decisions SELECT id, sample_key FROM decisions"
                    " WHERE sample_key = ? AND dataset = ?"))
                .bindAll(key, dataset)
                .run();
            continue;
        }
        m_connection
            .cached(QStringLiteral("DELETE FROM waiting_decisions WHERE sample_key = ?1 AND decision_id IN"
                                   " (SELECT id FROM decisions WHERE sample_key = ?1 AND dataset = ?2)"))
            .bindAll(key, dataset)
            .run();
        auto& query = m_connection.cached(kSelect
            + QStringLiteral("WHERE d.sample_key = ? AND d.dataset = ?"
                             " AND d.batch NOT IN (SELECT batch FROM incomplete_batches)"));
        query.bindAll(key, dataset);
        events += collect(query);
    }
    if (!sample) {
        return;
    }
    const SampleStanding standing = deriveStanding(events);
    gain.samples.append(sample);
    keepStanding(sample, events, standing);
    keepVerdicts(sample, name.key, standing, gain);
    keepAction(sample, standing);
}

void DecisionStore::keepStanding(
    SampleId sample, const QVector<Decision>& events, const SampleStanding& standing)
{
    QSet<qint64> live;
    for (const Decision& decision : standing.standing) {
        live.insert(decision.id.value);
    }
    auto& keep = m_connection.cached(
        QStringLiteral("INSERT INTO standing(decision_id, sample_id, live) VALUES(?1,?2,?3)"
                       " ON CONFLICT(decision_id) DO UPDATE SET live = ?3, sample_id = ?2"
                       " WHERE live <> ?3 OR sample_id <> ?2"));
    for (const Decision& event : events) {
        keep.bindAll(event.id.value, sample.value, int(live.contains(event.id.value))).run();
    }
}

void DecisionStore::keepVerdicts(
    SampleId sample, const QString& key, const SampleStanding& standing, LedgerGain& gain)
{
    QMap<QString, FlagState> before;
    auto& stored
        = m_connection.cached(QStringLiteral("SELECT kind, state FROM verdicts WHERE sample_id = ?"));
    stored.bind(1, sample.value);
    while (stored.step()) {
        before.insert(stored.text(0), flagStateFromId(stored.text(1)).value_or(FlagState::Open));
    }
    stored.reset();
    if (before != standing.states) {
        m_connection.cached(QStringLiteral("DELETE FROM verdicts WHERE sample_id = ?"))
            .bindAll(sample.value)
            .run();
        for (auto kind = standing.states.cbegin(); kind != standing.states.cend(); ++kind) {
            m_connection.cached(QStringLiteral("INSERT INTO verdicts VALUES(?,?,?)"))
                .bindAll(sample.value, kind.key(), flagStateId(*kind))
                .run();
        }
    }
    struct Update {
        qint64 flag;
        FlagState state;
    };
    QVector<Update> updates;
    QSet<QString> disputed;
    auto& flags
        = m_connection.cached(QStringLiteral("SELECT id, kind, state FROM flags WHERE sample_id = ?"));
    flags.bind(1, sample.value);
    while (flags.step()) {
        const QString kind = flags.text(1);
        const FlagState state = standing.states.value(kind, FlagState::Open);
        if (flags.text(2) != flagStateId(state)) {
            updates.append({flags.integer(0), state});
            if (state == FlagState::Disputed) {
                disputed.insert(kind);
            }
        }
    }
    flags.reset();
    for (const Update& update : std::as_const(updates)) {
        m_connection.cached(QStringLiteral("UPDATE flags SET state = ? WHERE id = ?"))
            .bindAll(flagStateId(update.state), update.flag)
            .run();
    }
    for (const QString& kind : std::as_const(disputed)) {
        gain.newlyDisputed.append({key, kind});
    }
}

void DecisionStore::keepAction(SampleId sample, const SampleStanding& standing)
{
    if (standing.action) {
        m_connection
            .cached(QStringLiteral(
                "INSERT OR REPLACE INTO sample_actions(sample_id, action, new_gold, new_question,"
                " decision_id) VALUES(?,?,?,?,?)"))
            .bindAll(sample.value, actionId(standing.action->action), standing.action->newGold,
                standing.action->newQuestion, standing.action->id.value)
            .run();
    } else if (standing.actionDisputed) {
        qint64 last = 0;
        for (const Decision& decision : standing.standing) {
            last = decision.action != Action::None ? decision.id.value : last;
        }
        m_connection
            .cached(QStringLiteral("INSERT OR REPLACE INTO sample_actions(sample_id, action, decision_id)"
                                   " VALUES(?,?,?)"))
            .bindAll(sample.value, flagStateId(FlagState::Disputed), last)
            .run();
    } else {
        m_connection.cached(QStringLiteral("DELETE FROM sample_actions WHERE sample_id = ?"))
            .bindAll(sample.value)
            .run();
    }
}

QVector<Decision> DecisionStore::history(const QString& annotator, int limit)
{
    auto& query = m_connection.cached(kSelect
        + (annotator.isEmpty()
                ? QStringLiteral("WHERE ?1 = '' ORDER BY d.ord DESC, d.uuid DESC LIMIT ?2")
                : QStringLiteral("WHERE d.annotator = ?1 ORDER BY d.ord DESC, d.uuid DESC LIMIT ?2")));
    query.bindAll(annotator, limit);
    return collect(query);
}

QVector<Decision> DecisionStore::all()
{
    return collect(m_connection.cached(kSelect + QStringLiteral("ORDER BY d.ord, d.uuid")));
}

QVector<Decision> DecisionStore::ofSample(SampleId sample)
{
    auto& query = m_connection.cached(QStringLiteral("SELECT ") + kColumns
        + QStringLiteral(", s.sample_id FROM standing s JOIN decisions d ON d.id = s.decision_id"
                         " WHERE s.sample_id = ? ORDER BY d.ord, d.uuid"));
    query.bind(1, sample.value);
    return collect(query);
}

QVector<Decision> DecisionStore::ofAnnotator(const QString& annotator)
{
    auto& query = m_connection.cached(kSelect + QStringLiteral("WHERE d.annotator = ?"));
    query.bind(1, annotator);
    return collect(query);
}

QVector<Decision> DecisionStore::effective()
{
    return collect(m_connection.cached(kSelect + QStringLiteral("WHERE s.live = 1 ORDER BY d.ord, d.uuid")));
}

QVector<SampleId> DecisionStore::reviewedSamples()
{
    // Only what somebody decided on can be reviewed.
    static const QString proposals = flagKindList(FlagKind::Proposal);
    auto& query = m_connection.cached(QString(
        QStringLiteral(
            "SELECT d.sample_id, count(f.id), CASE WHEN max(f.kind NOT IN (%1)) THEN"
            "  max(f.state = ?1 AND f.kind NOT IN (%1)) ELSE max(f.state = ?1) END,"
            " max(f.state = ?2), max(a.action = ?2), max(a.action <> ?2), max(a.action <> ?2 AND "
            "e.adjudicates)"
            " FROM (SELECT DISTINCT sample_id FROM standing) d"
            " LEFT JOIN flags f ON f.sample_id = d.sample_id AND f.active = 1"
            " LEFT JOIN sample_actions a ON a.sample_id = d.sample_id"
            " LEFT JOIN decisions e ON e.id = a.decision_id GROUP BY d.sample_id ORDER BY d.sample_id"))
                                          .arg(proposals));
    query.bindAll(flagStateId(FlagState::Open), flagStateId(FlagState::Disputed));
    QVector<SampleId> samples;
    while (query.step()) {
        const auto is = [&](int column) { return query.integer(column) != 0; };
        if (isReviewed({.flagged = is(1),
                .open = is(2),
                .disputed = is(3) || is(4),
                .acted = is(5),
                .settled = is(6)})) {
            samples.append(SampleId{query.integer(0)});
        }
    }
    query.reset();
    return samples;
}

qint64 DecisionStore::count()
{
    return m_connection.integer(QStringLiteral("SELECT count(*) FROM decisions"));
}

qint64 DecisionStore::greatestOrder()
{
    return m_connection.integer(QStringLiteral("SELECT max(ord) FROM decisions"));
}

qint64 DecisionStore::waiting()
{
    return m_connection.integer(
        QStringLiteral("SELECT (SELECT count(*) FROM waiting_decisions) + (SELECT count(*) FROM decisions"
                       " WHERE batch <> '' AND batch IN (SELECT batch FROM incomplete_batches))"));
}

qint64 DecisionStore::disputedSamples()
{
    auto& query = m_connection.cached(
        QStringLiteral("SELECT count(*) FROM (SELECT sample_id FROM flags WHERE active = 1 AND state = ?1"
                       " UNION SELECT sample_id FROM sample_actions WHERE action = ?1)"));
    query.bindAll(flagStateId(FlagState::Disputed));
    return query.runForInteger();
}

void DecisionStore::forEachLine(const std::function<bool(const QString&, const QByteArray&)>& visit)
{
    auto& query = m_connection.cached(QStringLiteral("SELECT uuid, line FROM decisions ORDER BY ord, uuid"));
    while (query.step()) {
        if (!visit(query.text(0), query.blob(1))) {
            break;
        }
    }
    query.reset();
}

QByteArray DecisionStore::ledgerHash()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    forEachLine([&](const QString&, const QByteArray& line) {
        hash.addData(line);
        hash.addData(QByteArrayView("\n", 1));
        return true;
    });
    return hash.result();
}

qint64 DecisionStore::rebuildDerived()
{
    const QString derived = QStringLiteral(
        "SELECT * FROM (SELECT 'flag', id, state, '', '', 0 FROM flags UNION ALL"
        " SELECT 'action', sample_id, action, new_gold, new_question, decision_id FROM sample_actions UNION "
        "ALL"
        " SELECT 'verdict', sample_id, kind, state, '', 0 FROM verdicts UNION ALL"
        " SELECT 'standing', decision_id, '', '', '', sample_id * 2 + live FROM standing UNION ALL"
        " SELECT 'waiting', decision_id, sample_key, '', '', 0 FROM waiting_decisions UNION ALL"
        " SELECT 'batch', 0, batch, '', '', 0 FROM incomplete_batches)");
    m_connection.execute(QStringLiteral("CREATE TEMP TABLE derived_before AS ") + derived);
    m_connection.cached(QStringLiteral("UPDATE flags SET state = ?1 WHERE state <> ?1"))
        .bindAll(flagStateId(FlagState::Open))
        .run();
    m_connection.execute(
        QStringLiteral("DELETE FROM sample_actions; DELETE FROM verdicts; DELETE FROM standing;"
                       " DELETE FROM waiting_decisions; DELETE FROM incomplete_batches;"
                       " INSERT INTO incomplete_batches SELECT batch FROM decisions WHERE batch <> ''"
                       " GROUP BY batch HAVING count(*) < max(batch_size)"));
    QVector<SampleName> samples;
    auto& query = m_connection.cached(QStringLiteral("SELECT DISTINCT dataset, sample_key FROM decisions"));
    while (query.step()) {
        samples.append({query.text(0), query.text(1)});
    }
    query.reset();
    LedgerGain gain;
    for (const SampleName& sample : std::as_const(samples)) {
        derive(sample, gain);
    }
    const qint64 missing = m_connection.integer(
        QStringLiteral("SELECT count(*) FROM (SELECT * FROM derived_before EXCEPT ") + derived + u')');
    const qint64 extra = m_connection.integer(QStringLiteral("SELECT count(*) FROM (") + derived
        + QStringLiteral(" EXCEPT SELECT * FROM derived_before)"));
    m_connection.execute(QStringLiteral("DROP TABLE derived_before"));
    return qMax(missing, extra);
}

} // namespace winnow
