// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ledgermigration.h"

#include <QDateTime>
#include <QHash>
#include <QUuid>

namespace winnow {

namespace {

QString derivedUuid(const QString& project, const QString& what)
{
    return QUuid::createUuidV5(QUuid(project), what).toString(QUuid::WithoutBraces);
}

QVector<Decision> oldRows(sqlite::Connection& c)
{
    QVector<Decision> rows;
    sqlite::Statement query(c,
        QStringLiteral(
            "SELECT l.uuid, l.at, l.annotator, d.name, s.source_index, l.kind, l.verdict, l.action,"
            " l.new_gold, l.new_question, l.note, l.seconds, l.batch, u.uuid, l.content_hash"
            " FROM ledger_before_4 l JOIN samples s ON s.id = l.sample_id"
            " JOIN datasets d ON d.id = s.dataset_id"
            " LEFT JOIN ledger_before_4 u ON u.id = l.undoes ORDER BY l.id"));
    while (query.step()) {
        Decision row;
        row.uuid = query.text(0);
        row.at = query.text(1);
        row.annotator = query.text(2);
        row.dataset = query.text(3);
        row.sampleKey = row.dataset + u'/' + query.text(4);
        row.kind = query.text(5);
        row.verdict = verdictFromId(query.text(6)).value_or(Verdict::None);
        row.action = actionFromId(query.text(7)).value_or(Action::None);
        row.newGold = query.text(8);
        row.newQuestion = query.text(9);
        row.note = query.text(10);
        row.seconds = query.real(11);
        row.batch = query.text(12);
        row.undoes = query.text(13);
        row.contentHash = query.blob(14);
        rows.append(row);
    }
    return rows;
}

/// The undos of a batch carried the batch of what they undo: now they are a batch of their own.
void separateBatches(QVector<Decision>& rows, const QString& project)
{
    QHash<QString, int> sizes;
    for (Decision& row : rows) {
        if (row.batch.isEmpty()) {
            continue;
        }
        if (row.isUndo()) {
            row.batch = derivedUuid(project, QStringLiteral("undo of ") + row.batch);
        }
        ++sizes[row.batch];
    }
    for (Decision& row : rows) {
        row.batchSize = sizes.value(row.batch);
    }
}

} // namespace

LedgerGain convertLedger(sqlite::Connection& connection)
{
    sqlite::Statement meta(connection, QStringLiteral("SELECT value FROM meta WHERE key = 'uuid'"));
    const QString project = meta.step() ? meta.text(0) : QString();
    meta.reset();
    QVector<Decision> rows = oldRows(connection);
    separateBatches(rows, project);
    LedgerSeat seat{project, derivedUuid(project, QStringLiteral("before schema 4")), 0, {}};
    QVector<LedgerEvent> events;
    qint64 order = 0;
    for (Decision& row : rows) {
        const qint64 at = QDateTime::fromString(row.at, Qt::ISODateWithMs).toMSecsSinceEpoch() * 1000;
        order = std::max({order + 1, at, qint64(1)});
        row.order = order;
        ++seat.number;
        events.append(makeLedgerEvent(row, seat));
        seat.previous = events.last().hash;
    }
    DecisionStore store(connection);
    LedgerGain gain = store.add(events);
    // What no event speaks of is open, whatever stood there.
    store.rebuildDerived();
    connection.execute(QStringLiteral("DROP TABLE ledger_before_4"));
    return gain;
}

} // namespace winnow
