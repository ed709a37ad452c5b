// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decision.h"
#include "core/domain/flag.h"
#include "core/sqlite/connection.h"

#include <QHash>

#include <functional>
#include <optional>

namespace winnow {

/// A flag that still counts.
struct StandingFlag {
    SampleId sample;
    QString dataset;
    QString kind;
    FlagState state = FlagState::Open;
    double score = 0;
    /// JSON as stored; ends with the visit.
    QByteArray evidence;
};

/// What people say of a kind that no detector flagged on the sample: confirmed or disputed.
struct FoundByPeople {
    SampleId sample;
    QString dataset;
    QString kind;
    FlagState state = FlagState::Confirmed;
};

/// The action that stands on a sample.
struct StandingAction {
    SampleId sample;
    /// Nothing where annotators disagree.
    std::optional<Action> action;
    QString newGold;
    QString newQuestion;
    /// The kind the decision was about; empty when about none.
    QString kind;
    bool adjudicates = false;
};

/// What decides on samples: flags, what people found beside them, actions. Throws sqlite::Failure; use inside
/// Project::read.
class StandingStore {
public:
    explicit StandingStore(sqlite::Connection& connection)
        : m_connection(connection)
    {
    }

    qint64 samples();
    /// Active flags and confirmed ones, by sample and kind.
    void forEachFlag(const std::function<void(const StandingFlag&)>& visit);
    void forEachFound(const std::function<void(const FoundByPeople&)>& visit);
    void forEachAction(const std::function<void(const StandingAction&)>& visit);

    /// Each flagged sample, and whether it isReviewed().
    QHash<SampleId, bool> reviewOfFlagged();
    struct ReviewCount {
        QString dataset;
        QString capability;
        qint64 flagged = 0;
        qint64 reviewed = 0;
    };
    /// The same, counted by dataset and capability.
    QVector<ReviewCount> reviewCounts();

private:
    sqlite::Connection& m_connection;
};

} // namespace winnow
