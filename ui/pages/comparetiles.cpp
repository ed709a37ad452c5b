// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparetiles.h"

#include "ui/models/modelsamples.h"
#include "ui/util/format.h"
#include "ui/util/plainwidgets.h"
#include "ui/widgets/stattile.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>

#include <cmath>

namespace winnow {

namespace {

QString points(double share)
{
    return (share > 0 ? QStringLiteral("+") : QString()) + formatNumber(100 * share, 1);
}

} // namespace

CompareTiles::CompareTiles(QWidget* parent)
    : QWidget(parent)
    , m_difference(new StatTile(tr("Difference")))
    , m_onlyFirst(new StatTile(tr("Only the first right")))
    , m_onlySecond(new StatTile(tr("Only the second right")))
    , m_bothRight(new StatTile(tr("Both right")))
    , m_bothWrong(new StatTile(tr("Both wrong")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kUnit);
    const std::pair<StatTile*, const char*> tiles[]{{m_difference, "compareDifference"},
        {m_onlyFirst, "compareOnlyFirst"}, {m_onlySecond, "compareOnlySecond"},
        {m_bothRight, "compareBothRight"}, {m_bothWrong, "compareBothWrong"}};
    for (const auto& [tile, name] : tiles) {
        tile->setObjectName(QLatin1String(name));
        row->addWidget(tile, 1);
    }
}

void CompareTiles::show(const Comparison& comparison)
{
    const stats::PairedMeans& all = comparison.all;
    const RunPair pair{comparison.first.label, comparison.second.label, comparison.samples};
    const auto share = [&](int count) {
        return all.pairs
            ? tr("%1 of %2").arg(formatPercent(double(count) / all.pairs), formatCount(all.pairs))
            : QString();
    };
    const auto chance = [](double p) { return p < 0.001 ? QStringLiteral("< 0.001") : formatNumber(p, 3); };
    m_difference->set(all.pairs ? tr("%1 points").arg(points(all.difference)) : QStringLiteral("–"),
        all.pairs ? tr("95% %1 to %2\np %3 · McNemar %4")
                        .arg(points(all.interval.low), points(all.interval.high), chance(all.pValue),
                            chance(all.mcNemar))
                  : QString(),
        ClickThrough());
    setTip(m_difference,
        tr("p is that of the interval: it minds the size of scores and shared images. McNemar's exact test "
           "counts right and wrong alone."));
    m_onlyFirst->set(
        formatCount(all.onlyFirst), share(all.onlyFirst), samplesOf(pair, &ComparedSamples::onlyFirst));
    m_onlySecond->set(
        formatCount(all.onlySecond), share(all.onlySecond), samplesOf(pair, &ComparedSamples::onlySecond));
    m_bothRight->set(
        formatCount(all.bothRight), share(all.bothRight), samplesOf(pair, &ComparedSamples::bothRight));
    m_bothWrong->set(
        formatCount(all.bothWrong), share(all.bothWrong), samplesOf(pair, &ComparedSamples::bothWrong));
}

} // namespace winnow
