// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/percapability.h"

namespace winnow {

SubsetScope scopeOfCapability(const SubsetScope& whole, const QString& capability, const InsightsData& data)
{
    SubsetScope part = whole;
    part.capability = capability;
    const QSet<SampleId> musts(whole.musts.begin(), whole.musts.end());
    part.musts.clear();
    for (const auto& dataset : data.parts) {
        for (size_t i = 0; i < dataset->samples.size(); ++i) {
            if (musts.contains(SampleId{dataset->samples[i]}) && dataset->capabilityOf(i) == capability) {
                part.musts.append(SampleId{dataset->samples[i]});
            }
        }
    }
    return part;
}

SubsetRequest requestWithin(const SubsetRequest& whole, const SubsetInput& part)
{
    SubsetRequest within = whole;
    within.shares.removeIf([&](const SubsetShare& share) {
        return (!share.dataset.isEmpty() && !part.datasets.contains(share.dataset))
            || (!share.capability.isEmpty() && !part.capabilities.contains(share.capability));
    });
    return within;
}

QString nameOfCapability(const QString& name, const QString& capability)
{
    return name + u'/' + capability;
}

} // namespace winnow
