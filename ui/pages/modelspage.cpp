// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/modelspage.h"

#include "ui/models/modelsamples.h"
#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filterbox.h"

#include <QVBoxLayout>

namespace winnow {

ModelsPage::ModelsPage(AppContext& app)
    : ComputedPage(app, tr("Models"), QStringLiteral("models"), ChangeSet::Samples | ChangeSet::Responses)
    , m_dataset(new FilterBox(tr("Dataset"), tr("All datasets"), QStringLiteral("modelsDataset")))
    , m_condition(new FilterBox(tr("Condition"), tr("All conditions"), QStringLiteral("modelsCondition")))
{
    for (FilterBox* box : {m_dataset, m_condition}) {
        header()->addControl(box);
        connect(box, &FilterBox::activated, this, &ModelsPage::showTable);
    }
    auto* table = new DataTable;
    table->setObjectName(QStringLiteral("modelsTable"));
    table->setAccessibleName(tr("Models"));
    table->setModel(&m_model);
    table->setSorts();
    table->setWideColumn(0);
    table->keepColumns(QStringLiteral("models"));
    auto* card = new Card;
    card->body()->addWidget(table);
    body()->addWidget(card, 1);
    setContent<Accuracies>(
        tr("Counting models"),
        []() -> Work<Accuracies> {
            return [](Project& project, Progress& progress, const auto& deliver) {
                return modelAccuracies(project, progress, deliver);
            };
        },
        [this](const Accuracies& accuracies) { show(accuracies); });
}

void ModelsPage::show(const Accuracies& accuracies)
{
    m_accuracies = accuracies;
    if (accuracies.isEmpty()) {
        showNothing(QStringLiteral("models"), tr("No model has answered yet"),
            tr("Import what the models answered, one file or one column a model, to see how they did."),
            tr("Import responses"), ClickThrough::toPage(QStringLiteral("import")));
        return;
    }
    QStringList datasets;
    QVector<QPair<QString, QString>> conditions;
    for (const ModelAccuracy& each : accuracies) {
        datasets.append(each.run.dataset);
        conditions.append({conditionId(each.run.condition), conditionTitle(each.run.condition)});
    }
    m_dataset->offer(datasets);
    m_condition->offer(conditions);
    showTable();
}

void ModelsPage::showTable()
{
    const QString dataset = m_dataset->chosen();
    const QString condition = m_condition->chosen();
    NumberTable table;
    table.columns = {{tr("Model"), false, {}}, {tr("Dataset"), false, {}}, {tr("Condition"), false, {}},
        {tr("Setting"), false, {}}, {tr("Accuracy"), true, tr("Opens what was right and wrong")},
        {tr("95% interval"), true, {}}, {tr("Chance"), true, tr("What guessing scores on the same samples")},
        {tr("n"), true, tr("Samples with a score")}, {tr("Missing"), true, tr("No reply; not in n")},
        {tr("Unread"), true, tr("Replies in which no answer could be read; they score 0")},
        {tr("Per row"), true, tr("Circular: share of all rotated rows that are right")}};
    for (const ModelAccuracy& each : std::as_const(m_accuracies)) {
        const Run& run = each.run;
        if ((!dataset.isEmpty() && run.dataset != dataset)
            || (!condition.isEmpty() && conditionId(run.condition) != condition)) {
            continue;
        }
        const Rate& rate = each.accuracy;
        const auto share = [](std::optional<double> value, const ClickThrough& open) -> NumberCell {
            const bool known = value && !qIsNaN(*value);
            return {formatPercent(value), known ? QVariant(*value) : QVariant(), {}, open};
        };
        const auto count = [&](qint64 n, RunPart part) -> NumberCell {
            return {formatCount(n), n, {}, n > 0 ? samplesOf(run, part) : ClickThrough()};
        };
        const auto text = [](const QString& words) -> NumberCell { return {words}; };
        const QString interval = rate.n == 0
            ? QStringLiteral("–")
            : formatPercent(rate.interval.low) + QStringLiteral(" – ") + formatPercent(rate.interval.high);
        table.rows.append(
            {text(run.model), text(run.dataset), text(conditionTitle(run.condition)), text(run.setting),
                share(rate.value, rate.n > 0 ? samplesOf(run, RunPart::RightOrWrong) : ClickThrough()),
                {interval, rate.n ? QVariant(rate.interval.low) : QVariant()}, share(each.chance, {}),
                count(rate.n, RunPart::Answered), count(rate.missing, RunPart::Missing),
                count(rate.unread, RunPart::Unread), share(each.perRow, {})});
    }
    header()->setSubtitle(tr("%Ln runs", nullptr, int(table.rows.size())));
    table.dropEmptyColumns();
    m_model.setTable(table);
}

} // namespace winnow
