// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The widgets of the Import page: the start, a file's plan, a file's report.

#include "ui/models/terms.h"
#include "ui/pages/importpage.h"
#include "ui/util/dialogs.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cutofffields.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/mappingform.h"
#include "ui/widgets/style.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
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
        tr("Benchmarks and model responses as VLMEvalKit TSV, JSON, JSONL, CSV or WebDataset; folders and "
           "zips of them too. What a file holds is worked out from its content and shown before anything is "
           "written."));
    m_empty->addAction(tr("Choose files…"), [this] { chooseFiles(); });
    column->addWidget(m_empty, 1);
    buildHistory(column);
    return content;
}

QWidget* ImportPage::buildPlan()
{
    auto* whole = new QWidget;
    auto* column = columnOf(whole);
    column->setContentsMargins(3 * kUnit, 2 * kUnit, 0, 0);
    m_planTitle = new Text({}, TextSize::Heading);
    m_import = new QPushButton(tr("Import this file"));
    m_import->setObjectName(QStringLiteral("importFile"));
    setButtonTone(m_import, ButtonTone::Primary);
    m_leaveOut = new QPushButton(tr("Leave it out"));
    m_leaveOut->setObjectName(QStringLiteral("leaveOut"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 3 * kUnit, 0);
    head->addWidget(m_planTitle, 1);
    head->addWidget(m_leaveOut);
    head->addWidget(m_import);
    column->addLayout(head);
    m_planNotes = new Text({}, TextSize::Body, Text::Tone::Muted);
    m_planNotes->setObjectName(QStringLiteral("planNotes"));
    m_planNotes->setWordWrap(true);
    m_planNotes->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_plan = new QWidget;
    auto* form = columnOf(m_plan);
    form->setContentsMargins(0, 0, 3 * kUnit, 2 * kUnit);
    form->addWidget(m_planNotes);
    form->addWidget(buildFields());
    form->addSpacing(kUnit);
    form->addWidget(new Text(tr("Which column is what"), TextSize::Heading));
    m_mapping = new MappingForm;
    m_mapping->setObjectName(QStringLiteral("mappingForm"));
    form->addWidget(m_mapping);
    form->addStretch(1);

    // The table stays in view, whatever part of the form is looked at.
    auto* shown = new QWidget;
    auto* below = columnOf(shown);
    below->setContentsMargins(0, kUnit, 3 * kUnit, 2 * kUnit);
    below->addWidget(new Text(tr("Preview"), TextSize::Heading));
    m_previewTable = new DataTable;
    m_previewTable->setObjectName(QStringLiteral("importPreview"));
    m_previewTable->setAccessibleName(tr("Preview"));
    m_previewTable->setModel(&m_preview);
    m_previewTable->setMinimumHeight(18 * kUnit);
    below->addWidget(m_previewTable, 1);

    m_planParts = new QSplitter(Qt::Vertical);
    m_planParts->setChildrenCollapsible(false);
    m_planParts->addWidget(scrolled(m_plan));
    m_planParts->addWidget(shown);
    m_planParts->setStretchFactor(0, 3);
    m_planParts->setStretchFactor(1, 2);
    column->addWidget(m_planParts, 1);
    column->addStretch(0);
    connectPlan();
    return whole;
}

QWidget* ImportPage::buildFields()
{
    auto* fields = new QWidget;
    m_fields = new QGridLayout(fields);
    m_fields->setContentsMargins(0, 0, 0, 0);
    m_fields->setHorizontalSpacing(2 * kUnit);
    m_fields->setVerticalSpacing(kUnit / 2);
    m_fields->setColumnStretch(2, 1);
    const auto add = [this](const QString& title, QWidget* field, QWidget* beside = nullptr) {
        const int row = m_fields->rowCount();
        auto* label = new Text(title);
        label->setBuddy(field);
        field->setFixedWidth(MappingForm::fieldWidth());
        field->setAccessibleName(title);
        m_fields->addWidget(label, row, 0);
        m_fields->addWidget(field, row, 1);
        if (beside) {
            m_fields->addWidget(beside, row, 2, Qt::AlignLeft);
        }
        return label;
    };
    m_role = new FormBox;
    m_role->setObjectName(QStringLiteral("role"));
    for (const ImportRole role : {ImportRole::Samples, ImportRole::Responses, ImportRole::Both}) {
        m_role->addItem(roleTitle(role), int(role));
    }
    m_dataset = new FormBox;
    m_dataset->setEditable(true);
    m_dataset->setObjectName(QStringLiteral("dataset"));
    m_capability = new QLineEdit;
    m_capability->setObjectName(QStringLiteral("capability"));
    m_capability->setPlaceholderText(tr("as in the file"));
    m_scorer = new FormBox;
    m_scorer->setObjectName(QStringLiteral("scorer"));
    fillScorers(m_scorer);
    m_cutOffs = new CutOffFields;
    m_cutOffs->setObjectName(QStringLiteral("cutOffs"));
    m_images = new QLineEdit;
    m_images->setObjectName(QStringLiteral("images"));
    m_images->setPlaceholderText(tr("beside the file"));
    m_browse = new QToolButton;
    m_browse->setObjectName(QStringLiteral("browseImages"));
    m_browse->setIcon(lineIcon(QStringLiteral("folder")));
    setTip(m_browse, tr("Choose the folder of the images"));
    m_browse->setAccessibleName(tr("Choose the folder of the images"));
    m_model = new QLineEdit;
    m_model->setObjectName(QStringLiteral("model"));
    m_model->setPlaceholderText(tr("from the file or its name"));
    m_condition = new FormBox;
    m_condition->setObjectName(QStringLiteral("condition"));
    m_condition->addItem(tr("from the file"), -1);
    for (const Condition condition : kConditions) {
        m_condition->addItem(conditionTitle(condition), int(condition));
    }
    add(tr("Holds"), m_role);
    add(tr("Dataset"), m_dataset);
    m_capabilityLabel = add(tr("Capability"), m_capability);
    m_scorerLabel = add(tr("Scorer of open answers"), m_scorer);
    m_cutOffsLabel = add(tr("Blind cut-off in models"), m_cutOffs);
    showProposal({});
    m_imagesLabel = add(tr("Folder of images"), m_images, m_browse);
    m_modelLabel = add(tr("Model"), m_model);
    m_conditionLabel = add(tr("Condition"), m_condition);
    return fields;
}

void ImportPage::connectPlan()
{
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
            changed();
        }
    });
    connect(m_mapping, &MappingForm::conditionsEdited, this, [this] {
        if (File* file = current()) {
            file->request.conditionMap = m_mapping->conditions();
            changed();
        }
    });
    connect(m_dataset, &QComboBox::currentTextChanged, this, &ImportPage::takeForm);
    connect(m_condition, &QComboBox::activated, this, &ImportPage::takeForm);
    connect(m_scorer, &QComboBox::activated, this, &ImportPage::takeForm);
    connect(m_cutOffs, &CutOffFields::edited, this, &ImportPage::takeForm);
    for (QLineEdit* edit : {m_capability, m_model, m_images}) {
        connect(edit, &QLineEdit::textChanged, this, &ImportPage::takeForm);
    }
    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, [this] { planFile(currentRow()); });
    connect(m_browse, &QToolButton::clicked, this, [this] {
        const QString folder = dialogs::chooseFolder(this, tr("Folder of images"), m_images->text());
        if (!folder.isEmpty()) {
            m_images->setText(folder);
        }
    });
    connect(m_import, &QPushButton::clicked, this, [this] { importFile(currentRow()); });
    connect(m_leaveOut, &QPushButton::clicked, this, [this] {
        const int row = currentRow();
        if (row >= 0 && !m_files.at(row).importing) {
            leaveOut(row);
        }
    });
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
