// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/blindprofile.h"
#include "core/curate/capabilityscores.h"
#include "core/curate/formatpoints.h"
#include "core/curate/insights.h"
#include "core/curate/ranknoise.h"
#include "core/curate/savedcost.h"
#include "ui/charts/histogramchart.h"

namespace winnow {

/// What Insights is asked.
struct InsightsQuestion {
    Policy policy;
    /// Looked at beside it.
    std::optional<Policy> against;
    /// Or what stays of this subset alone; empty = none.
    QString againstSubset;
    InsightsFilter filter;
};

/// The flagged samples of a dataset, and how far people are with them.
struct ReviewedPart {
    QString dataset;
    QVector<SampleId> reviewed;
    QVector<SampleId> waiting;
};

/// Samples by a value of theirs.
struct SampleHistogram {
    std::shared_ptr<const ScoreHistogram> histogram;
    /// By bin.
    QVector<QVector<SampleId>> samples;
};

/// Everything that the Insights page shows. An immutable value.
struct InsightsView {
    /// As it was read, of the whole project.
    std::shared_ptr<const InsightsData> data;
    InsightsQuestion question;
    Insights insights;
    std::optional<Insights> against;
    QMap<QString, RankNoise> noise;
    QVector<CapabilityScores> capabilities;
    CapabilityMap map;
    BlindProfile blind;
    SampleHistogram hits;
    SampleHistogram discrimination;
    QVector<FormatPoint> formats;
    QVector<ModelCost> costs;
    QVector<ReviewedPart> review;
    /// Standard models by samples: what one evaluation of all of them asks, before and after.
    qint64 answersBefore = 0;
    qint64 answersAfter = 0;
    /// The project's settings; 0 = not said.
    int evaluationSeconds = 0;
    int developmentHours = 0;

    /// Not on the GUI thread. Reads the project only for the settings.
    static Result<InsightsView> of(
        const Project& project, std::shared_ptr<const InsightsData> data, const InsightsQuestion& question);
};

/// What is looked at: "Strict", "Subset core".
QString insightsTitle(const Insights& insights);

} // namespace winnow
