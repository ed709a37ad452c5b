// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exporter.h"
#include "ui/charts/numbertable.h"
#include "ui/models/exportpreview.h"
#include "ui/pages/page.h"

#include <QPointer>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;

namespace winnow {

class Card;
class ChoiceCard;
class EmptyState;
class NumberTableView;
class PageHeader;
class StatTile;
class Text;
class WorkProgress;

/// Writes what a policy keeps: what will be written is counted first, every count opens its samples, the
/// result is shown with its manifest.
class ExportPage : public Page {
    Q_OBJECT
public:
    explicit ExportPage(AppContext& context);
    ~ExportPage() override;

    void projectChanged() override;
    void activated() override;
    void deactivated() override;
    QVector<KeyHelp> keys() const override;
    void saveState(Preferences& preferences) const override;
    void restoreState(const Preferences& preferences) override;

    QString outPath() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildCounts();
    QWidget* buildForm();
    QWidget* buildResult();
    void count();
    void take(const Result<ExportPreview>& preview);
    void showCounts();
    void showReview();
    void chooseFormat(const QString& id);
    void browse();
    void startExport();
    /// How an export ended, and a subfolder to write to where the folder was not ours to replace.
    struct Ending {
        Result<ExportResult> result;
        QString subfolder;
    };
    void finishExport(const Ending& ending);
    void showResult(const ExportResult& result);
    void setBusy(bool busy);
    void open(int target);
    const Exporter* exporter() const;

    struct Target {
        QString title;
        QVector<SampleId> samples;
    };
    NumberCell countCell(const QString& title, const QVector<SampleId>& samples);

    JobTracker m_tracker;
    std::optional<ExportPreview> m_preview;
    QVector<Target> m_targets;
    bool m_stale = true;
    bool m_active = false;
    QString m_manifest;
    QString m_folder;

    PageHeader* m_header;
    QComboBox* m_dataset;
    QStackedWidget* m_stack;
    QScrollArea* m_scroll;
    EmptyState* m_empty;
    QBoxLayout* m_columns;
    StatTile* m_written = nullptr;
    StatTile* m_changed = nullptr;
    StatTile* m_dropped = nullptr;
    /// How much of what is flagged people looked at, and what goes without them.
    StatTile* m_reviewed = nullptr;
    NumberTableModel m_dispositions;
    NumberTableModel m_reasons;
    NumberTableModel m_datasets;
    Text* m_noReasons = nullptr;
    NumberTableView* m_reasonTable = nullptr;
    QVector<ChoiceCard*> m_formats;
    QComboBox* m_images = nullptr;
    Text* m_imagesHint = nullptr;
    QLineEdit* m_path = nullptr;
    QPushButton* m_browse = nullptr;
    QPushButton* m_export = nullptr;
    /// The export was started from its button.
    bool m_focusAfter = false;
    WorkProgress* m_progress = nullptr;
    Card* m_result = nullptr;
    Text* m_resultTitle = nullptr;
    Text* m_resultText = nullptr;
    NumberTableModel m_manifestModel;
    NumberTableView* m_manifestTable = nullptr;
    QPlainTextEdit* m_manifestText = nullptr;
};

/// A manifest as rows of what and value, for reading.
NumberTable manifestTable(const QJsonObject& manifest);

} // namespace winnow
