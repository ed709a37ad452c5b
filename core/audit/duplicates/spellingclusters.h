// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include <QString>
#include <QVector>

#include <vector>

namespace winnow {

/// A number that cores which match (see clusterCores()), or are equal, have in common, and few others.
quint64 coreOutline(QStringView core);

/// Clusters of cores (see questionCore()) that differ in spelling only: of all pairs of at least 40 letters,
/// those for which sameButForSpelling() holds and whose textSimilarity() is at least `similarity`. Finds
/// every such pair, comparing only cores that agree in all that matching ones must share. Returns for each
/// core the position of the first of its cluster. Cancelled progress ends early.
std::vector<quint32> clusterCores(const QVector<QString>& cores, double similarity, Progress& progress);

} // namespace winnow
