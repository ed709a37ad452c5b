// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/data/coverage.h"
#include "core/store/datasetstore.h"
#include "core/store/project.h"

#include <QVector>

#include <utility>

namespace winnow {

/// Counts what every dataset has, without loading it; by dataset name.
Result<QVector<std::pair<DatasetId, Coverage>>> loadCoverage(const Project& project);
/// The same where a transaction is open already; may throw sqlite::Failure.
QVector<std::pair<DatasetId, Coverage>> readCoverage(sqlite::Connection& connection);
Coverage readCoverage(sqlite::Connection& connection, const Dataset& dataset);

} // namespace winnow
