// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/auditoverview.h"
#include "ui/models/jobtracker.h"
#include "ui/pages/auditpreview.h"
#include "ui/widgets/basics.h"

#include <QTimer>

class QComboBox;
class QStackedWidget;
class QVBoxLayout;

namespace winnow {

class ChartCard;
class DataTable;

/// Scores of one detector over one dataset with a threshold to drag: count and list follow while it moves,
/// and nothing is written before a run.
class AuditPreviewCard : public Card {
    Q_OBJECT
public:
    explicit AuditPreviewCard(JobModel* jobs, QWidget* parent = nullptr);
    ~AuditPreviewCard() override;

    /// Shows a detector over the datasets that have what it needs; null state empties the card.
    void setDetector(
        std::shared_ptr<Project> project, const DetectorState* state, const AuditOverview& overview);
    /// Parameters that differ from their defaults; evaluated again after a short pause.
    void setOverrides(const QJsonObject& overrides);
    /// The data itself changed.
    void forgetData();
    /// Draws again in the colours of the theme.
    void restyle();

    HistogramChart* histogram() const { return m_chart; }
    AuditPreviewModel* model() { return &m_model; }
    bool isBusy() const { return !m_tracker.isIdle() || m_pause.isActive(); }
    /// What the line under the chart says, without its links.
    QString countsText() const { return m_countsText; }

signals:
    /// The threshold was let go: the parameter that it sets.
    void parameterChosen(const QString& parameter, double value);
    void importWanted();
    void failed(const winnow::Error& error);
    void done(const QString& message);

private:
    void buildHeader();
    void buildChart(QVBoxLayout* layout);
    void buildCounts(QVBoxLayout* layout);
    void buildTable(QVBoxLayout* layout);
    HistogramChart::Look lookOf(const DetectorPreview& scored) const;
    void evaluate();
    void take(const Result<std::shared_ptr<const AuditPreview>>& preview);
    void show();
    void showCounts(double threshold);
    /// Opens the samples behind one of the counts.
    void open(AuditPreview::Part part);
    void sizeStack();
    void showNothing(const QString& icon, const QString& title, const QString& text, bool import);

    JobTracker m_tracker;
    QTimer m_pause;
    std::shared_ptr<Project> m_project;
    /// The dataset that a person chose; otherwise the one with most flags is shown.
    DatasetId m_chosen;
    const Detector* m_detector = nullptr;
    FlagGroup m_group = FlagGroup::ImportDamage;
    QJsonObject m_overrides;
    std::shared_ptr<const AuditPreview> m_preview;
    /// A result came while the line was held: evaluated again once it is let go.
    bool m_passedOver = false;
    QString m_countsText;
    QWidget* m_content;
    AuditPreviewModel m_model;
    QComboBox* m_dataset;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ChartCard* m_chartCard;
    HistogramChart* m_chart;
    Text* m_counts;
    Text* m_notes;
    QPushButton* m_open;
    QStackedWidget* m_list;
    DataTable* m_table;
    EmptyState* m_none;
};

} // namespace winnow
