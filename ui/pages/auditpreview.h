// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrunner.h"
#include "ui/charts/histogramchart.h"

#include <QAbstractTableModel>

namespace winnow {

/// What a detector would flag in one dataset, with nothing written: made in a worker, an immutable value.
struct AuditPreview {
    QString detector;
    DatasetId datasetId;
    std::shared_ptr<const AuditData> data;
    DetectorResult result;
    /// Null when the detector has no score to draw.
    std::shared_ptr<const ScoreHistogram> histogram;
    /// Positions in the dataset, the most suspicious first; those without a score are left out.
    std::vector<quint32> order;
    std::vector<float> scores;
    /// How many of the first i of `order` are flagged by this detector now.
    std::vector<quint32> known;
    /// Samples with an active flag of this detector.
    qint64 stored = 0;
    /// What the detector says of a sample it flags, by position.
    QHash<quint32, QString> summaries;
    double threshold = 0;
    /// Value of the threshold's parameter when this was computed.
    double parameter = 0;

    /// `cached`: data of the same dataset that was loaded for the same detector, or null.
    static Result<std::shared_ptr<const AuditPreview>> make(const Project& project, const Detector& detector,
        DatasetId dataset, const QJsonObject& overrides, std::shared_ptr<const AuditData> cached,
        Progress& progress);

    /// How many samples of `order` a threshold flags.
    qint64 flagged(double atThreshold) const;
    bool hasThreshold() const { return histogram != nullptr; }
};

/// The samples that would be flagged, the most suspicious first. Moving the threshold only makes the list
/// longer or shorter.
class AuditPreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SampleColumn, ScoreColumn, SummaryColumn, ColumnCount };
    /// NumberTableModel::TargetRole is the row for the sample itself: a link.
    enum Role { IdRole = Qt::UserRole + 10 };

    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(std::shared_ptr<const AuditPreview> preview);
    void setThreshold(double threshold);
    /// The samples listed.
    QVector<SampleId> samples() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const AuditPreview> m_preview;
    int m_count = 0;
};

} // namespace winnow
