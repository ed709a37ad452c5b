// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/curate/datasetsettings.h"
#include "core/curate/projectstats.h"
#include "core/domain/policy.h"
#include "core/store/sampleindex.h"
#include "ui/models/clickthrough.h"

#include <QAbstractTableModel>

#include <memory>

namespace winnow {

/// What the Overview page shows, read in one go. An immutable value.
struct OverviewData {
    ProjectStats stats;
    std::shared_ptr<const SampleIndex> index;
    /// The policy behind `kept`.
    Policy policy;
    struct Line {
        QString dataset;
        /// Empty for the line of a dataset as a whole.
        QString capability;
        bool total = false;
        qint64 samples = 0;
        qint64 flagged = 0;
        /// Of the flagged ones.
        qint64 reviewed = 0;
        qint64 kept = 0;
        qint64 models = 0;
        QVector<Condition> conditions;
        /// What the policy leaves out.
        QVector<SampleId> dropped;
    };
    /// Each dataset, then its capabilities where it has more than one.
    QVector<Line> lines;
    /// What is set for the datasets, and which of the suite they are.
    QVector<DatasetSettings> datasets;
    SuiteCoverage suite;
    /// By which files and decisions find a dataset (its id), too.
    QHash<qint64, QStringList> furtherNames;
    qint64 flaggedSamples = 0;
    qint64 reviewedSamples = 0;
    qint64 keptSamples = 0;
    /// Datasets that no detector looked at, and those that changed after one did.
    int unaudited = 0;
    int outdated = 0;

    /// What the policy keeps of all that `filter` selects. Goes through every sample: not on the GUI thread.
    QVector<SampleId> keptOf(const SampleFilter& filter) const;
};

/// Reads it under a policy. Not on the GUI thread.
Result<std::shared_ptr<const OverviewData>> loadOverview(
    const Project& project, std::shared_ptr<const SampleIndex> index, const Policy& policy);
/// Opens what the policy keeps of the samples that `scope` selects.
ClickThrough openKept(const std::shared_ptr<const OverviewData>& overview, const SampleFilter& scope);
/// Opens the samples that a model replied to; `dataset` empty = all.
ClickThrough openAnswered(const QString& dataset);

/// Datasets by capabilities with their numbers; a number opens the samples behind it.
class OverviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        SamplesColumn,
        ModelsColumn,
        ConditionsColumn,
        FlaggedColumn,
        ReviewedColumn,
        KeptColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void set(std::shared_ptr<const OverviewData> overview);
    const std::shared_ptr<const OverviewData>& overview() const { return m_data; }
    /// What a cell opens.
    ClickThrough openOf(const QModelIndex& index) const;

private:
    QVariant plain(const OverviewData::Line& line, Column column) const;
    QString text(const OverviewData::Line& line, Column column) const;

    std::shared_ptr<const OverviewData> m_data;
};

} // namespace winnow
