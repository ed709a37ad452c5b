// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gaps/attempttable.h"
#include "core/stats/clustered.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow {

/// The figures of a replay. NaN where nothing was recorded to tell from.
struct StrategyFigures {
    qint64 questions = 0;
    qint64 replayed = 0;
    stats::ClusteredMean accuracy;
    /// Rightly and within the patience, of those whose seconds are known; NaN where too few are. Without a
    /// patience (infinite) the accuracy.
    stats::ClusteredMean inTime;
    double patience = 0;
    double seconds = 0, p50 = 0, p95 = 0, p99 = 0;
    /// A question.
    double dollars = 0;
    double tokens = 0;
    double calls = 0;
    /// Of all that was paid: for answers that were not taken.
    double wastedDollars = 0;
    double wastedTokens = 0;
    /// Share of questions that went beyond the first stage.
    double escalated = 0;
};

/// What comes of one question.
struct QuestionOutcome {
    bool right = false;
    std::size_t stages = 0;
    unsigned calls = 0;
    float seconds = 0;
    float dollars = 0, wastedDollars = 0;
    float tokens = 0, wastedTokens = 0;
};

/// 1 where it is right in time; NaN where the seconds are not known and matter. Without a patience (infinite)
/// 1 where it is right.
inline double inTimeOf(bool right, float seconds, double patience)
{
    if (std::isinf(patience)) {
        return right ? 1 : 0;
    }
    return std::isnan(seconds)                 ? std::numeric_limits<double>::quiet_NaN()
        : right && double(seconds) <= patience ? 1
                                               : 0;
}

/// Gathers the figures of a strategy, question after question.
class FigureSums {
public:
    /// `clusters` as AttemptTable::clustersAt() has them; `limits` in seconds, ascending.
    FigureSums(std::size_t questions, const std::vector<std::uint32_t>& clusters, double patience,
        const std::vector<double>& limits);

    void add(std::size_t question, const QuestionOutcome& answered)
    {
        ++m_figures.replayed;
        const double inTime = inTimeOf(answered.right, answered.seconds, m_figures.patience);
        m_hits += answered.right ? 1 : 0;
        if (!std::isnan(inTime)) {
            m_hitsInTime += inTime;
            ++m_timed;
        }
        if (!m_clusters.empty()) {
            m_right[question] = answered.right ? 1 : 0;
            m_inTime[question] = inTime;
        }
        m_calls += answered.calls;
        m_escalated += answered.stages > 1 ? 1 : 0;
        if (!std::isnan(answered.seconds)) {
            m_seconds.push_back(answered.seconds);
            if (answered.right) {
                ++m_within[std::size_t(
                    std::lower_bound(m_limits.begin(), m_limits.end(), answered.seconds) - m_limits.begin())];
            }
        }
        m_dollars.add(answered.dollars);
        m_tokens.add(answered.tokens);
        m_wastedDollars.add(answered.wastedDollars);
        m_wastedTokens.add(answered.wastedTokens);
    }

    StrategyFigures finish();
    /// The share answered rightly within each of the limits, of those whose seconds are known.
    std::vector<double> within() const;

private:
    stats::ClusteredMean mean(double hits, double of, const std::vector<double>& values) const;

    const std::vector<std::uint32_t>& m_clusters;
    StrategyFigures m_figures;
    std::vector<float> m_limits;
    std::vector<double> m_within;
    /// Only where samples share images.
    std::vector<double> m_right, m_inTime;
    std::vector<float> m_seconds;
    double m_hits = 0, m_hitsInTime = 0, m_timed = 0, m_calls = 0, m_escalated = 0;
    KnownMean m_dollars, m_tokens, m_wastedDollars, m_wastedTokens;
};

} // namespace winnow
