// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/modelspage.h"

#include "core/compare/tellapart.h"
#include "ui/models/terms.h"
#include "ui/pages/modelstable.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chartcard.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/samplesbox.h"

#include <QVBoxLayout>

namespace winnow {

namespace {

/// Of the capability filter: a line each.
const QString kEach = QStringLiteral("*");

} // namespace

ModelsPage::ModelsPage(AppContext& app)
    : ComputedPage(app, tr("Models"), QStringLiteral("models"),
        ChangeSet::Samples | ChangeSet::Responses | ChangeSet::Flags | ChangeSet::Decisions)
    , m_dataset(new FilterBox(tr("Dataset"), tr("All datasets"), QStringLiteral("modelsDataset")))
    , m_capability(
          new FilterBox(tr("Capability"), tr("All capabilities"), QStringLiteral("modelsCapability")))
    , m_condition(new FilterBox(tr("Condition"), tr("All conditions"), QStringLiteral("modelsCondition")))
    , m_ties(app.session()->subsets())
{
    for (FilterBox* box : {m_dataset, m_capability, m_condition}) {
        header()->addControl(box);
        connect(box, &FilterBox::activated, this, &ModelsPage::narrow);
    }
    auto* table = new DataTable;
    table->setObjectName(QStringLiteral("modelsTable"));
    table->setAccessibleName(tr("Models"));
    table->setModel(&m_model);
    table->setSorts();
    table->setWideColumn(0);
    table->setFitsRows(16);
    table->keepColumns(QStringLiteral("models"));
    auto* card = new Card;
    card->body()->addWidget(table);
    body()->addWidget(card);
    body()->addWidget(m_ties.card());
    body()->addStretch(1);
    connect(m_ties.beside(), &SamplesBox::changed, this, [this] { recompute(); });
    connect(app.policy(), &PolicyChoice::changed, this, [this] { recompute(); });
    setContent<Models>(
        tr("Counting models"), [this] { return prepare(); }, [this](const Models& models) { show(models); });
}

ComputedPage::Work<ModelsPage::Models> ModelsPage::prepare()
{
    const Policy policy = context().policy()->policy();
    if (policy.name.isEmpty()) {
        return {};
    }
    TellApartRequest asked{m_dataset->chosen(), m_capability->chosen(), {}};
    if (asked.capability == kEach) {
        asked.capability.clear();
    }
    const SampleScope beside = m_ties.beside()->scope();
    return
        [policy, asked, beside](Project& project, Progress& progress, const auto& deliver) -> Result<Models> {
            Models models;
            models.ties = {{}, {}, beside, policyTitle(policy), asked.dataset};
            auto rows = modelRows(project, ModelRowsBy::Run, progress, [&](const QVector<ModelRow>& part) {
                models.byRun = part;
                deliver(models);
            });
            if (!rows) {
                return tl::unexpected<Error>(rows.error());
            }
            models.byRun = *rows;
            rows = modelRows(project, ModelRowsBy::Capability, progress);
            if (!rows) {
                return tl::unexpected<Error>(rows.error());
            }
            models.byCapability = *rows;
            auto sets = tellApart(project, asked, progress);
            // What was asked for is not there any more: then nothing is told apart.
            models.ties.first = sets.value_or(QVector<Separability>());
            TellApartRequest second = asked;
            auto ids = beside.samples(project, policy, progress);
            if (!ids) {
                return tl::unexpected<Error>(ids.error());
            }
            second.only = *std::move(ids);
            if (second.only) {
                models.ties.second = tellApart(project, second, progress).value_or(QVector<Separability>());
            }
            return models;
        };
}

void ModelsPage::show(const Models& models)
{
    const bool isPart = models.byCapability.isEmpty();
    if (isPart && !models.byRun.isEmpty() && !m_models.byCapability.isEmpty()) {
        return; // what is shown has more to choose from
    }
    m_models = models;
    if (models.byRun.isEmpty()) {
        showNothing(QStringLiteral("models"), tr("No model has answered yet"),
            tr("Import what the models answered, one file or one column a model, to see how they did."),
            tr("Import responses"), ClickThrough::toPage(QStringLiteral("import")));
        return;
    }
    QStringList datasets;
    QVector<QPair<QString, QString>> capabilities{{kEach, tr("Each capability")}};
    QVector<QPair<QString, QString>> conditions;
    for (const ModelRow& each : models.byRun) {
        datasets.append(each.accuracy.run.dataset);
        conditions.append(
            {conditionId(each.accuracy.run.condition), conditionTitle(each.accuracy.run.condition)});
    }
    for (const ModelRow& each : models.byCapability) {
        if (!each.capability.isEmpty()) {
            capabilities.append({each.capability, each.capability});
        }
    }
    m_dataset->offer(datasets);
    m_capability->offer(capabilities);
    m_condition->offer(conditions);
    showTable();
    m_ties.show(models.ties);
}

void ModelsPage::showTable()
{
    const QString capability = m_capability->chosen();
    QVector<ModelRow> rows;
    for (const ModelRow& row : capability.isEmpty() ? m_models.byRun : m_models.byCapability) {
        if (capability.isEmpty() || capability == kEach || row.capability == capability) {
            rows.append(row);
        }
    }
    const NumberTable table = modelsTable(rows, {m_dataset->chosen(), m_condition->chosen()});
    header()->setSubtitle(capability == kEach ? tr("%Ln lines", nullptr, int(table.rows.size()))
                                              : tr("%Ln runs", nullptr, int(table.rows.size())));
    m_model.setTable(table);
}

void ModelsPage::narrow()
{
    showTable();
    recompute();
}

} // namespace winnow
