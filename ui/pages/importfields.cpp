// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/importfields.h"

#include "ui/models/importcontroller.h"
#include "ui/models/terms.h"
#include "ui/util/dialogs.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cutofffields.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/mappingform.h"

#include <QGridLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QToolButton>

namespace winnow {

ImportFields::ImportFields(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_role(new FormBox)
    , m_dataset(new FormBox)
    , m_capability(new QLineEdit)
    , m_scorer(new FormBox)
    , m_cutOffs(new CutOffFields)
    , m_images(new QLineEdit)
    , m_model(new QLineEdit)
    , m_condition(new FormBox)
    , m_setting(new QLineEdit)
    , m_attempt(new QLineEdit)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * kUnit);
    m_grid->setVerticalSpacing(kUnit / 2);
    m_grid->setColumnStretch(2, 1);
    for (const ImportRole role : {ImportRole::Samples, ImportRole::Responses, ImportRole::Both}) {
        m_role->addItem(ImportController::roleTitle(role), int(role));
    }
    m_dataset->setEditable(true);
    m_capability->setPlaceholderText(tr("as in the file"));
    fillScorers(m_scorer);
    m_images->setPlaceholderText(tr("beside the file"));
    m_model->setPlaceholderText(tr("from the file or its name"));
    m_condition->addItem(tr("from the file"), -1);
    for (const Condition condition : kConditions) {
        m_condition->addItem(conditionTitle(condition), int(condition));
    }
    m_setting->setPlaceholderText(tr("from the file or its name"));
    m_attempt->setPlaceholderText(tr("from the file or its name"));
    constexpr int kMostAttempts = 60'000;
    m_attempt->setValidator(new QIntValidator(1, kMostAttempts, m_attempt));
    make();
    connectFields();
}

void ImportFields::make()
{
    add(tr("Holds"), QStringLiteral("role"), m_role);
    add(tr("Dataset"), QStringLiteral("dataset"), m_dataset);
    m_capabilityRow = add(tr("Capability"), QStringLiteral("capability"), m_capability);
    m_knownRows = add(tr("Scorer of open answers"), QStringLiteral("scorer"), m_scorer);
    m_knownRows += add(tr("Blind cut-off in models"), QStringLiteral("cutOffs"), m_cutOffs);
    setShown(m_knownRows, false);
    m_imagesRow = add(tr("Folder of images"), QStringLiteral("images"), m_images, makeBrowse());
    m_responseRows = add(tr("Model"), QStringLiteral("model"), m_model);
    m_responseRows += add(tr("Condition"), QStringLiteral("condition"), m_condition);
    m_responseRows += add(tr("Setting of the run"), QStringLiteral("setting"), m_setting);
    m_responseRows += add(tr("Attempt"), QStringLiteral("attempt"), m_attempt);
}

ImportFields::Row ImportFields::add(
    const QString& title, const QString& name, QWidget* field, QWidget* beside)
{
    const int row = m_grid->rowCount();
    auto* label = new Text(title);
    label->setBuddy(field);
    field->setObjectName(name);
    field->setFixedWidth(MappingForm::fieldWidth());
    field->setAccessibleName(title);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(field, row, 1);
    Row shown{label, field};
    if (beside) {
        m_grid->addWidget(beside, row, 2, Qt::AlignLeft);
        shown.append(beside);
    }
    return shown;
}

QWidget* ImportFields::makeBrowse()
{
    auto* browse = new QToolButton;
    browse->setObjectName(QStringLiteral("browseImages"));
    browse->setIcon(lineIcon(QStringLiteral("folder")));
    setTip(browse, tr("Choose the folder of the images"));
    browse->setAccessibleName(tr("Choose the folder of the images"));
    connect(browse, &QToolButton::clicked, this, [this] {
        const QString folder = dialogs::chooseFolder(this, tr("Folder of images"), m_images->text());
        if (!folder.isEmpty()) {
            m_images->setText(folder);
        }
    });
    return browse;
}

void ImportFields::connectFields()
{
    const auto tell = [this] {
        if (!m_filling) {
            emit edited();
        }
    };
    connect(m_role, &QComboBox::activated, this,
        [this] { emit roleChosen(ImportRole(m_role->currentData().toInt())); });
    connect(m_dataset, &QComboBox::currentTextChanged, this, tell);
    connect(m_condition, &QComboBox::activated, this, tell);
    connect(m_scorer, &QComboBox::activated, this, tell);
    connect(m_cutOffs, &CutOffFields::edited, this, tell);
    for (QLineEdit* edit : {m_capability, m_model, m_images, m_setting, m_attempt}) {
        connect(edit, &QLineEdit::textChanged, this, tell);
    }
}

void ImportFields::setShown(const Row& row, bool shown)
{
    for (QWidget* each : row) {
        each->setVisible(shown);
    }
}

void ImportFields::showFile(const ImportFile& file)
{
    m_filling = true;
    const ImportRole role = file.role();
    const bool known = file.plan->proposal.known != nullptr;
    m_role->setCurrentIndex(m_role->findData(int(role)));
    setShown(m_responseRows, role != ImportRole::Samples);
    setShown(m_imagesRow, role != ImportRole::Responses);
    setShown(m_capabilityRow, role != ImportRole::Responses || known);
    setShown(m_knownRows, known);
    const auto fill = [](QLineEdit* edit, const QString& text) {
        if (edit->text().trimmed() != text) {
            edit->setText(text);
        }
    };
    const ImportForm form = file.form();
    if (m_dataset->currentText().trimmed() != form.dataset) {
        m_dataset->setEditText(form.dataset);
    }
    fill(m_capability, form.capability);
    fill(m_model, form.model);
    fill(m_images, form.imagesDir);
    fill(m_setting, form.setting);
    fill(m_attempt, form.attempt ? QString::number(*form.attempt) : QString());
    if (known) {
        m_scorer->setCurrentIndex(qMax(0, m_scorer->findData(form.scorer)));
        m_cutOffs->set(form.blindHits, form.blindHitsOfChoices);
    }
    m_condition->setCurrentIndex(form.condition ? m_condition->findData(int(*form.condition)) : 0);
    m_filling = false;
}

void ImportFields::setDatasets(const QStringList& names)
{
    const QSignalBlocker quiet(m_dataset);
    const QString typed = m_dataset->currentText();
    m_dataset->clear();
    m_dataset->addItems(names);
    m_dataset->setEditText(typed);
}

ImportForm ImportFields::form() const
{
    ImportForm form;
    form.dataset = m_dataset->currentText().trimmed();
    form.capability = m_capability->text().trimmed();
    form.scorer = m_scorer->currentData().toString();
    form.blindHits = m_cutOffs->open();
    form.blindHitsOfChoices = m_cutOffs->choices();
    form.model = m_model->text().trimmed();
    const int condition = m_condition->currentData().toInt();
    form.condition = condition < 0 ? std::nullopt : std::optional(Condition(condition));
    form.setting = m_setting->text().trimmed();
    const int attempt = m_attempt->text().toInt();
    form.attempt = attempt > 0 ? std::optional(attempt) : std::nullopt;
    form.imagesDir = m_images->text().trimmed();
    return form;
}

void ImportFields::setLabelWidth(int width)
{
    m_grid->setColumnMinimumWidth(0, width);
}

int ImportFields::labelWidth() const
{
    return MappingForm::widestLabel(m_grid);
}

} // namespace winnow
