// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/modeltable.h"

namespace winnow {

ModelTable::ModelTable(const AuditData& data, Condition condition)
    : models(modelsOf(data, condition))
    , scores(models.size())
    , present(data.size(), 0)
    , right(data.size(), 0)
{
    for (std::size_t m = 0; m < models.size(); ++m) {
        if (models[m].columns.size() == 1) {
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
