// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/decision.h"
#include "core/domain/flagkind.h"
#include "core/domain/sample.h"
#include "core/store/project.h"
#include "core/store/sampleresults.h"

#include <QPair>
#include <QStringList>
#include <QVector>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace winnow {

/// What every page agrees to look at. Empty lists do not restrict; several values of one field are
/// alternatives (but for `rightBy` and `wrongBy`), fields are combined with "and".
struct SampleFilter {
    QStringList datasets;
    QStringList splits;
    QStringList capabilities;
    QStringList categories;
    /// Flag kinds, any of them, in a state of `flagStates` (empty = any state).
    QStringList kinds;
    QVector<FlagState> flagStates;
    /// Flagged at all / not flagged.
    std::optional<bool> flagged;
    /// Every active flag decided, or an action taken.
    std::optional<bool> reviewed;
    /// The action a person took (None = none).
    QVector<Action> actions;
    std::optional<bool> multipleChoice;
    QVector<ImageState> imageStates;
    /// Names of models: every one of them is right, or wrong, as SampleResults has it.
    QStringList rightBy;
    QStringList wrongBy;
    QVector<RightShare> modelsRight;
    QVector<TimeTaken> time;
    /// Names of subsets, any of them.
    QStringList subsets;
    /// Full-text query.
    QString text;
    /// Restrict to these, in any order (a chart's samples); nullopt = all.
    std::optional<QVector<SampleId>> only;

    /// Whether it restricts by what models did: an index without results then selects nothing.
    bool needsResults() const
    {
        return !rightBy.isEmpty() || !wrongBy.isEmpty() || !modelsRight.isEmpty() || !time.isEmpty();
    }

    friend bool operator==(const SampleFilter&, const SampleFilter&) = default;
};

enum class SampleSort { Source, FlagScore, FlagCount, Accuracy, Time };

/// How many samples have each value of a field, given the filter on all *other* fields; of a model, how many
/// of those that pass it is right or wrong on: what is left when it is chosen in addition.
struct Facet {
    QString value;
    qint64 count = 0;
};
struct FacetCounts {
    QVector<Facet> datasets;
    QVector<Facet> splits;
    QVector<Facet> capabilities;
    QVector<Facet> categories;
    QVector<Facet> kinds;
    QVector<Facet> flagStates;
    QVector<Facet> actions;
    QVector<Facet> imageStates;
    /// Empty without results, or without a model; `time` also where no seconds are recorded.
    QVector<Facet> rightBy;
    QVector<Facet> wrongBy;
    QVector<Facet> modelsRight;
    QVector<Facet> time;
    /// By name; one that has no sample left is among them.
    QVector<Facet> subsets;
    qint64 flagged = 0;
    qint64 unflagged = 0;
    qint64 reviewed = 0;
    qint64 notReviewed = 0;
    qint64 total = 0;
};

/// Narrow columns of every sample in memory (about 40 bytes each), so that filters, sorts and facet counts
/// over a million samples take milliseconds. An immutable value: load a new one after a change, share it
/// between threads.
class SampleIndex {
public:
    /// Reads the whole project in one snapshot. Not on the GUI thread.
    static Result<std::shared_ptr<const SampleIndex>> load(const Project& project, Progress& progress);
    /// A copy with the rows of `samples` read again; cheap after a decision.
    Result<std::shared_ptr<const SampleIndex>> refreshed(
        const Project& project, const QVector<SampleId>& samples) const;

    /// A copy with the subsets read again.
    Result<std::shared_ptr<const SampleIndex>> withSubsets(const Project& project) const;

    /// A copy that also knows what the models did with each sample, which core/responses/readresults.h reads.
    std::shared_ptr<const SampleIndex> withResults(std::shared_ptr<const SampleResults> results) const;
    /// Null when they were not read.
    const std::shared_ptr<const SampleResults>& results() const { return m_results; }

    qint64 size() const { return qint64(m_ids.size()); }
    /// Of all samples, ascending.
    const std::vector<qint64>& ids() const { return m_ids; }
    /// Where the samples of a dataset stand in `ids()`, ascending.
    std::vector<quint32> rowsOf(const QString& dataset) const;
    /// Ids that pass, sorted. `textMatches` are the ids that the full-text query found (see
    /// SampleStore::search); pass them when `filter.text` is not empty. Any thread.
    QVector<SampleId> select(const SampleFilter& filter, SampleSort sort, bool descending,
        const QVector<SampleId>* textMatches = nullptr) const;
    FacetCounts facets(const SampleFilter& filter, const QVector<SampleId>* textMatches = nullptr) const;

    /// What the index knows of one sample; nullopt for an unknown id.
    struct Row {
        SampleId id;
        QString dataset;
        QString split;
        QString capability;
        QString category;
        quint32 kindMask = 0;
        quint32 openMask = 0;
        /// How suspicious: the chance that any of its flags that nobody overrode is right, as FlagKind::worth
        /// has it.
        float flagScore = 0;
        /// Mean score over standard runs; NaN = no response, or results were not read.
        float accuracy = 0;
        /// Mean seconds of the responses of standard runs; NaN = not recorded, or results were not read.
        float seconds = 0;
        Action action = Action::None;
        bool reviewed = false;
    };
    std::optional<Row> row(SampleId id) const;

private:
    struct Column {
        QStringList values;
        std::vector<uint16_t> codes;
    };
    std::vector<uint8_t> mask(
        const SampleFilter& filter, const QVector<SampleId>* textMatches, int without) const;
    void keepByResults(std::vector<uint8_t>& keep, const SampleFilter& filter, int without) const;
    void countResults(FacetCounts& counts, const SampleFilter& filter, const std::vector<uint8_t>& all,
        const QVector<SampleId>* textMatches) const;
    qint64 position(SampleId id) const;
    void countSubsets(FacetCounts& counts, const SampleFilter& filter, const std::vector<uint8_t>& all,
        const QVector<SampleId>* textMatches) const;
    static void readSubsets(SampleIndex& index, sqlite::Connection& connection);
    static void readFlags(SampleIndex& index, sqlite::Connection& connection, const QVector<SampleId>* only);

    Action actionOf(size_t i) const;
    /// Proposals aside.
    bool isFlagged(size_t i) const;
    bool isReviewed(size_t i) const;
    float accuracyOf(size_t i) const;
    float secondsOf(size_t i) const;

    std::vector<qint64> m_ids; // ascending
    std::vector<uint32_t> m_order; // rank in (dataset name, id): ids follow the source within a dataset
    Column m_datasets;
    Column m_splits;
    Column m_capabilities;
    Column m_categories;
    std::vector<uint8_t> m_options;
    std::vector<uint32_t> m_kinds; // bit per FlagKind::index, active flags
    std::array<std::vector<uint32_t>, 5> m_states; // per FlagState, bit per kind
    std::vector<float> m_flagScore;
    std::shared_ptr<const SampleResults> m_results;
    std::vector<uint8_t> m_actions; // the Action, and how it stands

    std::vector<uint8_t> m_imageStates; // bit per ImageState
    QVector<QPair<QString, SampleBits>> m_subsets; // by name
};

} // namespace winnow
