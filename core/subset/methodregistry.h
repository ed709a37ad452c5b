// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/subset/subsetmethod.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace winnow {

/// The method that is used when none is named.
inline constexpr auto kDefaultSubsetMethod = "mixed";

/// All methods, the default first.
const std::vector<std::unique_ptr<SubsetMethod>>& subsetMethods();
/// Null when there is none.
const SubsetMethod* subsetMethod(const QString& id);
QStringList subsetMethodIds();

} // namespace winnow
