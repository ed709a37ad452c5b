// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importplanview.h"

#include "ui/models/importcontroller.h"
#include "ui/models/terms.h"
#include "ui/pages/importfields.h"
#include "ui/pages/importpreviewtable.h"
#include "ui/pages/mappingbuttons.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/mappingform.h"
#include "ui/widgets/modelnamesform.h"
#include "ui/widgets/style.h"

#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace winnow {

ImportPlanView::ImportPlanView(ImportController& import, QWidget* parent)
    : QWidget(parent)
    , m_import(import)
    , m_title(new Text({}, TextSize::Heading))
    , m_leaveOut(new QPushButton(tr("Leave it out")))
    , m_start(new QPushButton(tr("Import this file")))
    , m_parts(new QSplitter(Qt::Vertical))
    , m_form(new QWidget)
    , m_notes(new Text({}, TextSize::Body, Text::Tone::Muted))
    , m_fields(new ImportFields)
    , m_mappings(new MappingButtons(import))
    , m_mapping(new MappingForm)
    , m_models(new ModelNamesForm)
    , m_preview(new ImportPreviewTable)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kUnit, 2 * kUnit, 0, 0);
    column->setSpacing(kUnit);
    m_start->setObjectName(QStringLiteral("importFile"));
    setButtonTone(m_start, ButtonTone::Primary);
    m_leaveOut->setObjectName(QStringLiteral("leaveOut"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 3 * kUnit, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_leaveOut);
    head->addWidget(m_start);
    column->addLayout(head);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(makeForm());
    m_parts->addWidget(makeBelow());
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 2);
    // However long the form is.
    m_parts->setSizes({3000, 2000});
    column->addWidget(m_parts, 1);
    column->addStretch(0);
    connectForm();
}

QWidget* ImportPlanView::makeForm()
{
    m_notes->setObjectName(QStringLiteral("planNotes"));
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_mapping->setObjectName(QStringLiteral("mappingForm"));
    auto* rows = new QVBoxLayout(m_form);
    rows->setContentsMargins(0, 0, 3 * kUnit, 2 * kUnit);
    rows->setSpacing(kUnit);
    rows->addWidget(m_notes);
    rows->addWidget(m_fields);
    rows->addSpacing(kUnit);
    auto* head = new QHBoxLayout;
    head->addWidget(new Text(tr("Which column is what"), TextSize::Heading), 1);
    head->addWidget(m_mappings);
    rows->addLayout(head);
    rows->addWidget(m_mapping);
    rows->addWidget(m_models);
    rows->addStretch(1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(m_form);
    return area;
}

QWidget* ImportPlanView::makeBelow()
{
    auto* below = new QWidget;
    auto* rows = new QVBoxLayout(below);
    rows->setContentsMargins(0, kUnit, 3 * kUnit, 2 * kUnit);
    rows->setSpacing(kUnit);
    rows->addWidget(new Text(tr("Preview"), TextSize::Heading));
    rows->addWidget(m_preview, 1);
    return below;
}

void ImportPlanView::connectForm()
{
    connect(m_start, &QPushButton::clicked, &m_import, &ImportController::importThis);
    connect(m_leaveOut, &QPushButton::clicked, &m_import, &ImportController::leaveOut);
    connect(m_fields, &ImportFields::roleChosen, &m_import, &ImportController::setRole);
    connect(m_fields, &ImportFields::edited, &m_import, [this] { m_import.setForm(m_fields->form()); });
    connect(m_mapping, &MappingForm::edited, &m_import,
        [this] { m_import.say([this](ImportRequest& r) { r.mapping = m_mapping->mapping(); }); });
    connect(m_mapping, &MappingForm::conditionsEdited, &m_import,
        [this] { m_import.say([this](ImportRequest& r) { r.conditionMap = m_mapping->conditions(); }); });
    connect(m_models, &ModelNamesForm::edited, &m_import,
        [this] { m_import.say([this](ImportRequest& r) { r.modelMap = m_models->models(); }); });
}

void ImportPlanView::showFile()
{
    const ImportFile& file = *m_import.queue().file();
    m_title->setText(file.name());
    m_parts->setVisible(file.plan.has_value());
    m_start->setEnabled(m_import.runner().canImport(file));
    m_leaveOut->setEnabled(!file.importing);
    m_form->setEnabled(!file.importing);
    if (std::exchange(m_shown, file.id) != file.id) {
        m_mapping->showConditions({}, {});
        m_models->show({}, {}, {});
    }
    m_mappings->refresh();
    if (!file.plan) {
        return;
    }
    showNotes();
    m_fields->showFile(file);
    QStringList columns;
    for (const ColumnProfile& profile : file.plan->profile.columns) {
        columns.append(profile.name);
    }
    m_mapping->show(file.mapping(), columns);
    align();
}

void ImportPlanView::showNotes()
{
    const ImportFile& file = *m_import.queue().file();
    const std::optional<Error> wrong = file.error ? file.error : file.plan->problem;
    m_notes->setText(wrong ? errorText(*wrong) : notesOf(*file.plan));
    m_notes->setTone(wrong ? Text::Tone::Negative : Text::Tone::Muted);
}

void ImportPlanView::showPreview()
{
    const auto& preview = m_import.preview();
    m_preview->showPreview(preview);
    const ImportFile* file = m_import.queue().file();
    if (preview && file) {
        m_mapping->showConditions(preview->conditions, file->request.conditionMap);
        m_models->show(preview->models, file->request.modelMap, preview->knownModels);
        align();
    }
}

QString ImportPlanView::notesOf(const ImportPlan& plan)
{
    QStringList notes;
    notes.append(
        tr("%1, %Ln records looked at.", nullptr, int(plan.profile.rows)).arg(coreText(plan.formatTitle)));
    if (const KnownDataset* known = plan.proposal.known) {
        notes.append(tr("Known by name: %1 of the DatBench suite (%2). What is usual for it stands below.")
                         .arg(QString::fromUtf8(known->name), QString::fromUtf8(known->source)));
    }
    if (const DatasetProposal& said = plan.proposal; !said.scorerReason.isEmpty() && !said.known) {
        notes.append(tr("Replies to open questions are scored: %1 (%2).")
                         .arg(said.scorer.isEmpty() ? tr("by the kind of sample") : said.scorer,
                             sentenceText(said.scorerReason)));
    }
    if (plan.remembered) {
        notes.append(tr("The columns are mapped as the last time a file had them."));
    }
    for (const Sentence& note : plan.mapping.notes) {
        notes.append(sentenceText(note));
    }
    if (plan.mapping.role != ImportRole::Samples && !plan.newDataset) {
        notes.append(tr("%1 of the first keys are samples of the dataset %2.")
                         .arg(formatPercent(plan.matchingKeys, 0), plan.dataset));
    }
    if (!plan.mapping.responses.isEmpty()) {
        QStringList models;
        for (const ResponseColumns& columns : plan.mapping.responses) {
            const QString said = columns.response.isEmpty() ? columns.prediction : columns.response;
            models.append(!columns.model.isEmpty() ? columns.model : said.isEmpty() ? columns.score : said);
        }
        notes.append(tr("Response columns: %1.").arg(models.mid(0, 12).join(QLatin1String(", "))));
    }
    return notes.join(u'\n');
}

void ImportPlanView::align()
{
    const int widest = std::max({m_mapping->labelWidth(), m_fields->labelWidth(), m_models->labelWidth()});
    m_fields->setLabelWidth(widest);
    m_mapping->setLabelWidth(widest);
    m_models->setLabelWidth(widest);
}

} // namespace winnow
