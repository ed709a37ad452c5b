// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditdata.h"

#include <vector>

namespace winnow {

/// Mean scores of the models of one condition, model by sample; NaN = missing.
struct ModelTable {
    std::vector<ModelView> models;
    std::vector<std::vector<float>> scores;
    /// Number of models with a score, and of those at or above 0.5, by sample.
    std::vector<qint32> present;
    std::vector<qint32> right;

    ModelTable(const AuditData& data, Condition condition);
    bool hasScore(std::size_t model, std::size_t sample) const
    {
        return scores[model][sample] == scores[model][sample];
    }
    bool isRight(std::size_t model, std::size_t sample) const { return scores[model][sample] >= 0.5f; }
};

} // namespace winnow
