// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/numbertable.h"
#include "ui/models/subsetstudy.h"

namespace winnow {

/// All methods at one budget; the value of the first cell is the method's id.
NumberTable subsetMethodsTable(const QVector<SubsetMethodTrial>& tried);
/// Every model on the set: over all samples, told from the set, and the plain mean, which is no score.
NumberTable subsetScoresTable(const QVector<SubsetModelScore>& models);
/// What is stored; the value of the first cell is the name.
NumberTable subsetStoredTable(const QVector<Subset>& stored, const QHash<QString, SubsetAge>& ages);

} // namespace winnow
