// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The widgets of the Import page: the start with its history, a file's plan, a file's report.

#include "ui/models/terms.h"
#include "ui/pages/importpage.h"
#include "ui/util/dialogs.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/mappingform.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace winnow {

namespace {

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
    setTip(browse, tr("Choose the folder of the images"));
    browse->setAccessibleName(tr("Choose the folder of the images"));
    imagesLine->addWidget(m_images);
    imagesLine->addWidget(browse);
    addFormRow(form, tr("Holds"), m_role);
    addFormRow(form, tr("Dataset"), m_dataset);
    addFormRow(form, tr("Capability"), m_capability);
    addFormRow(form, tr("Folder of images"), imagesRow);
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
    addFormRow(responseForm, tr("Model"), m_model);
    addFormRow(responseForm, tr("Condition"), m_condition);
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
            leaveOut(row);
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

} // namespace winnow
