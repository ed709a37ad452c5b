// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/choosesubset.h"

namespace winnow {

// One set a capability: what was asked of all samples, asked of a part of them.

/// Musts of other capabilities are left out.
SubsetScope scopeOfCapability(const SubsetScope& whole, const QString& capability, const InsightsData& data);
/// Shares that speak of other samples are left out; the budget stays.
SubsetRequest requestWithin(const SubsetRequest& whole, const SubsetInput& part);
/// "core/chart".
QString nameOfCapability(const QString& name, const QString& capability);

} // namespace winnow
