// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"
#include "ui/models/exportpreview.h"
#include "ui/pages/computedpage.h"

class QBoxLayout;

namespace winnow {

class ExportCounts;
class ExportForm;
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
    /// How an export ended, and a subfolder to write to where the folder was not ours to replace.
    struct Ending {
        Result<ExportResult> result;
        QString subfolder;
    };
    void finishExport(const Ending& ending);
    void showResult(const ExportResult& result);

    JobTracker m_exports;
    std::optional<ExportPreview> m_preview;
    FilterBox* m_dataset;
    SamplesBox* m_samples;
    QBoxLayout* m_columns;
    ExportCounts* m_counts;
    ExportForm* m_form;
    ExportResultCard* m_result;
};

} // namespace winnow
