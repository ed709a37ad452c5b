// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/subset.h"
#include "core/subset/subsetreport.h"

#include <QHash>
#include <QMutex>

#include <array>
#include <atomic>
#include <functional>

namespace winnow {

/// What sets are chosen from, read once: every sample and score, what the policy leaves of them, and which
/// subsets are stored. An immutable value.
struct SubsetSource {
    std::shared_ptr<const InsightsData> data;
    AppliedPolicy applied;
    SubsetMarks marks;
    QVector<Subset> stored;

    using Pointer = std::shared_ptr<const SubsetSource>;
    /// `known` spares reading what has not changed; null reads all. Not on the GUI thread.
    static Result<Pointer> read(const Project& project, const Policy& policy,
        const std::shared_ptr<const InsightsData>& known, Progress& progress);
};

/// The candidates of one scope and how sets of them are tried on models held out. Trials come in stages, each
/// of more ways to part the models than the one before; one is made when a worker first asks for it.
class SubsetStudy {
public:
    using Pointer = std::shared_ptr<const SubsetStudy>;
    static constexpr int kStages = 3;

    SubsetStudy(SubsetInput input, const SubsetInput& withFamilies);
    /// The errors of SubsetInput::of(). Not on the GUI thread.
    static Result<Pointer> of(const SubsetSource& source, const SubsetScope& scope);

    const SubsetInput& input() const { return m_input; }
    const std::shared_ptr<const SelectionProblem>& problem() const { return m_problem; }
    /// The family that is left out; empty = none.
    QString family() const { return m_input.scope.withoutFamilies.value(0); }
    /// Ways to part the models in a stage.
    int splits(int stage) const;
    /// Takes time: not on the GUI thread.
    std::shared_ptr<const SubsetTrial> trial(int stage) const;
    /// The last stage that is made; 0 before any is.
    int stage() const { return m_made.load(); }
    /// What is said of a set by the trial of a stage. Not on the GUI thread.
    Result<SubsetReport> report(const ChosenSubset& chosen, int stage, Progress& progress) const;

private:
    SubsetInput m_input;
    /// With the family that is left out: there the set is tried on it.
    std::optional<SubsetInput> m_withFamily;
    std::shared_ptr<const SelectionProblem> m_problem;
    mutable QMutex m_mutex;
    mutable std::array<std::shared_ptr<const SubsetTrial>, kStages> m_trials;
    mutable std::atomic<int> m_made{0};
};

/// What sets of one budget keep, and random ones of that budget.
struct SubsetCurvePoint {
    qint64 budget = 0;
    SubsetFigures own;
    SubsetFigures random;
};

struct SubsetCurves {
    QVector<SubsetCurvePoint> alike;
    QVector<SubsetCurvePoint> stronger;
    /// Ways to part the models that they rest on.
    int splits = 0;
    /// The last there will be.
    bool whole = false;

    /// Stage after stage, handing over each; the last comes back. Cancelled gives the error of that.
    static Result<SubsetCurves> of(const SubsetStudy& study, const SubsetRequest& request, Progress& progress,
        const std::function<void(const SubsetCurves&)>& deliver);
};

/// The names of samples that were read before.
struct SampleNames {
    QMutex mutex;
    QHash<qint64, QString> known;

    QStringList of(const Project& project, const SubsetInput& input, const Selection& selection);
};

/// A chosen set with all that is said of it.
struct SubsetChoice {
    SubsetStudy::Pointer study;
    ChosenSubset chosen;
    SubsetReport report;
    /// Of its samples, in order; empty until they are read.
    QStringList keys;
    QVector<Sentence> why;
    int splits = 0;

    SampleId sampleAt(qsizetype place) const
    {
        return SampleId{study->input().samples[chosen.selection.items[size_t(place)]]};
    }
    qsizetype size() const { return qsizetype(chosen.selection.items.size()); }
    QVector<SampleId> samples() const;

    /// First by the trial that is there, then by all ways to part the models. Errors of chooseSubset().
    static Result<SubsetChoice> of(const Project& project, const SubsetStudy::Pointer& study,
        const SubsetRequest& request, SampleNames& keys, Progress& progress,
        const std::function<void(const SubsetChoice&)>& deliver);
};

/// One method on the same models held out.
struct SubsetMethodTrial {
    QString method;
    SubsetFigures alike;
    SubsetFigures stronger;
};

/// All methods at one budget, one after the other.
Result<QVector<SubsetMethodTrial>> tryMethods(const SubsetStudy& study, const SubsetRequest& request,
    Progress& progress, const std::function<void(const QVector<SubsetMethodTrial>&)>& deliver);

/// Whether what a stored subset was chosen from is still what it was.
enum class SubsetAge { Unknown, Same, Changed };
/// By name. Reads policies of the project.
Result<QHash<QString, SubsetAge>> agesOf(
    const Project& project, const SubsetSource& source, Progress& progress);

} // namespace winnow
