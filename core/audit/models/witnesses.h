// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/auditdata.h"

#include <vector>

namespace winnow {

/// Models as witnesses of one condition: who was right on what, how lucky a guess each answer would be, and
/// how much each model says that another has not said already.
///
/// A model is one witness however many attempts it has. It hits a sample when more than `attemptShare` of its
/// attempts are right; rotations of one attempt count as one attempt that is right only if all are.
class Witnesses {
public:
    enum : qint8 { Missing = -1, Miss = 0, Hit = 1 };

    Witnesses(const AuditData& data, Condition condition, double attemptShare);

    const std::vector<ModelView>& models() const { return m_models; }
    qint8 outcome(std::size_t model, std::size_t sample) const { return m_outcomes[model][sample]; }
    /// Probability that `model` hits `sample` by guessing. MCQ: 1/k, or how often the model gives that letter
    /// when it gives it more often (its habit explains the hit as well as knowledge does), times how often it
    /// answers at all; to the power of
    /// the rotations. Open: how often the model gives this answer to other samples, at least `luckyGuess`.
    double guessProbability(std::size_t model, std::size_t sample, bool useHabits, double luckyGuess) const;

    /// For each pair the share of shared guesses: agreement on wrong answers beyond what the habits of the
    /// two predict (kappa over samples both get wrong; -1..1, 0 for independent models). Pairs with little
    /// data lean on the mean pair.
    /// Only samples that at least `minRight` of the models hit count: where fewer do, the key may be wrong,
    /// and agreeing against it is no shared guess.
    void estimateDependence(double minRight = 0);
    /// `minRight` that leaves out samples whose key is implausible.
    static constexpr double kPlausibleKey = 0.34;
    double dependence(std::size_t a, std::size_t b) const;
    /// One over the number of voices that each present model shares its view with; sums to the effective
    /// number of independent models. `present` are positions in models().
    /// `common` is taken out of every pair first.
    std::vector<double> weights(const std::vector<int>& present, double common = 0) const;
    /// Median dependence over the pairs.
    double medianDependence() const;
    /// How many independent models one model is worth on average, 0..1, for methods that account for what
    /// tempting distractors make all models share.
    double meanWorth() const;

private:
    /// `prior`: samples' worth of "no habit" to start from.
    double letterShare(std::size_t model, int options, int letter, double prior) const;

    const AuditData& m_data;
    std::vector<ModelView> m_models;
    std::vector<std::vector<qint8>> m_outcomes;
    std::vector<int> m_rotations;
    /// Share of responses with a readable answer: who often refuses hits less by luck.
    std::vector<double> m_answerRate;
    // [model][options][letter] and the sum over letters.
    std::vector<std::vector<std::vector<double>>> m_letters;
    std::vector<std::vector<double>> m_letterSums;
    std::vector<QHash<qint32, int>> m_answers;
    std::vector<int> m_answerSums;
    std::vector<double> m_dependence;
};

} // namespace winnow
