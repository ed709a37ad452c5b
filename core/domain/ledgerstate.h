// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"

#include <QMap>
#include <QSet>
#include <QVector>

namespace winnow {

/// Where a sample stands after the events on it.
struct SampleStanding {
    /// Decisions that nobody took back, by order, then uuid.
    QVector<Decision> standing;
    /// The state of each kind that anybody gave a verdict on.
    QMap<QString, FlagState> states;
    /// The action agreed on, or settled by adjudication.
    std::optional<Decision> action;
    /// Annotators want different things and nobody adjudicated: `action` is empty.
    bool actionDisputed = false;

    /// Any flag kind or the action.
    bool isDisputed() const;
};

/// What the events on one sample say, in any order and however often each is given. An undo or a redo counts
/// only when it is of the annotator whose event it names. Per annotator the latest verdict on a kind and the
/// latest action stand; `unsure` yields to another's verdict; the latest of these marked `adjudicates` wins;
/// else they must agree (fixes: equal gold and question). The caller leaves out events of incomplete batches.
SampleStanding deriveStanding(const QVector<Decision>& events);

/// The state that a lone verdict gives a flag.
FlagState stateAfter(Verdict verdict);

} // namespace winnow
