// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/insightsdata.h"
#include "core/subset/scoretable.h"

#include <QSet>

namespace winnow {

/// Which samples a set is chosen from, and which models speak.
struct SubsetScope {
    /// Empty = all.
    QString dataset;
    QString capability;
    /// A stored subset to choose within; empty = all samples.
    QString parent;
    /// Of samples that repeat each other the first alone is a candidate: flags of duplicates that nobody
    /// overrode, those on the first of a group (scores up to .5) left out.
    bool deduplicate = true;
    /// In whatever the method says, and never in.
    QVector<SampleId> musts;
    QVector<SampleId> vetoes;
    /// Models of these families do not speak: they are what a set is tried on.
    QStringList withoutFamilies;

    QJsonObject toJson() const;
    friend bool operator==(const SubsetScope&, const SubsetScope&) = default;
};

/// What flags and subsets say of samples, read once beside InsightsData.
struct SubsetMarks {
    /// Repeats of another sample.
    QSet<SampleId> repeats;
    /// Nobody solves them, and a person found the gold right.
    QSet<SampleId> frontier;
    /// Kinds of duplicates that were looked for anywhere.
    bool lookedForRepeats = false;
    QMap<QString, QVector<SampleId>> subsets;

    /// Throws sqlite::Failure; use inside Project::read.
    static SubsetMarks read(sqlite::Connection& connection);
};

/// What a set is chosen from: candidates and the models' scores on them, as a policy leaves them (what is
/// fixed or converted is scored anew). Columns by item. An immutable value.
struct SubsetInput {
    ScoreTable table;
    QStringList models;
    QStringList families; // by model
    std::vector<qint64> samples;
    QStringList datasets, capabilities;
    std::vector<quint16> dataset, capability;
    /// A dataset's capability.
    std::vector<quint16> stratum;
    QVector<QPair<quint16, quint16>> strata; // dataset, capability
    std::vector<quint8> frontier;
    std::vector<quint8> must;
    /// Summed over the models that speak; NaN = nothing recorded.
    std::vector<double> seconds;
    std::vector<double> dollars;
    QString policy;
    SubsetScope scope;

    /// Samples in scope that are no candidates, and why.
    qint64 inScope = 0;
    qint64 dropped = 0;
    qint64 repeats = 0;
    qint64 vetoed = 0;
    /// No model has a score there (no gold, or nobody was asked), while models have on others.
    qint64 unscored = 0;
    bool lookedForRepeats = false;
    /// Models with scores on less than half of the candidates: they do not speak.
    QStringList leftOut;

    size_t items() const { return samples.size(); }

    /// NotFound names what there is when the scope names what is not there, or a must is no candidate.
    static Result<SubsetInput> of(const InsightsData& data, const AppliedPolicy& applied,
        const SubsetMarks& marks, const SubsetScope& scope);
    /// The same of a project, read in one go. Not on the GUI thread.
    static Result<SubsetInput> load(
        const Project& project, const QString& policy, const SubsetScope& scope, Progress& progress);

    /// SHA-256 over samples, scores, strata, musts and frontier: the same set comes from the same hash,
    /// method, budget and seed.
    QByteArray hash() const;
};

} // namespace winnow
