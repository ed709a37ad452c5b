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
enum class FlagState { Open, Confirmed, Overridden, Unsure };

QString verdictId(Verdict verdict);
std::optional<Verdict> verdictFromId(QStringView id);
QString actionId(Action action);
std::optional<Action> actionFromId(QStringView id);
QString dispositionId(Disposition disposition);
QString flagStateId(FlagState state);
std::optional<FlagState> flagStateFromId(QStringView id);

/// One event of the append-only ledger. An undo is an event of its own that names what it undoes.
struct Decision {
    DecisionId id;
    /// Unique across projects, so that ledgers can be merged.
    QString uuid;
    /// ISO 8601 UTC.
    QString at;
    QString annotator;
    SampleId sampleId;
    /// "DATASET/INDEX", kept in the event so that it can be read without the project.
    QString sampleKey;
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
    /// Decisions taken as one (bulk) share a batch and are undone together.
    QString batch;
    /// The event that this one takes back.
    DecisionId undoes;
    /// The taken-back event that this one brings again.
    DecisionId redoes;
    /// Content hash of the sample when it was decided.
    QByteArray contentHash;
};

} // namespace winnow
