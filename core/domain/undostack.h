// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"

#include <QHash>
#include <QSet>
#include <QVector>

#include <map>
#include <utility>

namespace winnow {

/// What one annotator's next undo and redo name, from all of that annotator's events in any order and however
/// often each is given. Adding is logarithmic; a target is found in the time that its batch takes.
class UndoStack {
public:
    /// An event of the annotator. Those of a batch count once all of it were added.
    void add(const Decision& event);

    /// The decisions to undo: the latest that stands, with those of its batch that stand. Empty = none.
    QVector<Decision> undoTarget() const;
    /// The undos to cancel: the latest that holds, with those of its batch, as long as no decision came after
    /// it. Empty = none.
    QVector<Decision> redoTarget() const;

    /// The events that undo undoTarget(), or cancel redoTarget(): to be ordered and written as one. Their
    /// uuids follow from `request` (a uuid), so that one request is the same events however often it is
    /// tried.
    QVector<Decision> undoEvents(const QString& request) const;
    QVector<Decision> redoEvents(const QString& request) const;

    /// An event that was added; an empty one otherwise.
    Decision event(const QString& uuid) const { return m_events.value(uuid); }

private:
    using Key = std::pair<qint64, QString>;
    static Key key(const Decision& event) { return {event.order, event.uuid}; }
    void count(const Decision& event);
    QVector<Decision> withBatch(const Key& last, const std::map<Key, QString>& among) const;

    /// Every event given, the counted ones and those that wait for the rest of their batch.
    QHash<QString, Decision> m_events;
    QHash<QString, QVector<QString>> m_batches;
    /// Decisions counted; those that stand; undos that hold. The value is the batch.
    std::map<Key, QString> m_decisions;
    std::map<Key, QString> m_standing;
    std::map<Key, QString> m_undos;
    /// Undos that hold, by the decision that they name.
    QHash<QString, int> m_undone;
    QSet<QString> m_cancelled;
    QSet<QString> m_counted;
};

} // namespace winnow
