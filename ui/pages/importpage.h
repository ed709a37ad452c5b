// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/importjob.h"
#include "ui/models/importhistorymodel.h"
#include "ui/pages/page.h"

#include <QStandardItemModel>
#include <QTimer>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace winnow {

class CutOffFields;
class DataTable;
class EmptyState;
class MappingForm;
class PageHeader;
class Text;

/// Brings files in: what each is taken for, which column is what, a preview, then the report with what was
/// rejected and why.
class ImportPage : public Page {
    Q_OBJECT
public:
    explicit ImportPage(AppContext& context);
    ~ImportPage() override;

    void projectChanged() override;
    void activated() override;
    bool filesDropped(const QStringList& files) override;
    QVector<KeyHelp> keys() const override;

    bool isBusy() const { return !m_tracker.isIdle(); }

private:
    struct File {
        QString path;
        ImportRequest request;
        std::optional<ImportPlan> plan;
        std::optional<ImportReport> report;
        /// Why the import failed; gone when something of it is changed.
        QString error;
        bool importing = false;

        bool isReady() const { return plan && !plan->problem && !report && error.isEmpty(); }
    };

    static QString roleTitle(ImportRole role);
    QWidget* buildPlan();
    QWidget* buildFields();
    void connectPlan();
    QWidget* buildReport();
    QWidget* buildStart();
    void buildHistory(QVBoxLayout* column);
    void addFiles(const QStringList& files);
    void chooseFiles();
    void planFile(int row);
    void planNext();
    void refuse(const QString& path, const Error& error);
    /// Something of the current file was changed in the form.
    void changed();
    void leaveOut(int row);
    bool isImporting() const;
    void showFiles();
    void showFile();
    void showPlan(const File& file);
    void showProposal(const DatasetProposal& proposal);
    void showReport(const File& file);
    void takeForm();
    /// What the form says of the dataset where that is another than the plan proposes.
    void takeDataset(File& file) const;
    void loadPreview();
    void showPreview(const ImportPreview& preview);
    void alignFields();
    static QStringList planNotes(const ImportPlan& plan);
    void importFile(int row);
    void importNext();
    void saveReport();
    void loadHistory();
    void showHistory(const ImportHistory& history);
    /// Asks, then takes the import of a line back.
    void undoImportOf(int row);
    /// A file whose import was undone can be imported again.
    void forgetReport(ImportId import);
    int currentRow() const;
    File* current();

    JobTracker m_tracker;
    QVector<File> m_files;
    /// Files of one choice that are no files to import.
    QVector<Error> m_refused;
    /// The first file of a choice that can be imported is shown.
    bool m_showNext = false;
    QTimer m_pause;
    bool m_importingAll = false;
    bool m_filling = false;
    QStandardItemModel m_preview;
    QStandardItemModel m_issues;
    ImportHistoryModel m_history;
    /// Files are shown, and not only looked at.
    bool m_filesKnown = false;

    PageHeader* m_header;
    QPushButton* m_choose;
    QPushButton* m_chooseFolder;
    QPushButton* m_importAll;
    QPushButton* m_before;
    QStackedWidget* m_stack;
    QListWidget* m_list = nullptr;
    QStackedWidget* m_detail = nullptr;
    EmptyState* m_empty = nullptr;
    Text* m_historyTitle = nullptr;
    DataTable* m_historyTable = nullptr;
    Text* m_planTitle = nullptr;
    Text* m_planNotes = nullptr;
    QComboBox* m_role = nullptr;
    QComboBox* m_dataset = nullptr;
    QLineEdit* m_capability = nullptr;
    QComboBox* m_scorer = nullptr;
    CutOffFields* m_cutOffs = nullptr;
    QLineEdit* m_model = nullptr;
    QComboBox* m_condition = nullptr;
    QLineEdit* m_images = nullptr;
    QToolButton* m_browse = nullptr;
    QGridLayout* m_fields = nullptr;
    Text* m_capabilityLabel = nullptr;
    Text* m_scorerLabel = nullptr;
    Text* m_cutOffsLabel = nullptr;
    Text* m_imagesLabel = nullptr;
    Text* m_modelLabel = nullptr;
    Text* m_conditionLabel = nullptr;
    QWidget* m_plan = nullptr;
    QSplitter* m_planParts = nullptr;
    DataTable* m_previewTable = nullptr;
    QPushButton* m_leaveOut = nullptr;
    MappingForm* m_mapping = nullptr;
    QPushButton* m_import = nullptr;
    Text* m_reportTitle = nullptr;
    Text* m_reportText = nullptr;
    Text* m_issueTitle = nullptr;
    DataTable* m_issueTable = nullptr;
    QPushButton* m_saveReport = nullptr;
};

} // namespace winnow
