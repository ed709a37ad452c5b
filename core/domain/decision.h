// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace winnow {

/// What a person says about a flag.
enum class Verdict { None, Confirm, Override, Unsure };
/// What a person wants done with the sample.
enum class Action { None, Keep, Drop, Fix, Convert, Circular };
/// What happens to a sample on export.
enum class Disposition { Keep, Drop, Fix, Convert, Circular };
/// Where a flag stands after the decisions on it.
/// Disputed: annotators disagree and nobody adjudicated.
enum class FlagState { Open, Confirmed, Overridden, Unsure, Disputed };

QString verdictId(Verdict verdict);
std::optional<Verdict> verdictFromId(QStringView id);
QString actionId(Action action);
std::optional<Action> actionFromId(QStringView id);
QString dispositionId(Disposition disposition);
QString flagStateId(FlagState state);
std::optional<FlagState> flagStateFromId(QStringView id);

/// One event of the append-only ledger: a decision, an undo (names the decision that it takes back) or a redo
/// (names the undo that it cancels).
struct Decision {
    /// The row in this project; says nothing in another one.
    DecisionId id;
    /// The identity of the event, in every project and journal.
    QString uuid;
    /// Microseconds since the epoch, raised to one more than the ledger's greatest: states follow it, then
    /// the uuid, never the order of arrival.
    qint64 order = 0;
    /// ISO 8601 UTC.
    QString at;
    QString annotator;
    /// 0 while the project has no such sample.
    SampleId sampleId;
    /// The sample's name, kept in the event so that it can be read without the project: "DATASET/INDEX", and
    /// how much of it is the dataset (both parts may hold slashes).
    QString sampleKey;
    QString dataset;
    /// The kind of flag decided on; empty when the decision is about the sample as a whole.
    QString kind;
    Verdict verdict = Verdict::None;
    Action action = Action::None;
    /// The corrected gold answer (action Fix).
    QString newGold;
    /// The corrected question (action Fix).
    QString newQuestion;
    QString note;
    /// Seconds the sample was looked at.
    double seconds = 0;
    /// Events taken as one (bulk) share a batch and are undone together.
    QString batch;
    /// How many events the batch has; it counts once all are there.
    int batchSize = 0;
    /// Uuid of the decision that this event takes back.
    QString undoes;
    /// Uuid of the undo that this event cancels.
    QString redoes;
    /// Settles what annotators disagree on.
    bool adjudicates = false;
    /// Content hash of the sample when it was decided.
    QByteArray contentHash;

    QString sourceIndex() const { return sampleKey.mid(dataset.size() + 1); }
    bool isUndo() const { return !undoes.isEmpty(); }
    bool isRedo() const { return !redoes.isEmpty(); }
    /// Neither an undo nor a redo.
    bool isDecision() const { return undoes.isEmpty() && redoes.isEmpty(); }
    /// Whether `a` stands before `b` in the ledger: by order, then uuid.
    friend bool isBefore(const Decision& a, const Decision& b)
    {
        return a.order != b.order ? a.order < b.order : a.uuid < b.uuid;
    }
};

} // namespace winnow
