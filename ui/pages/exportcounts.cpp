// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exportcounts.h"

#include "ui/models/policychoice.h"
#include "ui/models/terms.h"
#include "ui/util/format.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/stattile.h"

#include <QVBoxLayout>

#include <algorithm>

namespace winnow {

namespace {

constexpr int kVisibleRows = 12;

NumberCell textCell(const QString& text)
{
    return {text};
}

NumberCell countCell(const QString& title, const QVector<SampleId>& samples)
{
    return {formatCount(samples.size()), samples.size(), {}, ClickThrough::toSamples(title, {samples})};
}

NumberCell shareCell(qint64 count, qint64 of)
{
    const double share = double(count) / double(std::max<qint64>(1, of));
    return {formatPercent(share), share};
}

} // namespace

ExportCounts::ExportCounts(QWidget* parent)
    : QWidget(parent)
    , m_noReasons(new Text({}, TextSize::Body, Text::Tone::Muted))
{
    setObjectName(QStringLiteral("countsColumn"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * kUnit);
    layout->addLayout(buildTiles());
    addTable(layout, tr("What will be written"), &m_dispositions, QStringLiteral("dispositionTable"));
    m_reasonTable = addTable(
        layout, tr("Why samples are dropped or changed"), &m_reasons, QStringLiteral("reasonTable"));
    m_noReasons->setWordWrap(true);
    qobject_cast<Card*>(m_reasonTable->parentWidget())->body()->insertWidget(1, m_noReasons);
    addTable(layout, tr("By dataset"), &m_datasets, QStringLiteral("datasetTable"));
    layout->addStretch(1);
}

QLayout* ExportCounts::buildTiles()
{
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(2 * kUnit);
    m_written = new StatTile(tr("Will be written"));
    m_changed = new StatTile(tr("Of these changed"));
    m_dropped = new StatTile(tr("Dropped"));
    m_written->setObjectName(QStringLiteral("writtenTile"));
    m_dropped->setObjectName(QStringLiteral("droppedTile"));
    for (StatTile* tile : {m_written, m_changed, m_dropped}) {
        tile->setMinimumWidth(12 * kUnit);
        tiles->addWidget(tile);
    }
    return tiles;
}

DataTable* ExportCounts::addTable(
    QVBoxLayout* column, const QString& title, NumberTableModel* model, const QString& name)
{
    auto* card = new Card;
    card->body()->addWidget(new Text(title, TextSize::Heading));
    auto* table = new DataTable;
    table->setModel(model);
    table->setSorts();
    table->setWideColumn(0);
    table->setFitsRows(kVisibleRows);
    table->setObjectName(name);
    table->setAccessibleName(title);
    card->body()->addWidget(table);
    column->addWidget(card);
    return table;
}

void ExportCounts::show(const ExportPreview& preview)
{
    showTiles(preview);
    showDispositions(preview);
    showReasons(preview);
    showDatasets(preview);
}

void ExportCounts::showTiles(const ExportPreview& preview)
{
    const ExportPlan& plan = preview.plan;
    const auto listed = [&](const QString& title, const QVector<Disposition>& dispositions) {
        QVector<QVector<SampleId>> lists;
        for (const Disposition each : dispositions) {
            lists.append(preview.byDisposition.value(each));
        }
        return ClickThrough::toSamples(title, lists);
    };
    const QVector<Disposition> changes{Disposition::Fix, Disposition::Convert, Disposition::Circular};
    qint64 changed = 0;
    for (const Disposition each : changes) {
        changed += preview.byDisposition.value(each).size();
    }
    const qint64 dropped = plan.total - plan.exported;
    const double total = double(std::max<qint64>(1, plan.total));
    m_written->set(formatCount(plan.exported),
        tr("of %Ln samples (%1)", nullptr, int(plan.total)).arg(formatPercent(double(plan.exported) / total)),
        listed(tr("Will be exported"), changes + QVector<Disposition>{Disposition::Keep}));
    m_changed->set(formatCount(changed), tr("new gold, open-ended or circular"),
        listed(tr("Changed on export"), changes));
    m_dropped->set(formatCount(dropped), formatPercent(double(dropped) / total),
        listed(tr("Dropped on export"), {Disposition::Drop}));
}

void ExportCounts::showDispositions(const ExportPreview& preview)
{
    NumberTable table;
    table.columns = {{tr("Disposition"), false, {}}, {tr("Samples"), true, {}}, {tr("Share"), true, {}}};
    for (const Disposition each : {Disposition::Keep, Disposition::Fix, Disposition::Convert,
             Disposition::Circular, Disposition::Drop}) {
        const QVector<SampleId> samples = preview.byDisposition.value(each);
        const QString title = dispositionTitle(each);
        table.rows.append({textCell(title), countCell(tr("Export: %1").arg(title), samples),
            shareCell(samples.size(), preview.plan.total)});
    }
    m_dispositions.setTable(table);
}

void ExportCounts::showReasons(const ExportPreview& preview)
{
    NumberTable table;
    table.columns = {{tr("Reason"), false, {}}, {tr("Samples"), true, {}}, {tr("Share"), true, {}}};
    for (auto it = preview.byReason.constBegin(); it != preview.byReason.constEnd(); ++it) {
        const FlagKind* kind = flagKindById(it.key());
        const QColor hue = kind ? Theme::instance().flagGroupColor(kind->group) : tokens().textMuted;
        table.rows.append({{reasonTitle(it.key()), {}, it.key(), {}, hue},
            countCell(tr("Export: %1").arg(reasonTitle(it.key())), *it),
            shareCell(it->size(), preview.plan.total)});
    }
    std::stable_sort(table.rows.begin(), table.rows.end(),
        [](const auto& a, const auto& b) { return a.at(1).value.toLongLong() > b.at(1).value.toLongLong(); });
    m_noReasons->setText(table.isEmpty()
            ? tr("This policy keeps every sample as it is. Review flags, or choose another policy.")
            : tr("A sample with two reasons counts in both."));
    m_reasonTable->setVisible(!table.isEmpty());
    m_reasons.setTable(table);
}

void ExportCounts::showDatasets(const ExportPreview& preview)
{
    NumberTable table;
    table.columns = {{tr("Dataset"), false, {}}, {tr("Written"), true, {}}, {tr("Total"), true, {}},
        {tr("Share"), true, {}}};
    for (const auto& part : preview.datasets) {
        table.rows.append(
            {textCell(part.dataset), countCell(tr("Export of %1").arg(part.dataset), part.exported),
                countCell(tr("All of %1").arg(part.dataset), part.samples),
                shareCell(part.exported.size(), part.total)});
    }
    m_datasets.setTable(table);
}

} // namespace winnow
