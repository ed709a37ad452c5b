// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/subset/methodregistry.h"

#include "core/subset/methods/anchorpoints.h"
#include "core/subset/methods/bandpointbiserial.h"
#include "core/subset/methods/disagreement.h"
#include "core/subset/methods/fluidorder.h"
#include "core/subset/methods/halfband.h"
#include "core/subset/methods/iteminformation.h"
#include "core/subset/methods/itemrest.h"
#include "core/subset/methods/mixed.h"
#include "core/subset/methods/stratifiedrandom.h"
#include "core/subset/methods/toppointbiserial.h"

namespace winnow {

const std::vector<std::unique_ptr<SubsetMethod>>& subsetMethods()
{
    static const auto methods = [] {
        std::vector<std::unique_ptr<SubsetMethod>> all;
        all.push_back(std::make_unique<MixedMethod>());
        all.push_back(std::make_unique<StratifiedRandomMethod>());
        all.push_back(std::make_unique<TopPointBiserialMethod>());
        all.push_back(std::make_unique<ItemRestMethod>());
        all.push_back(std::make_unique<DisagreementMethod>());
        all.push_back(std::make_unique<AnchorPointsMethod>());
        all.push_back(std::make_unique<ItemInformationMethod>());
        all.push_back(std::make_unique<BandPointBiserialMethod>());
        all.push_back(std::make_unique<HalfBandMethod>());
        all.push_back(std::make_unique<FluidOrderMethod>());
        return all;
    }();
    return methods;
}

const SubsetMethod* subsetMethod(const QString& id)
{
    for (const auto& method : subsetMethods()) {
        if (method->info().id == id) {
            return method.get();
        }
    }
    return nullptr;
}

QStringList subsetMethodIds()
{
    QStringList ids;
    for (const auto& method : subsetMethods()) {
        ids.append(method->info().id);
    }
    return ids;
}

} // namespace winnow
