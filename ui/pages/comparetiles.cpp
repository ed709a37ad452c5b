// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparetiles.h"

#include "ui/models/modelsamples.h"
#include "ui/util/format.h"
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
    m_difference->set(all.pairs ? tr("%1 points").arg(points(all.difference)) : QStringLiteral("–"),
        all.pairs ? tr("95% %1 to %2\nMcNemar p %3")
                        .arg(points(all.interval.low), points(all.interval.high),
                            all.mcNemar < 0.001 ? QStringLiteral("< 0.001") : formatNumber(all.mcNemar, 3))
                  : QString(),
        ClickThrough());
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
