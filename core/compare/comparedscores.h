// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparedrun.h"

namespace winnow {

/// What a side has for a sample.
enum class Answered : quint8 {
    /// No response: the sample was not asked.
    Absent,
    /// A response without a score.
    Missing,
    Scored,
};

/// The scores of both sides over the samples of a comparison, dataset after dataset, in source order.
struct ComparedScores {
    QVector<QPair<RunChoice, RunChoice>> runs;
    /// By sample.
    std::vector<qint64> samples;
    /// Into `runs`.
    std::vector<quint16> dataset;
    QStringList capabilities;
    std::vector<quint16> capability;
    /// Equal numbers = samples that share an image.
    std::vector<quint32> clusters;
    /// NaN = no score; 0 for what is missing where the side says so.
    std::vector<double> first;
    std::vector<double> second;
    std::vector<Answered> firstAnswered;
    std::vector<Answered> secondAnswered;

    /// Errors as sharedRuns(), Cancelled. Not on the GUI thread.
    static Result<ComparedScores> load(
        const Project& project, const ComparisonRequest& request, Progress& progress);
};

} // namespace winnow
