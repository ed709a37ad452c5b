// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/detectors/blindthresholds.h"

#include "core/domain/knowndatasets.h"

namespace winnow {

namespace {

struct Row {
    const char* name;
    int open;
    int mcq;
};

// For a set the paper does not have: the value of the capability's sets of that form.
constexpr Row kCapabilities[] = {
    {"chart", 1, 1},
    {"counting", 6, 6},
    {"diagram", 1, 5},
    {"table", 1, 5},
    {"document", 1, 1},
    {"scene", 5, 5},
    {"spatial", 1, 8},
    {"math", 1, 6},
    {"grounding", 1, 1},
    {"general", 1, 6},
};

} // namespace

std::optional<int> datBenchThreshold(const QString& dataset, const QString& capability, bool mcq)
{
    const KnownDataset* known = knownDataset(dataset);
    if (!known) {
        known = relatedDataset(dataset);
    }
    if (known) {
        return mcq ? known->blindHitsOfChoices : known->blindHits;
    }
    for (const Row& row : kCapabilities) {
        if (capability.contains(QLatin1String(row.name), Qt::CaseInsensitive)) {
            return mcq ? row.mcq : row.open;
        }
    }
    return std::nullopt;
}

} // namespace winnow
