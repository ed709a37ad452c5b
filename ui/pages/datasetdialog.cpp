// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/datasetdialog.h"

#include "core/store/settingsstore.h"
#include "ui/models/terms.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/cutofffields.h"
#include "ui/widgets/style.h"

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

} // namespace

DatasetDialog::DatasetDialog(const QVector<DatasetSettings>& datasets, bool readOnly, QWidget* parent)
    : QDialog(parent)
    , m_before(datasets)
    , m_datasets(datasets)
    , m_dataset(namedBox("datasetChoice"))
    , m_known(namedBox("datasetKnownAs"))
    , m_capability(new QLineEdit)
    , m_scorer(namedBox("datasetScorer"))
    , m_cutOffs(new CutOffFields)
    , m_source(new Text({}, TextSize::Small, Text::Tone::Muted))
{
    setObjectName(QStringLiteral("datasetDialog"));
    setWindowTitle(tr("Datasets"));
    m_capability->setObjectName(QStringLiteral("datasetCapability"));
    build(readOnly);
    for (const DatasetSettings& dataset : datasets) {
        m_dataset->addItem(dataset.dataset);
    }
    connect(m_dataset, &QComboBox::currentIndexChanged, this, &DatasetDialog::showDataset);
    connect(m_known, &QComboBox::activated, this, &DatasetDialog::take);
    connect(m_scorer, &QComboBox::activated, this, &DatasetDialog::take);
    connect(m_capability, &QLineEdit::textChanged, this, &DatasetDialog::take);
    connect(m_cutOffs, &CutOffFields::edited, this, &DatasetDialog::take);
    showDataset(m_dataset->currentIndex());
}

void DatasetDialog::build(bool readOnly)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kUnit, 2 * kUnit, 3 * kUnit, 2 * kUnit);
    column->setSpacing(2 * kUnit);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * kUnit);
    form->setVerticalSpacing(kUnit);
    m_known->addItem({}, QString());
    m_known->addItem(tr("None of the suite"), kNotKnown);
    for (const KnownDataset& known : knownDatasets()) {
        m_known->addItem(QString::fromUtf8(known.name), QString::fromLatin1(known.key));
    }
    fillScorers(m_scorer);
    m_source->setWordWrap(true);
    addFormRow(form, tr("Dataset"), m_dataset);
    addFormRow(form, tr("Of the DatBench suite"), m_known);
    form->setWidget(form->rowCount(), QFormLayout::FieldRole, m_source);
    addFormRow(form, tr("Capability of its samples"), m_capability);
    addFormRow(form, tr("Scorer of open answers"), m_scorer);
    addFormRow(form, tr("Blind cut-off in models"), m_cutOffs);
    setTip(m_cutOffs, coreText(QString::fromUtf8(settingInfo(Setting::BlindHits).help)));
    column->addLayout(form);
    auto* note
        = new Text(tr("Replies are scored and samples flagged by this from the next import and audit on."),
            TextSize::Small, Text::Tone::Muted);
    note->setWordWrap(true);
    column->addWidget(note);
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelDatasets"));
    cancel->setAutoDefault(false);
    auto* save = new QPushButton(tr("Save"));
    save->setObjectName(QStringLiteral("saveDatasets"));
    save->setDefault(true);
    save->setEnabled(!readOnly);
    setButtonTone(save, ButtonTone::Primary);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(save);
    column->addLayout(row);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void DatasetDialog::showDataset(int row)
{
    m_row = row;
    if (row < 0) {
        return;
    }
    m_filling = true;
    const DatasetSettings& dataset = m_datasets.at(row);
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
    m_scorer->setCurrentIndex(qMax(0, m_scorer->findData(dataset.scorer)));
    m_cutOffs->set(dataset.blindHits, dataset.blindHitsOfChoices);
    m_filling = false;
}

void DatasetDialog::take()
{
    if (m_filling || m_row < 0) {
        return;
    }
    DatasetSettings& dataset = m_datasets[m_row];
    dataset.knownAs = m_known->currentData().toString();
    const QString capability = m_capability->text().trimmed();
    // Where samples differ, an empty field says nothing of them.
    dataset.capabilities = capability.isEmpty() && m_before.at(m_row).capabilities.size() > 1
        ? m_before.at(m_row).capabilities
        : QStringList{capability};
    dataset.scorer = m_scorer->currentData().toString();
    dataset.blindHits = m_cutOffs->open();
    dataset.blindHitsOfChoices = m_cutOffs->choices();
    showDataset(m_row);
}

DatasetDialog::Changes DatasetDialog::changes() const
{
    Changes changes;
    for (int row = 0; row < m_datasets.size(); ++row) {
        const DatasetSettings& before = m_before.at(row);
        const DatasetSettings& now = m_datasets.at(row);
        const auto compare
            = [&](const QString& field, const auto& old, const auto& value, const QString& text) {
                  if (old != value) {
                      changes.insert({now.id.value, field}, text);
                  }
              };
        compare(QStringLiteral("capability"), before.capabilities, now.capabilities, now.capability());
        compare(settingInfo(Setting::KnownAs).name, before.knownAs, now.knownAs, now.knownAs);
        compare(settingInfo(Setting::Scorer).name, before.scorer, now.scorer, now.scorer);
        compare(settingInfo(Setting::BlindHits).name, before.blindHits, now.blindHits,
            QString::number(now.blindHits));
        compare(settingInfo(Setting::BlindHitsOfChoices).name, before.blindHitsOfChoices,
            now.blindHitsOfChoices, QString::number(now.blindHitsOfChoices));
    }
    return changes;
}

} // namespace winnow
