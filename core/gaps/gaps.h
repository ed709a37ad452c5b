// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/decomposition.h"
#include "core/gaps/latency.h"
#include "core/gaps/orchestration.h"
#include "core/gaps/readattempts.h"
#include "core/gaps/validation.h"

#include <QJsonObject>

namespace winnow {

/// The gaps between a leaderboard and production (METHODS D).
enum class Gap { Validation, Contextualization, Latency, Decomposition, Orchestration };

/// What a part cannot say, and how to record what it lacks.
struct GapNeed {
    Gap gap = Gap::Validation;
    Sentence missing;
    Sentence remedy;
};

/// All gaps of one table. An immutable value.
struct Gaps {
    std::shared_ptr<const AttemptTable> table;
    double patience = 0;
    QVector<ContenderValidation> validation;
    Contextualization contextualization;
    Latency latency;
    Decomposition decomposition;
    Orchestration orchestration;
    QVector<GapNeed> needs;

    const Contender& contender(std::size_t index) const { return table->contenders.at(qsizetype(index)); }
    QJsonObject toJson() const;
};

/// The default: seconds that a person waits for an answer.
inline constexpr double kPatience = 10;

/// Measures everything that the table's records allow; what they do not allow is in `needs`. Not on the GUI
/// thread. Cancelled gives the error of that.
Result<Gaps> measureGaps(
    const std::shared_ptr<const AttemptTable>& table, double patience, Progress& progress);

QString gapId(Gap gap);
Sentence titleOf(Gap gap);

} // namespace winnow
