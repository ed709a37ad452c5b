// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/modeltable.h"

#include "core/audit/models/responsenotes.h"

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

std::vector<std::size_t> familyNumbers(const std::vector<ModelView>& models)
{
    QHash<QString, std::size_t> numbers;
    std::vector<std::size_t> result;
    result.reserve(models.size());
    for (const ModelView& model : models) {
        result.push_back(numbers.value(model.family, std::size_t(numbers.size())));
        numbers.insert(model.family, result.back());
    }
    return result;
}

std::vector<std::vector<const ResponseColumn*>> columnsUnder(
    const AuditData& data, const std::vector<ModelView>& models, Condition condition)
{
    std::vector<std::vector<const ResponseColumn*>> result(models.size());
    for (const ModelView& other : modelsOf(data, condition)) {
        for (std::size_t m = 0; m < models.size(); ++m) {
            if (models[m].model == other.model) {
                result[m] = other.columns;
            }
        }
    }
    return result;
}

} // namespace winnow
