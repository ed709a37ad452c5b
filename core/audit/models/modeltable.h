// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"

#include <vector>

namespace winnow {

/// Scores of the models of one condition, model by sample; NaN = missing.
struct ModelTable {
    std::vector<ModelView> models;
    std::vector<std::vector<float>> scores;
    /// Number of models with a score, and of those at or above 0.5, by sample.
    std::vector<qint32> present;
    std::vector<qint32> right;

    enum class Attempts {
        /// A model's score is the mean over its attempts.
        Mean,
        /// Only the first attempt that has a score counts, so that models asked more often have no more
        /// tries.
        First,
    };

    enum class Constant {
        Keep,
        /// Without the models that always answer the same (see answersAlwaysTheSame).
        LeaveOut,
    };

    ModelTable(const AuditData& data, Condition condition, Attempts attempts = Attempts::Mean,
        Constant constant = Constant::Keep);
    bool hasScore(std::size_t model, std::size_t sample) const
    {
        return scores[model][sample] == scores[model][sample];
    }
    bool isRight(std::size_t model, std::size_t sample) const { return scores[model][sample] >= 0.5f; }
};

/// The family of each model, numbered from 0 in the order they are met.
std::vector<std::size_t> familyNumbers(const std::vector<ModelView>& models);
/// What the same models answered under another condition; empty for those that did not.
std::vector<std::vector<const ResponseColumn*>> columnsUnder(
    const AuditData& data, const std::vector<ModelView>& models, Condition condition);

} // namespace winnow
