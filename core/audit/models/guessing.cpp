// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/models/guessing.h"

#include "core/stats/distributions.h"

#include <algorithm>
#include <numeric>

namespace winnow {

GuessJudge::GuessJudge(const Witnesses& witnesses, bool habits, bool effective, double luckyGuess)
    : m_witnesses(witnesses)
    , m_habits(habits)
    , m_effective(effective)
    , m_lucky(luckyGuess)
{
    std::vector<int> all(witnesses.models().size());
    std::iota(all.begin(), all.end(), 0);
    m_allWeights = witnesses.weights(all);
}

Guessing GuessJudge::operator()(std::size_t sample) const
{
    Guessing result;
    std::vector<int> present;
    std::vector<double> probabilities;
    for (std::size_t m = 0; m < m_witnesses.models().size(); ++m) {
        const qint8 outcome = m_witnesses.outcome(m, sample);
        if (outcome != Witnesses::Missing) {
            present.push_back(int(m));
            result.hits += outcome;
            probabilities.push_back(m_witnesses.guessProbability(m, sample, m_habits, m_lucky));
            result.expected += probabilities.back();
        }
    }
    result.models = int(present.size());
    result.effective = result.models;
    if (present.empty()) {
        return result;
    }
    const bool dependent = m_effective && present.size() > 1;
    std::vector<double> weights;
    if (dependent) {
        weights = present.size() == m_allWeights.size() ? m_allWeights : m_witnesses.weights(present);
        result.effective = std::accumulate(weights.begin(), weights.end(), 0.0);
    }
    if (result.hits <= result.expected) {
        // No more than guessing gives: not worth the exact tail, which is about a half or more.
        result.pValue = 1;
        return result;
    }
    if (result.effective > result.models - 0.01) {
        result.pValue = stats::poissonBinomialUpperTail(probabilities, result.hits);
        return result;
    }
    double hits = 0;
    double chance = 0;
    for (std::size_t k = 0; k < present.size(); ++k) {
        hits += weights[k] * m_witnesses.outcome(std::size_t(present[k]), sample);
        chance += weights[k] * probabilities[k];
    }
    result.pValue = stats::fractionalBinomialUpperTail(result.effective, hits, chance / result.effective);
    return result;
}

} // namespace winnow
