// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/run/auditrunner.h"
#include "ui/charts/numbertable.h"
#include "ui/models/auditoverview.h"
#include "ui/pages/page.h"

class QComboBox;
class QGridLayout;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace winnow {

class AuditParameters;
class AuditPreviewCard;
class AuditsList;
class Card;
class EmptyState;
class NumberTableView;
class PageHeader;
class Text;
class WorkProgress;

/// The detectors: what each needs, its parameters, a preview with a threshold to drag, running them, what the
/// last run changed, and how often people confirmed its flags.
class AuditsPage : public Page {
    Q_OBJECT
public:
    explicit AuditsPage(AppContext& context);
    ~AuditsPage() override;

    void projectChanged() override;
    void activated() override;
    void deactivated() override;
    QVector<KeyHelp> keys() const override;
    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

    /// Shows a detector; false when there is none of that id.
    bool selectDetector(const QString& id);
    QString selectedDetector() const { return m_selected; }
    DetectorListModel* detectors() { return &m_model; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Two columns where there is room, else one under the other.
    void arrange(bool wide);
    void buildHeader();
    QWidget* buildFooter();
    QWidget* buildDetail();
    QWidget* buildPrecision();
    QWidget* buildLastRun();
    void load();
    void take(const Result<AuditOverview>& overview);
    void showDetector();
    void showNeeds(const DetectorState& state);
    void showPrecision(const DetectorState& state);
    void showLastRun(const DetectorState& state);
    void showFindings(const DetectorState& state);
    void applyPreset();
    void showPreset();
    void takeParameters();
    void run(const QStringList& detectors);
    void finishRun(const Result<AuditReport>& report);
    void setBusy(bool busy);
    bool isRunning() const;
    /// How many detectors can run and what the last runs changed.
    void showSummary();
    /// The samples that these runs added, kept or resolved; the dataset is for the title.
    void openRun(const QVector<DetectorRunId>& runs, RunChange change, const QString& dataset);
    void openNew(const QVector<DetectorOutcome>& outcomes);
    void openFlags(const QString& dataset, std::optional<FlagState> state = std::nullopt);
    void reviewUntilPrecise();
    const DetectorState* state() const { return m_model.overview().find(m_selected); }

    JobTracker m_tracker;
    DetectorListModel m_model;
    QString m_selected;
    /// "detector.parameter" -> value, where it differs from the default.
    QJsonObject m_settings;
    QString m_chosenPreset;
    bool m_stale = true;
    bool m_active = false;
    /// The list takes the focus once it is there.
    bool m_wantsFocus = false;

    PageHeader* m_header;
    QComboBox* m_preset = nullptr;
    QPushButton* m_runAll = nullptr;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    AuditsList* m_list;
    QStackedWidget* m_footer = nullptr;
    Text* m_summary = nullptr;
    WorkProgress* m_progress;
    QScrollArea* m_scroll = nullptr;
    Text* m_title = nullptr;
    Text* m_description = nullptr;
    Text* m_source = nullptr;
    QPushButton* m_run = nullptr;
    QWidget* m_needs = nullptr;
    QGridLayout* m_grid = nullptr;
    QWidget* m_lastRun = nullptr;
    /// Precision and parameters.
    QWidget* m_side = nullptr;
    AuditPreviewCard* m_preview = nullptr;
    AuditParameters* m_parameters = nullptr;
    Text* m_precisionText = nullptr;
    QPushButton* m_review = nullptr;
    NumberTableModel m_verdicts;
    NumberTableModel m_runs;
    /// What a number of the last run opens: what the run changed, or without a change the dataset's flags.
    struct RunTarget {
        DetectorRunId run;
        std::optional<RunChange> change;
        QString dataset;
    };
    QVector<RunTarget> m_runTargets;
    Text* m_runText = nullptr;
    NumberTableView* m_runTable = nullptr;
    QWidget* m_findings = nullptr;
};

/// The open flags' samples in a random order that the seed fixes, at most `count` of them.
QVector<SampleId> randomQueue(QVector<SampleId> samples, int count, quint64 seed);

} // namespace winnow
