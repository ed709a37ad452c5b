// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/subsetform.h"

#include "ui/models/policychoice.h"
#include "ui/models/terms.h"
#include "ui/pages/subsetbudget.h"
#include "ui/pages/subsetwanted.h"
#include "ui/util/format.h"
#include "ui/util/wheelguard.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/filterbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <limits>

namespace winnow {

namespace {

void addField(QVBoxLayout* rows, const QString& title, QWidget* field)
{
    auto* label = new Text(title);
    label->setBuddy(field);
    rows->addWidget(label);
    rows->addWidget(field);
}

} // namespace

SubsetForm::SubsetForm(SubsetController& controller, QWidget* parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_dataset(new FilterBox(tr("Dataset"), tr("All datasets"), QStringLiteral("subsetDataset")))
    , m_capability(
          new FilterBox(tr("Capability"), tr("All capabilities"), QStringLiteral("subsetCapability")))
    , m_parent(new FilterBox(tr("Within"), tr("Within all samples"), QStringLiteral("subsetParent")))
    , m_samples(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_once(new QCheckBox(tr("Take repeats once")))
    , m_method(new QComboBox)
    , m_about(new Text({}, TextSize::Small, Text::Tone::Muted))
    , m_budget(new SubsetBudget)
    , m_seed(new QSpinBox)
    , m_frontierTitle(new Text(tr("For verified frontier samples")))
    , m_frontier(new QDoubleSpinBox)
    , m_family(new FilterBox(
          tr("Family left out"), tr("No model family left out"), QStringLiteral("subsetFamily")))
    , m_shares(new QPushButton(tr("Floors and quotas")))
    , m_wanted(new SubsetWanted(controller))
{
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(2 * kUnit, 2 * kUnit, 2 * kUnit, 2 * kUnit);
    rows->setSpacing(kUnit);
    addMethod(rows);
    rows->addSpacing(kUnit);
    addSamples(rows);
    rows->addSpacing(kUnit);
    addOthers(rows);
    rows->addStretch(1);
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_dataset, m_capability, m_parent, m_method, m_seed, m_frontier, m_family}) {
        keepFromWheel(field);
    }
}

void SubsetForm::addSamples(QVBoxLayout* rows)
{
    rows->addWidget(new Text(tr("Samples"), TextSize::Heading));
    for (FilterBox* box : {m_dataset, m_capability, m_parent}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
        rows->addWidget(box);
        connect(box, &FilterBox::activated, this, &SubsetForm::takeScope);
    }
    m_once->setObjectName(QStringLiteral("subsetOnce"));
    setTip(m_once, tr("Of samples that repeat each other the first alone can be chosen"));
    rows->addWidget(m_once);
    connect(m_once, &QCheckBox::clicked, this, &SubsetForm::takeScope);
    m_samples->setObjectName(QStringLiteral("subsetCandidates"));
    m_samples->setWordWrap(true);
    rows->addWidget(m_samples);
}

void SubsetForm::addMethod(QVBoxLayout* rows)
{
    addField(rows, tr("Budget"), m_budget);
    connect(m_budget, &SubsetBudget::changed, &m_controller, &SubsetController::setBudget);
    m_method->setObjectName(QStringLiteral("subsetMethod"));
    m_method->setAccessibleName(tr("Method"));
    m_method->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_method->setMinimumContentsLength(12);
    for (const auto& method : subsetMethods()) {
        const SubsetMethodInfo& info = method->info();
        const QString title = coreText(QString::fromUtf8(info.title));
        m_method->addItem(
            info.id == QLatin1String(kDefaultSubsetMethod) ? tr("%1 (recommended)").arg(title) : title,
            info.id);
        setTip(m_method, m_method->count() - 1,
            coreText(QString::fromUtf8(info.description)) + u'\n' + tr("Source: %1").arg(info.source));
    }
    addField(rows, tr("Method"), m_method);
    connect(m_method, &QComboBox::activated, this, &SubsetForm::takeMethod);
    m_about->setWordWrap(true);
    rows->addWidget(m_about);
}

void SubsetForm::addOthers(QVBoxLayout* rows)
{
    m_family->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_family->setMinimumContentsLength(12);
    setTip(m_family, tr("The set is chosen without the models of this family, and tried on them"));
    rows->addWidget(m_family);
    connect(m_family, &FilterBox::activated, this, &SubsetForm::takeScope);
    m_seed->setObjectName(QStringLiteral("subsetSeed"));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setKeyboardTracking(false);
    addField(rows, tr("Seed"), m_seed);
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int seed) {
        SubsetRequest request = m_controller.request();
        request.seed = quint64(seed);
        m_controller.setRequest(request);
    });
    m_frontier->setObjectName(QStringLiteral("subsetFrontier"));
    m_frontier->setAccessibleName(m_frontierTitle->text());
    m_frontier->setRange(0, 100);
    m_frontier->setDecimals(0);
    m_frontier->setSuffix(QStringLiteral("%"));
    m_frontier->setKeyboardTracking(false);
    setTip(m_frontier, tr("Samples that no model solves and whose gold a person found right"));
    rows->addWidget(m_frontierTitle);
    rows->addWidget(m_frontier);
    connect(m_frontier, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        SubsetRequest request = m_controller.request();
        request.frontierShare = percent / 100;
        m_controller.setRequest(request);
    });
    m_shares->setObjectName(QStringLiteral("subsetShares"));
    m_shares->setCheckable(true);
    setTip(m_shares, tr("How many samples of a dataset or capability are in at least and at most"));
    rows->addWidget(m_shares);
    rows->addWidget(m_wanted);
}

void SubsetForm::show(SubsetChanges changes)
{
    if (changes & (SubsetChange::Source | SubsetChange::Stored)) {
        offer();
    }
    if (changes & (SubsetChange::Source | SubsetChange::Request | SubsetChange::Stored)) {
        showRequest();
        showSamples();
    }
    if (changes & SubsetChange::Request) {
        m_wanted->show();
    }
}

void SubsetForm::offer()
{
    const SubsetSource::Pointer& source = m_controller.source();
    if (!source) {
        return;
    }
    QStringList capabilities = source->data->capabilities();
    capabilities.removeAll(QString());
    m_dataset->offer(source->data->datasets());
    m_capability->offer(capabilities);
    m_family->offer(source->data->families());
    m_parent->offer(source->marks.subsets.keys());
    // One is something to choose as well.
    m_parent->setVisible(!source->marks.subsets.isEmpty());
}

void SubsetForm::showRequest()
{
    const SubsetRequest& request = m_controller.request();
    const SubsetScope& scope = m_controller.scope();
    const auto choose = [](QComboBox* box, const QString& value) {
        box->setCurrentIndex(std::max(0, box->findData(value)));
    };
    choose(m_dataset, scope.dataset);
    choose(m_capability, scope.capability);
    choose(m_parent, scope.parent);
    choose(m_family, scope.withoutFamilies.value(0));
    m_once->setChecked(scope.deduplicate);
    choose(m_method, request.method);
    const SubsetMethod* method = subsetMethod(request.method);
    m_about->setText(method ? coreText(QString::fromUtf8(method->info().description)) : QString());
    m_budget->show(request.budget, m_controller.candidates());
    const QSignalBlocker quiet(m_seed);
    const QSignalBlocker quietToo(m_frontier);
    m_seed->setValue(int(request.seed));
    const bool keepsSome = method && method->info().frontierShare > 0;
    m_frontierTitle->setVisible(keepsSome);
    m_frontier->setVisible(keepsSome);
    if (keepsSome) {
        m_frontier->setValue(100 * request.frontierShare.value_or(method->info().frontierShare));
    }
    m_shares->setText(request.shares.isEmpty()
            ? tr("Floors and quotas")
            : tr("Floors and quotas (%1)").arg(formatCount(request.shares.size())));
}

void SubsetForm::showSamples()
{
    if (!m_controller.study()) {
        m_samples->clear();
        return;
    }
    const SubsetInput& input = m_controller.study()->input();
    QStringList lines{tr("%Ln can be chosen, as the policy %1 leaves them", nullptr, int(input.items()))
                          .arg(policyTitle(m_controller.policy()))};
    if (input.dropped > 0) {
        lines.append(tr("%Ln dropped by it", nullptr, int(input.dropped)));
    }
    if (input.repeats > 0) {
        lines.append(tr("%Ln repeat others", nullptr, int(input.repeats)));
    }
    if (input.vetoed > 0) {
        lines.append(tr("%Ln never in", nullptr, int(input.vetoed)));
    }
    if (input.unscored > 0) {
        lines.append(tr("%Ln without a score", nullptr, int(input.unscored)));
    }
    lines.append(tr("%Ln models speak", nullptr, int(input.models.size())));
    m_samples->setText(lines.join(QStringLiteral("; ")));
}

void SubsetForm::takeScope()
{
    SubsetScope scope = m_controller.scope();
    scope.dataset = m_dataset->chosen();
    scope.capability = m_capability->chosen();
    scope.parent = m_parent->chosen();
    scope.deduplicate = m_once->isChecked();
    scope.withoutFamilies = m_family->chosen().isEmpty() ? QStringList() : QStringList{m_family->chosen()};
    m_controller.setScope(scope);
}

void SubsetForm::takeMethod()
{
    SubsetRequest request = m_controller.request();
    request.method = m_method->currentData().toString();
    // Each keeps what it has for them.
    request.frontierShare.reset();
    m_controller.setRequest(request);
}

} // namespace winnow
