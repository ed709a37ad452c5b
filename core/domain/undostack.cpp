// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/undostack.h"

#include "core/base/clock.h"

#include <QUuid>

#include <algorithm>

namespace winnow {

void UndoStack::add(const Decision& event)
{
    if (m_events.contains(event.uuid)) {
        return;
    }
    m_events.insert(event.uuid, event);
    if (event.batch.isEmpty()) {
        count(event);
        return;
    }
    QVector<QString>& batch = m_batches[event.batch];
    batch.append(event.uuid);
    if (batch.size() < event.batchSize) {
        return;
    }
    for (const QString& uuid : std::as_const(batch)) {
        if (!m_counted.contains(uuid)) {
            count(m_events.value(uuid));
        }
    }
}

void UndoStack::count(const Decision& event)
{
    m_counted.insert(event.uuid);
    if (event.isRedo()) {
        if (m_cancelled.contains(event.redoes)) {
            return;
        }
        m_cancelled.insert(event.redoes);
        if (!m_counted.contains(event.redoes)) {
            return;
        }
        const Decision undo = m_events.value(event.redoes);
        m_undos.erase(key(undo));
        if (undo.isUndo() && --m_undone[undo.undoes] == 0) {
            m_undone.remove(undo.undoes);
            if (m_counted.contains(undo.undoes)) {
                const Decision decision = m_events.value(undo.undoes);
                m_standing.emplace(key(decision), decision.batch);
            }
        }
    } else if (event.isUndo()) {
        if (m_cancelled.contains(event.uuid)) {
            return;
        }
        m_undos.emplace(key(event), event.batch);
        if (++m_undone[event.undoes] == 1 && m_counted.contains(event.undoes)) {
            m_standing.erase(key(m_events.value(event.undoes)));
        }
    } else {
        m_decisions.emplace(key(event), event.batch);
        if (!m_undone.contains(event.uuid)) {
            m_standing.emplace(key(event), event.batch);
        }
    }
}

QVector<Decision> UndoStack::withBatch(const Key& last, const std::map<Key, QString>& among) const
{
    const Decision first = m_events.value(last.second);
    if (first.batch.isEmpty()) {
        return {first};
    }
    QVector<Decision> events;
    for (const QString& uuid : m_batches.value(first.batch)) {
        const Decision event = m_events.value(uuid);
        if (among.contains(key(event))) {
            events.append(event);
        }
    }
    std::sort(
        events.begin(), events.end(), [](const Decision& a, const Decision& b) { return isBefore(a, b); });
    return events;
}

QVector<Decision> UndoStack::undoTarget() const
{
    return m_standing.empty() ? QVector<Decision>() : withBatch(m_standing.rbegin()->first, m_standing);
}

namespace {

/// Events about the same samples as `targets`, one each.
QVector<Decision> answersTo(const QVector<Decision>& targets, const QString& request)
{
    const QUuid seed = QUuid::fromString(request);
    const QString batch = targets.isEmpty() || targets.first().batch.isEmpty()
        ? QString()
        : seed.toString(QUuid::WithoutBraces);
    QVector<Decision> answers;
    for (const Decision& target : targets) {
        Decision answer;
        answer.uuid = QUuid::createUuidV5(seed, target.uuid).toString(QUuid::WithoutBraces);
        answer.at = nowUtc();
        answer.annotator = target.annotator;
        answer.sampleId = target.sampleId;
        answer.sampleKey = target.sampleKey;
        answer.dataset = target.dataset;
        answer.kind = target.kind;
        answer.contentHash = target.contentHash;
        answer.batch = batch;
        answer.batchSize = batch.isEmpty() ? 0 : int(targets.size());
        answers.append(answer);
    }
    return answers;
}

} // namespace

QVector<Decision> UndoStack::undoEvents(const QString& request) const
{
    const QVector<Decision> targets = undoTarget();
    QVector<Decision> undos = answersTo(targets, request);
    for (qsizetype i = 0; i < undos.size(); ++i) {
        undos[i].undoes = targets.at(i).uuid;
    }
    return undos;
}

QVector<Decision> UndoStack::redoEvents(const QString& request) const
{
    const QVector<Decision> targets = redoTarget();
    QVector<Decision> redos = answersTo(targets, request);
    for (qsizetype i = 0; i < redos.size(); ++i) {
        redos[i].redoes = targets.at(i).uuid;
    }
    return redos;
}

QVector<Decision> UndoStack::redoTarget() const
{
    if (m_undos.empty() || (!m_decisions.empty() && m_decisions.rbegin()->first > m_undos.rbegin()->first)) {
        return {};
    }
    return withBatch(m_undos.rbegin()->first, m_undos);
}

} // namespace winnow
