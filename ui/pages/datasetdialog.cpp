// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/datasetdialog.h"

#include "core/store/settingsstore.h"
#include "ui/models/terms.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cutofffields.h"
#include "ui/widgets/promptfields.h"
#include "ui/widgets/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow {

namespace {

QComboBox* namedBox(const char* name)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setMinimumWidth(54 * kUnit);
    return box;
}

Text* smallNote(const QString& text = {})
{
    auto* note = new Text(text, TextSize::Small, Text::Tone::Muted);
    note->setWordWrap(true);
    return note;
}

/// A scorer with parameters of its own stands in no list.
void chooseScorer(QComboBox* box, const QString& scorer)
{
    if (box->findData(scorer) < 0) {
        box->addItem(scorer, scorer);
    }
    box->setCurrentIndex(box->findData(scorer));
}

} // namespace

DatasetDialog::DatasetDialog(const QVector<EditableDataset>& datasets, bool readOnly, QWidget* parent)
    : QDialog(parent)
    , m_before(datasets)
    , m_datasets(datasets)
    , m_rescored(datasets.size(), false)
    , m_readOnly(readOnly)
    , m_dataset(namedBox("datasetChoice"))
    , m_name(new QLineEdit)
    , m_nameNote(smallNote())
    , m_known(namedBox("datasetKnownAs"))
    , m_capability(new QLineEdit)
    , m_scorer(namedBox("datasetScorer"))
    , m_reason(smallNote())
    , m_rescore(new QCheckBox(tr("Score replies again")))
    , m_cutOffs(new CutOffFields)
    , m_prompt(new PromptFields)
    , m_source(smallNote())
{
    setObjectName(QStringLiteral("datasetDialog"));
    setWindowTitle(tr("Datasets"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 2 * kUnit);
    column->setSpacing(2 * kUnit);
    auto* form = new QFormLayout;
    column->addLayout(form);
    buildForm(form);
    column->addWidget(
        smallNote(tr("Replies are scored and samples flagged by this from the next import and audit on.")));
    buildButtons();
    for (const EditableDataset& dataset : datasets) {
        m_dataset->addItem(dataset.settings.dataset);
    }
    connect(m_dataset, &QComboBox::currentIndexChanged, this, &DatasetDialog::showDataset);
    connect(m_name, &QLineEdit::textChanged, this, &DatasetDialog::take);
    connect(m_known, &QComboBox::activated, this, &DatasetDialog::take);
    connect(m_scorer, &QComboBox::activated, this, &DatasetDialog::takeScorer);
    connect(m_rescore, &QCheckBox::toggled, this, &DatasetDialog::take);
    connect(m_capability, &QLineEdit::textChanged, this, &DatasetDialog::take);
    connect(m_cutOffs, &CutOffFields::edited, this, &DatasetDialog::take);
    connect(m_prompt, &PromptFields::edited, this, &DatasetDialog::take);
    showDataset(m_dataset->currentIndex());
}

void DatasetDialog::buildForm(QFormLayout* form)
{
    form->setHorizontalSpacing(2 * kUnit);
    form->setVerticalSpacing(kUnit);
    m_name->setObjectName(QStringLiteral("datasetName"));
    m_nameNote->setObjectName(QStringLiteral("datasetNames"));
    m_capability->setObjectName(QStringLiteral("datasetCapability"));
    m_reason->setObjectName(QStringLiteral("datasetScorerReason"));
    m_rescore->setObjectName(QStringLiteral("datasetRescore"));
    m_known->addItem({}, QString());
    m_known->addItem(tr("None of the suite"), kNotKnown);
    for (const KnownDataset& known : knownDatasets()) {
        m_known->addItem(QString::fromUtf8(known.name), QString::fromLatin1(known.key));
    }
    fillScorers(m_scorer);
    const auto addBelow
        = [form](QWidget* widget) { form->setWidget(form->rowCount(), QFormLayout::FieldRole, widget); };
    addFormRow(form, tr("Dataset"), m_dataset);
    addFormRow(form, tr("Name"), m_name);
    addBelow(m_nameNote);
    addFormRow(form, tr("Of the DatBench suite"), m_known);
    addBelow(m_source);
    addFormRow(form, tr("Capability of its samples"), m_capability);
    addFormRow(form, tr("Scorer of open answers"), m_scorer);
    addBelow(m_reason);
    addBelow(m_rescore);
    addFormRow(form, tr("Blind cut-off in models"), m_cutOffs);
    setTip(m_cutOffs, coreText(QString::fromUtf8(settingInfo(Setting::BlindHits).help)));
    addFormRow(form, tr("Prompt in exports"), m_prompt);
}

void DatasetDialog::buildButtons()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    m_remove = new QPushButton(tr("Remove dataset…"));
    m_remove->setObjectName(QStringLiteral("removeDataset"));
    m_remove->setAutoDefault(false);
    m_remove->setEnabled(!m_readOnly);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelDatasets"));
    cancel->setAutoDefault(false);
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(QStringLiteral("saveDatasets"));
    m_save->setDefault(true);
    setButtonTone(m_save, ButtonTone::Primary);
    row->addWidget(m_remove);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_save);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(m_remove, &QPushButton::clicked, this, &DatasetDialog::remove);
    connect(m_save, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void DatasetDialog::showDataset(int row)
{
    m_row = row;
    if (row < 0) {
        return;
    }
    m_filling = true;
    const DatasetSettings& dataset = m_datasets.at(row).settings;
    const KnownDataset* byName = knownDataset(dataset.dataset);
    m_known->setItemText(0,
        byName ? tr("As its name says: %1").arg(QString::fromUtf8(byName->name))
               : tr("As its name says: none"));
    m_known->setCurrentIndex(qMax(0, m_known->findData(dataset.knownAs)));
    const KnownDataset* known = dataset.knownAs.isEmpty() ? byName : knownDatasetByKey(dataset.knownAs);
    m_source->setText(known ? tr("%1: usually %2, blind cut-off %3 (open) and %4 (multiple choice)")
                                  .arg(QString::fromUtf8(known->source), QString::fromUtf8(known->capability))
                                  .arg(known->blindHits)
                                  .arg(known->blindHitsOfChoices)
                            : QString());
    m_source->setVisible(known);
    if (m_capability->text().trimmed() != dataset.capability()) {
        m_capability->setText(dataset.capability());
    }
    m_capability->setPlaceholderText(
        dataset.capabilities.size() > 1 ? dataset.capabilities.join(QStringLiteral(", ")) : QString());
    chooseScorer(m_scorer, dataset.scorer);
    // Of what an import chose; what a person chooses needs none.
    const bool asBefore = dataset.scorer == m_before.at(row).settings.scorer;
    const QString reason = asBefore ? sentenceText(dataset.scorerReason) : QString();
    m_reason->setText(reason.isEmpty() ? QString() : tr("Chosen at import: %1").arg(reason));
    m_reason->setVisible(!reason.isEmpty());
    const bool replied = m_datasets.at(row).models > 0;
    m_rescore->setEnabled(replied && !m_readOnly);
    m_rescore->setChecked(replied && m_rescored.at(row));
    setTip(m_rescore,
        replied
            ? tr("The stored replies are scored by this scorer when you save; the scores from before stay "
                 "beside the new ones.")
            : tr("No model replied to this dataset yet"));
    m_cutOffs->set(dataset.blindHits, dataset.blindHitsOfChoices);
    m_prompt->set(dataset.prompt, dataset.example);
    showName();
    m_filling = false;
    growToFit();
}

void DatasetDialog::growToFit()
{
    // Qt opens a dialog at two thirds of the screen, and what wraps then overlaps.
    const int wanted = layout()->totalHeightForWidth(width());
    if (isVisible() && height() < wanted) {
        resize(width(), wanted);
    }
}

void DatasetDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    growToFit();
}

void DatasetDialog::showName()
{
    const QString name = m_datasets.at(m_row).settings.dataset;
    if (m_name->text().trimmed() != name) {
        m_name->setText(name);
    }
    m_dataset->setItemText(m_row, name);
    const QString problem = nameProblem(m_row);
    QStringList notes{problem};
    if (problem.isEmpty()) {
        notes
            = {tr("The name it has now stays findable: files and decisions that use it find this dataset.")};
        if (const QStringList& further = m_before.at(m_row).furtherNames; !further.isEmpty()) {
            notes.append(tr("Further names: %1").arg(further.join(QStringLiteral(", "))));
        }
    }
    m_nameNote->setText(notes.join(u'\n'));
    m_nameNote->setTone(problem.isEmpty() ? Text::Tone::Muted : Text::Tone::Negative);
    bool fine = !m_readOnly;
    for (int row = 0; row < m_datasets.size(); ++row) {
        fine &= nameProblem(row).isEmpty();
    }
    m_save->setEnabled(fine);
}

QString DatasetDialog::nameProblem(int row) const
{
    const QString& name = m_datasets.at(row).settings.dataset;
    if (name.isEmpty()) {
        return tr("A name is needed.");
    }
    for (int other = 0; other < m_datasets.size(); ++other) {
        const EditableDataset& one = m_before.at(other);
        const bool taken = m_datasets.at(other).settings.dataset == name || one.settings.dataset == name
            || one.furtherNames.contains(name);
        if (other != row && taken) {
            return tr("%1 is a name of another dataset.").arg(name);
        }
    }
    return {};
}

void DatasetDialog::take()
{
    if (m_filling || m_row < 0) {
        return;
    }
    DatasetSettings& dataset = m_datasets[m_row].settings;
    const QStringList& before = m_before.at(m_row).settings.capabilities;
    dataset.dataset = m_name->text().trimmed();
    dataset.knownAs = m_known->currentData().toString();
    const QString capability = m_capability->text().trimmed();
    // Where samples differ, an empty field says nothing of them.
    dataset.capabilities = capability.isEmpty() && before.size() > 1 ? before : QStringList{capability};
    dataset.scorer = m_scorer->currentData().toString();
    m_rescored[m_row] = m_rescore->isChecked();
    dataset.blindHits = m_cutOffs->open();
    dataset.blindHitsOfChoices = m_cutOffs->choices();
    dataset.prompt = m_prompt->prompt();
    showDataset(m_row);
}

void DatasetDialog::takeScorer()
{
    // Another scorer: its scores are most likely wanted.
    const bool other = m_scorer->currentData().toString() != m_before.at(m_row).settings.scorer;
    m_rescore->setChecked(other && m_rescore->isEnabled());
    take();
}

void DatasetDialog::remove()
{
    const EditableDataset& dataset = m_before.at(m_row);
    QStringList lines{tr("%Ln samples go, with their flags.", nullptr, int(dataset.settings.samples))};
    if (dataset.models > 0) {
        lines.append(tr("The replies of %Ln models to them go.", nullptr, int(dataset.models)));
    }
    lines.append(tr("Decisions stay, and count again when an import brings the samples back. The files that "
                    "were imported are not touched."));
    if (!edits().isEmpty()) {
        lines.append(tr("What else was changed here is saved."));
    }
    if (ask(this, tr("Remove a dataset"), tr("Remove %1 from the project?").arg(dataset.settings.dataset),
            lines.join(u'\n'), {tr("Remove it")})
        == 0) {
        m_removed = dataset.settings.id;
        accept();
    }
}

DatasetEdits DatasetDialog::edits() const
{
    DatasetEdits edits;
    edits.removed = m_removed;
    for (int row = 0; row < m_datasets.size(); ++row) {
        const DatasetSettings& before = m_before.at(row).settings;
        const DatasetSettings& now = m_datasets.at(row).settings;
        if (now.id == m_removed || !nameProblem(row).isEmpty()) {
            continue;
        }
        const auto compare
            = [&](const QString& field, const auto& old, const auto& value, const QString& text) {
                  if (old != value) {
                      edits.settings.insert({now.id.value, field}, text);
                  }
              };
        if (before.dataset != now.dataset) {
            edits.names.insert(now.id.value, now.dataset);
        }
        if (m_rescored.at(row)) {
            edits.rescored.append(now.id);
        }
        compare(QStringLiteral("capability"), before.capabilities, now.capabilities, now.capability());
        compare(settingInfo(Setting::KnownAs).name, before.knownAs, now.knownAs, now.knownAs);
        compare(settingInfo(Setting::Scorer).name, before.scorer, now.scorer, now.scorer);
        compare(settingInfo(Setting::BlindHits).name, before.blindHits, now.blindHits,
            QString::number(now.blindHits));
        compare(settingInfo(Setting::BlindHitsOfChoices).name, before.blindHitsOfChoices,
            now.blindHitsOfChoices, QString::number(now.blindHitsOfChoices));
        const auto compareText = [&](Setting setting, const QString& old, const QString& value) {
            compare(settingInfo(setting).name, old, value, value);
        };
        compareText(Setting::PromptPrefix, before.prompt.prefix, now.prompt.prefix);
        compareText(Setting::PromptSuffixChoices, before.prompt.suffixOfChoices, now.prompt.suffixOfChoices);
        compareText(Setting::PromptSuffixOpen, before.prompt.suffixOfOpen, now.prompt.suffixOfOpen);
    }
    return edits;
}

} // namespace winnow
