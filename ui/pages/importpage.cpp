// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importpage.h"

#include "core/store/importstore.h"
#include "ui/models/tableroles.h"
#include "ui/models/terms.h"
#include "ui/util/dialogs.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/mappingform.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSaveFile>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace winnow {

namespace {

const QString kPlanSlot = QStringLiteral("plan");
const QString kImportSlot = QStringLiteral("import");
const QString kPreviewSlot = QStringLiteral("preview");
const QString kHistorySlot = QStringLiteral("history");

QString roleTitle(ImportRole role)
{
    switch (role) {
    case ImportRole::Samples:
        return ImportPage::tr("Samples");
    case ImportRole::Responses:
        return ImportPage::tr("Model responses");
    case ImportRole::Both:
        return ImportPage::tr("Samples with responses");
    }
    return {};
}

QString severityTitle(ImportIssue::Severity severity)
{
    switch (severity) {
    case ImportIssue::Severity::Rejected:
        return ImportPage::tr("rejected");
    case ImportIssue::Severity::Warning:
        return ImportPage::tr("warning");
    case ImportIssue::Severity::Note:
        return ImportPage::tr("note");
    }
    return {};
}

QStandardItem* cell(const QString& text, bool number = false)
{
    auto* item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), Qt::TextAlignmentRole);
    if (!number && text.size() > 24) {
        item->setToolTip(text.left(2000));
    }
    return item;
}

QScrollArea* scrolled(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    return area;
}

QVBoxLayout* columnOf(QWidget* content)
{
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 3 * kUnit);
    column->setSpacing(kUnit);
    return column;
}

} // namespace

ImportPage::ImportPage(AppContext& app)
    : Page(app)
    , m_tracker(app.jobs())
    , m_header(new PageHeader(tr("Import"), this))
    , m_choose(new QPushButton(lineIcon(QStringLiteral("file")), tr("Choose files…"), m_header))
    , m_importAll(new QPushButton(tr("Import all"), m_header))
    , m_stack(new QStackedWidget(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_choose->setObjectName(QStringLiteral("chooseFiles"));
    m_importAll->setObjectName(QStringLiteral("importAll"));
    setButtonTone(m_importAll, ButtonTone::Primary);
    m_header->addControl(m_choose);
    m_header->addControl(m_importAll);
    layout->addWidget(m_header);
    layout->addWidget(new Rule(Qt::Horizontal));
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(buildStart());

    auto* splitter = new QSplitter;
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("importFiles"));
    m_list->setAccessibleName(tr("Files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMinimumWidth(28 * kUnit);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_detail = new QStackedWidget;
    m_detail->addWidget(buildPlan());
    m_detail->addWidget(buildReport());
    splitter->addWidget(m_list);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({32 * kUnit, 100 * kUnit});
    m_stack->addWidget(splitter);

    connect(m_choose, &QPushButton::clicked, this, &ImportPage::chooseFiles);
    connect(m_importAll, &QPushButton::clicked, this, [this] {
        m_importingAll = true;
        importNext();
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &ImportPage::showFile);
    showFiles();
}

ImportPage::~ImportPage()
{
    m_tracker.waitForAll();
}

QWidget* ImportPage::buildStart()
{
    auto* content = new QWidget;
    auto* column = columnOf(content);
    m_empty = new EmptyState;
    m_empty->set(QStringLiteral("import"), tr("Drop files here"),
        tr("Benchmarks and model responses as VLMEvalKit TSV, JSON, JSONL or CSV. What a file holds is "
           "worked out from "
           "its content and shown before anything is written."));
    m_empty->addAction(tr("Choose files…"), [this] { chooseFiles(); });
    column->addWidget(m_empty, 1);
    m_historyTitle = new Text(tr("Imported so far"), TextSize::Heading);
    column->addWidget(m_historyTitle);
    m_history.setHorizontalHeaderLabels({tr("File"), tr("Kind"), tr("New"), tr("Changed"), tr("Unchanged"),
        tr("Rejected"), tr("Warnings"), tr("When")});
    m_historyTable = new DataTable;
    m_historyTable->setModel(&m_history);
    m_historyTable->setStretchColumn(0);
    m_historyTable->setFitsRows(8);
    m_historyTable->setAccessibleName(m_historyTitle->text());
    column->addWidget(m_historyTable);
    return content;
}

QWidget* ImportPage::buildPlan()
{
    auto* content = new QWidget;
    auto* column = columnOf(content);
    m_planTitle = new Text({}, TextSize::Heading);
    m_planNotes = new Text({}, TextSize::Body, Text::Tone::Muted);
    m_planNotes->setWordWrap(true);
    m_planNotes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_planTitle);
    column->addWidget(m_planNotes);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * kUnit);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_role = new QComboBox;
    m_role->setObjectName(QStringLiteral("role"));
    for (const ImportRole role : {ImportRole::Samples, ImportRole::Responses, ImportRole::Both}) {
        m_role->addItem(roleTitle(role), int(role));
    }
    m_dataset = new QComboBox;
    m_dataset->setEditable(true);
    m_dataset->setObjectName(QStringLiteral("dataset"));
    m_dataset->setMinimumWidth(34 * kUnit);
    m_capability = new QLineEdit;
    m_capability->setObjectName(QStringLiteral("capability"));
    m_capability->setMinimumWidth(34 * kUnit);
    m_capability->setPlaceholderText(tr("as in the file"));
    m_images = new QLineEdit;
    m_images->setMinimumWidth(34 * kUnit);
    m_images->setPlaceholderText(tr("beside the file"));
    auto* imagesRow = new QWidget;
    auto* imagesLine = new QHBoxLayout(imagesRow);
    imagesLine->setContentsMargins(0, 0, 0, 0);
    auto* browse = new QToolButton;
    browse->setIcon(lineIcon(QStringLiteral("folder")));
    browse->setToolTip(tr("Choose the folder of the images"));
    browse->setAccessibleName(browse->toolTip());
    imagesLine->addWidget(m_images);
    imagesLine->addWidget(browse);
    form->addRow(tr("Holds"), m_role);
    form->addRow(tr("Dataset"), m_dataset);
    form->addRow(tr("Capability"), m_capability);
    form->addRow(tr("Folder of images"), imagesRow);
    column->addSpacing(kUnit);
    column->addLayout(form);
    m_responseFields = new QWidget;
    auto* responseForm = new QFormLayout(m_responseFields);
    responseForm->setContentsMargins(0, 0, 0, 0);
    responseForm->setHorizontalSpacing(2 * kUnit);
    responseForm->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    responseForm->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    m_model = new QLineEdit;
    m_model->setObjectName(QStringLiteral("model"));
    m_model->setMinimumWidth(34 * kUnit);
    m_model->setPlaceholderText(tr("from the file or its name"));
    m_condition = new QComboBox;
    m_condition->setObjectName(QStringLiteral("condition"));
    m_condition->addItem(tr("from the file"), -1);
    for (const Condition condition : kConditions) {
        m_condition->addItem(conditionTitle(condition), int(condition));
    }
    responseForm->addRow(tr("Model"), m_model);
    responseForm->addRow(tr("Condition"), m_condition);
    column->addWidget(m_responseFields);

    auto* buttons = new QHBoxLayout;
    m_import = new QPushButton(tr("Import this file"));
    m_import->setObjectName(QStringLiteral("importFile"));
    setButtonTone(m_import, ButtonTone::Primary);
    auto* remove = new QPushButton(tr("Leave it out"));
    buttons->addWidget(m_import);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    column->addSpacing(kUnit);
    column->addLayout(buttons);

    column->addSpacing(2 * kUnit);
    column->addWidget(new Text(tr("Which column is what"), TextSize::Heading));
    m_mapping = new MappingForm;
    column->addWidget(m_mapping);
    column->addSpacing(2 * kUnit);
    column->addWidget(new Text(tr("Preview"), TextSize::Heading));
    auto* table = new DataTable;
    table->setObjectName(QStringLiteral("importPreview"));
    table->setAccessibleName(tr("Preview"));
    table->setModel(&m_preview);
    table->setFitsRows(10);
    column->addWidget(table);
    column->addStretch(1);

    connect(m_role, &QComboBox::activated, this, [this] {
        if (File* file = current()) {
            file->request.role = ImportRole(m_role->currentData().toInt());
            file->request.mapping.reset();
            planFile(currentRow());
        }
    });
    connect(m_mapping, &MappingForm::edited, this, [this] {
        if (File* file = current()) {
            file->request.mapping = m_mapping->mapping();
            loadPreview();
        }
    });
    connect(m_dataset, &QComboBox::currentTextChanged, this, &ImportPage::takeForm);
    connect(m_condition, &QComboBox::activated, this, &ImportPage::takeForm);
    for (QLineEdit* edit : {m_capability, m_model, m_images}) {
        connect(edit, &QLineEdit::textChanged, this, &ImportPage::takeForm);
    }
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString folder = dialogs::chooseFolder(this, tr("Folder of images"), m_images->text());
        if (!folder.isEmpty()) {
            m_images->setText(folder);
        }
    });
    connect(m_import, &QPushButton::clicked, this, [this] { importFile(currentRow()); });
    connect(remove, &QPushButton::clicked, this, [this] {
        const int row = currentRow();
        if (row >= 0 && !m_files.at(row).importing) {
            m_tracker.cancel(kPlanSlot);
            m_files.removeAt(row);
            showFiles();
            planNext();
        }
    });
    return scrolled(content);
}

QWidget* ImportPage::buildReport()
{
    auto* content = new QWidget;
    auto* column = columnOf(content);
    m_reportTitle = new Text({}, TextSize::Heading);
    m_reportText = new Text({});
    m_reportText->setWordWrap(true);
    m_reportText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QHBoxLayout;
    auto* open = new QPushButton(tr("Open the samples"));
    open->setObjectName(QStringLiteral("openImported"));
    setButtonTone(open, ButtonTone::Primary);
    m_saveReport = new QPushButton(tr("Save the report…"));
    m_saveReport->setObjectName(QStringLiteral("saveReport"));
    buttons->addWidget(open);
    buttons->addWidget(m_saveReport);
    buttons->addStretch(1);
    m_issueTitle = new Text(tr("What was found"), TextSize::Heading);
    m_issueTable = new DataTable;
    m_issueTable->setObjectName(QStringLiteral("issues"));
    m_issueTable->setAccessibleName(tr("What was found"));
    m_issueTable->setModel(&m_issues);
    m_issues.setHorizontalHeaderLabels(
        {tr("State"), tr("Line"), tr("Column"), tr("Found"), tr("Expected"), tr("Sample")});
    m_issueTable->setStretchColumn(4);
    column->addWidget(m_reportTitle);
    column->addWidget(m_reportText);
    column->addSpacing(kUnit);
    column->addLayout(buttons);
    column->addSpacing(kUnit);
    column->addWidget(m_issueTitle);
    column->addWidget(m_issueTable, 1);
    column->addStretch(0);
    connect(open, &QPushButton::clicked, this, [this] {
        if (const File* file = current(); file && file->report) {
            SampleFilter filter;
            filter.datasets = {file->report->dataset};
            context().openSamples(filter);
        }
    });
    connect(m_saveReport, &QPushButton::clicked, this, &ImportPage::saveReport);
    return content;
}

void ImportPage::projectChanged()
{
    m_tracker.waitForAll();
    m_files.clear();
    m_importingAll = false;
    showFiles();
    loadHistory();
}

void ImportPage::activated()
{
    loadHistory();
}

QVector<KeyHelp> ImportPage::keys() const
{
    return {{QStringLiteral("↑ ↓"), tr("Choose a file")}, {QStringLiteral("Tab"), tr("Next field")}};
}

bool ImportPage::filesDropped(const QStringList& files)
{
    addFiles(files);
    return true;
}

void ImportPage::chooseFiles()
{
    addFiles(dialogs::openFiles(this, tr("Import files"),
        tr("Benchmarks and responses (*.tsv *.csv *.json *.jsonl *.ndjson *.txt)") + QStringLiteral(";;")
            + tr("All files (*)")));
}

void ImportPage::addFiles(const QStringList& files)
{
    for (const QString& path : files) {
        File file;
        file.path = QFileInfo(path).absoluteFilePath();
        file.request.file = file.path;
        m_files.append(file);
    }
    if (!files.isEmpty()) {
        showFiles();
        m_list->setCurrentRow(int(m_files.size() - files.size()));
        planNext();
    }
}

int ImportPage::currentRow() const
{
    return m_list->currentRow();
}

ImportPage::File* ImportPage::current()
{
    const int row = currentRow();
    return row >= 0 && row < m_files.size() ? &m_files[row] : nullptr;
}

void ImportPage::planNext()
{
    for (int row = 0; row < m_files.size(); ++row) {
        const File& file = m_files.at(row);
        if (!file.plan && !file.report && file.error.isEmpty()) {
            planFile(row);
            return;
        }
    }
}

void ImportPage::planFile(int row)
{
    if (!context().project()) {
        return;
    }
    m_tracker.start(
        kPlanSlot, {},
        [project = context().project(), request = m_files.at(row).request](
            Progress&) { return planImport(*project, request); },
        [this, path = m_files.at(row).path](Result<ImportPlan> plan) {
            for (File& file : m_files) {
                if (file.path != path || file.report) {
                    continue;
                }
                if (plan) {
                    file.error.clear();
                    file.plan = *plan;
                } else {
                    file.error = errorText(plan.error());
                }
            }
            showFiles();
            planNext();
        });
}

void ImportPage::showFiles()
{
    const int row = currentRow();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const File& file : std::as_const(m_files)) {
            QString state = tr("reading…");
            QString icon = QStringLiteral("file");
            if (file.importing) {
                state = tr("importing…");
            } else if (file.report) {
                const qint64 count = file.report->samples.total() + file.report->responses.total();
                state = file.report->rejected > 0
                    ? tr("%1 records, %2 rejected")
                          .arg(formatCount(count), formatCount(file.report->rejected))
                    : tr("%1 records").arg(formatCount(count));
                icon = file.report->rejected > 0 ? QStringLiteral("warning") : QStringLiteral("confirm");
            } else if (!file.error.isEmpty()) {
                state = tr("cannot be imported");
                icon = QStringLiteral("error");
            } else if (file.plan) {
                state = roleTitle(file.plan->mapping.role) + QStringLiteral(" → ") + file.plan->dataset;
            }
            auto* item = new QListWidgetItem(
                lineIcon(icon), QFileInfo(file.path).fileName() + u'\n' + state, m_list);
            item->setToolTip(file.path);
        }
        m_list->setCurrentRow(m_files.isEmpty() ? -1 : qBound<int>(0, row, int(m_files.size()) - 1));
    }
    bool ready = false;
    for (const File& file : std::as_const(m_files)) {
        ready |= file.plan && !file.report && !file.importing;
    }
    const bool writable = context().project() && !context().project()->isReadOnly();
    m_importAll->setVisible(m_files.size() > 1);
    m_importAll->setEnabled(ready && writable && !m_tracker.isRunning(kImportSlot));
    m_stack->setCurrentIndex(m_files.isEmpty() ? 0 : 1);
    showFile();
}

void ImportPage::showFile()
{
    const File* file = current();
    if (!file) {
        return;
    }
    m_detail->setCurrentIndex(file->report ? 1 : 0);
    if (file->report) {
        showReport(*file);
    } else {
        showPlan(*file);
    }
}

void ImportPage::showPlan(const File& file)
{
    m_filling = true;
    m_planTitle->setText(QFileInfo(file.path).fileName());
    QStringList notes;
    if (!file.error.isEmpty()) {
        notes.append(file.error);
    }
    if (file.plan) {
        notes.append(tr("%1, %2 records looked at.")
                         .arg(file.plan->formatTitle, formatCount(file.plan->profile.rows)));
        if (file.plan->remembered) {
            notes.append(tr("The columns are mapped as the last time a file had them."));
        }
        notes += file.plan->mapping.notes;
        if (file.plan->mapping.role != ImportRole::Samples && !file.plan->newDataset) {
            notes.append(tr("%1 of the first keys are samples of the dataset %2.")
                             .arg(formatPercent(file.plan->matchingKeys, 0), file.plan->dataset));
        }
        if (!file.plan->mapping.responses.isEmpty()) {
            QStringList models;
            for (const ResponseColumns& columns : file.plan->mapping.responses) {
                models.append(columns.model.isEmpty() ? columns.response : columns.model);
            }
            notes.append(tr("Response columns: %1.").arg(models.mid(0, 12).join(QLatin1String(", "))));
        }
    }
    m_planNotes->setText(notes.join(u'\n'));
    m_planNotes->setTone(file.error.isEmpty() ? Text::Tone::Muted : Text::Tone::Negative);
    const bool usable = file.plan.has_value() && file.error.isEmpty();
    const bool writable = context().project() && !context().project()->isReadOnly();
    m_import->setEnabled(usable && writable && !file.importing && !m_tracker.isRunning(kImportSlot));
    for (QWidget* field :
        std::initializer_list<QWidget*>{m_role, m_dataset, m_capability, m_images, m_mapping}) {
        field->setEnabled(usable);
    }
    if (file.plan) {
        const ImportRole role = file.plan->mapping.role;
        m_role->setCurrentIndex(m_role->findData(int(role)));
        m_responseFields->setVisible(role != ImportRole::Samples);
        m_dataset->setEditText(file.request.dataset.isEmpty() ? file.plan->dataset : file.request.dataset);
        m_capability->setText(file.request.capability);
        m_model->setText(file.request.model);
        m_images->setText(file.request.imagesDir);
        m_condition->setCurrentIndex(
            file.request.condition ? m_condition->findData(int(*file.request.condition)) : 0);
        QStringList columns;
        for (const ColumnProfile& profile : file.plan->profile.columns) {
            columns.append(profile.name);
        }
        m_mapping->show(file.request.mapping.value_or(file.plan->mapping), columns);
        loadPreview();
    }
    m_filling = false;
}

void ImportPage::takeForm()
{
    File* file = current();
    if (m_filling || !file || !file->plan) {
        return;
    }
    const QString dataset = m_dataset->currentText().trimmed();
    file->request.dataset
        = dataset == file->plan->dataset && file->request.dataset.isEmpty() ? QString() : dataset;
    file->request.capability = m_capability->text().trimmed();
    file->request.model = m_model->text().trimmed();
    file->request.imagesDir = m_images->text().trimmed();
    const int condition = m_condition->currentData().toInt();
    file->request.condition = condition < 0 ? std::nullopt : std::optional(Condition(condition));
}

void ImportPage::loadPreview()
{
    const File* file = current();
    if (!file || !file->plan) {
        return;
    }
    m_tracker.start(
        kPreviewSlot, {},
        [path = file->path, mapping = file->request.mapping.value_or(file->plan->mapping)](
            Progress&) { return previewMapping(path, mapping, 20); },
        [this](const Result<MappedPreview>& preview) {
            m_preview.clear();
            if (!preview) {
                context().notify(preview.error());
                return;
            }
            QStringList titles;
            for (const QString& id : preview->fields) {
                const ImportField* field = importFieldById(id);
                titles.append(field ? importFieldTitle(*field) : id);
            }
            m_preview.setHorizontalHeaderLabels(titles);
            for (const QStringList& texts : preview->rows) {
                QList<QStandardItem*> row;
                for (const QString& text : texts) {
                    row.append(cell(text.simplified().left(300)));
                }
                m_preview.appendRow(row);
            }
        });
}

void ImportPage::importNext()
{
    for (int row = 0; row < m_files.size(); ++row) {
        const File& file = m_files.at(row);
        if (file.plan && !file.report && file.error.isEmpty()) {
            importFile(row);
            return;
        }
    }
    m_importingAll = false;
}

void ImportPage::importFile(int row)
{
    if (row < 0 || !context().project() || m_tracker.isRunning(kImportSlot)) {
        return;
    }
    File& file = m_files[row];
    file.importing = true;
    showFiles();
    m_tracker.start(
        kImportSlot, tr("Importing %1").arg(QFileInfo(file.path).fileName()),
        [project = context().project(), request = file.request](
            Progress& progress) { return runImport(*project, request, progress); },
        [this, path = file.path](const Result<ImportReport>& report) {
            for (File& done : m_files) {
                if (done.path != path || !done.importing) {
                    continue;
                }
                done.importing = false;
                if (report) {
                    done.report = *report;
                } else if (report.error().code == ErrorCode::Cancelled) {
                    context().notify({Message::Kind::Info,
                        tr("The import was stopped; the project is as before"), {}, {}, {}});
                    m_importingAll = false;
                } else {
                    done.error = errorText(report.error());
                    context().notify(report.error());
                }
            }
            showFiles();
            // Other files may belong to the dataset that now exists.
            for (File& other : m_files) {
                if (!other.report && other.error.isEmpty() && !m_importingAll) {
                    other.plan.reset();
                }
            }
            m_importingAll ? importNext() : planNext();
        });
}

void ImportPage::showReport(const File& file)
{
    const ImportReport& report = *file.report;
    m_reportTitle->setText(QFileInfo(file.path).fileName() + QStringLiteral(" → ") + report.dataset);
    QStringList lines;
    const auto counts = [&](const QString& what, const ImportCounts& number) {
        if (number.total() > 0) {
            lines.append(tr("%1: %2 new, %3 changed, %4 unchanged")
                             .arg(what, formatCount(number.added), formatCount(number.changed),
                                 formatCount(number.unchanged)));
        }
    };
    counts(tr("Samples"), report.samples);
    counts(tr("Responses"), report.responses);
    if (report.rotations > 0) {
        lines.append(tr("%1 rotated rows").arg(formatCount(report.rotations)));
    }
    if (report.images > 0 || report.imagesMissing > 0) {
        lines.append(tr("Images: %1, missing %2, unreadable %3, refused %4")
                         .arg(formatCount(report.images), formatCount(report.imagesMissing),
                             formatCount(report.imagesUnreadable), formatCount(report.imagesRefused)));
    }
    if (report.missingResponses > 0) {
        lines.append(tr("%1 responses are missing; they do not count as wrong")
                         .arg(formatCount(report.missingResponses)));
    }
    lines.append(
        tr("%1 rejected, %2 warnings").arg(formatCount(report.rejected), formatCount(report.warnings)));
    lines += report.messages;
    m_reportText->setText(lines.join(u'\n'));
    m_issues.removeRows(0, m_issues.rowCount());
    for (const ImportIssue& issue : report.issues) {
        QStandardItem* state = cell(severityTitle(issue.severity));
        state->setData(issue.severity == ImportIssue::Severity::Rejected ? -1 : 0, ToneRole);
        m_issues.appendRow({state, cell(issue.line > 0 ? formatCount(issue.line) : QString(), true),
            cell(issue.column), cell(issue.found), cell(issue.expected), cell(issue.sampleKey)});
    }
    m_issueTable->resizeColumnsToContents();
    const bool any = !report.issues.isEmpty();
    m_issueTitle->setVisible(any);
    m_issueTable->setVisible(any);
    m_saveReport->setEnabled(any);
}

void ImportPage::saveReport()
{
    const File* file = current();
    if (!file || !file->report || !context().project()) {
        return;
    }
    const QString path = dialogs::saveFile(this, tr("Save the report"),
        QFileInfo(file->path).completeBaseName() + QStringLiteral("-report.csv"), tr("Tables (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    m_tracker.start(
        QStringLiteral("save"), {},
        [project = context().project(), id = file->report->id, path](Progress&) -> Result<> {
            const auto issues
                = project->read([&](sqlite::Connection& c) { return ImportStore(c).issues(id); });
            if (!issues) {
                return tl::unexpected<Error>(issues.error());
            }
            QSaveFile out(path);
            if (!out.open(QIODevice::WriteOnly) || out.write(issuesToCsv(*issues)) < 0 || !out.commit()) {
                return fail(ErrorCode::Io, QStringLiteral("Cannot write %1: %2").arg(path, out.errorString()),
                    QStringLiteral("Choose another folder or make room on the disk."));
            }
            return {};
        },
        [this, path](const Result<>& saved) {
            if (saved) {
                context().notify({Message::Kind::Success, tr("Saved %1").arg(path), {}, {}, {}});
            } else {
                context().notify(saved.error());
            }
        });
}

void ImportPage::loadHistory()
{
    if (!context().project()) {
        m_history.removeRows(0, m_history.rowCount());
        return;
    }
    m_tracker.start(
        kHistorySlot, {},
        [project = context().project()](
            Progress&) { return project->read([](sqlite::Connection& c) { return ImportStore(c).all(); }); },
        [this](const Result<QVector<ImportRecord>>& records) {
            m_history.removeRows(0, m_history.rowCount());
            for (const ImportRecord& record : records.value_or(QVector<ImportRecord>{})) {
                QStandardItem* name = cell(QFileInfo(record.file).fileName());
                name->setToolTip(record.file);
                m_history.appendRow({name,
                    cell(record.role == QLatin1String("samples")        ? tr("Samples")
                            : record.role == QLatin1String("responses") ? tr("Model responses")
                                                                        : tr("Judgements")),
                    cell(formatCount(record.added), true), cell(formatCount(record.changed), true),
                    cell(formatCount(record.unchanged), true), cell(formatCount(record.rejected), true),
                    cell(formatCount(record.warnings), true),
                    cell(record.finishedAt.left(16).replace(u'T', u' '))});
            }
            m_historyTitle->setVisible(m_history.rowCount() > 0);
            m_historyTable->setVisible(m_history.rowCount() > 0);
        });
}

} // namespace winnow
