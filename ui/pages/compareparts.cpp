// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compareparts.h"

#include "ui/charts/intervalchart.h"
#include "ui/models/modelsamples.h"
#include "ui/util/format.h"
#include "ui/widgets/chartcard.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace winnow {

namespace {

QString points(double share)
{
    return std::isfinite(share) ? (share > 0 ? QStringLiteral("+") : QString()) + formatNumber(100 * share, 1)
                                : QStringLiteral("–");
}

struct Part {
    QString title;
    stats::PairedMeans pair;
    ClickThrough open;
};

QVector<Part> partsOf(const Comparison& comparison, const ComparisonRequest& request, const QString& all)
{
    const auto opening = [&](const QString& dataset, const QString& capability) {
        ComparisonRequest part = request;
        part.dataset = dataset.isEmpty() ? request.dataset : dataset;
        part.capability = capability.isEmpty() ? request.capability : capability;
        return samplesOf(part, comparison.first.label, comparison.second.label);
    };
    QVector<Part> parts{{all, comparison.all, opening({}, {})}};
    for (const auto& [name, pair] : comparison.byDataset) {
        if (comparison.byDataset.size() > 1) {
            parts.append({name, pair, opening(name, {})});
        }
    }
    for (const auto& [name, pair] : comparison.byCapability) {
        if (comparison.byCapability.size() > 1) {
            parts.append({name, pair, opening({}, name)});
        }
    }
    return parts;
}

} // namespace

CompareParts::CompareParts(QWidget* parent)
    : QWidget(parent)
    , m_chart(new IntervalChart)
    , m_card(new ChartCard(tr("Difference by dataset and capability"), m_chart, QStringLiteral("difference")))
{
    m_card->setObjectName(QStringLiteral("comparePartsCard"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void CompareParts::show(const Comparison& comparison, const ComparisonRequest& request)
{
    NumberTable table;
    table.columns = {{tr("Samples"), false, {}}, {tr("n"), true, {}}, {tr("First"), true, {}},
        {tr("Second"), true, {}}, {tr("Difference"), true, tr("First less second, in points")},
        {tr("95% interval"), true, tr("Samples that share an image count as one where they go together")},
        {tr("McNemar p"), true, tr("Exact, two-sided; takes samples as independent")},
        {tr("Only first"), true, {}}, {tr("Only second"), true, {}}};
    QVector<IntervalRow> rows;
    double reach = 0.05;
    for (const Part& part : partsOf(comparison, request, tr("All"))) {
        const stats::PairedMeans& pair = part.pair;
        const QString interval
            = points(pair.interval.low) + QStringLiteral(" – ") + points(pair.interval.high);
        IntervalRow row;
        row.label = part.title;
        row.before = IntervalPoint{pair.difference, pair.interval.low, pair.interval.high,
            tr("%1 points, 95% interval %2, n %3")
                .arg(points(pair.difference), interval, formatCount(pair.pairs)),
            part.open};
        row.note = pair.pValue < 0.05 ? points(pair.difference) : tr("not told apart");
        row.noteStrong = pair.pValue < 0.05;
        row.open = part.open;
        rows.append(row);
        reach = std::max({reach, std::abs(pair.interval.low), std::abs(pair.interval.high)});
        table.rows.append({{part.title}, {formatCount(pair.pairs), pair.pairs, {}, part.open},
            {formatPercent(pair.firstMean), pair.firstMean},
            {formatPercent(pair.secondMean), pair.secondMean},
            {points(pair.difference), pair.difference, {}, part.open}, {interval, pair.interval.low},
            {formatNumber(pair.mcNemar, 3), pair.mcNemar}, {formatCount(pair.onlyFirst), pair.onlyFirst},
            {formatCount(pair.onlySecond), pair.onlySecond}});
    }
    m_card->setSubtitle(tr("Above 0 %1 is ahead, below %2. Choose a line to see who is right where.")
                            .arg(comparison.first.label, comparison.second.label));
    m_chart->setRows(rows, {tr("First less second"), {}, tr("Points")}, table);
    m_chart->setAxis(-reach, reach, true);
    m_chart->setReference(0.0, tr("no difference"));
    m_card->refresh();
}

} // namespace winnow
