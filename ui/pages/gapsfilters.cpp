// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/gapsfilters.h"

#include "ui/models/subsetlist.h"
#include "ui/util/plainwidgets.h"
#include "ui/util/wheelguard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/checksbutton.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/samplesbox.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <utility>

namespace winnow {

namespace {

constexpr double kLeastPatience = 0.1;
constexpr double kMostPatience = 3600;
constexpr double kLeastScore = 0.01;
constexpr double kScoreStep = 0.05;

} // namespace

GapsFilters::GapsFilters(SubsetList* subsets, QWidget* parent)
    : QWidget(parent)
    , m_datasets(new ChecksButton(
          tr("Datasets"), tr("All datasets"), tr("%1 of %2 datasets"), QStringLiteral("gapsDatasets")))
    , m_capability(
          new FilterBox(tr("Capabilities"), tr("All capabilities"), QStringLiteral("gapsCapability")))
    , m_models(new ChecksButton(
          tr("Models"), tr("All models"), tr("%1 of %2 models"), QStringLiteral("gapsModels")))
    , m_samples(new SamplesBox(
          subsets, tr("All samples"), tr("Kept by the policy"), QStringLiteral("gapsSamples"), this))
    , m_patience(new QDoubleSpinBox)
    , m_rightFrom(new QDoubleSpinBox)
    , m_prices(new QPushButton(tr("Prices…")))
{
    m_patience->setObjectName(QStringLiteral("gapsPatience"));
    m_patience->setAccessibleName(tr("Seconds that a person waits"));
    m_patience->setRange(kLeastPatience, kMostPatience);
    m_patience->setDecimals(1);
    m_patience->setSuffix(tr(" s"));
    setTip(m_patience, tr("Seconds that a person waits for an answer"));
    m_rightFrom->setObjectName(QStringLiteral("gapsRightFrom"));
    m_rightFrom->setAccessibleName(tr("Right from this score on"));
    m_rightFrom->setRange(kLeastScore, 1);
    m_rightFrom->setSingleStep(kScoreStep);
    setTip(m_rightFrom, tr("A score counts as right from here on"));
    m_prices->setObjectName(QStringLiteral("gapsPrices"));
    setTip(m_prices, tr("What the models cost, for tokens, images and GPU hours"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kUnit);
    for (QWidget* each : std::initializer_list<QWidget*>{m_datasets, m_capability, m_models, m_samples}) {
        row->addWidget(each);
    }
    row->addStretch(1);
    const std::pair<QString, QDoubleSpinBox*> fields[]{
        {tr("Patience"), m_patience}, {tr("Right from"), m_rightFrom}};
    for (const auto& [title, field] : fields) {
        field->setKeyboardTracking(false);
        keepFromWheel(field);
        row->addWidget(new Text(title));
        row->addWidget(field);
        connect(field, &QDoubleSpinBox::valueChanged, this, &GapsFilters::changed);
    }
    row->addWidget(m_prices);
    connect(m_datasets, &ChecksButton::changed, this, &GapsFilters::changed);
    connect(m_models, &ChecksButton::changed, this, &GapsFilters::changed);
    connect(m_capability, &QComboBox::activated, this, &GapsFilters::changed);
    connect(m_samples, &SamplesBox::changed, this, &GapsFilters::changed);
    connect(subsets, &SubsetList::changed, this, &GapsFilters::takeSubset);
    ask({});
}

GapsQuestion GapsFilters::question() const
{
    GapsQuestion question = m_wanted;
    if (m_offered) {
        question.datasets = m_datasets->chosen();
        question.capability = m_capability->chosen();
        question.models = m_models->chosen();
    }
    question.samples = m_samples->scope();
    question.patience = m_patience->value();
    question.rightFrom = m_rightFrom->value();
    return question;
}

void GapsFilters::ask(const GapsQuestion& question)
{
    const QSignalBlocker patience(m_patience);
    const QSignalBlocker rightFrom(m_rightFrom);
    m_wanted = question;
    m_offered = false;
    m_samples->choose(question.samples);
    m_subsetWaits = m_samples->scope() != question.samples;
    m_patience->setValue(question.patience);
    m_rightFrom->setValue(question.rightFrom);
}

void GapsFilters::takeSubset()
{
    if (std::exchange(m_subsetWaits, false)) {
        m_samples->choose(m_wanted.samples);
        emit changed();
    }
}

void GapsFilters::offer(const GapsView& view)
{
    const GapsQuestion asked = m_offered ? question() : m_wanted;
    m_datasets->offer(view.datasets);
    m_datasets->choose(asked.datasets);
    m_models->offer(view.models);
    m_models->choose(asked.models);
    m_capability->offer(view.capabilities);
    m_capability->setCurrentIndex(qMax(0, m_capability->findData(asked.capability)));
    m_offered = true;
}

} // namespace winnow
