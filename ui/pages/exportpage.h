// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"
#include "core/suite/suite.h"
#include "ui/models/exportpreview.h"
#include "ui/pages/computedpage.h"

class QBoxLayout;

namespace winnow {

class ExportCounts;
class ExportForm;
class ExportSuite;
class ExportResultCard;
class FilterBox;
class SamplesBox;

/// Writes what a policy keeps: what will be written is counted first, every count opens its samples, the
/// result is shown with its manifest.
class ExportPage : public ComputedPage {
    Q_OBJECT
public:
    explicit ExportPage(AppContext& context);
    ~ExportPage() override;

    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

    QString outPath() const;

protected:
    void forget() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void connectParts();
    ExportSelection selection() const;
    void show(const ExportPreview& preview);
    void startExport();
    /// The same without writing.
    void startTrial();
    void startSuite();
    void finishSuite(const Result<SuiteResult>& result);
    struct Asked {
        QVector<const Exporter*> exporters;
        ExportSelection selection;
        ExportOptions options;
    };
    Asked asked() const;
    /// One after the other; each in a folder of its name where there are several.
    static Result<QVector<ExportResult>> runAll(Project& project, const Asked& asked, Progress& progress);
    /// How an export ended, and a subfolder to write to where the folder was not ours to replace.
    struct Ending {
        Result<QVector<ExportResult>> result;
        QString subfolder;
    };
    void finishExport(const Ending& ending);
    void showResults(const QVector<ExportResult>& results);

    JobTracker m_exports;
    std::optional<ExportPreview> m_preview;
    FilterBox* m_dataset;
    SamplesBox* m_samples;
    QBoxLayout* m_columns;
    ExportCounts* m_counts;
    ExportForm* m_form;
    ExportSuite* m_suite;
    ExportResultCard* m_result;
};

} // namespace winnow
