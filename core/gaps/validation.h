// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/gaps/verifier.h"
#include "core/stats/clustered.h"

#include <array>

namespace winnow {

/// A verifier over one contender's tries, at the questions it says something of. Another model is chosen as
/// verifier by one half of the questions and measured on the other.
struct VerifierFigures {
    Verifier verifier;
    /// Success when of K tries the one is taken that it rates highest, ties shared.
    stats::ClusteredMean selected;
    /// One try, and the best of K, at the same questions.
    double successAt1 = 0;
    double successAtK = 0;
    /// (selected - Success@1) / (Success@K - Success@1); NaN where there is nothing to recover.
    double recovered = 0;
    /// Of right tries accepted, and of wrong ones, from `cutoff` on: the cut with the largest difference on
    /// one half of the questions, measured on the other. NaN where a half has no right or no wrong ones.
    double truePositive = 0;
    double falsePositive = 0;
    double cutoff = 0;
    /// The difference of the rates on the half that the cut was chosen on, and how many standard errors that
    /// is (a question counts once, however many tries it has).
    double lead = 0;
    double leadInErrors = 0;
    /// Over all tries; how well its ratings tell right from wrong, ties half.
    double auc = 0;
    qint64 tries = 0;
};

/// One contender over the questions it tried. Success@k and the like after Chen et al. 2021 (METHODS C7).
struct ContenderValidation {
    std::size_t contender = 0;
    /// K: what nine in ten of its questions were tried; the first K tries of those are looked at.
    int attempts = 0;
    std::vector<std::uint32_t> places;
    /// For these k (1 to K; beyond 10 the powers of two): unbiased, and by majority of those that gave an
    /// answer (empty without answers).
    std::vector<int> k;
    std::vector<double> success;
    std::vector<double> all;
    std::vector<double> majority;
    stats::ClusteredMean successAt1;
    stats::ClusteredMean successAtK;
    QVector<VerifierFigures> verifiers;
    /// How good a verifier must be to recover 50, 80 and 95% of the gap (stats::neededQuality).
    std::array<double, 3> needed{};
    /// Questions with some tries right and some wrong.
    qint64 mixed = 0;

    /// Asked once there is no gap, but verifiers can tell right from wrong.
    bool repeats() const { return attempts >= 2; }
    double gap() const { return successAtK.mean - successAt1.mean; }
};

inline constexpr std::array<double, 3> kRecoveredShares{0.5, 0.8, 0.95};

/// Success@k, all of k and majority alone, of those that were asked more than once.
QVector<ContenderValidation> measureSuccess(const AttemptTable& table);
/// The gap between one try and the best of several, and what verifiers are worth, by contender. Those that
/// were asked once and that nothing verifies are left out.
QVector<ContenderValidation> measureValidation(const AttemptTable& table, const Progress& progress);

/// Whether another model may verify: a step of a ladder that asks it anyway is better checked by itself.
enum class OtherModels { Allowed, LeftOut };
/// The verifier that tells right tries from wrong ones best on the first half of the questions
/// (AttemptTable::inFirstHalf), to be used on the second; nullptr where none does by .05 and two standard
/// errors.
const VerifierFigures* bestVerifier(const ContenderValidation& of, OtherModels others = OtherModels::Allowed);

/// Which questions a number of it is about.
enum class ValidationSamples { SomeRight, AllRight, NeverRight, LostByMajority };
QVector<SampleId> samplesOf(
    const AttemptTable& table, const ContenderValidation& of, ValidationSamples which);

} // namespace winnow
