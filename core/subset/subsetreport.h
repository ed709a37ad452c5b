// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/choosesubset.h"
#include "core/subset/subsettrial.h"

namespace winnow {

/// What a set costs and saves; seconds and US dollars over all models that speak, NaN = nothing recorded.
struct SubsetSaving {
    qint64 samples = 0;
    qint64 of = 0;
    double seconds = 0;
    double secondsOfAll = 0;
    double dollars = 0;
    double dollarsOfAll = 0;

    /// of / samples, as DatBench counts it (METHODS A6).
    double speedUp() const { return samples > 0 ? double(of) / double(samples) : 0; }
};

SubsetSaving savingOf(const SubsetInput& input, const Selection& selection);

/// One model on a set like the chosen one that was chosen without it: those that choose a set spread too far
/// on it.
struct SubsetModelScore {
    QString model;
    /// Over all candidates.
    double accuracy = 0;
    /// Told from the set alone. Where too few models are there to hold one out, from the chosen set itself.
    double score = 0;
    stats::Interval interval;
    /// The plain mean over the set.
    double mean = 0;
};

/// What is said of a set: by trials of its method and budget on models held out, beside as many random sets.
struct SubsetReport {
    SubsetFigures alike;
    SubsetFigures alikeRandom;
    SubsetFigures stronger;
    SubsetFigures strongerRandom;
    /// The family that was left out, if one was.
    QString family;
    SubsetFigures ofFamily;
    SubsetFigures ofFamilyRandom;
    SubsetSaving saving;
    /// Of the models that speak, as the set scores them; by accuracy, best first.
    QVector<SubsetModelScore> models;
    /// Which models the set holds for, as far as was tried.
    Sentence validFor;
    /// Where it does not hold, and what would be needed.
    QVector<Sentence> warnings;

    QJsonObject toJson() const;
};

/// Measures. `draws` random sets a split. Cancelled gives the error of that.
Result<SubsetReport> reportOn(const SubsetInput& input, const SelectionProblem& problem,
    const ChosenSubset& chosen, const SubsetTrial& trial, Progress& progress, int draws = 10);

/// The sentences alone: where figures are worked out piece by piece.
Sentence validityOf(const SubsetInput& input, const SubsetReport& report);
QVector<Sentence> warningsOf(const SubsetInput& input, const SubsetReport& report);

} // namespace winnow
