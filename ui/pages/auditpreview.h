// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/run/auditrunner.h"
#include "ui/charts/histogramchart.h"

#include <QAbstractTableModel>
#include <QSet>

namespace winnow {

/// What a detector would flag in one dataset, with nothing written: made in a worker, an immutable value.
struct AuditPreview {
    QString detector;
    DatasetId datasetId;
    std::shared_ptr<const AuditData> data;
    /// All datasets of the project, for detectors that compare across them; otherwise empty.
    std::vector<std::shared_ptr<const AuditData>> all;
    DetectorResult result;
    /// Null when the detector has no score to draw.
    std::shared_ptr<const ScoreHistogram> histogram;
    /// Positions in the dataset, the most suspicious first; those without a score are left out.
    std::vector<quint32> order;
    std::vector<float> scores;
    /// How many of the first i of `order` are flagged by this detector now.
    std::vector<quint32> known;
    /// Samples with an active flag of this detector, in dataset order.
    QVector<SampleId> stored;
    /// The detector judges images, and none was measured yet: its first run does that.
    bool unmeasured = false;
    /// What the detector says of a sample it flags, by position.
    QHash<quint32, QString> summaries;
    double threshold = 0;
    /// Value of the threshold's parameter when this was computed.
    double parameter = 0;

    /// `before`: an earlier preview of the same detector and dataset whose data still holds, or null.
    static Result<std::shared_ptr<const AuditPreview>> make(const Project& project, const Detector& detector,
        DatasetId dataset, const QJsonObject& overrides, std::shared_ptr<const AuditPreview> before,
        Progress& progress);

    /// How many samples of `order` a threshold flags.
    qint64 flagged(double atThreshold) const;
    /// What a run at a threshold would do.
    enum class Part { Flagged, New, Kept, Resolved };
    qint64 count(Part part, double atThreshold) const;
    QVector<SampleId> samples(Part part, double atThreshold) const;
    /// The samples with a score, by bin of the histogram.
    QVector<QVector<SampleId>> byBin() const;
    bool hasThreshold() const { return histogram != nullptr; }
};

/// The samples that would be flagged, the most suspicious first. Moving the threshold only makes the list
/// longer or shorter.
class AuditPreviewModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SampleColumn, ScoreColumn, SummaryColumn, ColumnCount };
    /// OpenRole of the first column is the sample itself.
    enum Role { IdRole = Qt::UserRole + 10 };

    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(std::shared_ptr<const AuditPreview> preview);
    void setThreshold(double threshold);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const AuditPreview> m_preview;
    int m_count = 0;
};

} // namespace winnow
