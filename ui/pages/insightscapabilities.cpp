// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/insightscapabilities.h"

#include "ui/charts/heatmap.h"
#include "ui/util/format.h"

#include <cmath>

namespace winnow {

InsightsCapabilities::InsightsCapabilities(QWidget* parent)
    : InsightsSection(tr("Capabilities"), parent)
    , m_map(new HeatMap)
{
    addCard(tr("Correlation of capabilities"), m_map, "capabilityCard", "capabilities");
}

void InsightsCapabilities::show(const InsightsView& view)
{
    const CapabilityMap& map = view.map;
    std::optional<Lacking> lacking;
    if (map.isEmpty()) {
        lacking = Lacking{QStringLiteral("models"), tr("Correlations need 3 models and 2 capabilities"),
            tr("There are %1 with an accuracy in each of %2 after the policy. Import responses of more "
               "models, "
               "or give the datasets their capabilities.")
                .arg(tr("%n models", nullptr, int(map.models.size())),
                    tr("%n capabilities", nullptr, int(map.capabilities.size())))};
        say(cards().at(0), {}, lacking);
        return;
    }
    HeatData drawn;
    drawn.rowTitle = drawn.columnTitle = tr("Capability");
    drawn.axis = {tr("Pearson's r"), {}, false, false, -1, 1};
    drawn.diverging = true;
    for (qsizetype row = 0; row < map.capabilities.size(); ++row) {
        const QString& name = map.capabilities.at(row);
        const PlaceLabel label{name.isEmpty() ? tr("(none)") : name};
        drawn.rows.append(label);
        drawn.columns.append(label);
        QVector<HeatCell> cells;
        for (const double r : map.correlation[size_t(row)]) {
            cells.append({r,
                std::isnan(r) ? tr("one of them is the same for all models")
                              : tr("over %n models", nullptr, int(map.models.size()))});
        }
        drawn.cells.append(cells);
    }
    for (const stats::LinkageStep& step : map.clusters) {
        drawn.rowMerges.append({step.left, step.right, step.height});
    }
    drawn.columnMerges = drawn.rowMerges;
    m_map->setData(drawn);
    say(cards().at(0),
        tr("Pearson's r of the models' accuracies after the policy, over the %n models that have one in "
           "every "
           "capability; grouped by average linkage at the distance 1 − r.",
            nullptr, int(map.models.size())));
}

} // namespace winnow
