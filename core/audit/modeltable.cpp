// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/modeltable.h"

#include "core/audit/responsenotes.h"

#include <algorithm>

namespace winnow {

ModelTable::ModelTable(const AuditData& data, Condition condition, Attempts attempts, Constant constant)
    : models(modelsOf(data, condition))
    , present(data.size(), 0)
    , right(data.size(), 0)
{
    if (constant == Constant::LeaveOut) {
        std::erase_if(models, [&](const ModelView& model) { return answersAlwaysTheSame(data, model); });
    }
    scores.resize(models.size());
    for (std::size_t m = 0; m < models.size(); ++m) {
        if (attempts == Attempts::First) {
            std::stable_sort(models[m].columns.begin(), models[m].columns.end(),
                [](const ResponseColumn* a, const ResponseColumn* b) { return a->attempt < b->attempt; });
            scores[m] = models[m].columns.front()->scores;
            for (const ResponseColumn* column : models[m].columns) {
                for (std::size_t i = 0; i < data.size(); ++i) {
                    if (!hasScore(m, i)) {
                        scores[m][i] = column->scores[i];
                    }
                }
            }
        } else if (models[m].columns.size() == 1) {
            scores[m] = models[m].columns.front()->scores;
        } else {
            scores[m].resize(data.size());
            for (std::size_t i = 0; i < data.size(); ++i) {
                scores[m][i] = float(modelScore(models[m], i));
            }
        }
        for (std::size_t i = 0; i < data.size(); ++i) {
            present[i] += hasScore(m, i);
            right[i] += isRight(m, i);
        }
    }
}

} // namespace winnow
